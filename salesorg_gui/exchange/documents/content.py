"""What a document says, apart from how it is set: the same values make a page to print and a file to edit."""

from dataclasses import dataclass

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.ids import SeatId


@dataclass(frozen=True, slots=True)
class Words:
    """Text of a cell, and what explains it in small words below."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """Room to write in: by pen on a thin line, or in a field called ``name``, which ``hint`` says to who cannot see it.

    ``lines`` is how many lines of writing it takes.
    """

    name: str
    hint: str
    value: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to tick."""

    name: str
    hint: str
    is_ticked: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Rings of which one is chosen, from ``lowest`` to ``highest``; ``None`` is nothing yet."""

    name: str
    hint: str
    chosen: int | None = None
    lowest: int = 1
    highest: int = 5


type Cell = Words | Writing | Tick | Scale


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, and how wide it is beside the others (``share``) or exactly (``mm``)."""

    title: str
    share: float = 1.0
    mm: float = 0.0
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short sentences, each behind a dash or its number."""

    texts: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below the titles of their columns. A row has a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def is_form(self) -> bool:
        """Whether anything is filled in, so that rows need the room of a hand."""
        return any(not isinstance(cell, Words) for row in self.rows for cell in row)


type Content = Bullets | Prose | Table | Writing


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under its title. ``number`` counts it, ``note`` explains it in small words.

    What ``is_whole`` is read at one glance: it goes to the next page rather than over two.
    """

    title: str
    contents: tuple[Content, ...]
    number: int | None = None
    note: str = ""
    is_whole: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing to say."""
        return not any(_has(content) for content in self.contents)


@dataclass(frozen=True, slots=True)
class Fact:
    """A small label and what stands below it; without a value there is room to write it."""

    label: str
    value: str = ""
    field: str = ""
    """The name of its field; empty where nothing is filled in."""


@dataclass(frozen=True, slots=True)
class StageMark:
    """A stage of the customer journey, and whether the seat works there."""

    title: str
    is_covered: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose document of which seat it is; ``code`` and ``version`` tell two prints apart."""

    seat: SeatId
    organisation: str
    chart: str
    code: str
    version: str
    printed: str
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document of one seat.

    ``kind`` is what it is called (``Role description``), ``id`` the same for programs. The titles of ``columns`` stand
    at the top of every page; tables of just these columns have no titles of their own.
    """

    id: str
    kind: str
    identity: Identity
    purpose: Purpose
    words: tuple[str, ...]
    """Purpose, kind of work, seniority: a few words above the title."""
    title: str
    lead: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    stages: tuple[StageMark, ...] = ()
    foot: str = ""
    signatures: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    has_short_labels: bool = False
    """Whether labels leave more room to the rows beside them."""

    @property
    def bookmark(self) -> str:
        """How it is found in an outline."""
        return " · ".join(text for text in (self.identity.code, self.title, self.identity.holder) if text)


def _has(content: Content) -> bool:
    match content:
        case Bullets() | Prose():
            return any(content.texts)
        case Table():
            return bool(content.rows)
        case Writing():
            return True
