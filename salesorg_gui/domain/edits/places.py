"""Moving things: seats into pods, pods into segments, and out again onto free canvas or the bench."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused, between, changed, pod_of, seat_of, segment_of
from salesorg_gui.domain.edits.records import check_places
from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Place, Pod, Seat, Segment, Source
from salesorg_gui.i18n import _


@dataclass(frozen=True, slots=True)
class MoveSeats:
    """Put seats into a pod before another of its seats (``None``: last), onto a free place, or onto the bench.

    ``places`` pairs with ``seats``; without pod and places the seats go to the bench.
    """

    seats: tuple[SeatId, ...]
    pod: PodId | None = None
    before: SeatId | None = None
    places: tuple[Place, ...] = ()

    @property
    def label(self) -> str:
        """Names where they go."""
        if self.pod is not None:
            return _("Move to pod")
        return _("Move seat") if self.places else _("Move to the bench")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the seats in their new place and order."""
        moved = [seat_of(chart, seat) for seat in self.seats]
        check_places(self.places)
        if self.pod is not None:
            pod_of(chart, self.pod)
            return changed(
                chart, self._queued(chart, [replace(seat, pod=self.pod, place=None) for seat in moved], self.pod)
            )
        if self.places:
            pairs = zip(moved, self.places, strict=True)
            return changed(chart, [replace(seat, pod=None, place=place) for seat, place in pairs])
        return changed(chart, self._queued(chart, [replace(seat, pod=None, place=None) for seat in moved], None))

    def _queued(self, chart: Chart, moved: list[Seat], pod: PodId | None) -> list[Seat]:
        orders = orders_before(chart.members.get(pod, ()), moved, self.before)
        records = {seat.id: seat for seat in (*chart.members.get(pod, ()), *moved)}
        return [replace(records[SeatId(name)], order=order) for name, order in orders.items()]


class Ordered(Protocol):
    """A record with a hand-made order."""

    @property
    def id(self) -> str:
        """Its name."""
        ...

    @property
    def order(self) -> float:
        """Sorts it among its neighbours."""
        ...


def orders_before(neighbours: Sequence[Ordered], moved: Sequence[Ordered], before: str | None) -> dict[str, float]:
    """Orders that sort the moved records, as given, before ``before`` (``None``: last).

    Neighbours are renumbered only when there is no room left; a move that changes nothing keeps every order.
    """
    once = {record.id: record for record in moved}
    names = list(once)
    staying = [record for record in neighbours if record.id not in names]
    at = _place_before([record.id for record in neighbours], names, before)
    wished = [*staying[:at], *once.values(), *staying[at:]]
    if wished == sorted(wished, key=lambda record: (record.order, record.id)):
        return {name: record.order for name, record in once.items()}
    orders = between([record.order for record in staying], at, len(once))
    if orders is not None:
        return dict(zip(names, orders, strict=True))
    return {record.id: float(n + 1) for n, record in enumerate(wished)}


def _place_before(neighbours: list[str], moved: list[str], before: str | None) -> int:
    """Where among the neighbours that stay something goes; before one of the moved means where that stood."""
    ahead = neighbours[: neighbours.index(before)] if before is not None and before in neighbours else neighbours
    return sum(1 for name in ahead if name not in moved)


@dataclass(frozen=True, slots=True)
class MovePods:
    """Stand pods in a segment before another of its pods, or on free canvas at ``places``."""

    pods: tuple[PodId, ...]
    segment: SegmentId | None = None
    before: PodId | None = None
    places: tuple[Place, ...] = ()

    @property
    def label(self) -> str:
        """Names where they go."""
        return _("Move to segment") if self.segment is not None else _("Move pod")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the pods there; a pod keeps its segments on other axes."""
        moved = [pod_of(chart, pod) for pod in self.pods]
        check_places(self.places)
        if self.segment is not None:
            frame = segment_of(chart, self.segment)
            standing = [replace(pod, segments=_framed(chart, pod, frame), place=None) for pod in moved]
            neighbours = chart.pods_in.get(frame.id, ())
            records = {pod.id: pod for pod in (*neighbours, *standing)}
            orders = orders_before(neighbours, standing, self.before)
            return changed(chart, [replace(records[PodId(name)], order=order) for name, order in orders.items()])
        free = [replace(pod, segments=_unframed(chart, pod)) for pod in moved]
        if self.places:
            free = [replace(pod, place=place) for pod, place in zip(free, self.places, strict=True)]
        return changed(chart, free)


def _framed(chart: Chart, pod: Pod, frame: Segment) -> tuple[SegmentId, ...]:
    """The frame first; the old frame goes when it lies on the same axis, others stay."""
    old = chart.frame_of(pod)
    kept = [name for name in pod.segments if name != frame.id and not _replaced(chart, name, old, frame)]
    return (frame.id, *kept)


def _replaced(chart: Chart, name: SegmentId, old: SegmentId | None, frame: Segment) -> bool:
    return name == old and (chart.segments[name].axis == frame.axis)


def _unframed(chart: Chart, pod: Pod) -> tuple[SegmentId, ...]:
    """No frame at all: what the eye sees outside every segment belongs to none."""
    return tuple(name for name in pod.segments if name not in chart.segments)


@dataclass(frozen=True, slots=True)
class MoveSegments:
    """Nest segments in another one before one of its segments, or stand them free at ``places``."""

    segments: tuple[SegmentId, ...]
    parent: SegmentId | None = None
    before: SegmentId | None = None
    places: tuple[Place, ...] = ()

    @property
    def label(self) -> str:
        """One name for all ways."""
        return _("Move segment")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the segments there; refused when one would stand inside itself."""
        moved = [segment_of(chart, segment) for segment in self.segments]
        check_places(self.places)
        if self.parent is not None:
            top = self._top_above(chart, self.parent)
            standing = [replace(segment, parent=self.parent, place=None) for segment in moved]
            neighbours = chart.segments_in.get(self.parent, ())
            records = {segment.id: segment for segment in (*neighbours, *standing)}
            orders = orders_before(neighbours, standing, self.before)
            nested = [replace(records[SegmentId(name)], order=order) for name, order in orders.items()]
            return changed(chart, [*_opened(chart, top, self.segments), *nested])
        free = [replace(segment, parent=None) for segment in moved]
        if self.places:
            free = [replace(segment, place=place) for segment, place in zip(free, self.places, strict=True)]
        return changed(chart, free)

    def _top_above(self, chart: Chart, parent: SegmentId) -> Segment:
        """The outermost frame round the new place; refused when a moved segment would stand inside itself."""
        top = segment_of(chart, parent)
        while top.id not in self.segments:
            above = chart.parent_of(top)
            if above is None:
                return top
            top = chart.segments[above]
        raise EditRefused(_("A segment cannot stand inside itself."))


def _opened(chart: Chart, top: Segment, moved: Container[SegmentId]) -> tuple[Segment, ...]:
    """An outermost frame lets go of the circle it came in from a file, when what moves into it is a part of that."""
    seen: set[SegmentId] = set()
    above = top.parent
    while above is not None and above in chart.segments and above not in seen:
        if above in moved:
            return (replace(top, parent=None),)
        seen.add(above)
        above = chart.segments[above].parent
    return ()


@dataclass(frozen=True, slots=True)
class PlaceSources:
    """Stand lead sources at free places."""

    sources: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def label(self) -> str:
        """One name for all."""
        return _("Move lead source")

    def apply(self, chart: Chart) -> Chart:
        """The chart with the sources there."""
        check_places(self.places)
        moved: list[Source] = []
        for name, place in zip(self.sources, self.places, strict=True):
            source = next((source for source in chart.sources.values() if source.id == name), None)
            if source is None:
                raise EditRefused(_("This lead source is no longer on the chart."))
            moved.append(replace(source, place=place))
        return changed(chart, moved)


@dataclass(frozen=True, slots=True)
class LeadPod:
    """Name the seat that leads a pod, or nobody."""

    pod: PodId
    lead: SeatId | None

    @property
    def label(self) -> str:
        """One name for both."""
        return _("Change pod lead")

    def apply(self, chart: Chart) -> Chart:
        """The chart with that lead."""
        if self.lead is not None:
            seat_of(chart, self.lead)
        return changed(chart, [replace(pod_of(chart, self.pod), lead=self.lead)])
