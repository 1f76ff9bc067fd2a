"""What a chart answers, also when it is wrong."""

from dataclasses import replace

from salesorg_gui.domain.change import Change, delta
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.edits.records import Add, Remove
from salesorg_gui.domain.ids import ChartId, Key, Kind, PodId, SeatId, SegmentId, fresh_id
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import LineKind, Person, Pod, Seat, Segment
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


def test_a_pod_lists_its_members_in_their_order() -> None:
    assert [seat.id for seat in pod_chart().members[NORTH]] == [ADA, BO, CY]


def test_a_seat_whose_pod_is_gone_counts_as_being_in_none() -> None:
    chart = chart_of(seat("a", pod="gone"), seat("b"))
    assert [seat.id for seat in chart.members[None]] == ["a", "b"]


def test_lines_are_found_from_both_ends() -> None:
    chart = pod_chart()
    assert chart.manager_of(ADA) == HEAD
    assert chart.manager_of(HEAD) is None
    assert chart.reports_of(HEAD) == (ADA, BO, CY, DI)
    assert chart.reports_of(ADA) == ()


def test_dotted_lines_lead_nobody() -> None:
    chart = chart_of(seat("a"), seat("b"), line("b", "a", kind=LineKind.DOTTED))
    assert chart.manager_of(SeatId("b")) is None
    assert [line.manager for line in chart.dotted_up[SeatId("b")]] == ["a"]


def test_the_first_manager_who_exists_counts() -> None:
    chart = chart_of(*map(seat, "abc"), line("c", "ghost", 0), line("c", "b", 1), line("c", "a", 2))
    assert chart.manager_of(SeatId("c")) == "b"
    assert chart.reports_of(SeatId("ghost")) == ("c",)
    assert chart_of(seat("a"), line("ghost", "a")).reports_of(SeatId("a")) == ()


def test_leading_reaches_all_the_way_down_and_ends_in_circles() -> None:
    chart = chart_of(*map(seat, "abcd"), line("b", "a"), line("c", "b"), line("b", "c"))
    a, b, c, d = (SeatId(name) for name in "abcd")
    assert chart.leads(a, c)
    assert not chart.leads(c, a)
    assert chart.leads(b, b)
    assert not chart.leads(a, d)


def test_handoffs_are_found_from_both_ends() -> None:
    chart = pod_chart()
    assert [one.target for one in chart.handoffs_from[WEB]] == [ADA]
    assert [one.source for one in chart.handoffs_to[BO]] == [ADA]


def test_frames_stand_in_frames() -> None:
    chart = pod_chart()
    assert [pod.id for pod in chart.pods_in[NORDICS]] == [NORTH]
    assert [segment.id for segment in chart.segments_in[None]] == [BANKS, EUROPE]
    assert [segment.id for segment in chart.segments_in[EUROPE]] == [NORDICS]
    gone = SegmentId("gone")
    assert chart.frame_of(Pod(PodId("p"), segments=(gone, NORDICS))) == NORDICS
    assert chart.frame_of(Pod(PodId("p"), segments=(gone,))) is None
    assert chart.parent_of(Segment(gone, parent=gone)) is None


def test_a_record_is_found_by_its_key() -> None:
    chart = pod_chart()
    for kind in Kind:
        for record in chart.records(kind).values():
            assert chart.record(key_of(record)) is record
    assert chart.record(Key(Kind.SEAT, "gone")) is None


def test_a_chart_without_anything_new_or_gone_is_itself() -> None:
    chart = pod_chart()
    assert chart.with_records([]) is chart
    assert chart.without([]) is chart


def test_a_seat_says_who_holds_it_and_how_much_work_it_is() -> None:
    held = Seat(ADA, seat("a").role, headcount=3, fte=0.5, people=(Person("Åsa"), Person(), Person("Bo")))
    assert (held.holder, held.total_fte) == ("Åsa, Bo", 1.5)


def test_ids_are_short_random_and_free() -> None:
    names = {fresh_id("s") for _ in range(1000)}
    assert len(names) == 1000
    assert all(name.startswith("s") and len(name) == 8 for name in names)


def test_an_id_that_is_taken_is_not_given_again() -> None:
    class FirstTaken:
        asked = 0

        def __contains__(self, _name: object) -> bool:
            self.asked += 1
            return self.asked == 1

    taken = FirstTaken()
    assert fresh_id("s", taken)
    assert taken.asked == 2


# ------------------------------------------------------------------------------------------------------------- changes


def change(before: Chart, after: Chart) -> Change:
    return Change(before, after, Plan(), Plan())


def test_a_change_finds_what_came_went_and_differs() -> None:
    chart = pod_chart()
    after = Remove((Key(Kind.SEAT, CY),), "Remove").apply(Add((seat("eve"),), "Add").apply(chart))
    found = change(chart, after)
    assert (set(found.seats.added), set(found.seats.removed), set(found.seats.changed)) == ({"eve"}, {CY}, set())
    assert set(found.lines.removed) == {line(CY, HEAD).id}
    assert set(found.handoffs.removed) == {handoff(BO, CY).id}
    assert not found.pods
    assert not found.segments
    assert not found.sources
    assert found.seats
    assert found.added == {Key(Kind.SEAT, SeatId("eve"))}


def test_the_same_maps_have_no_difference() -> None:
    chart = pod_chart()
    assert not delta(chart.seats, chart.seats)
    assert not delta(chart.seats, dict(chart.seats))
    assert set(delta(chart.seats, {**chart.seats, ADA: replace(chart.seats[ADA])}).changed) == {ADA}


def test_everything_of_a_new_chart_has_come() -> None:
    found = change(Chart(ChartId("as-is")), pod_chart())
    assert {key.kind for key in found.added} == {Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE}
    assert Key(Kind.POD, SOUTH) in found.added
    assert not found.is_other_chart
    assert change(Chart(ChartId("option")), pod_chart()).is_other_chart
