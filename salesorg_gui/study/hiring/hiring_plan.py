"""Puts a hiring plan together: whom the work asks for, who leads and helps them, and in which order they are hired."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from salesorg_gui.capacity.capacity import Capacity, NoCapacity, capacity_of
from salesorg_gui.capacity.work import Part
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.dates import date_of
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.i18n import _
from salesorg_gui.rules.capacity_facts import amount
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.study.hiring.crews import crews_of
from salesorg_gui.study.hiring.firsts import first_crews, first_sellers, second_seller
from salesorg_gui.study.hiring.free_time import with_free_time
from salesorg_gui.study.hiring.grounds import Grounds
from salesorg_gui.study.hiring.growing import growth_of
from salesorg_gui.study.hiring.leaders import more_leaders, sales_leader
from salesorg_gui.study.hiring.openings import Cost, Gap, HiringPlan, Opening, Reason, Spot
from salesorg_gui.study.hiring.ordering import in_order
from salesorg_gui.study.hiring.pace import NoHiringPlan, Pace, Timing
from salesorg_gui.study.hiring.support import support

HORIZON = 12.0
"""Months in which a search begins."""
MOST_PEOPLE = 9_999
MOST_OPENINGS = 60


def hiring_plan(
    plan: Plan,
    chart: Chart,
    catalogue: Catalogue,
    today: date,
    growth: float | None = None,
    capacity: Capacity | None = None,
) -> HiringPlan:
    """Whom to search for in the next ``HORIZON`` months.

    Work grows by ``growth`` a month, where none is given by the plan's own. ``capacity`` is that of the chart, if it is
    known already. Raises ``NoHiringPlan``, whose message says what is missing.
    """
    grounds = _grounds(plan, chart, catalogue, today, growth, capacity)
    found = _everybody(grounds)
    needed = [one for one in in_order(found.openings, grounds) if _is_near(one)]
    names = {one.id for one in needed}
    idle = (*found.idle, *(one for one in found.openings if one.id not in names))
    kept, cut = tuple(with_free_time(one, grounds) for one in needed[:MOST_OPENINGS]), needed[MOST_OPENINGS:]
    costs = {one.id: cost for one in kept if (cost := _cost(one, grounds)) is not None}
    left_out = found.left_out + sum(one.count for one in cut)
    return HiringPlan(chart, grounds.pace, HORIZON, kept, idle, tuple(_gaps(grounds)), left_out, costs)


@dataclass
class _Found:
    """Openings in the making."""

    openings: list[Opening] = field(default_factory=list)
    idle: list[Opening] = field(default_factory=list)
    left_out: int = 0


def _grounds(
    plan: Plan, chart: Chart, catalogue: Catalogue, today: date, growth: float | None, capacity: Capacity | None
) -> Grounds:
    try:
        known = capacity or capacity_of(plan, chart, catalogue)
    except NoCapacity as refusal:
        raise NoHiringPlan(str(refusal)) from refusal
    org = Organisation.of(plan, chart, catalogue, lambda _duties, _situation: known)
    grounds = Grounds(org, known, Pace.of(known.situation.figures, growth), HORIZON, today)
    if not chart.seats and not known.has_volume and grounds.is_silent:
        raise NoHiringPlan(
            _("Nothing is drawn yet. Draw seats and lead sources, or answer how many leads come a month.")
        )
    people = sum(known.need(part) for part in Part)
    if not people <= MOST_PEOPLE:
        raise NoHiringPlan(_("So much work takes more than 9,999 people. Check how many leads come a month."))
    return grounds


def _everybody(grounds: Grounds) -> _Found:
    found = _Found()
    for crew in (*crews_of(grounds.org, grounds.capacity), *first_crews(grounds)):
        grown = growth_of(crew, grounds)
        found.openings += grown.openings
        found.idle += grown.idle
        found.left_out += grown.left_out
    found.openings += first_sellers(grounds, tuple(found.openings))
    found.openings += second_seller(grounds, tuple(found.openings))
    found.openings += support(grounds, tuple(found.openings))
    listed = {one.seat for one in (*found.openings, *found.idle)}
    found.openings += (_drawn(grounds, seat) for seat in grounds.org.hiring.wanted if seat not in listed)
    found.openings += sales_leader(grounds, tuple(found.openings))
    found.openings += more_leaders(grounds, tuple(found.openings))
    return found


def _drawn(grounds: Grounds, id: SeatId) -> Opening:
    """A seat that stands open or planned and has no part in the journey: its own start says when."""
    chart = grounds.org.chart
    seat = chart.seats[id]
    needed, ramp = _wanted_from(grounds, seat), grounds.pace.ramp
    return Opening(
        f"seat:{id}",
        seat.role,
        Reason.DRAWN,
        Spot(chart.manager_of(seat.id), grounds.org.pod_of(seat.id)),
        seat.id,
        seat.headcount,
        seat.fte,
        timing=None if needed is None else Timing.of(needed + ramp, grounds.pace),
    )


def _wanted_from(grounds: Grounds, seat: Seat) -> float | None:
    """In how many months somebody is to begin; ``None`` when nobody knows."""
    start = grounds.org.hiring.start(seat.id) or date_of(seat.start)
    if start is not None:
        return max(0.0, grounds.months_until(start))
    return 0.0 if seat.status is Status.OPEN else None


def _is_near(one: Opening) -> bool:
    return one.timing is not None and one.timing.search <= HORIZON


def _cost(one: Opening, grounds: Grounds) -> Cost | None:
    """What the plan says a person costs; nothing where it does not."""
    a_month = grounds.figures.cost_per_fte_month * one.total_fte
    return Cost(a_month, a_month * grounds.pace.ramp) if a_month > 0 else None


def _gaps(grounds: Grounds) -> Iterator[Gap]:
    capacity, org = grounds.capacity, grounds.org
    if not capacity.has_volume and grounds.is_silent:
        yield Gap.VOLUME
    if capacity.flow.customers > 0 and amount(org, "customers") is None:
        yield Gap.CUSTOMERS
    if capacity.leads + capacity.prospects > 0 and capacity.workers[Part.CLOSER] and not capacity.qualified:
        yield Gap.HANDOFFS
    if not grounds.figures.cost_per_fte_month:
        yield Gap.SALARY
