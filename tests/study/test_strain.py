"""How hard what comes in presses on seats and handoffs."""

from dataclasses import replace
from math import inf

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId
from salesorg_gui.study.strain import Strain
from tests.capacity.test_capacity import LINE, fte, likely, line, reckoned, team
from tests.rules.builders import handoff, seat

RAW, PROSPECT = HandoffId("h in > sdr: raw_lead"), HandoffId("h out > hunter: target_prospect")
QUALIFIED, SIGNED = HandoffId("h sdr > ae: qualified_lead"), HandoffId("h ae > csm: signed_customer")


def limited(limit: float | None) -> Chart:
    """300 leads for one who qualifies 400, to be taken up within so many hours."""
    first = replace(handoff(LINE[0]), limit_hours=limit)
    return line(300, 150, team(1.0, 1.0, 4.0, 2.0), (first, *LINE[1:]))


def strain(chart: Chart, base: float = 0.0, **figures: float) -> Strain:
    return Strain.of(reckoned(chart, base, dict(figures)))


def test_a_handoff_is_as_hot_as_its_receiver_is_full() -> None:
    found = strain(limited(None))
    assert found.heat(RAW) == found.fullness(RAW) == pytest.approx(0.75)
    assert found.flow(RAW) == pytest.approx(300)
    assert found.wait_share(RAW) is None


def test_a_short_limit_makes_it_hotter_than_the_receiver_is_full() -> None:
    found = strain(limited(1.0))
    assert found.wait(RAW) == pytest.approx(1.3)
    assert found.heat(RAW) == pytest.approx(1.3)


def test_a_day_is_as_long_as_people_work() -> None:
    assert strain(limited(24.0)).wait_share(RAW) == pytest.approx(1.3 / 8)


def test_no_time_at_all_is_always_too_short() -> None:
    assert strain(limited(0.0)).heat(RAW) == inf


def test_a_list_of_prospects_does_not_queue() -> None:
    found = strain(limited(1.0))
    assert found.wait(PROSPECT) is None
    assert found.heat(PROSPECT) == pytest.approx(0.5)


def test_customers_are_waited_for_by_those_who_keep_others() -> None:
    found = strain(limited(1.0), base=50)
    customers = (300 * 0.2875 + 150 * 0.05) * 0.2
    assert found.flow(SIGNED) == pytest.approx(customers)
    assert found.fullness(SIGNED) == pytest.approx((1 + customers * 6 / 173.333333) / 2)
    assert found.wait(SIGNED) == pytest.approx(
        (customers / (173.333333 / 6)) / (173.333333 / 6 - customers) * 173.333333, rel=1e-6
    )
    assert strain(limited(1.0), base=100).heat(SIGNED) == inf
    assert strain(limited(1.0), onboarding_hours_per_customer=0).wait(SIGNED) == 0.0


def test_more_leads_make_it_hotter_and_the_widths_keep_their_measure() -> None:
    found = strain(limited(None))
    assert found.at(2.0).heat(RAW) == pytest.approx(1.5)
    assert found.at(2.0).flow(QUALIFIED) == pytest.approx(2 * found.flow(QUALIFIED))
    assert found.at(2.0).volume(SourceId("in")) == pytest.approx(600)
    assert found.at(2.0).largest == found.largest == pytest.approx(300)
    assert found.at(2.0).ways is found.ways
    assert found.at(2.0).seats[SeatId("sdr")] == pytest.approx(1.5)


def test_who_only_passes_on_is_not_hot() -> None:
    ways = ("in > desk: raw_lead", "desk > sdr: raw_lead", *LINE[1:])
    seats = (*team(), fte(seat("desk", "marketing"), 1.0))
    found = strain(line(300, 0, seats, ways))
    assert found.flow(HandoffId("h in > desk: raw_lead")) == pytest.approx(300)
    assert found.heat(HandoffId("h in > desk: raw_lead")) is None
    assert found.wait(HandoffId("h in > desk: raw_lead")) is None
    assert found.wait_share(HandoffId("h in > desk: raw_lead")) is None


def test_what_is_not_known_yet_carries_nothing() -> None:
    found = strain(limited(None))
    assert found.flow(HandoffId("new")) == 0.0
    assert found.fullness(HandoffId("new")) is None
    assert found.volume(SourceId("new")) == 0.0


def test_a_return_without_a_probability_carries_nothing_and_one_with_it_does() -> None:
    back = likely("ae > sdr: rejected_lead", 0.2)
    found = strain(line(240, 0, team(2, 1, 4, 2), (*LINE, back)))
    assert found.flow(back.id) == pytest.approx(0.2 * found.capacity.qualified)
    assert (
        strain(line(240, 0, team(), (*LINE, "ae > sdr: rejected_lead"))).flow(HandoffId("h ae > sdr: rejected_lead"))
        == 0.0
    )


def test_work_without_anybody_is_endless() -> None:
    assert strain(line(240, 0, team(0.0))).fullness(RAW) == inf


def test_nobody_is_loaded_where_nothing_comes() -> None:
    assert strain(line(0, 0)).seats == {}
    assert strain(line(0, 0)).heat(RAW) is None
    assert strain(line(0, 0, team(0.0))).largest == 0.0


def test_a_closer_is_waited_for_in_one_queue_of_qualified_leads() -> None:
    found = strain(line(400, 0, team(2.0, 1.0, 3.0, 3.0)))
    load = 115 / 150
    assert found.wait(QUALIFIED) == pytest.approx(load / (150 - 115) * 173.333333)
