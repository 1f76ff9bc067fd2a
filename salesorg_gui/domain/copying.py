"""Copies of parts of a chart: for the clipboard, for duplicates, for whole structures."""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, replace

from salesorg_gui.domain.chart import KIND_OF, Chart, key_of
from salesorg_gui.domain.ids import (
    HandoffId,
    HireId,
    Key,
    Kind,
    LineId,
    PodId,
    SeatId,
    SegmentId,
    SourceId,
    fresh_id,
)
from salesorg_gui.domain.records import Handoff, Hire, Line, Place, Pod, Record, Seat, Segment, Source

HERE = Place(0, 0)
PREFIX: Mapping[Kind, str] = {
    Kind.SEAT: "s",
    Kind.POD: "p",
    Kind.SEGMENT: "g",
    Kind.SOURCE: "q",
    Kind.LINE: "l",
    Kind.HANDOFF: "h",
    Kind.HIRE: "r",
}


def new_id(chart: Chart, kind: Kind, taken: Collection[str] = ()) -> str:
    """An id no record of the chart has, of any kind, and that is not ``taken`` either."""
    while True:
        name = fresh_id(PREFIX[kind])
        if name not in taken and not any(name in chart.records(other) for other in Kind):
            return name


def clipping(chart: Chart, keys: Iterable[Key]) -> tuple[Record, ...]:
    """The records under these keys, what stands inside them, and the lines and handoffs among them."""
    wanted = set(keys)
    waiting = list(wanted)
    while waiting:
        inner = [key for key in _inside(chart, waiting.pop()) if key not in wanted]
        wanted.update(inner)
        waiting.extend(inner)
    seats = {key.id for key in wanted if key.kind is Kind.SEAT}
    givers = seats | {key.id for key in wanted if key.kind is Kind.SOURCE}
    wanted |= {key_of(line) for line in chart.lines.values() if {line.report, line.manager} <= seats}
    wanted |= {key_of(h) for h in chart.handoffs.values() if h.source in givers and h.target in seats}
    found = (chart.record(key) for key in sorted(wanted))
    return tuple(record for record in found if record is not None)


def _inside(chart: Chart, key: Key) -> list[Key]:
    match key.kind:
        case Kind.POD:
            return [key_of(seat) for seat in chart.members.get(PodId(key.id), ())]
        case Kind.SEGMENT:
            pods = [key_of(pod) for pod in chart.pods_in.get(SegmentId(key.id), ())]
            return pods + [key_of(segment) for segment in chart.segments_in.get(SegmentId(key.id), ())]
        case _:
            return []


@dataclass(frozen=True, slots=True)
class Pasting:
    """How copies of records find themselves again: old id to new id, and how far free places move."""

    names: Mapping[Key, str]
    chart: Chart
    shift: Place

    def copied(self, record: Record) -> Record:
        """The record under its new name, with everything it names renamed or, where it is gone, let go."""
        name = self.names[key_of(record)]
        match record:
            case Seat():
                return self._seat(record, SeatId(name))
            case Pod():
                return self._pod(record, PodId(name))
            case Segment():
                return self._segment(record, SegmentId(name))
            case Source():
                return replace(record, id=SourceId(name), place=self._shifted(record.place))
            case Line():
                report, manager = (self.names[Key(Kind.SEAT, seat)] for seat in (record.report, record.manager))
                return replace(record, id=LineId(name), report=SeatId(report), manager=SeatId(manager))
            case Handoff():
                source = self.names.get(Key(Kind.SEAT, record.source)) or self.names[Key(Kind.SOURCE, record.source)]
                target = self.names[Key(Kind.SEAT, record.target)]
                return replace(record, id=HandoffId(name), source=SeatId(source), target=SeatId(target))
            case Hire():
                return replace(record, id=HireId(name), seat=SeatId(self.names[Key(Kind.SEAT, record.seat)]))

    def _seat(self, seat: Seat, name: SeatId) -> Seat:
        pod = self._kept(Kind.POD, seat.pod)
        further = (self._kept(Kind.POD, other) for other in seat.also_in)
        return replace(
            seat,
            id=name,
            pod=PodId(pod) if pod else None,
            also_in=tuple(PodId(other) for other in further if other),
            place=self._shifted(seat.place),
        )

    def _pod(self, pod: Pod, name: PodId) -> Pod:
        frames = (self._kept(Kind.SEGMENT, segment) for segment in pod.segments)
        lead = self._kept(Kind.SEAT, pod.lead)
        return replace(
            pod,
            id=name,
            segments=tuple(SegmentId(frame) for frame in frames if frame),
            lead=SeatId(lead) if lead else None,
            place=self._shifted(pod.place),
        )

    def _segment(self, segment: Segment, name: SegmentId) -> Segment:
        parent = self._kept(Kind.SEGMENT, segment.parent)
        owners = (self._kept(Kind.SEAT, owner) or self._kept(Kind.POD, owner) for owner in segment.owners)
        return replace(
            segment,
            id=name,
            parent=SegmentId(parent) if parent else None,
            owners=tuple(SeatId(owner) for owner in owners if owner),
            place=self._shifted(segment.place),
        )

    def _kept(self, kind: Kind, name: str | None) -> str | None:
        if name is None:
            return None
        key = Key(kind, name)
        return self.names.get(key) or (name if self.chart.record(key) is not None else None)

    def _shifted(self, place: Place | None) -> Place | None:
        return None if place is None else Place(place.x + self.shift.x, place.y + self.shift.y)


def renamed(records: Iterable[Record], chart: Chart, shift: Place = HERE) -> tuple[Record, ...]:
    """Copies of the records under fresh ids, fit to be added to ``chart``; free places moved by ``shift``.

    Lines, handoffs and hires one end of which is not among the records are left out.
    """
    originals = {key_of(record): record for record in records}
    whole = [record for record in originals.values() if _has_its_ends(record, originals)]
    names: dict[Key, str] = {}
    for record in whole:
        names[key_of(record)] = new_id(chart, KIND_OF[type(record)], names.values())
    pasting = Pasting(names, chart, shift)
    return tuple(pasting.copied(record) for record in whole)


def _has_its_ends(record: Record, originals: Container[Key]) -> bool:
    match record:
        case Line():
            return all(Key(Kind.SEAT, end) in originals for end in (record.report, record.manager))
        case Handoff():
            givers = (Key(Kind.SEAT, record.source), Key(Kind.SOURCE, record.source))
            return Key(Kind.SEAT, record.target) in originals and any(giver in originals for giver in givers)
        case Hire():
            return Key(Kind.SEAT, record.seat) in originals
        case _:
            return True
