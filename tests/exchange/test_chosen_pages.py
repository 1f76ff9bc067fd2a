"""A file of some pages holds just these, as they are in the whole: tagged, linked among themselves, fields and all."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from salesorg_gui.exchange.documents.options import ChartOptions, Options
from salesorg_gui.exchange.exporting import DOCUMENTS, Wish, export
from salesorg_gui.exchange.leaves import Leaves
from tests.exchange.documents.on_paper import lines
from tests.exchange.documents.organisation import CHART, PLAN
from tests.exchange.documents.reading import texts

TODAY = Options(today=date(2026, 1, 14))
PRINTED = [what for what, kind in DOCUMENTS.items() if "pdf" in kind.endings]


def made(what: str, *pages: int, options: Options = TODAY) -> bytes:
    return export(PLAN, CHART, Wish(what, "pdf", options=options, pages=pages))


def said(element: object) -> int:
    """How many pieces of pages the tags name."""
    if isinstance(element, int):
        return 1
    if isinstance(element, list):
        return sum(said(one.get_object()) for one in element)
    kids = element.get("/K") if isinstance(element, DictionaryObject) else None
    return 0 if kids is None else said(kids.get_object())


def leading(pdf: bytes) -> list[tuple[int, int]]:
    """From which page to which the links lead."""
    reader = PdfReader(BytesIO(pdf))
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    return [
        (number, numbers[note.get_object()["/Dest"][0]])
        for number, page in enumerate(reader.pages, 1)
        for note in page.get("/Annots", ())
        if "/Dest" in note.get_object()
    ]


@pytest.mark.parametrize("what", PRINTED)
def test_each_page_says_what_it_says_in_the_whole(what: str) -> None:
    whole = texts(made(what))
    last = len(whole)
    assert texts(made(what, last)) == whole[-1:]
    assert texts(made(what, 1)) == whole[:1]


def test_links_among_the_pages_stay_and_others_are_left_out() -> None:
    whole = leading(made("book"))
    assert any(goal == 2 for _page, goal in whole)
    few = leading(made("book", 1, 2))
    assert few == [(page, goal) for page, goal in whole if page <= 2 and goal <= 2]
    assert leading(made("book", 2)) == []


def test_only_what_is_written_is_tagged() -> None:
    whole, one = (PdfReader(BytesIO(made("report", *pages))) for pages in ((), (4,)))
    trees = [said(reader.root_object["/StructTreeRoot"]) for reader in (whole, one)]
    assert 0 < trees[1] < trees[0] / 2
    assert int(str(one.pages[0]["/StructParents"])) == 0


def test_fields_of_other_pages_are_left_out() -> None:
    whole, one = (PdfReader(BytesIO(made("checklists", *pages))) for pages in ((), (2,)))
    assert 0 < len(one.get_fields() or {}) < len(whole.get_fields() or {})


def test_tiles_of_a_poster_are_chosen_too() -> None:
    poster = Options(today=TODAY.today, charts=ChartOptions("poster"))
    whole = texts(made("chart", options=poster))
    assert texts(made("chart", 3, options=poster)) == whole[2:3]


def test_whoever_looks_on_sees_the_chosen_pages_only() -> None:
    leaves = Leaves()
    export(PLAN, CHART, Wish("descriptions", "pdf", options=TODAY, pages=(2,)), leaves)
    assert [any(lines(leaf)) for leaf in leaves.all][:3] == [False, True, False]
