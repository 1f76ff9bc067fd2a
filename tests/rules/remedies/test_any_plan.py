"""Whatever the plan: a remedy that is offered works, settles its finding, and is taken back exactly."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.companies import company
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import Edit
from salesorg_gui.domain.history import History, Step
from salesorg_gui.domain.ids import HandoffId, LineId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import LineKind
from salesorg_gui.rules.examination import Examination
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Finding, Severity
from salesorg_gui.rules.remedies.offering import remedies
from tests.rules.builders import ENGLISH, plan_of
from tests.rules.cases.applying import applied
from tests.rules.test_examine import charts

FINDINGS = 4
"""So many findings of a plan are tried: each rule's first, in random order."""

EXAMINATION = Examination()


def errors(plan: Plan) -> list[str]:
    found = examine(plan, plan.first_chart, ENGLISH)
    return [one.rule for one in found if one.severity is Severity.ERROR]


def brings(plan: Plan, after: Plan) -> int:
    """How many errors of some rules there are more."""
    before, now = errors(plan), errors(after)
    return sum(max(0, now.count(rule) - before.count(rule)) for rule in set(now))


def undone(before: Plan, edit: Edit) -> Plan:
    """The plan after doing and undoing it."""
    history = History()
    history.record(Step(edit.label, before, applied(before, edit), before.first_chart.id))
    step = history.undo()
    assert step is not None
    return step.before


def try_out(plan: Plan, finding: Finding, examination: Examination) -> None:
    """One examination looks at many plans: what it remembers of the others must not show."""
    chart = plan.first_chart
    ways = remedies(plan, chart, ENGLISH, finding, examination)
    assert [way.errors for way in ways] == sorted(way.errors for way in ways)
    assert len({way.label for way in ways}) == len(ways)
    for way in ways:
        after = applied(plan, way.edit)
        again = [one.subjects for one in examine(after, after.first_chart, ENGLISH) if one.rule == finding.rule]
        assert finding.subjects not in again, way.label
        assert way.errors == brings(plan, after)
        assert undone(plan, way.edit) == plan
        assert way.label.strip()


def some_of(plan: Plan, chance: Random) -> list[Finding]:
    firsts: dict[str, Finding] = {}
    for finding in examine(plan, plan.first_chart, ENGLISH):
        firsts.setdefault(finding.rule, finding)
    return chance.sample(list(firsts.values()), min(FINDINGS, len(firsts)))


@settings(max_examples=40, deadline=None)
@given(charts(), st.randoms(use_true_random=False))
def test_what_is_offered_works_on_any_chart(drawn: Chart, chance: Random) -> None:
    plan = plan_of(drawn)
    for finding in some_of(plan, chance):
        try_out(plan, finding, EXAMINATION)


def disturbed(plan: Plan, chance: Random) -> Plan:
    """The plan with some lines and handoffs gone, turned, dotted, doubled or without what they said."""
    chart = plan.first_chart
    lines, handoffs, seats = dict(chart.lines), dict(chart.handoffs), list(chart.seats)
    for line in [lines[name] for name in chance.sample(sorted(lines), min(5, len(lines)))]:
        twin = replace(line, id=LineId(f"{line.id}-2"), manager=chance.choice(seats))
        gone = line if chance.random() < 0.5 else None
        other = chance.choice([twin, replace(line, kind=LineKind.DOTTED), replace(line, manager=chance.choice(seats))])
        lines[other.id] = other
        if gone is not None:
            lines.pop(gone.id)
    for handoff in [handoffs[name] for name in chance.sample(sorted(handoffs), min(6, len(handoffs)))]:
        odd = (
            replace(handoff, id=HandoffId(f"{handoff.id}-2")),
            replace(handoff, target=chance.choice(seats)),
            replace(handoff, object=None),
            replace(handoff, limit_hours=chance.choice([None, 900.0]), condition=""),
        )
        del handoffs[handoff.id]
        if chance.random() < 0.8:
            handoffs.update((one.id, one) for one in (handoff, chance.choice(odd)))
    return plan.with_chart(replace(chart, lines=lines, handoffs=handoffs))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_what_is_offered_works_on_a_company_gone_wrong(seed: int) -> None:
    chance = Random(seed)
    plan = disturbed(company(chance.choice((12, 30, 60))), chance)
    for finding in some_of(plan, chance):
        try_out(plan, finding, EXAMINATION)
