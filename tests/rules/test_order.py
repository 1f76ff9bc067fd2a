"""What the order of records must not change: sums to the last digit, and the order of what a finding names."""

from dataclasses import replace
from itertools import permutations

from salesorg_gui.capacity.capacity import capacity_of
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SourceId
from salesorg_gui.domain.records import Lane, Source
from salesorg_gui.rules.amounts import in_any_order
from tests.rules.builders import ENGLISH, chart, one, plan_of, seat

TENTHS = (0.1, 0.2, 0.3, 0.7)


def sources() -> list[Source]:
    return [Source(SourceId(f"in{n}"), Lane.INBOUND, per_month=amount * 1_000) for n, amount in enumerate(TENTHS)]


def qualifying(*hours: float | None) -> Chart:
    """One person for the leads of four sources, each with a time limit of its own."""
    names = [f"in{n} > x: raw_lead" for n in range(len(TENTHS))]
    drawn = chart([seat("x", "inbound_sdr")], [], names, sources())
    limits = dict(zip(sorted(drawn.handoffs), hours, strict=True))
    handoffs: dict = {id: replace(handoff, limit_hours=limits[id]) for id, handoff in drawn.handoffs.items()}
    return replace(drawn, handoffs=handoffs)


def turned(drawn: Chart) -> Chart:
    return replace(
        drawn,
        sources=dict(reversed(list(drawn.sources.items()))),
        handoffs=dict(reversed(list(drawn.handoffs.items()))),
    )


def test_a_sum_is_the_same_in_any_order() -> None:
    assert len({in_any_order(some) for some in permutations((1e16, 1.0, -1e16, 0.1))}) == 1
    assert in_any_order([]) == 0


def test_what_many_sources_bring_adds_up_alike_in_any_order() -> None:
    drawn = qualifying(1, 1, 1, 1)
    charts = [replace(drawn, sources=dict(some)) for some in permutations(drawn.sources.items())]
    found = [capacity_of(plan_of(one), one, ENGLISH) for one in charts]
    assert len({capacity.bottleneck.demand for capacity in found}) == 1
    assert len({capacity.leads for capacity in found}) == 1


def test_handoffs_that_are_too_slow_are_named_in_one_order() -> None:
    drawn = qualifying(1, 2, 3, 400)
    slow = one("capacity-slow-response", drawn)
    assert slow.handoffs == tuple(sorted(slow.handoffs))
    assert one("capacity-slow-response", turned(drawn)) == slow


def test_a_time_limit_of_nothing_is_no_limit_a_lead_could_keep() -> None:
    drawn = qualifying(0, -1, 3, None)
    slow = one("capacity-slow-response", drawn)
    assert [drawn.handoffs[id].limit_hours for id in slow.handoffs] == [3]
