"""The fields of a form: ticks, choices, and lines to write in, laid over what is printed.

Every field brings its own looks, so that each program shows the same: a drawn tick, a drawn dot, text in Helvetica,
which every program has whole. Fields are shown anew by the program they are filled in with.
"""

from collections.abc import Mapping, Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFStream, PDFString

from salesorg_gui.exchange.pdf_canvas import PdfCanvas, Value, array, dictionary, drawing, name

FONT, FONT_NAME = "Helv", "Helvetica"
SIGNS, TICK_SIGN, SPOT_SIGN = "ZaDb", "4", "l"
"""The font of ticks, and the signs programs take that draw a ticked box anew."""
PRINTED = 4
"""The flag of an annotation that is printed with the page."""
MULTILINE = 1 << 12
RADIO = 1 << 15
INSET, LEADING = 2.0, 1.2
OFF, TICKED = "Off", "Yes"
BEZIER = 0.5523

type Corners = tuple[float, float, float, float]
"""Left, bottom, right, top, as PDF counts: upwards from the lower left corner of the page."""


class PdfForm:
    """The fields of one file. Names are made unique, and free of the dot, which PDF keeps for itself."""

    def __init__(self, canvas: PdfCanvas) -> None:
        self._canvas = canvas
        self._fields: list[PDFObjectReference] = []
        self._names: set[str] = set()
        self._looks: dict[tuple[str, float], PDFObjectReference] = {}

    def tick(self, title: str, corners: Corners, tooltip: str, *, is_ticked: bool) -> None:
        """A box that can be ticked."""
        state = TICKED if is_ticked else OFF
        looks = self._button_looks(TICKED, corners[2] - corners[0], _tick(corners[2] - corners[0]))
        own = {**self._field("Btn", title, tooltip), **_sign(TICK_SIGN), "V": name(state)}
        own |= {"AS": name(state), "AP": looks}
        self._fields.append(self._canvas.annotate(self._widget(corners, own)))

    def choose(self, title: str, places: Sequence[Corners], chosen: int, tooltip: str) -> None:
        """Several spots of which one can be chosen, counted from 1; 0 chooses none. A second click takes it back."""
        group = dictionary(self._field("Btn", title, tooltip))
        group["Ff"] = RADIO
        group["V"] = name(str(chosen) if chosen else OFF)
        reference = self._canvas.kept(group)
        kids: list[Value] = []
        for number, corners in enumerate(places, 1):
            state = str(number) if number == chosen else OFF
            looks = self._button_looks(str(number), corners[2] - corners[0], _spot(corners[2] - corners[0]))
            kid = self._widget(corners, {**_sign(SPOT_SIGN), "Parent": reference, "AS": name(state), "AP": looks})
            kids.append(self._canvas.annotate(kid))
        group["Kids"] = array(kids)
        self._fields.append(reference)

    def write(self, title: str, corners: Corners, tooltip: str, value: str, size: float, *, is_multiline: bool) -> None:
        """Room to write in."""
        own = {
            **self._field("Tx", title, tooltip),
            "V": PDFString(value),
            "DA": PDFString(f"/{FONT} {size:g} Tf 0 g"),
            "Ff": MULTILINE if is_multiline else 0,
        }
        look = _written(value, corners, size, is_multiline=is_multiline)
        own["AP"] = dictionary({"N": self._canvas.kept(look)})
        self._fields.append(self._canvas.annotate(self._widget(corners, own)))

    def finish(self) -> None:
        """Tell the file of its fields; without any it has no form."""
        if self._fields:
            entries: dict[str, Value] = {
                "Fields": array(self._fields),
                "DA": PDFString(f"/{FONT} 0 Tf 0 g"),
                "DR": _resources(),
            }
            self._canvas.setCatalogEntry("AcroForm", dictionary(entries))

    def _field(self, kind: str, title: str, tooltip: str) -> dict[str, Value]:
        """What a field is called, and what it says of itself to those who do not see the page."""
        return {"FT": name(kind), "T": PDFString(self._unique(title)), "TU": PDFString(tooltip)}

    def _widget(self, corners: Corners, own: Mapping[str, Value]) -> PDFDictionary:
        entries: dict[str, Value] = {
            "Type": name("Annot"),
            "Subtype": name("Widget"),
            "Rect": array(corners),
            "F": PRINTED,
            "P": self._canvas.this_page,
        }
        return dictionary({**entries, **own})

    def _unique(self, title: str) -> str:
        stem = title.replace(".", "_")
        free, number = stem, 1
        while free in self._names:
            number += 1
            free = f"{stem}-{number}"
        self._names.add(free)
        return free

    def _button_looks(self, state: str, size: float, code: str) -> PDFDictionary:
        looks = {state: self._look(size, code), OFF: self._look(size, "")}
        return dictionary({"N": dictionary(looks)})

    def _look(self, size: float, code: str) -> PDFObjectReference:
        """The same look stands in the file once."""
        key = (code, round(size, 3))
        if key not in self._looks:
            self._looks[key] = self._canvas.kept(drawing(size, size, code))
        return self._looks[key]


def _sign(letter: str) -> dict[str, Value]:
    return {"MK": dictionary({"CA": PDFString(letter)}), "DA": PDFString(f"/{SIGNS} 0 Tf 0 g")}


def _tick(size: float) -> str:
    """A tick as a pen would make it, a little larger than a typist's."""
    points = [(at * size, up * size) for at, up in ((0.2, 0.52), (0.42, 0.26), (0.84, 0.8))]
    line = " l ".join(f"{x:.3f} {y:.3f}" for x, y in points).replace(" l ", " m ", 1)
    return f"q 0 G {size * 0.13:.3f} w 1 J 1 j {line} l S Q"


def _spot(size: float) -> str:
    """A filled circle in the middle."""
    middle, radius = size / 2, size * 0.27
    reach = radius * BEZIER
    curves = (
        (radius, reach, reach, radius, 0.0, radius),
        (-reach, radius, -radius, reach, -radius, 0.0),
        (-radius, -reach, -reach, -radius, 0.0, -radius),
        (reach, -radius, radius, -reach, radius, 0.0),
    )
    way = " ".join(" ".join(f"{middle + number:.3f}" for number in curve) + " c" for curve in curves)
    return f"q 0 g {middle + radius:.3f} {middle:.3f} m {way} f Q"


def _written(value: str, corners: Corners, size: float, *, is_multiline: bool) -> PDFStream:
    """The look of a filled field; signs Helvetica lacks are shown as question marks and kept in the value."""
    width, height = corners[2] - corners[0], corners[3] - corners[1]
    lines = _broken(value, width - 2 * INSET, size) if is_multiline else [" ".join(value.split())]
    top = height - INSET - size if is_multiline else (height - size) / 2 + size * 0.22
    shown = "".join(f"({_escaped(line)}) Tj 0 {-size * LEADING:.3f} Td\n" for line in lines if value)
    room = f"0 0 {width:.3f} {height:.3f} re W n"
    text = f"BT /{FONT} {size:g} Tf 0 g {INSET} {top:.3f} Td\n{shown}ET"
    code = f"/Tx BMC\nq {room}\n{text}\nQ\nEMC" if shown else "/Tx BMC EMC"
    return drawing(width, height, code, _resources())


def _broken(value: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    for part in value.splitlines():
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and pdfmetrics.stringWidth(longer, FONT_NAME, size) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _escaped(line: str) -> str:
    """A string of the page's code, in the encoding of the font."""
    plain = line.encode("cp1252", "replace").decode("latin-1")
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _resources() -> PDFDictionary:
    font = {
        "Type": name("Font"),
        "Subtype": name("Type1"),
        "BaseFont": name(FONT_NAME),
        "Encoding": name("WinAnsiEncoding"),
    }
    signs = {"Type": name("Font"), "Subtype": name("Type1"), "BaseFont": name("ZapfDingbats")}
    return dictionary({"Font": dictionary({FONT: dictionary(font), SIGNS: dictionary(signs)})})
