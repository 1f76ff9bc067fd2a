"""How branches stand: styles, assistants, and the order among the reports of one manager."""

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.branches import MakeAssistant, MoveAmongReports, StyleBranch
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.records import Remove, Revise
from salesorg_gui.domain.ids import Key, Kind, LineId, SeatId
from salesorg_gui.domain.records import BranchStyle, LineKind
from tests.builders import chart_of, line, seat

A = SeatId("a")


def staff(*pairs: str) -> Chart:
    """Seats a to f; each pair is a report and its manager, in sibling order."""
    drawn = (line(pair[0], pair[1], order) for order, pair in enumerate(pairs))
    return chart_of(*map(seat, "abcdef"), *drawn)


def seats(names: str) -> tuple[SeatId, ...]:
    return tuple(SeatId(name) for name in names)


def row(chart: Chart, manager: str = "a") -> str:
    return "".join(chart.reports_of(SeatId(manager)))


def moved(chart: Chart, who: str, before: str | None) -> Chart:
    return MoveAmongReports(seats(who), SeatId(before) if before else None).apply(chart)


def test_a_branch_gets_a_style() -> None:
    after = StyleBranch((A,), BranchStyle.COLUMNS, 3).apply(staff())
    assert (after.seats[A].branch, after.seats[A].columns) == ("columns", 3)


def test_only_columns_have_a_number() -> None:
    after = StyleBranch((A,), BranchStyle.WIDE, 3).apply(staff())
    assert (after.seats[A].branch, after.seats[A].columns) == ("wide", 0)


def test_a_style_it_has_already_changes_nothing() -> None:
    chart = staff()
    assert StyleBranch(seats("ab"), BranchStyle.AUTO).apply(chart) is chart


@pytest.mark.parametrize("columns", [1, 9, -1])
def test_a_branch_stands_in_two_to_eight_columns(columns: int) -> None:
    with pytest.raises(EditRefused, match=r"A branch stands in 2 to 8 columns\."):
        StyleBranch((A,), BranchStyle.COLUMNS, columns).apply(staff())


def test_a_revised_seat_has_at_most_eight_columns_too() -> None:
    chart = staff()
    wide = StyleBranch((A,), BranchStyle.COLUMNS, 8).apply(chart).seats[A]
    many = type(wide)(A, wide.role, branch=BranchStyle.COLUMNS, columns=12)
    with pytest.raises(EditRefused, match=r"at most 8 columns"):
        Revise((many,), "Revise").apply(chart)


def test_the_style_of_a_seat_that_is_gone_is_refused() -> None:
    with pytest.raises(EditRefused, match=r"no longer on the chart"):
        StyleBranch((SeatId("x"),), BranchStyle.WIDE).apply(staff())


def test_the_labels_say_which_way_it_goes() -> None:
    edits = (
        StyleBranch((A,), BranchStyle.WIDE),
        MakeAssistant(LineId("b-a")),
        MakeAssistant(LineId("b-a"), False),
        MoveAmongReports((A,)),
    )
    labels = [edit.label for edit in edits]
    assert labels == ["Style branch", "Make assistant", "Make report", "Change order"]


def test_a_report_becomes_an_assistant_and_a_report_again() -> None:
    chart = staff("ba")
    after = MakeAssistant(LineId("b-a")).apply(chart)
    assert after.lines[LineId("b-a")].is_assistant
    assert MakeAssistant(LineId("b-a")).apply(after) is after
    assert not MakeAssistant(LineId("b-a"), False).apply(after).lines[LineId("b-a")].is_assistant


def test_nobody_assists_along_a_dotted_line() -> None:
    chart = chart_of(seat("a"), seat("b"), line("b", "a", kind=LineKind.DOTTED))
    with pytest.raises(EditRefused, match=r"An assistant has a solid line to its manager\."):
        MakeAssistant(LineId("b-a")).apply(chart)


def test_a_line_that_is_gone_makes_no_assistant() -> None:
    with pytest.raises(EditRefused, match=r"This line is no longer on the chart\."):
        MakeAssistant(LineId("b-a")).apply(staff())


def test_an_assistant_who_gets_another_manager_is_a_report_there() -> None:
    chart = MakeAssistant(LineId("b-a")).apply(staff("ba", "ca"))
    assert not ReportTo(seats("b"), SeatId("d")).apply(chart).lines[LineId("b-a")].is_assistant
    assert ReportTo(seats("b"), A, before=SeatId("c")).apply(chart).lines[LineId("b-a")].is_assistant


def test_an_assistant_whose_manager_goes_is_a_report_of_the_next_one_up() -> None:
    chart = MakeAssistant(LineId("c-b")).apply(staff("ba", "cb"))
    after = Remove((Key(Kind.SEAT, "b"),), "Remove").apply(chart)
    kept = after.lines[LineId("c-b")]
    assert (kept.manager, kept.is_assistant) == ("a", False)


def test_reports_move_before_another_or_to_the_end() -> None:
    chart = staff("ba", "ca", "da", "ea")
    assert row(moved(chart, "d", "b")) == "dbce"
    assert row(moved(chart, "eb", "d")) == "cebd"
    assert row(moved(chart, "b", None)) == "cdeb"


def test_a_report_put_where_it_stands_changes_nothing() -> None:
    chart = staff("ba", "ca", "da")
    assert moved(chart, "d", None) is chart
    assert moved(chart, "b", "c") is chart
    assert MoveAmongReports(()).apply(chart) is chart


def test_reports_of_different_managers_are_not_put_in_one_order() -> None:
    with pytest.raises(EditRefused, match=r"These seats report to different managers\."):
        moved(staff("ba", "dc"), "bd", None)


def test_a_seat_without_a_manager_has_no_place_among_reports() -> None:
    with pytest.raises(EditRefused, match=r"This seat reports to nobody\."):
        moved(staff("ba"), "a", None)
