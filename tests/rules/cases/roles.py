"""Cases of the rules about roles."""

from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import KpiId, SeatId, SegmentId
from salesorg_gui.domain.records import Activity, Measure, Person, Seat, Segment
from tests.rules.builders import INBOUND, chart, handoff, seat
from tests.rules.cases.case import Case, case

ADA, BO = seat("ada", names=["Ada"]), seat("bo", names=["Bo"])
INES = seat("ines", "inbound_sdr", names=["Ines"])
KIM = seat("kim", "key_account_manager", names=["Kim"])
CLEO = seat("cleo", "customer_success_manager", names=["Cleo"])
HEAD = seat("head", "head_of_sales", names=["Hanna"])
ZOE = seat("zoe", "lead_gen_agency", names=["Zoe"])
JUNIOR = Person("Jo", "junior")
CLEAR = replace(ADA, goal="Forty new customers a year")
TEAM_OF_FIVE, TEAM_OF_TEN = seat("team", headcount=5), seat("team", headcount=10)


def team(*seats: Seat, flow: tuple[str, ...] = ()) -> Chart:
    """Seats under one head."""
    return chart([HEAD, *seats], [f"{one.id} > head" for one in seats], flow)


def busy(kind: str, share: float) -> Chart:
    """A seller whose week has other work in it."""
    return team(replace(ADA, activities=(Activity("Lists", kind, share),)))


def key_accounts(*owners: Seat) -> Chart:
    """The largest customers, and whose they are."""
    ids = tuple(SeatId(owner.id) for owner in owners)
    big = Segment(SegmentId("big"), "customer_size", "Large", is_key=True, owners=ids)
    return replace(team(ADA, *owners), segments={big.id: big})


def beginner(seniority: str) -> Chart:
    """Somebody of this seniority who has the largest customers, beside a key account manager."""
    big = Segment(SegmentId("big"), "customer_size", "Large", is_key=True, owners=(ADA.id,))
    seats = [replace(ADA, people=(replace(JUNIOR, seniority=seniority),)), KIM]
    return chart(seats, segments=[big])


def sells_to(vertical: str) -> Chart:
    """A seller who knows retail and has one vertical."""
    seller = replace(ADA, people=(Person("Ada", industries=("Retail",)),))
    expert = replace(seat("bo"), people=(Person("Bo", industries=("Steel",)),))
    return chart([seller, expert], segments=[Segment(SegmentId("v"), "vertical", vertical, owners=(ADA.id,))])


def measured_by(*kpis: str) -> Chart:
    """A closer measured by some KPIs."""
    return chart([replace(ADA, measures=tuple(Measure(KpiId(kpi)) for kpi in kpis))])


def quotas(*amounts: float) -> Chart:
    """Five sellers and their quotas."""
    return chart([replace(seat(f"s{n}", names=[f"S{n}"]), quota=amount) for n, amount in enumerate(amounts)])


def band(quota: float | None) -> Chart:
    """A one-man band with a territory."""
    rep = replace(seat("rep", "island_rep", names=["Rut"]), quota=quota)
    area = Segment(SegmentId("north"), "geography", "North", owners=(rep.id,))
    return chart([rep], segments=[area], growth_stage="one_man_bands")


CASES: tuple[Case, ...] = (
    case("role-card-incomplete", chart([ADA]), chart([CLEAR])),
    case(
        "role-senior-on-outbound",
        chart([seat("ada", names=["Ada"], add=["outbound_prospecting"])]),
        chart([seat("ada", names=["Ada"], add=["outbound_prospecting", "onboarding", "growth"])]),
        is_fixable=True,
    ),
    case(
        "role-recruit-on-key-accounts",
        beginner("junior"),
        beginner("mid"),
        is_fixable=True,
    ),
    case("role-vertical-mismatch", sells_to("Steel"), sells_to("Retail"), is_fixable=True),
    case(
        "role-closer-junior",
        chart([replace(ADA, people=(JUNIOR,)), BO]),
        chart([replace(ADA, people=(replace(JUNIOR, seniority="mid"),)), BO]),
        answers={"business": "software"},
        is_fixable=True,
    ),
    case(
        "role-inbound-without-leads",
        chart([INES, ADA], sources=[replace(INBOUND, per_month=19)]),
        chart([replace(INES, fte=0.2), ADA], sources=[replace(INBOUND, per_month=20)]),
        is_fixable=True,
    ),
    case(
        "role-inbound-unowned",
        chart([ADA], sources=[INBOUND]),
        chart([seat("ada", add=["inbound_qualification"])], sources=[INBOUND]),
        is_fixable=True,
    ),
    case("role-seller-does-operations", busy("operations", 0.11), busy("operations", 0.1), is_fixable=True),
    case("role-seller-does-enablement", busy("enablement", 0.11), busy("enablement", 0.1), is_fixable=True),
    case(
        "role-operations-missing",
        team(TEAM_OF_TEN),
        team(TEAM_OF_TEN, seat("ops", "sales_operations")),
        is_fixable=True,
    ),
    case("role-enablement-missing", team(TEAM_OF_FIVE), team(seat("team", headcount=4)), is_fixable=True),
    case(
        "role-training-owner-missing",
        team(TEAM_OF_FIVE),
        chart([replace(HEAD, activities=(Activity("Training", "enablement", 0.1),)), TEAM_OF_FIVE]),
        is_fixable=True,
    ),
    case("role-success-missing", team(ADA), team(ADA, CLEO), answers={"business": "subscription"}, is_fixable=True),
    case("role-key-accounts-unowned", key_accounts(), key_accounts(KIM), is_fixable=True),
    case(
        "role-am-hunting",
        team(seat("mia", "account_manager", add=["outbound_prospecting"]), seat("team", headcount=6)),
        team(seat("mia", "account_manager", add=["outbound_prospecting"]), TEAM_OF_FIVE),
        is_fixable=True,
    ),
    case(
        "role-bdm-as-rep",
        chart([seat("ben", "business_development_manager"), ADA], handoffs=["ben > ada: qualified_lead"]),
        chart([seat("ben", "business_development_manager"), ADA], handoffs=["ben > ada: market_opportunity"]),
        is_fixable=True,
    ),
    case(
        "role-specialist-missing",
        team(ADA),
        team(ADA, seat("sam", "sales_specialist")),
        answers={"product_complexity": "high"},
        is_fixable=True,
    ),
    case("role-superstar-dependence", quotas(41, 15, 15, 15, 14), quotas(40, 15, 15, 15, 15)),
    case("role-quota-missing", band(None), band(5e6)),
    case(
        "role-no-speed-measure",
        measured_by("revenue_won"),
        measured_by("revenue_won", "closing_cycle_time"),
        is_fixable=True,
    ),
    case(
        "role-no-kpi",
        chart([seat("ada", "other", add=["closing"])]),
        chart([seat("ada", "other", add=["closing"], measures=(Measure(KpiId("closing_cycle_time")),))]),
        is_fixable=True,
    ),
    case(
        "role-dependency-unstated",
        chart([ADA, ZOE], handoffs=[handoff("zoe > ada: qualified_lead")]),
        chart(
            [replace(ADA, texts={"dependencies": ("Leads from Zoe",)}), ZOE],
            handoffs=[handoff("zoe > ada: qualified_lead")],
        ),
        is_fixable=True,
    ),
    case(
        "role-competence-map-missing",
        chart([TEAM_OF_FIVE]),
        chart([replace(TEAM_OF_FIVE, texts={"development": ("From inbound to closing",)})]),
    ),
)
