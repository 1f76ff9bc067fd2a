"""Pages, their boxes, bookmarks and links."""

from io import BytesIO

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject

from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.layout.geometry import Rect

PRINT = theme(ThemeName.PRINT)


def box(page: PageObject, name: str) -> list[float]:
    edges = page.get(name, ArrayObject())
    assert isinstance(edges, ArrayObject)
    return [float(edge) for edge in edges]


def test_a_page_knows_where_it_is_cut_and_how_far_it_bleeds() -> None:
    book = PdfBook(PRINT, "Boxes")
    book.page(300, 200, trim=Rect(20, 10, 100, 150), bleed=Rect(11, 1, 118, 168))
    book.page(300, 200)
    first, second = PdfReader(BytesIO(book.finished())).pages
    assert box(first, "/TrimBox") == [20, 40, 120, 190]
    assert box(first, "/BleedBox") == [11, 31, 129, 199]
    assert box(second, "/TrimBox") == box(second, "/BleedBox") == []


def test_bookmarks_stand_below_one_another() -> None:
    book = PdfBook(PRINT, "Levels")
    for text, level in (("Part one", 0), ("Chapter", 1), ("Deep", 2), ("Part two", 0), ("Too deep", 4)):
        book.page(100, 100, text, level=level)
    outline = PdfReader(BytesIO(book.finished())).outline

    def titles(entries: list[object]) -> list[object]:
        return [titles(entry) if isinstance(entry, list) else str(entry["/Title"]) for entry in entries]  # type: ignore[index]

    assert titles(list(outline)) == ["Part one", ["Chapter", ["Deep"]], "Part two", ["Too deep"]]


def test_a_link_leads_to_a_spot_that_comes_later() -> None:
    book = PdfBook(PRINT, "Links")
    book.page(100, 100)
    book.link(Rect(10, 20, 30, 10), "märkt (ö)")
    book.page(100, 100)
    book.page(100, 100)
    book.spot("märkt (ö)", 40)
    reader = PdfReader(BytesIO(book.finished()))
    (link,) = [annotation.get_object() for annotation in reader.pages[0].annotations or []]
    assert [float(edge) for edge in link["/Rect"]] == [10, 70, 40, 80]
    assert link["/Dest"][0].get_object() == reader.pages[2]
    assert float(link["/Dest"][3]) == 60


def test_a_link_to_nowhere_is_a_bug() -> None:
    book = PdfBook(PRINT, "Links")
    book.page(100, 100)
    book.link(Rect(10, 20, 30, 10), "nowhere")
    with pytest.raises(ValueError, match="nowhere"):
        book.finished()
