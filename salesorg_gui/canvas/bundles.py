"""The lines of a chart by the leader they fall from: for finding those near a spot and for painting all from afar.

A line within one pod is found by its pod; what a tree holds together is found by the room of the whole branch; only
the rest is looked at one by one. All of it is gathered when it is first asked for, after the lines or cards moved.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from salesorg_gui.canvas.index import Index, touch
from salesorg_gui.canvas.loose_lines import LooseLines, Shared
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, SeatId
from salesorg_gui.domain.records import Line
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook, Layout, ViewKind
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH

ROOM = 64.0
"""How far a way may lead round its ends."""

type Twig = tuple[Hook, SeatId, Rect]

PATIENCE = 16
"""So many questions are answered by looking through all rooms; sorting them takes as long as this."""


class Near(NamedTuple):
    """What may touch a rectangle, in no order that means anything."""

    managers: list[SeatId]
    pods: list[PodId]
    lines: list[LineId]

    def put(self, key: Key) -> None:
        """Add what a key names."""
        match key.kind:
            case Kind.SEAT:
                self.managers.append(SeatId(key.id))
            case Kind.POD:
                self.pods.append(PodId(key.id))
            case _:
                self.lines.append(LineId(key.id))


class Bundles:
    """The lines of one chart in one layout.

    ``twigs`` are, by manager, the reports that stand where its tree put them. ``carriers`` are the lines that draw the
    one wire from a leader onto a frame, ``mates`` all lines that share one.
    """

    def __init__(self, lines: LooseLines) -> None:
        self._wiring = lines.wiring
        self.twigs: dict[SeatId, list[Twig]] = {}
        self.carriers: dict[Shared, LineId] = {}
        self.mates: dict[LineId, Shared] = {}
        self.loose: dict[LineId, Line] = dict(lines.loose)
        self._places: Index | None = None
        self._asked = 0
        if self._layout.view is not ViewKind.HANDOFFS:
            self._gather_twigs()
            self._share(lines.onto.values())

    @property
    def _layout(self) -> Layout:
        return self._wiring.layout

    @cached_property
    def rooms(self) -> dict[SeatId, Rect]:
        """The room of each manager with its twigs."""
        cards, rooms = self._layout.cards, {}
        for manager, twigs in self.twigs.items():
            x, y, _width, _height = cards[Key(Kind.SEAT, manager)]
            lefts, tops, _widths, _heights = zip(*[twig[2] for twig in twigs], strict=True)
            left, top = min(x, *lefts), min(y, *tops)
            rooms[manager] = Rect(
                left - ROOM,
                top - ROOM,
                max(x, *lefts) - left + CARD_WIDTH + 2 * ROOM,
                max(y, *tops) - top + CARD_HEIGHT + 2 * ROOM,
            )
        return rooms

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
    def _rooms(self) -> dict[Key, Rect]:
        """Every room that is asked for: of managers with their twigs, of pods, of loose lines."""
        return {
            **{Key(Kind.SEAT, manager): room for manager, room in self.rooms.items()},
            **{Key(Kind.POD, pod): room for pod, room in self._pods.items()},
            **{Key(Kind.LINE, line): room for line, room in self.loose_rooms.items()},
        }

    @cached_property
    def _pods(self) -> dict[PodId, Rect]:
        """The frames of pods; not every view has one for each."""
        frames = self._layout.frames
        return {pod: frames[key] for pod in self._layout.members if (key := Key(Kind.POD, pod)) in frames}

    def near(self, rect: Rect) -> Near:
        """What may touch a rectangle: whose twigs, the members of which pods, and which other lines."""
        found: Iterable[Key]
        if rect.holds(self._layout.bounds):
            return Near(list(self.twigs), list(self._pods), list(self.loose_rooms))
        if self._places is None and self._asked < PATIENCE:
            self._asked += 1
            found = (key for key, room in self._rooms.items() if touch(room, rect))
        else:
            if self._places is None:
                self._places = Index()
                for key, room in self._rooms.items():
                    self._places.put(key, room)
            found = self._places.within(rect)
        near = Near([], [], [])
        for key in found:
            near.put(key)
        return near

    def _about(self, seat: SeatId) -> Iterator[Rect]:
        """The card of a seat and the frames around it."""
        rect = self._layout.cards.get(Key(Kind.SEAT, seat))
        if rect is None:
            return
        yield rect
        record = self._wiring.chart.seats.get(seat)
        if record is not None and record.pod is not None and record.pod in self._layout.tops:
            yield self._layout.frames[self._layout.tops[record.pod]]

    def _gather_twigs(self) -> None:
        cards = {key.id: rect for key, rect in self._layout.cards.items() if key.kind is Kind.SEAT}
        twigs: defaultdict[SeatId, list[Twig]] = defaultdict(list)
        for seat, (hook, manager) in self._layout.hooks.items():
            rect = cards.get(seat)
            if rect is not None and manager in cards:
                twigs[manager].append((hook, seat, rect))
        self.twigs = dict(twigs)

    def _share(self, groups: Iterable[Mapping[LineId, Line]]) -> None:
        """Let the first of the lines from one leader onto one frame draw their wire; some have a way of their own."""
        for lines in groups:
            shared = self._wiring.leads_onto_frame(next(iter(lines.values())))
            if shared is None:
                self.loose.update(lines)
            else:
                self.carriers[shared] = min(lines)
                self.mates.update(dict.fromkeys(lines, shared))
