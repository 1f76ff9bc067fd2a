"""A document speaks one language, down to the last word: its own, or that of the plan where the plan speaks."""

import re
from datetime import date

import pytest

from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.wording import short_day
from salesorg_gui.exchange.exporting import DOCUMENTS, Wish, export
from salesorg_gui.resources import resource
from salesorg_gui.storage.reading import read
from tests.exchange.documents.reading import texts
from tests.vocabulary import SPOKEN, strangers, words

TODAY = Options(today=date(2026, 1, 14))
CUT = re.compile(r"\w+…")
"""A word that a narrow place cuts short."""
PLAN = read(resource("examples", "nordlys.salesorg")).plan


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("what", [what for what, document in DOCUMENTS.items() if "pdf" in document.endings])
def test_no_document_says_a_word_of_another_language(what: str, language: str) -> None:
    pdf = export(PLAN, PLAN.first_chart, Wish(what, "pdf", language, TODAY))
    said = [CUT.sub(" ", text) for text in texts(pdf)]
    assert not strangers(said, language, PLAN) - months(language)


def months(language: str) -> set[str]:
    """The months as a narrow column says them."""
    days = (date(2026, month, 1).isoformat() for month in range(1, 13))
    return words(*(short_day(day, language) for day in days))
