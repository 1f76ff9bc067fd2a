"""Touch sizes on the canvas: ports and wires are easier to hit, and a drag begins later."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from salesorg_gui.canvas.reaches import FINE, TOUCH
from salesorg_gui.canvas.showing import Edge, Showing, port_spot
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.ids import Key, Kind, LineId
from salesorg_gui.drawing.marks import port
from salesorg_gui.drawing.shapes import Dot
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.layout.routes import Route
from tests import builders as b
from tests.mouse import LEFT, PLAIN, Mouse, seat


def shown(view: ChartView) -> Showing:
    return view._layers.showing  # noqa: SLF001 -- what the layers were given is what is seen


def on_screen(view: ChartView, spot: Point, dx: float, dy: float) -> Point:
    """So many px of the screen beside a spot of the chart."""
    return Point(spot.x + dx / view.zoom, spot.y + dy / view.zoom)


def test_a_port_is_hit_from_twelve_px_in_touch_sizes(view: ChartView, mouse: Mouse) -> None:
    mouse.move(mouse.on(seat(b.ADA)))
    at = on_screen(view, port_spot(mouse.rect(seat(b.ADA)), Edge.RIGHT), -11, 0)
    mouse.move(at)
    assert shown(view).port is None
    view.set_reaches(TOUCH)
    mouse.move(mouse.on(seat(b.ADA)))
    mouse.move(at)
    assert shown(view).port is Edge.RIGHT
    mouse.move(on_screen(view, at, -4, 0))
    assert shown(view).port is None


def test_ports_are_drawn_as_wide_as_they_can_be_hit(view: ChartView, mouse: Mouse) -> None:
    mouse.move(mouse.on(seat(b.ADA)))
    assert shown(view).port_width == 10
    view.set_reaches(TOUCH)
    assert shown(view).port_width == 24 == 2 * TOUCH.on_port
    (dot,) = port(Point(0, 0), width=24)
    assert isinstance(dot, Dot)
    assert dot.radius == 12
    view.set_reaches(FINE)
    assert shown(view).port_width == 10


def longest(route: Route) -> tuple[Point, Point]:
    return max(pairwise(route), key=lambda run: abs(run[0].x - run[1].x) + abs(run[0].y - run[1].y))


def test_a_wire_is_hit_from_twelve_px_in_touch_sizes(view: ChartView, mouse: Mouse) -> None:
    view.show_view(ViewKind.REPORTING)
    (line,) = view.session.chart.lines_up[b.ADA]
    start, end = longest(view.picture.wires.route(Key(Kind.LINE, line.id)))
    is_upright = start.x == end.x
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    spot = on_screen(view, middle, -10 if is_upright else 0, 0 if is_upright else -10)
    assert not any(rect.contains(spot) for rect in view.picture.layout.cards.values())
    mouse.click(spot)
    assert not view.session.selection.keys
    view.set_reaches(TOUCH)
    mouse.click(spot)
    (key,) = view.session.selection.keys
    assert key.kind is Kind.LINE
    assert view.session.chart.lines[LineId(key.id)].manager == b.HEAD


def test_a_drag_begins_after_twelve_px_in_touch_sizes(view: ChartView, mouse: Mouse) -> None:
    def go(px: int) -> bool:
        """Press on a card and go so far; whether it came along."""
        start = mouse.px(mouse.on(seat(b.ADA)))
        port = view.viewport()
        QTest.mousePress(port, LEFT, PLAIN, start)
        QTest.mouseMove(port, start + QPoint(px, 0))
        is_held = view.is_held
        mouse.key(Qt.Key.Key_Escape)
        QTest.mouseRelease(port, LEFT, PLAIN, start)
        return is_held

    assert not go(5)
    assert go(7)
    view.set_reaches(TOUCH)
    assert not go(11)
    assert go(13)
    assert Key(Kind.SEAT, b.ADA) in view.session.selection.keys
