"""What lies over the chart for a moment: rings, ports, caret, what a hand holds and the note under it.

Rings, ports and notes are as large on the screen at every zoom; what a hand holds is as large as the chart.
"""

from collections.abc import Iterable

from PySide6.QtGui import QPainter

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.held import Held
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.canvas.many_rings import MANY, paint_many
from salesorg_gui.canvas.notes import Notes
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.canvas.showing import Showing, edges_of, port_spot, radius_of
from salesorg_gui.canvas.upper_rooms import note_room
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing import marks
from salesorg_gui.drawing.cards import RADIUS, Detail, detail_at
from salesorg_gui.drawing.shapes import Shape, draw
from salesorg_gui.layout.geometry import Point, Rect

LEAST_RADIUS = 2.0


class Over:
    """Paints the upper coat."""

    def __init__(self, picture: Picture, palette: Palette) -> None:
        self._picture, self._palette = picture, palette
        self._held, self._notes = Held(picture, palette), Notes(palette)

    def paint(self, painter: QPainter, camera: Camera, showing: Showing) -> None:
        """Everything that lies over the chart."""
        pen = QtPen(painter, self._palette)
        staging = showing.staging
        self._rings(painter, pen, camera, showing)
        self._hover(pen, camera, showing)
        self._target(pen, camera, staging.landing)
        if self._picture.looks.flow is not None:
            from salesorg_gui.canvas.flow_heads import heads  # noqa: PLC0415 -- loaded with the Handoffs view

            ground, words = heads(self._picture.looks.flow, camera, painter.window().width())
            draw(ground, pen)
            painter.setOpacity(showing.light.opacity(None))
            draw(words, pen)
            painter.setOpacity(1.0)
        for line in staging.landing.guides:
            draw(marks.guide((camera.to_screen(line[0]), camera.to_screen(line[1]))), pen)
        if staging.wire or staging.strings:
            self._strung(painter, camera, (*staging.strings, *staging.wire))
        if showing.outlook is not None:
            from salesorg_gui.canvas.outlook_paint import OutlookPainter  # noqa: PLC0415 -- not before somebody asks

            OutlookPainter(self._picture, pen, painter, camera).paint(showing.outlook, showing)
        self._held.paint(painter, camera, staging.ghosts)
        if staging.origin is not None:
            draw(marks.port(camera.to_screen(staging.origin), width=showing.port_width), pen)
        if staging.band is not None:
            draw(marks.band(camera.shown(staging.band)), pen)
        window = painter.window()
        room = note_room(showing, camera, (window.width(), window.height()))
        if room is not None:
            landing = staging.landing
            self._notes.paint(painter, room, landing.note, is_refused=landing.is_refused)

    def _rings(self, painter: QPainter, pen: QtPen, camera: Camera, showing: Showing) -> None:
        carried = showing.staging.carried
        picked = showing.selected - carried
        if showing.outlook is not None:
            picked -= showing.outlook.cards  # they wear the ring of what an edit would change
        if len(picked) > MANY:
            paint_many(painter, self._palette.paints, self._picture, camera, picked)
            picked = frozenset()
        for key in sorted(picked):
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
                is_held = edge is showing.port
                draw(marks.port(port_spot(rect, edge), is_held=is_held, width=showing.port_width), pen)

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

    def _strung(self, painter: QPainter, camera: Camera, shapes: Iterable[Shape]) -> None:
        """Lines as large as the chart."""
        painter.save()
        left, top = camera.to_screen(Point(0.0, 0.0))
        painter.translate(left, top)
        painter.scale(camera.zoom, camera.zoom)
        draw(shapes, QtPen(painter, self._palette))
        painter.restore()

    def _shown(self, camera: Camera, showing: Showing, key: Key) -> Rect | None:
        """Where a card or frame is on the screen; wires have no ring, they change their colour."""
        rect = self._picture.layout.rect(key)
        if rect is None:
            return None
        shift = showing.shifts.get(key) or showing.staging.landing.parted.get(key)
        return camera.shown(rect.moved(*shift) if shift else rect)


def _radius(key: Key, camera: Camera) -> float:
    return max(LEAST_RADIUS, radius_of(key) * camera.zoom)
