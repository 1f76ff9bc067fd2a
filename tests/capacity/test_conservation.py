"""What must hold of every chart: the cut is as large as the flow, and what comes in goes out or is lost."""

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salesorg_gui.capacity.capacity import NoCapacity
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Handoff, Json
from tests.capacity.test_capacity import OBJECTS, ROLES, fte, likely, reckoned, sources
from tests.rules.builders import chart, handoff, seat

EVERYBODY: dict[str, Json] = {
    "lead_to_qualified": 1.0,
    "hot_lead_share": 0.0,
    "prospect_to_qualified": 1.0,
    "qualified_to_customer": 1.0,
}
"""Everybody goes on to the next stage, so that heads can be counted."""
MONTH = 40 * 52 / 12
FTES = st.lists(st.floats(0.0, 3.0), min_size=1, max_size=3)
VOLUMES = st.floats(0, 2000)


@st.composite
def companies(draw: st.DrawFn) -> Chart:
    """Any seats, any handoffs between them, returns among them."""
    names = [f"s{n}" for n in range(draw(st.integers(1, 6)))]
    seats = [seat(name, draw(st.sampled_from(ROLES))) for name in names]
    ways: dict[str, Handoff] = {}
    for n in range(draw(st.integers(0, 10))):
        ends = draw(st.sampled_from(["in", "out", *names])), draw(st.sampled_from(names))
        text = f"{ends[0]} > {ends[1]}: {draw(st.sampled_from(OBJECTS))}"
        ways[text] = likely(text, draw(st.floats(0, 0.4)), id=f"h{n}") if draw(st.booleans()) else handoff(text)
    return chart(seats, handoffs=ways.values(), sources=sources(100, 200))


@given(companies())
def test_what_comes_in_goes_out_or_is_lost(company: Chart) -> None:
    try:
        flow = reckoned(company, figures=EVERYBODY).flow
    except NoCapacity:
        return
    kept = sum(
        flow.amounts[post] * (1 - sum(share for _to, share in outs))
        for post, outs in flow.steps.items()
        if post % WIDTH == Phase.KEPT or (post in flow.taken and post % WIDTH == Phase.SIGNED)
    )
    assert kept + sum(flow.lost.values()) == pytest.approx(300.0, rel=1e-6)


@given(companies())
def test_each_seat_passes_on_no_more_than_came_to_it(company: Chart) -> None:
    try:
        flow = reckoned(company, figures=EVERYBODY).flow
    except NoCapacity:
        return
    for post, amount in flow.amounts.items():
        came = sum(
            flow.amounts[giver] * share for giver, outs in flow.steps.items() for to, share in outs if to == post
        )
        begun = {flow.posts.start(source): source.per_month for source in company.sources.values()}
        assert amount == pytest.approx(came + begun.get(post, 0.0), rel=1e-6, abs=1e-6)


@st.composite
def teams(draw: st.DrawFn) -> tuple[list[float], list[float], list[float], list[float], list[tuple[str, str]]]:
    """FTE of those who qualify, prospect, close and care, and who passes on to whom."""
    inbound, outbound, closers, care = (draw(FTES) for _part in range(4))
    finders = [f"sdr{n}" for n in range(len(inbound))] + [f"hunter{n}" for n in range(len(outbound))]
    sellers, keepers = [f"ae{n}" for n in range(len(closers))], [f"csm{n}" for n in range(len(care))]
    pairs = [(a, b) for a in finders for b in sellers] + [(a, b) for a in sellers for b in keepers]
    return inbound, outbound, closers, care, draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12))


type Team = tuple[list[float], list[float], list[float], list[float], list[tuple[str, str]]]


def drawn(team: Team, leads: float, prospects: float) -> Chart:
    """The chart of a team: leads go to all who qualify, prospects to all who prospect."""
    inbound, outbound, closers, care, pairs = team
    kinds = (
        ("sdr", "inbound_sdr", inbound),
        ("hunter", "outbound_sdr", outbound),
        ("ae", "account_executive", closers),
        ("csm", "customer_success_manager", care),
    )
    seats = [fte(seat(f"{name}{n}", role), amount) for name, role, ftes in kinds for n, amount in enumerate(ftes)]
    ways = [handoff(f"in > sdr{n}: raw_lead") for n in range(len(inbound))]
    ways += [handoff(f"out > hunter{n}: target_prospect") for n in range(len(outbound))]
    passed = {"ae": "signed_customer"}
    ways += [handoff(f"{a} > {b}: {passed.get(a[:2], 'qualified_lead')}") for a, b in pairs]
    return chart(seats, handoffs=ways, sources=sources(leads, prospects))


def graph_f(team: Team, leads: float, prospects: float, base: float) -> "nx.DiGraph[str]":
    """Graph F of the domain notes (5.7), from its words alone."""
    inbound, outbound, closers, care, pairs = team
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edge("S", "leads", capacity=leads * 0.2875)
    graph.add_edge("S", "prospects", capacity=prospects * 0.05)
    graph.add_node("T")
    whole = sum(care)
    for name, ftes, room in (("sdr", inbound, 400 * 0.2875), ("hunter", outbound, 300 * 0.05), ("ae", closers, 50.0)):
        for n, amount in enumerate(ftes):
            graph.add_edge(f"{name}{n} in", f"{name}{n} out", capacity=room * amount)
    for n, amount in enumerate(care):
        kept = base * amount / whole / 50 if whole else 0.0
        graph.add_edge(f"csm{n} in", f"csm{n} out", capacity=max(0.0, amount - kept) * MONTH / 6 / 0.2)
        graph.add_edge(f"csm{n} out", "T")
    graph.add_edges_from(("leads", f"sdr{n} in") for n in range(len(inbound)))
    graph.add_edges_from(("prospects", f"hunter{n} in") for n in range(len(outbound)))
    graph.add_edges_from((f"{a} out", f"{b} in") for a, b in pairs)
    return graph


@example(([0.1875, 0.0625], [0.0], [9.4e-136], [1.0], [("sdr0", "ae0"), ("ae0", "csm0")]), 100.0, 0.0, 0.0)
@given(teams(), VOLUMES, VOLUMES, st.floats(0, 100))
def test_the_cut_is_as_large_as_the_flow(team: Team, leads: float, prospects: float, base: float) -> None:
    found = reckoned(drawn(team, leads, prospects), base).bottleneck
    graph = graph_f(team, leads, prospects, base)
    search = nx.algorithms.flow.shortest_augmenting_path  # the usual one stumbles over amounts like 1e-136
    cut, _sides = nx.minimum_cut(graph, "S", "T", flow_func=search)
    flow = nx.maximum_flow_value(graph, "S", "T", flow_func=search)
    assert found.flow == pytest.approx(flow, rel=1e-6, abs=1e-5)
    assert found.flow == pytest.approx(cut, rel=1e-6, abs=1e-5)
    assert found.flow <= found.demand + 1e-6


@given(teams(), VOLUMES, VOLUMES, st.data())
def test_more_time_anywhere_never_lets_less_through(
    team: Team, leads: float, prospects: float, data: st.DataObject
) -> None:
    before = drawn(team, leads, prospects)
    where = data.draw(st.sampled_from(sorted(before.seats)))
    more = replace(before.seats[where], fte=before.seats[where].fte + data.draw(st.floats(0.1, 2.0)))
    after = replace(before, seats={**before.seats, SeatId(where): more})
    assert reckoned(after).bottleneck.flow >= reckoned(before).bottleneck.flow - 1e-6
