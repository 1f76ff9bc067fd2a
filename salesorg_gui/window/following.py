"""What follows the plan, the selection and the file: title, tabs, actions, counts, badges."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from salesorg_gui.canvas.reaches import FINE, TOUCH
from salesorg_gui.desk.settings import Settings
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.ids import Key
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.rules.finding import Findings, Severity
from salesorg_gui.window.actions import Actions
from salesorg_gui.window.describing import described
from salesorg_gui.window.frame import title_of
from salesorg_gui.window.menus import Menus
from salesorg_gui.window.parts import Parts
from salesorg_gui.window.surface import Surface

NEEDS_SELECTION = ("cut", "copy", "duplicate", "delete", "fit_selection")


class Following(QObject):
    """Reads; never writes."""

    def __init__(self, window: QMainWindow, parts: Parts, surface: Surface, actions: Actions, menus: Menus) -> None:
        super().__init__(window)
        self._window, self._parts, self._surface = window, parts, surface
        self._actions, self._menus = actions, menus
        session = parts.ground.session
        session.changed.connect(self._follow_change)
        session.selection.changed.connect(self._follow_selection)
        parts.document.state_changed.connect(self._follow_file)
        parts.settings.changed.connect(self._follow_settings)
        parts.switch.changed.connect(surface.canvas.set_theme)
        parts.ground.vocabulary.changed.connect(surface.canvas.use_catalogue)
        surface.canvas.typing_changed.connect(self._show_empty)
        self._follow_settings(parts.settings.settings)
        self._follow_change()
        self._follow_file()
        self._follow_selection()

    def follow_findings(self, found: Findings) -> None:
        """Show what the rules found, wherever it is counted, listed or marked."""
        surface = self._surface
        surface.findings.show_findings(found)
        surface.inspector.show_findings(found)
        surface.counts.show_findings(found)
        surface.canvas.show_findings(worst(found))

    @property
    def _ground(self) -> Ground:
        return self._parts.ground

    def _follow_change(self, _change: Change | None = None) -> None:
        session = self._ground.session
        self._surface.frame.show_chart(session)
        self._name_steps()
        self._actions["remove_chart"].setEnabled(len(session.plan.charts) > 1)
        self._describe()

    def _show_empty(self, is_typing: bool) -> None:
        """The first card that is typed on stands where the way to begin was told."""
        if is_typing:
            self._surface.empty.show_for(is_empty=False)
        else:
            self._surface.frame.show_chart(self._ground.session)

    def _name_steps(self) -> None:
        session = self._ground.session
        undo, redo = session.undo_label, session.redo_label
        self._actions["undo"].setEnabled(undo is not None)
        self._actions["redo"].setEnabled(redo is not None)
        self._actions.explain(
            "undo", _("Undo"), _("Undo: {step}.").format(step=undo) if undo else _("Nothing to undo.")
        )
        self._actions.explain(
            "redo", _("Redo"), _("Redo: {step}.").format(step=redo) if redo else _("Nothing to redo.")
        )

    def _follow_file(self) -> None:
        session, document = self._ground.session, self._parts.document
        title = title_of(session)
        self._surface.toolbar.show_title(title, document.state)
        self._window.setWindowTitle(f"{title}[*] – Salesorg")
        self._window.setWindowModified(session.is_modified)

    def _follow_settings(self, settings: Settings) -> None:
        self._menus.show_recent(settings.recent)
        self._surface.canvas.set_reduced_motion(settings.reduced_motion)
        self._surface.canvas.set_reaches(TOUCH if settings.touch_sizes else FINE)

    def _follow_selection(self) -> None:
        has_selection = bool(self._ground.session.selection.keys)
        for id in NEEDS_SELECTION:
            self._actions[id].setEnabled(has_selection)
        self._describe()

    def _describe(self) -> None:
        ground = self._ground
        keys = ground.session.selection.keys
        self._surface.status.describe(described(ground.chart, ground.catalogue, keys))


def worst(findings: Findings) -> dict[Key, Severity]:
    """The worst severity nobody has accepted, for everything a finding points at; findings come worst first."""
    first = {
        key: next((one.severity for one in about if not one.accepted and not one.is_of_many), None)
        for key, about in findings.by_key.items()
    }
    return {key: severity for key, severity in first.items() if severity is not None}
