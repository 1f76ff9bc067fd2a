"""What the hire panel shows of a seat beside the hire itself: the very lines that are printed, and a new scorecard."""

from collections.abc import Mapping

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Scorecard
from salesorg_gui.exchange.documents.papers.checklist import step_items
from salesorg_gui.exchange.documents.papers.scorecard import scorecard_of
from salesorg_gui.exchange.documents.sheet import Sheets
from salesorg_gui.panels.inspector.ground import Ground


def items(ground: Ground, seat: SeatId) -> Mapping[str, tuple[str, ...]]:
    """The lines of a seat's checklist by step, as they are printed."""
    sheet = Sheets(ground.session.plan, ground.chart, ground.catalogue).sheet(seat)
    return step_items(sheet, tuple(ground.catalogue.hiring_steps.values()))


def scorecard(ground: Ground, seat: SeatId) -> Scorecard:
    """A scorecard made from what the seat's card says and whom it works with."""
    sheet = Sheets(ground.session.plan, ground.chart, ground.catalogue).sheet(seat)
    return scorecard_of(sheet, ground.session.plan, ground.catalogue)
