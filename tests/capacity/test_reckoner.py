"""The rules and the window ask for the same capacity; it is reckoned once."""

from dataclasses import replace

import pytest

from salesorg_gui.capacity import reckoner as reckoners
from salesorg_gui.capacity import straits
from salesorg_gui.capacity.capacity import Capacity, NoCapacity
from salesorg_gui.capacity.figures import situation_of
from salesorg_gui.capacity.reckoner import Reckoner
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, RoleId, SeatId
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.domain.records import Activity, Record
from tests.capacity.test_capacity import LINE, likely, line, sources, team
from tests.rules.builders import ENGLISH, Facts, handoff, plan_of, seat


def asked(reckoner: Reckoner, drawn: Chart, answers: Facts | None = None, *roles: OwnRole) -> Capacity:
    plan = plan_of(drawn, answers or {}, roles=roles)
    return reckoner(Duties(drawn, ENGLISH.with_plan_roles(plan.roles)), situation_of(plan, ENGLISH))


AE = SeatId("ae")


@pytest.mark.parametrize(
    "record",
    [
        replace(team()[2], title="Key seller", pod=PodId("north"), note="new"),
        replace(handoff("ae > csm: signed_customer"), condition="when paid", limit_hours=9),
    ],
)
def test_names_pods_and_conditions_make_no_difference(record: Record) -> None:
    reckoner = Reckoner()
    drawn = line(240, 300)
    before = asked(reckoner, drawn)
    assert asked(reckoner, drawn.with_records([record])) is before


@pytest.mark.parametrize(
    "record",
    [
        replace(team()[2], fte=0.5),
        replace(team()[2], activities=(Activity("CRM", "operations", 0.2),)),
        replace(team()[2], role=RoleId("island_rep")),
        seat("more"),
        sources(480, 300)[0],
        likely("ae > csm: signed_customer", 0.5),
    ],
)
def test_whatever_is_reckoned_with_makes_one(record: Record) -> None:
    reckoner = Reckoner()
    drawn = line(240, 300)
    before, after = asked(reckoner, drawn), drawn.with_records([record])
    now = asked(reckoner, after)
    assert now is not before
    assert now == asked(Reckoner(), after)


def test_answers_and_roles_of_the_plan_make_one() -> None:
    reckoner = Reckoner()
    drawn = line(240, 300)
    first = asked(reckoner, drawn)
    second = asked(reckoner, drawn, {"customers": 50})
    assert second is not first
    hunting = OwnRole(RoleId("account_executive"), stages=())
    assert asked(reckoner, drawn, {"customers": 50}, hunting) is not second


def test_on_a_large_chart_the_pod_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    for part in (reckoners, straits):
        monkeypatch.setattr(part, "MOST_SEATS", 1)
    reckoner = Reckoner()
    together = replace(team()[2], pod=PodId("south"))
    seats = (*team()[:2], together, replace(together, id=SeatId("second")), team()[3])
    drawn = line(240, 300, seats, (*LINE, "sdr > second: qualified_lead"))
    before = asked(reckoner, drawn)
    assert before.bottleneck.seats == ()
    moved = drawn.with_records([replace(together, pod=PodId("north"))])
    now = asked(reckoner, moved)
    assert now is not before
    assert now.flow is before.flow
    fresh = asked(Reckoner(), moved)
    assert now == fresh
    assert now.bottleneck == fresh.bottleneck
    assert now.bottleneck.seats == ("ae",)
    assert now.routes == fresh.routes
    twice = now.at(2.0).moved(drawn)
    assert twice == before.at(2.0)
    assert twice.routes == before.at(2.0).routes


def test_what_cannot_be_reckoned_is_refused_each_time() -> None:
    reckoner = Reckoner()
    ways = (handoff("in > one: raw_lead"), handoff("one > one: raw_lead"))
    drawn = line(10, 0, [seat("one", "marketing")], ways)
    for _time in range(2):
        with pytest.raises(NoCapacity, match="comes round without end"):
            asked(reckoner, drawn)
    assert asked(reckoner, line(10, 0)).has_volume
