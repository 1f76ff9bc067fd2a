"""Rules about those who lead: who stands on top, how many they lead, how many levels there are."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.shared_map import ids_with
from salesorg_gui.i18n import _
from salesorg_gui.rules import walks
from salesorg_gui.rules.each import EachSeat
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import (
    ASSISTANT,
    CHIEF_REVENUE,
    FOUNDER,
    HEAD_OF_SALES,
    POD_LEAD,
    VP_SALES,
)

SELLING = frozenset({Family.FRONTLINE, Family.NURTURE})
SMALL_COMPANY = 10
MEDIUM_COMPANY = 50


class TopLeads:
    """Who stands on top has a leading role."""

    id: ClassVar[str] = "report-root-not-leader"

    @property
    def title(self) -> str:
        return _("The top is no leading role")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        for seat in org.graphs.leading_roots[:1]:
            if not org.is_leader(seat):
                yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))


class SalesLeader:
    """Sellers have a sales leader."""

    id: ClassVar[str] = "report-manager-missing"

    @property
    def title(self) -> str:
        return _("No sales leader")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        sellers = org.seller_count
        led = org.with_role(HEAD_OF_SALES, VP_SALES, CHIEF_REVENUE, FOUNDER)
        if sellers >= limits["min_sellers"] and not led:
            yield Sighting({"sellers": sellers}, seats=org.sellers)


class WideSpan(EachSeat):
    """A leader has time for only so many direct reports."""

    id: ClassVar[str] = "report-span-too-wide"

    @property
    def title(self) -> str:
        return _("Too many direct reports")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        reports, most = org.graphs.reports, limits["span_max"]
        return [seat for seat, below in reports.items() if below and org.people(below) > most]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        reports = org.graphs.reports.get(seat)
        if not reports:
            return
        count = org.people(reports)
        if count > limits["span_max"]:
            severity = Severity.ERROR if count > limits["span_error"] else None
            yield Sighting({"seat": org.names.seat(seat), "count": count}, seats=(seat,), severity=severity)


class NarrowSpan(EachSeat):
    """A level for one person is a level too many; the enablement chain is known to be thin."""

    id: ClassVar[str] = "report-span-too-narrow"

    @property
    def title(self) -> str:
        return _("Leads almost nobody")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        reports, above, least = org.graphs.reports, org.graphs.above, limits["span_min"]
        return [seat for seat, below in reports.items() if below and seat in above and org.people(below) < least]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        reports = org.graphs.reports.get(seat)
        if not reports or seat not in org.graphs.above:
            return
        count = org.people(reports)
        if 0 < count < limits["span_min"] and self._is_meant(org, seat):
            words: Words = {"seat": org.names.seat(seat), "count": count}
            yield Sighting(words, seats=(seat, *reports), variant="several" if count > 1 else "")

    def _is_meant(self, org: Organisation, seat: SeatId) -> bool:
        return org.is_leader(seat) and org.role(seat).family is not Family.ENABLEMENT


class Layers:
    """A small team needs few levels between the top and those who meet customers."""

    id: ClassVar[str] = "report-too-many-layers"

    @property
    def title(self) -> str:
        return _("Too many levels")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        graphs = org.graphs
        if graphs.reporting_circles:
            return
        people = org.people_in(graphs.below)
        limit = limits[limit_name(people)]
        if graphs.depths and max(graphs.deepness) < limit:
            return
        way = self._longest_way(org)
        if len(way) > limit:
            words: Words = {"layers": len(way), "people": people, "limit": limit, "path": org.names.way(way)}
            yield Sighting(words, seats=way)

    def _longest_way(self, org: Organisation) -> tuple[SeatId, ...]:
        """The longest way from somebody on top down to somebody who meets customers."""
        graphs, roles = org.graphs, org.graphs.duties.roles
        if graphs.depths:
            found = self._lowest(org)
            return walks.upwards(found, graphs.managers) if found is not None else ()
        counted = walks.reached((seat for seat in graphs.below if roles[seat].family in SELLING), graphs.managers)
        order = [group for group in graphs.reporting_groups if group[0] in counted]
        ways = {seat: [report for report in graphs.reports[seat] if report in counted] for (seat,) in order}
        return walks.longest_way(order, ways, lambda _manager, _report: 1)[1]

    def _lowest(self, org: Organisation) -> SeatId | None:
        """The first by id of those who meet customers farthest below a top."""
        graphs, roles = org.graphs, org.graphs.duties.roles
        downwards = (ids_with(graphs.depths, depth) for depth in sorted(graphs.deepness, reverse=True))
        return next((seat for level in downwards for seat in level if roles[seat].family in SELLING), None)


class DoubleRole(EachSeat):
    """A leader of many has no time to sell as well; a founder may have no choice."""

    id: ClassVar[str] = "report-leader-double-role"

    @property
    def title(self) -> str:
        return _("Sells and leads")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.with_role(HEAD_OF_SALES, VP_SALES, ASSISTANT, POD_LEAD, FOUNDER)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        stages = org.graphs.duties.stages[seat]
        if not stages:
            return
        count = org.people(org.graphs.reports[seat])
        if count > limits["max_reports"]:
            severity = Severity.HINT if org.role_id(seat) == FOUNDER else None
            words: Words = {"seat": org.names.seat(seat), "stages": org.names.stages(stages), "count": count}
            yield Sighting(words, seats=(seat,), severity=severity)


class AssistantNeeded:
    """A head of sales with many direct reports has an assistant or pod leads."""

    id: ClassVar[str] = "report-assistant-needed"

    @property
    def title(self) -> str:
        return _("An assistant sales manager is due")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.with_role(ASSISTANT, POD_LEAD):
            return
        for seat in org.with_role(HEAD_OF_SALES):
            if org.people(org.graphs.reports[seat]) > limits["span_max"]:
                yield Sighting({"head": org.names.seat(seat)}, seats=(seat,))


def limit_name(people: int) -> str:
    """The limit of levels that holds for a company of this size."""
    if people <= SMALL_COMPANY:
        return "layers_small"
    return "layers_medium" if people <= MEDIUM_COMPANY else "layers_large"
