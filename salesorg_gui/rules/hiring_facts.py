"""Which seats somebody is wanted for, from when, and how far the search has come."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.dates import date_of
from salesorg_gui.domain.derived import BySeat
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Check, Hire, HireStatus, Score, Seat, Status

PUBLIC = tuple(HireStatus)[1:]
"""From the advertisement on."""
TEAM_FIT = "team_fit"
"""The group of a scorecard that asks whether somebody fits the team."""


@dataclass(frozen=True)
class Hiring:
    """The hires of a chart. Days that are words ("Q3") count as unknown."""

    chart: Chart

    @cached_property
    def hires(self) -> tuple[Hire, ...]:
        """Hires for seats that exist, by id."""
        hires = self.chart.hires
        return tuple(hires[id] for id in sorted(hires) if hires[id].seat in self.chart.seats)

    @cached_property
    def by_seat(self) -> Mapping[SeatId, tuple[Hire, ...]]:
        """The hires for each seat."""
        found: dict[SeatId, list[Hire]] = defaultdict(list)
        for hire in self.hires:
            found[hire.seat].append(hire)
        return {seat: tuple(hires) for seat, hires in found.items()}

    @cached_property
    def running(self) -> frozenset[SeatId]:
        """The seats of hires that nobody has started yet."""
        return frozenset(hire.seat for hire in self.hires if hire.status is not HireStatus.STARTED)

    @BySeat
    def vacant(self, seat: SeatId) -> bool | None:
        """The seats on which nobody sits yet."""
        return is_vacant(self.chart.seats[seat]) or None

    @vacant.among
    def _vacant(self) -> Iterable[SeatId]:
        return sorted([seat.id for seat in self.chart.seats.values() if seat.status is not Status.FILLED])

    @cached_property
    def wanted(self) -> tuple[SeatId, ...]:
        """The seats somebody is looked for, or will be: open, planned, or with a hire that has not started."""
        return tuple(sorted({*self.vacant, *self.running}))

    @cached_property
    def open(self) -> tuple[SeatId, ...]:
        """The seats somebody is looked for now; those that are only planned are left out."""
        return tuple(id for id in self.wanted if id in self.advertised or id in self.running)

    @BySeat
    def advertised(self, seat: SeatId) -> bool | None:
        """The seats that say they are open."""
        return self.chart.seats[seat].status is Status.OPEN or None

    @advertised.among
    def _advertised(self) -> Iterable[SeatId]:
        return sorted([seat.id for seat in self.chart.seats.values() if seat.status is Status.OPEN])

    def public(self, *statuses: HireStatus) -> tuple[Hire, ...]:
        """Hires that have come as far as one of these."""
        return tuple(hire for hire in self.hires if hire.status in statuses)

    def start(self, seat: SeatId) -> date | None:
        """The day somebody starts on a seat: as its hires say, else the seat itself; ``None`` when nobody knows."""
        return self.starts.get(seat)

    @BySeat
    def starts(self, seat: SeatId) -> date | None:
        """The same for every seat of which it is known."""
        days = [day for hire in self.by_seat.get(seat, ()) if (day := date_of(hire.start)) is not None]
        return min(days, default=None) or date_of(self.chart.seats[seat].start)

    @starts.among
    def _starts(self) -> Iterable[SeatId]:
        return sorted({*self.by_seat, *(seat.id for seat in self.chart.seats.values() if seat.start)})

    @BySeat
    def held_from(self, seat: SeatId) -> date:
        """The first day somebody sits on each seat; long ago where nobody knows, so that nobody is blamed for it."""
        one = self.chart.seats[seat]
        if is_vacant(one):
            return self.start(seat) or date.min
        return min((date_of(person.start) or date.min for person in one.people), default=date.min)


def criteria(hires: Iterable[Hire]) -> tuple[Score, ...]:
    """All criteria of the scorecards of some hires."""
    return tuple(
        score for hire in hires for card in hire.scorecards for score in card.scores if score.criterion.strip()
    )


def ticked(hire: Hire, step: str) -> frozenset[int]:
    """The lines of a step of the checklist that are done."""
    return frozenset(check.item for check in hire.checklist if check.step == step and check.done.strip())


def planned(hire: Hire, step: str) -> tuple[Check, ...]:
    """The lines of a step that somebody has taken on, dated or done."""
    lines = (check for check in hire.checklist if check.step == step)
    return tuple(check for check in lines if check.who.strip() or check.due.strip() or check.done.strip())


def is_vacant(seat: Seat) -> bool:
    """Whether nobody sits on it yet."""
    return seat.status is not Status.FILLED
