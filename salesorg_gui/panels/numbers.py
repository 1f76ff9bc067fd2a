"""Numbers as people type and read them: a comma or a point, spaces between thousands, whatever the desktop's locale."""

import math
from decimal import Decimal, InvalidOperation

from salesorg_gui.i18n import decimal_sign

SPACES = str.maketrans("", "", " \u00a0\u202f'\u2009")
LONGEST = 40


class NotANumber(ValueError):
    """What was typed is no number."""


def number(text: str) -> float:
    """The number behind a text such as ``2 400,5`` or ``9.5``; whole numbers stay exact."""
    plain = text.translate(SPACES).replace(",", ".")
    try:
        value = float(Decimal(plain)) if len(plain) <= LONGEST else math.nan
    except InvalidOperation:
        raise NotANumber from None
    if not math.isfinite(value):
        raise NotANumber
    return value


def number_or_none(text: str) -> float | None:
    """The number, or nothing for nothing."""
    return number(text) if text.strip() else None


def shown(value: float | None, *, least_decimals: int = 0) -> str:
    """A number without a needless tail: ``9.5``, ``1 200``, ``1.0`` with one decimal wanted; nothing for nothing.

    The point is a comma where the window speaks a language that writes one.
    """
    if value is None:
        return ""
    text = f"{value:,.6f}".rstrip("0").replace(",", "\u202f")
    whole, _, tail = text.partition(".")
    tail = tail.ljust(least_decimals, "0")
    return f"{whole}{decimal_sign()}{tail}" if tail else whole


def percent(share: float) -> str:
    """A share of one as per cent."""
    return f"{shown(round(share * 100, 4))}\u00a0%"
