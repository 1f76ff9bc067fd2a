"""What a page says to somebody who has it read aloud."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NumberObject, PdfObject

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.patterns import without_colour
from salesorg_gui.drawing.shapes import Box, Label, Part, Role, Shape, Wire, draw, flat
from salesorg_gui.drawing.shapes import Stroke as Line
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange import svg
from salesorg_gui.exchange.documents.typeset import led, paragraph, style
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.layout.geometry import Point, Rect
from tests.drawing.notebook import Notebook, texts

PRINT = theme(ThemeName.PRINT)

type Tree = tuple[str, list["Tree"]] | str


def words(text: str, y: float = 20) -> Label:
    return Label(text, Point(10, y), 9, "text_1")


def part(role: Role, *inside: Shape | str, text: str = "") -> Part:
    return Part(role, tuple(words(one) if isinstance(one, str) else one for one in inside), text)


def book(*pages: tuple[Shape, ...], title: str = "A plan") -> bytes:
    made = PdfBook(PRINT, title, "A subject", "sv")
    for shapes in pages:
        made.page(200, 200)
        draw(shapes, made.pen())
    return made.finished()


def root(pdf: bytes) -> DictionaryObject:
    found = PdfReader(BytesIO(pdf)).trailer["/Root"].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def below(node: DictionaryObject, name: str) -> DictionaryObject:
    found = node[name].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def kids(element: DictionaryObject) -> list[PdfObject]:
    held = element.get("/K", ArrayObject())
    held = held.get_object() if held is not None else ArrayObject()
    return [kid.get_object() for kid in held] if isinstance(held, ArrayObject) else [held]


def tree(element: DictionaryObject) -> object:
    """Tags with what is below them; pieces of pages as their numbers."""
    found = [int(kid) if isinstance(kid, NumberObject) else tree(kid) for kid in kids(element)]  # type: ignore[arg-type]
    return [str(element["/S"])[1:], *found]


def tags(pdf: bytes) -> object:
    (document,) = kids(below(root(pdf), "/StructTreeRoot"))
    assert isinstance(document, DictionaryObject)
    return tree(document)


def test_parts_become_a_tree_in_reading_order() -> None:
    rows = (part("row", part("head", "Name"), part("head", "Value")), part("row", part("cell", "A"), part("cell", "1")))
    pdf = book(
        (
            part("h1", "Account Executive"),
            part("list", part("item", "One"), part("item", "Two")),
            part("table", *rows),
            part("aside", part("p", "Note")),
        )
    )
    items = [["LI", ["LBody", 1]], ["LI", ["LBody", 2]]]
    table = ["Table", ["TR", ["TH", 3], ["TH", 4]], ["TR", ["TD", 5], ["TD", 6]]]
    assert tags(pdf) == ["Document", ["H1", 0], ["L", *items], table, ["Note", ["P", 7]]]


def test_what_belongs_to_no_part_is_passed_over() -> None:
    pdf = book((words("Running head"), part("p", "Said"), Box(Rect(0, 0, 9, 9), "text_1"), words("Foot")))
    assert tags(pdf) == ["Document", ["P", 0]]
    code = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert code is not None
    assert code.get_data().count(b"/Artifact BMC") == 2
    assert code.get_data().count(b"EMC") == 3


def test_pieces_on_both_sides_of_a_part_within_belong_to_the_same_part() -> None:
    assert tags(book((part("p", "Before", part("figure", "x", text="A chart"), "After"),))) == [
        "Document",
        ["P", 0, ["Figure", 1], 2],
    ]


def test_every_piece_of_every_page_is_found_from_its_page() -> None:
    pdf = book((part("h1", "One"), part("p", "a")), (part("p", "b"),), ())
    structure = below(root(pdf), "/StructTreeRoot")
    numbers = below(structure, "/ParentTree")["/Nums"].get_object()
    assert isinstance(numbers, ArrayObject)
    owners = [[str(one.get_object()["/S"]) for one in entry] for entry in numbers[1::2]]
    assert [str(number) for number in numbers[::2]] == ["0", "1", "2"]
    assert owners == [["/H1", "/P"], ["/P"], []]
    reader = PdfReader(BytesIO(pdf))
    assert [str(page["/StructParents"]) for page in reader.pages] == ["0", "1", "2"]
    assert [str(page["/Tabs"]) for page in reader.pages] == ["/S", "/S", "/S"]


def test_a_picture_is_read_by_its_words_in_every_sign() -> None:
    pdf = book((part("figure", Box(Rect(0, 0, 9, 9), "text_1"), text="Säljkåren → 12 seats 🎉"),))
    (document,) = kids(below(root(pdf), "/StructTreeRoot"))
    assert isinstance(document, DictionaryObject)
    (figure,) = kids(document)
    assert isinstance(figure, DictionaryObject)
    assert str(figure["/Alt"]) == "Säljkåren → 12 seats 🎉"


def test_parts_that_hold_nothing_are_left_out_but_cells_count() -> None:
    pdf = book((part("list", part("item")), part("table", part("row", part("cell"), part("cell", "x")))))
    assert tags(pdf) == ["Document", ["Table", ["TR", ["TD"], ["TD", 0]]]]


def test_the_file_tells_its_language_and_title() -> None:
    pdf = book((part("p", "x"),), title="Nordlys <& co> 🎉")
    assert str(root(pdf)["/Lang"]) == "sv"
    assert below(root(pdf), "/MarkInfo")["/Marked"] == BooleanObject(value=True)
    assert below(root(pdf), "/ViewerPreferences")["/DisplayDocTitle"] == BooleanObject(value=True)
    meta = PdfReader(BytesIO(pdf)).metadata
    assert meta is not None
    assert (meta.title, meta.subject, meta.author) == ("Nordlys <& co> 🎉", "A subject", "")


def test_a_drawing_used_many_times_is_furniture() -> None:
    made = PdfBook(PRINT, "Stamps")
    made.page(200, 200)
    draw([part("p", "Before")], made.pen())
    made.canvas.beginForm("stamp", 0, 0, 50, 50)
    draw([part("p", "Stamped")], made.pen())
    made.canvas.endForm()
    made.canvas.doForm("stamp")
    draw([part("p", "After")], made.pen())
    pdf = made.finished()
    assert tags(pdf) == ["Document", ["P", 0], ["P", 1]]
    assert "Stamped" in PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_parts_are_moved_and_drawn_as_their_shapes() -> None:
    whole = part("table", part("row", part("cell", "a"), Wire((Point(0, 0), Point(5, 0)), Line("text_1"))))
    pen = Notebook()
    draw(moved([whole], 3, 4), pen)
    assert pen.drawn == list(flat(moved([whole], 3, 4)))
    assert texts(pen.drawn) == ["a"]
    assert isinstance(pen.drawn[0], Label)
    assert pen.drawn[0].baseline == Point(13, 24)
    assert ">a</text>" in svg.document((whole,), Rect(0, 0, 50, 50), PRINT, "x").decode()


@pytest.mark.parametrize("count", [1, 250, 1000])
def test_small_objects_are_packed_and_every_program_finds_them(count: int) -> None:
    import pypdfium2

    pdf = book(tuple(part("p", words(f"Line {n}", 1 + n % 190)) for n in range(count)))
    assert len(PdfReader(BytesIO(pdf)).pages[0].extract_text().split("Line")) == count + 1
    assert pypdfium2.PdfDocument(pdf)[0].get_textpage().count_chars() >= 6 * count
    assert len(pdf) < 30_000 + 25 * count


def test_copied_text_keeps_its_spaces_where_lines_were_broken() -> None:
    sentence = "Nine  out of ten Kundförvärvsprocessoptimeringsansvariga\tcall back\nwithin a day"
    blocks = (paragraph(sentence, style("body"), 60), led("Nine out", "of ten call back", style("body"), 60))
    for block, meant in zip(blocks, (" ".join(sentence.split()), "Nine out of ten call back"), strict=True):
        said = "".join(
            f"{one.text} " if one.goes_on else one.text for one in flat(block.shapes) if isinstance(one, Label)
        )
        assert said == meant
    assert "call back within" in " ".join(PdfReader(BytesIO(book(blocks[0].shapes))).pages[0].extract_text().split())


def test_a_part_in_patterns_is_still_the_same_part() -> None:
    (printed,) = without_colour([part("figure", Box(Rect(0, 0, 9, 9), "text_1", opacity=0.5), text="A chart")])
    assert printed == part("figure", Box(Rect(0, 0, 9, 9), "text_1"), text="A chart")
