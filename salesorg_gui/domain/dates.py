"""Dates as a plan holds them: ISO texts such as ``2027-03-01``."""

import re
from datetime import date

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def date_of(text: str) -> date | None:
    """The day a text means; ``None`` for a word such as ``Q3``, for nothing, and for a day no calendar has."""
    if not ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_date(text: str) -> bool:
    """Whether a text is the date of a day."""
    return date_of(text) is not None
