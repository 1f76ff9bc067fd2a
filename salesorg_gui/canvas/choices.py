"""The rows under a card that is being typed on: what the letters may mean, and which keys take it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.keys.draft import Offer
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.drawing.measure import SLACK
from salesorg_gui.drawing.shapes import Align, Box, Icon, Label, Shape, Stroke, Weight, draw
from salesorg_gui.drawing.text import SMALL, TINY, label, styled, text_width
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

ROW, FOOT, PAD, HALO = 32.0, 28.0, 6.0, 12.0
AWAY = 10
"""How far from the card the rows stand: clear of its ring."""
LEAST_WIDTH = 320.0
TITLE = styled(13.0, Weight.MEDIUM)
GAP = 12.0


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows, the one that would be taken, and the line below them."""

    rows: tuple[Offer, ...] = ()
    at: int = 0
    foot: str = ""

    @property
    def height(self) -> float:
        """How high all of it is, without its shadow."""
        rows = PAD + len(self.rows) * ROW + (PAD if self.rows else 0.0)
        return (rows if self.rows else PAD) + (FOOT if self.foot else 0.0)


class Choices(QWidget):
    """``taken`` carries the number of a row that was clicked, ``pointed`` one the pointer went to."""

    taken = Signal(int)
    pointed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self._palette = Palette(Paints(theme))
        self.setObjectName("card_choices")
        self.setAccessibleName(_("Matches"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.hide()

    def use_theme(self, theme: Theme) -> None:
        """Put other colours on."""
        self._palette = Palette(Paints(theme))
        self.update()

    def show_rows(self, rows: Sequence[Offer], at: int, foot: str) -> None:
        """Show these rows, one of them lit."""
        self._shown = Shown(tuple(rows), at, foot)
        self.update()

    def stand_at(self, card: QRect, room: QSize) -> None:
        """Stand under a card, or over it where there is no room below."""
        width = max(card.width() + 2 * HALO, min(self._width(), float(room.width())))
        height = self._shown.height + 2 * HALO
        below = card.bottom() + AWAY - HALO
        is_above = below + height > room.height() and card.top() - height > -HALO
        y = card.top() - AWAY - height + HALO if is_above else below
        x = max(-HALO, min(card.left() - HALO, room.width() - width + HALO))
        self.setGeometry(round(x), round(y), round(width), round(height))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw(self._shapes(), QtPen(painter, self._palette))

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row is not None:
            self.pointed.emit(row)

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.taken.emit(row)
        event.accept()

    def _row_at(self, spot: QPoint) -> int | None:
        row = int((spot.y() - HALO - PAD) // ROW)
        inside = HALO <= spot.x() < self.width() - HALO
        return row if inside and 0 <= row < len(self._shown.rows) else None

    def _width(self) -> float:
        rows = [text_width(row.title, TITLE) + text_width(row.word, SMALL) + 76.0 for row in self._shown.rows]
        return max([LEAST_WIDTH, *rows, text_width(self._shown.foot, TINY) * SLACK + 34.0]) + 2 * HALO

    def _shapes(self) -> list[Shape]:
        box = Rect(0.0, 0.0, self.width(), self.height()).grown(-HALO)
        ground = Box(box, "card", radius=12.0, shadow="card_hover")
        shapes: list[Shape] = [ground, Box(box.grown(-0.5), stroke=Stroke("line_strong"), radius=11.5)]
        for number, row in enumerate(self._shown.rows):
            place = Rect(box.x + PAD, box.y + PAD + number * ROW, box.width - 2 * PAD, ROW)
            shapes += self._row(row, place, is_lit=number == self._shown.at)
        if self._shown.foot:
            at = Point(box.x + 16.0, box.bottom - 10.0)
            shapes.append(label(self._shown.foot, at, box.width - 32.0, TINY, "text_3"))
        return shapes

    @staticmethod
    def _row(row: Offer, place: Rect, *, is_lit: bool) -> list[Shape]:
        shapes: list[Shape] = [Box(place, "accent_tint", radius=6.0)] if is_lit else []
        if row.icon:
            shapes.append(Icon(row.icon, Point(place.x + 10.0, place.y + 9.0), 14.0, row.ink))
        left, right, baseline = place.x + 34.0, place.right - 10.0, place.y + 20.5
        space = right - left
        if row.word:
            word: Label = label(row.word, Point(right, baseline), space * 0.55, SMALL, "text_3", Align.RIGHT)
            shapes.append(word)
            space -= text_width(word.text, SMALL) + GAP
        shapes.append(label(row.title, Point(left, baseline), space, TITLE, "text_1"))
        return shapes
