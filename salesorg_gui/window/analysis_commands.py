"""The analysis panel: made when somebody first asks for a page, in the place of the palette while it is on show."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.ids import Key
from salesorg_gui.window.analysis_table import pages
from salesorg_gui.window.case_count import CaseCount

TEMPLATES = "templates"
"""What a page asks for that is no action."""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from salesorg_gui.domain.edits.edit import Edit
    from salesorg_gui.pages.panel import AnalysisPanel
    from salesorg_gui.window.actions import Command
    from salesorg_gui.window.main_window import MainWindow


class AnalysisCommands(QObject):
    """Keeps the actions in step with the page on show; ``shown`` tells that the panel stands beside the canvas now."""

    shown = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._specs = pages()
        self._has_put_palette_away = False
        self.panel: AnalysisPanel | None = None
        window.commands.files.leaving.connect(self.commit)
        self._cases = CaseCount(window.parts.ground)
        self._cases.clicked.connect(lambda: self.show_page("cases"))
        window.frame.status.take_counts(self._cases)

    def by_action(self) -> dict[str, "Command"]:
        """The command behind each action."""
        return {spec.action: partial(self._follow_action, spec.id) for spec in self._specs}

    @guarded(None)
    def show_page(self, id: str) -> None:
        """Turn to a page and let the keyboard go there."""
        panel = self._made()
        if panel.isHidden():
            self._room_for(panel)
        panel.show_page(id)
        panel.show()
        panel.focus_first()
        self.shown.emit()

    @guarded(None)
    def hide(self) -> None:
        """Put the panel away and the palette back where it stood."""
        panel = self.panel
        if panel is None or panel.isHidden():
            return
        focused: QWidget | None = self._window.focusWidget()
        had_keys = focused is not None and panel.isAncestorOf(focused)
        panel.put_away()
        palette = self._window.actions_table["show_palette"]
        palette.setChecked(palette.isChecked() or self._has_put_palette_away)
        self._window.commands.views.arrange()
        self._mark("")
        if had_keys:
            self._window.surface.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded(None)
    def commit(self) -> None:
        """Take over what is being typed."""
        if self.panel is not None and not self.panel.isHidden():
            self.panel.commit()

    def close(self) -> None:
        """Reckon nothing more; the palette stands where it stood the next time."""
        self._cases.thoughts.close()
        if self.panel is not None:
            self.hide()
            self.panel.leave()

    def _follow_action(self, id: str) -> None:
        is_on_show = self.panel is not None and not self.panel.isHidden() and self.panel.page_id == id
        if is_on_show:
            self.hide()
        else:
            self.show_page(id)

    def _room_for(self, panel: "AnalysisPanel") -> None:
        palette = self._window.actions_table["show_palette"]
        self._has_put_palette_away = palette.isChecked()
        palette.setChecked(False)
        self._window.commands.views.arrange()

    @guarded(None)
    def _mark(self, shown: str) -> None:
        for spec in self._specs:
            self._window.actions_table[spec.action].setChecked(spec.id == shown)

    @guarded(None)
    def _light_up(self, keys: frozenset[Key]) -> None:
        self._window.surface.canvas.show_concerned(keys)

    @guarded(None)
    def _shine(self, troubled: frozenset[Key], helping: frozenset[Key]) -> None:
        canvas = self._window.surface.canvas
        canvas.show_concerned(troubled, "error")
        canvas.show_lit(helping)

    @guarded(None)
    def _trace(self, way: frozenset[Key] | None, troubled: frozenset[Key]) -> None:
        canvas = self._window.surface.canvas
        canvas.show_clear(way)
        canvas.show_concerned(troubled, "error")

    @guarded(None)
    def _preview(self, edit: "Edit | None") -> None:
        self._window.surface.canvas.show_preview(edit, with_note=False)

    @guarded(None)
    def _do(self, id: str) -> None:
        """What a page offers: an action of a menu, or the list of templates; what stands there already stays."""
        if id == TEMPLATES:
            self._window.menus.show_templates(self._window.surface.canvas)
            return
        if id == "show_palette":
            self.hide()
        action = self._window.actions_table[id]
        if not (action.isCheckable() and action.isChecked()):
            action.trigger()

    @guarded(None)
    def _pick(self, picked: Key | frozenset[Key]) -> None:
        from salesorg_gui.window.finding_commands import bring_into_view  # noqa: PLC0415 -- there is a window by now

        ground = self._window.parts.ground
        keys = [key for key in (picked if isinstance(picked, frozenset) else (picked,)) if ground.chart.record(key)]
        if keys:
            ground.session.selection.select(keys)
            bring_into_view(self._window.surface.canvas, keys)

    def _made(self) -> "AnalysisPanel":
        if self.panel is None:
            from salesorg_gui.pages.footing import Footing  # noqa: PLC0415 -- few starts need them
            from salesorg_gui.pages.panel import AnalysisPanel, Entry  # noqa: PLC0415

            window = self._window
            footing = Footing(window.parts.ground, window.parts.capacity, window.volume)
            panel = AnalysisPanel(footing, [Entry(spec.id, spec.title, spec.make) for spec in self._specs])
            panel.hide()
            panel.closed.connect(self.hide)
            panel.turned.connect(self._mark)
            panel.lit.connect(self._light_up)
            panel.picked.connect(self._pick)
            panel.shone.connect(self._shine)
            panel.previewed.connect(self._preview)
            panel.printed.connect(window.commands.prints.selected)
            panel.traced.connect(self._trace)
            panel.asked.connect(self._do)
            window.frame.take_beside(panel)
            window.commands.keys.add_panel(panel, panel.focus_first)
            self.panel = panel
        return self.panel
