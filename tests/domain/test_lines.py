"""Drawing lines and handoffs."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.edits.lines import DrawDotted, DrawHandoff, ReportTo
from salesorg_gui.domain.ids import LineId, ObjectId, SeatId
from salesorg_gui.domain.records import LineKind
from tests.builders import ADA, BO, CY, DI, HEAD, LIST, WEB, chart_of, handoff, line, pod_chart, seat

GONE = SeatId("gone")


def seats(*names: str) -> tuple[SeatId, ...]:
    return tuple(SeatId(name) for name in names)


def lines(*names: str) -> tuple[LineId, ...]:
    return tuple(LineId(name) for name in names)


def staff(*pairs: str) -> Chart:
    """Seats a to f; each pair is a report and its manager, in sibling order."""
    drawn = (line(pair[0], pair[1], order) for order, pair in enumerate(pairs))
    return chart_of(*map(seat, "abcdef"), *drawn)


def report(chart: Chart, who: str, to: str | None, before: str | None = None) -> Chart:
    names = lines(*(f"new-{name}" for name in who))
    return ReportTo(seats(*who), SeatId(to) if to else None, names, SeatId(before) if before else None).apply(chart)


def row(chart: Chart, manager: str) -> str:
    return "".join(chart.reports_of(SeatId(manager)))


def test_a_seat_gets_its_first_manager() -> None:
    after = report(staff(), "b", "a")
    assert after.manager_of(SeatId("b")) == "a"
    assert list(after.lines) == ["new-b"]


def test_a_new_manager_keeps_the_line_of_the_old() -> None:
    after = report(staff("ba"), "b", "c")
    assert [(line.id, line.manager) for line in after.lines.values()] == [("b-a", "c")]


def test_a_new_report_stands_last() -> None:
    assert row(report(staff("ba", "ca"), "d", "a"), "a") == "bcd"


def test_a_report_can_be_put_before_another() -> None:
    chart = staff("ba", "ca", "da")
    assert row(report(chart, "d", "a", before="b"), "a") == "dbc"
    assert row(report(chart, "d", "a", before="c"), "a") == "bdc"
    assert row(report(chart, "ef", "a", before="c"), "a") == "befcd"


def test_a_report_put_before_itself_stays_where_it_is() -> None:
    chart = staff("ba", "ca", "da")
    assert report(chart, "c", "a", before="c") is chart


def test_a_report_put_before_somebody_elsewhere_stands_last() -> None:
    assert row(report(staff("ba", "ca", "de"), "b", "a", before="d"), "a") == "cb"


def test_a_report_that_stays_keeps_its_place() -> None:
    chart = staff("ba", "ca")
    assert report(chart, "b", "a") is chart
    assert row(report(chart, "bd", "a"), "a") == "bcd"


def test_a_seat_of_several_managers_is_left_with_the_one_it_gets() -> None:
    chart = staff("ba", "bc")
    assert [line.manager for line in report(chart, "b", "d").lines.values()] == ["d"]
    kept = report(chart, "b", "c")
    assert [(line.id, line.manager) for line in kept.lines.values()] == [("b-c", "c")]


def test_where_orders_leave_no_room_the_row_is_numbered_anew() -> None:
    chart = chart_of(*map(seat, "abcd"), line("b", "a", 1.0), line("c", "a", 1.0))
    assert row(chart, "a") == "bc"
    after = report(chart, "d", "a", before="c")
    assert row(after, "a") == "bdc"
    assert len({line.order for line in after.lines.values()}) == 3


def test_a_row_whose_orders_are_beyond_counting_still_takes_one_more() -> None:
    chart = chart_of(*map(seat, "abcd"), line("b", "a", 1e300), line("c", "a", 1e300))
    assert row(report(chart, "d", "a"), "a") == "bcd"


def test_named_twice_is_named_once() -> None:
    after = ReportTo(seats("b", "b"), SeatId("a"), lines("l1", "l2")).apply(staff())
    assert len(after.lines_up[SeatId("b")]) == 1


def test_a_manager_can_be_taken_away() -> None:
    chart = staff("ba", "bc")
    assert dict(report(chart, "b", None).lines) == {}
    assert report(chart, "d", None) is chart


def test_dotted_lines_are_not_touched() -> None:
    chart = staff("ba").with_records([replace(line("b", "c"), kind=LineKind.DOTTED)])
    assert "b-c" in report(chart, "b", "d").lines
    assert "b-c" in report(chart, "b", None).lines


@pytest.mark.parametrize(("who", "to"), [("a", "b"), ("a", "c"), ("b", "c"), ("da", "c")])
def test_a_leader_cannot_report_to_a_report(who: str, to: str) -> None:
    with pytest.raises(EditRefused, match=r"\w+ already leads \w+\. A leader cannot report to a report\."):
        report(staff("ba", "cb"), who, to)


def test_the_refusal_names_both_by_what_they_are_called() -> None:
    chart = chart_of(seat("a"), replace(seat("b"), people=(), title="Key seller"), line("b", "a"))
    with pytest.raises(EditRefused, match="A already leads Key seller"):
        report(chart, "a", "b")
    nameless = chart.with_records([replace(chart.seats[SeatId("b")], title="")])
    with pytest.raises(EditRefused, match="A already leads account executive"):
        report(nameless, "a", "b")


def test_nobody_reports_to_itself() -> None:
    with pytest.raises(EditRefused, match="cannot report to itself"):
        report(staff(), "a", "a")


def test_a_circle_read_from_a_file_can_be_opened() -> None:
    after = report(staff("ab", "ba"), "a", "c")
    assert (after.manager_of(SeatId("a")), after.manager_of(SeatId("b"))) == ("c", "a")


@pytest.mark.parametrize(("who", "to"), [(GONE, ADA), (ADA, GONE)])
def test_what_is_gone_gets_no_line(who: SeatId, to: SeatId) -> None:
    with pytest.raises(EditRefused, match="This seat is no longer on the chart"):
        ReportTo((who,), to, lines("l")).apply(pod_chart())


def test_a_new_line_needs_a_name_nobody_has() -> None:
    with pytest.raises(EditRefused, match="This line needs a name of its own"):
        ReportTo(seats("a", "b"), SeatId("c"), lines("l")).apply(staff())
    with pytest.raises(EditRefused, match="This is already on the chart"):
        ReportTo(seats("c"), SeatId("a"), lines("b-a")).apply(staff("ba"))


def test_changing_and_removing_are_called_by_their_names() -> None:
    assert ReportTo((ADA,), HEAD).label == "Change manager"
    assert ReportTo((ADA,), None).label == "Remove manager"


# ------------------------------------------------------------------------------------------------------- dotted lines


def test_a_dotted_line_advises_without_leading() -> None:
    edit = DrawDotted(LineId("d"), ADA, DI)
    after = edit.apply(pod_chart())
    assert edit.label == "Draw dotted line"
    assert [line.manager for line in after.dotted_up[ADA]] == [DI]
    assert after.manager_of(ADA) == HEAD


def test_two_seats_have_at_most_one_line_in_a_direction() -> None:
    once = DrawDotted(LineId("d"), ADA, DI).apply(pod_chart())
    for manager in (DI, HEAD):
        with pytest.raises(EditRefused, match="Ada already has a line to"):
            DrawDotted(LineId("e"), ADA, manager).apply(once)


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (DrawDotted(LineId("d"), ADA, ADA), "cannot report to itself"),
        (DrawDotted(LineId("d"), GONE, ADA), "no longer on the chart"),
        (DrawDotted(LineId("d"), ADA, GONE), "no longer on the chart"),
        (DrawDotted(line(ADA, HEAD).id, BO, DI), "already on the chart"),
    ],
)
def test_a_dotted_line_needs_two_ends_and_a_name(edit: DrawDotted, reason: str) -> None:
    with pytest.raises(EditRefused, match=reason):
        edit.apply(pod_chart())


# ----------------------------------------------------------------------------------------------------------- handoffs


def test_a_seat_hands_over_to_a_seat_and_a_source_to_a_seat() -> None:
    edit = DrawHandoff(handoff(CY, DI))
    after = DrawHandoff(handoff(LIST, ADA, "target_prospect")).apply(edit.apply(pod_chart()))
    assert edit.label == "Draw handoff"
    assert {(one.source, one.target) for one in after.handoffs.values()} >= {(CY, DI), (LIST, ADA)}


def test_different_objects_go_the_same_way_side_by_side() -> None:
    second = replace(handoff(ADA, BO, "hot_lead"), id=handoff(BO, ADA).id)
    assert len(DrawHandoff(second).apply(pod_chart()).handoffs_from[ADA]) == 2


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (DrawHandoff(handoff(ADA, ADA)), "cannot hand over to itself"),
        (DrawHandoff(handoff(GONE, ADA)), "no longer on the chart"),
        (DrawHandoff(handoff(ADA, GONE)), "no longer on the chart"),
        (DrawHandoff(handoff(ADA, WEB)), "no longer on the chart"),
        (DrawHandoff(handoff(ADA, BO, "hot_lead")), "already on the chart"),
        (DrawHandoff(replace(handoff(ADA, BO), id=handoff(BO, DI).id)), "This is handed to Bo already"),
        (DrawHandoff(replace(handoff(ADA, CY), limit_hours=-1)), "A time limit"),
    ],
)
def test_a_handoff_needs_two_ends_and_a_reason(edit: DrawHandoff, reason: str) -> None:
    with pytest.raises(EditRefused, match=reason):
        edit.apply(pod_chart())


def test_an_object_need_not_be_decided_yet() -> None:
    after = DrawHandoff(replace(handoff(ADA, DI), object=None)).apply(pod_chart())
    assert ObjectId("qualified_lead") not in {one.object for one in after.handoffs_to[DI]}
