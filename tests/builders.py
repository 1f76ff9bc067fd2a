"""Plans that tests start from."""

from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import (
    CaseId,
    ChartId,
    HandoffId,
    HireId,
    Key,
    Kind,
    KpiId,
    LineId,
    ModelId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SlideId,
    SourceId,
    StageId,
)
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import (
    Acceptance,
    Activity,
    BranchStyle,
    Check,
    Handoff,
    Hire,
    HireStatus,
    Lane,
    Line,
    LineKind,
    Measure,
    Person,
    Place,
    Pod,
    Record,
    Score,
    Scorecard,
    Seat,
    Segment,
    Source,
    Status,
)
from salesorg_gui.domain.slides import Room, Slide

HEAD, ADA, BO, CY, DI = (SeatId(name) for name in ("head", "ada", "bo", "cy", "di"))
NORTH, SOUTH = PodId("north"), PodId("south")
NORDICS, EUROPE, BANKS = SegmentId("nordics"), SegmentId("europe"), SegmentId("banks")
WEB, LIST = SourceId("web"), SourceId("list")
MORE = {"x-unknown": 1}


def seat(name: str, role: str = "account_executive", pod: str | None = None, order: float = 0.0) -> Seat:
    """A seat held by somebody of the same name."""
    return Seat(
        SeatId(name), RoleId(role), people=(Person(name.title()),), pod=PodId(pod) if pod else None, order=order
    )


def line(report: str, manager: str, order: float = 0.0, kind: LineKind = LineKind.SOLID) -> Line:
    """A line named after its ends."""
    return Line(LineId(f"{report}-{manager}"), SeatId(report), SeatId(manager), kind, order)


def handoff(source: str, target: str, what: str = "qualified_lead") -> Handoff:
    """A handoff named after its ends."""
    return Handoff(HandoffId(f"{source}>{target}"), SeatId(source), SeatId(target), ObjectId(what))


def chart_of(*records: Record) -> Chart:
    """A chart of these records."""
    return Chart(ChartId("as-is"), "As is").with_records(records)


def pod_chart() -> Chart:
    """A head of sales above two pods in nested segments, fed by two sources."""
    return chart_of(
        seat(HEAD, "head_of_sales"),
        seat(ADA, "inbound_sdr", NORTH, 1),
        seat(BO, "account_executive", NORTH, 2),
        seat(CY, "customer_success_manager", NORTH, 3),
        seat(DI, "island_rep", SOUTH, 1),
        *(line(name, HEAD, order) for order, name in enumerate((ADA, BO, CY, DI))),
        Source(WEB, channel="website", per_month=120),
        Source(LIST, Lane.OUTBOUND, "list", per_month=300),
        handoff(WEB, ADA, "raw_lead"),
        handoff(ADA, BO),
        handoff(BO, CY, "signed_customer"),
        Pod(NORTH, "North", (NORDICS,), BO, order=1),
        Pod(SOUTH, "South", (EUROPE,), order=2),
        Segment(EUROPE, value="Europe"),
        Segment(NORDICS, value="Nordics", parent=EUROPE, owners=(ADA, NORTH)),
        Segment(BANKS, "industry", "Banks"),
        Hire(HireId("hire"), CY),
    )


def pod_plan() -> Plan:
    """A plan of that chart."""
    chart = pod_chart()
    return Plan("Nordic Cloud", charts={chart.id: chart})


def _full_seat() -> Seat:
    return Seat(
        SeatId("s1"),
        RoleId("account_executive"),
        title="Key seller",
        headcount=2,
        fte=0.8,
        status=Status.OPEN,
        people=(Person("Åsa Ødegård", "senior", ("software",), True, "2027-01-01", {"x": [1, None, {"b": 1.5}]}),),
        pod=PodId("p1"),
        also_in=(PodId("p2"),),
        order=1.5,
        place=Place(12, 8.5),
        branch=BranchStyle.COLUMNS,
        columns=3,
        shared=True,
        stages_added=(StageId("growth"),),
        stages_removed=(StageId("closing"),),
        shares={StageId("growth"): 0.25, StageId("demo_negotiation"): 0.75},
        activities=(Activity("Weekly report", "operations", 0.1, {"colour": "red"}),),
        quota=1_200_000,
        accounts=140,
        account_stages=(StageId("closing"), StageId("retention")),
        measures=(Measure(KpiId("revenue_won"), "2.4 M SEK", "year", True, {"weight": 3}),),
        goal="Win the north",
        start="Q3",
        code="00042",
        location="Göteborg",
        department="Sales",
        note='Quotes " and \\ and\nlines\ttoo',
        texts={"mission": ("One.", "Two."), "boundaries": ()},
        extra={"z": {"b": 1, "a": 2}, "a": False},
    )


def _full_hire() -> Hire:
    return Hire(
        HireId("r1"),
        SeatId("s1"),
        HireStatus.INTERVIEWING,
        "2027-03-01",
        "Kim",
        (Check("values", 1, "Kim", "2027-01-01", "2027-01-02", "done", {"x": 1}),),
        (
            Scorecard(
                "Bo",
                "Kim",
                "2027-02-01",
                (Score("drive", "traits", 4, True, "Called twice", {"1": "none", "5": "lots"}, {"x": 1}),),
                "Calm",
                {"x": 1},
            ),
        ),
        "Bo",
        "2027-02-15",
        {"x": 1},
    )


def _full_chart() -> Chart:
    more = MORE
    records: tuple[Record, ...] = (
        _full_seat(),
        Seat(SeatId("s2"), RoleId("head_of_sales")),
        Line(LineId("l1"), SeatId("s1"), SeatId("s2"), LineKind.DOTTED, 2, True, {**more}),
        Line(LineId("l2"), SeatId("s1"), SeatId("gone")),
        Handoff(
            HandoffId("h1"), SourceId("in"), SeatId("s1"), ObjectId("raw_lead"), "Budget", 0.5, True, 0.4, {**more}
        ),
        Source(SourceId("in"), Lane.OUTBOUND, "list", "Fair", 240.5, 3, Place(1, 2), {**more}),
        Pod(PodId("p1"), "North", (SegmentId("g1"),), SeatId("s2"), "Grow", "ACME", 1, Place(-3, 0.25), {**more}),
        Segment(
            SegmentId("g1"), "size", "Large", SegmentId("g0"), 10, 99.5, True, False, 1e6, 40.5, 12,
            (SeatId("s1"), PodId("p1")), "By the first letter", 7, Place(0, 0), {**more},
        ),
        _full_hire(),
    )  # fmt: skip
    return Chart(
        ChartId("to-be"),
        "To be",
        2,
        ChartId("as-is"),
        ModelId("pod"),
        "specialists",
        "A thought",
        "2026-05-01",
        accepted=(Acceptance("span-of-control", ("s1", "s2"), "For now", ("count=9",), {**more}),),
        extra={**more},
    ).with_records(records)


def _full_slide(chart: ChartId) -> Slide:
    return Slide(
        SlideId("z-first"), "From lead to customer", "Two handoffs.", chart, "reporting", Room(-40.0, 12.5, 800.0, 9.0),
        (Key(Kind.SEAT, "s1"), Key(Kind.POD, "p1")), (SeatId("s1"),), "pod", True, {**MORE},
    )  # fmt: skip


def _full_case() -> Case:
    return Case(
        CaseId("c1"), "Danish shop", {"geography": "Denmark", "customer_size": 200.0}, Lane.OUTBOUND, "list", LIST,
        "Asked for a demo.", 2.5, {**MORE},
    )  # fmt: skip


def full_plan() -> Plan:
    """A plan in which every attribute of every record says something, and every record has an unknown key."""
    more, chart = MORE, _full_chart()
    role = OwnRole(
        RoleId("greeter"), "Greeter", RoleId("inbound_sdr"), "find", (StageId("growth"),), (ObjectId("raw_lead"),),
        (), (RoleId("head_of_sales"),), {"mission": ("Greet.",)}, {**more},
    )  # fmt: skip
    as_is = Chart(ChartId("as-is"), "As is")
    return Plan(
        "Nordic Cloud",
        "sv",
        {"sellers": 12, "budget": "large", "symptoms": ["late", "weak"], "values": {"b": 1, "a": 2.5}},
        {"span-of-control": {"most": 9}, "capacity": {"churn": 0.02}},
        {role.id: role},
        {chart.id: chart, as_is.id: as_is},
        (_full_slide(chart.id), Slide(SlideId("a-second"), "Later")),
        {CaseId("c1"): _full_case()},
        {"x-tool": {"z": 1, "a": [1.5, 2]}},
    )
