"""Who stands in which lane of the Handoffs view, and who has no part in the journey."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Seat
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.flow_stages import Span

LOOSE: Key | None = None
"""The lane of those who belong to no other."""


@dataclass(frozen=True, slots=True)
class Crew:
    """The seats of one lane in their order."""

    lane: Key | None
    seats: tuple[Seat, ...]


def crews_of(chart: Chart, spans: Mapping[SeatId, Span], of_pod: Mapping[PodId | None, Key | None]) -> tuple[Crew, ...]:
    """The lanes from top to bottom, the one of those without a pod last and only when there are any."""
    groups: dict[Key | None, list[Seat]] = defaultdict(list)
    for seat in chart.seats.values():
        if seat.id in spans:
            groups[of_pod.get(seat.pod) if seat.pod is not None else LOOSE].append(seat)
    crews = [Crew(lane, in_order(groups.get(lane, ()))) for lane in dict.fromkeys(of_pod.values()) if lane is not LOOSE]
    if groups.get(LOOSE):
        crews.append(Crew(LOOSE, in_order(groups[LOOSE])))
    return tuple(crews)


def crew_of(chart: Chart, spans: Mapping[SeatId, Span], lane: Key | None, pods: Iterable[PodId | None]) -> Crew:
    """One lane, of the seats in these pods."""
    seats = [seat for pod in pods for seat in chart.members.get(pod, ()) if seat.id in spans]
    return Crew(lane, in_order(seats))


def aside_of(chart: Chart, spans: Mapping[SeatId, Span]) -> tuple[SeatId, ...]:
    """Seats that cover no stage, hand nothing over and receive nothing: leaders first, in their order."""
    outside = in_order(seat for seat in chart.seats.values() if seat.id not in spans)
    return tuple(seat.id for seat in outside)


def pod_lanes(chart: Chart, lanes: Lanes) -> Iterator[tuple[PodId, Key | None]]:
    """The lane of each pod, in the order of the lanes: by segment, then by the order of pods."""
    for segment in (*_segments_in_order(chart), None):
        for pod in chart.pods_in.get(segment, ()):
            if lanes is Lanes.PODS:
                yield pod.id, Key(Kind.POD, pod.id)
            else:
                yield pod.id, Key(Kind.SEGMENT, segment) if segment is not None else LOOSE


def _segments_in_order(chart: Chart) -> Iterator[SegmentId]:
    """Outer before inner, as one reads them."""
    waiting = [segment.id for segment in reversed(chart.segments_in.get(None, ()))]
    while waiting:
        name = waiting.pop()
        yield name
        waiting.extend(child.id for child in reversed(chart.segments_in.get(name, ())))
