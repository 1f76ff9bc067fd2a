"""A list whose rows stand where a sum says, with room for one widget below one of them.

Qt's own list asks every row for its size again at each change, which is felt with thousands of findings.
"""

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from salesorg_gui.panels.findings.painter import RowPainter
from salesorg_gui.panels.findings.rows import Index, Rows
from salesorg_gui.panels.look import Look

Hint = QAbstractItemView.ScrollHint
Step = QAbstractItemView.CursorAction


class Listing(QListView):
    """Shows rows; it still is a list to a screen reader."""

    def __init__(self, look: Look, rows: Rows) -> None:
        super().__init__()
        self.rows = rows
        self._painter = RowPainter(look, rows)
        self._tops: list[int] = [0]
        self._inset: QWidget | None = None
        self._inset_row, self._inset_height = -1, 0
        self.setModel(rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        look.changed.connect(self.lay_out)

    @property
    def inset_row(self) -> int:
        """The row the widget stands below; -1 when it stands nowhere."""
        return self._inset_row

    def put_below(self, row: int, widget: QWidget | None) -> None:
        """Let a widget stand below a row, as high as it wants to be; nothing below -1."""
        if self._inset is not None and self._inset is not widget:
            self._inset.hide()
        self._inset = widget
        self._inset_row = row if widget is not None else -1
        self._painter.explained = self._inset_row
        self.lay_out()

    def is_cut(self, row: int) -> bool:
        """Whether a row has no room for all it says."""
        return self._painter.is_cut(self.rows.rows[row], self.viewport().width(), self.font())

    def lay_out(self) -> None:
        """Find out where every row stands."""
        heights = map(self._painter.height, self.rows.rows)
        self._tops = [0, *accumulate(heights)]
        self._inset_height = 0
        if self._inset is not None and self._inset_row >= 0:
            width = self.viewport().width()
            self._inset_height = max(self._inset.heightForWidth(width), self._inset.minimumSizeHint().height())
        self.updateGeometries()
        self._place_inset()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        self.lay_out()

    def reset(self) -> None:
        super().reset()
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setSingleStep(24)
        bar.setRange(0, max(0, self._tops[-1] + self._inset_height - room))

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._place_inset()
        self.viewport().update()

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self._tops) - 1:
            return QRect()
        top = self._top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._tops[row + 1] - self._tops[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_at(point.y() + self.verticalOffset())
        return self.rows.index(row) if row >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        rect = self.visualRect(index)
        if not rect.isValid():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        below = self._inset_height if index.row() == self._inset_row else 0
        top, bottom = rect.top(), rect.bottom() + 1 + below
        if hint is Hint.PositionAtTop or bottom - top > room or top < 0:
            bar.setValue(bar.value() + top)
        elif bottom > room:
            bar.setValue(bar.value() + bottom - room)

    def moveCursor(self, action: Step, _keys: Qt.KeyboardModifier) -> QModelIndex:
        count, row = self.rows.rowCount(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // max(1, self._tops[-1] // count) - 1)
        targets = {
            Step.MoveUp: row - 1,
            Step.MovePrevious: row - 1,
            Step.MoveDown: row + 1,
            Step.MoveNext: row + 1,
            Step.MovePageUp: row - page,
            Step.MovePageDown: row + page,
            Step.MoveHome: 0,
            Step.MoveEnd: count - 1,
        }
        return self.rows.index(max(0, min(targets.get(action, row), count - 1)))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(QItemSelection(index, index) if index.isValid() else QItemSelection(), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        first = max(0, self._row_at(self.verticalOffset() + event.rect().top(), is_within=False))
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        pointed = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())).row() if self._is_under() else -1
        with QPainter(self.viewport()) as painter:
            for row in range(first, self.rows.rowCount()):
                index = self.rows.index(row)
                option.rect = self.visualRect(index)
                if option.rect.top() > event.rect().bottom():
                    break
                option.state = self._state(index, is_pointed=row == pointed)
                self._painter.paint(painter, option, index)

    def _state(self, index: QModelIndex, *, is_pointed: bool) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if is_pointed:
            state |= QStyle.StateFlag.State_MouseOver
        if self.hasFocus():
            state |= QStyle.StateFlag.State_HasFocus
        return state

    def _is_under(self) -> bool:
        return self.viewport().underMouse()

    def _top(self, row: int) -> int:
        return self._tops[row] + (self._inset_height if row > self._inset_row >= 0 else 0)

    def _row_at(self, y: int, *, is_within: bool = True) -> int:
        """The row at a height; -1 when there is none, or the widget stands there unless any row above will do."""
        count = self.rows.rowCount()
        if y < 0 or not count:
            return -1
        if 0 <= self._inset_row < len(self._tops) - 1 and y >= self._tops[self._inset_row + 1]:
            if y < self._tops[self._inset_row + 1] + self._inset_height:
                return -1 if is_within else self._inset_row
            y -= self._inset_height
        row = bisect_right(self._tops, y) - 1
        if row < count:
            return row
        return -1 if is_within else count - 1

    def _place_inset(self) -> None:
        if self._inset is None or self._inset_row < 0 or self._inset_row >= len(self._tops) - 1:
            return
        top = self._tops[self._inset_row + 1] - self.verticalOffset()
        self._inset.setGeometry(0, top, self.viewport().width(), self._inset_height)
        self._inset.show()
