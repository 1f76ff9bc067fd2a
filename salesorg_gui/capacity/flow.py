"""How leads become customers along the drawn handoffs: how many of whom arrive at each seat a month.

Every seat takes those it can take further, and hands on what it has made of them. Where handoffs carry no probability,
what is left is split evenly. Returns count where they have one.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from salesorg_gui.capacity.basin import Basin, basin_of
from salesorg_gui.capacity.ground import Ground, Way
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.posts import WIDTH, Post, Posts
from salesorg_gui.capacity.splitting import Shares
from salesorg_gui.capacity.springs import Springs
from salesorg_gui.domain.derived import patched
from salesorg_gui.domain.ids import HandoffId, SeatId

type Bound = Callable[[SeatId, AbstractSet[SeatId]], Iterable[SeatId]]
"""To whom a seat is bound; those seen already may be left out."""
type Steps = Mapping[int, Sequence[tuple[int, float]]]


@dataclass(frozen=True)
class Flow:
    """What flows through the basins of a chart, each under the first of its seats; and all of it together.

    Together, posts count by number; ``steps`` lead from each to others, within seats and between them, with the share
    that goes. ``origin`` is the flow at the plan's own volume that this was scaled from.
    """

    seats: Sequence[SeatId] = ()
    springs: Springs = field(default_factory=Springs)
    by_first: Mapping[SeatId, Basin] = field(default_factory=dict)
    origin: "Flow | None" = field(default=None, repr=False, compare=False)

    @property
    def basins(self) -> Collection[Basin]:
        """The basins in their order."""
        return self.by_first.values()

    @cached_property
    def places(self) -> Mapping[SeatId, tuple[Basin, int]]:
        """For each seat that is fed its basin, and where its posts begin there."""
        return _places(self.basins)

    def at(self, seat: SeatId, phase: Phase) -> float:
        """How many in that phase come to a seat."""
        place = self.places.get(seat)
        return place[0].current.amounts.get(place[1] + phase, 0.0) if place is not None else 0.0

    def scaled(self, factor: float) -> "Flow":
        """With so many times as much coming in: the ways stay, and every amount grows alike."""
        alike = {id(basin.current): basin.current for basin in self.basins}
        grown = {which: current.scaled(factor) for which, current in alike.items()}
        basins = {first: basin.scaled(factor, grown[id(basin.current)]) for first, basin in self.by_first.items()}
        return Flow(self.seats, self.springs.scaled(factor), basins, self.origin or self)

    @cached_property
    def posts(self) -> Posts:
        """The numbers of all posts."""
        return self.origin.posts if self.origin is not None else Posts.of(self.seats, self.springs.sources)

    @cached_property
    def amounts(self) -> Mapping[int, float]:
        """How many come to each post."""
        posts, springs = self.posts, self.springs.sources
        found = {posts.sources[id] + spring.phase: spring.amount for id, spring in springs.items()}
        for basin, at in self._numbered:
            found.update((at[post], amount) for post, amount in basin.current.amounts.items())
        return found

    @cached_property
    def steps(self) -> Steps:
        """Where those at each post go, and with which share."""
        if self.origin is not None:
            return self.origin.steps
        posts, springs = self.posts, self.springs.sources
        found = {
            posts.sources[id] + spring.phase: [(posts.seats[one.seat] + one.phase, one.share) for one in spring.ways]
            for id, spring in springs.items()
        }
        for basin, at in self._numbered:
            for post, outs in basin.current.steps.items():
                found[at[post]] = [(at[to], share) for to, share in outs]
        return found

    @cached_property
    def shares(self) -> Mapping[int, Shares[HandoffId, int]]:
        """What goes along handoffs of it."""
        if self.origin is not None:
            return self.origin.shares
        posts, springs = self.posts, self.springs.sources
        found: dict[int, Shares[HandoffId, int]] = {
            posts.sources[id] + spring.phase: tuple(
                [(one.handoff, posts.seats[one.seat] + one.phase, one.share) for one in spring.ways]
            )
            for id, spring in springs.items()
            if spring.ways
        }
        for basin, at in self._numbered:
            for post, outs in basin.current.shares.items():
                found[at[post]] = tuple([(basin.handoffs[way], at[to], share) for way, to, share in outs])
        return found

    @cached_property
    def stuck(self) -> Sequence[int]:
        """Reached posts at which nobody works, those of the sources among them."""
        starts = [self.posts.sources[id] + spring.phase for id, spring in self.springs.sources.items()]
        return [*starts, *(at[post] for basin, at in self._numbered for post in basin.current.stuck)]

    @cached_property
    def taken(self) -> AbstractSet[int]:
        """The posts at which a seat that is fed works."""
        return frozenset(at[post] for basin, at in self._numbered for post in basin.current.taken)

    @cached_property
    def arriving(self) -> Mapping[Post, float]:
        """How many come to each post."""
        return {self.posts.post(number): amount for number, amount in self.amounts.items()}

    @cached_property
    def along(self) -> Mapping[HandoffId, float]:
        """How many go along each handoff."""
        return {id: self.amounts[start] * share for start, out in self.shares.items() for id, _to, share in out}

    @cached_property
    def lost(self) -> Mapping[Post, float]:
        """What stays at posts that can neither work on it nor hand all of it on."""
        left = {post: self.amounts[post] * (1 - sum(share for _to, share in self.steps[post])) for post in self.stuck}
        return {self.posts.post(number): amount for number, amount in left.items() if amount > 0}

    @cached_property
    def customers(self) -> float:
        """How many sign."""
        return sum(
            basin.current.amounts[start] * share
            for basin in self.basins
            for start, outs in basin.current.steps.items()
            if start % WIDTH == Phase.QUALIFIED
            for to, share in outs
            if to == start + 1
        )

    @property
    def _numbered(self) -> Iterator[tuple[Basin, Sequence[int]]]:
        """Each basin with the numbers of its posts."""
        numbers = self.posts.seats
        for basin in self.basins:
            yield basin, [number for seat in basin.seats for number in range(numbers[seat], numbers[seat] + WIDTH)]


def flow_of(ground: Ground) -> Flow:
    """The flow through a chart. Raises ``EndlessReturns`` where what comes back never ends."""
    springs = Springs.of(ground)
    return Flow(ground.chart.seat_ids, springs, {one.seats[0]: one for one in _all_basins(ground, springs)})


def flow_after(before: Flow, ground: Ground, springs: Springs, touched: Iterable[SeatId]) -> Flow:
    """The same of the next chart, when ``touched`` seats or their handoffs are others than before.

    Basins without such a seat stay what they are. Raises ``EndlessReturns`` as ``flow_of`` does.
    """
    asked = {*touched, *springs.other_than(before.springs)}
    gone = {place[0].seats[0]: place[0] for seat in asked if (place := before.places.get(seat)) is not None}
    asked.update(chain.from_iterable(basin.seats for basin in gone.values()))
    fresh = {basin.seats[0]: basin for basin in _basins(ground, springs, asked)}
    around = (
        place[0] for one in fresh.values() for seat in one.seats if (place := before.places.get(seat)) is not None
    )
    gone |= {basin.seats[0]: basin for basin in around}
    basins = patched(before.by_first, dict.fromkeys(gone) | fresh)
    if basins == before.by_first and springs is before.springs and ground.chart.seat_ids == before.seats:
        return before
    after = Flow(ground.chart.seat_ids, springs, basins)
    lost = chain.from_iterable(basin.seats for basin in gone.values())
    after.__dict__["places"] = patched(before.places, dict.fromkeys(lost) | _places(fresh.values()))
    return after


def _places(basins: Iterable[Basin]) -> dict[SeatId, tuple[Basin, int]]:
    return {seat: (basin, place * WIDTH) for basin in basins for place, seat in enumerate(basin.seats)}


def _basins(ground: Ground, springs: Springs, among: Iterable[SeatId]) -> Iterator[Basin]:
    """The basins in which any of some seats are fed, by the first of their seats; only around these is looked."""
    ways: dict[SeatId, Sequence[Way]] = {}

    def bound(seat: SeatId, seen: AbstractSet[SeatId]) -> Iterable[SeatId]:
        ways[seat] = ground.ways_from(seat)
        return (*[way.taker for way in ways[seat]], *ground.givers_to(seat, seen))

    return _parted(ground, springs, among, ways, bound)


def _all_basins(ground: Ground, springs: Springs) -> Iterator[Basin]:
    """All basins, by the first of their seats; every handoff is looked at once."""
    ways, neighbours = ground.ways(), defaultdict[SeatId, list[SeatId]](list)
    for one in chain.from_iterable(ways.values()):
        neighbours[one.giver].append(one.taker)
        neighbours[one.taker].append(one.giver)
    return _parted(ground, springs, springs.fed, ways, lambda seat, _seen: neighbours.get(seat, ()))


def _parted(
    ground: Ground, springs: Springs, among: Iterable[SeatId], ways: Mapping[SeatId, Sequence[Way]], bound: Bound
) -> Iterator[Basin]:
    """The basins of some seats; ``bound`` says to whom a seat is bound, and has its ways out put among ``ways``."""
    fed, sorted_in, found = springs.fed, set[SeatId](), list[tuple[SeatId, ...]]()
    for start in among:
        if start in fed and start not in sorted_in:
            joint = _joint(start, bound)
            sorted_in |= joint
            found.append(tuple(sorted(joint)))
    for seats in sorted(found):
        coming = tuple([one for seat in seats for one in fed.get(seat, ())])
        yield basin_of(ground, seats, ways, coming, springs.cold)


def _joint(start: SeatId, bound: Bound) -> set[SeatId]:
    """All seats that are bound to one, step by step."""
    seen, waiting = {start}, [start]
    while waiting:
        for other in bound(waiting.pop(), seen):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen
