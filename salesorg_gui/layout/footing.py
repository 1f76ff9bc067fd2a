"""What a board stands on before anything has a place: who is in which pod, who is outside, who leads whom.

After an edit of seats and lines only the pods around it are looked at again; the answer is the same without.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from salesorg_gui.domain.change import difference
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.layout.crossing import Crossing, crossing
from salesorg_gui.layout.frames import Frames, frames_after, frames_of, members_of
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.outside import Outside, outside_after, outside_of
from salesorg_gui.layout.reporting import Solid

MANY = 4
"""When more than one seat in so many differs, everything is looked at anew."""

NOBODY: tuple[SeatId, ...] = ()

type Members = Mapping[PodId, tuple[SeatId, ...]]


@dataclass(frozen=True)
class Led:
    """Whom seats outside of pods lead in one outermost frame: how many members and pods each, and in which pods."""

    counts: Counter[SeatId]
    pods: Mapping[SeatId, frozenset[PodId]]


@dataclass(frozen=True)
class Footing:
    """``leaders`` are, for each pod, the seats outside of pods that lead its members or itself, once for each of them.

    ``led`` are the same by the outermost frames. What ``is_quiet`` differs from the footing it was taken over from in
    nothing that could move an outermost frame or a card outside of pods. ``apart`` is where the cards that are in no
    pod came to stand on the board, ``stood`` where the frames of each outermost one did. ``crossing`` are the lines
    that do not stay within one pod, as far as no edit touched the chart.
    """

    chart: Chart
    solid: Solid
    frames: Frames
    outside: Outside
    leaders: Members
    led: Mapping[Key, Led]
    is_quiet: bool = False
    apart: Mapping[Key, Rect] = field(default_factory=dict)
    stood: Mapping[Key, Mapping[Key, Rect]] = field(default_factory=dict)
    crossing: Crossing | None = field(default=None, compare=False, repr=False)


def footing_of(chart: Chart, solid: Solid) -> Footing:
    """The footing of a chart."""
    frames = frames_of(chart, members_of(chart))
    across = crossing(chart, frames.members)
    outside = outside_of(chart, solid, across)
    leaders = _leaders_of_all(outside, chart, frames.members)
    return Footing(chart, solid, frames, outside, leaders, _led(frames, leaders, frames.tops), crossing=across)


def footing_after(chart: Chart, solid: Solid, earlier: Footing) -> Footing | None:
    """The same, taken over from that of an earlier chart; nothing when too much is different."""
    before = earlier.chart
    reports = solid.differing(earlier.solid)
    seats = difference(before, chart, Kind.SEAT)
    names = [*seats.added, *seats.removed, *seats.changed]
    is_framed_alike = chart.pods is before.pods and chart.segments is before.segments
    if reports is None or not is_framed_alike or len(names) * MANY > len(chart.seats):
        return None
    outside = outside_after(chart, solid, earlier.outside, names, reports)
    members = _members_after(chart, earlier.frames.members, names, _pods_of((before, chart), names))
    about = (*names, *reports, *_led_by_who_moved(chart, earlier, outside, names))
    stirred = _pods_of((before, chart), about)
    stirred.update(pod for seat in names for pod in chart.pods_led.get(seat, ()))
    leaders = dict(earlier.leaders)
    leaders.update((pod, _leaders(outside, chart, pod, members[pod])) for pod in stirred)
    frames = frames_after(chart, earlier.frames, members)
    led = {**earlier.led, **_led(frames, leaders, {frames.top_of[pod] for pod in stirred})}
    after = Footing(chart, solid, frames, outside, leaders, led)
    is_quiet = not any(outside.holds(name) or earlier.outside.holds(name) for name in about)
    return replace(after, is_quiet=is_quiet and _is_led_alike(after, earlier, stirred))


def _is_led_alike(after: Footing, before: Footing, stirred: Iterable[PodId]) -> bool:
    """Whether everybody outside of pods leads as before, in frames that are as large, of sources as before."""
    if after.chart.sources is not before.chart.sources or (len(after.chart.seats) > 1) != (len(before.chart.seats) > 1):
        return False
    heads = [footing.outside.loose & footing.outside.heads for footing in (after, before)]
    if heads[0] != heads[1]:
        return False
    for top in {after.frames.top_of[pod] for pod in stirred}:
        old, new = before.frames.interior(top), after.frames.interior(top)
        if after.led[top] != before.led[top] or not new.is_as_wide(old):
            return False
    return True


def _led(frames: Frames, leaders: Members, tops: Iterable[Key]) -> dict[Key, Led]:
    """Whom seats outside of pods lead in these outermost frames."""
    found: dict[Key, Led] = {}
    for top in tops:
        inside = frames.interior(top).pods
        pods: defaultdict[SeatId, set[PodId]] = defaultdict(set)
        for pod in inside:
            for leader in leaders[pod]:
                pods[leader].add(pod)
        counts = Counter([leader for pod in inside for leader in leaders[pod]])
        found[top] = Led(counts, {leader: frozenset(some) for leader, some in pods.items()})
    return found


def _leaders_of_all(outside: Outside, chart: Chart, members: Members) -> dict[PodId, tuple[SeatId, ...]]:
    """Those of every pod. Only who is known to report to a seat outside of pods can have one there."""
    seats, known, found = chart.seats, outside.solid.up, dict.fromkeys(members, NOBODY)
    below: defaultdict[PodId | None, list[SeatId]] = defaultdict(list)
    for seat in [seats[name] for name in known if name in seats]:
        below[seat.pod].append(seat.id)
    for pod, some in below.items():
        if pod is not None and pod in found:
            names = some if len(some) == 1 else [name for name in members[pod] if name in known]
            found[pod] = tuple(outside.managers(names))
    for lead in chart.pods_led.keys() & (outside.loose | outside.placed):
        found.update((pod, (*found[pod], lead)) for pod in chart.pods_led[lead])
    return found


def _leaders(outside: Outside, chart: Chart, pod: PodId, members: Iterable[SeatId]) -> tuple[SeatId, ...]:
    leaders, lead = outside.managers(members), chart.pods[pod].lead
    if lead is not None and outside.holds(lead):
        leaders.append(lead)
    return tuple(leaders)


def _pods_of(charts: Iterable[Chart], seats: Iterable[SeatId]) -> set[PodId]:
    """The pods these seats stood or stand in."""
    names = list(seats)
    found = {chart.seats[name].pod for chart in charts for name in names if name in chart.seats}
    return {pod for chart in charts for pod in found if pod is not None and pod in chart.pods}


def _members_after(chart: Chart, before: Members, names: Iterable[SeatId], pods: Iterable[PodId]) -> Members:
    """The members of all pods, those of some gathered again: these seats may have come, gone or another order."""
    seats = [chart.seats[name] for name in names if name in chart.seats]
    others = set(names)
    found = dict(before)
    for pod in pods:
        stayed = [chart.seats[name] for name in before[pod] if name not in others]
        ranks = sorted((seat.order, seat.id) for seat in (*stayed, *(seat for seat in seats if seat.pod == pod)))
        found[pod] = tuple([name for _order, name in ranks])
    return found


def _led_by_who_moved(chart: Chart, earlier: Footing, outside: Outside, names: Iterable[SeatId]) -> list[SeatId]:
    """Who reports to a seat that came, went, or stepped into a pod or out of it."""
    found: list[SeatId] = []
    for seat in names:
        was_there, is_there = seat in earlier.chart.seats, seat in chart.seats
        if was_there != is_there or outside.holds(seat) != earlier.outside.holds(seat):
            found += [line.report for line in chart.lines_down.get(seat, ())]
            found += [line.report for line in earlier.chart.lines_down.get(seat, ())]
    return found
