"""Wires, pills, rings, carets, badges and notes."""

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import HandoffId, ObjectId, SeatId
from salesorg_gui.domain.records import Handoff, LineKind
from salesorg_gui.drawing import marks, words
from salesorg_gui.drawing.edges import Tone, handoff_wire, longest_run, middle_of, pill, reporting_wire
from salesorg_gui.drawing.measure import width
from salesorg_gui.drawing.shapes import Box, Dot, Hatch, Patch, Shape, Weight, Wire, draw
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Point, Rect
from tests.drawing.notebook import Notebook, icons, texts

ROUTE = (Point(0, 0), Point(0, 50), Point(200, 50))
CARD = Rect(100, 200, 200, 72)


def only_wire(shapes: tuple[Shape, ...]) -> Wire:
    (wire,) = shapes
    assert isinstance(wire, Wire)
    return wire


def test_a_solid_line_is_drawn_through_and_a_dotted_one_in_round_dots() -> None:
    solid, dotted = only_wire(reporting_wire(ROUTE)), only_wire(reporting_wire(ROUTE, LineKind.DOTTED))
    assert (solid.stroke.width, solid.stroke.dash, solid.head) == (1.5, (), "")
    assert dotted.stroke.round_caps
    assert dotted.stroke.dash == (0.1, 4)


@pytest.mark.parametrize(("tone", "ink"), [(Tone.REST, "edge"), (Tone.PICKED, "accent"), (Tone.WRONG, "error")])
def test_a_line_tells_why_it_is_seen(tone: Tone, ink: str) -> None:
    assert only_wire(reporting_wire(ROUTE, LineKind.SOLID, tone)).stroke.ink == ink


def test_picked_lines_are_heavier() -> None:
    for kind in LineKind:
        rest, picked = (only_wire(reporting_wire(ROUTE, kind, tone)) for tone in (Tone.REST, Tone.PICKED))
        assert picked.stroke.width > rest.stroke.width


def test_a_handoff_has_a_filled_arrow_and_what_comes_back_an_open_one() -> None:
    there, back = only_wire(handoff_wire(ROUTE)), only_wire(handoff_wire(ROUTE, is_return=True))
    assert (there.head, there.stroke.ink, there.stroke.dash) == ("filled", "edge_handoff", ())
    assert (back.head, back.stroke.dash) == ("open", (6, 4))
    assert only_wire(handoff_wire(ROUTE, is_return=True, tone=Tone.PICKED)).stroke.ink == "accent"


def test_an_edge_without_a_way_is_not_drawn() -> None:
    assert reporting_wire(()) == handoff_wire(()) == ()
    assert marks.pulled_line((Point(0, 0),)) == marks.pulled_handoff((), "x") == ()


def test_a_pill_holds_what_and_how_fast() -> None:
    shapes = pill(Point(100, 50), "Qualified lead", "24 h")
    assert texts(shapes) == ["Qualified lead", "24 h"]
    assert icons(shapes) == ["timer"]
    (box,) = [shape for shape in shapes if isinstance(shape, Box)]
    assert box.rect.centre == pytest.approx((100, 50))
    assert box.rect.width >= width("Qualified lead24 h", 11, Weight.MEDIUM) + 16
    assert icons(pill(Point(0, 0), "Lead")) == []


def test_a_very_long_pill_is_cut() -> None:
    assert texts(pill(Point(0, 0), "x" * 200))[0].endswith("…")


def test_a_label_stands_on_the_longest_run() -> None:
    assert middle_of(longest_run(ROUTE)) == Point(100, 50)


def test_handoffs_are_called_by_their_object() -> None:
    catalogue = load()

    def named(what: str | None, limit: float | None = None) -> Handoff:
        return Handoff(HandoffId("h"), SeatId("a"), SeatId("b"), ObjectId(what) if what else None, limit_hours=limit)

    known = catalogue.objects[ObjectId("qualified_lead")]
    assert words.handoff_title(named("qualified_lead"), catalogue) == known.short_title
    assert words.handoff_title(named("cake"), catalogue) == "cake"
    assert words.handoff_title(named(None), catalogue).endswith("?")
    assert [words.hours(named(None, limit).limit_hours) for limit in (None, 24.0, 1.5)] == ["", "24 h", "1.5 h"]


def test_dates_are_written_out_and_other_words_kept() -> None:
    assert [words.day(text) for text in ("2027-12-24", "2027-13-24", "Q3", "")] == [
        "24 December 2027",
        "2027-13-24",
        "Q3",
        "",
    ]


def test_large_numbers_of_leads_are_shortened() -> None:
    assert [words.short_amount(value) for value in (950.0, 2_500.0, 3_000_000.0, 4e9)] == ["950", "2.5 k", "3 M", "4 G"]


def test_rings_lie_outside_the_card_one_round_the_other() -> None:
    (ring,), (outer,) = marks.selected(CARD), marks.focused(CARD)
    assert isinstance(ring, Box)
    assert isinstance(outer, Box)
    assert (ring.rect, outer.rect) == (CARD.grown(1), CARD.grown(5))


def test_a_held_port_is_told_from_a_free_one() -> None:
    held, free = marks.port(Point(0, 0), is_held=True)[0], marks.port(Point(0, 0))[0]
    assert held != free


def test_a_target_turns_accent_and_a_refusal_is_hatched() -> None:
    (box,) = marks.drop_allowed(CARD, 12)
    assert isinstance(box, Box)
    assert box.fill == "accent_tint"
    assert marks.drop_border(CARD) == marks.selected(CARD)
    hatch, border = marks.refused(CARD)
    assert isinstance(hatch, Hatch)
    assert isinstance(border, Box)
    assert border.stroke is not None
    assert border.stroke.ink == hatch.ink == "error"


def test_a_caret_lies_or_stands_with_a_dot_at_its_beginning() -> None:
    lying, dot = marks.caret(Rect(10, 100, 200, 0))
    assert lying == Box(Rect(10, 98.5, 200, 3), "accent", radius=1.5)
    assert dot == Dot(Point(10, 100), 5, "accent")
    standing, upper = marks.caret(Rect(10, 100, 0, 300))
    assert standing == Box(Rect(8.5, 100, 3, 300), "accent", radius=1.5)
    assert upper == Dot(Point(10, 100), 5, "accent")


@pytest.mark.parametrize("severity", ["error", "warning", "hint"])
def test_a_badge_differs_by_shape(severity: str) -> None:
    shapes = marks.badge(marks.badge_centre(CARD), severity, "frame_pod")
    assert shapes[0] == Dot(Point(294, 202), 12, "frame_pod")
    forms = {"error": Patch, "warning": Patch, "hint": Dot}
    assert isinstance(shapes[1], forms[severity])


def test_badges_of_different_severity_look_different() -> None:
    shapes = {severity: marks.badge(Point(0, 0), severity)[1] for severity in ("error", "warning", "hint")}
    octagon, triangle = shapes["error"], shapes["warning"]
    assert isinstance(octagon, Patch)
    assert isinstance(triangle, Patch)
    assert (len(octagon.points), len(triangle.points)) == (8, 3)


def test_a_note_says_what_letting_go_does() -> None:
    text = "Move to Göteborg, after Inbound SDR"
    box, _icon, _label = shapes = marks.note(Point(40, 60), text)
    assert texts(shapes) == [text]
    assert isinstance(box, Box)
    assert box.rect == marks.note_rect(Point(40, 60), text)
    assert box.rect.right >= 76 + width(text, 12, Weight.MEDIUM)
    assert icons(marks.note(Point(0, 0), "No", is_refused=True)) == ["ban"]


def test_the_longest_reason_still_fits_its_note() -> None:
    shapes = marks.note(Point(0, 0), "because " * 40, is_refused=True)
    assert texts(shapes)[0].endswith("…")
    box = shapes[0]
    assert isinstance(box, Box)
    assert box.rect.width < 520


def test_a_pulled_handoff_shows_its_label_before_the_drop() -> None:
    assert texts(marks.pulled_handoff(ROUTE, "Qualified lead", "24 h")) == ["Qualified lead", "24 h"]
    assert texts(marks.pulled_handoff(ROUTE)) == []
    refused = marks.pulled_handoff(ROUTE, is_refused=True)
    assert only_wire(refused).stroke.ink == "error"


def test_every_mark_uses_inks_of_the_theme() -> None:
    pen = Notebook()
    shapes = [
        *marks.hovered(CARD), *marks.left_behind(CARD), *marks.landing(CARD), *marks.band(CARD),
        *marks.pulled_line(ROUTE), *marks.pulled_line(ROUTE, is_refused=True), *pill(Point(0, 0), "x", "y", Tone.WRONG),
        *marks.note(Point(0, 0), "a"), *marks.badge(Point(0, 0), "warning"), *marks.badge(Point(0, 0), "hint"),
    ]  # fmt: skip
    draw(shapes, pen)
    assert pen.drawn == shapes
    colours = theme(ThemeName.LIGHT).colours
    for shape in shapes:
        stroke = getattr(shape, "stroke", None)
        inks = [getattr(shape, "ink", None), getattr(shape, "fill", None), stroke.ink if stroke else None]
        assert all(ink in colours for ink in inks if ink is not None)
