"""A calendar of rows: what lasts from when to when, beside today."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil

from salesorg_gui.drawing.graphs.graph import GRID, LINE, SMALL, TEXT, Graph, Shapes, Spot, crisp, line_of, room_for
from salesorg_gui.drawing.graphs.months import Month, month_name
from salesorg_gui.drawing.shapes import Box, Ink, Patch, Shape, Stroke, Wire
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

BAR, PAD = 22.0, 6.0
WIDE_FROM = 560.0
NAMES = 0.32
STRONG: Mapping[str, Ink] = {"accent": "accent", "error": "error", "warning": "warning_edge", "hint": "hint"}
"""Outlines in colours that have no ``_solid``."""


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last. One day alone is a diamond. What is not sure yet has a dashed outline."""

    start: date
    end: date
    text: str = ""
    family: Ink = "accent"
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A name and what happens; spans follow each other without overlapping."""

    name: str
    spans: tuple[Span, ...]
    note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Rows under the months from ``first`` on; what lies outside is cut off at the edge."""

    rows: tuple[CalendarRow, ...]
    first: Month
    months: int = 12
    today: date | None = None

    def drawn(self, width: float) -> Graph:
        """The months above, then row by row: the name beside its spans, or above them where it is narrow."""
        is_wide = width >= WIDE_FROM
        names = self._name_room(width) if is_wide else 0.0
        top = LINE if self._is_today_seen else 0.0
        frame = Rect(names, top, width - names, 0.0)
        shapes: list[Shape] = [*self._heads(frame), *self._today_named(frame)]
        spots: list[Spot] = []
        top += LINE + PAD
        for row in self.rows:
            bars = top if is_wide else top + LINE
            bottom = bars + BAR + PAD + (LINE if row.note else 0.0)
            shapes += self._ground(frame, bars)
            shapes += self._row(row, frame, top, is_wide=is_wide)
            spots.append(Spot(Rect(0.0, top, width, bottom - top), self._said(row, "\n"), row.key))
            top = bottom + PAD
        return Graph(width, top, tuple(shapes), " ".join(self._said(row, " ") for row in self.rows), tuple(spots))

    @property
    def _days(self) -> int:
        return (self._month(self.months).start - self.first.start).days

    def _month(self, number: int) -> Month:
        return self.first.later(number)

    def _name_room(self, width: float) -> float:
        widest = max((room_for(row.name) for row in self.rows), default=0.0)
        return min(widest + 16.0, width * NAMES)

    def _x(self, frame: Rect, day: date) -> float:
        share = (day - self.first.start).days / self._days
        return frame.x + frame.width * max(0.0, min(1.0, share))

    def _heads(self, frame: Rect) -> Iterator[Shape]:
        """The months; a year stands where it begins. So many are left out that none touches the next."""
        slot = frame.width / self.months
        texts = [self._head(number) for number in range(self.months)]
        every = max(1, ceil((max(room_for(text, SMALL) for text in texts) + 8.0) / slot))
        for number in range(0, self.months, every):
            x = frame.x + number * slot
            yield line_of(texts[number], x + 2.0, frame.y, min(every * slot, frame.right - x) - 4.0, SMALL, "text_2")

    def _head(self, number: int) -> str:
        month = self._month(number)
        name = month_name(month.month)
        return f"{name}\u00a0{month.year}" if number == 0 or month.month == 1 else name

    @property
    def _is_today_seen(self) -> bool:
        return self.today is not None and 0 <= (self.today - self.first.start).days < self._days

    def _today_at(self, frame: Rect) -> float:
        x = self._x(frame, self.today) if self.today is not None else frame.x
        return min(max(x, frame.x + 1.0), frame.right - 1.0)

    def _today_named(self, frame: Rect) -> Iterator[Shape]:
        if not self._is_today_seen:
            return
        text, x = _("Today"), self._today_at(frame)
        wide = room_for(text, SMALL)
        yield line_of(text, min(max(x - wide / 2, 0.0), frame.right - wide), 0.0, wide, SMALL, "accent_text")

    def _ground(self, frame: Rect, top: float) -> Iterator[Shape]:
        """The months behind the spans of a row, and today: not behind words."""
        slot = frame.width / self.months
        for number in range(self.months + 1):
            x = crisp(min(frame.x + number * slot, frame.right - 1.0))
            yield Wire((Point(x, top - 2.0), Point(x, top + BAR + 2.0)), Stroke(GRID, 1.0), 0.0)
        if self._is_today_seen:
            x = self._today_at(frame)
            yield Wire((Point(x, top - 3.0), Point(x, top + BAR + 3.0)), Stroke("accent", 2.0), 0.0)

    def _row(self, row: CalendarRow, frame: Rect, top: float, *, is_wide: bool) -> Iterator[Shape]:
        if is_wide:
            yield line_of(row.name, 0.0, top + 1.0, frame.x - 12.0, TEXT)
        else:
            yield line_of(row.name, 0.0, top, frame.width, TEXT)
            top += LINE
        rects = [self._rect(span, frame, top) for span in row.spans]
        ends = [*(rect.x for rect in rects[1:]), frame.right]
        for span, rect, room in zip(row.spans, rects, ends, strict=False):
            if self._is_seen(span):
                yield from _drawn(span, rect, room)
        if row.note:
            yield line_of(row.note, frame.x, top + BAR + 2.0, frame.width, SMALL, "text_2")

    def _is_seen(self, span: Span) -> bool:
        return span.end >= self.first.start and span.start < self._month(self.months).start

    def _rect(self, span: Span, frame: Rect, top: float) -> Rect:
        left = self._x(frame, span.start)
        if span.start >= span.end:
            middle = min(max(left, frame.x + BAR / 2), frame.right - BAR / 2)
            return Rect(middle - BAR / 2, top, BAR, BAR)
        wide = max(self._x(frame, span.end) - left, 3.0)
        return Rect(min(left, frame.right - wide), top, wide, BAR)

    def _said(self, row: CalendarRow, between: str) -> str:
        told = [_told(span) for span in row.spans]
        return between.join(part for part in (row.name, *told, row.note) if part)


def _told(span: Span) -> str:
    when = _dated(span.start)
    if span.start < span.end:
        when = _("{start} to {end}").format(start=when, end=_dated(span.end))
    return _("{name}: {amount}").format(name=span.text, amount=when) if span.text else when


def _dated(day: date) -> str:
    return f"{day.day}\u00a0{month_name(day.month)}\u00a0{day.year}"


def _drawn(span: Span, rect: Rect, room: float) -> Shapes:
    """The bar or diamond, and its text inside, or behind it where there is room up to the next one."""
    strong = STRONG.get(span.family, f"{span.family}_solid")
    stroke = Stroke(strong, 1.5, () if span.is_sure else (4.0, 3.0))
    if span.start >= span.end:
        return (
            Patch(_diamond(rect), strong if span.is_sure else "panel", Stroke(strong, 1.5)),
            *_text(span.text, rect.right + 4.0, rect.y, room),
        )
    inner = Rect(rect.x + 0.75, rect.y + 0.75, max(1.0, rect.width - 1.5), rect.height - 1.5)
    bar = Box(inner, f"{span.family}_tint", stroke, radius=min(4.0, inner.width / 2))
    if room_for(span.text, SMALL) + 14.0 <= rect.width:
        return bar, line_of(span.text, rect.x + 7.0, rect.y + 1.0, rect.width - 12.0, SMALL)
    return bar, *_text(span.text, rect.right + 4.0, rect.y, room)


def _text(text: str, x: float, top: float, room: float) -> Shapes:
    fits = text and x + room_for(text, SMALL) <= room
    return (line_of(text, x, top + 1.0, room - x, SMALL),) if fits else ()


def _diamond(rect: Rect) -> tuple[Point, ...]:
    (x, y), reach = rect.centre, rect.height / 2 - 4.0
    return (Point(x, y - reach), Point(x + reach, y), Point(x, y + reach), Point(x - reach, y))
