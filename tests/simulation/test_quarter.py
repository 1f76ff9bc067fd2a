"""A quarter run through charts: it agrees with the closed formulas where these hold, and says what breaks where not."""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import exp, factorial, inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.capacity.capacity import NoCapacity, capacity_of
from salesorg_gui.capacity.formulas import wait_hours
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, SeatId
from salesorg_gui.domain.records import Handoff, Json
from salesorg_gui.simulation.calendar import Calendar
from salesorg_gui.simulation.charted import model_of
from salesorg_gui.simulation.contact import contact_of
from salesorg_gui.simulation.measured import Measured, measured, quantile, student
from salesorg_gui.simulation.model import Model, working_hours
from salesorg_gui.simulation.quarter import Progress, Quarter, TooMany, quarter
from salesorg_gui.simulation.run import Wishes, run
from tests.capacity.test_capacity import LINE, likely, line, reckoned, sources, team
from tests.rules.builders import ENGLISH, chart, handoff, seat
from tests.rules.random_plans import random_plan

FIGURES = load("en").capacity
SDR, AE, CSM = SeatId("sdr"), SeatId("ae"), SeatId("csm")
STEADY = Wishes(weeks=20, away_days=0, warmup=5)


def model(drawn: Chart, base: float = 0) -> Model:
    return model_of(reckoned(drawn, base))


def steady(drawn: Chart, seed: int = 1, runs: int = 6) -> Quarter:
    """A long stretch in which nobody is away, after the queues have settled."""
    return quarter(model(drawn), STEADY, seed, runs)


@cache
def one_person(seed: int) -> Quarter:
    """One person alone at the first desk; several tests look at the same runs."""
    return steady(line(240, 0, team(1, 1, 4, 4)), seed)


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
    found = one_person(seed)
    assert wide(found.desks[SDR].wait).holds(wait_hours(240, 1.0, FIGURES))
    assert found.desks[SDR].busy.mean == pytest.approx(0.6, abs=0.06)


def test_nineteen_of_twenty_intervals_hold_the_closed_formula_more_or_less() -> None:
    waits = [one_person(seed).desks[SDR].wait for seed in range(20)]
    assert sum(wait.holds(wait_hours(240, 1.0, FIGURES)) for wait in waits) >= 16


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
    assert found.desks[CSM].busy.mean == 1
    assert found.desks[CSM].queue[-1] == found.desks[CSM].came > 0


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
    assert returning.desks[SDR].came > plain.desks[SDR].came * 1.05


def test_with_returns_everybody_is_as_busy_as_the_closed_formulas_say() -> None:
    back = replace(likely("ae > sdr: rejected_lead", 0.3, "back"), is_return=True)
    drawn = line(400, 600, team(1.5, 2.5, 4, 2), (*LINE, back))
    found, exact = steady(drawn, runs=10), reckoned(drawn)
    for id, seen in found.desks.items():
        assert wide(seen.busy).holds(exact.loads[id].utilisation)
    months = STEADY.weeks / FIGURES.weeks_per_month
    for way, seen_along in found.handoffs.items():
        assert wide(seen_along.count).holds(exact.flow.along[way] * months)


def test_those_who_keep_customers_are_as_busy_as_the_closed_formulas_say() -> None:
    drawn = line(400, 600, team(2, 3, 4, 3))
    found = quarter(model(drawn, base=60), STEADY, runs=10)
    assert wide(found.desks[CSM].busy).holds(reckoned(drawn, base=60).loads[CSM].utilisation)


@pytest.mark.parametrize("hours", [0.5, 1.0, 2.0, 4.0])
def test_waits_spread_as_the_closed_formula_says(hours: float) -> None:
    limited: list[str | Handoff] = [replace(handoff(LINE[0], id="h"), limit_hours=hours), *LINE[1:]]
    found = steady(line(320, 0, team(1, 1, 6, 6), limited), runs=20).handoffs[HandoffId("h")]
    month = FIGURES.hours_per_week * FIGURES.weeks_per_month
    longer = 0.8 * exp(-(400 - 320) / month * hours)
    assert found.broken is not None
    assert wide(found.broken).holds(longer)
    assert found.times is not None
    assert found.times.mean == pytest.approx(found.broken.mean * found.count.mean, rel=0.05)


def test_the_order_of_records_makes_no_difference() -> None:
    drawn = line(400, 300, team(1, 1, 2, 1))
    turned = replace(
        drawn,
        seats=dict(reversed(list(drawn.seats.items()))),
        handoffs=dict(reversed(list(drawn.handoffs.items()))),
        sources=dict(reversed(list(drawn.sources.items()))),
    )
    assert list(turned.seats) != list(drawn.seats)
    one, other = (quarter(model(each, base=40), Wishes(), runs=2) for each in (drawn, turned))
    assert one == other


def test_a_hot_lead_that_goes_straight_to_a_closer_is_spoken_to_there() -> None:
    found = steady(line(240, 0, team(1, 1, 4, 4), ["in > ae: hot_lead", "ae > csm: signed_customer"]), runs=2)
    assert found.contact is not None
    assert found.contact.mean.mean == pytest.approx(found.desks[AE].wait.mean)


def test_prospects_do_not_count_as_leads_that_wait() -> None:
    assert quarter(model(line(0, 300)), Wishes(), runs=2).contact is None


def test_what_is_handed_to_somebody_without_work_for_it_crosses_at_once() -> None:
    seats = (*team()[:3], seat("csm", "account_manager"))
    found = quarter(model(line(400, 600, seats)), Wishes(), runs=2)
    crossed = found.handoffs[HandoffId("h ae > csm: signed_customer")]
    assert (crossed.wait.mean, crossed.times) == (0, Measured(0, 0, 0))
    assert crossed.count.mean == pytest.approx(found.customers.mean)


def test_those_whom_nobody_can_take_further_are_told_apart() -> None:
    drawn = chart([seat("csm", "customer_success_manager")], handoffs=["in > csm: raw_lead"], sources=sources(240, 0))
    found = quarter(model(drawn), Wishes(), runs=2)
    assert found.stranded.mean == found.leads.mean > 600
    assert quarter(model(line(240, 300)), Wishes(), runs=2).stranded.mean == 0


def test_leads_that_come_at_any_time_are_as_many_and_wait_longer() -> None:
    drawn = model(line(240, 0, team(1, 1, 4, 4)))
    within, any_time = (quarter(drawn, Wishes(20, 0, 0, at_any_time=free), runs=10) for free in (False, True))
    assert wide(any_time.leads).holds(within.leads.mean)
    assert any_time.desks[SDR].wait.low > within.desks[SDR].wait.high
    assert any_time.desks[SDR].busy.mean == pytest.approx(within.desks[SDR].busy.mean, abs=0.03)


@pytest.mark.parametrize(
    ("clock", "worked"),
    [(0, 0), (5, 5), (8, 8), (20, 8), (24, 8), (30, 14), (96 + 9, 40), (130, 40), (168, 40), (169, 41)],
)
def test_nights_and_weekends_are_no_working_time(clock: float, worked: float) -> None:
    assert Calendar(8.0).worked(clock) == pytest.approx(worked)


def test_the_clock_of_those_who_come_at_any_time_passes_a_week_in_a_working_week() -> None:
    calendar = Calendar(8.0)
    assert [calendar.pass_on(20.0) for _half in range(4)] == pytest.approx([32.0, 40.0, 72.0, 80.0])


def test_people_of_a_large_seat_are_away_together() -> None:
    large = replace(seat("sdr", "inbound_sdr"), headcount=600)
    alone = chart([large], handoffs=["in > sdr: raw_lead"], sources=sources(400 * 550, 0))
    here, gone = (quarter(model(alone), Wishes(1, days), runs=2).desks[SDR].busy.mean for days in (0, 4))
    assert here == pytest.approx(0.91, abs=0.02)
    assert gone < 0.5


@pytest.mark.parametrize("figures", [{"hours_per_week": 1e308}, {"hours_per_week": 1e-300}, {"weeks_per_month": 1e300}])
def test_absurd_figures_are_run_all_the_same(figures: dict[str, Json]) -> None:
    found = quarter(model_of(reckoned(line(240, 300), figures=figures)), Wishes(at_any_time=True), runs=2)
    assert found.leads.mean >= 0
    assert found.hours_per_day <= 34


@pytest.mark.parametrize("leads", [1e9, 1e308])
def test_more_leads_than_anybody_can_wait_for_are_refused(leads: float) -> None:
    with pytest.raises(TooMany, match="too many leads"):
        quarter(model(line(leads, 0)), Wishes())


def test_customers_handed_to_and_fro_without_end_are_let_go() -> None:
    ways = [
        handoff("in > one: raw_lead"),
        *(likely(f"{a} > {b}: raw_lead", 0.9999) for a, b in (["one", "two"], ["two", "one"])),
    ]
    drawn = chart([seat(name, "marketing") for name in ("one", "two")], handoffs=ways, sources=sources(40, 0))
    found = quarter(model(drawn), Wishes(weeks=4), runs=2)
    assert max(seen.count.mean for seen in found.handoffs.values()) <= found.leads.mean * 1_000


def test_bars_hold_all_leads_from_the_quickest_on() -> None:
    for leads in (20, 390, 900):
        contact = quarter(model(line(leads, 0, team(1, 1, 9, 9))), Wishes(), runs=3).contact
        assert contact is not None
        assert contact.at_once + sum(bar.share for bar in contact.bars) == pytest.approx(1.0)
        assert contact.bars[0].start == 0
        assert all(before.end == after.start for before, after in pairwise(contact.bars))
        assert contact.bars[-1].end == inf
        assert contact.bars[-1].share < 0.04
        assert 2 <= len(contact.bars) <= 17


def test_no_leads_have_no_distribution_and_one_lead_has() -> None:
    assert contact_of([[], []]) is None
    alone = contact_of([[0.0], []])
    assert alone is not None
    assert (alone.at_once, alone.bars) == (1.0, ())
    long = contact_of([[2_000.0, 3_000.0]])
    assert long is not None
    assert sum(bar.share for bar in long.bars) == 1.0


def test_the_interval_of_a_median_holds_it() -> None:
    median = quantile([[1.0], [1.0], [5.0, 6.0, 7.0, 8.0, 9.0]], [1.0, 1.0, 5.0, 6.0, 7.0, 8.0, 9.0], 0.5)
    assert median.low <= median.mean == 6.0 <= median.high


def test_nothing_happens_where_nobody_comes() -> None:
    found = quarter(model(line(0, 0)), Wishes(), runs=2)
    assert (found.leads.mean, found.contact, dict(found.desks), dict(found.handoffs)) == (0, None, {}, {})


def test_speed_to_lead_is_told_as_a_distribution() -> None:
    contact = steady(line(240, 0, team(1, 1, 4, 4))).contact
    assert contact is not None
    assert contact.median.mean < contact.mean.mean < contact.ninth.mean
    shares = list(contact.within.values())
    assert shares == sorted(shares)
    assert 0.3 < shares[0] < shares[-1] == pytest.approx(1.0, abs=0.01)


def test_who_looks_on_is_told_how_far_it_is_and_may_call_it_off() -> None:
    heard: list[Progress] = []

    class Enough(Exception):
        pass

    def watch(progress: Progress) -> None:
        heard.append(progress)
        if progress.share > 0.5:
            raise Enough

    with pytest.raises(Enough):
        quarter(model(line(240, 0)), Wishes(weeks=4), runs=4, watch=watch)
    for before, after in pairwise(heard):
        assert (before.share, before.run, before.come) <= (after.share, after.run, after.come)
    assert {one.run for one in heard} == {1, 2, 3}
    assert {one.day for one in heard} >= {5, 10, 15, 20}


@pytest.mark.parametrize(
    ("limit", "hours"), [(0.5, 0.5), (1, 1), (8, 8), (20, 8), (24, 8), (25, 9), (48, 16), (168, 56)]
)
def test_a_day_of_a_limit_is_a_working_day(limit: float, hours: float) -> None:
    assert working_hours(limit, 8.0) == hours


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 12.706), (2, 4.303), (4, 2.776), (9, 2.262), (19, 2.093), (120, 1.980)]
)
def test_intervals_go_by_students_distribution(freedom: int, quantile: float) -> None:
    assert student(freedom) == pytest.approx(quantile, abs=2e-3)


def test_one_run_alone_has_no_interval() -> None:
    assert measured([]) == Measured(0.0, 0.0, 0.0)
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
        seen = run(model_of(capacity), Wishes(2, 1, at_any_time=seed % 2 > 0), Random(seed), lambda _share, _come: None)
        assert max(seen.customers, seen.stranded) <= seen.arrived
        assert len(seen.first_waits) <= seen.arrived
        assert all(0 <= tally.broken <= tally.count for tally in seen.handoffs)
        assert all(busy >= 0 for busy in seen.busy)
