"""Cases of the rules about roles."""

from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import KpiId, SeatId, SegmentId
from salesorg_gui.domain.records import Activity, Measure, Person, Seat, Segment
from tests.rules.builders import INBOUND, chart, handoff, seat
from tests.rules.cases.case import Case, case

ADA = seat("ada", names=["Ada"])
INES = seat("ines", "inbound_sdr", names=["Ines"])
KIM = seat("kim", "key_account_manager", names=["Kim"])
CLEO = seat("cleo", "customer_success_manager", names=["Cleo"])
HEAD = seat("head", "head_of_sales", names=["Hanna"])
ZOE = seat("zoe", "lead_gen_agency", names=["Zoe"])
JUNIOR = Person("Jo", "junior")
CLEAR = replace(ADA, goal="Forty new customers a year")
TEAM_OF_FIVE, TEAM_OF_TEN = seat("team", headcount=5), seat("team", headcount=10)


def busy(kind: str, share: float) -> Chart:
    """A seller whose week has other work in it."""
    return chart([replace(ADA, activities=(Activity("Lists", kind, share),))])


def key_accounts(*owners: Seat) -> Chart:
    """The largest customers, and whose they are."""
    ids = tuple(SeatId(owner.id) for owner in owners)
    return chart(
        [ADA, *owners], segments=[Segment(SegmentId("big"), "customer_size", "Large", is_key=True, owners=ids)]
    )


def sells_to(vertical: str) -> Chart:
    """A seller who knows retail and has one vertical."""
    seller = replace(ADA, people=(Person("Ada", industries=("Retail",)),))
    return chart([seller], segments=[Segment(SegmentId("v"), "vertical", vertical, owners=(ADA.id,))])


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
    ),
    case(
        "role-recruit-on-key-accounts",
        chart([replace(KIM, people=(JUNIOR,))]),
        chart([replace(KIM, people=(replace(JUNIOR, seniority="mid"),))]),
    ),
    case("role-vertical-mismatch", sells_to("Steel"), sells_to("Retail")),
    case(
        "role-closer-junior",
        chart([replace(ADA, people=(JUNIOR,))]),
        chart([replace(ADA, people=(replace(JUNIOR, seniority="mid"),))]),
        answers={"business": "software"},
    ),
    case(
        "role-inbound-without-leads",
        chart([INES], sources=[replace(INBOUND, per_month=19)]),
        chart([replace(INES, fte=0.2)], sources=[replace(INBOUND, per_month=20)]),
    ),
    case(
        "role-inbound-unowned",
        chart([ADA], sources=[INBOUND]),
        chart([seat("ada", add=["inbound_qualification"])], sources=[INBOUND]),
    ),
    case("role-seller-does-operations", busy("operations", 0.11), busy("operations", 0.1)),
    case("role-seller-does-enablement", busy("enablement", 0.11), busy("enablement", 0.1)),
    case(
        "role-operations-missing",
        chart([TEAM_OF_TEN]),
        chart([TEAM_OF_TEN, seat("ops", "sales_operations")]),
    ),
    case("role-enablement-missing", chart([TEAM_OF_FIVE]), chart([seat("team", headcount=4)])),
    case(
        "role-training-owner-missing",
        chart([HEAD, TEAM_OF_FIVE]),
        chart([replace(HEAD, activities=(Activity("Training", "enablement", 0.1),)), TEAM_OF_FIVE]),
    ),
    case("role-success-missing", chart([ADA]), chart([ADA, CLEO]), answers={"business": "subscription"}),
    case("role-key-accounts-unowned", key_accounts(), key_accounts(KIM)),
    case(
        "role-am-hunting",
        chart([seat("mia", "account_manager", add=["outbound_prospecting"]), seat("team", headcount=6)]),
        chart([seat("mia", "account_manager", add=["outbound_prospecting"]), TEAM_OF_FIVE]),
    ),
    case(
        "role-bdm-as-rep",
        chart([seat("ben", "business_development_manager"), ADA], handoffs=["ben > ada: qualified_lead"]),
        chart([seat("ben", "business_development_manager"), ADA], handoffs=["ben > ada: market_opportunity"]),
    ),
    case(
        "role-specialist-missing",
        chart([ADA]),
        chart([ADA, seat("sam", "sales_specialist")]),
        answers={"product_complexity": "high"},
    ),
    case("role-superstar-dependence", quotas(41, 15, 15, 15, 14), quotas(40, 15, 15, 15, 15)),
    case("role-quota-missing", band(None), band(5e6)),
    case("role-no-speed-measure", measured_by("revenue_won"), measured_by("revenue_won", "closing_cycle_time")),
    case(
        "role-no-kpi",
        chart([seat("ada", "other", add=["closing"])]),
        chart([seat("ada", "other", add=["closing"], measures=(Measure(KpiId("closing_cycle_time")),))]),
    ),
    case(
        "role-dependency-unstated",
        chart([ADA, ZOE], handoffs=[handoff("zoe > ada: qualified_lead")]),
        chart(
            [replace(ADA, texts={"dependencies": ("Leads from Zoe",)}), ZOE],
            handoffs=[handoff("zoe > ada: qualified_lead")],
        ),
    ),
    case(
        "role-competence-map-missing",
        chart([TEAM_OF_FIVE]),
        chart([replace(TEAM_OF_FIVE, texts={"development": ("From inbound to closing",)})]),
    ),
)
