"""How often which value came up, with lines at the values one asks about: median, ninetieth of a hundred, limit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.graphs.graph import GRID, LINE, SMALL, Graph, Shapes, Spot, crisp, line_of, room_for
from salesorg_gui.drawing.graphs.keys import Sample, key_of
from salesorg_gui.drawing.graphs.scale import Scale, figure, sane, scale_of, with_unit
from salesorg_gui.drawing.shapes import Align, Box, Hatch, Ink, Shape, Stroke, Wire
from salesorg_gui.drawing.text import label
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

PLOT = 140.0
DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 4.0), (2.0, 3.0), (10.0, 3.0, 2.0, 3.0))


@dataclass(frozen=True, slots=True)
class Bin:
    """Values from ``low`` up to ``high``; one that is open holds all beyond too."""

    low: float
    high: float
    count: float
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A value with a name, drawn as an upright line."""

    name: str
    value: float
    ink: Ink = "text_1"


def binned(values: Sequence[float], most: int = 24, longest: float | None = None) -> tuple[Bin, ...]:
    """Values of 0 and more sorted into bins of a round width; what is over ``longest`` counts in the last bin."""
    kept = [max(0.0, sane(value)) for value in values]
    if not kept:
        return ()
    scale = scale_of([0.0, max(kept) if longest is None else min(max(kept), longest)], most)
    counts = [0] * (len(scale.ticks) - 1)
    for value in kept:
        counts[min(int((value - scale.low) / scale.step + 1e-9), len(counts) - 1)] += 1
    return tuple(Bin(low, low + scale.step, count) for low, count in zip(scale.ticks, counts, strict=False))


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bins side by side. What lies beyond ``limit`` takes the colour of heat and is hatched.

    ``of_count`` says what is counted ("leads"), ``unit`` what the values are ("h").
    """

    bins: tuple[Bin, ...]
    unit: str = ""
    of_count: str = ""
    marks: tuple[Mark, ...] = ()
    limit: Mark | None = None
    height: float = PLOT

    def drawn(self, width: float) -> Graph:
        """What is counted, the key of the lines, the plot with both axes."""
        shapes, top = self._head(width)
        counts = scale_of([one.count for one in self.bins], 4, in_wholes=True).placed(top + self.height, top + 6.0)
        left = max(room_for(text, SMALL) for text in counts.texts) + 8.0
        values = self._values().placed(left, width - 8.0)
        frame = Rect(left, top + 6.0, width - 8.0 - left, self.height - 6.0)
        drawn = [
            *shapes,
            *_levels(frame, counts, width),
            *_below(frame, values, self.unit, width),
            *self._columns(values, counts),
            *self._lines(frame, values),
        ]
        height = frame.bottom + LINE + 4.0
        return Graph(width, height, tuple(drawn), self._spoken(), tuple(self._spots(frame, values)))

    @property
    def _every_mark(self) -> tuple[Mark, ...]:
        return (*self.marks, self.limit) if self.limit is not None else self.marks

    def _head(self, width: float) -> tuple[Shapes, float]:
        shapes: list[Shape] = []
        top = 0.0
        if self.of_count:
            shapes.append(line_of(self.of_count, 0.0, 0.0, width, SMALL, "text_2"))
            top = LINE
        samples = [
            Sample(_named(mark, self.unit), mark.ink, "upright", _dash(number))
            for number, mark in enumerate(self._every_mark)
        ]
        if samples:
            made, top = key_of(samples, 0.0, top, width)
            shapes += made
        return tuple(shapes), top

    def _values(self) -> Scale:
        """From the first bin to the last, or to the last mark where that lies further."""
        ends = [end for one in self.bins for end in (one.low, one.high)]
        reach = [*ends, *(mark.value for mark in self._every_mark)]
        scale = scale_of(reach or [0.0, 1.0], 6)
        high = max([sane(value) for value in reach], default=1.0)
        return Scale(scale.low, max(high, scale.low + scale.step), scale.step)

    def _columns(self, values: Scale, counts: Scale) -> Iterator[Shape]:
        for one in self.bins:
            left, right = values.at(one.low), values.at(one.high)
            top, bottom = counts.at(one.count), counts.at(0.0)
            if bottom - top < 0.5:
                continue
            rect = Rect(left + 0.5, top, max(1.0, right - left - 1.0), bottom - top)
            is_late = self.limit is not None and one.low >= self.limit.value - 1e-9
            yield Box(rect, "heat_3" if is_late else "find_solid")
            if is_late:
                yield Hatch(rect, "panel", 0.0, 6.0, 1.5, 0.5)

    def _lines(self, frame: Rect, values: Scale) -> Iterator[Shape]:
        for number, mark in enumerate(self._every_mark):
            x = values.at(mark.value)
            ends = Point(x, frame.y), Point(x, frame.bottom)
            yield Wire(ends, Stroke(mark.ink, 2.0, _dash(number)), 0.0)

    def _spots(self, frame: Rect, values: Scale) -> Iterator[Spot]:
        for one in self.bins:
            left, right = values.at(one.low), values.at(one.high)
            yield Spot(Rect(left, frame.y, max(1.0, right - left), frame.height), self._said(one))

    def _said(self, one: Bin) -> str:
        if one.is_open:
            span = _("{low} and more").format(low=with_unit(one.low, self.unit, 2))
        else:
            span = _("{low} to {high}").format(low=figure(one.low, 2), high=with_unit(one.high, self.unit, 2))
        return _("{name}: {amount}").format(name=span, amount=with_unit(one.count, self.of_count))

    def _spoken(self) -> str:
        marks = (f"{_named(mark, self.unit)}." for mark in self._every_mark)
        return " ".join([*marks, *(f"{self._said(one)}." for one in self.bins if one.count)])


def _named(mark: Mark, unit: str) -> str:
    return f"{mark.name}\u00a0{with_unit(mark.value, unit, 2)}"


def _dash(number: int) -> tuple[float, ...]:
    return DASHES[number % len(DASHES)]


def _levels(frame: Rect, counts: Scale, width: float) -> Iterator[Shape]:
    for value, text in zip(counts.ticks, counts.texts, strict=True):
        y = crisp(counts.at(value))
        ink = "line_strong" if value == 0 else GRID
        yield Wire((Point(frame.x, y), Point(frame.right, y)), Stroke(ink, 1.0), 0.0)
        yield label(text, Point(frame.x - 8.0, y + 4.0), width, SMALL, "text_2", Align.RIGHT)


def _below(frame: Rect, values: Scale, unit: str, width: float) -> Iterator[Shape]:
    """The values under the axis, as many as have room; the last one says what they count."""
    texts = list(values.texts)
    texts[-1] = f"{texts[-1]}\u00a0{unit}" if unit else texts[-1]
    rooms = [min(room_for(text, SMALL), width / 2) for text in texts]
    places = [
        min(max(values.at(value) - wide / 2, 0.0), width - wide)
        for value, wide in zip(values.ticks, rooms, strict=True)
    ]
    taken = 0.0
    for n, (text, x, wide) in enumerate(zip(texts, places, rooms, strict=True)):
        is_last = n == len(texts) - 1
        if is_last or (x >= taken and x + wide + 8.0 <= places[-1]):
            yield line_of(text, x, frame.bottom + 4.0, wide, SMALL, "text_2")
            taken = x + wide + 8.0
