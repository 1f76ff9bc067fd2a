"""A document speaks one language, down to the last word: its own, or that of the plan where the plan speaks."""

import re
from datetime import date

import pytest
from pypdfium2 import PdfDocument

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.wording import short_day
from salesorg_gui.exchange.exporting import DOCUMENTS, Wish, export
from salesorg_gui.resources import resource
from salesorg_gui.storage.reading import read
from tests.vocabulary import SPOKEN, known_words, strangers, words, words_of

TODAY = Options(today=date(2026, 1, 14))
CUT = re.compile(r"\w+…")
"""A word that a narrow place cuts short."""
BROKEN = [re.compile(rf"(?<!\w)(?=(\w+{most * r'\n\w+'}(?!\w)))") for most in (3, 2, 1)]
"""Words that stand below each other without a space between."""
PLAN = read(resource("examples", "nordlys.salesorg")).plan


@pytest.mark.slow
@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("what", [what for what, document in DOCUMENTS.items() if "pdf" in document.endings])
def test_no_document_says_a_word_of_another_language(what: str, language: str) -> None:
    pdf = export(PLAN, PLAN.first_chart, Wish(what, "pdf", language, TODAY))
    said = [mended(CUT.sub(" ", text), language) for text in lines(pdf)]
    assert not strangers(said, language, PLAN) - months(language) - other_names(language)


def lines(pdf: bytes) -> list[str]:
    """The text of every page, line by line as it stands on the paper."""
    with PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r", "") for page in document]


def mended(text: str, language: str) -> str:
    """A text with the words put together that a narrow column breaks over some lines."""
    known = known_words(language) | words_of(PLAN)
    for pattern in BROKEN:
        for pieces in {found[1] for found in pattern.finditer(text)}:
            whole = pieces.replace("\n", "")
            if whole.lower() in known:
                text = text.replace(pieces, whole)
    return text


def other_names(language: str) -> set[str]:
    """What roles are also called, in whatever language they are called so."""
    return words(*(name for role in load(language).roles.values() for name in role.aliases))


def months(language: str) -> set[str]:
    """The months as a narrow column says them."""
    days = (date(2026, month, 1).isoformat() for month in range(1, 13))
    return words(*(short_day(day, language) for day in days))
