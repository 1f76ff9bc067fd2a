"""What lies over cards and frames for a moment: rings, ports, drop targets, carets, refusals, badges, drag notes.

All are drawn at their place on the board, from the rectangles of what they mark.
"""

from math import cos, pi, sin

from salesorg_gui.domain.records import LineKind
from salesorg_gui.drawing.cards import RADIUS, Shapes
from salesorg_gui.drawing.edges import Tone, handoff_wire, longest_run, middle_of, pill
from salesorg_gui.drawing.shapes import Box, Dot, Hatch, Icon, Ink, Patch, Stroke, Weight, Wire
from salesorg_gui.drawing.text import label, styled, text_width
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.routes import Route

PORT = 10.0
BADGE = 20.0
NOTE_HEIGHT, NOTE_GAP, NOTE_MOST = 32.0, 16.0, 460.0
NOTE_STYLE = styled(12.0, Weight.MEDIUM)
CARET = 3.0


def selected(rect: Rect, radius: float = RADIUS) -> Shapes:
    """The ring around what is selected."""
    return (Box(rect.grown(1.0), stroke=Stroke("accent", 2.0), radius=radius + 1.0),)


def focused(rect: Rect, radius: float = RADIUS) -> Shapes:
    """The second ring, around what the keyboard acts on."""
    return (Box(rect.grown(5.0), stroke=Stroke("accent", 2.0), radius=radius + 5.0),)


def hovered(rect: Rect, radius: float = RADIUS) -> Shapes:
    """A stronger border under the pointer."""
    return (Box(rect.grown(-0.5), stroke=Stroke("line_strong"), radius=radius - 0.5),)


def port(spot: Point, *, is_held: bool = False, width: float = PORT) -> Shapes:
    """A port on a card's edge."""
    return (Dot(spot, width / 2, "accent" if is_held else "card", Stroke("accent", 2.0)),)


def drop_allowed(frame: Rect, radius: float) -> Shapes:
    """A frame that would take what the hand holds; painted over the frame and under its cards."""
    return (Box(frame.grown(-0.5), "accent_tint", Stroke("accent", 2.0), radius),)


def drop_border(rect: Rect, radius: float = RADIUS) -> Shapes:
    """The same on top of a card, where a fill would hide the text."""
    return selected(rect, radius)


def refused(rect: Rect, radius: float = RADIUS) -> Shapes:
    """What cannot take what the hand holds."""
    ring = rect.grown(1.0)
    return Hatch(ring, "error", radius + 1.0), Box(ring, stroke=Stroke("error", 2.0), radius=radius + 1.0)


def caret(line: Rect) -> Shapes:
    """Where a drop would land: a bar along the longer side of ``line`` with a dot at its beginning."""
    if line.width >= line.height:
        bar = Rect(line.x, line.centre.y - CARET / 2, line.width, CARET)
        start = Point(line.x, line.centre.y)
    else:
        bar = Rect(line.centre.x - CARET / 2, line.y, CARET, line.height)
        start = Point(line.centre.x, line.y)
    return Box(bar, "accent", radius=CARET / 2), Dot(start, 5.0, "accent")


def guide(line: tuple[Point, Point]) -> Shapes:
    """The line something is aligned to."""
    return (Wire(line, Stroke("accent", 1.0), 0.0),)


def string(route: Route, kind: LineKind) -> Shapes:
    """A reporting line of a card that is in the hand."""
    if len(route) < 2:
        return ()
    dash = (0.1, 4.0) if kind is LineKind.DOTTED else ()
    return (Wire(route, Stroke("accent", 1.0, dash, round_caps=bool(dash)), 8.0),)


def left_behind(rect: Rect, radius: float = RADIUS) -> Shapes:
    """The outline that stays where a card was taken from."""
    return (Box(rect.grown(-0.75), stroke=Stroke("line_strong", 1.0, (4.0, 4.0)), radius=radius - 0.5),)


def landing(rect: Rect, radius: float = RADIUS) -> Shapes:
    """The slot a new card will take."""
    inner = rect.grown(-0.75)
    dashes = Stroke("accent", 1.5, (4.0, 4.0))
    return Box(inner, "card", radius=radius - 0.5, opacity=0.6), Box(inner, stroke=dashes, radius=radius - 0.5)


def coming(rect: Rect, radius: float = RADIUS) -> Shapes:
    """Around what an edit would bring or change."""
    ring = rect.grown(3.0)
    dashes = Stroke("accent", 2.0, (6.0, 4.0))
    return (Box(ring, stroke=dashes, radius=radius + 3.0),)


def going(rect: Rect, radius: float = RADIUS) -> Shapes:
    """Over what an edit would take away."""
    inner = rect.grown(-0.75)
    dashes = Stroke("line_strong", 1.0, (4.0, 4.0))
    return Box(inner, "canvas", radius=radius - 0.5, opacity=0.7), Box(inner, stroke=dashes, radius=radius - 0.5)


def struck(spot: Point) -> Shapes:
    """The cross on what an edit would take away."""
    cross = Icon("x", Point(spot.x - 7.0, spot.y - 7.0), 14.0, "error")
    return Dot(spot, 10.0, "canvas", Stroke("error", 1.5)), cross


def lost(route: Route, wider: float = 1.0) -> Shapes:
    """The way of a line or handoff that an edit would take away."""
    dashes = Stroke("text_2", 1.5 * wider, (2.0 * wider, 4.0 * wider))
    return (Wire(route, dashes, 8.0),) if len(route) > 1 else ()


def expected(stroke: Stroke, wider: float = 1.0) -> Stroke:
    """The stroke of a line or handoff that an edit would draw: dashed, round dots stay dots."""
    width = max(stroke.width, 2.0) * wider
    dash = stroke.dash if stroke.round_caps else (6.0, 4.0)
    return Stroke("accent", width, tuple(part * wider for part in dash), stroke.round_caps)


def band(rect: Rect) -> Shapes:
    """The rubber band."""
    return Box(rect, "accent_tint", opacity=0.45), Box(rect, stroke=Stroke("accent"))


def badge_centre(card: Rect) -> Point:
    """Where a finding's badge stands: on the top right corner, a little inside."""
    return Point(card.right - 6.0, card.y + 2.0)


def badge(centre: Point, severity: str, ground: Ink = "canvas") -> Shapes:
    """A finding: octagon, triangle or bulb, with a ring of the ground's colour around it."""
    ring = Dot(centre, 12.0, ground)
    match severity:
        case "error":
            octagon = _regular(centre, 10.8, 8, pi / 8)
            cross = Icon("x", Point(centre.x - 7.0, centre.y - 7.0), 14.0, "text_on_error")
            return ring, Patch(octagon, "error", corner=1.0), cross
        case "warning":
            x, y = centre
            corners = (Point(x, y - 9.6), Point(x + 11.2, y + 9.6), Point(x - 11.2, y + 9.6))
            stroke = Stroke("warning_edge", 1.25)
            bar = Wire((Point(x, y - 2.5), Point(x, y + 3.0)), Stroke("warning_mark", 2.0, round_caps=True), 0.0)
            dot = Dot(Point(x, y + 6.6), 1.2, "warning_mark")
            return ring, Patch(corners, "warning", stroke, 2.5), bar, dot
        case _:
            disc = Dot(centre, 9.25, "panel", Stroke("hint", 1.5))
            return ring, disc, Icon("lightbulb", Point(centre.x - 6.0, centre.y - 6.0), 12.0, "hint")


def _regular(centre: Point, radius: float, corners: int, turn: float) -> tuple[Point, ...]:
    angles = (turn + 2 * pi * n / corners for n in range(corners))
    return tuple(Point(centre.x + radius * cos(angle), centre.y + radius * sin(angle)) for angle in angles)


def note_rect(at: Point, text: str) -> Rect:
    """The room of a drag's note whose top left corner is at ``at``."""
    return Rect(at.x, at.y, min(text_width(text, NOTE_STYLE), NOTE_MOST) * 1.01 + 36.0 + 13.0, NOTE_HEIGHT)


def note(at: Point, text: str, *, is_refused: bool = False) -> Shapes:
    """What letting go would do, or why it cannot be done."""
    box = note_rect(at, text)
    ground, ink, icon = ("error", "text_on_error", "ban") if is_refused else ("text_1", "panel", "arrow-right")
    words = label(text, Point(at.x + 36.0, at.y + 20.0), box.width - 48.0, NOTE_STYLE, ink)
    return (
        Box(box, ground, radius=8.0, shadow="card_hover"),
        Icon(icon, Point(at.x + 12.0, at.y + 8.0), 16.0, ink),
        words,
    )


def pulled_handoff(route: Route, text: str = "", limit: str = "", *, is_refused: bool = False) -> Shapes:
    """A handoff while it is being pulled, with the label it will get."""
    tone = Tone.WRONG if is_refused else Tone.PICKED
    wire = handoff_wire(route, tone=tone)
    return (*wire, *pill(middle_of(longest_run(route)), text, limit, tone)) if text and len(route) > 1 else wire


def pulled_line(route: Route, *, is_refused: bool = False) -> Shapes:
    """A reporting line while it is being pulled."""
    return (Wire(route, Stroke("error" if is_refused else "accent", 2.0), 8.0),) if len(route) > 1 else ()
