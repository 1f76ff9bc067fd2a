"""Leads on their way through drawn organisations: loads, bottleneck, losses."""

from collections.abc import Iterable
from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity import straits
from salesorg_gui.capacity.capacity import Capacity, NoCapacity, capacity_of
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, RoleId, SeatId, SourceId, StageId
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import Activity, Handoff, Json, Lane, Seat, Source
from tests.rules.builders import ENGLISH, chart, handoff, plan_of, seat

LINE = (
    *("in > sdr: raw_lead", "out > hunter: target_prospect", "sdr > ae: qualified_lead"),
    *("hunter > ae: qualified_lead", "ae > csm: signed_customer"),
)


def sources(leads: float, prospects: float) -> tuple[Source, ...]:
    return (
        Source(SourceId("in"), Lane.INBOUND, per_month=leads),
        Source(SourceId("out"), Lane.OUTBOUND, per_month=prospects),
    )


def fte(one: Seat, amount: float) -> Seat:
    return replace(one, fte=amount)


def team(inbound: float = 1.0, outbound: float = 1.0, closer: float = 1.0, care: float = 1.0) -> tuple[Seat, ...]:
    return (
        fte(seat("sdr", "inbound_sdr"), inbound),
        fte(seat("hunter", "outbound_sdr"), outbound),
        fte(seat("ae"), closer),
        fte(seat("csm", "customer_success_manager"), care),
    )


def line(leads: float, prospects: float, seats: Iterable[Seat] = (), ways: Iterable[str | Handoff] = LINE) -> Chart:
    return chart(tuple(seats) or team(), handoffs=ways, sources=sources(leads, prospects))


def reckoned(drawn: Chart, base: float = 0, figures: dict[str, Json] | None = None) -> Capacity:
    plan = plan_of(drawn, {"customers": base}, {"capacity": figures or {}})
    return capacity_of(plan, drawn, ENGLISH)


def likely(text: str, probability: float, id: str = "") -> Handoff:
    return replace(handoff(text, id=id), probability=probability)


def test_leads_and_prospects_become_customers_along_the_line() -> None:
    found = reckoned(line(240, 300))
    assert found.flow.at(SeatId("ae"), Phase.QUALIFIED) == pytest.approx(84)
    assert (found.qualified, found.flow.customers) == pytest.approx((84, 16.8))
    needs = [found.need(part) for part in (Part.INBOUND, Part.OUTBOUND, Part.CLOSER, Part.CARE)]
    assert needs == pytest.approx([0.6, 1.0, 1.68, 0.581538], abs=1e-6)
    assert found.flow.along[HandoffId("h ae > csm: signed_customer")] == pytest.approx(16.8)


def test_customers_of_today_load_those_who_keep_them() -> None:
    found = reckoned(line(400, 600), base=60)
    assert found.need(Part.CARE) == pytest.approx(2.203846, abs=1e-6)
    assert found.loads[SeatId("csm")].utilisation == pytest.approx(2.203846, abs=1e-6)


def test_key_account_managers_keep_fewer_customers() -> None:
    seats = (*team()[:3], seat("csm", "key_account_manager"))
    ways = (*LINE[:-1], "ae > csm: signed_customer")
    assert reckoned(line(0, 0, seats, ways), base=20).need(Part.CARE) == pytest.approx(2.0)
    seats = (*team()[:3], seat("csm", "account_manager"))
    assert reckoned(line(0, 0, seats, ways), base=30).need(Part.CARE) == pytest.approx(0.5)


def test_one_who_does_everything_passes_all_on_to_himself() -> None:
    drawn = chart([seat("solo", "island_rep")], handoffs=["in > solo: raw_lead"], sources=sources(240, 0))
    found = reckoned(drawn)
    assert found.flow.customers == pytest.approx(13.8)
    assert found.loads[SeatId("solo")].need[Part.CLOSER] == pytest.approx(1.38)


def test_hot_leads_that_go_straight_to_a_closer_are_not_counted_twice() -> None:
    drawn = line(240, 0, ways=(*LINE, "in > ae: hot_lead"))
    found = reckoned(drawn)
    assert found.flow.along[HandoffId("h in > ae: hot_lead")] == pytest.approx(12)
    assert found.qualified == pytest.approx(69)


def test_a_hot_lead_of_the_sdr_is_a_part_of_what_it_qualifies() -> None:
    ways = (*LINE, "sdr > ae: hot_lead")
    found = reckoned(line(240, 0, ways=ways))
    assert found.flow.along[HandoffId("h sdr > ae: hot_lead")] == pytest.approx(12)
    assert found.qualified == pytest.approx(69)


def test_what_a_closer_sends_back_is_qualified_again() -> None:
    back = likely("ae > sdr: rejected_lead", 0.2)
    found = reckoned(line(240, 0, ways=(*LINE, back)))
    per_lead = 0.05 + 0.95 * 0.25
    leads = 240 / (1 - per_lead * 0.2)
    assert found.flow.at(SeatId("sdr"), Phase.LEAD) == pytest.approx(leads)
    assert found.flow.customers == pytest.approx(leads * per_lead * 0.8 * 0.2)


def test_returns_without_a_probability_do_not_count() -> None:
    assert reckoned(line(240, 0, ways=(*LINE, "ae > sdr: rejected_lead"))).qualified == pytest.approx(69)


def test_a_return_to_one_who_does_not_begin_stays_qualified() -> None:
    seats = (*team(), seat("late"))
    ways = (*LINE, likely("ae > late: rejected_lead", 0.5))
    found = reckoned(line(240, 0, seats, ways))
    assert found.flow.at(SeatId("late"), Phase.QUALIFIED) == pytest.approx(34.5)


def test_returns_without_end_are_refused_in_words() -> None:
    passing = OwnRole(RoleId("desk"), "Desk", stages=())
    seats = (*team()[2:], seat("one", "desk", title="Front desk"), seat("two", "desk", names=["Bo"]))
    ways = (
        handoff("in > one: raw_lead"),
        likely("one > two: raw_lead", 1.0),
        likely("two > one: raw_lead", 1.0),
    )
    drawn = chart(seats, handoffs=ways, sources=sources(10, 0))
    plan = Plan(charts={drawn.id: drawn}, roles={passing.id: passing})
    with pytest.raises(NoCapacity, match="What Bo, Front desk hand back comes round without end"):
        capacity_of(plan, drawn, ENGLISH)


def test_what_nobody_takes_further_is_lost() -> None:
    found = reckoned(line(240, 0, ways=("in > csm: raw_lead",)))
    assert sum(found.flow.lost.values()) == pytest.approx(240)
    assert found.flow.customers == 0


def test_probabilities_beyond_one_are_brought_down_to_one() -> None:
    seats = (*team(), seat("other"))
    ways = (LINE[0], likely("sdr > ae: qualified_lead", 0.9), likely("sdr > other: qualified_lead", 0.9))
    found = reckoned(line(240, 0, seats, ways))
    assert found.flow.at(SeatId("other"), Phase.QUALIFIED) == pytest.approx(34.5)


def test_a_handoff_without_an_object_carries_what_the_giver_has_made() -> None:
    ways = ("in > sdr", "sdr > ae", "ae > csm")
    assert reckoned(line(240, 0, ways=ways)).flow.customers == pytest.approx(13.8)


def test_operations_and_leading_take_time_from_customers() -> None:
    busy = replace(seat("ae"), activities=(Activity("CRM", "operations", 0.2),))
    found = reckoned(line(0, 1000, (*team()[:2], busy, team()[3])))
    assert found.loads[SeatId("ae")].have == pytest.approx(0.8)
    assert found.loads[SeatId("ae")].utilisation == pytest.approx(50 / 40)


def test_a_seat_without_people_has_work_and_no_time() -> None:
    nobody = replace(seat("ae"), headcount=0)
    found = reckoned(line(240, 0, (*team()[:2], nobody, team()[3])))
    assert found.loads[SeatId("ae")].utilisation == inf
    assert reckoned(line(0, 0, (nobody,))).loads[SeatId("ae")].utilisation == 0


def test_time_is_split_between_parts_as_the_shares_say() -> None:
    both = replace(
        seat("ae", "closer_outbound"), shares={StageId("closing"): 0.75, StageId("outbound_prospecting"): 0.25}
    )
    works = reckoned(chart([both])).works[both.id]
    assert (works.fte_for(Part.CLOSER), works.fte_for(Part.OUTBOUND)) == pytest.approx((0.75, 0.25))


def test_time_for_work_a_seat_does_not_have_is_no_time_for_the_rest() -> None:
    odd = replace(seat("ae"), shares={StageId("growth"): 0.5, StageId("closing"): 0.0})
    works = reckoned(chart([odd])).works[odd.id]
    assert (works.fte_for(Part.CLOSER), works.is_told) == (1.0, False)


def test_the_lead_waits_in_the_queue_of_all_who_qualify() -> None:
    assert reckoned(line(300, 0)).wait_hours == pytest.approx(1.3)


def test_a_plan_without_volumes_says_so() -> None:
    assert not reckoned(line(0, 0)).has_volume
    assert reckoned(line(0, 0), base=3).has_volume


# ------------------------------------------------------------ the plan's own figures


def test_figures_of_the_plan_take_the_place_of_the_usual_ones() -> None:
    found = reckoned(line(240, 0), figures={"lead_to_qualified": 0.5, "hot_lead_share": 0, "span_max": 6.4})
    assert found.qualified == pytest.approx(120)
    assert found.situation.figures.span_max == 6


@pytest.mark.parametrize("nonsense", [-1, 0, "many", True, None, 10**400])
def test_figures_that_make_no_sense_do_not_count(nonsense: Json) -> None:
    assert reckoned(line(240, 0), figures={"inbound_leads_per_fte": nonsense}).need(Part.INBOUND) == pytest.approx(0.6)


def test_capacity_parameters_that_are_no_table_do_not_count() -> None:
    drawn = line(240, 0)
    assert capacity_of(plan_of(drawn, limits={"capacity": 7}), drawn, ENGLISH).need(Part.INBOUND) == pytest.approx(0.6)


# ------------------------------------------------------------ bottleneck


def test_care_that_is_full_holds_a_whole_line_back() -> None:
    drawn = line(500, 700, team(1, 2, 1.5, 1))
    found = reckoned(drawn, base=30).bottleneck
    assert found.flow * 0.2 == pytest.approx(11.5556, abs=1e-4)
    assert found.seats == (SeatId("csm"),)


@pytest.mark.parametrize("most_seats", [400, 0])
@pytest.mark.parametrize(
    ("inbound", "care", "flow", "held"),
    [(1.0, 1.0, 57.777778, ("csm",)), (1.0, 2.0, 75.0, ("ae", "b")), (0.1, 2.0, 41.5, ("hunter", "sdr"))],
)
def test_the_smallest_cut_names_the_seats_that_hold_back(
    inbound: float,
    care: float,
    flow: float,
    held: tuple[str, ...],
    most_seats: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(straits, "MOST_SEATS", most_seats)
    seats = (*team(inbound, 2.0, 1.0, care), fte(seat("b"), 0.5))
    ways = (*LINE, "sdr > b: qualified_lead", "b > csm: signed_customer")
    drawn = line(500, 700, seats, ways)
    found = reckoned(drawn, base=30).bottleneck
    assert found.demand == pytest.approx(178.75)
    assert found.flow == pytest.approx(flow, abs=1e-5)
    assert found.seats == tuple(map(SeatId, held))


def test_where_all_get_through_nobody_holds_back() -> None:
    drawn = line(100, 0, team(1, 1, 1, 2))
    found = reckoned(drawn).bottleneck
    assert found.flow == pytest.approx(found.demand)
    assert found.seats == ()


def test_customers_who_need_no_onboarding_are_taken_in_without_limit() -> None:
    drawn = line(100, 0)
    assert reckoned(drawn, figures={"onboarding_hours_per_customer": 0}).bottleneck.seats == ()


FTES = st.floats(0.0, 3.0)


@given(
    st.tuples(FTES, FTES, FTES, FTES), st.integers(0, 3), st.floats(0.1, 2.0), st.floats(0, 2000), st.floats(0, 2000)
)
def test_more_people_never_let_less_through(
    people: tuple[float, float, float, float], where: int, more: float, leads: float, prospects: float
) -> None:
    before = line(leads, prospects, team(*people))
    after = line(leads, prospects, team(*(p + more if n == where else p for n, p in enumerate(people))))
    less, much = (reckoned(drawn).bottleneck for drawn in (before, after))
    assert much.flow >= less.flow - 1e-6
    assert less.flow <= less.demand + 1e-6


ROLES = ("inbound_sdr", "outbound_sdr", "account_executive", "customer_success_manager", "island_rep", "marketing")
OBJECTS = ("raw_lead", "target_prospect", "qualified_lead", "signed_customer", "rejected_lead", "")


@given(st.data())
def test_nothing_appears_and_nothing_vanishes_on_the_way(data: st.DataObject) -> None:
    names = [f"s{n}" for n in range(data.draw(st.integers(1, 6)))]
    seats = [seat(name, data.draw(st.sampled_from(ROLES))) for name in names]
    ways = {}
    for n in range(data.draw(st.integers(0, 10))):
        text = (
            f"{data.draw(st.sampled_from(['in', 'out', *names]))} > {data.draw(st.sampled_from(names))}"
            f": {data.draw(st.sampled_from(OBJECTS))}"
        )
        ways[text] = (
            likely(text, data.draw(st.floats(0, 0.4)), id=f"h{n}") if data.draw(st.booleans()) else handoff(text)
        )
    company = chart(seats, handoffs=ways.values(), sources=sources(100, 200))
    try:
        found = reckoned(company)
    except NoCapacity:
        return
    for post, amount in found.flow.arriving.items():
        assert amount >= 0
        assert found.flow.lost.get(post, 0.0) <= amount + 1e-9
    assert all(amount >= 0 for amount in found.flow.along.values())
    assert all(load.total >= 0 for load in found.loads.values())
