"""Hiring checklists: one for each seat to fill, with boxes to tick on paper and on screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesorg_gui.catalogue.documents import HiringStep
from salesorg_gui.domain.records import Check, Hire, Status
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Box, Shape, Stroke
from salesorg_gui.exchange.documents.descriptions import Frame, content_top, facts_row, framed, title_block
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.documents.role_cards import Imprint
from salesorg_gui.exchange.documents.sheet import Sheet
from salesorg_gui.exchange.documents.typeset import (
    Block,
    beside,
    line_of,
    paragraph,
    rule,
    stacked,
    style,
)
from salesorg_gui.exchange.documents.wording import short_day
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

ROW, BOX = 26.0, 3.8 * MM
GAP = 1.6 * MM
FIXED = {
    "number": 5 * MM,
    "group": 31 * MM,
    "box": 5 * MM,
    "who": 19 * MM,
    "due": 15 * MM,
    "done": 12 * MM,
    "remark": 18 * MM,
}


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box of a page that can be ticked: where (points from the top left of the page), and whether it is."""

    name: str
    spot: Point
    is_ticked: bool
    tooltip: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page: its shapes and its boxes."""

    shapes: tuple[Shape, ...]
    boxes: tuple[TickBox, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list, and where its box sits in it."""

    block: Block
    box: TickBox | None = None


def pages(
    sheet: Sheet, steps: Sequence[HiringStep], hire: Hire | None, imprint: Imprint, page: Page, language: str
) -> list[ListPage]:
    """The checklist of one seat, page by page."""
    items = step_items(sheet, steps)
    checks = {(check.step, check.item): check for check in (hire.checklist if hire else ())}
    done = sum(1 for step in steps for n in range(len(items[step.id])) if _is_done(checks.get((step.id, n))))
    total = sum(len(items[step.id]) for step in steps)
    frame = _frame(sheet, imprint, page, (done, total))
    columns = Columns.fitting(frame.width)
    head = _head(sheet, hire, frame.width)
    rows = [row for step in steps for row in _step_rows(step, items[step.id], checks, columns, language)]
    return _paged(rows, head, frame, columns)


def step_items(sheet: Sheet, steps: Sequence[HiringStep]) -> dict[str, tuple[str, ...]]:
    """The lines of every step; the role adds its own: what to look for, whom to meet, what to follow."""
    own: dict[str, tuple[str, ...]] = {
        "requirements": tuple(_("Looks for: {trait}").format(trait=text) for text in sheet.texts.get("traits", ())),
        "team_fit": tuple(_("Has met: {partner}").format(partner=partner) for partner in _partners(sheet)),
        "follow_up": tuple(_("Is followed: {measure}").format(measure=line.name) for line in sheet.measures),
    }
    return {step.id: (*step.items, *own.get(step.id, ())) for step in steps}


def _partners(sheet: Sheet) -> list[str]:
    names = [name for passing in (*sheet.receives, *sheet.hands_over) for name in passing.partner.split(", ")]
    return list(dict.fromkeys(names))


def _frame(sheet: Sheet, imprint: Imprint, page: Page, progress: tuple[int, int]) -> Frame:
    names = " · ".join(text for text in (imprint.organisation, imprint.chart) if text)
    foot = _("{done} of {total} done on {date}").format(done=progress[0], total=progress[1], date=imprint.date)
    return Frame(
        page,
        names,
        " · ".join((_("Hiring checklist"), sheet.code, sheet.version)),
        foot,
        (_("Owner of the hire, date"), _("Manager, date")),
    )


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column begins and how wide it is."""

    x: Mapping[str, float]
    width: Mapping[str, float]

    @staticmethod
    def fitting(width: float) -> "Columns":
        """The columns of the look; the text takes what the others leave."""
        order = ("number", "group", "box", "text", "who", "due", "done", "remark")
        text = width - sum(FIXED.values()) - GAP * (len(order) - 1)
        widths = {**FIXED, "text": text}
        starts: dict[str, float] = {}
        x = 0.0
        for name in order:
            starts[name] = x
            x += widths[name] + GAP
        return Columns(starts, widths)


def _head(sheet: Sheet, hire: Hire | None, width: float) -> Block:
    status = sheet.holder_in_short if sheet.seat.status is Status.FILLED else sheet.status
    facts = facts_row(
        (
            (_("Pod and segment"), sheet.place or _("None")),
            (_("Manager"), "; ".join(sheet.reports_to) or _("Nobody yet")),
            (_("FTE and start"), " · ".join(text for text in (sheet.fte, sheet.start) if text)),
            (_("Owner of the hire"), (hire.owner if hire else "") or "–"),
        ),
        width,
    )
    return stacked([title_block(sheet, (sheet.purpose_word, status), "", width), Block(8 * MM), facts, Block(6 * MM)])


def _column_heads(columns: Columns, width: float) -> Block:
    small = style("small")
    heads = (("text", _("Step")), ("who", _("Who")), ("due", _("Due")), ("done", _("Done")), ("remark", _("Remark")))
    shapes = [shape for name, text in heads for shape in moved([line_of(text, small, "text_3")], columns.x[name], 0.0)]
    y = small.line + 3
    return Block(y, (*shapes, *moved([rule(width, 0.35)], 0.0, y)))


def _step_rows(
    step: HiringStep,
    items: Sequence[str],
    checks: Mapping[tuple[str, int], Check],
    columns: Columns,
    language: str,
) -> list[Row]:
    rows: list[Row] = []
    for n, text in enumerate(items):
        check = checks.get((step.id, n))
        block, spot = _item(text, check, columns, language)
        if n == 0:
            name = paragraph(step.short_title, style("row").bold, columns.width["group"])
            label = beside(line_block(str(step.order)), Block(name.height, name.shapes), columns.x["group"])
            inset = (ROW - style("row").line) / 2
            block = Block(
                max(block.height, label.height + 2 * inset), (*block.shapes, *moved(label.shapes, 0.0, inset))
            )
        block = _ruled(block, columns, is_last=n == len(items) - 1)
        rows.append(Row(block, TickBox(f"{step.id}-{n}", spot, _is_done(check), text)))
    return rows


def line_block(text: str) -> Block:
    """A step's number."""
    return Block(style("row").line, (line_of(text, style("row"), "text_3"),))


def _item(text: str, check: Check | None, columns: Columns, language: str) -> tuple[Block, Point]:
    look = style("row")
    words = paragraph(text, look, columns.width["text"])
    height = max(ROW, words.height + 11.0)
    inset = (height - words.height) / 2
    spot = Point(columns.x["box"], inset + (look.line - BOX) / 2)
    shapes = [*moved(words.shapes, columns.x["text"], inset), _box(spot)]
    if check is not None:
        cells = {
            "who": check.who,
            "due": short_day(check.due, language),
            "done": short_day(check.done, language),
            "remark": check.remark,
        }
        for name, content in cells.items():
            cell = paragraph(content, look, columns.width[name])
            height = max(height, cell.height + 11.0)
            shapes += moved(cell.shapes, columns.x[name], inset)
    return Block(height, tuple(shapes)), spot


def _box(spot: Point) -> Box:
    """The printed box; its tick is the form's, so that it can be taken back."""
    return Box(Rect(spot.x, spot.y, BOX, BOX), None, Stroke("text_1", 0.6), radius=1.4)


def _ruled(block: Block, columns: Columns, *, is_last: bool) -> Block:
    """Writing lines under done and remark; a rule across under the last line of a step."""
    width = columns.x["remark"] + columns.width["remark"]
    if is_last:
        lines = [*moved([rule(width, 0.35)], 0.0, block.height)]
    else:
        pairs = [(columns.x[name], columns.width[name]) for name in ("done", "remark")]
        lines = [shape for x, each in pairs for shape in moved([rule(each, 0.25, "line")], x, block.height)]
    return Block(block.height, (*block.shapes, *lines))


def _is_done(check: Check | None) -> bool:
    return check is not None and bool(check.done)


def _paged(rows: Sequence[Row], head: Block, frame: Frame, columns: Columns) -> list[ListPage]:
    top = content_top(frame)
    first = [Row(head), Row(_column_heads(columns, frame.width))]
    bodies = _split(rows, first, frame.foot_top - top)
    if sum(row.block.height for row in bodies[-1]) > frame.end - top:
        bodies = _split(rows, first, frame.end - top)
    shapes = framed([stacked([row.block for row in body]) for body in bodies], frame)
    return [ListPage(page, _boxes(body, top)) for page, body in zip(shapes, bodies, strict=True)]


def _split(rows: Sequence[Row], first: list[Row], room: float) -> list[list[Row]]:
    """Rows page by page; every page repeats the last of ``first``, the column titles."""
    bodies = [list(first)]
    used = sum(row.block.height for row in first)
    for row in rows:
        if used + row.block.height > room:
            bodies.append([first[-1]])
            used = first[-1].block.height
        bodies[-1].append(row)
        used += row.block.height
    return bodies


def _boxes(rows: Sequence[Row], top: float) -> tuple[TickBox, ...]:
    found: list[TickBox] = []
    y = top
    for row in rows:
        if row.box is not None:
            spot = Point(16 * MM + row.box.spot.x, y + row.box.spot.y)
            found.append(TickBox(row.box.name, spot, row.box.is_ticked, row.box.tooltip))
        y += row.block.height
    return tuple(found)
