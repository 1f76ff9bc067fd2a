"""What stands around a chart on paper: whose it is, as of when, how many work there."""

from dataclasses import dataclass

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.colours import PLAIN, Colours
from salesorg_gui.drawing.shapes import Part
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.typeset import Block, Style, fitting_lines, line_of, stacked
from salesorg_gui.exchange.documents.wording import day, number
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.layout import ViewKind


@dataclass(frozen=True, slots=True)
class Subject:
    """What is printed: a chart of a plan in one view, in the words of a catalogue, as somebody chose."""

    plan: Plan
    chart: Chart
    catalogue: Catalogue
    options: Options
    view: ViewKind
    colours: Colours = PLAIN

    @property
    def name(self) -> str:
        """The organisation, and which of its charts."""
        return " · ".join(text for text in (self.plan.title, self.chart.title) if text) or _("Chart")

    @property
    def day(self) -> str:
        """The day on the document."""
        return day(self.options.today, self.catalogue.language)

    @property
    def figures(self) -> str:
        """How many seats there are, and how much work they do."""
        seats = self.chart.seats.values()
        return figures(len(seats), sum(seat.total_fte for seat in seats), self.catalogue.language)


def figures(seats: int, fte: float, language: str) -> str:
    """``24 seats · 23.3 FTE``."""
    text = ngettext("{count} seat", "{count} seats", seats).format(count=seats)
    return f"{text} · {_('{fte} FTE').format(fte=number(fte, language))}"


def title_lines(text: str, look: Style, width: float) -> tuple[list[str], Style]:
    """A title in one line, smaller if it must be; one too long even then in more lines."""
    sizes = [look.sized(factor) for factor in (1.0, 0.8, 0.65, 0.5)]
    size = next((one for one in sizes if len(fitting_lines(text, one, width)) == 1), sizes[-1])
    return fitting_lines(text, size, width), size


def title_block(text: str, look: Style, width: float) -> Block:
    """A title as high as it needs to be."""
    lines, size = title_lines(text, look, width)
    block = stacked([Block(size.line, (line_of(line, size, "text_1"),)) for line in lines])
    return Block(block.height, (Part("h1", block.shapes),))
