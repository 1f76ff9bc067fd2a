"""Lanes, gaps, headers and the strip of the Handoffs view, each drawn from its own corner."""

from dataclasses import dataclass

from salesorg_gui.drawing.cards import RADIUS, Detail, Shapes
from salesorg_gui.drawing.frames import AFAR_POD, PAD, POD_RADIUS
from salesorg_gui.drawing.shapes import Align, Box, Hatch, Icon, Ink, Label, Shape, Stroke, Weight
from salesorg_gui.drawing.text import CARD, SMALL, TINY, label, styled, text_width
from salesorg_gui.drawing.theme import TypeStyle
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

TITLE = 26.0
NEAR = styled(17.0, Weight.SEMIBOLD, -0.01)
NEAR_NOTE = styled(13.0, Weight.MEDIUM)
BETWEEN = 12.0
HEAD_HEIGHT = 56.0
RULE = 3.0
ICON = 20.0
LINE = 16.0
WIDE = 176.0
"""From this width on, a gap's icon stands beside its words."""


@dataclass(frozen=True, slots=True)
class LaneFace:
    """What a lane is called, and behind that in a fainter type whose it is and how many people work there."""

    title: str
    note: str


@dataclass(frozen=True, slots=True)
class HeadFace:
    """What stands over a column: the stages, how many work there, and the colour of their purpose."""

    title: str
    note: str
    ink: Ink


def lane_frame(face: LaneFace, size: Rect, detail: Detail, room: float) -> Shapes:
    """A lane with its name at the left, in as much room as nothing runs through."""
    box = Rect(0.0, 0.0, size.width, size.height)
    ground = Box(box.grown(-0.5), "frame_pod", Stroke("line"), POD_RADIUS)
    match detail:
        case Detail.FULL:
            return ground, *_title(face, room, CARD, TINY, TITLE)
        case Detail.COMPACT:
            return ground, *_title(face, room, NEAR, NEAR_NOTE, TITLE + 4.0)
        case Detail.FAR:
            return ground, label(face.title, Point(PAD, 34.0), room, AFAR_POD, "text_1")
        case Detail.BLOCK:
            return (ground,)  # from so far, names and totals lie over the cards


def _title(face: LaneFace, room: float, style: TypeStyle, faint: TypeStyle, baseline: float) -> tuple[Label, ...]:
    name = label(face.title, Point(PAD, baseline), room - PAD, style, "text_1")
    x = PAD + text_width(name.text, style) + BETWEEN
    return name, label(face.note, Point(x, baseline), max(room - x, 0.0), faint, "text_3")


def strip_frame(size: Rect, detail: Detail) -> Shapes:
    """Those with no part in the journey stand here, out of the way."""
    box = Rect(0.0, 0.0, size.width, size.height)
    ground = Box(box.grown(-0.5), None, Stroke("line", 1.0, (4.0, 4.0)), POD_RADIUS)
    style = {Detail.FULL: TINY, Detail.COMPACT: NEAR_NOTE}.get(detail, AFAR_POD)
    return ground, label(_("Not part of the journey"), Point(PAD, TITLE), size.width - 2 * PAD, style, "text_3")


def gap_box(stages: str, size: Rect, detail: Detail) -> Shapes:
    """Stages nobody covers: an empty place with the outline of a card."""
    box = Rect(0.0, 0.0, size.width, size.height).grown(-0.75)
    ground: Shapes = (
        Hatch(box, "line_strong", RADIUS),
        Box(box, None, Stroke("line_strong", 1.5, (6.0, 4.0)), RADIUS - 0.5),
    )
    if detail in {Detail.FAR, Detail.BLOCK}:
        return ground
    return *ground, *(_beside(stages, size) if size.width >= WIDE else _below(stages, size))


def _beside(stages: str, size: Rect) -> tuple[Shape, ...]:
    middle = size.height / 2
    x = PAD + ICON + 8.0
    words = _words(stages, size.width - x - PAD)
    width = max(text_width(line.text, style) for line, style in words)
    plate = Rect(PAD - 6.0, middle - 20.0, x + width + 12.0 - PAD, 40.0)
    icon = Icon("circle-dashed", Point(PAD, middle - ICON / 2), ICON, "text_2")
    return _plate(plate), icon, *_stood(words, x, middle, Align.LEFT)


def _below(stages: str, size: Rect) -> tuple[Shape, ...]:
    middle, centre = size.height / 2 + 12.0, size.width / 2
    words = _words(stages, size.width - 16.0)
    width = max(text_width(line.text, style) for line, style in words)
    plate = Rect(centre - width / 2 - 6.0, middle - 44.0, width + 12.0, 64.0)
    icon = Icon("circle-dashed", Point(centre - ICON / 2, middle - 40.0), ICON, "text_2")
    return _plate(plate), icon, *_stood(words, centre, middle, Align.CENTRE)


def _words(stages: str, space: float) -> list[tuple[Label, TypeStyle]]:
    rows: tuple[tuple[str, TypeStyle, Ink], ...] = (
        (_("Nobody covers"), SMALL, "text_2"),
        (stages, CARD, "text_1"),
    )
    return [(label(text, Point(0.0, 0.0), space, style, ink), style) for text, style, ink in rows]


def _stood(words: list[tuple[Label, TypeStyle]], x: float, middle: float, align: Align) -> tuple[Label, ...]:
    return tuple(
        one._replace(baseline=Point(x, middle - 4.0 + n * LINE), align=align) for n, (one, _style) in enumerate(words)
    )


def _plate(rect: Rect) -> Box:
    """Quiet ground behind words on a hatch."""
    return Box(rect, "frame_pod", radius=4.0)


def head(face: HeadFace, x: float, y: float, width: float, room: float) -> Shapes:
    """What stands over a column; its words may go on into the gutter as far as ``room``."""
    return (
        Box(Rect(x, y, width, RULE), face.ink, radius=RULE / 2),
        label(face.title, Point(x, y + 22.0), room, CARD, "text_1"),
        label(face.note, Point(x, y + 38.0), room, TINY, "text_2"),
    )
