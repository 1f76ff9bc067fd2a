"""How a text field stands for a part of a record: how it is read, written, and what is said about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from salesorg_gui.domain.records import Record
from salesorg_gui.panels.numbers import NotANumber

MIXED_VALUE = None


@dataclass(frozen=True, slots=True)
class Line[R: Record]:
    """One line of text of a record. ``write`` may raise ``NotANumber``; ``hint`` says what may be typed."""

    id: str
    label: str
    read: Callable[[R], str]
    write: Callable[[R, str], R]
    edit: str
    hint: str = ""
    placeholder: str = ""

    def common(self, records: Sequence[R]) -> str | None:
        """The text all records share; ``None`` when they differ."""
        texts = {self.read(record) for record in records}
        return texts.pop() if len(texts) == 1 else MIXED_VALUE

    def written(self, records: Sequence[R], text: str) -> tuple[R, ...] | None:
        """The records with that text; ``None`` when it is no number where one is wanted."""
        try:
            return tuple(self.write(record, text) for record in records)
        except NotANumber:
            return None
