"""Notices over the canvas, whatever room it leaves."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.notice import Notice


def test_a_notice_fits_a_canvas_that_is_narrower_than_its_buttons(window: MainWindow, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(60, 400)
    notice = Notice(over, window.parts.ground.look)
    notice.say("Rules saved.")
    assert notice.findChildren(QWidget)
    assert all(widget.minimumWidth() >= 0 for widget in notice.findChildren(QWidget))
    notice.hide()


def test_a_notice_of_several_lines_is_as_wide_as_the_longest(window: MainWindow, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1200, 400)
    notice = Notice(over, window.parts.ground.look)
    notice.say("Three rules differ, and this is told at some length.")
    wide = notice.width()
    notice.say("Three rules differ, and this is told at some length.\nOne is unknown.\nSo is another.")
    assert notice.width() == wide
    notice.hide()
