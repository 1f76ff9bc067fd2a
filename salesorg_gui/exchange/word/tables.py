"""Tables of a DOCX file: facts, rows of words and controls, lines to sign on."""

from collections.abc import Sequence

from docx.document import Document
from docx.oxml.table import CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from salesorg_gui.exchange.documents.content import Cell, Column, Fact, Scale, Table, Tick, Words, Writing
from salesorg_gui.exchange.word.controls import choice, text_field, tick_box
from salesorg_gui.exchange.word.parts import dressed, element, element_of, legal
from salesorg_gui.exchange.word.styles import BETWEEN, PLAIN_TABLE, TABLE

SIGNED_APART = 6.0
"""Between two lines to sign on, in mm."""
WRITTEN_LINE, TWENTIETHS = 7.0, 1440 / 25.4
"""The height of a line written by hand in mm, and how many twentieths of a point a mm has."""
FACTS_A_ROW = 4


def add_table(document: Document, content: Table, width: float, *, has_titles: bool = True) -> None:
    """Rows under the titles of their columns; titles repeat on every page, rows stay whole. ``width`` in mm."""
    titled = has_titles and any(column.title for column in content.columns)
    made = _made(document, len(content.rows) + int(titled), widths(content.columns, width), TABLE)
    grid = [list(row.cells) for row in made.rows]
    if titled:
        for cell, column in zip(grid.pop(0), content.columns, strict=True):
            _say(cell.paragraphs[0], column.title, "Table Title Right" if column.is_right else "Table Title")
        _repeat(document)
    if content.is_form:
        _give_room(document, [0] * int(titled) + [_lines(row) for row in content.rows])
    for cells, row in zip(grid, content.rows, strict=True):
        for cell, column, filling in zip(cells, content.columns, row, strict=True):
            _fill(cell, filling, column)


def add_writing(document: Document, writing: Writing, width: float) -> None:
    """Room to write, over the whole width."""
    made = _made(document, 1, [width], TABLE)
    _give_room(document, [writing.lines])
    _fill(made.rows[0].cells[0], writing, Column(""))


def add_facts(document: Document, facts: Sequence[Fact], width: float) -> None:
    """Small labels with their values below, four beside each other."""
    for start in range(0, len(facts), FACTS_A_ROW):
        _fact_row(document, facts[start : start + FACTS_A_ROW], width / min(len(facts), FACTS_A_ROW))


def _fact_row(document: Document, facts: Sequence[Fact], each: float) -> None:
    made = _made(document, 2, [each] * len(facts), PLAIN_TABLE)
    labels, values = (list(row.cells) for row in made.rows)
    for label, value, fact in zip(labels, values, facts, strict=True):
        _say(label.paragraphs[0], fact.label, "Table Title")
        _say(value.paragraphs[0], "" if fact.field else fact.value, "Fact")
        if fact.field:
            element_of(value.paragraphs[0]).append(text_field(Writing(fact.field, fact.label, fact.value)))


def add_signatures(document: Document, signatures: Sequence[str], width: float) -> None:
    """A line for each who signs."""
    each = (width - SIGNED_APART * (len(signatures) - 1)) / len(signatures)
    places = [each if number % 2 == 0 else SIGNED_APART for number in range(2 * len(signatures) - 1)]
    cells = list(_made(document, 1, places, PLAIN_TABLE).rows[0].cells)
    for cell, words in zip(cells[::2], signatures, strict=True):
        _say(cell.paragraphs[0], words, "Signature Line")


def widths(columns: Sequence[Column], width: float) -> list[float]:
    """The width of each column in mm, with the air between them: exact ones first, the others share what is left."""
    exact = sum(column.mm + BETWEEN for column in columns if column.mm)
    shares = sum(column.share for column in columns if not column.mm)
    return [column.mm + BETWEEN if column.mm else (width - exact) * column.share / shares for column in columns]


def _made(document: Document, rows: int, places: Sequence[float], style: str) -> WordTable:
    """An empty table; ``places`` are the widths of its columns in mm."""
    made: WordTable = document.add_table(rows, len(places))
    made.autofit = False
    drawn = _drawn(document)
    drawn.tblPr.insert(0, element("w:tblStyle", w_val=style))
    for place, column in zip(places, made.columns, strict=True):
        column.width = Mm(place)
    for row, line in zip(made.rows, drawn.tr_lst, strict=True):
        line.get_or_add_trPr().append(element("w:cantSplit"))
        for cell, place in zip(row.cells, places, strict=True):
            cell.width = Mm(place)
    return made


def _drawn(document: Document) -> CT_Tbl:
    """The element of the table added last."""
    found = document.element.body.tbl_lst[-1]
    assert isinstance(found, CT_Tbl)
    return found


def _lines(row: Sequence[Cell]) -> int:
    """How many lines of writing a row takes."""
    return max((cell.lines for cell in row if isinstance(cell, Writing)), default=1)


def _give_room(document: Document, lines: Sequence[int]) -> None:
    """Rows of the table added last as high as a hand needs; one without lines stays as it is."""
    for row, count in zip(_drawn(document).tr_lst, lines, strict=True):
        if count:
            height = str(round(count * WRITTEN_LINE * TWENTIETHS))
            row.get_or_add_trPr().append(element("w:trHeight", w_val=height, w_hRule="atLeast"))


def _repeat(document: Document) -> None:
    """Have the first row of the table added last stand at the top of every page."""
    _drawn(document).tr_lst[0].get_or_add_trPr().append(element("w:tblHeader"))


def _fill(cell: _Cell, filling: Cell, column: Column) -> None:
    paragraph, style = cell.paragraphs[0], "Table Figure" if column.is_right else "Table Text"
    match filling:
        case Words():
            _say(paragraph, filling.text, style)
            if filling.note:
                _say(cell.add_paragraph(), filling.note, "Note")
        case _:
            dressed(paragraph, style).append(control(filling))


def control(filling: Writing | Tick | Scale) -> BaseOxmlElement:
    """What is filled in."""
    match filling:
        case Writing():
            return text_field(filling)
        case Tick():
            return tick_box(filling)
        case _:
            return choice(filling)


def _say(paragraph: Paragraph, words: str, style: str) -> None:
    dressed(paragraph, style)
    paragraph.add_run(legal(words))
