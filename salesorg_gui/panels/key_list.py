"""All keys at a glance, over the window; gone with the next Escape or click."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, name

WIDTH, HEIGHT, EDGE = 1400, 920, 24
SCRIM = 0.20
COLUMN, GUTTER = 300, 32
ROW, HEAD, AFTER = 26, 28, 14
CAP, CAP_PAD, CAP_GAP, OR_GAP = 20, 6, 3, 10

type Caps = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What is done and by which keys; a group begins with a line that has none."""

    text: str
    ways: tuple[Caps, ...] = ()


class KeySheet(QWidget):
    """Paints the lines in as many columns as there is room for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._groups: Sequence[Sequence[KeyLine]] = ()
        look.changed.connect(self.update)

    def show_groups(self, groups: Sequence[Sequence[KeyLine]]) -> None:
        """Show these groups, the first line of each its heading."""
        self._groups = groups
        name(self, "key_sheet", _("Keys"))
        said = (
            f"{line.text}: {' / '.join(' '.join(way) for way in line.ways)}" for group in groups for line in group[1:]
        )
        self.setAccessibleDescription(". ".join(said))
        self.lay_out(self.width())

    def lay_out(self, width: int) -> None:
        """Be as high as the lines need in that width."""
        columns = self._columns(width)
        self.setMinimumHeight(max((sum(map(_height, column)) for column in columns), default=0))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        columns = self._columns(self.width())
        step = (self.width() + GUTTER) / max(1, len(columns))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, column in enumerate(columns):
                self._column(painter, column, round(number * step), round(step - GUTTER))

    def _columns(self, width: int) -> list[list[Sequence[KeyLine]]]:
        """The groups in order, in columns of about the same height."""
        count = max(1, (width + GUTTER) // (COLUMN + GUTTER))
        whole = sum(map(_height, self._groups))
        columns: list[list[Sequence[KeyLine]]] = [[]]
        filled = 0
        for group in self._groups:
            if columns[-1] and filled + _height(group) / 2 > whole * len(columns) / count and len(columns) < count:
                columns.append([])
            columns[-1].append(group)
            filled += _height(group)
        return columns

    def _column(self, painter: QPainter, groups: Sequence[Sequence[KeyLine]], x: int, width: int) -> None:
        y = 0
        for group in groups:
            painter.setFont(_cut(self.font(), 12, QFont.Weight.DemiBold))
            painter.setPen(self._look.colour("text_1"))
            painter.drawText(QRectF(x, y, width, HEAD), Qt.AlignmentFlag.AlignVCenter, group[0].text)
            y += HEAD
            for line in group[1:]:
                self._line(painter, line, QRectF(x, y, width, ROW))
                y += ROW
            y += AFTER

    def _line(self, painter: QPainter, line: KeyLine, room: QRectF) -> None:
        small = _cut(self.font(), 12, QFont.Weight.Medium)
        measure = QFontMetrics(small)
        x = room.right() - _width(line.ways, measure)
        body = _cut(self.font(), 13, QFont.Weight.Normal)
        painter.setFont(body)
        painter.setPen(self._look.colour("text_2"))
        space = x - room.left() - CAP_PAD
        text = QFontMetrics(body).elidedText(line.text, Qt.TextElideMode.ElideRight, round(space))
        painter.drawText(QRectF(room.left(), room.top(), space, ROW), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(small)
        for number, way in enumerate(line.ways):
            x += OR_GAP if number else 0
            for place, cap in enumerate(way):
                x += CAP_GAP if place else 0
                wide = _cap_width(cap, measure)
                self._cap(painter, cap, QRectF(x, room.top() + (ROW - CAP) / 2, wide, CAP))
                x += wide

    def _cap(self, painter: QPainter, text: str, box: QRectF) -> None:
        painter.setPen(self._look.colour("line_strong"))
        painter.setBrush(self._look.colour("panel"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._look.colour("text_1"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _height(group: Sequence[KeyLine]) -> int:
    return HEAD + (len(group) - 1) * ROW + AFTER


def _cap_width(cap: str, measure: QFontMetrics) -> int:
    return max(CAP, measure.horizontalAdvance(cap) + 2 * CAP_PAD)


def _width(ways: Sequence[Caps], measure: QFontMetrics) -> int:
    caps = sum(_cap_width(cap, measure) for way in ways for cap in way)
    gaps = sum(len(way) - 1 for way in ways) * CAP_GAP
    return caps + gaps + max(0, len(ways) - 1) * OR_GAP


def _cut(font: QFont, size: int, weight: QFont.Weight) -> QFont:
    cut = QFont(font)
    cut.setPixelSize(size)
    cut.setWeight(weight)
    return cut


class KeyList(QFrame):
    """Covers the window with a scrim and shows the sheet in the middle of it."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._focus: QWidget | None = None
        self.setObjectName("key_list")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.board = QFrame(self)
        self.board.setProperty("look", "popover")
        self.sheet = KeySheet(look)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setWidget(self.sheet)
        self.sheet.setAutoFillBackground(False)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self.board)
        column.setContentsMargins(EDGE, EDGE - 4, EDGE - 8, EDGE - 8)
        column.setSpacing(12)
        column.addWidget(Label(_("Keys"), "title"))
        column.addWidget(self._room, 1)
        window.installEventFilter(self)
        look.changed.connect(self.update)
        self.hide()

    def show_groups(self, groups: Sequence[Sequence[KeyLine]]) -> None:
        """Show the keys; asked for again, put them away."""
        if not self.isHidden():
            self.put_away()
            return
        self._focus = QApplication.focusWidget()
        self.sheet.show_groups(groups)
        name(self, "key_list", _("Keys"))
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Close it and give the keyboard back."""
        focus, self._focus = self._focus, None
        if focus is not None and focus in self._window.findChildren(QWidget):
            focus.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def event(self, event: QEvent) -> bool:
        """While it is shown, the only keys are those that scroll it and those that close it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._room.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                bar.setValue(bar.value() + (ROW if event.key() == Qt.Key.Key_Down else -ROW))
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                page = bar.pageStep()
                bar.setValue(bar.value() + (page if event.key() == Qt.Key.Key_PageDown else -page))
            case Qt.Key.Key_Shift | Qt.Key.Key_Control | Qt.Key.Key_Alt:
                pass
            case _:
                self.put_away()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.put_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("shadow", SCRIM))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the whole window, however large it becomes."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width, height = min(WIDTH, self.width() - 2 * EDGE), min(HEIGHT, self.height() - 2 * EDGE)
        self.board.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self.sheet.lay_out(width - 2 * EDGE)
