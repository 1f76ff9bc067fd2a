"""Where work changes hands, who settles it, and the one move that makes it cheaper."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Line, Pod, Seat, Segment
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Severity
from salesorg_gui.study.faces import Encounters, Faces
from salesorg_gui.study.seam_moves import best_move
from salesorg_gui.study.seams import Seam, Seams, SeamWeights, seams_of
from salesorg_gui.study.settling import Doubt, Ladder, Settlement
from tests.capacity.test_capacity import LINE, likely, sources, team
from tests.rules.builders import ENGLISH, chart, handoff, plan_of, seat
from tests.rules.random_plans import random_plan

SEATS = [seat(id, "head_of_sales") for id in ("top", "kari", "jo", "bo", "eva", "odd")]
TREE = chart(SEATS, ["kari > top", "jo > top", "bo > kari", "eva > bo"])


def settled(drawn: Chart, one: str, other: str) -> Settlement:
    return Ladder.of(drawn).settlement(SeatId(one), SeatId(other))


def seams(drawn: Chart, weights: SeamWeights | None = None) -> Seams:
    return seams_of(plan_of(drawn), drawn, ENGLISH, weights)


def flowing(seats: Iterable[Seat], ways: Iterable[str | Handoff]) -> Chart:
    """A chart with 100 leads and 100 prospects a month."""
    return chart(seats, handoffs=ways, sources=sources(100, 100))


def only(drawn: Chart, weights: SeamWeights | None = None) -> Seam:
    (seam,) = seams(drawn, weights).seams
    return seam


@pytest.mark.parametrize(
    ("one", "other", "settler", "levels"),
    [("kari", "jo", "top", 1), ("eva", "jo", "top", 3), ("eva", "bo", "bo", 1), ("eva", "eva", "eva", 0)],
)
def test_the_lowest_common_manager_settles(one: str, other: str, settler: str, levels: int) -> None:
    assert settled(TREE, one, other) == Settlement(SeatId(settler), levels)
    assert settled(TREE, other, one) == Settlement(SeatId(settler), levels)


def test_nobody_settles_between_two_tops() -> None:
    assert settled(TREE, "eva", "odd") == Settlement(None, 0, Doubt.NOBODY)


def test_nobody_settles_where_the_way_up_runs_in_a_circle() -> None:
    drawn = chart(SEATS, ["kari > jo", "jo > kari", "bo > kari", "eva > top"])
    assert settled(drawn, "bo", "jo") == Settlement(None, 0, Doubt.CIRCLE)
    assert settled(drawn, "bo", "eva") == Settlement(None, 0, Doubt.CIRCLE)


def test_it_is_told_where_somebody_on_the_way_has_several_managers() -> None:
    drawn = chart(SEATS, ["kari > top", "jo > top", "bo > kari", "bo > jo", "eva > bo"])
    assert settled(drawn, "eva", "jo").doubt is Doubt.SEVERAL
    assert settled(drawn, "kari", "jo").doubt is Doubt.NONE
    assert settled(drawn, "eva", "bo").doubt is Doubt.NONE, "what is settled below is not in doubt"


def test_a_line_to_oneself_and_one_to_nobody_lead_nowhere() -> None:
    lines = [Line(LineId("a"), SeatId("bo"), SeatId("bo")), Line(LineId("b"), SeatId("jo"), SeatId("gone"))]
    drawn = chart(SEATS, ["kari > top"]).with_records(lines)
    assert settled(drawn, "bo", "kari").doubt is Doubt.NOBODY
    assert settled(drawn, "jo", "jo").settler == "jo"


def naive(above: dict[SeatId, SeatId], one: SeatId, other: SeatId) -> SeatId | None:
    """Walk up from one, then from the other until somebody is met again."""
    ways: list[list[SeatId]] = []
    for seat_id in (one, other):
        way = [seat_id]
        while way[-1] in above:
            way.append(above[way[-1]])
        ways.append(way)
    return next((step for step in ways[0] if step in ways[1]), None)


@given(st.data(), st.integers(1, 40))
def test_settling_equals_a_naive_walk_in_any_forest(data: st.DataObject, count: int) -> None:
    ids = [SeatId(f"s{number:02}") for number in range(count)]
    tops = [data.draw(st.integers(-1, number - 1)) for number in range(count)]
    above = {ids[number]: ids[top] for number, top in enumerate(tops) if top >= 0}
    ladder = Ladder(tuple(ids), above)
    one, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    met = naive(above, one, other)
    found = ladder.settlement(one, other)
    assert found.settler == met
    if met is not None:
        assert found.levels == max(len(ladder.way_up(end, met)) - 1 for end in (one, other))


def test_a_chain_of_ten_thousand_is_settled_in_no_time() -> None:
    ids = [SeatId(f"s{number:05}") for number in range(10_000)]
    ladder = Ladder(tuple(ids), dict(zip(ids[1:], ids, strict=False)))
    for _time in range(2_000):
        assert ladder.settlement(ids[-1], ids[0]).levels == 9_999


def pods() -> Chart:
    return chart(
        (seat("sdr", "inbound_sdr", pod="a"), seat("ae", pod="b"), seat("top", "head_of_sales")),
        ["sdr > top", "ae > top"],
        ["in > sdr: raw_lead", "sdr > ae: qualified_lead"],
        sources=sources(100, 0),
        pods=(Pod(PodId("a"), "A", (SegmentId("no"),)), Pod(PodId("b"), "B", (SegmentId("so"),))),
        segments=(Segment(SegmentId("no"), value="N"), Segment(SegmentId("so"), value="S")),
    )


def test_the_cost_is_volume_times_levels_times_crossings() -> None:
    """100 leads become 28.75 qualified ones (5.1), settled one level up, over a pod and a segment."""
    seam = only(pods())
    assert (seam.leaves_pod, seam.leaves_segment, seam.levels) == (True, True, 1)
    assert seam.volume == pytest.approx(28.75)
    assert seam.cost == pytest.approx(28.75 * 2 * 1.5)
    assert only(pods(), SeamWeights(pod=10.0, segment=1.0)).cost == pytest.approx(287.5)


def test_what_nobody_settles_costs_as_if_it_went_far_up() -> None:
    drawn = pods().without([Key(Kind.LINE, "l ae > top")])
    assert only(drawn, SeamWeights(pod=1.0, segment=1.0)).cost == pytest.approx(28.75 * 6)


def test_within_a_pod_nothing_is_left() -> None:
    drawn = pods().with_records([seat("ae", pod="a")])
    assert not only(drawn).leaves_pod
    assert not only(drawn).leaves_segment
    assert seams(drawn).share_leaving_pods == 0
    assert seams(pods()).share_leaving_pods == 1


def test_whoever_stands_outside_all_pods_is_handed_to_out_of_one() -> None:
    assert only(pods().with_records([seat("ae")])).leaves_pod


def test_without_volumes_every_handoff_of_a_customer_counts_as_one() -> None:
    drawn = replace(pods(), sources={})
    drawn = drawn.with_records([handoff("ae > sdr: rejected_lead")])
    found = seams(drawn)
    assert found.is_counted
    assert [seam.volume for seam in found.seams] == [1.0, 0.0]
    assert found.faces == Faces({})
    assert found.faces_by_place == {}
    assert found.faces_by_source == {}


def test_what_goes_to_whom_is_told_by_settler() -> None:
    found = seams(pods())
    assert found.by_settler == {SeatId("top"): pytest.approx(28.75)}


def test_a_seam_is_traced_with_the_way_up() -> None:
    found = seams(pods())
    ends = {Key(Kind.SEAT, id) for id in ("sdr", "ae", "top")}
    lines = {Key(Kind.LINE, id) for id in ("l sdr > top", "l ae > top")}
    assert found.traced(found.seams[0]) == {Key(Kind.HANDOFF, "h sdr > ae: qualified_lead"), *ends, *lines}


def test_what_lies_above_the_settler_is_not_traced() -> None:
    drawn = pods().with_records([seat("ceo", "executive"), Line(LineId("up"), SeatId("top"), SeatId("ceo"))])
    found = seams(drawn)
    assert Key(Kind.LINE, "up") not in found.traced(found.seams[0])


def test_returns_without_end_leave_the_seams_without_volumes() -> None:
    endless = [likely("sdr > two: raw_lead", 1.0), likely("two > sdr: raw_lead", 1.0)]
    drawn = flowing((*team(), seat("two", "inbound_sdr")), [*LINE, *endless])
    assert "without end" in seams(drawn).refusal
    assert seams(drawn).is_counted


# -- faces


def faces(drawn: Chart) -> Faces:
    return seams(drawn).faces


def test_a_customer_meets_everybody_who_works_on_him() -> None:
    drawn = flowing(team(), LINE)
    assert faces(drawn).customers == {3: pytest.approx((28.75 + 5) * 0.2)}
    assert faces(drawn).mean == 3
    assert faces(drawn).most == 3
    assert faces(drawn).share(3) == pytest.approx(1.0)


def test_who_does_it_all_is_the_only_face() -> None:
    drawn = flowing([seat("all", "island_rep")], ["in > all: raw_lead"])
    assert list(faces(drawn).customers) == [1]


def test_marketing_is_no_face() -> None:
    ways = ["in > m: raw_lead", "m > sdr: raw_lead", *LINE[2:]]
    assert list(faces(flowing((seat("m", "marketing"), *team()), ways)).customers) == [3]


def test_shares_part_the_customers() -> None:
    """E8: 70 % of the customers go to one who keeps them, and 30 % to one who hands them on."""
    seats = (*team(), seat("kam", "key_account_manager"), seat("am", "account_manager"))
    apart = [likely("ae > csm: signed_customer", 0.7), likely("ae > kam: signed_customer", 0.3)]
    ways: list[str | Handoff] = [*LINE[:4], *apart]
    drawn = flowing(seats, [*ways, likely("csm > am: key_customer", 0.1)])
    found = faces(drawn)
    assert found.share(3) == pytest.approx(0.7 * 0.9 + 0.3)
    assert found.share(4) == pytest.approx(0.07)


def test_faces_are_told_by_where_customers_come_from() -> None:
    ways = ["in > all: raw_lead", "out > hunter: target_prospect", *LINE[3:]]
    drawn = flowing((seat("all", "island_rep"), *team()[1:]), ways)
    by_source = seams(drawn).faces_by_source
    assert {source: list(one.customers) for source, one in by_source.items()} == {"in": [1], "out": [3]}


def test_faces_are_told_by_where_customers_land() -> None:
    by_place = seams(pods()).faces_by_place
    assert {place: list(one.customers) for place, one in by_place.items()} == {Key(Kind.SEGMENT, "no"): [2]}


def test_who_goes_round_often_still_arrives() -> None:
    """Nearly everybody a closer meets goes back to be qualified again, and some of them more than once."""
    ways: list[str | Handoff] = [*LINE, likely("ae > sdr: rejected_lead", 0.95)]
    drawn = flowing(team(), ways)
    found = seams(drawn)
    assert found.capacity is not None
    assert found.faces.total == pytest.approx(found.capacity.flow.customers)


def test_a_return_is_a_face_again_and_comes_to_an_end() -> None:
    ways: list[str | Handoff] = [*LINE, likely("ae > sdr: rejected_lead", 0.5)]
    found = faces(flowing(team(), ways))
    assert found.customers[5] > 0
    assert found.most <= 12


@given(st.integers(0, 10**6))
@settings(deadline=None)
def test_of_any_chart_as_many_customers_meet_somebody_as_sign(number: int) -> None:
    plan = random_plan(Random(number))
    found = seams_of(plan, plan.first_chart, ENGLISH)
    if found.capacity is None or found.is_counted:
        return
    flow = found.capacity.flow
    kept = sum(
        amount * max(0.0, 1 - sum(share for _to, share in flow.steps.get(post, ())))
        for post, amount in flow.amounts.items()
        if post % 6 >= 4
    )
    assert Encounters(flow).all.total == pytest.approx(kept, rel=1e-4, abs=1e-6)


# -- moves


def test_the_move_brings_both_ends_together() -> None:
    drawn = pods()
    move = best_move(seams(drawn), plan_of(drawn), ENGLISH)
    assert move is not None
    after = seams(move.edit.apply(drawn))
    assert move.before - after.cost == pytest.approx(move.gain)
    assert not after.seams[0].leaves_pod


def test_a_seat_goes_under_the_manager_of_the_other() -> None:
    seats = [seat("sdr", "inbound_sdr"), seat("ae"), *(seat(id, "head_of_sales") for id in ("a", "b", "top"))]
    lines = ["sdr > a", "ae > b", "a > top", "b > top"]
    drawn = chart(seats, lines, ["in > sdr: raw_lead", "sdr > ae: qualified_lead"], sources=sources(100, 0))
    move = best_move(seams(drawn), plan_of(drawn), ENGLISH)
    assert move is not None
    assert "report to" in move.label
    assert (move.before, move.after) == pytest.approx((28.75 * 2, 28.75))


def test_a_seat_without_a_manager_gets_the_other_one() -> None:
    drawn = chart(
        (seat("sdr", "inbound_sdr"), seat("ae"), seat("a", "head_of_sales")),
        ["sdr > a"],
        ["in > sdr: raw_lead", "sdr > ae: qualified_lead"],
    )
    move = best_move(seams(drawn), plan_of(drawn), ENGLISH)
    assert move is not None
    assert move.edit.apply(drawn).manager_of(SeatId("ae")) == "a"


def test_nothing_is_offered_where_everything_is_close() -> None:
    drawn = chart(team(), [f"{one.id} > top" for one in team()], LINE).with_records([seat("top", "head_of_sales")])
    assert best_move(seams(drawn), plan_of(drawn), ENGLISH) is None


def test_neighbours_shared_seats_and_leads_of_pods_stay_in_their_pods() -> None:
    drawn = pods().with_records([seat("ae", pod="b", shared=True), seat("sdr", "inbound_sdr", pod="a")])
    led = drawn.with_records([replace(drawn.pods[PodId("a")], lead=SeatId("sdr"))])
    move = best_move(seams(led), plan_of(led), ENGLISH)
    assert move is None
    outside = pods().with_records([seat("sdr", "marketing", pod="a"), seat("ae", pod="b", shared=True)])
    assert best_move(seams(outside), plan_of(outside), ENGLISH) is None


@given(st.integers(0, 10**6))
@settings(deadline=None, max_examples=25)
def test_a_move_saves_what_it_says_and_brings_no_error(number: int) -> None:
    plan = random_plan(Random(number))
    drawn = plan.first_chart
    move = best_move(seams_of(plan, drawn, ENGLISH), plan, ENGLISH)
    if move is None:
        return
    after = move.edit.apply(drawn)
    told = seams_of(plan.with_chart(after), after, ENGLISH)
    assert told.cost == pytest.approx(move.after)
    assert move.gain > 0
    errors = [
        [one.rule for one in examine(plan.with_chart(each), each, ENGLISH) if one.severity is Severity.ERROR]
        for each in (drawn, after)
    ]
    assert all(errors[1].count(rule) <= errors[0].count(rule) for rule in errors[1])


def test_a_move_to_another_pod_goes_under_who_leads_there() -> None:
    seats = [seat("sdr", "inbound_sdr", pod="a"), seat("ae", pod="b"), seat("am", "account_manager", pod="b")]
    bosses = [seat(id, "head_of_sales") for id in ("one", "two", "top")]
    drawn = chart(
        (*seats, *bosses),
        ["sdr > one", "ae > two", "am > two", "one > top", "two > top"],
        ["in > sdr: raw_lead", "sdr > ae: qualified_lead", "ae > am: signed_customer"],
        sources=sources(100, 0),
        pods=(Pod(PodId("a"), "A"), Pod(PodId("b"), "B")),
    )
    move = best_move(seams(drawn), plan_of(drawn), ENGLISH)
    assert move is not None
    after = move.edit.apply(drawn)
    assert (after.seats[SeatId("sdr")].pod, after.manager_of(SeatId("sdr"))) == ("b", "two")
    assert move.after == pytest.approx(28.75 + 28.75 * 0.2)


@given(st.integers(0, 10**6))
@settings(deadline=None, max_examples=15)
def test_warnings_that_a_move_brings_are_named(number: int) -> None:
    plan = random_plan(Random(number))
    drawn = plan.first_chart
    move = best_move(seams_of(plan, drawn, ENGLISH), plan, ENGLISH)
    if move is None:
        return
    moved = move.edit.apply(drawn)
    before, after = (
        Counter(one.rule for one in examine(plan.with_chart(each), each, ENGLISH) if one.severity is Severity.WARNING)
        for each in (drawn, moved)
    )
    assert bool(move.warnings) == bool(after - before)


def test_every_source_that_wins_somebody_is_told() -> None:
    drawn = chart(team(), handoffs=LINE, sources=sources(0, 100))
    assert set(seams(drawn).faces_by_source) == {SourceId("out")}
    assert HandoffId("h sdr > ae: qualified_lead") in {seam.handoff for seam in seams(drawn).seams}
