"""The rows of the findings: mark, what and why, where, and a way to live with it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from salesorg_gui.i18n import _
from salesorg_gui.panels.badges import paint_badge
from salesorg_gui.panels.look import Look
from salesorg_gui.rules.finding import Finding, Severity

type Index = QModelIndex | QPersistentModelIndex

ROW = 36
WHERE_WIDTH, BUTTON_WIDTH = 190, 104
NARROW = 640
NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Row(NamedTuple):
    """A finding, and in words where it is."""

    finding: Finding
    where: str


class Rows(QAbstractListModel):
    """The findings as Qt's views see them."""

    def __init__(self, where: Callable[[Finding], str]) -> None:
        super().__init__()
        self._where = where
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        if tuple(findings) == self._findings:
            return
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The row behind an index; where it is is looked up only for rows somebody sees."""
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        return Row(finding, self._where(finding))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return " ".join((severity_title(row.finding.severity), row.finding.message, row.where, row.finding.fix))


def severity_title(severity: Severity) -> str:
    """What a severity is called, for those who cannot see its mark."""
    match severity:
        case Severity.ERROR:
            return _("Error.")
        case Severity.WARNING:
            return _("Warning.")
        case Severity.HINT:
            return _("Hint.")


def button_rect(row: QRect) -> QRect:
    """Where a row's button stands."""
    return QRect(row.right() - BUTTON_WIDTH - 12, row.top() + 4, BUTTON_WIDTH, row.height() - 8)


class RowPainter(QStyledItemDelegate):
    """Draws one finding."""

    def __init__(self, look: Look, rows: Rows) -> None:
        super().__init__()
        self._look, self._rows = look, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row(index)
        if row is None:
            return
        painter.save()
        rect, state = option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.colour("accent_tint"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.colour("hover"))
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), self._look.colour("line"))
        badge = QRectF(rect.left() + 16, rect.top() + (rect.height() - 18) // 2, 18, 18)
        paint_badge(painter, row.finding.severity, badge, self._look)
        self._texts(painter, rect, row)
        if row.finding.severity is not Severity.ERROR:
            self._button(painter, button_rect(rect), row.finding)
        painter.restore()

    def _texts(self, painter: QPainter, rect: QRect, row: Row) -> None:
        left, right = rect.left() + 48, button_rect(rect).left() - 12
        if rect.width() > NARROW:
            place = QRect(right - WHERE_WIDTH, rect.top(), WHERE_WIDTH, rect.height())
            self._write(painter, place, row.where, 12, "text_2")
            right = place.left() - 12
        title = row.finding.title or row.finding.message
        taken = self._write(
            painter, QRect(left, rect.top(), right - left, rect.height()), title, 13, "text_1", medium=True
        )
        left += taken + 10
        rest = row.finding.accepted or (row.finding.message if row.finding.title else row.finding.fix)
        if rest != title and right - left > 40:
            self._write(painter, QRect(left, rect.top(), right - left, rect.height()), rest, 13, "text_2")

    def _write(self, painter: QPainter, place: QRect, text: str, size: int, ink: str, *, medium: bool = False) -> int:
        """Write one line into a place and return the width it took."""
        font = QFont(painter.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.Medium if medium else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._look.colour(ink))
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    def _button(self, painter: QPainter, place: QRect, finding: Finding) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("line_strong"), 1))
        painter.setBrush(self._look.colour("card"))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(self._look.colour("text_1"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _("Show again") if finding.accepted else _("Accept"))


class FindingsView(QListView):
    """``picked`` carries the finding to show, ``button_pressed`` the one to accept or to show again.

    ``pointed_at`` carries the row under the pointer, or nothing.
    """

    picked = Signal(object)
    button_pressed = Signal(object)
    pointed_at = Signal(object)

    def __init__(self, look: Look, where: Callable[[Finding], str]) -> None:
        super().__init__()
        self.rows = Rows(where)
        self.setModel(self.rows)
        self._painter = RowPainter(look, self.rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.entered.connect(lambda index: self.pointed_at.emit(self.rows.row(index)))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        row = self.rows.row(index)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        is_button = row.finding.severity is not Severity.ERROR and button_rect(self.visualRect(index)).contains(spot)
        (self.button_pressed if is_button else self.picked).emit(row.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.rows.row(self.currentIndex())
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row is not None:
                self.picked.emit(row.finding)
            case Qt.Key.Key_A if row is not None and row.finding.severity is not Severity.ERROR:
                self.button_pressed.emit(row.finding)
            case _:
                super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
            self.pointed_at.emit(None)
        return super().viewportEvent(event)
