"""A restless hand at the real window: mouse, keys, commands and files in no order, and what must hold after each.

Everything it does is one of the methods of ``Restless``, drawn by weight. The hand is repeatable: one seed, one story.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.window.action_table import table
from salesorg_gui.window.analysis_table import pages
from salesorg_gui.window.main_window import MainWindow

BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
NO_BUTTON, NO_KEYS = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
HELD = (
    *(NO_KEYS,) * 6,
    *(Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier),
)
COPY = Qt.DropAction.CopyAction
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_F2),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F10),
)
LETTERS = "aehmrtosd 17/åø"
NOT_CHOSEN = frozenset({"quit"})
"""It closes the window, and with it the story."""
SIZES = ((1000, 600), (1100, 700), (1300, 760))
REMEMBERED = 30
ANSWER_MS = 400
"""By then a page has thought about a small plan, unless the machine is very busy."""


@dataclass(slots=True)
class Restless:
    """The hand; ``done`` are the last things it did."""

    window: MainWindow
    plans: tuple[Plan, ...]
    chance: Random
    done: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    _actions: tuple[str, ...] = ()
    _deeds: tuple[tuple[Callable[[], str], int], ...] = ()

    def __post_init__(self) -> None:
        self._actions = tuple(spec.id for spec in table() if spec.id not in NOT_CHOSEN)
        self._deeds = (
            *((self.press, 9), (self.move, 30), (self.release, 12), (self.double_click, 2), (self.wheel, 5)),
            *((self.strike, 10), (self.type_a_letter, 8), (self.choose, 12), (self.undo_or_redo, 5)),
            *((self.delete, 2), (self.drag_from_palette, 4), (self.reload, 1), (self.reload_under_a_menu, 1)),
            *((self.resize, 1), (self.settle, 10), (self.push_a_button, 2)),
        )

    def act(self) -> None:
        """Do one thing."""
        self.look_at_window()
        deeds, weights = zip(*self._deeds, strict=True)
        deed = self.chance.choices(deeds, weights)[0]
        self.done.append(f"… {deed.__name__}")
        self.done[-1] = deed()

    def look_at_window(self) -> None:
        """Give the window the keyboard back that a menu has taken."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            assert QTest.qWaitForWindowActive(self.window)

    @property
    def port(self) -> QWidget:
        """Where the chart is painted."""
        return self.window.frame.canvas.viewport()

    def spot(self) -> QPoint:
        """A pixel of the chart, most often on something that stands there."""
        canvas, layout = self.window.frame.canvas, self.window.frame.canvas.picture.layout
        rects = [*layout.cards.values(), *layout.frames.values()]
        if rects and self.chance.random() < 0.7:
            rect = self.chance.choice(rects)
            at = canvas.to_viewport(rect.centre).toPoint()
            if self.port.rect().contains(at):
                return at + QPoint(self.chance.randint(-40, 40), self.chance.randint(-20, 20))
        return QPoint(self.chance.randrange(self.port.width()), self.chance.randrange(self.port.height()))

    def press(self) -> str:
        """Put a button down."""
        button, at = self.chance.choice(BUTTONS), self.spot()
        QTest.mousePress(self.port, button, self.chance.choice(HELD), at)
        return f"press {button.name} {at.x()},{at.y()}"

    def move(self) -> str:
        """Go somewhere, whatever is held."""
        at = self.spot()
        QTest.mouseMove(self.port, at)
        return f"move {at.x()},{at.y()}"

    def release(self) -> str:
        """Let a button go, whether it was down or not."""
        button, at = self.chance.choice(BUTTONS), self.spot()
        QTest.mouseRelease(self.port, button, self.chance.choice(HELD), at)
        return f"release {button.name} {at.x()},{at.y()}"

    def double_click(self) -> str:
        """Click twice."""
        at = self.spot()
        QTest.mouseClick(self.port, Qt.MouseButton.LeftButton, NO_KEYS, at)
        QTest.mouseDClick(self.port, Qt.MouseButton.LeftButton, NO_KEYS, at)
        return f"double click {at.x()},{at.y()}"

    def wheel(self) -> str:
        """Turn the wheel by some notches."""
        at, turn, keys = self.spot(), 120 * self.chance.choice((-3, -1, 1, 2)), self.chance.choice(HELD)
        spot, phase = QPointF(self.port.mapToGlobal(at)), Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(QPointF(at), spot, QPoint(), QPoint(0, turn), NO_BUTTON, keys, phase, False)
        QApplication.sendEvent(self.port, event)
        return f"wheel {turn}"

    def drag_from_palette(self) -> str:
        """Bring a row of the palette in, and let go, leave, or forget about it."""
        rows = self.window.surface.palette.list.rows
        indexes = [rows.index(number, 0) for number in range(rows.rowCount())]
        carried = rows.mimeData([self.chance.choice(indexes)]) if indexes else QMimeData()
        at, held = QPointF(self.spot()), self.chance.choice(HELD)
        QApplication.sendEvent(self.port, QDragEnterEvent(at, COPY, carried, Qt.MouseButton.LeftButton, held))
        for _number in range(self.chance.randrange(3)):
            where = QPointF(self.spot())
            QApplication.sendEvent(self.port, QDragMoveEvent(where, COPY, carried, Qt.MouseButton.LeftButton, held))
        match self.chance.randrange(3):
            case 0:
                QApplication.sendEvent(self.port, QDragLeaveEvent())
                return "drag from the palette and leave"
            case 1:
                QApplication.sendEvent(self.port, QDropEvent(at, COPY, carried, Qt.MouseButton.LeftButton, held))
                return "drag from the palette and drop"
            case _:
                return "drag from the palette and go on"

    def push_a_button(self) -> str:
        """Press one of the buttons of the window."""
        buttons = [
            button
            for button in self.window.findChildren(QToolButton)
            if button.isVisible() and button.isEnabled() and button.menu() is None
        ]
        if not buttons:
            return "no button to press"
        button = self.chance.choice(buttons)
        said = f"button {button.objectName()}"
        button.click()
        return said

    def keyboard(self) -> QWidget:
        """Who gets what is typed."""
        return QApplication.focusWidget() or self.window.frame.canvas

    def strike(self) -> str:
        """Strike a key, maybe with others held."""
        key, keys = self.chance.choice(KEYS), self.chance.choice(HELD)
        if key == Qt.Key.Key_F10:  # it opens the menu and waits there
            return self.reload_under_a_menu()
        QTest.keyClick(self.keyboard(), key, keys)
        return f"key {key.name} {keys.name}"

    def type_a_letter(self) -> str:
        """Type into whatever listens."""
        letter = self.chance.choice(LETTERS)
        QTest.keyClicks(self.keyboard(), letter)
        return f"type {letter!r}"

    def choose(self) -> str:
        """Choose something from the menus."""
        id = self.chance.choice(self._actions)
        action = self.window.actions_table[id]
        if action.isEnabled():
            action.trigger()
        return f"choose {id}"

    def undo_or_redo(self) -> str:
        """Go back and forth, also in the middle of a drag."""
        id = self.chance.choice(("undo", "undo", "redo"))
        self.window.actions_table[id].trigger()
        return id

    def delete(self) -> str:
        """Delete what is selected, also in the middle of a drag."""
        self.window.actions_table["delete"].trigger()
        return "delete"

    def reload(self) -> str:
        """Another plan comes, whatever is going on."""
        self.window.parts.ground.session.open(self.chance.choice(self.plans))
        return "another plan"

    def reload_under_a_menu(self) -> str:
        """Another plan comes while a menu is open."""
        menus = self.window.menus
        menu = self.chance.choice((menus.main, menus.context, menus.print, menus.templates, menus.recent))
        QTimer.singleShot(0, menu, self.reload)
        QTimer.singleShot(1, menu, menu.close)
        menu.popup(self.window.mapToGlobal(QPoint(40, 40)))
        for _round in range(3):
            QApplication.processEvents()
        close_popups()
        return f"another plan under {menu.objectName()}"

    def resize(self) -> str:
        """Make the window another size."""
        size = self.chance.choice(SIZES)
        self.window.resize(*size)
        return f"resize {size}"

    def settle(self) -> str:
        """Let Qt catch up."""
        QApplication.processEvents()
        return "settle"

    def come_to_rest(self, *, everywhere: bool = False) -> None:
        """Let go of everything and show the first plan again, as at the start."""
        close_popups()
        self.look_at_window()
        for button in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton}:
            QTest.mouseRelease(self.port, button, NO_KEYS, QPoint(1, 1))
        for _number in range(6):
            QTest.keyClick(self.keyboard(), Qt.Key.Key_Escape)
        self.window.frame.canvas.setFocus()
        self.window.parts.ground.session.open(self.plans[0])
        self.window.actions_table["board"].trigger()
        if everywhere:
            look_everywhere(self.window)
        for _round in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def look_everywhere(window: MainWindow) -> None:
    """Turn to every page and every form: what is not looked at still shows a plan that has long gone."""
    selection, chart = window.parts.ground.session.selection, window.parts.ground.session.chart
    for page in pages():
        window.analysis.show_page(page.id)
        QTest.qWait(ANSWER_MS)
    window.analysis.hide()
    for kind in Kind:
        if records := chart.records(kind):
            selection.select({Key(kind, next(iter(records)))})
            QApplication.processEvents()
    selection.clear()


def living_objects() -> int:
    """How many Qt objects live in the program's windows."""
    return sum(1 + len(top.findChildren(QObject)) for top in QApplication.topLevelWidgets())


def close_popups() -> None:
    """Close menus and lists that are open."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if isinstance(popup, QMenu):
            popup.hide()
