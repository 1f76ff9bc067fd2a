"""Months of a year, and what they are called in little room."""

from datetime import date
from typing import NamedTuple

from salesorg_gui.i18n import language

SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "sv": "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
    "da": "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
    "nb": "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
}
YEAR = 12
LAST_YEAR = date.max.year - 10


class Month(NamedTuple):
    """A month of a year, 1 to 12."""

    year: int
    month: int

    @staticmethod
    def of(day: date) -> "Month":
        """The month a day lies in."""
        return Month(min(day.year, LAST_YEAR), day.month)

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    def later(self, months: int) -> "Month":
        """So many months later, or earlier where negative."""
        years, month = divmod(self.month - 1 + months, YEAR)
        return Month(self.year + years, month + 1)


def month_name(month: int, spoken: str = "") -> str:
    """A month in short, in a language or the one spoken here: ``Jan``, ``jan.``."""
    names = SHORT_MONTHS.get((spoken or language())[:2], SHORT_MONTHS["en"])
    return names.split()[month - 1]


def month_of_year(day: date, spoken: str = "") -> str:
    """The month a day lies in, with its year: ``Mar 2027``."""
    return f"{month_name(day.month, spoken)}\u00a0{day.year}"
