"""The hire a panel is about: read from the chart on show, changed through the session."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.hiring import hire_of
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Hire, Scorecard
from salesorg_gui.panels.inspector.ground import Ground

type Items = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sources:
    """What the panel does not know itself: the lines of a seat's checklist, its scorecard, and what day it is."""

    items: Callable[[SeatId], Items]
    scorecard: Callable[[SeatId], Scorecard]
    today: Callable[[], str]


@dataclass(slots=True)
class Opening:
    """One seat that is to be filled. The panel turns to another by changing ``seat``."""

    ground: Ground
    sources: Sources
    seat: SeatId | None = None

    @property
    def hire(self) -> Hire | None:
        """The hire as it is now."""
        return hire_of(self.ground.chart, self.seat) if self.seat is not None else None

    def revise(self, after: Hire, label: str) -> str:
        """Put the changed hire in its place; the reason when that was refused."""
        return "" if after == self.hire else self.ground.attempt(Revise((after,), label))

    def change(self, label: str, **values: str) -> str:
        """Change words of the hire itself."""
        hire = self.hire
        return self.revise(replace(hire, **values), label) if hire is not None else ""  # type: ignore[arg-type]
