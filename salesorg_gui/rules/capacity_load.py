"""Rules about how full the weeks are: of one seat, of those who keep customers, of the whole line."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.loads import loads_of
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import HERE, about_seat
from salesorg_gui.rules.amounts import in_any_order
from salesorg_gui.rules.capacity_facts import EPSILON, amount, figures_for, is_done_outside
from salesorg_gui.rules.each import EachSeat
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import GROWTH, ONBOARDING, RETENTION


class NurtureShort:
    """There is time for every customer."""

    id: ClassVar[str] = "capacity-nurture-short"

    @property
    def title(self) -> str:
        return _("Too little time for customers")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, customers = org.capacity, amount(org, "customers")
        if capacity is None or customers is None or is_done_outside(org, ONBOARDING, RETENTION, GROWTH):
            return
        seats = capacity.workers[Part.CARE]
        need, have = self._need(org, capacity, limits), capacity.have(Part.CARE)
        if seats and need > have + limits["tolerance"] + EPSILON:
            new = sum(capacity.flow.at(seat, Phase.SIGNED) for seat in seats)
            words: Words = {"customers": round(customers), "new": round(new, 1), "fte": need, "available": have}
            yield Sighting(words, seats=seats, variant="" if new else "kept")

    def _need(self, org: Organisation, capacity: Capacity, limits: Limits) -> float:
        figures = figures_for(org, self.id, limits)
        if figures == org.situation.figures:
            return capacity.need(Part.CARE)
        loads = loads_of(capacity.works, capacity.flow, replace(org.situation, figures=figures))
        return sum(loads[seat].need[Part.CARE] for seat in capacity.workers[Part.CARE])


class Overbooked(EachSeat):
    """A week has no more hours than it has."""

    id: ClassVar[str] = "capacity-seat-overbooked"

    @property
    def title(self) -> str:
        return _("Booked beyond the week")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        records = org.chart.seats
        return [seat for seat in seats if records[seat].shares or records[seat].activities]

    def look(self, org: Organisation, seat: SeatId, limits: Limits, /) -> Iterator[Sighting]:
        one = org.chart.seats[seat]
        if not one.shares and not one.activities:
            return
        booked = in_any_order(max(0.0, share) for share in one.shares.values())
        booked += sum(max(0.0, activity.share) for activity in one.activities)
        hours = figures_for(org, self.id, limits).hours_per_week * one.total_fte
        if booked > 1 + EPSILON and hours > 0:
            yield about_seat(org, seat, hours=round(booked * hours, 1), available=round(hours, 1))


class CapacityBottleneck:
    """What comes in gets through."""

    id: ClassVar[str] = "capacity-bottleneck"

    @property
    def title(self) -> str:
        return _("Bottleneck")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        stuck = org.capacity.bottleneck if org.capacity is not None else None
        if stuck is not None and stuck.seats:
            words: Words = {
                "seats": org.names.seats(stuck.seats),
                "flow": round(stuck.flow, 1),
                "demand": round(stuck.demand, 1),
            }
            yield Sighting(words, seats=stuck.seats, variant=HERE if words["flow"] else "full")
