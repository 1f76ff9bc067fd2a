"""Which seats stand where on the board: in a pod, where a hand put them, above what they lead, or on the bench."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, PodId, SeatId
from salesorg_gui.layout.frames import Frames
from salesorg_gui.layout.reporting import Forest, Solid, forest_of


@dataclass(frozen=True)
class Standing:
    """What the board's leaders look like before they have a place.

    ``forest`` holds the seats that lead or report outside of pods; those in ``ghosts`` stand where a hand put them, but
    their automatic place is kept free, so that nobody else moves. ``led`` counts, for each automatic frame, whom a
    leader outside of it leads; ``pods_led`` says in which pods. ``attached`` are seats that report to a member of a
    frame.
    """

    forest: Forest
    ghosts: frozenset[SeatId]
    led: Mapping[Key, Mapping[SeatId, int]]
    pods_led: Mapping[SeatId, frozenset[PodId]]
    attached: Mapping[Key, tuple[SeatId, ...]]
    benched: tuple[SeatId, ...]

    def leads_frame(self, seat: SeatId) -> bool:
        """Whether the seat itself leads part of an automatic frame."""
        return seat in self.pods_led


def standing_of(chart: Chart, solid: Solid, frames: Frames) -> Standing:
    """Sort the seats outside of pods by where they belong."""
    seats, pods = chart.seats, chart.pods
    outside = [seat for seat in seats.values() if seat.pod is None or seat.pod not in pods]
    loose = {seat.id for seat in outside if seat.place is None}
    placed = {seat.id for seat in outside if seat.place is not None}
    heads = {manager for lines in solid.up.values() for _order, _id, manager in lines}
    heads.update(pod.lead for pod in pods.values() if pod.lead is not None)
    benched = {seat for seat in loose if seat not in heads and solid.manager(seat, seats) is None}
    led, pods_led = _led(chart, solid, frames, loose | placed)
    ghosts = _ghosts(chart, solid, [*(loose - benched), *pods_led], placed)
    forest = forest_of(chart, solid, (loose - benched) | ghosts)
    attached = _attached(chart, solid, frames, [root for root in forest.roots if root not in pods_led], forest)
    return Standing(forest, frozenset(ghosts), led, pods_led, attached, _ordered(chart, benched))


def _ordered(chart: Chart, names: Iterable[SeatId]) -> tuple[SeatId, ...]:
    return tuple(sorted(names, key=lambda name: (chart.seats[name].order, name)))


def _led(
    chart: Chart, solid: Solid, frames: Frames, outside: set[SeatId]
) -> tuple[dict[Key, Counter[SeatId]], dict[SeatId, frozenset[PodId]]]:
    """Whom the seats outside of pods lead in the automatic frames, counted by frame; and in which pods."""
    led: dict[Key, Counter[SeatId]] = {}
    pods_led: dict[SeatId, set[PodId]] = {}
    for pod, members in frames.members.items():
        top = frames.top_of[pod]
        if top in frames.free:
            continue
        leaders = [solid.manager(seat, chart.seats) for seat in members]
        for leader in (*leaders, chart.pods[pod].lead):
            if leader is not None and leader in outside:
                led.setdefault(top, Counter())[leader] += 1
                pods_led.setdefault(leader, set()).add(pod)
    return led, {leader: frozenset(pods) for leader, pods in pods_led.items()}


def _ghosts(chart: Chart, solid: Solid, lowest: Iterable[SeatId], placed: set[SeatId]) -> set[SeatId]:
    """Hand-placed seats whose automatic place is kept: those that lead automatic seats or frames."""
    ghosts: set[SeatId] = set()
    for start in lowest:
        seat = start if start in placed else solid.manager(start, chart.seats)
        while seat is not None and seat in placed and seat not in ghosts:
            ghosts.add(seat)
            seat = solid.manager(seat, chart.seats)
    return ghosts


def _attached(
    chart: Chart, solid: Solid, frames: Frames, roots: Iterable[SeatId], forest: Forest
) -> dict[Key, tuple[SeatId, ...]]:
    """Single seats that report to a member of an automatic frame, by that frame."""
    found: dict[Key, list[SeatId]] = {}
    for root in roots:
        manager = None if root in forest.reports else solid.manager(root, chart.seats)
        pod = chart.seats[manager].pod if manager is not None else None
        top = frames.top_of.get(pod) if pod is not None else None
        if top is not None and top not in frames.free:
            found.setdefault(top, []).append(root)
    return {top: tuple(seats) for top, seats in found.items()}
