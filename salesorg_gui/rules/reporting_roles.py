"""Rules about who reports to whom: ranks, usual managers, pods, enablement."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import ClassVar

from salesorg_gui.catalogue.roles import Family, Purpose, Role
from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules import walks
from salesorg_gui.rules.each import EachPod, EachSeat
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import (
    ASSISTANT,
    CHIEF_ENABLEMENT,
    CHIEF_REVENUE,
    EXECUTIVE,
    FOUNDER,
    HEAD_OF_SALES,
    ISLAND_REP,
    POD_LEAD,
    VP_ENABLEMENT,
    VP_SALES,
)


class EachTradeLine(EachSeat):
    """Judges each edge of R between two seats whose roles are known to the trade, by these roles."""

    @abstractmethod
    def is_odd(self, org: Organisation, above: Role, below: Role) -> bool:
        """Whether the one role should not lead the other."""

    def told(self, org: Organisation, manager: SeatId, report: SeatId) -> Sighting:
        """What is said of two seats of such roles."""
        return _about_line(org, manager, report)

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        roles = org.graphs.duties.roles
        found: set[SeatId] = set()
        for lines in org.lines_alike.values():
            manager, report = lines[0]
            if self.is_odd(org, roles[manager], roles[report]):
                found.update(seat for _manager, seat in lines)
        return sorted(found)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        known = org.in_the_trade
        if seat in known:
            for manager in org.graphs.managers.get(seat, ()):
                if manager in known and self.is_odd(org, org.role(manager), org.role(seat)):
                    yield self.told(org, manager, seat)


class Rank(EachTradeLine):
    """A manager stands above the report; among equals only a leading role leads."""

    id: ClassVar[str] = "report-to-lower-rank"

    @property
    def title(self) -> str:
        return _("Manager is not more senior")

    def is_odd(self, org: Organisation, above: Role, below: Role) -> bool:
        return above.rank < below.rank or (above.rank == below.rank and Purpose.LEAD not in above.purposes)

    def told(self, org: Organisation, manager: SeatId, report: SeatId) -> Sighting:
        is_equal = org.role(manager).rank == org.role(report).rank
        return _about_line(org, manager, report)._replace(variant="equal" if is_equal else "")


class UsualManager(EachTradeLine):
    """Each role has managers it usually reports to; a role of the plan counts as the one it is based on."""

    id: ClassVar[str] = "report-atypical-manager"

    @property
    def title(self) -> str:
        return _("Unusual manager")

    def is_odd(self, org: Organisation, above: Role, below: Role) -> bool:
        return not any(kind in below.reports_to for kind in org.graphs.duties.lineage(above.id))

    def told(self, org: Organisation, manager: SeatId, report: SeatId) -> Sighting:
        usual = org.names.roles(org.role(report).reports_to)
        return _about_line(org, manager, report, typical=usual or _("nobody"))


class AssistantPlace:
    """An assistant sales manager stands between the sales leader and sellers."""

    id: ClassVar[str] = "report-assistant-misplaced"

    @property
    def title(self) -> str:
        return _("Assistant manager is out of place")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        graphs = org.graphs
        for seat in org.with_role(ASSISTANT):
            is_led = any(org.role_id(manager) in {HEAD_OF_SALES, VP_SALES} for manager in graphs.managers[seat])
            if not is_led or not graphs.reports[seat]:
                yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))


class PodLeadership(EachPod):
    """A pod is led as one; its own lead may report elsewhere."""

    id: ClassVar[str] = "report-pod-split-managers"

    @property
    def title(self) -> str:
        return _("Pod has several managers")

    def worth_a_look(self, org: Organisation, pods: Iterable[PodId], limits: Limits) -> Iterable[PodId]:
        above, members, roles = org.graphs.managers, org.chart.members, org.role_ids
        found: list[PodId] = []
        for pod in pods:
            led = {above.get(seat.id, ()) for seat in members.get(pod, ()) if roles[seat.id] != POD_LEAD}
            if len(set(chain.from_iterable(led))) > 1:
                found.append(pod)
        return found

    def look(self, org: Organisation, pod: PodId, limits: Limits) -> Iterator[Sighting]:
        managers = self._managers(org, pod)
        if len(managers) > 1:
            words: Words = {
                "pod": org.names.pod(pod),
                "count": len(managers),
                "managers": org.names.seats(managers),
            }
            yield Sighting(words, seats=managers, pods=(pod,))

    def _managers(self, org: Organisation, pod: PodId) -> tuple[SeatId, ...]:
        lead, above, roles = org.chart.pods[pod].lead, org.graphs.managers, org.role_ids
        members = (seat.id for seat in org.chart.members.get(pod, ()) if seat.id != lead)
        led = [above[seat] for seat in members if seat in above and roles[seat] != POD_LEAD]
        return tuple(sorted({manager for managers in dict.fromkeys(led) for manager in managers}))


class EnablementOrder(EachTradeLine):
    """Within enablement the ranks go upwards."""

    id: ClassVar[str] = "report-enablement-order"

    @property
    def title(self) -> str:
        return _("Enablement is out of order")

    def is_odd(self, org: Organisation, above: Role, below: Role) -> bool:
        is_inside = above.family is Family.ENABLEMENT and below.family is Family.ENABLEMENT
        return is_inside and above.rank <= below.rank


class EnablementSponsor:
    """Enablement has somebody at the top who stands up for it."""

    id: ClassVar[str] = "report-enablement-no-sponsor"

    @property
    def title(self) -> str:
        return _("Enablement has no sponsor")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        enablers = org.enablers
        if not enablers:
            return
        sponsors = org.with_role(CHIEF_ENABLEMENT, CHIEF_REVENUE, VP_ENABLEMENT, VP_SALES, EXECUTIVE)
        if walks.reached(enablers, org.graphs.managers).isdisjoint(sponsors):
            yield Sighting(seats=enablers)


class LeaderOfOneManBands:
    """One-man bands share a sales leader."""

    id: ClassVar[str] = "report-one-man-bands-no-vp"

    @property
    def title(self) -> str:
        return _("One-man bands without a leader")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        bands = org.with_role(ISLAND_REP)
        leaders = set(org.with_role(VP_SALES, HEAD_OF_SALES, FOUNDER))
        shared = leaders.intersection(*(org.graphs.managers[seat] for seat in bands))
        if org.people(bands) > 1 and not shared:
            yield Sighting(seats=bands)


def _about_line(org: Organisation, manager: SeatId, report: SeatId, **words: str) -> Sighting:
    names = {"report": org.names.seat(report), "manager": org.names.seat(manager)}
    return Sighting(names | words, seats=(report, manager), lines=org.graphs.lines_between(manager, report))
