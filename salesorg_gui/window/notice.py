"""News that need no answer: a small card above the lower edge of the canvas, gone after a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton, TextButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, set_caption

SHOWN_MS = 12_000
FROM_BELOW = 24
WIDEST = 640


class Notice(QFrame):
    """Stands over another widget and moves with it."""

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._over = over
        self._deed: Callable[[], object] | None = None
        self.setObjectName("notice")
        self.setProperty("look", "card")
        self._text = Label("", "body")
        self._text.setWordWrap(False)
        self._button = TextButton(look, "", "notice_button", small=True)
        self._close = IconButton(look, "x", "notice_close", _("Close"), "text_3", 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        for widget in (self._text, self._button, self._close):
            row.addWidget(widget)
        self._button.clicked.connect(self._do)
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str, button: str = "", deed: Callable[[], object] | None = None) -> None:
        """Show a text and, if there is something to do about it, a button."""
        self._deed = deed
        room = max(0, min(WIDEST, self._over.width() - 160))
        self._text.setText(text)
        width = max(map(self._text.fontMetrics().horizontalAdvance, text.split("\n")))
        self._text.setWordWrap(width > room)
        self._text.setFixedWidth(min(room, width + 4))
        set_caption(self._button, button)
        self._button.setVisible(deed is not None)
        self.show()
        self.adjustSize()
        self._place()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget below."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def _place(self) -> None:
        x = (self._over.width() - self.width()) // 2
        self.move(max(8, x), self._over.height() - self.height() - FROM_BELOW)

    def _do(self) -> None:
        deed, self._deed = self._deed, None
        self.hide()
        if deed is not None:
            deed()
