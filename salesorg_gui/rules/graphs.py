"""The graphs of one chart: reporting lines (R, dotted D), handoffs (H), the customer flow (C), the journey (X).

Each is built on first use and once per chart, so a rule pays only for what it asks. Records are entered in the order
of their ids: the same chart gives the same graphs whatever way it came about.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import networkx as nx

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import BySeat
from salesorg_gui.domain.ids import HandoffId, LineId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Line, LineKind
from salesorg_gui.rules import walks


class LeadSource(NamedTuple):
    """A lead source as a node; a source and a seat may share an id."""

    source: SourceId


type Giver = SeatId | LeadSource
type SeatGraph = nx.DiGraph[SeatId]
type HandoffGraph = nx.MultiDiGraph[Giver]
type CustomerGraph = nx.DiGraph[Giver]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A handoff between two ends that exist, with what is handed over (``None``: nothing, or nothing known)."""

    handoff: Handoff
    giver: Giver
    taker: SeatId
    object: HandedObject | None

    @property
    def is_return(self) -> bool:
        """Whether it goes back on purpose: marked as a return, or of an object that is one."""
        return self.handoff.is_return or (self.object is not None and self.object.kind is ObjectKind.RETURN)

    @property
    def moves_customer(self) -> bool:
        """Whether a lead or customer moves on: no return, and no opportunity that begins a new round."""
        known = self.object
        return known is not None and known.kind is ObjectKind.CUSTOMER and not self.is_return and not known.reentry


@dataclass(frozen=True)
class Graphs:
    """All graphs of one chart. ``catalogue`` has the plan's own roles laid over it already."""

    chart: Chart
    catalogue: Catalogue

    @cached_property
    def duties(self) -> Duties:
        """Roles, stages and objects of the seats."""
        return Duties(self.chart, self.catalogue)

    @cached_property
    def reporting(self) -> SeatGraph:
        """R: solid lines, manager -> report. Neighbours without a line and lines to missing seats are left out."""
        graph: SeatGraph = nx.DiGraph()
        lined = {end for line in self._solid for end in (line.report, line.manager)}
        roles = self.duties.roles
        graph.add_nodes_from(seat for seat, role in roles.items() if seat in lined or not role.is_neighbour)
        graph.add_edges_from((line.manager, line.report) for line in self._solid)
        return graph

    @cached_property
    def dotted(self) -> SeatGraph:
        """D: dotted lines, adviser -> advised, between seats that exist."""
        graph: SeatGraph = nx.DiGraph()
        graph.add_nodes_from(self.duties.roles)
        graph.add_edges_from((line.manager, line.report) for line in self._between_seats(LineKind.DOTTED))
        return graph

    @cached_property
    def handoffs(self) -> HandoffGraph:
        """H: every handoff between ends that exist, keyed by its id."""
        graph: HandoffGraph = nx.MultiDiGraph()
        graph.add_nodes_from(self.duties.roles)
        graph.add_nodes_from(LeadSource(source) for source in sorted(self.chart.sources))
        for delivery in self.deliveries:
            handoff, known = delivery.handoff, delivery.object
            graph.add_edge(
                delivery.giver,
                delivery.taker,
                key=handoff.id,
                object=known.id if known else None,
                kind=known.kind if known else None,
                condition=handoff.condition,
                sla_hours=handoff.limit_hours,
                is_return=delivery.is_return,
                probability=handoff.probability,
            )
        return graph

    @cached_property
    def customers(self) -> CustomerGraph:
        """C: who hands leads or customers on to whom; ``handoffs`` of an edge are the ids drawn between the two."""
        graph: CustomerGraph = nx.DiGraph()
        graph.add_nodes_from(self.duties.roles)
        graph.add_nodes_from(LeadSource(source) for source in sorted(self.chart.sources))
        drawn: dict[tuple[Giver, SeatId], list[HandoffId]] = defaultdict(list)
        for delivery in self.moves:
            drawn[delivery.giver, delivery.taker].append(delivery.handoff.id)
        graph.add_edges_from((giver, taker, {"handoffs": tuple(ids)}) for (giver, taker), ids in drawn.items())
        return graph

    @cached_property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Handoffs whose two ends exist, by id."""
        objects = self.catalogue.objects
        found: list[Delivery] = []
        for id in sorted(self.chart.handoffs):
            handoff = self.chart.handoffs[id]
            giver = self._giver(handoff)
            if giver is not None and handoff.target in self.chart.seats:
                known = objects.get(handoff.object) if handoff.object is not None else None
                found.append(Delivery(handoff, giver, handoff.target, known))
        return tuple(found)

    @cached_property
    def takers(self) -> Mapping[Giver, tuple[SeatId, ...]]:
        """Whom each seat and lead source hands something to, each once."""
        takers: dict[Giver, dict[SeatId, None]] = defaultdict(dict)
        for delivery in self.deliveries:
            takers[delivery.giver][delivery.taker] = None
        return {giver: tuple(seats) for giver, seats in takers.items()}

    @cached_property
    def moves(self) -> tuple[Delivery, ...]:
        """The deliveries that move a lead or customer on."""
        return tuple(delivery for delivery in self.deliveries if delivery.moves_customer)

    @BySeat
    def passes(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """The edges of C between two different seats: whom each seat hands customers on to, each once."""
        takers = (handoff.target for handoff in self.chart.handoffs_from.get(seat, ()) if self._passes(handoff))
        return tuple(sorted(set(takers))) or None

    @BySeat
    def passed_by(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """The same edges from their other end: who hands customers on to each seat."""
        givers = (SeatId(handoff.source) for handoff in self.chart.handoffs_to.get(seat, ()) if self._passes(handoff))
        return tuple(sorted(set(givers))) or None

    def _passes(self, handoff: Handoff) -> bool:
        """Whether a handoff moves a customer on from one seat to another."""
        seats, ends = self.chart.seats, (handoff.source, handoff.target)
        if ends[0] == ends[1] or ends[0] not in seats or ends[1] not in seats or handoff.object is None:
            return False
        known = self.catalogue.objects.get(handoff.object)
        return Delivery(handoff, SeatId(handoff.source), handoff.target, known).moves_customer

    @cached_property
    def lines_between(self) -> Mapping[tuple[SeatId, SeatId], tuple[LineId, ...]]:
        """The solid lines behind each edge of R."""
        return _by_ends(self._solid)

    @cached_property
    def dotted_between(self) -> Mapping[tuple[SeatId, SeatId], tuple[LineId, ...]]:
        """The dotted lines behind each edge of D."""
        return _by_ends(self._between_seats(LineKind.DOTTED))

    @cached_property
    def loose_lines(self) -> Mapping[SeatId, tuple[Line, ...]]:
        """Solid lines that lead up from a seat to a manager that is missing, by the seat."""
        lines: dict[SeatId, list[Line]] = defaultdict(list)
        for line in self._in_order(LineKind.SOLID):
            if line.report in self.chart.seats and line.manager not in self.chart.seats:
                lines[line.report].append(line)
        return {seat: tuple(loose) for seat, loose in lines.items()}

    @cached_property
    def reports(self) -> Mapping[SeatId, Sequence[SeatId]]:
        """The direct reports of each seat of R, itself left out."""
        return {seat: [report for report in reports if report != seat] for seat, reports in self.reporting.adjacency()}

    @cached_property
    def managers(self) -> Mapping[SeatId, Sequence[SeatId]]:
        """The direct managers of each seat of R, itself left out."""
        above: dict[SeatId, list[SeatId]] = {seat: [] for seat in self.reporting}
        for seat, reports in self.reports.items():
            for report in reports:
                above[report].append(seat)
        return above

    @cached_property
    def reporting_groups(self) -> tuple[tuple[SeatId, ...], ...]:
        """Strongly connected components of R, reports before managers."""
        return walks.components(self.reporting)

    @cached_property
    def reporting_circles(self) -> tuple[tuple[SeatId, ...], ...]:
        """Groups of two or more seats that report to each other in a circle."""
        return tuple(sorted(group for group in self.reporting_groups if len(group) > 1))

    @cached_property
    def leading_roots(self) -> tuple[SeatId, ...]:
        """Seats of R that lead somebody and have no manager; first the one with most seats below it."""
        graph = self.reporting
        roots = [seat for seat, managers in graph.in_degree() if not managers and graph.out_degree(seat)]
        if len(roots) > 1:
            counts = walks.reach_counts(self.reporting_groups, self.reports)
            roots.sort(key=lambda seat: (-counts[seat], seat))
        return tuple(roots)

    @cached_property
    def _solid(self) -> tuple[Line, ...]:
        return tuple(self._between_seats(LineKind.SOLID))

    def _between_seats(self, kind: LineKind) -> Iterable[Line]:
        seats = self.chart.seats
        return (line for line in self._in_order(kind) if line.report in seats and line.manager in seats)

    def _in_order(self, kind: LineKind) -> Iterable[Line]:
        lines = self.chart.lines
        return (lines[id] for id in sorted(lines) if lines[id].kind is kind)

    def _giver(self, handoff: Handoff) -> Giver | None:
        if handoff.source in self.chart.seats:
            return SeatId(handoff.source)
        if handoff.source in self.chart.sources:
            return LeadSource(SourceId(handoff.source))
        return None


def _by_ends(lines: Iterable[Line]) -> dict[tuple[SeatId, SeatId], tuple[LineId, ...]]:
    ids: dict[tuple[SeatId, SeatId], list[LineId]] = defaultdict(list)
    for line in lines:
        ids[line.manager, line.report].append(line.id)
    return {ends: tuple(found) for ends, found in ids.items()}
