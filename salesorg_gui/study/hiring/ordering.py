"""Who is hired before whom: leaders before those they lead, the first closer before those who fetch leads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import inf

import networkx as nx

from salesorg_gui.capacity.work import Part
from salesorg_gui.study.hiring.firsts import sells
from salesorg_gui.study.hiring.grounds import Grounds
from salesorg_gui.study.hiring.openings import Opening, Reason
from salesorg_gui.study.hiring.pace import Pace, Timing

FETCHING = frozenset({Part.INBOUND, Part.OUTBOUND})
LAST = 99
APART = 1.0
"""Months by which a leader begins before those who are led: it helps to hire them."""

type Precedence = nx.DiGraph[str]


def in_order(openings: Sequence[Opening], grounds: Grounds) -> tuple[Opening, ...]:
    """All openings, timed so that leaders come first, in the order in which they are searched for.

    The order breaks no precedence: of the hires that may come next it takes the one searched for first, of several in
    one month the one that stands first in the order of first hires. Leaders whom nothing else asks for are needed as
    soon as those they lead.
    """
    leading = _graph(openings, _leads(openings, grounds))
    timed = _leaders_first({one.id: one for one in openings}, leading, grounds.pace)
    graph = _graph(openings, [*leading.edges, *_closers_first(openings, grounds)])
    places = {role.role: role.order for role in grounds.org.catalogue.hire_order}

    at = {one.id: number for number, one in enumerate(openings)}

    def place(id: str) -> tuple[float, int, float, bool, int]:
        one = timed[id]
        lineage = grounds.org.graphs.duties.lineage(one.role)
        order = next((places[role] for role in lineage if role in places), LAST)
        if one.timing is None:
            return inf, order, inf, one.seat is None, at[id]
        return int(one.timing.search), order, one.timing.needed, one.seat is None, at[id]

    return tuple(timed[id] for id in nx.lexicographical_topological_sort(graph, place))


def _graph(openings: Sequence[Opening], edges: Iterable[tuple[str, str]]) -> Precedence:
    """Who comes before whom. Hires that lead one another in a circle have no order."""
    graph: Precedence = nx.DiGraph()
    graph.add_nodes_from(one.id for one in openings)
    graph.add_edges_from(edges)
    circles = [group for group in nx.strongly_connected_components(graph) if len(group) > 1]
    graph.remove_edges_from([edge for group in circles for edge in graph.edges(group) if edge[1] in group])
    return graph


def _leaders_first(timed: dict[str, Opening], leading: Precedence, pace: Pace) -> dict[str, Opening]:
    """Everybody who is led begins later than the leader: leaders earlier where that can be, else reports later."""
    order = list(nx.topological_sort(leading))
    for id in reversed(order):
        starts = [timing.start for report in leading[id] if (timing := timed[report].timing) is not None]
        if starts:
            timed[id] = _in_time(timed[id], min(starts) - APART, pace)
    for id in order:
        leader = timed[id].timing
        for report in leading[id] if leader is not None else ():
            if (own := timed[report].timing) is not None and leader is not None:
                timed[report] = replace(timed[report], timing=own.not_before(leader.start + APART, pace))
    return timed


def _in_time(leader: Opening, start: float, pace: Pace) -> Opening:
    """The leader at work by then, if that can be."""
    if leader.timing is not None and leader.timing.start <= start:
        return leader
    needed = start + pace.ramp
    if leader.timing is not None:
        needed = min(needed, leader.timing.needed)
    return replace(leader, timing=Timing.of(max(0.0, needed), pace))


def _leads(openings: Sequence[Opening], grounds: Grounds) -> Iterator[tuple[str, str]]:
    """Which openings lead which others; a first head of sales leads all who sell."""
    by_seat = {one.seat: one.id for one in openings if one.seat is not None}
    for one in openings:
        leader = by_seat.get(one.spot.manager) if one.spot.manager is not None else None
        if leader is not None and leader != one.id:
            yield leader, one.id
        if one.reason is Reason.LEADER:
            yield from ((one.id, other.id) for other in openings if other.id != one.id and sells(other, grounds))


def _closers_first(openings: Sequence[Opening], grounds: Grounds) -> Iterator[tuple[str, str]]:
    """Where nobody closes yet, whoever fetches leads would fetch them for nobody."""
    wanted = frozenset(grounds.org.hiring.wanted)
    if any(seat not in wanted for seat in grounds.capacity.workers[Part.CLOSER]):
        return
    closers = [one.id for one in openings if one.part is Part.CLOSER]
    for one in openings:
        if one.part in FETCHING and closers:
            yield closers[0], one.id
