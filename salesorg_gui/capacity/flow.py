"""How leads become customers along the drawn handoffs: how many of whom arrive at each seat a month.

Every seat takes those it can take further, and hands on what it has made of them. Where handoffs carry no probability,
what is left is split evenly. Returns count where they have one.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property

from salesorg_gui.capacity.exits import Exits, Way, exits_of
from salesorg_gui.capacity.linear import EndlessReturns, amounts
from salesorg_gui.capacity.phases import NEXT, Phase, taken_by, yields
from salesorg_gui.capacity.posts import WIDTH, Post, Posts
from salesorg_gui.capacity.work import Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, SeatId

FOLLOWING = {int(phase): int(following) for phase, following in NEXT.items()}

type Steps = Mapping[int, Sequence[tuple[int, float]]]
type Shares = tuple[tuple[HandoffId, int, float], ...]


@dataclass(frozen=True)
class Flow:
    """Amounts a month: ``arriving`` at each post, ``along`` each handoff; ``lost`` end at a post that cannot go on.

    Posts count by number; ``steps`` lead from each to others, within seats and between them, with the share that goes.
    ``taken`` are the posts where a seat works; ``stuck`` are reached posts where none does.
    """

    posts: Posts = field(default_factory=lambda: Posts((), {}, {}))
    amounts: Mapping[int, float] = field(default_factory=dict)
    steps: Steps = field(default_factory=dict)
    shares: Mapping[int, Shares] = field(default_factory=dict)
    stuck: Sequence[int] = ()
    taken: AbstractSet[int] = frozenset()

    def at(self, seat: SeatId, phase: Phase) -> float:
        """How many in that phase come to a seat."""
        return self.amounts.get(self.posts.seats[seat] + phase, 0.0)

    def scaled(self, factor: float) -> "Flow":
        """With so many times as much coming in: the ways stay, and every amount grows alike."""
        return replace(self, amounts={post: amount * factor for post, amount in self.amounts.items()})

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
            self.amounts[start] * share
            for start, outs in self.steps.items()
            if start % WIDTH == Phase.QUALIFIED
            for to, share in outs
            if to == start + 1
        )


def flow_of(chart: Chart, catalogue: Catalogue, works: Mapping[SeatId, Work], figures: CapacityDefaults) -> Flow:
    """The flow through a chart. Raises ``EndlessReturns`` where what comes back never ends."""
    posts = Posts.of(chart)
    exits = exits_of(chart, catalogue, posts, works)
    taken = {posts.seats[seat] + phase for seat, work in works.items() for phase in taken_by(work.stages)}
    sources = (chart.sources[id] for id in posts.sources)
    given = {posts.start(source): max(0.0, source.per_month) for source in sources}
    walk = _Walk(exits, taken, _Yields.of(figures), given.keys())
    walk.go()
    try:
        arriving = amounts(given, walk.steps)
    except EndlessReturns as endless:
        raise EndlessReturns([posts.post(number) for number in endless.spots]) from endless
    return Flow(posts, arriving, walk.steps, walk.shares, walk.stuck, taken)


@dataclass(frozen=True)
class _Yields:
    """What becomes of one in each phase, by its number; ``hot_left`` of a lead where hot ones have gone ahead."""

    by_phase: Mapping[int, float]
    hot_left: float
    hot_share: float

    @staticmethod
    def of(figures: CapacityDefaults) -> "_Yields":
        usual = {int(phase): yields(phase, figures) for phase in NEXT}
        return _Yields(usual, yields(Phase.LEAD, figures, hot_left=True), figures.hot_lead_share)


def _sum(shares: Shares) -> float:
    return sum(share for _id, _to, share in shares)


@dataclass(frozen=True)
class _Walk:
    """Where everything at a post goes."""

    exits: Exits
    taken: AbstractSet[int]
    made: _Yields
    sources: AbstractSet[int]
    shares: dict[int, Shares] = field(default_factory=dict)
    steps: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    stuck: list[int] = field(default_factory=list)

    def go(self) -> None:
        """From the sources on to all that they reach."""
        waiting, steps = list(self.sources), self.steps
        onward, back, taken = self.exits.onward, self.exits.back, self.taken
        while waiting:
            post = waiting.pop()
            if post in steps:
                continue
            if post in onward or post in back or post not in taken:
                steps[post] = self._out_of(post)
                waiting += [to for to, _share in steps[post]]
            elif found := self._worked_on(post, 1.0):
                steps[post] = found
                waiting.append(found[0][0])
            else:
                steps[post] = found

    def _out_of(self, post: int) -> list[tuple[int, float]]:
        """Handed on as it is, sent back, and what the seat itself makes of the rest."""
        takes, phase = post in self.taken, post % WIDTH
        if not takes and phase != Phase.KEPT:
            self.stuck.append(post)
        steps: list[tuple[int, float]] = []
        gone = 0.0
        if shares := self._shares_of(post, must_go=not takes):
            self.shares[post] = shares
            steps = [(to, share) for _id, to, share in shares]
            gone = sum(share for _to, share in steps) if takes else 1.0
        return [*steps, *self._worked_on(post, max(0.0, 1 - gone))] if takes else steps

    def _worked_on(self, post: int, left: float) -> list[tuple[int, float]]:
        """What a seat makes of those it does not hand on as they are."""
        phase = post % WIDTH
        following = FOLLOWING.get(phase)
        if following is None:
            return []
        made = self.made.hot_left if post in self.exits.without_hot else self.made.by_phase[phase]
        return [(post - phase + following, left * made)]

    def _shares_of(self, post: int, *, must_go: bool) -> Shares:
        """What is sent back does not go onward too: nobody leaves twice."""
        onward, back = self.exits.onward.get(post), self.exits.back.get(post)
        forth = self._split(post, onward, must_go=must_go) if onward else ()
        if not back:
            return forth
        returned = self._split(post, back, must_go=False)
        gone, left = _sum(forth), 1.0 - _sum(returned)
        if gone > left:
            forth = tuple([(id, to, share * left / gone) for id, to, share in forth])
        return (*forth, *returned)

    def _split(self, post: int, ways: Sequence[Way], *, must_go: bool) -> Shares:
        """The share of each handoff: its probability, and evenly what is left where all must go."""
        if len(ways) == 1 and must_go and ways[0][2] is None:
            return ((ways[0][0], ways[0][1], 1.0),)
        told = {id: min(max(chance, 0.0), 1.0) for id, _to, chance, _hot in ways if chance is not None}
        if must_go:
            told |= self._hot(post, [way for way in ways if way[0] not in told])
            untold = [way[0] for way in ways if way[0] not in told]
            told |= dict.fromkeys(untold, max(0.0, 1 - sum(told.values())) / max(1, len(untold)))
        if not told:
            return ()
        total = max(1.0, sum(told.values()))
        return tuple([(id, to, told[id] / total) for id, to, _chance, _hot in ways if id in told])

    def _hot(self, post: int, ways: Sequence[Way]) -> dict[HandoffId, float]:
        """Hot leads have a share of their own beside the others."""
        hot = [id for id, _to, _chance, is_hot in ways if is_hot]
        if not hot or len(hot) == len(ways):
            return {}
        share = self.made.hot_share
        if post not in self.sources:
            share /= self.made.by_phase[Phase.LEAD]
        return dict.fromkeys(hot, min(1.0, share) / len(hot))
