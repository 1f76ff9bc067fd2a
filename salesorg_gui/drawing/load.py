"""How full somebody's time is: a number and a small bar on the card, and how load colours a chart."""

from math import isfinite

from salesorg_gui.drawing.shapes import Align, Box, Ink, Shape, Weight
from salesorg_gui.drawing.text import TINY, label, styled, text_width
from salesorg_gui.layout.geometry import Point, Rect

LIGHT, HIGH, OVER = 0.6, 1.1, 1.2
"""From here a load is usual, high, too high. A little over 100 % is within what a planning figure can tell."""
BAR_WIDTH, BAR_HEIGHT, FULL = 32.0, 4.0, 0.8
"""The bar is full at 125 %; a tick at 100 % stands at four fifths of it."""
GAP = 6.0
TICK = Rect(0.0, -2.0, 1.0, 8.0)
MOST = 9.99
BOLD = styled(TINY.size, Weight.SEMIBOLD)

type Shapes = tuple[Shape, ...]


def load_step(load: float) -> int:
    """0 with room left, 1 usual, 2 high, 3 too high."""
    return sum(load >= LIGHT if limit == LIGHT else load > limit for limit in (LIGHT, HIGH, OVER))


def load_text(load: float) -> str:
    """The load in per cent; work without anybody to do it is endless."""
    return f"{round(min(load, MOST) * 100)} %" if isfinite(load) else "∞"


def load_row(load: float, right: float, baseline: float) -> tuple[Shapes, float]:
    """Number and bar, ending at ``right``; and where they begin."""
    step = load_step(load)
    ink: Ink = f"heat_{step}" if step > 1 else "text_3"
    style = BOLD if step > 2 else TINY
    text = load_text(load)
    bar = Rect(right - BAR_WIDTH, baseline - 6.0, BAR_WIDTH, BAR_HEIGHT)
    filled = Rect(bar.x, bar.y, bar.width * FULL * min(load, 1.0 / FULL), bar.height)
    tick = Rect(bar.x + bar.width * FULL, bar.y + TICK.y, TICK.width, TICK.height)
    shapes: list[Shape] = [Box(bar, "heat_0", radius=BAR_HEIGHT / 2)]
    if filled.width >= 1.0:
        shapes.append(Box(filled, f"heat_{max(1, step)}", radius=min(BAR_HEIGHT, filled.width) / 2))
    shapes.append(Box(tick, "text_2"))
    end = bar.x - GAP
    shapes.append(label(text, Point(end, baseline), right, style, ink, Align.RIGHT))
    return tuple(shapes), end - text_width(text, style) - GAP
