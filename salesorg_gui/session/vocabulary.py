"""What the words of the open plan mean: the catalogue with the plan's own roles laid over it."""

from PySide6.QtCore import QObject, Signal

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.change import Change
from salesorg_gui.session.session import Session


class Vocabulary(QObject):
    """Follows the plan's own roles. Build it before whoever shows roles, so that it knows them first.

    ``changed`` carries the new catalogue.
    """

    changed = Signal(object)

    def __init__(self, session: Session, shipped: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shipped = shipped
        self._catalogue = shipped.with_plan_roles(session.plan.roles)
        session.changed.connect(self._follow)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue as the plan on show means it."""
        return self._catalogue

    @property
    def shipped(self) -> Catalogue:
        """The catalogue without the plan."""
        return self._shipped

    def _follow(self, change: Change) -> None:
        if change.plan.roles != change.plan_before.roles:
            self._catalogue = self._shipped.with_plan_roles(change.plan.roles)
            self.changed.emit(self._catalogue)
