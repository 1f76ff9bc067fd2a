"""Empty chairs in short: whose absence hurts most, what it does, and who could stand in."""

from collections.abc import Iterator, Sequence

from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import Cell, Column, columns, head_row, row, said, titled
from salesorg_gui.exchange.documents.report.flowing import Piece, table
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.wording import number
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.study.absence import Absence
from salesorg_gui.study.chair_words import ChairWords
from salesorg_gui.study.empty_chair import empty_chairs
from salesorg_gui.study.told import capital, days

NAME = "empty_chair"
MOST_LISTED = 10


def heading() -> str:
    """What this part is called."""
    return _("Empty chair")


def words_of(scope: Scope) -> ChairWords:
    """What each absence would do."""
    return ChairWords.of(empty_chairs(scope.plan, scope.chart, scope.catalogue))


def in_short(words: ChairWords) -> str:
    """Whose chair hurts most."""
    absences = words.chairs.absences
    hurts = absences and absences[0].score > 0
    return _("{seat} first").format(seat=words.names.seat(absences[0].seat)) if hurts else ""


def pieces(scope: Scope, words: ChairWords, width: float) -> Iterator[Piece]:
    """The worst in a sentence, then the ten worst, and how many more there are."""
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    yield Piece(said(words.headline(), width, "lead", below=4 * MM))
    hurting = [one for one in words.chairs.absences if one.score > 0]
    if not hurting:
        return
    yield Piece(said(_about(words, hurting[0]), width, "small", "text_3"))
    places = columns(width, 3.9, 3.6, 4.2, 0.9, right=(3,))
    head = head_row(places, (_("Seat"), _("What happens"), _("Who could stand in"), _("Points")))
    yield from table(head, [_row(scope, words, one, places) for one in hurting[:MOST_LISTED]])
    more = len(hurting) - MOST_LISTED
    if more > 0:
        text = ngettext("And {count} more seat hurts less.", "And {count} more seats hurt less.", more)
        yield Piece(said(text.format(count=more), width, above=3 * MM))


def _about(words: ChairWords, first: Absence) -> str:
    """For how long somebody is away, and what could not be reckoned."""
    told = _("Each seat in turn is one person short for {days}; points add up what is lost.")
    return f"{told.format(days=days(first.days))} {words.chairs.refusal}".strip()


def _row(scope: Scope, words: ChairWords, one: Absence, places: Sequence[Column]) -> Piece:
    stand_ins = words.chairs.stand_ins(one.seat)
    cells = (
        Cell(scope.person(one.seat), below=scope.pod(one.seat), purpose=scope.purpose(one.seat)),
        Cell(capital(words.consequence(one))),
        Cell(words.names.seat(stand_ins[0].seat), below=words.stand_in(stand_ins[0])) if stand_ins else Cell("–"),
        Cell(number(one.score, scope.language, 1), is_bold=True),
    )
    return Piece(row(places, cells), about=frozenset({one.seat, *(stand_in.seat for stand_in in stand_ins[:1])}))
