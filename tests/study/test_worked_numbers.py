"""The worked numbers of the domain notes that take a chart: handoffs a customer goes through, and series E6 and E7."""

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SourceId
from salesorg_gui.domain.records import Lane, Source
from salesorg_gui.study.faces import Encounters
from tests.capacity.test_capacity import likely, line, reckoned, team
from tests.rules.builders import chart, handoff, seat

CLOSE = 1e-6


def split(*, goes_on: bool) -> Chart:
    """E8: two sources of 60 and 40 %, each with an SDR; 70 % of the customers to a CSM, 30 % to a KAM."""
    ways = [
        handoff("web > one: raw_lead"),
        handoff("fair > two: raw_lead"),
        handoff("one > ae: qualified_lead"),
        handoff("two > ae: qualified_lead"),
        likely("ae > csm: signed_customer", 0.7),
        likely("ae > kam: signed_customer", 0.3),
    ]
    if goes_on:
        ways.append(likely("csm > am: onboarded_customer", 0.1))
    roles = {
        "one": "inbound_sdr",
        "two": "inbound_sdr",
        "ae": "account_executive",
        "csm": "customer_success_manager",
        "kam": "key_account_manager",
        "am": "account_manager",
    }
    lanes = [Source(SourceId(name), Lane.INBOUND, per_month=count) for name, count in (("web", 60), ("fair", 40))]
    return chart([seat(name, role) for name, role in roles.items()], handoffs=ways, sources=lanes)


@pytest.mark.parametrize(("goes_on", "handoffs"), [(False, 2.0), (True, 2.07)])
def test_a_customer_is_handed_on_as_often_as_in_the_worked_case(goes_on: bool, handoffs: float) -> None:
    met = Encounters(reckoned(split(goes_on=goes_on)).flow).all
    assert met.mean - 1 == pytest.approx(handoffs, abs=CLOSE)


def test_the_series_sticks_in_care_as_in_the_worked_case() -> None:
    found = reckoned(line(500, 700, team(1, 2, 1.5, 1)), base=30).bottleneck
    assert found.flow == pytest.approx(0.4 * (40 * 52 / 12) / 6 / 0.2, abs=CLOSE)
    assert found.flow * 0.2 == pytest.approx(11.5555555, abs=CLOSE)
    assert found.seats == ("csm",)
