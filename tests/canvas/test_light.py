"""Dimming all but what is asked for, and rings round what was found."""

import pytest

from salesorg_gui.canvas.light import DIMMED, Light
from salesorg_gui.canvas.showing import Edge
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Add, Remove
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SeatId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.drawing.cards import Detail, detail_at
from salesorg_gui.drawing.theme import ThemeName
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.canvas.test_painting import colour, colours_around, ink, seen
from tests.mouse import Mouse, pod, seat

NEAR, FAR, BLOCK = 1.0, 0.3, 0.15


def mixed(front: str, ground: str) -> str:
    """A colour at the strength of what is dimmed."""
    pairs = zip(bytes.fromhex(front[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + "".join(f"{round(one * DIMMED + other * (1 - DIMMED)):02x}" for one, other in pairs)


def is_near(one: str, other: str) -> bool:
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return all(abs(a - c) <= 6 for a, c in pairs)


def look_from(view: ChartView, zoom: float) -> None:
    view.zoom_at(zoom, view.viewport().rect().center().toPointF())
    view.reveal([seat(b.ADA), seat(b.HEAD)])


def bar_of(mouse: Mouse, key: Key) -> Point:
    card = mouse.rect(key)
    return Point(card.x + 2.0, card.centre.y)


@pytest.mark.parametrize("zoom", [NEAR, FAR])
def test_only_what_is_clear_keeps_its_colour(view: ChartView, mouse: Mouse, zoom: float) -> None:
    look_from(view, zoom)
    bars = {key: colour(view, bar_of(mouse, key)) for key in (seat(b.ADA), seat(b.HEAD))}
    view.show_clear(frozenset({seat(b.ADA)}))
    ground = ink(ThemeName.LIGHT, "canvas")
    assert colour(view, bar_of(mouse, seat(b.ADA))) == bars[seat(b.ADA)]
    assert is_near(colour(view, bar_of(mouse, seat(b.HEAD))), mixed(bars[seat(b.HEAD)], ground))
    view.show_clear(None)
    assert colour(view, bar_of(mouse, seat(b.HEAD))) == bars[seat(b.HEAD)]


@pytest.mark.parametrize("zoom", [NEAR, FAR])
def test_frames_are_dimmed_too(view: ChartView, mouse: Mouse, zoom: float) -> None:
    look_from(view, zoom)
    view.show_clear(frozenset({seat(b.HEAD)}))
    frame = mouse.rect(pod(b.NORTH))
    ground = colour(view, Point(frame.right - 5, frame.bottom - 30))
    assert ground != ink(ThemeName.LIGHT, "frame_pod")


def test_a_clear_card_is_seen_even_where_pods_are_blocks(view: ChartView, mouse: Mouse) -> None:
    look_from(view, BLOCK)
    assert detail_at(view.zoom) is Detail.BLOCK
    spot = bar_of(mouse, seat(b.ADA))
    view.show_clear(frozenset())
    without = colours_around(seen(view), view.to_viewport(spot).toPoint(), 3)
    view.show_clear(frozenset({seat(b.ADA)}))
    found = colours_around(seen(view), view.to_viewport(spot).toPoint(), 3)
    assert ink(ThemeName.LIGHT, "find_tint") in found - without


@pytest.mark.parametrize("zoom", [NEAR, FAR, BLOCK])
def test_what_was_found_is_marked_at_every_distance(view: ChartView, mouse: Mouse, zoom: float) -> None:
    look_from(view, zoom)
    card = mouse.rect(seat(b.ADA))
    at = view.to_viewport(Point(card.centre.x, card.y)).toPoint()
    assert ink(ThemeName.LIGHT, "accent") not in colours_around(seen(view), at, 8)
    view.show_lit(frozenset({seat(b.ADA)}))
    assert ink(ThemeName.LIGHT, "accent") in colours_around(seen(view), at, 8)


def test_a_found_pod_is_marked(view: ChartView, mouse: Mouse) -> None:
    look_from(view, BLOCK)
    view.show_lit(frozenset({pod(b.NORTH)}))
    frame = mouse.rect(pod(b.NORTH))
    at = view.to_viewport(Point(frame.centre.x, frame.y)).toPoint()
    assert ink(ThemeName.LIGHT, "accent") in colours_around(seen(view), at, 8)


def handed(view: ChartView) -> Key:
    view.session.perform(Add((Handoff(HandoffId("ada-cy"), b.ADA, b.CY),), "Add"))
    view.session.selection.clear()
    return Key(Kind.HANDOFF, "ada-cy")


@pytest.mark.parametrize("kind", [ViewKind.BOARD, ViewKind.REPORTING])
def test_a_handoff_in_the_light_is_drawn_in_every_view(view: ChartView, kind: ViewKind) -> None:
    view.show_view(kind)
    key = handed(view)
    whole = view.picture.layout.bounds.grown(200)
    assert key not in view.picture.edges_in(whole)
    view.show_clear(frozenset({key}))
    assert key in view.picture.edges_in(whole)
    view.show_clear(None)
    assert key not in view.picture.edges_in(whole)


def test_what_is_gone_is_no_longer_in_the_light(view: ChartView) -> None:
    view.show_clear(frozenset({seat(b.ADA), seat(b.CY)}))
    view.show_lit(frozenset({seat(b.ADA)}))
    view.session.perform(Remove((seat(b.ADA),), "Remove"))
    assert view.light == Light(frozenset({seat(b.CY)}))


def test_nothing_is_dimmed_when_all_that_was_clear_is_gone(view: ChartView) -> None:
    view.show_clear(frozenset({seat(b.ADA)}))
    view.session.perform(Remove((seat(b.ADA),), "Remove"))
    assert view.light.clear is None


def test_a_clear_set_that_was_empty_from_the_start_dims_all(view: ChartView) -> None:
    view.show_clear(frozenset())
    view.session.perform(Remove((seat(b.ADA),), "Remove"))
    assert view.light.opacity(Key(Kind.SEAT, SeatId(b.CY))) == DIMMED


def test_a_hand_that_offers_something_dims_what_would_not_take_it_and_nothing_afterwards(
    view: ChartView, mouse: Mouse
) -> None:
    """The two kinds of dimming do not get in each other's way."""
    look_from(view, NEAR)
    view.show_clear(frozenset({seat(b.ADA), seat(b.CY)}))
    view.session.selection.clear()
    before = colour(view, bar_of(mouse, seat(b.CY)))
    start = mouse.take_port(seat(b.ADA), Edge.RIGHT)
    mouse.carry(start, Point(start.x + 20, start.y))
    assert mouse.staging().takers is not None
    assert colour(view, bar_of(mouse, seat(b.CY))) != before
    mouse.release(Point(start.x + 20, start.y))
    assert colour(view, bar_of(mouse, seat(b.CY))) == before
