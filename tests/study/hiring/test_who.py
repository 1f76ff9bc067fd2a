"""Whom a hiring plan opens, where, and in which order."""

from dataclasses import replace

import pytest
from hypothesis import given

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HireId, ModelId, SeatId, StageId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Hire, HireStatus, Status
from salesorg_gui.study.hiring.hiring_plan import hiring_plan
from salesorg_gui.study.hiring.openings import Gap, HiringPlan, Measure, Opening, Reason, Spot
from salesorg_gui.study.hiring.pace import NoHiringPlan
from tests.rules.builders import ENGLISH, chart, handoff, pod, seat
from tests.study.hiring.companies import BIG, LINE, TODAY, companies, hires, line, only, people, sources, status, team

OPEN, PLANNED = Status.OPEN, Status.PLANNED
HEAD = seat("head", "head_of_sales")


def roles(found: HiringPlan) -> list[str]:
    return [one.role for one in found.openings]


def by_reason(found: HiringPlan, reason: Reason) -> list[Opening]:
    return [one for one in found.openings if one.reason is reason]


def test_enough_people_open_nothing() -> None:
    found = hires(line(240, 300, team(outbound=2, closers=3, care=2)), growth=0.02)
    assert (found.openings, found.idle, found.people) == ((), (), 0)


@given(companies())
def test_a_plan_that_is_carried_out_opens_nothing_more(drawn: Chart) -> None:
    """Whoever is told to hire, and has hired, is told nothing again."""
    crowd = {id: replace(one, headcount=40, status=Status.FILLED) for id, one in drawn.seats.items()}
    settled = replace(drawn, seats=crowd)
    assert not [one for one in hires(settled, 0.03).openings if one.part is not None]


def test_a_planned_seat_is_matched_and_not_doubled() -> None:
    waiting = replace(status(seat("ae2"), PLANNED, "Q3"), title="Closer for the north")
    found = hires(line(280, more=(waiting,)), growth=0.03)
    first = next(one for one in found.openings if one.part == "closer")
    assert (first.seat, first.id, first.spot) == ("ae2", "seat:ae2", Spot(SeatId("head"), None))
    second = [one for one in found.openings if one.part == "closer" and one.seat is None]
    assert all(one.trigger is not None and one.trigger.room == pytest.approx(150) for one in second)


def test_seats_searched_for_come_before_planned_ones_and_those_by_their_start() -> None:
    waiting = (
        status(seat("a"), PLANNED),
        status(seat("b"), PLANNED, "2027-06-01"),
        status(seat("c"), OPEN),
    )
    found = hires(line(700, more=waiting), growth=0.0)
    assert [one.seat for one in found.openings if one.seat] == ["c", "b", "a"]


def test_a_planned_seat_that_the_work_does_not_ask_for_is_idle() -> None:
    found = hires(line(100, more=(status(seat("ae2"), PLANNED),)), growth=0.0)
    (idle,) = found.idle
    assert (idle.seat, idle.timing, idle.reason) == ("ae2", None, Reason.GROWTH)
    assert not [one for one in found.openings if one.part == "closer"]


def test_a_seat_with_a_hire_under_way_is_not_there_yet() -> None:
    drawn = line(280)
    going = replace(drawn, hires={HireId("h"): Hire(HireId("h"), SeatId("ae"), HireStatus.INTERVIEWING)})
    first = next(one for one in hires(going, 0.0).openings if one.part == "closer")
    assert (first.seat, first.reason, first.count) == ("ae", Reason.NOBODY, 2)


def test_a_new_seat_stands_where_the_others_stand() -> None:
    seats = (HEAD, seat("lead", "pod_lead", pod="a"), *(replace(one, pod=pod("a").id) for one in team()[1:]))
    lines = ["lead > head", *(f"{one.id} > lead" for one in team()[1:])]
    found = hires(chart(seats, lines, LINE, sources(400), [pod("a", "North")]), growth=0.0)
    assert only(found).spot == Spot(SeatId("lead"), pod("a").id)


def test_pods_are_reckoned_each_for_itself() -> None:
    """One pod has too much to do although all pods together have time enough."""
    seats = (HEAD, seat("s1", "inbound_sdr", pod="a"), seat("s2", "inbound_sdr", pod="b"))
    closers = (seat("a1", pod="a"), people(seat("a2", pod="b"), 6))
    lines = [f"{one.id} > head" for one in (*seats[1:], *closers)]
    ways = [
        replace(handoff("in > s1: raw_lead"), probability=0.9),
        replace(handoff("in > s2: raw_lead"), probability=0.1),
        handoff("s1 > a1: qualified_lead"),
        handoff("s2 > a2: qualified_lead"),
    ]
    found = hires(chart([*seats, *closers], lines, ways, sources(300), [pod("a"), pod("b")]), growth=0.0)
    assert [(one.role, one.spot.pod) for one in found.openings if one.part == "closer"] == [("account_executive", "a")]


def test_work_said_to_be_split_is_reckoned_part_by_part() -> None:
    split = replace(seat("solo", "island_rep"), shares={StageId("inbound_qualification"): 0.2, StageId("closing"): 0.8})
    drawn = chart([HEAD, split], ["solo > head"], ["in > solo: raw_lead"], sources(120))
    parts = {one.part for one in hires(drawn, 0.0).openings}
    assert parts == {"inbound"}


def test_above_the_limits_somebody_for_the_largest_part_relieves_those_who_do_everything() -> None:
    drawn = chart(
        [HEAD, people(seat("rep", "closer_outbound"), 2)],
        ["rep > head"],
        ["out > rep: target_prospect"],
        sources(0, 900),
    )
    assert set(roles(hires(drawn, 0.0))) == {"outbound_sdr"}
    assert set(roles(hires(drawn, 0.0, {"employees": 12}))) == {"closer_outbound"}
    assert set(roles(hires(replace(drawn, model=ModelId("island")), 0.0))) == {"closer_outbound"}


# ------------------------------------------------------------------------------------------------------ the first ones


def alone(leads: float = 0.0, prospects: float = 0.0, *more: str) -> Chart:
    """Only a head of sales, and work."""
    return chart([HEAD, *(seat(role, role) for role in more)], sources=sources(leads, prospects))


def test_a_large_company_without_sellers_begins_with_two() -> None:
    found = hires(alone(400), growth=0.0)
    first = found.openings[0]
    assert (first.role, first.count, first.fte, first.reason) == ("account_executive", 2, 1.0, Reason.NOBODY)


def test_a_small_company_begins_with_two_for_half_the_week_each() -> None:
    found = hires(alone(100), growth=0.0, answers={"employees": 12})
    first = found.openings[0]
    assert (first.role, first.count, first.fte) == ("closer_outbound", 2, 0.5)


def test_inbound_becomes_a_seat_of_its_own_from_eighty_leads_on() -> None:
    def inbound(leads: float) -> list[Opening]:
        return [one for one in hires(alone(leads), growth=0.0).openings if one.part == "inbound"]

    assert inbound(80) == []
    assert [one.fte for one in inbound(120)] == [0.5]
    assert [one.fte for one in inbound(400)] == [1.0]


def test_the_first_inbound_seat_is_opened_before_there_are_eighty_leads() -> None:
    (first,) = (one for one in hires(alone(70), growth=0.03).openings if one.part == "inbound")
    assert first.trigger is not None
    assert first.trigger.above == pytest.approx(80 / 1.03**8)


def test_customers_of_a_subscription_are_kept_from_the_first_on() -> None:
    def care(**answers: str) -> list[Opening]:
        found = hires(alone(100, 0, "inbound_sdr"), growth=0.0, answers={**BIG, **answers})
        return [one for one in found.openings if one.part == "care"]

    at_once, later = care(business="subscription"), care(business="projects")
    assert at_once[0].timing is not None
    assert at_once[0].timing.needed == 0
    assert not later
    assert [one.role for one in at_once] == ["customer_success_manager"]


def test_a_part_an_agency_does_is_nobodys_seat() -> None:
    drawn = chart([HEAD, seat("agency", "lead_gen_agency")], sources=sources(0, 900))
    assert "outbound" not in {one.part for one in hires(drawn, 0.0).openings}


def test_from_some_size_on_a_company_sells() -> None:
    founder = chart([seat("boss", "founder_hunter")])
    grown = only(hires(founder, answers={"employees": 9, "inbound_leads": 0}))
    assert (grown.reason, grown.count, grown.fte) == (Reason.FIRST_SELLERS, 2, 0.5)
    small = hires(founder, answers={"employees": 8, "inbound_leads": 0})
    assert [one.reason for one in small.idle] == [Reason.FIRST_SELLERS]
    assert small.idle[0].trigger is not None
    assert (small.idle[0].trigger.measure, small.idle[0].trigger.above) == (Measure.EMPLOYEES, 8)
    worth = only(hires(founder, answers={"employees": 3, "ltv": 12_000}))
    assert worth.trigger is not None
    assert worth.trigger.measure is Measure.WORTH


def test_one_single_seller_gets_company() -> None:
    drawn = line(100, seats=team(closers=1))
    (second,) = by_reason(hires(drawn, growth=0.0), Reason.ONE_SELLER)
    assert (second.role, second.fte, second.spot.manager) == ("account_executive", 0.5, "head")
    waiting = line(100, seats=team(closers=1), more=(status(seat("ae2"), PLANNED),))
    assert not by_reason(hires(waiting, growth=0.0), Reason.ONE_SELLER)
    assert not hires(drawn, growth=0.0, answers={"employees": 6}).openings


# ----------------------------------------------------------------------------------------------------- what is missing


def test_nothing_drawn_and_nothing_said_is_told() -> None:
    with pytest.raises(NoHiringPlan, match="Nothing is drawn yet"):
        hires(chart(), answers={})


def test_so_many_leads_are_a_mistake() -> None:
    with pytest.raises(NoHiringPlan, match=r"more than 9.999 people"):
        hires(line(1e300))


def test_returns_without_end_are_told_in_words() -> None:
    ways = (
        *(handoff("in > x: raw_lead"), replace(handoff("x > y: raw_lead"), probability=1.0)),
        replace(handoff("y > x: raw_lead"), probability=1.0),
    )
    drawn = chart([seat("x", "desk"), seat("y", "desk")], handoffs=ways, sources=sources(10))
    with pytest.raises(NoHiringPlan, match="comes round without end"):
        hires(drawn)


def test_what_nobody_said_is_told() -> None:
    silent = replace(line(0), sources={})
    assert hires(silent, answers={}).gaps == (Gap.VOLUME, Gap.SALARY)
    assert hires(line(100), answers={}).gaps == (Gap.CUSTOMERS, Gap.SALARY)
    assert hires(line(100, handoffs=()), answers={}).gaps == (Gap.HANDOFFS, Gap.SALARY)
    assert hires(line(100), answers={"customers": 3}, cost_per_fte_month=6000).gaps == ()


def test_money_is_told_only_where_the_plan_knows_it() -> None:
    assert hires(line(400), growth=0.0).costs == {}
    found = hires(line(400), growth=0.0, cost_per_fte_month=6000)
    (cost,) = found.costs.values()
    assert (cost.a_month, cost.to_productive) == pytest.approx((6000 * 0.3, 6000 * 0.3 * 3))


def test_boundless_growth_is_cut_short_and_told() -> None:
    found = hires(line(900, 900), growth=1.0)
    assert len(found.openings) <= 60
    assert found.left_out > 0


def test_the_capacity_somebody_has_reckoned_already_is_taken() -> None:
    from salesorg_gui.capacity.capacity import capacity_of

    drawn = line(400)
    plan = Plan(answers=BIG, charts={drawn.id: drawn})
    known = capacity_of(plan, drawn, ENGLISH)
    assert hiring_plan(plan, drawn, ENGLISH, TODAY, capacity=known) == hiring_plan(plan, drawn, ENGLISH, TODAY)


def test_a_founder_or_a_leader_who_sells_gets_somebody_who_only_sells() -> None:
    ways = ["out > boss: target_prospect"]
    founder = chart([seat("boss", "founder_hunter")], handoffs=ways, sources=sources(0, 900))
    small = hires(founder, growth=0.0, answers={"employees": 7})
    assert "founder_hunter" not in roles(small)
    assert roles(small)[0] == "closer_outbound"
    leader = replace(seat("boss", "head_of_sales"), stages_added=(StageId("closing"),))
    drawn = chart([leader], handoffs=["in > boss: qualified_lead"], sources=sources(400))
    assert "head_of_sales" not in roles(hires(drawn, growth=0.0))


def test_whoever_does_the_same_elsewhere_and_has_time_is_asked_first() -> None:
    idle = seat("bench", "inbound_sdr", names=["Freja"])
    seats = (HEAD, *(replace(one, pod=pod("a").id) for one in team()[1:]), idle)
    lines = [f"{one.id} > head" for one in seats[1:]]
    found = hires(chart(seats, lines, LINE, sources(500), [pod("a")]), growth=0.0)
    assert {one.role: one.free for one in found.openings if one.part} == {
        "inbound_sdr": ("bench",),
        "account_executive": (),
    }


def test_who_keeps_customers_beside_closing_is_full_by_both() -> None:
    rep = replace(people(seat("rep", "island_rep"), 2), stages_added=(StageId("retention"),))
    drawn = chart([HEAD, rep], ["rep > head"], ["in > rep: raw_lead"], sources(120))
    few = hires(drawn, 0.0, {"employees": 40, "customers": 20})
    many = hires(drawn, 0.0, {"employees": 40, "customers": 90})
    first = [one for one in many.openings if one.part == "care"]
    assert first[0].trigger is not None
    assert (first[0].trigger.measure, first[0].role) == (Measure.CUSTOMERS, "customer_success_manager")
    assert not [one for one in few.openings if one.timing is not None and one.timing.needed == 0 and one.part == "care"]


def test_customers_that_never_fill_the_week_ask_for_nobody() -> None:
    drawn = line(20, seats=team(care=4), more=(status(seat("csm2", "customer_success_manager"), PLANNED),))
    found = hires(drawn, 0.0, {"employees": 40, "customers": 10})
    assert [(one.seat, one.timing) for one in found.idle] == [("csm2", None)]


def test_a_vacant_seat_with_a_split_week_is_listed_once() -> None:
    split = replace(
        status(seat("solo", "island_rep"), OPEN),
        shares={StageId("inbound_qualification"): 0.3, StageId("closing"): 0.7},
    )
    drawn = chart([HEAD, split], ["solo > head"], ["in > solo: raw_lead"], sources(90))
    assert [one.seat for one in hires(drawn, 0.0).openings if one.seat] == ["solo"]


def test_without_employees_and_worth_nobody_knows_when_to_sell() -> None:
    found = hires(chart([seat("boss", "founder_hunter")]), answers={})
    assert (found.openings, found.idle) == ((), ())


def test_a_large_start_has_its_leader_at_once() -> None:
    drawn = chart([seat("ae")], sources=sources(10))
    assert not by_reason(hires(drawn, 0.0, {"employees": 5}), Reason.LEADER)
    large = hires(drawn, 0.0, {"employees": 5, "start_team": "large_start_team"})
    assert by_reason(large, Reason.LEADER)


def test_a_leader_who_begins_early_enough_is_left_alone() -> None:
    soon = status(HEAD, PLANNED, "2027-02-01")
    drawn = line(200, seats=(soon, *team()[1:]), more=(status(seat("ae2"), PLANNED),))
    found = hires(drawn, 0.05)
    (head,) = (one for one in found.openings if one.seat == "head")
    later = next(one for one in found.openings if one.seat == "ae2")
    assert head.timing is not None
    assert later.timing is not None
    assert head.timing.start < later.timing.start
