"""Numbers and dates of a document, by the document's language (not by the machine's)."""

from collections.abc import Mapping
from datetime import date

from salesorg_gui.drawing.graphs.months import SHORT_MONTHS
from salesorg_gui.i18n import ngettext

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
DAY_DOT = frozenset({"da", "nb"})
SPACE = "\u00a0"
"""A space at which no line ends."""
SIGNS = {"en": (",", "."), "sv": (SPACE, ","), "da": (".", ","), "nb": (SPACE, ","), "nl": (".", ",")}
"""What stands between thousands, and before decimals."""
CLOSE_PERCENT = frozenset({"nl"})
"""Where the sign stands close to its number; the English of the catalogue keeps them apart, as SI does."""
MOST_DECIMALS = 2
DAY = 24
FEWEST_DAYS = 3


def day(value: date, language: str) -> str:
    """``14 January 2026``, ``14. januar 2026``."""
    return f"{_day_of(value, MONTHS, language)} {value.year}"


def iso_day(text: str, language: str) -> str:
    """An ISO date in words; any other text as it was written."""
    try:
        return day(date.fromisoformat(text), language)
    except ValueError:
        return text


def short_day(text: str, language: str) -> str:
    """An ISO date without its year, the month in short: ``14 Jan``, ``14. jan.``; any other text as it was written."""
    try:
        return _day_of(date.fromisoformat(text), SHORT_MONTHS, language)
    except ValueError:
        return text


def _day_of(value: date, months: Mapping[str, str], language: str) -> str:
    month = months.get(language, months["en"]).split()[value.month - 1]
    return f"{value.day}{'.' if language in DAY_DOT else ''} {month}"


def number(value: float, language: str, decimals: int = 1) -> str:
    """A number with a fixed count of decimals: ``9,500.5``, ``9 500,5``, ``9.500,5``."""
    group, point = SIGNS.get(language, SIGNS["en"])
    whole, _point, rest = f"{value:,.{decimals}f}".partition(".")
    return whole.replace(",", group) + (point + rest if rest else "")


def amount(value: float, language: str) -> str:
    """A number with no more decimals than it needs, two at most."""
    rounded = round(value, MOST_DECIMALS)
    decimals = next(count for count in range(MOST_DECIMALS + 1) if round(rounded, count) == rounded)
    return number(rounded, language, decimals)


def percent(share: float, language: str) -> str:
    """A share of one in per cent: ``96 %``, ``96%``."""
    return f"{number(100 * share, language, 0)}{'' if language in CLOSE_PERCENT else SPACE}%"


def hours(value: float, language: str) -> str:
    """``24 hours``; from three whole days on in days, as nobody reads 168 hours as a week. No line ends within it."""
    days, rest = divmod(value, DAY)
    if days >= FEWEST_DAYS and not rest:
        said = ngettext("{count} day", "{count} days", int(days)).format(count=amount(days, language))
    else:
        one = 1 if value == 1 else 2
        said = ngettext("{count} hour", "{count} hours", one).format(count=amount(value, language))
    return said.replace(" ", SPACE)
