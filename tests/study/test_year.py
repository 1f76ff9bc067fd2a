"""Twelve months ahead: the worked cases of the domain notes, and what must hold whatever the numbers are."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.capacity.capacity import capacity_of
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.records import Handoff, Json, Person, Seat, Status
from salesorg_gui.study.year import Ahead, YearAhead, grown, year_ahead
from tests.capacity.test_capacity import LINE, likely, line, reckoned, team
from tests.rules.builders import ENGLISH, plan_of, seat

TODAY = date(2026, 11, 22)
STEADY: dict[str, Json] = {"growth_per_month": 0.0}
CLOSE = 1e-6
FEW = settings(max_examples=40, deadline=None)


def year(
    leads: float,
    prospects: float,
    seats: Iterable[Seat] = (),
    base: float = 0,
    figures: dict[str, Json] | None = None,
    ways: Iterable[str | Handoff] = LINE,
) -> YearAhead:
    drawn = line(leads, prospects, seats, ways)
    return year_ahead(reckoned(drawn, base, STEADY | (figures or {})), TODAY)


def test_the_series_of_parts_agrees_with_the_worked_case() -> None:
    first = year(500, 700, team(1.0, 2.0, 1.5, 1.0), base=30).months[0]
    assert first.qualified == pytest.approx(145, abs=CLOSE)
    assert first.won == pytest.approx(11.555556, abs=CLOSE)
    assert first.waiting[Part.INBOUND] == pytest.approx(100, abs=CLOSE)
    assert first.waiting[Part.CLOSER] == pytest.approx(70, abs=CLOSE)
    assert first.waiting[Part.CARE] == pytest.approx(15 - 11.555556, abs=CLOSE)
    assert first.waiting[Part.OUTBOUND] == 0


def test_customers_gather_as_in_the_worked_case() -> None:
    months = year(400, 600, team(1.0, 2.0, 3.0, 9.0), base=60).months
    assert [month.customers for month in months[:3]] == pytest.approx([88.4, 116.516, 144.35084], abs=CLOSE)
    assert [month.start for month in months[:3]] == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert months[0].need[Part.CARE] == pytest.approx(2.203846, abs=CLOSE)


def test_the_first_month_needs_and_has_what_the_load_of_today_says() -> None:
    capacity = reckoned(line(320, 240, team(1.0, 1.0, 2.0, 1.0), (*LINE, likely("ae > sdr: rejected_lead", 0.2))), 40)
    first = year_ahead(capacity, TODAY).months[0]
    assert first.need == pytest.approx({part: capacity.need(part) for part in Part})
    assert first.have == pytest.approx({part: capacity.have(part) for part in Part})


def test_leads_grow_month_by_month() -> None:
    months = year(100, 0, figures={"growth_per_month": 0.1}).months
    assert [month.leads for month in months[:3]] == pytest.approx([100, 110, 121])
    assert months[2].need[Part.INBOUND] == pytest.approx(121 / 400)
    assert grown(1e300, 11) == 1e6


def test_it_says_where_it_breaks_first() -> None:
    found = year(380, 0, team(1.0, 1.0, 4.0, 9.0), figures={"growth_per_month": 0.05}).first_break
    assert found is not None
    assert (found.part, found.number, found.month.start) == (Part.INBOUND, 4, date(2027, 3, 1))
    assert found.month.missing(Part.INBOUND) == pytest.approx(380 * 1.05**4 / 400 - 1)


def test_of_two_parts_that_break_at_once_the_one_that_misses_most_is_named() -> None:
    found = year(800, 900, team(1.0, 1.0, 9.0, 9.0)).first_break
    assert found is not None
    assert (found.part, found.number) == (Part.OUTBOUND, 0)


def test_where_all_holds_it_names_the_fullest() -> None:
    found = year(300, 0, team(1.0, 1.0, 4.0, 9.0))
    assert found.first_break is None
    assert found.fullest.part is Part.INBOUND


def test_who_keeps_more_customers_each_month_breaks_in_the_end() -> None:
    found = year(200, 0, team(1.0, 1.0, 2.0, 1.0), base=20).first_break
    assert found is not None
    assert found.part is Part.CARE
    assert found.number > 0


def waiting(seats: Iterable[Seat], start: str) -> tuple[Seat, ...]:
    return tuple(replace(one, status=Status.OPEN, start=start) if one.id == "ae" else one for one in seats)


def test_whom_a_seat_waits_for_counts_from_the_start_and_grows_into_the_work() -> None:
    months = year(200, 0, waiting(team(), "2027-01-01")).months
    have = [month.have[Part.CLOSER] for month in months[:7]]
    assert have == pytest.approx([0, 0, 1 / 6, 1 / 2, 5 / 6, 1, 1])
    assert months[0].waiting[Part.CLOSER] == pytest.approx(57.5)
    assert months[0].won == 0


def test_who_does_all_alone_and_comes_later_is_there_for_nothing_before() -> None:
    rep = replace(seat("rep", "island_rep"), status=Status.PLANNED, start="2027-02-01")
    found = year(100, 100, (rep,), ways=("in > rep: raw_lead", "out > rep: target_prospect"))
    assert found.months[0].have == dict.fromkeys(Part, 0.0)
    assert sum(found.months[11].have.values()) > 0


def test_work_nobody_does_is_work_all_the_same() -> None:
    found = year(400, 300, (seat("csm", "customer_success_manager"),), ways=())
    first = found.months[0]
    assert first.need[Part.INBOUND] == pytest.approx(1.0)
    assert first.need[Part.OUTBOUND] == pytest.approx(1.0)
    assert first.need[Part.CLOSER] == pytest.approx((115 + 15) / 50)
    assert found.first_break is not None
    assert found.first_break.part is Part.CLOSER


def test_parts_that_neither_have_nor_need_anybody_are_left_out() -> None:
    assert year(100, 0, (seat("sdr", "inbound_sdr"),), ways=("in > sdr: raw_lead",)).parts == (
        Part.INBOUND,
        Part.CLOSER,
    )


def test_revenue_is_that_of_all_customers() -> None:
    drawn = line(400, 600, team(1.0, 2.0, 3.0, 9.0))
    plan = plan_of(drawn, {"customers": 60, "contract_value": 12_000}, {"capacity": STEADY})
    months = year_ahead(capacity_of(plan, drawn, ENGLISH), TODAY).months
    assert months[0].revenue == pytest.approx(88_400)
    assert year(400, 600).months[0].revenue is None


def test_who_started_lately_counts_for_less() -> None:
    new = tuple(replace(one, people=(Person("Bo", start="2026-11-01"),)) for one in team())
    assert year(400, 300, new).months[0].have[Part.CLOSER] == pytest.approx(1 / 6)


FTES = st.tuples(*[st.floats(0.0, 4.0)] * 4)
VOLUMES = st.floats(0, 1500)


@FEW
@given(VOLUMES, VOLUMES, FTES, st.floats(0, 200), st.floats(0, 0.1))
def test_nothing_is_lost_and_nothing_comes_of_nothing(
    leads: float, prospects: float, people: tuple[float, ...], base: float, growth: float
) -> None:
    found = year(leads, prospects, team(*people), base, {"growth_per_month": growth})
    waiting, customers = 0.0, base
    signed = 0.2
    for month in found.months:
        before, waiting = waiting, month.waiting[Part.CLOSER]
        closed = month.qualified + before - waiting
        assert closed <= month.have[Part.CLOSER] * 50 + CLOSE
        assert month.customers == pytest.approx(customers * 0.99 + month.won, abs=1e-6)
        customers = month.customers
        assert closed >= -CLOSE
        assert (
            month.won <= (month.qualified + before) * signed + sum(m.waiting[Part.CARE] for m in found.months) + CLOSE
        )
    came = sum(month.leads for month in found.months)
    done = came - found.months[-1].waiting[Part.INBOUND]
    assert -CLOSE <= done <= sum(month.have[Part.INBOUND] * 400 for month in found.months) + CLOSE * max(1, came)


@FEW
@given(VOLUMES, VOLUMES, FTES, st.integers(0, 3), st.floats(0.1, 3))
def test_more_people_never_win_fewer_customers(
    leads: float, prospects: float, people: tuple[float, ...], where: int, more: float
) -> None:
    after = tuple(fte + more if n == where else fte for n, fte in enumerate(people))
    assert year(leads, prospects, team(*after)).won >= year(leads, prospects, team(*people)).won - 1e-6


@pytest.mark.parametrize("amount", [0.0, 1e308])
def test_absurd_numbers_are_reckoned_with_too(amount: float) -> None:
    found = year(amount, amount, base=amount)
    assert len(found.months) == 12
    assert found.fullest.number >= 0


def test_no_time_for_onboarding_takes_everybody_in_at_once() -> None:
    first = year(400, 0, team(1, 1, 9, 1), figures={"onboarding_hours_per_customer": 0}).months[0]
    assert first.won == pytest.approx(23)


def test_a_month_tells_what_is_missing() -> None:
    even = dict.fromkeys(Part, 1.0)
    month = Ahead(TODAY, 0, 0, 0, 0, 0, {**even, Part.CARE: 1.04}, even, even)
    assert not month.is_over(Part.CARE)
    assert month.load(Part.CARE) == 1.04
    assert replace(month, have={**even, Part.CARE: 0.0}).load(Part.CARE) == inf
    assert replace(month, need={**even, Part.CARE: 0.0}, have={**even, Part.CARE: 0.0}).load(Part.CARE) is None
    assert not replace(month, need={**even, Part.CARE: 1.1}).is_over(Part.CARE)
    assert replace(month, need={**even, Part.CARE: 1.2}).is_over(Part.CARE)
    assert replace(month, need={**even, Part.CARE: inf}).is_over(Part.CARE)
