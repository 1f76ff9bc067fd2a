"""What is told of one thing on a page: sentences, and words with a figure at the right, under small headings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from salesorg_gui.domain.ids import Key
from salesorg_gui.pages.wrapped import Wrapped
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, OneLine, name

PADDING = 7
"""What a link sets its words in; what is said of a name stands in line with it."""


class PressedLine(QPushButton):
    """A line of text that is pressed as a whole; what does not fit stands in the tooltip."""

    def __init__(self, text: str, object_name: str) -> None:
        super().__init__()
        self.setProperty("rank", "line")
        name(self, object_name, text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        told = OneLine(text, "body")
        told.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(told, 1)


class Facts(QWidget):
    """Filled anew for each thing. ``picked`` carries the key behind a name that was pressed."""

    picked = Signal(object)

    def __init__(self, look: Look, object_name: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(object_name)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._column: QVBoxLayout | None = None
        self._page: QWidget | None = None
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        if self._page is not None:
            self._whole.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._whole.addWidget(self._page)

    def title(self, text: str) -> None:
        """What all that follows is about."""
        self._add(Wrapped(text, "strong"))

    def heading(self, text: str) -> None:
        """Begin a group."""
        self._add(Label(text, "small", "3"), above=8)

    def sentence(self, text: str, ink: str = "1") -> None:
        """One sentence."""
        self._add(Wrapped(text, "body", ink))

    def note(self, text: str) -> None:
        """Something said aside."""
        self._add(Wrapped(text, "small", "3"))

    def explained(self, text: str, note: str) -> None:
        """One sentence, and right below it what belongs to it."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(Wrapped(text, "body"))
        column.addWidget(Wrapped(note, "small", "3"))
        self._add(holder)

    def figure(self, text: str, amount: str) -> None:
        """Words with a figure at the right."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        told, figure = Wrapped(text, "body"), Label(amount, "body", "1")
        told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row.addWidget(told, 1)
        row.addWidget(figure)
        self._add(line)

    def name(self, text: str, words: str, key: Key, object_name: str) -> None:
        """A name that leads to its card, and what is said of it below."""
        button = TextButton(self._look, text, object_name, "link")
        button.clicked.connect(lambda: self.picked.emit(key))
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        below = QHBoxLayout()
        below.setContentsMargins(PADDING, 0, 0, 0)
        below.addWidget(Wrapped(words, "small", "2"))
        column.addLayout(below)
        self._add(holder)

    def link(self, text: str, key: Key, object_name: str) -> None:
        """A line that leads to a card."""
        line = PressedLine(text, object_name)
        line.clicked.connect(lambda: self.picked.emit(key))
        self._add(line)

    def _add(self, widget: QWidget, above: int = 0) -> None:
        assert self._column is not None, "there is a column from the beginning"
        if above:
            self._column.addSpacing(above)
        self._column.addWidget(widget)
