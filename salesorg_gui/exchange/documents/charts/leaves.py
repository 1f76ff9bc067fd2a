"""The pages of the book before anybody draws them: what stands on each, and where it leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Protocol

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId, SourceId
from salesorg_gui.drawing.shapes import Shape
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.drawn import AIR, drawn_as
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around
from salesorg_gui.layout.lengths import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, SIBLING_GAP, SOURCE_HEIGHT, SOURCE_WIDTH

LARGEST = 0.8
"""Points for a px at most, so that cards are of about one size throughout the book."""

type Trail = tuple[tuple[str, str], ...]
"""Words, each with the name of a leaf or none."""
type Numbers = Mapping[str, int]
"""The page of each leaf by its name."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """What is drawn on a leaf, in px: shapes, and which parts of them lead to another leaf.

    What goes on elsewhere is shown inside of its ``window`` only, ``above`` which headers may stand. ``most`` is how
    large it may become, in points for a px.
    """

    bounds: Rect
    shapes: tuple[Shape, ...]
    links: tuple[tuple[Rect, str], ...] = ()
    window: Rect | None = None
    above: tuple[Shape, ...] = ()
    most: float = LARGEST


class Scene(Protocol):
    """Something that can be drawn once it is known which leaf stands on which page."""

    def drawn(self, subject: Subject, numbers: Numbers) -> Scenery:
        """Its shapes."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page. ``trail`` is what it is a part of, from the top, each with its leaf if it has one of its own.

    ``others`` are further names of the leaf; ``onward`` where it goes on, in words with a page.
    """

    name: str
    title: str
    note: str
    scene: Scene
    trail: Trail = ()
    seats: tuple[SeatId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    family: str = ""
    onward: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards in rows, from the left of a page that holds so many columns; each of the ``groups`` begins a row."""

    chart: Chart
    groups: tuple[tuple[Key, ...], ...]
    columns: int

    @property
    def keys(self) -> tuple[Key, ...]:
        """Whose cards these are."""
        return tuple(key for group in self.groups for key in group)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(ceil(len(group) / self.columns) for group in self.groups)

    def drawn(self, subject: Subject, _numbers: Numbers) -> Scenery:
        """The cards, in no relation to each other."""
        wide, high = CARD_WIDTH + SIBLING_GAP, CARD_HEIGHT + CARD_GAP
        cards: dict[Key, Rect] = {}
        first = 0
        for group in self.groups:
            for n, key in enumerate(group):
                cards[key] = Rect((n % self.columns) * wide, (first + n // self.columns) * high, *_size(key))
            first += ceil(len(group) / self.columns)
        layout = Layout(ViewKind.REPORTING, cards, bounds=around(list(cards.values())))
        picture = drawn_as(subject, Chart(seats=self.chart.seats, sources=self.chart.sources), layout)
        return Scenery(picture.bounds.united(Rect(0.0, 0.0, self.columns * wide, high)), picture.shapes)


def _size(key: Key) -> tuple[float, float]:
    return (SOURCE_WIDTH, SOURCE_HEIGHT) if key.kind is Kind.SOURCE else (CARD_WIDTH, CARD_HEIGHT)


def grids(chart: Chart, keys: tuple[Key, ...], room: Room) -> list[Grid]:
    """As many cards on each as a page holds, about equally many."""
    columns, rows = _places(room)
    return [Grid(chart, (part,), columns) for part in evenly(keys, columns * rows)]


def together(grids: Sequence[Grid], room: Room) -> Grid | None:
    """What stands on several pages as one, each beginning a row, if one holds it all."""
    if not grids:
        return None
    whole = replace(grids[0], groups=tuple(group for grid in grids for group in grid.groups))
    return whole if whole.rows <= _places(room)[1] else None


def _places(room: Room) -> tuple[int, int]:
    """How many columns and rows of cards a page holds."""
    columns = max(int((room.width - 2 * AIR + SIBLING_GAP) // (CARD_WIDTH + SIBLING_GAP)), 1)
    return columns, max(int((room.height - 2 * AIR + CARD_GAP) // (CARD_HEIGHT + CARD_GAP)), 1)


def evenly[T](things: tuple[T, ...], most: int) -> list[tuple[T, ...]]:
    """The things in parts of about one size, none larger than ``most``."""
    count = max(ceil(len(things) / most), 1)
    each = ceil(len(things) / count) if things else 1
    return [things[start : start + each] for start in range(0, len(things), each)]


def in_parts(title: str, number: int, of: int) -> str:
    """A title, with which of its pages this is when there are several."""
    if of == 1:
        return title
    part = _("{number} of {count}").format(number=number, count=of)
    return f"{title} · {part}" if title else part
