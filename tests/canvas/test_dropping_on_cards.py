"""Centre or side of a card, copies with Control, guides for frames: with real mouse events."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import MovePods
from salesorg_gui.domain.ids import LineId, PodId, SeatId
from salesorg_gui.domain.records import Place
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.mouse import Mouse, pod, seat


def reports(view: ChartView, manager: str) -> list[str]:
    return [line.report for line in view.session.chart.lines_down.get(SeatId(manager), ())]


def under_head(view: ChartView, mouse: Mouse) -> list[str]:
    """Let everybody report to the head, and look at the tree; who reports to it, in order."""
    seats = tuple(name for name in (b.ADA, b.BO, b.CY, b.DI) if view.session.chart.manager_of(name) != b.HEAD)
    lines = tuple(LineId(f"new{name}") for name in seats)
    view.session.perform(ReportTo(seats, b.HEAD, lines))
    view.show_view(ViewKind.REPORTING)
    return reports(view, b.HEAD)


def test_on_the_centre_of_a_member_a_seat_reports_to_it_and_joins_its_pod(view: ChartView, mouse: Mouse) -> None:
    mouse.drag(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA)))
    chart = view.session.chart
    assert chart.manager_of(b.DI) == b.ADA
    assert [member.id for member in chart.members[b.NORTH]] == [b.ADA, b.DI, b.BO, b.CY]
    assert mouse.said[-2] == "Report to Ada, in North"
    view.session.undo()
    assert view.session.chart.seats[b.DI].pod == b.SOUTH
    assert view.session.undo_label is None


def test_on_the_side_of_a_report_a_seat_becomes_its_peer_there(view: ChartView, mouse: Mouse) -> None:
    before = under_head(view, mouse)
    first, last = before[0], before[-1]
    rect = mouse.rect(seat(first))
    mouse.carry(mouse.on(seat(last)), Point(rect.x + 8, rect.centre.y))
    assert mouse.staging().landing.caret is not None
    assert seat(first) in mouse.staging().landing.parted
    mouse.release(Point(rect.x + 8, rect.centre.y))
    assert reports(view, b.HEAD) == [last, *before[:-1]]


def test_a_branch_dropped_on_another_manager_goes_there_whole(view: ChartView, mouse: Mouse) -> None:
    before = under_head(view, mouse)
    view.session.perform(ReportTo((SeatId(before[1]),), SeatId(before[0])))
    mouse.drag(mouse.on(seat(before[0])), mouse.on(seat(before[2])))
    chart = view.session.chart
    assert mouse.said[-2].endswith(", with 1 below")
    assert chart.manager_of(SeatId(before[0])) == before[2]
    assert chart.manager_of(SeatId(before[1])) == before[0]


def test_control_carries_a_copy_and_the_note_says_so(view: ChartView, mouse: Mouse) -> None:
    before = set(view.session.chart.seats)
    to = mouse.on(seat(b.ADA), dy=26)
    mouse.carry(mouse.on(seat(b.DI)), to)
    assert not mouse.said[-1].startswith("Copy")
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert mouse.said[-1] == "Copy: Move to North, after Inbound SDR"
    assert mouse.staging().left == {}
    QTest.keyRelease(view, Qt.Key.Key_Control)
    assert mouse.said[-1] == "Move to North, after Inbound SDR"
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    mouse.release(to)
    (new,) = set(view.session.chart.seats) - before
    chart = view.session.chart
    assert chart.seats[b.DI].pod == b.SOUTH
    assert [member.id for member in chart.members[b.NORTH]] == [b.ADA, new, b.BO, b.CY]
    assert view.session.selection.keys == {seat(new)}
    view.session.undo()
    assert set(view.session.chart.seats) == before


def test_a_copied_pod_takes_its_seats_and_what_passes_between_them_along(view: ChartView, mouse: Mouse) -> None:
    chart = view.session.chart
    inside = {member.id for member in chart.members[b.NORTH]}
    inner = [handoff for handoff in chart.handoffs.values() if {handoff.source, handoff.target} <= inside]
    frame = mouse.rect(pod(b.NORTH))
    start, end = Point(frame.centre.x, frame.y + 10), Point(frame.centre.x - 900, frame.y + 700)
    mouse.carry(start, end)
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    mouse.release(end)
    after = view.session.chart
    (new,) = set(after.pods) - set(chart.pods)
    assert len(after.members[PodId(new)]) == len(chart.members[b.NORTH])
    assert len(after.handoffs) == len(chart.handoffs) + len(inner)


def test_a_frame_aligns_to_another_and_alt_lets_it_go_free(view: ChartView, mouse: Mouse) -> None:
    view.session.perform(MovePods((b.NORTH, b.SOUTH), places=(Place(2000, 2000), Place(2600, 2407))))
    view.fit()
    north, south = mouse.rect(pod(b.NORTH)), mouse.rect(pod(b.SOUTH))
    start = Point(south.x + 100, south.y + 10)
    end = Point(start.x, start.y - south.y + north.y + 3)
    mouse.carry(start, end)
    assert mouse.staging().landing.guides
    QTest.keyPress(view, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    assert mouse.staging().landing.guides == ()
    QTest.keyRelease(view, Qt.Key.Key_Alt)
    mouse.release(end)
    assert mouse.rect(pod(b.SOUTH)).y == mouse.rect(pod(b.NORTH)).y


def test_the_lines_of_a_card_in_the_hand_go_with_it(view: ChartView, mouse: Mouse) -> None:
    view.session.perform(ReportTo((b.DI,), b.HEAD, (LineId("new"),)))
    mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.ADA), dy=26))
    first = mouse.staging().strings
    assert first
    mouse.move(mouse.on(seat(b.BO), dy=26))
    assert mouse.staging().strings != first
    mouse.key(Qt.Key.Key_Escape)
    assert mouse.staging().strings == ()
