"""How fast work grows, and how long it takes from a trigger to a person who does the work.

Months count from today: 0.0 is now, 2.5 is in two and a half months.
"""

from dataclasses import dataclass
from math import log, log1p

from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.i18n import _

MOST_GROWTH = 1.0
MOST_MONTHS = 60.0
"""No search, ramp-up or watch is longer; a file may say anything."""


class NoHiringPlan(ValueError):
    """Nobody can say whom to hire; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Growth is a share a month, the others are months.

    ``over`` is how long a measure stays above its number before somebody is looked for, ``hire`` how long that takes
    until the first day of work, ``ramp`` how long from there to full work.
    """

    growth: float
    over: float
    hire: float
    ramp: float

    @staticmethod
    def of(figures: CapacityDefaults, growth: float | None = None) -> "Pace":
        """The pace of a plan, with another growth than its own where one is given. Refuses one nobody has."""
        wanted = figures.growth_per_month if growth is None else growth
        if not 0.0 <= wanted <= MOST_GROWTH:
            raise NoHiringPlan(_("Growth is a number from 0 to 100 % a month."))
        months = (figures.months_over, figures.months_to_hire, figures.ramp_months)
        return Pace(wanted, *(min(max(one, 0.0), MOST_MONTHS) for one in months))

    @property
    def lead(self) -> float:
        """Months from the trigger to full work."""
        return self.over + self.hire + self.ramp

    def grown(self, amount: float, months: float) -> float:
        """What an amount has grown to after so many months, or was so many months ago."""
        return float(amount * (1 + self.growth) ** months)

    def trigger(self, room: float) -> float:
        """The amount at which a seat is opened so that it works fully when ``room`` is used up."""
        return self.grown(room, -self.lead)

    def reached(self, amount: float, room: float) -> float | None:
        """When an amount outgrows ``room``: 0 where it has already, ``None`` where it never will."""
        if amount > room:
            return 0.0
        if self.growth <= 0 or amount <= 0:
            return None
        return log(room / amount) / log1p(self.growth)


@dataclass(frozen=True, slots=True)
class Timing:
    """When a seat is needed, and from there backwards when its trigger is reached and the search begins.

    Nothing begins before today: who is needed sooner than can be is late.
    """

    needed: float
    triggered: float
    search: float
    start: float
    productive: float

    @staticmethod
    def of(needed: float, pace: Pace) -> "Timing":
        """The latest times at which the seat still works fully when it is needed, or the earliest there are."""
        search = max(0.0, needed - pace.ramp - pace.hire)
        start = search + pace.hire
        return Timing(needed, max(0.0, needed - pace.lead), search, start, start + pace.ramp)

    @property
    def late(self) -> float:
        """Months in which the work is there and the person not yet."""
        return max(0.0, self.productive - self.needed)

    def not_before(self, start: float, pace: Pace) -> "Timing":
        """The same, with the first day of work no earlier than ``start``."""
        if self.start >= start:
            return self
        return Timing(self.needed, self.triggered, max(0.0, start - pace.hire), start, start + pace.ramp)
