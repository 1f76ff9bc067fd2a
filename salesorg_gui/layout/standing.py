"""Which seats stand where on the board: in a pod, where a hand put them, above what they lead, or on the bench."""

from collections import Counter, defaultdict
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
    leader outside of it leads; ``pods_led`` says in which pods.
    """

    forest: Forest
    ghosts: frozenset[SeatId]
    led: Mapping[Key, Mapping[SeatId, int]]
    pods_led: Mapping[SeatId, frozenset[PodId]]
    benched: tuple[SeatId, ...]

    def leads_frame(self, seat: SeatId) -> bool:
        """Whether the seat itself leads part of an automatic frame."""
        return seat in self.pods_led


@dataclass(frozen=True)
class _Outside:
    """The seats outside of pods: ``loose`` ones have no place, ``placed`` ones got theirs from a hand.

    ``heads`` are all seats, wherever, that lead a seat or a pod.
    """

    chart: Chart
    solid: Solid
    loose: frozenset[SeatId]
    placed: frozenset[SeatId]
    heads: frozenset[SeatId]

    def manager(self, seat: SeatId) -> SeatId | None:
        return self.solid.manager(seat, self.chart.seats)

    def managers(self, names: Iterable[SeatId]) -> list[SeatId]:
        """The first manager who exists of each that has one: those outside of pods alone."""
        up, seats, loose, placed = self.solid.up, self.chart.seats, self.loose, self.placed
        found = []
        for name in names:
            for line in up.get(name, ()):
                manager = line[2]
                if manager in loose or manager in placed:
                    found.append(manager)
                elif manager not in seats:
                    continue
                break
        return found

    def ordered(self, names: Iterable[SeatId]) -> tuple[SeatId, ...]:
        seats = self.chart.seats
        return tuple(sorted(names, key=lambda name: (seats[name].order, name)))


def standing_of(chart: Chart, solid: Solid, frames: Frames) -> Standing:
    """Sort the seats outside of pods by where they belong."""
    outside = _outside(chart, solid)
    led, pods_led = _led(outside, frames)
    ghosts = _ghosts(outside, pods_led)
    leaves = outside.loose - outside.heads if len(chart.seats) > 1 else frozenset()  # the first one begins the tree
    benched = {leaf for leaf in leaves if _stands_on_bench(outside, leaf, ghosts)}
    forest = forest_of(chart, solid, (outside.loose - benched) | ghosts)
    return Standing(forest, frozenset(ghosts), led, pods_led, outside.ordered(benched))


def _outside(chart: Chart, solid: Solid) -> _Outside:
    pods = chart.pods
    outside = [seat for seat in chart.seats.values() if seat.pod not in pods]
    heads = {line[2] for lines in solid.up.values() for line in lines}
    heads.update(pod.lead for pod in chart.pods.values() if pod.lead is not None)
    return _Outside(
        chart,
        solid,
        frozenset(seat.id for seat in outside if seat.place is None),
        frozenset(seat.id for seat in outside if seat.place is not None),
        frozenset(heads),
    )


def _led(outside: _Outside, frames: Frames) -> tuple[dict[Key, Counter[SeatId]], dict[SeatId, frozenset[PodId]]]:
    """Whom the seats outside of pods lead in the automatic frames, counted by frame; and in which pods."""
    led: defaultdict[Key, Counter[SeatId]] = defaultdict(Counter)
    pods_led: defaultdict[SeatId, set[PodId]] = defaultdict(set)
    for pod, members in frames.members.items():
        top = frames.top_of[pod]
        if top in frames.free:
            continue
        leaders = outside.managers(members)
        lead = outside.chart.pods[pod].lead
        if lead is not None and (lead in outside.loose or lead in outside.placed):
            leaders.append(lead)
        for leader in leaders:
            led[top][leader] += 1
            pods_led[leader].add(pod)
    return led, {leader: frozenset(pods) for leader, pods in pods_led.items()}


def _ghosts(outside: _Outside, pods_led: Iterable[SeatId]) -> set[SeatId]:
    """Hand-placed seats whose automatic place is kept: those above automatic leaders or frames."""
    ghosts: set[SeatId] = set()
    for start in (*(outside.loose & outside.heads), *pods_led):
        seat = start if start in outside.placed else outside.manager(start)
        while seat is not None and seat in outside.placed and seat not in ghosts:
            ghosts.add(seat)
            seat = outside.manager(seat)
    return ghosts


def _stands_on_bench(outside: _Outside, leaf: SeatId, ghosts: set[SeatId]) -> bool:
    """Whether a seat without reports has no manager among the automatic ones; else ``ghosts`` learns who keeps it.

    A manager in a pod or on a hand-placed spot does not keep a seat off the bench: whoever drops a seat there sees it
    there. Only a manager moved out of an automatic tree keeps its reports where they were.
    """
    manager = outside.manager(leaf)
    path: list[SeatId] = []
    while manager is not None and manager in outside.placed and manager not in ghosts and manager not in path:
        path.append(manager)
        manager = outside.manager(manager)
    if manager is None or (manager not in outside.loose and manager not in ghosts):
        return True
    ghosts.update(path)
    return False
