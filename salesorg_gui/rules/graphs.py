"""The graphs of one chart: reporting lines (R, dotted D), handoffs (H), the customer flow (C), the journey (X).

Each is built on first use and once per chart, so a rule pays only for what it asks. Records are entered in the order
of their ids: the same chart gives the same graphs whatever way it came about.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

import networkx as nx

from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.carried import Carried, Tally
from salesorg_gui.domain.derived import ByHandoff, BySeat, Gathered
from salesorg_gui.domain.ids import HandoffId, ObjectId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.rules.lines import BY_ID, ReportingLines


class LeadSource(NamedTuple):
    """A lead source as a node; a source and a seat may share an id."""

    source: SourceId


type Terms = tuple[ObjectId | None, bool, float | None, bool]
HANDOFF = attrgetter("handoff.id")

type Giver = SeatId | LeadSource

type HandoffGraph = nx.MultiDiGraph[Giver]
type CustomerGraph = nx.DiGraph[Giver]


class Delivery(NamedTuple):
    """A handoff between two ends that exist, with what is handed over (``None``: nothing, or nothing known).

    ``is_return``: it goes back on purpose, being marked as a return, or of an object that is one. ``moves_customer``: a
    lead or customer moves on; no return, and no opportunity that begins a new round.
    """

    handoff: Handoff
    giver: Giver
    taker: SeatId
    object: HandedObject | None
    is_return: bool
    moves_customer: bool

    @staticmethod
    def of(handoff: Handoff, giver: Giver, known: HandedObject | None) -> "Delivery":
        """The delivery of a handoff."""
        if known is None:
            return Delivery(handoff, giver, handoff.target, None, handoff.is_return, False)
        kind = known.kind
        is_return = handoff.is_return or kind is ObjectKind.RETURN
        moves = kind is ObjectKind.CUSTOMER and not is_return and not known.reentry
        return Delivery(handoff, giver, handoff.target, known, is_return, moves)


class HandoffKind(NamedTuple):
    """What handoffs drawn alike have in common: the roles at both ends, none for a lead source, and the terms."""

    giver: RoleId | None
    taker: RoleId
    object: ObjectId | None
    is_return: bool
    hours: float | None
    is_bare: bool
    """Whether it says not when exactly it happens."""


OBJECT: Callable[[Delivery], ObjectId | None] = attrgetter("handoff.object")


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
            return Delivery.of(handoff, SeatId(handoff.source), known)
        if handoff.source in chart.sources:
            return Delivery.of(handoff, LeadSource(SourceId(handoff.source)), known)
        return None

    @delivered.at_once
    def _delivered(self) -> Mapping[HandoffId, Delivery]:
        chart, objects = self.chart, self.catalogue.objects
        givers: dict[str, Giver] = {source: LeadSource(SourceId(source)) for source in chart.sources}
        givers.update(zip(chart.seats, chart.seats, strict=True))
        seats, handoffs = chart.seats, chart.handoffs
        kinds: dict[tuple[ObjectId | None, bool], tuple[HandedObject | None, bool, bool]] = {}
        found: dict[HandoffId, Delivery] = {}
        make = partial(tuple.__new__, Delivery)
        for id in sorted(handoffs):
            handoff = handoffs[id]
            giver, taker = givers.get(handoff.source), handoff.target
            if giver is None or taker not in seats:
                continue
            kind = handoff.object, handoff.is_return
            if kind not in kinds:
                kinds[kind] = Delivery.of(handoff, giver, objects.get(kind[0]) if kind[0] is not None else None)[3:]
            found[id] = make((handoff, giver, taker, *kinds[kind]))
        return found

    @Gathered
    def deliveries(self) -> tuple[Delivery, ...]:
        """The same in the order of their ids."""
        return tuple(self.delivered.values())

    @Gathered
    def alike(self) -> Mapping[HandoffKind, Sequence[Delivery]]:
        """The deliveries of each kind, by their ids."""
        roles: dict[Giver, RoleId] = {}
        roles.update(self.duties.kinds.told(lambda kind: self.catalogue.role(kind.role).id).items())
        found: dict[tuple[RoleId | None, RoleId, Terms], list[Delivery]] = defaultdict(list)
        for one in self.deliveries:
            handoff, giver, taker, *_known = one
            terms = handoff.object, handoff.is_return, handoff.limit_hours, not handoff.condition.strip()
            found[roles.get(giver), roles[taker], terms].append(one)
        return {HandoffKind(giver, taker, *terms): those for (giver, taker, terms), those in found.items()}

    def deliveries_of(self, holds: Callable[[HandoffKind, Delivery], object]) -> list[Delivery]:
        """The deliveries of the kinds of which something holds; it is told a kind, and the first one of that kind."""
        kinds = [those for kind, those in self.alike.items() if holds(kind, those[0])]
        found = list(chain.from_iterable(kinds))
        if len(kinds) > 1:
            found.sort(key=HANDOFF)
        return found

    @BySeat
    def fed_by(self, id: SeatId) -> Mapping[Giver, tuple[HandoffId, ...]] | None:
        """Who hands leads or customers to each seat that gets some, and by which handoffs."""
        delivered = self.delivered
        givers: dict[Giver, tuple[HandoffId, ...]] = {}
        for handoff in _by_id(self.chart.handoffs_to.get(id, ())):
            delivery = delivered.get(handoff.id)
            if delivery is not None and delivery.moves_customer:
                giver = delivery.giver
                givers[giver] = (*givers[giver], handoff.id) if giver in givers else (handoff.id,)
        return givers or None

    @fed_by.at_once
    def _fed_by(self) -> Mapping[SeatId, Mapping[Giver, tuple[HandoffId, ...]]]:
        fed: dict[SeatId, dict[Giver, tuple[HandoffId, ...]]] = defaultdict(dict)
        for one in self.moves:
            givers, giver, id = fed[one.taker], one.giver, one.handoff.id
            givers[giver] = (*givers[giver], id) if giver in givers else (id,)
        return {seat: fed[seat] for seat in self.chart.seat_ids if seat in fed}

    @cached_property
    def handed_over(self) -> frozenset[ObjectId | None]:
        """Everything that is handed over somewhere."""
        return frozenset(self._by_object.counts)

    @Carried
    def _by_object(self) -> Tally[Delivery, ObjectId | None]:
        return Tally.of(self.delivered, OBJECT)

    @_by_object.after
    def _by_object_now(self, before: Tally[Delivery, ObjectId | None]) -> Tally[Delivery, ObjectId | None]:
        return before.after(self.delivered)

    @cached_property
    def takers(self) -> Mapping[Giver, tuple[SeatId, ...]]:
        """Whom each seat and lead source hands something to, each once."""
        takers: dict[Giver, dict[SeatId, None]] = defaultdict(dict)
        for delivery in self.deliveries:
            takers[delivery.giver][delivery.taker] = None
        return {giver: tuple(seats) for giver, seats in takers.items()}

    @Gathered
    def moves(self) -> tuple[Delivery, ...]:
        """The deliveries that move a lead or customer on."""
        return tuple([delivery for delivery in self.deliveries if delivery.moves_customer])

    @BySeat
    def sends_back(self, seat: SeatId) -> frozenset[SeatId] | None:
        """To whom each seat returns something, of those that do."""
        returned = map(self.delivered.get, [one.id for one in self.chart.handoffs_from.get(seat, ())])
        return frozenset([one.taker for one in returned if one is not None and one.is_return]) or None

    @sends_back.at_once
    def _sends_back(self) -> Mapping[SeatId, frozenset[SeatId]]:
        back: dict[Giver, set[SeatId]] = defaultdict(set)
        for one in self.deliveries:
            if one.is_return:
                back[one.giver].add(one.taker)
        return {seat: frozenset(back[seat]) for seat in self.chart.seat_ids if seat in back}

    @BySeat
    def passes(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """The edges of C between two different seats: whom each seat hands customers on to, each once."""
        delivered, takers = self.delivered, set()
        for handoff in self.chart.handoffs_from.get(seat, ()):
            delivery = delivered.get(handoff.id)
            if delivery is not None and delivery.moves_customer and delivery.taker != seat:
                takers.add(delivery.taker)
        return tuple(sorted(takers)) if takers else None

    @passes.at_once
    def _passes(self) -> Mapping[SeatId, tuple[SeatId, ...]]:
        takers: dict[Giver, list[SeatId]] = defaultdict(list)
        for taker, givers in self.fed_by.items():
            for giver in givers:
                takers[giver].append(taker)
        found = {seat: tuple(takers[seat]) for seat in self.chart.seat_ids if seat in takers}
        for seat in [seat for seat, those in found.items() if seat in those]:
            found[seat] = tuple([one for one in found[seat] if one != seat])
        return {seat: those for seat, those in found.items() if those}

    @BySeat
    def passed_by(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """The same edges from their other end: who hands customers on to each seat."""
        fed_by = self.fed_by.get(seat)
        if fed_by is None:
            return None
        return tuple(sorted([giver for giver in fed_by if giver != seat and not isinstance(giver, LeadSource)])) or None

    @passed_by.at_once
    def _passed_by(self) -> Mapping[SeatId, tuple[SeatId, ...]]:
        givers: dict[SeatId, list[SeatId]] = defaultdict(list)
        for giver, takers in self.passes.items():
            for taker in takers:
                givers[taker].append(giver)
        return {seat: tuple(givers[seat]) for seat in self.chart.seat_ids if seat in givers}


def _by_id(handoffs: tuple[Handoff, ...]) -> Sequence[Handoff]:
    return sorted(handoffs, key=BY_ID) if len(handoffs) > 1 else handoffs
