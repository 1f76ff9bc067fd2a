"""What an edit touched of all that the Handoffs view is made of: seats and handoffs, or more than can be followed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from salesorg_gui.domain.change import difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Kind, SeatId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.layout.flow_stages import Journey, Span

PLACING = {
    Kind.POD: attrgetter("segments", "order"),
    Kind.SEGMENT: attrgetter("parent", "order"),
    Kind.SOURCE: attrgetter("order", "lane"),
}
"""What decides which lanes and sources there are, and in which order."""
MANY = 200
"""Of more than this nobody asks whom they pass to."""


@dataclass(frozen=True)
class Touch:
    """The seats and handoffs that may differ between two charts with the same pods, segments and sources."""

    before: Chart
    after: Chart
    seats: frozenset[SeatId]
    handoffs: frozenset[HandoffId]

    def beside(self, seats: Iterable[SeatId]) -> Iterator[Handoff]:
        """The handoffs that seats give or take, before and after."""
        for chart in (self.before, self.after):
            for seat in seats:
                yield from handoffs_at(chart, seat)

    def both(self) -> Iterator[Handoff]:
        """The handoffs that may differ, before and after."""
        for chart in (self.before, self.after):
            yield from (chart.handoffs[name] for name in self.handoffs if name in chart.handoffs)


def handoffs_at(chart: Chart, seat: SeatId) -> Iterator[Handoff]:
    """What a seat gives and takes."""
    yield from chart.handoffs_from.get(seat, ())
    yield from chart.handoffs_to.get(seat, ())


def touch_between(before: Chart, after: Chart) -> Touch | None:
    """What differs; nothing when it is more than a few seats and handoffs."""
    for kind, placing in PLACING.items():
        other = difference(before, after, kind)
        if other.added or other.removed:
            return None
        if any(placing(before.records(kind)[name]) != placing(now) for name, now in other.changed.items()):
            return None
    seats, handoffs = (_names(before, after, kind) for kind in (Kind.SEAT, Kind.HANDOFF))
    if len(seats) + len(handoffs) > MANY:
        return None
    return Touch(before, after, frozenset(map(SeatId, seats)), frozenset(map(HandoffId, handoffs)))


def _names(before: Chart, after: Chart, kind: Kind) -> set[str]:
    other = difference(before, after, kind)
    return {*other.added, *other.removed, *other.changed}


def followed(before: Journey, touch: Touch) -> tuple[Journey, frozenset[SeatId]] | None:
    """The journey after an edit, and the seats that came, went or reach elsewhere; nothing when columns differ."""
    chart, stages, alike = touch.after, dict(before.stages), before.alike.copy()
    for name in touch.seats:
        if (old := touch.before.seats.get(name)) is not None:
            alike[stages.pop(name), old.shared] -= 1
        if (seat := chart.seats.get(name)) is not None:
            stages[name] = before.stages_of(seat)
            alike[stages[name], seat.shared] += 1
    journey = Journey(chart, before.catalogue)
    vars(journey).update(stages=stages, alike=+alike)
    if journey.columns != before.columns:
        return None
    spans = dict(before.spans)
    asked = {*touch.seats, *(end for one in touch.both() for end in _ends(one))}
    asked.update(end for one in touch.beside(touch.seats) for end in _ends(one))
    vars(journey)["spans"] = spans
    if journey.columns:
        _span_anew(journey, spans, asked)
    moved = {name for name in asked if before.spans.get(name) != spans.get(name)}
    return journey, frozenset(moved | touch.seats)


def _span_anew(journey: Journey, spans: dict[SeatId, Span], names: Iterable[SeatId]) -> None:
    """Find out how far these reach: first those with stages, beside whom the others stand."""
    others = []
    for name in names:
        spans.pop(name, None)
        if journey.stages.get(name):
            spans[name] = journey.span(journey.stages[name])
        elif name in journey.chart.seats:
            others.append(name)
    for name in others:
        partners = [end for one in handoffs_at(journey.chart, name) for end in (one.source, one.target) if end != name]
        columns = [spans[SeatId(end)][0] for end in partners if journey.stages.get(SeatId(end))]
        if any(True for _one in handoffs_at(journey.chart, name)):
            spans[name] = journey.beside(journey.chart.seats[name], columns)


def _ends(handoff: Handoff) -> tuple[SeatId, SeatId]:
    return SeatId(handoff.source), handoff.target
