"""When people start, and how they grow into the work."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HireId
from salesorg_gui.domain.records import Hire, Person, Seat, Status
from salesorg_gui.study.arrivals import (
    NEVER,
    Arrival,
    Known,
    arrivals_of,
    month_after,
    months_from,
    presence,
    ramped,
    start_said,
)
from tests.rules.builders import ENGLISH, seat

FIRST = date(2026, 11, 1)
USUAL = ENGLISH.capacity


def waiting(status: Status, start: str = "", id: str = "ae") -> Seat:
    return replace(seat(id), status=status, start=start)


def arrivals(*seats: Seat, hires: tuple[Hire, ...] = ()) -> tuple[Arrival, ...]:
    chart = Chart(seats={one.id: one for one in seats}, hires={hire.id: hire for hire in hires})
    return arrivals_of(chart, FIRST, USUAL)


def test_work_grows_evenly_over_the_ramp_up() -> None:
    assert [ramped(month, 3.0) for month in (-1, 0, 1, 2, 3, 9)] == pytest.approx([0, 1 / 6, 1 / 2, 5 / 6, 1, 1])


def test_without_a_ramp_up_everybody_does_all_from_the_first_day() -> None:
    assert [ramped(month, 0.0) for month in (-1.0, -0.5, 0.0, 1.0)] == pytest.approx([0, 0.5, 1, 1])


@given(st.floats(-20, 40), st.floats(0, 12))
def test_nobody_does_more_than_all_or_less_than_before(since: float, ramp: float) -> None:
    assert -1e-9 <= ramped(since, ramp) <= ramped(since + 1, ramp) + 1e-9 <= 1 + 2e-9


@given(st.floats(0, 6), st.floats(0, 6))
def test_a_ramp_up_costs_half_of_its_months(start: float, ramp: float) -> None:
    assert sum(ramped(month - start, ramp) for month in range(24)) == pytest.approx(24 - start - ramp / 2)


def test_an_open_seat_without_a_date_is_filled_after_the_usual_time() -> None:
    (one,) = arrivals(waiting(Status.OPEN))
    assert (one.at, one.known, one.fte) == (USUAL.months_to_hire, Known.USUAL, 1.0)


def test_a_planned_seat_without_a_date_stays_empty() -> None:
    (one,) = arrivals(waiting(Status.PLANNED, "when we can afford it"))
    assert (one.at, one.known) == (NEVER, Known.UNKNOWN)
    assert presence({one.seat: (one,)}, seat("ae"), 11, 3.0) == 0.0


def test_the_date_of_the_hire_comes_before_that_of_the_seat() -> None:
    hire = Hire(HireId("h"), seat("ae").id, start="2027-01-16")
    (one,) = arrivals(waiting(Status.OPEN, "2027-06-01"), hires=(hire,))
    assert one.start == date(2027, 1, 16)
    assert one.at == pytest.approx(2 + 15 / 31)


def test_a_date_gone_by_without_anybody_means_now() -> None:
    (one,) = arrivals(waiting(Status.OPEN, "2026-01-01"))
    assert (one.at, one.start) == (0.0, FIRST)
    (late,) = arrivals_of(Chart(seats={one.seat: waiting(Status.OPEN, "Q4")}), date(2026, 11, 16), USUAL)
    assert (late.at, late.start) == (0.5, date(2026, 11, 16))


def test_who_started_lately_still_learns_and_who_started_long_ago_does_not() -> None:
    lately = replace(seat("new"), people=(Person("Bo", start="2026-10-01"),))
    before = replace(seat("old"), people=(Person("Cy", start="2020-01-01"),))
    (one,) = arrivals(lately, before, seat("nobody said"))
    assert (one.seat, one.at) == ("new", -1.0)
    assert presence({one.seat: (one,)}, lately, 0, 3.0) == pytest.approx(1 / 2)


def test_only_those_who_are_new_on_a_seat_of_several_learn() -> None:
    two = replace(seat("ae", headcount=2), people=(Person("Bo", start="2026-11-01"), Person("Cy", start="2019-01-01")))
    (one,) = arrivals(two)
    assert presence({one.seat: (one,)}, two, 0, 3.0) == pytest.approx((1 + 1 / 6) / 2)


def test_a_seat_without_time_brings_nobody() -> None:
    assert arrivals(replace(waiting(Status.OPEN), fte=0.0)) == ()
    assert presence({}, replace(seat("ae"), fte=0.0), 0, 3.0) == 1.0


@pytest.mark.parametrize(
    ("text", "day", "known"),
    [
        ("2027-03-15", date(2027, 3, 15), Known.DATED),
        (" 2027-03 ", date(2027, 3, 1), Known.QUARTER),
        ("Q4", date(2026, 10, 1), Known.QUARTER),
        ("q3", date(2027, 7, 1), Known.QUARTER),
        ("Q1 2028", date(2028, 1, 1), Known.QUARTER),
        ("2028 Q2", date(2028, 4, 1), Known.QUARTER),
        ("2027-13", None, Known.UNKNOWN),
        ("0000-01", None, Known.UNKNOWN),
        ("Q1 0000", None, Known.UNKNOWN),
        ("Q5", None, Known.UNKNOWN),
        ("soon", None, Known.UNKNOWN),
        ("", None, Known.UNKNOWN),
    ],
)
def test_a_start_is_understood_as_people_write_it(text: str, day: date | None, known: Known) -> None:
    assert start_said(text, FIRST) == (day, known)


@given(st.text(max_size=30))
def test_no_text_is_too_strange_for_a_start(text: str) -> None:
    start_said(text, FIRST)


def test_months_are_counted_by_the_calendar() -> None:
    assert months_from(FIRST, date(2026, 11, 16)) == pytest.approx(0.5)
    assert months_from(FIRST, date(2027, 11, 1)) == 12
    assert months_from(FIRST, date(2026, 10, 1)) == -1
    assert months_from(FIRST, date.max) > 90_000
    assert month_after(FIRST, 2) == date(2027, 1, 1)
