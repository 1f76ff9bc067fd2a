"""What all parts of a hiring plan reckon with: the chart, its capacity, the pace, and how far ahead."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.rules.capacity_facts import amount, qualified
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.study.hiring.crews import Outlook
from salesorg_gui.study.hiring.pace import Pace

TOLERANT = "capacity-closer-short"
COMBINES = "capacity-closer-combine"
SPAN = "report-span-too-wide"
"""The rules whose limits hold here too: what is too little to act on, up to which size people do several things, how
many one leads."""
DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Grounds:
    """``horizon`` is how many months ahead somebody may begin to search."""

    org: Organisation
    capacity: Capacity
    pace: Pace
    horizon: float
    today: date

    @property
    def figures(self) -> CapacityDefaults:
        """The planning figures of the plan."""
        return self.capacity.situation.figures

    @cached_property
    def outlook(self) -> Outlook:
        """The work of the months to come."""
        return Outlook(self.pace, self.figures, self.capacity.situation.base, self.capacity.flow.customers)

    @property
    def is_silent(self) -> bool:
        """Whether nobody said how many leads come, or how many of them are worth something."""
        return not self.org.known_inbound_leads and not qualified(self.org)

    @property
    def tolerance(self) -> float:
        """FTE too little that nobody is hired for."""
        return self.org.rulebook[TOLERANT].limits["tolerance"]

    @cached_property
    def is_small(self) -> bool:
        """Whether people do several things: few employees, and not too many qualified leads for that."""
        limits = self.org.rulebook[COMBINES].limits
        employees, waiting = amount(self.org, "employees"), qualified(self.org)
        if employees is not None and employees >= limits["combine_below"]:
            return False
        return (waiting or 0.0) <= limits["qualified_fulltime"]

    def commonest_role(self, seats: Iterable[SeatId]) -> RoleId:
        """The role most of the people on some seats have."""
        chart = self.org.chart
        found: Counter[RoleId] = Counter()
        for seat in seats:
            found[chart.seats[seat].role] += chart.seats[seat].headcount
        return min(found, key=lambda role: (-found[role], role))

    def usual_manager(self, seats: Iterable[SeatId]) -> SeatId | None:
        """Whom most of them report to."""
        found = Counter(self.org.chart.manager_of(seat) for seat in seats)
        named = [manager for manager in found if manager is not None]
        return min(named, key=lambda manager: (-found[manager], manager), default=None)

    def top(self) -> SeatId | None:
        """Who leads the chart, as far as that is one of the sales organisation."""
        return next((seat for seat in self.org.graphs.leading_roots if not self.org.role(seat).is_neighbour), None)

    @property
    def span(self) -> int:
        """How many people one leader leads."""
        return max(1, int(self.org.rulebook[SPAN].limits["span_max"]))

    def months_until(self, day: date) -> float:
        """Months from today to a day; below 0 where it has passed."""
        return (day - self.today).days / DAYS_A_MONTH
