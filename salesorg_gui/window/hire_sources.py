"""What the hire panel shows of a seat beside the hire itself: the very lines that are printed, and a new scorecard."""

from collections.abc import Iterator, Mapping

from salesorg_gui.catalogue.questions import told
from salesorg_gui.catalogue.scoring import scorecard_for
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Scorecard
from salesorg_gui.exchange.documents.checklists import step_items
from salesorg_gui.exchange.documents.sheet import Sheets
from salesorg_gui.panels.inspector.ground import Ground

SALES_VALUES = ("value_sales", "value_contact")


def items(ground: Ground, seat: SeatId) -> Mapping[str, tuple[str, ...]]:
    """The lines of a seat's checklist by step, as they are printed."""
    sheet = Sheets(ground.session.plan, ground.chart, ground.catalogue).sheet(seat)
    return step_items(sheet, tuple(ground.catalogue.hiring_steps.values()))


def scorecard(ground: Ground, seat: SeatId) -> Scorecard:
    """A scorecard made from what the seat's card says and whom it works with."""
    sheet = Sheets(ground.session.plan, ground.chart, ground.catalogue).sheet(seat)
    partners = (name for passing in (*sheet.receives, *sheet.hands_over) for name in passing.partner.split(", "))
    texts = sheet.texts
    return scorecard_for(texts.get("traits", ()), texts.get("responsibilities", ()), partners, _values(ground))


def _values(ground: Ground) -> Iterator[str]:
    """What the company said of its way of selling, and the values it chose."""
    facts, questions = told(ground.session.plan.answers, ground.catalogue.questions), ground.catalogue.questions
    yield from (str(facts[name]) for name in SALES_VALUES if name in facts)
    chosen = facts.get("values", ())
    if isinstance(chosen, tuple):
        yield from (questions["values"].choices[value] for value in chosen)
