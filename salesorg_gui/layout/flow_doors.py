"""At which side and height of a card each handoff leaves and arrives, and which handoffs share a pill."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from salesorg_gui.layout.flow_slots import spread
from salesorg_gui.layout.flow_stages import Span
from salesorg_gui.layout.flow_team import DOWN, ELSEWHERE, LEFT, RIGHT, UP, Door, Passing, Team
from salesorg_gui.layout.lengths import CARD_HEIGHT

APART = 28.0
"""Doors stand as far apart as pills, so that a pill lies straight before its door."""
CLOSE = 12.0
RIM = 8.0
MANY = 3
"""From more doors on one side, what arrives of one sort shares a door."""
FAR = 1e9

type Ends = list[tuple[int, bool]]
"""Passings that share a door: their numbers, and whether they leave by it."""
type CardSide = tuple[int, int]


@dataclass
class Doors:
    """The doors of one lane. ``nets`` numbers the pill of each passing; ``leaving``, ``arriving`` its ends here."""

    nets: list[int] = field(default_factory=list)
    leaving: dict[int, Door] = field(default_factory=dict)
    arriving: dict[int, Door] = field(default_factory=dict)


def sides(giver: Span, taker: Span) -> tuple[int, int]:
    """From which side of the one to which side of the other: towards each other, or round by the right."""
    if giver[1] < taker[0]:
        return RIGHT, LEFT
    return (LEFT, RIGHT) if taker[1] < giver[0] else (RIGHT, RIGHT)


def sides_of(team: Team, passing: Passing) -> tuple[int, int]:
    """The same for a passing, wherever its ends are."""
    giver = passing.partner if passing.giver == ELSEWHERE else team.cards[passing.giver]
    taker = passing.partner if passing.taker == ELSEWHERE else team.cards[passing.taker]
    return sides(giver, taker)


def doors_of(team: Team, tops: Sequence[float]) -> Doors:
    """All doors. Who aims higher has the higher door."""
    found = Doors()
    for (card, side), doors in sorted(_ends(team, found).items()):
        doors.sort(key=lambda ends: (_aim(team, tops, ends), ends[0]))
        apart = min(APART, (CARD_HEIGHT - 2 * RIM) / max(len(doors) - 1, 1))
        first = tops[card] + CARD_HEIGHT / 2 - apart * (len(doors) - 1) / 2
        gutter = team.cards[card][1] + 1 if side == RIGHT else team.cards[card][0]
        for place, ends in enumerate(doors):
            door = Door(card, side, gutter, first + place * apart)
            for number, is_leaving in ends:
                (found.leaving if is_leaving else found.arriving)[number] = door
    return found


def leaving_by(team: Team) -> dict[CardSide, int]:
    """How many pills lie before each side of each card."""
    nets = {(passing.giver, sides_of(team, passing)[0], passing.what) for passing in team.passings}
    counts: dict[CardSide, int] = defaultdict(int)
    for giver, side, _what in nets:
        counts[giver, side] += 1
    return counts


def levelled(doors: Doors, tops: Sequence[float], pills: Mapping[int, float]) -> Doors:
    """The same doors, level with their pills where these lie before the card: then the way is straight."""
    groups: dict[CardSide, dict[Door, list[float]]] = defaultdict(lambda: defaultdict(list))
    for ends in (doors.leaving, doors.arriving):
        for number, door in ends.items():
            pill = pills.get(number, door.y)
            is_before = tops[door.card] + RIM <= pill <= tops[door.card] + CARD_HEIGHT - RIM
            groups[door.card, door.side][door].append(pill if is_before else door.y)
    moved: dict[Door, Door] = {}
    for (card, _side), wishes in groups.items():
        order = sorted(wishes, key=lambda door: (min(wishes[door]), door.y))
        apart = min(CLOSE, (CARD_HEIGHT - 2 * RIM) / max(len(order) - 1, 1))
        places = spread([min(wishes[door]) for door in order], apart, tops[card] + RIM)
        over = max(places[-1] - (tops[card] + CARD_HEIGHT - RIM), 0.0)
        heights = spread([place - over for place in places], apart, tops[card] + RIM) if over else places
        moved |= {door: door._replace(y=y) for door, y in zip(order, heights, strict=True)}
    leaving = {number: moved[door] for number, door in doors.leaving.items()}
    return Doors(doors.nets, leaving, {number: moved[door] for number, door in doors.arriving.items()})


def _ends(team: Team, found: Doors) -> dict[CardSide, list[Ends]]:
    """What leaves and arrives at each side of each card; numbers the nets on the way."""
    numbers: dict[object, int] = {}
    groups: dict[CardSide, dict[object, Ends]] = defaultdict(lambda: defaultdict(list))
    for number, passing in enumerate(team.passings):
        out, into = sides_of(team, passing)
        net = numbers.setdefault(_pill_of(number, passing, out), len(numbers))
        found.nets.append(net)
        if passing.giver != ELSEWHERE:
            groups[passing.giver, out][net, True].append((number, True))
        if passing.taker != ELSEWHERE:
            shared = net if passing.from_source else number
            groups[passing.taker, into][shared, False].append((number, False))
    return {
        place: list(doors.values()) if len(doors) <= MANY else _merged(team, doors) for place, doors in groups.items()
    }


def _pill_of(number: int, passing: Passing, out: int) -> object:
    """What shares a pill: the same from one giver; from lead sources, the same to one receiver."""
    if passing.giver != ELSEWHERE:
        return passing.giver, out, passing.what
    return ("in", passing.taker, passing.what) if passing.from_source else number


def _merged(team: Team, doors: dict[object, Ends]) -> list[Ends]:
    """What arrives of one sort, through one door."""
    merged: dict[object, Ends] = defaultdict(list)
    for ends in doors.values():
        number, is_leaving = ends[0]
        merged[number if is_leaving else team.passings[number].what] += ends
    return list(merged.values())


def _aim(team: Team, tops: Sequence[float], ends: Ends) -> float:
    """The mean height of the other ends."""
    return sum(_height(team.passings[number], tops, is_leaving=leaving) for number, leaving in ends) / len(ends)


def _height(passing: Passing, tops: Sequence[float], *, is_leaving: bool) -> float:
    own, other = (passing.giver, passing.taker) if is_leaving else (passing.taker, passing.giver)
    if other != ELSEWHERE:
        return tops[other]
    return {UP: -FAR, DOWN: FAR}.get(passing.toward, tops[own])
