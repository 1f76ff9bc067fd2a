"""A list of what is worst, the worst first: what it is, what is said of it, and a figure with a bar. Of any length."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name

ROW, EDGE, GAP = 48, 10, 12
FIGURE, BAR = 52, 4
MOST_SHOWN = 7

type Index = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
NOTHING: object = None


class RankedRow(NamedTuple):
    """``share`` is how long the bar is, 0 to 1 of the longest."""

    title: str
    words: str
    figure: str
    share: float


class RankedRows(QAbstractListModel):
    """Rows whose words are looked up when somebody sees or hears them."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._tell: Callable[[int], RankedRow] | None = None
        self._told: dict[int, RankedRow] = {}

    def show_rows(self, count: int, tell: Callable[[int], RankedRow]) -> None:
        """Show so many rows; ``tell`` knows each."""
        self.beginResetModel()
        self._count, self._tell, self._told = count, tell, {}
        self.endResetModel()

    def row(self, number: int) -> RankedRow:
        """One row."""
        assert self._tell is not None, "nobody asks for rows before there are any"
        if number not in self._told:
            self._told[number] = self._tell(number)
        return self._told[number]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    @guarded(NOTHING)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self.row(index.row())
        return f"{index.row() + 1}. {row.title}: {row.words}. {row.figure}"


class RankedList(QListView):
    """``chosen`` carries the number of the row a hand went to."""

    chosen = Signal(int)

    def __init__(self, look: Look, object_name: str, spoken: str) -> None:
        super().__init__()
        self._look, self._current = look, -1
        self.rows = RankedRows()
        self.setModel(self.rows)
        self.setItemDelegate(_RowPainter(look, self.rows))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        name(self, object_name, spoken)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        look.changed.connect(self._be_as_high)

    def show_rows(self, count: int, tell: Callable[[int], RankedRow], current: int = -1) -> None:
        """Show so many rows, and which one is at hand; nobody hears of it."""
        self._current = current
        self.rows.show_rows(count, tell)
        self._be_as_high()
        self.show_current(current)

    def show_current(self, number: int) -> None:
        """Mark a row as the one at hand; nobody hears of it."""
        self._current = number
        self.setCurrentIndex(self.rows.index(number) if number >= 0 else QModelIndex())

    @guarded(None)
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != self._current:
            self._current = current.row()
            if self.hasFocus() and not self._is_pressed():
                self.chosen.emit(self._current)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _is_pressed(self) -> bool:
        """Whether the mouse goes to the row: the click that follows says so."""
        return self.state() is not QAbstractItemView.State.NoState or _is_button_down()

    @guarded(None)
    def _be_as_high(self) -> None:
        self.setFixedHeight(min(MOST_SHOWN, max(1, self.rows.rowCount())) * self._look.row(ROW))
        self.doItemsLayout()


def _is_button_down() -> bool:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 -- asked by hand only

    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton


class _RowPainter(QStyledItemDelegate):
    def __init__(self, look: Look, rows: RankedRows) -> None:
        super().__init__()
        self._look, self._rows = look, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row(ROW))

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = self._rows.row(index.row()), option.rect
        painter.save()
        self._ground(painter, option)
        top = rect.top() + (rect.height() - ROW) // 2
        right = rect.right() - EDGE - FIGURE
        room = QRect(rect.left() + EDGE, top + 6, right - GAP - rect.left() - EDGE, 18)
        self._write(painter, room, row.title, TITLE)
        self._write(painter, room.translated(0, 18), row.words, WORDS)
        figure = QRect(right, top + 6, FIGURE, 18)
        self._write(painter, figure, row.figure, AMOUNT)
        place = QRect(right, top + 30, FIGURE, BAR)
        painter.fillRect(place, self._look.colour("line"))
        length = round(FIGURE * min(1.0, max(0.0, row.share)))
        painter.fillRect(QRect(right + FIGURE - length, top + 30, length, BAR), self._look.colour("text_2"))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect, state = option.rect, option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, self._look.colour("accent_tint"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.colour("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("line"))
        if is_selected and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._look.colour("accent"))

    def _write(self, painter: QPainter, place: QRect, text: str, face: "_Face") -> None:
        font = QFont(painter.font())
        font.setPixelSize(face.size)
        font.setWeight(face.weight)
        painter.setFont(font)
        painter.setPen(self._look.colour(face.ink))
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, face.align | Qt.AlignmentFlag.AlignVCenter, shown)


class _Face(NamedTuple):
    """How a line is written."""

    size: int
    ink: str
    weight: QFont.Weight
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


TITLE = _Face(13, "text_1", QFont.Weight.DemiBold)
WORDS = _Face(12, "text_2", QFont.Weight.Normal)
AMOUNT = _Face(13, "text_1", QFont.Weight.Medium, Qt.AlignmentFlag.AlignRight)
