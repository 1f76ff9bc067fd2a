"""What helps to see: the map in the corner, what the colours say, and the legend that names and filters them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.minimap import Minimap
from salesorg_gui.canvas.spotlight import lit_by, with_frames
from salesorg_gui.desk.settings import Settings
from salesorg_gui.domain.slides import Slide
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.window.legend import Legend

if TYPE_CHECKING:
    from salesorg_gui.domain.ids import Key
    from salesorg_gui.window.actions import Command
    from salesorg_gui.window.main_window import MainWindow


class Sights(QObject):
    """Keeps map, colours and legend in step with the canvas. What is coloured by lasts as long as the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._parts, self._actions = window.parts, window.actions_table
        self._canvas = window.frame.canvas
        look = window.parts.ground.look
        self.minimap = Minimap(self._canvas, window.parts.switch.theme)
        self.legend = Legend(self._canvas, look, window.menus.colours)
        self._clear: frozenset[Key] | None = None
        self._is_legend_wanted = False
        window.parts.switch.changed.connect(self.minimap.set_theme)
        window.parts.settings.changed.connect(self._follow_settings)
        self._canvas.redrawn.connect(self._follow)
        self._canvas.installEventFilter(self)
        self.legend.chosen.connect(lambda _on: self._filter())
        self.legend.closed.connect(self._close_legend)
        self._actions[f"colour_{self.by}"].setChecked(True)
        self._follow_settings(window.parts.settings.settings)

    @property
    def by(self) -> ColourBy:
        """What cards are coloured by."""
        return self._canvas.picture.looks.by

    def by_action(self) -> dict[str, "Command"]:
        """What the actions of seeing do."""
        colours: dict[str, Command] = {f"colour_{by}": partial(self.colour_by, by) for by in ColourBy}
        return {"show_minimap": self._keep_minimap, "show_legend": self._toggle_legend, **colours}

    def colour_by(self, by: ColourBy) -> None:
        """Let the colours say something else, and say what."""
        self._let_go()
        self._canvas.colour_by(by)
        self._actions[f"colour_{by}"].setChecked(True)
        self._show_legend()

    def shine_on(self, slide: Slide) -> None:
        """Let the light fall on what a slide has in its spotlight."""
        self._let_go()
        chart = self._canvas.picture.chart
        self._canvas.show_clear(lit_by(chart, slide.spotlight, with_handoffs=slide.all_handoffs))

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape shows everything again, before it means anything else."""
        is_escape = (
            watched is self._canvas
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        )
        if not is_escape or self._clear is None or self._canvas.is_held:
            return False
        self._let_go()
        return True

    @guarded(None)
    def _follow(self) -> None:
        """The chart or the light on it changed; whoever else shines on it takes the filter away."""
        if self._clear is not None and self._canvas.light.clear != self._clear and not self._is_pruned():
            self._clear = None
            self.legend.let_go()
        if self.legend.isVisible():
            self._tell()
            if self._clear is not None:
                self._filter()

    def _is_pruned(self) -> bool:
        """Whether the light fell on the same things, of which some are gone."""
        there, chart = self._canvas.light.clear, self._canvas.picture.chart
        left = frozenset(key for key in self._clear or () if chart.record(key) is not None)
        return (there or frozenset()) == left

    def _filter(self) -> None:
        """Dim all but the categories that are on."""
        picture = self._canvas.picture
        wanted = self.legend.on
        clear = frozenset(with_frames(picture.chart, picture.looks.colouring.seats_of(wanted))) if wanted else None
        if clear != self._clear or clear != self._canvas.light.clear:
            self._clear = clear
            self._canvas.show_clear(clear)

    def _let_go(self) -> None:
        self.legend.let_go()
        if self._clear is not None:
            self._clear = None
            self._canvas.show_clear(None)

    def _toggle_legend(self) -> None:
        self._is_legend_wanted = self._actions["show_legend"].isChecked()
        if not self._is_legend_wanted:
            self._let_go()
            if self.by is not ColourBy.PURPOSE:
                self.colour_by(ColourBy.PURPOSE)
        self._show_legend()

    def _close_legend(self) -> None:
        self._actions["show_legend"].setChecked(False)
        self._toggle_legend()

    def _show_legend(self) -> None:
        """The legend stands whenever colours say something out of the ordinary, or when asked for."""
        is_shown = self._is_legend_wanted or self.by is not ColourBy.PURPOSE
        self._actions["show_legend"].setChecked(is_shown)
        if is_shown:
            self._tell()
        self.legend.setVisible(is_shown)
        self.legend.raise_()

    def _tell(self) -> None:
        looks = self._canvas.picture.looks
        self.legend.show_colouring(looks.colouring, looks.widths)

    def _keep_minimap(self) -> None:
        self._parts.settings.show_minimap(is_shown=self._actions["show_minimap"].isChecked())

    def _follow_settings(self, settings: Settings) -> None:
        self._actions["show_minimap"].setChecked(settings.show_minimap)
        self.minimap.set_wanted(settings.show_minimap)
