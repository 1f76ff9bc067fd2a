"""Rules about whom to hire first, and under whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import ClassVar

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.amounts import money
from salesorg_gui.rules.capacity_facts import EPSILON, amount
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import (
    CHIEF_REVENUE,
    CLOSING,
    CUSTOMER_SUCCESS,
    EXECUTIVE,
    FOUNDER,
    HEAD_OF_SALES,
    LARGE_START,
    OUTBOUND,
    POD_LEAD,
    VP_SALES,
)

SALES_LEADERS = (HEAD_OF_SALES, VP_SALES)
SALES_MANAGERS = (*SALES_LEADERS, CHIEF_REVENUE, POD_LEAD)
FULL_TIME, FEWEST_REPS = 1.0, 2
MOST_LEADERS = 6


class ManagerFirst:
    """Whoever leads helps to hire those who will be led."""

    id: ClassVar[str] = "hire-manager-first"

    @property
    def title(self) -> str:
        return _("Manager hired too late")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        starts = {seat: org.hiring.start(seat) for seat in org.with_role(*SALES_LEADERS)}
        days = {seat: day for seat, day in starts.items() if day is not None and seat in org.hiring.vacant}
        if not days:
            return
        early: dict[SeatId, list[SeatId]] = defaultdict(list)
        leaders, wanted = self._leaders_above(org, days), frozenset(org.hiring.wanted)
        for seller in org.sellers:
            start = org.hiring.start(seller) if seller in wanted else None
            for manager in leaders.get(seller, ()):
                if start is not None and start <= days[manager]:
                    early[manager].append(seller)
        for manager in sorted(early):
            words = {"manager": org.names.seat(manager), "reports": org.names.seats(early[manager])}
            yield Sighting(words, seats=(manager, *early[manager]))

    def _leaders_above(self, org: Organisation, days: Mapping[SeatId, date]) -> Mapping[SeatId, tuple[SeatId, ...]]:
        """The nearest of the leaders above each seat, itself left out; of a chain of thousands only a few."""
        found: dict[SeatId, tuple[SeatId, ...]] = {}
        for seat in managers_first(org):
            above = org.graphs.managers[seat]
            near = (*(one for one in above if one in days), *(far for one in above for far in found.get(one, ())))
            found[seat] = tuple(one for one in dict.fromkeys(near) if one != seat)[:MOST_LEADERS]
        return found


class VacantManager:
    """Whoever starts has somebody to report to."""

    id: ClassVar[str] = "hire-manager-vacant"

    @property
    def title(self) -> str:
        return _("Nobody there to report to")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        days = org.hiring.starts
        starts = {seat: days[seat] for seat in org.hiring.wanted if seat in days} if days else {}
        led = self._led_from(org) if starts else {}
        for seat, day in starts.items():
            first = led.get(seat)
            if first is not None and first > day:
                yield Sighting({"seat": org.names.seat(seat), "date": day.isoformat()}, seats=(seat,))

    def _led_from(self, org: Organisation) -> Mapping[SeatId, date]:
        """The first day on which somebody sits above each seat that has managers; long ago where nobody knows."""
        led: dict[SeatId, date] = {}
        circles = {seat for circle in org.graphs.reporting_circles for seat in circle}
        held: dict[SeatId, date] = {}
        for seat in managers_first(org):
            above = org.graphs.managers[seat]
            held |= {one: org.hiring.held_from[one] for one in above if one not in held}
            if above:
                days = [min(held[one], led.get(one, date.max)) for one in above]
                led[seat] = date.min if seat in circles else min(days)
        return led


class OneSeller:
    """Sellers spur each other on."""

    id: ClassVar[str] = "hire-never-one-seller"

    @property
    def title(self) -> str:
        return _("One single seller")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        employees = amount(org, "employees")
        grown = employees is not None and employees > org.situation.figures.first_seller_past_employees
        if not grown and not org.hiring.wanted:
            return
        if self._are_several(org):
            return
        then = tuple(seat for seat in self._selling(org) if org.people((seat,)) > 0)
        now = tuple(seat for seat in then if seat not in org.hiring.vacant)
        for seats in (now, then):
            if org.people(seats) == 1:
                half = org.chart.seats[seats[0]].total_fte / 2
                yield Sighting({"fte": half}, seats=seats, variant="now" if seats is now else "")
                return

    def _are_several(self, org: Organisation) -> bool:
        """Whether several people sell already: seen after a few seats in all but the smallest companies."""
        people, vacant = 0, org.hiring.vacant
        seen: set[SeatId] = set()
        for seat in self._doing(org):
            if seat in seen:
                continue
            seen.add(seat)
            people += org.people((seat,)) if seat not in vacant and self._sells(org, seat) else 0
            if people > 1:
                return True
        return False

    def _selling(self, org: Organisation) -> tuple[SeatId, ...]:
        return tuple(seat for seat in sorted(set(self._doing(org))) if self._sells(org, seat))

    def _doing(self, org: Organisation) -> Iterator[SeatId]:
        covering = org.graphs.duties.covering
        return chain(covering.get(CLOSING, ()), covering.get(OUTBOUND, ()))

    def _sells(self, org: Organisation, seat: SeatId) -> bool:
        return org.role_id(seat) != FOUNDER and not org.role(seat).is_neighbour


class FirstSeller:
    """Past some size somebody sells all day long."""

    id: ClassVar[str] = "hire-first-seller-due"

    @property
    def title(self) -> str:
        return _("Time for the first seller")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        employees = amount(org, "employees")
        if employees is None or employees <= limits["employees_limit"]:
            return
        if sum(org.chart.seats[seat].total_fte for seat in org.sellers) < FULL_TIME - EPSILON:
            yield Sighting({}, seats=org.with_role(FOUNDER))


class WorthASeller:
    """Where a customer is worth much, a seller soon pays."""

    id: ClassVar[str] = "hire-ltv-trigger"

    @property
    def title(self) -> str:
        return _("Customers worth a seller")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        worth = amount(org, "ltv")
        if worth is None or worth <= limits["ltv_limit_eur"]:
            return
        if org.people(org.sellers) == 0:
            yield Sighting({"ltv": money(worth)}, seats=org.with_role(FOUNDER))


class LargeStart:
    """A larger start has a manager, several reps, and somebody who cares for customers."""

    id: ClassVar[str] = "hire-large-start-incomplete"

    @property
    def title(self) -> str:
        return _("Start team incomplete")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.told("start_team") != LARGE_START:
            return
        lacking = []
        if not org.people(org.with_role(*SALES_MANAGERS)):
            lacking.append(_("a sales manager"))
        reps = org.people(seat for seat in org.sellers if org.role_id(seat) not in {FOUNDER, EXECUTIVE})
        if reps < FEWEST_REPS:
            lacking.append(_("several reps") if reps == 0 else _("a second rep"))
        if not org.people(org.with_role(CUSTOMER_SUCCESS)):
            lacking.append(_("a customer success rep"))
        if lacking:
            yield Sighting({"missing": ", ".join(lacking)})


def managers_first(org: Organisation) -> Iterator[SeatId]:
    """The seats of R, each after those it reports to; within a circle by id."""
    return (seat for group in reversed(org.graphs.reporting_groups) for seat in group)
