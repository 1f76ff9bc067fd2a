"""What the answers speak for against what is drawn: structures with their points, and every factor that counts."""

from collections.abc import Iterator

from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import Cell, columns, head_row, headed, row, said, titled
from salesorg_gui.exchange.documents.report.flowing import Piece, table
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.wording import SPACE
from salesorg_gui.i18n import _
from salesorg_gui.rules.amounts import signed
from salesorg_gui.study.counsel import Counsel, counsel_of, of_answers, of_stages, shows, speaks_for

NAME = "advice"


def heading() -> str:
    """What this part is called."""
    return _("Advice")


def in_short(scope: Scope, found: Counsel) -> str:
    """The recommended structure."""
    return scope.catalogue.structures[found.advice.model].title


def found_of(scope: Scope) -> Counsel:
    """What the plan says about its company, against this chart."""
    return counsel_of(scope.plan, scope.chart, scope.catalogue)


def pieces(scope: Scope, found: Counsel, width: float) -> Iterator[Piece]:
    """The advice in words, the points of each structure, then the factors, those that weigh most first."""
    catalogue = scope.catalogue
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    yield Piece(said(speaks_for(found, catalogue), width, "lead"))
    yield Piece(said(shows(found, catalogue), width))
    yield Piece(said(of_stages(found, catalogue), width))
    yield Piece(said(of_answers(found), width, below=4 * MM))
    yield from _scores(scope, found, width)
    yield from _factors(scope, found, width)


def _scores(scope: Scope, found: Counsel, width: float) -> Iterator[Piece]:
    barred = {one.model: one.text for one in found.advice.excluded}
    places = columns(width, 4.0, 1.2, *((6.0,) if barred else ()), right=(1,))
    scores = found.advice.scores
    rows: list[Piece] = []
    for model in sorted(scores, key=lambda one: (one in barred, -scores[one])):
        reason = _("Not offered. {reason}").format(reason=barred[model]) if model in barred else ""
        title = Cell(scope.catalogue.structures[model].title, is_bold=model == found.advice.model)
        cells = (title, Cell(signed(scores[model])), Cell(reason, "text_2"))
        rows.append(Piece(row(places, cells[: len(places)])))
    yield Piece(headed(_("Points of each structure"), width), leads=True)
    yield from table(head_row(places, (_("Structure"), _("Points"), "")[: len(places)]), rows)


def _factors(scope: Scope, found: Counsel, width: float) -> Iterator[Piece]:
    places = columns(width, 7.0, 4.2)
    rows: list[Piece] = []
    for weight in found.weights:
        titles = scope.catalogue.structures
        points = ", ".join(
            f"{titles[model].title}{SPACE}{signed(count)}" for model, count in weight.points.items() if count
        )
        rows.append(Piece(row(places, (Cell(weight.factor.text), Cell(points, "text_2")))))
    yield Piece(headed(_("Why, what weighs most first"), width), leads=True)
    yield from table(head_row(places, (_("Because"), _("Points"))), rows)
