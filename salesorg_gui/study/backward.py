"""From a revenue target back to people: each step with the sum behind it (5.6), and what is missing today (5.10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import managers_for, qualified_per_lead, rounded_up
from salesorg_gui.capacity.planning import MONTHS, Outlook, backward
from salesorg_gui.capacity.work import Part

MOST = 1e12
"""Beyond so many contracts or leads nobody plans."""


@dataclass(frozen=True, slots=True)
class Rung:
    """FTE a part takes for the target, what there is today, and the people missing in tenths (5.9)."""

    part: Part
    need: float
    have: float

    @property
    def gap(self) -> float:
        """FTE to hire; 0 where there are enough."""
        return rounded_up(self.need - self.have) if self.need > self.have else 0.0


@dataclass(frozen=True)
class Ladder:
    """``outlook`` is the month that the target asks for: its customers and volumes, with today's inbound leads.

    ``missing_leads`` are the inbound leads a month that would do in the place of all ``outlook.prospects`` beyond those
    there are today. ``managers`` lead all the people the target takes.
    """

    target: float
    contract_value: float
    outlook: Outlook
    rungs: tuple[Rung, ...]
    qualified_asked: float
    prospects_today: float
    missing_leads: float
    managers: int

    @property
    def gap(self) -> float:
        """FTE to hire in all."""
        return sum(rung.gap for rung in self.rungs)


def ladder_of(capacity: Capacity, have: Mapping[Part, float]) -> Ladder | None:
    """What the revenue target of a plan asks for; ``have`` is the FTE there is today.

    ``None`` where there is no target, nobody said what a contract is worth, or the numbers are absurd.
    """
    situation = capacity.situation
    if situation.target is None or situation.contract_value is None:
        return None
    figures, usual = situation.figures, capacity.at(1.0)
    if not situation.target / situation.contract_value < MOST or not usual.leads + situation.base < MOST:
        return None
    outlook = backward(situation.target, situation.contract_value, usual.leads, situation.base, figures)
    asked = outlook.customers / figures.qualified_to_customer
    missing = max(0.0, outlook.prospects - usual.prospects) * figures.prospect_to_qualified
    need = {
        Part.INBOUND: outlook.inbound,
        Part.OUTBOUND: outlook.outbound,
        Part.CLOSER: outlook.closer,
        Part.CARE: outlook.care,
    }
    return Ladder(
        situation.target,
        situation.contract_value,
        outlook,
        tuple(Rung(part, need[part], have[part]) for part in Part),
        asked,
        usual.prospects,
        missing / qualified_per_lead(figures) if qualified_per_lead(figures) > 0 else 0.0,
        managers_for(ceil(rounded_up(sum(need.values()))), figures),
    )


def customers_a_year(ladder: Ladder) -> float:
    """Contracts that make the target."""
    return ladder.outlook.customers * MONTHS
