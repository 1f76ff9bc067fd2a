"""A whole chart as shapes, and shapes moved elsewhere."""

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, LineId, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Handoff, Line, Pod, Seat, Segment, Source
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import (
    Bar,
    Box,
    Dot,
    Hatch,
    Icon,
    Label,
    Patch,
    Shape,
    Stroke,
    Wire,
    draw,
)
from salesorg_gui.drawing.whole import whole_chart
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.resources import resource
from salesorg_gui.storage.reading import read
from tests.drawing.notebook import Notebook, texts

CATALOGUE = load()
EXAMPLE = read(resource("examples/nordlys.salesorg")).plan.first_chart
ALL: list[Shape] = [
    Box(Rect(0, 0, 1, 1)),
    Bar(Rect(0, 0, 1, 1), "edge", 8),
    Label("a", Point(0, 0), 12, "edge"),
    Icon("flag", Point(0, 0), 14, "edge"),
    Wire((Point(0, 0), Point(1, 0)), Stroke("edge")),
    Hatch(Rect(0, 0, 1, 1), "edge"),
    Dot(Point(0, 0), 3, "edge"),
    Patch((Point(0, 0), Point(1, 0), Point(1, 1)), "edge"),
]


def company() -> Chart:
    member = Seat(SeatId("a"), RoleId("account_executive"), pod=PodId("p"))
    other = Seat(SeatId("b"), RoleId("inbound_sdr"), pod=PodId("p"), order=1)
    return Chart().with_records([
        Segment(SegmentId("g"), value="Norge"),
        Pod(PodId("p"), "Oslo", (SegmentId("g"),), SeatId("boss")),
        member,
        other,
        Seat(SeatId("boss"), RoleId("head_of_sales")),
        Seat(SeatId("free"), RoleId("island_rep")),
        Source(SourceId("web"), title="Website"),
        Line(LineId("1"), SeatId("a"), SeatId("boss")),
        Line(LineId("2"), SeatId("b"), SeatId("boss")),
        Line(LineId("3"), SeatId("b"), SeatId("nobody")),
        Handoff(HandoffId("h"), SeatId("b"), SeatId("a"), ObjectId("qualified_lead")),
    ])  # fmt: skip


def test_shapes_of_every_kind_are_drawn_by_their_own_stroke_of_the_pen() -> None:
    pen = Notebook()
    draw(ALL, pen)
    assert pen.drawn == ALL


def test_shapes_of_every_kind_move_and_come_back() -> None:
    there = moved(ALL, 30, -4)
    assert all(shape != before for shape, before in zip(there, ALL, strict=True))
    assert moved(there, -30, 4) == tuple(ALL)


def test_a_board_is_painted_from_the_outermost_frame_to_the_cards() -> None:
    bounds, shapes = whole_chart(company(), CATALOGUE)
    order = texts(shapes)
    found = [order.index(text) for text in ("Norge", "Oslo", "Bench", "Account Executive")]
    assert found == sorted(found)
    assert "Website" in order
    assert all(bounds.contains(shape.baseline) for shape in shapes if isinstance(shape, Label))


def test_lines_onto_one_frame_are_one_wire_and_handoffs_are_drawn_on_demand() -> None:
    _bounds, shapes = whole_chart(company(), CATALOGUE)
    assert len([shape for shape in shapes if isinstance(shape, Wire)]) == 1
    _bounds, shapes = whole_chart(company(), CATALOGUE, with_handoffs=True)
    assert [shape.head for shape in shapes if isinstance(shape, Wire)] == ["", "filled"]


def test_names_of_handoffs_stand_over_every_wire() -> None:
    _bounds, shapes = whole_chart(EXAMPLE, CATALOGUE, ViewKind.HANDOFFS)
    wires = [number for number, shape in enumerate(shapes) if isinstance(shape, Wire)]
    names = [number for number, shape in enumerate(shapes) if isinstance(shape, Label) and shape.text == "Raw lead"]
    assert len(names) > 1
    assert max(wires) < min(names)


def test_the_reporting_view_shows_seats_and_lines_alone() -> None:
    _bounds, shapes = whole_chart(company(), CATALOGUE, ViewKind.REPORTING)
    assert "Oslo" not in texts(shapes)
    assert len([shape for shape in shapes if isinstance(shape, Wire)]) == 2


def test_a_line_that_closes_a_circle_is_seen_as_wrong() -> None:
    seats = [Seat(SeatId(name), RoleId("x")) for name in "ab"]
    lines = [Line(LineId("1"), SeatId("a"), SeatId("b")), Line(LineId("2"), SeatId("b"), SeatId("a"))]
    _bounds, shapes = whole_chart(Chart().with_records([*seats, *lines]), CATALOGUE, ViewKind.REPORTING)
    assert sorted(shape.stroke.ink for shape in shapes if isinstance(shape, Wire)) == ["edge", "error"]


def test_an_empty_chart_is_a_margin() -> None:
    assert whole_chart(Chart(), CATALOGUE) == (Rect(-24, -24, 48, 48), ())
