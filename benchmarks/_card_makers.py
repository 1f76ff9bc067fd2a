"""Four hundred role cards made by one maker in a process of its own: ours, platypus, or pycairo.

Usage: python -m benchmarks._card_makers MAKER CARDS OUT.pdf; one line of JSON: CPU seconds, MB of memory, bytes.

Neither yardstick tags its pages, which ours does. Pycairo draws all that stands on our pages, squares too, but gets it
from our own setting: what differs is the writing of the file alone. The pages of platypus are NOT the same pages: words
stand in paragraphs and tables of one size, what does not fit is dropped, and band, icon, bold leads, notes, date and
printed code are missing. Reading the catalogue and loading modules is not measured.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.companies import company
from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.shapes import Box, Icon, Label, Shape, Weight, Wire, flat
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.documents.card_code import QR_PREFIX, codes_of
from salesorg_gui.exchange.documents.cards.formats import A6, CardFormat
from salesorg_gui.exchange.documents.cards.imposing import Sheetful, arranged, bleeding, cut_marks
from salesorg_gui.exchange.documents.cards.printing import cards
from salesorg_gui.exchange.documents.options import CardOptions, Options
from salesorg_gui.exchange.documents.printing import chosen_sheets, imprint_of, stages_of
from salesorg_gui.exchange.documents.qr import FRAME, SIDE, bars
from salesorg_gui.exchange.documents.role_cards import CardContent, Face, faces, passing_words, questions
from salesorg_gui.exchange.pdf_pen import FONTS, register_fonts
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.resources import icon_table

TODAY = date(2026, 1, 14)
FAMILIES = {weight: f"Inter {weight}" for weight in Weight}


@dataclass(frozen=True, slots=True)
class Task:
    """Which cards to make."""

    plan: Plan
    catalogue: Catalogue
    options: Options

    @property
    def sheet(self) -> Sheetful:
        """The grid they stand on."""
        found = arranged(self.options.page, A6, CardOptions())
        assert found is not None
        return found

    def contents(self) -> list[CardContent]:
        """What each card says."""
        chart = self.plan.first_chart
        codes = codes_of(chart.seats)
        imprint = imprint_of(self.plan, chart, self.catalogue, self.options)
        return [
            CardContent(one, stages_of(one, self.catalogue), imprint, QR_PREFIX + codes[one.seat.id])
            for one in chosen_sheets(self.plan, chart, self.catalogue, self.options)
        ]


def task(count: int) -> Task:
    """So many seats of a made-up company."""
    plan = company(max(count, 60))
    seats = tuple(plan.first_chart.seats)[:count]
    return Task(plan, load("en"), Options(today=TODAY, seats=seats))


def ours(work: Task) -> bytes:
    """As the program makes them."""
    return cards(work.plan, work.plan.first_chart, work.catalogue, work.options)


# ---------------------------------------------------------------------------------------------------------- platypus


def platypus(work: Task) -> bytes:
    """Paragraphs and tables in frames, the usual way with reportlab."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Frame

    register_fonts()
    out, sheet = BytesIO(), work.sheet
    canvas = Canvas(out, (sheet.page.width, sheet.page.height), pageCompression=1)
    contents = work.contents()
    each = len(sheet.corners)
    for start in range(0, len(contents), each):
        for side in (_front_story, _back_story):
            for content, corner in zip(contents[start : start + each], sheet.corners, strict=False):
                y = sheet.page.height - corner.y - A6.height
                frame = Frame(corner.x + 14, y + 10, A6.width - 28, A6.height - 30, 6, 0, 6, 0)
                frame.addFromList(side(content), canvas)
            _marks(canvas, sheet)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    def of(name: str, size: float, line: float, weight: Weight = Weight.REGULAR, **rest: Any) -> Any:  # noqa: ANN401
        return ParagraphStyle(name, fontName=FONTS[weight], fontSize=size, leading=line, **rest)

    bold = Weight.SEMIBOLD
    return {
        "title": of("title", 20, 24, bold),
        "mission": of("mission", 10.5, 14),
        "body": of("body", 6.8, 10),
        "label": of("label", 6.8, 10, bold),
        "entry": of("entry", 6.8, 10, leftIndent=10, bulletFontName=FONTS[Weight.REGULAR], bulletFontSize=6.8),
        "foot": of("foot", 6.5, 8.5),
    }


def _front_story(content: CardContent) -> list[Any]:
    from reportlab.platypus import Paragraph, Table

    looks, sheet = _styles(), content.sheet
    groups = [
        ("Receives", [f"{one.what} {passing_words(one, is_giving=False)}" for one in sheet.receives]),
        ("Hands over", [f"{one.what} {passing_words(one, is_giving=True)}" for one in sheet.hands_over]),
        ("Results", [*sheet.texts.get("results", ()), *(f"{one.name}: {one.target}" for one in sheet.measures)]),
        ("Does not own", list(sheet.texts.get("boundaries", ()))),
        ("Reports to", list(sheet.reports_to)),
        ("Leads", [", ".join(sheet.leads)] if sheet.leads else []),
        ("Volume", list(sheet.texts.get("workload", ()))),
    ]
    rows = [
        [Paragraph(label, looks["label"]), [Paragraph(_escaped(text), looks["body"]) for text in texts]]
        for label, texts in groups
        if texts
    ]
    boxes = Table([[""] * 8], colWidths=[31] * 8, rowHeights=[6.8], style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    return [
        Paragraph(f"{sheet.purpose_word} · {sheet.code}", looks["label"]),
        Paragraph(_escaped(sheet.title), looks["title"]),
        Paragraph(_escaped(f"{sheet.holder} · {sheet.place} · {sheet.fte}"), looks["body"]),
        Paragraph(_escaped(sheet.mission), looks["mission"]),
        Table(
            rows,
            colWidths=[65, 190],
            style=[("LINEABOVE", (0, 0), (-1, -1), 0.35, "grey"), ("VALIGN", (0, 0), (-1, -1), "TOP")],
        ),
        boxes,
        Paragraph(", ".join(stage.title for stage in content.stages if stage.is_covered) or "-", looks["foot"]),
    ]


def _back_story(content: CardContent) -> list[Any]:
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing
    from reportlab.platypus import Paragraph

    looks, sheet = _styles(), content.sheet
    story: list[Any] = []
    for label, texts in (
        ("Tasks", sheet.texts.get("responsibilities", ())),
        ("Must know", sheet.texts.get("traits", ())),
        ("Talk about it", questions(sheet)),
    ):
        story.append(Paragraph(label, looks["label"]))
        story += [Paragraph(_escaped(text), looks["entry"], bulletText="–") for text in texts]
    square = Drawing(42, 42)
    square.add(QrCodeWidget(content.code, barWidth=42, barHeight=42))
    foot = f"{content.imprint.organisation} · {content.imprint.chart} · {sheet.code} · {sheet.version}"
    return [*story, square, Paragraph(_escaped(foot), looks["foot"])]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _marks(canvas: Any, sheet: Sheetful) -> None:  # noqa: ANN401 - reportlab's canvas
    canvas.setLineWidth(0.25)
    for mark in cut_marks(sheet):
        if isinstance(mark, Wire):
            (x1, y1), (x2, y2) = ((spot.x, sheet.page.height - spot.y) for spot in mark.points)
            canvas.line(x1, y1, x2, y2)


# ------------------------------------------------------------------------------------------------------------- cairo


def cairo(work: Task) -> bytes:
    """The same shapes drawn with pycairo."""
    from io import BytesIO

    import cairo as library  # type: ignore[import-not-found,unused-ignore]

    out, sheet = BytesIO(), work.sheet
    surface = library.PDFSurface(out, sheet.page.width, sheet.page.height)
    pen = _CairoPen(library, library.Context(surface))
    made = [faces(content, A6) for content in work.contents()]
    fronts, backs = [face for one in made for face in one[::2]], [face for one in made for face in one[1::2]]
    each = len(sheet.corners)
    for start in range(0, len(fronts), each):
        for side, corners in ((fronts, sheet.corners), (backs, sheet.turned("long"))):
            for face, corner in zip(side[start : start + each], corners, strict=False):
                pen.draw([*_band(sheet, corner, face, A6)], Point(0.0, 0.0))
                pen.draw(face.shapes, corner)
                pen.draw([*_modules(face)], corner)
            pen.draw([*cut_marks(sheet)], Point(0.0, 0.0))
            surface.show_page()
    surface.finish()
    return out.getvalue()


def _band(sheet: Sheetful, corner: Point, face: Face, card: CardFormat) -> Iterable[Shape]:
    if face.band:
        left, right, upper = bleeding(sheet, corner)
        rect = Rect(corner.x - left, corner.y - upper, card.width + left + right, card.band + upper)
        yield Box(rect, f"{face.band}_solid")


def _modules(face: Face) -> Iterable[Shape]:
    """The dark bars of its square, if it has one."""
    square = face.square
    if square is None:
        return
    unit = square.width / SIDE
    for x, y, width, height in (*FRAME, *bars(face.code)):
        yield Box(Rect(square.x + x * unit, square.y + y * unit, width * unit, height * unit), "text_1")


class _CairoPen:
    """Draws the shapes cards are made of. The fonts are found by name, or others in their place."""

    def __init__(self, library: Any, context: Any) -> None:  # noqa: ANN401 - pycairo has no types here
        self._context, self._theme = context, theme(ThemeName.PRINT)
        bold = library.FONT_WEIGHT_BOLD
        self._faces = {
            weight: library.ToyFontFace("Inter", library.FONT_SLANT_NORMAL, bold if weight is Weight.SEMIBOLD else 0)
            for weight in Weight
        }
        self._colours: dict[str, tuple[float, ...]] = {}

    def draw(self, shapes: Sequence[Shape], origin: Point) -> None:
        context = self._context
        context.save()
        context.translate(origin.x, origin.y)
        for shape in flat(shapes):
            match shape:
                case Box():
                    self._box(shape)
                case Label():
                    self._label(shape)
                case Wire():
                    self._wire(shape)
                case Icon():
                    self._icon(shape)
        context.restore()

    def _box(self, box: Box) -> None:
        context, rect = self._context, box.rect
        context.rectangle(rect.x, rect.y, rect.width, rect.height)
        if box.fill:
            self._ink(box.fill)
            context.fill_preserve()
        if box.stroke:
            self._ink(box.stroke.ink)
            context.set_line_width(box.stroke.width)
            context.stroke_preserve()
        context.new_path()

    def _label(self, label: Label) -> None:
        context = self._context
        context.set_font_face(self._faces[label.weight])
        context.set_font_size(label.size)
        self._ink(label.ink)
        shift = 0.0
        if label.align != "left":
            width = context.text_extents(label.text).x_advance
            shift = width if label.align == "right" else width / 2
        context.move_to(label.baseline.x - shift, label.baseline.y)
        context.show_text(label.text)

    def _wire(self, wire: Wire) -> None:
        context = self._context
        context.move_to(*_pair(wire.points[0]))
        for point in wire.points[1:]:
            context.line_to(*_pair(point))
        self._ink(wire.stroke.ink)
        context.set_line_width(wire.stroke.width)
        context.stroke()

    def _icon(self, icon: Icon) -> None:
        context, grid = self._context, icon.size / 24
        for subpath in icon_table()[icon.name]:
            for command, *numbers in subpath:
                at = [float(number) * grid for number in numbers]
                at = [value + (icon.at.y if place % 2 else icon.at.x) for place, value in enumerate(at)]
                match command:
                    case "M":
                        context.move_to(*at)
                    case "L":
                        context.line_to(*at)
                    case "C":
                        context.curve_to(*at)
                    case _:
                        context.close_path()
        self._ink(icon.ink)
        context.set_line_width(icon.size / 16 * 1.5)
        context.stroke()

    def _ink(self, ink: str) -> None:
        colour = self._colours.get(ink)
        if colour is None:
            digits = self._theme.colour(ink).removeprefix("#")
            colour = self._colours[ink] = tuple(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
        self._context.set_source_rgb(*colour)


def _pair(point: Point) -> tuple[float, float]:
    return point.x, point.y


MAKERS: dict[str, Callable[[Task], bytes]] = {"ours": ours, "platypus": platypus, "cairo": cairo}


def main(maker: str, count: str, out: str) -> None:
    """Make them, and say what it took."""
    work = task(int(count))
    MAKERS[maker](task(8))  # modules and fonts are loaded
    before = time.process_time()
    made = MAKERS[maker](work)
    spent = time.process_time() - before
    with open(out, "wb") as file:  # noqa: PTH123
        file.write(made)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": spent, "memory": memory, "bytes": len(made), "pid": os.getpid()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
