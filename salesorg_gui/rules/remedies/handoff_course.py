"""Remedies about the course a customer takes: forwards, qualified, and past no single person."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import HandoffId, Kind, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Lane
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules import walks
from salesorg_gui.rules.graphs import Delivery, LeadSource
from salesorg_gui.rules.journey import Node, Post
from salesorg_gui.rules.remedies.duties import passed_on
from salesorg_gui.rules.remedies.handoff_coverage import give_stage
from salesorg_gui.rules.remedies.joining import add_joined, covering
from salesorg_gui.rules.remedies.lines import FEW, without
from salesorg_gui.rules.remedies.passing import customers_between, drawn, hand, nearest, way
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import (
    CLOSING,
    FIND,
    HOT_LEAD,
    INBOUND,
    INBOUND_SDR,
    OUTBOUND,
    OUTBOUND_SDR,
    QUALIFIED_LEAD,
    SDR,
)

MOST_ROUNDS = 8
"""More handoffs than these are not marked at once to open a circle."""


def circle_opened(s: Situation) -> Iterator[Remedy]:
    """Mark what leads back as a return: the handoff that leads furthest back, or as many as it takes."""
    handoffs = [s.chart.handoffs[id] for id in s.finding.handoffs]
    handoffs.sort(key=lambda one: (-_steps_back(s, one), one.id))
    own = [one for one in handoffs if one.source == one.target]
    if own:
        yield deleted(s, *own)
        return
    yield from (_returning(s, one) for one in handoffs[:FEW])
    several = _all_back(s)
    if len(several) > 1:
        count = len(several)
        label = ngettext("Mark {count} handoff as a return", "Mark {count} handoffs as returns", count)
        yield _marked(label.format(count=count), *several)
    yield from (deleted(s, one) for one in handoffs[:FEW])


def not_backwards(s: Situation) -> Iterator[Remedy]:
    """Mark it as a return, or turn the arrow."""
    (handoff,) = (s.chart.handoffs[id] for id in s.finding.handoffs)
    yield _returning(s, handoff)
    yield from arrow_turned(s, handoff)
    yield deleted(s, handoff)


def straight_to_closer(s: Situation) -> Iterator[Remedy]:
    """Draw hot leads straight to a closer."""
    (seat,) = s.finding.seats
    closers = [one for one in covering(s, CLOSING) if HOT_LEAD in s.org.graphs.duties.inputs[one]]
    yield from (hand(s, seat, closer, HOT_LEAD) for closer in nearest(s, seat, closers)[:FEW])


def through_inbound(s: Situation) -> Iterator[Remedy]:
    """Send the leads to who qualifies inbound, or let the one who gets them do it."""
    (handoff,) = (s.chart.handoffs[id] for id in s.finding.handoffs)
    pod = s.org.pod_of(handoff.target)
    qualifying = nearest(s, handoff.target, covering(s, INBOUND))
    yield from (_sent_to(s, handoff, seat) for seat in qualifying[:FEW])
    if not qualifying:
        inbound = [seat for seat in s.org.with_role(SDR, INBOUND_SDR) if s.org.pod_of(seat) == pod]
        yield from (give_stage(s, INBOUND, seat) for seat in inbound if seat != handoff.target)
    yield give_stage(s, INBOUND, handoff.target)


def qualified_first(s: Situation) -> Iterator[Remedy]:
    """Send unqualified leads to who qualifies them and hands them on, or let those who get them do it."""
    (closer,) = s.finding.seats
    past = _unqualified(s, closer)
    lanes = {s.chart.sources[SourceId(one.handoff.source)].lane for one in past}
    if len(lanes) != 1:
        return
    stage = INBOUND if lanes == {Lane.INBOUND} else OUTBOUND
    takers = sorted({one.taker for one in past})
    qualifying = [seat for seat in covering(s, stage) if seat not in takers]
    for seat in nearest(s, closer, qualifying)[:FEW]:
        label = _("Let {seat} qualify these leads first").format(seat=s.names.seat(seat))
        yield step(label, *_through(s, past, seat, label))
    if not qualifying:
        yield add_joined(s, INBOUND_SDR if stage == INBOUND else OUTBOUND_SDR, s.org.pod_of(closer))
    yield give_stage(s, stage, *takers)


def second_person(s: Situation) -> Iterator[Remedy]:
    """Plan one more person on the seat."""
    (seat,) = s.finding.seats
    record = s.chart.seats[seat]
    label = _("Plan a second person as {seat}").format(seat=s.names.seat(seat))
    yield step(label, Revise((replace(record, headcount=record.headcount + 1),), label))


def deleted(s: Situation, *handoffs: Handoff) -> Remedy:
    """Take handoffs away."""
    ways = ", ".join(way(s, one.source, one.target) for one in handoffs[:FEW])
    label = _("Delete the handoff {way}").format(way=ways)
    return step(label, without(label, Kind.HANDOFF, (one.id for one in handoffs)))


def arrow_turned(s: Situation, handoff: Handoff) -> Iterator[Remedy]:
    """The same handoff the other way, with an object that fits there."""
    if handoff.source in s.chart.seats:
        giver, taker = handoff.target, SeatId(handoff.source)
        fitting = customers_between(s, giver, taker)
        name = handoff.object if handoff.object in fitting else next(iter(fitting), handoff.object)
        label = _("Turn the arrow: {way}").format(way=way(s, giver, taker))
        turned = replace(handoff, source=giver, target=taker, object=name)
        yield step(label, Revise((turned,), label))


def _returning(s: Situation, handoff: Handoff) -> Remedy:
    label = _("Mark {way} as a return").format(way=way(s, handoff.source, handoff.target))
    return _marked(label, handoff)


def _marked(label: str, *handoffs: Handoff) -> Remedy:
    return step(label, Revise(tuple(replace(one, is_return=True) for one in handoffs), label))


def _steps_back(s: Situation, handoff: Handoff) -> int:
    """How many stages a handoff leads back, at most; below 0 when it leads on."""
    order = s.catalogue.stages
    found = [
        order[leaving.stage].order - order[entry.stage].order
        for (leaving, entry), deliveries in s.org.journey.crossings.items()
        if isinstance(leaving, Post) and isinstance(entry, Post) and any(one.handoff == handoff for one in deliveries)
    ]
    return max(found, default=0)


def _all_back(s: Situation) -> tuple[Handoff, ...]:
    """The handoffs that lead furthest back, one after the other, until nothing goes round among these seats."""
    seats, marked = set(s.finding.seats), dict[HandoffId, Handoff]()
    now = s
    for _round in range(MOST_ROUNDS):
        journey = now.org.journey
        groups = zip(journey.circles, journey.circling, strict=True)
        circling = [id for group, ids in groups if seats & _seats_of(group) for id in ids]
        if not circling:
            return tuple(marked.values())
        furthest = max((now.chart.handoffs[id] for id in circling), key=lambda one: (_steps_back(now, one), one.id))
        marked[furthest.id] = s.chart.handoffs[furthest.id]
        now = now.after(Revise((replace(furthest, is_return=True),), ""))
    return ()


def _seats_of(group: tuple[Node, ...]) -> set[SeatId]:
    return {node.seat for node in group if isinstance(node, Post)}


def _sent_to(s: Situation, handoff: Handoff, seat: SeatId) -> Remedy:
    label = _("Send these leads to {seat}").format(seat=s.names.seat(seat))
    return step(label, *passed_on(s, label, [handoff], handoff.target, seat))


def _unqualified(s: Situation, closer: SeatId) -> list[Delivery]:
    """What lead sources deliver past everybody who qualifies, on its way to a closer."""
    back = {
        node: [before for before in befores if not _finds(before)] for node, befores in s.org.journey.ways_back.items()
    }
    arriving = walks.reached((Post(closer, CLOSING),), back)
    found: dict[HandoffId, Delivery] = {}
    for (leaving, entry), deliveries in s.org.journey.crossings.items():
        objects = {one.handoff.object for one in deliveries}
        is_raw = not objects <= {QUALIFIED_LEAD, HOT_LEAD}
        if isinstance(leaving, LeadSource) and is_raw and entry in arriving and not _finds(entry):
            found.update((one.handoff.id, one) for one in deliveries)
    return [found[id] for id in sorted(found)]


def _finds(node: Node) -> bool:
    return isinstance(node, Post) and node.stage in FIND


def _through(s: Situation, past: list[Delivery], seat: SeatId, label: str) -> Iterator[ChartEdit]:
    """Deliveries go to a seat first, which hands on to those who got them."""
    for taker in dict.fromkeys(one.taker for one in past):
        yield from passed_on(s, label, [one.handoff for one in past if one.taker == taker], taker, seat)
        is_drawn = any(move.giver == seat and move.taker == taker for move in s.org.graphs.moves)
        if not is_drawn:
            yield from (drawn(s, seat, taker, name) for name in customers_between(s, seat, taker)[:1])
