"""The closed formulas agree with every worked number of the domain notes (sections 5.1 to 5.10)."""

from math import inf

import pytest

from salesorg_gui.capacity import formulas
from salesorg_gui.capacity.planning import backward, forward
from salesorg_gui.catalogue.catalogue import load

USUAL = load("en").capacity
CLOSE = 1e-6


@pytest.mark.parametrize(
    ("leads", "hours", "fte"), [(0, 0, 0), (80, 8, 0.2), (250, 25, 0.625), (400, 40, 1), (1000, 100, 2.5)]
)
def test_leads_take_a_tenth_of_an_hour_a_week_each(leads: float, hours: float, fte: float) -> None:
    assert formulas.inbound_hours_per_week(leads, USUAL) == pytest.approx(hours, abs=CLOSE)
    assert formulas.inbound_fte(leads, USUAL) == pytest.approx(fte, abs=CLOSE)


@pytest.mark.parametrize(
    ("leads", "fte", "wait"),
    [(80, 0.2, inf), (80, 0.25, 6.933333), (300, 1, 1.3), (320, 1, 1.733333), (400, 1.25, 1.386667), (0, 0, 0)],
)
def test_a_lead_waits_in_one_common_queue(leads: float, fte: float, wait: float) -> None:
    assert formulas.wait_hours(leads, fte, USUAL) == pytest.approx(wait, abs=CLOSE)


@pytest.mark.parametrize(("leads", "limit", "fte"), [(400, 1, 1.32664), (80, 1, 0.41091), (80, 8, 0.24434)])
def test_a_short_wait_costs_more_people(leads: float, limit: float, fte: float) -> None:
    found = formulas.fte_for_wait(leads, limit, USUAL)
    assert found == pytest.approx(fte, abs=5e-6)
    assert formulas.wait_hours(leads, found, USUAL) == pytest.approx(limit, abs=CLOSE)


def test_what_nobody_comes_to_piles_up() -> None:
    assert formulas.backlog_growth(500, 1.0, USUAL) == pytest.approx(100)
    assert formulas.backlog_growth(300, 1.0, USUAL) == 0


@pytest.mark.parametrize(
    ("given", "hours", "inbound", "q_in", "q_out", "outbound", "q", "closer", "customers", "care", "base"),
    [
        ((240, 300, 0), 24, 0.6, 69, 15, 1, 84, 1.68, 16.8, 0.581538, 16.8),
        ((400, 600, 60), 40, 1, 115, 30, 2, 145, 2.9, 29, 2.203846, 88.4),
        ((0, 300, 0), 0, 0, 0, 15, 1, 15, 0.3, 3, 0.103846, 3),
    ],
)
def test_planning_forward_agrees_with_the_worked_cases(
    given: tuple[float, float, float],
    hours: float,
    inbound: float,
    q_in: float,
    q_out: float,
    outbound: float,
    q: float,
    closer: float,
    customers: float,
    care: float,
    base: float,
) -> None:
    found = forward(*given, USUAL)
    told = (
        *(found.inbound_hours_per_week, found.inbound, found.qualified_inbound, found.qualified_outbound),
        *(found.outbound, found.qualified, found.closer, found.customers, found.care, found.base_after),
    )
    assert told == pytest.approx((hours, inbound, q_in, q_out, outbound, q, closer, customers, care, base), abs=CLOSE)


def test_customers_gather_month_by_month() -> None:
    months, base = [], 60.0
    for _month in range(3):
        base = forward(400, 600, base, USUAL).base_after
        months.append(base)
    assert months == pytest.approx([88.4, 116.516, 144.35084], abs=CLOSE)


def test_each_qualified_lead_and_each_customer_is_handed_over_once() -> None:
    assert forward(400, 600, 60, USUAL).handoffs == pytest.approx(174)


@pytest.mark.parametrize(
    ("given", "customers", "q_in", "q_out", "prospects", "inbound", "outbound", "closer"),
    [
        ((2_400_000, 10_000, 200), 20, 57.5, 42.5, 850, 0.5, 2.833333, 2.0),
        ((240_000, 5_000, 80), 4, 23, 0, 0, 0.2, 0, 0.4),
    ],
)
def test_planning_backward_agrees_with_the_worked_cases(
    given: tuple[float, float, float],
    customers: float,
    q_in: float,
    q_out: float,
    prospects: float,
    inbound: float,
    outbound: float,
    closer: float,
) -> None:
    target, contract, leads = given
    found = backward(target, contract, leads, 0, USUAL)
    told = (
        *(found.customers, found.qualified_inbound, found.qualified_outbound, found.prospects),
        *(found.inbound, found.outbound, found.closer),
    )
    assert told == pytest.approx((customers, q_in, q_out, prospects, inbound, outbound, closer), abs=CLOSE)


def test_money_follows_the_customers() -> None:
    assert formulas.lifetime_value(3_000, 0.7, 0.2) == pytest.approx(10_500)
    assert formulas.retention_profit(400_000, USUAL) == pytest.approx((100_000, 380_000))


@pytest.mark.parametrize(
    ("need", "shown"), [(0.6, 0.6), (0.61, 0.7), (1.68, 1.7), (0.0, 0.0), (0.30000000000000004, 0.3)]
)
def test_a_need_is_rounded_up_to_the_next_tenth(need: float, shown: float) -> None:
    assert formulas.rounded_up(need) == pytest.approx(shown)


def test_seventeen_people_need_three_managers() -> None:
    assert formulas.managers_for(17, USUAL) == 3
