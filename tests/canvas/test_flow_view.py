"""The Handoffs view on the canvas: its headers stay in sight, its gaps are filled, its pills can be picked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.flow_heads import heads
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.drawing.shapes import Box, Label, Weight
from salesorg_gui.layout.flow_parts import Gap, Lanes
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.canvas.test_painting import seen
from tests.mouse import Mouse, PaletteDrag, pod, seat


@pytest.fixture
def lanes(view: ChartView) -> ChartView:
    view.show_view(ViewKind.HANDOFFS)
    return view


def titles(view: ChartView, camera: Camera) -> list[str]:
    flow = view.picture.looks.flow
    assert flow is not None
    labels = [shape for shape in heads(flow, camera, 1600)[1] if isinstance(shape, Label)]
    return [one.text for one in labels if one.weight is Weight.SEMIBOLD]


def test_headers_stand_over_their_columns(lanes: ChartView) -> None:
    assert titles(lanes, Camera())[0] in {"Lead generation", "Qualification", "Inbound", "Outbound"}


def test_headers_stay_in_sight_when_the_lanes_reach_above_the_screen(lanes: ChartView) -> None:
    flow = lanes.picture.looks.flow
    assert flow is not None
    (_none, above), (ground, scrolled) = (heads(flow, Camera(1.0, 0.0, y), 1600) for y in (-400.0, 400.0))
    first = next(shape for shape in ground if isinstance(shape, Box))
    assert (first.fill, first.rect.width) == ("canvas", 1600)
    assert all(0 <= shape.baseline.y < 80 for shape in scrolled if isinstance(shape, Label))
    assert all(shape.baseline.y > 300 for shape in above if isinstance(shape, Label))


def test_from_afar_headers_are_rules_alone(lanes: ChartView) -> None:
    assert titles(lanes, Camera(0.05)) == []


def test_headers_are_dimmed_with_all_else(lanes: ChartView) -> None:
    flow = lanes.picture.looks.flow
    assert flow is not None
    rule = next(shape for shape in heads(flow, lanes.camera, lanes.viewport().width())[1] if isinstance(shape, Box))

    def shown() -> QColor:
        return seen(lanes).pixelColor(round(rule.rect.centre.x), round(rule.rect.centre.y))

    clear = shown()
    lanes.show_clear(frozenset())
    assert shown().lightness() > clear.lightness() + 40
    lanes.show_clear(None)
    assert shown() == clear


def test_other_views_have_no_headers(view: ChartView) -> None:
    assert view.picture.looks.flow is None


def test_a_double_click_on_a_gap_adds_who_is_missing(lanes: ChartView, mouse: Mouse) -> None:
    lanes.session.perform(Add((Seat(SeatId("o"), RoleId("outbound_sdr"), pod=b.NORTH),), "Add seat"))
    gap = next(gap for gap in flow_gaps(lanes) if gap.lane == pod(b.SOUTH))
    lanes.fit()
    QTest.mouseDClick(lanes.viewport(), Qt.MouseButton.LeftButton, pos=mouse.px(gap.rect.centre))
    (key,) = lanes.session.selection.keys
    new = lanes.session.chart.seats[SeatId(key.id)]
    assert new.pod == b.SOUTH
    assert lanes.session.undo_label == "Fill the gap"


def flow_gaps(view: ChartView) -> tuple[Gap, ...]:
    flow = view.picture.layout.flow
    assert flow is not None
    return flow.gaps


def test_filling_nothing_changes_nothing(lanes: ChartView) -> None:
    lanes.fill_gaps(())
    assert lanes.session.undo_label is None


def test_a_card_dragged_to_another_lane_joins_that_pod(lanes: ChartView, mouse: Mouse) -> None:
    mouse.drag(mouse.on(seat(b.ADA)), mouse.on(pod(b.SOUTH)))
    assert lanes.session.chart.seats[b.ADA].pod == b.SOUTH


def test_a_role_dropped_on_a_lane_joins_its_pod(lanes: ChartView, mouse: Mouse) -> None:
    PaletteDrag(mouse, "role", "account_manager").drop(mouse.on(pod(b.SOUTH)))
    (key,) = lanes.session.selection.keys
    assert lanes.session.chart.seats[SeatId(key.id)].pod == b.SOUTH


def test_a_drag_on_a_lane_picks_what_is_in_it(lanes: ChartView, mouse: Mouse) -> None:
    frame = mouse.rect(pod(b.NORTH))
    mouse.drag(Point(frame.x + 4, frame.y + 2), Point(frame.right - 2, frame.bottom - 2))
    assert seat(b.ADA) in lanes.session.selection.keys
    assert lanes.session.undo_label is None


def test_lanes_can_be_switched_and_switched_back(lanes: ChartView) -> None:
    assert pod(b.NORTH) in lanes.picture.layout.frames
    lanes.show_view(ViewKind.HANDOFFS, Lanes.SEGMENTS)
    assert {key.kind for key in lanes.picture.layout.frames} == {Kind.SEGMENT}
    assert not lanes.picture.wires.bundles.near(lanes.picture.layout.bounds).pods
    lanes.show_view(ViewKind.HANDOFFS, Lanes.PODS)
    assert pod(b.NORTH) in lanes.picture.layout.frames


@pytest.mark.parametrize("zoom", [0.1, 0.3])
def test_lanes_of_segments_are_seen_from_afar(lanes: ChartView, zoom: float) -> None:
    lanes.show_view(ViewKind.HANDOFFS, Lanes.SEGMENTS)
    lanes.zoom_at(zoom, lanes.to_viewport(lanes.picture.layout.bounds.centre))
    image = lanes.viewport().grab().toImage()  # an error while painting fails the test, too
    found = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(found) > 3


def test_a_pill_is_a_part_of_its_handoff(lanes: ChartView) -> None:
    name, pill = next(iter(lanes.picture.layout.pills.items()))
    assert lanes.picture.key_at(Point(pill.centre.x, pill.y + 2)) == Key(Kind.HANDOFF, name)
