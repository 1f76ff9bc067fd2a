"""What is reckoned anew around an edit equals what is reckoned of the whole chart, to the last digit."""

import os
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.companies import company
from salesorg_gui.capacity import after_edit, bottleneck, flow
from salesorg_gui.capacity.capacity import Capacity, NoCapacity, reckoned
from salesorg_gui.capacity.current import Bed, Current, current_of
from salesorg_gui.capacity.figures import situation_of
from salesorg_gui.capacity.ground import Ground
from salesorg_gui.capacity.linear import EndlessReturns
from salesorg_gui.capacity.loads import loads_after, loads_of
from salesorg_gui.capacity.reckoner import Reckoner
from salesorg_gui.capacity.springs import Springs
from salesorg_gui.capacity.work import Part, work_of
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused, PlanEdit
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Record
from tests.capacity.test_capacity import LINE, likely, line, sources, team
from tests.domain.random_editing import Hand
from tests.rules.builders import ENGLISH, handoff, plan_of, seat
from tests.rules.random_plans import random_edit, random_plan

pytestmark = pytest.mark.usefixtures("small_leaves")

STORIES = 3 * int(os.environ.get("SALESORG_STORIES", "6"))


def duties(plan: Plan, chart: Chart) -> Duties:
    return Duties(chart, ENGLISH.with_plan_roles(plan.roles))


def told(found: Capacity) -> list[object]:
    """What a capacity says of a chart, with what is only reckoned when somebody asks."""
    parts = [(found.have(part), found.need(part), found.workers[part]) for part in Part]
    times = [found.time(id, part) for part in Part for id in found.workers[part]]
    roster = [found.roster.alone, found.roster.set_apart, found.roster.closers]
    flows = [found.flow.customers, found.flow.along, found.flow.lost]
    return [parts, times, roster, found.qualified, found.bottleneck, dict(found.through), *flows]


def answer(reckon: Callable[[], Capacity]) -> Capacity | str:
    """The capacity, or the words in which it is refused."""
    try:
        return reckon()
    except NoCapacity as refusal:
        return str(refusal)


def check(reckoner: Reckoner, plan: Plan) -> None:
    chart, situation = plan.first_chart, situation_of(plan, ENGLISH)
    anew = answer(lambda: reckoned(duties(plan, replace(chart)), situation))
    found = answer(lambda: reckoner(duties(plan, chart), situation))
    if isinstance(anew, str) or isinstance(found, str):
        assert found == anew
        return
    assert (found.works, found.loads, found.flow) == (anew.works, anew.loads, anew.flow)
    assert list(found.works) == list(found.loads) == list(anew.works)
    assert told(found) == told(anew)


@settings(deadline=None, max_examples=STORIES)
@given(st.integers(0, 100_000))
def test_every_edit_of_a_random_plan_is_reckoned_as_the_whole_chart_is(seed: int) -> None:
    hand, reckoner = Hand(Random(seed)), Reckoner()
    plan = random_plan(hand.chance)
    for _step in range(12):
        check(reckoner, plan)
        try:
            edit = hand.edit(plan) if hand.chance.random() < 0.5 else None
            plan = edit.revise(plan) if isinstance(edit, PlanEdit) else random_edit(hand.chance, plan)
        except EditRefused:
            continue


@settings(deadline=None, max_examples=STORIES)
@given(st.integers(0, 100_000))
def test_so_is_an_edit_of_a_company_of_many_pods(seed: int) -> None:
    chance, reckoner = Random(seed), Reckoner()
    plan = company(120)
    for _step in range(6):
        check(reckoner, plan)
        plan = random_edit(chance, plan)


def asked(reckoner: Reckoner, chart: Chart) -> Capacity:
    plan = plan_of(chart)
    return reckoner(duties(plan, chart), situation_of(plan, ENGLISH))


TWO = (
    *("in > sdr: raw_lead", "out > hunter: target_prospect", "sdr > ae: qualified_lead", "ae > csm: signed_customer"),
    *("hunter > second: qualified_lead", "second > other: signed_customer"),
)
BOTH = (*team(), seat("second"), seat("other", "customer_success_manager"))


def test_what_is_drawn_alike_is_solved_once() -> None:
    found = asked(Reckoner(), company(120).first_chart)
    assert len({id(one.current) for one in found.flow.basins}) < len(found.flow.basins)
    doubled = found.at(2.0).flow.basins
    assert len({id(one.current) for one in doubled}) == len({id(one.current) for one in found.flow.basins})


def test_basins_far_from_the_edit_stay_what_they_are() -> None:
    reckoner, drawn = Reckoner(), line(240, 300, BOTH, TWO)
    before = asked(reckoner, drawn)
    after = asked(reckoner, drawn.with_records([replace(BOTH[2], role=BOTH[1].role)]))
    assert [one.seats for one in before.flow.basins] == [("ae", "csm", "sdr"), ("hunter", "other", "second")]
    same = [one is other for one, other in zip(before.flow.basins, after.flow.basins, strict=True)]
    assert same == [False, True]


@pytest.mark.parametrize(
    "record",
    [
        handoff("sdr > second: qualified_lead", id="bridge"),
        likely("other > sdr: rejected_lead", 0.1, id="back"),
        handoff("in > hunter: raw_lead", id="more"),
        handoff("in > ae: hot_lead", id="hot"),
        handoff("out > gone: target_prospect", id="nowhere"),
        seat("gone", "outbound_sdr"),
        *sources(480, 600),
    ],
)
def test_two_basins_become_one_and_two_again(record: Record) -> None:
    reckoner, drawn = Reckoner(), line(240, 300, BOTH, TWO)
    for chart in (drawn, drawn.with_records([record]), drawn):
        check(reckoner, plan_of(chart))
    check(Reckoner(), plan_of(drawn.with_records([record])))


def test_a_seat_that_comes_where_a_handoff_of_a_source_leads_takes_its_part() -> None:
    reckoner = Reckoner()
    waiting = line(240, 300, team(), (*LINE, handoff("in > late: raw_lead", id="late")))
    check(reckoner, plan_of(waiting))
    check(reckoner, plan_of(waiting.with_records([seat("late", "inbound_sdr")])))
    check(reckoner, plan_of(waiting))


def test_today_s_customers_are_shared_out_anew_among_all_who_keep_them() -> None:
    reckoner, drawn = Reckoner(), line(240, 300, BOTH, TWO)
    for chart in (drawn, drawn.with_records([replace(BOTH[3], fte=3.0)])):
        check(reckoner, plan_of(chart, {"customers": 90}))
    check(reckoner, plan_of(chart, {"customers": 30}))
    check(reckoner, plan_of(chart))


def test_who_has_less_time_than_before_the_edit_holds_back_after_it() -> None:
    reckoner, drawn = Reckoner(), line(240, 300, BOTH, TWO)
    check(reckoner, plan_of(drawn))
    tired = drawn.with_records([replace(BOTH[2], fte=0.1)])
    check(reckoner, plan_of(tired))
    assert "ae" in asked(reckoner, tired).bottleneck.seats


def test_who_has_no_time_left_holds_back_where_all_got_through() -> None:
    """Nothing else flows than before, but a crew that was free is not."""
    reckoner, drawn = Reckoner(), line(100, 100, team(1, 1, 1, 2))
    assert asked(reckoner, drawn).bottleneck.seats == ()
    tired = drawn.with_records([replace(drawn.seats[SeatId("ae")], fte=0.1)])
    for chart in (tired, drawn, tired):
        check(reckoner, plan_of(chart))
    assert asked(reckoner, tired).bottleneck.seats == ("ae",)


def test_only_what_is_around_the_edit_is_solved(monkeypatch: pytest.MonkeyPatch) -> None:
    reckoner, drawn = Reckoner(), line(240, 300, BOTH, TWO)
    asked(reckoner, drawn)
    solved: list[Bed] = []

    def counted(bed: Bed) -> Current:
        solved.append(bed)
        return current_of(bed)

    monkeypatch.setattr("salesorg_gui.capacity.basin.current_of", counted)
    asked(reckoner, drawn.with_records([handoff("ae > csm: key_customer", id="x")]))
    assert len(solved) == 1
    monkeypatch.setattr(after_edit, "MOST", 100)
    asked(reckoner, drawn)
    assert len(solved) == 3, "where much differs all is solved anew"


def crowded(chance: Random) -> Chart:
    """Lines side by side, fed by the same sources, of which some have too little time."""
    seats, ways = [], []
    for n in range(chance.randint(1, 5)):
        ftes = [chance.choice((0.2, 0.5, 1.0, 3.0)) for _seat in range(4)]
        for one, amount in zip(team(), ftes, strict=True):
            seats.append(replace(one, id=SeatId(f"{one.id}{n}"), fte=amount))
        for text in LINE:
            giver, taker = text.partition(":")[0].split(" > ")
            there = giver if giver in {"in", "out"} else f"{giver}{n}"
            ways.append(handoff(f"{there} > {taker}{n}:{text.partition(':')[2]}"))
    return line(chance.choice((50, 200, 900)), chance.choice((0, 100, 600)), seats, ways)


@settings(deadline=None)
@given(st.integers(0, 100_000))
def test_what_is_seen_crew_by_crew_is_what_the_search_through_the_whole_finds(seed: int) -> None:
    found = asked(Reckoner(), crowded(Random(seed)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bottleneck, "all_get_through", lambda *_: False)
        searched = replace(found).bottleneck
    assert found.bottleneck.seats == searched.seats
    assert (found.bottleneck.flow, found.bottleneck.demand) == pytest.approx((searched.flow, searched.demand))


@pytest.mark.parametrize("number", range(20))
def test_what_is_told_at_once_of_many_teams_is_what_is_told_of_each_seat_alone(number: int) -> None:
    chance = Random(number)
    plan = company(140) if number % 2 else random_plan(chance)
    given = plan.first_chart
    chart = given.with_records(replace(one, fte=chance.choice((0.5, 1.0))) for one in given.seats.values())
    asked, figures = duties(plan, chart), situation_of(plan, ENGLISH).figures
    situation = replace(situation_of(plan, ENGLISH), base=900)
    works = work_of(asked)
    ground = Ground.of(chart, asked.catalogue, works, figures)
    try:
        found = flow.flow_of(ground)
    except EndlessReturns:
        found = flow.Flow(chart.seat_ids, Springs.of(ground))
    else:
        assert flow.flow_after(flow.Flow(), ground, found.springs, works) == found
    assert loads_of(works, found, situation) == loads_after({}, works, found, situation, works)
