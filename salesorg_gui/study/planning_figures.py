"""The planning figures in words: what each is called, in which unit it counts, and where its usual value comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from salesorg_gui.capacity.figures import ABOVE_ZERO, CAPACITY, COUNTS, figures_of
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.edits.plan import SetParameter
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _

FROM_THE_METHOD = frozenset({
    *("hours_per_week", "inbound_leads_per_fte", "inbound_hours_per_week_per_lead", "qualified_per_closer_fte"),
    "first_seller_past_employees",
})  # fmt: skip
"""Figures the method itself gives; the others are what is usual, to be replaced by a company's own."""
WITHOUT_EFFECT = frozenset({
    *("combine_below_employees", "ltv_trigger_eur", "retention_gain_points"),
    *("retention_profit_low", "retention_profit_high"),
})  # fmt: skip
"""Figures nothing is reckoned with yet, or that a rule has as its own limit: to change them would change nothing."""
NOBODY_KNOWS_AT_ZERO = frozenset({"cost_per_fte_month"})
"""Figures without anything usual: 0 stands for what nobody said."""
HUNDRED = 100


class Unit(StrEnum):
    """How a figure counts."""

    HOURS = "hours"
    WEEKS = "weeks"
    MONTHS = "months"
    PIECES = "pieces"
    SHARE = "share"
    PEOPLE = "people"
    CUSTOMERS = "customers"
    EURO = "euro"


@dataclass(frozen=True, slots=True)
class PlanningFigure:
    """One figure: ``id`` as in the file, what it is called, its unit, and in which group it stands."""

    id: str
    title: str
    unit: Unit
    group: str

    @property
    def is_from_method(self) -> bool:
        """Whether the method gives it."""
        return self.id in FROM_THE_METHOD

    def is_known(self, value: float) -> bool:
        """Whether a value says anything."""
        return value != 0 or self.id not in NOBODY_KNOWS_AT_ZERO


class NoFigure(ValueError):
    """What was typed cannot be reckoned with; the message says what can."""


def unit_text(unit: Unit) -> str:
    """What stands behind the number."""
    return {
        Unit.HOURS: _("hours"),
        Unit.WEEKS: _("weeks"),
        Unit.MONTHS: _("months"),
        Unit.PIECES: _("a month"),
        Unit.SHARE: "%",
        Unit.PEOPLE: _("people"),
        Unit.CUSTOMERS: _("customers"),
        Unit.EURO: "EUR",
    }[unit]


def planning_figures() -> Iterator[PlanningFigure]:
    """All of them, in groups."""
    for group, figures in _groups():
        yield from (PlanningFigure(id, title, unit, group) for id, title, unit in figures)


def shown_amount(figure: PlanningFigure, value: float) -> float:
    """The number as people read it: a share in per cent."""
    return round(value * HUNDRED, 9) if figure.unit is Unit.SHARE else value


def kept_amount(figure: PlanningFigure, typed: float) -> float:
    """The number as it is kept. Raises ``NoFigure`` for one nobody could reckon with."""
    value = round(typed / HUNDRED, 11) if figure.unit is Unit.SHARE else typed
    if not isfinite(value) or value < 0:
        raise NoFigure(_("Type a number from 0 up."))
    if value == 0 and figure.id in ABOVE_ZERO:
        raise NoFigure(_("Type a number above 0: something is divided by it."))
    if figure.unit is Unit.SHARE and value > 1:
        raise NoFigure(_("Type a share from 0 to 100."))
    if figure.id in COUNTS and (value != round(value) or value < 1):
        raise NoFigure(_("Type a whole number from 1 up."))
    return value


def own_value(figure: PlanningFigure, plan: Plan, usual: CapacityDefaults) -> float | None:
    """What the plan reckons with instead of the usual value; nothing where it does not."""
    value = float(getattr(figures_of(plan, usual), figure.id))
    return value if value != getattr(usual, figure.id) else None


def setting(figure: PlanningFigure, value: float | None, usual: CapacityDefaults) -> SetParameter:
    """The edit that keeps a value in the plan; the usual one is not kept."""
    kept = None if value is None or value == getattr(usual, figure.id) else value
    if kept is not None and kept == int(kept):
        kept = int(kept)
    return SetParameter(CAPACITY, figure.id, kept)


def _groups() -> Iterator[tuple[str, tuple[tuple[str, str, Unit], ...]]]:
    yield (
        _("Inbound and outbound"),
        (
            ("inbound_leads_per_fte", _("Leads one full-time person qualifies"), Unit.PIECES),
            ("inbound_hours_per_week_per_lead", _("Hours a week for each lead a month"), Unit.HOURS),
            ("hot_lead_share", _("Leads that are hot at once"), Unit.SHARE),
            ("lead_to_qualified", _("Other leads that qualify"), Unit.SHARE),
            ("prospects_per_outbound_fte", _("Prospects one full-time person works on"), Unit.PIECES),
            ("prospect_to_qualified", _("Prospects that qualify"), Unit.SHARE),
        ),
    )
    yield (
        _("Closing"),
        (
            ("qualified_per_closer_fte", _("Qualified leads one full-time person closes"), Unit.PIECES),
            ("qualified_to_customer", _("Qualified leads that sign"), Unit.SHARE),
        ),
    )
    yield (
        _("Customer care"),
        (
            ("customers_per_csm", _("Customers one Customer Success Manager keeps"), Unit.CUSTOMERS),
            ("customers_per_am", _("Customers one Account Manager keeps"), Unit.CUSTOMERS),
            ("customers_per_kam", _("Customers one Key Account Manager keeps"), Unit.CUSTOMERS),
            ("onboarding_hours_per_customer", _("Onboarding of a new customer"), Unit.HOURS),
            ("monthly_churn", _("Customers lost a month"), Unit.SHARE),
        ),
    )
    yield _("Time and people"), _time_and_people()


def _time_and_people() -> tuple[tuple[str, str, Unit], ...]:
    return (
        ("hours_per_week", _("Full-time week"), Unit.HOURS),
        ("weeks_per_month", _("Weeks in a month"), Unit.WEEKS),
        ("growth_per_month", _("Growth of leads a month"), Unit.SHARE),
        ("months_to_hire", _("From the search to the first day"), Unit.MONTHS),
        ("ramp_months", _("From the first day to full work"), Unit.MONTHS),
        ("months_over", _("Busy months before somebody is hired"), Unit.MONTHS),
        ("cost_per_fte_month", _("Cost of a full-time person a month"), Unit.EURO),
        ("span_max", _("Most reports of one leader"), Unit.PEOPLE),
        ("sellers_per_operations", _("Sellers for one in sales operations"), Unit.PEOPLE),
        ("first_seller_past_employees", _("Employees before the first full-time seller"), Unit.PEOPLE),
    )
