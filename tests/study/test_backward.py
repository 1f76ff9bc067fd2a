"""From a revenue target back to people: the worked cases, and what is missing today."""

import pytest

from salesorg_gui.capacity.capacity import capacity_of
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.records import Json
from salesorg_gui.study.backward import Ladder, customers_a_year, ladder_of
from tests.capacity.test_capacity import line
from tests.rules.builders import ENGLISH, plan_of

CLOSE = 1e-6
NOBODY = dict.fromkeys(Part, 0.0)


def ladder(leads: float, answers: dict[str, Json], have: dict[Part, float] = NOBODY) -> Ladder | None:
    drawn = line(leads, 300)
    return ladder_of(capacity_of(plan_of(drawn, answers), drawn, ENGLISH), have)


def test_a_target_above_what_inbound_brings_asks_for_prospects() -> None:
    found = ladder(200, {"revenue_target": 2_400_000, "contract_value": 10_000})
    assert found is not None
    assert found.outlook.customers == pytest.approx(20, abs=CLOSE)
    assert customers_a_year(found) == pytest.approx(240, abs=CLOSE)
    assert found.qualified_asked == pytest.approx(100, abs=CLOSE)
    assert found.outlook.prospects == pytest.approx(850, abs=CLOSE)
    assert [rung.need for rung in found.rungs[:3]] == pytest.approx([0.5, 2.833333, 2.0], abs=CLOSE)
    assert found.prospects_today == 300
    assert found.missing_leads == pytest.approx((850 - 300) * 0.05 / 0.2875, abs=CLOSE)
    assert found.managers == 1


def test_a_target_that_inbound_reaches_asks_for_no_prospects() -> None:
    found = ladder(80, {"revenue_target": 240_000, "contract_value": 5_000})
    assert found is not None
    assert found.qualified_asked == pytest.approx(20, abs=CLOSE)
    assert found.outlook.qualified_inbound == pytest.approx(23, abs=CLOSE)
    assert (found.outlook.prospects, found.missing_leads) == (0, 0)
    assert [rung.need for rung in found.rungs[:3]] == pytest.approx([0.2, 0, 0.4], abs=CLOSE)


def test_what_is_missing_is_told_in_tenths_and_what_there_is_more_is_not_counted() -> None:
    have = {Part.INBOUND: 2.0, Part.OUTBOUND: 1.0, Part.CLOSER: 1.0, Part.CARE: 0.1}
    found = ladder(200, {"revenue_target": 2_400_000, "contract_value": 10_000, "customers": 30}, have)
    assert found is not None
    gaps = {rung.part: rung.gap for rung in found.rungs}
    assert gaps == pytest.approx({Part.INBOUND: 0.0, Part.OUTBOUND: 1.9, Part.CLOSER: 1.0, Part.CARE: 1.2})
    assert found.gap == pytest.approx(4.1)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"revenue_target": 1_000_000},
        {"contract_value": 10_000},
        {"revenue_target": 1e308, "contract_value": 1e-308},
        {"revenue_target": 1_000_000, "contract_value": 10_000, "customers": 1e300},
    ],
)
def test_without_a_target_or_a_contract_that_makes_sense_there_is_no_ladder(answers: dict[str, Json]) -> None:
    assert ladder(100, answers) is None
