"""What the planning figures of the capacity model are called, what they count, and where they come from."""

from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.i18n import _

ANSWERS = ("customers", "revenue_target", "contract_value")


class FigureWords(NamedTuple):
    """A figure by its id. A share is told in per cent; ``is_answer``: the plan answers it, there is no usual value."""

    id: str
    title: str
    unit: str = ""
    is_share: bool = False
    is_answer: bool = False


def planning_figures() -> dict[str, FigureWords]:
    """The figures of the catalogue that a plan may put its own in the place of."""
    percent = "%"
    rows = (
        FigureWords("inbound_leads_per_fte", _("Inbound leads one person qualifies"), _("a month")),
        FigureWords("prospects_per_outbound_fte", _("Prospects one person works on"), _("a month")),
        FigureWords("qualified_per_closer_fte", _("Qualified leads one closer works on"), _("a month")),
        FigureWords("hot_lead_share", _("Hot leads, straight to a closer"), percent, is_share=True),
        FigureWords("lead_to_qualified", _("Inbound leads that qualify"), percent, is_share=True),
        FigureWords("prospect_to_qualified", _("Prospects that qualify"), percent, is_share=True),
        FigureWords("qualified_to_customer", _("Qualified leads that sign"), percent, is_share=True),
        FigureWords("customers_per_csm", _("Customers one customer success manager keeps")),
        FigureWords("customers_per_am", _("Customers one account manager keeps")),
        FigureWords("customers_per_kam", _("Customers one key account manager keeps")),
        FigureWords("onboarding_hours_per_customer", _("Onboarding of a new customer"), _("h")),
        FigureWords("monthly_churn", _("Customers that leave in a month"), percent, is_share=True),
        FigureWords("growth_per_month", _("Growth of leads and prospects in a month"), percent, is_share=True),
        FigureWords("ramp_months", _("Ramp-up: from the first day to full work"), _("months")),
        FigureWords("months_to_hire", _("From the search to the first day of work"), _("months")),
        FigureWords("months_over", _("Too much to do for so long before one hires"), _("months")),
        FigureWords("cost_per_fte_month", _("Cost of a full-time person"), _("EUR a month")),
        FigureWords("sellers_per_operations", _("Sellers for one person in sales operations")),
        FigureWords("span_max", _("People one manager leads")),
        FigureWords("hours_per_week", _("Full-time week"), _("h")),
    )
    return {row.id: row for row in rows}


def company_answers(catalogue: Catalogue) -> dict[str, FigureWords]:
    """What only the plan can say about volumes and money."""
    asked = (catalogue.questions[id] for id in ANSWERS if id in catalogue.questions)
    return {one.id: FigureWords(one.id, one.title, one.unit, is_answer=True) for one in asked}
