"""Large numbers beside each other, each with the words for it below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from salesorg_gui.panels.text import Label, name


class FlowFigures(QWidget):
    """As many columns as there are figures; a screen reader hears them as one sentence."""

    def __init__(self, object_name: str, spoken: str) -> None:
        super().__init__()
        name(self, object_name, spoken)
        self._spoken = spoken
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._cells: list[tuple[Label, Label]] = []

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Numbers and what they count."""
        while len(self._cells) < len(figures):
            self._cells.append(self._cell(len(self._cells)))
        for (amount, words), (text, title) in zip(self._cells, figures, strict=False):
            amount.setText(text)
            words.setText(title)
        self.setAccessibleDescription(", ".join(f"{text} {title}" for text, title in figures))

    def texts(self) -> list[str]:
        """The numbers on show."""
        return [amount.text() for amount, _words in self._cells]

    def _cell(self, column: int) -> tuple[Label, Label]:
        amount, words = Label("", "title"), Label("", "small", "2")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(amount, 0, column)
        self._grid.addWidget(words, 1, column)
        self._grid.setColumnStretch(column, 1)
        return amount, words
