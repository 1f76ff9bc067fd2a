"""How leads become customers along the drawn handoffs: how many of whom arrive at each seat a month.

Every seat takes those it can take further, and hands on what it has made of them. Where handoffs carry no probability,
what is left is split evenly. Returns count where they have one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from salesorg_gui.capacity.linear import amounts
from salesorg_gui.capacity.phases import HOT_LEAD, NEXT, Phase, phase_of, works_on, yields
from salesorg_gui.capacity.work import Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Source


class Post(NamedTuple):
    """A seat or lead source, as far as it deals with one phase."""

    name: SeatId | SourceId
    phase: Phase
    is_source: bool = False


class Share(NamedTuple):
    """A part of what a post has to hand on, along one handoff."""

    handoff: HandoffId
    to: Post
    share: float


@dataclass(frozen=True, slots=True)
class Flow:
    """Amounts a month: ``arriving`` at each post, ``along`` each handoff; ``lost`` end at a post that cannot go on.

    ``steps`` are all ways from post to post, within seats and between them.
    """

    arriving: Mapping[Post, float] = field(default_factory=dict)
    along: Mapping[HandoffId, float] = field(default_factory=dict)
    lost: Mapping[Post, float] = field(default_factory=dict)
    customers: float = 0.0
    steps: tuple[tuple[Post, Post], ...] = ()

    def at(self, seat: SeatId, phase: Phase) -> float:
        """How many in that phase come to a seat."""
        return self.arriving.get(Post(seat, phase), 0.0)


@dataclass(frozen=True)
class _Exits:
    """Handoffs out of every seat and source by phase; returns apart."""

    onward: Mapping[Post, Sequence[Handoff]]
    back: Mapping[Post, Sequence[Handoff]]


def flow_of(chart: Chart, catalogue: Catalogue, works: Mapping[SeatId, Work], figures: CapacityDefaults) -> Flow:
    """The flow through a chart. Raises ``EndlessReturns`` where what comes back never ends."""
    ways = _Ways(chart, catalogue, works, figures)
    given = {
        Post(source.id, _first_phase(source), is_source=True): max(0.0, source.per_month)
        for source in chart.sources.values()
    }
    return ways.run(given)


def _first_phase(source: Source) -> Phase:
    return Phase.LEAD if source.lane is Lane.INBOUND else Phase.PROSPECT


class _Ways:
    """Where everything at a post goes."""

    def __init__(
        self, chart: Chart, catalogue: Catalogue, works: Mapping[SeatId, Work], figures: CapacityDefaults
    ) -> None:
        self._chart, self._catalogue, self._works, self._figures = chart, catalogue, works, figures
        self._exits = self._sorted_exits()
        self._shares: dict[Post, tuple[Share, ...]] = {}
        self._steps: dict[Post, list[tuple[Post, float]]] = {}

    def run(self, given: Mapping[Post, float]) -> Flow:
        """Walk on from what is given, then solve."""
        waiting = list(given)
        while waiting:
            post = waiting.pop()
            if post not in self._steps:
                self._steps[post] = list(self._out_of(post))
                waiting.extend(to for to, _share in self._steps[post])
        arriving = amounts(given, self._steps)
        along = {one.handoff: arriving[post] * one.share for post, shares in self._shares.items() for one in shares}
        lost = {
            post: left
            for post, steps in self._steps.items()
            if post.phase is not Phase.KEPT
            and not self._takes(post)
            and (left := arriving[post] * (1 - sum(share for _to, share in steps))) > 0
        }
        won = sum(
            arriving[post] * share
            for post, outs in self._steps.items()
            for to, share in outs
            if post.name == to.name and to.phase is Phase.SIGNED and post.phase is Phase.QUALIFIED
        )
        steps = tuple((post, to) for post, outs in self._steps.items() for to, _share in outs)
        return Flow(arriving, along, lost, won, steps)

    def _takes(self, post: Post) -> bool:
        return not post.is_source and works_on(self._works.get(SeatId(post.name)), post.phase)

    def _out_of(self, post: Post) -> Iterable[tuple[Post, float]]:
        """Handed on as it is, sent back, and what the seat itself makes of the rest."""
        takes = self._takes(post)
        onward = self._split(post, self._exits.onward.get(post, ()), must_go=not takes)
        back = self._split(post, self._exits.back.get(post, ()), must_go=False)
        self._shares[post] = (*onward, *back)
        gone = 0.0
        for one in self._shares[post]:
            gone += one.share
            yield one.to, one.share
        if takes and post.phase in NEXT:
            hot_left = post.phase is Phase.LEAD and self._hot_came_apart(post)
            yield (
                Post(post.name, NEXT[post.phase]),
                max(0.0, 1 - gone) * yields(post.phase, self._figures, hot_left=hot_left),
            )

    def _split(self, post: Post, handoffs: Sequence[Handoff], *, must_go: bool) -> tuple[Share, ...]:
        """The share of each handoff: its probability, and evenly what is left where all must go."""
        if not handoffs:
            return ()
        told = {one.id: min(max(one.probability, 0.0), 1.0) for one in handoffs if one.probability is not None}
        untold = [one for one in handoffs if one.id not in told]
        if must_go:
            told |= self._hot(post, untold)
            untold = [one for one in untold if one.id not in told]
            told |= dict.fromkeys((one.id for one in untold), max(0.0, 1 - sum(told.values())) / max(1, len(untold)))
        total = max(1.0, sum(told.values()))
        return tuple(
            Share(one.id, Post(one.target, self._arrives_as(one, post.phase)), told[one.id] / total)
            for one in handoffs
            if one.id in told
        )

    def _hot(self, post: Post, handoffs: Sequence[Handoff]) -> dict[HandoffId, float]:
        """Hot leads have a share of their own beside the others."""
        hot = [one.id for one in handoffs if one.object == HOT_LEAD]
        if not hot or len(hot) == len(handoffs):
            return {}
        share = self._figures.hot_lead_share
        if not post.is_source:
            share /= yields(Phase.LEAD, self._figures)
        return dict.fromkeys(hot, min(1.0, share) / len(hot))

    def _hot_came_apart(self, post: Post) -> bool:
        """Whether a source hands its hot leads to a closer itself, so that those here are without them."""
        return any(
            handoff.object == HOT_LEAD
            for giver in self._chart.handoffs_to.get(SeatId(post.name), ())
            for handoff in self._chart.handoffs_from.get(giver.source, ())
            if handoff.source in self._chart.sources
        )

    def _arrives_as(self, handoff: Handoff, phase: Phase) -> Phase:
        """What it is for the receiver: what comes back begins anew where the receiver begins."""
        if not self._is_back(handoff):
            known = self._object(handoff)
            return phase_of(known) if known is not None else phase
        work = self._works.get(handoff.target)
        return next((begin for begin in (Phase.LEAD, Phase.PROSPECT) if works_on(work, begin)), phase)

    def _is_back(self, handoff: Handoff) -> bool:
        known = self._object(handoff)
        return handoff.is_return or (known is not None and known.kind is ObjectKind.RETURN)

    def _object(self, handoff: Handoff) -> HandedObject | None:
        return self._catalogue.objects.get(handoff.object) if handoff.object is not None else None

    def _sorted_exits(self) -> _Exits:
        onward: dict[Post, list[Handoff]] = defaultdict(list)
        back: dict[Post, list[Handoff]] = defaultdict(list)
        for id in sorted(self._chart.handoffs):
            handoff = self._chart.handoffs[id]
            if handoff.target not in self._chart.seats:
                continue
            known = self._object(handoff)
            if self._is_back(handoff):
                back[Post(handoff.source, Phase.QUALIFIED)].append(handoff)
            elif known is None or (known.kind is ObjectKind.CUSTOMER and not known.reentry):
                onward[self._giver(handoff, known)].append(handoff)
        return _Exits(onward, back)

    def _giver(self, handoff: Handoff, known: HandedObject | None) -> Post:
        source = self._chart.sources.get(SourceId(handoff.source))
        if source is not None:
            return Post(source.id, _first_phase(source), is_source=True)
        return Post(handoff.source, phase_of(known) if known is not None else self._last_phase(SeatId(handoff.source)))

    def _last_phase(self, seat: SeatId) -> Phase:
        """What a seat makes of those who come to it, as far as it goes; of a handoff nobody named the object of."""
        work = self._works.get(seat)
        made = [NEXT[phase] for phase in NEXT if works_on(work, phase)]
        return max(made, default=Phase.LEAD)
