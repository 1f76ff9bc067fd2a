"""The head of a document: purpose, title, mission, facts, stages. What is too long for it stands below in full."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Box, Icon, Part, Shape, flat
from salesorg_gui.exchange.documents.content import Fact, Paper, Prose, Section, Writing
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.role_cards import ICONS
from salesorg_gui.exchange.documents.setting.cells import writing
from salesorg_gui.exchange.documents.setting.looks import Look
from salesorg_gui.exchange.documents.setting.pieces import Piece, air, below_each_other, together
from salesorg_gui.exchange.documents.typeset import Style, chequered, fitting_lines, paragraph, style, width_of
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

BAND_WIDTH, BAND_GAP, BAND_HEIGHT = 8 * MM, 6 * MM, 22 * MM
LEAD_WIDTH = 128 * MM
LEAD_LINES, TITLE_LINES, FACT_LINES, RUNNING_LINES = 5, 3, 4, 2
FACT_HEIGHT = 15.0


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as the head shows it."""

    text: str
    is_whole: bool


def fitted(text: str, look: Style, width: float, most: int) -> Fitted:
    """The text, or as much of it as so many lines hold, with an ellipsis."""
    lines = fitting_lines(text, look, width)
    if len(lines) <= most:
        return Fitted(text, is_whole=True)
    last = lines[most - 1]
    while len(fitting_lines(f"{last} …", look, width)) > 1:
        last = last[:-1]
    return Fitted("\n".join([*lines[: most - 1], f"{last} …"]), is_whole=False)


def head(paper: Paper, look: Look) -> Piece:
    """Everything above the sections."""
    pieces = [_title_block(paper, look), air(7 * MM if not look.is_narrow else 4 * MM), _facts(paper.facts, look)]
    if paper.stages:
        pieces += [air(5 * MM), _stages(paper, look)]
    return below_each_other([*pieces, air(5 * MM)])


def overlong(paper: Paper, look: Look) -> Iterator[Section]:
    """What the head and the running head cannot show whole."""
    if not fitted(paper.title, _title_look(paper, look), _title_width(look), TITLE_LINES).is_whole:
        yield Section(_("Title"), (Prose((paper.title,)),))
    if paper.lead and not fitted(paper.lead, style("lead"), _lead_width(look), LEAD_LINES).is_whole:
        yield Section(_("Mission"), (Prose((paper.lead,)),))
    yield from (
        Section(fact.label, (Prose((fact.value,)),))
        for fact in paper.facts
        if not fitted(fact.value, style("body"), _fact_width(look), FACT_LINES).is_whole
    )
    names = running_left(paper)
    if not fitted(names, style("small"), running_width(look), RUNNING_LINES).is_whole:
        yield Section(_("Organisation"), (Prose((names,)),))
    code = running_right(paper)
    if not fitted(code, style("small"), running_width(look), RUNNING_LINES).is_whole:
        yield Section(_("Code"), (Prose((code,)),))


def running_left(paper: Paper) -> str:
    """What stands at the left of every page: whose it is."""
    return " · ".join(text for text in (paper.identity.organisation, paper.identity.chart) if text)


def running_right(paper: Paper) -> str:
    """What stands at the right of every page: which it is."""
    return f"{paper.kind} · {paper.identity.code} · {paper.identity.version}"


def running_width(look: Look) -> float:
    """Half of the page each."""
    return look.width / 2 - 6.0


def _title_width(look: Look) -> float:
    return look.width - BAND_WIDTH - BAND_GAP


def _lead_width(look: Look) -> float:
    return min(LEAD_WIDTH, _title_width(look))


def _fact_width(look: Look) -> float:
    return look.width / look.facts_in_a_row - 8.0


def _title_look(paper: Paper, look: Look) -> Style:
    """As large as three lines allow, never below 12 points."""
    sizes = [look.title.sized(factor) for factor in (1.0, 0.75, 0.5) if look.title.size * factor >= 12.0]
    fitting = (size for size in sizes if len(fitting_lines(paper.title, size, _title_width(look))) <= TITLE_LINES)
    return next(fitting, sizes[-1])


def _title_block(paper: Paper, look: Look) -> Piece:
    x, heading = BAND_WIDTH + BAND_GAP, style("heading").bold
    width, ink = _title_width(look), f"{paper.purpose}_text"
    words = fitted(" · ".join(word for word in paper.words if word), heading, width - 17.0, 2).text
    kicker = paragraph(words, heading, width - 17.0, ink, x=17.0)
    icon = Icon(ICONS[paper.purpose], Point(0.0, -0.5), 13.0, ink)
    title_look = _title_look(paper, look)
    title = fitted(paper.title, title_look, width, TITLE_LINES).text
    pieces = [
        Piece(kicker.height + 3.0, (icon, *kicker.shapes)),
        Piece.of(paragraph(title, title_look, width, role="h1")),
    ]
    if paper.lead:
        lead = fitted(paper.lead, style("lead"), _lead_width(look), LEAD_LINES).text
        pieces += [air(3.0), Piece.of(paragraph(lead, style("lead"), _lead_width(look)))]
    text = below_each_other(pieces)
    height = max(text.height, BAND_HEIGHT if not look.is_narrow else 0.0)
    band = Box(Rect(0.0, 0.0, BAND_WIDTH, height), f"{paper.purpose}_solid")
    return together(height, [Piece(0.0, (band,)), text.moved(x, 0.0)])


def _facts(facts: Sequence[Fact], look: Look) -> Piece:
    """Small labels with their values below, in equal columns, as many rows as it takes."""
    each, count = look.width / look.facts_in_a_row, look.facts_in_a_row
    lines: list[Piece] = []
    for start in range(0, len(facts), count):
        pieces = [_fact(fact, each - 8.0).moved(n * each, 0.0) for n, fact in enumerate(facts[start : start + count])]
        lines += [air(6.0)] if lines else []
        lines.append(together(max(piece.height for piece in pieces), pieces))
    return below_each_other(lines)


def _fact(fact: Fact, width: float) -> Piece:
    label = Piece.of(paragraph(fact.label, style("small"), width, "text_3"))
    if fact.field and not fact.value:
        return below_each_other([label, writing(Writing(fact.field, fact.label), width, FACT_HEIGHT)])
    value = fitted(fact.value, style("body"), width, FACT_LINES).text
    return below_each_other([label, Piece.of(paragraph(value, style("body"), width))])


def _room(title: str, look: Style, each: float, gap: float) -> float:
    """How wide the name of a stage may be: a word too long for its box goes into the gap before it breaks."""
    is_long = any(width_of(word, look) > each for word in title.split())
    return each + gap * 0.8 if is_long else each


def _stages(paper: Paper, look: Look) -> Piece:
    gap, height, small = 1.2 * MM, 2.6 * MM, style("small")
    each = (look.width - gap * (len(paper.stages) - 1)) / len(paper.stages)
    covered = [stage.is_covered for stage in paper.stages]
    shapes: list[Shape] = list(chequered(covered, look.width, height, gap, f"{paper.purpose}_solid"))
    deepest = 0.0
    for number, stage in enumerate(paper.stages):
        type_look, ink = (small.bold, "text_1") if stage.is_covered else (small, "text_3")
        type_look = type_look if not look.is_narrow else type_look.sized(0.87)
        name = paragraph(stage.title, type_look, _room(stage.title, type_look, each, gap), ink)
        shapes += moved(flat(name.shapes), number * (each + gap), height + 2.5)
        deepest = max(deepest, name.height)
    works = ", ".join(stage.title for stage in paper.stages if stage.is_covered) or _("None")
    told = _("Stages: {stages}").format(stages=works)
    return Piece(height + 2.5 + deepest, (Part("figure", tuple(shapes), told),))
