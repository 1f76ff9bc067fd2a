"""The hiring plan in short: whom to hire in which order, what to watch, and a calendar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.graphs.calendar import Calendar, CalendarRow, Span
from salesorg_gui.drawing.graphs.months import Month, month_of_year
from salesorg_gui.drawing.scaling import scaled
from salesorg_gui.drawing.shapes import Ink, Part
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import Cell, Column, columns, head_row, headed, row, said, titled
from salesorg_gui.exchange.documents.report.flowing import Piece, table
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.typeset import Block
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.study.hiring.hiring_plan import hiring_plan
from salesorg_gui.study.hiring.openings import Opening
from salesorg_gui.study.hiring.pace import NoHiringPlan
from salesorg_gui.study.hiring.phases import Stage, phases
from salesorg_gui.study.hiring.wording import Words, cut_short, missing

NAME = "hires"
MOST_ROWS, MOST_MONTHS = 24, 18
SCALE = 0.62
"""Graphs are drawn for a screen; on paper their words are as large as the small print."""
INKS: Mapping[Stage, Ink] = {Stage.TRIGGER: "warning", Stage.SEARCH: "support", Stage.LEARN: "accent"}


@dataclass(frozen=True)
class Hires:
    """The hiring plan of a chart in words; or ``refusal`` says why there is none."""

    words: Words | None = None
    refusal: str = ""


def heading() -> str:
    """What this part is called."""
    return _("Hiring plan")


def plan_of(scope: Scope, today: date) -> Hires:
    """The hiring plan of the chart, by the growth the plan says."""
    shipped = load(scope.language)
    try:
        found = hiring_plan(scope.plan, scope.chart, shipped, today)
    except NoHiringPlan as refusal:
        return Hires(refusal=str(refusal))
    return Hires(Words.of(found, scope.plan, shipped, today, lambda day: month_of_year(day, scope.language)))


def in_short(found: Hires) -> str:
    """How many people are to be hired."""
    if found.words is None:
        return ""
    count = found.words.plan.people
    return ngettext("{count} person to hire", "{count} people to hire", count).format(count=count)


def pieces(scope: Scope, found: Hires, width: float) -> Iterator[Piece]:
    """The finding, the seats in their order, the calendar, and what is not known."""
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    words = found.words
    if words is None:
        yield Piece(said(found.refusal, width))
        return
    openings = words.plan.openings
    yield Piece(said(words.sentence(), width, "lead", below=4 * MM), about=_about(openings[:1]))
    if openings:
        yield Piece(said(words.outlook(), width, "small", "text_3"))
        places = columns(width, 3.4, 5.0, 3.2)
        head = head_row(places, (_("Seat"), _("Open it when"), _("Then")))
        yield from table(head, [_row(scope, words, at, one, places) for at, one in enumerate(openings, 1)])
        yield Piece(headed(_("Calendar"), width), leads=True)
        yield Piece(_calendar(words, openings[:MOST_ROWS], width))
    notes = [cut_short(words.plan), *(missing(gap) for gap in words.plan.gaps)]
    for text in notes:
        if text and text != words.sentence():
            yield Piece(said(text, width, "small", "text_3", above=2 * MM))


def _row(scope: Scope, words: Words, at: int, one: Opening, places: Sequence[Column]) -> Piece:
    title = f"{at}. {words.title(one)}"
    purpose = scope.catalogue.role(one.role).purpose
    reasons = (words.today_is(one), words.why(one), words.free(one))
    why = [text for text in reasons if text and text != words.trigger(one)]
    then = [text for text in (words.lateness(one), words.cost(one) if one.id in words.plan.costs else "") if text]
    cells = (
        Cell(title, below=words.place(one), purpose=purpose, is_bold=True),
        Cell(words.trigger(one), below=" ".join(why)),
        Cell(words.times(one), below=" ".join(then)),
    )
    return Piece(row(places, cells), about=_about([one]))


def _about(openings: Sequence[Opening]) -> frozenset[SeatId]:
    return frozenset(one.seat for one in openings if one.seat is not None)


def _calendar(words: Words, openings: Sequence[Opening], width: float) -> Block:
    last = max((one.timing.productive for one in openings if one.timing is not None), default=0.0)
    months = min(max(6, int(last) + 1), MOST_MONTHS)
    rows = tuple(_calendar_row(words, at, one) for at, one in enumerate(openings, 1))
    drawn = Calendar(rows, Month.of(words.today), months, words.today).drawn(width / SCALE)
    figure = Part("figure", scaled(drawn.shapes, SCALE), drawn.spoken)
    return Block(drawn.height * SCALE, (figure,))


def _calendar_row(words: Words, at: int, one: Opening) -> CalendarRow:
    titles = {Stage.TRIGGER: "", Stage.SEARCH: _("Searching"), Stage.LEARN: _("Learning")}
    spans = tuple(Span(phase.start, phase.end, titles[phase.stage], INKS[phase.stage]) for phase in phases(one, words))
    return CalendarRow(f"{at}. {words.title(one)}", spans)
