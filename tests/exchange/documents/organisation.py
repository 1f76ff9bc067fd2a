"""A small organisation to print: long titles, Nordic names, an empty seat, a seat of twelve, a hire under way."""

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import (
    ChartId,
    HandoffId,
    HireId,
    KpiId,
    LineId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
)
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import (
    Check,
    Handoff,
    Hire,
    Line,
    LineKind,
    Measure,
    Person,
    Pod,
    Seat,
    Segment,
    Source,
    Status,
)

LONG = (
    "Senior Regional Vice President of Strategic Enterprise Customer Success, Renewals and Partnerships "
    "for the Nordics, Baltics and Benelux (interim)"
)
WORD = "Kundförvärvsprocessoptimeringsansvarigsamordnare" * 3
NAMES = ("Åsa Öberg", "Ægir Ørsted", "Renée Façade", "Jürgen Groß", "Zoë van ’t Hoff", "Łucja Żak")
TWELVE = tuple(f"{name} {letter}" for letter in ("Lindqvist", "de Wit-Christensen") for name in NAMES)

HEAD, SDR, AE, CSM, EMPTY, LONGEST, CROWD = (
    SeatId(name) for name in ("head", "sdr", "ae", "csm", "empty", "longest", "crowd")
)


def people(*names: str) -> tuple[Person, ...]:
    return tuple(Person(name) for name in names)


SEATS = (
    Seat(HEAD, RoleId("head_of_sales"), people=people("Maja Fält")),
    Seat(SDR, RoleId("inbound_sdr"), pod=PodId("north"), order=1, people=people("Elin Wård")),
    Seat(
        AE,
        RoleId("account_executive"),
        pod=PodId("north"),
        order=2,
        people=people("Søren Ærø"),
        quota=9_500_000,
        goal="9.5 M SEK new revenue a year",
        measures=(Measure(KpiId("revenue_won"), "2.4 M SEK", "quarter"),),
    ),
    Seat(CSM, RoleId("customer_success_manager"), pod=PodId("north"), order=3, status=Status.OPEN, start="2026-03-01"),
    Seat(EMPTY, RoleId("nobody_knows_this_role")),
    Seat(LONGEST, RoleId("vp_sales"), title=LONG, note=WORD, people=people(WORD)),
    Seat(CROWD, RoleId("outbound_sdr"), headcount=12, people=people(*TWELVE)),
)
LINES = tuple(
    Line(LineId(f"l-{seat}"), seat, HEAD, kind)
    for seat, kind in ((SDR, LineKind.SOLID), (AE, LineKind.SOLID), (CSM, LineKind.SOLID), (CROWD, LineKind.DOTTED))
)
HANDOFFS = (
    Handoff(HandoffId("h1"), SourceId("web"), SDR, ObjectId("raw_lead"), "Every lead <at once> & without exception", 1),
    Handoff(HandoffId("h2"), SDR, AE, ObjectId("qualified_lead"), "Need, budget and date are known", 24),
    Handoff(HandoffId("h3"), AE, CSM, ObjectId("signed_customer"), "The contract is signed", 48),
    Handoff(HandoffId("h4"), AE, SDR, ObjectId("rejected_lead"), "The lead fails the criteria", 24, is_return=True),
)
CHART = Chart(
    ChartId("as-is"),
    "Option A",
    segments={SegmentId("se"): Segment(SegmentId("se"), value="Sverige")},
    pods={PodId("north"): Pod(PodId("north"), "Göteborg", (SegmentId("se"),), goal="93 % kept customers")},
    seats={seat.id: seat for seat in SEATS},
    lines={line.id: line for line in LINES},
    sources={SourceId("web"): Source(SourceId("web"), channel="website", per_month=240)},
    handoffs={handoff.id: handoff for handoff in HANDOFFS},
    hires={
        HireId("r1"): Hire(
            HireId("r1"),
            CSM,
            owner="Maja Fält",
            checklist=(
                Check("map", 0, who="Maja", due="2026-01-12", done="2026-01-10", remark="Övertid i två kvartal"),
                Check("values", 1, who="Jonas", due="2026-01-14"),
            ),
        )
    },
)
PLAN = Plan("Nordlys <Software> & Co", charts={CHART.id: CHART})
