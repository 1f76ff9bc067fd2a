"""How many different people a customer meets on the way from a lead source to whoever keeps him.

Each seat that works on a customer is one face; seats that only pass him on, lead sources and marketing are none. Who
comes back to somebody by a return meets a face again, which counts again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.capacity.flow import Flow
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.domain.ids import SeatId, SourceId

MOST_FACES = 12
"""Who meets more than so many counts as meeting so many."""
MOST_ROUNDS = 500
LEAST = 1e-9

type Counts = list[float]
"""How many customers meet 0, 1, 2 … faces."""


@dataclass(frozen=True, slots=True)
class Faces:
    """How many customers a month meet how many faces."""

    customers: Mapping[int, float]

    @property
    def total(self) -> float:
        """All customers."""
        return sum(self.customers.values())

    @property
    def mean(self) -> float:
        """Faces on average; 0 where nobody becomes a customer."""
        total = self.total
        return sum(count * amount for count, amount in self.customers.items()) / total if total > 0 else 0.0

    @property
    def most(self) -> int:
        """The most faces anybody meets."""
        return max(self.customers, default=0)

    def share(self, count: int) -> float:
        """Which share of the customers meets so many."""
        return self.customers.get(count, 0.0) / self.total if self.total > 0 else 0.0


@dataclass(frozen=True)
class Encounters:
    """The faces along one flow."""

    flow: Flow

    @cached_property
    def by_source(self) -> Mapping[SourceId, Faces]:
        """The faces behind each lead source that wins customers."""
        posts, found = self.flow.posts, dict[SourceId, Faces]()
        for source, number in posts.sources.items():
            for start in range(number, number + WIDTH):
                amount = self.flow.amounts.get(start, 0.0) if start in self._met else 0.0
                faces = _faces(self._met.get(start, ()), amount)
                if faces.customers:
                    found[source] = faces
        return found

    @cached_property
    def by_first_seat(self) -> Mapping[SeatId, Faces]:
        """The faces of those who come from a lead source to each seat first."""
        posts, landed = self.flow.posts, defaultdict[int, Counts](lambda: [0.0] * (MOST_FACES + 1))
        starts = (start for number in posts.sources.values() for start in range(number, number + WIDTH))
        arriving = (
            (to, self.flow.amounts.get(start, 0.0) * share)
            for start in starts
            for to, share in self.flow.steps.get(start, ())
        )
        for to, amount in arriving:
            _add(landed[to // WIDTH], self._met.get(to, ()), amount, is_new=to in self.flow.taken)
        found = {SeatId(posts.names[place]): _faces(counts, 1.0) for place, counts in landed.items()}
        return {seat: faces for seat, faces in found.items() if faces.customers}

    @cached_property
    def all(self) -> Faces:
        """All customers."""
        return together(self.by_source.values())

    @cached_property
    def _met(self) -> Mapping[int, Counts]:
        """For one who stands at a post: how many customers come of him that meet so many faces from there on."""
        steps, taken = self.flow.steps, self.flow.taken
        met: dict[int, Counts] = {}
        settled, circling = backwards(steps)
        for post in settled:
            met[post] = self._from(post, steps[post], taken, met)
        rounds = MOST_ROUNDS if circling else 0
        while rounds:
            rounds -= 1
            moved = 0.0
            for post in circling:
                counts = self._from(post, steps[post], taken, met)
                moved = max(moved, abs(sum(counts) - sum(met.get(post, ()))))
                met[post] = counts
            rounds = rounds if moved > LEAST else 0
        return met

    def _from(
        self, post: int, ways: Sequence[tuple[int, float]], taken: AbstractSet[int], met: Mapping[int, Counts]
    ) -> Counts:
        counts = [0.0] * (MOST_FACES + 1)
        seat = post // WIDTH if post in taken else -1
        if post % WIDTH >= Phase.SIGNED:
            counts[0] = max(0.0, 1.0 - sum(share for _to, share in ways))
        for to, share in ways:
            further = met.get(to)
            if further is None:
                continue
            _add(counts, further, share, is_new=to in taken and to // WIDTH != seat)
        return counts


def together(several: Iterable[Faces]) -> Faces:
    """The customers of several, counted as one."""
    found: dict[int, float] = defaultdict(float)
    for faces in several:
        for count, amount in faces.customers.items():
            found[count] += amount
    return Faces(dict(sorted(found.items())))


def backwards(steps: Mapping[int, Sequence[tuple[int, float]]]) -> tuple[list[int], list[int]]:
    """The posts, each after those its ways lead to; and those on circles or before one, in no such order."""
    waiting = {post: len({to for to, _share in ways}) for post, ways in steps.items()}
    givers: dict[int, list[int]] = defaultdict(list)
    for post, ways in steps.items():
        for to in {to for to, _share in ways}:
            givers[to].append(post)
    order = [post for post, count in waiting.items() if not count]
    for post in order:
        for giver in givers.get(post, ()):
            waiting[giver] -= 1
            if not waiting[giver]:
                order.append(giver)
    return order, [post for post in reversed(list(steps)) if waiting[post]]


def _add(counts: Counts, further: Iterable[float], share: float, *, is_new: bool) -> None:
    """Add a share of what is met further on, one face more where there is a new one."""
    for count, amount in enumerate(further):
        if amount:
            counts[min(MOST_FACES, count + is_new)] += share * amount


def _faces(counts: Iterable[float], amount: float) -> Faces:
    return Faces({count: share * amount for count, share in enumerate(counts) if share * amount > LEAST})
