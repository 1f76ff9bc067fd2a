"""Answers what-if questions in a worker, so that a hand that tries numbers out never waits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from salesorg_gui.session.errand import Errands

if TYPE_CHECKING:
    from concurrent.futures import Future

type Work = Callable[[], object]


class Trials(QObject):
    """Asks one question after the other; a newer question of the same name makes an older one worthless.

    ``answered`` carries the name of the question and the answer. ``Work`` touches no Qt object.
    """

    answered = Signal(str, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands = Errands(name, self)
        self._waiting: dict[str, Work] = {}
        self._asked = ""

    def ask(self, name: str, work: Work) -> None:
        """Answer this soon."""
        self._waiting.pop(name, None)
        self._waiting[name] = work
        self._go_on()

    def forget(self, name: str) -> None:
        """Nobody wants to know any more."""
        self._waiting.pop(name, None)
        if self._asked == name:
            self._asked = ""

    def close(self) -> None:
        """Answer nothing more."""
        self._waiting.clear()
        self._asked = ""
        self._errands.close()

    def _go_on(self) -> None:
        if self._errands.is_busy or not self._waiting:
            return
        self._asked = next(iter(self._waiting))
        self._errands.run(self._waiting.pop(self._asked), self._tell)

    def _tell(self, future: "Future[object]") -> None:
        name, self._asked = self._asked, ""
        is_wanted = bool(name) and name not in self._waiting
        self._go_on()
        if is_wanted:
            self.answered.emit(name, future.result())
