"""The numbers a plan reckons with: the catalogue's planning figures, and in their place the plan's own."""

from dataclasses import dataclass, fields, replace
from math import isfinite
from typing import Any

from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Json

CAPACITY = "capacity"
ABOVE_ZERO = frozenset({
    *("hours_per_week", "weeks_per_month", "inbound_leads_per_fte", "qualified_per_closer_fte"),
    *("prospects_per_outbound_fte", "customers_per_csm", "customers_per_am", "customers_per_kam"),
    *("qualified_to_customer", "prospect_to_qualified", "span_max"),
    "sellers_per_operations",
})  # fmt: skip
"""Figures something is divided by."""
COUNTS = ("span_max", "combine_below_employees", "first_seller_past_employees", "sellers_per_operations")
"""Whole numbers of people."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Figures, and what the plan says about today: customers kept, revenue wanted a year, worth of a contract.

    ``volume`` is a what-if: so many times the leads and prospects of the plan come in; above 0.
    """

    figures: CapacityDefaults
    base: float = 0.0
    target: float | None = None
    contract_value: float | None = None
    volume: float = 1.0


def situation_of(plan: Plan, catalogue: Catalogue) -> Situation:
    """What a plan reckons with. Numbers that make no sense (below 0, or 0 where it divides) count as not given."""
    answers = plan.answers
    return Situation(
        figures_of(plan, catalogue.capacity),
        amount(answers.get("customers")) or 0.0,
        amount(answers.get("revenue_target")) or None,
        amount(answers.get("contract_value")) or None,
    )


def figures_of(plan: Plan, usual: CapacityDefaults) -> CapacityDefaults:
    """The usual figures with those of the plan in their place."""
    own = plan.parameters.get(CAPACITY)
    if not isinstance(own, dict):
        return usual
    given = {field.name: amount(own.get(field.name)) for field in fields(usual)}
    sound: dict[str, Any] = {
        name: value for name, value in given.items() if value is not None and (value > 0 or name not in ABOVE_ZERO)
    }
    counts = {name: max(1, round(sound[name])) for name in COUNTS if name in sound}
    return replace(usual, **sound | counts)


def amount(value: Json) -> float | None:
    """A number from 0 up; ``None`` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if isfinite(found) and found >= 0 else None
