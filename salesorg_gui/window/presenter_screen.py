"""The screen of a presentation: words at the top, the chart below, and what floats at its foot."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.stage import SIDE, Stage
from salesorg_gui.i18n import _
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Paragraph, name
from salesorg_gui.window.dock import Dock
from salesorg_gui.window.stage_legend import PAD, StageLegend

REST_MS = 3_000
HEAD_TOP, DOCK_FOOT, LEGEND_FOOT = 48, 32, 52


class Black(QWidget):
    """A screen that is off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        name(self, "blank_screen", _("Blank screen"))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)


class PresenterScreen(QWidget):
    """Nothing but the slide is seen while the hand rests."""

    def __init__(self, stage: Stage, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.stage = stage
        self._is_spotting = False
        self._hand_at = QCursor.pos()
        self.setObjectName("presenter")
        self.setAccessibleName(_("Presentation"))
        self.setWindowTitle(_("Presentation"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMouseTracking(True)
        self._title, self._note = Paragraph("", "presenter"), Paragraph("", "presenter-note", "2")
        self._missing = Paragraph("", "presenter-note", "3")
        self._legend = StageLegend(look, self)
        self.dock = Dock(look, self)
        self._black = Black(self)
        self._black.hide()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._hide_hand)
        stage.viewport().installEventFilter(self)
        self._lay_out()

    @property
    def is_blank(self) -> bool:
        """Whether the screen is black for a while."""
        return not self._black.isHidden()

    def show_black(self, *, wanted: bool) -> None:
        """Turn the screen off, or on again."""
        self._black.setVisible(wanted)
        self._black.raise_()

    def present(self, screen: QScreen | None) -> None:
        """Fill a screen."""
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.setFocus()
        self._wake()

    def set_reduced_motion(self, wanted: bool) -> None:
        """Let nothing glide."""
        self.stage.set_reduced_motion(wanted)

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._notice()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The hand is hidden while it rests, wherever on the screen it is."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._wake()
        elif event.type() == QEvent.Type.MouseMove:
            self._notice()
        return False

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._float()

    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        self._rest.stop()

    def _show_words(self, title: str, note: str, missing: str) -> None:
        """Say what is shown, or why nothing is."""
        for label, text in ((self._title, title), (self._note, note), (self._missing, missing)):
            label.setText(text)
            label.setVisible(bool(text))
        self.stage.viewport().setVisible(not missing)
        self._legend.setVisible(not missing)
        self._legend.show_colouring(self.stage.picture.looks.colouring)
        self._float()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HEAD_TOP, 0, 0)
        column.setSpacing(0)
        for label, id, foot in (
            (self._title, "slide_title", 8),
            (self._note, "slide_note", 24),
            (self._missing, "slide_missing", 0),
        ):
            label.setObjectName(id)
            label.setContentsMargins(int(SIDE), 0, int(SIDE), foot)
            column.addWidget(label)
        column.addWidget(self.stage, 1)

    def _float(self) -> None:
        """Dock and legend stand at the foot, over the chart."""
        self.dock.adjustSize()
        self.dock.move((self.width() - self.dock.width()) // 2, self.height() - self.dock.height() - DOCK_FOOT)
        left = int(SIDE) - PAD
        room = max(0, self.dock.x() - left - PAD)
        height = self._legend.height_for(room)
        self._legend.setGeometry(left, self.height() - height - LEGEND_FOOT, room, height)
        self._black.setGeometry(self.rect())
        for part in (self._legend, self.dock, self._black):
            part.raise_()

    def _notice(self) -> None:
        """Wake when the hand has moved: Qt also tells of moves when things come and go under a hand at rest."""
        if QCursor.pos() != self._hand_at:
            self._wake()

    def _wake(self) -> None:
        self._hand_at = QCursor.pos()
        self._rest.start()
        self.unsetCursor()
        self.dock.show()
        self._show_hand()

    def _show_hand(self) -> None:
        shape = Qt.CursorShape.CrossCursor if self._is_spotting else Qt.CursorShape.ArrowCursor
        self.stage.viewport().setCursor(shape)

    @guarded(None)
    def _hide_hand(self) -> None:
        if self.dock.geometry().contains(self.mapFromGlobal(QCursor.pos())):
            self._rest.start()
            return
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.stage.viewport().setCursor(Qt.CursorShape.BlankCursor)
        self.dock.hide()
