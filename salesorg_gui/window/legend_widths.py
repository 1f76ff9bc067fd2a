"""What the width of a handoff means while the chart tells its load: a sample of each width, and from how many on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.drawing.streams import WIDTHS, Widths
from salesorg_gui.i18n import _
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Label, Paragraph

ROW, LEFT, SAMPLE = 22, 16, 32
AFTER = 12


class WidthRow(QWidget):
    """One width."""

    def __init__(self, look: Look, width: float) -> None:
        super().__init__()
        self._look, self._width, self._text = look, width, ""
        self.setObjectName(f"legend_width_{width:g}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Height(self, look, ROW)
        look.changed.connect(self.update)

    def say(self, text: str) -> None:
        """Stand for so many."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("load_1_solid"))
            painter.drawRect(QRectF(LEFT, middle - self._width / 2, SAMPLE, self._width))
            painter.setPen(QPen(self._look.colour("text_1")))
            room = QRectF(LEFT + SAMPLE + AFTER, 0, self.width() - LEFT - SAMPLE - 2 * AFTER, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)


class LegendWidths(QWidget):
    """The widths of handoffs, widest first, and what their colour is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("legend_widths")
        self._rows = [WidthRow(look, width) for width in reversed(WIDTHS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(0)
        title = Label(_("Handoffs, how many a month"), "small", "2")
        title.setContentsMargins(LEFT, 0, LEFT, 2)
        column.addWidget(title)
        for row in self._rows:
            column.addWidget(row)
        note = Paragraph(
            _("Their colour: how full the receiver's time is, or how much of the time limit the wait takes."),
            "small",
            "2",
        )
        note.setObjectName("legend_heat")
        note.setContentsMargins(LEFT, 4, AFTER, 4)
        column.addWidget(note)
        self.hide()

    def show_widths(self, widths: Widths | None) -> None:
        """Say what the widths mean; nothing where nothing flows."""
        limits = widths.limits if widths is not None else ()
        self.setVisible(bool(limits))
        if limits:
            less = _("under {count}").format(count=shown(limits[0]))
            more = [_("{count} and more").format(count=shown(limit)) for limit in limits]
            for row, text in zip(self._rows, [*reversed(more), less], strict=True):
                row.say(text)
