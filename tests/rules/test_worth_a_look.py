"""What a rule passes over without a look is nothing it would have seen anything of."""

from collections.abc import Iterable
from itertools import chain
from random import Random

import pytest

from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.each import Each
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from tests.rules.builders import ENGLISH
from tests.rules.mutations import shuffled, worked_on
from tests.rules.random_plans import random_plan

PLANS = 60


def looked_at_all[Thing](rule: Each[Thing], org: Organisation, limits: Limits) -> Iterable[Sighting]:
    """What a rule tells when it looks at everything."""
    seen = chain.from_iterable(rule.look(org, thing, limits) for thing in rule.among(org))
    return rule.together(org, seen, limits)


def in_order(told: Iterable[Sighting]) -> list[Sighting]:
    """Sightings by the ids concerned, as findings stand in the end."""
    return sorted(told, key=lambda one: repr((one[1:], sorted(one.words.items()))))


@pytest.mark.parametrize("seed", range(PLANS))
def test_nothing_is_missed_of_what_is_passed_over(seed: int) -> None:
    chance = Random(seed)
    plan = shuffled(worked_on(random_plan(chance), chance), chance)
    org = Organisation.of(plan, plan.first_chart, ENGLISH)
    for rule in RULES:
        if isinstance(rule, Each):
            limits = org.rulebook[rule.id].limits
            assert in_order(rule.examine(org, limits)) == in_order(looked_at_all(rule, org, limits)), rule.id
