"""What is seen: colours where they belong, in every theme, at every distance."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage

from salesorg_gui.canvas.showing import Edge
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Add, Remove, Revise
from salesorg_gui.domain.ids import Key, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Place, Seat
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.mouse import Mouse, PaletteDrag, pod, seat
from tests.pictures import same_as_anew

SCREENS = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST)


def seen(view: ChartView) -> QImage:
    return view.viewport().grab().toImage()


def colour(view: ChartView, spot: Point) -> str:
    at = view.to_viewport(spot).toPoint()
    return seen(view).pixelColor(at).name()


def ink(name: ThemeName, token: str) -> str:
    return QColor(theme(name).colour(token)).name()


def colours_around(image: QImage, at: QPoint, reach: int) -> set[str]:
    spots = [(x, y) for x in range(at.x() - reach, at.x() + reach) for y in range(at.y() - reach, at.y() + reach)]
    return {image.pixelColor(x, y).name() for x, y in spots}


@pytest.mark.parametrize("name", SCREENS)
def test_card_bar_frame_and_canvas_have_their_colours(view: ChartView, mouse: Mouse, name: ThemeName) -> None:
    view.set_theme(theme(name))
    view.zoom_reset()
    view.reveal([seat(b.ADA)])
    card, frame = mouse.rect(seat(b.ADA)), mouse.rect(pod(b.NORTH))
    assert colour(view, Point(card.right - 20, card.centre.y)) == ink(name, "card")
    assert colour(view, Point(card.x + 2, card.centre.y)) == ink(name, "find_solid")
    assert colour(view, Point(frame.right - 5, frame.bottom - 30)) == ink(name, "frame_pod")


def test_words_are_painted_on_a_card(view: ChartView, mouse: Mouse) -> None:
    view.zoom_reset()
    view.reveal([seat(b.ADA)])
    card = mouse.rect(seat(b.ADA))
    at = view.to_viewport(Point(card.x + 40, card.y + 20)).toPoint()
    assert ink(ThemeName.LIGHT, "text_1") in colours_around(seen(view), at, 14)


def test_what_is_selected_has_a_ring(view: ChartView, mouse: Mouse) -> None:
    view.session.selection.select([seat(b.ADA)])
    card = mouse.rect(seat(b.ADA))
    at = view.to_viewport(Point(card.centre.x, card.y)).toPoint()
    assert ink(ThemeName.LIGHT, "accent") in colours_around(seen(view), at, 4)


def test_a_frame_that_takes_the_card_turns_accent(view: ChartView, mouse: Mouse) -> None:
    drag = PaletteDrag(mouse, "role", "account_manager")
    drag.enter()
    drag.move(mouse.on(seat(b.CY), dy=-26))
    frame = mouse.rect(pod(b.NORTH))
    assert colour(view, Point(frame.x + 4, frame.y + 60)) == ink(ThemeName.LIGHT, "accent_tint")
    drag.leave()
    assert colour(view, Point(frame.x + 4, frame.y + 60)) == ink(ThemeName.LIGHT, "frame_pod")


def test_a_frame_turns_accent_even_where_no_card_steps_aside(view: ChartView, mouse: Mouse) -> None:
    mouse.carry(mouse.on(seat(b.DI)), mouse.on(seat(b.HEAD), dx=400))
    frame = mouse.rect(pod(b.NORTH))
    spot = Point(frame.x + 4, frame.y + 60)
    assert colour(view, spot) == ink(ThemeName.LIGHT, "frame_pod")
    mouse.move(mouse.on(seat(b.CY), dy=30))
    assert mouse.staging().landing.parted == {}
    assert colour(view, spot) == ink(ThemeName.LIGHT, "accent_tint")
    mouse.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("name", SCREENS)
def test_the_note_is_red_when_refused(view: ChartView, mouse: Mouse, name: ThemeName) -> None:
    view.set_theme(theme(name))
    mouse.carry(mouse.take_port(seat(b.HEAD), Edge.TOP), mouse.on(seat(b.HEAD), dx=300))
    assert note_colour(view, mouse) == ink(name, "text_1")
    mouse.move(mouse.on(seat(b.ADA)))
    assert note_colour(view, mouse) == ink(name, "error")
    mouse.key(Qt.Key.Key_Escape)


def note_colour(view: ChartView, mouse: Mouse) -> str:
    at = mouse.staging().note_at
    assert at is not None
    return seen(view).pixelColor(view.to_viewport(at).toPoint() + QPoint(6, 16)).name()


def test_a_finding_has_a_badge(view: ChartView, mouse: Mouse) -> None:
    card = mouse.rect(seat(b.ADA))
    at = view.to_viewport(Point(card.right - 6, card.y + 2)).toPoint()
    assert ink(ThemeName.LIGHT, "error") not in colours_around(seen(view), at, 10)
    view.show_findings({seat(b.ADA): "error", Key(Kind.HANDOFF, "ada>bo"): "warning", seat("gone"): "hint"})
    assert ink(ThemeName.LIGHT, "error") in colours_around(seen(view), at, 10)


def test_a_badge_that_is_pressed_asks_what_was_found_and_picks_nothing(view: ChartView, mouse: Mouse) -> None:
    asked: list[Key] = []
    view.finding_wanted.connect(asked.append)
    card = mouse.rect(seat(b.ADA))
    corner = Point(card.right - 6, card.y + 2)
    mouse.click(corner)
    assert asked == []
    view.session.selection.clear()
    view.show_findings({seat(b.ADA): "error"})
    mouse.click(corner)
    assert asked == [seat(b.ADA)]
    assert not view.session.selection.keys
    mouse.click(Point(card.centre.x, card.centre.y))
    assert asked == [seat(b.ADA)]
    assert view.session.selection.keys == {seat(b.ADA)}


def test_over_a_badge_the_pointer_is_a_hand_that_points(view: ChartView, mouse: Mouse) -> None:
    card = mouse.rect(seat(b.ADA))
    view.show_findings({seat(b.ADA): "error"})
    mouse.move(Point(card.right - 6, card.y + 4))
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    mouse.move(Point(card.right - 60, card.y + 30))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_from_very_far_a_pod_wears_the_error_of_its_seats(view: ChartView, mouse: Mouse) -> None:
    view.zoom_at(0.15, view.to_viewport(mouse.on(pod(b.NORTH))))
    frame = mouse.rect(pod(b.NORTH))
    at = view.to_viewport(Point(frame.right, frame.y)).toPoint()
    assert ink(ThemeName.LIGHT, "error") not in colours_around(seen(view), at, 14)
    view.show_findings({seat(b.ADA): "error"})
    assert ink(ThemeName.LIGHT, "error") in colours_around(seen(view), at, 14)


def test_what_a_finding_speaks_of_shines_in_the_colour_of_its_severity(view: ChartView, mouse: Mouse) -> None:
    card = mouse.rect(seat(b.ADA))
    at = view.to_viewport(Point(card.centre.x, card.y)).toPoint()
    assert ink(ThemeName.LIGHT, "error_text") not in colours_around(seen(view), at, 10)
    view.show_concerned(frozenset({seat(b.ADA)}), "error")
    assert ink(ThemeName.LIGHT, "error_text") in colours_around(seen(view), at, 10)
    view.show_lit(frozenset({seat(b.HEAD)}))
    assert view.light.concerned == {seat(b.ADA)}
    view.show_concerned(frozenset())
    assert view.light.lit == {seat(b.HEAD)}
    assert ink(ThemeName.LIGHT, "error_text") not in colours_around(seen(view), at, 10)


def test_a_handoff_a_finding_speaks_of_is_drawn_whatever_is_selected(view: ChartView) -> None:
    handoff = Key(Kind.HANDOFF, "ada>bo")
    everywhere = view.picture.layout.bounds
    assert handoff not in set(view.picture.edges_in(everywhere))
    view.show_concerned(frozenset({handoff}), "warning")
    assert handoff in set(view.picture.edges_in(everywhere))
    assert view.light.edges == {handoff}


@pytest.mark.parametrize("zoom", [0.05, 0.15, 0.3, 0.5, 0.75, 1.0, 2.0, 4.0])
@pytest.mark.parametrize("kind", list(ViewKind))
def test_every_distance_shows_something(view: ChartView, zoom: float, kind: ViewKind) -> None:
    view.show_view(kind)
    view.zoom_at(zoom, view.to_viewport(view.picture.layout.cards[seat(b.HEAD)].centre))
    view.show_findings({seat(b.ADA): "warning", pod(b.NORTH): "hint"})
    image = seen(view)
    found = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(found) > 3


def test_from_afar_pods_are_blocks_in_the_colours_of_their_seats(view: ChartView, mouse: Mouse) -> None:
    view.zoom_at(0.15, view.to_viewport(mouse.on(pod(b.NORTH))))
    frame = mouse.rect(pod(b.NORTH))
    assert colour(view, Point(frame.x + 60, frame.bottom - 60)) == ink(ThemeName.LIGHT, "care_tint")


def test_from_afar_frames_say_their_names_and_counts_over_their_blocks(view: ChartView, mouse: Mouse) -> None:
    view.zoom_at(0.15, view.to_viewport(mouse.on(pod(b.NORTH))))
    at = view.to_viewport(mouse.on(pod(b.NORTH))).toPoint()
    found = colours_around(seen(view), at, 8)
    assert ink(ThemeName.LIGHT, "card") in found
    assert max(QColor(name).lightness() for name in found) - min(QColor(name).lightness() for name in found) > 150


def test_an_edit_is_painted(view: ChartView) -> None:
    before = seen(view)
    ada = view.session.chart.seats[b.ADA]
    view.session.perform(Revise((Seat(ada.id, RoleId("account_manager"), pod=ada.pod, order=ada.order),), "Edit"))
    assert seen(view) != before
    view.session.undo()
    assert seen(view) == before


def test_a_picture_of_the_chart_leaves_picks_out(view: ChartView) -> None:
    plain = view.render_to_image(QSize(800, 600))
    view.session.selection.select([seat(b.HEAD)])
    assert plain.size() == QSize(800, 600)
    accent = ink(ThemeName.LIGHT, "accent")
    ringed = view.render_to_image(QSize(800, 600))
    assert plain.pixelColor(400, 300) == ringed.pixelColor(400, 300)
    head = {plain.pixelColor(x, y).name() for x in range(0, 800, 3) for y in range(0, 200, 3)}
    assert accent not in head


def test_letters_no_font_of_ours_has_are_painted_too(view: ChartView) -> None:
    seat_ = Seat(SeatId("li"), RoleId("account_executive"), title="営業 Ελ عرب", pod=b.NORTH)
    view.session.perform(Revise((Seat(b.ADA, seat_.role, title=seat_.title, pod=b.NORTH, order=1),), "Edit"))
    assert not seen(view).isNull()


def test_a_plan_in_other_words_is_painted_anew(view: ChartView, mouse: Mouse) -> None:
    from salesorg_gui.catalogue.catalogue import load

    before = seen(view)
    view.use_catalogue(load("sv"))
    assert seen(view) != before


def test_all_handoffs_can_be_shown(view: ChartView) -> None:
    before = seen(view)
    view.show_all_handoffs(True)
    assert seen(view) != before
    view.show_all_handoffs(False)
    assert seen(view) == before


@pytest.mark.parametrize("zoom", [0.1, 0.3])
def test_from_afar_every_change_is_painted_as_if_anew(view: ChartView, mouse: Mouse, zoom: float) -> None:
    view.zoom_at(zoom, view.to_viewport(mouse.on(pod(b.NORTH))))
    seen(view)
    ada = view.session.chart.seats[b.ADA]
    edits = (
        Revise((replace(ada, role=RoleId("vp_sales")),), "Edit"),
        MoveSeats((b.DI,), b.NORTH),
        MoveSeats((b.CY,), places=(Place(-400, 300),)),
        ReportTo((b.ADA,), b.BO),
        Remove((seat(b.BO),), "Remove"),
        Add((b.seat("eve", "account_manager", b.SOUTH),), "Add"),
    )
    for edit in edits:
        assert view.session.perform(edit)
        view.session.selection.clear()
        assert same_as_anew(view), edit
