"""What one more person at a seat brings."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity import straits
from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.worth import Worth, worths_of
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId, StageId
from tests.capacity.test_capacity import LINE, fte, line, reckoned, team
from tests.rules.builders import seat

ROLES = (
    *("inbound_sdr", "outbound_sdr", "account_executive", "closer_outbound", "island_rep"),
    *("customer_success_manager", "account_manager", "key_account_manager"),
)


def worth(found: Capacity, name: str) -> Worth:
    return next((one for one in worths_of(found).seats if one.seat == name), Worth(SeatId(name), 0.0, 0.0))


def two_closers(inbound: float, care: float) -> Chart:
    """The drawing of E7: two closers, one with half a week."""
    seats = (*team(inbound, 2.0, 1.0, care), fte(seat("b"), 0.5))
    return line(500, 700, seats, (*LINE, "sdr > b: qualified_lead", "b > csm: signed_customer"))


def test_one_more_person_in_care_lets_as_much_through_as_the_closers_can_take() -> None:
    found = worth(reckoned(two_closers(1.0, 1.0), base=30), "csm")
    assert found.flow == pytest.approx(75.0 - 57.777778, abs=1e-5)
    assert found.customers == pytest.approx(0.2 * (75.0 - 57.777778), abs=1e-5)


def test_who_does_not_hold_back_is_worth_nothing_more() -> None:
    found = worths_of(reckoned(two_closers(1.0, 2.0), base=30))
    assert [(one.seat, round(one.flow, 6)) for one in found.seats if one.flow] == [("ae", 50.0), ("b", 50.0)]
    assert (found.asked, found.possible) == (2, 2)


def test_where_all_get_through_one_more_person_only_shortens_the_wait() -> None:
    found = worths_of(reckoned(line(300, 0, team(1, 1, 3, 3))))
    assert [(one.seat, one.flow) for one in found.seats] == [("sdr", 0.0)]
    before = reckoned(line(300, 0, team(1, 1, 3, 3))).wait_hours
    assert before == pytest.approx(1.3)
    assert found.seats[0].wait == pytest.approx(reckoned(line(300, 0, team(2, 1, 3, 3))).wait_hours)


def test_nobody_waits_where_nothing_comes() -> None:
    assert worths_of(reckoned(line(0, 0))).seats == ()


def test_only_the_fullest_are_looked_at_where_there_are_many() -> None:
    found = worths_of(reckoned(two_closers(1.0, 2.0), base=30), most=1)
    assert (found.asked, found.possible) == (1, 2)
    assert [one.seat for one in found.seats if one.flow] == ["b"]


def test_who_keeps_customers_takes_some_off_the_one_who_is_full() -> None:
    seats = (*team(2, 2, 4, 1.0), seat("am", "account_manager"))
    drawn = line(500, 700, seats)
    found = reckoned(drawn, base=100)
    assert found.bottleneck.seats == ("csm",)
    assert worth(found, "am").flow > 1


def test_an_endless_room_needs_nobody() -> None:
    drawn = line(500, 0, team(0.5, 1, 1, 1))
    found = reckoned(drawn, figures={"onboarding_hours_per_customer": 0})
    assert [one.seat for one in worths_of(found).seats] == ["ae", "sdr"]


@given(st.data())
@pytest.mark.parametrize("most_seats", [400, 0])
def test_it_is_the_largest_flow_with_one_more_less_the_largest_now(most_seats: int, data: st.DataObject) -> None:
    extra = [
        fte(seat(f"x{n}", role), data.draw(st.sampled_from((0.5, 1.0))))
        for n, role in enumerate(data.draw(st.lists(st.sampled_from(ROLES), max_size=3)))
    ]
    shares = data.draw(st.sampled_from(({}, {StageId("closing"): 0.5, StageId("growth"): 0.5})))
    seats = (*team(*(data.draw(st.sampled_from((0.5, 1.0, 2.0))) for _ in range(4))), *extra)
    seats = tuple(replace(one, shares=shares) for one in seats)
    ways = [f"{giver} > {one.id}: qualified_lead" for one in extra for giver in ("sdr", "hunter")]
    ways += [f"{one.id} > csm: signed_customer" for one in extra] + [f"ae > {one.id}: signed_customer" for one in extra]
    volumes = data.draw(st.sampled_from(((400, 600), (900, 100), (2000, 2000))))
    base = data.draw(st.sampled_from((0.0, 20.0, 80.0)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(straits, "MOST_SEATS", most_seats)
        found = reckoned(line(*volumes, seats, (*LINE, *ways)), base)
        worths = {one.seat: one.flow for one in worths_of(found).seats}
        for n, one in enumerate(seats):
            more = replace(one, fte=one.fte + 1.0)
            grown = reckoned(line(*volumes, (*seats[:n], more, *seats[n + 1 :]), (*LINE, *ways)), base)
            gain = grown.bottleneck.flow - found.bottleneck.flow
            assert worths.get(one.id, 0.0) == pytest.approx(max(0.0, gain), abs=1e-5), one.id
