"""Rules about the course a customer takes: forwards, in few hands, qualified, and past no single person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import ClassVar

from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules import walks
from salesorg_gui.rules.each import EachStretch
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.graphs import Delivery
from salesorg_gui.rules.handoff_sightings import about
from salesorg_gui.rules.journey import Stretch, seats_along
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import (
    INBOUND,
    INBOUND_SDR,
    SDR,
)

RELATIONSHIP_INDUSTRIES = frozenset({"finance", "real_estate"})


class Loop(EachStretch):
    """A customer does not go round in circles."""

    id: ClassVar[str] = "handoff-loop"

    @property
    def title(self) -> str:
        return _("Customers go round in circles")

    def worth_a_look(self, org: Organisation, stretches: Iterable[Stretch], limits: Limits) -> Iterable[Stretch]:
        return [one for one in stretches if one.course.circles]

    def look(self, org: Organisation, stretch: Stretch, limits: Limits) -> Iterator[Sighting]:
        course = stretch.course
        for group, moves in zip(course.circles, course.circling, strict=True):
            circle = walks.shortest_circle(group[0], frozenset(group), course.ways)
            way = seats_along(map(stretch.node, circle))
            seats = tuple(dict.fromkeys((*way, *seats_along(map(stretch.node, group)))))
            path = org.names.way(way if len(way) > 1 else way * 2)
            yield Sighting({"path": path}, seats=seats, handoffs=stretch.handoffs(moves))


class Backwards(EachStretch):
    """A handoff leads on in the journey, or is marked as a return. What stands in a circle is reported there."""

    id: ClassVar[str] = "handoff-backwards"

    @property
    def title(self) -> str:
        return _("Handoff leads backwards")

    def worth_a_look(self, org: Organisation, stretches: Iterable[Stretch], limits: Limits) -> Iterable[Stretch]:
        return [one for one in stretches if one.course.backward]

    def look(self, org: Organisation, stretch: Stretch, limits: Limits) -> Iterator[Sighting]:
        for delivery in stretch.deliveries(stretch.course.backward):
            yield about(org, delivery)


class ManyHands:
    """A customer changes hands only so often; where relations last, hardly at all."""

    id: ClassVar[str] = "handoff-too-many"

    @property
    def title(self) -> str:
        return _("Too many handoffs")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.journey.circles:
            return
        count, way = org.journey.heaviest
        limit = limits["max_handoffs_relationship" if self._is_relationship(org) else "max_handoffs"]
        if count > limit:
            seats = seats_along(way)
            words: Words = {"count": count, "path": org.names.way(seats), "limit": limit}
            crossed = (org.journey.crossings.get(step, ()) for step in walks.steps(way))
            handoffs = tuple(one.handoff.id for several in crossed for one in several)
            yield Sighting(words, seats=tuple(dict.fromkeys(seats)), handoffs=handoffs)

    def _is_relationship(self, org: Organisation) -> bool:
        return org.answers["relationship"] == "long_term" or org.answers["industry"] in RELATIONSHIP_INDUSTRIES


class Bottleneck:
    """No single person stands in the way of every customer."""

    id: ClassVar[str] = "handoff-single-point-of-failure"

    @property
    def title(self) -> str:
        return _("Everything hangs on one person")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        severity = Severity.HINT if org.frontline <= limits["small_team"] else None
        for seat in org.journey.gates:
            if org.chart.seats[seat].headcount == 1:
                yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), severity=severity)


class HotLeadDetour(EachStretch):
    """Somebody who wants to buy now gets straight to a closer."""

    id: ClassVar[str] = "handoff-hot-lead-detour"

    @property
    def title(self) -> str:
        return _("Hot leads take a detour")

    def worth_a_look(self, org: Organisation, stretches: Iterable[Stretch], limits: Limits) -> Iterable[Stretch]:
        return [one for one in stretches if one.course.detours]

    def look(self, org: Organisation, stretch: Stretch, limits: Limits) -> Iterator[Sighting]:
        for seat in stretch.those(stretch.course.detours):
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))


class Bypass:
    """Where a pod has an inbound role, inbound leads go through it."""

    id: ClassVar[str] = "handoff-inbound-bypass"

    @property
    def title(self) -> str:
        return _("Inbound leads go past the inbound role")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        past = sorted(org.inbound.past.values(), key=lambda one: (one.handoff.source, one.handoff.id))
        if not past:
            return
        inbound: dict[PodId | None, list[SeatId]] = defaultdict(list)
        for seat in org.with_role(SDR, INBOUND_SDR):
            inbound[org.pod_of(seat)].append(seat)
        qualifying = {org.pod_of(post.seat): post.seat for post in reversed(org.journey.posts(INBOUND))}
        best = {
            pod: sorted(seats, key=lambda seat: not org.covers(seat, INBOUND))[:2] for pod, seats in inbound.items()
        }
        for delivery in past:
            pod = org.pod_of(delivery.taker)
            others = [seat for seat in best.get(pod, ()) if seat != delivery.taker]
            if others:
                yield self._sighting(org, delivery, others[0], qualifying.get(pod))

    def _sighting(self, org: Organisation, delivery: Delivery, seat: SeatId, colleague: SeatId | None) -> Sighting:
        """Names a seat that qualifies inbound leads; where there is none, the one whose work it should become."""
        if not org.covers(seat, INBOUND):
            anybody = colleague or next((post.seat for post in org.journey.posts(INBOUND)), None)
            if anybody is None:
                return about(org, delivery, inbound_seat=org.names.seat(seat))._replace(variant="to_teach")
            seat = anybody
        return about(org, delivery, inbound_seat=org.names.seat(seat))


class Unqualified(EachStretch):
    """What a closer gets has been qualified on the way, or comes qualified from the source."""

    id: ClassVar[str] = "handoff-unqualified-to-closer"

    @property
    def title(self) -> str:
        return _("Closer gets unqualified leads")

    def worth_a_look(self, org: Organisation, stretches: Iterable[Stretch], limits: Limits) -> Iterable[Stretch]:
        return [one for one in stretches if one.course.unqualified]

    def look(self, org: Organisation, stretch: Stretch, limits: Limits) -> Iterator[Sighting]:
        for seat in stretch.those(stretch.course.unqualified):
            yield Sighting({"closer": org.names.seat(seat)}, seats=(seat,))
