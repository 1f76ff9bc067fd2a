"""Numbers and dates read as the document's language writes them."""

from datetime import date

import pytest

from salesorg_gui.exchange.documents.wording import amount, day, hours, iso_day, number, short_day


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


def test_numbers_follow_the_language() -> None:
    assert number(0.5, "en") == "0.5"
    assert number(0.5, "sv") == "0,5"
    assert amount(9_500_000, "en") == "9\u00a0500\u00a0000"
    assert amount(2.25, "nl") == "2,2"
    assert hours(24, "da") == "24 h"
