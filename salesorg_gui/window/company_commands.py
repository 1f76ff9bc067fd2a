"""The company panel: made when somebody first asks for it, beside the canvas while questions are answered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from salesorg_gui.panels.company.panel import CompanyPanel
    from salesorg_gui.window.actions import Command
    from salesorg_gui.window.main_window import MainWindow


class CompanyCommands(QObject):
    """Keeps the action in step with the panel; ``shown`` tells that it stands beside the canvas now."""

    shown = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.panel: CompanyPanel | None = None
        window.surface.inspector.company_wanted.connect(self.show_group)
        window.commands.files.leaving.connect(self.commit)

    def by_action(self) -> dict[str, "Command"]:
        """What the action about the company does."""
        return {"show_company": self._toggle}

    def show_group(self, group: str) -> None:
        """Ask the questions of one group."""
        self._show(wanted=True)
        if self.panel is not None:
            self.panel.open_group(group)

    def hide(self) -> None:
        """Put the panel away."""
        self._show(wanted=False)

    def commit(self) -> None:
        """Take over what is being typed."""
        if self.panel is not None and self.panel.isVisible():
            self.panel.commit()

    def _toggle(self) -> None:
        if self._window.actions_table["show_company"].isChecked():
            self.show_group("")
        else:
            self._show(wanted=False)

    def _show(self, *, wanted: bool) -> None:
        self._window.actions_table["show_company"].setChecked(wanted)
        if wanted and self.panel is None:
            from salesorg_gui.panels.company.panel import CompanyPanel  # noqa: PLC0415 -- few starts need it

            panel = self.panel = CompanyPanel(self._window.parts.ground)
            panel.closed.connect(self.hide)
            self._window.frame.take_beside(panel)
            self._window.commands.keys.add_panel(panel, lambda: panel.open_group(""))
        if self.panel is not None:
            focused: QWidget | None = self._window.focusWidget()
            had_keys = focused is not None and self.panel.isAncestorOf(focused)
            self.panel.setVisible(wanted)
            if had_keys and not wanted:
                self._window.frame.canvas.setFocus()
        if wanted:
            self.shown.emit()
