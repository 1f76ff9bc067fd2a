"""A keyboard at the window that counts: typed names are free, every other key is a press, modifiers too."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from salesorg_gui.window.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keyboard:
    """Keys go to whatever widget has the focus, as a real keyboard's do. ``presses`` are all but the typed letters."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.presses = 0
        window.activateWindow()
        window.surface.canvas.setFocus()
        QApplication.processEvents()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Strike keys one after the other while the modifiers are held down."""
        self.presses += len(keys) + sum(bool(held & one) for one in (CONTROL, SHIFT, ALT))
        for key in keys:
            QTest.keyClick(self._target(), Qt.Key.Key_Backtab if (key, held) == (Qt.Key.Key_Tab, SHIFT) else key, held)

    def write(self, text: str, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Type a name or a few letters of one, then strike keys."""
        for sign in text:
            if sign.isascii():
                QTest.keyClicks(self._target(), sign)
            else:  # Qt's own test keyboard has no such keys
                event = QKeyEvent(QEvent.Type.KeyPress, 0, NONE, sign)
                QApplication.sendEvent(self._target(), event)
        self.press(*keys, held=held)

    def _target(self) -> QWidget:
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused
