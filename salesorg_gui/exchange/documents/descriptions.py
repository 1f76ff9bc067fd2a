"""Role descriptions: A4, every field of the role, room for two signatures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Box, Icon, Shape
from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.documents.role_cards import ICONS, Imprint, Stage
from salesorg_gui.exchange.documents.sheet import MeasureLine, Passing, Sheet
from salesorg_gui.exchange.documents.typeset import (
    Block,
    Group,
    Measures,
    chequered,
    dashed,
    filled,
    fitting_lines,
    line_of,
    paragraph,
    rule,
    stacked,
    style,
)
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

TOP, SIDE, BOTTOM = 18 * MM, 16 * MM, 18 * MM
LABEL_COLUMN = 48 * MM
BAND_WIDTH, BAND_GAP = 8 * MM, 6 * MM
SIGN_FROM_BOTTOM, FOOT_FROM_BOTTOM = 20 * MM, 10 * MM
BULLET = 4 * MM
MISSION_WIDTH = 128 * MM
MISSION_LINES, TITLE_LINES = 5, 3


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper's margins, and what every page says at its head and foot."""

    page: Page
    left_head: str
    right_head: str
    foot: str
    signatures: tuple[str, str]

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.page.width - 2 * SIDE

    @property
    def end(self) -> float:
        """Where content ends on a page that is signed."""
        return self.page.height - SIGN_FROM_BOTTOM - 14 * MM

    @property
    def foot_top(self) -> float:
        """Where content ends on every other page."""
        return self.page.height - FOOT_FROM_BOTTOM - 8 * MM


def pages(sheet: Sheet, stages: Sequence[Stage], imprint: Imprint, page: Page) -> list[tuple[Shape, ...]]:
    """The description of one seat, page by page."""
    names = " · ".join(text for text in (imprint.organisation, imprint.chart) if text)
    frame = Frame(
        page,
        names,
        " · ".join((_("Role description"), sheet.code, sheet.version)),
        _("Printed {date}").format(date=imprint.date),
        (_("Manager, date"), _("Holder, date")),
    )
    head = _head(sheet, stages, frame.width)
    look = Measures(frame.width, LABEL_COLUMN, style("heading"), 2 * MM, 3.4 * MM, 0.35)
    columns = _columns_of(groups(sheet, frame.width), look, head.height, frame)
    bodies = [stacked([head, columns[0]]), *columns[1:]]
    return framed(bodies, frame)


def _columns_of(parts: Sequence[Group], look: Measures, head: float, frame: Frame) -> list[Block]:
    """Pages as full as they go; when the last one then has no room to sign, all keep that room free."""
    top = content_top(frame)
    full, signed = frame.foot_top - top, frame.end - top
    columns = filled(parts, look, full - head, full)
    last = columns[-1].height + (head if len(columns) == 1 else 0.0)
    return columns if last <= signed else filled(parts, look, signed - head, signed)


def content_top(frame: Frame) -> float:
    """Where content begins, below the line at the head."""
    lines = max(
        len(fitting_lines(text, style("small"), frame.width / 2 - 6)) for text in (frame.left_head, frame.right_head)
    )
    return TOP + lines * style("small").line + 8 * MM


def framed(bodies: Sequence[Block], frame: Frame) -> list[tuple[Shape, ...]]:
    """Bodies set on pages; the last one carries the signatures."""
    top = content_top(frame)
    found: list[tuple[Shape, ...]] = []
    for number, body in enumerate(bodies, 1):
        shapes = [*_page_head(frame), *moved(body.shapes, SIDE, top), *_page_foot(frame, number, len(bodies))]
        if number == len(bodies):
            shapes += _signatures(frame)
        found.append(tuple(shapes))
    return found


def _page_head(frame: Frame) -> Iterator[Shape]:
    small = style("small")
    for number, line in enumerate(fitting_lines(frame.left_head, small, frame.width / 2 - 6)):
        yield from moved([line_of(line, small, "text_3")], SIDE, TOP + number * small.line)
    for number, line in enumerate(fitting_lines(frame.right_head, small, frame.width / 2 - 6)):
        label = line_of(line, small, "text_3", align=Align.RIGHT)
        yield from moved([label], SIDE + frame.width, TOP + number * small.line)


def _page_foot(frame: Frame, number: int, count: int) -> Iterator[Shape]:
    small, y = style("small"), frame.page.height - FOOT_FROM_BOTTOM
    yield from moved([rule(frame.width, 0.35)], SIDE, y - 4)
    yield from moved([line_of(frame.foot, small, "text_3")], SIDE, y)
    count_words = _("{number} of {count}").format(number=number, count=count)
    yield from moved([line_of(count_words, small, "text_3", align=Align.RIGHT)], SIDE + frame.width, y)


def _signatures(frame: Frame) -> Iterator[Shape]:
    small, y = style("small"), frame.page.height - SIGN_FROM_BOTTOM
    half = (frame.width - 4 * MM) / 2
    for x, words in ((SIDE, frame.signatures[0]), (SIDE + half + 4 * MM, frame.signatures[1])):
        yield from moved([rule(half, 0.5, "text_1"), *moved([line_of(words, small, "text_2")], 0.0, 3)], x, y)


def _head(sheet: Sheet, stages: Sequence[Stage], width: float) -> Block:
    """Band, title, mission; then the facts and the stages."""
    seniority = sheet.seniority.lower()
    words = (sheet.purpose_word, sheet.orientation, seniority if seniority != sheet.purpose_word.lower() else "")
    title = title_block(sheet, words, sheet.mission if _is_short(sheet.mission) else "", width)
    facts = facts_row(
        (
            (_("Holder"), sheet.holder_in_short),
            (_("Reports to"), "; ".join(sheet.reports_to) or _("Nobody yet")),
            (_("Pod and segment"), sheet.place or _("None")),
            (_("Workload"), " · ".join(text for text in (sheet.fte, sheet.quota) if text)),
        ),
        width,
    )
    return stacked([title, Block(8 * MM), facts, Block(5 * MM), _stage_row(sheet, stages, width), Block(5 * MM)])


def _is_short(mission: str) -> bool:
    """Whether a mission fits the head of a page."""
    return len(fitting_lines(mission, style("lead"), MISSION_WIDTH)) <= MISSION_LINES


def title_block(sheet: Sheet, words: Sequence[str], mission: str, width: float) -> Block:
    """Purpose in colour, title, mission beside the purpose band."""
    x = BAND_WIDTH + BAND_GAP
    kicker_look = style("heading").bold
    kicker = " · ".join(word for word in words if word)
    ink = f"{sheet.purpose}_text"
    kicker_block = Block(
        style("heading").line + 3,
        (
            Icon(ICONS[sheet.purpose], Point(0.0, -0.5), 13.0, ink),
            *moved([line_of(kicker, kicker_look, ink)], 17.0, 0.0),
        ),
    )
    blocks = [kicker_block, _title(sheet.title, width - x)]
    if mission:
        blocks += [Block(3.0), paragraph(mission, style("lead"), MISSION_WIDTH)]
    text = stacked(blocks)
    height = max(text.height, 22 * MM)
    band = Box(Rect(0.0, 0.0, BAND_WIDTH, height), f"{sheet.purpose}_solid")
    return Block(height, (band, *moved(text.shapes, x, 0.0)))


def _title(text: str, width: float) -> Block:
    """As large as three lines allow, never below 12 points."""
    sizes = [style("page_title").sized(factor) for factor in (1.0, 0.75, 0.5)]
    fitting = (size for size in sizes if len(fitting_lines(text, size, width)) <= TITLE_LINES)
    return paragraph(text, next(fitting, sizes[-1]), width)


def facts_row(facts: Sequence[tuple[str, str]], width: float) -> Block:
    """Small labels with their values below, in equal columns."""
    small, body = style("small"), style("body")
    each = width / len(facts)
    shapes: list[Shape] = []
    height = 0.0
    for number, (name, value) in enumerate(facts):
        column = stacked([paragraph(name, small, each - 8, "text_3"), paragraph(value, body, each - 8)])
        shapes += moved(column.shapes, number * each, 0.0)
        height = max(height, column.height)
    return Block(height, tuple(shapes))


def _stage_row(sheet: Sheet, stages: Sequence[Stage], width: float) -> Block:
    gap, height = 1.2 * MM, 2.6 * MM
    small = style("small")
    each = (width - gap * (len(stages) - 1)) / len(stages)
    shapes: list[Shape] = list(
        chequered([stage.is_covered for stage in stages], width, height, gap, f"{sheet.purpose}_solid")
    )
    deepest = 0.0
    for number, stage in enumerate(stages):
        look, ink = (small.bold, "text_1") if stage.is_covered else (small, "text_3")
        name = paragraph(stage.title, look, each, ink)
        shapes += moved(name.shapes, number * (each + gap), height + 2.5)
        deepest = max(deepest, name.height)
    return Block(height + 2.5 + deepest, tuple(shapes))


def groups(sheet: Sheet, width: float) -> list[Group]:
    """Every field, in the order of the look; empty ones are left out."""
    room = width - LABEL_COLUMN
    texts = sheet.texts
    found = [
        Group(_("Mission"), _dashes(() if _is_short(sheet.mission) else (sheet.mission,), room)),
        Group(_("Held by"), _dashes(sheet.people if sheet.is_crowded else (), room)),
        Group(_("Expected results"), _dashes(texts.get("results", ()), room)),
        Group(_("Measures"), tuple(_measure(line, room) for line in sheet.measures), _measure_head(room)),
        Group(_("Tasks"), _dashes(texts.get("responsibilities", ()), room)),
        Group(_("Does not own"), _dashes(texts.get("boundaries", ()), room)),
        Group(_("Receives"), _passings(sheet.receives, room), _passing_head(_("From"), room)),
        Group(_("Hands over"), _passings(sheet.hands_over, room), _passing_head(_("To, and when"), room)),
        Group(_("Leads"), _dashes(sheet.leads, room)),
        Group(_("Depends on"), _dashes(texts.get("dependencies", ()), room)),
        Group(_("For the team"), _dashes((*texts.get("team_contribution", ()), *_shared_goal(sheet)), room)),
        Group(_("Expectations"), _dashes(texts.get("expectations", ()), room)),
        Group(_("Volume"), _dashes(texts.get("workload", ()), room)),
        Group(_("Traits and experience"), _dashes(texts.get("traits", ()), room)),
        Group(_("Training"), _dashes(texts.get("development", ()), room)),
        Group(_("Typical mistakes"), _dashes(texts.get("mistakes", ()), room)),
    ]
    return [group for group in found if group.rows]


def _shared_goal(sheet: Sheet) -> tuple[str, ...]:
    return (_("Shared goal: {goal}").format(goal=sheet.pod_goal),) if sheet.pod_goal else ()


def _dashes(texts: Sequence[str], width: float) -> tuple[Block, ...]:
    return tuple(dashed(text, style("body"), width, BULLET) for text in texts if text)


def _columns(cells: Sequence[tuple[str, float, float, Align, str]], look: str) -> Block:
    """Cells of one row: text, x, width, alignment, ink."""
    shapes: list[Shape] = []
    height = 0.0
    for text, x, width, align, ink in cells:
        lines = fitting_lines(text, style(look), width)
        edge = x + width if align is Align.RIGHT else x
        for number, line in enumerate(lines):
            shapes += moved([line_of(line, style(look), ink, align=align)], edge, number * style(look).line)
        height = max(height, len(lines) * style(look).line)
    return Block(height + 1.0, tuple(shapes), style(look).line)


def _measure_head(room: float) -> Block:
    return _columns(_measure_cells(_("Measure"), _("How it is counted"), _("Target"), room, "text_3"), "small")


def _measure(line: MeasureLine, room: float) -> Block:
    return _columns(_measure_cells(line.name, line.counted, line.target, room, "text_1"), "body")


def _measure_cells(
    name: str, counted: str, target: str, room: float, ink: str
) -> list[tuple[str, float, float, Align, str]]:
    first, second, last = room * 0.32, room * 0.46, room * 0.22
    return [
        (name, 0.0, first - 6, Align.LEFT, ink),
        (counted, first, second - 6, Align.LEFT, ink),
        (target, first + second, last, Align.RIGHT, ink),
    ]


def _passing_head(partner: str, room: float) -> Block:
    return _columns(_passing_cells(_("What"), partner, _("Within"), room, "text_3"), "small")


def _passings(passings: Sequence[Passing], room: float) -> tuple[Block, ...]:
    rows: list[Block] = []
    for passing in passings:
        partner = _("Back to {partner}").format(partner=passing.partner) if passing.is_return else passing.partner
        words = "; ".join(text for text in (partner, passing.condition) if text)
        rows.append(_columns(_passing_cells(passing.what, words, passing.limit, room, "text_1"), "body"))
    return tuple(rows)


def _passing_cells(
    what: str, partner: str, limit: str, room: float, ink: str
) -> list[tuple[str, float, float, Align, str]]:
    first, second, last = room * 0.32, room * 0.56, room * 0.12
    return [
        (what, 0.0, first - 6, Align.LEFT, ink),
        (partner, first, second - 6, Align.LEFT, ink),
        (limit, first + second, last, Align.RIGHT, ink),
    ]
