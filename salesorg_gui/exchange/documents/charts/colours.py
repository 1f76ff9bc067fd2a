"""What the colours of a chart on paper tell, reckoned from the plan."""

from salesorg_gui.capacity.capacity import NoCapacity, capacity_of
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.colouring import ColourBy, coloured
from salesorg_gui.drawing.colours import PLAIN, Colours
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.study.strain import Strain


def colours_of(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> Colours:
    """As somebody chose; without colour there are patterns of the purposes only."""
    by = options.charts.by
    if by is ColourBy.PURPOSE or not options.has_colour:
        return PLAIN
    strain = _strain(plan, chart, catalogue, options.charts.volume) if by is ColourBy.LOAD else None
    if strain is None:
        return Colours(coloured(by, chart, catalogue))
    return Colours(coloured(by, chart, catalogue, loads=strain.seats), strain.seats, strain)


def _strain(plan: Plan, chart: Chart, catalogue: Catalogue, volume: float) -> Strain | None:
    """Nothing where nobody can tell it, or nothing comes in."""
    try:
        strain = Strain.of(capacity_of(plan, chart, catalogue)).at(volume)
    except NoCapacity:
        return None
    return strain if strain.seats else None
