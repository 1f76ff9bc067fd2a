"""Measures in words: how each is counted, and what is to be reached in which time."""

import re

from salesorg_gui.catalogue.journey import Kpi
from salesorg_gui.exchange.documents.wording import SPACE
from salesorg_gui.i18n import _

EITHER_WAY = re.compile(r"\babs\(([^()]*)\)")
CALLED = re.compile(r"([^\W\d_]+)\(([^()]*)\)")
"""What is done with something, all a formula says: ``mean(a - b)``."""
BARE = re.compile(r"[\d.,\s]*\d")
"""A number of nothing, so far."""
SHORT = 10
"""Letters of a target that stay on one line."""
PER, SHARE, MONEY = "/", "%", "EUR"


def counted(kpi: Kpi) -> str:
    """How a measure is counted, as a reader would write it, and in what."""
    formula = kpi.formula.replace("_", " ").replace(" * ", " × ").replace(" - ", " − ")
    formula = EITHER_WAY.sub(r"|\1|", formula)
    if (called := CALLED.fullmatch(formula)) is not None:
        formula = f"{called[1]}: {called[2]}"
    return formula if PER in kpi.unit else f"{formula} ({kpi.unit})"


def target(said: str, period: str, kpi: Kpi | None) -> str:
    """What is to be reached; a bare number is said in the unit of its measure.

    So much comes together in a period where the unit is a rate (``300 prospects a month``); anything else is looked
    at once in each (``34 days, every quarter``).
    """
    if not said:
        return _in_all(period)
    is_rate = kpi is None or PER in kpi.unit
    if kpi is not None and BARE.fullmatch(said):
        said = f"{said} {_unit(kpi, said)}".strip()
    if len(said) <= SHORT:
        said = said.replace(" ", SPACE)
    if not period:
        return said
    return f"{said} {_in_all(period)}" if is_rate else f"{said}, {_in_each(period)}"


def _unit(kpi: Kpi, amount: str) -> str:
    """What so many are called; nothing where the name of the measure says it, or nobody said which money it is."""
    times = {_("hours"): _("hour"), _("days"): _("day"), _("months"): _("month"), SHARE: SHARE}
    unit, _per, time = kpi.unit.partition(PER)
    if unit in times:
        return times[unit] if amount == "1" else unit
    return unit if time and unit != MONEY else ""


def _in_all(period: str) -> str:
    """All together in a time; any other word as it was written."""
    words = {
        "day": _("a day"),
        "week": _("a week"),
        "month": _("a month"),
        "quarter": _("a quarter"),
        "year": _("a year"),
    }
    return words.get(period, period)


def _in_each(period: str) -> str:
    """Once in each time; any other word as it was written."""
    words = {
        "day": _("every day"),
        "week": _("every week"),
        "month": _("every month"),
        "quarter": _("every quarter"),
        "year": _("every year"),
    }
    return words.get(period, period)
