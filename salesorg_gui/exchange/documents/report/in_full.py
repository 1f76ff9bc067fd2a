"""What the charts of a report had no room for, where the report does not say it in full anyway."""

from collections.abc import Iterator, Sequence

from salesorg_gui.exchange.documents.charts.in_full import title
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import headed, said
from salesorg_gui.exchange.documents.report.flowing import Piece
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.i18n import _


def pieces(scope: Scope, texts: Sequence[str], width: float) -> Iterator[Piece]:
    """A heading and the words, if there are any."""
    indexed = {text for seat in scope.chart.seats.values() for text in (seat.holder, seat.title)}
    left = [text for text in texts if text not in indexed]
    if not left:
        return
    yield Piece(headed(title(), width), leads=True)
    told = _("These words are too long for their place on the chart.")
    yield Piece(said(told, width, "small", "text_3"), leads=True)
    yield from (Piece(said(" ".join(text.split()), width, below=1 * MM)) for text in left)
