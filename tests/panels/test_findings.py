"""The findings are listed worst first, filtered, shown and lived with."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.panels.findings import FindingsPanel
from salesorg_gui.panels.findings_list import button_rect
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.rules.finding import Finding, Findings, Severity
from salesorg_gui.session.session import Session
from tests.panels.conftest import SDR, SELLER
from tests.panels.typing import press, type_into

HINT = Finding("hint", Severity.HINT, "A hint.", "Try it.", seats=(SDR,))
WARNING = Finding("late", Severity.WARNING, "Too late.", "Be faster.", "Late", seats=(SELLER,))
ERROR = Finding("circle", Severity.ERROR, "A circle.", "Break it.", seats=(SDR, SELLER))
ACCEPTED = Finding("fine", Severity.WARNING, "Odd.", "Mend it.", seats=(SDR,), accepted="It is so")


@pytest.fixture
def panel(ground: Ground) -> Iterator[FindingsPanel]:
    panel = FindingsPanel(ground.session, ground.vocabulary, ground.look)
    panel.resize(1000, 220)
    panel.show()
    panel.show_findings(Findings((ERROR, WARNING, ACCEPTED, HINT)))
    yield panel
    panel.close()
    panel.deleteLater()


def listed(panel: FindingsPanel) -> list[str]:
    rows = panel.view.rows
    found = (rows.row(rows.index(n)) for n in range(rows.rowCount()))
    return [row.finding.rule for row in found if row is not None]


def click(panel: FindingsPanel, number: int, *, on_button: bool = False) -> None:
    rect = panel.view.visualRect(panel.view.rows.index(number))
    spot = button_rect(rect).center() if on_button else rect.center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_the_worst_stands_first_and_the_accepted_wait_aside(panel: FindingsPanel) -> None:
    assert listed(panel) == ["circle", "late", "hint"]
    press(panel, "findings_accepted")
    assert listed(panel) == ["fine"]


def test_one_severity_at_a_time(panel: FindingsPanel) -> None:
    press(panel, "findings_warning")
    assert listed(panel) == ["late"]
    press(panel, "findings_warning")
    assert len(listed(panel)) == 3


def test_a_click_shows_all_culprits(panel: FindingsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.picked) as picked:
        click(panel, 0)
    assert set(picked.args[0]) == {Key(Kind.SEAT, SDR), Key(Kind.SEAT, SELLER)}


def test_enter_shows_them_too(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.view.setCurrentIndex(panel.view.rows.index(1))
    with qtbot.waitSignal(panel.picked) as picked:
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert picked.args[0] == (Key(Kind.SEAT, SELLER),)


def test_a_warning_is_accepted_with_a_reason(panel: FindingsPanel, session: Session) -> None:
    click(panel, 1, on_button=True)
    type_into(panel, "findings_reason", "Agreed in May")
    assert [(one.rule, one.reason) for one in session.chart.accepted] == [("late", "Agreed in May")]


def test_without_a_reason_nothing_is_accepted(panel: FindingsPanel, session: Session) -> None:
    click(panel, 1, on_button=True)
    press(panel, "findings_accept")
    assert session.chart.accepted == ()


def test_an_error_has_no_such_button(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.picked):
        click(panel, 0, on_button=True)


def test_an_accepted_one_comes_back(panel: FindingsPanel, session: Session, qtbot: QtBot) -> None:
    press(panel, "findings_accepted")
    with qtbot.waitSignal(panel.view.button_pressed):
        click(panel, 0, on_button=True)


def test_a_row_is_read_aloud_whole(panel: FindingsPanel) -> None:
    rows = panel.view.rows
    text = str(rows.data(rows.index(1), Qt.ItemDataRole.AccessibleTextRole))
    assert text.startswith("Warning. Too late.")
    assert "Account Executive, Sara L." in text
