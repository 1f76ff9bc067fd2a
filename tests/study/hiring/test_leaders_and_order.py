"""Who leads and helps those who are hired, and who is hired before whom."""

import pytest

from salesorg_gui.domain.records import Status
from salesorg_gui.study.hiring.openings import HiringPlan, Measure, Opening, Reason
from tests.rules.builders import chart, seat
from tests.study.hiring.companies import BIG, LINE, hires, line, only, people, sources, status, team

OPEN, PLANNED = Status.OPEN, Status.PLANNED
HEAD = seat("head", "head_of_sales")


def roles(found: HiringPlan) -> list[str]:
    return [one.role for one in found.openings]


def by_reason(found: HiringPlan, reason: Reason) -> list[Opening]:
    return [one for one in found.openings if one.reason is reason]


def test_sellers_nobody_leads_get_a_head_of_sales_first() -> None:
    drawn = chart([people(seat("ae"), 2), seat("sdr", "inbound_sdr")], handoffs=LINE[:1], sources=sources(200))
    found = hires(drawn, growth=0.0)
    assert found.openings[0].reason is Reason.LEADER
    assert found.openings[0].role == "head_of_sales"


def test_a_head_of_sales_begins_before_the_first_sellers() -> None:
    found = hires(chart(sources=sources(400)), growth=0.0)
    head = by_reason(found, Reason.LEADER)[0].timing
    closers = [one.timing for one in found.openings if one.part == "closer"]
    assert head is not None
    assert all(one is not None and one.start >= head.start + 1 for one in closers)
    assert roles(found)[0] == "head_of_sales"


def test_an_open_leader_is_hired_before_those_below() -> None:
    seats = (status(HEAD, PLANNED), *team()[1:])
    found = hires(line(400, seats=seats), growth=0.0)
    assert found.openings[0].seat == "head"
    assert found.openings[0].reason is Reason.DRAWN
    assert not by_reason(found, Reason.LEADER)


def test_leaders_in_a_circle_are_hired_all_the_same() -> None:
    seats = [status(seat("a", "pod_lead"), OPEN), status(seat("b", "pod_lead"), OPEN)]
    found = hires(chart(seats, ["a > b", "b > a"], sources=sources(10)), growth=0.0)
    assert {one.seat for one in found.openings} >= {"a", "b"}


def test_one_who_leads_too_many_gets_help_when_the_ninth_begins() -> None:
    drawn = line(300, seats=team(closers=2, inbound=2, outbound=2, care=2))
    found = hires(drawn, growth=0.03)
    (helper,) = by_reason(found, Reason.SPAN)
    ninth = next(one for one in found.openings if one.part == "closer")
    assert (helper.role, helper.spot.manager) == ("assistant_sales_manager", "head")
    assert helper.trigger is not None
    assert (helper.trigger.measure, helper.trigger.above, helper.trigger.now) == (Measure.REPORTS, 8, 8)
    assert helper.timing is not None
    assert ninth.timing is not None
    assert helper.timing.needed == ninth.timing.start


def test_one_who_leads_too_many_today_gets_help_today() -> None:
    drawn = line(100, seats=team(closers=9))
    (helper,) = by_reason(hires(drawn, growth=0.0), Reason.SPAN)
    assert helper.timing is not None
    assert helper.timing.needed == 0
    drawn = line(100, seats=team(closers=9), more=(status(seat("help", "assistant_sales_manager"), OPEN),))
    assert not by_reason(hires(drawn, growth=0.0), Reason.SPAN)


def test_sellers_get_operations_enablement_and_specialists_by_their_number() -> None:
    drawn = line(100, seats=team(closers=16))
    answers = {**BIG, "product_complexity": "high"}
    found = hires(drawn, growth=0.0, answers=answers)
    assert [one.trigger.above for one in by_reason(found, Reason.OPERATIONS) if one.trigger] == [9, 15]
    assert [one.trigger.above for one in by_reason(found, Reason.ENABLEMENT) if one.trigger] == [4]
    assert [one.trigger.above for one in by_reason(found, Reason.SPECIALIST) if one.trigger] == [0, 4, 8, 12]
    assert not by_reason(hires(drawn, growth=0.0), Reason.SPECIALIST)


def test_a_helper_who_stands_planned_is_the_first() -> None:
    planned = status(seat("ops", "sales_operations"), PLANNED)
    found = hires(line(100, seats=team(closers=10), more=(planned,)), growth=0.0)
    assert [one.seat for one in by_reason(found, Reason.OPERATIONS)] == ["ops"]
    found = hires(line(100, seats=team(closers=4), more=(planned,)), growth=0.0)
    assert [one.seat for one in found.idle] == ["ops"]


def test_a_seat_outside_the_journey_is_opened_when_it_says() -> None:
    soon = status(seat("boss", "vp_sales"), PLANNED, "2027-07-01")
    found = only(hires(line(100, more=(soon,)), growth=0.0))
    assert found.timing is not None
    assert found.timing.start == pytest.approx(5.5, abs=0.1)
    far = status(seat("boss", "vp_sales"), PLANNED, "2029-07-01")
    assert [one.seat for one in hires(line(100, more=(far,)), growth=0.0).idle] == ["boss"]
    now = status(seat("boss", "vp_sales"), OPEN)
    assert only(hires(line(100, more=(now,)), growth=0.0)).seat == "boss"


def test_in_one_month_the_order_of_first_hires_decides() -> None:
    found = hires(chart([HEAD], sources=sources(900, 900)), growth=0.0, answers={**BIG, "business": "subscription"})
    first = [one for one in dict.fromkeys(roles(found)) if one != "assistant_sales_manager"]
    assert first[:4] == ["account_executive", "customer_success_manager", "inbound_sdr", "outbound_sdr"]


def test_like_seats_of_one_month_are_one_line() -> None:
    first = next(one for one in hires(line(900), growth=0.03).openings if one.part == "closer")
    assert first.count > 1
    assert first.total_fte == first.count
