"""Every rule of the catalogue fires where it should and only there, and what is offered against it works."""

from collections import Counter

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.rules.remedies.offering import remedies
from salesorg_gui.rules.remedies.remedy import Remedy
from tests.rules.cases import capacity, growth, handoffs, hiring, models, pods, reporting, roles, segments
from tests.rules.cases.applying import applied
from tests.rules.cases.case import Case

ENGLISH = load("en")
CASES = (
    *(*reporting.CASES, *handoffs.CASES, *roles.CASES, *capacity.CASES, *hiring.CASES),
    *(*models.CASES, *pods.CASES, *segments.CASES, *growth.CASES),
)
FIXABLE = tuple(case for case in CASES if case.is_fixable)


def found(plan: Plan, rule: str = "") -> list[Finding]:
    """The findings of a plan, or those of one rule."""
    return [one for one in examine(plan, plan.first_chart, ENGLISH) if rule in {"", one.rule}]


def offered(plan: Plan, rule: str) -> tuple[Finding, tuple[Remedy, ...]]:
    """The first finding of a rule, and its remedies."""
    first = found(plan, rule)[0]
    return first, remedies(plan, plan.first_chart, ENGLISH, first)


def errors(plan: Plan) -> Counter[str]:
    """How many errors each rule finds: one that differs only in what it lists is not a new one."""
    return Counter(one.rule for one in found(plan) if one.severity is Severity.ERROR)


def test_every_rule_of_the_catalogue_has_one_case() -> None:
    told = [case.rule for case in CASES]
    assert [rule for rule in ENGLISH.rules if rule not in told] == []
    assert len(set(told)) == len(told)
    assert set(told) <= set(ENGLISH.rules)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_finds_what_it_is_about_and_spares_its_neighbour(case: Case) -> None:
    assert found(case.triggers, case.rule)
    assert not found(case.spared, case.rule)


@pytest.mark.parametrize("case", FIXABLE, ids=lambda case: case.rule)
def test_the_first_remedy_settles_the_finding_and_brings_no_error(case: Case) -> None:
    finding, ways = offered(case.triggers, case.rule)
    assert ways, "none is offered"
    after = applied(case.triggers, ways[0].edit)
    assert finding.subjects not in [one.subjects for one in found(after, case.rule)]
    assert errors(after) <= errors(case.triggers)


@pytest.mark.parametrize("case", [case for case in CASES if not case.is_fixable], ids=lambda case: case.rule)
def test_what_asks_for_a_decision_has_no_remedy(case: Case) -> None:
    assert not offered(case.triggers, case.rule)[1]
