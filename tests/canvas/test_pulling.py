"""Pulling lines and handoffs from the edges of cards."""

import pytest
from PySide6.QtCore import Qt

from salesorg_gui.canvas.showing import Edge
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import LineKind
from salesorg_gui.drawing.shapes import Label, Wire
from salesorg_gui.layout.geometry import Point
from tests import builders as b
from tests.mouse import CONTROL, Mouse, seat


def test_a_hovered_card_shows_its_port_and_the_port_has_a_cursor_of_its_own(view: ChartView, mouse: Mouse) -> None:
    spot = mouse.take_port(seat(b.ADA), Edge.RIGHT)
    assert view._layers.showing.hovered == seat(b.ADA)  # noqa: SLF001
    mouse.move(Point(spot.x + 4, spot.y))
    assert view._layers.showing.port is Edge.RIGHT  # noqa: SLF001
    assert view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor


def test_a_line_pulled_from_the_top_ends_at_the_manager(view: ChartView, mouse: Mouse) -> None:
    mouse.drag(mouse.take_port(seat(b.CY), Edge.TOP), mouse.on(seat(b.BO)))
    assert view.session.chart.manager_of(b.CY) == b.BO
    assert mouse.said[-2:] == ["Cy reports to Bo", ""]


def test_a_line_pulled_from_the_bottom_ends_at_a_report(view: ChartView, mouse: Mouse) -> None:
    mouse.drag(mouse.take_port(seat(b.BO), Edge.BOTTOM), mouse.on(seat(b.DI)))
    assert view.session.chart.manager_of(b.DI) == b.BO


def test_with_the_control_key_it_becomes_dotted(view: ChartView, mouse: Mouse) -> None:
    start, end = mouse.take_port(seat(b.CY), Edge.TOP), mouse.on(seat(b.BO))
    mouse.press(start)
    mouse.move(Point(start.x, start.y - 20))
    view._pointer = view.to_viewport(end)  # noqa: SLF001 -- QTest moves without keys held
    view._carry(CONTROL)  # noqa: SLF001
    mouse.release(end)
    (line,) = view.session.chart.dotted_up[b.CY]
    assert (line.manager, line.kind) == (b.BO, LineKind.DOTTED)


def test_a_circle_is_refused_in_red(view: ChartView, mouse: Mouse) -> None:
    mouse.carry(mouse.take_port(seat(b.HEAD), Edge.BOTTOM), mouse.on(seat(b.HEAD), dx=300))
    mouse.key(Qt.Key.Key_Escape)
    mouse.carry(mouse.take_port(seat(b.HEAD), Edge.TOP), mouse.on(seat(b.ADA)))
    assert mouse.staging().landing.is_refused
    assert mouse.staging().landing.target == seat(b.ADA)
    assert [shape.stroke.ink for shape in mouse.staging().wire if isinstance(shape, Wire)] == ["error"]
    mouse.release(mouse.on(seat(b.ADA)))
    assert view.session.undo_label is None


def test_a_handoff_shows_what_it_will_carry_before_it_is_let_go(view: ChartView, mouse: Mouse) -> None:
    mouse.carry(mouse.take_port(seat(b.ADA), Edge.RIGHT), mouse.on(seat(b.DI)))
    words = [shape.text for shape in mouse.staging().wire if isinstance(shape, Label)]
    assert words == ["Qualified lead", "24 h"]
    mouse.release(mouse.on(seat(b.DI)))
    drawn = [handoff for handoff in view.session.chart.handoffs_from[b.ADA] if handoff.target == b.DI]
    assert [(handoff.object, handoff.limit_hours) for handoff in drawn] == [("qualified_lead", 24)]


def test_who_cannot_take_it_is_dimmed_and_refuses_with_the_reason(view: ChartView, mouse: Mouse) -> None:
    mouse.carry(mouse.take_port(seat(b.ADA), Edge.RIGHT), mouse.on(seat(b.ADA), dx=300))
    assert mouse.staging().takers == frozenset({seat(b.ADA), seat(b.BO), seat(b.DI)})
    mouse.move(mouse.on(seat(b.CY)))
    assert mouse.said[-1] == "Customer Success Manager takes nothing that Inbound SDR hands over."
    assert mouse.staging().landing.is_refused
    mouse.release(mouse.on(seat(b.CY)))
    assert view.session.undo_label is None


def test_a_lead_source_feeds_a_seat(view: ChartView, mouse: Mouse) -> None:
    source = Key(Kind.SOURCE, b.WEB)
    mouse.drag(mouse.take_port(source, Edge.RIGHT), mouse.on(seat(b.DI)))
    drawn = [handoff for handoff in view.session.chart.handoffs_from[b.WEB] if handoff.target == b.DI]
    assert [handoff.object for handoff in drawn] == ["raw_lead"]


@pytest.mark.parametrize("edge", list(Edge))
def test_let_go_over_empty_canvas_nothing_is_drawn(view: ChartView, mouse: Mouse, edge: Edge) -> None:
    mouse.drag(mouse.take_port(seat(b.HEAD), edge), mouse.on(seat(b.HEAD), dx=400, dy=-20))
    assert view.session.undo_label is None
    assert mouse.staging().wire == ()
