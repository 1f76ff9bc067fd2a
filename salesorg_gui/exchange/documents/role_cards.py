"""Role cards: A6, front and back, four on an A4 sheet with cut marks.

Backs are mirrored so that they meet their fronts when the sheet is turned over its long edge. What does not fit on a
front goes on at the back, and then on a second card: nothing is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.measure import elide
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Icon, Shape
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.sheet import Passing, Sheet
from salesorg_gui.exchange.documents.typeset import (
    Block,
    Group,
    Measures,
    Style,
    chequered,
    dashed,
    filled,
    fitting_lines,
    led,
    line_of,
    numbered,
    paragraph,
    rule,
    spaced,
    stacked,
    style,
    width_of,
)
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point

WIDTH, HEIGHT = 105 * MM, 148 * MM
MARGIN = 7 * MM
INNER = WIDTH - 2 * MARGIN
FIRST_LINE = 12 * MM
FOOT_TOP = HEIGHT - 15.5 * MM
LABEL_COLUMN = 23 * MM
NOTE_LINE = 7 * MM
BULLET = 3.6 * MM
BACK_TOP = 7 * MM
BACK_ROOM = HEIGHT - BACK_TOP - 13 * MM
ICONS = {"find": "telescope", "close": "handshake", "care": "sprout", "lead": "flag", "support": "wrench"}
SETTINGS = ((1.0, 1.0), (0.92, 0.9), (0.85, 0.7), (0.82, 0.5))
"""Size of the body type and of the air between groups, from roomy to tight; the smallest type is 6.5 pt."""
TITLE_LINES, MISSION_LINES, IMPRINT_LINES = 3, 4, 2


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
    """One side of a card. ``band`` is the purpose colour at its top edge, bleeding where the sheet lets it."""

    shapes: tuple[Shape, ...]
    band: str = ""


def faces(sheet: Sheet, stages: Sequence[Stage], imprint: Imprint) -> list[Face]:
    """Front and back; smaller type, and at last a second card, when there is much to say."""
    found: list[Face] = []
    for size, air in SETTINGS:
        found = _faces(sheet, stages, imprint, style("card_body").sized(size), air)
        if len(found) == 2:
            break
    return found


def _faces(sheet: Sheet, stages: Sequence[Stage], imprint: Imprint, body: Style, air: float) -> list[Face]:
    head = _head(sheet)
    front_look = Measures(INNER, LABEL_COLUMN, body.bold, 2 * MM * air, 2.8 * MM * air, 0.35)
    back_look = Measures(INNER, 0.0, body.bold, 2 * MM * air, 2.8 * MM * air, 0.35)
    fronts = filled(_front_groups(sheet, body), front_look, FOOT_TOP - head.height, BACK_ROOM)
    left = BACK_ROOM - fronts[-1].height if len(fronts) > 1 else BACK_ROOM
    backs = _joined(fronts[1:], filled(_back_groups(sheet, body), back_look, left, BACK_ROOM))
    front = (*head.shapes, *moved(fronts[0].shapes, MARGIN, head.height), *_foot_of_front(sheet, stages))
    band = f"{sheet.purpose}_solid"
    found = [Face(front, band), _back(backs[0], sheet, imprint)]
    for block in backs[1:]:
        found += [Face(head.shapes, band), _back(block, sheet, imprint)]
    return found


def _joined(leftovers: Sequence[Block], columns: Sequence[Block]) -> list[Block]:
    """What the front could not take, then the groups of the back, which begin below the last of it."""
    if not leftovers:
        return list(columns)
    return [*leftovers[:-1], stacked([leftovers[-1], columns[0]]), *columns[1:]]


def _head(sheet: Sheet) -> Block:
    """Purpose and code, title, who, mission; down to where the groups begin."""
    purpose = style("card_body").bold
    shapes: list[Shape] = [
        Icon(ICONS[sheet.purpose], Point(MARGIN, FIRST_LINE - 0.6), 11.0, f"{sheet.purpose}_text"),
        *moved([line_of(sheet.purpose_word, purpose, f"{sheet.purpose}_text")], MARGIN + 15.0, FIRST_LINE - 1.0),
        *moved(
            [line_of(_code(sheet), style("card_body"), "text_3", align=Align.RIGHT)], WIDTH - MARGIN, FIRST_LINE - 1.0
        ),
    ]
    y = FIRST_LINE + 7 * MM
    for block in (_title(sheet.title), _who(sheet), _mission(sheet)):
        shapes += moved(block.shapes, MARGIN, y)
        y += block.height
    return Block(y, tuple(shapes))


def _code(sheet: Sheet) -> str:
    look = style("card_body")
    return elide(sheet.code, INNER / 2, look.size, look.weight)


def _title(text: str) -> Block:
    """As large as three lines allow, never below 11 points."""
    sizes = [style("card_title").sized(factor) for factor in (1.0, 0.8, 0.65, 0.55)]
    fitting = (size for size in sizes if len(fitting_lines(text, size, INNER)) <= TITLE_LINES)
    return paragraph(text, next(fitting, sizes[-1]), INNER)


def _who(sheet: Sheet) -> Block:
    facts = " · ".join(text for text in (sheet.holder_in_short, sheet.place, sheet.fte) if text)
    return spaced(paragraph(facts, style("card_body"), INNER, "text_2"), above=1.0)


def _mission(sheet: Sheet) -> Block:
    body = paragraph(sheet.mission, style("card_mission"), INNER) if _is_short(sheet.mission) else Block(0.0)
    return spaced(body, above=3.4 * MM, below=3.8 * MM)


def _is_short(mission: str) -> bool:
    """Whether a mission fits the head of a card."""
    return bool(mission) and len(fitting_lines(mission, style("card_mission"), INNER)) <= MISSION_LINES


def _front_groups(sheet: Sheet, body: Style) -> list[Group]:
    texts = sheet.texts
    leads = [", ".join(sheet.leads)] if sheet.leads else []
    lists: list[tuple[str, Sequence[str]]] = [
        (_("Results"), (*texts.get("results", ()), *_measured(sheet))),
        (_("Does not own"), texts.get("boundaries", ())),
        (_("Reports to"), sheet.reports_to or (_("Nobody yet"),)),
        (_("Leads"), leads),
        (_("Volume"), (sheet.quota, *texts.get("workload", ()))),
    ]
    groups = [
        Group(_("Mission"), _lines(() if _is_short(sheet.mission) else (sheet.mission,), body)),
        Group(_("Held by"), _lines(sheet.people if sheet.is_crowded else (), body)),
        Group(_("Receives"), _passings(sheet.receives, body, is_giving=False)),
        Group(_("Hands over"), _passings(sheet.hands_over, body, is_giving=True)),
        *(Group(label, _lines(entries, body)) for label, entries in lists),
    ]
    return [group for group in groups if group.rows]


def _measured(sheet: Sheet) -> Iterator[str]:
    for measure in sheet.measures:
        yield f"{measure.name}: {measure.target}" if measure.target else measure.name


def _lines(texts: Sequence[str], body: Style) -> tuple[Block, ...]:
    return tuple(paragraph(text, body, INNER - LABEL_COLUMN) for text in texts if text)


def _passings(passings: Sequence[Passing], body: Style, *, is_giving: bool) -> tuple[Block, ...]:
    """One line for each thing and limit; the conditions stand in the description."""
    partners: dict[tuple[str, str, bool], list[str]] = {}
    for passing in passings:
        partners.setdefault((passing.what, passing.limit, passing.is_return), []).append(passing.partner)
    joined = [
        Passing(what, ", ".join(dict.fromkeys(names)), limit=limit, is_return=is_return)
        for (what, limit, is_return), names in partners.items()
    ]
    width = INNER - LABEL_COLUMN
    return tuple(led(passing.what, passing_words(passing, is_giving=is_giving), body, width) for passing in joined)


def passing_words(passing: Passing, *, is_giving: bool) -> str:
    """``to CSM, within 48 h``."""
    to = _("back to {partner}") if passing.is_return else _("to {partner}")
    partner = to if is_giving else _("from {partner}")
    words = partner.format(partner=passing.partner)
    return _("{words}, within {limit}").format(words=words, limit=passing.limit) if passing.limit else words


def _foot_of_front(sheet: Sheet, stages: Sequence[Stage]) -> Iterator[Shape]:
    top, small = HEIGHT - 14.2 * MM, style("card_foot")
    boxes = chequered([stage.is_covered for stage in stages], INNER, 2.4 * MM, 1 * MM, f"{sheet.purpose}_solid")
    yield from moved(boxes, MARGIN, top)
    covered = [stage.title for stage in stages if stage.is_covered]
    words = ", ".join(covered) if covered else _("Outside the customer journey")
    for line_number, line in enumerate(fitting_lines(words, small, INNER)):
        yield from moved([line_of(line, small, "text_2")], MARGIN, top + 3.6 * MM + line_number * small.line)


def _back_groups(sheet: Sheet, body: Style) -> list[Group]:
    tasks = tuple(dashed(text, body, INNER, BULLET) for text in sheet.texts.get("responsibilities", ()))
    traits = tuple(dashed(text, body, INNER, BULLET) for text in sheet.texts.get("traits", ()))
    talk = tuple(numbered(n + 1, text, body, INNER, BULLET) for n, text in enumerate(questions(sheet)))
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


def _back(content: Block, sheet: Sheet, imprint: Imprint) -> Face:
    shapes = [*moved(content.shapes, MARGIN, BACK_TOP), *_notes(BACK_TOP + content.height)]
    small, y = style("card_foot"), HEIGHT - 9.4 * MM
    mark = f"{_code(sheet)} · {sheet.version} · {imprint.date}"
    room = INNER - width_of(mark, small) - 4 * MM
    names = " · ".join(text for text in (imprint.organisation, imprint.chart) if text)
    shown = fitting_lines(elide(names, room * (IMPRINT_LINES - 0.4), small.size, small.weight), small, room)
    for number, line in enumerate(shown):
        shapes += moved([line_of(line, small, "text_3")], MARGIN, y - (len(shown) - 1 - number) * small.line)
    shapes += moved([line_of(mark, small, "text_3", align=Align.RIGHT)], WIDTH - MARGIN, y)
    return Face(tuple(shapes))


def _notes(top: float) -> Iterator[Shape]:
    """Writing lines in whatever room is left."""
    bottom = HEIGHT - 12 * MM
    if bottom - top < 2.2 * NOTE_LINE:
        return
    yield from moved(
        [rule(INNER, 0.35), *moved([line_of(_("Notes"), style("card_label"), "text_1")], 0.0, 2 * MM)], MARGIN, top
    )
    y = top + 2 * MM + style("card_label").line + NOTE_LINE
    while y < bottom:
        yield from moved([rule(INNER, 0.25, "line")], MARGIN, y)
        y += NOTE_LINE
