"""Where printed matter goes: into a file of some kind, or to a printer; which pages of it, and how often."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from salesorg_gui.exchange.exporting import DOCUMENTS
from salesorg_gui.exchange.page_ranges import PagesRefused, pages_named
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, TextField
from salesorg_gui.panels.look import Look

PRINTER = "printer:"
PAGED = "pdf"
"""The kind of file that has pages one may choose from."""
MOST_COPIES = 999


class Where(QWidget):
    """``changed`` tells that a hand chose another place."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._places = Chooser(look, "print_where", _("Print to"))
        self._pages = TextField("print_range", _("Pages"), placeholder=_("All, or 1-3, 7"))
        self._copies = TextField("print_copies", _("Copies"), placeholder="1")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        line = QFrame()
        line.setProperty("look", "divider")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addSpacing(4)
        self._rows: dict[str, FieldRow] = {}
        for id, control in (("where", self._places), ("pages", self._pages), ("copies", self._copies)):
            control.setProperty("boxed", True)
            self._rows[id] = FieldRow(control.accessibleName(), control)
            column.addWidget(self._rows[id])
        self._places.chosen.connect(self._take)
        self._pages.committed.connect(partial(self._rows["pages"].refuse, ""))
        self._copies.committed.connect(partial(self._rows["copies"].refuse, ""))

    @property
    def ending(self) -> str:
        """The kind of file wanted; empty for a printer."""
        return "" if self.printer else self._places.value

    @property
    def printer(self) -> str:
        """The printer wanted; empty for a file."""
        value = self._places.value
        return value.removeprefix(PRINTER) if value.startswith(PRINTER) else ""

    def named(self, count: int) -> tuple[int, ...] | None:
        """Which of so many pages are wanted; what cannot be understood is said beside its field."""
        try:
            return pages_named(self._pages.text() if self._has_pages else "", count)
        except PagesRefused as refusal:
            self.refuse("pages", str(refusal))
            return None

    @property
    def _has_pages(self) -> bool:
        return bool(self.printer) or self.ending == PAGED

    @property
    def copies(self) -> int | None:
        """How often; ``None`` when what was typed is no number of copies."""
        text = self._copies.text().strip() or "1"
        is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST_COPIES))
        return int(text) if is_number and int(text) else None

    def show_document(self, what: str) -> None:
        """Offer the kinds of file a document can be, and the printers, which are asked for when somebody looks."""
        files = file_choices(what)
        value = self._places.value
        kept = [choice for choice in files if choice.value == value]
        shown = Choice(value, self.printer) if self.printer else (kept or files)[0]
        self._places.show_offer(shown, partial(_places, files))
        self._arrange()

    def refuse(self, row: str, reason: str) -> None:
        """Say why ``pages`` or ``copies`` cannot be taken; an empty reason takes that back."""
        self._rows[row].refuse(reason)

    def _take(self, _value: str) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        self._rows["pages"].setVisible(self._has_pages)
        self._rows["copies"].setVisible(bool(self.printer))


def file_choices(what: str) -> list[Choice]:
    """The kinds of file a document can be written as, the usual one first."""
    words = {"pdf": _("PDF file"), "docx": _("Word file"), "svg": _("SVG picture")}
    return [Choice(ending, words.get(ending, ending.upper())) for ending in DOCUMENTS[what].endings]


def _places(files: Sequence[Choice]) -> list[Choice]:
    from salesorg_gui.window.printing.printers import printer_names  # noqa: PLC0415 -- loads Qt's printing

    return [*files, *(Choice(f"{PRINTER}{name}", name) for name in printer_names())]
