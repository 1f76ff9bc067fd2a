"""Which wires may take another way in one layout than in another, told from what stands or hangs elsewhere."""

from collections.abc import Container, Iterable

from salesorg_gui.canvas.loose_lines import hooked_otherwise
from salesorg_gui.domain.ids import Key, Kind, LineId
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.wiring import Wiring

FRAME_KINDS = frozenset({Kind.POD, Kind.SEGMENT})


def restless(before: Layout, after: Layout, keys: Iterable[Key]) -> set[str]:
    """The seats and sources whose edges may run otherwise; ``keys`` are the cards and frames that differ."""
    frames = {key for key in keys if key.kind in FRAME_KINDS}
    found: set[str] = {key.id for key in keys if key.kind not in FRAME_KINDS}
    for layout in (before, after):
        found.update(seat for pod, top in layout.tops.items() if top in frames for seat in layout.members[pod])
    found.update(hooked_otherwise(before, after))
    crowned = {*before.crowns, *after.crowns}
    found.update(seat for seat in crowned if before.crowns.get(seat) != after.crowns.get(seat))
    found.update(before.opened ^ after.opened, set(before.benched) ^ set(after.benched))
    return found


def rerouted(before: Layout, after: Layout) -> set[Key]:
    """The handoffs that a layout itself leads another way."""
    old, new = before.routes, after.routes
    if old is new:
        return set()
    names = [
        name for name, route in new.items() if old.get(name) != route or before.pills.get(name) != after.pills.get(name)
    ]
    return {Key(Kind.HANDOFF, name) for name in (*names, *(old.keys() - new.keys()))}


def stays_in_pod(name: LineId, before: Wiring, after: Wiring, moved: Container[Key]) -> bool:
    """Whether a line ran and runs within the frame of one pod, which is among what moved and so painted anew."""
    line = after.chart.lines.get(name)
    pod = after.pod_around(line) if line is not None else None
    if line is None or pod is None or Key(Kind.POD, pod) not in moved:
        return False
    return before.chart.lines.get(name) is line and before.pod_around(line) == pod
