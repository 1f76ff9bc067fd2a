"""Touch sizes: on and off at once, kept, and nothing to hit is less than 44 high."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QToolButton, QWidget

from salesorg_gui.canvas.reaches import FINE, TOUCH, Reaches
from salesorg_gui.window.legend import Legend, LegendRow
from salesorg_gui.window.main_window import MainWindow
from tests.panels.conftest import plan
from tests.windows import open_window

CONTROLS = (QPushButton, QToolButton, QLineEdit, QComboBox, QCheckBox)


def heights(window: MainWindow) -> dict[str, int]:
    """How high whatever can be pressed or typed in is, as far as it is in sight."""
    QApplication.processEvents()
    controls = [control for kind in CONTROLS for control in window.findChildren(kind) if control.isVisible()]
    return {
        f"{type(control).__name__} {control.objectName()}": control.height()
        for control in controls
        if not isinstance(control.parent(), QComboBox | QLineEdit)
    }


def reaches(window: MainWindow) -> Reaches:
    return window.surface.canvas._hand.reaches  # noqa: SLF001 -- what the hand was given is what is hit


def rows(window: MainWindow) -> int:
    view = window.surface.palette.list
    return view.visualRect(view.model().index(1, 0)).height()


def test_everything_to_hit_grows_at_once_and_back(window: MainWindow) -> None:
    window.surface.canvas.session.selection.select(window.surface.canvas.picture.layout.cards)
    action = window.actions_table["touch_sizes"]
    assert not action.isChecked()
    before = heights(window)
    assert before
    assert rows(window) == 32
    action.trigger()
    assert {name: height for name, height in heights(window).items() if height < 44} == {}
    assert rows(window) == 44
    assert QApplication.startDragDistance() == 12
    assert reaches(window) is TOUCH
    action.trigger()
    after = heights(window)
    assert {name: after[name] for name in before} == before
    assert rows(window) == 32
    assert QApplication.startDragDistance() == 6
    assert reaches(window) is FINE


def test_the_legend_is_as_high_as_its_rows_and_as_before_afterwards(window: MainWindow) -> None:
    def tops() -> list[int]:
        QApplication.processEvents()
        return [row.y() for row in legend.findChildren(LegendRow) if row.isVisible()]

    window.actions_table["show_legend"].trigger()
    (legend,) = window.findChildren(Legend)
    before, usual = tops(), legend.height()
    window.actions_table["touch_sizes"].trigger()
    assert {below - top for top, below in pairwise(tops())} == {44}
    assert legend.height() >= tops()[-1] + 44
    window.actions_table["touch_sizes"].trigger()
    assert tops() == before
    assert legend.height() == usual


def test_nothing_is_cut_off_by_the_bar_that_holds_it(window: MainWindow) -> None:
    window.actions_table["touch_sizes"].trigger()
    QApplication.processEvents()
    for bar in (window.surface.toolbar, window.surface.status):
        for control in (found for kind in CONTROLS for found in bar.findChildren(kind) if found.isVisible()):
            top = control.mapTo(bar, control.rect().topLeft()).y()
            assert top >= 0, control.objectName()
            assert top + control.height() <= bar.height(), control.objectName()


def test_they_are_there_after_a_restart(tmp_path: Path) -> None:
    with open_window(tmp_path, plan()) as first:
        first.actions_table["touch_sizes"].trigger()
    with open_window(tmp_path, plan()) as second:
        assert second.actions_table["touch_sizes"].isChecked()
        assert reaches(second) is TOUCH
        assert rows(second) == 44


def dress(window: MainWindow) -> list[tuple[str, ...]]:
    """The font, ink and size of all that is in sight, but for the counts that come when they are reckoned."""
    QApplication.processEvents()
    told = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not window.frame.status.isAncestorOf(widget):
            ink, size = widget.palette().windowText().color().name(), f"{widget.width()} by {widget.height()}"
            told.append((type(widget).__name__, widget.objectName(), widget.font().toString(), ink, size))
    return sorted(told)


def test_a_window_dressed_anew_looks_like_one_that_was_opened_so(tmp_path: Path) -> None:
    with open_window(tmp_path, plan()) as window:
        before = dress(window)
        window.actions_table["touch_sizes"].trigger()
        window.actions_table["theme_dark"].trigger()
        changed = dress(window)
    with open_window(tmp_path, plan()) as window:
        assert before != changed == dress(window)
