"""Rules about those who close, and about the specialists who help them."""

from collections.abc import Iterator
from math import inf
from typing import ClassVar

from salesorg_gui.capacity.formulas import closer_fte, rounded_up
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.gathering import is_among
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import named_here
from salesorg_gui.rules.capacity_facts import (
    EPSILON,
    amount,
    figures_for,
    qualified,
)
from salesorg_gui.rules.each import EachSeat
from salesorg_gui.rules.graphs import LeadSource
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import CLOSING, SPECIALIST


class CloserFullTime:
    """Many qualified leads are somebody's whole work."""

    id: ClassVar[str] = "capacity-closer-fulltime"

    @property
    def title(self) -> str:
        return _("Closing is a full-time role")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, waiting = org.capacity, qualified(org)
        if capacity is None or waiting is None or waiting <= limits["qualified_fulltime"] + EPSILON:
            return
        closing = capacity.roster.closers
        if closing and not any(is_among(capacity.roster.alone[Part.CLOSER], seat) for seat in closing):
            busiest = max(closing, key=lambda seat: capacity.loads[seat].need[Part.CLOSER])
            words: Words = {"qualified": round(waiting, 1), "seat": org.names.seat(busiest)}
            yield Sighting(words, seats=(busiest,))


class CloserShort:
    """There is time for every qualified lead."""

    id: ClassVar[str] = "capacity-closer-short"

    @property
    def title(self) -> str:
        return _("Too little time for qualified leads")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, waiting = org.capacity, qualified(org)
        if capacity is None or not waiting:
            return
        closing = capacity.roster.closers
        if not closing:
            return
        figures = figures_for(org, self.id, limits)
        need = closer_fte(waiting, figures)
        have = capacity.time_of(closing, Part.CLOSER)
        if (need / have if have else inf) > 1 + limits["tolerance"] + EPSILON:
            words: Words = {
                "qualified": round(waiting, 1),
                "fte": have,
                "qualified_per_fte": figures.qualified_per_closer_fte,
                "missing": rounded_up(need - have),
            }
            is_usual = figures.qualified_per_closer_fte == org.catalogue.capacity.qualified_per_closer_fte
            yield Sighting(words, seats=closing, variant="" if is_usual else "other")


class CombinedCloser:
    """In a small company one person closes and does outbound."""

    id: ClassVar[str] = "capacity-closer-combine"

    @property
    def title(self) -> str:
        return _("Closing and outbound could be one seat")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity, waiting, employees = org.capacity, qualified(org), amount(org, "employees")
        if capacity is None or waiting is None or employees is None:
            return
        if employees >= limits["combine_below"] or waiting > limits["qualified_fulltime"] + EPSILON:
            return
        closing = tuple(seat for seat in capacity.roster.alone[Part.CLOSER] if org.covers(seat, CLOSING))
        hunting = capacity.roster.alone[Part.OUTBOUND]
        if closing and hunting:
            yield Sighting({}, seats=(*closing, *hunting))


class SpecialistRatio(EachSeat):
    """A specialist has time for each seller who asks."""

    id: ClassVar[str] = "capacity-specialist-ratio"

    @property
    def title(self) -> str:
        return _("Many sellers for one specialist")

    def among(self, org: Organisation) -> tuple[SeatId, ...]:
        return org.with_role(SPECIALIST)

    def look(self, org: Organisation, seat: SeatId, limits: Limits, /) -> Iterator[Sighting]:
        graph = org.graphs.handoffs
        asking = [giver for giver in graph.predecessors(seat) if not isinstance(giver, LeadSource)]
        sellers = org.people(giver for giver in asking if org.covers(giver, CLOSING))
        people = org.chart.seats[seat].headcount
        if people > 0 and sellers / people > limits["max_ae"] + EPSILON:
            yield named_here(org, seat, count=sellers)
