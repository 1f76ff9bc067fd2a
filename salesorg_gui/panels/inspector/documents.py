"""The last part of the inspector: what can be printed for the selection."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.flow import Flow
from salesorg_gui.panels.inspector.form import Section
from salesorg_gui.panels.inspector.ground import Ground


class Documents(Section):
    """Buttons; ``wanted`` carries cards, descriptions or checklists, as the command line calls them."""

    wanted = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__(object_name="inspector_documents")
        self.setProperty("look", "last")
        self._checklist = TextButton(ground.look, _("Checklist"), "inspector_checklist", icon="clipboard-check")
        buttons = {
            "cards": TextButton(ground.look, _("Role card"), "inspector_role_card", icon="square-user"),
            "descriptions": TextButton(ground.look, _("Description"), "inspector_description", icon="file-text"),
            "checklists": self._checklist,
        }
        place = QWidget()
        flow = Flow(place, 8)
        for kind, button in buttons.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.wanted.emit(kind))
            flow.addWidget(button)
        self.rows.addWidget(place)

    def show_checklist(self, *, is_wanted: bool) -> None:
        """Offer the hiring checklist where there is somebody to hire."""
        self._checklist.setVisible(is_wanted)
