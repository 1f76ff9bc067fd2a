"""What is bound to what on one chart: by lines, handoffs, pods and segments."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Handoff

MADE_OF: Mapping[str, str] = {
    "_led": "pods",
    "_standing": "pods",
    "_further": "seats",
    "_owned": "segments",
    "_within": "segments",
}
"""What is gathered, and from which map of a chart."""


@dataclass(frozen=True)
class Surroundings:
    """What surrounds single records. Ids may be of records that are gone; those have nothing around them."""

    chart: Chart

    def of_next(self, chart: Chart, differing: Iterable[SeatId]) -> "Surroundings":
        """Those of another chart, of which it is known which seats differ; what comes of the same maps is kept."""
        after, known = Surroundings(chart), self.__dict__
        same = {part for part in ("pods", "segments") if getattr(self.chart, part) is getattr(chart, part)}
        if not any(seats[id].also_in for id in differing for seats in (self.chart.seats, chart.seats) if id in seats):
            same.add("seats")
        kept = {name: known[name] for name, part in MADE_OF.items() if name in known and part in same}
        after.__dict__.update(kept)
        return after

    def handoffs(self, end: str) -> tuple[Handoff, ...]:
        """The handoffs of a seat or source, both ways."""
        seat = SeatId(end)
        return (*self.chart.handoffs_from.get(seat, ()), *self.chart.handoffs_to.get(seat, ()))

    def ends(self, seat: SeatId) -> Iterator[SeatId]:
        """Both ends of its lines and handoffs."""
        chart = self.chart
        for groups in (chart.lines_up, chart.lines_down, chart.dotted_up, chart.dotted_down):
            for line in groups.get(seat, ()):
                yield from (line.report, line.manager)
        for handoff in self.handoffs(seat):
            yield from (SeatId(handoff.source), handoff.target)

    def pods(self, seat: SeatId) -> Iterator[PodId]:
        """Those it stands in, belongs to or leads."""
        record = self.chart.seats.get(seat)
        if record is not None:
            yield from (pod for pod in (record.pod, *record.also_in) if pod is not None)
        yield from self._led.get(seat, ())

    def people(self, pod: str) -> Iterator[SeatId]:
        """Who stands in a pod, belongs to it or leads it."""
        id = PodId(pod)
        record = self.chart.pods.get(id)
        if record is None:
            yield from (seat.id for seat in self.chart.members.get(None, ()) if seat.pod == id)
        else:
            yield from (seat.id for seat in self.chart.members.get(id, ()))
            if record.lead is not None:
                yield record.lead
        yield from self._further.get(id, ())

    def segments(self, owner: str) -> Iterator[SegmentId]:
        """The segments a seat or pod owns, and those a pod stands in."""
        yield from self._owned.get(owner, ())
        pod = self.chart.pods.get(PodId(owner))
        yield from pod.segments if pod is not None else ()

    def inside(self, segment: SegmentId) -> Iterator[str]:
        """Owners of a segment and pods that stand in it."""
        if segment in self.chart.segments:
            yield from self.chart.segments[segment].owners
        yield from self._standing.get(segment, ())

    def about(self, segment: SegmentId) -> Iterator[SeatId]:
        """The seats a segment has to do with."""
        for name in self.inside(segment):
            yield SeatId(name)
            yield from self.people(name)

    def beside(self, segment: SegmentId) -> Iterator[SegmentId]:
        """The segment around this one, and those within."""
        record = self.chart.segments.get(segment)
        if record is not None and record.parent is not None:
            yield record.parent
        yield from self._within.get(segment, ())

    def bound(self, seat: SeatId) -> Iterator[SeatId]:
        """The seats bound to a seat, by whatever it is; segments bind those inside to the owners, and back."""
        yield from self.ends(seat)
        pods = tuple(self.pods(seat))
        for pod in pods:
            yield from self.people(pod)
        for owner in (seat, *pods):
            for segment in self._owned.get(owner, ()):
                yield from self.about(segment)
            for segment in self.segments(owner):
                if segment in self.chart.segments:
                    yield from self._owners(self.chart.segments[segment].owners)

    def _owners(self, owners: Iterable[str]) -> Iterator[SeatId]:
        for owner in owners:
            yield SeatId(owner)
            yield from self.people(owner)

    @cached_property
    def _led(self) -> Mapping[SeatId, list[PodId]]:
        led: dict[SeatId, list[PodId]] = defaultdict(list)
        for pod in self.chart.pods.values():
            if pod.lead is not None:
                led[pod.lead].append(pod.id)
        return led

    @cached_property
    def _further(self) -> Mapping[PodId, list[SeatId]]:
        """Further members, by pod."""
        further: dict[PodId, list[SeatId]] = defaultdict(list)
        for seat in [seat for seat in self.chart.seats.values() if seat.also_in]:
            for pod in seat.also_in:
                further[pod].append(seat.id)
        return further

    @cached_property
    def _owned(self) -> Mapping[str, list[SegmentId]]:
        owned: dict[str, list[SegmentId]] = defaultdict(list)
        for segment in self.chart.segments.values():
            for owner in segment.owners:
                owned[owner].append(segment.id)
        return owned

    @cached_property
    def _standing(self) -> Mapping[SegmentId, list[PodId]]:
        standing: dict[SegmentId, list[PodId]] = defaultdict(list)
        for pod in self.chart.pods.values():
            for segment in pod.segments:
                standing[segment].append(pod.id)
        return standing

    @cached_property
    def _within(self) -> Mapping[SegmentId, list[SegmentId]]:
        within: dict[SegmentId, list[SegmentId]] = defaultdict(list)
        for segment in self.chart.segments.values():
            if segment.parent is not None:
                within[segment.parent].append(segment.id)
        return within
