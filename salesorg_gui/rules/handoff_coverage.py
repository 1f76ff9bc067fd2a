"""Rules about reaching: every stage covered, every lead on its way to a closer, every customer owned."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from salesorg_gui.domain.ids import StageId
from salesorg_gui.domain.records import Lane
from salesorg_gui.i18n import _
from salesorg_gui.rules.each import EachStretch
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.graphs import LeadSource
from salesorg_gui.rules.journey import Stretch
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import (
    DEMO,
    GROWTH,
    GROWTH_OPPORTUNITY,
    INBOUND,
    LEAD_GENERATION,
    ONBOARDING,
    OUTBOUND,
    RETENTION,
    SUPPORT_STRUCTURE,
)

MILDER: Mapping[StageId, Severity] = {
    DEMO: Severity.WARNING,
    ONBOARDING: Severity.WARNING,
    GROWTH: Severity.HINT,
    LEAD_GENERATION: Severity.HINT,
}


class Coverage:
    """Every stage the organisation needs is somebody's work. A support structure alone needs none."""

    id: ClassVar[str] = "handoff-stage-uncovered"

    @property
    def title(self) -> str:
        return _("A stage nobody covers")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        structure = org.catalogue.structures.get(org.chart.model) if org.chart.model else None
        if structure is not None and structure.kind == SUPPORT_STRUCTURE:
            return
        covered = org.graphs.duties.covering
        for stage in org.catalogue.stages:
            if stage not in covered and self._is_needed(org, stage):
                roles = (role.id for role in org.catalogue.roles.values() if stage in role.stages)
                words = {"stage": org.names.stage(stage), "roles_for_stage": org.names.roles(roles)}
                yield Sighting(words, stages=(stage,), severity=MILDER.get(stage))

    def _is_needed(self, org: Organisation, stage: StageId) -> bool:
        if stage == INBOUND:
            return org.inbound_leads > 0
        if stage == OUTBOUND:
            has_outbound = any(source.lane is Lane.OUTBOUND for source in org.chart.sources.values())
            return has_outbound or not org.inbound_leads
        return True


class LooseSource:
    """Leads from a source go somewhere."""

    id: ClassVar[str] = "handoff-source-unconnected"

    @property
    def title(self) -> str:
        return _("Leads reach nobody")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        delivered, drawn = org.graphs.delivered, org.chart.handoffs_from
        for source in sorted(org.chart.sources):
            handed = (delivered.get(one.id) for one in drawn.get(source, ()))
            if not any(one is not None and one.giver == LeadSource(source) for one in handed):
                yield Sighting({"source": org.names.source(source)}, sources=(source,))


class WayToCloser:
    """Leads from a source arrive at somebody who closes."""

    id: ClassVar[str] = "handoff-source-no-closer"

    @property
    def title(self) -> str:
        return _("Leads never reach a closer")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        for node, dead_ends in org.journey.dead_ends.items():
            # In a circle, or at seats without stages, leads end with those who get them first.
            stops = dead_ends or org.graphs.takers.get(node, ())
            ends = org.names.seats(stops) or _("the source itself")
            words = {"source": org.names.source(node.source), "dead_ends": ends}
            yield Sighting(words, seats=stops, sources=(node.source,))


class Ownership(EachStretch):
    """Signed customers get an owner."""

    id: ClassVar[str] = "handoff-closer-no-owner"

    @property
    def title(self) -> str:
        return _("Customers without an owner")

    def worth_a_look(self, org: Organisation, stretches: Iterable[Stretch], limits: Limits) -> Iterable[Stretch]:
        return [one for one in stretches if one.course.unowned]

    def look(self, org: Organisation, stretch: Stretch, limits: Limits) -> Iterator[Sighting]:
        for seat in stretch.those(stretch.course.unowned):
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))


class DeadEnd(EachStretch):
    """The journey of a lead goes on until somebody owns the customer."""

    id: ClassVar[str] = "handoff-dead-end"

    @property
    def title(self) -> str:
        return _("The journey stops")

    def worth_a_look(self, org: Organisation, stretches: Iterable[Stretch], limits: Limits) -> Iterable[Stretch]:
        return [one for one in stretches if one.course.dead_ends]

    def look(self, org: Organisation, stretch: Stretch, limits: Limits) -> Iterator[Sighting]:
        for number, stage in stretch.course.dead_ends:
            seat = stretch.seats[number]
            words = {"seat": org.names.seat(seat), "stage": org.names.stage(stage)}
            yield Sighting(words, seats=(seat,), stages=(stage,))


class Unreached(EachStretch):
    """Leads from a source, or what becomes of them, reach everybody who does not fetch or make leads himself."""

    id: ClassVar[str] = "handoff-unreachable-seat"

    @property
    def title(self) -> str:
        return _("No customer gets here")

    def worth_a_look(self, org: Organisation, stretches: Iterable[Stretch], limits: Limits) -> Iterable[Stretch]:
        return [one for one in stretches if one.course.unreached]

    def look(self, org: Organisation, stretch: Stretch, limits: Limits) -> Iterator[Sighting]:
        for seat in stretch.those(stretch.course.unreached):
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))


class GrowthPath:
    """Somebody finds and sells what existing customers need next."""

    id: ClassVar[str] = "handoff-growth-path-missing"

    @property
    def title(self) -> str:
        return _("Growth belongs to nobody")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        covering = org.graphs.duties.covering
        handed = org.graphs.handed_over
        if RETENTION in covering and GROWTH not in covering and GROWTH_OPPORTUNITY not in handed:
            yield Sighting(seats=covering[RETENTION])
