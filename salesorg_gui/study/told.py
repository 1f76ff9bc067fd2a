"""Amounts as sentences about a study tell them, in the language spoken here."""

from collections.abc import Mapping
from math import isfinite

from salesorg_gui.capacity.work import Part
from salesorg_gui.i18n import _, language, ngettext
from salesorg_gui.rules.amounts import spoken

SPACE = "\N{NO-BREAK SPACE}"
CLOSE_PERCENT = frozenset({"nl"})
"""Where the sign stands close to its number."""
ALMOST_NOTHING = 0.05
MANY = 100


def percent(share: float) -> str:
    """``96 %``, ``96%``; a share without end has no number."""
    sign = "%" if language() in CLOSE_PERCENT else f"{SPACE}%"
    return f"{spoken(round(100 * share))}{sign}" if isfinite(share) else "–"


def amount(value: float) -> str:
    """A number with one decimal where it is small, without any where that tells nothing."""
    return spoken(round(value, 1) if abs(value) < MANY else round(value))


def fte(value: float) -> str:
    """``0.6 FTE``; so little that it would read 0 with two decimals."""
    decimals = 1 if value >= ALMOST_NOTHING else 2
    return _("{count} FTE").format(count=spoken(round(value, decimals))).replace(" ", SPACE)


def hours(value: float) -> str:
    """``1.3 h``."""
    return _("{hours} h").format(hours=amount(value)).replace(" ", SPACE)


def days(value: float) -> str:
    """``1 day``, ``9 days``; whole ones, and never none."""
    whole = max(1, round(value))
    return ngettext("{count} day", "{count} days", whole).format(count=spoken(whole))


def part_titles() -> Mapping[Part, str]:
    """What the parts of the work are called."""
    return {
        Part.INBOUND: _("Inbound"),
        Part.OUTBOUND: _("Outbound"),
        Part.CLOSER: _("Closing"),
        Part.CARE: _("Customer care"),
    }


def part_title(part: Part) -> str:
    """What one of them is called."""
    return part_titles()[part]


def capital(words: str) -> str:
    """Words as they begin a line."""
    return words[:1].upper() + words[1:]


def fte_unit() -> str:
    """What stands after a number of FTE: in some languages another letter than at the head of a column."""
    return _("{count} FTE").format(count="").strip()
