"""The lower coat, kept as a picture a little larger than the viewport that moves with the camera.

Whoever pans sees what is painted already, pushed along; only the strip that comes into sight is painted, and a little
ahead of it. Where the chart changed, the picture is mended. While the wheel turns it can be shown scaled for a moment.

All places are whole px of the device on the plane of the zoomed chart, so that paint can be moved without a difference.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from salesorg_gui.canvas.camera import Camera

AHEAD = 192
"""So many px beyond the viewport the picture reaches, and so many are painted ahead of a pan."""
MOST_AREAS = 48
"""More worn areas than this are mended as one."""
EACH = 60_000
"""Painting an area costs as much as so many px, besides its own."""


class LowerCoat(Protocol):
    """Who paints the picture."""

    def paint_lower(self, painter: QPainter, camera: Camera, area: QRectF) -> None:
        """The ground and the chart, as far as they lie in an area of whole px of the screen."""
        ...


class Sheet:
    """Knows which part of itself is painted, and paints no more than is asked for."""

    def __init__(self, coat: LowerCoat) -> None:
        self._coat = coat
        self._picture = QPixmap()
        self._zoom = self._ratio = 1.0
        self._corner = QPoint()
        self._ready = QRect()
        self._worn: list[QRect] = []
        self._under: list[tuple[QRect, QPixmap]] = []
        self._is_laid, self._still = False, QRect()

    @property
    def ready(self) -> QRect:
        """What is painted, on the plane of the zoomed chart."""
        return self._ready

    def forget(self) -> None:
        """All of it has to be painted anew."""
        self._ready = QRect()
        self._worn.clear()
        self._drop_under()

    def wear(self, areas: Iterable[QRect]) -> None:
        """The chart looks different in these areas of the plane."""
        areas = list(areas)
        if any(area.intersects(kept) for kept, _picture in self._under for area in areas):
            self._drop_under()
        self._worn += [seen for area in areas if not (seen := area.intersected(self._ready)).isEmpty()]

    def lay(self, areas: Iterable[QRect]) -> None:
        """The chart looks different in these areas for a moment: what is painted there, nothing of it worn, is kept."""
        known = {area.getRect(): picture for area, picture in self._under}
        found = self._as_laid(areas)
        self._under = [(area, known.get(area.getRect()) or self._copied(area)) for area in found]
        self._still = self._still.intersected(self._ready) if self._is_laid else self._ready
        self._is_laid = True
        self._worn += found

    def lift(self, but: Iterable[QRect]) -> bool:
        """Put back what was kept, but where the chart looks different for longer; whether anything had been kept.

        What came into sight since is worn.
        """
        if not self._is_laid:
            return False
        staying = self._as_laid(but)
        with QPainter(self._picture) as painter:
            for area, picture in self._under:
                if area not in staying:
                    self._put_back(painter, area, picture)
        self._under = [kept for kept in self._under if kept[0] in staying]
        return True

    def _put_back(self, painter: QPainter, area: QRect, picture: QPixmap) -> None:
        whole = area.intersected(self._still)
        source = QRectF(whole.translated(-area.topLeft()))
        room = QRectF(QPointF(whole.topLeft() - self._corner) / self._ratio, source.size() / self._ratio)
        painter.drawPixmap(room, picture, source)
        self._worn += [part.intersected(self._ready) for part in beyond(area, whole)]

    def _as_laid(self, areas: Iterable[QRect]) -> list[QRect]:
        return apart([seen for area in areas if not (seen := area.intersected(self._ready)).isEmpty()])

    def _copied(self, area: QRect) -> QPixmap:
        return self._picture.copy(area.translated(-self._corner))

    def _drop_under(self) -> None:
        self._under.clear()
        self._is_laid = False

    def scale_for(self, camera: Camera, ratio: float) -> float | None:
        """How much larger the camera sees what is painted; nothing is painted, or for another screen: ``None``."""
        return camera.zoom / self._zoom if not self._ready.isEmpty() and ratio == self._ratio else None

    def hold(self, camera: Camera, size: QSize, ratio: float) -> None:
        """Have painted what the camera sees on a screen of that size, with so many px of the device to each of its."""
        if (camera.zoom, ratio) != (self._zoom, self._ratio):
            self._zoom, self._ratio = camera.zoom, ratio
            self.forget()
        seen = QRect(QPoint(*camera.corner(ratio)), (size.toSizeF() * ratio).toSize())
        self._stretch(seen)
        self._mend(seen)
        self._still = self._still.intersected(self._ready)
        self._reach(seen)

    def put(self, painter: QPainter, camera: Camera) -> None:
        """Show it where the camera looks."""
        away = self._corner - QPoint(*camera.corner(self._ratio))
        painter.drawPixmap(QPointF(away) / self._ratio, self._picture)

    def put_scaled(self, painter: QPainter, camera: Camera) -> QRectF:
        """Show what is painted as that camera sees it, coarsely; the room of the screen it fills."""
        scale = camera.zoom / self._zoom
        corner = QPointF(self._ready.topLeft()) * (scale / self._ratio)
        corner -= QPointF(camera.x * camera.zoom, camera.y * camera.zoom)
        room = QRectF(corner, self._ready.size().toSizeF() * (scale / self._ratio))
        painter.drawPixmap(room, self._picture, QRectF(self._ready.translated(-self._corner)))
        return room

    def _stretch(self, seen: QRect) -> None:
        """Reach over all that is seen: what is painted moves along; the room left lies where the pan goes."""
        size = seen.size() + QSize(2 * AHEAD, 2 * AHEAD)
        if size != self._picture.size() or not self._ready.intersects(seen):
            self.forget()
            self._corner = seen.topLeft() - QPoint(AHEAD, AHEAD)
            if size != self._picture.size():
                self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(self._ratio)
            return
        corner = QPoint(_start(seen.x(), self._corner.x()), _start(seen.y(), self._corner.y()))
        if corner != self._corner:
            way = self._corner - corner
            kept = self._ready.intersected(QRect(corner, size))
            room = kept.translated(-self._corner)
            self._picture.scroll(way.x(), way.y(), room.united(room.translated(way)))
            self._corner, self._ready = corner, kept

    def _mend(self, seen: QRect) -> None:
        """Paint anew where it is worn: overlapping and many areas as one; out of sight it is forgotten."""
        if not self._worn:
            return
        worn, self._worn = self._worn, []
        if sum(_px(area) - _px(area.intersected(seen)) for area in worn) > EACH:
            self._ready = self._ready.intersected(seen)
        areas = [shown for area in worn if not (shown := area.intersected(self._ready)).isEmpty()]
        self._paint_in(apart(areas))

    def _reach(self, seen: QRect) -> None:
        """Paint what is seen and not painted yet."""
        ready = self._ready
        if ready.contains(seen):
            return
        if ready.isEmpty():
            wanted = seen
        else:
            wanted = ready.united(seen).adjusted(
                -AHEAD if seen.left() < ready.left() else 0,
                -AHEAD if seen.top() < ready.top() else 0,
                AHEAD if seen.right() > ready.right() else 0,
                AHEAD if seen.bottom() > ready.bottom() else 0,
            )
            wanted = wanted.intersected(QRect(self._corner, self._picture.size()))
        self._paint_in(beyond(wanted, ready))
        self._ready = wanted

    def _paint_in(self, areas: Sequence[QRect]) -> None:
        scale = self._zoom * self._ratio
        camera = Camera(self._zoom, self._corner.x() / scale, self._corner.y() / scale)
        with QPainter(self._picture) as painter:
            for area in areas:
                if not area.isEmpty():
                    place = area.translated(-self._corner)
                    room = QRectF(QPointF(place.topLeft()) / self._ratio, place.size().toSizeF() / self._ratio)
                    painter.setClipRect(room)
                    self._coat.paint_lower(painter, camera, room)


def _start(seen: int, corner: int) -> int:
    """Where the picture begins along one way, for what is seen to lie in it."""
    if seen < corner:
        return seen - 2 * AHEAD
    return seen if seen > corner + 2 * AHEAD else corner


def apart(areas: Sequence[QRect]) -> list[QRect]:
    """The areas; those that overlap, or that are painted sooner as one, are united, and very many are one."""
    if len(areas) > MOST_AREAS:
        return [reduce(QRect.united, areas)]
    found: list[QRect] = []
    for area in areas:
        whole = area
        while True:
            hit = next((other for other in found if _is_sooner_as_one(other, whole)), None)
            if hit is None:
                break
            found.remove(hit)
            whole = whole.united(hit)
        found.append(whole)
    return found


def _is_sooner_as_one(one: QRect, other: QRect) -> bool:
    whole = one.united(other)
    return one.intersects(other) or _px(whole) <= _px(one) + _px(other) + EACH


def _px(area: QRect) -> int:
    return area.width() * area.height()


def beyond(outer: QRect, inner: QRect) -> list[QRect]:
    """What of the outer rectangle the inner one leaves free: bands above and below it, pieces left and right of it."""
    inner = inner.intersected(outer)
    if inner.isEmpty():
        return [outer]
    width, height = outer.width(), inner.height()
    bands = (
        QRect(outer.x(), outer.y(), width, inner.y() - outer.y()),
        QRect(outer.x(), inner.y(), inner.x() - outer.x(), height),
        QRect(inner.right() + 1, inner.y(), outer.right() - inner.right(), height),
        QRect(outer.x(), inner.bottom() + 1, width, outer.bottom() - inner.bottom()),
    )
    return [band for band in bands if not band.isEmpty()]
