"""Rules about the work of single seats in the journey: not everything alone, and with a way to talk back."""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from typing import ClassVar

from salesorg_gui.catalogue.roles import Family, Role
from salesorg_gui.domain.ids import ObjectId, SeatId, StageId
from salesorg_gui.i18n import _
from salesorg_gui.rules.each import EachDelivery, EachSeat
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.graphs import Delivery, Giver, LeadSource
from salesorg_gui.rules.handoff_sightings import about
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import (
    CLOSING,
    FIND,
    INBOUND,
    MARKET_INSIGHT,
    MARKETING,
    ONBOARDING,
    OPEN_QUESTION,
    OPERATIONS,
    OUTBOUND,
    QUALIFIED_LEAD,
    REJECTED_LEAD,
    RETENTION,
    SPECIALIST,
)

KEEPING = frozenset({RETENTION, ONBOARDING})
SUPPORT = frozenset({Family.ENABLEMENT, Family.STRATEGY})


class WholeProcess(EachSeat):
    """Finding, closing and caring are not one seat's work, unless a start-up or an island chooses so."""

    id: ClassVar[str] = "handoff-whole-process-alone"

    @property
    def title(self) -> str:
        return _("One seat does it all")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        return org.graphs.duties.covering.get(CLOSING, ())

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        stages = org.graphs.duties.stages[seat]
        if CLOSING in stages and not FIND.isdisjoint(stages) and not KEEPING.isdisjoint(stages):
            severity = Severity.HINT if org.is_startup or org.is_island else None
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), severity=severity)


class HuntsAndCloses(EachSeat):
    """Past a certain size generating leads and closing them are separate work."""

    id: ClassVar[str] = "handoff-leadgen-followup-combined"

    @property
    def title(self) -> str:
        return _("Generates and closes leads")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        return _covering(org, OUTBOUND, CLOSING)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if _covers(org, seat, OUTBOUND, CLOSING) and not org.is_startup:
            is_small = float(org.answers["employees"]) < limits["combine_below"]
            severity = Severity.HINT if is_small else None
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), severity=severity)


class HuntsAndCares(EachSeat):
    """Caring for customers displaces cold acquisition."""

    id: ClassVar[str] = "handoff-care-crowds-acquisition"

    @property
    def title(self) -> str:
        return _("Hunts and cares")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        return _covering(org, OUTBOUND, RETENTION)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if _covers(org, seat, OUTBOUND, RETENTION):
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))


class OwnJudge(EachSeat):
    """Who closes should not be the only judge of the leads."""

    id: ClassVar[str] = "handoff-qualifies-own-leads"

    @property
    def title(self) -> str:
        return _("Qualifies its own leads")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        return _covering(org, INBOUND, CLOSING)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if _covers(org, seat, INBOUND, CLOSING):
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))


class MarketingFeedback:
    """Marketing hears what became of its leads."""

    id: ClassVar[str] = "handoff-no-feedback-marketing"

    @property
    def title(self) -> str:
        return _("No feedback to marketing")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        marketing = org.with_role(MARKETING)
        if marketing and _handed_to(org, marketing).isdisjoint({MARKET_INSIGHT, REJECTED_LEAD}):
            yield Sighting(seats=marketing)


class ReturnPath(EachDelivery):
    """A closer can send a bad lead back."""

    id: ClassVar[str] = "handoff-no-return-path"

    @property
    def title(self) -> str:
        return _("No way back for bad leads")

    def worth_a_look(self, org: Organisation, deliveries: Iterable[Delivery], limits: Limits) -> Iterable[Delivery]:
        stages = org.graphs.duties.stages
        given = org.graphs.deliveries_of(lambda kind, _first: kind.object == QUALIFIED_LEAD)
        back = org.graphs.sends_back
        return [one for one in given if CLOSING in stages[one.taker] and one.giver not in back.get(one.taker, ())]

    def look(self, org: Organisation, delivery: Delivery, limits: Limits) -> Iterable[Sighting]:
        giver, closer = delivery.giver, delivery.taker
        if not delivery.moves_customer or delivery.handoff.object != QUALIFIED_LEAD:
            return ()
        if isinstance(giver, LeadSource) or giver == closer:
            return ()
        stages = org.graphs.duties.stages
        if CLOSING not in stages[closer] or FIND.isdisjoint(stages[giver]):
            return ()
        twins, handoffs = org.graphs.fed_by[closer][giver], org.chart.handoffs
        first = next(id for id in twins if handoffs[id].object == QUALIFIED_LEAD)
        if first != delivery.handoff.id or giver in org.graphs.sends_back.get(closer, ()):
            return ()
        return (about(org, delivery, closer=org.names.seat(closer)),)


class SpecialistAccess:
    """Sellers can pass hard questions to a specialist."""

    id: ClassVar[str] = "handoff-specialist-unconnected"

    @property
    def title(self) -> str:
        return _("Specialist nobody can ask")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        specialists = org.with_role(SPECIALIST)
        sellers = frozenset(org.sellers if specialists else ())
        for seat in specialists:
            if OPEN_QUESTION not in _handed_to(org, (seat,), sellers):
                yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))


class SupportInFlow(EachSeat):
    """Support roles help those who sell; customers do not pass through them."""

    id: ClassVar[str] = "handoff-support-in-flow"

    @property
    def title(self) -> str:
        return _("Support role in the customer flow")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        kinds, support = org.graphs.duties.kinds, {*org.with_role(OPERATIONS)}
        support.update(kinds.where(lambda kind: org.catalogue.role(kind.role).family in SUPPORT))
        return sorted(support)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if self._helps(org, seat, org.role(seat)) and (seat in org.graphs.fed_by or _feeds(org, seat)):
            severity = Severity.HINT if org.role_ids[seat] == OPERATIONS else None
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), severity=severity)

    def _helps(self, org: Organisation, seat: SeatId, role: Role) -> bool:
        return role.family in SUPPORT or org.role_ids[seat] == OPERATIONS


def _feeds(org: Organisation, seat: SeatId) -> bool:
    """Whether a seat hands leads or customers to somebody."""
    handed = (org.graphs.delivered.get(one.id) for one in org.chart.handoffs_from.get(seat, ()))
    return any(one is not None and one.moves_customer for one in handed)


def _handed_to(
    org: Organisation, takers: Collection[SeatId], givers: Container[Giver] | None = None
) -> set[ObjectId | None]:
    """The objects that reach some seats, from certain givers or from anybody."""
    handed = (one for seat in takers for one in org.chart.handoffs_to.get(seat, ()))
    arriving = (org.graphs.delivered.get(one.id) for one in handed)
    return {
        one.object.id if one.object else None
        for one in arriving
        if one is not None and (givers is None or one.giver in givers)
    }


def _covering(org: Organisation, first: StageId, second: StageId) -> Sequence[SeatId]:
    """The seats that cover both stages."""
    duties = org.graphs.duties
    return duties.kinds.where(lambda kind: {first, second}.issubset(duties.stages_of(kind)))


def _covers(org: Organisation, seat: SeatId, first: StageId, second: StageId) -> bool:
    stages = org.graphs.duties.stages[seat]
    return first in stages and second in stages
