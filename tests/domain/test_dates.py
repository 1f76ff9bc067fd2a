"""Dates: the day of a calendar, or no date at all."""

import pytest

from salesorg_gui.domain.dates import date_of, is_date


def test_a_date_is_written_with_year_month_and_day() -> None:
    day = date_of("2028-02-29")
    assert day is not None
    assert (day.year, day.month, day.day) == (2028, 2, 29)
    assert is_date("2027-03-01")


@pytest.mark.parametrize(
    "text", ["", "Q3", "2027-02-29", "2027-3-1", "20270301", "2027-W09-1", " 2027-03-01", "2027-13-01"]
)
def test_anything_else_is_no_date(text: str) -> None:
    assert date_of(text) is None
    assert not is_date(text)
