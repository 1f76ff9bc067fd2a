"""What the colours mean, in a quiet line at the foot of a slide."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.drawing.cards import PURPOSE_ICONS
from salesorg_gui.drawing.colouring import BLANK, Category, ColourBy, Colouring
from salesorg_gui.panels.flow import Flow
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label

ROW, MARK, GAP = 24, 20, 8
PAD, RADIUS = 12, 12.0


class _Mark(QWidget):
    """The icon of a purpose, or a bar of the colour."""

    def __init__(self, look: Look, by: ColourBy, category: Category) -> None:
        super().__init__()
        self._look, self._by, self._category = look, by, category
        self.setFixedSize(QSize(MARK, ROW))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._by is ColourBy.PURPOSE:
                icon, ink = PURPOSE_ICONS[Purpose(self._category.value)], f"{self._category.family}_text"
                paint_icon(painter, icon, QRectF(0, 2, MARK, MARK), self._look.colour(ink))
                return
            ink = "line_strong" if self._category.family == BLANK else f"{self._category.family}_solid"
            painter.setPen(self._look.colour(ink))
            if self._category.family != BLANK:
                painter.setBrush(self._look.colour(ink))
            painter.drawRoundedRect(QRectF(6.5, 3.5, 8, 17), 2, 2)


class StageLegend(QWidget):
    """Made anew for every slide; it cannot be pressed."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._flow = Flow(self, 0)
        self._flow.setContentsMargins(PAD, PAD // 2, PAD, PAD // 2)
        self._colouring: Colouring | None = None
        self.setObjectName("stage_legend")
        look.changed.connect(self.update)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        paper = QRectF(self.childrenRect().adjusted(-PAD, -PAD // 2, PAD, PAD // 2))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("canvas"))
            painter.drawRoundedRect(paper, RADIUS, RADIUS)

    def height_for(self, width: int) -> int:
        """How high it is in that width."""
        return self._flow.heightForWidth(width) if width > 0 else 0

    def show_colouring(self, colouring: Colouring) -> None:
        """Name these colours."""
        told = self._colouring
        if told is not None and (told.by, told.categories) == (colouring.by, colouring.categories):
            return
        self._colouring = colouring
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for category in colouring.categories:
            self._flow.addWidget(self._pair(colouring.by, category))

    def _pair(self, by: ColourBy, category: Category) -> QWidget:
        """A mark with its word; a line never ends between them."""
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(GAP)
        word = Label(category.title, "presenter-label", "2")
        word.setFixedHeight(ROW)
        for part in (_Mark(self._look, by, category), word):
            row.addWidget(part)
        return pair
