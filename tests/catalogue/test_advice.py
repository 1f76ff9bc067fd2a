"""The advisor's judgement: the worked cases, ties, margins, and what unknown answers leave open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from salesorg_gui.catalogue.advice import COUNTED, Confidence, GrowthStageId, advise, growth_stage
from salesorg_gui.catalogue.catalogue import load

ADVISOR = load("en").advisor

type Given = Mapping[str, str | float | bool]


@dataclass(frozen=True)
class Worked:
    """A worked case: answers, points of island, line and pod, and what is advised."""

    given: Given
    scores: tuple[int, int, int]
    excluded: tuple[str, ...]
    model: str
    margin: int | None
    stage: str


A = Worked(
    {
        "budget": "small",
        "sellers": 2,
        "employees": 14,
        "inbound_leads": 60,
        "qualified_leads": 15,
        "ltv": 12000,
        "segments": 1,
        "relationship": "long_term",
        "culture": "cooperative",
        "symptoms": 2,
        "frontline": 3,
    },
    (6, -4, 0),
    ("pod",),
    "island",
    10,
    "one_man_bands",
)
B = Worked(
    {
        "budget": "medium",
        "sellers": 6,
        "employees": 45,
        "inbound_leads": 450,
        "qualified_leads": 130,
        "ltv": 9000,
        "segments": 1,
        "relationship": "transactional",
        "symptoms": 1,
        "growth_goal": "scale",
        "industry": "software",
        "frontline": 10,
    },
    (-7, 11, 3),
    (),
    "assembly_line",
    8,
    "specialists",
)
C = Worked(
    {
        "budget": "large",
        "sellers": 14,
        "employees": 400,
        "inbound_leads": 900,
        "qualified_leads": 260,
        "ltv": 60000,
        "segments": 4,
        "culture": "cooperative",
        "account_based": True,
        "reassign_often": True,
        "frontline": 30,
    },
    (-9, 6, 13),
    (),
    "pod",
    7,
    "market_teams",
)
D = Worked(
    {
        "budget": "small",
        "sellers": 0,
        "employees": 5,
        "inbound_leads": 10,
        "qualified_leads": 4,
        "ltv": 4000,
        "startup": True,
        "frontline": 1,
    },
    (8, -4, -6),
    ("pod", "assembly_line"),
    "island",
    None,
    "hunter_founder",
)
E = Worked(
    {
        "budget": "medium",
        "sellers": 8,
        "employees": 30,
        "inbound_leads": 40,
        "qualified_leads": 30,
        "ltv": 80000,
        "relationship": "long_term",
        "industry": "finance",
        "culture": "competitive",
        "frontline": 8,
    },
    (7, -1, -2),
    (),
    "island",
    8,
    "one_man_bands",
)
F = Worked(
    {
        "budget": "large",
        "sellers": 7,
        "employees": 90,
        "inbound_leads": 420,
        "qualified_leads": 140,
        "ltv": 15000,
        "segments": 2,
        "culture": "cooperative",
        "frontline": 14,
    },
    (-6, 8, 7),
    (),
    "assembly_line",
    1,
    "market_teams",
)
CASES = {"A": A, "B": B, "C": C, "D": D, "E": E, "F": F}


def answers(given: Given, **others: str | float | bool) -> Given:
    return {**ADVISOR.defaults, **given, **others}


@pytest.mark.parametrize("name", CASES)
def test_a_worked_case_is_advised_as_known(name: str) -> None:
    case = CASES[name]
    advice = advise(ADVISOR, answers(case.given))
    assert tuple(advice.scores.values()) == case.scores
    assert tuple(one.model for one in advice.excluded) == case.excluded
    assert (advice.model, advice.margin) == (case.model, case.margin)
    assert growth_stage(ADVISOR, answers(case.given)) == case.stage


def test_an_advice_adds_up_from_its_factors() -> None:
    advice = advise(ADVISOR, answers(A.given))
    assert {model: sum(one.points[model] for one in advice.weights) for model in advice.scores} == advice.scores
    (symptoms,) = (one for one in advice.weights if one.factor.per)
    assert (symptoms.times, symptoms.points[advice.model]) == (2, -2)


@pytest.mark.parametrize(("name", "confidence"), [("F", "open"), ("A", "clear"), ("D", "clear")])
def test_confidence_grows_with_the_margin(name: str, confidence: str) -> None:
    assert advise(ADVISOR, answers(CASES[name].given)).confidence == confidence


@pytest.mark.parametrize(
    ("open_margin", "clear_margin", "confidence"),
    [(8, 9, Confidence.OPEN), (7, 9, Confidence.FAIR), (7, 8, Confidence.CLEAR)],
)
def test_the_limits_of_confidence_are_the_catalogues(
    open_margin: int, clear_margin: int, confidence: Confidence
) -> None:
    advisor = replace(ADVISOR, open_margin=open_margin, clear_margin=clear_margin)
    assert advise(advisor, answers(B.given)).confidence is confidence


def test_with_equal_points_the_simpler_structure_is_advised() -> None:
    advice = advise(replace(ADVISOR, factors=()), answers({"frontline": 6}))
    assert (advice.model, advice.margin, advice.confidence) == ("island", 0, Confidence.OPEN)


@pytest.mark.parametrize(
    ("given", "stage"),
    [
        ({"sellers": 0, "employees": 8, "ltv": 10000}, "hunter_founder"),
        ({"sellers": 0, "employees": 9, "ltv": 10000}, "one_man_bands"),
        ({"sellers": 0, "employees": 8, "ltv": 10001}, "one_man_bands"),
        ({"sellers": 1, "employees": 8, "ltv": 10000}, "one_man_bands"),
        ({"sellers": 3, "inbound_leads": 900, "qualified_leads": 90, "employees": 90}, "one_man_bands"),
        ({"sellers": 4, "inbound_leads": 79, "qualified_leads": 50, "employees": 19}, "one_man_bands"),
    ],
)
def test_a_small_company_needs_a_simple_stage(given: Given, stage: str) -> None:
    assert growth_stage(ADVISOR, given) == stage


LINE: Given = {
    "sellers": 5,
    "frontline": 8,
    "inbound_leads": 450,
    "qualified_leads": 130,
    "segments": 2,
    "employees": 45,
    "relationship": "transactional",
}


@pytest.mark.parametrize(
    ("changed", "stage"),
    [
        ({}, "market_teams"),
        ({"segments": 1}, "specialists"),
        ({"frontline": 7}, "specialists"),
        ({"inbound_leads": 79, "qualified_leads": 50, "employees": 19}, "one_man_bands"),
        ({"inbound_leads": 80, "qualified_leads": 50, "employees": 19}, "market_teams"),
        ({"inbound_leads": 79, "qualified_leads": 51, "employees": 19}, "market_teams"),
        ({"inbound_leads": 79, "qualified_leads": 50, "employees": 20}, "market_teams"),
        ({"relationship": "long_term", "industry": "finance", "budget": "small"}, "one_man_bands"),
    ],
)
def test_a_stage_changes_at_its_limit(changed: Given, stage: str) -> None:
    assert growth_stage(ADVISOR, {**LINE, **changed}) == stage


@pytest.mark.parametrize("missing", sorted(COUNTED))
def test_a_number_nobody_gave_leaves_the_stage_open(missing: str) -> None:
    told = {name: value for name, value in LINE.items() if name != missing}
    assert growth_stage(ADVISOR, told) is None


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ({}, None),
        ({"sellers": 3}, "one_man_bands"),
        ({"sellers": 0}, None),
        ({"sellers": 0, "employees": 9}, "one_man_bands"),
        ({"sellers": 0, "employees": 8}, None),
        ({"sellers": 9, "employees": 12, "qualified_leads": 20}, None),
    ],
)
def test_the_stage_is_known_as_soon_as_no_missing_answer_could_change_it(told: Given, stage: str | None) -> None:
    assert growth_stage(ADVISOR, told) == stage


def test_stages_follow_each_other() -> None:
    order = list(GrowthStageId)
    assert [stage.value for stage in order] == list(load("en").growth_stages)
    later = [[one.is_later_than(other) for other in order] for one in order]
    assert later == [[index > place for place in range(4)] for index in range(4)]


def test_the_counted_answers_are_numbers_of_the_advisor() -> None:
    assert {ADVISOR.questions[name].kind for name in COUNTED} == {"number"}
