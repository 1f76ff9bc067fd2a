"""Rules about work that sits on the wrong seat."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.ids import SeatId, SourceId
from salesorg_gui.domain.records import Lane
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import HERE, SeatsAlike, about_seat
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.staffing import ROUNDING, activity_share, in_percent, time_share
from salesorg_gui.rules.terms import (
    ACCOUNT_MANAGER,
    BUSINESS_DEVELOPMENT,
    INBOUND,
    INBOUND_SDR,
    OUTBOUND,
    QUALIFIED_LEAD,
)

SELLING_FAMILIES = frozenset({Family.FRONTLINE, Family.NURTURE})
SPARE_FTE = 0.2


class IdleInbound:
    """An inbound role needs inbound leads."""

    id: ClassVar[str] = "role-inbound-without-leads"

    @property
    def title(self) -> str:
        return _("Inbound role without leads")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        seats, leads = org.with_role(INBOUND_SDR), org.known_inbound_leads
        if not seats or leads is None:
            return
        if leads < limits["min_leads"]:
            yield Sighting({"leads": leads}, seats=seats)
        elif leads < limits["part_time_below"]:
            yield from self._part_time(org, seats, leads)

    def _part_time(self, org: Organisation, seats: Iterable[SeatId], leads: float) -> Iterator[Sighting]:
        """Inbound seats with more time for leads than these take."""
        need = leads / org.catalogue.capacity.inbound_leads_per_fte
        for seat in seats:
            fte = time_share(org, seat, INBOUND) * org.chart.seats[seat].total_fte
            if fte > need + SPARE_FTE + ROUNDING:
                words: Words = {"seat": org.names.seat(seat), "leads": leads, "fte": fte, "need": need}
                yield Sighting(words, seats=(seat,), severity=Severity.HINT, variant="part_time")


class UnownedInbound:
    """Inbound leads are followed up by somebody."""

    id: ClassVar[str] = "role-inbound-unowned"

    @property
    def title(self) -> str:
        return _("Nobody follows up inbound leads")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        leads = org.known_inbound_leads
        if leads and not org.graphs.duties.covering.get(INBOUND):
            hours = leads * org.catalogue.capacity.inbound_hours_per_week_per_lead
            yield Sighting({"leads": leads, "hours": round(hours, 1)}, sources=self._sources(org), stages=(INBOUND,))

    def _sources(self, org: Organisation) -> tuple[SourceId, ...]:
        sources = org.chart.sources
        return tuple(id for id in sorted(sources) if sources[id].lane is Lane.INBOUND)


class OtherWork(SeatsAlike):
    """Sellers sell: others do the work that is about selling."""

    kind: ClassVar[str]

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return [id for id in org.outspoken if org.role(id).family in SELLING_FAMILIES]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        share = activity_share(org, seat, self.kind)
        if share > limits["max_share"] + ROUNDING:
            yield about_seat(org, seat, share=in_percent(share))


class SellerDoesOperations(OtherWork):
    """Forecasts, tools, strategy and statistics are the work of sales operations."""

    id: ClassVar[str] = "role-seller-does-operations"
    kind: ClassVar[str] = "operations"

    @property
    def title(self) -> str:
        return _("Seller does operations")


class SellerDoesEnablement(OtherWork):
    """Training, content and internal news are the work of sales enablement."""

    id: ClassVar[str] = "role-seller-does-enablement"
    kind: ClassVar[str] = "enablement"

    @property
    def title(self) -> str:
        return _("Seller does enablement")


class HuntingFarmer(SeatsAlike):
    """An account manager has no time to hunt once there are others for that."""

    id: ClassVar[str] = "role-am-hunting"

    @property
    def title(self) -> str:
        return _("Account manager hunts")

    def among(self, org: Organisation) -> tuple[SeatId, ...]:
        return org.with_role(ACCOUNT_MANAGER)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if org.covers(seat, OUTBOUND) and org.seller_count > limits["small_team"]:
            yield about_seat(org, seat)


class DeveloperAsRep(SeatsAlike):
    """Who develops the business does not set appointments."""

    id: ClassVar[str] = "role-bdm-as-rep"

    @property
    def title(self) -> str:
        return _("Business developer sets appointments")

    def among(self, org: Organisation) -> tuple[SeatId, ...]:
        return org.with_role(BUSINESS_DEVELOPMENT)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        drawn = org.chart.handoffs_from.get(seat, ())
        given = tuple(sorted(one.id for one in drawn if one.object == QUALIFIED_LEAD and one.target in org.chart.seats))
        if given or org.covers(seat, OUTBOUND):
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), handoffs=given, variant=HERE)
