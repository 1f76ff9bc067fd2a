"""Purposes without colour: the bars of cards as patterns a black printer can print."""

from collections.abc import Iterable, Iterator

from salesorg_gui.drawing.shapes import Bar, Box, Hatch, Part, Shape, Stroke, Wire
from salesorg_gui.layout.geometry import Point, Rect

STRIP = Rect(4.0, 10.0, 7.0, 10.0)
"""From the left and upper edge of the card, how wide, and from its lower edge."""
OUTLINE = Stroke("text_1", 0.7)
DOT_PITCH = 2.3
BARRED = (1.2, 1.5)


def without_colour(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """The shapes with a pattern in place of each purpose bar: dots find, solid closes, diagonals care, bars lead."""
    for shape in shapes:
        if isinstance(shape, Bar):
            yield from _strip(shape)
        elif isinstance(shape, Box) and shape.opacity < 1:
            yield shape._replace(opacity=1.0)
        elif isinstance(shape, Part):
            yield shape._replace(shapes=tuple(without_colour(shape.shapes)))
        else:
            yield shape


def _strip(bar: Bar) -> tuple[Shape, ...]:
    card = bar.rect
    strip = Rect(card.x + STRIP.x, card.y + STRIP.y, STRIP.width, max(card.height - 2 * STRIP.height, 1.0))
    return *pattern(strip, bar.fill.partition("_")[0]), Box(strip, stroke=OUTLINE)


def pattern(strip: Rect, purpose: str, scale: float = 1.0) -> tuple[Shape, ...]:
    """What fills a strip of a purpose; nothing for what supports. ``scale`` is how coarse, 1 being that of cards."""
    match purpose:
        case "find":
            return tuple(_dots(strip, scale))
        case "close":
            return (Box(strip, "text_1"),)
        case "care":
            return (Hatch(strip, "text_1", 0.0, 2.6 * scale, 0.8 * scale, 1.0),)
        case "lead":
            middle = strip.centre.x
            barred = Stroke("text_1", strip.width, tuple(length * scale for length in BARRED))
            return (Wire((Point(middle, strip.y), Point(middle, strip.bottom)), barred),)
        case _:
            return ()


def _dots(strip: Rect, scale: float) -> Iterator[Wire]:
    """Columns of round dots, as many as have room."""
    pitch = DOT_PITCH * scale
    dotted = Stroke("text_1", pitch / 2, (0.05, pitch), round_caps=True)
    columns = max(int(strip.width // pitch), 1)
    left = strip.centre.x - (columns - 1) * pitch / 2
    for n in range(columns):
        x = left + n * pitch
        yield Wire((Point(x, strip.y + pitch / 2), Point(x, strip.bottom - pitch / 2)), dotted)
