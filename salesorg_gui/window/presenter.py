"""The presentation: slides one after another on a whole screen, live, with nothing around them.

It is a window of its own with a look at the plan of its own: what is shown here moves nothing in the editor.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.stage import Stage
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.slides import Slide
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.session.audience import Audience
from salesorg_gui.window.presenter_screen import PresenterScreen
from salesorg_gui.window.theme_switch import ThemeSwitch

REST_MS = 3_000
HEAD_TOP, DOCK_FOOT, LEGEND_FOOT = 48, 32, 52
ZOOM = 1.6
NEXT = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space})
PREVIOUS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
LEAVE = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_F5})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
BLANK = frozenset({Qt.Key.Key_B, Qt.Key.Key_Period})


class Presenter(PresenterScreen):
    """``left`` tells that the presentation is over, with the slide that was on."""

    left = Signal(object)

    def __init__(self, ground: Ground, switch: ThemeSwitch, otherwise: Slide, parent: QWidget | None = None) -> None:
        self._audience = Audience(ground.session)
        super().__init__(Stage(self._audience, ground.catalogue, switch.theme), ground.look, parent)
        self._audience.setParent(self)
        self._ground, self._otherwise = ground, otherwise
        self._place, self._typed = 0, ""
        self._connect(switch)
        self.show_place(0)

    @property
    def slides(self) -> tuple[Slide, ...]:
        """What is shown: the plan's slides, or the whole chart when it has none."""
        return self._audience.plan.slides or (self._otherwise,)

    @property
    def place(self) -> int:
        """Which of them is on, counted from 0."""
        return self._place

    def show_place(self, place: int) -> None:
        """Put another slide on; the first or last for one that is not there."""
        slides = self.slides
        self._place = min(max(place, 0), len(slides) - 1)
        slide = slides[self._place]
        self._typed, self._is_spotting = "", False
        self.stage.show_slide(slide)
        self._tell(slide)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        event.accept()
        if self.is_blank and key not in LEAVE:
            self.show_black(wanted=False)
            return
        if self._typed and key in ENTER:
            self.show_place(int(self._typed) - 1)
        elif event.text().isdecimal() and (self._typed or event.text() != "0"):
            self._type(event.text())
        elif not self._steps(key):
            self._uses_tool(key, event)

    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        self._audience.leave()
        self.left.emit(self.slides[self._place])
        super().closeEvent(event)

    def _connect(self, switch: ThemeSwitch) -> None:
        dock = self.dock
        dock.previous.connect(lambda: self.show_place(self._place - 1))
        dock.next.connect(lambda: self.show_place(self._place + 1))
        dock.handoffs.connect(self._show_handoffs)
        dock.spotlight.connect(self._take_spotlight)
        dock.zoomed.connect(self._zoom_in)
        dock.fitted.connect(self.stage.fit)
        dock.left.connect(self.close)
        self.stage.clicked.connect(self._click)
        self.stage.viewport().installEventFilter(self)
        switch.changed.connect(self.stage.set_theme)
        self._ground.vocabulary.changed.connect(self.stage.use_catalogue)
        self._audience.changed.connect(self._follow)

    @guarded(None)
    def _follow(self, change: Change) -> None:
        """Stay on the slide that is on, wherever it stands now and whatever it says."""
        shown, slides = self.stage.slide, self.slides
        self._place = min(self._place, len(slides) - 1)
        if change.plan.slides is change.plan_before.slides:
            self._tell(slides[self._place])
            return
        there = next((n for n, slide in enumerate(slides) if shown is not None and slide.id == shown.id), self._place)
        QTimer.singleShot(0, self, lambda: self.show_place(there))  # the session is still telling of its change

    def _tell(self, slide: Slide) -> None:
        """Title, note, legend and dock of a slide."""
        is_missing = slide.chart is not None and slide.chart not in self._audience.plan.charts
        missing = _("The chart of this slide is no longer in the plan.") if is_missing else ""
        self._show_words(slide.title, slide.note, missing)
        self.dock.show_place(self._place, len(self.slides))
        shown = self.stage.slide or slide
        self.dock.show_tools(handoffs=shown.all_handoffs, spotlight=self._is_spotting)

    def _steps(self, key: Qt.Key) -> bool:
        """Go to another slide, or leave; whether the key means that."""
        if key in NEXT:
            self.show_place(self._place + 1)
        elif key in PREVIOUS:
            self.show_place(self._place - 1)
        elif key is Qt.Key.Key_Home:
            self.show_place(0)
        elif key is Qt.Key.Key_End:
            self.show_place(len(self.slides) - 1)
        elif key in LEAVE:
            self.close()
        else:
            return False
        return True

    def _uses_tool(self, key: Qt.Key, event: QKeyEvent) -> None:
        match key:
            case _ if key in BLANK:
                self.show_black(wanted=True)
            case Qt.Key.Key_H:
                self._show_handoffs(wanted=self.stage.slide is not None and not self.stage.slide.all_handoffs)
            case Qt.Key.Key_S:
                self._take_spotlight(wanted=not self._is_spotting)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom_in()
            case Qt.Key.Key_Minus | Qt.Key.Key_0:
                self.stage.fit()
            case _:
                event.ignore()

    def _type(self, digit: str) -> None:
        self._typed = (self._typed + digit)[-4:]
        self.dock.show_typed(self._typed)

    def _show_handoffs(self, wanted: bool) -> None:
        self.stage.show_handoffs(wanted)
        self.dock.show_tools(handoffs=wanted, spotlight=self._is_spotting)

    def _take_spotlight(self, wanted: bool) -> None:
        """With the spotlight in hand a press on a card keeps it clear; without it a press goes on."""
        self._is_spotting = wanted
        slide = self.stage.slide
        if slide is not None:
            self.dock.show_tools(handoffs=slide.all_handoffs, spotlight=wanted)
        self._show_hand()

    def _click(self, key: Key | None) -> None:
        slide = self.stage.slide
        if not self._is_spotting or slide is None:
            self.show_place(self._place + 1)
        elif key is None:
            self.stage.shine_on(())
        elif key.kind in {Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE}:
            others = tuple(other for other in slide.spotlight if other != key)
            self.stage.shine_on(others if key in slide.spotlight else (*others, key))

    def _zoom_in(self) -> None:
        self.stage.zoom_at(self.stage.zoom * ZOOM, self.stage.viewport().rect().center().toPointF())


def stage_screen(editor: QWidget) -> QScreen | None:
    """The screen to present on: another one than the editor's when there is one."""
    own = editor.screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not own), own)
