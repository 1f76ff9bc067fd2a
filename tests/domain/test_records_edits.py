"""Adding, revising and removing."""

import math
from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.edits.records import Add, Remove, Revise
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SeatId, SegmentId, SourceId, StageId
from salesorg_gui.domain.records import (
    Activity,
    Handoff,
    Line,
    Person,
    Place,
    Pod,
    Record,
    Segment,
    Source,
)
from tests.builders import (
    ADA,
    BANKS,
    BO,
    CY,
    DI,
    EUROPE,
    HEAD,
    NORDICS,
    NORTH,
    SOUTH,
    WEB,
    chart_of,
    handoff,
    line,
    pod_chart,
    seat,
)


def remove(chart: Chart, *keys: tuple[Kind, str]) -> Chart:
    return Remove(tuple(Key(kind, name) for kind, name in keys), "Remove").apply(chart)


def managers(chart: Chart) -> dict[str, str]:
    return {line.report: line.manager for line in chart.lines.values()}


# ------------------------------------------------------------------------------------------------------------- adding


def test_a_new_seat_joins_the_others() -> None:
    chart = pod_chart()
    after = Add((seat("eve"),), "Add").apply(chart)
    assert set(after.seats) - set(chart.seats) == {"eve"}
    assert "eve" not in chart.seats


def test_several_records_come_in_one_step_under_one_label() -> None:
    edit = Add((seat("eve"), line("eve", HEAD), Source(SourceId("fair"))), "Paste")
    after = edit.apply(pod_chart())
    assert edit.label == "Paste"
    assert managers(after)["eve"] == HEAD
    assert "fair" in after.sources


@pytest.mark.parametrize(
    "records",
    [
        (seat(ADA),),
        (seat("eve"), seat("eve")),
        (seat(WEB),),
        (seat(NORTH),),
        (Source(SourceId(ADA)),),
        (seat("eve"), Source(SourceId("eve"))),
    ],
    ids=["there already", "twice", "named like a source", "named like a pod", "named like a seat", "like each other"],
)
def test_what_could_be_mistaken_for_another_is_not_added(records: tuple[Record, ...]) -> None:
    with pytest.raises(EditRefused, match="This is already on the chart"):
        Add(records, "Add").apply(pod_chart())


def test_records_of_kinds_never_confused_may_share_a_name() -> None:
    after = Add((Segment(SegmentId(ADA)), Line(LineId(ADA), ADA, BO)), "Add").apply(pod_chart())
    assert SegmentId(ADA) in after.segments
    assert LineId(ADA) in after.lines


ADA_SEAT = seat("eve")
REFUSED: list[tuple[Record, str]] = [
    (replace(ADA_SEAT, headcount=0), "whole number from 1 to 9999"),
    (replace(ADA_SEAT, headcount=10_000), "whole number from 1 to 9999"),
    (replace(ADA_SEAT, fte=0), "FTE is a number above 0"),
    (replace(ADA_SEAT, fte=3.1), "FTE is a number above 0, up to 3"),
    (replace(ADA_SEAT, fte=math.nan), "FTE is a number"),
    (replace(ADA_SEAT, quota=-1), "A quota is a number from 0 up"),
    (replace(ADA_SEAT, shares={StageId("closing"): 1.1}), "A share of time is a number from 0 to 1"),
    (replace(ADA_SEAT, activities=(Activity("Report", share=-0.1),)), "A share of time is a number from 0 to 1"),
    (replace(ADA_SEAT, note="x" * 20_001), "A note has at most 20000 characters"),
    (replace(ADA_SEAT, title="x" * 501), "A name has at most 500 characters"),
    (replace(ADA_SEAT, people=(Person("x" * 501),)), "A name has at most 500 characters"),
    (replace(ADA_SEAT, place=Place(0, math.inf)), "This place is not on the board"),
    (replace(ADA_SEAT, id=SeatId("")), "This needs a name of its own"),
    (replace(handoff(ADA, DI), limit_hours=-1), "A time limit is a number of hours from 0 up"),
    (replace(handoff(ADA, DI), limit_hours=math.inf), "A time limit is a number of hours from 0 up"),
    (replace(handoff(ADA, DI), probability=1.5), "A probability is a number from 0 to 1"),
    (Source(SourceId("s"), per_month=-1), "Leads a month is a number from 0 up"),
    (Source(SourceId("s"), title="x" * 501), "A name has at most 500 characters"),
    (Segment(SegmentId("g"), potential=-1), "A potential is a number from 0 up"),
    (Segment(SegmentId("g"), leads=-1), "Leads a month is a number from 0 up"),
    (Segment(SegmentId("g"), customers=-1), "Customers of a segment is a number from 0 up"),
    (replace(ADA_SEAT, accounts=-1), "Accounts is a whole number from 0 up"),
    (replace(ADA_SEAT, accounts=10_000_000), "Accounts is a whole number from 0 up"),
    (Segment(SegmentId("g"), lowest=math.nan), "A bound of a segment is a number"),
    (Segment(SegmentId("g"), below=math.inf), "A bound of a segment is a number"),
    (Segment(SegmentId("g"), value="x" * 501), "A name has at most 500 characters"),
    (line(ADA, ADA), "A seat cannot report to itself"),
]


@pytest.mark.parametrize(("record", "reason"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_what_no_organisation_can_mean_is_refused(record: Record, reason: str) -> None:
    with pytest.raises(EditRefused, match=reason):
        Add((record,), "Add").apply(pod_chart())


def test_the_limits_themselves_are_allowed() -> None:
    most = replace(ADA_SEAT, headcount=9999, fte=3.0, quota=0, shares={StageId("closing"): 1.0}, title="x" * 500)
    assert Add((most,), "Add").apply(pod_chart()).seats[most.id] == most


# ----------------------------------------------------------------------------------------------------------- revising


def test_a_revised_seat_stands_in_the_place_of_the_old() -> None:
    chart = pod_chart()
    after = Revise((replace(chart.seats[ADA], title="Lead hunter"),), "Rename").apply(chart)
    assert after.seats[ADA].title == "Lead hunter"
    assert chart.seats[ADA].title == ""


def test_a_revision_without_a_difference_changes_nothing() -> None:
    chart = pod_chart()
    assert Revise((replace(chart.seats[ADA]), chart.pods[NORTH]), "Rename").apply(chart) is chart


def test_only_what_differs_is_replaced() -> None:
    chart = pod_chart()
    after = Revise((replace(chart.seats[ADA]), replace(chart.seats[BO], title="x")), "Rename").apply(chart)
    assert after.seats[ADA] is chart.seats[ADA]
    assert after.seats[BO] is not chart.seats[BO]


def test_what_is_gone_is_not_revised() -> None:
    with pytest.raises(EditRefused, match="no longer on the chart"):
        Revise((seat("eve"),), "Rename").apply(pod_chart())


def test_a_revision_is_checked_like_a_new_record() -> None:
    chart = pod_chart()
    with pytest.raises(EditRefused, match="A probability"):
        Revise((replace(chart.handoffs[handoff(ADA, BO).id], probability=2),), "Change").apply(chart)


def stale(chart: Chart) -> list[Record]:
    gone = SeatId("gone")
    return [
        replace(chart.seats[ADA], pod=PodId(gone)),
        replace(chart.lines[line(ADA, HEAD).id], manager=gone),
        replace(chart.handoffs[handoff(ADA, BO).id], source=gone),
        replace(chart.handoffs[handoff(ADA, BO).id], target=gone),
        replace(next(iter(chart.hires.values())), seat=gone),
        replace(chart.pods[NORTH], lead=gone),
        replace(chart.pods[NORTH], segments=(SegmentId(gone),)),
        replace(chart.segments[NORDICS], owners=(gone,)),
        replace(chart.segments[NORDICS], parent=SegmentId(gone)),
    ]


@pytest.mark.parametrize("number", range(9))
def test_a_revision_cannot_name_what_is_not_there(number: int) -> None:
    chart = pod_chart()
    with pytest.raises(EditRefused, match="no longer on the chart"):
        Revise((stale(chart)[number],), "Change").apply(chart)


def test_what_named_a_ghost_before_may_still_be_revised() -> None:
    chart = chart_of(replace(seat(ADA), pod=NORTH))
    after = Revise((replace(chart.seats[ADA], title="x"),), "Rename").apply(chart)
    assert (after.seats[ADA].title, after.seats[ADA].pod) == ("x", NORTH)


# ----------------------------------------------------------------------------------------------------------- removing


def test_reports_of_a_removed_seat_move_up() -> None:
    chart = chart_of(seat("a"), seat("b"), seat("c"), seat("d"), line("b", "a"), line("c", "b"), line("d", "b"))
    assert managers(remove(chart, (Kind.SEAT, "b"))) == {"c": "a", "d": "a"}


def test_they_move_past_everybody_who_goes_as_well() -> None:
    chart = chart_of(*map(seat, "abcd"), line("b", "a"), line("c", "b"), line("d", "c"))
    assert managers(remove(chart, (Kind.SEAT, "c"), (Kind.SEAT, "b"))) == {"d": "a"}


def test_without_anybody_above_they_become_roots() -> None:
    chart = chart_of(seat("a"), seat("b"), line("b", "a"))
    assert managers(remove(chart, (Kind.SEAT, "a"))) == {}


def test_a_report_who_has_the_upper_manager_already_gets_no_second_line() -> None:
    chart = chart_of(*map(seat, "abc"), line("b", "a"), line("c", "b"), line("c", "a"))
    after = remove(chart, (Kind.SEAT, "b"))
    assert [(line.report, line.manager) for line in after.lines.values()] == [("c", "a")]


def test_a_report_of_two_who_go_gets_one_line_to_the_one_above_both() -> None:
    lines = (line("b", "a"), line("c", "a"), line("d", "b"), line("d", "c"))
    after = remove(chart_of(*map(seat, "abcd"), *lines), (Kind.SEAT, "b"), (Kind.SEAT, "c"))
    assert [(line.report, line.manager) for line in after.lines.values()] == [("d", "a")]


def test_a_circle_of_managers_does_not_keep_anybody_waiting() -> None:
    lines = (line("a", "b"), line("b", "a"), line("c", "a"))
    after = remove(chart_of(*map(seat, "abc"), *lines), (Kind.SEAT, "a"), (Kind.SEAT, "b"))
    assert (list(after.seats), dict(after.lines)) == (["c"], {})
    opened = remove(chart_of(*map(seat, "abc"), *lines), (Kind.SEAT, "a"))
    assert managers(opened) == {"c": "b"}


def test_everything_that_hangs_on_a_seat_goes_with_it() -> None:
    after = remove(pod_chart(), (Kind.SEAT, CY), (Kind.SEAT, BO))
    assert set(after.handoffs) == {"web>ada"}
    assert dict(after.hires) == {}
    assert after.pods[NORTH].lead is None


def test_dotted_lines_go_with_either_end() -> None:
    dotted = replace(line("c", "a"), kind=pod_chart().lines[line(ADA, HEAD).id].kind.DOTTED)
    chart = chart_of(*map(seat, "abc"), line("b", "a"), dotted)
    assert managers(remove(chart, (Kind.SEAT, "a"))) == {}
    assert managers(remove(chart, (Kind.SEAT, "c"))) == {"b": "a"}


def test_a_removed_owner_is_struck_off_the_segment() -> None:
    assert remove(pod_chart(), (Kind.SEAT, ADA)).segments[NORDICS].owners == (NORTH,)
    assert remove(pod_chart(), (Kind.POD, NORTH)).segments[NORDICS].owners == (ADA,)


def test_members_of_a_removed_pod_stay() -> None:
    after = remove(pod_chart(), (Kind.POD, NORTH))
    assert {seat.pod for seat in after.seats.values() if seat.id in {ADA, BO, CY}} == {None}
    assert len(after.seats) == len(pod_chart().seats)


def test_a_removed_pod_is_struck_off_the_further_pods_of_a_seat() -> None:
    chart = pod_chart()
    chart = chart.with_records(
        [replace(chart.seats[ADA], also_in=(SOUTH,)), replace(chart.seats[DI], also_in=(NORTH,))]
    )
    after = remove(chart, (Kind.POD, NORTH))
    assert (after.seats[ADA].pod, after.seats[ADA].also_in) == (None, (SOUTH,))
    assert (after.seats[DI].pod, after.seats[DI].also_in) == (chart.seats[DI].pod, ())


def test_a_seat_does_not_join_a_further_pod_that_is_not_there() -> None:
    chart = pod_chart()
    with pytest.raises(EditRefused, match="no longer on the chart"):
        Revise((replace(chart.seats[ADA], also_in=(PodId("gone"),)),), "Change").apply(chart)
    after = Revise((replace(chart.seats[ADA], also_in=(SOUTH,)),), "Change").apply(chart)
    assert after.seats[ADA].also_in == (SOUTH,)


def test_pods_of_a_removed_segment_stay_one_frame_further_out() -> None:
    after = remove(pod_chart(), (Kind.SEGMENT, NORDICS))
    assert after.pods[NORTH].segments == (EUROPE,)
    assert remove(after, (Kind.SEGMENT, EUROPE)).pods[NORTH].segments == ()


def test_segments_in_a_removed_one_stay_one_frame_further_out() -> None:
    assert remove(pod_chart(), (Kind.SEGMENT, EUROPE)).segments[NORDICS].parent is None
    inner = Segment(SegmentId("oslo"), parent=NORDICS)
    chart = pod_chart().with_records([inner])
    assert remove(chart, (Kind.SEGMENT, NORDICS)).segments[inner.id].parent == EUROPE
    assert remove(chart, (Kind.SEGMENT, NORDICS), (Kind.SEGMENT, EUROPE)).segments[inner.id].parent is None


def test_a_segment_never_becomes_its_own_frame() -> None:
    one, other = Segment(SegmentId("a"), parent=SegmentId("b")), Segment(SegmentId("b"), parent=SegmentId("a"))
    after = remove(chart_of(one, other), (Kind.SEGMENT, "a"))
    assert after.segments[other.id].parent is None


def test_a_pod_does_not_move_into_a_frame_that_is_not_there() -> None:
    chart = chart_of(Segment(SegmentId("a"), parent=SegmentId("gone")), Pod(NORTH, segments=(SegmentId("a"),)))
    assert remove(chart, (Kind.SEGMENT, "a")).pods[NORTH].segments == ()


def test_a_pod_is_not_touched_by_segments_it_does_not_serve() -> None:
    chart = chart_of(Segment(BANKS), Segment(EUROPE), Pod(NORTH, segments=(EUROPE, EUROPE)))
    assert remove(chart, (Kind.SEGMENT, BANKS)).pods[NORTH] is chart.pods[NORTH]
    two = chart_of(Segment(NORDICS, parent=EUROPE), Segment(EUROPE), Pod(NORTH, segments=(NORDICS, EUROPE)))
    assert remove(two, (Kind.SEGMENT, NORDICS)).pods[NORTH].segments == (EUROPE,)


def test_the_handoffs_of_a_removed_source_go_with_it() -> None:
    after = remove(pod_chart(), (Kind.SOURCE, WEB))
    assert set(after.handoffs) == {"ada>bo", "bo>cy"}


def test_single_lines_and_handoffs_can_be_removed() -> None:
    chart = pod_chart()
    after = remove(chart, (Kind.LINE, line(ADA, HEAD).id), (Kind.HANDOFF, handoff(ADA, BO).id))
    assert ADA not in managers(after)
    assert handoff(ADA, BO).id not in after.handoffs


def test_removing_what_is_gone_changes_nothing() -> None:
    chart = pod_chart()
    assert remove(chart, (Kind.SEAT, "eve")) is chart


def test_two_pods_removed_leave_nobody_behind() -> None:
    after = remove(pod_chart(), (Kind.POD, NORTH), (Kind.POD, SOUTH), (Kind.SEAT, DI))
    assert set(after.seats) == {HEAD, ADA, BO, CY}
    assert isinstance(after.handoffs[handoff(ADA, BO).id], Handoff)
