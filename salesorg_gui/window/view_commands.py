"""How the chart is looked at: board, reporting or handoffs, which panels stand round it, in which colours."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from salesorg_gui.desk.settings import SettingsFile, ThemeChoice
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.window.actions import Actions
from salesorg_gui.window.surface import Surface


@dataclass(frozen=True, slots=True)
class Shown:
    """Which panels stand round the canvas."""

    palette: bool
    inspector: bool
    findings: bool


class ViewCommands(QObject):
    """Keeps the actions that are on or off in step with what is seen; ``kind_changed`` tells the kind of view."""

    kind_changed = Signal(str)

    def __init__(self, surface: Surface, actions: Actions, settings: SettingsFile) -> None:
        super().__init__(surface.canvas)
        self._surface, self._actions, self._settings = surface, actions, settings
        kept = settings.settings
        self._arrange(Shown(kept.show_palette, kept.show_inspector, kept.show_findings))
        actions[f"theme_{kept.theme}"].setChecked(True)
        actions["reduced_motion"].setChecked(kept.reduced_motion)
        actions["touch_sizes"].setChecked(kept.touch_sizes)
        self.show_kind(ViewKind.BOARD)

    def show_kind(self, kind: str) -> None:
        """Show the board, the reporting tree or the handoffs."""
        self._surface.canvas.show_view(ViewKind(kind))
        self._surface.toolbar.views.show_value(kind)
        self._actions[kind].setChecked(True)
        self.kind_changed.emit(kind)

    def show_handoffs(self) -> None:
        """Show all handoffs, or only those of the selection."""
        self._surface.canvas.show_all_handoffs(self._actions["all_handoffs"].isChecked())

    def arrange(self) -> None:
        """Show and hide panels as their actions say, and remember it."""
        actions = self._actions
        shown = Shown(*(actions[f"show_{name}"].isChecked() for name in ("palette", "inspector", "findings")))
        self._arrange(shown)
        self._settings.show_panels(palette=shown.palette, inspector=shown.inspector, findings=shown.findings)

    def toggle_findings(self) -> None:
        """Show the findings, or put them away."""
        self._actions["show_findings"].toggle()
        self.arrange()

    def find_role(self) -> None:
        """Go to the search of the palette, wherever it was."""
        self._actions["show_palette"].setChecked(True)
        self.arrange()
        self._surface.palette.focus_search()

    def edit_fields(self) -> None:
        """Go to the first field of the selection."""
        self._actions["show_inspector"].setChecked(True)
        self.arrange()
        self._surface.inspector.focus_first_field()

    def wear(self, choice: ThemeChoice) -> None:
        """Put other colours on."""
        self._settings.wear(choice)

    def reduce_motion(self) -> None:
        """Let nothing glide, or glide again."""
        self._settings.reduce_motion(is_reduced=self._actions["reduced_motion"].isChecked())

    def size_for_touch(self) -> None:
        """Make everything as large as fingers want it, or as small as a mouse can hit."""
        self._settings.size_for_touch(is_wanted=self._actions["touch_sizes"].isChecked())

    def remember_size(self, geometry: str) -> None:
        """Keep size and place of the window."""
        self._settings.keep_geometry(geometry)

    def _arrange(self, shown: Shown) -> None:
        surface = self._surface
        for name, panel, is_shown in (
            ("palette", surface.palette, shown.palette),
            ("inspector", surface.inspector, shown.inspector),
            ("findings", surface.findings, shown.findings),
        ):
            panel.setVisible(is_shown)
            self._actions[f"show_{name}"].setChecked(is_shown)
