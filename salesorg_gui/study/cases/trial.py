"""All customer cases tried on one chart."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.cases import Case, cases_in_order
from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import Key, Kind, SegmentId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Lane, Source
from salesorg_gui.rules.graphs import LeadSource
from salesorg_gui.study.cases import walk as walks
from salesorg_gui.study.cases.territory import Place, Territory, Whereabouts
from salesorg_gui.study.cases.walk import Trouble, Walk, Walker
from salesorg_gui.study.cases.ways import Ways

TO_LOOK_AT = frozenset({
    *(walks.Kind.SEVERAL, walks.Kind.UNSAID, walks.Kind.NOT_SERVING, walks.Kind.NOT_REACHED, walks.Kind.ROUND),
})  # fmt: skip


class Verdict(StrEnum):
    """How a case ends: every stage has one owner and somebody keeps the customer; or not; or nobody is meant to."""

    PASSES = "passes"
    FAILS = "fails"
    NOT_SERVED = "not-served"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case: a walk for each source it may come in through, and how it ends.

    ``unserved`` is the segment marked as not served in which it lies. ``is_elsewhere`` tells that no source has the
    channel of the case, so that the others of its lane were tried. ``strays`` are the axes on which no segment
    holds it.
    """

    case: Case
    verdict: Verdict
    walks: tuple[Walk, ...] = ()
    unserved: SegmentId | None = None
    is_elsewhere: bool = False
    strays: tuple[str, ...] = ()

    @property
    def walk(self) -> Walk:
        """The walk to tell: the first that fails, else the first."""
        return next((walk for walk in self.walks if walk.troubles), self.walks[0])

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """Everything that is wrong, each once."""
        return tuple(dict.fromkeys(trouble for walk in self.walks for trouble in walk.troubles))

    @property
    def keys(self) -> frozenset[Key]:
        """Everything on the way of the walk to tell."""
        walk = self.walk
        found = {Key(Kind.SEAT, move.taker) for move in walk.moves}
        found |= {Key(Kind.HANDOFF, id) for move in walk.moves for id in move.handoffs}
        found |= {
            Key(Kind.SOURCE, trouble.giver.source) for trouble in walk.troubles if isinstance(trouble.giver, LeadSource)
        }
        return frozenset(found if walk.source is None else {*found, Key(Kind.SOURCE, walk.source)})

    @property
    def troubled(self) -> frozenset[Key]:
        """The seats that are too many, do not serve the customer, or could do what nobody does, on the walk to tell."""
        wrong = (trouble for trouble in self.walk.troubles if trouble.kind in TO_LOOK_AT)
        return frozenset(Key(Kind.SEAT, seat) for trouble in wrong for seat in trouble.seats)


@dataclass(frozen=True)
class Trial:
    """One chart on which cases are tried; what it knows of the chart serves all of them."""

    chart: Chart
    catalogue: Catalogue

    @staticmethod
    def of(plan: Plan, chart: Chart, catalogue: Catalogue) -> "Trial":
        """The trial of a chart of a plan, whose own roles are laid over the catalogue."""
        return Trial(chart, catalogue.with_plan_roles(plan.roles))

    def outcomes(self, cases: Iterable[Case]) -> tuple[Outcome, ...]:
        """What becomes of each case."""
        return tuple(map(self.outcome, cases))

    def outcome(self, case: Case) -> Outcome:
        """What becomes of one case."""
        where = Whereabouts(self.territory, case.points)
        unserved = where.unserved
        sources, is_elsewhere = self._sources(case)
        if not sources:
            ways = self._ways[case.lane]
            trouble = Trouble(walks.Kind.NO_SOURCE, ways.needed)
            found: tuple[Walk, ...] = (Walk(None, troubles=(trouble,)),)
        else:
            found = tuple(self._walk(source, where) for source in sources)
        verdict = Verdict.FAILS if any(walk.troubles for walk in found) else Verdict.PASSES
        if unserved is not None:
            return Outcome(case, Verdict.NOT_SERVED, found, unserved.id, is_elsewhere)
        return Outcome(case, verdict, found, None, is_elsewhere, where.strays)

    @cached_property
    def territory(self) -> Territory:
        """The segments of the chart."""
        return Territory(self.chart)

    def needed(self, lane: Lane) -> tuple[str, ...]:
        """The stages a customer of a lane has to pass."""
        return self._ways[lane].needed

    def _sources(self, case: Case) -> tuple[tuple[Source, ...], bool]:
        """The sources a case may come in through, and whether they are others than it says."""
        if case.source in self.chart.sources:
            return (self.chart.sources[SourceId(str(case.source))],), False
        of_lane = tuple(source for source in in_order(self.chart.sources.values()) if source.lane is case.lane)
        named = tuple(source for source in of_lane if source.channel == case.channel)
        return (named, False) if named else (of_lane, bool(case.channel))

    def _walk(self, source: Source, where: Whereabouts) -> Walk:
        """The walk from a source; customers nobody tells apart take the same."""
        key = (source.id, where.spot)
        if key not in self._walks:
            self._walks[key] = Walker(self._ways[source.lane], where).walk(source.id)
        return self._walks[key]

    @cached_property
    def _walks(self) -> dict[tuple[SourceId, frozenset[tuple[str, Place]]], Walk]:
        return {}

    @cached_property
    def _ways(self) -> dict[Lane, Ways]:
        return {lane: Ways(self.chart, self.catalogue, lane) for lane in Lane}


def tried(plan: Plan, chart: Chart, catalogue: Catalogue) -> tuple[Outcome, ...]:
    """What becomes of the cases of a plan on one of its charts, in their order."""
    return Trial.of(plan, chart, catalogue).outcomes(cases_in_order(plan.cases))
