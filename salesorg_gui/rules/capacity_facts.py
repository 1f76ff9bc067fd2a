"""What the rules about capacity know of a chart: volumes, who works on what, and the figures that hold for a rule."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from salesorg_gui.capacity.figures import ABOVE_ZERO
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.ids import StageId
from salesorg_gui.domain.records import Lane
from salesorg_gui.rules.amounts import in_any_order, number
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits

FIGURE_OF: Mapping[str, str] = {
    "leads_per_fte": "inbound_leads_per_fte",
    "qualified_per_fte": "qualified_per_closer_fte",
    "prospects_per_fte": "prospects_per_outbound_fte",
    "prospect_to_qualified": "prospect_to_qualified",
    "customers_per_csm": "customers_per_csm",
    "customers_per_am": "customers_per_am",
    "customers_per_kam": "customers_per_kam",
    "onboarding_hours": "onboarding_hours_per_customer",
    "hours_per_week": "hours_per_week",
}
"""Limits of rules that are planning figures as well."""
EPSILON = 1e-9
"""Sums of shares and rates are never quite exact."""


def figures_for(org: Organisation, rule: str, limits: Limits) -> CapacityDefaults:
    """The planning figures of the plan, and in their place the limits it sets for this rule itself."""
    usual = org.catalogue.rules[rule].params
    own: dict[str, Any] = {
        FIGURE_OF[name]: limit for name, limit in limits.items() if name in FIGURE_OF and limit != usual[name]
    }
    sound = {name: value for name, value in own.items() if value > 0 or name not in ABOVE_ZERO}
    return replace(org.situation.figures, **sound) if sound else org.situation.figures


def leads(org: Organisation) -> float | None:
    """Inbound leads a month: what the sources bring, else what was answered; ``None`` when nobody said."""
    return _brought(org) or amount(org, "inbound_leads")


def qualified(org: Organisation) -> float | None:
    """Qualified leads a month that reach somebody who closes, else what was answered; ``None`` when nobody said."""
    found = org.capacity.qualified if org.capacity is not None else 0.0
    return found if found > 0 else amount(org, "qualified_leads")


def amount(org: Organisation, question: str) -> float | None:
    """A number from 0 up that the plan answered."""
    answer = org.told(question)
    return answer if isinstance(answer, float | int) and not isinstance(answer, bool) and answer >= 0 else None


def is_done_outside(org: Organisation, *stages: StageId) -> bool:
    """Whether a neighbour (service, an agency) has a part in the work; nobody knows how much time it has."""
    return any(stage in org.outside for stage in stages)


def _brought(org: Organisation) -> float:
    sources = (source for source in org.chart.sources.values() if source.lane is Lane.INBOUND)
    return in_any_order(max(number(source.per_month) or 0.0, 0.0) for source in sources)
