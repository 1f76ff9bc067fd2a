"""How far a document is, and what there is to say about it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Paragraph, name


class Progress(QWidget):
    """A thin bar and a sentence; the bar is there only while something is under way."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        name(self._bar, "print_progress", _("Progress"))
        self._news = Paragraph("", "small", "2")
        self._news.setObjectName("print_news")
        self._warning = QFrame()
        self._warning.setProperty("look", "finding")
        self._warning.setProperty("severity", "warning")
        self._signs = Paragraph("", "small")
        self._signs.setObjectName("print_warning")
        inner = QVBoxLayout(self._warning)
        inner.setContentsMargins(10, 8, 10, 8)
        inner.addWidget(self._signs)
        self._warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._warning)
        column.addWidget(self._news)
        column.addWidget(self._bar)
        self._bar.hide()

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._news.text()

    def warn(self, lines: Sequence[str]) -> None:
        """Say what will not come out as it was typed; nothing takes that back."""
        if (text := "\n".join(lines)) != self._signs.text():
            self._signs.setText(text)
            self._warning.setVisible(bool(lines))

    def show_pages(self, number: int, of: int, *, is_making: bool) -> None:
        """Say how many pages there are so far."""
        self._news.wear("2")
        self._bar.setVisible(is_making)
        self._bar.setRange(0, of)
        self._bar.setValue(number if of else -1)
        if not is_making:
            self._news.setText(ngettext("{count} page", "{count} pages", number).format(count=number))
        elif of:
            self._news.setText(_("Page {number} of {count}").format(number=number, count=of))
        else:
            self._news.setText(_("Page {number}").format(number=max(1, number)))

    def show_printed(self, number: int, of: int) -> None:
        """Say how many pages the printer has."""
        self._news.wear("2")
        self._bar.show()
        self._bar.setRange(0, of)
        self._bar.setValue(number)
        self._news.setText(_("Printing page {number} of {count}").format(number=number, count=of))

    def refuse(self, reason: str) -> None:
        """Say why there is nothing to see."""
        self._bar.hide()
        self._news.wear("error")
        self._news.setText(reason)
