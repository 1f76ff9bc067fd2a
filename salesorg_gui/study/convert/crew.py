"""The seats of a chart as those who may sit on the seats of another: what they do, for whom, and in which team."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.catalogue.roles import Family, Purpose, Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, SegmentId, StageId
from salesorg_gui.domain.records import Seat, Status

MOST_SPLIT = 20
"""A seat held by more people than this stays one seat."""


@dataclass(frozen=True, slots=True)
class Member:
    """A seat of the old chart. ``markets`` are the segments it or its pod has, ``origin`` the seat it was part of."""

    seat: Seat
    origin: SeatId
    role: Role
    stages: frozenset[StageId]
    lineage: tuple[RoleId, ...]
    pod: PodId | None
    markets: frozenset[SegmentId]
    manager: SeatId | None
    is_top: bool
    is_hiring: bool

    @property
    def id(self) -> SeatId:
        """The seat's id, which it keeps."""
        return self.seat.id

    @property
    def is_leader(self) -> bool:
        """Whether leading is part of the role."""
        return Purpose.LEAD in self.role.purposes

    @property
    def is_vacant(self) -> bool:
        """Whether nobody sits there and nobody is being hired."""
        return self.seat.status is not Status.FILLED and not self.seat.people and not self.is_hiring

    @property
    def stands_beside(self) -> bool:
        """Whether the role helps whoever sells, in any structure: support, enablement, strategy, neighbours."""
        return self.role.family in {Family.SUPPORT, Family.ENABLEMENT, Family.STRATEGY, Family.NEIGHBOUR}


@dataclass(frozen=True)
class Crew:
    """All seats of a chart. Sellers and leaders who share one fall apart into a seat each: they may go own ways."""

    chart: Chart
    catalogue: Catalogue

    @cached_property
    def duties(self) -> Duties:
        """What every seat covers, takes and gives."""
        return Duties(self.chart, self.catalogue)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Everybody, in the order of the pods and within them."""
        return tuple(member for seat in self._in_order() for member in self._members_of(seat))

    @cached_property
    def by_id(self) -> Mapping[SeatId, Member]:
        """Everybody by id."""
        return {member.id: member for member in self.members}

    def _in_order(self) -> Iterator[Seat]:
        pods = self.chart.pods
        places = {pod: (pods[pod].order, pod) for pod in pods}
        last = (float("inf"), "")
        seats = self.chart.seats.values()
        yield from sorted(seats, key=lambda seat: (places.get(seat.pod or PodId(""), last), seat.order, seat.id))

    def _members_of(self, seat: Seat) -> Iterator[Member]:
        pod = seat.pod if seat.pod in self.chart.pods else None
        role = self.duties.roles[seat.id]
        manager = self.chart.manager_of(seat.id)
        for one in self._apart(seat):
            yield Member(
                one,
                seat.id,
                role,
                frozenset(self.duties.stages[seat.id]),
                tuple(self.duties.lineage(role.id)),
                pod,
                self._markets.get(seat.id, frozenset()) | self._markets.get(pod or PodId(""), frozenset()),
                manager,
                is_top=manager is None and bool(self.chart.reports_of(seat.id)),
                is_hiring=seat.id in self._hiring and one.id == seat.id,
            )

    def _apart(self, seat: Seat) -> Iterator[Seat]:
        """The seat, or one for each of the people on it; numbers that belong to all of them are divided."""
        count = seat.headcount
        role = self.duties.roles[seat.id]
        goes_own_ways = bool(self.duties.stages[seat.id]) or role.purpose is Purpose.LEAD
        if role.is_neighbour or not goes_own_ways or not 1 < count <= MOST_SPLIT:
            yield seat
            return
        taken: set[str] = {*self.chart.seats, *self.chart.sources, *self.chart.pods}
        names = [seat.id, *_free(f"{seat.id}-", 2, count - 1, taken)]
        for number, id in enumerate(names):
            last = number == count - 1
            yield replace(
                seat,
                id=id,
                headcount=1,
                people=seat.people[number:] if last else seat.people[number : number + 1],
                quota=None if seat.quota is None else seat.quota / count,
                accounts=None if seat.accounts is None else _portion(seat.accounts, count, number),
            )

    @cached_property
    def _markets(self) -> Mapping[str, frozenset[SegmentId]]:
        """The segments of each seat and pod."""
        found: dict[str, set[SegmentId]] = {}
        for segment in self.chart.segments.values():
            for owner in segment.owners:
                found.setdefault(owner, set()).add(segment.id)
        for pod in self.chart.pods.values():
            found.setdefault(pod.id, set()).update(id for id in pod.segments if id in self.chart.segments)
        return {owner: frozenset(ids) for owner, ids in found.items()}

    @cached_property
    def _hiring(self) -> frozenset[SeatId]:
        return frozenset(hire.seat for hire in self.chart.hires.values())


def _free(stem: str, first: int, count: int, taken: set[str]) -> Iterator[SeatId]:
    """So many names nobody has."""
    number = first
    for _name in range(count):
        while f"{stem}{number}" in taken:
            number += 1
        yield SeatId(f"{stem}{number}")
        number += 1


def _portion(whole: int, count: int, number: int) -> int:
    """A whole number in parts as even as can be."""
    return whole // count + (number < whole % count)
