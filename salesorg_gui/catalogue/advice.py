"""What the answers about a company speak for: a structure, and how far its sales organisation should have grown.

Nothing here knows a drawing. Answers that are missing count as unknown, never as none: then there may be no advice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from salesorg_gui.catalogue.advisor import Advisor, Answers, Condition, Exclusion, Factor
from salesorg_gui.domain.ids import ModelId

ISLAND, ASSEMBLY_LINE = ModelId("island"), ModelId("assembly_line")


class GrowthStageId(StrEnum):
    """The four growth stages, in their order."""

    FOUNDER = "hunter_founder"
    BANDS = "one_man_bands"
    SPECIALISTS = "specialists"
    TEAMS = "market_teams"

    def is_later_than(self, other: "GrowthStageId") -> bool:
        """Whether an organisation gets there after the other stage."""
        order = list(GrowthStageId)
        return order.index(self) > order.index(other)


class Confidence(StrEnum):
    """How clear an advice is."""

    OPEN = "open"
    FAIR = "fair"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Weight:
    """What one factor adds to each structure, ``times`` already counted in."""

    factor: Factor
    times: int
    points: Mapping[ModelId, int]


@dataclass(frozen=True, slots=True)
class Advice:
    """Points of all structures and why, what is not offered and why, and the one that is recommended.

    ``margin`` is how many points it has more than the next one on offer; ``None`` when there is no other.
    """

    model: ModelId
    scores: Mapping[ModelId, int]
    weights: tuple[Weight, ...]
    excluded: tuple[Exclusion, ...]
    margin: int | None
    confidence: Confidence


def advise(advisor: Advisor, answers: Answers) -> Advice:
    """The structure the answers speak for; every question has an answer, given or usual."""
    weights = tuple(_weight(factor, answers) for factor in advisor.factors if factor.holds(answers))
    scores = {model: sum(weight.points.get(model, 0) for weight in weights) for model in advisor.tie_break}
    excluded = tuple(one for one in advisor.exclusions if one.condition.holds(answers))
    barred = {one.model for one in excluded}
    offered = [model for model in advisor.tie_break if model not in barred]
    ranked = sorted(offered, key=lambda model: -scores[model])
    margin = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else None
    return Advice(ranked[0], scores, weights, excluded, margin, _confidence(advisor, margin))


def _weight(factor: Factor, answers: Answers) -> Weight:
    times = int(float(answers[factor.per])) if factor.per else 1
    return Weight(factor, times, {model: points * times for model, points in factor.points.items()})


def _confidence(advisor: Advisor, margin: int | None) -> Confidence:
    if margin is None or margin >= advisor.clear_margin:
        return Confidence.CLEAR
    return Confidence.OPEN if margin <= advisor.open_margin else Confidence.FAIR


# ------------------------------------------------------------------------------------------------------ growth stage

ALONE = (Condition("sellers", most=0), Condition("employees", most=8), Condition("ltv", most=10_000))
FEW = (Condition("sellers", below=4),)
QUIET = (Condition("inbound_leads", below=80), Condition("qualified_leads", most=50), Condition("employees", below=20))
BUSY = (
    Condition("sellers", least=4),
    Condition("inbound_leads", least=80),
    Condition("qualified_leads", above=50),
    Condition("employees", least=20),
)
"""What speaks for specialists: the opposite of ``FEW`` and ``QUIET``."""
MARKETS = (Condition("segments", least=2), Condition("frontline", least=8))

COUNTED = frozenset({"sellers", "frontline", "inbound_leads", "qualified_leads", "segments"})
"""Numbers without which no structure can be recommended: not to have counted is not to have none."""


def growth_stage(advisor: Advisor, told: Answers) -> GrowthStageId | None:
    """How far the organisation should have grown; ``None`` when what is ``told`` leaves it open.

    Of questions other than numbers the usual answer counts where nothing was said.
    """
    is_small = _either(_all(FEW, told), _all(QUIET, told))
    rows = (
        (_all(ALONE, told), GrowthStageId.FOUNDER),
        (is_small, GrowthStageId.BANDS),
        (_is_island(advisor, told), GrowthStageId.BANDS),
        (_all(MARKETS, told), GrowthStageId.TEAMS),
        (True, GrowthStageId.SPECIALISTS),
    )
    for holds, stage in rows:
        if holds is None:
            return None
        if holds:
            return stage
    raise AssertionError("the last row always holds")


def _is_island(advisor: Advisor, told: Answers) -> bool | None:
    return advise(advisor, {**advisor.defaults, **told}).model == ISLAND if told.keys() >= COUNTED else None


def _all(conditions: Iterable[Condition], told: Answers) -> bool | None:
    """Whether all conditions hold; ``None`` when that hangs on an answer nobody gave."""
    verdicts = [condition.holds(told) if condition.answer in told else None for condition in conditions]
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _either(*verdicts: bool | None) -> bool | None:
    if True in verdicts:
        return True
    return None if None in verdicts else False
