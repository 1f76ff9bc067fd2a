"""Numbers and dates of a document, by the document's language (not by the machine's)."""

from datetime import date

from salesorg_gui.i18n import _

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
DAY_DOT = frozenset({"da", "nb"})
DECIMAL_POINT = frozenset({"en"})


def day(value: date, language: str) -> str:
    """``14 January 2026``, ``14. januar 2026``."""
    month = MONTHS.get(language, MONTHS["en"]).split()[value.month - 1]
    return f"{value.day}{'.' if language in DAY_DOT else ''} {month} {value.year}"


def iso_day(text: str, language: str) -> str:
    """An ISO date in words; any other text as it was written."""
    try:
        return day(date.fromisoformat(text), language)
    except ValueError:
        return text


def short_day(text: str, language: str) -> str:
    """An ISO date without its year, the month in three letters: ``14 Jan``; any other text as it was written."""
    try:
        value = date.fromisoformat(text)
    except ValueError:
        return text
    month = MONTHS.get(language, MONTHS["en"]).split()[value.month - 1]
    return f"{value.day}{'.' if language in DAY_DOT else ''} {month[:3]}"


def number(value: float, language: str, decimals: int = 1) -> str:
    """A number with a fixed count of decimals and thin groups of thousands."""
    text = f"{value:,.{decimals}f}".replace(",", "\u00a0")
    return text if language in DECIMAL_POINT else text.replace(".", ",")


def amount(value: float, language: str) -> str:
    """A number with no more decimals than it needs."""
    return number(value, language, 0 if value == int(value) else 1)


def hours(value: float, language: str) -> str:
    """``24 h``; whole weeks as ``1 week`` are left in hours, as agreements are made in hours."""
    return _("{hours} h").format(hours=amount(value, language))
