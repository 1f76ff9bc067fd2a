"""What flows through seats that hand on to each other; by numbers, so that seats drawn alike share it.

Posts are numbers: each seat in each phase, seat by seat. Ways are numbers too.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from salesorg_gui.capacity.ground import Yields
from salesorg_gui.capacity.linear import amounts
from salesorg_gui.capacity.phases import NEXT, Phase, taken_by
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.splitting import Choice, Shares, besides, gone_by, split
from salesorg_gui.domain.ids import StageId

FOLLOWING = {int(phase): int(following) for phase, following in NEXT.items()}
BEGINNING = frozenset({int(Phase.LEAD), int(Phase.PROSPECT)})
NONE: Sequence[Choice[int, int]] = ()
KEPT_CURRENTS, MOST_SEATS_KEPT = 2_048, 40


class Leg(NamedTuple):
    """A handoff from a post to a post."""

    leaves: int
    arrives: int
    chance: float | None
    is_hot: bool
    is_return: bool


class Bed(NamedTuple):
    """What is drawn: the stages of each seat that works, the handoffs, and what comes from sources at which posts.

    At ``cold`` posts leads come of which the hot ones went ahead.
    """

    stages: tuple[frozenset[StageId], ...]
    legs: tuple[Leg, ...]
    given: tuple[tuple[int, float], ...]
    cold: frozenset[int]
    made: Yields


@dataclass(frozen=True)
class Current:
    """Amounts a month at each post that is reached, and the steps and shares of handoffs that lead on.

    Seats work at ``taken`` posts; ``stuck`` are reached ones where none does.
    """

    amounts: Mapping[int, float] = field(default_factory=dict)
    steps: Mapping[int, Sequence[tuple[int, float]]] = field(default_factory=dict)
    shares: Mapping[int, Shares[int, int]] = field(default_factory=dict)
    stuck: Sequence[int] = ()
    taken: AbstractSet[int] = frozenset()

    @cached_property
    def is_onward(self) -> bool:
        """Whether nobody begins anew, and whoever is kept was taken in by the same seat or kept by another."""
        for start, outs in self.steps.items():
            phase = start % WIDTH
            for to, _share in outs:
                then = to % WIDTH
                if then in BEGINNING and then != phase:
                    return False
                if then == Phase.KEPT and (to not in self.taken or (phase != Phase.KEPT and to != start + 1)):
                    return False
        return True

    @cached_property
    def qualified(self) -> float:
        """Qualified leads that come to somebody who closes."""
        amounts = self.amounts
        return sum(amounts[post] for post in amounts if post % WIDTH == Phase.QUALIFIED and post in self.taken)

    @cached_property
    def lost(self) -> float:
        """The most that ends at any one post that can neither work on it nor hand all of it on."""
        ends = (self.amounts[post] * (1 - sum(share for _to, share in self.steps[post])) for post in self.stuck)
        return max(ends, default=0.0)

    def scaled(self, factor: float) -> "Current":
        """With so many times as much coming in."""
        return replace(self, amounts={post: amount * factor for post, amount in self.amounts.items()})


def current_of(bed: Bed) -> Current:
    """What flows there. Raises ``EndlessReturns`` where what comes back never ends."""
    return _kept(bed) if len(bed.stages) <= MOST_SEATS_KEPT else _solved(bed)


def _solved(bed: Bed) -> Current:
    walk = _Walk.through(bed)
    walk.go([post for post, _amount in bed.given])
    return Current(amounts(dict(bed.given), walk.steps), walk.steps, walk.shares, tuple(walk.stuck), walk.taken)


_kept = lru_cache(KEPT_CURRENTS)(_solved)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where everything at a post goes."""

    made: Yields
    onward: Mapping[int, Sequence[Choice[int, int]]]
    back: Mapping[int, Sequence[Choice[int, int]]]
    taken: AbstractSet[int]
    cold: AbstractSet[int]
    shares: dict[int, Shares[int, int]] = field(default_factory=dict)
    steps: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    stuck: list[int] = field(default_factory=list)

    @staticmethod
    def through(bed: Bed) -> "_Walk":
        """The walk through what is drawn."""
        onward: dict[int, list[Choice[int, int]]] = {}
        back: dict[int, list[Choice[int, int]]] = {}
        for number, leg in enumerate(bed.legs):
            ways = back if leg.is_return else onward
            ways.setdefault(leg.leaves, []).append((number, leg.arrives, leg.chance, leg.is_hot))
        taken = {n * WIDTH + phase for n, stages in enumerate(bed.stages) for phase in taken_by(stages)}
        return _Walk(bed.made, onward, back, taken, bed.cold)

    def go(self, waiting: list[int]) -> None:
        """From where something comes in on to all that it reaches."""
        steps, onward, back, taken = self.steps, self.onward, self.back, self.taken
        while waiting:
            post = waiting.pop()
            if post in steps:
                continue
            if post in onward or post in back or post not in taken:
                steps[post] = self._out_of(post, takes=post in taken)
                waiting += [to for to, _share in steps[post]]
            elif found := self._worked_on(post, 1.0):
                steps[post] = found
                waiting.append(found[0][0])
            else:
                steps[post] = found

    def _out_of(self, post: int, *, takes: bool) -> list[tuple[int, float]]:
        """Handed on as it is, sent back, and what the seat itself makes of the rest."""
        onward, back = self.onward.get(post), self.back.get(post)
        if not takes and post % WIDTH != Phase.KEPT:
            self.stuck.append(post)
        hot = self.made.hot_made
        shares = split(onward or NONE, hot, must_go=not takes)
        if back:
            shares = besides(shares, split(back, hot, must_go=False))
        if not shares:
            return self._worked_on(post, 1.0) if takes else []
        self.shares[post] = shares
        steps = [(to, share) for _id, to, share in shares]
        return [*steps, *self._worked_on(post, max(0.0, 1 - gone_by(shares)))] if takes else steps

    def _worked_on(self, post: int, left: float) -> list[tuple[int, float]]:
        """What a seat makes of those it does not hand on as they are."""
        phase = post % WIDTH
        following = FOLLOWING.get(phase)
        if following is None:
            return []
        made = self.made.hot_left if post in self.cold else self.made.by_phase[phase]
        return [(post - phase + following, left * made)]
