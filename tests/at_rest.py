"""What a test of the window leaves behind: no window, no timer that still runs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def running_timers(root: QObject) -> list[str]:
    """The timers below an object that still run."""
    return [repr(timer.parent()) for timer in root.findChildren(QTimer) if timer.isActive()]


@contextmanager
def nothing_left_behind() -> Iterator[None]:
    """Fail when the test leaves a window open or a timer running that was not there before."""
    gc.disable()  # as in the program: a collection in a worker would free Qt objects there
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if id(widget) not in before and is_open(widget)]
    timers = [name for widget in left for name in running_timers(widget)]
    names = [f"{widget.__class__.__name__} {widget.objectName()}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert (names, timers) == ([], [])


def is_open(widget: QWidget) -> bool:
    """Whether somebody would see it."""
    return widget.isVisible()
