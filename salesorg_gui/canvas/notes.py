"""The note under what a hand holds, painted once and put down wherever the hand goes: its shadow takes long."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from salesorg_gui.canvas.camera import whole
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.drawing import marks
from salesorg_gui.drawing.shapes import draw
from salesorg_gui.layout.geometry import Point, Rect

RIM = 24.0
"""Room for the shadow around the note, in px of the screen."""


class Notes:
    """Keeps the picture of the last note while it says the same."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._look: tuple[str, bool, float] | None = None
        self._painted = QPixmap()

    def paint(self, painter: QPainter, room: Rect, text: str, *, is_refused: bool) -> None:
        """The note in its room of the screen, on whole px, so that its letters are sharp wherever it goes."""
        ratio = painter.device().devicePixelRatio()
        look = text, is_refused, ratio
        if look != self._look:
            self._look, self._painted = look, self._picture(room, text, ratio, is_refused=is_refused)
        corner = QPointF(whole((room.x - RIM) * ratio) / ratio, whole((room.y - RIM) * ratio) / ratio)
        painter.drawPixmap(corner, self._painted)

    def _picture(self, room: Rect, text: str, ratio: float, *, is_refused: bool) -> QPixmap:
        width, height = (round((side + 2 * RIM) * ratio) + 1 for side in room[2:])
        picture = QPixmap(width, height)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            draw(marks.note(Point(RIM, RIM), text, is_refused=is_refused), QtPen(painter, self._palette))
        return picture
