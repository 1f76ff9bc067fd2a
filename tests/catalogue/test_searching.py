"""Finding what is on a chart by its fields."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.catalogue.query import NUMBERS, WORDS, parse
from salesorg_gui.catalogue.searching import Search
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import (
    HandoffId,
    Key,
    Kind,
    KpiId,
    LineId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
    StageId,
)
from salesorg_gui.domain.records import (
    Activity,
    Handoff,
    Lane,
    Line,
    Measure,
    Person,
    Pod,
    Seat,
    Segment,
    Source,
    Status,
)

BOSS, SDR, AE, CSM = SeatId("boss"), SeatId("sdr"), SeatId("ae"), SeatId("csm")
WEST, NORTH, AREA, WEB = PodId("west"), SegmentId("north"), SegmentId("area"), SourceId("web")
CATALOGUE = load("en")
FINDINGS = {Key(Kind.SEAT, AE): "error Too much work", Key(Kind.HANDOFF, "won"): "warning late"}


def chart() -> Chart:
    """A leader over a pod of three in a nested segment, fed by a website."""
    seats = (
        Seat(BOSS, RoleId("head_of_sales"), people=(Person("Kari Lund", "executive"),), code="P-1", location="Oslo"),
        Seat(SDR, RoleId("inbound_sdr"), status=Status.OPEN, pod=WEST, start="Q3", fte=0.5, department="Growth"),
        Seat(
            AE,
            RoleId("account_executive"),
            people=(Person("Åsa Öberg", industries=("Health",)),),
            pod=WEST,
            quota=4_000_000,
            accounts=60,
            activities=(Activity("Monthly forecast", "operations", 0.1),),
            note="Speaks Finnish",
            goal="Win the north",
            texts={"mission": ("Be the first to call",)},
            measures=(Measure(KpiId("net_revenue_retention"), "110 %"),),
        ),
        Seat(CSM, RoleId("customer_success_manager"), "Kundvän", pod=WEST, stages_added=(StageId("closing"),)),
    )
    return Chart().with_records(
        [
            *seats,
            *(Line(LineId(f"l-{seat}"), seat, BOSS, order=n) for n, seat in enumerate((SDR, AE, CSM))),
            Handoff(HandoffId("lead"), SDR, AE, ObjectId("qualified_lead"), "budget known", 24),
            Handoff(HandoffId("won"), AE, CSM, ObjectId("signed_customer"), limit_hours=48),
            Handoff(HandoffId("raw"), WEB, SDR),
            Pod(WEST, "West", (AREA,), lead=BOSS, goal="Ten a month", target_account="Volvo"),
            Segment(NORTH, value="Nordics"),
            Segment(AREA, value="Göteborg", parent=NORTH),
            Source(WEB, Lane.INBOUND, "website", per_month=240),
        ]
    )


def found(typed: str, where: Chart | None = None, catalogue: Catalogue = CATALOGUE) -> set[str]:
    return {key.id for key in Search().find(parse(typed), where or chart(), catalogue, FINDINGS)}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("kari", {BOSS, WEST}),
        ("asa oberg", {AE}),
        ("kundvan", {CSM}),
        ("finnish", {AE}),
        ("first to call", {AE}),
        ("revenue retention", {AE}),
        ("health", {AE}),
        ("p-1", {BOSS}),
        ("oslo", {BOSS}),
        ("west", {SDR, AE, CSM, WEST}),
        ("nordics", {SDR, AE, CSM, WEST, NORTH, AREA}),
        ("website", {WEB}),
        ("volvo", {WEST}),
        ("role:ae", {AE}),
        ("role:executive", {AE}),
        ("role:verkoper", {SDR, AE}),
        ("utesaljare", {AE}),
        ("role:", {BOSS, SDR, AE, CSM}),
        ("title:kundvan", {CSM}),
        ("person:kari", {BOSS, WEST}),
        ("pod:west role:sdr", {SDR}),
        ("segment:goteborg", {SDR, AE, CSM, WEST, AREA}),
        ("status:open", {SDR}),
        ("open", {SDR}),
        ("filled -kari", {AE, CSM}),
        ("stage:closing", {AE, CSM}),
        ("purpose:care", {CSM}),
        ("manager:kari", {SDR, AE, CSM}),
        ("note:", {AE}),
        ("goal:north", {AE}),
        ("goal:month", {WEST}),
        ("location:oslo", {BOSS}),
        ("department:growth", {SDR}),
        ("code:p", {BOSS}),
        ("start:q3", {SDR}),
        ("seniority:executive", {BOSS}),
        ("industry:health", {AE}),
        ("measure:retention", {AE}),
        ("text:call", {AE}),
        ("hands:qualified", {SDR}),
        ("gets:qualified", {AE}),
        ("hands:", {SDR, AE}),
        ("finding:error", {AE}),
        ("finding:warning", {"won"}),
        ("condition:budget", {"lead"}),
        ("source:inbound", {WEB}),
        ("limit:>24", {"won"}),
        ("limit:", {"lead", "won"}),
        ("reports:3", {BOSS}),
        ("reports:>2", {BOSS}),
        ("below:>=3", {BOSS}),
        ("fte:<1", {SDR}),
        ("headcount:>1", set()),
        ("quota:>1000000", {AE}),
        ("accounts:>50", {AE}),
        ("customers:60", {AE}),
        ("work:forecast", {AE}),
        ("activity:operations", {AE}),
        ("leads:>200", {WEB}),
        ("seats:>2", {WEST}),
        ("seats:>2 -role:ae", set()),
        ("-west", {BOSS}),
        ("-pod:", {BOSS}),
        ('"win the"', {AE}),
        ("zebra", set()),
        ("", set()),
        ("colour:red", set()),
    ],
)
def test_what_answers(typed: str, names: set[str]) -> None:
    assert found(typed) == names


def test_seats_come_first() -> None:
    keys = Search().find(parse("west"), chart(), CATALOGUE)
    assert [key.kind for key in keys] == [Kind.SEAT, Kind.SEAT, Kind.SEAT, Kind.POD]


def test_an_edit_is_seen_at_once() -> None:
    search, before = Search(), chart()
    assert not search.find(parse("greta"), before, CATALOGUE)
    after = before.with_records([replace(before.seats[AE], note="Greta helps")])
    assert search.find(parse("greta"), after, CATALOGUE) == [Key(Kind.SEAT, AE)]
    assert not search.find(parse("finnish"), after, CATALOGUE)
    assert search.find(parse("finnish"), before, CATALOGUE) == [Key(Kind.SEAT, AE)]


def test_another_language_has_other_words() -> None:
    search = Search()
    assert not search.find(parse("title:säljare"), chart(), CATALOGUE) or found("title:account")
    assert search.find(parse("stage:kundvård"), chart(), load("sv")) is not None
    assert {key.id for key in search.find(parse("title:kundvän"), chart(), load("sv"))} == {CSM}


def test_many_edits_do_not_pile_up() -> None:
    search, now = Search(), chart()
    for n in range(200):
        now = now.with_records([replace(now.seats[AE], note=f"Note {n}")])
        assert search.find(parse(f'"note {n}"'), now, CATALOGUE) == [Key(Kind.SEAT, AE)]
    assert len(search._kept) <= 2 * len(now.seats) + 64 + len(now.seats)  # noqa: SLF001 -- the bound is what is promised


def test_circles_and_what_is_missing_do_no_harm() -> None:
    circle = Chart().with_records(
        [
            Seat(SDR, RoleId("nobody_knows"), pod=PodId("gone"), stages_added=(StageId("gone"),)),
            Seat(AE, RoleId("account_executive"), measures=(Measure(KpiId("gone")),)),
            Line(LineId("a"), SDR, AE),
            Line(LineId("b"), AE, SDR),
            Handoff(HandoffId("h"), SDR, SeatId("gone"), ObjectId("gone thing")),
            Pod(WEST, segments=(SegmentId("gone"),), lead=SeatId("gone")),
            Segment(NORTH, "odd axis", parent=AREA),
            Segment(AREA, parent=NORTH),
            Source(WEB, channel="odd"),
        ]
    )
    assert found("below:1", circle) == {SDR, AE}
    assert found("role:nobody", circle) == {SDR}
    assert found("hands:gone", circle) == {SDR}
    assert found("text:odd", circle) == {NORTH}
    assert found("odd", circle) == {NORTH, WEB}


@given(st.lists(st.sampled_from([*WORDS, *NUMBERS, ""])), st.text(max_size=12))
def test_any_question_can_be_asked(fields: list[str], value: str) -> None:
    typed = " ".join(f"{name}:{value}" if name else value for name in fields)
    keys = Search().find(parse(typed), chart(), CATALOGUE, FINDINGS)
    assert all(chart().record(key) is not None for key in keys)


@given(st.sampled_from(["west", "role:ae", "fte:<1", "open", "manager:kari", "note:"]))
def test_a_seat_answers_either_a_question_or_its_opposite(typed: str) -> None:
    seats = set(chart().seats)
    yes = {key.id for key in Search().find(parse(typed), chart(), CATALOGUE) if key.kind is Kind.SEAT}
    no = {key.id for key in Search().find(parse(f"-{typed}"), chart(), CATALOGUE) if key.kind is Kind.SEAT}
    assert (yes | no, yes & no) == (seats, set())
