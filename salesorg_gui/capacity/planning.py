"""Planning without a chart: from volumes forward to people, and from a revenue target backward to volumes (5.6)."""

from dataclasses import dataclass

from salesorg_gui.capacity.formulas import (
    care_fte,
    closer_fte,
    inbound_fte,
    inbound_hours_per_week,
    next_base,
    outbound_fte,
    qualified_per_lead,
)
from salesorg_gui.catalogue.capacity import CapacityDefaults

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Outlook:
    """A month: volumes, what comes of them, and the FTE they take. ``base_after`` are the customers at its end."""

    leads: float
    prospects: float
    qualified_inbound: float
    qualified_outbound: float
    customers: float
    inbound_hours_per_week: float
    inbound: float
    outbound: float
    closer: float
    care: float
    base_after: float

    @property
    def qualified(self) -> float:
        """Qualified leads of both lanes."""
        return self.qualified_inbound + self.qualified_outbound

    @property
    def handoffs(self) -> float:
        """Handovers: each qualified lead to a closer, each customer to care (5.8)."""
        return self.qualified + self.customers


def forward(leads: float, prospects: float, base: float, figures: CapacityDefaults) -> Outlook:
    """What so many leads and prospects a month lead to, with ``base`` customers to keep."""
    q_in, q_out = leads * qualified_per_lead(figures), prospects * figures.prospect_to_qualified
    customers = (q_in + q_out) * figures.qualified_to_customer
    return _outlook(Volumes(leads, prospects, q_in, q_out, q_in + q_out, customers), base, figures)


def backward(target: float, contract_value: float, leads: float, base: float, figures: CapacityDefaults) -> Outlook:
    """What a revenue target a year asks for: prospects fill what the inbound leads leave open.

    ``contract_value`` is above 0. Inbound leads are never thrown away: where they bring more than the target asks for,
    ``customers`` and the closers count only what is asked for.
    """
    customers = target / MONTHS / contract_value
    qualified = customers / figures.qualified_to_customer
    q_in = leads * qualified_per_lead(figures)
    q_out = max(0.0, qualified - q_in)
    prospects = q_out / figures.prospect_to_qualified
    return _outlook(Volumes(leads, prospects, q_in, q_out, qualified, customers), base, figures)


@dataclass(frozen=True, slots=True)
class Volumes:
    """What comes in and what becomes of it; ``closed`` are the qualified leads that closers work on."""

    leads: float
    prospects: float
    qualified_inbound: float
    qualified_outbound: float
    closed: float
    customers: float


def _outlook(volumes: Volumes, base: float, figures: CapacityDefaults) -> Outlook:
    return Outlook(
        volumes.leads,
        volumes.prospects,
        volumes.qualified_inbound,
        volumes.qualified_outbound,
        volumes.customers,
        inbound_hours_per_week(volumes.leads, figures),
        inbound_fte(volumes.leads, figures),
        outbound_fte(volumes.prospects, figures),
        closer_fte(volumes.closed, figures),
        care_fte(base, volumes.customers, figures),
        next_base(base, volumes.customers, figures),
    )
