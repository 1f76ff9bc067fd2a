"""The palette's list: rows one can drag, walk with the keys and take with Enter or a double click."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QFont, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from salesorg_gui.i18n import ngettext
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.palette_entries import Entry, EntryKind

type Index = QModelIndex | QPersistentModelIndex

ROW, HEADING = 32, 32
EDGE = 16
NOWHERE = QModelIndex()


def mime_type(kind: EntryKind) -> str:
    """The type a drag of such a row carries."""
    return f"application/x-salesorg-{kind}"


class Entries(QAbstractListModel):
    """The rows as Qt's views see them."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; when only counts differ the view keeps its place."""
        before, after = self._entries, tuple(entries)
        if [entry.value for entry in before] == [entry.value for entry in after] and before:
            self._entries = after
            self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
            return
        self.beginResetModel()
        self._entries = after
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The row behind an index."""
        return self._entries[index.row()] if index.isValid() else None

    def find(self, kind: EntryKind, value: str) -> QModelIndex:
        """Where a row stands; an index of nothing when it is not shown."""
        rows = enumerate(self._entries)
        return next((self.index(n) for n, row in rows if (row.kind, row.value) == (kind, value)), QModelIndex())

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                count = ngettext("{count} seat", "{count} seats", entry.count).format(count=entry.count)
                return f"{entry.text}, {count}" if entry.count else entry.text
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None or entry.kind is EntryKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [mime_type(kind) for kind in EntryKind if kind is not EntryKind.HEADING]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        for index in indexes:
            entry = self.entry(index)
            if entry is not None:
                carried.setData(mime_type(entry.kind), QByteArray(entry.value.encode()))
        return carried


class RowPainter(QStyledItemDelegate):
    """Draws a row as the look has it: bar, title, count; or icon and heading."""

    def __init__(self, look: Look, entries: Entries) -> None:
        super().__init__()
        self._look, self._entries = look, entries

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = self._entries.entry(index)
        return QSize(100, HEADING if entry is not None and entry.kind is EntryKind.HEADING else self._look.row(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._entries.entry(index)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind is EntryKind.HEADING:
            self._heading(painter, option.rect, entry)
        else:
            self._ground(painter, option)
            self.paint_row(painter, option.rect, entry)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        rect = option.rect.adjusted(6, 0, -6, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(self._look.colour("accent_tint"))
            painter.drawRoundedRect(rect, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._look.colour("hover"))
            painter.drawRoundedRect(rect, 6, 6)

    def _heading(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        x = rect.left() + EDGE
        if entry.icon:
            ink = f"{entry.purpose}_text"
            paint_icon(painter, entry.icon, QRectF(x, rect.top() + 11, 14, 14), self._look.colour(ink))
            x += 22
        painter.setFont(_font(painter.font(), 11, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("text_2"))
        room = QRect(x, rect.top() + 10, rect.right() - x - EDGE, 16)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, entry.text)

    def paint_row(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        """Draw bar or icon, title and count."""
        x, middle = rect.left() + EDGE, rect.center().y() + 1
        if entry.purpose:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(f"{entry.purpose}_solid"))
            painter.drawRoundedRect(QRectF(x, middle - 8, 4, 16), 2, 2)
            x += 12
        else:
            paint_icon(painter, entry.icon, QRectF(x, middle - 8, 16, 16), self._look.colour("text_2"))
            x += 24
        right = rect.right() - 6
        if entry.count:
            painter.setFont(_font(painter.font(), 11, QFont.Weight.Medium))
            painter.setPen(self._look.colour("text_3"))
            number = str(entry.count)
            width = painter.fontMetrics().horizontalAdvance(number)
            painter.drawText(QRect(right - width, rect.top(), width + 1, rect.height()), _LEFT, number)
            right -= width + 4
        painter.setFont(_font(painter.font(), 13, QFont.Weight.Normal))
        painter.setPen(self._look.colour("text_1"))
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, right - x)
        painter.drawText(QRect(x, rect.top(), right - x + 2, rect.height()), _LEFT, text)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _font(font: QFont, size: int, weight: QFont.Weight) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(size)
    sized.setWeight(weight)
    return sized


class PaletteList(QListView):
    """``taken`` carries the entry taken with Enter or a double click; ``left_upwards`` asks for the search field."""

    taken = Signal(object)
    left_upwards = Signal()
    pointed_at = Signal(object)
    menu_wanted = Signal(QPoint, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = Entries()
        self.setModel(self.rows)
        self._painter = RowPainter(look, self.rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._take)
        self.entered.connect(lambda index: self.pointed_at.emit(self.rows.entry(index)))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def select_first(self) -> None:
        """Put the focus on the first row that can be taken."""
        for number in range(self.rows.rowCount()):
            index = self.rows.index(number)
            if self.rows.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Up and self.currentIndex() == before:
            self.left_upwards.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.pointed_at.emit(self.rows.entry(self.indexAt(event.position().toPoint())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        entry = self.rows.entry(self.indexAt(event.pos()))
        if entry is not None:
            self.menu_wanted.emit(event.globalPos(), entry)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 -- Qt's name
        index = self.currentIndex()
        entry = self.rows.entry(index)
        if entry is None or entry.kind is EntryKind.HEADING:
            return
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData([index]))
        # The canvas shows what would be added, where it would stand; a second picture at the pointer would hide it.
        nothing = QPixmap(1, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        drag.setPixmap(nothing)
        drag.exec(Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)

    def _take(self, index: Index) -> None:
        entry = self.rows.entry(index)
        if entry is not None and entry.kind is not EntryKind.HEADING:
            self.taken.emit(entry)
