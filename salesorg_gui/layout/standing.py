"""Which seats stand where on the board: in a pod, where a hand put them, above what they lead, or on the bench."""

from collections.abc import Iterable, Mapping

from salesorg_gui.domain.ids import Key, PodId, SeatId
from salesorg_gui.layout.footing import Footing
from salesorg_gui.layout.outside import Outside
from salesorg_gui.layout.reporting import Forest, forest_of
from salesorg_gui.values import dataclass

NO_PODS: frozenset[PodId] = frozenset()


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


def standing_of(footing: Footing) -> Standing:
    """Sort the seats outside of pods by where they belong."""
    outside, chart = footing.outside, footing.chart
    led, pods_led = _led(footing)
    ghosts = _ghosts(outside, pods_led)
    leaves = outside.loose - outside.heads if len(chart.seats) > 1 else frozenset()  # the first one begins the tree
    benched = {leaf for leaf in leaves if _stands_on_bench(outside, leaf, ghosts)}
    forest = forest_of(chart, outside.solid, (outside.loose - benched) | ghosts)
    return Standing(forest, frozenset(ghosts), led, pods_led, outside.ordered(benched))


def _led(footing: Footing) -> tuple[dict[Key, Mapping[SeatId, int]], dict[SeatId, frozenset[PodId]]]:
    """Whom the seats outside of pods lead in the automatic frames, counted by frame; and in which pods."""
    led: dict[Key, Mapping[SeatId, int]] = {}
    pods_led: dict[SeatId, frozenset[PodId]] = {}
    for top, found in footing.led.items():
        if found.counts and top not in footing.frames.free:
            led[top] = found.counts
            pods_led.update({leader: pods_led.get(leader, NO_PODS) | pods for leader, pods in found.pods.items()})
    return led, pods_led


def _ghosts(outside: Outside, pods_led: Iterable[SeatId]) -> set[SeatId]:
    """Hand-placed seats whose automatic place is kept: those above automatic leaders or frames."""
    ghosts: set[SeatId] = set()
    for start in (*(outside.loose & outside.heads), *pods_led):
        seat = start if start in outside.placed else outside.manager(start)
        while seat is not None and seat in outside.placed and seat not in ghosts:
            ghosts.add(seat)
            seat = outside.manager(seat)
    return ghosts


def _stands_on_bench(outside: Outside, leaf: SeatId, ghosts: set[SeatId]) -> bool:
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
