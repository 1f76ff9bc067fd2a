"""Rules about what a handoff says of itself: object, condition, time limit; and about handoffs drawn twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import ClassVar

from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.ids import HandoffId, ObjectId, SeatId
from salesorg_gui.domain.records import Lane
from salesorg_gui.i18n import _
from salesorg_gui.rules.each import EachDelivery, EachSeat
from salesorg_gui.rules.graphs import Delivery, Giver, HandoffKind, LeadSource
from salesorg_gui.rules.handoff_sightings import about
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import (
    CLOSING,
    HOT_LEAD,
    QUALIFIED_LEAD,
    RAW_LEAD,
    SIGNED_CUSTOMER,
    TARGET_PROSPECT,
)

URGENT = frozenset({RAW_LEAD, HOT_LEAD, QUALIFIED_LEAD, SIGNED_CUSTOMER})
CHECKED_KINDS = frozenset({ObjectKind.CUSTOMER, ObjectKind.CONSULT})


class NamelessHandoff(EachDelivery):
    """A handoff says what is handed over."""

    id: ClassVar[str] = "handoff-object-missing"

    @property
    def title(self) -> str:
        return _("Handoff without an object")

    def worth_a_look(self, org: Organisation, deliveries: Iterable[Delivery], limits: Limits) -> Iterable[Delivery]:
        return org.graphs.deliveries_of(lambda _kind, first: first.object is None)

    def look(self, org: Organisation, delivery: Delivery, limits: Limits) -> Iterator[Sighting]:
        if delivery.object is None:
            yield about(org, delivery, suggested_object=org.names.object(self._suggestion(org, delivery)))

    def _suggestion(self, org: Organisation, delivery: Delivery) -> ObjectId:
        """Something the giver has and the taker takes, else what the taker takes, else what the giver has."""
        given, taken = _given(org, delivery.giver), org.graphs.duties.inputs[delivery.taker]
        for wanted in (given & taken, taken, given):
            if fitting := [name for name in org.catalogue.objects if name in wanted]:
                return fitting[0]
        return QUALIFIED_LEAD


class WrongObject(EachDelivery):
    """Leads, customers and questions pass only between seats whose work it is."""

    id: ClassVar[str] = "handoff-object-mismatch"

    @property
    def title(self) -> str:
        return _("Object does not fit")

    def worth_a_look(self, org: Organisation, deliveries: Iterable[Delivery], limits: Limits) -> Iterable[Delivery]:
        return org.graphs.deliveries_of(lambda kind, first: self._is_odd(org, kind, first.object))

    def _is_odd(self, org: Organisation, kind: HandoffKind, handed: HandedObject | None) -> bool:
        """Whether one of two roles does not work with it; a seat may all the same, where stages were added."""
        if handed is None or handed.kind not in CHECKED_KINDS:
            return False
        is_given = kind.giver is None or handed.id in org.catalogue.role(kind.giver).outputs
        return not is_given or handed.id not in org.catalogue.role(kind.taker).inputs

    def look(self, org: Organisation, delivery: Delivery, limits: Limits) -> Iterator[Sighting]:
        handed = delivery.object
        if handed is not None and handed.kind in CHECKED_KINDS and (reason := self._reason(org, delivery, handed)):
            yield about(org, delivery, object=handed.title, reason=reason)

    def _reason(self, org: Organisation, delivery: Delivery, handed: HandedObject) -> str:
        names, duties = org.names, org.graphs.duties
        gives = isinstance(delivery.giver, LeadSource) or handed.id in duties.outputs[delivery.giver]
        takes = handed.id in duties.inputs[delivery.taker]
        if gives and takes:
            return ""
        if takes:
            return _("{seat} does not give it").format(seat=names.giver(delivery.giver))
        if gives:
            return _("{seat} does not take it").format(seat=names.seat(delivery.taker))
        return _("neither of them works with it")


class Condition(EachDelivery):
    """A handoff of leads or customers says when exactly it happens."""

    id: ClassVar[str] = "handoff-condition-missing"

    @property
    def title(self) -> str:
        return _("Handoff without a condition")

    def worth_a_look(self, org: Organisation, deliveries: Iterable[Delivery], limits: Limits) -> Iterable[Delivery]:
        return org.graphs.deliveries_of(lambda kind, first: first.moves_customer and kind.is_bare)

    def look(self, org: Organisation, delivery: Delivery, limits: Limits) -> Iterator[Sighting]:
        if delivery.moves_customer and not delivery.handoff.condition.strip():
            yield about(org, delivery)


class TimeLimit(EachDelivery):
    """Whoever gets a lead or a new customer knows how fast to act."""

    id: ClassVar[str] = "handoff-sla-missing"

    @property
    def title(self) -> str:
        return _("Handoff without a time limit")

    def worth_a_look(self, org: Organisation, deliveries: Iterable[Delivery], limits: Limits) -> Iterable[Delivery]:
        return org.graphs.deliveries_of(lambda kind, _first: kind.hours is None and kind.object in URGENT)

    def look(self, org: Organisation, delivery: Delivery, limits: Limits) -> Iterator[Sighting]:
        handed = delivery.object
        if handed is not None and handed.id in URGENT and delivery.handoff.limit_hours is None:
            yield about(org, delivery, object=handed.title, default_sla=handed.limit_hours)


class SlowLimit(EachDelivery):
    """A time limit is not longer than usual."""

    id: ClassVar[str] = "handoff-sla-slow"

    @property
    def title(self) -> str:
        return _("Slow time limit")

    def worth_a_look(self, org: Organisation, deliveries: Iterable[Delivery], limits: Limits) -> Iterable[Delivery]:
        return org.graphs.deliveries_of(lambda _kind, first: self._is_slow(first, limits))

    def look(self, org: Organisation, delivery: Delivery, limits: Limits) -> Iterator[Sighting]:
        handed, hours = delivery.object, delivery.handoff.limit_hours
        if handed is not None and hours is not None and self._is_slow(delivery, limits):
            yield about(org, delivery, hours=hours, object=handed.title, default_sla=handed.limit_hours)

    def _is_slow(self, delivery: Delivery, limits: Limits) -> bool:
        handed, hours = delivery.object, delivery.handoff.limit_hours
        return handed is not None and hours is not None and hours > handed.limit_hours * limits["slack"]


class BranchRule(EachSeat):
    """Where customers go to different roles, it is said who gets which."""

    id: ClassVar[str] = "handoff-branch-rule-missing"

    @property
    def title(self) -> str:
        return _("Who gets which customer?")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.graphs.duties.covering.get(CLOSING, ())

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        signed = Counter(one.source for one in org.chart.handoffs.values() if one.object == SIGNED_CUSTOMER)
        return [seat for seat in seats if signed[seat] > 1]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        signed = [one.id for one in org.chart.handoffs_from.get(seat, ()) if one.object == SIGNED_CUSTOMER]
        if len(signed) > 1 and (unclear := self._unclear(org, self._branches(org, sorted(signed)))):
            targets = dict.fromkeys(delivery.taker for delivery in unclear)
            yield about(org, *unclear, seat=org.names.seat(seat), targets=org.names.seats(targets))

    def _branches(self, org: Organisation, signed: Iterable[HandoffId]) -> list[Delivery]:
        found = [one for one in map(org.graphs.delivered.get, signed) if one is not None and one.moves_customer]
        return [one for one in found if not isinstance(one.giver, LeadSource)]

    def _unclear(self, org: Organisation, branches: list[Delivery]) -> list[Delivery]:
        """Branches to different roles that bear the same condition, or none."""
        alike: dict[str, list[Delivery]] = defaultdict(list)
        for delivery in branches:
            alike[delivery.handoff.condition.strip().casefold()].append(delivery)
        groups = (group for group in alike.values() if len({org.role(one.taker).id for one in group}) > 1)
        return [delivery for group in groups for delivery in group]


class Twin(EachSeat):
    """A handoff is drawn once."""

    id: ClassVar[str] = "handoff-duplicate"

    @property
    def title(self) -> str:
        return _("Handoff drawn twice")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        handoffs = org.chart.handoffs.values()
        ends = [(one.source, one.target, one.object) for one in handoffs]
        if len(set(ends)) == len(ends):
            return ()
        twice = {target for (_source, target, _object), often in Counter(ends).items() if often > 1}
        return [seat for seat in seats if seat in twice]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        taken = org.chart.handoffs_to.get(seat, ())
        if len({(one.source, one.object) for one in taken}) == len(taken):
            return
        alike: dict[tuple[Giver, ObjectId | None], list[Delivery]] = defaultdict(list)
        for delivery in filter(None, (org.graphs.delivered.get(id) for id in sorted(one.id for one in taken))):
            alike[delivery.giver, delivery.handoff.object].append(delivery)
        for (_giver, name), twins in alike.items():
            if len(twins) > 1:
                yield about(org, *twins, object=org.names.object(name) if name else _("no object"))


def _given(org: Organisation, giver: Giver) -> frozenset[ObjectId]:
    """What a seat may hand over; of a lead source, what comes from its lane."""
    if not isinstance(giver, LeadSource):
        return org.graphs.duties.outputs[giver]
    is_inbound = org.chart.sources[giver.source].lane is Lane.INBOUND
    return frozenset({RAW_LEAD if is_inbound else TARGET_PROSPECT})
