"""How a file is written down: many small objects pressed together, so that tags cost little.

reportlab writes each object on its own and a table of their places. Since PDF 1.5 whatever is no stream may stand in a
compressed stream of objects, and the table in one of its own.
"""

import re
import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
    PDFObject,
    PDFObjectReference,
    PDFPages,
    PDFStream,
)

VERSION = (1, 7)
HARDEST = 9
"""How hard is pressed: a fiftieth of the time of making cards, and a fortieth less to send."""
PACK = 200
"""How many objects share a stream."""
ASTRAL = re.compile("<([0-9A-F]{5,6})>")
FREE, PLAIN, PACKED = 0, 1, 2
PLACE = struct.Struct(">BIH")
"""A row in the table of places: kind, place, and index."""
UP = b"\x02"
"""The mark of a row told by how it differs from the one above."""


class Ready(PDFObject):
    """An object written down by whoever made it; others may refer to it before."""

    code = b"<< >>"

    def format(self, document: PDFDocument) -> bytes:
        return self.code


class PackedDocument(PDFDocument):
    """A document whose small objects are packed. Never encrypted."""

    Catalog: PDFCatalog
    Pages: PDFPages

    def __init__(self, language: str) -> None:
        super().__init__(compression=1, invariant=1, lang=language, pdfVersion=VERSION)
        self._ready: dict[int, bytes] = {}

    def number_of(self, reference: PDFObjectReference) -> int:
        """The number an object has in the file."""
        return self.idToObjectNumberAndVersion[reference.name][0]

    def numbered(self, count: int) -> range:
        """The numbers of so many objects that will be ``written`` by whoever asks for them."""
        first = self.objectcounter + 1
        self.objectcounter += count
        return range(first, first + count)

    def write(self, number: int, code: str) -> None:
        """Take down an object of one of these numbers."""
        self._ready[number] = code.encode("latin-1")

    def format(self) -> bytes:
        file = PDFFile(VERSION)
        places: dict[int, tuple[int, int, int]] = {}
        small: list[tuple[int, bytes]] = []
        number = 0
        while number < self.objectcounter:  # writing one object may ask for others
            number += 1
            written = self._ready.get(number) or self._written(number)
            if written.endswith(b"endstream"):
                places[number] = (PLAIN, file.add(_alone(number, written)), 0)
            else:
                small.append((number, written))
        for start in range(0, len(small), PACK):
            number += 1
            pack = small[start : start + PACK]
            places |= {one: (PACKED, number, index) for index, (one, _written) in enumerate(pack)}
            places[number] = (PLAIN, file.add(_alone(number, _pack(pack))), 0)
        table = self._table(number + 1, file.offset, places)
        start = file.add(_alone(number + 1, table))
        file.add(f"startxref\n{start}\n%%EOF\n")
        return file.format(self)

    def _written(self, number: int) -> bytes:
        name = self.numberToId[number]
        thing = self.idToObject[name]
        if name.startswith("toUnicodeCMap:") and isinstance(thing, PDFStream):
            thing.content = ASTRAL.sub(_in_two, thing.content)
        whole = PDFIndirectObject(name, thing).format(self)
        return whole[whole.index(b"obj\n") + 4 : -len(b"endobj\n")].rstrip()

    def _table(self, own: int, offset: int, places: dict[int, tuple[int, int, int]]) -> bytes:
        places = {0: (FREE, 0, 65535), **places, own: (PLAIN, offset, 0)}
        rows = b"".join([PLACE.pack(*places[number]) for number in range(own + 1)])
        identity = self.ID().split(b"%")[0].strip().decode("latin-1")
        root = self.number_of(self.kept(self.Catalog))
        info = self.number_of(self.kept(self.info))
        entries = f"/Type /XRef /W [1 4 2] /Size {own + 1} /Root {root} 0 R /Info {info} 0 R /ID {identity}"
        return _stream(f"{entries} /DecodeParms << /Predictor 12 /Columns {PLACE.size} >>", _differences(rows))

    def kept(self, thing: PDFObject) -> PDFObjectReference:
        """The reference to an object that stands in the file on its own."""
        reference: PDFObjectReference = self.Reference(thing)  # type: ignore[no-untyped-call]
        return reference


def _in_two(code: re.Match[str]) -> str:
    """A sign beyond 16 bits as PDF names it; reportlab does not know how."""
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


def pressed(content: bytes) -> PDFStream:
    """A stream that is compressed at once, so that nothing waits at full size for the end of the file."""
    stream = PDFStream(content=zlib.compress(content, HARDEST))
    stream.dictionary["Filter"] = "/FlateDecode"
    return stream


def _differences(rows: bytes) -> bytes:
    """Rows as what they differ from the one above: those of neighbours in a pack are then all alike."""
    size = PLACE.size
    found = bytes([(here - above) & 255 for here, above in zip(rows, bytes(size) + rows, strict=False)])
    return b"".join([UP + found[start : start + size] for start in range(0, len(found), size)])


def _alone(number: int, written: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, written)


def _pack(objects: Sequence[tuple[int, bytes]]) -> bytes:
    starts = accumulate((len(written) + 1 for _number, written in objects), initial=0)
    index = "".join([f"{number} {start} " for (number, _written), start in zip(objects, starts, strict=False)])
    bodies = b"".join([written + b"\n" for _number, written in objects])
    return _stream(f"/Type /ObjStm /N {len(objects)} /First {len(index)}", index.encode("ascii") + bodies)


def _stream(entries: str, content: bytes) -> bytes:
    small = zlib.compress(content, HARDEST)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(small)} >>\nstream\n"
    return head.encode("latin-1") + small + b"\nendstream"
