"""The canvas a PDF is written on, and the few objects of a file that reportlab has no call for.

What reportlab offers in public is used as it is. Form fields and tags need objects of their own in the file and on the
page; a subclass may keep them where reportlab keeps its own.
"""

from collections.abc import Mapping, Sequence
from typing import IO

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

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


def drawing(width: float, height: float, code: str, resources: Value | None = None) -> PDFStream:
    """A form XObject: the look of a form field, drawn from its lower left corner."""
    entries: dict[str, Value] = {
        "Type": name("XObject"),
        "Subtype": name("Form"),
        "BBox": array((0.0, 0.0, width, height)),
        "Resources": resources or dictionary({}),
    }
    return PDFStream(dictionary(entries), code.encode("latin-1"), [PDFStreamFilterZCompress()])


class PdfCanvas(Canvas):
    """A canvas whose files say the same whenever they are written."""

    _doc: PDFDocument
    _annotationrefs: list[PDFObjectReference]

    def __init__(self, out: IO[bytes], language: str) -> None:
        super().__init__(out, invariant=1, pageCompression=1, lang=language)

    @property
    def this_page(self) -> PDFObjectReference:
        """The page begun last."""
        return PDFObjectReference(f"Page{self._doc.pageCounter}")

    def kept(self, thing: PDFDictionary | PDFStream) -> PDFObjectReference:
        """The reference to an object that stands in the file on its own."""
        reference: PDFObjectReference = self._doc.Reference(thing)  # type: ignore[no-untyped-call]
        return reference

    def annotate(self, annotation: PDFDictionary) -> PDFObjectReference:
        """Lay something over the page begun last: a field, a link."""
        reference = self.kept(annotation)
        self._annotationrefs.append(reference)
        return reference
