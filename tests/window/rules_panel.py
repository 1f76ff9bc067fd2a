"""What tests of the panel of rules share: its parts by name, what it lists, clicks at it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from salesorg_gui.panels.rulebook.rule_list import switch_rect
from salesorg_gui.panels.rulebook.rules_panel import RulesPanel
from salesorg_gui.session.session import Session
from salesorg_gui.window.main_window import MainWindow

WIDE, NARROW = "report-span-too-wide", "report-span-too-narrow"
LEFT = Qt.MouseButton.LeftButton


def opened(window: MainWindow) -> RulesPanel:
    """The panel, opened as its key does."""
    window.actions_table["show_rules"].trigger()
    QApplication.processEvents()
    return window.rules.panel


def session_of(window: MainWindow) -> Session:
    """The open document."""
    return window.parts.ground.session


def part(panel: RulesPanel, name: str) -> QWidget:
    """A part of the panel by its name."""
    widget = panel.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def said(panel: RulesPanel, name: str) -> str:
    """What stands on a part of the panel."""
    found = part(panel, name).property("text")
    assert isinstance(found, str)
    return found


def own(session: Session, rule: str) -> object:
    """What the plan says of a rule."""
    return session.plan.parameters.get(rule)


def listed(panel: RulesPanel) -> list[str]:
    """The rules in the list, and the names of their groups."""
    rows = panel.overview.list.rows
    found = [rows.entry(rows.index(number)) for number in range(rows.rowCount())]
    return [row.id or row.title for row in found if row is not None]


def click(widget: QWidget, spot: QPoint | None = None) -> None:
    """Press and let go."""
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, spot or widget.rect().center())


def click_row(panel: RulesPanel, rule: str, *, on_switch: bool) -> None:
    """Click a row of the list, on its switch or beside it."""
    rows = panel.overview.list
    rect = rows.visualRect(rows.rows.find(rule))
    spot = switch_rect(rect).center() if on_switch else rect.topLeft() + QPoint(60, 20)
    click(rows.viewport(), spot)
