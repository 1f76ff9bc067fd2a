"""A second look at an open document, for people who only watch."""

from PySide6.QtCore import QObject

from salesorg_gui.domain.change import Change
from salesorg_gui.domain.edits.edit import Edit
from salesorg_gui.session.session import Session


class Audience(Session):
    """Shows the plan of its leader, live. Which chart is on show and what is picked are its own; it edits nothing."""

    def __init__(self, leader: Session, parent: QObject | None = None) -> None:
        super().__init__(leader.plan, parent)
        self._leader = leader
        self.show_chart(leader.chart.id)
        leader.changed.connect(self._follow)

    def perform(self, edit: Edit, gesture: str | None = None) -> bool:
        """Change nothing."""
        return False

    def leave(self) -> None:
        """Stop watching."""
        self._leader.changed.disconnect(self._follow)

    def _follow(self, change: Change) -> None:
        """The same chart of the plan as it is now; the first one when it is gone."""
        there = self.chart.id
        self._show(change.plan, there if there in change.plan.charts else change.plan.first_chart.id)
