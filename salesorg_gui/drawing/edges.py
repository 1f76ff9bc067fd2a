"""Wires of reporting lines and handoffs, and the pills that name what is handed over."""

from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from salesorg_gui.domain.records import LineKind
from salesorg_gui.drawing.cards import Shapes
from salesorg_gui.drawing.shapes import Box, Icon, Ink, Shape, Stroke, Wire
from salesorg_gui.drawing.text import TINY, label, text_width
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.routes import Route

CORNER = 8.0
TIGHT_CORNER = 4.0
ARROW = 8.0
PILL_HEIGHT, PILL_PAD, PILL_RADIUS, PILL_ICON = 20.0, 8.0, 10.0, 12.0
PILL_MOST = 260.0
GROUND = 8.0
"""So much wider than itself is what a picked one lies on."""
THIN = 2.0
"""A thinner wire has a smaller arrow."""
AFTER_RETURN = 5.0


class Tone(StrEnum):
    """Why a wire looks as it does: at rest, of the selection, or wrong."""

    REST = "rest"
    PICKED = "picked"
    WRONG = "wrong"


INKS: dict[Tone, Ink | None] = {Tone.REST: None, Tone.PICKED: "accent", Tone.WRONG: "error"}


def reporting_wire(route: Route, kind: LineKind = LineKind.SOLID, tone: Tone = Tone.REST) -> Shapes:
    """A reporting line: solid, or round dots when it only advises."""
    if len(route) < 2:
        return ()
    ink = INKS[tone] or "edge"
    if kind is LineKind.DOTTED:
        width = 2.5 if tone is Tone.PICKED else 2.0
        return (Wire(route, Stroke(ink, width, (0.1, 4.0), round_caps=True), CORNER),)
    return (Wire(route, Stroke(ink, 2.5 if tone is Tone.PICKED else 1.5), CORNER),)


def handoff_wire(route: Route, *, is_return: bool = False, is_quiet: bool = False, tone: Tone = Tone.REST) -> Shapes:
    """A handoff with its arrow on the receiver's edge; what goes back is dashed and has an open arrow.

    A quiet one moves no customer on: it is thinner, and as grey as what goes back.
    """
    if len(route) < 2:
        return ()
    if is_return:
        stroke = Stroke(INKS[tone] or "text_3", 2.0 if tone is Tone.PICKED else 1.5, (6.0, 4.0))
        return (Wire(route, stroke, TIGHT_CORNER, "open"),)
    if is_quiet:
        stroke = Stroke(INKS[tone] or "text_3", 2.0 if tone is Tone.PICKED else 1.5)
        return (Wire(route, stroke, TIGHT_CORNER, "small"),)
    return (Wire(route, Stroke(INKS[tone] or "edge_handoff", 2.0), TIGHT_CORNER, "filled"),)


def stream_wire(route: Route, stroke: Stroke, *, is_return: bool = False, is_picked: bool = False) -> Shapes:
    """A handoff as wide as its flow in the colour of its load; a picked one lies on a pale ground of the accent."""
    if len(route) < 2:
        return ()
    head = "open" if is_return else "small" if stroke.width < THIN else "filled"
    drawn = replace(stroke, dash=(6.0, 4.0)) if is_return else stroke
    wire = Wire(route, drawn, TIGHT_CORNER, head)
    ground = Wire(route, Stroke("accent_tint", stroke.width + GROUND), TIGHT_CORNER, "")
    return (ground, wire) if is_picked else (wire,)


def pill(
    centre: Point,
    text: str,
    limit: str = "",
    tone: Tone = Tone.REST,
    *,
    is_return: bool = False,
    is_quiet: bool = False,
) -> Shapes:
    """What is handed over and how fast, in a rounded label around ``centre``; an icon marks what goes back."""
    grounds: dict[Tone, tuple[Ink, Ink, Ink, Ink]] = {
        Tone.REST: ("panel", "line_strong", "text_2" if is_quiet else "text_1", "text_3"),
        Tone.PICKED: ("accent_tint", "accent", "text_1", "text_3"),
        Tone.WRONG: ("error_tint", "error", "error_text", "error_text"),
    }
    fill, border, ink, faint = grounds[tone]
    tail = PILL_ICON + 3.0 + text_width(limit, TINY) if limit else 0.0
    words = label(text, centre, PILL_MOST - tail, TINY, ink)
    gap = 8.0 if limit else 0.0
    head = PILL_ICON + AFTER_RETURN if is_return else 0.0
    width = 2 * PILL_PAD + head + text_width(words.text, TINY) + gap + tail
    box = Rect(centre.x - width / 2, centre.y - PILL_HEIGHT / 2, width, PILL_HEIGHT)
    baseline = box.y + 14.0
    shapes: list[Shape] = [Box(box.grown(-0.5), fill, Stroke(border), PILL_RADIUS - 0.5)]
    if is_return:
        shapes.append(Icon("undo-2", Point(box.x + PILL_PAD, box.y + 4.0), PILL_ICON, ink))
    at = Point(box.x + PILL_PAD + head, baseline)
    shapes.append(words._replace(baseline=at))
    if limit:
        x = box.right - PILL_PAD - tail
        shapes.append(Icon("timer", Point(x, box.y + 4.0), PILL_ICON, faint))
        shapes.append(label(limit, Point(x + PILL_ICON + 3.0, baseline), tail, TINY, faint))
    return tuple(shapes)


def longest_run(route: Route) -> tuple[Point, Point]:
    """The longest straight part of a route, where a label stands; horizontal ones first among equals."""
    return max(
        pairwise(route), key=lambda run: (abs(run[0].x - run[1].x) + abs(run[0].y - run[1].y), abs(run[0].x - run[1].x))
    )


def middle_of(run: tuple[Point, Point]) -> Point:
    """The middle of a straight part."""
    return Point((run[0].x + run[1].x) / 2, (run[0].y + run[1].y) / 2)
