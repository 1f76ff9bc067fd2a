"""What lies around the difference of two charts: whatever a look at one thing may have taken of what differs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.domain.change import difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, HireId, Kind, LineId, PodId, SeatId, SegmentId
from salesorg_gui.rules.surroundings import Surroundings

MOST = 4
"""Where more than one seat in so many differs, everything is looked at again."""


@dataclass(frozen=True)
class Around:
    """What lies around the difference of a chart and the one before; in both, since what is gone counts too."""

    before: Chart
    after: Chart
    known: Surroundings | None = None
    """What surrounds the records of the chart before, if that is known."""

    @property
    def are_many(self) -> bool:
        """Whether so much differs that starting anew is as quick."""
        return len(self.seats) * MOST > len(self.after.seats) + 40

    @cached_property
    def seats(self) -> frozenset[SeatId]:
        """The seats whose records, lines, handoffs, pods, segments or hires differ, or stand before others."""
        return frozenset((*self._own(), *self._ends(), *self._placed(), *self._hired()))

    @cached_property
    def handoffs(self) -> frozenset[HandoffId]:
        """The handoffs that differ, and those of seats and sources that do."""
        return frozenset(map(HandoffId, self._differing[Kind.HANDOFF])) | self._handoffs_of(
            (*self.seats, *self._differing[Kind.SOURCE])
        )

    def seats_within(self, steps: int) -> frozenset[SeatId]:
        """The seats, and whoever is bound to them, so many steps on."""
        rings = self._rings
        while len(rings) <= steps:
            near = (other for side in self._sides for seat in rings[-1] for other in side.bound(seat))
            rings.append(rings[-1].union(near))
        return rings[steps]

    def handoffs_within(self, steps: int) -> frozenset[HandoffId]:
        """The handoffs that differ, and those of seats within one step less."""
        if steps < 2:
            return self.handoffs
        return self._once("handoffs", steps, lambda: self.handoffs | self._handoffs_of(self.seats_within(steps - 1)))

    def pods_within(self, steps: int) -> frozenset[PodId]:
        """The pods that differ, those in segments that do, and those of seats within one step less."""
        return self._once("pods", steps, lambda: self._pods_within(steps))

    def _pods_within(self, steps: int) -> frozenset[PodId]:
        seats, segments = self.seats_within(steps - 1), self._differing[Kind.SEGMENT]
        of_seats = self._of_both(lambda side: (pod for seat in seats for pod in side.pods(seat)))
        inside = self._of_both(lambda side: (PodId(name) for id in segments for name in side.inside(SegmentId(id))))
        return frozenset((*map(PodId, self._differing[Kind.POD]), *of_seats, *inside))

    def segments_within(self, steps: int) -> frozenset[SegmentId]:
        """The segments that differ, those beside them, and those of seats and pods within."""
        differing = tuple(map(SegmentId, self._differing[Kind.SEGMENT]))
        owners = (*self.seats_within(steps - 1), *self.pods_within(steps))
        beside = self._of_both(lambda side: (other for id in differing for other in side.beside(id)))
        owned = self._of_both(lambda side: (id for owner in owners for id in side.segments(owner)))
        return frozenset((*differing, *beside, *owned))

    def _once[T](self, kind: str, steps: int, find: Callable[[], T]) -> T:
        """What lies so many steps around, found once for all rules that ask."""
        name = f"{kind} {steps}"
        if name not in self.__dict__:
            self.__dict__[name] = find()
        found: T = self.__dict__[name]
        return found

    @cached_property
    def _rings(self) -> list[frozenset[SeatId]]:
        return [self.seats]

    @cached_property
    def surroundings(self) -> Surroundings:
        """What surrounds the records of the chart after."""
        return self._sides[1]

    @cached_property
    def _sides(self) -> tuple[Surroundings, Surroundings]:
        before = self.known or Surroundings(self.before)
        return before, before.of_next(self.after, map(SeatId, self._differing[Kind.SEAT]))

    def _of_both[T](self, look: Callable[[Surroundings], Iterable[T]]) -> Iterator[T]:
        for side in self._sides:
            yield from look(side)

    def _handoffs_of(self, ends: Iterable[str]) -> frozenset[HandoffId]:
        known = tuple(ends)
        return frozenset(self._of_both(lambda side: (one.id for end in known for one in side.handoffs(end))))

    @cached_property
    def _differing(self) -> dict[Kind, frozenset[str]]:
        """The ids of records of each kind that came, went or are others."""
        found = {kind: difference(self.before, self.after, kind) for kind in Kind}
        return {kind: frozenset((*one.added, *one.removed, *one.changed)) for kind, one in found.items()}

    def _own(self) -> Iterator[SeatId]:
        """Seats that differ; where one comes or goes, those whose lines and handoffs find or lose their end."""
        for id in map(SeatId, self._differing[Kind.SEAT]):
            yield id
            if (id in self.before.seats) != (id in self.after.seats):
                yield from (end for side in self._sides for end in side.ends(id))

    def _ends(self) -> Iterator[SeatId]:
        """The ends of lines and handoffs that differ, and whom sources that differ feed."""
        for side in self._sides:
            lines, handoffs = side.chart.lines, side.chart.handoffs
            for line in (lines[LineId(id)] for id in self._differing[Kind.LINE] if id in lines):
                yield from (line.report, line.manager)
            for handoff in (handoffs[HandoffId(id)] for id in self._differing[Kind.HANDOFF] if id in handoffs):
                yield from (SeatId(handoff.source), handoff.target)
            yield from (one.target for id in self._differing[Kind.SOURCE] for one in side.handoffs(id))

    def _placed(self) -> Iterator[SeatId]:
        """Whoever belongs to pods that differ, or has to do with segments that do."""
        for side in self._sides:
            yield from (seat for pod in self._differing[Kind.POD] for seat in side.people(pod))
            yield from (seat for id in self._differing[Kind.SEGMENT] for seat in side.about(SegmentId(id)))

    def _hired(self) -> Iterator[SeatId]:
        for side in self._sides:
            hires = side.chart.hires
            yield from (hires[id].seat for id in map(HireId, self._differing[Kind.HIRE]) if id in hires)
