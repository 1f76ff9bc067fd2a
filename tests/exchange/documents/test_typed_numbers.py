"""A number typed in the language of the plan is written as the language of the document writes it."""

import pytest

from salesorg_gui.exchange.documents.typed_numbers import rewritten

TYPED = ["8.5", "1,500", "28 %", "2.1 M SEK", "> 12 %", "< 10.25 days"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", ["8,5", "1 500", "28 %", "2,1 M SEK", "> 12 %", "< 10,25 days"]),
        ("da", ["8,5", "1.500", "28 %", "2,1 M SEK", "> 12 %", "< 10,25 days"]),
        ("nb", ["8,5", "1 500", "28 %", "2,1 M SEK", "> 12 %", "< 10,25 days"]),
        ("nl", ["8,5", "1.500", "28%", "2,1 M SEK", "> 12%", "< 10,25 days"]),
    ],
)
def test_there_and_back_it_is_the_same_number(language: str, said: list[str]) -> None:
    assert [rewritten(one, "en", language).replace("\u00a0", " ") for one in TYPED] == said
    assert [rewritten(one, language, "en").replace("\u00a0", " ") for one in said] == TYPED


@pytest.mark.parametrize("text", ["", "10-12", "2.1.3", "1,50", "Q3 27", "all", "٣", "9" * 400, "1" + " 1" * 400])
def test_what_is_not_one_number_stays_as_it_was_typed(text: str) -> None:
    assert rewritten(text, "en", "nl") == text


def test_in_the_language_it_was_typed_in_nothing_is_rewritten() -> None:
    assert rewritten("28%", "sv", "sv") == "28%"
