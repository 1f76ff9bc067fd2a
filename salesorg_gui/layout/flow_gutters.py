"""How wide columns and gutters are, and the x of every track in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from salesorg_gui.domain.ids import StageId
from salesorg_gui.layout.flow_form import Form
from salesorg_gui.layout.flow_parts import Column
from salesorg_gui.layout.flow_stages import Span
from salesorg_gui.layout.flow_team import LEFT, RIGHT
from salesorg_gui.layout.flow_tracks import APART, Tracks
from salesorg_gui.layout.lengths import CARD_WIDTH, SOURCE_WIDTH

NARROW = 128.0
"""A column in which only wider cards stand."""
MARGIN = 16.0
"""Between a card and what runs beside it: room for an arrow."""
SLIM = 16.0
"""A gutter nothing runs in."""
FIRST = 16.0
"""More room in the gutter behind the lead sources, for the edge of the lanes."""
GRID = 4.0
MANY = 8
"""From more tracks than this, they move closer together."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """From ``x`` to ``right``; where the pills begin, how wide they may be, and how many tracks are on either side."""

    x: float
    right: float
    pills: float
    width: float
    counts: tuple[int, int]

    def track(self, side: int, number: int) -> float:
        """The x of a track."""
        start = self.x + MARGIN if side == LEFT else self.pills + self.width + APART
        return start + number * _pitch(self.counts[side])

    @property
    def middle(self) -> float:
        """Where pills are centred."""
        return self.pills + self.width / 2


@dataclass(frozen=True, slots=True)
class Ruler:
    """All columns and gutters. The gutter before a column has its number. ``sources`` is the column of lead sources."""

    columns: tuple[Column, ...]
    gutters: tuple[Gutter, ...]
    sources: Column | None
    own_tracks: tuple[tuple[int, int], ...]


def ruler_of(
    stages: Sequence[tuple[StageId, ...]], forms: Sequence[Form], across: Tracks, *, has_sources: bool
) -> Ruler:
    """Columns as wide as their cards, gutters as wide as their widest pill and their tracks."""
    forms = tuple({id(form): form for form in forms}.values())
    singles = {first for form in forms for first, last in form.team.cards if first == last}
    widths = [ceil(width / GRID) * GRID for width in pill_widths(forms, len(stages) + 1)]
    own = tuple(own_tracks(forms, gutter) for gutter in range(len(stages) + 1))
    x = SOURCE_WIDTH if has_sources else 0.0
    columns: list[Column] = []
    gutters: list[Gutter] = []
    for number in range(len(stages) + 1):
        counts = (
            own[number][LEFT] + across.counts.get((number, LEFT), 0),
            own[number][RIGHT] + across.counts.get((number, RIGHT), 0),
        )
        gutters.append(_gutter(x, widths[number], counts, FIRST if has_sources and not number else 0.0))
        if number < len(stages):
            width = CARD_WIDTH if number in singles else NARROW
            columns.append(Column(stages[number], gutters[-1].right, width))
            x = columns[-1].right
    sources = Column((), 0.0, SOURCE_WIDTH) if has_sources else None
    return Ruler(tuple(columns), tuple(gutters), sources, own)


def pill_widths(forms: Iterable[Form], count: int) -> list[float]:
    """The widest pill of each gutter."""
    widths = [0.0] * count
    for form in forms:
        for slot in form.slots.values():
            widths[slot.gutter] = max(widths[slot.gutter], slot.width)
    return widths


def own_tracks(forms: Iterable[Form], gutter: int) -> tuple[int, int]:
    """How many tracks the ways inside lanes need on either side of a gutter."""
    left, right = 0, 0
    for form in forms:
        left = max(left, form.tracks.counts.get((gutter, LEFT), 0))
        right = max(right, form.tracks.counts.get((gutter, RIGHT), 0))
    return left, right


def wide(ruler: Ruler, span: Span) -> tuple[float, float]:
    """From which x to which a card of these columns reaches."""
    return ruler.columns[span[0]].x, ruler.columns[span[1]].right


def _gutter(x: float, pill: float, counts: tuple[int, int], more: float) -> Gutter:
    if not pill and not any(counts):
        return Gutter(x, x + SLIM + more, x + SLIM / 2, 0.0, counts)
    left, right = (count * _pitch(count) for count in counts)
    pills = x + MARGIN + left + more
    return Gutter(x, pills + pill + right + MARGIN, pills, pill, counts)


def _pitch(count: int) -> float:
    """Tracks are as far apart as lines are, closer when they are many."""
    return APART if count <= MANY else APART * MANY / count
