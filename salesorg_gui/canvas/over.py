"""What lies over the chart for a moment: rings, ports, caret, what a hand holds and the note under it.

Rings, ports and notes are as large on the screen at every zoom; what a hand holds is as large as the chart.
"""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtGui import QPainter

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.flow_heads import heads
from salesorg_gui.canvas.gestures.gesture import Ghost, Staging
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.canvas.showing import Showing, edges_of, port_spot, radius_of
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing import marks
from salesorg_gui.drawing.cards import RADIUS, Detail, detail_at
from salesorg_gui.drawing.frames import SEGMENT_RADIUS
from salesorg_gui.drawing.shapes import Box, Shape, draw
from salesorg_gui.layout.geometry import Point, Rect

HELD = 0.92
EDGE = 8.0
"""The note keeps this far from the edge of the screen."""
LEAST_RADIUS = 2.0


class Over:
    """Paints the upper coat."""

    def __init__(self, picture: Picture, palette: Palette) -> None:
        self._picture, self._palette = picture, palette

    def paint(self, painter: QPainter, camera: Camera, showing: Showing) -> None:
        """Everything that lies over the chart."""
        pen = QtPen(painter, self._palette)
        staging = showing.staging
        self._rings(pen, camera, showing)
        self._hover(pen, camera, showing)
        self._target(pen, camera, staging.landing)
        if self._picture.looks.flow is not None:
            draw(heads(self._picture.looks.flow, camera, painter.window().width()), pen)
        if staging.wire or staging.ghosts:
            self._carried(painter, camera, staging)
        if staging.origin is not None:
            draw(marks.port(camera.to_screen(staging.origin), is_held=False), pen)
        if staging.band is not None:
            draw(marks.band(camera.shown(staging.band)), pen)
        self._note(painter, pen, camera, staging)

    def _rings(self, pen: QtPen, camera: Camera, showing: Showing) -> None:
        carried = showing.staging.carried
        for key in sorted(showing.selected - carried):
            rect = self._shown(camera, showing, key)
            if rect is not None:
                draw(marks.selected(rect, _radius(key, camera)), pen)
        if showing.is_keyboard and showing.focus is not None and showing.focus not in carried:
            rect = self._shown(camera, showing, showing.focus)
            if rect is not None:
                draw(marks.focused(rect, _radius(showing.focus, camera)), pen)

    def _hover(self, pen: QtPen, camera: Camera, showing: Showing) -> None:
        key = showing.hovered
        if key is None or showing.staging.ghosts or showing.staging.wire:
            return
        rect = self._shown(camera, showing, key)
        if rect is None:
            return
        if key not in showing.selected:
            draw(marks.hovered(rect, _radius(key, camera)), pen)
        if detail_at(camera.zoom) in {Detail.FULL, Detail.COMPACT}:
            for edge in edges_of(key):
                draw(marks.port(port_spot(rect, edge), is_held=edge is showing.port), pen)

    def _target(self, pen: QtPen, camera: Camera, landing: Landing) -> None:
        """The card that would take it, the caret and the slot. Frames have shown themselves below the cards."""
        target = landing.target
        if target is not None and target in self._picture.layout.cards:
            rect = camera.shown(self._picture.layout.cards[target])
            radius = _radius(target, camera)
            draw(marks.refused(rect, radius) if landing.is_refused else marks.drop_border(rect, radius), pen)
        if landing.slot is not None:
            draw(marks.landing(camera.shown(landing.slot), max(LEAST_RADIUS, RADIUS * camera.zoom)), pen)
        if landing.caret is not None:
            start, end = (camera.to_screen(spot) for spot in landing.caret)
            draw(marks.caret(Rect(start.x, start.y, end.x - start.x, end.y - start.y)), pen)

    def _carried(self, painter: QPainter, camera: Camera, staging: Staging) -> None:
        painter.save()
        left, top = camera.to_screen(Point(0.0, 0.0))
        painter.translate(left, top)
        painter.scale(camera.zoom, camera.zoom)
        pen = QtPen(painter, self._palette)
        draw(staging.wire, pen)
        painter.setOpacity(HELD)
        for ghost in staging.ghosts:
            painter.save()
            painter.translate(ghost.rect.x, ghost.rect.y)
            draw(self._ghost_shapes(ghost, camera.zoom), pen)
            painter.restore()
        painter.restore()

    def _ghost_shapes(self, ghost: Ghost, zoom: float) -> Iterable[Shape]:
        """The card with the shadow of something held and the accent's ring; frames inside frames as they are."""
        shapes = ghost.shapes
        if ghost.key is not None:
            shapes = self._picture.sketch(ghost.key, detail_at(zoom)).shapes
        if not shapes:
            return ()
        if ghost.is_inner:
            return shapes
        rect = Rect(0.0, 0.0, ghost.rect.width, ghost.rect.height)
        radius = radius_of(ghost.key) if ghost.key is not None else _offered_radius(rect)
        first = shapes[0]
        if isinstance(first, Box):
            shapes = (replace(first, shadow="held", fill=first.fill or "card", opacity=1.0), *shapes[1:])
        return (*shapes, *marks.selected(rect, radius))

    def _note(self, painter: QPainter, pen: QtPen, camera: Camera, staging: Staging) -> None:
        text = staging.landing.note
        if not text or staging.note_at is None:
            return
        at = camera.to_screen(staging.note_at)
        size = marks.note_rect(at, text)
        area = painter.window()
        x = max(EDGE, min(at.x, area.width() - size.width - EDGE))
        y = max(EDGE, min(at.y, area.height() - size.height - EDGE))
        draw(marks.note(Point(x, y), text, is_refused=staging.landing.is_refused), pen)

    def _shown(self, camera: Camera, showing: Showing, key: Key) -> Rect | None:
        """Where a card or frame is on the screen; wires have no ring, they change their colour."""
        rect = self._picture.layout.rect(key)
        if rect is None:
            return None
        shift = showing.shifts.get(key) or showing.staging.landing.parted.get(key)
        return camera.shown(rect.moved(*shift) if shift else rect)


def _radius(key: Key, camera: Camera) -> float:
    return max(LEAST_RADIUS, radius_of(key) * camera.zoom)


def _offered_radius(rect: Rect) -> float:
    """Cards from the palette are as round as cards, frames as frames."""
    return RADIUS if rect.height < 2 * SEGMENT_RADIUS + 48 else SEGMENT_RADIUS
