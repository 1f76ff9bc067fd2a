"""The Handoffs view: columns along the journey, lanes below each other, everybody shown once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Record
from salesorg_gui.layout.flow import arrange_flow
from salesorg_gui.layout.layout import Layout
from tests.layout.charts import overlaps, random_chart, seat_key
from tests.layout.companies import chart_of, pod, rect, seats

CATALOGUE = load()
SEEDS = st.integers(0, 10_000)


def flow_of(chart: Chart) -> Layout:
    return arrange_flow(chart, CATALOGUE)


def team(name: str) -> list[Record | list[Record]]:
    return [
        pod(name),
        seats(f"{name}-in", role="inbound_sdr", pod=name),
        seats(f"{name}-ae", pod=name),
        seats(f"{name}-cs", role="customer_success_manager", pod=name),
    ]


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.sampled_from([3, 12, 60]))
def test_every_seat_and_source_stands_somewhere_and_none_on_another(seed: int, size: int) -> None:
    chart = random_chart(seed, size)
    layout = flow_of(chart)
    assert set(layout.cards) == {Key(kind, name) for kind in (Kind.SEAT, Kind.SOURCE) for name in chart.records(kind)}
    assert list(overlaps(dict(layout.cards))) == []


def test_a_seat_stands_in_the_column_of_its_first_stage_and_is_as_wide_as_its_stages() -> None:
    layout = flow_of(chart_of(*team("a")))
    flow = layout.flow
    assert flow is not None
    demo = next(column for column in flow.columns if "demo_negotiation" in column.stages)
    closing = next(column for column in flow.columns if "closing" in column.stages)
    assert (rect(layout, "a-ae").x, rect(layout, "a-ae").right) == (demo.x, closing.right)
    assert rect(layout, "a-in").right < demo.x


def test_a_leader_without_handoffs_stands_aside() -> None:
    layout = flow_of(chart_of(*team("a"), seats("boss", role="head_of_sales")))
    flow = layout.flow
    assert flow is not None
    assert flow.aside == ("boss",)
    assert flow.strip is not None
    assert flow.strip.united(layout.cards[seat_key("boss")]) == flow.strip
