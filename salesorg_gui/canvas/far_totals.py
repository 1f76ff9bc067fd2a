"""Names and totals of frames seen from so far that their own headers cannot be read: small labels over the blocks.

They are as large on the screen at every zoom, and stand only where there is room for them.
"""

from collections.abc import Iterator, Mapping
from string import digits

from PySide6.QtGui import QPainter

from salesorg_gui.canvas.light import Light
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SegmentId
from salesorg_gui.drawing.cards import Shapes
from salesorg_gui.drawing.measure import elide
from salesorg_gui.drawing.shapes import Box, Label, Stroke, Weight, draw
from salesorg_gui.drawing.text import styled, text_width
from salesorg_gui.drawing.words import pod_title, segment_title
from salesorg_gui.layout.clearing import Taken
from salesorg_gui.layout.geometry import Point, Rect

TEXT = styled(11.0, Weight.SEMIBOLD)
HEIGHT, PAD, FROM_EDGE = 18.0, 6.0, 4.0
LEAST_SEGMENT = 72.0
"""Narrower segments, in px of the screen, have no label."""


class Totals:
    """Counts people's places once for each chart."""

    def __init__(self) -> None:
        self._chart = Chart()
        self._counts: dict[Key, int] = {}
        self._in_pods: Mapping[PodId, int] = {}

    def paint(self, painter: QPainter, palette: Palette, picture: Picture, seen: Rect, light: Light) -> None:
        """The labels of the frames in sight; the painter speaks in coordinates of the chart."""
        zoom = painter.worldTransform().m11()
        if picture.chart is not self._chart:
            self._chart, self._counts, self._in_pods = picture.chart, {}, _in_pods(picture.chart)
        placed = Taken()
        painter.save()
        painter.scale(1 / zoom, 1 / zoom)
        pen = QtPen(painter, palette)
        for key, room, text in self._labels(picture, seen, zoom):
            if next(placed.meeting(room), None) is None:
                painter.setOpacity(light.opacity(key))
                draw(_pill(text, room), pen)
                if key.kind is Kind.SEGMENT:
                    placed.add(room)
        painter.restore()

    def count(self, key: Key) -> int:
        """How many people's places a pod or segment has, those of frames within it included."""
        found = self._counts.get(key)
        if found is None:
            found = self._counts[key] = self._counted(key)
        return found

    def _counted(self, key: Key) -> int:
        chart = self._chart
        if key.kind is Kind.POD:
            return self._in_pods[PodId(key.id)]
        segment = SegmentId(key.id)
        pods = sum(self._in_pods[pod.id] for pod in chart.pods_in.get(segment, ()))
        return pods + sum(self.count(Key(Kind.SEGMENT, inner.id)) for inner in chart.segments_in.get(segment, ()))

    def _labels(self, picture: Picture, seen: Rect, zoom: float) -> Iterator[tuple[Key, Rect, str]]:
        """What there is to say, and where on the screen: segments first, from the outermost inwards, then pods."""
        frames = list(_large_enough(picture.layout.frames, seen, zoom))
        wide = [(key, room) for key, room in frames if key.kind is Kind.SEGMENT]
        for key, room in sorted(wide, key=lambda item: -item[1].width * item[1].height):
            segment = self._chart.segments[SegmentId(key.id)]
            title = f"{segment_title(segment, picture.catalogue)} · {self.count(key)}"
            text = elide(title, room.width - 4 * PAD, TEXT.size, TEXT.weight)
            width = text_width(text, TEXT) + 2 * PAD
            # On the upper edge: of a segment of segments at the right, where no inner one has its own.
            is_outer = bool(self._chart.segments_in.get(segment.id))
            x = room.right - width - FROM_EDGE if is_outer else room.x + FROM_EDGE
            yield key, Rect(x, room.y - HEIGHT / 2, width, HEIGHT), text
        for key, room in frames:
            text = self._pod_text(key, room.width - 2 * PAD) if key.kind is Kind.POD else ""
            if text:
                width = text_width(text, TEXT) + 2 * PAD
                yield key, Rect(room.centre.x - width / 2, room.centre.y - HEIGHT / 2, width, HEIGHT), text

    def _pod_text(self, key: Key, space: float) -> str:
        """Name and count, or the count alone, or nothing: whatever has room."""
        count = str(self.count(key))
        title = pod_title(self._chart.pods[PodId(key.id)])
        return next((text for text in (f"{title} · {count}", count) if text_width(text, TEXT) <= space), "")


def _in_pods(chart: Chart) -> Mapping[PodId, int]:
    """How many people's places each pod has."""
    counts = dict.fromkeys(chart.pods, 0)
    for seat in chart.seats.values():
        if seat.pod in counts:
            counts[seat.pod] += seat.headcount
    return counts


def _large_enough(frames: Mapping[Key, Rect], seen: Rect, zoom: float) -> Iterator[tuple[Key, Rect]]:
    """The frames in sight that may have room for a label, and where they are on the screen."""
    least_pod = min(text_width(digit, TEXT) for digit in digits) + 2 * PAD
    for key, rect in frames.items():
        _x, _y, width, height = rect
        if key.kind is Kind.POD:
            if height * zoom < HEIGHT or width * zoom < least_pod:
                continue
        elif width * zoom < LEAST_SEGMENT:
            continue
        if rect.meets(seen):
            yield key, Rect(rect.x * zoom, rect.y * zoom, width * zoom, height * zoom)


def _pill(text: str, room: Rect) -> Shapes:
    words = Label(text, Point(room.x + PAD, room.y + 13.0), TEXT.size, "text_1", TEXT.weight)
    return Box(room, "card", Stroke("line"), HEIGHT / 2), words
