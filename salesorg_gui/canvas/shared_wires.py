"""Lines from one leader onto one frame share a wire: who draws it, and where it runs, is kept from edit to edit."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from salesorg_gui.canvas.loose_lines import Shared
from salesorg_gui.domain.ids import Key, Kind, LineId
from salesorg_gui.domain.records import Line
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.wiring import Wiring

type Ends = tuple[Rect | None, Rect, bool]


class SharedWire(NamedTuple):
    """Those lines, told by these ends. Without a ``carrier``, which draws for all, each has a way of its own."""

    lines: Mapping[LineId, Line]
    ends: Ends
    carrier: LineId | None
    room: Rect


class SharedWires:
    """All ``found`` in one layout. What an ``earlier`` one knows of the same lines and ends is taken over."""

    def __init__(
        self, wiring: Wiring, onto: Mapping[Shared, Mapping[LineId, Line]], earlier: "SharedWires | None"
    ) -> None:
        before: Mapping[Shared, SharedWire] = earlier.found if earlier is not None else {}
        layout = wiring.layout
        self.found: dict[Shared, SharedWire] = {}
        for shared, lines in onto.items():
            leader, top = shared
            ends = layout.cards.get(Key(Kind.SEAT, leader)), layout.frames[top], layout.crowns.get(leader) == top
            known = before.get(shared)
            is_known = known is not None and known.lines is lines and known.ends == ends
            self.found[shared] = known if is_known and known is not None else _wire_of(wiring, lines, ends)

    def carrier(self, shared: Shared) -> LineId | None:
        """The line that draws the wire of all others."""
        return self.found[shared].carrier

    def rooms(self) -> Iterator[tuple[LineId, Rect]]:
        """Where the wires run, by the lines that draw them."""
        return ((wire.carrier, wire.room) for wire in self.found.values() if wire.carrier is not None)

    def apart(self) -> Iterator[LineId]:
        """The lines that do not share their way after all."""
        return (line for wire in self.found.values() if wire.carrier is None for line in wire.lines)


def _wire_of(wiring: Wiring, lines: Mapping[LineId, Line], ends: Ends) -> SharedWire:
    card, frame, _is_crown = ends
    is_shared = wiring.leads_onto_frame(next(iter(lines.values()))) is not None
    return SharedWire(lines, ends, min(lines) if is_shared else None, frame.united(card) if card is not None else frame)
