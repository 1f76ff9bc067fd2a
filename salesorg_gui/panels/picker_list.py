"""The rows of the picker: an icon, a name whose found letters stand out, where it is, and its key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from salesorg_gui.catalogue.ranking import spans
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look

type Index = QModelIndex | QPersistentModelIndex

ROW, AIR = 40, 8
EDGE, ICON, GAP = 16, 16, 12
LEAST_DETAIL = 60
"""With less room than this the place of a thing is not shown beside its name."""
NOWHERE = QModelIndex()
MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to take: its name, where it is, its key. With a ``reason`` it cannot be taken now."""

    text: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    value: object = None
    reason: str = ""


class PickRows(QAbstractListModel):
    """The rows as Qt's views see them."""

    def __init__(self) -> None:
        super().__init__()
        self._picks: Sequence[Pick] = ()

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Show these."""
        self.beginResetModel()
        self._picks = picks
        self.endResetModel()

    def pick(self, index: Index) -> Pick | None:
        """The row behind an index."""
        return self._picks[index.row()] if index.isValid() and index.row() < len(self._picks) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._picks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        pick = self.pick(index)
        if pick is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return pick.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(pick)
            case _:
                return None


def spoken(pick: Pick) -> str:
    """What a screen reader says of a row."""
    return ", ".join(part for part in (pick.text, pick.reason or pick.detail, pick.keys) if part)


class PickPainter(QStyledItemDelegate):
    """Draws a row of the picker; ``typed`` is what was looked for."""

    def __init__(self, look: Look, rows: PickRows) -> None:
        super().__init__()
        self._look, self._rows = look, rows
        self.typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pick = self._rows.pick(index)
        if pick is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("hover" if pick.reason else "accent_tint"))
            painter.drawRoundedRect(option.rect.adjusted(8, 0, -8, 0), 6, 6)
        self._row(painter, option.rect, pick, option.font)
        painter.restore()

    def _row(self, painter: QPainter, rect: QRect, pick: Pick, font: QFont) -> None:
        x, right = rect.left() + EDGE, rect.right() - EDGE
        if pick.icon:
            place = QRectF(x, rect.center().y() - ICON / 2 + 1, ICON, ICON)
            paint_icon(painter, pick.icon, place, self._look.colour("text_3" if pick.reason else "text_2"))
        x += ICON + GAP
        if pick.keys:
            right = self._from_right(painter, QRect(x, rect.top(), right - x, rect.height()), pick.keys, font) - GAP
        x = self._name(painter, QRect(x, rect.top(), right - x, rect.height()), pick, font) + GAP
        if (pick.reason or pick.detail) and right - x >= LEAST_DETAIL:
            small = _cut(font, 12, QFont.Weight.Normal)
            painter.setFont(small)
            painter.setPen(self._look.colour("text_3"))
            room = right - x
            shown = QFontMetrics(small).elidedText(pick.reason or pick.detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(x, rect.top(), room + 2, rect.height()), MIDDLE, shown)

    def _from_right(self, painter: QPainter, room: QRect, keys: str, font: QFont) -> int:
        """Draw the key at the right; where it begins."""
        small = _cut(font, 12, QFont.Weight.Medium)
        painter.setFont(small)
        painter.setPen(self._look.colour("text_3"))
        width = QFontMetrics(small).horizontalAdvance(keys)
        painter.drawText(QRect(room.right() - width, room.top(), width + 2, room.height()), MIDDLE, keys)
        return room.right() - width

    def _name(self, painter: QPainter, room: QRect, pick: Pick, font: QFont) -> int:
        """Draw the name, its found letters stronger; where it ends."""
        plain, strong = _cut(font, 13, QFont.Weight.Normal), _cut(font, 13, QFont.Weight.DemiBold)
        shown = QFontMetrics(strong).elidedText(pick.text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self._look.colour("text_3" if pick.reason else "text_1"))
        x = room.left()
        for text, is_found in _parts(shown, spans(self.typed, pick.text)):
            cut = strong if is_found else plain
            width = QFontMetrics(cut).horizontalAdvance(text)
            painter.setFont(cut)
            painter.drawText(QRect(x, room.top(), width + 4, room.height()), MIDDLE, text)
            x += width
        return x


def _parts(text: str, found: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it was looked for."""
    parts, at = [], 0
    for start, end in found:
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(part, is_found) for part, is_found in (*parts, (text[at:], False)) if part]


def _cut(font: QFont, size: int, weight: QFont.Weight) -> QFont:
    cut = QFont(font)
    cut.setPixelSize(size)
    cut.setWeight(weight)
    return cut


class PickList(QListView):
    """Follows the pointer and takes with a click; the keys come from the field above it."""

    taken = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = PickRows()
        self.setModel(self.rows)
        self._painter = PickPainter(look, self.rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setViewportMargins(0, AIR, 0, AIR)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_picks(self, picks: Sequence[Pick], typed: str) -> None:
        """Show these with the first in hand."""
        self._painter.typed = typed
        self.rows.show_picks(picks)
        self.go_to(0)

    def go_to(self, row: int) -> None:
        """Put the hand on a row, the nearest there is."""
        count = self.rows.rowCount()
        if count:
            index = self.rows.index(max(0, min(row, count - 1)))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go up or down; one step beyond an end comes in at the other."""
        count, row = self.rows.rowCount(), self.currentIndex().row()
        if count and abs(by) == 1:
            self.go_to((row + by) % count)
        elif count:
            self.go_to(row + by)

    def current(self) -> Pick | None:
        """The row in hand."""
        return self.rows.pick(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing happens before the button comes up again."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pick = self.rows.pick(self.indexAt(event.position().toPoint()))
        if pick is not None and event.button() is Qt.MouseButton.LeftButton:
            self.taken.emit(pick)
