"""Looks for remedies in the background; what was looked at for one finding is remembered for the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.rules.finding import Finding
from salesorg_gui.rules.remedies.remedy import Remedy
from salesorg_gui.session.errand import Errands

if TYPE_CHECKING:
    from concurrent.futures import Future

    from salesorg_gui.rules.examination import Examination

type Question = tuple[Plan, Chart, Catalogue, Finding]


class RemedySearch(QObject):
    """One search after the other, in a worker of its own. The window's thread hears of it."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._errands = Errands("remedies", self)
        self._examination: Examination | None = None
        self._last: tuple[Question, tuple[Remedy, ...]] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is still being looked for."""
        return self._errands.is_busy

    def look(
        self,
        finding: Finding,
        tell: Callable[[tuple[Remedy, ...]], None],
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        """Tell what settles a finding of the chart on show, unless by then the plan is another or nobody wants it."""
        session = self._ground.session
        question = session.plan, session.chart, self._ground.vocabulary.shipped, finding

        def reckon() -> object:
            return self._found(question) if is_wanted() else ()

        def hear(found: "Future[object]") -> None:
            if is_wanted() and session.plan is question[0] and session.chart is question[1]:
                tell(_remedies(found.result()))

        self._errands.run(reckon, hear)

    def finish(self) -> None:
        """Wait for what is being looked for, and tell it."""
        self._errands.finish()

    def close(self) -> None:
        """Look for nothing more."""
        self._errands.close()

    def _found(self, question: Question) -> tuple[Remedy, ...]:
        """What settles it; in the worker alone."""
        from salesorg_gui.rules.examination import Examination  # noqa: PLC0415 -- not before somebody asks
        from salesorg_gui.rules.remedies.offering import remedies  # noqa: PLC0415 -- not before somebody asks

        last = self._last
        if last is not None and all(one is other for one, other in zip(last[0], question, strict=True)):
            return last[1]
        if self._examination is None:
            self._examination = Examination()
        found = remedies(*question, self._examination)
        self._last = question, found
        return found


def _remedies(found: object) -> tuple[Remedy, ...]:
    assert isinstance(found, tuple)
    return tuple(one for one in found if isinstance(one, Remedy))
