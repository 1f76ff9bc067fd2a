"""Writes documents as one DOCX file, as well kept as if a careful hand had made it in Word.

Headings, lists and tables are real ones; every look is a style; what is filled in is a control. The same input gives
the same bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section as WordSection
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from salesorg_gui.exchange.documents.content import Bullets, Content, Paper, Prose, Section, Table
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.watch import onlooker
from salesorg_gui.exchange.word.parts import dressed, element, element_of, field, legal, styled, text_of
from salesorg_gui.exchange.word.styles import kicker, prepare
from salesorg_gui.exchange.word.tables import add_facts, add_signatures, add_table, add_writing
from salesorg_gui.i18n import _

TOP, SIDE, BOTTOM = 26.0, 16.0, 24.0
EDGE = 12.0
"""From the edge of the paper to the running head and foot. All in mm."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file within the file: the earliest there is."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file is: its title, the kind of its documents, their language, paper and day."""

    title: str
    kind: str
    language: str
    page: Page
    today: date


def word_file(papers: Sequence[Paper], imprint: Imprint) -> bytes:
    """All documents in one file, each from the top of a page."""
    document = docx.Document()
    width = imprint.page.width - 2 * SIDE * MM
    prepare(document, imprint.language, width)
    _tell(document, imprint)
    _speak_today(document)
    for number, paper in enumerate(papers):
        onlooker().page(number + 1, len(papers))
        section = document.sections[0] if number == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        _lay_out(section, imprint.page)
        _running(section, paper)
        _Setting(document, width / MM).write(paper)
    out = BytesIO()
    document.save(out)
    return _timeless(out)


class _Setting:
    """Writes one document at the end of the file; ``width`` is that between the margins, in mm.

    The columns that its tables share are titled once, in the first of them.
    """

    def __init__(self, document: Document, width: float) -> None:
        self._document, self._width = document, width
        self._is_titled = False

    def write(self, paper: Paper) -> None:
        """Everything from the title to the signatures."""
        words = " · ".join(word for word in paper.words if word)
        if words:
            self._say(words, kicker(paper.purpose))
        self._say(paper.title, "Heading 1")
        if paper.lead:
            self._say(paper.lead, "Lead")
        if paper.facts:
            add_facts(self._document, paper.facts, self._width)
        if paper.stages:
            self._stages(paper)
        for section in paper.sections:
            if not section.is_empty:
                self._section(section, paper)
        if paper.signatures:
            add_signatures(self._document, paper.signatures, self._width)

    def _section(self, section: Section, paper: Paper) -> None:
        number = f"{section.number}. " if section.number is not None else ""
        self._say(f"{number}{section.title}", "Heading 2")
        if section.note:
            self._say(section.note, "Note")
        for content in section.contents:
            self._content(content, paper)

    def _content(self, content: Content, paper: Paper) -> None:
        match content:
            case Bullets():
                style = "List Number" if content.is_numbered else "List Bullet"
                listed = [self._say(text, style) for text in content.texts if text]
                if content.is_numbered:
                    self._count_from_one(listed)
            case Prose():
                for text in filter(None, content.texts):
                    self._say(text, "Normal")
            case Table():
                is_again = content.columns == paper.columns and self._is_titled
                add_table(self._document, content, self._width, has_titles=not is_again)
                self._is_titled |= content.columns == paper.columns
            case _:
                add_writing(self._document, content, self._width)

    def _say(self, words: str, style: str) -> Paragraph:
        said = self._document.add_paragraph(legal(words))
        dressed(said, style)
        return said

    def _stages(self, paper: Paper) -> None:
        """The stages of the journey in a line; those the seat works on stand out."""
        line = element_of(self._say("", "Stages"))
        for number, stage in enumerate(paper.stages):
            if number:
                line.append(text_of(" · "))
            run = text_of(stage.title)
            line.append(styled(run, "CoveredStage") if stage.is_covered else run)

    def _count_from_one(self, listed: Sequence[Paragraph]) -> None:
        """Numbers of a list of its own; else Word goes on from the list before."""
        style = self._document.styles["List Number"].element
        usual = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        numbering = self._document.part.numbering_part.element
        kind = numbering.num_having_numId(int(usual.get(qn("w:val")))).abstractNumId.val
        own = numbering.add_num(kind)
        own.add_lvlOverride(ilvl=0).add_startOverride(1)
        for paragraph in listed:
            element_of(paragraph).get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = own.numId


def _lay_out(section: WordSection, page: Page) -> None:
    section.page_width, section.page_height = Pt(page.width), Pt(page.height)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.header_distance = section.footer_distance = Mm(EDGE)


def _running(section: WordSection, paper: Paper) -> None:
    """Whose document at the head; at the foot the day and which page of how many."""
    identity = paper.identity
    whose = " · ".join(text for text in (identity.organisation, identity.chart) if text)
    which = " · ".join(text for text in (paper.kind, identity.code, identity.version) if text)
    for part, left, right in (
        (section.header, whose, [text_of(which)]),
        (section.footer, _foot(paper), list(_page_of_pages())),
    ):
        part.is_linked_to_previous = False
        line = part.paragraphs[0]
        line.add_run(legal(left))
        element_of(line).append(element("w:r", element("w:tab")))
        for run in right:
            element_of(line).append(run)


def _foot(paper: Paper) -> str:
    return paper.foot or _("Printed {date}").format(date=paper.identity.printed)


def _page_of_pages() -> Iterator[BaseOxmlElement]:
    """``2 of 3`` in the language of the document, with the numbers left to whoever shows it."""
    sentence = _("{number} of {count}")
    codes = {"{number}": "PAGE", "{count}": "NUMPAGES"}
    for mark in sorted(codes, key=sentence.index):
        before, _mark, sentence = sentence.partition(mark)
        if before:
            yield text_of(before)
        yield from field(codes[mark])
    yield text_of(sentence)


def _tell(document: Document, imprint: Imprint) -> None:
    """What the file says about itself: no names, and no other day than that on the documents."""
    told = document.core_properties
    told.title, told.subject, told.language = legal(imprint.title), imprint.kind, imprint.language
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    told.created = told.modified = datetime.combine(imprint.today, time(), UTC).replace(tzinfo=None)
    told.revision = 1


def _speak_today(document: Document) -> None:
    """Without this Word treats the file as one of 2007 and hides the controls."""
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    address = "http://schemas.microsoft.com/office/word"
    mode = element("w:compatSetting", w_name="compatibilityMode", w_uri=address, w_val="15")
    compat = element("w:compat", mode)
    later = ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol")
    settings.insert_element_before(compat, *later)


def _timeless(written: BytesIO) -> bytes:
    """The same file with every part dated alike."""
    out = BytesIO()
    with ZipFile(written) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return out.getvalue()
