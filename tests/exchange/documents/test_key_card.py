"""The key card on paper: every key stands on it, its caps are inside the page, one page is enough while it can be."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from salesorg_gui.drawing.shapes import Box, Label, flat
from salesorg_gui.exchange.documents.key_card import COLUMNS, SIDE, KeyGroup, KeyRow, key_card, pages
from salesorg_gui.exchange.documents.options import PAPERS
from tests.exchange.documents.reading import says

A4 = PAPERS["a4"]


def group(title: str, count: int) -> KeyGroup:
    return KeyGroup(title, tuple(KeyRow(f"{title} {n}", (("Ctrl", str(n)), (f"F{n}",))) for n in range(count)))


def test_every_row_and_every_cap_is_there() -> None:
    pdf = key_card("Keys", "On the screen too", [group("File", 3), group("Edit", 4)])
    for words in ("Keys", "On the screen too", "File", "Edit 3", "Ctrl", "F2"):
        assert says(pdf, words)


@pytest.mark.parametrize(("rows", "sheets"), [(1, 1), (60, 1), (100, 1), (250, 2)])
def test_it_takes_as_many_pages_as_it_needs(rows: int, sheets: int) -> None:
    pdf = key_card("Keys", "", [group("File", rows)])
    assert len(PdfReader(BytesIO(pdf)).pages) == sheets
    assert says(pdf, f"File {rows - 1}")


def test_a_group_without_keys_is_left_out() -> None:
    assert not says(key_card("Keys", "", [group("File", 1), KeyGroup("Empty", ())]), "Empty")


def test_a_card_without_keys_is_still_a_page() -> None:
    assert len(pages("Keys", "", [], A4)) == 1


def test_everything_stands_inside_the_margins() -> None:
    long = KeyGroup(
        "Long", (KeyRow("A deed that needs many words to be told " * 3, (("Ctrl", "Shift", "Page Down"),)),)
    )
    for shapes in pages("Keys", "", [long, *(group(name, 30) for name in "ABCDE")], A4):
        for box in (shape for shape in shapes if isinstance(shape, Box)):
            assert box.rect.x >= SIDE - 0.01
            assert box.rect.right <= A4.width - SIDE + 0.01
            assert box.rect.bottom <= A4.height


def test_columns_of_one_page_are_about_equally_high() -> None:
    (shapes,) = pages("Keys", "", [group(name, 6) for name in "ABCDEF"], A4)
    lowest: dict[int, float] = {}
    for label in (shape for shape in flat(shapes) if isinstance(shape, Label) and shape.baseline.y > 100):
        column = int((label.baseline.x - SIDE) / ((A4.width - 2 * SIDE) / COLUMNS))
        lowest[min(column, COLUMNS - 1)] = max(lowest.get(column, 0.0), label.baseline.y)
    assert len(lowest) == COLUMNS
    assert max(lowest.values()) - min(lowest.values()) < 120
