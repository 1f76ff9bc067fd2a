"""Remedies about those who lead: who stands on top, how many they lead, how many levels there are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.ids import Kind, RoleId, SeatId
from salesorg_gui.domain.records import Status
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.remedies.duties import taken_over
from salesorg_gui.rules.remedies.lines import (
    FEW,
    add_above,
    added,
    lines_up,
    open_seat,
    report_together,
    reporting_to,
    standing,
    without,
)
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.reporting_leaders import limit_name
from salesorg_gui.rules.terms import (
    ASSISTANT,
    CHIEF_REVENUE,
    EXECUTIVE,
    FOUNDER,
    HEAD_OF_SALES,
    POD_LEAD,
    VP_SALES,
)

LEADERS = (HEAD_OF_SALES, VP_SALES, CHIEF_REVENUE, FOUNDER, EXECUTIVE)


def leader_on_top(s: Situation) -> Iterator[Remedy]:
    """Put one who leads above the top and its reports, or add a head of sales there."""
    (top,) = s.finding.seats
    leaders = sorted(s.org.with_role(*LEADERS), key=lambda seat: standing(s, seat))
    for leader in leaders[:FEW]:
        below = (top, *(report for report in s.org.graphs.reports[top] if report != leader))
        label = _("Put {seat} at the top").format(seat=s.names.seat(leader))
        yield step(label, without(label, Kind.LINE, lines_up(s, leader)), reporting_to(s, below, leader))
    if not leaders:
        yield add_above(s, HEAD_OF_SALES, (top, *s.org.graphs.reports[top]))


def leader_of_sellers(s: Situation) -> Iterator[Remedy]:
    """Add a sales leader between the top of the chart and the sellers nobody but the top leads."""
    sellers = s.finding.seats
    tops = [top for top in s.org.graphs.leading_roots[:1] if top not in sellers and s.org.is_leader(top)]
    managers = s.org.graphs.managers
    reports = [seat for seat in sellers if set(managers.get(seat, ())) <= set(tops)] or list(sellers)
    yield from (add_above(s, role, reports, next(iter(tops), None)) for role in (HEAD_OF_SALES, VP_SALES))


def smaller_span(s: Situation) -> Iterator[Remedy]:
    """Let some of many reports report to a leader among them, or to new ones."""
    (head,) = s.finding.seats
    limit = int(s.limits["span_max"])
    surplus = s.org.people(s.org.graphs.reports[head]) - limit
    for leader in (seat for seat in s.org.graphs.reports[head] if s.org.is_leader(seat)):
        movers = _some(s, _movable(s, head, s.org.role(leader).id, leader), surplus)
        if s.org.people((*movers, *s.org.graphs.reports[leader])) <= limit:
            yield report_together(s, movers, leader)
    is_head = s.org.role_id(head) == HEAD_OF_SALES
    for role in (ASSISTANT, POD_LEAD) if is_head else (POD_LEAD, ASSISTANT):
        yield from _new_leaders(s, head, role, limit)


def assistant_below(s: Situation) -> Iterator[Remedy]:
    """Add an assistant sales manager, or pod leads, for a part of the reports."""
    (head,) = s.finding.seats
    for role in (ASSISTANT, POD_LEAD):
        yield from _new_leaders(s, head, role, int(s.limits["span_max"]))


def thin_level(s: Situation) -> Iterator[Remedy]:
    """Let the few reports report one level up, or let more report here; an open seat may go."""
    leader, *reports = s.finding.seats
    for manager in s.org.graphs.managers[leader][:1]:
        yield report_together(s, reports, manager)
        missing = int(s.limits["span_min"]) - s.org.people(reports)
        if more := _some(s, _movable(s, manager, s.org.role(leader).id, leader), max(missing, 1)):
            yield report_together(s, more, leader)
    if s.chart.seats[leader].status is not Status.FILLED:
        label = _("Remove the open seat {seat}").format(seat=s.names.seat(leader))
        yield step(label, without(label, Kind.SEAT, (leader,)))


def level_less(s: Situation) -> Iterator[Remedy]:
    """Take out as many levels as there are too many, those with the fewest seats first."""
    limit = int(s.limits[limit_name(s.org.people(s.org.graphs.below))])
    surplus = len(s.finding.seats) - limit
    depth = _depths(s)
    levels: dict[int, list[SeatId]] = defaultdict(list)
    for seat, level in depth.items():
        if s.org.graphs.reports[seat]:
            levels[level].append(seat)
    inner = sorted(range(1, len(s.finding.seats) - 1), key=lambda level: (len(levels[level]), level))
    if surplus > len(inner):
        return
    for last in inner[surplus - 1 :][:FEW]:
        leaving = [seat for level in sorted({*inner[: surplus - 1], last}) for seat in levels[level]]
        label = _("Let the reports of {seats} report one level up").format(seats=s.names.seats(leaving))
        yield step(label, *_lifted(s, leaving))


def leave_selling(s: Situation) -> Iterator[Remedy]:
    """Move the selling stages to a report who sells already, most of them the same ones."""
    (leader,) = s.finding.seats
    stages = s.org.graphs.duties.stages[leader]
    covered = s.org.graphs.duties.stages
    sellers = [seat for seat in s.org.graphs.reports[leader] if covered[seat] and not s.org.is_leader(seat)]
    for seller in sorted(sellers, key=lambda seat: -len(set(stages) & set(covered[seat])))[:FEW]:
        names = {"stages": s.names.stages(stages), "seat": s.names.seat(seller)}
        label = _("Leave {stages} to {seat}").format_map(names)
        yield step(label, *taken_over(s, leader, stages, s.chart.seats[seller], label))


def _new_leaders(s: Situation, head: SeatId, role: RoleId, limit: int) -> Iterator[Remedy]:
    """The fewest new leaders below a head with which nobody leads more people than the limit."""
    reports = _movable(s, head, role)
    people = s.org.people(s.org.graphs.reports[head])
    for count in range(1, limit + 1):
        size = -(-people // (count + 1))
        groups = _groups(s, reports, count, size)
        left = people - s.org.people(seat for group in groups for seat in group)
        if len(groups) == count and size <= limit and left + count <= limit:
            names = {"role": s.names.role(role), "head": s.names.seat(head), "count": count}
            label = ngettext("Add {role} under {head}", "Add {count} × {role} under {head}", count).format_map(names)
            spots = (Spot(head, above=tuple(group)) for group in groups)
            yield step(label, *(added(s, open_seat(s, role), spot, label) for spot in spots))
            return


def _groups(s: Situation, reports: Sequence[SeatId], count: int, size: int) -> list[list[SeatId]]:
    """So many groups of reports of about so many people each; who stands in one pod stays together where it fits."""
    groups: list[list[SeatId]] = []
    waiting = list(reports)
    while waiting and len(groups) < count:
        groups.append(_some(s, waiting, size))
        waiting = [seat for seat in waiting if seat not in groups[-1]]
    return groups


def _some(s: Situation, seats: Sequence[SeatId], people: int) -> list[SeatId]:
    """The first of some seats that together have at least so many people."""
    taken: list[SeatId] = []
    for seat in seats:
        if s.org.people(taken) < people:
            taken.append(seat)
    return taken


def _movable(s: Situation, manager: SeatId, role: RoleId, leader: SeatId | None = None) -> list[SeatId]:
    """The reports of a manager that could report to a role instead: who usually does first, pod by pod."""
    kinds = set(s.org.graphs.duties.lineage(role))

    def likeliness(seat: SeatId) -> tuple[bool, bool, str, str]:
        is_usual = not kinds.isdisjoint(s.org.role(seat).reports_to)
        return not is_usual, s.org.is_leader(seat), s.org.pod_of(seat) or "", seat

    return sorted((seat for seat in s.org.graphs.reports[manager] if seat != leader), key=likeliness)


def _depths(s: Situation) -> dict[SeatId, int]:
    """How many levels stand above each seat at most; there are no circles."""
    depth: dict[SeatId, int] = {}
    for (seat,) in reversed(s.org.graphs.reporting_groups):
        depth[seat] = max((depth[manager] + 1 for manager in s.org.graphs.managers[seat]), default=0)
    return depth


def _lifted(s: Situation, leaving: Sequence[SeatId]) -> Iterator[ChartEdit]:
    """Let the reports of some seats report to the next manager above who is not one of these."""
    gone = set(leaving)
    reports: dict[SeatId, list[SeatId]] = defaultdict(list)
    for seat in leaving:
        above = s.chart.manager_of(seat)
        while above is not None and above in gone:
            above = s.chart.manager_of(above)
        if above is not None:
            reports[above].extend(report for report in s.org.graphs.reports[seat] if report not in gone)
    for manager, below in reports.items():
        if below:
            yield reporting_to(s, below, manager)
