"""Who leads those who are hired: a head of sales before the sellers, and one leader more for every span."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.rules.hiring_order import SALES_LEADERS
from salesorg_gui.rules.staff import Staff
from salesorg_gui.rules.terms import ASSISTANT, CHIEF_REVENUE, FOUNDER, HEAD_OF_SALES, LARGE_START, POD_LEAD
from salesorg_gui.study.hiring.firsts import sells
from salesorg_gui.study.hiring.grounds import Grounds
from salesorg_gui.study.hiring.openings import Measure, Opening, Reason, Spot, Trigger
from salesorg_gui.study.hiring.pace import Timing

NO_LEADER = "report-manager-missing"
"""The rule whose limit holds here too: how many sellers want somebody who leads them."""
NOT_LED = frozenset({Family.ENABLEMENT, Family.NEIGHBOUR, Family.OTHER})


class Arrival(NamedTuple):
    """So many people more, from some month on."""

    start: float
    people: int


def sales_leader(grounds: Grounds, openings: Sequence[Opening]) -> Iterator[Opening]:
    """A head of sales, when there is none and there are sellers to lead, or the start team has one."""
    org = grounds.org
    if org.with_role(*SALES_LEADERS, CHIEF_REVENUE, FOUNDER):
        return
    fewest = org.rulebook[NO_LEADER].limits["min_sellers"]
    now = people_now(org, org.sellers)
    needed = (
        0.0 if org.told("start_team") == LARGE_START else crossing(now, seller_arrivals(grounds, openings), fewest - 1)
    )
    if needed is None:
        return
    yield Opening(
        "sales-leader",
        HEAD_OF_SALES,
        Reason.LEADER,
        Spot(grounds.top()),
        trigger=Trigger(Measure.SELLERS, fewest - 1, fewest - 1, now),
        timing=Timing.of(needed, grounds.pace),
    )


def more_leaders(grounds: Grounds, openings: Sequence[Opening]) -> Iterator[Opening]:
    """One leader more under each who would lead more people than one can."""
    org = grounds.org
    span = grounds.span
    arriving: dict[SeatId, list[Arrival]] = defaultdict(list)
    for one in openings:
        if one.spot.manager is not None and one.timing is not None:
            arriving[one.spot.manager].append(Arrival(one.timing.start, one.count))
    for manager in org.seats:
        reports = org.graphs.reports.get(manager, ())
        if (not reports and manager not in arriving) or org.role(manager).family in NOT_LED:
            continue
        now = people_now(org, reports)
        helpers = sum(org.is_leader(seat) and seat in org.hiring.wanted for seat in reports)
        for number in range(1 + helpers, 1 + helpers + _most(now, arriving[manager], span)):
            limit = number * span
            needed = crossing(now, arriving[manager], limit)
            if needed is None:
                break
            trigger = Trigger(Measure.REPORTS, limit, limit, now, manager=manager)
            timing = Timing.of(needed, grounds.pace)
            role = _helper(org, manager)
            yield Opening(
                f"leader:{manager}:{number}", role, Reason.SPAN, Spot(manager), trigger=trigger, timing=timing
            )


def _most(now: int, arriving: Sequence[Arrival], span: int) -> int:
    """No more leaders than would be needed for everybody at once."""
    return (now + sum(one.people for one in arriving)) // span


def _helper(org: Staff, manager: SeatId) -> RoleId:
    """An assistant for a head of sales, a team lead for everybody else."""
    return ASSISTANT if org.role_id(manager) in {*SALES_LEADERS, FOUNDER} else POD_LEAD


def seller_arrivals(grounds: Grounds, openings: Sequence[Opening]) -> list[Arrival]:
    """When which sellers begin."""
    return [Arrival(one.timing.start, one.count) for one in openings if one.timing is not None and sells(one, grounds)]


def crossing(now: int, arriving: Sequence[Arrival], limit: float) -> float | None:
    """When there are more people than ``limit``; ``None`` where there never are."""
    if now > limit:
        return 0.0
    for one in sorted(arriving):
        now += one.people
        if now > limit:
            return one.start
    return None


def people_now(org: Staff, seats: Sequence[SeatId]) -> int:
    """People who are there today."""
    vacant = frozenset(org.hiring.wanted)
    return org.people(seat for seat in seats if seat not in vacant)
