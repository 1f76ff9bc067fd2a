"""What the lines and colours of a graph mean: a row of samples with their names, and the ways lines are told apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from salesorg_gui.drawing.graphs.graph import LINE, SMALL, Shapes, line_of, room_for
from salesorg_gui.drawing.shapes import Box, Dot, Ink, Patch, Shape, Stroke, Wire
from salesorg_gui.layout.geometry import Point, Rect

SAMPLE, AFTER_SAMPLE, BETWEEN = 22.0, 6.0, 16.0
WIDTH = 2.0
INKS: tuple[Ink, ...] = ("accent", "close_solid", "care_solid", "lead_solid", "find_solid", "support_solid")
DASHES: tuple[tuple[float, ...], ...] = ((), (7.0, 4.0), (2.0, 3.0), (10.0, 3.0, 2.0, 3.0), (4.0, 2.0), (1.0, 4.0))
MARKS = ("disc", "ring", "square", "diamond", "disc", "ring")


@dataclass(frozen=True, slots=True)
class Sample:
    """A name and what it looks like: ``bar``, ``tick``, ``line``, ``mark`` (a line with its mark) or ``upright``."""

    name: str
    ink: Ink
    kind: str = "bar"
    dash: tuple[float, ...] = ()
    mark: str = ""


def key_of(samples: Iterable[Sample], x: float, top: float, width: float) -> tuple[Shapes, float]:
    """The samples from left to right in as many rows of 20 as they need; and where the next thing begins."""
    shapes: list[Shape] = []
    at = x
    for sample in samples:
        name = room_for(sample.name, SMALL)
        if at > x and at + SAMPLE + AFTER_SAMPLE + name > x + width:
            at, top = x, top + LINE
        shapes += sample_at(sample, at, top + LINE / 2)
        space = x + width - at - SAMPLE - AFTER_SAMPLE
        shapes.append(line_of(sample.name, at + SAMPLE + AFTER_SAMPLE, top, min(name, space), SMALL, "text_1"))
        at += SAMPLE + AFTER_SAMPLE + name + BETWEEN
    return tuple(shapes), top + LINE + 4.0


def sample_at(sample: Sample, x: float, middle: float) -> Shapes:
    """The look alone, 22 wide around ``middle``."""
    match sample.kind:
        case "bar":
            return (Box(Rect(x, middle - 5.0, SAMPLE, 10.0), sample.ink, radius=3.0),)
        case "tick":
            return (Box(Rect(x + SAMPLE / 2 - 1.0, middle - 8.0, 2.0, 16.0), sample.ink),)
        case "upright":
            points = Point(x + SAMPLE / 2, middle - 8.0), Point(x + SAMPLE / 2, middle + 8.0)
            return (Wire(points, Stroke(sample.ink, WIDTH, sample.dash), 0.0),)
        case _:
            ends = Point(x, middle), Point(x + SAMPLE, middle)
            line = Wire(ends, Stroke(sample.ink, WIDTH, sample.dash), 0.0)
            return line, *mark_at(sample.mark, Point(x + SAMPLE / 2, middle), sample.ink)


def mark_at(mark: str, at: Point, ink: Ink) -> Shapes:
    """The mark of a series at one of its points; nothing for no mark."""
    match mark:
        case "disc":
            return (Dot(at, 3.5, ink),)
        case "ring":
            return (Dot(at, 3.5, "panel", Stroke(ink, 1.5)),)
        case "square":
            return (Box(Rect(at.x - 3.0, at.y - 3.0, 6.0, 6.0), ink),)
        case "diamond":
            return (Patch(_diamond(at, 4.5), "panel", Stroke(ink, 1.5)),)
        case _:
            return ()


def _diamond(at: Point, reach: float) -> tuple[Point, ...]:
    return (
        Point(at.x, at.y - reach),
        Point(at.x + reach, at.y),
        Point(at.x, at.y + reach),
        Point(at.x - reach, at.y),
    )
