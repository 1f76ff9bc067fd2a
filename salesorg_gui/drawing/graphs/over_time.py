"""Numbers over months, days or hours: lines, steps, columns and stacked areas, on one axis."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, groupby

from salesorg_gui.drawing.graphs.ends import spread
from salesorg_gui.drawing.graphs.graph import GRID, LINE, SMALL, Graph, Shapes, Spot, crisp, line_of, room_for
from salesorg_gui.drawing.graphs.keys import DASHES, INKS, MARKS, WIDTH, Sample, key_of, mark_at, sample_at
from salesorg_gui.drawing.graphs.scale import Scale, sane, scale_of, with_unit
from salesorg_gui.drawing.shapes import Align, Box, Ink, Label, Patch, Shape, Stroke, Wire
from salesorg_gui.drawing.text import label
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

PLOT = 150.0
NAMED_FROM = 340.0
"""From so many px on lines are named at their ends."""
NAMES = 0.34
END_SAMPLE = 28.0
MARKED_FROM = 14.0
"""Marks closer together than this would run into each other; the last one of a line is always there."""
COLUMN, WIDEST_COLUMN = 0.64, 36.0


class Style(StrEnum):
    """How a series is drawn."""

    LINE = "line"
    STEP = "step"
    AREA = "area"
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Series:
    """A number at every time; ``None`` where it is not known. Without ink, dash or mark it gets the next free one."""

    name: str
    values: tuple[float | None, ...]
    style: Style = Style.LINE
    ink: Ink = ""
    dash: tuple[float, ...] | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class OverTime:
    """Series over the same times. ``stacked`` puts areas and columns on top of each other.

    ``limit`` is a line over the whole width, named in the key. ``in_wholes``: no step of the axis is under 1.
    ``hot`` are the numbers of times whose ground takes the colour of heat.
    """

    times: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    stacked: bool = False
    limit: float | None = None
    of_limit: str = ""
    in_wholes: bool = False
    height: float = PLOT
    decimals: int = 1
    hot: frozenset[int] = frozenset()

    def drawn(self, width: float) -> Graph:
        """The unit and the key, the plot with its axes, the names of lines at their ends."""
        worn = tuple(_worn(one, number) for number, one in enumerate(self.series))
        shapes, top = self._head(worn, width)
        scale = self._scale().placed(top + self.height, top + 6.0)
        left = max(room_for(text, SMALL) for text in scale.texts) + 8.0
        right = width - self._names(worn, width) - 6.0
        plot = _Plot(Rect(left, top + 6.0, right - left, self.height - 6.0), scale, max(1, len(self.times)))
        drawn = [
            *shapes,
            *_heated(plot, self.hot),
            *_grid(plot, width),
            *_times(plot, self.times, right),
            *self._limit_line(plot),
            *self._drawn_series(plot, worn),
        ]
        if self._is_named_at_ends(width):
            drawn += _ends(plot, worn, width)
        return Graph(width, top + self.height + LINE + 4.0, tuple(drawn), self._spoken(), self._spots(plot))

    def _head(self, worn: Sequence[Series], width: float) -> tuple[Shapes, float]:
        """The unit over the axis and, where lines are not named at their ends, the key."""
        shapes: list[Shape] = []
        top = 0.0
        alone = len(self.series) == 1 and self.series[0].name
        unit = _("{name}, {unit}").format(name=alone, unit=self.unit) if alone and self.unit else alone or self.unit
        if unit:
            shapes.append(line_of(unit, 0.0, 0.0, width, SMALL, "text_2"))
            top = LINE
        samples = [] if alone or self._is_named_at_ends(width) else [_sample(one) for one in worn]
        if self.limit is not None and self.of_limit:
            samples.append(Sample(self.of_limit, "error", "line", (6.0, 4.0)))
        if samples:
            made, top = key_of(samples, 0.0, top, width)
            shapes += made
        return tuple(shapes), top

    def _is_named_at_ends(self, width: float) -> bool:
        lines = all(one.style in {Style.LINE, Style.STEP} for one in self.series)
        return lines and len(self.series) > 1 and width >= NAMED_FROM and len(self.series) * LINE <= self.height

    def _names(self, worn: Sequence[Series], width: float) -> float:
        """How much room the names at the ends take."""
        if not self._is_named_at_ends(width):
            return 4.0
        return min(END_SAMPLE + max(room_for(one.name, SMALL) for one in worn), width * NAMES) + 8.0

    def _scale(self) -> Scale:
        values = [value for one in self.series for value in one.values if value is not None]
        if self.stacked:
            values = [value for row in self._floors() for value in row]
        if self.limit is not None:
            values.append(self.limit)
        return scale_of(values, 4, in_wholes=self.in_wholes)

    def _floors(self) -> list[tuple[float, ...]]:
        """Where each series of a stack begins at each time, and at last where all end."""
        stack = [tuple(max(0.0, _at(one, n)) for n in range(len(self.times))) for one in self.series]
        grown = zip(*(tuple(accumulate(column, initial=0.0)) for column in zip(*stack, strict=True)), strict=True)
        return list(grown)

    def _limit_line(self, plot: "_Plot") -> Iterator[Shape]:
        if self.limit is not None:
            yield plot.across(self.limit, Stroke("error", 1.5, (6.0, 4.0)))

    def _drawn_series(self, plot: "_Plot", worn: Sequence[Series]) -> Iterator[Shape]:
        if self.stacked and self.times:
            yield from _stack(plot, worn, self._floors())
            yield plot.across(0.0, Stroke("line_strong", 1.0))
            return
        columns = [one for one in worn if one.style is Style.COLUMN]
        for number, one in enumerate(columns):
            yield from _columns(plot, one, number, len(columns))
        for one in worn:
            if one.style is Style.AREA:
                yield from _area(plot, one)
        for one in worn:
            if one.style is not Style.COLUMN:
                yield from _line(plot, one)

    def _spots(self, plot: "_Plot") -> tuple[Spot, ...]:
        frame = plot.frame
        return tuple(
            Spot(Rect(plot.x(n) - plot.slot / 2, frame.y, plot.slot, frame.height), "\n".join((time, *self._said(n))))
            for n, time in enumerate(self.times)
        )

    def _said(self, number: int) -> Iterator[str]:
        for one in self.series:
            value = one.values[number] if number < len(one.values) else None
            if value is not None:
                amount = with_unit(value, self.unit, self.decimals)
                yield _("{name}: {amount}").format(name=one.name, amount=amount) if one.name else amount

    def _spoken(self) -> str:
        told = (f"{time}: {', '.join(self._said(n))}." for n, time in enumerate(self.times))
        limit = self.limit
        tail = [] if limit is None else [f"{self.of_limit}: {with_unit(limit, self.unit, self.decimals)}."]
        return " ".join([*told, *tail])


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where times and values stand."""

    frame: Rect
    scale: Scale
    count: int

    @property
    def slot(self) -> float:
        return self.frame.width / self.count

    def x(self, number: float) -> float:
        return self.frame.x + (number + 0.5) * self.slot

    def point(self, number: int, value: float) -> Point:
        return Point(self.x(number), self.scale.at(value))

    def across(self, value: float, stroke: Stroke) -> Wire:
        y = crisp(self.scale.at(value))
        return Wire((Point(self.frame.x, y), Point(self.frame.right, y)), stroke, 0.0)


def _worn(one: Series, number: int) -> Series:
    dash = one.dash if one.dash is not None else DASHES[number % len(DASHES)]
    mark = one.mark if one.mark is not None else MARKS[number % len(MARKS)]
    return Series(one.name, one.values, one.style, one.ink or INKS[number % len(INKS)], dash, mark)


def _sample(one: Series) -> Sample:
    kind = "mark" if one.style in {Style.LINE, Style.STEP} else "bar"
    return Sample(one.name, one.ink, kind, one.dash or (), one.mark or "")


def _at(one: Series, number: int) -> float:
    value = one.values[number] if number < len(one.values) else None
    return 0.0 if value is None else sane(value)


def _heated(plot: _Plot, hot: Iterable[int]) -> Iterator[Shape]:
    """The ground of times next to each other is one rectangle: between two a line would shine through."""
    seen = sorted(number for number in hot if 0 <= number < plot.count)
    for _gap, run in groupby(enumerate(seen), lambda pair: pair[1] - pair[0]):
        numbers = [number for _at, number in run]
        left = plot.x(numbers[0]) - plot.slot / 2
        yield Box(Rect(left, plot.frame.y, plot.slot * len(numbers), plot.frame.height), "heat_3_fill")


def _grid(plot: _Plot, width: float) -> Iterator[Shape]:
    for value, text in zip(plot.scale.ticks, plot.scale.texts, strict=True):
        is_zero = abs(value) < plot.scale.step / 2
        yield plot.across(value, Stroke("line_strong" if is_zero else GRID, 1.0))
        y = plot.scale.at(value) + 4.0
        yield label(text, Point(plot.frame.x - 8.0, y), width, SMALL, "text_2", Align.RIGHT)


def _times(plot: _Plot, times: Sequence[str], right: float) -> Iterator[Label]:
    """The names of the times, as many as have room."""
    if not times:
        return
    widest = max(room_for(text, SMALL) for text in times) + 10.0
    every = max(1, -int(-widest // plot.slot))
    top, taken = plot.frame.bottom + 4.0, 0.0
    for n in range(0, len(times), every):
        wide = min(room_for(times[n], SMALL), right)
        x = min(max(plot.x(n) - wide / 2, 0.0), right - wide)
        if x >= taken:
            yield line_of(times[n], x, top, wide, SMALL, "text_2")
            taken = x + wide + 6.0


def _runs(one: Series) -> Iterator[list[tuple[int, float]]]:
    """The stretches in which the value is known."""
    run: list[tuple[int, float]] = []
    for n, value in enumerate(one.values):
        if value is not None:
            run.append((n, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _line(plot: _Plot, one: Series) -> Iterator[Shape]:
    for run in _runs(one):
        points = _way(plot, one.style, run)
        if len(points) > 1:
            yield Wire(points, Stroke(one.ink, WIDTH, one.dash or ()), 0.0)
        every = run if plot.slot >= MARKED_FROM and one.style is Style.LINE else run[-1:]
        for n, value in every:
            yield from mark_at(one.mark or "", plot.point(n, value), one.ink)


def _way(plot: _Plot, style: Style, run: Sequence[tuple[int, float]]) -> tuple[Point, ...]:
    if style is not Style.STEP:
        return tuple(plot.point(n, value) for n, value in run)
    half = plot.slot / 2
    return tuple(
        Point(plot.x(n) + side, plot.scale.at(value)) for n, value in run for side in (-half, half)
    )  # fmt: skip


def _area(plot: _Plot, one: Series) -> Iterator[Shape]:
    for run in _runs(one):
        points = tuple(plot.point(n, value) for n, value in run)
        ground = tuple(Point(spot.x, plot.scale.at(0.0)) for spot in (points[-1], points[0]))
        yield Patch((*points, *ground), tint_of(one.ink))


def _columns(plot: _Plot, one: Series, number: int, count: int) -> Iterator[Shape]:
    room = min(plot.slot * COLUMN, WIDEST_COLUMN * count)
    wide, zero = room / count, plot.scale.at(0.0)
    for n, value in enumerate(one.values[: plot.count]):
        if value is None:
            continue
        x, y = plot.x(n) - room / 2 + number * wide, plot.scale.at(value)
        rect = Rect(x, min(y, zero), max(1.0, wide - 1.0), abs(zero - y))
        if rect.height >= 0.5:
            yield Box(rect, one.ink, radius=min(2.0, rect.height / 2))


def _stack(plot: _Plot, worn: Sequence[Series], floors: Sequence[tuple[float, ...]]) -> Iterator[Shape]:
    """Areas or columns over each other; each is parted from the next by a line of the ground."""
    for number, one in enumerate(worn):
        low, high = floors[number], floors[number + 1]
        if one.style is Style.COLUMN:
            yield from _stacked_columns(plot, one.ink, low, high)
            continue
        over = tuple(plot.point(n, value) for n, value in enumerate(high))
        under = tuple(plot.point(n, value) for n, value in reversed(list(enumerate(low))))
        if len(over) > 1 and any(b > a for a, b in zip(low, high, strict=True)):
            yield Patch((*over, *under), one.ink, Stroke("panel", 1.0))


def _stacked_columns(plot: _Plot, ink: Ink, low: Sequence[float], high: Sequence[float]) -> Iterator[Shape]:
    wide = min(plot.slot * COLUMN, WIDEST_COLUMN)
    for n, (start, end) in enumerate(zip(low, high, strict=True)):
        y, bottom = plot.scale.at(end), plot.scale.at(start)
        if bottom - y >= 0.5:
            yield Box(Rect(plot.x(n) - wide / 2, y, wide, bottom - y), ink, Stroke("panel", 1.0))


def _ends(plot: _Plot, worn: Sequence[Series], width: float) -> Iterator[Shape]:
    """The name of each line beside its end, moved apart where ends are close, with a sample of the line."""
    x = plot.frame.right + 10.0
    wanted = [plot.scale.at(next((v for v in reversed(one.values) if v is not None), 0.0)) for one in worn]
    for one, y in zip(worn, spread(wanted, LINE - 2.0, plot.frame.y + 4.0, plot.frame.bottom - 6.0), strict=True):
        yield from sample_at(_sample(one), x, y)
        yield line_of(one.name, x + END_SAMPLE, y - 10.0, width - x - END_SAMPLE, SMALL, "text_1")


def tint_of(ink: Ink) -> Ink:
    """The pale ground that goes with a colour."""
    family = ink.removesuffix("_solid")
    return f"{family}_tint" if ink.endswith("_solid") or ink in {"accent", "error", "warning"} else "heat_0"
