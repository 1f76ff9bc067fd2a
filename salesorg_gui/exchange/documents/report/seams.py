"""Seams in short: where work changes hands, who settles a dispute, and the one move that saves most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import Cell, Column, columns, head_row, headed, row, said, titled
from salesorg_gui.exchange.documents.report.flowing import Piece, table
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.wording import number, percent
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.study.seam_moves import Move, best_move
from salesorg_gui.study.seam_words import SeamWords
from salesorg_gui.study.seams import Seam, seams_of
from salesorg_gui.study.told import capital

NAME = "seams"
MOST_LISTED = 10


@dataclass(frozen=True)
class Found:
    """The seams in words, and the move that lowers their cost most, if there is one."""

    words: SeamWords
    move: Move | None


def heading() -> str:
    """What this part is called."""
    return _("Seams")


def found_of(scope: Scope) -> Found:
    """Where work changes hands in the chart."""
    seams = seams_of(scope.plan, scope.chart, scope.catalogue)
    return Found(SeamWords.of(seams), best_move(seams, scope.plan, scope.catalogue))


def in_short(scope: Scope, found: Found) -> str:
    """How much leaves a pod."""
    seams = found.words.found
    if seams.volume <= 0 or not scope.chart.pods:
        return ""
    return _("{share} leaves a pod").format(share=percent(seams.share_leaving_pods, scope.language))


def pieces(scope: Scope, found: Found, width: float) -> Iterator[Piece]:
    """How it is in a sentence, the ten costliest, how many more there are, and the one move."""
    words, seams = found.words, found.words.found
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    yield Piece(said(words.headline(), width, "lead", below=4 * MM))
    if seams.refusal:
        yield Piece(said(seams.refusal, width))
    if not seams.is_counted:
        yield Piece(said(words.faces(seams.faces), width))
    costly = [seam for seam in seams.seams if seam.cost > 0]
    if not costly:
        return
    yield Piece(said(_formula(words), width, "small", "text_3"))
    places = columns(width, 4.6, 2.6, 4.0, 1.2, right=(3,))
    head = head_row(places, (_("From and to"), _("What"), _("Who settles a dispute"), _("Cost")))
    yield from table(head, [_row(scope, words, seam, places) for seam in costly[:MOST_LISTED]])
    more = len(costly) - MOST_LISTED
    if more > 0:
        text = ngettext("And {count} more seam costs less.", "And {count} more seams cost less.", more)
        yield Piece(said(text.format(count=more), width, above=3 * MM))
    if found.move is not None:
        yield Piece(headed(_("The one move that saves most"), width), leads=True)
        yield Piece(said(_saving(scope, found.move), width, below=0.0), about=frozenset({found.move.seat}))


def _row(scope: Scope, words: SeamWords, seam: Seam, places: Sequence[Column]) -> Piece:
    cells = (
        Cell(words.ends(seam), below=scope.pod(seam.giver)),
        Cell(words.what(seam)),
        Cell(capital(words.in_short(seam)), below=words.formula(seam)),
        Cell(number(seam.cost, scope.language, 1), is_bold=True),
    )
    ends = {seam.giver, seam.taker} | ({seam.settler} if seam.settler is not None else set())
    return Piece(row(places, cells), about=frozenset(ends))


def _formula(words: SeamWords) -> str:
    """How a cost comes about."""
    if words.found.is_counted:
        return _("Cost: handoffs of customers × levels up to whoever settles × factors for leaving a pod or a segment.")
    return _("Cost: what goes over it a month × levels up to whoever settles × factors for leaving a pod or a segment.")


def _saving(scope: Scope, move: Move) -> str:
    """What the move does to the cost of all seams."""
    words = {
        "move": move.label,
        "before": number(move.before, scope.language, 0),
        "after": number(move.after, scope.language, 0),
        "share": percent(move.gain / move.before, scope.language),
    }
    return _("{move}: the cost of all seams falls from {before} to {after}, by {share}.").format_map(words)
