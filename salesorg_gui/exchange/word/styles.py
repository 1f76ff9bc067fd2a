"""The styles of a DOCX file: every look has a name, so that whoever edits changes it in one place.

Arial stands in for Inter, which few readers of such files have.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.documents.typeset import style as paper_style
from salesorg_gui.exchange.word.controls import EMPTY_STYLE, SYMBOLS, TICK_STYLE
from salesorg_gui.exchange.word.parts import element

FONT = "Arial"
BETWEEN = 2.5
"""Air between two columns of a table, in mm."""
TABLE, PLAIN_TABLE = "SalesorgTable", "SalesorgPlain"
LOCALES: Mapping[str, str] = {"en": "en-GB", "sv": "sv-SE", "da": "da-DK", "nb": "nb-NO", "nl": "nl-NL"}


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: type of the paper, ink, air above and below in points."""

    type: str
    ink: str = "text_1"
    above: float = 0.0
    below: float = 0.0
    is_bold: bool = False
    keeps_next: bool = False
    is_right: bool = False
    base: str = "Normal"


LOOKS: Mapping[str, Look] = {
    "Heading 1": Look("page_title", below=4, is_bold=True, keeps_next=True),
    "Heading 2": Look("heading", above=12, below=3, is_bold=True, keeps_next=True),
    "Lead": Look("lead", below=8),
    "Note": Look("small", "text_2", below=2),
    "Table Text": Look("row", above=2, below=2),
    "Table Figure": Look("row", above=2, below=2, is_right=True),
    "Table Title": Look("small", "text_2", above=2, below=2, keeps_next=True),
    "Table Title Right": Look("small", "text_2", above=2, below=2, keeps_next=True, is_right=True),
    "Fact": Look("body", below=2),
    "Stages": Look("small", "text_3", above=4, below=4),
    "Signature Line": Look("small", "text_2", above=36),
    "Header": Look("small", "text_3"),
    "Footer": Look("small", "text_3"),
    "List Bullet": Look("body", below=1),
    "List Number": Look("body", below=1),
}


def kicker(purpose: Purpose) -> str:
    """The style of the words above a title, in the colour of a purpose."""
    return f"Kicker {purpose}"


def prepare(document: Document, language: str, width: float) -> None:
    """Give a new document all styles, and the language its words are checked in; ``width`` of its text in points."""
    _usual(document, language)
    for name, look in LOOKS.items():
        _apply(_paragraph(document, name), look)
    for purpose in Purpose:
        _apply(
            _paragraph(document, kicker(purpose)),
            Look("heading", f"{purpose}_text", below=2, is_bold=True, keeps_next=True),
        )
    covered = _character(document, "Covered Stage")
    covered.font.bold, covered.font.color.rgb = True, _colour("text_1")
    _character(document, "Placeholder Text", EMPTY_STYLE).font.color.rgb = _colour("text_3")
    boxed = _character(document, "Tick Box", TICK_STYLE)
    boxed.font.name, boxed.font.size = SYMBOLS, Pt(12)
    _line_above(_paragraph(document, "Signature Line"))
    for name in ("Header", "Footer"):
        _tab_at_the_right(_paragraph(document, name), width)
    for id, has_lines in ((TABLE, True), (PLAIN_TABLE, False)):
        document.styles.element.append(_table_style(id, has_lines=has_lines))


def _usual(document: Document, language: str) -> None:
    """What holds where nothing else is said."""
    normal = _paragraph(document, "Normal")
    _apply(normal, Look("body"))
    locale = LOCALES.get(language, LOCALES["en"])
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for spoken in [] if defaults is None else defaults.iter(qn("w:lang")):
        spoken.set(qn("w:val"), locale)
        spoken.set(qn("w:eastAsia"), locale)


def _paragraph(document: Document, name: str) -> ParagraphStyle:
    """The paragraph style of a name, made if there is none."""
    try:
        found = document.styles[name]
    except KeyError:
        found = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        found.base_style = document.styles["Normal"]
        found.quick_style = True
    assert isinstance(found, ParagraphStyle)
    return found


def _character(document: Document, name: str, id: str = "") -> CharacterStyle:
    """A new character style; ``id`` is what controls call it."""
    made = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(made, CharacterStyle)
    if id:
        made.element.set(qn("w:styleId"), id)
    return made


def _apply(made: ParagraphStyle, look: Look) -> None:
    found = paper_style(look.type)
    font, air = made.font, made.paragraph_format
    _only_font(made)
    font.size, font.bold, font.italic = Pt(found.size), look.is_bold, False
    font.color.rgb = _colour(look.ink)
    air.space_before, air.space_after, air.line_spacing = Pt(look.above), Pt(look.below), Pt(found.line)
    air.keep_with_next, air.widow_control = look.keeps_next, True
    if look.is_right:
        air.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _only_font(made: ParagraphStyle) -> None:
    """Our type for every script; the template names other fonts by theme."""
    properties = made.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, element("w:rFonts", w_ascii=FONT, w_hAnsi=FONT, w_cs=FONT, w_eastAsia=FONT))


def _line_above(made: ParagraphStyle) -> None:
    """A line to sign on."""
    line = element("w:top", w_val="single", w_sz="4", w_space="4", w_color=_hex("text_1"))
    borders = element("w:pBdr", line)
    properties = made.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _tab_at_the_right(made: ParagraphStyle, width: float) -> None:
    """One tab, at the right margin; those of the template stand where its own paper ends."""
    properties = made.element.get_or_add_pPr()
    for old in properties.findall(qn("w:tabs")):
        properties.remove(old)
    made.paragraph_format.tab_stops.add_tab_stop(Pt(width), WD_TAB_ALIGNMENT.RIGHT)


def _table_style(id: str, *, has_lines: bool) -> BaseOxmlElement:
    """A table with thin lines between its rows, or with none."""
    made = element("w:style", w_type="table", w_customStyle="1", w_styleId=id)
    made.append(element("w:name", w_val="Salesorg table" if has_lines else "Salesorg plain"))
    made.append(element("w:basedOn", w_val="TableNormal"))
    made.append(element("w:qFormat"))
    properties = element("w:tblPr")
    if has_lines:
        sides = [
            element(f"w:{side}", w_val="single", w_sz="2", w_space="0", w_color=_hex("line"))
            for side in ("bottom", "insideH")
        ]
        properties.append(element("w:tblBorders", *sides))
    margins = [
        element(f"w:{side}", w_w=str(width), w_type="dxa")
        for side, width in (("left", 0), ("right", round(BETWEEN * 1440 / 25.4)))
    ]
    properties.append(element("w:tblCellMar", *margins))
    made.append(properties)
    return made


def _colour(ink: str) -> RGBColor:
    return RGBColor.from_string(_hex(ink))


def _hex(ink: str) -> str:
    return theme(ThemeName.PRINT).colour(ink).removeprefix("#").upper()
