"""The lines of a chart by the leader they fall from: for finding those near a spot and for painting all from afar.

A line within one pod is found by its pod; what a tree holds together is found by the room of the whole branch; only
the rest is looked at one by one. What lines share wires is kept from edit to edit, all else gathered when asked for.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from salesorg_gui.canvas.index import Index, touch, touching
from salesorg_gui.canvas.loose_lines import LooseLines
from salesorg_gui.canvas.shared_wires import SharedWires
from salesorg_gui.canvas.twigs import ROOM, Twigs, twigs_in
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SeatId
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind

PATIENCE = 48
"""So many questions are answered by looking through all rooms; sorting them takes as long as this."""

FEW_CELLS = 64
"""Only few lines lead further than this across the board."""


class Near(NamedTuple):
    """What may touch a rectangle, in no order that means anything."""

    managers: list[SeatId]
    pods: list[PodId]
    lines: list[LineId]


class Bundles:
    """The lines of one chart in one layout; what an ``earlier`` one can leave to it is taken over.

    ``twigs`` are, by manager, the reports that stand where its tree put them; ``shared`` the wires that several lines
    share.
    """

    def __init__(self, lines: LooseLines, earlier: "Bundles | None" = None) -> None:
        self._lines, self._wiring = lines, lines.wiring
        self.twigs: Twigs = twigs_in(self._layout, earlier.twigs if earlier is not None else None)
        self.shared: SharedWires = SharedWires(
            self._wiring, lines.onto, earlier.shared if earlier is not None else None
        )
        self._places: Index | None = None
        self._asked = 0

    @property
    def _layout(self) -> Layout:
        return self._wiring.layout

    def is_drawn_by_another(self, line: LineId) -> bool:
        """Whether a line shares its wire with others, of which one draws it."""
        shared = self._lines.shares(line)
        carrier = self.shared.carrier(shared) if shared is not None else None
        return carrier is not None and carrier != line

    @cached_property
    def loose_rooms(self) -> dict[LineId, Rect]:
        """The room in which each loose line has its way; round the cards of a tree that may be anywhere in it."""
        loose = (*self._lines.loose, *self.shared.apart())
        shared = {line: room.grown(ROOM) for line, room in self.shared.rooms()}
        if self._layout.view is ViewKind.REPORTING:
            return dict.fromkeys((*loose, *shared), self._layout.bounds.grown(ROOM))
        rooms = {}
        for name in loose:
            line = self._wiring.chart.lines[name]
            ends = [rect for seat in (line.report, line.manager) for rect in self._about(seat)]
            if ends:
                left, top = min(rect.x for rect in ends), min(rect.y for rect in ends)
                right, bottom = max(rect.right for rect in ends), max(rect.bottom for rect in ends)
                rooms[name] = Rect(left, top, right - left, bottom - top).grown(ROOM)
        return rooms | shared

    def near(self, rect: Rect, *, with_twigs: bool = True) -> Near:
        """What may touch a rectangle: whose twigs, the members of which pods, and which other lines."""
        if rect.holds(self._layout.bounds):
            return Near(
                self.twigs.managers() if with_twigs else [], self._pods(self._layout.frames), list(self.loose_rooms)
            )
        if self._places is None and self._asked < PATIENCE:
            self._asked += 1
            lines = [line for line, room in self.loose_rooms.items() if touch(room, rect)]
            return Near(self.twigs.managers(rect), self._pods(touching(self._layout.frames, rect)), lines)
        found = self._sorted().within(rect)
        lines = [LineId(key.id) for key in found if key.kind is Kind.LINE]
        return Near(self.twigs.managers(rect), self._pods(found), lines)

    def _pods(self, keys: Iterable[Key]) -> list[PodId]:
        """Those of the keys that are pods; not every view has a frame for each."""
        members = self._layout.members
        return [pod for key in keys if key.kind is Kind.POD and (pod := PodId(key.id)) in members]

    def _sorted(self) -> Index:
        """The frames of pods and the rooms of loose lines."""
        if self._places is None:
            self._places = Index(FEW_CELLS)
            for pod in self._pods(self._layout.frames):
                self._places.put(Key(Kind.POD, pod), self._layout.frames[Key(Kind.POD, pod)])
            for line, room in self.loose_rooms.items():
                self._places.put(Key(Kind.LINE, line), room)
        return self._places

    def _about(self, seat: SeatId) -> Iterator[Rect]:
        """The card of a seat and the frames around it."""
        rect = self._layout.cards.get(Key(Kind.SEAT, seat))
        if rect is None:
            return
        yield rect
        record = self._wiring.chart.seats.get(seat)
        if record is not None and record.pod is not None and record.pod in self._layout.tops:
            yield self._layout.frames[self._layout.tops[record.pod]]
