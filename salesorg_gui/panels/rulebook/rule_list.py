"""The list of rules: mark, title, when it speaks, how often now, and a switch."""

from collections.abc import Sequence
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

from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.badges import paint_badge
from salesorg_gui.panels.findings.words import severity_title
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.rulebook.entries import RuleEntry

type Index = QModelIndex | QPersistentModelIndex

ROW, HEADING, EDGE = 52, 36, 16
BADGE, SWITCH_WIDTH, SWITCH_HEIGHT = 18, 28, 16
NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Hand(NamedTuple):
    """How one line is written."""

    ink: str
    size: int = 12
    weight: QFont.Weight = QFont.Weight.Normal
    where: Qt.AlignmentFlag = _LEFT


class RuleRows(QAbstractListModel):
    """The rows as Qt's views see them."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[RuleEntry, ...] = ()

    def show_entries(self, entries: Sequence[RuleEntry]) -> None:
        """Show these; while they are the same rules the view keeps its place."""
        before, after = self._entries, tuple(entries)
        if [(one.id, one.title) for one in before] == [(one.id, one.title) for one in after]:
            self._entries = after
            if after:
                self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
            return
        self.beginResetModel()
        self._entries = after
        self.endResetModel()

    def entry(self, index: Index) -> RuleEntry | None:
        """The row behind an index."""
        return self._entries[index.row()] if index.isValid() else None

    def find(self, rule: str) -> QModelIndex:
        """Where a rule stands; an index of nothing when it is not shown."""
        named = ((n, row.id) for n, row in enumerate(self._entries) if row.id)
        return next((self.index(n) for n, name in named if name == rule), QModelIndex())

    def beside(self, rule: str, by: int) -> str:
        """The rule so many rules further on; the same one at either end."""
        names = [row.id for row in self._entries if row.id]
        if rule not in names:
            return names[0] if names else rule
        return names[min(max(names.index(rule) + by, 0), len(names) - 1)]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return told(entry)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry(index)
        if entry is None or entry.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def told(entry: RuleEntry) -> str:
    """A row for those who cannot see it."""
    if entry.is_heading:
        return entry.title
    count = ngettext("{count} finding", "{count} findings", entry.count).format(count=entry.count)
    state = _("off") if entry.is_off else count
    parts = (
        entry.title,
        severity_title(entry.severity),
        state,
        _("changed") if entry.is_changed else "",
        entry.when,
    )
    return ", ".join(filter(None, parts))


def switch_rect(row: QRect) -> QRect:
    """Where the switch of a row stands."""
    top = row.top() + (row.height() - SWITCH_HEIGHT) // 2
    return QRect(row.right() - EDGE - SWITCH_WIDTH + 1, top, SWITCH_WIDTH, SWITCH_HEIGHT)


class RulePainter(QStyledItemDelegate):
    """Draws a row or a heading."""

    def __init__(self, look: Look, rows: RuleRows) -> None:
        super().__init__()
        self._look, self._rows = look, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = self._rows.entry(index)
        return QSize(100, HEADING if entry is not None and entry.is_heading else self._look.row(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._rows.entry(index)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.is_heading:
            room = option.rect.adjusted(EDGE, 12, -EDGE, 0)
            self._write(painter, room, entry.title, Hand("text_1", weight=QFont.Weight.DemiBold))
        else:
            self._ground(painter, option)
            self._row(painter, option.rect, entry)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, room = option.state, option.rect.adjusted(6, 1, -6, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(self._look.colour("accent_tint"))
            painter.drawRoundedRect(room, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._look.colour("hover"))
            painter.drawRoundedRect(room, 6, 6)

    def _row(self, painter: QPainter, row: QRect, entry: RuleEntry) -> None:
        middle = row.center().y() + 1
        badge = QRectF(row.left() + EDGE, middle - BADGE / 2, BADGE, BADGE)
        painter.setOpacity(0.35 if entry.is_off else 1)
        paint_badge(painter, entry.severity, badge, self._look)
        painter.setOpacity(1)
        switch = switch_rect(row)
        self._switch(painter, QRectF(switch), is_on=not entry.is_off)
        right = switch.left() - 12
        if entry.count:
            room = QRect(right - 48, row.top(), 48, row.height())
            number = Hand("text_1", weight=QFont.Weight.Medium, where=_RIGHT)
            right -= self._write(painter, room, str(entry.count), number) + 12
        left = row.left() + EDGE + BADGE + 12
        ink = "text_3" if entry.is_off else "text_1"
        title = QRect(left, middle - 19, right - left, 18)
        self._write(painter, title, entry.title, Hand(ink, 13, QFont.Weight.Medium))
        below = QRect(left, middle + 1, right - left, 16)
        if entry.is_changed:
            word = _("Changed")
            taken = self._write(painter, below, word, Hand("accent_text", weight=QFont.Weight.Medium))
            below.setLeft(left + taken + 8)
        self._write(painter, below, entry.when, Hand("text_3" if entry.is_off else "text_2"))

    def _switch(self, painter: QPainter, place: QRectF, *, is_on: bool) -> None:
        """A knob at the right of a filled track, or at the left of an empty one."""
        track = place.adjusted(0.75, 0.75, -0.75, -0.75)
        ink = self._look.colour("text_3" if is_on else "line_strong")
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if is_on else self._look.colour("card"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = 5.0 if is_on else 4.0
        x = place.right() - 8 if is_on else place.left() + 8
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("card") if is_on else ink)
        painter.drawEllipse(QRectF(x - knob, place.center().y() - knob, 2 * knob, 2 * knob))

    def _write(self, painter: QPainter, room: QRect, text: str, hand: Hand) -> int:
        """Write one line and return the width it took."""
        font = QFont(painter.font())
        font.setPixelSize(hand.size)
        font.setWeight(hand.weight)
        painter.setFont(font)
        painter.setPen(self._look.colour(hand.ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, hand.where, shown)
        return painter.fontMetrics().horizontalAdvance(shown)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key writes into a search; Space is for the switch."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held != Qt.KeyboardModifier.NoModifier:
        return False
    is_letter = event.text().isprintable() and bool(event.text().strip())
    return is_letter or event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class RuleList(QListView):
    """``opened`` carries the rule to look at, ``switched`` the one to switch; ``left_upwards`` asks for the search.

    ``typed`` carries what is for the search: a letter, or nothing for one less.
    """

    opened = Signal(str)
    switched = Signal(str)
    left_upwards = Signal()
    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows = RuleRows()
        self.setModel(self.rows)
        self._painter = RulePainter(look, self.rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def select(self, rule: str) -> None:
        """Put the mark on a rule, or on the first one when it is not listed."""
        index = self.rows.find(rule)
        self.setCurrentIndex(index if index.isValid() else self.rows.find(self.rows.beside(rule, 0)))

    def event(self, event: QEvent) -> bool:
        """Letters and Backspace belong to the search, whatever they do elsewhere in the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and is_typing(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry, before = self.rows.entry(self.currentIndex()), self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Right if entry is not None:
                self.opened.emit(entry.id)
            case Qt.Key.Key_Space if entry is not None:
                self.switched.emit(entry.id)
            case _ if is_typing(event):
                self.typed.emit(event.text())
            case _:
                super().keyPressEvent(event)
                if event.key() == Qt.Key.Key_Up and self.currentIndex() == before:
                    self.left_upwards.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        entry = self.rows.entry(index)
        if entry is None or entry.is_heading or event.button() != Qt.MouseButton.LeftButton:
            return
        reach = 14 if self._look.is_for_touch else 8
        is_switch = switch_rect(self.visualRect(index)).adjusted(-reach, -reach, EDGE, reach).contains(spot)
        (self.switched if is_switch else self.opened).emit(entry.id)
