"""Planning figures of the capacity calculation; a plan keeps only what differs from these."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CapacityDefaults:
    """Weeks, loads and conversion rates; shares are 0 to 1, money in EUR.

    ``months_to_hire`` lie between the first day of a search and the first day of work, ``ramp_months`` between that and
    full work; a measure counts as over a limit after ``months_over``. A cost of 0 is not known.
    """

    hours_per_week: float
    weeks_per_month: float
    inbound_leads_per_fte: float
    inbound_hours_per_week_per_lead: float
    qualified_per_closer_fte: float
    prospects_per_outbound_fte: float
    lead_to_qualified: float
    hot_lead_share: float
    prospect_to_qualified: float
    qualified_to_customer: float
    monthly_churn: float
    customers_per_csm: float
    customers_per_am: float
    customers_per_kam: float
    onboarding_hours_per_customer: float
    span_max: int
    combine_below_employees: int
    first_seller_past_employees: int
    ltv_trigger_eur: float
    retention_gain_points: float
    retention_profit_low: float
    retention_profit_high: float
    growth_per_month: float
    ramp_months: float
    months_to_hire: float
    months_over: float
    sellers_per_operations: int
    cost_per_fte_month: float
