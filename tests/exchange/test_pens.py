"""The pens for paper and for SVG draw every kind of shape."""

import xml.etree.ElementTree as ET
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from salesorg_gui.drawing.shapes import (
    Align,
    Bar,
    Box,
    Dot,
    Hatch,
    Icon,
    Label,
    Patch,
    Shape,
    Stroke,
    Weight,
    Wire,
    draw,
)
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange import svg
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.layout.geometry import Point, Rect

BOUNDS = Rect(0, 0, 100, 100)
PRINT = theme(ThemeName.PRINT)
SQUARE = (Point(20, 20), Point(60, 20), Point(60, 60), Point(20, 60))
RED, BLUE = "error", "find_solid"
EACH: dict[str, tuple[Shape, Point, str]] = {
    "a box": (Box(Rect(10, 10, 40, 30), RED), Point(30, 25), RED),
    "a rounded box": (Box(Rect(10, 10, 40, 30), RED, Stroke(BLUE), radius=8), Point(30, 25), RED),
    "an outline": (Box(Rect(10, 10, 40, 30), None, Stroke(RED, 4)), Point(10, 25), RED),
    "a bar": (Bar(Rect(10, 10, 60, 40), RED, radius=8, width=6), Point(12, 30), RED),
    "a hollow bar": (Bar(Rect(10, 10, 60, 80), RED, radius=0, width=20, hollow=True), Point(15, 50), RED),
    "an icon": (Icon("minus", Point(10, 10), 48, RED), Point(34, 34), RED),
    "a wire": (Wire((Point(10, 50), Point(50, 50), Point(50, 90)), Stroke(RED, 4)), Point(25, 50), RED),
    "an arrow": (Wire((Point(10, 50), Point(90, 50)), Stroke(RED, 2), head="filled"), Point(85, 52), RED),
    "a small arrow": (Wire((Point(10, 50), Point(90, 50)), Stroke(RED, 2), head="small"), Point(87, 51), RED),
    "an open arrow": (Wire((Point(10, 50), Point(90, 50)), Stroke(RED, 3), head="open"), Point(86, 52.5), RED),
    "a hatch": (Hatch(Rect(0, 0, 90, 90), RED, pitch=1.2, opacity=1.0), Point(40, 40), RED),
    "a dot": (Dot(Point(50, 50), 12, RED, Stroke(BLUE)), Point(50, 50), RED),
    "a patch": (Patch(SQUARE, RED, Stroke(BLUE), corner=4), Point(40, 40), RED),
}


def page(*shapes: Shape) -> bytes:
    book = PdfBook(PRINT, "Shapes")
    book.page(100, 100, "First")
    draw(shapes, book.pen())
    return book.finished()


def colour_at(pdf: bytes, spot: Point) -> tuple[int, ...]:
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil().convert("RGB")
    return tuple(image.getpixel((round(spot.x * 4), round(spot.y * 4))))


def rgb(ink: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(PRINT.colour(ink)[1:]))


@pytest.mark.parametrize("name", EACH)
def test_the_paper_shows(name: str) -> None:
    shape, spot, ink = EACH[name]
    found = colour_at(page(shape), spot)
    assert max(abs(a - b) for a, b in zip(found, rgb(ink), strict=True)) < 60


@pytest.mark.parametrize("name", EACH)
def test_svg_is_well_formed_and_carries_the_colour(name: str) -> None:
    shape, _spot, ink = EACH[name]
    text = svg.document((shape,), BOUNDS, PRINT, "A & B").decode()
    assert ET.fromstring(text).tag.endswith("svg")
    assert PRINT.colour(ink) in text


@pytest.mark.parametrize("align", Align)
@pytest.mark.parametrize("weight", Weight)
def test_text_on_paper_can_be_read_back(align: Align, weight: Weight) -> None:
    label = Label("Åsa <Ærø> & Ø", Point(50, 50), 8, "text_1", weight, align, tracking=-0.01)
    assert "Åsa <Ærø> & Ø" in PdfReader(BytesIO(page(label))).pages[0].extract_text()
    assert "Åsa &lt;Ærø&gt; &amp; Ø" in svg.document((label,), BOUNDS, PRINT, "x").decode()


def test_a_faded_box_is_lighter_than_a_full_one() -> None:
    full, faded = (
        colour_at(page(Box(Rect(0, 0, 90, 90), RED, opacity=opacity)), Point(40, 40)) for opacity in (1, 0.3)
    )
    assert sum(faded) > sum(full)
    assert 'fill-opacity="0.3"' in svg.document((Box(BOUNDS, RED, opacity=0.3),), BOUNDS, PRINT, "x").decode()


def test_dashes_and_round_ends_reach_the_svg() -> None:
    dotted = Wire((Point(0, 5), Point(0, 5), Point(90, 5)), Stroke(RED, 2, (0.1, 4), round_caps=True))
    text = svg.document((dotted,), BOUNDS, PRINT, "x").decode()
    assert 'stroke-dasharray="0.1 4"' in text
    assert 'stroke-linecap="round"' in text


def test_pages_have_their_own_size_and_bookmark() -> None:
    book = PdfBook(PRINT, "Two")
    book.page(100, 100, "One")
    book.page(200, 50, "Other")
    reader = PdfReader(BytesIO(book.finished()))
    assert book.pages == 2
    assert [(float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages] == [
        (100, 100),
        (200, 50),
    ]
    assert [str(entry["/Title"]) for entry in reader.outline if not isinstance(entry, list)] == ["One", "Other"]
