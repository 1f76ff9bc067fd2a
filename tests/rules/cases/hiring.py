"""Cases of the rules about hiring."""

from dataclasses import replace

from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Check, Hire, HireStatus, Scorecard, Seat
from tests.rules.builders import ENGLISH, chart, plan_of, seat
from tests.rules.cases.capacity import WAYS, line, team
from tests.rules.cases.case import Case, case
from tests.rules.hiring import TEAM_FIT, asked, card, hire, hiring, opened

HEAD = seat("head", "head_of_sales", names=["Hanna"])
ADA, BO = (seat(name, names=[name.title()]) for name in ("ada", "bo"))
OPEN = opened(seat("new"))
LINES = ("ada > head", "new > head")
PUBLIC = HireStatus.ADVERTISED
VALUES = {
    "value_sales": "Long relations",
    "value_products": "The platform",
    "value_audience": "Banks",
    "value_contact": "By telephone",
    "culture": "cooperative",
}
SECOND = opened(seat("second", "customer_success_manager"))
SHARED = (*WAYS, "ae > second: signed_customer")
ANCHORED = asked("Listens before answering")
INSIDE = (Check("sourcing", 0, done="2027-01-01"), Check("sourcing", 1, done="2027-01-02"))


def looking(*hires: Hire, seat: Seat = OPEN, model: str = "pod") -> Chart:
    """A team of a head and a seller that looks for one more."""
    return hiring(chart([HEAD, ADA, seat], LINES, model=model), *hires)


def judged(*cards: Scorecard) -> Chart:
    """The team with scorecards for the new seat."""
    return looking(hire("new", cards=cards))


def starting(manager: str, seller: str) -> Chart:
    """An open head of sales and an open seller, each from some day on."""
    return chart([opened(replace(HEAD), manager), ADA, opened(OPEN, seller)], LINES)


def profiled(role: str, *criteria: str) -> Chart:
    """An open seat of a role, with a scorecard."""
    cards = [card(TEAM_FIT, *map(asked, criteria))] if criteria else []
    return looking(hire("new", cards=cards), seat=opened(seat("new", role)))


def founded(*sellers: Seat) -> Chart:
    """A founder, somebody who cares for the customers, and these sellers."""
    team = (seat("csm", "customer_success_manager"), *sellers)
    return chart([seat("founder", "founder_hunter"), *team], [f"{one.id} > founder" for one in team])


SOUND = hiring(plan_from_template("tpl_three_roles", ENGLISH).first_chart, hire("out", PUBLIC))
"""A structure without errors that looks for somebody."""

CASES = (
    case(
        "hire-manager-first",
        starting("2027-03-01", "2027-03-01"),
        starting("2027-02-28", "2027-03-01"),
        is_fixable=True,
    ),
    case(
        "hire-manager-vacant",
        starting("2027-03-02", "2027-03-01"),
        starting("2027-03-01", "2027-03-01"),
        is_fixable=True,
    ),
    case(
        "hire-never-one-seller",
        chart([seat("founder", "founder_hunter"), OPEN]),
        chart([seat("founder", "founder_hunter"), replace(OPEN, headcount=2, fte=0.5)]),
        is_fixable=True,
    ),
    case(
        "hire-first-seller-due",
        founded(replace(ADA, fte=0.9)),
        founded(replace(ADA, fte=0.5), replace(BO, fte=0.5)),
        answers={"employees": 9},
        is_fixable=True,
    ),
    Case(
        "hire-ltv-trigger",
        plan_of(founded(), {"ltv": 10_001}),
        plan_of(founded(), {"ltv": 10_000}),
        is_fixable=True,
    ),
    Case(
        "hire-values-undecided",
        plan_of(looking(hire("new", PUBLIC)), VALUES | {"value_contact": " "}),
        plan_of(looking(hire("new", PUBLIC)), VALUES),
    ),
    case("hire-structure-undecided", replace(SOUND, model=None), SOUND, is_fixable=True),
    case(
        "hire-organisation-not-mapped",
        chart([replace(HEAD, people=()), OPEN]),
        chart([HEAD, OPEN]),
    ),
    case("hire-no-scorecard", looking(hire("new")), judged(card(ANCHORED)), is_fixable=True),
    case(
        "hire-ranks-candidates",
        judged(card(TEAM_FIT, replace(ANCHORED, anchors={"1": "no", "3": "yes"}))),
        judged(card(TEAM_FIT, ANCHORED)),
    ),
    case("hire-no-team-fit", judged(card(ANCHORED)), judged(card(ANCHORED, TEAM_FIT)), is_fixable=True),
    case(
        "hire-internal-first",
        looking(hire("new", PUBLIC, checks=INSIDE[:1])),
        looking(hire("new", PUBLIC, checks=INSIDE)),
    ),
    case(
        "hire-no-training-plan",
        looking(hire("new", HireStatus.OFFER, checks=[Check("onboarding", 0)])),
        looking(hire("new", HireStatus.OFFER, checks=[Check("onboarding", 0, who="Hanna")])),
        is_fixable=True,
    ),
    case(
        "hire-outbound-profile",
        profiled("outbound_sdr", "A thick skin", "Writes well"),
        profiled("outbound_sdr", "A thick skin", "Drive"),
        is_fixable=True,
    ),
    case(
        "hire-enablement-profile",
        profiled("enablement_program_manager", "Plans well"),
        profiled("enablement_program_manager", "Plans well", "Has sold before"),
        is_fixable=True,
    ),
    case(
        "hire-large-start-incomplete",
        chart([HEAD, ADA, seat("csm", "customer_success_manager")]),
        chart([HEAD, ADA, BO, seat("csm", "customer_success_manager")]),
        answers={"start_team": "large_start_team"},
        is_fixable=True,
    ),
    case(
        "hire-not-needed",
        line([*team(), SECOND], prospects=1400, ways=SHARED),
        line([*team(), SECOND], prospects=1450, ways=SHARED),
        answers={"customers": 5},
        is_fixable=True,
    ),
)
