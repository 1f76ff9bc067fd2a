"""Who shares one kind of work: the seats of one pod that do the same parts, or those outside all pods together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import hours_per_month, next_base
from salesorg_gui.capacity.loads import base_of, customers_per_fte
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.ids import PodId, RoleId, SeatId
from salesorg_gui.rules.capacity_facts import amount
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.study.hiring.openings import Measure
from salesorg_gui.study.hiring.pace import Pace

MEASURES: Mapping[Part, Measure] = {
    Part.INBOUND: Measure.LEADS,
    Part.OUTBOUND: Measure.PROSPECTS,
    Part.CLOSER: Measure.QUALIFIED,
    Part.CARE: Measure.CUSTOMERS,
}
FARTHEST = 120
"""Months that are looked ahead; what is not full by then is not full."""

type CrewKey = tuple[PodId | None, tuple[Part, ...]]


class Member(NamedTuple):
    """A seat of a crew, and the FTE it has for the crew's work."""

    seat: SeatId
    fte: float


class First(NamedTuple):
    """Who begins with work nobody does yet: so many at once, of so much time each."""

    role: RoleId
    people: int = 1
    fte: float = 1.0


@dataclass(frozen=True)
class Crew:
    """``flowing`` is the FTE of work that grows with the volume, by part; ``per_customer`` the FTE one customer takes.

    ``share`` is the part of all customers it keeps. ``vacant`` stand in the order in which they are to be filled. Of
    work that nobody does yet, ``spare`` is the FTE of it that others manage beside theirs, and ``first`` who begins.
    """

    pod: PodId | None
    parts: tuple[Part, ...]
    held: tuple[Member, ...]
    vacant: tuple[Member, ...]
    flowing: Mapping[Part, float]
    per_customer: float
    share: float
    spare: float = 0.0
    first: First | None = None

    @property
    def room(self) -> float:
        """FTE of those who are there today."""
        return sum(one.fte for one in self.held)

    @property
    def id(self) -> str:
        """The same for the same crew, whatever the growth."""
        return f"{'+'.join(self.parts)}@{self.pod or ''}"


@dataclass(frozen=True)
class Outlook:
    """The work of the months to come. ``base`` are today's customers, ``won`` are won a month today."""

    pace: Pace
    figures: CapacityDefaults
    base: float
    won: float

    @cached_property
    def bases(self) -> Sequence[float]:
        """Customers kept at the beginning of each month."""
        kept = [self.base]
        for month in range(FARTHEST):
            kept.append(next_base(kept[-1], self.pace.grown(self.won, month), self.figures))
        return kept

    def customers(self, month: float) -> float:
        """Customers at some time between two months; before today as if the first month had gone on like that."""
        at = min(max(0, int(month)), FARTHEST - 1)
        return max(0.0, self.bases[at] + (month - at) * (self.bases[at + 1] - self.bases[at]))

    def need(self, crew: Crew, month: float) -> float:
        """FTE a crew's work takes."""
        grown = self.pace.grown(sum(crew.flowing.values()), month)
        return grown + crew.per_customer * self.customers(month) if crew.per_customer else grown

    def reached(self, crew: Crew, room: float) -> float | None:
        """When the work of a crew outgrows so much time; ``None`` where it never does."""
        if not crew.per_customer:
            return self.pace.reached(sum(crew.flowing.values()), room)
        before = self.need(crew, 0)
        if before > room:
            return 0.0
        for month in range(1, FARTHEST):
            after = self.need(crew, month)
            if after > room:
                return month - 1 + (room - before) / (after - before)
            before = after
        return None

    def grows(self, crew: Crew) -> bool:
        """Whether there is more work next month than today."""
        return self.need(crew, 1) > self.need(crew, 0)

    def part(self, crew: Crew) -> Part:
        """The part that takes most of a crew's time today: its measure is the one to watch."""
        if crew.parts == (Part.CARE,):
            return Part.CARE
        work = {part: crew.flowing.get(part, 0.0) for part in crew.parts}
        if crew.per_customer:
            work[Part.CARE] += crew.per_customer * self.base
        return max(crew.parts, key=lambda part: work[part])

    def measure(self, crew: Crew) -> Measure:
        """The measure to watch."""
        part = self.part(crew)
        return Measure.SIGNED if part is Part.CARE and not crew.per_customer else MEASURES[part]

    def measured(self, crew: Crew, month: float) -> float:
        """The measure to watch, at some time."""
        measure = self.measure(crew)
        if measure is Measure.CUSTOMERS:
            return crew.share * self.customers(month)
        return self.pace.grown(crew.flowing[self.part(crew)] * per_fte(measure, self.figures), month)

    def room_in(self, crew: Crew, room: float) -> float:
        """So much time in the measure to watch: what there would be of it when the time is used up."""
        if not crew.per_customer:
            work = sum(crew.flowing.values())
            return self.measured(crew, 0) * room / work if work else 0.0
        full = self.reached(crew, room)
        return self.measured(crew, full if full is not None else FARTHEST)


def per_fte(measure: Measure, figures: CapacityDefaults) -> float:
    """What one person does a month, or of customers, keeps."""
    return {
        Measure.LEADS: figures.inbound_leads_per_fte,
        Measure.PROSPECTS: figures.prospects_per_outbound_fte,
        Measure.QUALIFIED: figures.qualified_per_closer_fte,
        Measure.SIGNED: hours_per_month(figures) / (figures.onboarding_hours_per_customer or hours_per_month(figures)),
    }.get(measure, figures.customers_per_csm)


def crews_of(org: Organisation, capacity: Capacity) -> tuple[Crew, ...]:
    """All crews of a chart, in a fixed order.

    Where nobody said how many customers there are, work with them is not reckoned, only that of taking new ones in.
    """
    is_known = amount(org, "customers") is not None
    shares = base_of(capacity.works, replace(capacity.situation, base=1.0)) if is_known else {}
    found: dict[CrewKey, _Sum] = defaultdict(_Sum)
    wanted = _in_order(org)
    for seat, work in capacity.works.items():
        kinds = tuple(_kinds(work))
        main = max(kinds, key=lambda kind: kind.fte) if kinds else None
        for kind in kinds:
            crew = found[org.pod_of(seat), kind.parts]
            crew.add(kind, capacity, shares.get(seat, 0.0))
            member = Member(seat, kind.fte)
            is_listed = seat in wanted and kind is main  # once, where it has most of its time
            (crew.vacant if is_listed else crew.held).append(member)
    place = {seat: at for at, seat in enumerate(wanted)}
    keys = sorted(found, key=lambda key: (key[0] or "", key[1]))
    return tuple(found[key].crew(key, place) for key in keys)


class _Kind(NamedTuple):
    """What a seat does as a member of one crew."""

    seat: SeatId
    parts: tuple[Part, ...]
    fte: float


class _Sum:
    """A crew in the making."""

    def __init__(self) -> None:
        self.held: list[Member] = []
        self.vacant: list[Member] = []
        self.flowing: dict[Part, float] = {}
        self.per_customer = self.share = 0.0

    def add(self, kind: _Kind, capacity: Capacity, share: float) -> None:
        """Count the work of one more seat."""
        for part in kind.parts:
            need = capacity.loads[kind.seat].need[part]
            if part is Part.CARE:
                per_customer = share / customers_per_fte(capacity.works[kind.seat], capacity.situation.figures)
                self.per_customer += per_customer
                self.share += share
                need = max(0.0, need - per_customer * capacity.situation.base)
            self.flowing[part] = self.flowing.get(part, 0.0) + need

    def crew(self, key: CrewKey, place: Mapping[SeatId, int]) -> Crew:
        """The finished crew."""
        vacant = tuple(sorted(self.vacant, key=lambda one: place[one.seat]))
        return Crew(*key, tuple(self.held), vacant, self.flowing, self.per_customer, self.share)


def _kinds(work: Work) -> Iterator[_Kind]:
    """The crews a seat belongs to: one, or one for each part where somebody said how its week is split."""
    parts = tuple(part for part in Part if part in work.shares)
    if work.is_told:
        yield from (_Kind(work.seat, (part,), work.fte_for(part)) for part in parts if work.shares[part] > 0)
    else:
        yield _Kind(work.seat, parts, work.fte)


def _in_order(org: Organisation) -> tuple[SeatId, ...]:
    """Vacant seats in the order they are to be filled: who is searched for already, then by start, then by name."""
    hiring, seats = org.hiring, org.chart.seats
    searched = frozenset(hiring.open)

    def place(seat: SeatId) -> tuple[bool, str, str, float, SeatId]:
        start = hiring.start(seat)
        return seat not in searched, start.isoformat() if start else "9999", seats[seat].start, seats[seat].order, seat

    return tuple(sorted(hiring.wanted, key=place))
