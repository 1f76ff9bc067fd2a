"""Another structure for the same people: the template of a model, filled with those whose stages fit best.

The old chart stays as it is; the new one stands beside it. Nobody is lost: whoever finds no seat in the template
reports to the top until somebody places him, and seats nobody fits are open.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from salesorg_gui.capacity.figures import amount, situation_of
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import ChartId, ModelId, PodId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Lane
from salesorg_gui.i18n import _
from salesorg_gui.study.convert.building import Building
from salesorg_gui.study.convert.crew import Crew
from salesorg_gui.study.convert.records import Drafting
from salesorg_gui.study.convert.shape import Shape
from salesorg_gui.study.convert.slots import Volumes

SUPPORT = "support"


class Fate(StrEnum):
    """What becomes of a seat."""

    STAYS = "stays"
    MOVES = "moves"
    CHANGES = "changes"
    BESIDE = "beside"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Move:
    """A seat in both charts: ``origin`` in the old, ``seat`` in the new; its pods there, if any."""

    seat: SeatId
    origin: SeatId
    fate: Fate
    pod_before: PodId | None = None
    pod_after: PodId | None = None


@dataclass(frozen=True)
class Conversion:
    """A proposed chart beside the one it was made of.

    ``new`` are open seats, ``gone`` old seats nobody held and nobody was wanted for.
    """

    template: str
    before: Chart
    chart: Chart
    moves: tuple[Move, ...] = ()
    new: tuple[SeatId, ...] = ()
    gone: tuple[SeatId, ...] = ()

    def of(self, *fates: Fate) -> tuple[Move, ...]:
        """The moves of some kinds."""
        return tuple(move for move in self.moves if move.fate in fates)


@dataclass(frozen=True, slots=True)
class Propose:
    """Add a proposed chart to the plan."""

    chart: Chart
    label: str

    def revise(self, plan: Plan) -> Plan:
        """The plan with one chart more."""
        if self.chart.id in plan.charts:
            raise EditRefused(_("This chart is already in the plan."))
        return plan.with_chart(self.chart)


def proposing(conversion: Conversion) -> Propose:
    """The edit that adds the proposed chart; undo takes it away again."""
    return Propose(conversion.chart, _("Convert to {title}").format(title=conversion.chart.title))


def convertible(catalogue: Catalogue) -> tuple[str, ...]:
    """The templates a company can be converted to: those that sell. A support structure stands beside one that does."""
    return tuple(id for id, one in catalogue.templates.items() if catalogue.structures[one.model].kind != SUPPORT)


def template_for(model: ModelId, stage: str, catalogue: Catalogue) -> str:
    """The template of a model, the one of this growth stage where there are several."""
    fitting = [one for id in convertible(catalogue) if (one := catalogue.templates[id]).model == model]
    at_stage = [one for one in fitting if one.growth_stage == stage]
    usual = [one for one in fitting if one.growth_stage != "hunter_founder"]
    return (at_stage or usual or fitting)[0].id


def convert(plan: Plan, chart: Chart, template: str, catalogue: Catalogue) -> Conversion:
    """A chart of the plan in the structure of a template. Refused where there is nobody, or the template sells nothing.

    ``catalogue`` speaks the language of the plan's documents; titles and conditions of the new chart come from it.
    """
    if template not in convertible(catalogue):
        raise EditRefused(_("This structure supports sellers. It stands beside a structure that sells."))
    if not chart.seats:
        raise EditRefused(_("There is nobody yet to place. Draw who there is first, or begin with the template."))
    known = catalogue.with_plan_roles(plan.roles)
    shape = Shape(catalogue.templates[template], known)
    situation = situation_of(plan, known)
    building = Building(chart, known, shape, Crew(chart, known), _volumes(plan, chart), situation)
    new = Drafting(plan, building, _head(plan, chart, shape, known)).chart()
    return Conversion(template, chart, new, tuple(_moves(chart, new, building)), building.new, building.gone)


def _head(plan: Plan, chart: Chart, shape: Shape, catalogue: Catalogue) -> Chart:
    """The chart without records: what it is called, and what it was made of."""
    template = shape.template
    title = _("{model}, proposed").format(model=catalogue.structures[template.model].title)
    titles = {one.title for one in plan.charts.values()}
    stem = f"{template.model}-proposed"
    return Chart(
        ChartId(_free(stem, plan.charts, "-")),
        _free(title, titles, " "),
        order=max(one.order for one in plan.charts.values()) + 1,
        based_on=chart.id,
        model=template.model,
        growth_stage=template.growth_stage,
    )


def _free(stem: str, taken: object, gap: str) -> str:
    assert isinstance(taken, Mapping | set), "names to look among"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}{gap}{number}"
    return name


def _volumes(plan: Plan, chart: Chart) -> Volumes:
    """What the lead sources bring, else what was answered."""
    sums = dict.fromkeys(Lane, 0.0)
    for source in chart.sources.values():
        sums[source.lane] += max(0.0, source.per_month)
    leads = sums[Lane.INBOUND] or amount(plan.answers.get("inbound_leads")) or 0.0
    return Volumes(leads, sums[Lane.OUTBOUND], amount(plan.answers.get("customers")) or 0.0)


def _moves(old: Chart, new: Chart, building: Building) -> Iterator[Move]:
    for seat, origin in building.origins.items():
        was, now = old.seats[origin], new.seats[seat]
        pods = was.pod if was.pod in old.pods else None, now.pod
        yield Move(seat, origin, _fate(building, seat, was.role != now.role, pods), *pods)


def _fate(building: Building, seat: SeatId, changes: bool, pods: Sequence[PodId | None]) -> Fate:
    if seat in building.left:
        return Fate.LEFT
    if seat in building.beside:
        return Fate.BESIDE
    if changes:
        return Fate.CHANGES
    return Fate.STAYS if pods[0] == pods[1] or not building.teams else Fate.MOVES
