"""The same role cards drawn with pycairo, which sets no text by itself: lines are broken here, by widths it tells.

Widths of words are asked for once a word. Where a card has much to say it is set smaller, in the same steps as ours,
and what the front has no room for goes on at the back. The bars of the square are those that ours reckons. What
differs: letters of a title are not spaced, pages are not tagged.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import cairo as library  # type: ignore[import-not-found,unused-ignore]

from benchmarks import _card_words as words
from benchmarks._card_words import Entry, Task, Words
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.exchange.documents.cards.formats import A6
from salesorg_gui.exchange.documents.cards.imposing import Sheetful, bleeding, cut_marks
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.qr import FRAME, SIDE, bars
from salesorg_gui.exchange.documents.role_cards import BULLET, ICONS, SETTINGS, STAGE_BOX, STAGE_GAP, CardContent
from salesorg_gui.layout.geometry import Point
from salesorg_gui.resources import icon_table, resource

BODY, LINE = 8.0, 12.0
FOOT, FOOT_LINE = 6.5, 8.5
TITLE, TITLE_LINE, MISSION, MISSION_LINE = 20.0, 24.0, 10.5, 14.0
MEASURED_AT = 1_000.0
REGULAR, BOLD = Weight.REGULAR, Weight.SEMIBOLD

CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{folder}</cachedir>
<selectfont><rejectfont><glob>*Medium*</glob></rejectfont></selectfont></fontconfig>"""
"""Only Inter is there. Cairo takes medium for regular where both are."""

type Line = list[tuple[float, str, Weight]]
"""Pieces of a line: how far from its beginning each stands, in sizes."""


class _Setter:
    """Breaks lines. Fonts are found by their name."""

    def __init__(self) -> None:
        slant, usual, bold = library.FONT_SLANT_NORMAL, library.FONT_WEIGHT_NORMAL, library.FONT_WEIGHT_BOLD
        self.faces = {
            weight: library.ToyFontFace("Inter", slant, bold if weight is BOLD else usual) for weight in Weight
        }
        options = library.FontOptions()
        options.set_hint_style(library.HINT_STYLE_NONE)
        options.set_hint_metrics(library.HINT_METRICS_OFF)
        large, plain = library.Matrix(xx=MEASURED_AT, yy=MEASURED_AT), library.Matrix()
        self._fonts = {weight: library.ScaledFont(face, large, plain, options) for weight, face in self.faces.items()}
        self._widths: dict[tuple[str, Weight], float] = {}

    def width(self, text: str, weight: Weight = REGULAR) -> float:
        """How wide a text is, in sizes."""
        known = self._widths.get((text, weight))
        if known is None:
            known = self._fonts[weight].text_extents(text).x_advance / MEASURED_AT
            self._widths[text, weight] = known
        return known

    def lines(self, entry: Entry, room: float, weight: Weight = REGULAR) -> list[Line]:
        """An entry in lines no wider than ``room``, in sizes; what leads it stands in semibold."""
        lead, text = entry
        room -= words.spare(room)
        gap = self.width(" ")
        lines: list[Line] = [[]]
        pieces: list[str] = []
        x = used = 0.0
        for words_of, kind in ((lead.split(), BOLD), (text.split(), weight)):
            for word in words_of:
                wide = self.width(word, kind)
                if used and used + gap + wide > room:
                    lines[-1].append((x, " ".join(pieces), kind))
                    lines.append([])
                    pieces, x, used = [], 0.0, 0.0
                if not pieces:
                    x = used + gap if used else 0.0
                pieces.append(word)
                used += (gap if used else 0.0) + wide
            if pieces:
                lines[-1].append((x, " ".join(pieces), kind))
                pieces = []
        return lines


@dataclass(frozen=True, slots=True)
class _Rows:
    """A group that is set: the lines of its entries."""

    label: str
    entries: Sequence[Sequence[Line]]
    is_numbered: bool = False

    @property
    def count(self) -> int:
        """How many lines it has."""
        return sum(map(len, self.entries))


@dataclass(frozen=True, slots=True)
class _Card:
    """A card whose lines are broken, and how large and roomy it is set."""

    content: CardContent
    title: Sequence[Line]
    who: Sequence[Line]
    mission: Sequence[Line]
    stages: Sequence[Line]
    front: Sequence[_Rows]
    rest: Sequence[_Rows]
    back: Sequence[_Rows]
    size: float
    air: float


def cairo(work: Task) -> bytes:
    """All cards in one file."""
    _find_inter()
    out, sheet, setter = BytesIO(), work.sheet, _Setter()
    surface = library.PDFSurface(out, sheet.page.width, sheet.page.height)
    pen = _Pen(library.Context(surface), setter, sheet)
    cards = [_set(content, setter) for content in work.contents()]
    each = len(sheet.corners)
    for start in range(0, len(cards), each):
        for draw, corners in ((pen.front, sheet.corners), (pen.back, sheet.turned("long"))):
            pen.marks()
            for card, corner in zip(cards[start : start + each], corners, strict=False):
                draw(card, corner)
            surface.show_page()
    surface.finish()
    return out.getvalue()


@cache
def _find_inter() -> None:
    """Have fontconfig find the fonts of the program, before it looks anywhere else."""
    folder = Path(tempfile.mkdtemp(prefix="inter-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "fonts.conf").write_text(CONFIGURATION.format(fonts=resource("fonts"), folder=folder), "utf-8")
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")


# ---------------------------------------------------------------------------------------------------------- setting


def _set(content: CardContent, setter: _Setter) -> _Card:
    """In the largest type in which front and back hold everything."""
    sheet = content.sheet
    title = setter.lines(("", sheet.title), A6.inner / TITLE, BOLD)
    who = setter.lines(("", words.who(sheet)), A6.inner / BODY)
    mission = setter.lines(("", sheet.mission), A6.inner / MISSION)
    stages = setter.lines(("", words.stages(content)), A6.inner / FOOT)
    head = words.HEAD + len(title) * TITLE_LINE + words.ABOVE_WHO + len(who) * LINE
    head += words.ABOVE_MISSION + len(mission) * MISSION_LINE + words.BELOW_MISSION
    foot = words.ABOVE_BOXES + words.BOXES_HEIGHT + len(stages) * FOOT_LINE + A6.margin - 2.6
    fronts, backs = words.front(sheet), words.back(sheet)
    size = air = 1.0
    front: Sequence[_Rows] = []
    rest: Sequence[_Rows] = []
    back: Sequence[_Rows] = []
    for size, air in SETTINGS:
        front, rest = _parted(
            _broken(fronts, setter, A6.inner - A6.label_column, size), A6.height - head - foot, size, air
        )
        back = _broken(backs, setter, A6.inner - BULLET, size)
        if _height(rest, size, air) + _height(back, size, air, LINE * size + words.BELOW_LABEL) <= words.BACK_FOOT:
            break
    return _Card(content, title, who, mission, stages, front, rest, back, size, air)


def _broken(groups: Sequence[Words], setter: _Setter, width: float, size: float) -> list[_Rows]:
    room = width / (BODY * size)
    return [
        _Rows(group.label, [setter.lines(entry, room) for entry in group.entries], group.label == "Talk about it")
        for group in groups
    ]


def _parted(groups: Sequence[_Rows], room: float, size: float, air: float) -> tuple[Sequence[_Rows], Sequence[_Rows]]:
    """What the front has room for, and what goes on at the back."""
    count = len(groups)
    while count and _height(groups[:count], size, air) > room:
        count -= 1
    return groups[:count], groups[count:]


def _height(groups: Sequence[_Rows], size: float, air: float, label: float = 0.0) -> float:
    each = (words.ABOVE + words.BELOW) * air + label
    return sum(each + group.count * LINE * size for group in groups)


# ---------------------------------------------------------------------------------------------------------- drawing


class _Pen:
    """Draws cards on the sheet begun last."""

    def __init__(self, context: Any, setter: _Setter, sheet: Sheetful) -> None:  # noqa: ANN401 - pycairo has no types here
        self._context, self._setter, self._sheet = context, setter, sheet
        self._marks = [mark.points for mark in cut_marks(sheet)]
        self._colours: dict[str, tuple[float, ...]] = {}

    def marks(self) -> None:
        """Where to cut."""
        for start, end in self._marks:
            self._context.move_to(start.x, start.y)
            self._context.line_to(end.x, end.y)
        self._stroke("text_1", 0.25)

    def front(self, card: _Card, corner: Point) -> None:
        """One front."""
        x, sheet = corner.x + A6.margin, card.content.sheet
        left, right, upper = bleeding(self._sheet, corner)
        self._context.rectangle(corner.x - left, corner.y - upper, A6.width + left + right, A6.band + upper)
        self._fill(f"{sheet.purpose}_solid")
        self._purpose(card, x, corner.y + A6.first_line - 0.6)
        y = self._text(card.title, x, corner.y + words.HEAD, TITLE, TITLE_LINE)
        y = self._text(card.who, x, y + words.ABOVE_WHO, BODY, LINE, "text_2")
        y = self._text(card.mission, x, y + words.ABOVE_MISSION, MISSION, MISSION_LINE) + words.BELOW_MISSION
        self._beside(card.front, x, y, card)
        self._stages(card, x, corner.y + A6.height)

    def back(self, card: _Card, corner: Point) -> None:
        """One back."""
        x, y = corner.x + A6.margin, corner.y + A6.margin
        y = self._below(card.back, x, self._beside(card.rest, x, y, card), card)
        bottom = corner.y + A6.height
        self._notes(x, y, corner.y + A6.margin + words.BACK_FOOT)
        edge = A6.margin * 0.7 + A6.qr
        names, version, code = words.imprint(card.content)
        room = (A6.width - edge - A6.margin - 1 * MM) / FOOT
        grey = [*self._setter.lines(("", names), room), *self._setter.lines(("", version), room)]
        y = self._text(grey, x, bottom - A6.margin - (len(grey) + 1) * FOOT_LINE, FOOT, FOOT_LINE, "text_3")
        self._text([[(0.0, code, REGULAR)]], x, y, FOOT, FOOT_LINE)
        self._square(card.content.code, corner.x + A6.width - edge, bottom - edge)

    def _purpose(self, card: _Card, x: float, y: float) -> None:
        sheet, icon = card.content.sheet, BODY * 1.375
        self._icon(ICONS[sheet.purpose], x, y, icon, f"{sheet.purpose}_text")
        baseline = y + icon / 2 + BODY * 0.36
        self._say(sheet.purpose_word, x + icon * 1.36, baseline, BODY, f"{sheet.purpose}_text", BOLD)
        width = self._setter.width(sheet.code) * BODY
        self._say(sheet.code, x + A6.inner - width, baseline, BODY, "text_3")

    def _beside(self, groups: Sequence[_Rows], x: float, y: float, card: _Card) -> float:
        """Labels at the left, what they stand for at the right, a rule above each."""
        size, line = BODY * card.size, LINE * card.size
        for group in groups:
            self._rule(x, y, 0.35, "line_strong")
            y += words.ABOVE * card.air
            self._say(group.label, x, y + words.baseline(size, line), size, "text_1", BOLD)
            for lines in group.entries:
                y = self._text(lines, x + A6.label_column, y, size, line)
            y += words.BELOW * card.air
        return y

    def _below(self, groups: Sequence[_Rows], x: float, y: float, card: _Card) -> float:
        """Entries behind a dash or number, below their label."""
        size, line = BODY * card.size, LINE * card.size
        for group in groups:
            self._rule(x, y, 0.35, "line_strong")
            y += words.ABOVE * card.air
            y = self._text([[(0.0, group.label, BOLD)]], x, y, size, line) + words.BELOW_LABEL
            for number, lines in enumerate(group.entries, 1):
                baseline = y + words.baseline(size, line)
                if group.is_numbered:
                    self._say(str(number), x, baseline, size, "text_3")
                else:
                    self._say("–", x, baseline, size, "text_1")
                y = self._text(lines, x + BULLET, y, size, line)
            y += words.BELOW * card.air
        return y

    def _notes(self, x: float, top: float, bottom: float) -> None:
        """Lines to write on in whatever room is left."""
        y = top + words.ABOVE + LINE + A6.note_line
        if y > bottom:
            return
        self._rule(x, top, 0.35, "line_strong")
        self._say("Notes", x, top + words.ABOVE + words.baseline(BODY, LINE), BODY, "text_1", BOLD)
        while y < bottom:
            self._context.move_to(x, y)
            self._context.line_to(x + A6.inner, y)
            y += A6.note_line
        self._stroke("line", 0.25)

    def _stages(self, card: _Card, x: float, bottom: float) -> None:
        context, stages = self._context, card.content.stages
        below = bottom - A6.margin + 2.6 - len(card.stages) * FOOT_LINE
        top, each = below - words.BOXES_HEIGHT, (A6.inner + STAGE_GAP) / len(stages)
        for place, stage in enumerate(stages):
            context.rectangle(x + place * each, top, each - STAGE_GAP, STAGE_BOX)
            if stage.is_covered:
                context.set_source_rgb(*self._colour(f"{card.content.sheet.purpose}_solid"))
                context.fill_preserve()
            self._stroke("line_strong", 0.5)
        self._text(card.stages, x, below, FOOT, FOOT_LINE, "text_2")

    def _square(self, code: str, x: float, y: float) -> None:
        """Bar by bar: cairo writes a path of many rectangles as four lines each, which is longer and slower."""
        context, unit = self._context, A6.qr / SIDE
        context.set_source_rgb(*self._colour("text_1"))
        for left, top, width, height in (*FRAME, *bars(code)):
            context.rectangle(x + left * unit, y + top * unit, width * unit, height * unit)
            context.fill()

    def _icon(self, icon: str, x: float, y: float, size: float, ink: str) -> None:
        context, unit = self._context, size / 24
        context.save()
        context.translate(x, y)
        context.scale(unit, unit)
        steps: dict[str | float, Any] = {
            "M": context.move_to,
            "L": context.line_to,
            "C": context.curve_to,
            "Z": context.close_path,
        }
        for subpath in icon_table()[icon]:
            for command, *numbers in subpath:
                steps[command](*numbers)
        context.set_line_cap(library.LINE_CAP_ROUND)
        context.set_line_join(library.LINE_JOIN_ROUND)
        self._stroke(ink, 2.25)
        context.restore()

    def _text(self, lines: Sequence[Line], x: float, y: float, size: float, line: float, ink: str = "text_1") -> float:
        """Lines from a height downwards; tells where they end."""
        y += words.baseline(size, line)
        for pieces in lines:
            for shift, text, weight in pieces:
                self._say(text, x + shift * size, y, size, ink, weight)
            y += line
        return y - words.baseline(size, line)

    def _say(self, text: str, x: float, y: float, size: float, ink: str, weight: Weight = REGULAR) -> None:
        context = self._context
        context.set_source_rgb(*self._colour(ink))
        context.set_font_face(self._setter.faces[weight])
        context.set_font_size(size)
        context.move_to(x, y)
        context.show_text(text)

    def _rule(self, x: float, y: float, width: float, ink: str) -> None:
        self._context.move_to(x, y)
        self._context.line_to(x + A6.inner, y)
        self._stroke(ink, width)

    def _fill(self, ink: str) -> None:
        self._context.set_source_rgb(*self._colour(ink))
        self._context.fill()

    def _stroke(self, ink: str, width: float) -> None:
        self._context.set_source_rgb(*self._colour(ink))
        self._context.set_line_width(width)
        self._context.stroke()

    def _colour(self, ink: str) -> tuple[float, ...]:
        found = self._colours.get(ink)
        if found is None:
            found = self._colours[ink] = words.colour(ink)
        return found
