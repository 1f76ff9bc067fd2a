"""The number at which a seat is opened, and when it is reached."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity.capacity import capacity_of
from salesorg_gui.capacity.formulas import closer_fte, next_base
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Json, Status
from salesorg_gui.study.hiring.openings import HiringPlan, Measure, Opening, Reason
from salesorg_gui.study.hiring.pace import NoHiringPlan, Pace, Timing
from tests.rules.builders import ENGLISH, plan_of, seat
from tests.study.hiring.companies import BIG, companies, hires, line, people, status, team

GROWTHS, SLOW = st.floats(0.0, 0.3), st.floats(0.0, 0.08)


def closers(found: HiringPlan) -> list[Opening]:
    return [one for one in found.openings if one.part is Part.CLOSER]


def test_the_number_is_what_there_is_time_for_less_the_growth_until_somebody_works_fully() -> None:
    drawn = line(280)  # 80.5 qualified leads for two who have time for 100
    (third, *_later) = closers(hires(drawn, growth=0.03))
    assert third.trigger is not None
    assert third.trigger.measure is Measure.QUALIFIED
    assert third.trigger.above == pytest.approx(100 / 1.03**8)
    assert (third.trigger.room, third.trigger.now) == pytest.approx((100, 80.5))
    assert third.trigger.months == 2


def test_whoever_is_opened_at_the_trigger_works_fully_when_the_others_are_full() -> None:
    (third, *_later) = closers(hires(line(280), growth=0.02))
    timing = third.timing
    assert timing is not None
    assert 80.5 * 1.02**timing.needed == pytest.approx(100)
    assert timing.productive == pytest.approx(timing.needed)
    assert timing.search == pytest.approx(timing.productive - 6)
    assert timing.triggered == pytest.approx(timing.search - 2)
    assert timing.late == 0


def test_a_trigger_that_is_reached_today_opens_the_seat_today_and_tells_how_late_that_is() -> None:
    (third, *_later) = closers(hires(line(340), growth=0.03))
    assert third.trigger is not None
    assert third.timing is not None
    assert third.trigger.is_reached
    assert (third.timing.triggered, third.timing.search, third.timing.start) == (0, 0, 3)
    assert third.timing.late == pytest.approx(6 - third.timing.needed)


def test_a_team_that_is_short_today_says_so() -> None:
    first = closers(hires(line(400), growth=0.0))[0]
    assert first.reason is Reason.SHORT
    assert first.timing is not None
    assert first.timing.needed == 0


def test_without_growth_only_what_is_missing_today_is_opened_and_for_as_long_as_it_takes() -> None:
    found = closers(hires(line(400), growth=0.0))  # 115 qualified leads: 2.3 FTE
    assert [one.count for one in found] == [1]
    assert found[0].fte == pytest.approx(0.3)
    assert closers(hires(line(355), growth=0.0)) == []  # 2.04 FTE: nobody is hired for that


def test_customers_kept_are_watched_where_they_are_known() -> None:
    answers: dict[str, Json] = {"employees": 40, "customers": 30}
    found = hires(line(100), growth=0.0, answers=answers)
    (carer, *_later) = (one for one in found.openings if one.part is Part.CARE)
    trigger, timing = carer.trigger, carer.timing
    assert trigger is not None
    assert timing is not None
    assert (trigger.measure, trigger.now) == (Measure.CUSTOMERS, 30)
    assert trigger.above < trigger.room < 50
    figures, won, base = ENGLISH.capacity, 100 * 0.2875 * 0.2, 30.0
    months = 0
    while base / 50 + won * 6 / (40 * 52 / 12) <= 1:
        base, months = next_base(base, won, figures), months + 1
    assert months - 1 < timing.needed <= months


def test_customers_nobody_counted_are_no_work() -> None:
    found = hires(line(400, seats=team(closers=4)), growth=0.0, answers={"employees": 40})
    assert not [one for one in found.openings if one.part is Part.CARE]


def test_people_in_a_pod_are_full_when_their_pod_is() -> None:
    drawn = line(100, more=(seat("ae2", pod=None),))
    assert closers(hires(drawn, growth=0.0)) == []


def test_a_seat_that_takes_half_as_much_counts_half() -> None:
    half = people(seat("ae"), 1)
    found = hires(line(280, seats=(*team()[:3], half, team()[4])), growth=0.0)
    assert closers(found)[0].fte == pytest.approx(0.7)


@given(companies(), SLOW, SLOW)
def test_more_growth_never_postpones_a_trigger(drawn: Chart, one: float, other: float) -> None:
    slow, fast = (hires(drawn, growth) for growth in sorted((one, other)))
    sooner = triggers(fast)
    for name, (reached, search) in triggers(slow).items():
        assert sooner[name][0] < reached + 1  # of like seats in one month only the first is told
        assert sooner[name][1] <= search
    for kind, number in triggers(slow):
        if number == 0:
            assert sooner[kind, 0][0] <= triggers(slow)[kind, 0][0] + 1e-9


def triggers(found: HiringPlan) -> dict[tuple[str, int], tuple[float, int]]:
    """When the trigger of the first, second … seat of each kind is reached, and in which month the search begins.

    Like seats of one month are one opening, that of the first of them.
    """
    times: dict[tuple[str, int], tuple[float, int]] = {}
    for one in found.openings:
        kind, _colon, number = one.id.rpartition(":")
        if one.timing is None or one.part is None or not number.isdigit():
            continue
        for person in range(one.count):
            times[kind, int(number) + person] = one.timing.triggered, int(one.timing.search)
    return times


@given(st.integers(1, 900), st.integers(1, 9), st.floats(0.005, 0.2))
def test_the_number_reproduces_from_the_formulas(leads: int, count: int, growth: float) -> None:
    drawn = line(leads, seats=team(inbound=9, closers=count))
    figures = ENGLISH.capacity
    first = [one for one in closers(hires(drawn, growth)) if one.id.endswith(":0")]
    for one in first:
        trigger, timing = one.trigger, one.timing
        assert trigger is not None
        assert timing is not None
        assert isclose(closer_fte(trigger.room, figures), count)
        lead = figures.months_over + figures.months_to_hire + figures.ramp_months
        assert isclose(trigger.above, trigger.room / (1 + growth) ** lead)
        if timing.triggered > 0:
            assert isclose(trigger.now * (1 + growth) ** timing.triggered, trigger.above)
        else:
            assert trigger.now >= trigger.above * (1 - 1e-9)


@given(companies(), GROWTHS)
def test_nobody_is_needed_before_the_work_is_there(drawn: Chart, growth: float) -> None:
    for one in hires(drawn, growth).openings:
        if one.timing is not None:
            times = one.timing
            assert 0 <= times.triggered <= times.search <= times.start <= times.productive


@given(companies(), GROWTHS)
def test_the_same_chart_gives_the_same_plan(drawn: Chart, growth: float) -> None:
    assert hires(drawn, growth) == hires(drawn, growth)


@given(companies())
def test_whoever_is_there_has_time_once_everybody_is_hired(drawn: Chart) -> None:
    """Without growth what is opened is what is missing, part by part."""
    found = hires(drawn, growth=0.0)
    capacity = capacity_of(plan_of(drawn, BIG), drawn, ENGLISH)
    for part in (Part.INBOUND, Part.OUTBOUND, Part.CLOSER):
        held = sum(
            capacity.works[seat].fte for seat in capacity.workers[part] if drawn.seats[seat].status is Status.FILLED
        )
        opened = sum(one.total_fte for one in (*found.openings, *found.idle) if one.part is part)
        assert held + opened >= capacity.need(part) - 0.05 * len(capacity.workers[part]) - 1e-9


def test_growth_nobody_has_is_refused() -> None:
    for growth in (-0.1, 1.5):
        with pytest.raises(NoHiringPlan, match="from 0 to 100 %"):
            hires(line(100), growth)


def test_the_figures_of_the_plan_set_the_pace() -> None:
    found = hires(line(280), growth_per_month=0.05, ramp_months=6, months_to_hire=1, months_over=0)
    assert found.pace == Pace(0.05, 0, 1, 6)
    assert closers(found)[0].trigger is not None
    assert closers(found)[0].trigger.above == pytest.approx(100 / 1.05**7)  # type: ignore[union-attr]


def test_no_search_takes_longer_than_five_years() -> None:
    assert Pace.of(ENGLISH.capacity).lead == 8
    assert hires(line(100), ramp_months=1e308).pace.ramp == 60


def test_a_start_put_off_moves_all_that_follows() -> None:
    pace = Pace(0.03, 2, 3, 3)
    timing = Timing.of(10, pace)
    assert timing.not_before(5, pace) == timing
    assert timing.not_before(9, pace) == Timing(10, 2, 6, 9, 12)
    assert timing.not_before(9, pace).late == 2


def test_a_vacant_seat_is_watched_like_a_new_one() -> None:
    drawn = line(280, more=(status(seat("ae2"), Status.PLANNED),), handoffs=(*line(0).handoffs.values(),))
    third = closers(hires(drawn, growth=0.03))[0]
    assert third.seat == "ae2"
    assert third.trigger is not None
    assert third.trigger.above == pytest.approx(100 / 1.03**8)
