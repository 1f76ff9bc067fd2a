"""The lines of a chart by the leader they fall from: for finding those near a spot and for painting all from afar.

A line within one pod is found by its pod; what a tree holds together is found by the room of the whole branch; only
the rest is looked at one by one. All of it is gathered when it is first asked for, after the lines or cards moved.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from salesorg_gui.canvas.index import Index, touching
from salesorg_gui.canvas.loose_lines import LooseLines, Shared
from salesorg_gui.canvas.twigs import ROOM, Twigs, twigs_in
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SeatId
from salesorg_gui.domain.records import Line
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind

PATIENCE = 16
"""So many questions are answered by looking through all rooms; sorting them takes as long as this."""

FEW_CELLS = 64
"""Only few lines lead further than this across the board."""


class Near(NamedTuple):
    """What may touch a rectangle, in no order that means anything."""

    managers: list[SeatId]
    pods: list[PodId]
    lines: list[LineId]


class Bundles:
    """The lines of one chart in one layout.

    ``twigs`` are, by manager, the reports that stand where its tree put them. ``carriers`` are the lines that draw the
    one wire from a leader onto a frame, ``mates`` all lines that share one.
    """

    def __init__(self, lines: LooseLines, earlier: Twigs | None = None) -> None:
        self._wiring = lines.wiring
        self.twigs = twigs_in(self._layout, earlier)
        self.carriers: dict[Shared, LineId] = {}
        self.mates: dict[LineId, Shared] = {}
        self.loose: dict[LineId, Line] = dict(lines.loose)
        self._places: Index | None = None
        self._asked = 0
        if self._layout.view is not ViewKind.HANDOFFS:
            self._share(lines.onto.values())

    @property
    def _layout(self) -> Layout:
        return self._wiring.layout

    @cached_property
    def loose_rooms(self) -> dict[LineId, Rect]:
        """The room in which each loose line has its way; round the cards of a tree that may be anywhere in it."""
        names = chain(self.loose, self.carriers.values())
        if self._layout.view is ViewKind.REPORTING:
            return dict.fromkeys(names, self._layout.bounds.grown(ROOM))
        rooms = {}
        for name in names:
            line = self._wiring.chart.lines[name]
            ends = [rect for seat in (line.report, line.manager) for rect in self._about(seat)]
            if ends:
                left, top = min(rect.x for rect in ends), min(rect.y for rect in ends)
                right, bottom = max(rect.right for rect in ends), max(rect.bottom for rect in ends)
                rooms[name] = Rect(left, top, right - left, bottom - top).grown(ROOM)
        return rooms

    @cached_property
    def _pods(self) -> dict[Key, Rect]:
        """The frames of pods; not every view has one for each."""
        frames, members = self._layout.frames, self._layout.members
        return {key: room for key, room in frames.items() if key.kind is Kind.POD and PodId(key.id) in members}

    @cached_property
    def _rooms(self) -> dict[Key, Rect]:
        """Every room that is sorted: of pods and of loose lines."""
        return {**self._pods, **{Key(Kind.LINE, line): room for line, room in self.loose_rooms.items()}}

    def near(self, rect: Rect) -> Near:
        """What may touch a rectangle: whose twigs, the members of which pods, and which other lines."""
        if rect.holds(self._layout.bounds):
            return Near(self.twigs.managers(), [PodId(key.id) for key in self._pods], list(self.loose_rooms))
        found = self._near(rect)
        pods = [PodId(key.id) for key in found if key.kind is Kind.POD]
        return Near(self.twigs.managers(rect), pods, [LineId(key.id) for key in found if key.kind is Kind.LINE])

    def _near(self, rect: Rect) -> list[Key]:
        if self._places is None and self._asked < PATIENCE:
            self._asked += 1
            return touching(self._rooms, rect)
        if self._places is None:
            self._places = Index(FEW_CELLS)
            for key, room in self._rooms.items():
                self._places.put(key, room)
        return self._places.within(rect)

    def _about(self, seat: SeatId) -> Iterator[Rect]:
        """The card of a seat and the frames around it."""
        rect = self._layout.cards.get(Key(Kind.SEAT, seat))
        if rect is None:
            return
        yield rect
        record = self._wiring.chart.seats.get(seat)
        if record is not None and record.pod is not None and record.pod in self._layout.tops:
            yield self._layout.frames[self._layout.tops[record.pod]]

    def _share(self, groups: Iterable[Mapping[LineId, Line]]) -> None:
        """Let the first of the lines from one leader onto one frame draw their wire; some have a way of their own."""
        for lines in groups:
            shared = self._wiring.leads_onto_frame(next(iter(lines.values())))
            if shared is None:
                self.loose.update(lines)
            else:
                self.carriers[shared] = min(lines)
                self.mates.update(dict.fromkeys(lines, shared))
