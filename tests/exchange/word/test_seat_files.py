"""What is printed about a seat can be written as a file to edit, and says the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.exchange.documents.content import Bullets, Paper, Prose, Table, Words
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.papers.every import PAPERS
from salesorg_gui.exchange.documents.seat_papers import written
from salesorg_gui.exchange.exporting import DOCUMENTS, ExportRefused, Wish, export
from tests.exchange.documents.organisation import AE, CHART, CROWD, CSM, LONGEST, PLAN

TODAY = Options(today=date(2026, 1, 14), seats=(AE, CSM))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_of(paper: Paper) -> Iterator[str]:
    """Everything a document says."""
    yield from (paper.title, paper.lead, *(fact.value for fact in paper.facts), *paper.signatures)
    for section in paper.sections:
        if not section.is_empty:
            yield section.title
        for content in section.contents:
            match content:
                case Bullets() | Prose():
                    yield from content.texts
                case Table():
                    yield from (cell.text for row in content.rows for cell in row if isinstance(cell, Words))


def said(file: bytes) -> str:
    body = docx.Document(BytesIO(file)).element.body
    return "\n".join("".join(text.text or "" for text in line.iter(f"{W}t")) for line in body.iter(f"{W}p"))


@pytest.mark.parametrize("what", PAPERS)
def test_every_document_of_a_seat_can_be_edited_and_says_what_is_printed(what: str) -> None:
    papers = [paper for own in written(what, PLAN, CHART, load("en"), TODAY, (AE, CSM)) for paper in own]
    text = said(export(PLAN, CHART, Wish(what, "docx", "en", TODAY)))
    assert papers
    assert [words for paper in papers for words in words_of(paper) if words not in text] == []


@pytest.mark.parametrize("what", PAPERS)
def test_the_usual_file_of_a_seat_is_still_the_printed_one(what: str) -> None:
    assert DOCUMENTS[what].endings == ("pdf", "docx")


def test_names_and_titles_of_any_length_are_kept_whole() -> None:
    text = said(export(PLAN, CHART, Wish("descriptions", "docx", "en", replace(TODAY, seats=(LONGEST, CROWD)))))
    assert CHART.seats[LONGEST].title in text
    assert [one.name for one in CHART.seats[CROWD].people if one.name not in text] == []


def test_a_file_to_edit_speaks_the_language_asked_for() -> None:
    file = docx.Document(BytesIO(export(PLAN, CHART, Wish("descriptions", "docx", "sv", TODAY))))
    titles = [one.text for one in file.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert titles == [load("sv").role(CHART.seats[seat].role).title for seat in (AE, CSM)]
    assert file.core_properties.language == "sv"
    assert file.core_properties.title == PLAN.title


def test_a_plan_without_a_name_gives_its_file_that_of_the_documents() -> None:
    file = export(replace(PLAN, title=""), CHART, Wish("checklists", "docx", "en", TODAY))
    assert docx.Document(BytesIO(file)).core_properties.title == "Hiring checklists"


def test_two_languages_are_for_paper() -> None:
    with pytest.raises(ExportRefused, match="one language"):
        export(PLAN, CHART, Wish("descriptions", "docx", "en", replace(TODAY, second_language="sv")))


def test_two_files_of_one_plan_are_the_same() -> None:
    wish = Wish("kit", "docx", "nl", TODAY)
    assert export(PLAN, CHART, wish) == export(PLAN, CHART, wish)
