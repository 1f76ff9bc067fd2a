"""Horizontal bars: how much something takes, against what there is for it."""

from dataclasses import dataclass

from salesorg_gui.drawing.graphs.graph import LINE, SMALL, STRONG, TEXT, Graph, Shapes, Spot, line_of, line_to, room_for
from salesorg_gui.drawing.graphs.keys import Sample, key_of
from salesorg_gui.drawing.graphs.scale import Scale, figure, sane, scale_of, with_unit
from salesorg_gui.drawing.load import load_step
from salesorg_gui.drawing.shapes import Box, Ink, Label, Shape, Stroke, Wire
from salesorg_gui.drawing.theme import TypeStyle
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

BAR, ROOM, GAP = 10.0, 16.0, 12.0
TICK = 2.0
WIDE_FROM = 520.0
"""From so many px on names stand beside their bars instead of above them."""
NAMES = 0.32


@dataclass(frozen=True, slots=True)
class Row:
    """One bar. ``limit`` is what there is: a tick, and the bar takes the colour of heat where it reaches beyond.

    ``shown`` stands for the numbers where they are not told as they are; ``note`` is a small line beneath.
    """

    name: str
    value: float
    limit: float | None = None
    shown: str = ""
    note: str = ""
    ink: Ink = ""
    key: str = ""

    @property
    def heat(self) -> int:
        """0 with room left to 3 far too much; 1 where nothing limits it."""
        value, limit = sane(self.value), self.limit
        if limit is None:
            return 1
        if sane(limit) <= 0:
            return 3 if value > 0 else 0
        return load_step(value / sane(limit))

    @property
    def colour(self) -> Ink:
        """What the bar is drawn in."""
        return f"heat_{self.heat}" if self.heat > 1 else self.ink or "heat_1"


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale, in the order given. ``of_value`` and ``of_limit`` say what bar and tick mean."""

    rows: tuple[Row, ...]
    unit: str = ""
    of_value: str = ""
    of_limit: str = ""

    def drawn(self, width: float) -> Graph:
        """One row each: the name, the numbers at the right, the bar under or between them."""
        shapes, top = self._key(width)
        scale = scale_of([number for row in self.rows for number in (row.value, row.limit or 0.0)])
        reach = [sane(number) for row in self.rows for number in (row.value, row.limit or 0.0)]
        span = Scale(min([0.0, *reach]), max([0.0, *reach]) or scale.high, scale.step)
        spots: list[Spot] = []
        for row in self.rows:
            made, bottom = (
                self._wide(row, top, width, span) if width >= WIDE_FROM else self._tall(row, top, width, span)
            )
            shapes += made
            spots.append(Spot(Rect(0.0, top, width, bottom - top), self._more(row, made), row.key))
            top = bottom
        return Graph(width, max(top, LINE), shapes, self._spoken(), tuple(spots))

    def _key(self, width: float) -> tuple[Shapes, float]:
        has_limit = any(row.limit is not None for row in self.rows)
        if not (self.of_value and self.of_limit and has_limit):
            return (), 0.0
        bar, tick = Sample(self.of_value, "heat_1", "bar"), Sample(self.of_limit, "text_1", "tick")
        return key_of((bar, tick), 0.0, 0.0, width)

    def _tall(self, row: Row, top: float, width: float, span: Scale) -> tuple[Shapes, float]:
        """The name and the numbers above the bar."""
        numbers = self._numbers(row)
        style, ink = _worn(row)
        taken = min(room_for(numbers, style), width * 0.6)
        shapes: list[Shape] = [
            line_of(row.name, 0.0, top, width - taken - GAP),
            line_to(numbers, width, top, taken, style, ink),
            *_bar(row, span.placed(0.0, width), top + LINE),
        ]
        top += LINE + ROOM
        if row.note:
            shapes.append(line_of(row.note, 0.0, top - 2.0, width, SMALL, "text_2"))
            top += LINE - 2.0
        return tuple(shapes), top + 6.0

    def _wide(self, row: Row, top: float, width: float, span: Scale) -> tuple[Shapes, float]:
        """The name, the bar and the numbers beside each other."""
        style, ink = _worn(row)
        taken = min(max(room_for(self._numbers(other), STRONG) for other in self.rows), width * 0.35)
        names = min(max(room_for(other.name) for other in self.rows), width * NAMES)
        shapes: list[Shape] = [
            line_of(row.name, 0.0, top + 4.0, names),
            line_to(self._numbers(row), width, top + 4.0, taken, style, ink),
            *_bar(row, span.placed(names + GAP, width - taken - GAP), top + 7.0),
        ]
        top += 28.0
        if row.note:
            shapes.append(line_of(row.note, names + GAP, top - 4.0, width - names - GAP, SMALL, "text_2"))
            top += LINE - 2.0
        return tuple(shapes), top

    def _more(self, row: Row, made: Shapes) -> str:
        """What a row could not say in the room it has; nothing where all of it stands there."""
        told = {shape.text for shape in made if isinstance(shape, Label)}
        whole = [part for part in (row.name, self._numbers(row), row.note) if part]
        return "" if told.issuperset(whole) else "\n".join(whole)

    def _numbers(self, row: Row) -> str:
        if row.shown:
            return row.shown
        if row.limit is None:
            return with_unit(row.value, self.unit, 2)
        limit = with_unit(row.limit, self.unit, 2)
        return _("{amount} of {limit}").format(amount=figure(row.value, 2), limit=limit).replace(" ", "\u00a0")

    def _spoken(self) -> str:
        return " ".join(
            f"{row.name}: {self._numbers(row)}." + (f" {row.note}" if row.note else "") for row in self.rows
        )


def _worn(row: Row) -> tuple[TypeStyle, Ink]:
    return (STRONG, f"heat_{row.heat}") if row.heat > 2 else (STRONG if row.heat > 1 else TEXT, "text_1")


def _bar(row: Row, span: Scale, top: float) -> Shapes:
    """The track, the bar from zero on, and the tick."""
    zero, end, y = span.at(0.0), span.at(row.value), top + (ROOM - BAR) / 2
    left, right = min(zero, end), max(zero, end)
    shapes: list[Shape] = [Box(Rect(span.start, y, span.end - span.start, BAR), "heat_0", radius=BAR / 2, opacity=0.6)]
    if right - left >= 1.0:
        shapes.append(Box(Rect(left, y, right - left, BAR), row.colour, radius=min(BAR, right - left) / 2))
    if span.low < 0:
        shapes.append(Wire((Point(zero, top), Point(zero, top + ROOM)), Stroke("line_strong"), 0.0))
    if row.limit is not None:
        x = min(max(span.at(row.limit) - TICK / 2, span.start), span.end - TICK)
        shapes.append(Box(Rect(x, top, TICK, ROOM), "text_1"))
    return tuple(shapes)
