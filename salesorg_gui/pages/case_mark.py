"""How a case ends and how a stage is done, as marks that are told apart by their shape."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.panels.badges import paint_badge
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.rules.finding import Severity
from salesorg_gui.study.cases.story import How
from salesorg_gui.study.cases.trial import Verdict

SIZE, WIDTH = 18, 28
MIDDLE = 14
"""Where the mark stands, from the top of its row."""
WRONG = frozenset({How.SEVERAL, How.OPEN})
ICONS = {How.ONE: "circle-check", How.DIVIDED: "git-fork", How.BEFORE: "log-in", How.BEHIND: "circle-dashed"}


def paint_verdict(painter: QPainter, verdict: Verdict, rect: QRectF, look: Look) -> None:
    """A tick, an octagon with a cross, or an open circle."""
    if verdict is Verdict.FAILS:
        paint_badge(painter, Severity.ERROR, rect, look)
    else:
        is_done = verdict is Verdict.PASSES
        paint_icon(painter, "circle-check" if is_done else "circle-dashed", rect, look.colour("text_2"))


class StageMark(QWidget):
    """The mark of one stage on the line of the journey, which is broken where nobody goes on."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._how = How.ONE
        self._is_first = self._is_last = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        look.changed.connect(self.update)

    def show_how(self, how: How, *, is_first: bool, is_last: bool) -> None:
        """Show how the stage is done."""
        self._how, self._is_first, self._is_last = how, is_first, is_last
        self.update()

    @guarded(default=QSize(WIDTH, 2 * MIDDLE))
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 2 * MIDDLE)

    @guarded(default=None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x, above, below = SIZE / 2 + 1, MIDDLE - SIZE / 2 - 2, MIDDLE + SIZE / 2 + 2
            is_open = self._how in {How.OPEN, How.BEHIND}
            style = Qt.PenStyle.DotLine if is_open else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._look.colour("line_strong"), 1.5, style))
            if not self._is_first:
                painter.drawLine(QPointF(x, 0), QPointF(x, above))
            if not self._is_last:
                painter.drawLine(QPointF(x, below), QPointF(x, self.height()))
            place = QRectF(1, MIDDLE - SIZE / 2, SIZE, SIZE)
            if self._how in WRONG:
                paint_badge(painter, Severity.ERROR, place, self._look)
            else:
                ink = "text_3" if self._how is How.BEHIND else "text_2"
                paint_icon(painter, ICONS[self._how], place, self._look.colour(ink))
