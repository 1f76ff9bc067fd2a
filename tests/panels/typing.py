"""A hand at the panels: finds controls by their names and uses them as a person would."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from salesorg_gui.domain.ids import Key
from salesorg_gui.panels.chooser import Chooser
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.inspector import Inspector


def found[W: QWidget](root: QWidget, kind: type[W], name: str) -> W:
    """The one visible control with a name; what was added a moment ago is shown first."""
    QApplication.processEvents()
    seen = [widget for widget in root.findChildren(kind, name) if widget.isVisible()]
    assert len(seen) == 1, f"{name}: {len(seen)} seen"
    return seen[0]


def field(root: QWidget, name: str) -> QLineEdit:
    """A text field."""
    return found(root, QLineEdit, name)


def type_into(root: QWidget, name: str, text: str, *, enter: bool = True) -> None:
    """Put the caret into a field, replace its text, press Enter."""
    line = field(root, name)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text) if text else QTest.keyClick(line, Qt.Key.Key_Delete)
    if enter:
        QTest.keyClick(line, Qt.Key.Key_Return)


def write_area(root: QWidget, name: str, text: str) -> None:
    """Replace the text of an area and leave it."""
    area = found(root, QPlainTextEdit, name)
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, text) if text else QTest.keyClick(area, Qt.Key.Key_Delete)
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def choose(root: QWidget, name: str, text: str) -> None:
    """Type the name of an entry into a chooser and press Enter."""
    chooser = found(root, Chooser, name)
    chooser.typed.setFocus()
    chooser.typed.selectAll()
    chooser.typed.insert(text)
    QTest.keyClick(chooser.typed, Qt.Key.Key_Return)


def press(root: QWidget, name: str) -> None:
    """Click a button."""
    button = found(root, QAbstractButton, name)
    spot = QPoint(12, button.height() // 2)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def opened(ground: Ground, *keys: Key) -> Inspector:
    """The inspector with these selected."""
    inspector = Inspector(ground)
    inspector.resize(304, 900)
    inspector.show()
    ground.session.selection.select(keys)
    return inspector
