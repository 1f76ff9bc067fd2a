"""Shows a graph of numbers in a page: as wide as the page, read aloud in words, more at the pointer."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from salesorg_gui.canvas.announcing import announce
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.drawing.graphs.graph import LEAST_WIDTH, Figure, Graph
from salesorg_gui.drawing.graphs.readout import readout
from salesorg_gui.drawing.shapes import Box, Stroke, draw
from salesorg_gui.drawing.theme import Theme, ThemeName, theme
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name

NOTHING = Graph(LEAST_WIDTH, 0.0, ())
USUAL_WIDTH = 400
EDGE = 4
"""Room for the ring of the keyboard around the graph."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
TAKE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class GraphView(QWidget):
    """Laid out anew when the width or the figure changes.

    ``pointed`` carries the key of what is pointed at, by pointer or arrow keys, empty for nothing; ``picked`` the key
    of what was clicked, or taken by Enter. What has no key is never picked.
    """

    pointed = Signal(str)
    picked = Signal(str)

    def __init__(self, look: Look, object_name: str, title: str, figure: Figure | None = None) -> None:
        super().__init__()
        self._look = look
        self._figure = figure
        self._graph = NOTHING
        self._at: int | None = None
        name(self, object_name, title)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._dress()
        look.changed.connect(self._dress)
        self._follow()

    @property
    def graph(self) -> Graph:
        """What is on show, as it is laid out."""
        return self._graph

    def show_figure(self, figure: Figure | None) -> None:
        """Show other numbers; nothing takes no room."""
        if figure != self._figure:
            self._figure = figure
            self._follow()

    def heightForWidth(self, width: int) -> int:
        return ceil(self._laid_out(width).height) + 2 * EDGE

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(USUAL_WIDTH, self.heightForWidth(self.width() or USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(LEAST_WIDTH) + 2 * EDGE, 0)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.translate(EDGE, EDGE)
            pen = QtPen(painter, self._palette)
            draw(self._graph.shapes, pen)
            if self._at is not None:
                draw(readout(self._graph, self._graph.spots[self._at]), pen)
            if self.hasFocus():
                frame = Rect(0.0, 0.0, self._graph.width, self._graph.height).grown(EDGE - 1.0)
                draw((Box(frame, None, Stroke("accent", 2.0), 6.0),), pen)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._spot_at(event))

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point(self._spot_at(event))
        event.accept()

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._spot_at(event) is not None:
            self._take()
        event.accept()

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point(None)
        self.update()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and self._graph.spots:
            self._step(STEPS[key])
        elif key in TAKE and self._at is not None:
            self._take()
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        last = len(self._graph.spots) - 1
        self._point(min(max(0, (self._at if self._at is not None else -1 if by > 0 else 1) + by), last))
        announce(self, self._graph.spots[self._at or 0].text.replace("\n", ", "))
        self.setAccessibleDescription(self._graph.spoken)

    def _take(self) -> None:
        key = self._graph.spots[self._at].key if self._at is not None else ""
        if key:
            self.picked.emit(key)

    def _spot_at(self, event: QMouseEvent) -> int | None:
        at = Point(event.position().x() - EDGE, event.position().y() - EDGE)
        return next((n for n, spot in enumerate(self._graph.spots) if spot.rect.contains(at)), None)

    def _point(self, at: int | None) -> None:
        if at == self._at:
            return
        self._at = at
        key = self._graph.spots[at].key if at is not None else ""
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        self.pointed.emit(key)
        self.update()

    def _follow(self) -> None:
        self._graph = NOTHING
        self._lay_out()
        self.updateGeometry()

    def _lay_out(self) -> None:
        self._graph = self._laid_out(self.width())
        if self._at is not None and self._at >= len(self._graph.spots):
            self._point(None)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._graph.spots else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(self._graph.spoken)
        self.update()

    def _laid_out(self, width: int) -> Graph:
        if self._figure is None:
            return NOTHING
        wide = max(LEAST_WIDTH, float(width - 2 * EDGE))
        return self._graph if self._graph.width == wide and self._graph is not NOTHING else self._figure.drawn(wide)

    @guarded(None)
    def _dress(self) -> None:
        """Wear the colours of the window; graphs cast no shadows."""
        usual = theme(ThemeName.LIGHT)
        self._palette = Palette(Paints(Theme(usual.name, self._look.colours, usual.elevations)))
        self.update()
