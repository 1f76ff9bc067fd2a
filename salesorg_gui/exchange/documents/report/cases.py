"""Customer cases: which pass, whom each customer meets on the way, and what is wrong with those that fail."""

from collections.abc import Iterator, Sequence

from salesorg_gui.domain.ids import Kind, SeatId
from salesorg_gui.exchange.cases import summary
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import Cell, Column, columns, head_row, row, said, titled
from salesorg_gui.exchange.documents.report.flowing import Piece, table
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.i18n import _
from salesorg_gui.study.cases.story import Story, in_one_sentence, stories
from salesorg_gui.study.cases.trial import Outcome, Verdict, tried
from salesorg_gui.study.cases.words import AND, CaseWords

NAME = "cases"
ICONS = {Verdict.PASSES: "circle-check", Verdict.FAILS: "octagon-x", Verdict.NOT_SERVED: "circle-dashed"}


def heading() -> str:
    """What this part is called."""
    return _("Customer cases")


def outcomes_of(scope: Scope) -> tuple[Outcome, ...]:
    """What becomes of the cases of the plan on this chart."""
    return tried(scope.plan, scope.chart, scope.catalogue)


def in_short(outcomes: Sequence[Outcome]) -> str:
    """How many pass."""
    return summary(outcomes).rstrip(".")


def pieces(scope: Scope, outcomes: Sequence[Outcome], width: float) -> Iterator[Piece]:
    """How many pass in a sentence, then case by case the way and what is wrong."""
    words = CaseWords(scope.chart, scope.catalogue)
    told = stories(outcomes, words)
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    yield Piece(said(in_one_sentence(told), width, "lead", below=4 * MM))
    places = columns(width, 4.0, 6.4)
    head = head_row(places, (_("Customer"), _("Who has the customer, one after the other")))
    yield from table(head, [_row(words, story, places) for story in told])


def _row(words: CaseWords, story: Story, places: Sequence[Column]) -> Piece:
    is_wrong = story.verdict is Verdict.FAILS
    what = AND.join((*words.points(story.case), words.entry(story.case)))
    known = what if what != story.title else ""
    cells = (
        Cell(story.title, is_bold=is_wrong, icon=ICONS[story.verdict], below=_lines(known, story.short)),
        Cell(story.way or _("nobody"), below=_lines(*story.sentences, story.case.note.strip())),
    )
    seats = frozenset(SeatId(key.id) for key in story.keys | story.troubled if key.kind is Kind.SEAT)
    return Piece(row(places, cells), about=seats)


def _lines(*parts: str) -> str:
    """Sentences one after the other; what is none of its own ends with a full stop all the same."""
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
