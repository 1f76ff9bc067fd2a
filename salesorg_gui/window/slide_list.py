"""The list of slides: small pictures one can click, rename in place, drag and move with the keys."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.ids import SlideId
from salesorg_gui.domain.slides import Slide
from salesorg_gui.i18n import _
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name
from salesorg_gui.window.thumbs import HEIGHT, WIDTH, Thumbs

type Index = QModelIndex | QPersistentModelIndex

LEFT, TOP, WORDS, GAP = 24, 8, 24, 8
ROW = TOP + HEIGHT + WORDS + GAP
MIME = "application/x-salesorg-slide"
NOWHERE = QModelIndex()
MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class SlideRows(QAbstractListModel):
    """The slides as Qt's views see them. ``renamed`` and ``moved`` ask; nothing is changed here."""

    renamed = Signal(str, str)
    moved = Signal(str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._slides: tuple[Slide, ...] = ()

    @property
    def slides(self) -> tuple[Slide, ...]:
        """What is listed."""
        return self._slides

    def show_slides(self, slides: Sequence[Slide]) -> None:
        """List these; when only their words differ the view keeps its place."""
        before, self._slides = self._slides, tuple(slides)
        if [slide.id for slide in before] == [slide.id for slide in slides]:
            self.touch()
            return
        self.beginResetModel()
        self.endResetModel()

    def touch(self) -> None:
        """What is seen of them may differ."""
        if self._slides:
            self.dataChanged.emit(self.index(0), self.index(len(self._slides) - 1))

    def slide(self, index: Index) -> Slide | None:
        """The slide behind an index."""
        return self._slides[index.row()] if index.isValid() and index.row() < len(self._slides) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._slides)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        slide = self.slide(index)
        if slide is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return slide.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return _("Slide {number}, {title}").format(number=index.row() + 1, title=slide.title)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        slide = self.slide(index)
        if slide is not None and role == Qt.ItemDataRole.EditRole and isinstance(value, str):
            self.renamed.emit(slide.id, " ".join(value.split()))
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if not index.isValid():
            return flags.ItemIsDropEnabled
        return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsEditable | flags.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        slide = self.slide(indexes[0]) if indexes else None
        data.setData(MIME, (slide.id if slide is not None else "").encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the move; the view is not to take the row away itself, so it is told that nothing was dropped."""
        slide = SlideId(bytes(data.data(MIME).data()).decode("utf-8", "replace"))
        here = next((n for n, other in enumerate(self._slides) if other.id == slide), None)
        if here is not None:
            place = len(self._slides) if row < 0 else row
            self.moved.emit(slide, place - 1 if place > here else place)
        return False


class SlidePainter(QStyledItemDelegate):
    """Number, picture and title of a slide. ``editor`` is where a title is typed, as long as its slide is there."""

    def __init__(self, look: Look, thumbs: Thumbs, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._thumbs = look, thumbs
        self.editor: QWidget | None = None

    @guarded(None)
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        self.editor = editor
        super().setEditorData(editor, index)

    @guarded(None)
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        super().destroyEditor(editor, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(LEFT + WIDTH + 16, ROW)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(_words(option.rect).adjusted(-8, -2, 0, 2))

    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        slide = model.slide(index) if isinstance(model, SlideRows) else None
        if slide is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        frame = QRectF(rect.x() + LEFT, rect.y() + TOP, WIDTH, HEIGHT)
        picture = self._thumbs.picture(slide.id)
        if picture is not None:
            painter.drawPixmap(frame.topLeft(), picture)
        if is_on:
            painter.setPen(QPen(self._look.colour("accent"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), 7, 7)
        painter.setPen(self._look.colour("text_3"))
        number = QRectF(rect.x(), frame.y(), LEFT - 6, 20)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.row() + 1))
        words = _words(rect)
        painter.setPen(self._look.colour("text_1" if slide.title else "text_3"))
        title = slide.title or _("Without a title")
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class SlideList(QListView):
    """``shown`` asks for a slide's view, ``removed`` for its end, ``menu_wanted`` for what can be done with it."""

    shown = Signal(str)
    removed = Signal(str)
    menu_wanted = Signal(object)

    def __init__(self, rows: SlideRows, look: Look, thumbs: Thumbs) -> None:
        super().__init__()
        self._rows = rows
        self.setModel(rows)
        self._painter = SlidePainter(look, thumbs, self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        name(self, "slide_list", _("Slides"))
        self.clicked.connect(self._ask)

    @property
    def current(self) -> Slide | None:
        """The slide that is on."""
        return self._rows.slide(self.currentIndex())

    def pick(self, place: int) -> None:
        """Put the mark on a slide."""
        self.setCurrentIndex(self._rows.index(place))

    def rename(self) -> None:
        """Type the title of the slide that is on."""
        if self.current is not None and self.state() is not self.State.EditingState:  # F2 comes from the editor too
            self.edit(self.currentIndex())

    @guarded(None)
    def commitData(self, editor: QWidget) -> None:
        """Take over what was typed, unless its slide went: Enter asks for it a turn of the event loop later."""
        if editor is self._painter.editor:
            super().commitData(editor)

    @guarded(None)
    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        if editor is self._painter.editor:
            super().closeEditor(editor, hint)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        slide = self.current
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if slide is None:
            super().keyPressEvent(event)
        elif step is not None and event.modifiers() & MOVING:
            place = self.currentIndex().row() + step
            if 0 <= place < len(self._rows.slides):
                self._rows.moved.emit(slide.id, place)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(slide.id)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.shown.emit(slide.id)
        elif event.key() == Qt.Key.Key_F2:
            self.rename()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos())

    def _ask(self, index: QModelIndex) -> None:
        slide = self._rows.slide(index)
        if slide is not None:
            self.shown.emit(slide.id)


def _words(rect: QRect) -> QRect:
    return QRect(rect.x() + LEFT, rect.y() + TOP + HEIGHT, WIDTH, WORDS)
