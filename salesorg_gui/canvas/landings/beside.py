"""Where on a card a drop is: on its centre it makes a report, on its side a peer that stands before or after it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

CENTRE_WIDTH, CENTRE_HEIGHT = 0.56, 0.5
"""So much of a card, across and down, is its centre."""
ASIDE = 8.0
"""Where the caret stands beside a card."""
STEP = 6.0
"""How far the neighbours of the caret step aside."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A place among the reports of a manager: before which of them (``None``: last), and next to whom."""

    manager: SeatId
    before: SeatId | None
    neighbour: SeatId
    is_after: bool
    caret: tuple[Point, Point]
    parted: Mapping[Key, Point]

    def says(self, ground: Ground) -> str:
        """The end of a sentence: next to whom."""
        sentence = _(", after {neighbour}") if self.is_after else _(", before {neighbour}")
        return sentence.format(neighbour=ground.person(self.neighbour))


def is_on_centre(rect: Rect, spot: Point) -> bool:
    """Whether a spot of a card is its centre and not a side."""
    centre = rect.centre
    across, down = abs(spot.x - centre.x), abs(spot.y - centre.y)
    return across <= rect.width * CENTRE_WIDTH / 2 and down <= rect.height * CENTRE_HEIGHT / 2


def beside(ground: Ground, card: Key, spot: Point, held: Collection[SeatId] = ()) -> Beside | None:
    """The place on that side of a card. Who reports to nobody has no peers, and on its centre nobody lands beside."""
    seat, cards = SeatId(card.id), ground.layout.cards
    manager, rect = ground.chart.manager_of(seat), cards[card]
    if manager is None or manager in held or is_on_centre(rect, spot):
        return None
    row = [line.report for line in ground.chart.lines_down.get(manager, ()) if line.report not in held]
    if seat not in row:
        return None
    rects = [cards[key] for other in row if (key := Key(Kind.SEAT, other)) in cards]
    is_stacked = len(rects) > 1 and all(abs(other.x - rect.x) < rect.width / 2 for other in rects)
    is_after = spot.y > rect.centre.y if is_stacked else spot.x > rect.centre.x
    at = row.index(seat) + is_after
    before = row[at] if at < len(row) else None
    other = row[at] if is_after and before is not None else row[at - 1] if at and not is_after else None
    step = Point(0.0, STEP) if is_stacked else Point(STEP, 0.0)
    away = Point(-step.x, -step.y)
    parted = {card: away if is_after else step}
    if other is not None and Key(Kind.SEAT, other) in cards:
        parted[Key(Kind.SEAT, other)] = step if is_after else away
    return Beside(manager, before, seat, is_after, _caret(rect, is_stacked=is_stacked, is_after=is_after), parted)


def _caret(rect: Rect, *, is_stacked: bool, is_after: bool) -> tuple[Point, Point]:
    if is_stacked:
        y = rect.bottom + ASIDE if is_after else rect.y - ASIDE
        return Point(rect.x, y), Point(rect.right, y)
    x = rect.right + ASIDE if is_after else rect.x - ASIDE
    return Point(x, rect.y), Point(x, rect.bottom)
