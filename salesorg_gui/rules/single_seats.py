"""What the records of single seats say; rules that ask this need not look at every seat again when one is renamed."""

from collections.abc import Iterable
from dataclasses import dataclass

from salesorg_gui.domain.derived import BySeat
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.rules.company import Company


@dataclass(frozen=True)
class SingleSeats(Company):
    """Seat by seat, those left out of whom there is nothing to tell."""

    @BySeat
    def outspoken(self, seat: SeatId) -> bool | None:
        """The seats that say how their week goes, or have words of their own."""
        record = self.chart.seats[seat]
        return bool(record.activities or record.texts) or None

    @BySeat
    def aiming(self, seat: SeatId) -> bool | None:
        """The seats that have a goal or a measure of their own."""
        record = self.chart.seats[seat]
        return bool(record.measures or record.goal.strip()) or None

    @BySeat
    def quotas(self, seat: SeatId) -> float | None:
        """What each seat is to sell of those that have a quota."""
        quota = self.chart.seats[seat].quota
        return quota if quota is not None and quota > 0 else None

    @BySeat
    def headcounts(self, seat: SeatId) -> int:
        """How many people hold each seat."""
        return self.chart.seats[seat].headcount

    def people(self, seats: Iterable[SeatId]) -> int:
        """Headcount of some seats together."""
        return sum(map(self.headcounts.__getitem__, seats))
