"""A DOCX file says what the paper says, with real headings, tables and controls, and nothing about whoever made it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from hypothesis import example, given
from hypothesis import strategies as st

from salesorg_gui import i18n
from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.exchange.documents.content import (
    Bullets,
    Column,
    Fact,
    Identity,
    Paper,
    Prose,
    Scale,
    Section,
    StageMark,
    Table,
    Tick,
    Words,
    Writing,
)
from salesorg_gui.exchange.documents.options import PAPERS
from salesorg_gui.exchange.watch import Stopped, watching
from salesorg_gui.exchange.word.word import Imprint, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
IMPRINT = Imprint("Nordlys", "Role descriptions", "sv", PAPERS["a4"], date(2026, 1, 14))
IDENTITY = Identity(SeatId("ae"), "Nordlys", "As is", "AE-02", "3f9a", "14 January 2026", "Åsa Öberg")
TICKS = (Column("", mm=8), Column("Step", 3.0), Column("Done", mm=30))
PAPER = Paper(
    "description",
    "Role description",
    IDENTITY,
    Purpose.CLOSE,
    ("Close", "", "senior"),
    "Account Executive",
    "Turns leads into customers.",
    (Fact("Holder", "Åsa Öberg"), Fact("Start", "", "start"), Fact("A"), Fact("B"), Fact("C", "five")),
    (
        Section("Tasks", (Bullets(("Runs the demo.", "Writes <b>proposals</b> & more.", "")),)),
        Section("Questions", (Bullets(("First?", "Second?"), is_numbered=True),), note="Ask in this order"),
        Section("More questions", (Bullets(("Third?",), is_numbered=True), Prose(("Then stop.", ""))), 3),
        Section(
            "Measures",
            (Table((Column("Measure"), Column("Target", is_right=True)), ((Words("Won", "signed"), Words("2 M")),)),),
        ),
        Section("Remarks", (Writing("remarks", "Remarks", lines=3),)),
        Section("Nothing", (Prose(("",)),)),
    ),
    (StageMark("Demo", is_covered=True), StageMark("Growth", is_covered=False)),
    signatures=("Manager, date", "Holder, date"),
)
FORM = replace(
    PAPER,
    kind="Hiring checklist",
    title="Outbound SDR",
    words=(),
    lead="",
    facts=(),
    stages=(),
    signatures=(),
    foot="1 of 2 done",
    columns=TICKS,
    sections=(
        Section(
            "Map", (Table(TICKS, ((Tick("t1", "Reason", is_ticked=True), Words("Reason"), Writing("d1", "Done")),)),)
        ),
        Section("Values", (Table(TICKS, ((Tick("t2", "Value"), Words("Value"), Writing("d2", "Done", "Övertid")),)),)),
        Section(
            "Score",
            (Table((Column("Score"), Column("Other")), ((Scale("s1", "Listens"), Scale("s2", "Learns", 4)),)),),
        ),
    ),
)


def opened(*papers: Paper, imprint: Imprint = IMPRINT) -> Document:
    return docx.Document(BytesIO(word_file(papers, imprint)))


def controls(document: Document) -> dict[str, BaseOxmlElement]:
    """Every control by the name programs know it by."""
    found: dict[str, BaseOxmlElement] = {}
    for one in document.element.body.iter(f"{W}sdt"):
        tag = one.find(f"{W}sdtPr/{W}tag")
        assert tag is not None
        found[tag.attrib[f"{W}val"]] = one
    return found


def said(element: BaseOxmlElement) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def in_style(document: Document, name: str) -> list[str]:
    """The paragraphs outside tables in a style."""
    return [one.text for one in document.paragraphs if one.style is not None and one.style.name == name]


def grids(document: Document) -> list[list[list[str]]]:
    """What the cells of every table say, controls included."""
    tables = document.element.body.tbl_lst
    return [[[said(cell) for cell in row.tc_lst] for row in table.tr_lst] for table in tables]


def test_titles_are_headings() -> None:
    document = opened(PAPER)
    assert in_style(document, "Heading 1") == ["Account Executive"]
    assert in_style(document, "Heading 2") == ["Tasks", "Questions", "3. More questions", "Measures", "Remarks"]
    assert in_style(document, "Kicker close") == ["Close · senior"]
    assert in_style(document, "Lead") == ["Turns leads into customers."]


def test_lists_are_lists_and_count_from_one_each() -> None:
    document = opened(PAPER)
    assert in_style(document, "List Bullet") == ["Runs the demo.", "Writes <b>proposals</b> & more."]
    assert in_style(document, "List Number") == ["First?", "Second?", "Third?"]
    numbers = [one.get(f"{W}val") for one in document.element.body.iter(f"{W}numId")]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]
    assert in_style(document, "Normal") == ["Then stop."]


def test_facts_stand_four_in_a_row_with_room_to_write_what_is_missing() -> None:
    document = opened(PAPER)
    first, second = grids(document)[:2]
    assert first == [["Holder", "Start", "A", "B"], ["Åsa Öberg", "…", "", ""]]
    assert second == [["C"], ["five"]]
    assert "start" in controls(document)


def test_stages_a_seat_works_on_stand_out() -> None:
    document = opened(PAPER)
    assert in_style(document, "Stages") == ["Demo · Growth"]
    line = next(one for one in document.paragraphs if one.text == "Demo · Growth")
    assert [run.text for run in line.runs if run.style.name == "Covered Stage"] == ["Demo"]


def test_a_table_repeats_its_titles_and_keeps_its_rows_whole() -> None:
    table = opened(PAPER).tables[2]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Measure", "Target"], ["Won\nsigned", "2 M"]]
    drawn = opened(PAPER).element.body.tbl_lst[2]
    assert len(list(drawn.iter(f"{W}tblHeader"))) == 1
    assert len(list(drawn.iter(f"{W}cantSplit"))) == 2
    right = table.rows[1].cells[1].paragraphs[0].style
    assert right is not None
    assert right.name == "Table Figure"


def test_a_form_can_be_ticked_written_and_chosen_in() -> None:
    found = controls(opened(FORM))
    assert list(found) == ["t1", "d1", "t2", "d2", "s1", "s2"]
    ticked = {name: next(found[name].iter(f"{W14}checked")).get(f"{W14}val") for name in ("t1", "t2")}
    assert ticked == {"t1": "1", "t2": "0"}
    assert {name: said(one) for name, one in found.items()} == {
        "t1": "☑",
        "t2": "☐",
        "d1": "…",
        "d2": "Övertid",
        "s1": "1–5",
        "s2": "4",
    }
    listed = [one.get(f"{W}value") for one in found["s1"].iter(f"{W}listItem")]
    assert listed == ["1", "2", "3", "4", "5"]
    waiting = {name for name, one in found.items() if next(one.iter(f"{W}showingPlcHdr"), None) is not None}
    assert waiting == {"d1", "s1"}


def test_rows_of_a_form_are_high_enough_for_a_pen() -> None:
    document = opened(PAPER, FORM)
    heights = [int(one.get(f"{W}val") or 0) for one in document.element.body.iter(f"{W}trHeight")]
    millimetre = 1440 / 25.4
    assert heights == [round(lines * 7 * millimetre) for lines in (3, 1, 1, 1)]


def test_columns_all_tables_share_are_titled_once() -> None:
    first, second, last = grids(opened(FORM))
    assert first[0] == ["", "Step", "Done"]
    assert len(second) == 1
    assert last[0] == ["Score", "Other"]


def test_signatures_have_a_line_each() -> None:
    assert grids(opened(PAPER))[-1] == [["Manager, date", "", "Holder, date"]]


def test_tables_are_as_wide_as_the_text() -> None:
    facts, *tables = [
        sum(column.width.mm for column in table.columns if column.width is not None)
        for table in opened(replace(PAPER, facts=PAPER.facts[:4]), FORM).tables
    ]
    assert [facts, *tables] == pytest.approx([210 - 2 * 16] * 7, abs=0.2)


def test_every_document_has_its_own_head_and_foot() -> None:
    document = opened(PAPER, FORM)
    heads = [section.header.paragraphs[0].text for section in document.sections]
    assert heads == [
        "Nordlys · As is\tRole description · AE-02 · 3f9a",
        "Nordlys · As is\tHiring checklist · AE-02 · 3f9a",
    ]
    feet = [section.footer.paragraphs[0].text for section in document.sections]
    assert feet == ["Printed 14 January 2026\t1 of 1", "1 of 2 done\t1 of 1"]
    line = document.sections[0].footer.paragraphs[0].paragraph_format.element
    codes = [one.text.strip() for one in line.iter(f"{W}instrText") if one.text]
    assert codes == ["PAGE", "NUMPAGES"]


def test_page_numbers_are_said_as_the_language_says_them() -> None:
    with i18n.speaking("sv"):
        foot = opened(PAPER).sections[0].footer.paragraphs[0].text
    assert foot.endswith("\t1 av 1")


@pytest.mark.parametrize(("language", "locale"), [("sv", "sv-SE"), ("nb", "nb-NO"), ("en", "en-GB"), ("xx", "en-GB")])
def test_words_are_checked_in_the_language_of_the_document(language: str, locale: str) -> None:
    document = opened(PAPER, imprint=replace(IMPRINT, language=language))
    spoken = {one.get(f"{W}val") for one in document.styles.element.iter(f"{W}lang")}
    assert spoken == {locale}
    assert document.core_properties.language == language


def test_a_file_says_nothing_about_whoever_made_it() -> None:
    told = opened(PAPER).core_properties
    assert (told.title, told.subject) == ("Nordlys", "Role descriptions")
    assert (told.author, told.last_modified_by, told.comments, told.keywords) == ("", "", "", "")
    assert told.created == told.modified == datetime(2026, 1, 14, tzinfo=UTC)


def test_looks_are_styles_and_nothing_else() -> None:
    document = opened(PAPER, FORM)
    assert list(document.element.body.iter(f"{W}rFonts", f"{W}sz", f"{W}color", f"{W}b", f"{W}spacing", f"{W}jc")) == []


def test_two_files_of_one_input_are_the_same() -> None:
    assert word_file([PAPER, FORM], IMPRINT) == word_file([PAPER, FORM], IMPRINT)
    with ZipFile(BytesIO(word_file([PAPER], IMPRINT))) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_document_takes_the_paper_asked_for() -> None:
    section = opened(PAPER, imprint=replace(IMPRINT, page=PAPERS["a5"])).sections[0]
    assert section.page_width is not None
    assert section.page_width.mm == pytest.approx(148, abs=0.1)


@given(st.text(max_size=300))
@example("\r\n")
@example("one\r\nother\rthird\nfourth")
def test_any_text_is_kept_and_what_no_file_may_hold_is_marked(text: str) -> None:
    paper = replace(PAPER, sections=(Section("Any", (Bullets((f"[{text}]",)),)),), facts=(Fact(text, text),))
    document = opened(paper)
    (kept,) = in_style(document, "List Bullet")
    wanted = text.replace("\r\n", "\n").replace("\r", "\n")
    assert kept[0] == "["
    assert len(kept) == len(wanted) + 2
    assert [(one, other) for one, other in zip(kept[1:-1], wanted, strict=True) if one not in (other, "\ufffd")] == []


def test_whoever_looks_on_can_call_a_long_file_off() -> None:
    class Impatient:
        def page(self, number: int, of: int) -> None:
            if number == 2:
                assert of == 3
                raise Stopped

        def rest(self) -> None:
            raise AssertionError

    with watching(Impatient()), pytest.raises(Stopped):
        word_file([PAPER] * 3, IMPRINT)
