"""Finds what lies under a spot of the board and where between its neighbours something would go."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.drawing import words
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.lengths import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, POD_HEADER, POD_PAD, SEGMENT_GAP

PART = 24.0
"""How far two cards stand apart round the caret."""
REACH = 40.0
"""How far below its frame a pod still takes a card."""
LEAD_ROW = 24.0
"""The lower half of a pod's header names its lead: a slot of its own."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place among neighbours: before which of them (``None``: last), the caret, and who steps aside."""

    before: str | None
    after: str | None
    caret: tuple[Point, Point]
    parted: Mapping[Key, Point]
    slot: Rect


@dataclass(frozen=True)
class Ground:
    """The chart as it lies on the screen while a hand holds something over it."""

    chart: Chart
    layout: Layout
    catalogue: Catalogue
    near: Callable[[Rect], Iterable[Key]] | None = None
    """Finds the cards and frames that touch a rectangle; without it all are looked through."""

    @property
    def is_board(self) -> bool:
        """Whether places can be changed here; the reporting tree has none."""
        return self.layout.view is ViewKind.BOARD

    @property
    def is_flow(self) -> bool:
        """Whether seats stand in lanes along the journey: a hand chooses their lane, not their place."""
        return self.layout.view is ViewKind.HANDOFFS

    def title(self, seat: SeatId) -> str:
        """What a seat is called."""
        record = self.chart.seats[seat]
        return words.seat_title(record, self.catalogue.role(record.role))

    def person(self, seat: SeatId) -> str:
        """Who sits there, else what the seat is called."""
        return words.person_or_title(self.chart.seats[seat], self.catalogue)

    def segment_title(self, segment: SegmentId) -> str:
        """What a segment is called."""
        return words.segment_title(self.chart.segments[segment], self.catalogue)

    def card_at(self, spot: Point, kind: Kind, without: Iterable[Key] = ()) -> Key | None:
        """The card of that kind under the spot; the one drawn last when several are."""
        ignored = set(without)
        cards = self.layout.cards
        hits = [key for key in self._near(spot) if key.kind is kind and key in cards and cards[key].contains(spot)]
        return max(
            (key for key in hits if key not in ignored), key=lambda key: (cards[key].y, cards[key].x), default=None
        )

    def pod_at(self, spot: Point) -> PodId | None:
        """The pod under the spot, else the one just above it: there its next card will stand."""
        frames = self.layout.frames
        pods = sorted(key for key in self._near(spot, REACH) if key.kind is Kind.POD)
        inside = [key for key in pods if frames[key].contains(spot)]
        below = [key for key in pods if _under(frames[key]).contains(spot)]
        return next((PodId(key.id) for key in (*inside, *below)), None)

    def segment_at(self, spot: Point, without: Iterable[SegmentId] = ()) -> SegmentId | None:
        """The innermost segment under the spot."""
        ignored, frames = set(without), self.layout.frames
        segments = [key for key in self._near(spot) if key.kind is Kind.SEGMENT and frames[key].contains(spot)]
        hits = sorted((frames[key].width * frames[key].height, key) for key in segments)
        return next((SegmentId(key.id) for _size, key in hits if key.id not in ignored), None)

    def changes_nothing(self, edit: ChartEdit) -> bool:
        """Whether an edit would leave the chart as it is; found once while the hand stays at one place."""
        known = self._judged
        if edit not in known:
            known.clear()
            known[edit] = edit.apply(self.chart) is self.chart
        return known[edit]

    @cached_property
    def _judged(self) -> dict[ChartEdit, bool]:
        return {}

    def _near(self, spot: Point, above: float = 0.0) -> Iterable[Key]:
        """Cards and frames at the spot or a little above it; more than those when there is nobody to ask."""
        if self.near is None:
            return (*self.layout.frames, *self.layout.cards)
        return self.near(Rect(spot.x, spot.y - above, 0.0, above))

    def is_on_bench(self, spot: Point) -> bool:
        """Whether the spot lies on the bench."""
        return self.layout.bench is not None and self.layout.bench.contains(spot)

    def is_on_lead_row(self, spot: Point, pod: PodId) -> bool:
        """Whether the spot lies where the pod names its lead."""
        rect = self.layout.frames[Key(Kind.POD, pod)]
        return LEAD_ROW <= spot.y - rect.y < POD_HEADER - 2 and spot.x < rect.x + rect.width * 2 / 3

    def lead_row(self, pod: PodId) -> Rect:
        """Where the pod names its lead."""
        rect = self.layout.frames[Key(Kind.POD, pod)]
        return Rect(rect.x + POD_PAD - 8, rect.y + LEAD_ROW, rect.width * 2 / 3 - POD_PAD + 8, 20)

    def gap_in_pod(self, spot: Point, pod: PodId) -> Gap:
        """Between which seats of the pod the spot lies."""
        members = self.layout.members.get(pod, ())
        frame = self.layout.frames[Key(Kind.POD, pod)]
        cards = [self.layout.cards[Key(Kind.SEAT, seat)] for seat in members]
        if not cards:
            x, y = frame.x + POD_PAD, frame.y + POD_HEADER
            slot = Rect(x, y, CARD_WIDTH, CARD_HEIGHT)
            return Gap(None, None, (Point(x, y), Point(slot.right, y)), {}, slot)
        return _between_cards(spot, members, cards)

    def gap_in_segment(self, spot: Point, segment: SegmentId, kind: Kind) -> Gap:
        """Between which pods (or nested segments) of the segment the spot lies."""
        frame = self.layout.frames[Key(Kind.SEGMENT, segment)]
        neighbours = self.chart.pods_in if kind is Kind.POD else self.chart.segments_in
        keys = [Key(kind, record.id) for record in neighbours.get(segment, ())]
        standing = [(key, self.layout.frames[key]) for key in keys if key in self.layout.frames]
        if not standing:
            x, y = frame.x + 16, frame.y + 44
            slot = Rect(x, y, CARD_WIDTH + 2 * POD_PAD, max(frame.bottom - 16 - y, CARD_HEIGHT))
            return Gap(None, None, (Point(x, y), Point(x, slot.bottom)), {}, slot)
        return _between_frames(spot, standing)


def _under(rect: Rect) -> Rect:
    """The strip below a frame where its next card will stand."""
    return Rect(rect.x, rect.bottom, rect.width, REACH)


def _between_cards(spot: Point, members: Sequence[SeatId], cards: Sequence[Rect]) -> Gap:
    """The gap in the column nearest to the spot; the cards below it step down."""
    column_x = min({card.x for card in cards}, key=lambda x: abs(x + CARD_WIDTH / 2 - spot.x))
    column = [n for n, card in enumerate(cards) if card.x == column_x]
    passed = sum(1 for n in column if cards[n].centre.y < spot.y)
    at = column[0] + passed
    step = PART - CARD_GAP
    if passed == 0:
        y = cards[column[0]].y - CARD_GAP / 2 + step / 2
        parted = column
    else:
        y = cards[column[passed - 1]].bottom + (PART / 2 if passed < len(column) else CARD_GAP)
        parted = column[passed:]
    slot = Rect(column_x, y - CARD_GAP / 2 + 4, CARD_WIDTH, CARD_HEIGHT)
    return Gap(
        members[at] if at < len(members) else None,
        members[at - 1] if at else None,
        (Point(column_x, y), Point(column_x + CARD_WIDTH, y)),
        {Key(Kind.SEAT, members[n]): Point(0.0, step) for n in parted},
        slot,
    )


def _between_frames(spot: Point, standing: Sequence[tuple[Key, Rect]]) -> Gap:
    """The gap in the row nearest to the spot. Frames do not step aside: there is room for the caret between them."""
    top = min({rect.y for _key, rect in standing}, key=lambda y: _away(spot.y, y, standing))
    row = [n for n, (_key, rect) in enumerate(standing) if rect.y == top]
    passed = sum(1 for n in row if standing[n][1].centre.x < spot.x)
    at = row[0] + passed
    near = standing[row[min(passed, len(row) - 1)]][1]
    x = near.x - SEGMENT_GAP / 2 if passed < len(row) else near.right + SEGMENT_GAP / 2
    return Gap(
        standing[at][0].id if at < len(standing) else None,
        standing[at - 1][0].id if at else None,
        (Point(x, near.y), Point(x, near.bottom)),
        {},
        Rect(x, near.y, CARD_WIDTH, near.height),
    )


def _away(y: float, top: float, standing: Sequence[tuple[Key, Rect]]) -> float:
    bottom = max(rect.bottom for _key, rect in standing if rect.y == top)
    return max(top - y, y - bottom, 0.0)
