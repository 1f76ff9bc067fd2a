"""The list of customer cases: how each ends, what it is called, and in a few words why."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _
from salesorg_gui.pages.case_mark import paint_verdict
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name
from salesorg_gui.study.cases.story import Story
from salesorg_gui.study.cases.trial import Verdict

ROW, MOST_ROWS = 44, 7
EDGE, ICON, GAP = 8, 18, 10

type Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def spoken_verdict(verdict: Verdict) -> str:
    """How a case ends, in one word or two."""
    words = {Verdict.PASSES: _("passes"), Verdict.FAILS: _("fails"), Verdict.NOT_SERVED: _("not served")}
    return words[verdict]


class CaseRows(QAbstractListModel):
    """The cases on show."""

    def __init__(self) -> None:
        super().__init__()
        self.told: tuple[Story, ...] = ()

    def show_stories(self, told: Sequence[Story]) -> None:
        """Show other cases."""
        self.beginResetModel()
        self.told = tuple(told)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.told)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.told):
            return None
        story = self.told[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return story.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{story.title}, {spoken_verdict(story.verdict)}, {story.short}"
            case _:
                return None


class CasePainter(QStyledItemDelegate):
    """Draws a case as a mark and two lines."""

    def __init__(self, look: Look, rows: CaseRows) -> None:
        super().__init__()
        self._look, self._rows = look, rows

    @guarded(default=QSize(100, ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._look.row(ROW))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not 0 <= index.row() < len(self._rows.told):
            return
        story, rect = self._rows.told[index.row()], option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected or option.state & QStyle.StateFlag.State_MouseOver:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent_tint" if is_chosen else "hover"))
            painter.drawRoundedRect(rect, 6, 6)
        mark = QRectF(rect.left() + EDGE, rect.center().y() - ICON / 2 + 1, ICON, ICON)
        paint_verdict(painter, story.verdict, mark, self._look)
        left = rect.left() + EDGE + ICON + GAP
        room = QRect(left, rect.center().y() - 18, rect.right() - EDGE - left, 18)
        painter.setFont(_cut(option.font, 13, QFont.Weight.Medium))
        painter.setPen(self._look.colour("text_1"))
        _draw(painter, room, story.title)
        painter.setFont(_cut(option.font, 12, QFont.Weight.Normal))
        painter.setPen(self._look.colour("error_text" if story.verdict is Verdict.FAILS else "text_2"))
        _draw(painter, room.translated(0, 18), story.short)
        painter.restore()


def _cut(font: QFont, size: int, weight: QFont.Weight) -> QFont:
    cut = QFont(font)
    cut.setPixelSize(size)
    cut.setWeight(weight)
    return cut


def _draw(painter: QPainter, room: QRect, text: str) -> None:
    """One line, with … where it does not fit."""
    shown = QFontMetrics(painter.font()).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class CaseList(QListView):
    """Shows cases. ``chosen`` carries the id of the one picked, ``unwanted`` that of the one to remove."""

    chosen = Signal(str)
    unwanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows = CaseRows()
        self._painter = CasePainter(look, self._rows)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        name(self, "case_list", _("Customer cases"))
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell)
        look.changed.connect(self._fit)

    @property
    def current_id(self) -> str:
        """The id of the case picked; empty when none is."""
        row = self.currentIndex().row()
        return self._rows.told[row].case.id if 0 <= row < len(self._rows.told) else ""

    def show_stories(self, told: Sequence[Story], chosen: str) -> None:
        """Show cases, one of them picked; nothing is said of it."""
        if tuple(told) != self._rows.told:
            self._rows.show_stories(told)
        row = next((place for place, story in enumerate(told) if story.case.id == chosen), -1)
        if row != self.currentIndex().row():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().currentChanged.disconnect(self._tell)
            self.selectionModel().setCurrentIndex(self._rows.index(row), flags)
            self.selectionModel().currentChanged.connect(self._tell)
            self.scrollTo(self._rows.index(row))
        self._fit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.current_id:
            self.unwanted.emit(self.current_id)
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._tell()
            return
        super().keyPressEvent(event)

    @guarded(default=None)
    def _tell(self, *_indexes: object) -> None:
        if self.current_id:
            self.chosen.emit(self.current_id)

    @guarded(default=None)
    def _fit(self) -> None:
        rows = min(MOST_ROWS, len(self._rows.told))
        self.setFixedHeight(rows * self._look.row(ROW) + 2)
        self.doItemsLayout()
