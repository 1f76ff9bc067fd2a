"""What can become of a customer whom somebody holds: the seat goes on itself, or hands the customer over.

Stages and objects are read as the customer journey reads them (``rules.journey``): an object leaves at the stages that
produce it and comes in at the earliest stage that takes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import stages_of
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, ObjectId, SeatId, SourceId, StageId
from salesorg_gui.domain.records import Lane
from salesorg_gui.rules.graphs import Delivery, Giver, LeadSource
from salesorg_gui.rules.journey import Post
from salesorg_gui.rules.posts import entries_of, exits_of
from salesorg_gui.rules.terms import KEY_CUSTOMER, RETENTION, SKIPPABLE

type Told = tuple[ObjectId, str]
"""What is handed over on which condition: by that people tell customers apart."""


class Way(NamedTuple):
    """One way on: to a seat at a stage. Without handoffs the seat that holds the customer goes on itself."""

    taker: SeatId
    stage: StageId
    handoffs: tuple[HandoffId, ...] = ()
    told: frozenset[Told] = frozenset()


class At(NamedTuple):
    """The ways from a seat at a stage: onward, to key account managers, and back although it is no return."""

    onward: tuple[Way, ...]
    promotions: tuple[Way, ...]
    back: tuple[Way, ...]


class Out(NamedTuple):
    """A delivery that moves customers, the first stage it leaves at and the one it comes in at."""

    delivery: Delivery
    exits: frozenset[StageId]
    entry: StageId


@dataclass(frozen=True)
class Ways:
    """The ways on one chart for customers of one lane. What a seat does is looked up once, on the way."""

    chart: Chart
    catalogue: Catalogue
    lane: Lane

    @cached_property
    def needed(self) -> tuple[StageId, ...]:
        """The stages somebody has to do for such a customer, along the journey; keeping the customer is the last."""
        lanes = {str(self.lane), "both"}
        return tuple(
            stage.id
            for stage in self.catalogue.stages.values()
            if stage.core and stage.lane in lanes and stage.order <= self.order(RETENTION)
        )

    def order(self, stage: StageId) -> int:
        """The place of a stage along the journey."""
        return self.catalogue.stages[stage].order

    def skipped(self, before: StageId | None, after: StageId | None) -> tuple[StageId, ...]:
        """The needed stages between two; before the first is the start, after the last the end of the journey."""
        low = self.order(before) if before is not None else 0
        high = self.order(after) if after is not None else len(self.catalogue.stages) + 1
        return tuple(stage for stage in self.needed if low < self.order(stage) < high)

    def stages(self, seat: SeatId) -> tuple[StageId, ...]:
        """What a seat covers."""
        if seat not in self._stages:
            record = self.chart.seats[seat]
            self._stages[seat] = stages_of(record, self.catalogue.role(record.role), self.catalogue)
        return self._stages[seat]

    @cached_property
    def covering(self) -> Mapping[StageId, tuple[SeatId, ...]]:
        """Who covers each stage somewhere on the chart, by id."""
        found: dict[StageId, list[SeatId]] = {}
        for seat in self.chart.seat_ids:
            for stage in self.stages(seat):
                found.setdefault(stage, []).append(seat)
        return {stage: tuple(seats) for stage, seats in found.items()}

    def from_source(self, source: SourceId) -> tuple[Way, ...]:
        """To whom a lead source delivers, and where they take it up."""
        if source not in self._entered:
            self._entered[source] = _together((out.delivery.taker, out) for out in self._outs(LeadSource(source)))
        return self._entered[source]

    def at(self, post: Post) -> "At":
        """The ways on from a seat at a stage."""
        if post not in self._posts:
            self._posts[post] = At(self._onward(post), self._promotions(post), self._back(post))
        return self._posts[post]

    def _onward(self, post: Post) -> tuple[Way, ...]:
        """Who may go on with a customer after a stage; those who take over later wait their turn.

        A seat hands over what it holds at the stages that produce it, and later on as long as whoever gets it works
        further along the journey.
        """
        here = self.order(post.stage)
        due = (self._put_off(one, post.stage) for one in self._outs(post.seat) if self._is_due(one, post.stage))
        out = [one for one in due if self.order(one.entry) > here and one.delivery.handoff.object != KEY_CUSTOMER]
        stay = min(self._steps(post), key=self.order, default=None)
        if stay is None:
            return _together((one.delivery.taker, one) for one in out)
        now = [one for one in out if self.order(one.entry) <= self.order(stay)]
        ways = _together((one.delivery.taker, one) for one in now)
        if any(self.order(way.stage) < self.order(stay) for way in ways):
            return ways
        return (Way(post.seat, stay), *ways)

    def _promotions(self, post: Post) -> tuple[Way, ...]:
        """Who gets those customers of a seat that become key accounts, and has them from this stage on."""
        outs = (one for one in self._outs(post.seat) if one.delivery.handoff.object == KEY_CUSTOMER)
        return _together((one.delivery.taker, one) for one in outs if one.entry == post.stage)

    def _back(self, post: Post) -> tuple[Way, ...]:
        """Whom a seat hands customers to who work no later in the journey, though it is not drawn as a return."""
        outs = (one for one in self._outs(post.seat) if post.stage in one.exits)
        return _together(
            (one.delivery.taker, one)
            for one in outs
            if self.order(one.entry) <= self.order(post.stage) and one.delivery.handoff.object != KEY_CUSTOMER
        )

    def _is_due(self, out: Out, stage: StageId) -> bool:
        return stage in out.exits or min(map(self.order, out.exits)) <= self.order(stage)

    def _put_off(self, out: Out, stage: StageId) -> Out:
        """A seat that did a stage itself before it hands over: whoever gets it goes on behind that stage."""
        here = self.order(stage)
        if stage in out.exits or self.order(out.entry) > here:
            return out
        later = (one for one in self.stages(out.delivery.taker) if self.order(one) > here)
        return out._replace(entry=next(later, out.entry))

    def _steps(self, post: Post) -> Iterator[StageId]:
        """The stages a seat goes on with itself; a skipped demo or onboarding is stepped over."""
        known, own = self.catalogue.stages, self.stages(post.seat)
        for after in known[post.stage].next:
            if after in own and known[after].lane in {self.lane, "both"}:
                yield after
            elif after in SKIPPABLE:
                yield from (behind for behind in known[after].next if behind in own)

    def _outs(self, giver: Giver) -> tuple[Out, ...]:
        if giver not in self._kept:
            self._kept[giver] = tuple(self._delivered(giver))
        return self._kept[giver]

    def _delivered(self, giver: Giver) -> Iterator[Out]:
        is_source = isinstance(giver, LeadSource)
        name: SeatId | SourceId = giver.source if isinstance(giver, LeadSource) else giver
        for handoff in sorted(self.chart.handoffs_from.get(name, ()), key=lambda one: one.id):
            if handoff.target not in self.chart.seats or not (taken := self.stages(handoff.target)):
                continue
            given = () if isinstance(giver, LeadSource) else self.stages(giver)
            known = self.catalogue.objects.get(handoff.object) if handoff.object is not None else None
            delivery = Delivery.of(handoff, giver, known)
            if not delivery.moves_customer or known is None or handoff.target == giver or not (given or is_source):
                continue
            exits = frozenset(exits_of(self.catalogue.stages, given, known)) if given else frozenset[StageId]()
            yield Out(delivery, exits, entries_of(self.catalogue.stages, taken, known)[0])

    @cached_property
    def _entered(self) -> dict[SourceId, tuple[Way, ...]]:
        return {}

    @cached_property
    def _posts(self) -> dict[Post, "At"]:
        return {}

    @cached_property
    def _stages(self) -> dict[SeatId, tuple[StageId, ...]]:
        return {}

    @cached_property
    def _kept(self) -> dict[Giver, tuple[Out, ...]]:
        return {}


def _together(outs: Iterable[tuple[SeatId, Out]]) -> tuple[Way, ...]:
    """One way for each seat and stage, by however many handoffs."""
    found: dict[tuple[SeatId, StageId], list[Delivery]] = {}
    for taker, out in outs:
        found.setdefault((taker, out.entry), []).append(out.delivery)
    return tuple(
        Way(taker, stage, tuple(one.handoff.id for one in deliveries), frozenset(map(_told, deliveries)))
        for (taker, stage), deliveries in found.items()
    )


def _told(delivery: Delivery) -> Told:
    assert delivery.object is not None, "only a known object moves a customer"
    return delivery.object.id, " ".join(delivery.handoff.condition.split()).casefold()


def told_apart(every: Sequence[Way]) -> bool:
    """Whether what is handed over, and on which condition, says who of several takes which customer."""
    return all(_differ(one, other) for place, one in enumerate(every) for other in every[place + 1 :])


def _differ(one: Way, other: Way) -> bool:
    if not one.handoffs or not other.handoffs:
        return False
    mine, theirs = dict.fromkeys(name for name, _on in one.told), dict.fromkeys(name for name, _on in other.told)
    if mine.keys().isdisjoint(theirs):
        return True
    alike = mine.keys() & theirs.keys()
    return any(
        {on for what, on in one.told if what == name}.isdisjoint({on for what, on in other.told if what == name})
        for name in alike
    )
