"""The ways of handoffs on the board and the places of their names, reckoned lane by lane when somebody asks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.domain.ids import HandoffId, SourceId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.layout.flow_board import Board
from salesorg_gui.layout.flow_parts import Thinned
from salesorg_gui.layout.flow_places import corners
from salesorg_gui.layout.flow_sources import Inlet, Springs
from salesorg_gui.layout.flow_team import Step
from salesorg_gui.layout.flow_teams import SOURCES, End, Ends
from salesorg_gui.layout.flow_tracks import Tracks
from salesorg_gui.layout.flow_trunks import Trunk, trunk_of
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.lengths import SOURCE_HEIGHT, SOURCE_WIDTH
from salesorg_gui.layout.routes import Route, clean

BESIDE = 16.0
"""How far above or below its lanes a way from one to another may run."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """The way of a handoff from lane to lane."""

    giver: End
    taker: End
    net: int
    steps: tuple[Step, ...]


class Asked[V](Mapping[HandoffId, V]):
    """What is found by handoff when it is asked for."""

    def __init__(self, find: Callable[[HandoffId], V], names: Callable[[], Iterable[HandoffId]]) -> None:
        self._find, self._names = find, names

    def __getitem__(self, name: HandoffId) -> V:
        return self._find(name)

    def __iter__(self) -> Iterator[HandoffId]:
        return iter(self._names())

    def __len__(self) -> int:
        return sum(1 for _name in self._names())


@dataclass(frozen=True)
class Ways:
    """All ways of one layout; the lanes on the ``board`` hold those inside of each."""

    board: Board
    ends: Ends
    handoffs: Mapping[HandoffId, Handoff]
    across: Mapping[HandoffId, Crossed]
    springs: Springs
    tracks: Tracks

    @property
    def routes(self) -> Mapping[HandoffId, Route]:
        """The way of each handoff that is shown."""
        return Asked(self._route, lambda: dict.fromkeys(name for lane in self.board.lanes for name in lane.handoffs))

    @property
    def pills(self) -> Mapping[HandoffId, Rect]:
        """Where the name of each lies; those that share one have the same."""
        return Asked(
            lambda name: self.board.drawn(self._lane_of(name)).pills[name],
            lambda: (name for number in range(len(self.board.lanes)) for name in self.board.drawn(number).pills),
        )

    def near(self, room: Rect) -> Iterable[HandoffId]:
        """The handoffs whose way or name may touch a room, each once."""
        found = self._beside_trunks(room)
        for trunk in self._trunks_in(room):
            found.update(dict.fromkeys(trunk.near(room)))
        return found

    def thinned(self, room: Rect) -> Thinned:
        """The same, but of feeds that run past the room those that look alike are told in bunches."""
        found, trunks = self._beside_trunks(room), list(self._trunks_in(room))
        for trunk in trunks:
            found.update(dict.fromkeys(trunk.leaving(room)))
        return Thinned(list(found), [bunch for trunk in trunks for bunch in trunk.passing(room)])

    def _beside_trunks(self, room: Rect) -> dict[HandoffId, None]:
        """Those of lanes in sight, and those that run from lane to lane there."""
        found: dict[HandoffId, None] = {}
        for number in self.board.touched(room):
            found.update(dict.fromkeys(self.board.lanes[number].handoffs))
        found.update((name, None) for name, (top, bottom) in self._spans if top <= room.bottom and bottom >= room.y)
        return found

    def _trunks_in(self, room: Rect) -> Iterable[Trunk]:
        return self._trunks if room.x <= self.board.ruler.gutters[0].right else ()

    @cached_property
    def _trunks(self) -> Sequence[Trunk]:
        feeds = self.springs.feeds
        return [trunk_of(self._start(source).y, found) for source, found in feeds.items()]

    def _lane_of(self, name: HandoffId) -> int:
        """The number of the lane a handoff is in; of those between lanes the one it leaves."""
        ends = self.ends.of(self.handoffs[name])
        if ends is None:
            raise KeyError(name)
        return ends[2] if ends[0] == SOURCES else ends[0]

    @cached_property
    def _inlets(self) -> Mapping[HandoffId, tuple[Inlet, int]]:
        """What comes from lead sources, with the number of its lane."""
        return {one.handoff: (one, lane) for lane, inlets in enumerate(self.springs.inlets) for one in inlets}

    @cached_property
    def _spans(self) -> Sequence[tuple[HandoffId, tuple[float, float]]]:
        """From which to which height the ways between lanes run."""
        found = []
        for name, one in self.across.items():
            first, last = sorted((one.giver.lane, one.taker.lane))
            bottom = self.board.tops[last] + self.board.forms[last].height
            found.append((name, (self.board.tops[first] - BESIDE, bottom + BESIDE)))
        return found

    def _route(self, name: HandoffId) -> Route:
        if name in self.across:
            return self._between(self.across[name])
        lane = self._lane_of(name)
        if self.handoffs[name].source in self.springs.tops and name in self._inlets:
            return self._from_source(*self._inlets[name])
        return self.board.drawn(lane).routes[name]

    def _between(self, one: Crossed) -> Route:
        """The way from lane to lane."""
        giving, taking = (self.board.drawn(end.lane).places for end in (one.giver, one.taker))
        start = giving.spot(giving.form.doors.leaving[one.giver.number])
        end = taking.spot(taking.form.doors.arriving[one.taker.number])
        return clean(start, *corners(start.y, one.steps, one.net, self.tracks, self.board.ruler), end)

    def _from_source(self, inlet: Inlet, lane: int) -> Route:
        """The way from a lead source: along its trunk to the pill, and on inside the lane."""
        start, place = self._start(inlet.source), self.board.drawn(lane).places
        y, net = inlet.y + place.top, self.springs.nets[inlet.source]
        trunk = corners(start.y, (Step(0, 0, y),), net, self.tracks, self.board.ruler)
        end = place.spot(place.form.doors.arriving[inlet.number])
        return clean(start, *trunk, *place.points(inlet.number, y), end)

    def _start(self, source: SourceId) -> Point:
        """Where the trunk of a source begins."""
        return Point(SOURCE_WIDTH, self.springs.tops[source] + SOURCE_HEIGHT / 2)
