"""Remedies about who reports to whom: ranks, usual managers, pods, enablement."""

from collections import Counter
from collections.abc import Iterator

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.edits.places import LeadPod
from salesorg_gui.domain.ids import Kind, PodId, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules import walks
from salesorg_gui.rules.remedies.lines import (
    FEW,
    add_above,
    added,
    lines_up,
    open_seat,
    report_to,
    report_together,
    reporting_to,
    standing,
    usual_managers,
    without,
)
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import (
    ASSISTANT,
    CHIEF_ENABLEMENT,
    CHIEF_REVENUE,
    EXECUTIVE,
    FOUNDER,
    HEAD_OF_SALES,
    POD_LEAD,
    VP_ENABLEMENT,
    VP_SALES,
)


def turned(s: Situation) -> Iterator[Remedy]:
    """Turn the line, or choose a usual manager; of equals one more level up comes first."""
    report, manager = s.finding.seats
    usual = [report_to(s, report, other) for other in usual_managers(s, report) if other != manager]
    above = [report_to(s, report, other) for other in s.org.graphs.managers[manager][:1] if other != report]
    turn = _turn(s, report, manager)
    is_equal = s.org.role(report).rank == s.org.role(manager).rank
    yield from (*above, *usual, turn) if is_equal else (turn, *usual, *above)


def usual_manager(s: Situation) -> Iterator[Remedy]:
    """Let it report to whom its role usually reports to."""
    report, manager = s.finding.seats
    yield from (report_to(s, report, other) for other in usual_managers(s, report) if other != manager)


def assistant_between(s: Situation) -> Iterator[Remedy]:
    """Put the assistant below a sales leader and above half of the sellers there."""
    (assistant,) = s.finding.seats
    below = walks.reached((assistant,), s.org.graphs.reports)
    chiefs = [seat for seat in s.org.with_role(HEAD_OF_SALES, VP_SALES) if seat not in below]
    is_led = s.org.graphs.managers[assistant]
    for chief in sorted(chiefs, key=lambda seat: (seat not in is_led, s.org.role_id(seat) != HEAD_OF_SALES))[:FEW]:
        up = reporting_to(s, (assistant,), chief)
        if s.org.graphs.reports[assistant]:
            yield report_to(s, assistant, chief)
            continue
        sellers = _sellers_below(s, chief, assistant)
        names = {"seat": s.names.seat(assistant), "chief": s.names.seat(chief), "sellers": s.names.seats(sellers)}
        label = _("Put {seat} between {chief} and {sellers}").format_map(names)
        yield step(label, up, reporting_to(s, sellers, assistant))


def _sellers_below(s: Situation, chief: SeatId, assistant: SeatId) -> list[SeatId]:
    """About half of those below a sales leader who may report to an assistant."""
    reports = [seat for seat in s.chart.reports_of(chief) if ASSISTANT in s.org.role(seat).reports_to]
    sellers = [seat for seat in dict.fromkeys(reports) if seat != assistant and not s.org.is_leader(seat)]
    return sellers[: -(-len(sellers) // 2)]


def one_manager_a_pod(s: Situation) -> Iterator[Remedy]:
    """Let all of the pod report to one of their managers, whoever leads the pod first; or add a pod lead."""
    (pod,) = s.finding.pods
    record = s.chart.pods[pod]
    members = [seat.id for seat in s.chart.members.get(pod, ()) if seat.id != record.lead]
    members = [seat for seat in members if s.org.role_id(seat) != POD_LEAD and s.org.graphs.managers.get(seat)]
    leads = Counter(manager for seat in members for manager in s.org.graphs.managers[seat])
    inside = [seat.id for seat in s.chart.members.get(pod, ()) if s.org.role_id(seat.id) == POD_LEAD]
    managers = dict.fromkeys((*inside, *sorted(leads, key=lambda one: (one != record.lead, -leads[one]))))
    for manager in list(managers)[:FEW]:
        names = {"pod": s.names.pod(pod), "manager": s.names.seat(manager)}
        label = _("Let all of pod {pod} report to {manager}").format_map(names)
        yield step(label, reporting_to(s, [seat for seat in members if seat != manager], manager))
    if not inside and record.lead is None:
        yield _new_pod_lead(s, pod, members, next(iter(managers)))


def _new_pod_lead(s: Situation, pod: PodId, members: list[SeatId], manager: SeatId) -> Remedy:
    label = _("Add {role} to pod {pod}").format(role=s.names.role(POD_LEAD), pod=s.names.pod(pod))
    lead = open_seat(s, POD_LEAD)
    spot = Spot(manager, pod=pod, above=tuple(seat for seat in members if seat != manager))
    return step(label, added(s, lead, spot, label), LeadPod(pod, lead.id))


def sponsored(s: Situation) -> Iterator[Remedy]:
    """Let enablement report to an executive, or add one above it."""
    enablers = set(s.finding.seats)
    managers = s.org.graphs.managers
    tops = [seat for seat in s.finding.seats if not enablers & set(managers.get(seat, ()))]
    below = walks.reached(tops, s.org.graphs.reports)
    sponsors = s.org.with_role(CHIEF_ENABLEMENT, CHIEF_REVENUE, VP_ENABLEMENT, VP_SALES, EXECUTIVE)
    for sponsor in sorted(set(sponsors) - below, key=lambda seat: standing(s, seat))[:FEW]:
        yield report_together(s, tops, sponsor)
    for root in s.org.graphs.leading_roots[:1]:
        is_enablement = s.org.role(root).family is Family.ENABLEMENT
        yield add_above(s, CHIEF_ENABLEMENT if is_enablement else VP_SALES, (root,))
    if not s.org.graphs.leading_roots:
        yield add_above(s, CHIEF_ENABLEMENT, tops)


def common_leader(s: Situation) -> Iterator[Remedy]:
    """Let the one-man bands share a sales leader, or add one above them."""
    bands = s.finding.seats
    below = walks.reached(bands, s.org.graphs.reports)
    leaders = set(s.org.with_role(VP_SALES, HEAD_OF_SALES, FOUNDER)) - below
    for leader in sorted(leaders, key=lambda seat: (s.org.role_id(seat) != VP_SALES, *standing(s, seat)))[:FEW]:
        yield report_together(s, bands, leader)
    tops = [top for top in s.org.graphs.leading_roots[:1] if top not in below]
    if not leaders:
        yield add_above(s, VP_SALES, bands, next(iter(tops), None))


def _turn(s: Situation, report: SeatId, manager: SeatId) -> Remedy:
    """The report takes the place of its manager, who reports to it."""
    names = {"seat": s.names.seat(manager), "manager": s.names.seat(report)}
    label = _("Turn the line: {seat} reports to {manager}").format_map(names)
    above = [seat for seat in s.org.graphs.managers[manager] if seat != report]
    down = reporting_to(s, (manager,), report)
    if above:
        return step(label, reporting_to(s, (report,), above[0]), down)
    return step(label, without(label, Kind.LINE, lines_up(s, report)), down)
