"""Numbers and dates read as the document's language writes them."""

from datetime import date

import pytest
from babel.dates import get_month_names
from babel.numbers import format_decimal, format_percent

from salesorg_gui.drawing.graphs.months import SHORT_MONTHS
from salesorg_gui.exchange.documents.wording import (
    MONTHS,
    SIGNS,
    amount,
    day,
    hours,
    iso_day,
    number,
    percent,
    short_day,
)
from salesorg_gui.i18n import speaking


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "14 January 2026"),
        ("sv", "14 januari 2026"),
        ("da", "14. januar 2026"),
        ("nb", "14. januar 2026"),
        ("nl", "14 januari 2026"),
        ("xx", "14 January 2026"),
    ],
)
def test_a_day_in_words(language: str, words: str) -> None:
    assert day(date(2026, 1, 14), language) == words
    assert iso_day("2026-01-14", language) == words


def test_what_is_no_date_stays_as_written() -> None:
    assert iso_day("Q3", "sv") == "Q3"
    assert short_day("after Easter", "en") == "after Easter"


def test_a_short_day_leaves_the_year_out() -> None:
    assert short_day("2026-10-01", "en") == "1 Oct"
    assert short_day("2026-05-17", "nb") == "17. mai"
    assert short_day("2026-03-02", "nl") == "2 mrt"
    assert short_day("2026-01-14", "sv") == "14 jan."


@pytest.mark.parametrize("language", SIGNS)
def test_months_in_short_are_those_of_the_language(language: str) -> None:
    names = get_month_names("abbreviated", locale=language)
    assert SHORT_MONTHS[language].split() == [names[number] for number in range(1, 13)]
    long = get_month_names("wide", locale=language)
    assert MONTHS[language].split() == [long[number] for number in range(1, 13)]


@pytest.mark.parametrize("language", SIGNS)
@pytest.mark.parametrize("value", [0, 0.5, 0.92, 2.25, -3, 999, 1000, 24_000, 9_500_000, 1234.5, 0.1 + 0.2])
def test_numbers_are_written_as_the_language_writes_them(language: str, value: float) -> None:
    assert amount(value, language) == format_decimal(value, "#,##0.##", locale=language)
    assert number(value, language, 2) == format_decimal(value, "#,##0.00", locale=language)


@pytest.mark.parametrize("language", ["sv", "da", "nb", "nl"])
def test_shares_are_written_as_the_language_writes_them(language: str) -> None:
    assert percent(0.96, language) == format_percent(0.96, locale=language)
    assert percent(12.5, language) == format_percent(12.5, locale=language)


def test_english_shares_look_like_those_of_the_catalogue() -> None:
    assert percent(0.96, "en") == "96\u00a0%"


def test_hours_and_numbers_of_an_unknown_language_are_english() -> None:
    assert hours(24, "da") == "24\u00a0hours"
    assert hours(1.5, "da") == "1,5\u00a0hours"
    assert amount(1234.5, "xx") == "1,234.5"


@pytest.mark.parametrize(
    ("value", "said"),
    [(1, "1 hour"), (48, "48 hours"), (72, "3 days"), (73, "73 hours"), (168, "7 days"), (720, "30 days")],
)
def test_long_limits_are_told_in_days(value: float, said: str) -> None:
    assert hours(value, "en") == said.replace(" ", "\u00a0")


def test_days_are_told_in_the_language_of_the_document() -> None:
    with speaking("nb"):
        assert hours(168, "nb") == "7\u00a0dager"
