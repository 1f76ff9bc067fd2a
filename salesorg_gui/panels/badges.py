"""The marks of findings: an octagon for an error, a triangle for a warning, a lamp for a hint."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.rules.finding import Severity

OCTAGON = ((-4.2, -10), (4.2, -10), (10, -4.2), (10, 4.2), (4.2, 10), (-4.2, 10), (-10, 4.2), (-10, -4.2))


def paint_badge(painter: QPainter, severity: Severity, rect: QRectF, look: Look) -> None:
    """Draw the mark of a severity into a square; its own grid is 24 wide with the middle at 0, 0."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(rect.width() / 24, rect.height() / 24)
    match severity:
        case Severity.ERROR:
            _error(painter, look)
        case Severity.WARNING:
            _warning(painter, look)
        case Severity.HINT:
            _hint(painter, look)
    painter.restore()


def _error(painter: QPainter, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("error"))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in OCTAGON]))
    paint_icon(painter, "x", QRectF(-7, -7, 14, 14), look.colour("text_on_error"), 2.6)


def _warning(painter: QPainter, look: Look) -> None:
    triangle = QPainterPath(QPointF(0, -9.5))
    triangle.quadTo(1.3, -9.5, 2, -8.3)
    triangle.lineTo(10, 5.7)
    triangle.quadTo(11.6, 8.7, 8.2, 9)
    triangle.lineTo(-8.2, 9)
    triangle.quadTo(-11.6, 8.7, -10, 5.7)
    triangle.lineTo(-2, -8.3)
    triangle.quadTo(-1.3, -9.5, 0, -9.5)
    painter.setPen(QPen(look.colour("warning_edge"), 1.25))
    painter.setBrush(look.colour("warning"))
    painter.drawPath(triangle)
    mark = look.colour("warning_mark")
    painter.setPen(QPen(mark, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(0, -4), QPointF(0, 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(mark))
    painter.drawEllipse(QPointF(0, 5.6), 1.2, 1.2)


def _hint(painter: QPainter, look: Look) -> None:
    painter.setPen(QPen(look.colour("hint"), 1.5))
    painter.setBrush(look.colour("panel"))
    painter.drawEllipse(QPointF(0, 0), 9.25, 9.25)
    paint_icon(painter, "lightbulb", QRectF(-6, -6, 12, 12), look.colour("hint"), 2.2)


class Badge(QWidget):
    """The mark of one severity as a little widget."""

    def __init__(self, severity: Severity, look: Look, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity, self._look = severity, look
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: object) -> None:
        with QPainter(self) as painter:
            paint_badge(painter, self._severity, QRectF(self.rect()), self._look)
