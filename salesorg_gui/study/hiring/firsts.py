"""The first who do a part of the work: parts that nobody has yet, and the first sellers of a company."""

from collections.abc import Iterator

from salesorg_gui.capacity.formulas import care_fte, closer_fte, inbound_fte, outbound_fte
from salesorg_gui.capacity.planning import Outlook, forward
from salesorg_gui.capacity.work import PART_OF, Part
from salesorg_gui.catalogue.advice import BUSY
from salesorg_gui.domain.ids import RoleId
from salesorg_gui.rules.capacity_facts import amount, is_done_outside, qualified
from salesorg_gui.rules.role_gaps import RECURRING
from salesorg_gui.rules.terms import (
    CLOSER_OUTBOUND,
    CUSTOMER_SUCCESS,
    INBOUND_SDR,
    LARGE_START,
    OUTBOUND_SDR,
    SELLER,
)
from salesorg_gui.study.hiring.crews import Crew, First
from salesorg_gui.study.hiring.grounds import Grounds
from salesorg_gui.study.hiring.openings import Measure, Opening, Reason, Spot, Trigger
from salesorg_gui.study.hiring.pace import Timing

HALF = 0.5
WEEK_PART = 0.4
"""FTE up to which a first seat is one for half the week."""
FEWEST_SELLERS = 2
WORTH_HIRING = "hire-not-needed"
FIRST_DUE, WORTH_DUE = "hire-first-seller-due", "hire-ltv-trigger"
"""Rules whose limits hold here too: the least work for a seat, and from when on a company has sellers."""


def first_crews(grounds: Grounds) -> Iterator[Crew]:
    """The work of every part that nobody has, as far as there is any."""
    found = _volumes(grounds)
    figures, is_known = grounds.figures, amount(grounds.org, "customers") is not None
    work = {
        Part.CLOSER: closer_fte(qualified(grounds.org) or found.qualified, figures),
        Part.CARE: care_fte(0.0, found.customers, figures),
        Part.INBOUND: inbound_fte(found.leads, figures),
        Part.OUTBOUND: outbound_fte(found.prospects, figures),
    }
    for part, fte in work.items():
        stages = [stage for stage, of in PART_OF.items() if of is part]
        if grounds.capacity.workers[part] or is_done_outside(grounds.org, *stages):
            continue
        per_customer = 1 / figures.customers_per_csm if part is Part.CARE and is_known else 0.0
        if fte > 0 or (per_customer and grounds.outlook.base > 0):
            spare, first = _spare(part, grounds), _first(part, fte, grounds)
            yield Crew(None, (part,), (), (), {part: fte}, per_customer, 1.0, spare, first)


def _volumes(grounds: Grounds) -> Outlook:
    leads, prospects = grounds.org.known_inbound_leads or 0.0, grounds.capacity.prospects
    return forward(leads, prospects, grounds.capacity.situation.base, grounds.figures)


def _first(part: Part, fte: float, grounds: Grounds) -> First:
    """Two sellers at once, for half the week each where the company is small; of the others one."""
    match part:
        case Part.CLOSER:
            if grounds.is_small:
                return First(CLOSER_OUTBOUND, FEWEST_SELLERS, HALF)
            return First(SELLER, FEWEST_SELLERS)
        case Part.CARE:
            return First(CUSTOMER_SUCCESS)
        case Part.INBOUND:
            return First(INBOUND_SDR, fte=HALF if fte <= WEEK_PART else 1.0)
        case Part.OUTBOUND:
            return First(_hunter(grounds))


def _hunter(grounds: Grounds) -> RoleId:
    """In a small company who closes fetches customers too."""
    return CLOSER_OUTBOUND if grounds.is_small else OUTBOUND_SDR


def _spare(part: Part, grounds: Grounds) -> float:
    """FTE of a part that is no seat of its own yet."""
    if part is Part.INBOUND:
        worth_it = next(one.least for one in BUSY if one.answer == "inbound_leads")
        return inbound_fte(worth_it or 0.0, grounds.figures)
    if part is Part.CARE and not _cares_at_once(grounds):
        return grounds.org.rulebook[WORTH_HIRING].limits["min_fte"]
    return 0.0


def _cares_at_once(grounds: Grounds) -> bool:
    """Whether somebody keeps customers from the first on: what is sold goes on, or the start is a large one."""
    org = grounds.org
    return org.told("business") in RECURRING or org.told("start_team") == LARGE_START


def first_sellers(grounds: Grounds, openings: tuple[Opening, ...]) -> Iterator[Opening]:
    """Two sellers for a company that has none, by its size or by what a customer is worth; whichever comes first."""
    org = grounds.org
    if org.people(org.sellers) or any(sells(one, grounds) for one in openings):
        return
    watched = (
        (Measure.EMPLOYEES, amount(org, "employees"), org.rulebook[FIRST_DUE].limits["employees_limit"]),
        (Measure.WORTH, amount(org, "ltv"), org.rulebook[WORTH_DUE].limits["ltv_limit_eur"]),
    )
    known = [Trigger(measure, limit, limit, now) for measure, now, limit in watched if now is not None]
    if not known:
        return
    trigger = next((one for one in known if one.is_reached), known[0])
    timing = Timing.of(0.0, grounds.pace) if trigger.is_reached else None
    yield Opening(
        "first-sellers",
        CLOSER_OUTBOUND,
        Reason.FIRST_SELLERS,
        Spot(grounds.top()),
        count=FEWEST_SELLERS,
        fte=HALF,
        part=Part.CLOSER,
        trigger=trigger,
        timing=timing,
    )


def second_seller(grounds: Grounds, openings: tuple[Opening, ...]) -> Iterator[Opening]:
    """A second one beside a single seller: two half weeks are better than one whole."""
    org = grounds.org
    sellers = org.people(org.sellers) + sum(one.count for one in openings if one.seat is None and sells(one, grounds))
    employees = amount(org, "employees") or 0.0
    is_due = employees > grounds.figures.first_seller_past_employees or bool(openings)
    if sellers != 1 or not is_due or not org.sellers:
        return
    (only,) = org.sellers[:1]
    seat, chart = org.chart.seats[only], org.chart
    yield Opening(
        "second-seller",
        seat.role,
        Reason.ONE_SELLER,
        Spot(chart.manager_of(only), org.pod_of(only)),
        fte=HALF,
        part=Part.CLOSER,
        trigger=Trigger(Measure.SELLERS, 0.0, FEWEST_SELLERS, 1.0),
        timing=Timing.of(0.0, grounds.pace),
    )


def sells(one: Opening, grounds: Grounds) -> bool:
    """Whether whoever is hired closes."""
    if one.seat is not None:
        return one.seat in grounds.org.sellers
    role = grounds.org.catalogue.role(one.role)
    return any(PART_OF.get(stage) is Part.CLOSER for stage in role.stages)
