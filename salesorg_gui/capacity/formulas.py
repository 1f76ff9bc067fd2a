"""The closed formulas of the capacity model. Amounts are a month unless said, FTE full-time equivalents.

Sources and worked figures: sections 5.1 to 5.10 of the domain notes; the planning figures come from the catalogue.
"""

from math import ceil, inf, sqrt

from salesorg_gui.catalogue.capacity import CapacityDefaults

TENTH = 10
ROUNDING = 1e-9


def hours_per_month(figures: CapacityDefaults) -> float:
    """Working hours of one full-time person a month."""
    return figures.hours_per_week * figures.weeks_per_month


def qualified_per_lead(figures: CapacityDefaults) -> float:
    """Qualified leads that come of one inbound lead: hot ones at once, the others after qualification (5.1)."""
    return figures.hot_lead_share + (1 - figures.hot_lead_share) * figures.lead_to_qualified


def inbound_hours_per_week(leads: float, figures: CapacityDefaults) -> float:
    """Hours a week that this many leads a month take (5.1)."""
    return leads * figures.inbound_hours_per_week_per_lead


def inbound_fte(leads: float, figures: CapacityDefaults) -> float:
    """FTE that qualify this many leads a month (5.1)."""
    return leads / figures.inbound_leads_per_fte


def outbound_fte(prospects: float, figures: CapacityDefaults) -> float:
    """FTE that work this many prospects a month (5.2)."""
    return prospects / figures.prospects_per_outbound_fte


def closer_fte(qualified: float, figures: CapacityDefaults) -> float:
    """FTE that close this many qualified leads a month (5.3)."""
    return qualified / figures.qualified_per_closer_fte


def care_fte(base: float, new_customers: float, figures: CapacityDefaults, per_fte: float | None = None) -> float:
    """FTE that keep ``base`` customers, ``per_fte`` each, and take in new ones (5.4)."""
    onboarding = new_customers * figures.onboarding_hours_per_customer / hours_per_month(figures)
    return base / (per_fte or figures.customers_per_csm) + onboarding


def next_base(base: float, new_customers: float, figures: CapacityDefaults) -> float:
    """Customers a month later (5.4)."""
    return base * (1 - figures.monthly_churn) + new_customers


def wait_hours(leads: float, fte: float, figures: CapacityDefaults) -> float:
    """Mean working hours a lead waits in one common queue (M/M/1, 5.5); ``inf`` where the queue grows without end."""
    return queue_hours(leads, fte * figures.inbound_leads_per_fte, figures)


def queue_hours(arriving: float, served: float, figures: CapacityDefaults) -> float:
    """Mean working hours in one queue (M/M/1) of ``arriving`` a month where ``served`` a month could be worked on."""
    hours = hours_per_month(figures)
    if arriving <= 0:
        return 0.0
    return inf if arriving >= served else arriving / served / (served - arriving) * hours


def backlog_growth(leads: float, fte: float, figures: CapacityDefaults) -> float:
    """Leads a month that nobody comes to (5.5)."""
    return max(0.0, leads - figures.inbound_leads_per_fte * fte)


def fte_for_wait(leads: float, limit_hours: float, figures: CapacityDefaults) -> float:
    """FTE for which leads wait ``limit_hours`` on average; the limit is above 0 (5.5)."""
    hours = hours_per_month(figures)
    arriving = leads / hours
    served = (arriving + sqrt(arriving**2 + 4 * arriving / limit_hours)) / 2
    return served * hours / figures.inbound_leads_per_fte


def lifetime_value(contract_value: float, gross_margin: float, annual_churn: float) -> float:
    """Worth of a customer over its life; churn a year is above 0 (5.8)."""
    return contract_value * gross_margin / annual_churn


def retention_profit(profit: float, figures: CapacityDefaults) -> tuple[float, float]:
    """Least and most extra profit of keeping ``retention_gain_points`` per cent more customers (5.8)."""
    return profit * figures.retention_profit_low, profit * figures.retention_profit_high


def rounded_up(fte: float) -> float:
    """A need in tenths of a person (5.9)."""
    return ceil(fte * TENTH - ROUNDING) / TENTH


def managers_for(people: int, figures: CapacityDefaults) -> int:
    """Leaders for so many people (5.10)."""
    return ceil(people / figures.span_max)
