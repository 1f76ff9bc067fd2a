"""The graphs of one chart: reporting lines (R, dotted D), handoffs (H), the customer flow (C), the journey (X).

Each is built on first use and once per chart, so a rule pays only for what it asks. Records are entered in the order
of their ids: the same chart gives the same graphs whatever way it came about.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import networkx as nx

from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.derived import ByHandoff, BySeat
from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.rules.lines import BY_ID, ReportingLines


class LeadSource(NamedTuple):
    """A lead source as a node; a source and a seat may share an id."""

    source: SourceId


type Giver = SeatId | LeadSource

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
class Graphs(ReportingLines):
    """All graphs of one chart."""

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

    @ByHandoff
    def delivered(self, id: HandoffId) -> Delivery | None:
        """The handoffs whose two ends exist."""
        chart = self.chart
        handoff = chart.handoffs[id]
        if handoff.target not in chart.seats:
            return None
        known = self.catalogue.objects.get(handoff.object) if handoff.object is not None else None
        if handoff.source in chart.seats:
            return Delivery(handoff, SeatId(handoff.source), handoff.target, known)
        if handoff.source in chart.sources:
            return Delivery(handoff, LeadSource(SourceId(handoff.source)), handoff.target, known)
        return None

    @cached_property
    def deliveries(self) -> tuple[Delivery, ...]:
        """The same in the order of their ids."""
        return tuple(self.delivered.values())

    @BySeat
    def fed_by(self, id: SeatId) -> Mapping[Giver, tuple[HandoffId, ...]] | None:
        """Who hands leads or customers to each seat that gets some, and by which handoffs."""
        givers: dict[Giver, tuple[HandoffId, ...]] = {}
        for handoff in sorted(self.chart.handoffs_to.get(id, ()), key=BY_ID):
            delivery = self.delivered.get(handoff.id)
            if delivery is not None and delivery.moves_customer:
                givers[delivery.giver] = (*givers.get(delivery.giver, ()), handoff.id)
        return givers or None

    @cached_property
    def feeding(self) -> frozenset[Giver]:
        """Seats and sources that hand leads or customers to somebody."""
        return frozenset(delivery.giver for delivery in self.moves)

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
