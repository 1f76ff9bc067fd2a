"""Twelve months ahead: what comes in, who is there for it by then, what is left waiting, and where it breaks first.

Needs are those of the drawn flow, so that the first month agrees with the load of today. What gets through is reckoned
part by part (5.7, series check): nobody works on more than he has time for, and what is left waits for the next month.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import inf

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import hours_per_month, qualified_per_lead, rounded_up
from salesorg_gui.capacity.planning import MONTHS
from salesorg_gui.capacity.work import Part
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.study.arrivals import Arrival, arrivals_of, month_after
from salesorg_gui.study.staffing import Demand, Staff, demand_of, staff_of

OVER = 1.1
"""From so many times the time there is on, work has clearly outgrown it; less is within what a plan can tell."""
LITTLE = 0.05
"""FTE nobody misses."""
MOST = 1e6


@dataclass(frozen=True, slots=True)
class Ahead:
    """One month. FTE by part of the work; ``waiting`` are leads, qualified leads and signed customers at its end.

    ``leads`` and ``prospects`` come in, ``won`` customers are taken in, ``customers`` there are at the end.
    ``revenue`` is that of all customers a month, ``None`` where nobody said what a contract is worth.
    """

    start: date
    leads: float
    prospects: float
    qualified: float
    won: float
    customers: float
    need: Mapping[Part, float]
    have: Mapping[Part, float]
    waiting: Mapping[Part, float]
    revenue: float | None = None

    def missing(self, part: Part) -> float:
        """FTE of work beyond the time there is; negative where time is left."""
        return self.need[part] - self.have[part]

    def load(self, part: Part) -> float | None:
        """Work as a share of the time; ``inf`` for work without anybody, ``None`` where there is neither."""
        if self.have[part] > 0:
            return self.need[part] / self.have[part]
        return inf if self.need[part] > 0 else None

    def is_over(self, part: Part) -> bool:
        """Whether a part has clearly more work than time."""
        return self.need[part] > OVER * self.have[part] and self.missing(part) > LITTLE


@dataclass(frozen=True, slots=True)
class Break:
    """The month, counted from 0, and the part whose work outgrows its time first."""

    number: int
    month: Ahead
    part: Part


@dataclass(frozen=True)
class YearAhead:
    """The months in order, and who starts in them.

    ``lead_months`` lie between the first day of a search and full work.
    """

    months: tuple[Ahead, ...]
    arrivals: tuple[Arrival, ...] = ()
    parts: tuple[Part, ...] = tuple(Part)
    lead_months: float = 0.0

    @property
    def first_break(self) -> Break | None:
        """Where it breaks first; of several parts in one month, the one that misses most."""
        for number, month in enumerate(self.months):
            over = [part for part in self.parts if month.is_over(part)]
            if over:
                return Break(number, month, max(over, key=month.missing))
        return None

    def short(self, part: Part) -> float:
        """FTE a part misses in its worst month, in tenths of a person; 0 where it misses none."""
        most = max(month.missing(part) for month in self.months)
        return rounded_up(min(most, MOST)) if most > 0 else 0.0

    @property
    def fullest(self) -> Break:
        """The month and part with the least time left, as a share."""
        found = [(n, month, part) for n, month in enumerate(self.months) for part in self.parts]
        return Break(*max(found, key=lambda one: one[1].load(one[2]) or 0.0))

    @property
    def won(self) -> float:
        """Customers taken in over all months."""
        return sum(month.won for month in self.months)


@dataclass(frozen=True, slots=True)
class _Yield:
    """What comes of work in the drawn flow, at the volume of the plan: how many a unit of work makes of the next."""

    inbound: float
    outbound: float
    closer: float


def year_ahead(capacity: Capacity, today: date, months: int = MONTHS) -> YearAhead:
    """The months from the one of ``today`` on, as a chart stands and its plan grows.

    Open and planned seats count from their start on; whoever starts grows into the work.
    """
    today = min(today, date(date.max.year - 2 - months // 12, 1, 1))
    figures, usual = capacity.situation.figures, capacity.at(1.0)
    arrivals = arrivals_of(capacity.chart, today, figures)
    demand, staff = demand_of(usual), staff_of(usual, arrivals)
    need = demand.need(1.0, usual.situation.base)
    parts = tuple(part for part in Part if need[part] > 0 or usual.workers[part])
    ahead = _months(capacity, demand, staff, today.replace(day=1), months)
    return YearAhead(ahead, arrivals, parts, figures.months_to_hire + figures.ramp_months)


def _months(capacity: Capacity, demand: Demand, staff: Staff, first: date, count: int) -> tuple[Ahead, ...]:
    usual, worth = capacity.at(1.0), capacity.situation.contract_value
    figures, yields, base = usual.situation.figures, _yields(usual), usual.situation.base
    waiting: Mapping[Part, float] = dict.fromkeys(Part, 0.0)
    found: list[Ahead] = []
    for number in range(count):
        volume = capacity.situation.volume * grown(figures.growth_per_month, number)
        need, have = demand.need(volume, base), staff.have(volume, number)
        through = _through(need, have, waiting, yields, base * demand.per_customer, figures)
        base = max(0.0, base * (1.0 - figures.monthly_churn)) + through.won
        revenue = base * worth / MONTHS if worth is not None else None
        waiting = through.waiting
        told = usual.leads * volume, usual.prospects * volume, through.qualified, through.won, base
        found.append(Ahead(month_after(first, number), *told, need, have, waiting, revenue))
    return tuple(found)


def grown(growth: float, months: int) -> float:
    """How many times as much comes in after so many months; absurd growth ends at a million times."""
    return min(min(1.0 + growth, MOST) ** months, MOST)


@dataclass(frozen=True, slots=True)
class _Through:
    qualified: float
    won: float
    waiting: Mapping[Part, float]


def _through(
    need: Mapping[Part, float],
    have: Mapping[Part, float],
    waiting: Mapping[Part, float],
    yields: _Yield,
    kept: float,
    figures: CapacityDefaults,
) -> _Through:
    """What of a month's work is done; prospects nobody called stay on their list and do not wait (5.7)."""
    leads, left_leads = _worked(
        need[Part.INBOUND] * figures.inbound_leads_per_fte + waiting[Part.INBOUND],
        have[Part.INBOUND] * figures.inbound_leads_per_fte,
    )
    called, _rest = _worked(need[Part.OUTBOUND], have[Part.OUTBOUND])
    called *= figures.prospects_per_outbound_fte
    qualified = leads * yields.inbound + called * yields.outbound
    closed, left_qualified = _worked(
        qualified + waiting[Part.CLOSER], have[Part.CLOSER] * figures.qualified_per_closer_fte
    )
    won, left_signed = _worked(closed * yields.closer + waiting[Part.CARE], _room(have[Part.CARE] - kept, figures))
    left = {Part.INBOUND: left_leads, Part.OUTBOUND: 0.0, Part.CLOSER: left_qualified, Part.CARE: left_signed}
    return _Through(qualified, won, left)


def _worked(there: float, room: float) -> tuple[float, float]:
    """How many are worked on, and how many left."""
    done = min(there, max(0.0, room))
    return done, there - done


def _room(free: float, figures: CapacityDefaults) -> float:
    """New customers that so much time takes in (5.7)."""
    hours = figures.onboarding_hours_per_customer
    return max(0.0, free) * hours_per_month(figures) / hours if hours > 0 else inf


def _yields(usual: Capacity) -> _Yield:
    """From the drawn flow: what one lead, one prospect and one qualified lead that is worked on comes to."""
    figures = usual.situation.figures
    leads = usual.need(Part.INBOUND) * figures.inbound_leads_per_fte
    called = usual.need(Part.OUTBOUND) * figures.prospects_per_outbound_fte
    arriving = usual.need(Part.CLOSER) * figures.qualified_per_closer_fte
    of_leads, of_called = leads * qualified_per_lead(figures), called * figures.prospect_to_qualified
    share = arriving / (of_leads + of_called) if of_leads + of_called > 0 else 0.0
    return _Yield(
        share * qualified_per_lead(figures),
        share * figures.prospect_to_qualified,
        usual.flow.customers / arriving if arriving > 0 else 0.0,
    )
