"""The rules about reporting lines and handoffs find exactly what a plain second opinion finds.

The second opinion (``naive``, ``naive_reporting``, ``naive_handoffs``) is written from the triggers of the catalogue in
plain dictionaries, without networkx and without a line of the program's rules.
"""

import os
import re
from random import Random

import pytest

from salesorg_gui.rules.all_rules import HANDOFFS, REPORTING
from salesorg_gui.rules.examine import examine
from tests.rules.builders import ENGLISH
from tests.rules.naive import Found, World, world
from tests.rules.naive_handoffs import Course, Deals
from tests.rules.naive_reporting import Reporting, overlaps
from tests.rules.random_plans import random_plan

PLANS = int(os.environ.get("SALESORG_NAIVE_PLANS", "240"))
"""How many plans are compared; all 2 000 before a release."""
BUNDLES = 16
"""So that the plans spread over several workers."""
ONE_OF_SEVERAL = {"report-too-many-layers", "handoff-too-many"}
"""Rules that show one of several ways that are equally long: compared by the length they tell."""


def second_opinion(seed: int) -> World:
    """What the naive rules find on a random plan."""
    found = world(random_plan(Random(seed)), ENGLISH)
    Reporting(found).all()
    Course(found).all()
    Deals(found).all()
    overlaps(found)
    return found


@pytest.mark.slow
def test_the_plans_are_crooked_in_every_way() -> None:
    opinions = [second_opinion(seed) for seed in range(60)]
    told = {rule for one in opinions for rule, _severity, _subjects in one.found}
    counted = {rule for one in opinions for rule in one.counted}
    assert {rule.id for rule in (*REPORTING, *HANDOFFS)} == told | counted


@pytest.mark.slow
@pytest.mark.parametrize("bundle", range(BUNDLES))
def test_a_plain_second_opinion_finds_the_same(bundle: int) -> None:
    for seed in range(bundle, PLANS, BUNDLES):
        opinion = second_opinion(seed)
        found: Found = set()
        counted: dict[str, int] = {}
        for one in examine(opinion.plan, opinion.chart, ENGLISH, (*REPORTING, *HANDOFFS)):
            if one.rule in ONE_OF_SEVERAL:
                counted[one.rule] = int(re.findall(r"\d+", one.message)[0])
            else:
                found.add((one.rule, one.severity.value, one.subjects))
        assert found - opinion.found == set(), seed
        assert opinion.found - found == set(), seed
        assert counted == opinion.counted, seed
