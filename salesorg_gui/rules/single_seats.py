"""What the records of single seats say; rules that ask this need not look at every seat again when one is renamed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesorg_gui.domain.derived import BySeat
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.shared_map import FEW, flat
from salesorg_gui.rules.company import Company


@dataclass(frozen=True)
class SingleSeats(Company):
    """Seat by seat, those left out of whom there is nothing to tell."""

    @BySeat
    def outspoken(self, seat: SeatId) -> bool | None:
        """The seats that say how their week goes, or have words of their own."""
        record = self.chart.seats[seat]
        return bool(record.activities or record.texts) or None

    @outspoken.among
    def _outspoken(self) -> Iterable[SeatId]:
        return sorted([seat.id for seat in self.chart.seats.values() if seat.activities or seat.texts])

    @BySeat
    def aiming(self, seat: SeatId) -> bool | None:
        """The seats that have a goal or a measure of their own."""
        record = self.chart.seats[seat]
        return bool(record.measures or record.goal.strip()) or None

    @aiming.among
    def _aiming(self) -> Iterable[SeatId]:
        return sorted([seat.id for seat in self.chart.seats.values() if seat.measures or seat.goal])

    @BySeat
    def quotas(self, seat: SeatId) -> float | None:
        """What each seat is to sell of those that have a quota."""
        quota = self.chart.seats[seat].quota
        return quota if quota is not None and quota > 0 else None

    @quotas.among
    def _quotas(self) -> Iterable[SeatId]:
        return sorted([seat.id for seat in self.chart.seats.values() if seat.quota])

    @BySeat
    def marked(self, seat: SeatId) -> bool | None:
        """The seats of whose people it is said how senior they are."""
        return any(person.seniority for person in self.chart.seats[seat].people) or None

    @marked.among
    def _marked(self) -> Iterable[SeatId]:
        people = {id: seat.people for id, seat in self.chart.seats.items() if seat.people}
        return sorted([id for id, those in people.items() if len(those) > 1 or those[0].seniority])

    @BySeat
    def surplus(self, seat: SeatId) -> int | None:
        """By how many more or fewer than one the people are that hold a seat; most are held by one."""
        return self.chart.seats[seat].headcount - 1 or None

    @surplus.among
    def _surplus(self) -> Iterable[SeatId]:
        return sorted([seat.id for seat in self.chart.seats.values() if seat.headcount != 1])

    def people_in(self, seats: Mapping[SeatId, object]) -> int:
        """Headcount of all seats of which something is told: nobody goes through those that one person holds."""
        return len(seats) + sum(more for seat, more in self.surplus.items() if seat in seats)

    def people(self, seats: Iterable[SeatId]) -> int:
        """Headcount of some seats together."""
        surplus, known = self.surplus, seats if isinstance(seats, tuple) else tuple(seats)
        told = flat(surplus) if len(known) > FEW else surplus
        return len(known) + (sum(told.get(seat, 0) for seat in known) if told else 0)
