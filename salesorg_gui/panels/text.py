"""The only place that shows text: never markup, whatever a document holds.

Qt reads a label, a tooltip or a message that looks like HTML as HTML and opens the files it names.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


class Label(QLabel):
    """Plain text in one of the sizes of the look. ``kind`` is title, heading, body, label, small, tiny."""

    def __init__(self, text: str = "", kind: str = "body", ink: str = "1", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setProperty("ink", ink)
        self.setText(text)

    def wear(self, ink: str) -> None:
        """Show the text in another ink: 1, 2, 3, or error."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)


class Paragraph(Label):
    """Text over as many lines as it needs."""

    def __init__(self, text: str = "", kind: str = "body", ink: str = "1", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, ink, parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class OneLine(Label):
    """One line that ends in … where it does not fit; the whole text stands in the tooltip."""

    def __init__(self, text: str = "", kind: str = "body", ink: str = "1", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, ink, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show the first line of the text."""
        super().setText(" ".join(text.split()))
        set_tip(self, "")
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)

    def resizeEvent(self, event: object) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        set_tip(self, "" if fits else self.text())


def plain_tip(text: str) -> str:
    """The text as a tooltip that Qt cannot take for markup."""
    return f"<p>{text.translate(ESCAPED)}</p>" if text else ""


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip of plain text."""
    widget.setToolTip(plain_tip(text))


def caption(text: str) -> str:
    """A text for a button or menu, where ``&`` would underline a letter."""
    return text.replace("&", "&&")


def beside_icon(text: str) -> str:
    """A text with a little more air to the icon at its left than Qt leaves."""
    return f" {text}"


def set_caption(button: QAbstractButton, text: str) -> None:
    """Write a text on a button as it is, for the eye and for the ear."""
    button.setText(caption(text))
    button.setAccessibleName(text.strip())


def name(widget: QWidget, object_name: str, spoken: str) -> None:
    """Give a control the name tests know it by and the one a screen reader says."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(spoken)
