"""Moving things into frames, onto free canvas and to the bench."""

import math
from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.edits.places import LeadPod, MovePods, MoveSeats, MoveSegments, PlaceSources, orders_before
from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Place, Pod, Segment
from tests.builders import (
    ADA,
    BANKS,
    BO,
    CY,
    DI,
    EUROPE,
    HEAD,
    LIST,
    NORDICS,
    NORTH,
    SOUTH,
    WEB,
    chart_of,
    pod_chart,
    seat,
)

SPOT, OTHER = Place(40, 80.5), Place(-8, 0)
NOWHERE = Place(math.nan, 0)


def members(chart: Chart, pod: PodId | None) -> list[str]:
    return [seat.id for seat in chart.members.get(pod, ())]


def pods(chart: Chart, segment: SegmentId | None) -> list[str]:
    return [pod.id for pod in chart.pods_in.get(segment, ())]


def segments(chart: Chart, parent: SegmentId | None) -> list[str]:
    return [segment.id for segment in chart.segments_in.get(parent, ())]


# --------------------------------------------------------------------------------------------------------------- seats


def test_an_sdr_joins_a_pod() -> None:
    edit = MoveSeats((ADA,), SOUTH)
    after = edit.apply(pod_chart())
    assert edit.label == "Move to pod"
    assert members(after, SOUTH) == [DI, ADA]
    assert members(after, NORTH) == [BO, CY]


def test_a_seat_is_put_between_two_others() -> None:
    assert members(MoveSeats((DI,), NORTH, before=CY).apply(pod_chart()), NORTH) == [ADA, BO, DI, CY]
    assert members(MoveSeats((DI,), NORTH, before=ADA).apply(pod_chart()), NORTH) == [DI, ADA, BO, CY]


def test_several_seats_keep_the_order_they_were_named_in() -> None:
    after = MoveSeats((DI, HEAD, BO), NORTH, before=ADA).apply(pod_chart())
    assert members(after, NORTH) == [DI, HEAD, BO, ADA, CY]


def test_seats_change_places_within_their_pod() -> None:
    assert members(MoveSeats((CY,), NORTH, before=ADA).apply(pod_chart()), NORTH) == [CY, ADA, BO]
    assert members(MoveSeats((ADA,), NORTH).apply(pod_chart()), NORTH) == [BO, CY, ADA]


@pytest.mark.parametrize(("who", "before"), [((BO,), BO), ((BO,), CY), ((CY,), None), ((ADA, BO), CY), ((BO, CY), BO)])
def test_a_move_to_where_it_is_changes_nothing(who: tuple[SeatId, ...], before: SeatId | None) -> None:
    chart = pod_chart()
    assert MoveSeats(who, NORTH, before).apply(chart) is chart


def test_before_somebody_who_is_elsewhere_means_last() -> None:
    assert members(MoveSeats((ADA,), NORTH, before=DI).apply(pod_chart()), NORTH) == [BO, CY, ADA]


def test_a_seat_stands_free_where_the_hand_puts_it() -> None:
    edit = MoveSeats((ADA, BO), places=(SPOT, OTHER))
    after = edit.apply(pod_chart())
    assert edit.label == "Move seat"
    assert [(after.seats[name].pod, after.seats[name].place) for name in (ADA, BO)] == [(None, SPOT), (None, OTHER)]


def test_a_free_seat_that_joins_a_pod_gives_up_its_place() -> None:
    free = MoveSeats((ADA,), places=(SPOT,)).apply(pod_chart())
    assert MoveSeats((ADA,), NORTH).apply(free).seats[ADA].place is None


def test_seats_go_to_the_bench() -> None:
    edit = MoveSeats((ADA,))
    after = edit.apply(pod_chart())
    assert edit.label == "Move to the bench"
    assert (after.seats[ADA].pod, after.seats[ADA].place) == (None, None)
    assert members(after, None) == [HEAD, ADA]


def test_a_seat_named_twice_is_moved_once() -> None:
    assert members(MoveSeats((DI, BO, DI), NORTH).apply(pod_chart()), NORTH) == [ADA, CY, DI, BO]


def test_where_there_is_no_room_left_the_pod_is_numbered_anew() -> None:
    crowded = (seat("a", pod=NORTH, order=1.0), seat("b", pod=NORTH, order=math.nextafter(1.0, 2)), seat("c"))
    after = MoveSeats((SeatId("c"),), NORTH, before=SeatId("b")).apply(chart_of(*crowded, Pod(NORTH)))
    assert [(seat.id, seat.order) for seat in after.members[NORTH]] == [("a", 1), ("c", 2), ("b", 3)]


def test_an_order_is_found_a_thousand_times_in_the_same_gap() -> None:
    chart = chart_of(Pod(NORTH), seat("z", pod=NORTH), *(seat(f"s{n}") for n in range(1000)))
    for n in range(1000):
        chart = MoveSeats((SeatId(f"s{n}"),), NORTH, before=SeatId("z")).apply(chart)
    assert members(chart, NORTH) == [*(f"s{n}" for n in range(1000)), "z"]


@pytest.mark.parametrize("order", [1e300, -1e300, 2.0**53])
def test_orders_beyond_counting_are_numbered_anew(order: float) -> None:
    chart = chart_of(Pod(NORTH), seat("a", pod=NORTH, order=order), seat("b"), seat("c"))
    last = MoveSeats((SeatId("b"), SeatId("c")), NORTH).apply(chart)
    first = MoveSeats((SeatId("b"), SeatId("c")), NORTH, before=SeatId("a")).apply(chart)
    assert members(last, NORTH) == ["a", "b", "c"]
    assert members(first, NORTH) == ["b", "c", "a"]


def test_the_first_in_an_empty_row_keeps_the_order_it_has() -> None:
    assert orders_before([], [seat("a", order=7)], None) == {"a": 7}


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (MoveSeats((SeatId("gone"),), NORTH), "This seat is no longer on the chart"),
        (MoveSeats((ADA,), PodId("gone")), "This pod is no longer on the chart"),
        (MoveSeats((ADA,), places=(NOWHERE,)), "This place is not on the board"),
        (MovePods((PodId("gone"),), EUROPE), "This pod is no longer on the chart"),
        (MovePods((NORTH,), SegmentId("gone")), "This segment is no longer on the chart"),
        (MovePods((NORTH,), places=(NOWHERE,)), "This place is not on the board"),
        (MoveSegments((SegmentId("gone"),), EUROPE), "This segment is no longer on the chart"),
        (MoveSegments((BANKS,), SegmentId("gone")), "This segment is no longer on the chart"),
        (MoveSegments((BANKS,), places=(NOWHERE,)), "This place is not on the board"),
        (PlaceSources(("gone",), (SPOT,)), "This lead source is no longer on the chart"),
        (PlaceSources((WEB,), (NOWHERE,)), "This place is not on the board"),
        (LeadPod(PodId("gone"), ADA), "This pod is no longer on the chart"),
        (LeadPod(NORTH, SeatId("gone")), "This seat is no longer on the chart"),
    ],
)
def test_what_is_gone_cannot_be_moved(
    edit: MoveSeats | MovePods | MoveSegments | PlaceSources | LeadPod, reason: str
) -> None:
    with pytest.raises(EditRefused, match=reason):
        edit.apply(pod_chart())


# ---------------------------------------------------------------------------------------------------------------- pods


def test_a_pod_moves_into_another_segment_of_the_same_axis() -> None:
    edit = MovePods((NORTH,), EUROPE)
    after = edit.apply(pod_chart())
    assert edit.label == "Move to segment"
    assert after.pods[NORTH].segments == (EUROPE,)
    assert pods(after, EUROPE) == [SOUTH, NORTH]


def test_a_pod_keeps_its_segments_on_other_axes() -> None:
    after = MovePods((NORTH,), BANKS).apply(pod_chart())
    assert after.pods[NORTH].segments == (BANKS, NORDICS)


def test_a_pod_is_put_before_another() -> None:
    assert pods(MovePods((NORTH,), EUROPE, before=SOUTH).apply(pod_chart()), EUROPE) == [NORTH, SOUTH]


def test_a_pod_stands_free_in_no_segment() -> None:
    edit = MovePods((NORTH,), places=(SPOT,))
    after = edit.apply(pod_chart())
    assert edit.label == "Move pod"
    assert (after.pods[NORTH].segments, after.pods[NORTH].place) == ((), SPOT)
    assert MovePods((NORTH,), EUROPE).apply(after).pods[NORTH].place is None


def test_a_pod_taken_out_without_a_place_keeps_the_one_it_had() -> None:
    free = MovePods((NORTH,), places=(SPOT,)).apply(pod_chart())
    assert MovePods((NORTH,)).apply(free) is free


# ------------------------------------------------------------------------------------------------------------ segments


def test_a_segment_is_nested_in_another() -> None:
    edit = MoveSegments((BANKS,), EUROPE, before=NORDICS)
    after = edit.apply(pod_chart())
    assert edit.label == "Move segment"
    assert segments(after, EUROPE) == [BANKS, NORDICS]


def test_a_segment_stands_free_where_the_hand_puts_it() -> None:
    after = MoveSegments((NORDICS,), places=(SPOT,)).apply(pod_chart())
    assert (after.segments[NORDICS].parent, after.segments[NORDICS].place) == (None, SPOT)
    assert MoveSegments((NORDICS,)).apply(after) is after


@pytest.mark.parametrize("parent", [EUROPE, NORDICS])
def test_a_segment_cannot_stand_inside_itself(parent: SegmentId) -> None:
    with pytest.raises(EditRefused, match="cannot stand inside itself"):
        MoveSegments((EUROPE,), parent).apply(pod_chart())


def circle() -> Chart:
    """Three frames each inside the next, as only a file can have them, and one inside the first."""
    names = [SegmentId(name) for name in "abc"]
    frames = (Segment(name, parent=above) for name, above in zip(names, (*names[1:], names[0]), strict=True))
    return chart_of(*frames, Segment(SegmentId("d"), parent=names[0]), Segment(SegmentId("e")))


def test_frames_that_stand_in_a_circle_are_shown_side_by_side() -> None:
    assert segments(circle(), None) == ["a", "b", "c", "e"]
    assert segments(circle(), SegmentId("a")) == ["d"]


def test_a_frame_moved_into_another_of_its_circle_opens_it() -> None:
    after = MoveSegments((SegmentId("a"),), SegmentId("b")).apply(circle())
    assert segments(after, None) == ["b", "e"]
    assert segments(after, SegmentId("b")) == ["a"]
    assert segments(after, SegmentId("a")) == ["c", "d"]


def test_a_frame_moved_into_a_circle_it_is_no_part_of_leaves_it_alone() -> None:
    after = MoveSegments((SegmentId("e"),), SegmentId("d")).apply(circle())
    assert segments(after, SegmentId("d")) == ["e"]
    assert segments(after, None) == ["a", "b", "c"]


# ------------------------------------------------------------------------------------------------------------- others


def test_lead_sources_stand_where_the_hand_puts_them() -> None:
    edit = PlaceSources((WEB, LIST), (SPOT, OTHER))
    after = edit.apply(pod_chart())
    assert edit.label == "Move lead source"
    assert [after.sources[name].place for name in (WEB, LIST)] == [SPOT, OTHER]
    assert edit.apply(after) is after


def test_a_pod_gets_another_lead_or_none() -> None:
    edit = LeadPod(NORTH, HEAD)
    after = edit.apply(pod_chart())
    assert edit.label == "Change pod lead"
    assert after.pods[NORTH].lead == HEAD
    assert LeadPod(NORTH, None).apply(after).pods[NORTH].lead is None
    assert edit.apply(after) is after


def test_moving_changes_nothing_but_what_is_moved() -> None:
    chart = pod_chart()
    after = MoveSeats((ADA,), SOUTH).apply(chart)
    assert {name for name, seat in after.seats.items() if seat is not chart.seats[name]} == {ADA}
    assert after.pods is chart.pods
    assert after == replace(chart, seats=after.seats)
