"""What is kept from edit to edit equals what is found from scratch, whatever is done in between."""

import os
from dataclasses import dataclass, field, replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.companies import company
from salesorg_gui import i18n
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused, PlanEdit
from salesorg_gui.domain.edits.plan import Accept, SetAnswer, SetParameter
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import Key, Kind, SeatId, SegmentId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Person, Segment
from salesorg_gui.rules.examination import Examination
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Findings
from tests.domain.random_editing import Hand
from tests.layout.charts import random_chart
from tests.rules.builders import ENGLISH, chart, handoff, line, plan_of, pod, seat
from tests.rules.cases.pods import busy
from tests.rules.random_plans import random_edit, random_plan

pytestmark = pytest.mark.usefixtures("small_leaves")

STORIES = int(os.environ.get("SALESORG_STORIES", "6"))
"""How many stories each test tells; a nightly run may want hundreds."""
LONG = 120
"""Steps after which little is left as it was."""


@dataclass(slots=True)
class Story:
    """A plan under a hand, examined after every step in both ways."""

    plan: Plan
    examination: Examination = field(default_factory=Examination)
    past: list[Plan] = field(default_factory=list)

    def step(self, hand: Hand) -> None:
        """An edit, now and then an edit undone, another chart, other limits, answers or acceptances."""
        chance = hand.chance
        try:
            match chance.random():
                case number if number < 0.1 and self.past:
                    self.plan = chance.choice(self.past)
                case number if number < 0.2:
                    self.plan = chance.choice(PLAN_STEPS)(hand, self.plan)
                case number if number < 0.6:
                    self.plan = random_edit(chance, self.plan)
                case _:
                    edit = hand.edit(self.plan)
                    self.plan = edit.revise(self.plan) if isinstance(edit, PlanEdit) else self.plan
        except EditRefused:
            return
        self.past.append(self.plan)
        self.look(chance.choice(list(self.plan.charts.values())) if chance.random() < 0.1 else self.plan.first_chart)

    def look(self, shown: Chart) -> Findings:
        """Both ways find the same."""
        kept = self.examination(self.plan, shown, ENGLISH)
        anew = examine(self.plan, replace(shown), ENGLISH)
        assert set(kept.found) - set(anew.found) == set()
        assert set(anew.found) - set(kept.found) == set()
        assert kept == anew
        return kept


def _limit(hand: Hand, plan: Plan) -> Plan:
    text = hand.chance.choice(list(ENGLISH.rules.values()))
    names = [*text.params, "off", "severity"]
    value = hand.chance.choice((0, 1, 2, 5, True, "hint", None))
    return SetParameter(text.id, hand.chance.choice(names), value).revise(plan)


def _answer(hand: Hand, plan: Plan) -> Plan:
    question = hand.chance.choice(list(ENGLISH.questions.values()))
    value = hand.chance.choice((0, 3, 40.0, True, False, None, *question.choices))
    return SetAnswer(question.id, value).revise(plan)


def _accept(hand: Hand, plan: Plan) -> Plan:
    found = examine(plan, plan.first_chart, ENGLISH).found
    if not found:
        return plan
    one = hand.chance.choice(found)
    return plan.with_chart(Accept(one.rule, one.subjects, hand.chance.choice(("For now", ""))).apply(plan.first_chart))


PLAN_STEPS = (_limit, _answer, _accept)


def told(seed: int, plan: Plan, steps: int) -> None:
    """A whole story."""
    hand, story = Hand(Random(seed)), Story(plan)
    story.look(plan.first_chart)
    for _step in range(steps):
        story.step(hand)


@settings(deadline=None, max_examples=STORIES)
@given(st.integers(0, 100_000))
def test_kept_findings_are_those_from_scratch_on_drawings(seed: int) -> None:
    drawn = random_chart(seed, 5 + seed % 40, free=0.2)
    told(seed, Plan(charts={drawn.id: drawn}), 8)


@settings(deadline=None, max_examples=STORIES)
@given(st.integers(0, 100_000))
def test_kept_findings_are_those_from_scratch_on_organisations(seed: int) -> None:
    told(seed, random_plan(Random(seed)), 8)


@pytest.mark.parametrize("seed", range(2))
def test_kept_findings_are_those_from_scratch_after_many_edits(seed: int) -> None:
    told(seed, random_plan(Random(seed), 40), LONG)


def test_seats_that_go_with_all_they_are_bound_to_leave_nothing_behind() -> None:
    """Sellers, closers, leaders and pod leads of a company, one after the other, and back again."""
    chance, story = Random(7), Story(company(200))
    story.look(story.plan.first_chart)
    for _step in range(40):
        chart = story.plan.first_chart
        gone = [Key(Kind.SEAT, id) for id in chance.sample(sorted(chart.seats), chance.choice((1, 1, 1, 3)))]
        story.past.append(story.plan)
        story.plan = story.plan.with_chart(Remove(tuple(gone), "Remove").apply(chart))
        if chance.random() < 0.2:
            story.plan = chance.choice(story.past)
        story.look(story.plan.first_chart)


def test_every_rule_is_asked_again_when_the_language_changes() -> None:
    plan = plan_of(chart([seat("a"), seat("b")]))
    examination = Examination()
    assert examination(plan, plan.first_chart, ENGLISH) == examine(plan, plan.first_chart, ENGLISH)
    swedish = load("sv")
    assert examination(plan, plan.first_chart, swedish) == examine(plan, plan.first_chart, swedish)
    try:
        i18n.use("sv")
        assert examination(plan, plan.first_chart, swedish) == examine(plan, plan.first_chart, swedish)
    finally:
        i18n.use("en")


def test_a_name_reaches_every_sentence_that_tells_it() -> None:
    crew = [seat("head", "head_of_sales"), *(seat(f"r{number}") for number in range(12))]
    drawn = chart(crew, [f"r{number} > head" for number in range(12)])
    examination, plan = Examination(), plan_of(drawn)
    examination(plan, drawn, ENGLISH)
    renamed = drawn.with_records([replace(drawn.seats[SeatId("head")], people=(Person("Kim Berg"),))])
    told = [one.message for one in examination(plan.with_chart(renamed), renamed, ENGLISH)]
    assert any("Kim Berg" in message for message in told)


def test_a_namesake_far_away_gets_its_pod_added() -> None:
    drawn = chart(
        [seat("a", names=["Kim"], pod="p"), seat("b", names=["Bo"]), seat("c")], ["c > b"], pods=[pod("p", "East")]
    )
    examination, plan = Examination(), plan_of(drawn)
    examination(plan, drawn, ENGLISH)
    renamed = drawn.with_records([replace(drawn.seats[SeatId("b")], people=(Person("Kim"),))])
    messages = [one.message for one in examination(plan.with_chart(renamed), renamed, ENGLISH)]
    assert any("Kim (East)" in message for message in messages)


def test_a_line_to_a_seat_that_comes_back_counts_again() -> None:
    drawn = chart([seat("a", "head_of_sales"), seat("b"), seat("c")]).with_records([line("b > a"), line("c > a")])
    examination, plan = Examination(), plan_of(drawn)
    before = examination(plan, drawn, ENGLISH)
    gone = replace(drawn, seats={id: one for id, one in drawn.seats.items() if id != "a"})
    without = examination(plan.with_chart(gone), gone, ENGLISH)
    assert without == examine(plan.with_chart(gone), gone, ENGLISH) != before
    assert examination(plan, drawn, ENGLISH) == before


def test_what_a_far_seat_or_segment_says_reaches_whom_it_concerns() -> None:
    """The number of sellers, and the name of an industry around one's own."""
    hunter = seat("m", "account_manager", add=["outbound_prospecting"])
    knows = replace(seat("e"), people=(Person("Eva", industries=("Steel",)),))
    inner = Segment(SegmentId("in"), "vertical", "Rails", parent=SegmentId("out"), owners=(knows.id,))
    outer = Segment(SegmentId("out"), "vertical", "Trains")
    drawn = chart([hunter, knows, seat("team", headcount=4)], segments=[inner, outer])
    examination, plan = Examination(), plan_of(drawn)
    examination(plan, drawn, ENGLISH)
    for other in (replace(drawn.seats[SeatId("team")], headcount=9), replace(outer, value="Steel")):
        plan = plan.with_chart(plan.first_chart.with_records([other]))
        assert examination(plan, plan.first_chart, ENGLISH) == examine(plan, plan.first_chart, ENGLISH)


def test_work_that_no_longer_comes_from_far_away_reaches_the_pod_that_did_it() -> None:
    """Whoever hands on to the closers stands outside the pod; what it gets itself is another step away."""
    drawn = busy(100, closing=1)
    further = replace(next(iter(drawn.sources.values())), id=SourceId("far"))
    coming = handoff("far > hub: raw_lead")
    drawn = drawn.with_records([seat("hub", "inbound_sdr"), further, coming, handoff("hub > ae: qualified_lead")])
    examination, plan = Examination(), plan_of(drawn)
    before = examination(plan, drawn, ENGLISH)
    after = drawn.without([Key(Kind.HANDOFF, coming.id)])
    kept = examination(plan.with_chart(after), after, ENGLISH)
    assert kept == examine(plan.with_chart(after), replace(after), ENGLISH)
    assert ["pod-mix-advice" in {one.rule for one in some.found} for some in (before, kept)] == [True, False]


def test_an_empty_chart_gives_nothing_and_is_no_hindrance() -> None:
    examination, plan = Examination(), plan_of(chart([seat("a")]))
    first = examination(plan, plan.first_chart, ENGLISH)
    assert examination(plan_of(Chart()), Chart(), ENGLISH) == Findings()
    assert examination(plan, plan.first_chart, ENGLISH) == first
