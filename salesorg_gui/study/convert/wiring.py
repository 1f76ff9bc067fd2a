"""The handoffs of the new chart: those of the template between all who sit there now, and what still holds of the old.

Where several give to several, each gives to his neighbours: every giver has a taker, every taker a giver, and nobody
more than he needs. So an organisation of a thousand has handoffs by the hundred, not by the hundred thousand.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, ObjectId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, Source
from salesorg_gui.study.convert.shape import Shape, Team

CUSTOMER_OBJECTS = (ObjectId("signed_customer"), ObjectId("onboarded_customer"))


@dataclass
class Wiring:
    """``sitting`` are the seats of each part in each team, ``names`` the part of the market of each team or seat."""

    old: Chart
    shape: Shape
    catalogue: Catalogue
    sources: Sequence[Source]
    sitting: Mapping[tuple[SeatId, Team | None], Sequence[SeatId]]
    origins: Mapping[SeatId, SeatId]
    markets: Mapping[str, str] = field(default_factory=dict)

    def handoffs(self) -> Iterator[Handoff]:
        """Those of the template, multiplied."""
        seen: set[tuple[str, str, ObjectId | None]] = set()
        for like in self.shape.handoffs:
            for giver, taker in self._pairs(like):
                if (giver, taker, like.object) not in seen:
                    seen.add((giver, taker, like.object))
                    yield self._one(like, giver, taker)

    def _pairs(self, like: Handoff) -> Iterator[tuple[str, SeatId]]:
        drawn = self.shape.drawn.sources.get(SourceId(like.source))
        for (part, team), takers in self.sitting.items():
            if part != like.target:
                continue
            if drawn is not None:
                yield from ((source.id, taker) for source in self._of_lane(drawn.lane) for taker in takers)
            else:
                yield from neighbours(self._givers(SeatId(like.source), team), takers)

    def _givers(self, part: SeatId, team: Team | None) -> Sequence[SeatId]:
        """Those of the part in the same team, or outside all teams."""
        inside = self.sitting.get((part, team), ())
        return inside or self.sitting.get((part, None), ())

    def _of_lane(self, lane: Lane) -> Iterator[Source]:
        return (source for source in self.sources if source.lane is lane)

    def _one(self, like: Handoff, giver: str, taker: SeatId) -> Handoff:
        origin = self.origins.get(SeatId(giver), SeatId(giver))
        known = self._before.get((origin, self.origins.get(taker), like.object, like.is_return))
        name = HandoffId("")
        if known is not None:
            return replace(known, id=name, source=SeatId(giver), target=taker, probability=None)
        condition = like.condition
        if SourceId(like.source) in self.shape.drawn.sources:
            condition = self._condition(like, taker)
        return replace(like, id=name, source=SeatId(giver), target=taker, condition=condition)

    def _condition(self, like: Handoff, taker: SeatId) -> str:
        """Which leads of a source a seat gets, and what must be known of them."""
        assert like.object is not None, "every handoff of a template hands something over"
        known = ", ".join(self.catalogue.objects[like.object].content)
        part = self.markets.get(taker, "")
        return f"{part}: {known}" if part else known[:1].upper() + known[1:]

    @cached_property
    def _before(self) -> Mapping[tuple[str, SeatId | None, ObjectId | None, bool], Handoff]:
        """What the same two passed on before; what one gave back is no way onward."""
        return {(one.source, one.target, one.object, one.is_return): one for one in self.old.handoffs.values()}


def neighbours(givers: Sequence[SeatId], takers: Sequence[SeatId]) -> Iterator[tuple[SeatId, SeatId]]:
    """Each giver with the takers beside it, as if both rows were equally long."""
    give, take = len(givers), len(takers)
    at = to = 0
    while at < give and to < take:
        yield givers[at], takers[to]
        ahead = (at + 1) * take - (to + 1) * give
        at += ahead <= 0
        to += ahead >= 0


def still_held(
    old: Chart, new: Chart, catalogue: Catalogue, origins: Mapping[SeatId, SeatId], beside: Container[SeatId]
) -> Iterator[Handoff]:
    """Handoffs of the old chart of which both ends still do what they did.

    Customers are passed on like that only to or from somebody ``beside`` the seats of the template, and only onward.
    """
    before, after = Duties(old, catalogue), Duties(new, catalogue)
    held = {(one.source, one.target, one.object) for one in new.handoffs.values()}
    at = {origin: seat for seat, origin in reversed(tuple(origins.items()))}
    for id in sorted(old.handoffs):
        one = old.handoffs[id]
        giver, taker = at.get(SeatId(one.source)), at.get(one.target)
        handed = catalogue.objects.get(one.object) if one.object is not None else None
        if giver is None or taker is None or handed is None or (giver, taker, one.object) in held or giver == taker:
            continue
        ends = ((SeatId(one.source), giver), (one.target, taker))
        same = all(before.roles[was].id == after.roles[now].id for was, now in ends)
        alike = same and all(before.stages[was] == after.stages[now] for was, now in ends)
        is_near = giver in beside or taker in beside or handed.kind is not ObjectKind.CUSTOMER
        if alike and is_near and _may_pass(new, after, (giver, taker), handed):
            held.add((giver, taker, one.object))
            yield replace(one, source=giver, target=taker)


def _may_pass(new: Chart, duties: Duties, ends: tuple[SeatId, SeatId], handed: HandedObject) -> bool:
    """Whether an object passes between two seats without crossing pods, turning back or reaching the wrong hands."""
    giver, taker = ends
    if len({new.seats[giver].pod, new.seats[taker].pod} - {None}) > 1:
        return False
    if handed.kind not in {ObjectKind.CUSTOMER, ObjectKind.CONSULT}:
        return True
    if handed.id not in duties.outputs[giver] or handed.id not in duties.inputs[taker]:
        return False
    given, taken = (
        max((duties.catalogue.stages[stage].order for stage in duties.stages[seat]), default=0) for seat in ends
    )
    return handed.kind is ObjectKind.CONSULT or handed.reentry or taken >= given


def owners_for(
    new: Chart, catalogue: Catalogue, seats: Iterable[SeatId], keepers: Sequence[SeatId]
) -> Iterator[Handoff]:
    """Handoffs of signed customers from those who close beside the template's seats to somebody who keeps them."""
    duties = Duties(new, catalogue)
    for seat in seats:
        pod = new.seats[seat].pod
        near = sorted(keepers, key=lambda one: (new.seats[one].pod != pod, one))
        ways = ((keeper, name) for keeper in near for name in CUSTOMER_OBJECTS)
        fitting = ((k, n) for k, n in ways if n in duties.outputs[seat] and n in duties.inputs[k])
        for keeper, name in fitting:
            what = catalogue.objects[name]
            known = ", ".join(what.content)
            limit = what.limit_hours
            yield Handoff(HandoffId(""), seat, keeper, name, known[:1].upper() + known[1:], limit)
            break
