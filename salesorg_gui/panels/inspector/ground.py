"""What every form of the inspector stands on."""

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import Edit
from salesorg_gui.panels.look import Look
from salesorg_gui.session.session import Session
from salesorg_gui.session.vocabulary import Vocabulary
from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class Ground:
    """The open document, the words it uses and the colours on show."""

    session: Session
    vocabulary: Vocabulary
    look: Look

    @property
    def chart(self) -> Chart:
        """The chart on show."""
        return self.session.chart

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue as the plan means it."""
        return self.vocabulary.catalogue

    def attempt(self, edit: Edit) -> str:
        """Make the edit and return the reason it was refused, empty when it was not.

        A field that loses the keyboard because a change puts its form away has nothing to say: what it shows is past.
        """
        if self.session.is_telling:
            return ""
        reason = self.session.refusal(edit) or ""
        self.session.perform(edit)
        return reason
