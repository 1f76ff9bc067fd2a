"""What stands on the two sides of a role card.

A large card goes on at its back, and then on a second card: nothing is left out. A small one shows of each list what
has room, says how much more there is, and leaves the rest to the role description.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from salesorg_gui.drawing.measure import elide
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Icon, Label, Shape
from salesorg_gui.exchange.documents.cards.formats import CardFormat
from salesorg_gui.exchange.documents.cards.pieces import SMALLEST, body_style, limited, limited_lines
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.sheet import Passing, Sheet
from salesorg_gui.exchange.documents.typeset import (
    Block,
    Column,
    Group,
    Measures,
    Run,
    Style,
    chequered,
    dashed,
    fitting_lines,
    led,
    line_of,
    numbered,
    paragraph,
    parted,
    rule,
    run_of,
    spaced,
    stacked,
    style,
)
from salesorg_gui.exchange.documents.wording import SPACE
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Point, Rect

BULLET = 3.6 * MM
STAGE_BOX, STAGE_GAP = 2.4 * MM, 1 * MM
ICONS = {"find": "telescope", "close": "handshake", "care": "sprout", "lead": "flag", "support": "wrench"}
SETTINGS = ((1.0, 1.0), (0.92, 0.9), (0.85, 0.7), (0.82, 0.5))
"""Size of the body type and of the air between groups, from roomy to tight; the smallest type is 6.5 pt."""
TITLE_LINES, MISSION_LINES, IMPRINT_LINES = 3, 4, 2
MOST_TITLE_LINES, MOST_WHO_LINES = 8, 5
"""What a head may take of a card; a longer title or name is said whole among the groups."""
TITLE_STEPS = (1.0, 0.8, 0.65, 0.55)


@dataclass(frozen=True, slots=True)
class Stage:
    """One box at the foot: a stage of the journey in order."""

    title: str
    phase: str
    is_covered: bool


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands at the foot of a back: whose card it is, and as of when."""

    organisation: str
    chart: str
    date: str


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card. ``band`` is the purpose whose colour stands at its top edge, bleeding where it may.

    ``square`` is where the QR square of the ``code`` stands.
    """

    shapes: tuple[Shape, ...]
    band: str = ""
    square: Rect | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything a card of one seat says; ``code`` leads back to the seat."""

    sheet: Sheet
    stages: Sequence[Stage]
    imprint: Imprint
    code: str


def faces(content: CardContent, card: CardFormat) -> list[Face]:
    """Front and back; smaller type, and at last a second card, when a large card has much to say."""
    if card.is_brief:
        return _brief(content, card)
    sheet = content.sheet
    head, foot = _head(sheet, card), front_foot(sheet, content.stages, card)
    first, *backs = _columns(sheet, card, card.height - foot.height - head.height)
    front = (*head.shapes, *first.set(card.margin, head.height), *_at_foot(foot, card))
    found = [Face(front, sheet.purpose), _back(backs[0], content, card)]
    for column in backs[1:]:
        found += [Face(head.shapes, sheet.purpose), _back(column, content, card)]
    return found


def _columns(sheet: Sheet, card: CardFormat, front_room: float) -> list[Column]:
    """The front and its back, and more backs when even the tightest setting needs them."""
    found: list[Column] = []
    for size, air in SETTINGS:
        body, room = body_style(card, size), back_room(card)
        fronts = parted(front_groups(sheet, card, body, with_rest=True), _look(card, body, air), front_room, room)
        left = room - fronts[-1].height if len(fronts) > 1 else room
        backs = parted(back_groups(sheet, card, body), _look(card, body, air, is_back=True), left, room)
        found = [fronts[0], *_joined(fronts[1:], backs)]
        if len(found) == 2:
            break
    return found


def _joined(leftovers: Sequence[Column], columns: Sequence[Column]) -> list[Column]:
    """What the front could not take, then the groups of the back, which begin below the last of it."""
    if not leftovers:
        return list(columns)
    return [*leftovers[:-1], Column((*leftovers[-1].runs, *columns[0].runs)), *columns[1:]]


def _brief(content: CardContent, card: CardFormat) -> list[Face]:
    sheet, body = content.sheet, body_style(card)
    head, foot = _head(sheet, card), front_foot(sheet, content.stages, card)
    front = shown(front_groups(sheet, card, body), _look(card, body, 0.6), card.height - foot.height - head.height)
    back = shown(back_groups(sheet, card, body), _look(card, body, 0.6, is_back=True), back_room(card))
    shapes = (*head.shapes, *front.set(card.margin, head.height), *_at_foot(foot, card))
    return [Face(shapes, sheet.purpose), _back(back, content, card)]


@lru_cache(maxsize=100)
def _look(card: CardFormat, body: Style, air: float, *, is_back: bool = False) -> Measures:
    column = 0.0 if is_back else card.label_column
    return Measures(card.inner, column, body.bold, 2 * MM * air, 2.8 * MM * air, 0.35)


def shown(groups: Sequence[Group], look: Measures, room: float) -> Column:
    """As many rows of each group as have room, taken in turn, and how many more there are."""
    counts = [0] * len(groups)
    turns = max((len(group.rows) for group in groups), default=0)
    for _turn, (place, group) in product(range(turns), enumerate(groups)):
        if counts[place] < len(group.rows):
            tried = [*counts[:place], counts[place] + 1, *counts[place + 1 :]]
            counts = tried if _set(groups, tried, look).height <= room else counts
    return _set(groups, counts, look)


def _set(groups: Sequence[Group], counts: Sequence[int], look: Measures) -> Column:
    runs: list[Run] = []
    for group, count in zip(groups, counts, strict=True):
        if not count:
            continue
        left = len(group.rows) - count
        words = ngettext("and {count} more", "and {count} more", left).format(count=left)
        small = style("card_foot")
        more = [Block(small.line, (line_of(words, small, "text_3"),))] if left else []
        runs.append(run_of(group, (*group.rows[:count], *more), look))
    return Column(tuple(runs))


# ------------------------------------------------------------------------------------------------------------ the front


def _head(sheet: Sheet, card: CardFormat) -> Block:
    """Purpose and code, title, who, mission; down to where the groups begin."""
    shapes = list(purpose_line(sheet, card))
    y = card.first_line + card.head_gap
    for block in (title_block(sheet.title, card), _who(sheet, card), _mission(sheet, card)):
        shapes += moved(block.shapes, card.margin, y)
        y += block.height
    return Block(y, tuple(shapes))


def purpose_line(sheet: Sheet, card: CardFormat) -> Iterator[Shape]:
    """Icon and word of the purpose at the left, the number of the seat at the right."""
    body = body_style(card)
    icon, y, ink = body.size * 1.375, card.first_line, f"{sheet.purpose}_text"
    yield Icon(ICONS[sheet.purpose], Point(card.margin, y - 0.6), icon, ink)
    baseline = y - 0.6 + icon / 2 + body.size * 0.36
    yield Label(sheet.purpose_word, Point(card.margin + icon * 1.36, baseline), body.size, ink, body.bold.weight)
    code = elide(sheet.code, card.inner / 2, body.size, body.weight)
    yield Label(code, Point(card.width - card.margin, baseline), body.size, "text_3", align=Align.RIGHT)


@lru_cache(maxsize=1_000)
def title_block(text: str, card: CardFormat) -> Block:
    """As large as three lines allow; a small card ends a title that is longer still with an ellipsis."""
    sizes = [style("card_title").sized(factor * card.title) for factor in TITLE_STEPS]
    readable = [size for size in sizes if size.size >= SMALLEST + 1] or sizes[:1]
    fitting = (size for size in readable if len(fitting_lines(text, size, card.inner)) <= TITLE_LINES)
    size = next(fitting, readable[-1])
    return limited(text, size, card.inner, TITLE_LINES if card.is_brief else MOST_TITLE_LINES, role="h1")


def _who(sheet: Sheet, card: CardFormat) -> Block:
    block = limited(_facts(sheet), body_style(card), card.inner, 2 if card.is_brief else MOST_WHO_LINES, "text_2")
    return spaced(block, above=1.0)


def _facts(sheet: Sheet) -> str:
    return " · ".join(text for text in (sheet.holder_in_short, sheet.place, sheet.fte) if text)


def _cut_short(sheet: Sheet, card: CardFormat) -> tuple[Sequence[str], Sequence[str]]:
    """The title and the names, as far as the head of a card could not say them whole."""
    size = title_block(sheet.title, card).line or style("card_title").line
    smallest = style("card_title").sized(size / style("card_title").line)
    is_long = len(fitting_lines(sheet.title, smallest, card.inner)) > MOST_TITLE_LINES
    is_crowded = len(fitting_lines(_facts(sheet), body_style(card), card.inner)) > MOST_WHO_LINES
    return (sheet.title,) if is_long else (), sheet.people if is_crowded or sheet.is_crowded else ()


def _mission(sheet: Sheet, card: CardFormat) -> Block:
    above, below = (1.6 * MM, 1.8 * MM) if card.is_brief else (3.4 * MM, 3.8 * MM)
    look = style("card_mission").sized(max(card.body * 0.9, SMALLEST / 10.5) if card.is_brief else 1.0)
    if card.is_brief and sheet.mission:
        most = 2 if card.width > card.height else 3
        return spaced(limited(sheet.mission, look, card.inner, most), above=above, below=below)
    body = paragraph(sheet.mission, look, card.inner) if _is_short(sheet.mission, card) else Block(0.0)
    return spaced(body, above=above, below=below)


def _is_short(mission: str, card: CardFormat) -> bool:
    """Whether a mission fits the head of a card."""
    return bool(mission) and len(fitting_lines(mission, style("card_mission"), card.inner)) <= MISSION_LINES


def front_groups(sheet: Sheet, card: CardFormat, body: Style, *, with_rest: bool = False) -> list[Group]:
    """Received, handed over, results …; with the rest also what stands in the head of a card when it is short."""
    texts, width = sheet.texts, card.inner - card.label_column
    leads = ["; ".join(sheet.leads)] if sheet.leads else []

    def lines(entries: Iterable[str]) -> tuple[Block, ...]:
        return tuple(paragraph(text, body, width) for text in entries if text)

    lists: list[tuple[str, Sequence[str]]] = [
        (_("Results"), (*texts.get("results", ()), *_measured(sheet))),
        (_("Does not own"), texts.get("boundaries", ())),
        (_("Reports to"), sheet.reports_to or (_("Nobody yet"),)),
        (_("Leads"), leads),
        (_("Volume"), (sheet.quota, *texts.get("workload", ()))),
    ]
    long_mission = () if not with_rest or _is_short(sheet.mission, card) else (sheet.mission,)
    title, people = _cut_short(sheet, card) if with_rest else ((), ())
    groups = [
        Group(_("Title"), lines(title)),
        Group(_("Mission"), lines(long_mission)),
        Group(_("Held by"), lines(people)),
        Group(_("Receives"), _passings(sheet.receives, body, width, is_giving=False)),
        Group(_("Hands over"), _passings(sheet.hands_over, body, width, is_giving=True)),
        *(Group(label, lines(entries)) for label, entries in lists),
    ]
    return [group for group in groups if group.rows]


def _measured(sheet: Sheet) -> Iterator[str]:
    for measure in sheet.measures:
        yield f"{measure.name}: {measure.target}" if measure.target else measure.name


def _passings(passings: Sequence[Passing], body: Style, width: float, *, is_giving: bool) -> tuple[Block, ...]:
    """One line for each thing and limit; the conditions stand in the description."""
    partners: dict[tuple[str, str, bool], list[str]] = {}
    for passing in passings:
        partners.setdefault((passing.what, passing.limit, passing.is_return), []).append(passing.partner)
    joined = [
        Passing(what, ", ".join(dict.fromkeys(names)), limit=limit, is_return=is_return)
        for (what, limit, is_return), names in partners.items()
    ]
    return tuple(led(passing.what, passing_words(passing, is_giving=is_giving), body, width) for passing in joined)


def passing_words(passing: Passing, *, is_giving: bool) -> str:
    """``to CSM, within 48 h``."""
    to = _("back to {partner}") if passing.is_return else _("to {partner}")
    partner = to if is_giving else _("from {partner}")
    words = partner.format(partner=passing.partner)
    if not passing.limit:
        return words
    said = _("{words}, within {limit}").format(words=words, limit=passing.limit)
    return said.replace(f" {passing.limit}", f"{SPACE}{passing.limit}")


def front_foot(sheet: Sheet, stages: Sequence[Stage], card: CardFormat) -> Block:
    """The row of stage boxes and the names of those the seat covers, with the margin below."""
    covered = tuple([stage.is_covered for stage in stages])
    words = ", ".join([stage.title for stage in stages if stage.is_covered]) or _("Outside the customer journey")
    return _stage_row(covered, words, f"{sheet.purpose}_solid", card)


@lru_cache(maxsize=1_000)
def _stage_row(covered: tuple[bool, ...], words: str, fill: str, card: CardFormat) -> Block:
    """The same for all seats that cover the same stages."""
    gap = STAGE_GAP * (0.6 if card.is_brief else 1.0)
    boxes = chequered(covered, card.inner, STAGE_BOX, gap, fill)
    named = limited(words, style("card_foot"), card.inner, 1 if card.is_brief else 2, "text_2")
    body = stacked([Block(STAGE_BOX + 1.2 * MM, boxes), named])
    return spaced(body, above=1.3 * MM, below=card.margin - 2.6)


def _at_foot(foot: Block, card: CardFormat) -> tuple[Shape, ...]:
    return moved(foot.shapes, card.margin, card.height - foot.height)


# ------------------------------------------------------------------------------------------------------------- the back


def back_room(card: CardFormat) -> float:
    """Height for the groups of a back: from its margin down to the square."""
    return card.height - card.margin - card.qr - card.margin * 0.7


def back_groups(sheet: Sheet, card: CardFormat, body: Style) -> list[Group]:
    """Tasks, what one must know, and what to talk about."""
    tasks = tuple(dashed(text, body, card.inner, BULLET) for text in sheet.texts.get("responsibilities", ()))
    traits = tuple(dashed(text, body, card.inner, BULLET) for text in sheet.texts.get("traits", ()))
    talk = tuple(numbered(n + 1, text, body, card.inner, BULLET) for n, text in enumerate(questions(sheet)))
    groups = [Group(_("Tasks"), tasks), Group(_("Must know"), traits), Group(_("Talk about it"), talk)]
    return [group for group in groups if group.rows]


def questions(sheet: Sheet) -> list[str]:
    """What a team should talk about, made from what passes through this seat."""
    found: list[str] = []
    if sheet.receives:
        question = _("When is a {thing} good enough for you to accept it?")
        found.append(question.format(thing=_lowered(sheet.receives[0].what)))
    if sheet.hands_over:
        question = _("What must {partner} know when you hand over a {thing}?")
        passing = sheet.hands_over[0]
        found.append(question.format(partner=passing.partner, thing=_lowered(passing.what)))
    found.append(_("What would you stop doing if you had one day less a week?"))
    return found


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _back(column: Column, content: CardContent, card: CardFormat) -> Face:
    shapes = [*column.set(card.margin, card.margin), *_notes(_("Notes"), card.margin + column.height, card)]
    return Face((*shapes, *back_foot(content, card)), square=square_of(card), code=content.code)


def square_of(card: CardFormat) -> Rect:
    """Where the square stands on a back: in the lower right corner, its white border within the margin."""
    edge = card.margin * 0.7 + card.qr
    return Rect(card.width - edge, card.height - edge, card.qr, card.qr)


def back_foot(content: CardContent, card: CardFormat) -> Iterator[Shape]:
    """Whose card it is and as of when at the left; at the right the square that leads back to the seat."""
    small = style("card_foot")
    room = square_of(card).x - card.margin - 1 * MM
    names = " · ".join(text for text in (content.imprint.organisation, content.imprint.chart) if text)
    number = elide(content.sheet.code, room / 2, small.size, small.weight)
    lines = [
        *limited_lines(names, small, room, IMPRINT_LINES),
        elide(f"{number} · {content.sheet.version} · {content.imprint.date}", room, small.size, small.weight),
        content.code.removeprefix("SALESORG:"),
    ]
    bottom = card.height - card.margin
    for place, line in enumerate(reversed(lines)):
        y = bottom - (place + 1) * small.line
        yield line_of(line, small, "text_1" if place == 0 else "text_3", card.margin, y=y)


@lru_cache(maxsize=1_000)
def _notes(title: str, top: float, card: CardFormat) -> tuple[Shape, ...]:
    """Writing lines in whatever room is left above the square; the same wherever the same room is left."""
    label = body_style(card).bold
    bottom = card.margin + back_room(card)
    y = top + 2 * MM + label.line + card.note_line
    if bottom < y:
        return ()
    head = (rule(card.inner, 0.35), line_of(title, label, "text_1", y=2 * MM))
    shapes = [*moved(head, card.margin, top)]
    while y < bottom:
        shapes += moved([rule(card.inner, 0.25, "line")], card.margin, y)
        y += card.note_line
    return tuple(shapes)
