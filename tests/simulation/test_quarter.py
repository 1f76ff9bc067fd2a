"""A quarter run through charts: it agrees with the closed formulas where these hold, and says what breaks where not."""

from dataclasses import replace
from itertools import pairwise
from math import factorial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.capacity.capacity import NoCapacity, capacity_of
from salesorg_gui.capacity.formulas import wait_hours
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, SeatId
from salesorg_gui.domain.records import Handoff  # noqa: TC001 - names what a test builds
from salesorg_gui.simulation.model import Model, model_of, working_hours
from salesorg_gui.simulation.quarter import Measured, Quarter, measured, quarter, student
from salesorg_gui.simulation.run import Wishes, run
from tests.capacity.test_capacity import LINE, likely, line, reckoned, team
from tests.rules.builders import ENGLISH, handoff, seat
from tests.rules.random_plans import random_plan

FIGURES = load("en").capacity
SDR, AE, CSM = SeatId("sdr"), SeatId("ae"), SeatId("csm")
STEADY = Wishes(weeks=20, away_days=0, warmup=5)


def model(drawn: Chart, base: float = 0) -> Model:
    return model_of(reckoned(drawn, base))


def steady(drawn: Chart, seed: int = 1, runs: int = 6) -> Quarter:
    """A long stretch in which nobody is away, after the queues have settled."""
    return quarter(model(drawn), STEADY, seed, runs)


def wide(one: Measured) -> Measured:
    """The same with an interval so wide that twenty of twenty lie in it."""
    reach = one.high - one.mean
    return Measured(one.mean, one.mean - 2.2 * reach, one.mean + 2.2 * reach)


def queue_wait(leads: float, servers: int) -> float:
    """Mean wait in hours with so many full-time servers (Erlang's C formula, M/M/c)."""
    hours = FIGURES.hours_per_week * FIGURES.weeks_per_month
    arriving, served = leads / hours, FIGURES.inbound_leads_per_fte / hours
    offered = arriving / served
    full = offered**servers / factorial(servers) * servers / (servers - offered)
    waiting = full / (sum(offered**count / factorial(count) for count in range(servers)) + full)
    return waiting / (servers * served - arriving)


@pytest.mark.parametrize("seed", range(20))
def test_one_person_waits_as_the_closed_formula_says(seed: int) -> None:
    found = steady(line(240, 0, team(1, 1, 4, 4)), seed)
    assert wide(found.desks[SDR].wait).holds(wait_hours(240, 1.0, FIGURES))
    assert found.desks[SDR].busy.mean == pytest.approx(0.6, abs=0.06)


@pytest.mark.parametrize("seed", range(20))
def test_several_people_wait_as_the_closed_formula_says(seed: int) -> None:
    shared = (replace(seat("sdr", "inbound_sdr"), headcount=3), *team(1, 1, 20, 20)[1:])
    found = steady(line(900, 0, shared), seed, runs=4)
    assert wide(found.desks[SDR].wait).holds(queue_wait(900, 3))


def test_customers_are_as_many_as_flow_through_the_chart() -> None:
    drawn = line(400, 600, team(2, 4, 6, 4))
    found = steady(drawn, runs=10)
    months = STEADY.weeks / FIGURES.weeks_per_month
    assert wide(found.customers).holds(reckoned(drawn).flow.customers * months)
    assert wide(found.leads).holds(1000 * months)


def test_the_same_seed_gives_the_same_quarter_and_another_one_another() -> None:
    drawn = line(240, 300)
    one, again, other = (quarter(model(drawn), Wishes(), seed, runs=3) for seed in (7, 7, 8))
    assert one == again
    assert one.customers != other.customers


def test_what_nobody_has_time_for_piles_up_week_by_week() -> None:
    found = quarter(model(line(800, 0, team(1, 1, 9, 9))), Wishes(away_days=0), runs=4)
    queue = found.desks[SDR].queue
    assert len(queue) == 13
    assert all(later > earlier for earlier, later in pairwise(queue))
    assert queue[-1] == pytest.approx(400 * 3, rel=0.15)
    assert found.desks[SDR].busy.mean > 0.97


def test_a_desk_with_all_its_time_taken_serves_nobody() -> None:
    found = quarter(model(line(240, 0, team(2, 1, 9, 1)), base=50), Wishes(away_days=0), runs=2)
    assert found.desks[CSM].busy.mean == 0
    assert found.desks[CSM].queue[-1] == found.desks[CSM].served > 0


def test_people_away_make_customers_wait() -> None:
    drawn = model(line(240, 0, team(1, 1, 4, 4)))
    here, gone = (quarter(drawn, Wishes(away_days=days), runs=6).desks[SDR].wait for days in (0, 15))
    assert gone.low > here.high


def test_time_limits_break_as_often_as_waits_are_longer() -> None:
    tight, loose = (
        quarter(
            model(line(320, 0, team(1, 1, 9, 9), [replace(handoff(LINE[0], id="h"), limit_hours=limit), *LINE[1:]])),
            Wishes(away_days=0),
            runs=6,
        ).handoffs[HandoffId("h")]
        for limit in (1, 48)
    )
    assert tight.count.mean == loose.count.mean > 900
    assert tight.broken is not None
    assert loose.broken is not None
    assert tight.broken.mean > loose.broken.mean
    assert 0.2 < tight.broken.mean < 0.7


def test_a_handoff_without_a_limit_cannot_break() -> None:
    ways: list[str | Handoff] = [replace(handoff(LINE[0], id="h"), limit_hours=None), *LINE[1:]]
    found = quarter(model(line(320, 0, team(1, 1, 9, 9), ways)), Wishes(), runs=2)
    assert found.handoffs[HandoffId("h")].broken is None


def test_hot_leads_are_taken_before_those_that_wait() -> None:
    ways = (*LINE, handoff("in > ae: hot_lead", id="hot"))
    found = quarter(model(line(700, 0, team(2, 1, 3.5, 9), ways)), Wishes(away_days=0), runs=6)
    hot, usual = found.handoffs[HandoffId("hot")], found.handoffs[HandoffId("h sdr > ae: qualified_lead")]
    assert hot.wait.high < usual.wait.low


def test_what_comes_back_is_worked_on_again() -> None:
    back = replace(likely("ae > sdr: rejected_lead", 0.5, "back"), is_return=True)
    plain, returning = (
        quarter(model(line(240, 0, team(2, 1, 9, 9), ways)), Wishes(away_days=0), runs=4)
        for ways in (LINE, (*LINE, back))
    )
    assert returning.handoffs[HandoffId("back")].count.mean > 50
    assert returning.desks[SDR].served > plain.desks[SDR].served * 1.05


def test_nothing_happens_where_nobody_comes() -> None:
    found = quarter(model(line(0, 0)), Wishes(), runs=2)
    assert (found.leads.mean, found.contact, dict(found.desks), dict(found.handoffs)) == (0, None, {}, {})


def test_speed_to_lead_is_told_as_a_distribution() -> None:
    contact = steady(line(240, 0, team(1, 1, 4, 4))).contact
    assert contact is not None
    assert contact.median < contact.mean.mean < contact.ninth
    shares = list(contact.within.values())
    assert shares == sorted(shares)
    assert 0.3 < shares[0] < shares[-1] == pytest.approx(1.0, abs=0.01)


def test_who_looks_on_is_told_how_far_it_is_and_may_call_it_off() -> None:
    heard: list[float] = []

    class Enough(Exception):
        pass

    def watch(share: float) -> None:
        heard.append(share)
        if share > 0.5:
            raise Enough

    with pytest.raises(Enough):
        quarter(model(line(240, 0)), Wishes(weeks=4), runs=4, watch=watch)
    assert heard == sorted(heard)
    assert len(heard) > 5


@pytest.mark.parametrize(
    ("limit", "hours"), [(0.5, 0.5), (1, 1), (8, 8), (20, 8), (24, 8), (25, 9), (48, 16), (168, 56)]
)
def test_a_day_of_a_limit_is_a_working_day(limit: float, hours: float) -> None:
    assert working_hours(limit, 8.0) == hours


@pytest.mark.parametrize(("freedom", "quantile"), [(4, 2.776), (9, 2.262), (19, 2.093), (120, 1.980)])
def test_intervals_go_by_students_distribution(freedom: int, quantile: float) -> None:
    assert student(freedom) == pytest.approx(quantile, abs=2e-3)


def test_one_run_alone_has_no_interval() -> None:
    assert measured([3.0]) == Measured(3.0, 3.0, 3.0)
    assert measured([1.0, 3.0]).mean == 2.0


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 100_000))
def test_any_chart_can_be_run_and_nobody_is_served_twice(seed: int) -> None:
    plan = random_plan(Random(seed))
    for drawn in plan.charts.values():
        try:
            capacity = capacity_of(plan, drawn, ENGLISH)
        except NoCapacity:
            continue
        seen = run(model_of(capacity), Wishes(weeks=2, away_days=1), Random(seed), lambda _share: None)
        assert seen.customers <= seen.arrived
        assert all(tally.broken <= tally.limited <= tally.count for tally in seen.handoffs.values())
        assert all(busy >= 0 for busy in seen.busy.values())
