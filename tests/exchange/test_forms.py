"""Fields of forms: filled in by one program, read and shown by others."""

from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.layout.geometry import Point, Rect

PRINT = theme(ThemeName.PRINT)
SPOTS = tuple(Point(20.0 + 30.0 * n, 60.0) for n in range(5))
NORDIC = "Åsa Ægir Øberg: räksmörgås, blåbærgrød"


def a_form(*, ticked: bool = False, chosen: int = 0, remark: str = "") -> bytes:
    book = PdfBook(PRINT, "A form")
    book.page(200, 200)
    book.tick_box("agreed.by all", Point(20.5, 20.5), 12, "Ålagt och godkänt – ≥ 3 röster", is_ticked=ticked)
    book.choices("score", SPOTS, 12, chosen, "Score from 1 to 5")
    book.text_field("remark", Rect(20, 90, 160, 60), "Remark", remark, is_multiline=True)
    book.text_field("who", Rect(20, 160, 160, 14), "Who")
    return book.finished()


def filled(pdf: bytes, values: dict[str, str]) -> bytes:
    writer = PdfWriter(BytesIO(pdf))
    writer.update_page_form_field_values(writer.pages[0], values)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def values(pdf: bytes) -> dict[str, str]:
    fields = PdfReader(BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V", "")) for name, field in fields.items()}


def darkness(pdf: bytes, rect: Rect) -> int:
    """How dark a part of the page is as pdfium shows it, form and all."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    image = document[0].render(scale=2, may_draw_forms=True).to_pil().convert("L")
    box = tuple(round(2 * edge) for edge in (rect.x, rect.y, rect.right, rect.bottom))
    part = image.crop((box[0], box[1], box[2], box[3]))
    return sum((255 - level) * count for level, count in enumerate(part.histogram()))


def around(spot: Point) -> Rect:
    return Rect(spot.x, spot.y, 12, 12)


def test_nordic_letters_are_filled_in_and_read_back() -> None:
    after = values(filled(a_form(), {"remark": NORDIC, "who": "Søren Ærø", "agreed_by all": "/Yes"}))
    assert after["remark"] == NORDIC
    assert after["who"] == "Søren Ærø"
    assert after["agreed_by all"] == "/Yes"


def test_what_was_filled_in_is_shown() -> None:
    before, after = a_form(), filled(a_form(), {"remark": NORDIC, "agreed_by all": "/Yes"})
    for part in (Rect(20, 90, 160, 60), Rect(20.5, 20.5, 12, 12)):
        assert darkness(before, part) == 0
        assert darkness(after, part) > 1000


def test_what_the_plan_knows_is_filled_in_already() -> None:
    form = a_form(ticked=True, chosen=4, remark=f"{NORDIC}\n\nThe second paragraph (with brackets) and a back\\slash")
    assert values(form)["agreed_by all"] == "/Yes"
    assert values(form)["score"] == "/4"
    assert darkness(form, Rect(20.5, 20.5, 12, 12)) > 1000
    assert darkness(form, Rect(20, 90, 160, 60)) > 3000
    assert [number for number, spot in enumerate(SPOTS, 1) if darkness(form, around(spot))] == [4]
    assert "(with brackets) and a back\\slash" in values(form)["remark"]


@pytest.mark.parametrize("number", [1, 5])
def test_one_of_several_is_chosen(number: int) -> None:
    after = filled(a_form(chosen=3), {"score": f"/{number}"})
    assert values(after)["score"] == f"/{number}"
    assert [n for n, spot in enumerate(SPOTS, 1) if darkness(after, around(spot))] == [number]


def test_a_field_tells_what_it_is_for_in_every_sign() -> None:
    fields = PdfReader(BytesIO(a_form())).get_fields() or {}
    assert str(fields["agreed_by all"]["/TU"]) == "Ålagt och godkänt – ≥ 3 röster"


def test_two_fields_of_one_name_are_two_fields() -> None:
    book = PdfBook(PRINT, "Twice")
    book.page(100, 100)
    for y in (10, 40):
        book.tick_box("same", Point(10, y), 10, "Same", is_ticked=False)
    after = values(filled(book.finished(), {"same-2": "/Yes"}))
    assert after == {"same": "/Off", "same-2": "/Yes"}


def test_a_file_without_fields_is_no_form() -> None:
    book = PdfBook(PRINT, "Plain")
    book.page(100, 100)
    assert PdfReader(BytesIO(book.finished())).get_fields() is None


def test_signs_the_form_cannot_show_are_kept_in_its_value() -> None:
    assert values(a_form(remark="Łódź → 東京"))["remark"] == "Łódź → 東京"


def catalogue(pdf: bytes) -> DictionaryObject:
    root = PdfReader(BytesIO(pdf)).trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    return root


@pytest.mark.parametrize("make", [a_form, lambda: a_form(ticked=True, chosen=1, remark="x")])
def test_a_form_is_the_same_file_every_time(make: Callable[[], bytes]) -> None:
    assert make() == make()
    assert NameObject("/AcroForm") in catalogue(make())
