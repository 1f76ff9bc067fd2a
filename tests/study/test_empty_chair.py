"""What happens when somebody is away."""

from collections.abc import Iterable
from dataclasses import replace
from math import inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity.capacity import capacity_of
from salesorg_gui.capacity.formulas import wait_hours
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Json, Pod, Seat, Segment, Source, Status
from salesorg_gui.study.absence import Absence, ChairWeights, Harm
from salesorg_gui.study.empty_chair import EmptyChairs, empty_chairs
from salesorg_gui.study.stand_ins import Nearness
from tests.capacity.test_capacity import LINE, fte, likely, sources, team
from tests.rules.builders import ENGLISH, chart, handoff, plan_of, seat
from tests.rules.random_plans import random_plan

NORTH = Pod(PodId("north"), "North", (SegmentId("no"),))
SOUTH = Pod(PodId("south"), "South", (SegmentId("so"),))
SEGMENTS = (Segment(SegmentId("no"), value="Norway"), Segment(SegmentId("so"), value="Spain"))


def chairs(drawn: Chart, days: float = 14.0, answers: dict[str, Json] | None = None) -> EmptyChairs:
    return empty_chairs(plan_of(drawn, answers or {}), drawn, ENGLISH, days)


def without(drawn: Chart, away: str, days: float = 14.0, answers: dict[str, Json] | None = None) -> Absence:
    return next(one for one in chairs(drawn, days, answers).absences if one.seat == away)


def two_pods(*more: Seat) -> Chart:
    """A closer a country, and whoever else is named."""
    closers = (seat("anna", pod="north"), seat("erik", pod="south"))
    return chart((*closers, *more), pods=(NORTH, SOUTH), segments=SEGMENTS)


def factor(absence: Absence, harm: Harm) -> float:
    return next((one.count for one in absence.factors if one.harm is harm), 0.0)


def test_nobody_closes_where_the_only_closer_is_away() -> None:
    found = without(two_pods(), "anna")
    norway = Key(Kind.SEGMENT, "no")
    assert {(one.stage, one.place) for one in found.open.uncovered} == {
        ("demo_negotiation", norway),
        ("closing", norway),
    }
    assert factor(found, Harm.CORE_STAGE) == 2


def test_a_colleague_in_the_same_segment_covers_it() -> None:
    assert without(two_pods(seat("bo", pod="north")), "anna").open.uncovered == ()


def test_an_open_seat_covers_nothing_and_is_asked_nothing() -> None:
    vacant = replace(seat("bo", pod="north"), status=Status.PLANNED)
    found = chairs(two_pods(vacant))
    assert without(two_pods(vacant), "anna").open.uncovered
    assert found.vacant == ("bo",)
    assert "bo" not in [one.seat for one in found.absences]


def test_on_a_chart_that_nobody_holds_yet_every_seat_counts() -> None:
    drawn = chart([replace(seat("anna"), status=Status.OPEN)])
    assert [one.seat for one in chairs(drawn).absences] == ["anna"]


def test_whoever_owns_the_segment_around_covers_what_lies_in_it() -> None:
    inner = Segment(SegmentId("oslo"), value="Oslo", parent=SegmentId("no"), owners=(SeatId("anna"),))
    around = replace(SEGMENTS[0], owners=(SeatId("erik"),))
    drawn = chart((seat("anna"), seat("erik")), segments=(inner, around))
    assert without(drawn, "anna").open.uncovered == ()
    assert {one.place for one in without(drawn, "erik").open.uncovered} == {Key(Kind.SEGMENT, "no")}


def test_a_seat_of_several_people_leaves_no_chair_empty() -> None:
    found = without(two_pods(), "anna")
    several = without(two_pods().with_records([seat("anna", pod="north", headcount=3)]), "anna")
    assert found.is_empty
    assert not several.is_empty
    assert several.open.uncovered == ()


def test_one_of_three_leaves_two_thirds_of_the_time() -> None:
    ways = ["in > sdr: raw_lead", "sdr > ae: qualified_lead"]
    drawn = chart((*team()[:1], seat("ae", headcount=3)), handoffs=ways, sources=sources(100, 0))
    (delay,) = without(drawn, "ae").delays
    assert (delay.had, delay.has) == pytest.approx((3.0, 2.0))


def test_the_other_end_of_a_handoff_is_stranded_where_it_has_nobody_else() -> None:
    seats = (seat("sdr", "inbound_sdr"), seat("anna"), seat("bo"))
    alone = chart(seats, handoffs=["sdr > anna: qualified_lead"])
    beside = chart(seats, handoffs=["sdr > anna: qualified_lead", "sdr > bo: qualified_lead"])
    assert without(alone, "anna").open.stranded == ("h sdr > anna: qualified_lead",)
    assert without(beside, "anna").open.stranded == ()
    assert without(beside, "anna").open.handoffs == ("h sdr > anna: qualified_lead",)


def test_a_double_on_an_open_seat_catches_nothing() -> None:
    seats = (seat("sdr", "inbound_sdr"), seat("anna"), replace(seat("bo"), status=Status.OPEN))
    drawn = chart(seats, handoffs=["sdr > anna: qualified_lead", "sdr > bo: qualified_lead"])
    assert without(drawn, "anna").open.stranded == ("h sdr > anna: qualified_lead",)


def test_what_comes_from_an_open_seat_does_not_come_yet() -> None:
    seats = (seat("sdr", "inbound_sdr"), seat("anna"), replace(seat("two", "inbound_sdr"), status=Status.OPEN))
    drawn = chart(seats, handoffs=["sdr > anna: qualified_lead", "two > anna: qualified_lead"])
    assert without(drawn, "sdr").open.stranded == ("h sdr > anna: qualified_lead",)


def test_a_limit_of_nothing_is_no_limit() -> None:
    ways = [handoff("in > one: raw_lead", hours=0.0), handoff("in > two: raw_lead", hours=0.0)]
    seats = (seat("one", "inbound_sdr"), seat("two", "inbound_sdr"))
    (delay,) = without(chart(seats, handoffs=ways, sources=sources(300, 0)), "one").delays
    assert delay.broken_count == 0


def test_reports_with_another_manager_are_not_left_alone() -> None:
    seats = [seat(id, "head_of_sales") for id in ("top", "kari", "jo", "bo", "eva")]
    drawn = chart(seats, ["kari > top", "jo > kari", "bo > kari", "bo > eva"])
    found = without(drawn, "kari").open
    assert found.reports == ("jo",)
    assert found.acting == "top"


def test_a_pod_is_left_without_its_lead() -> None:
    drawn = two_pods(seat("kari", "pod_lead")).with_records([replace(NORTH, lead=SeatId("kari"))])
    assert without(drawn, "kari").open.pods == ("north",)


def test_waits_are_those_of_the_capacity_formula() -> None:
    drawn = chart(
        (seat("one", "inbound_sdr"), seat("two", "inbound_sdr")),
        handoffs=["in > one: raw_lead", "in > two: raw_lead"],
        sources=sources(300, 0),
    )
    (delay,) = without(drawn, "one").delays
    figures = capacity_of(plan_of(drawn), drawn, ENGLISH).situation.figures
    assert delay.wait_before == pytest.approx(wait_hours(300, 2.0, figures))
    assert delay.wait_after == pytest.approx(1.3)  # 300 leads and one FTE: section 5.5
    assert (delay.limit_hours, delay.broken_count) == (1.0, 2)
    assert delay.broken == ("h in > one: raw_lead", "h in > two: raw_lead")


def test_a_limit_broken_before_is_not_blamed_on_the_absence() -> None:
    strict = [handoff("in > one: raw_lead", hours=0.01), handoff("in > two: raw_lead", hours=0.01)]
    seats = (seat("one", "inbound_sdr"), seat("two", "inbound_sdr"))
    (delay,) = without(chart(seats, handoffs=strict, sources=sources(300, 0)), "one").delays
    assert delay.broken_count == 0


def test_what_is_handed_over_without_a_limit_has_its_usual_one() -> None:
    ways = [handoff("in > one: raw_lead", hours=None), handoff("in > two: raw_lead", hours=None)]
    seats = (seat("one", "inbound_sdr"), seat("two", "inbound_sdr"))
    (delay,) = without(chart(seats, handoffs=ways, sources=sources(300, 0)), "one").delays
    assert delay.limit_hours == ENGLISH.objects[ways[0].object].limit_hours if ways[0].object else False


def test_a_week_of_work_lies_undone_after_a_week_without_a_full_time_person() -> None:
    """400 leads are one full-time person (5.1), and nobody else takes them."""
    drawn = chart([seat("sdr", "inbound_sdr")], handoffs=["in > sdr: raw_lead"], sources=sources(400, 0))
    found = without(drawn, "sdr")
    assert found.missing == pytest.approx(1.0)
    assert found.backlog_days == pytest.approx(7.0)
    assert found.working_days_undone == pytest.approx(10.0)
    assert without(drawn, "sdr", days=91.0).working_days_undone == pytest.approx(65.0)


def test_customers_not_won_are_what_the_chain_would_have_made_of_the_work() -> None:
    """50 qualified leads are one closer (5.3), of which 20 % sign: 10 a month, and a month is 52/12 weeks."""
    drawn = chart(team(), handoffs=LINE, sources=sources(0, 1000))
    found = without(drawn, "ae", days=7 * 52 / 12, answers={"contract_value": 1_000})
    assert found.toll.won == pytest.approx(10.0)
    assert found.toll.revenue == pytest.approx(10_000)


def test_money_is_not_told_where_nobody_said_what_a_contract_is_worth() -> None:
    assert without(chart(team(), handoffs=LINE, sources=sources(0, 1000)), "ae").toll.revenue is None


def test_customers_kept_are_those_of_the_plan_or_an_even_part_of_all() -> None:
    csm = seat("csm", "customer_success_manager", headcount=2)
    told = replace(csm, accounts=80)
    assert without(chart([csm]), "csm", answers={"customers": 50}).toll.customers == pytest.approx(25)
    assert without(chart([told]), "csm", answers={"customers": 50}).toll.customers == pytest.approx(40)
    assert without(chart([told]), "csm").toll.is_told


def test_the_stand_in_has_the_work_of_both() -> None:
    """84 qualified leads are 1.68 FTE (E1), half of them each."""
    drawn = chart(
        (seat("sdr", "inbound_sdr"), seat("anna"), seat("erik")),
        handoffs=["in > sdr: raw_lead", "sdr > anna: qualified_lead", "sdr > erik: qualified_lead"],
        sources=sources(84 / 0.2875, 0),
    )
    (stand_in,) = chairs(drawn).stand_ins(SeatId("anna"))
    assert stand_in.seat == "erik"
    assert (stand_in.before, stand_in.after) == pytest.approx((0.84, 1.68))


def test_the_nearest_stands_in_before_who_is_further_away() -> None:
    drawn = two_pods(seat("near", pod="north"))
    (stand_in,) = chairs(drawn).stand_ins(SeatId("anna"))
    assert (stand_in.seat, stand_in.nearness) == ("near", Nearness.SAME_POD)
    (far,) = chairs(two_pods()).stand_ins(SeatId("anna"))
    assert (far.seat, far.nearness) == ("erik", Nearness.ELSEWHERE)


def test_of_two_equally_near_the_one_with_the_same_manager_stands_in() -> None:
    owned = [replace(SEGMENTS[0], owners=tuple(map(SeatId, ("anna", "bo", "cleo"))))]
    seats = (seat("anna"), seat("bo"), seat("cleo"), seat("kari", "head_of_sales"))
    drawn = chart(seats, ["anna > kari", "cleo > kari"], segments=owned)
    (stand_in,) = chairs(drawn).stand_ins(SeatId("anna"))
    assert (stand_in.seat, stand_in.nearness) == ("cleo", Nearness.SAME_MANAGER)


def test_several_stand_in_where_nobody_does_it_all() -> None:
    seats = (seat("all", "island_rep"), seat("anna"), seat("sdr", "inbound_sdr"))
    found = chairs(chart(seats)).stand_ins(SeatId("all"))
    assert [one.seat for one in found] == ["anna", "sdr"]
    assert not set(found[0].stages) & set(found[1].stages)


def test_colleagues_on_the_same_seat_take_over_first() -> None:
    drawn = chart((seat("ae", headcount=2), seat("bo")), handoffs=LINE)
    (stand_in,) = chairs(drawn).stand_ins(SeatId("ae"))
    assert (stand_in.seat, stand_in.nearness) == ("ae", Nearness.SAME_SEAT)
    assert stand_in.after == pytest.approx(2 * stand_in.before)


def test_nobody_can_do_what_only_one_has_learnt() -> None:
    drawn = chart((seat("csm", "customer_success_manager"), seat("ae")))
    found = without(drawn, "csm")
    assert factor(found, Harm.NOBODY) == 1
    assert chairs(drawn).stand_ins(SeatId("csm")) == ()


def test_neighbours_are_not_asked_and_do_not_stand_in() -> None:
    drawn = chart((seat("m", "marketing"), seat("sdr", "inbound_sdr", add=["lead_generation"])))
    assert [one.seat for one in chairs(drawn).absences] == ["sdr"]
    assert chairs(drawn).stand_ins(SeatId("sdr")) == ()


def test_without_volumes_only_what_is_drawn_counts() -> None:
    drawn = chart(team(), handoffs=LINE, sources=sources(0, 0))
    found = chairs(drawn)
    assert not found.has_volume
    assert all(not one.delays and one.missing == 0 and one.backlog_days == inf for one in found.absences)


def test_returns_without_end_are_told_and_the_drawing_still_counts() -> None:
    endless = [likely("sdr > two: raw_lead", 1.0, "c"), likely("two > sdr: raw_lead", 1.0, "d")]
    drawn = chart((*team(), seat("two", "inbound_sdr")), handoffs=[*LINE, *endless], sources=sources(10, 10))
    found = chairs(drawn)
    assert "without end" in found.refusal
    assert found.absences[0].score > 0


def test_the_score_is_the_sum_of_its_factors_times_their_weights() -> None:
    weights = ChairWeights(core_stage=1.0, stranded=100.0)
    drawn = chart(team(), handoffs=LINE, sources=sources(100, 100))
    for one in empty_chairs(plan_of(drawn), drawn, ENGLISH, weights=weights).absences:
        assert one.score == pytest.approx(sum(part.count * weights.of(part.harm) for part in one.factors))


def test_everything_touched_is_on_the_canvas() -> None:
    drawn = chart((seat("sdr", "inbound_sdr"), seat("anna"), seat("kari")), ["anna > kari"], ["sdr > anna: hot_lead"])
    keys = without(drawn, "kari").keys
    assert Key(Kind.SEAT, "anna") in keys
    assert Key(Kind.HANDOFF, "h sdr > anna: hot_lead") in without(drawn, "anna").keys


@given(st.integers(0, 10**6))
def test_of_any_chart_the_worst_comes_first_and_all_named_exists(number: int) -> None:
    plan = random_plan(Random(number))
    drawn = plan.first_chart
    found = empty_chairs(plan, drawn, ENGLISH)
    scores = [round(one.score, 9) for one in found.absences]
    assert scores == sorted(scores, reverse=True)
    assert min(scores, default=0) >= 0
    for one in found.absences:
        assert all(drawn.record(key) is not None for key in one.keys)
        assert one.seat not in {stand_in.seat for stand_in in found.stand_ins(one.seat)} or not one.is_empty


@given(st.integers(0, 10**6))
def test_what_is_said_to_be_uncovered_is_covered_by_nobody_else_there(number: int) -> None:
    plan = random_plan(Random(number))
    drawn = plan.first_chart
    found = empty_chairs(plan, drawn, ENGLISH)
    stages = found.graphs.duties.stages
    for one in found.absences:
        for lost in one.open.uncovered:
            others = [id for id, covered in stages.items() if lost.stage in covered and id != one.seat]
            assert lost.place is not None or not others
            assert not any(_works_in(drawn, id, lost.place) for id in others if lost.place is not None)


def _works_in(drawn: Chart, id: SeatId, place: Key | None) -> bool:
    """A naive walk: whether a seat, or a pod of it, owns a segment."""
    record = drawn.seats[id]
    pods = {pod for pod in (record.pod, *record.also_in) if pod in drawn.pods}
    if place is None or place.kind is Kind.POD:
        return place is not None and place.id in pods
    segment = drawn.segments[SegmentId(place.id)]
    owners: set[str] = {*segment.owners, *(pod.id for pod in drawn.pods.values() if segment.id in pod.segments)}
    return id in owners or not owners.isdisjoint({str(pod) for pod in pods})


def _doubled(leads: float, roles: Iterable[str]) -> Chart:
    seats = [fte(seat(f"{role}-{copy}", role), 1.0) for role in roles for copy in (1, 2)]
    ways = [handoff(f"in > {role}-{copy}: raw_lead") for role in roles for copy in (1, 2) if role == "inbound_sdr"]
    return chart(seats, handoffs=ways, sources=sources(leads, 0))


@given(st.floats(0, 250), st.sets(st.sampled_from(("inbound_sdr", "customer_success_manager", "account_executive"))))
def test_a_seat_nobody_hands_to_with_a_full_double_costs_nothing(leads: float, roles: set[str]) -> None:
    for one in chairs(_doubled(leads, sorted(roles))).absences:
        assert one.score == 0
        assert one.factors == ()


@given(st.floats(1, 5_000), st.integers(1, 5), st.floats(1, 200))
def test_a_longer_absence_is_never_better(leads: float, people: int, days: float) -> None:
    seats = (seat("sdr", "inbound_sdr", headcount=people), seat("two", "inbound_sdr"))
    drawn = chart(seats, handoffs=["in > sdr: raw_lead", "in > two: raw_lead"], sources=sources(leads, 0))
    short, long = without(drawn, "sdr", days), without(drawn, "sdr", days * 2)
    assert short.score <= long.score + 1e-9
    assert all(delay.wait_after >= delay.wait_before for delay in short.delays)
    assert all(0 <= delay.missing <= delay.had - delay.has + 1e-9 for delay in short.delays)


@given(st.floats(1, 2_000), st.floats(0.1, 3))
def test_a_second_person_never_makes_an_absence_worse(leads: float, more: float) -> None:
    ways = ["in > one: raw_lead"]
    alone = chart([seat("one", "inbound_sdr")], handoffs=ways, sources=sources(leads, 0))
    beside = alone.with_records([fte(seat("two", "inbound_sdr"), more)])
    assert without(beside, "one").missing <= without(alone, "one").missing + 1e-9
    assert without(beside, "one").score <= without(alone, "one").score + 1e-9


def test_a_chart_without_seats_has_no_chair() -> None:
    assert chairs(chart()).absences == ()
    assert empty_chairs(Plan(), Chart(), ENGLISH).absences == ()


def test_shared_seats_work_where_those_work_they_exchange_customers_with() -> None:
    kam = seat("kam", "key_account_manager", shared=True)
    drawn = two_pods(kam).with_records([handoff("anna > kam: signed_customer")])
    assert {one.place for one in without(drawn, "kam").open.uncovered} == {Key(Kind.SEGMENT, "no")}


def test_one_queue_serves_all_places_somebody_works_in() -> None:
    both = replace(SEGMENTS[0], owners=(SeatId("bo"),)), replace(SEGMENTS[1], owners=(SeatId("bo"),))
    drawn = two_pods(seat("bo")).with_records([*both, *chart(sources=sources(100, 0)).sources.values()])
    apart = two_pods().with_records([Source(one.id, one.lane, per_month=100) for one in sources(100, 0)])
    assert without(drawn, "anna").delays[0].had == 3.0
    assert without(apart, "anna").delays[0].had == 1.0
    assert without(drawn, "anna").delays[0].part is Part.CLOSER
