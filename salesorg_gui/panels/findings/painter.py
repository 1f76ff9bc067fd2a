"""Draws the rows of the panel: headings, folded rules, and findings with what, why and where."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from salesorg_gui.panels.badges import paint_badge
from salesorg_gui.panels.findings.grouping import Row, RowKind
from salesorg_gui.panels.findings.rows import Index, Rows
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.rules.finding import Finding, Severity

HEADING, ROW = 32, 36
EDGE, CHEVRON, BADGE, TEXT = 16, 16, 18, 48
INNER = 28
"""How far a finding stands in under its rule."""
WHERE_WIDTH = 200
NARROW = 640
"""With less room than this nobody is told where a finding is, beside what it says."""
LEAST, GAP = 40, 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowPainter(QStyledItemDelegate):
    """Draws one row. ``explained`` is the row whose explanation stands below it."""

    def __init__(self, look: Look, rows: Rows) -> None:
        super().__init__()
        self._look, self._rows = look, rows
        self.explained = -1

    def height(self, row: Row) -> int:
        """How high a row is."""
        return self._look.row(HEADING if row.kind is RowKind.HEADING else ROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._rows.row(index)
        return QSize(100, ROW if row is None else self.height(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row(index)
        if row is None:
            return
        painter.save()
        rect = option.rect
        self._ground(painter, option, is_explained=index.row() == self.explained)
        match row.kind:
            case RowKind.HEADING:
                self._heading(painter, rect, row)
            case RowKind.RULE:
                self._rule(painter, rect, row)
            case RowKind.FINDING:
                self._finding(painter, rect, row, is_explained=index.row() == self.explained)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_explained: bool) -> None:
        rect, state = option.rect, option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or is_explained:
            painter.fillRect(rect, self._look.colour("accent_tint"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.colour("hover"))
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), self._look.colour("line"))
        if is_selected and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._look.colour("accent"))

    def _heading(self, painter: QPainter, rect: QRect, row: Row) -> None:
        self._chevron(painter, rect, EDGE, is_open=row.is_open)
        room = QRect(rect.left() + EDGE + CHEVRON + 8, rect.top(), rect.width() - EDGE - CHEVRON - 24, rect.height())
        taken = self._write(painter, room, row.text, 12, "text_1", QFont.Weight.DemiBold)
        self._write(painter, room.adjusted(taken + 8, 0, 0, 0), str(row.number), 12, "text_3", QFont.Weight.Medium)

    def _rule(self, painter: QPainter, rect: QRect, row: Row) -> None:
        badge = self._badge(painter, rect, row.severity, EDGE)
        room = QRect(badge, rect.top(), rect.right() - badge - EDGE - CHEVRON - 8, rect.height())
        taken = self._write(painter, room, row.text, 13, "text_1", QFont.Weight.Medium)
        self._write(painter, room.adjusted(taken + 10, 0, 0, 0), f"× {row.number}", 13, "text_2")
        self._chevron(painter, rect, rect.width() - EDGE - CHEVRON, is_open=row.is_open)

    def _finding(self, painter: QPainter, rect: QRect, row: Row, *, is_explained: bool) -> None:
        finding = row.finding
        if finding is None:
            return
        left = self._badge(painter, rect, row.severity, EDGE + (INNER if row.inner else 0))
        right = rect.right() - EDGE - CHEVRON - GAP
        self._chevron(painter, rect, rect.width() - EDGE - CHEVRON, is_open=is_explained)
        if rect.width() > NARROW:
            place = QRect(right - WHERE_WIDTH, rect.top(), WHERE_WIDTH, rect.height())
            self._write(painter, place, self._rows.where(finding), 12, "text_2")
            right = place.left() - GAP
        title = "" if row.inner else finding.title
        if title:
            room = QRect(left, rect.top(), right - left, rect.height())
            left += self._write(painter, room, title, 13, "text_1", QFont.Weight.Medium) + GAP
        if right - left > LEAST:
            ink = "text_2" if title else "text_1"
            self._write(painter, QRect(left, rect.top(), right - left, rect.height()), said(finding), 13, ink)

    def is_cut(self, row: Row, width: int, font: QFont) -> bool:
        """Whether a finding says more than there is room for in a row of that width."""
        if row.finding is None:
            return False
        room = width - TEXT - EDGE - CHEVRON - 2 * GAP - (INNER if row.inner else GAP)
        room -= WHERE_WIDTH if width > NARROW else 0
        title = "" if row.inner else row.finding.title
        taken = QFontMetrics(_sized(font, 13, QFont.Weight.Medium)).horizontalAdvance(title)
        return taken + QFontMetrics(_sized(font, 13)).horizontalAdvance(said(row.finding)) > room

    def _badge(self, painter: QPainter, rect: QRect, severity: Severity | None, x: int) -> int:
        """Draw the mark of a severity; where the text begins."""
        if severity is not None:
            place = QRectF(rect.left() + x, rect.top() + (rect.height() - BADGE) // 2, BADGE, BADGE)
            paint_badge(painter, severity, place, self._look)
        return rect.left() + x + TEXT - EDGE

    def _chevron(self, painter: QPainter, rect: QRect, x: int, *, is_open: bool) -> None:
        place = QRectF(rect.left() + x, rect.top() + (rect.height() - CHEVRON) // 2, CHEVRON, CHEVRON)
        icon = "chevron-down" if is_open else "chevron-right"
        paint_icon(painter, icon, place, self._look.colour("text_3"))

    def _write(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        size: int,
        ink: str,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> int:
        """Write one line into a place and return the width it took."""
        painter.setFont(_sized(painter.font(), size, weight))
        painter.setPen(self._look.colour(ink))
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _LEFT, shown)
        return painter.fontMetrics().horizontalAdvance(shown)


def said(finding: Finding) -> str:
    """What a row says of a finding: what is wrong, or why that is fine."""
    return finding.accepted or finding.message


def _sized(font: QFont, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(font)
    made.setPixelSize(size)
    made.setWeight(weight)
    return made
