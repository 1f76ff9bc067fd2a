"""What stands on an empty canvas: one sentence and two ways to begin."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label


class EmptyState(QWidget):
    """Stands in the middle of another widget, for which it lets the mouse through between its buttons."""

    template_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("empty_state")
        self._sentence = Label(
            _("No seats yet. Drag a role here, press Tab, or begin with something ready."), "heading", "2"
        )
        self._sentence.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        template = TextButton(look, _("Choose a template"), "empty_template", "primary")
        table = TextButton(look, _("Import a table"), "empty_import", icon="table")
        template.clicked.connect(self.template_wanted)
        table.clicked.connect(self.import_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(template)
        row.addWidget(table)
        row.addStretch()
        column.addLayout(row)
        over.installEventFilter(self)
        self._place()

    def show_for(self, *, is_empty: bool) -> None:
        """Stand there, or not."""
        self.setVisible(is_empty)
        if is_empty:
            self._place()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, (self._over.height() - self.height()) // 2)
