"""Pages of papers: nothing outside the margins, on top of each other, lost, or alone at a foot."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.shapes import Label, flat
from salesorg_gui.exchange.documents.content import (
    Bullets,
    Column,
    Content,
    Fact,
    Identity,
    Paper,
    Prose,
    Scale,
    Section,
    Table,
    Tick,
    Words,
    Writing,
)
from salesorg_gui.exchange.documents.options import MM, PAPERS
from salesorg_gui.exchange.documents.papers.common import Subject
from salesorg_gui.exchange.documents.papers.every import PAPERS as WRITTEN
from salesorg_gui.exchange.documents.setting.cells import writing
from salesorg_gui.exchange.documents.setting.pages import PaperPage, pages
from salesorg_gui.exchange.documents.sheet import Sheet
from tests.exchange.documents.organisation import LONG, PLAN, WORD
from tests.exchange.documents.test_typesetting import NAMES, collisions, crowded_sheets, stray

CATALOGUE = load("en")
IDENTITY = Identity(SeatId("ae"), "Nordlys", "Option A", "AE-01", "1f2e", "14 January 2026")
PARAGRAPH = "Turns qualified leads into signed customers and keeps the promises made on the way. " * 40


def a_paper(*sections: Section, title: str = "Account Executive", facts: tuple[Fact, ...] = ()) -> Paper:
    return Paper(
        "test", "Paper", IDENTITY, Purpose.CLOSE, ("Close",), title, "", facts, sections, signatures=("Signed",)
    )


def labels(page: PaperPage) -> list[Label]:
    return [shape for shape in flat(page.shapes) if isinstance(shape, Label)]


def said(found: list[PaperPage]) -> str:
    return "".join("".join(label.text.split()) for page in found for label in labels(page))


def rows(count: int) -> Table:
    columns = (Column("", mm=5.0), Column("Step"), Column("Score", mm=27.0), Column("Remark"))
    every = [
        (Tick(f"t{n}", "Tick"), Words(f"Item {n}"), Scale(f"s{n}", "Score"), Writing(f"w{n}", "W"))
        for n in range(count)
    ]
    return Table(columns, tuple(every))


@settings(max_examples=15)
@given(crowded_sheets(), NAMES, st.sampled_from(sorted(WRITTEN)), st.sampled_from(["a4", "a5"]))
def test_no_page_says_anything_outside_its_margins_or_on_top_of_each_other(
    sheet: Sheet, name: str, what: str, paper: str
) -> None:
    subject = Subject(PLAN, CATALOGUE, sheet, None, name, "14 January 2026")
    page = PAPERS[paper]
    side = (16 if paper == "a4" else 12) * MM
    for written in WRITTEN[what](subject):
        for one in pages(written, page):
            assert stray(one.shapes, side, page.width - side, page.height) == []
            assert collisions(one.shapes) == []


@pytest.mark.parametrize("paper", ["a4", "a5", "letter", "a3"])
@pytest.mark.parametrize(
    "content",
    [
        Bullets((PARAGRAPH, "Short.", PARAGRAPH), is_numbered=True),
        Prose((PARAGRAPH, PARAGRAPH)),
        Table(
            (Column("A"), Column("B", is_right=True)), ((Words(PARAGRAPH), Words("1")), (Words("x"), Words(PARAGRAPH)))
        ),
        Table((Column("A"), Column("B")), ((Words(PARAGRAPH, PARAGRAPH), Writing("w", "W")),)),
        Writing("w", "W", PARAGRAPH),
    ],
)
def test_texts_longer_than_a_page_go_on_and_lose_nothing(content: Content, paper: str) -> None:
    found = pages(a_paper(Section("Title", (content, content, content))), PAPERS[paper])
    assert said(found).count("promises") >= 3 * 40
    assert len(found) > 1


@pytest.mark.parametrize("text", [LONG * 9, WORD * 9])
def test_what_the_head_cannot_hold_stands_below_in_full(text: str) -> None:
    paper = a_paper(Section(text, (Prose(("Body",)),)), title=text, facts=(Fact("Holder", text),))
    paper = replace(paper, lead=text, identity=replace(IDENTITY, organisation=text, code=text))
    found = said(pages(paper, PAPERS["a4"]))
    assert found.count("".join(text.split())) >= 6


@pytest.mark.parametrize("count", range(1, 60))
def test_a_list_of_any_length_leaves_room_to_sign_and_no_row_alone(count: int) -> None:
    found = pages(a_paper(Section("Map", (rows(count),)), Section("Next", (rows(3),))), PAPERS["a4"])
    signature = next(label.baseline.y for label in labels(found[-1]) if label.text == "Signed")
    items = [label.baseline.y for label in labels(found[-1]) if label.text.startswith("Item")]
    assert max(items) < signature - 30
    names = [field.cell.name for page in found for field in page.fields]
    assert len(names) == 3 * (count + 3)


def test_a_label_never_stands_without_a_row_and_titles_of_columns_are_said_again() -> None:
    for count in range(1, 40):
        sections = [Section(f"Part {n}", (rows(2),)) for n in range(count)]
        for page in pages(a_paper(*sections), PAPERS["a4"]):
            said_here = [label.text for label in labels(page)]
            parts = [text for text in said_here if text.startswith("Part")]
            assert len([text for text in said_here if text == "Item 0"]) == len(parts)
            assert said_here.count("Score") == len(parts)


def test_shared_titles_of_columns_stand_once_on_every_page() -> None:
    table = rows(30)
    paper = replace(a_paper(Section("One", (table,)), Section("Two", (table,))), columns=table.columns)
    for page in pages(paper, PAPERS["a4"]):
        assert [label.text for label in labels(page)].count("Remark") == 1


def test_sections_that_say_nothing_are_left_out() -> None:
    empty = (
        Section("Gone", (Bullets(()),)),
        Section("Away", (Prose(("",)), Table((), ()))),
        Section("Here", (rows(1),)),
    )
    assert [section.is_empty for section in empty] == [True, True, False]
    found = said(pages(a_paper(*empty), PAPERS["a4"]))
    assert "Gone" not in found
    assert "Here" in found


def test_a_page_with_little_on_it_is_saved_by_less_air() -> None:
    def page_count(count: int, lines: int) -> int:
        told = [Section(f"Part {n}", (Bullets((f"Item {n}",)),)) for n in range(count)]
        asked = [Section(f"Room {n}", (Writing(f"r{n}", "Room", lines=lines),)) for n in range(4)]
        return len(pages(a_paper(*told, *asked), PAPERS["a4"]))

    counts = {lines: next(count for count in range(1, 60) if page_count(count, lines) > 1) for lines in (1, 2)}
    assert counts[1] == counts[2], "where it saves a page, empty room is one line high"


def test_what_is_read_at_one_glance_stands_on_one_page() -> None:
    for count in range(1, 25):
        paper = a_paper(Section("Before", (rows(count),)), Section("Total", (rows(9),), is_whole=True))
        with_total = [page for page in pages(paper, PAPERS["a4"]) if "Total" in [label.text for label in labels(page)]]
        assert len(with_total) == 1


def test_what_is_read_at_one_glance_goes_on_below_the_rest_where_all_of_it_has_room() -> None:
    paper = a_paper(Section("Before", (rows(3),)), Section("Total", (rows(4),), is_whole=True))
    assert len(pages(paper, PAPERS["a4"])) == 1


def heads(page: PaperPage) -> list[str]:
    return [label.text for label in labels(page)]


def test_titles_of_columns_stand_only_above_sections_that_have_these_columns() -> None:
    other = Table((Column("Group"), Column("Mean")), ((Words("All"), Words("3")),) * 30)
    alone = 0
    for count in range(14, 20):
        table = rows(count)
        sections = Section("One", (table,)), Section("Sum", (other,), is_whole=True)
        for page in pages(replace(a_paper(*sections), columns=table.columns), PAPERS["a4"]):
            texts = heads(page)
            assert ("Remark" in texts) == any(text.startswith("Item") for text in texts)
            assert ("Mean" in texts) == ("All" in texts)
            alone += "Mean" in texts and "Remark" not in texts
    assert alone


def test_a_page_ends_between_two_sections_where_that_costs_no_page() -> None:
    paper = a_paper(*(Section(f"Part {n}", (rows(6),)) for n in range(6)))
    found = pages(paper, PAPERS["a4"])
    parts = [text for page in found for text in heads(page) if text.startswith("Part")]
    assert len(found) == 2
    assert parts == [f"Part {n}" for n in range(6)], "no section goes on, so none is named twice"


def test_a_page_is_not_left_half_empty_so_that_it_ends_between_two_sections() -> None:
    paper = a_paper(Section("Short", (rows(3),)), Section("Long", (rows(22),)), Section("Last", (rows(9),)))
    first, *_rest = pages(paper, PAPERS["a4"])
    assert "Long" in heads(first)


@pytest.mark.parametrize(("height", "top"), [(15.0, 1.0), (26.0, 1.0), (33.0, 3.0), (52.0, 5.0)])
def test_what_is_typed_into_a_high_field_keeps_clear_of_the_rule_above(height: float, top: float) -> None:
    ((place,),) = (field.places for field in writing(Writing("w", "W"), 60.0, height).fields)
    assert (place.y, place.bottom) == (top, height - 1.0)
