"""The canvas a PDF is written on, and the few objects of a file that reportlab has no call for.

What reportlab offers in public is used as it is. Form fields and tags need objects of their own in the file and on the
page; a subclass may keep them where reportlab keeps its own.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import IO

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
)
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from salesorg_gui.exchange.pdf_code import font_code, spacing_code
from salesorg_gui.exchange.pdf_file import PackedDocument, Ready, pressed
from salesorg_gui.exchange.pdf_tags import Element, Tags

ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), 127)} | {ord(sign): f"\\{sign}" for sign in "()\\"}
MOST_KEPT = 2_000
"""Texts whose code is kept for their next time."""
FIRST_FONT = "Inter-Regular"

type Annotations = list[PDFObjectReference]
"""What is laid over a page."""
type Value = str | float | PDFString | PDFArray | PDFDictionary | PDFStream | PDFObjectReference
"""What may stand in a dictionary: names and references as reportlab makes them, numbers, strings, and more of them."""


def dictionary(entries: Mapping[str, Value]) -> PDFDictionary:
    """A dictionary of the file."""
    return PDFDictionary(dict(entries))


def array(entries: Sequence[Value]) -> PDFArray:
    """An array of the file."""
    return PDFArray(entries)


def name(text: str) -> str:
    """A name, escaped as PDF wants it."""
    return PDFName(text)


def drawing(width: float, height: float, code: str, resources: Value | None = None, over: float = 0.0) -> PDFStream:
    """A form XObject: the look of a form field, from its lower left corner; lines may stand ``over`` its edges."""
    entries: dict[str, Value] = {
        "Type": name("XObject"),
        "Subtype": name("Form"),
        "BBox": array((-over, -over, width + over, height + over)),
        "Resources": resources or dictionary({}),
    }
    return PDFStream(dictionary(entries), code.encode("latin-1"), [PDFStreamFilterZCompress()])


class PdfCanvas(Canvas):
    """A canvas whose files say the same whenever they are written, and say what their pages mean.

    What is drawn belongs to the part begun last; a drawing kept for many uses (a form, as PDF says) is furniture.
    """

    _doc: PackedDocument
    _code: list[str]
    _annotationrefs: list[PDFObjectReference]

    def __init__(self, out: IO[bytes], language: str) -> None:
        # A first font of our own keeps reportlab from naming one that is not embedded.
        super().__init__(out, invariant=1, lang=language, initialFontName=FIRST_FONT)  # type: ignore[arg-type]
        self._doc = PackedDocument(language)
        self.setPageCompression(1)
        self._said: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._written: dict[str, str] = {}
        self.tags = Tags()
        self.tags.new_page()

    @property
    def this_page(self) -> PDFObjectReference:
        """The page begun last."""
        return PDFObjectReference(f"Page{self._doc.pageCounter}")

    def kept(self, thing: PDFObject) -> PDFObjectReference:
        """The reference to an object that stands in the file on its own."""
        return self._doc.kept(thing)

    def annotate(self, annotation: PDFDictionary) -> PDFObjectReference:
        """Lay something over the page begun last: a field, a link."""
        reference = self.kept(annotation)
        self._annotationrefs.append(reference)
        return reference

    def write(self, text: str, font: str, size: float, at: tuple[float, float], ink: str, spacing: float) -> None:
        """A line of text at a spot of the page, in points from its lower left corner; ``ink`` is code."""
        x, y = at
        new = f"{self._new('fill', ink)}{self._new('spacing', spacing_code(spacing))}"
        code = ""
        for name_of_font, letters in self._said.get((text, font)) or self._letters(text, font):
            code += f"{self._new('font', font_code(name_of_font, size))}({letters}) Tj "
        self._code.append(f"BT {x:.2f} {y:.2f} Td {new}{code}ET")

    def paint(self, path: str, fill: str = "", stroke: str = "") -> None:
        """Fill and stroke a path; of colours and lines only what changes is written."""
        how = "B" if fill and stroke else "f" if fill else "S"
        self._code.append(f"{self._new('fill', fill)}{self._new('stroke', stroke)}{path} {how}")

    def _new(self, what: str, code: str) -> str:
        if not code or self._written.get(what) == code:
            return ""
        self._written[what] = code
        return f"{code} "

    def saveState(self) -> None:  # noqa: N802 - reportlab's name
        self._written.clear()
        super().saveState()

    def restoreState(self) -> None:  # noqa: N802 - reportlab's name
        self._written.clear()
        super().restoreState()

    def _letters(self, text: str, font: str) -> list[tuple[str, str]]:
        """Fonts of this file and a text in their codes. Much is said again and again: cards of one role, labels."""
        cut = getFont(font)
        assert isinstance(cut, TTFont)
        if len(self._said) >= MOST_KEPT:
            self._said.clear()
        said = self._said[text, font] = [
            (cut.getSubsetInternalName(subset, self._doc), chunk.decode("latin-1").translate(ESCAPES))
            for subset, chunk in cut.splitString(text, self._doc)
        ]
        return said

    def code(self, code: str) -> None:
        """Anything drawn, as PDF writes it."""
        self._code.append(code)

    def piece(self) -> None:
        """What is drawn next belongs to the part begun last."""
        code = self.tags.piece()
        if code:
            self._code.append(code)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._say(self.tags.closed())
        super().showPage()
        self._written.clear()
        page = self._doc.Pages.pages[-1]
        page.Contents = pressed(page.stream.encode("latin-1"))
        page.stream = ""
        self.tags.new_page()

    def forget_page(self) -> None:
        """Begin the page begun last once more: what is on it is not written."""
        self.tags.closed()
        self._restartAccumulators()  # type: ignore[attr-defined]
        self.init_graphics_state()
        self.state_stack: list[object] = []
        self._written.clear()

    @property
    def annotations(self) -> Annotations:
        """What is laid over the page begun last, for whoever adds to it once the page is done."""
        return self._annotationrefs

    def lead(self, annotations: Annotations, name_of_spot: str, corners: Sequence[float]) -> None:
        """Lay a link to a spot over a page that may be done."""
        current, self._annotationrefs = self._annotationrefs, annotations
        self.linkAbsolute("", name_of_spot, corners, Border="[0 0 0]")
        self._annotationrefs = current

    def beginForm(  # noqa: N802 - reportlab's name
        self, name: str, lowerx: float = 0, lowery: float = 0, upperx: float | None = None, uppery: float | None = None
    ) -> None:
        self._say(self.tags.closed())
        self.tags.stamp(is_begun=True)
        self._written.clear()
        super().beginForm(name, lowerx, lowery, upperx, uppery)  # type: ignore[arg-type]

    def endForm(self, **extra_attributes: Value) -> None:  # noqa: N802 - reportlab's name
        self._say(self.tags.closed())
        self.tags.stamp(is_begun=False)
        super().endForm(**extra_attributes)
        self._written.clear()

    def doForm(self, name: str) -> None:  # noqa: N802 - reportlab's name
        self.piece()
        super().doForm(name)

    def stamp(self, name: str, width: float, height: float, made: Callable[[], str]) -> None:
        """Draw what stands in the file once and on many pages: lines without words."""
        if not self.hasForm(name):
            self._doc.addForm(name, drawing(width, height, made(), over=1.0))
        super().doForm(name)

    def recorded(self, draws: Callable[[], None]) -> str:
        """The code of what would be drawn on the page."""
        page, written = self._code, self._written
        self._code, self._written = [], {}
        draws()
        code = "\n".join(self._code)
        self._code, self._written = page, written
        return code

    def save(self) -> None:
        self._write_tags()
        super().save()

    def _say(self, code: str) -> None:
        if code:
            self._code.append(code)

    def _write_tags(self) -> None:
        """The tree of what the pages say, and whose each piece of a page is."""
        self.tags.root.prune()
        elements = self.tags.root.whole()
        numbers = dict(zip(elements, self._doc.numbered(len(elements)), strict=True))
        pages = [self._number(page) for page in self._doc.Pages.pages]
        tree, owners = Ready(), Ready()
        tree_number, owners_number = self._number(tree), self._number(owners)
        for element, number in numbers.items():
            parent = numbers[element.parent] if element.parent else tree_number
            self._doc.write(number, _element(element, parent, numbers, pages))
        root = numbers[self.tags.root]
        tree.code = b"<< /Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R >>" % (root, owners_number)
        owners.code = _owners(self.tags.pages[: len(pages)], numbers).encode("latin-1")
        for number, page in enumerate(self._doc.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, name("S")
        self.setCatalogEntry("StructTreeRoot", self.kept(tree))
        self.setCatalogEntry("MarkInfo", dictionary({"Marked": "true"}))

    def _number(self, thing: PDFObject) -> int:
        return self._doc.number_of(self.kept(thing))


def _element(element: Element, parent: int, numbers: Mapping[Element, int], pages: Sequence[int]) -> str:
    """Without a blank more than needed, and what neighbours differ in at the end: so it is pressed best."""
    kids = [str(kid) if isinstance(kid, int) else f"{numbers[kid]} 0 R" for kid in element.kids]
    held = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
    place = f"/Pg {pages[element.page]} 0 R" if element.page >= 0 else ""
    text = f"{'/Alt' if element.tag == 'Figure' else '/ActualText'}{_string(element.text)}" if element.text else ""
    scope = "/A<</O/Table/Scope/Column>>" if element.tag == "TH" else ""
    return f"<</S/{element.tag}/P {parent} 0 R{place}{text}{scope}{held}>>"


def _owners(pages: Sequence[Sequence[Element]], numbers: Mapping[Element, int]) -> str:
    rows = (f"{number} [{' '.join(f'{numbers[one]} 0 R' for one in owners)}]" for number, owners in enumerate(pages))
    return f"<< /Nums [{' '.join(rows)}] >>"


def _string(text: str) -> str:
    """Any text, in UTF-16."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"
