"""A finding and what is offered against it speak one language, down to the last word."""

import pytest

from salesorg_gui import i18n
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.remedies.offering import remedies
from tests.rules.test_cases import CASES
from tests.vocabulary import SPOKEN, strangers


def said(plan: Plan, rule: str, language: str) -> list[str]:
    """What the rules find in a plan, what they advise, and what is offered for the findings of one."""
    chart, catalogue, texts = plan.first_chart, load(language), list[str]()
    with i18n.speaking(language):
        for finding in examine(plan, chart, catalogue):
            texts += [finding.title, finding.message, finding.fix]
            if finding.rule == rule:
                texts += [way.label for way in remedies(plan, chart, catalogue, finding)]
    return texts


@pytest.mark.slow
@pytest.mark.parametrize("language", SPOKEN)
def test_no_finding_says_a_word_of_another_language(language: str) -> None:
    for case in CASES:
        assert not strangers(said(case.triggers, case.rule, language), language, case.triggers), case.rule
