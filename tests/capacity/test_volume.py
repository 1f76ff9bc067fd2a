"""The same chart with more or fewer leads: scaled, not reckoned anew, and yet the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity.capacity import Capacity, capacity_of, reckoned
from salesorg_gui.capacity.figures import situation_of
from salesorg_gui.capacity.flow import Flow
from salesorg_gui.capacity.work import Part
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from tests.capacity.test_capacity import LINE, likely, line, sources, team
from tests.rules.builders import ENGLISH, plan_of, seat

WAYS = (*LINE, likely("ae > sdr: rejected_lead", 0.2))


def drawn(leads: float, prospects: float, fte: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)) -> Chart:
    return line(leads, prospects, team(*fte), WAYS)


def capacity(chart: Chart, base: float = 0.0) -> Capacity:
    return capacity_of(plan_of(chart, {"customers": base}), chart, ENGLISH)


def seen(found: Capacity) -> list[float]:
    loads = [amount for seat in sorted(found.loads) for amount in found.loads[seat].need.values()]
    ways = [found.flow.along[id] for id in sorted(found.flow.along)]
    parts = [figure for part in Part for figure in (found.need(part), found.have(part))]
    totals = [found.leads, found.prospects, found.qualified, found.flow.customers]
    return [*loads, *ways, *parts, *totals, found.bottleneck.flow, found.bottleneck.demand]


@given(
    st.floats(0, 900),
    st.floats(0, 900),
    st.sampled_from((0.0, 20.0, 60.0, 150.0)),
    st.sampled_from((0.25, 0.5, 1.7, 3.0)),
)
def test_scaling_tells_what_reckoning_with_more_leads_tells(
    leads: float, prospects: float, base: float, volume: float
) -> None:
    scaled = capacity(drawn(leads, prospects), base).at(volume)
    anew = capacity(drawn(leads * volume, prospects * volume), base)
    assert seen(scaled) == pytest.approx(seen(anew), rel=1e-9, abs=1e-6)
    assert scaled.bottleneck.seats == anew.bottleneck.seats


def test_the_flow_is_not_walked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    found = capacity(drawn(240, 300))
    monkeypatch.setattr("salesorg_gui.capacity.capacity.flow_of", lambda *_: pytest.fail("walked again"))
    assert found.at(2.0).flow.steps is found.flow.steps


def test_from_one_volume_to_another_nothing_is_rounded_twice() -> None:
    found = capacity(drawn(240, 300))
    assert found.at(3.0).at(0.3).at(1.0) is found
    assert found.at(0.3).loads == found.at(3.0).at(0.3).loads


def test_the_customers_of_today_stay_as_many() -> None:
    found = capacity(drawn(400, 0), base=60)
    care = found.loads[SeatId("csm")]
    assert care.kept == pytest.approx(1.2)
    assert found.at(2.0).loads[SeatId("csm")].need[Part.CARE] == pytest.approx(2 * care.total - 1.2)


def test_a_situation_may_ask_for_another_volume() -> None:
    chart = drawn(240, 300)
    plan = plan_of(chart)
    asked = reckoned(Duties(chart, ENGLISH), replace(situation_of(plan, ENGLISH), volume=1.5))
    assert asked.leads == pytest.approx(360)
    assert asked.situation.volume == 1.5
    assert asked.at(1.0).leads == pytest.approx(240)


def test_an_empty_flow_scales_to_an_empty_one() -> None:
    assert Flow().scaled(3.0).along == {}


def test_the_ways_are_found_once_for_all_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    found = capacity(line(500, 700, (*team(), seat("other"))), base=30)
    assert found.at(2.0).bottleneck.seats
    monkeypatch.setattr("salesorg_gui.capacity.capacity.routes_of", lambda *_: pytest.fail("found again"))
    assert found.at(3.0).bottleneck.seats


def test_sources_alone_do_not_change() -> None:
    chart = line(240, 300)
    assert capacity(chart).at(2.0).chart.sources == {source.id: source for source in sources(240, 300)}
