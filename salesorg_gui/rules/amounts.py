"""Numbers: those a file may hold, and how a sentence shows them."""

from collections.abc import Iterable
from functools import lru_cache
from math import inf, isfinite

from salesorg_gui.domain.records import Json
from salesorg_gui.i18n import decimal_sign

ENDLESS = "∞"
MANY = 1_024
"""So many numbers are kept as sentences show them: most are told again and again."""


def number(value: Json) -> float | None:
    """The number a file holds; ``None`` for anything else, endless ones and those too large to reckon with included."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    amount = _as_float(value)
    return amount if isfinite(amount) else None


def in_any_order(amounts: Iterable[float]) -> float:
    """The sum of amounts; the same to the last digit in whatever order a file or an edit left them."""
    return sum(sorted(amounts))


@lru_cache(MANY)
def numeral(amount: float) -> str:
    """A number as an acceptance keeps it, whatever the language: at most two decimals, none for a whole one."""
    shown = _as_float(amount)
    if shown.is_integer():
        return str(int(shown))
    return f"{shown:.2f}".rstrip("0").rstrip(".") if isfinite(shown) else ENDLESS


def spoken(amount: float) -> str:
    """A number as a sentence shows it, in the language spoken here."""
    return in_speech(numeral(amount))


def in_speech(shown: str) -> str:
    """A number as an acceptance keeps it, as a sentence shows it."""
    return shown.replace(".", decimal_sign()) if "." in shown else shown


def money(amount: float) -> str:
    """A large sum with its thousands apart."""
    return f"{round(amount):,}".replace(",", "\N{NO-BREAK SPACE}")


def signed(points: int) -> str:
    """Points that add or take away: ``+3``, a true minus, and 0 without a sign."""
    return f"{points:+d}".replace("-", "\u2212") if points else "0"


def _as_float(amount: float) -> float:
    try:
        return float(amount)
    except OverflowError:
        return inf if amount > 0 else -inf
