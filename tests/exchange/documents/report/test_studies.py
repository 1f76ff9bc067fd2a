"""What the report tells of empty chairs and seams: the ten worst, and how many more there are."""

from dataclasses import replace

from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import CaseId, HandoffId, LineId, ObjectId, PodId, RoleId, SeatId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Lane, Line, Person, Pod, Seat, Source
from salesorg_gui.exchange.documents.report import empty_chair, seams
from salesorg_gui.exchange.documents.report.scope import Scope
from tests.exchange.documents.organisation import CHART, PLAN
from tests.exchange.documents.reading import texts
from tests.exchange.documents.report.test_report import CATALOGUE, begins_on, printed
from tests.rules.builders import seat, segment
from tests.study.cases.charts import line_of

TWELVE = 12


def pairs(count: int) -> Chart:
    """So many pairs, each handing over from pod to pod, under one manager."""
    boss = Seat(SeatId("boss"), RoleId("head_of_sales"), people=(Person("Kari"),))
    chart = Chart().with_records([boss, Pod(PodId("a"), "A"), Pod(PodId("b"), "B")])
    for number in range(count):
        giver, taker = SeatId(f"s{number:02}"), SeatId(f"t{number:02}")
        chart = chart.with_records([
            Seat(giver, RoleId("inbound_sdr"), people=(Person(f"Ada {number:02}"),), pod=PodId("a")),
            Seat(taker, RoleId("account_executive"), people=(Person(f"Bo {number:02}"),), pod=PodId("b")),
            Line(LineId(f"l{giver}"), giver, boss.id),
            Line(LineId(f"l{taker}"), taker, boss.id),
            Handoff(HandoffId(f"h{number:02}"), giver, taker, ObjectId("qualified_lead")),
        ])  # fmt: skip
    return chart


def pages_of(pdf: bytes, title: str) -> str:
    """The page on which a part begins, in one line."""
    return " ".join(texts(pdf)[begins_on(pdf, title) - 1].split())


def test_the_ten_worst_absences_are_listed_and_the_rest_counted() -> None:
    chart = pairs(TWELVE)
    page = pages_of(printed(Plan(charts={chart.id: chart}), chart), "Empty chair")
    assert "If Kari is away, 24 seats or pods are left without a lead." in page
    assert page.count("1 handoff loses an end") == 9
    assert "And 15 more seats hurt less." in page


def test_the_ten_costliest_seams_are_listed_and_the_rest_counted() -> None:
    chart = pairs(TWELVE)
    page = pages_of(printed(Plan(charts={chart.id: chart}), chart), "Seams")
    assert page.count("Kari settles, 1 level up") == 10
    assert "1 a month × 1 level × 2 for leaving a pod = 2" in page
    assert "And 2 more seams cost less." in page


def test_the_one_move_is_told_with_what_it_saves() -> None:
    chart = pairs(1)
    page = pages_of(printed(Plan(charts={chart.id: chart}), chart), "Seams")
    assert "the cost of all seams falls from 2 to 1, by 50 %." in page


def test_a_chart_without_handoffs_has_no_seams() -> None:
    chart = replace(CHART, handoffs={})
    pdf = printed(replace(PLAN, charts={chart.id: chart}), chart)
    assert not any(text.startswith("Seams") for text in texts(pdf))


def test_where_no_absence_hurts_nothing_is_listed() -> None:
    doubles = [Seat(SeatId(id), RoleId("account_executive")) for id in ("a", "b")]
    chart = Chart().with_records(doubles)
    scope = Scope(Plan(charts={chart.id: chart}), chart, CATALOGUE)
    words = empty_chair.words_of(scope)
    assert empty_chair.in_short(words) == ""
    assert len(list(empty_chair.pieces(scope, words, 400.0))) == 2


def test_where_no_customer_is_handed_over_nothing_is_ranked() -> None:
    seats = [Seat(SeatId(id), RoleId("account_executive")) for id in ("a", "b")]
    asked = Handoff(HandoffId("h"), seats[0].id, seats[1].id, ObjectId("market_insight"))
    chart = Chart().with_records([*seats, asked])
    scope = Scope(Plan(charts={chart.id: chart}), chart, CATALOGUE)
    found = seams.found_of(scope)
    assert seams.in_short(scope, found) == ""
    assert len(list(seams.pieces(scope, found, 400.0))) == 2


def case_plan(*kept: Case) -> tuple[Plan, Chart]:
    """Two who pass customers on in one place, and customers to try them on."""
    chart = replace(
        line_of(seat("other"), segments=(segment("Denmark", "ae"), segment("Norway", "other"))), title="Now"
    )
    return Plan(charts={chart.id: chart}, cases={case.id: case for case in kept}), chart


def test_customer_cases_are_told_one_by_one_with_what_is_wrong() -> None:
    here = Case(CaseId("a"), "Shop", {"geography": "Denmark"}, note="Asked for a demo.", order=1.0)
    there = Case(CaseId("b"), "", {"geography": "Norway"}, order=2.0)
    page = pages_of(printed(*case_plan(here, there)), "Customer cases")
    assert "1 of 2 customer cases pass. Norway · inbound: nobody at Demo." in page
    assert "Denmark · inbound. Mia keeps the customer." in page
    assert "Website → Ida → Bo → Mia" in page
    assert "Asked for a demo." in page
    assert "Ida hands over to Bo, and nobody there serves Norway." in page


def test_a_customer_nobody_ever_meets_is_told_too() -> None:
    plan, chart = case_plan(Case(CaseId("a"), "Called", lane=Lane.OUTBOUND))
    page = pages_of(printed(plan, chart), "Customer cases")
    assert "Called outbound. No lead source. nobody There is no outbound lead source." in page


def test_a_plan_without_customer_cases_has_no_such_part() -> None:
    assert not any(text.startswith("Customer cases") for text in texts(printed(*case_plan())))


def test_returns_without_end_are_told_in_both() -> None:
    chart = pairs(1)
    round_about = [
        Handoff(HandoffId("x"), SeatId("s00"), SeatId("s01"), ObjectId("raw_lead"), probability=1.0),
        Handoff(HandoffId("y"), SeatId("s01"), SeatId("s00"), ObjectId("raw_lead"), probability=1.0),
        Handoff(HandoffId("z"), SourceId("web"), SeatId("s00"), ObjectId("raw_lead")),
    ]
    twin = replace(chart.seats[SeatId("s00")], id=SeatId("s01"))
    chart = chart.with_records([twin, Source(SourceId("web"), per_month=10), *round_about])
    pdf = printed(Plan(charts={chart.id: chart}), chart)
    assert "without end" in pages_of(pdf, "Empty chair")
    assert "without end" in pages_of(pdf, "Seams")
