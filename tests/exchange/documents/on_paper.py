"""Looks at printed pages as the shapes they were drawn from, and at headings as they are tagged."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from salesorg_gui.drawing.measure import width
from salesorg_gui.drawing.shapes import Align, Label, Stroke, Weight, Wire, flat
from salesorg_gui.exchange.leaves import Leaf, Run
from salesorg_gui.layout.geometry import Rect

HEADINGS = frozenset({"/H1", "/H2", "/H3"})
PEN_LINE, NEAR = Stroke("line", 0.25), 12.0
WHOLES = frozenset({"/Document", "/Table", "/L"})


class Line(NamedTuple):
    """A line of text of a page: what it says, where its letters stand, how large they are."""

    text: str
    place: Rect
    size: float


def lines(leaf: Leaf) -> Iterator[Line]:
    """Every line of text of a page."""
    for run in leaf.runs:
        for shape in flat(run.shapes):
            if isinstance(shape, Label) and shape.text.strip():
                yield _line(shape, run)


def _line(shape: Label, run: Run) -> Line:
    size = shape.size * run.scale
    wide = width(shape.text.rstrip(), size, shape.weight, shape.tracking)
    start = {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[shape.align]
    x = run.origin.x + shape.baseline.x * run.scale - start
    base = run.origin.y + shape.baseline.y * run.scale
    place = Rect(x, base - 0.72 * size, wide, 0.74 * size)
    if run.middle is not None:
        place = Rect(2 * run.middle.x - place.right, 2 * run.middle.y - place.bottom, place.width, place.height)
    return Line(shape.text, place, size)


def clipped(leaf: Leaf) -> list[str]:
    """What stands beyond the edges of the paper."""
    paper = Rect(0, 0, leaf.width, leaf.height).grown(0.5)
    return [line.text for line in lines(leaf) if not paper.holds(line.place)]


def overlapping(leaf: Leaf) -> list[tuple[str, str]]:
    """Lines that stand on each other."""
    found: list[tuple[str, str]] = []
    placed = sorted(((line.place.grown(-0.6), line.text) for line in lines(leaf)), key=lambda one: one[0].y)
    for number, (place, text) in enumerate(placed):
        for other, said in placed[number + 1 :]:
            if other.y > place.bottom:
                break
            if place.meets(other):
                found.append((text, said))
    return found


def too_small(leaf: Leaf, least: float) -> list[str]:
    """What cannot be read."""
    return [line.text for line in lines(leaf) if line.size < least - 0.01]


def lost(leaves: Sequence[Leaf], wanted: set[str]) -> list[str]:
    """The words that stand on no page, neither in one piece nor broken where a line ends."""
    texts = [line.text for leaf in leaves for line in lines(leaf)]
    said = {word for text in texts for word in text.split()}
    whole = "".join("".join(text.split()) for text in texts)
    return sorted(word for word in wanted if word not in said and word not in whole)


def lone_headings(pdf: bytes, leaves: Sequence[Leaf]) -> list[str]:
    """Headings after which nothing is said on their page, nor is there a line to write on, by number of the page."""
    reader = PdfReader(BytesIO(pdf))
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    root = reader.root_object["/StructTreeRoot"]
    assert isinstance(root, DictionaryObject)
    said = list(_said(root))
    found = [
        (tag, numbers[page])
        for number, (tag, page) in enumerate(said)
        if tag in HEADINGS and not any(where == page for _tag, where in _next_words(said, number))
    ]
    return [f"{tag} on page {page}" for tag, page in found if not _ends_to_write_on(leaves[page - 1])]


def _ends_to_write_on(leaf: Leaf) -> bool:
    """Whether a line for a pen stands below or beside the last words in bold, and no other words do."""
    placed = [(run, shape) for run in leaf.runs for shape in flat(run.shapes)]
    bold = [shape.baseline.y for _run, shape in placed if isinstance(shape, Label) and shape.weight is Weight.SEMIBOLD]
    pens = [shape.points[0].y for _run, shape in placed if isinstance(shape, Wire) and shape.stroke == PEN_LINE]
    return bool(bold and pens) and max(pens) > max(bold) - NEAR


def _next_words(said: Sequence[tuple[str, IndirectObject]], number: int) -> list[tuple[str, IndirectObject]]:
    """What follows a heading first that is none itself."""
    return [one for one in said[number + 1 :] if one[0] not in HEADINGS][:1]


def _said(element: DictionaryObject) -> Iterator[tuple[str, IndirectObject]]:
    """What is said in reading order, each with its page."""
    tag = str(element.get("/S", "/Document"))
    if tag not in WHOLES and "/Pg" in element:
        page = element.raw_get("/Pg")
        assert isinstance(page, IndirectObject)
        yield tag, page
    kids = element.get("/K", ArrayObject())
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        inner = kid.get_object()
        if isinstance(inner, DictionaryObject):
            yield from _said(inner)
