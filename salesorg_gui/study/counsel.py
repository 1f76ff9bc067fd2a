"""Recommended against drawn: what the answers about a company speak for, and what its chart shows, in one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from salesorg_gui.catalogue.advice import Advice, Confidence, GrowthStageId, Weight, advise, growth_stage
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ModelId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.detected import MIXED
from salesorg_gui.rules.organisation import Organisation


class Known(StrEnum):
    """Where an answer comes from: somebody gave it, the chart shows it, or it is the usual one."""

    TOLD = "told"
    DRAWN = "drawn"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class Counsel:
    """The advice and the growth stage the answers speak for; what is drawn, ``None`` where nothing shows it.

    ``known`` says of every question of the advisor where its answer comes from.
    """

    advice: Advice
    stage: GrowthStageId
    drawn: ModelId | None
    drawn_stage: GrowthStageId | None
    answers: Mapping[str, str | float | bool]
    known: Mapping[str, Known]

    @property
    def is_drawn_already(self) -> bool:
        """Whether the chart shows what is recommended."""
        return self.drawn == self.advice.model

    @property
    def unknown(self) -> tuple[str, ...]:
        """The questions nobody answered and the chart does not show."""
        return tuple(name for name, known in self.known.items() if known is Known.USUAL)

    @property
    def next_best(self) -> ModelId | None:
        """The structure on offer with the most points after the recommended one."""
        barred = {one.model for one in self.advice.excluded}
        others = [model for model in self.advice.scores if model not in barred and model != self.advice.model]
        return max(others, key=lambda model: self.advice.scores[model], default=None)

    @property
    def weights(self) -> tuple[Weight, ...]:
        """The factors, those that weigh most first."""
        return tuple(sorted(self.advice.weights, key=lambda weight: -_heaviness(weight)))


def counsel_of(plan: Plan, chart: Chart, catalogue: Catalogue) -> Counsel:
    """What a plan says about its company, against one of its charts.

    What nobody answered is read from the chart where it shows it: sellers, people who meet customers, leads, segments.
    Of a proposal it is read from the chart it was made of: the company is the same, whatever is drawn of it.
    """
    org = Organisation.of(plan, chart, catalogue)
    advisor = catalogue.advisor
    told = {id: fact for id, fact in org.facts.items() if id in advisor.questions and not isinstance(fact, tuple)}
    origin = _origin(plan, chart)
    company = org if origin is chart else Organisation.of(plan, origin, catalogue)
    drawn = {id: value for id, value in _drawn(company).items() if id not in told}
    answers = advisor.defaults | drawn | told
    known = {id: Known.TOLD if id in told else Known.DRAWN if id in drawn else Known.USUAL for id in advisor.questions}
    stage = growth_stage(advisor, answers)
    assert stage is not None, "with an answer to every question there is always a stage"
    detected = org.detected
    return Counsel(advise(advisor, answers), stage, detected.structure, detected.stage, answers, known)


def _origin(plan: Plan, chart: Chart) -> Chart:
    """The chart in the end of all it was made of; charts made of each other in a circle end somewhere in it."""
    seen = {chart.id}
    while chart.based_on is not None and chart.based_on in plan.charts and chart.based_on not in seen:
        chart = plan.charts[chart.based_on]
        seen.add(chart.id)
    return chart


def _drawn(org: Organisation) -> dict[str, float]:
    """What the chart shows of what the advisor asks."""
    found: dict[str, float] = {}
    if org.frontline:
        found = {"sellers": float(org.seller_count), "frontline": float(org.frontline)}
    if org.known_inbound_leads is not None:
        found["inbound_leads"] = org.known_inbound_leads
    if org.market.axes:
        found["segments"] = float(max(len(values) for values in org.market.axes.values()))
    return found


def _heaviness(weight: Weight) -> int:
    """How far a factor drives the structures apart."""
    points = (*weight.points.values(), 0)
    return max(points) - min(points)


# ------------------------------------------------------------------------------------------------------------ in words


def in_one_sentence(found: Counsel, catalogue: Catalogue) -> str:
    """What the answers speak for, how clearly, and what the chart shows."""
    return f"{speaks_for(found, catalogue)} {shows(found, catalogue)}"


def speaks_for(found: Counsel, catalogue: Catalogue) -> str:
    """The recommended structure and its margin."""
    advice, other = found.advice, found.next_best
    model = catalogue.structures[advice.model].title
    if advice.margin is None or other is None:
        return _("The answers speak for {model}; nothing else is on offer.").format(model=model)
    points = ngettext("{count} point", "{count} points", advice.margin).format(count=advice.margin)
    words = {"model": model, "points": points, "other": catalogue.structures[other].title}
    if advice.margin == 0:
        return _("It is a tie: {model} and {other} have equal points, and {model} is simpler.").format(**words)
    if advice.confidence is Confidence.OPEN:
        return _("It is close: the answers speak for {model}, only {points} ahead of {other}.").format(**words)
    return _("The answers speak for {model}, {points} ahead of {other}.").format(**words)


def shows(found: Counsel, catalogue: Catalogue) -> str:
    """What the chart shows, against that."""
    if found.drawn is None:
        return _("The chart shows no structure yet.")
    if found.is_drawn_already:
        return _("The chart shows it already.")
    if found.drawn == MIXED:
        return _("The chart mixes several structures.")
    return _("The chart shows {model}.").format(model=catalogue.structures[found.drawn].title)


def of_stages(found: Counsel, catalogue: Catalogue) -> str:
    """The growth stages, recommended and drawn."""
    stages = catalogue.growth_stages
    wanted = stages[found.stage.value].title
    if found.drawn_stage is None:
        return _("Growth stage by the answers: {stage}.").format(stage=wanted)
    if found.drawn_stage is found.stage:
        return _("Growth stage: {stage}, by the answers and by the chart.").format(stage=wanted)
    drawn = stages[found.drawn_stage.value].title
    return _("Growth stage: {stage} by the answers, {drawn} by the chart.").format(stage=wanted, drawn=drawn)


def of_answers(found: Counsel) -> str:
    """How much of it rests on answers."""
    count = len(found.unknown)
    if not count:
        return _("Nothing is assumed: every question has an answer.")
    sentence = ngettext(
        "{count} of {all} questions has no answer; the usual one counts.",
        "{count} of {all} questions have no answer; the usual one counts.",
        count,
    )
    return sentence.format(count=count, all=len(found.known))
