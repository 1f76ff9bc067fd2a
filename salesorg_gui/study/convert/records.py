"""The records of a proposed chart: teams, segments, seats, lines, sources, handoffs and hires."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import HandoffId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Hire, Lane, Pod, Record, Seat, Segment, Source
from salesorg_gui.rules.handoff_coverage import DeadEnd, Ownership
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.segment_owners import Gap
from salesorg_gui.rules.terms import CLOSING, CUSTOMER_SIZE, RETENTION
from salesorg_gui.study.convert.building import Building
from salesorg_gui.study.convert.markets import Owner, owned, titles
from salesorg_gui.study.convert.seats import without
from salesorg_gui.study.convert.shape import Kind
from salesorg_gui.study.convert.wiring import Wiring, owners_for, still_held


@dataclass(frozen=True)
class Drafting:
    """Writes down what was built, in ``head``, the new chart without records."""

    plan: Plan
    building: Building
    head: Chart

    def chart(self) -> Chart:
        """The new chart."""
        return self._with_owners(self._with_kept_handoffs(self._drawn))

    @cached_property
    def _drawn(self) -> Chart:
        """What the template says, with the segments of the old chart."""
        chart = self.head.with_records(self._records(thorough=False))
        if self._seen(Gap(), chart):
            chart = self.head.with_records(self._records(thorough=True))
        return chart.with_records(self._handoffs(chart))

    def _records(self, *, thorough: bool) -> Iterator[Record]:
        segments = self._segments(thorough=thorough)
        yield from segments
        yield from self._pods(segments)
        yield from self.building.seats.values()
        yield from self.building.lines
        yield from self._sources
        yield from self._hires()

    # ----------------------------------------------------------------------------------------- the parts of the market

    def _segments(self, *, thorough: bool) -> list[Segment]:
        old = self.building.old
        if not old.segments:
            return self._segments_of_template()
        return owned(old, self._wishes(), self._keepers(), thorough=thorough)

    def _segments_of_template(self) -> list[Segment]:
        """Where the company said nothing of its market: the cut the template begins with, a team each."""
        drawn = in_order(self.building.shape.drawn.segments.values())
        teams = [team for team in self.building.teams if not team.segments]
        return [replace(one, owners=(team.id,)) for one, team in zip(drawn, teams, strict=False)]

    def _wishes(self) -> Mapping[Owner, frozenset[SegmentId]]:
        """Who closes, and what he served so far."""
        if self.building.teams:
            return {team.id: frozenset(team.segments) for team in self.building.teams}
        found: dict[Owner, frozenset[SegmentId]] = {}
        for (key, _team), seats in self.building.sitting.items():
            part = self.building.shape.parts.get(key)
            if part is not None and CLOSING in part.stages:
                members = self.building.crew.by_id
                found |= {seat: members[seat].markets if seat in members else frozenset() for seat in seats}
        return found

    def _keepers(self) -> Mapping[Owner, frozenset[SegmentId]]:
        """Who looks after customers of some size, and closes nothing."""
        old = self.building.old
        sizes = {id for id, one in old.segments.items() if one.axis == CUSTOMER_SIZE}
        found: dict[Owner, frozenset[SegmentId]] = {}
        for seat, origin in self.building.origins.items():
            own = frozenset(id for id in sizes if origin in old.segments[id].owners)
            if own and CLOSING not in self.building.crew.by_id[seat].stages:
                found[seat] = own
        return found

    def _pods(self, segments: Iterable[Segment]) -> Iterator[Pod]:
        leads = {team: seats[0] for (key, team), seats in self.building.sitting.items() if self._leads(key) and team}
        for number, team in enumerate(self.building.teams, 1):
            own = tuple(one.id for one in segments if team.id in one.owners)
            frames = tuple(sorted(own, key=lambda id: id not in team.segments))
            goal, account = team.goal, team.target_account
            yield Pod(team.id, team.title, frames, leads.get(team), goal, account, float(number))

    def _leads(self, key: SeatId) -> bool:
        part = self.building.shape.parts.get(key)
        return part is not None and part.kind is Kind.LEADER and part.in_team

    # ------------------------------------------------------------------------------------------ what is handed to whom

    @cached_property
    def _sources(self) -> tuple[Source, ...]:
        """The lead sources of the old chart; for a lane that has none, that of the template."""
        old = self.building.old
        kept = tuple(replace(one, place=None) for one in in_order(old.sources.values()))
        lanes = {one.lane for one in kept}
        volumes = {Lane.INBOUND: self.building.volumes.leads, Lane.OUTBOUND: self.building.volumes.prospects}
        added = (one for one in self.building.shape.drawn.sources.values() if one.lane not in lanes)
        return (*kept, *(replace(one, id=self._free(one.id), per_month=volumes[one.lane]) for one in added))

    def _free(self, id: SourceId) -> SourceId:
        taken = {*self.building.seats, *self.building.old.seats, *self.building.old.sources}
        name, number = str(id), 1
        while name in taken:
            number += 1
            name = f"{id}-{number}"
        return SourceId(name)

    def _handoffs(self, chart: Chart) -> list[Handoff]:
        wiring = Wiring(
            self.building.old,
            self.building.shape,
            self.building.catalogue,
            self._sources,
            self.building.sitting,
            self.building.origins,
            self._markets(chart),
        )
        return _numbered(wiring.handoffs(), chart)

    def _markets(self, chart: Chart) -> Mapping[str, str]:
        """Which part of the market each seat works for, in words; nothing where all work for all."""
        owners = {owner for one in chart.segments.values() for owner in one.owners}
        if len(owners) < len(chart.pods) or len(owners) < 2:
            return {}
        found: dict[str, str] = {}
        for seat in chart.seats.values():
            mine = {seat.id, *([seat.pod] if seat.pod else ())}
            own = [one.id for one in in_order(chart.segments.values()) if not mine.isdisjoint(one.owners)]
            found[seat.id] = titles(chart, own)
        return found

    def _with_kept_handoffs(self, chart: Chart) -> Chart:
        """With those handoffs of the old chart that still hold, unless a customer would stop there."""
        building = self.building
        near = building.beside | {seat for seat in building.origins if self._is_leading(seat)}
        kept = _numbered(still_held(building.old, chart, building.catalogue, building.origins, near), chart)
        after = chart.with_records(kept)
        stops = {seat for one in self._seen(DeadEnd(), after) for seat in one}
        return chart.with_records(_numbered((one for one in kept if one.target not in stops), chart))

    def _is_leading(self, seat: SeatId) -> bool:
        return self.building.crew.by_id[seat].is_leader

    def _with_owners(self, chart: Chart) -> Chart:
        """With somebody who keeps the customers of everybody who closes; else he closes no longer."""
        seats = [seat for one in self._seen(Ownership(), chart) for seat in one]
        if not seats:
            return chart
        duties = Duties(chart, self.building.catalogue)
        keepers = [seat for seat in duties.covering.get(RETENTION, ()) if seat not in seats]
        added = _numbered(owners_for(chart, self.building.catalogue, seats, keepers), chart)
        helped = {one.source for one in added}
        lost: list[Seat] = [without(chart.seats[seat], CLOSING) for seat in seats if seat not in helped]
        return chart.with_records([*added, *lost])

    def _hires(self) -> Iterator[Hire]:
        return (one for one in self.building.old.hires.values() if one.seat in self.building.seats)

    def _seen(self, rule: Gap | DeadEnd | Ownership, chart: Chart) -> list[tuple[SeatId, ...]]:
        """The seats of everything a rule calls an error."""
        org = Organisation.of(self.plan, chart, self.building.catalogue, laid_over=self.building.catalogue)
        found = rule.examine(org, org.rulebook[rule.id].limits)
        return [one.seats for one in found if one.severity is None]


def _numbered(handoffs: Iterable[Handoff], chart: Chart) -> list[Handoff]:
    """With ids of their own."""
    first = len(chart.handoffs) + 1
    return [replace(one, id=HandoffId(f"h{number:03}")) for number, one in enumerate(handoffs, first)]
