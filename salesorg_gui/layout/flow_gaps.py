"""Which stages nobody covers in a lane although its customers need them."""

from collections.abc import Iterable, Sequence

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.ids import HandoffId, SeatId, StageId
from salesorg_gui.domain.records import Handoff, Lane
from salesorg_gui.layout.flow_lanes import Crew
from salesorg_gui.layout.flow_stages import Journey, Span
from salesorg_gui.layout.flow_teams import Ends

type Stages = frozenset[StageId]

FEWEST_PHASES = 2
"""A lane that finds only, or closes only, is one step of a journey that others go on with."""


class Gaps:
    """What is missing where.

    A lane's journey goes on in the lanes it hands over to, and begins in those it takes from. ``own`` are the stages
    each lane covers, ``between`` the handoffs that lead from lane to lane.
    """

    def __init__(self, journey: Journey, own: Sequence[Stages], ends: Ends, between: Iterable[HandoffId]) -> None:
        self.journey, self._own, self._ends, self._between = journey, own, ends, between
        self._order = {stage: number for number, stage in enumerate(journey.catalogue.stages)}

    def missing(self) -> list[tuple[StageId, ...]]:
        """The stages that are open in each lane, along the journey."""
        needed = self._needed()
        known: dict[tuple[Stages, Stages], tuple[StageId, ...]] = {}
        found = []
        for place in zip(self._own, map(frozenset, self._reached(self._own)), strict=True):
            if place not in known:
                known[place] = self._open(needed, *place)
            found.append(known[place])
        return found

    def _open(self, needed: Sequence[StageId], own: Stages, reached: Stages) -> tuple[StageId, ...]:
        if not self._is_whole(own):
            return ()
        return tuple(stage for stage in needed if stage not in own and stage not in reached)

    def _is_whole(self, stages: Stages) -> bool:
        """Whether a lane takes customers through more than one phase."""
        phases = {self.journey.catalogue.stages[stage].phase for stage in stages}
        return len(phases & {Purpose.FIND, Purpose.CLOSE, Purpose.CARE}) >= FEWEST_PHASES

    def _needed(self) -> tuple[StageId, ...]:
        """What somebody covers or every organisation needs. Lead generation is the work of the lead sources."""
        known, covered = self.journey.catalogue.stages, self.journey.covered
        return tuple(
            stage.id
            for stage in known.values()
            if stage.id in self.journey.column_of
            and self._order[stage.id] > 0
            and (stage.id in covered or (stage.core and self._is_fed(stage.id)))
        )

    def _is_fed(self, stage: StageId) -> bool:
        """Whether there is anything to do in a stage that nobody covers: leads no source brings need nobody."""
        wanted = self.journey.catalogue.stages[stage].lane
        lanes = {source.lane for source in self.journey.chart.sources.values()}
        return wanted not in set(Lane) or not lanes or Lane(wanted) in lanes

    def _reached(self, own: Sequence[Stages]) -> list[set[StageId]]:
        """What each lane's journey finds in others: later stages where it hands over, earlier ones where it takes."""
        links = self._links()
        reached: list[set[StageId]] = [set() for _ in own]
        changed = True
        while changed:
            changed = False
            for (lane, other), (entry, leaving) in links.items():
                changed |= self._learn(reached[lane], own[other] | reached[other], entry, is_later=True)
                changed |= self._learn(reached[other], own[lane] | reached[lane], leaving, is_later=False)
        return reached

    def _learn(self, known: set[StageId], stages: set[StageId] | Stages, limit: int, *, is_later: bool) -> bool:
        new = {s for s in stages if (self._order[s] >= limit if is_later else self._order[s] <= limit)} - known
        known |= new
        return bool(new)

    def _links(self) -> dict[tuple[int, int], tuple[int, int]]:
        """From lane to lane: the earliest stage that is entered, and the latest that is left."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for name in self._between:
            handoff = self.journey.chart.handoffs[name]
            ends = self._ends.of(handoff)
            if ends is None or handoff.is_return:
                continue
            entry, leaving = found.get((ends[0], ends[2]), (len(self._order), -1))
            into, out = self._limits(handoff)
            found[ends[0], ends[2]] = min(entry, into), max(leaving, out)
        return found

    def _limits(self, handoff: Handoff) -> tuple[int, int]:
        taking = self.journey.stages[handoff.target]
        giving = self.journey.stages[SeatId(handoff.source)]
        into = self._order[taking[0]] if taking else len(self._order)
        return into, self._order[giving[-1]] if giving else -1


def covered_by(journey: Journey, crew: Crew) -> Stages:
    """The stages somebody in a lane covers."""
    return frozenset(stage for seat in crew.seats for stage in journey.stages[seat.id])


def gap_spans(journey: Journey, missing: Sequence[StageId]) -> tuple[tuple[Span, tuple[StageId, ...]], ...]:
    """The columns of each gap with its stages: stages that are missing side by side are one gap."""
    columns: dict[int, list[StageId]] = {}
    for stage in missing:
        columns.setdefault(journey.column_of[stage], []).append(stage)
    gaps: list[tuple[Span, tuple[StageId, ...]]] = []
    for column, stages in sorted(columns.items()):
        if gaps and gaps[-1][0][1] == column - 1:
            (first, _last), before = gaps[-1]
            gaps[-1] = (first, column), (*before, *stages)
        else:
            gaps.append(((column, column), tuple(stages)))
    return tuple(gaps)
