"""The amounts of a hiring plan in words."""

from math import floor

from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import money, spoken
from salesorg_gui.study.hiring.openings import Measure

SMALL, LARGE = 10, 10_000
PEOPLE = frozenset({Measure.REPORTS, Measure.SELLERS})
"""Measures that go up with the hires of the plan itself, so that it is known when."""


def counted(measure: Measure, amount: float) -> str:
    """An amount with what it counts."""
    whole = round(amount) if amount >= SMALL or amount == round(amount) else 2
    text = {
        Measure.LEADS: ngettext("{amount} lead a month", "{amount} leads a month", whole),
        Measure.PROSPECTS: ngettext("{amount} prospect a month", "{amount} prospects a month", whole),
        Measure.QUALIFIED: ngettext("{amount} qualified lead a month", "{amount} qualified leads a month", whole),
        Measure.SIGNED: ngettext("{amount} new customer a month", "{amount} new customers a month", whole),
        Measure.CUSTOMERS: ngettext("{amount} customer", "{amount} customers", whole),
        Measure.SELLERS: ngettext("{amount} seller", "{amount} sellers", whole),
        Measure.EMPLOYEES: ngettext("{amount} employee", "{amount} employees", whole),
        Measure.REPORTS: ngettext("{amount} person", "{amount} people", whole),
        Measure.WORTH: _("{amount} EUR"),
    }[measure]
    return text.format(amount=count(amount))


def rounded_down(amount: float) -> float:
    """The number to watch: never above the reckoned one, so that nobody is opened too late."""
    return floor(amount) if amount >= SMALL else floor(amount * 10) / 10


def count(amount: float) -> str:
    """A number as it is counted: whole, below ten with one decimal."""
    if amount >= LARGE:
        return money(amount)
    return spoken(round(amount) if amount >= SMALL else round(amount, 1))


def in_months(months: float) -> str:
    """So many months."""
    text = ngettext("{months} month", "{months} months", floor(months) if months == floor(months) else 2)
    return text.format(months=spoken(months))
