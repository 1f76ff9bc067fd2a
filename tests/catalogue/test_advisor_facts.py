"""The advisor's facts give the known scores."""

import pytest

from salesorg_gui.catalogue.advisor import Condition
from salesorg_gui.catalogue.catalogue import load

type Given = dict[str, str | float | bool]

CASES: dict[str, tuple[Given, tuple[int, int, int]]] = {
    "consultancy": (
        {
            "budget": "small",
            "sellers": 2,
            "employees": 14,
            "inbound_leads": 60,
            "qualified_leads": 15,
            "ltv": 12000,
            "relationship": "long_term",
            "culture": "cooperative",
            "symptoms": 2,
            "frontline": 3,
        },
        (6, -4, 0),
    ),
    "software scale-up": (
        {
            "sellers": 6,
            "employees": 45,
            "inbound_leads": 450,
            "qualified_leads": 130,
            "relationship": "transactional",
            "symptoms": 1,
            "growth_goal": "scale",
            "industry": "software",
            "frontline": 10,
        },
        (-7, 11, 3),
    ),
    "large group": (
        {
            "budget": "large",
            "sellers": 14,
            "inbound_leads": 900,
            "qualified_leads": 260,
            "segments": 4,
            "culture": "cooperative",
            "account_based": True,
            "reassign_often": True,
            "frontline": 30,
        },
        (-9, 6, 13),
    ),
    "founder": (
        {
            "budget": "small",
            "sellers": 0,
            "employees": 5,
            "inbound_leads": 10,
            "qualified_leads": 4,
            "startup": True,
            "frontline": 1,
        },
        (8, -4, -6),
    ),
    "finance boutique": (
        {
            "sellers": 8,
            "inbound_leads": 40,
            "qualified_leads": 30,
            "relationship": "long_term",
            "industry": "finance",
            "culture": "competitive",
            "frontline": 8,
        },
        (7, -1, -2),
    ),
    "two regions": (
        {
            "budget": "large",
            "sellers": 7,
            "inbound_leads": 420,
            "qualified_leads": 140,
            "segments": 2,
            "culture": "cooperative",
            "frontline": 14,
        },
        (-6, 8, 7),
    ),
}


def scores(given: Given) -> tuple[int, ...]:
    advisor = load().advisor
    answers = advisor.defaults | given
    total = dict.fromkeys(advisor.tie_break, 0)
    for factor in advisor.factors:
        if factor.holds(answers):
            for model, points in factor.points.items():
                total[model] += points * int(answers[factor.per] if factor.per else 1)
    return tuple(total.values())


@pytest.mark.parametrize("name", CASES)
def test_a_worked_case_scores_as_known(name: str) -> None:
    given, expected = CASES[name]
    assert scores(given) == expected


def test_small_organisations_are_not_offered_large_structures() -> None:
    advisor = load().advisor
    offered = {
        count: [rule.model for rule in advisor.exclusions if rule.condition.holds({"frontline": count})]
        for count in (2, 3, 5, 6)
    }
    assert offered == {2: ["pod", "assembly_line"], 3: ["pod"], 5: ["pod"], 6: []}


def test_limits_are_open_or_closed_as_said() -> None:
    above = Condition("leads", above=50, below=80)
    assert [above.holds({"leads": leads}) for leads in (50, 51, 79, 80)] == [False, True, True, False]
    within = Condition("leads", least=50, most=80)
    assert [within.holds({"leads": leads}) for leads in (49, 50, 80, 81)] == [False, True, True, False]


def test_every_condition_asks_a_question_that_exists() -> None:
    advisor = load().advisor
    conditions = [condition for factor in advisor.factors for condition in factor.any_of]
    conditions += [rule.condition for rule in advisor.exclusions]
    assert {condition.answer for condition in conditions} <= set(advisor.questions)
    assert {factor.per for factor in advisor.factors if factor.per} <= set(advisor.questions)
    assert {model for factor in advisor.factors for model in factor.points} == set(advisor.tie_break)


def test_every_choice_can_be_chosen() -> None:
    advisor = load().advisor
    for question in advisor.questions.values():
        assert (question.kind == "choice") == bool(question.choices)
        assert not question.choices or question.default in question.choices
    chosen = {value for factor in advisor.factors for condition in factor.any_of for value in condition.among}
    assert {value for value in chosen if isinstance(value, str)} <= {
        choice for question in advisor.questions.values() for choice in question.choices
    }
    assert advisor.open_margin < advisor.clear_margin
    assert advisor.tie_text
