"""Of a company four times as large no rule takes much more than four times the steps.

Steps are counted, not timed: calls, and turns of loops. They are the same on every machine.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Rule
from tests.rules.builders import ENGLISH
from tests.rules.crowds import crowd

SEATS, TIMES, MOST_GROWTH = 60, 4, 6
A_SEAT = 10
"""So many steps for each seat a rule may begin to take at some size: below it there was nothing for it to look at."""
EVENTS = sys.monitoring.events
COUNTED = (EVENTS.PY_START, EVENTS.PY_RESUME, EVENTS.CALL, EVENTS.JUMP)


def steps(work: Callable[[], object]) -> int:
    """How many steps some work takes."""
    monitoring, tool, taken = sys.monitoring, sys.monitoring.OPTIMIZER_ID - 1, 0

    def step(*_: object) -> None:
        nonlocal taken
        taken += 1

    monitoring.use_tool_id(tool, "steps")
    for event in COUNTED:
        monitoring.register_callback(tool, event, step)
    monitoring.set_events(tool, sum(COUNTED))
    try:
        work()
    finally:
        monitoring.set_events(tool, 0)
        for event in COUNTED:
            monitoring.register_callback(tool, event, None)
        monitoring.free_tool_id(tool)
    return taken


@cache
def plan_of(size: int) -> Plan:
    """The company of so many seats; asked about once, so that what is kept with the catalogue is there."""
    plan = crowd(size, has_circles=True)
    examine(plan, plan.first_chart, ENGLISH)
    return plan


def fresh(size: int) -> Plan:
    """The same company, of which nothing was reckoned yet."""
    plan = plan_of(size)
    return replace(plan, charts={id: replace(chart) for id, chart in plan.charts.items()})


def from_scratch(rule: Rule, size: int) -> int:
    """Steps to ask one rule, with all it reads and all it says."""
    plan = fresh(size)
    return steps(lambda: examine(plan, plan.first_chart, ENGLISH, (rule,)))


def alone(rule: Rule, size: int) -> int:
    """Steps of the rule itself when all it reads is there already."""
    plan = fresh(size)
    org = Organisation.of(plan, plan.first_chart, ENGLISH)
    limits = org.rulebook[rule.id].limits
    list(rule.examine(org, limits))
    return steps(lambda: list(rule.examine(org, limits)))


def test_steps_that_are_counted_tell_a_square_from_a_line() -> None:
    def square(size: int) -> int:
        return sum(one == other for one in range(size) for other in range(size))

    assert steps(lambda: sum(one > 1 for one in range(400))) < 6 * steps(lambda: sum(one > 1 for one in range(100)))
    assert steps(lambda: square(400)) > 10 * steps(lambda: square(100))


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_company_four_times_as_large_takes_a_rule_little_more_than_four_times_the_steps(rule: Rule) -> None:
    large = TIMES * SEATS
    assert from_scratch(rule, large) <= MOST_GROWTH * from_scratch(rule, SEATS)
    assert alone(rule, large) <= MOST_GROWTH * alone(rule, SEATS) + A_SEAT * large
