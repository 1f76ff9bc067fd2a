"""The ways of handoffs on the board and the places of their names, reckoned lane by lane when somebody asks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.domain.ids import HandoffId, SourceId
from salesorg_gui.layout.flow_gutters import Ruler
from salesorg_gui.layout.flow_parts import Thinned
from salesorg_gui.layout.flow_places import Drawn, corners
from salesorg_gui.layout.flow_sources import Feed, Springs
from salesorg_gui.layout.flow_team import Step
from salesorg_gui.layout.flow_teams import End
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
    """All ways of one layout; ``lanes`` from top to bottom hold those inside of each."""

    lanes: Sequence[Drawn]
    across: Mapping[HandoffId, Crossed]
    springs: Springs
    tracks: Tracks
    ruler: Ruler

    @property
    def routes(self) -> Mapping[HandoffId, Route]:
        """The way of each handoff that is shown."""
        return Asked(self._route, lambda: self._lane_of)

    @property
    def pills(self) -> Mapping[HandoffId, Rect]:
        """Where the name of each lies; those that share one have the same."""
        return Asked(
            lambda name: self.lanes[self._lane_of[name]].pills[name],
            lambda: (name for lane in self.lanes for name in lane.pills),
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
        for lane in self.lanes:
            place = lane.places
            if place.top <= room.bottom and place.top + place.form.height >= room.y:
                found.update(dict.fromkeys(place.lane.handoffs))
        found.update((name, None) for name, (top, bottom) in self._spans if top <= room.bottom and bottom >= room.y)
        return found

    def _trunks_in(self, room: Rect) -> Iterable[Trunk]:
        return self._trunks if room.x <= self.ruler.gutters[0].right else ()

    @cached_property
    def _trunks(self) -> Sequence[Trunk]:
        feeds = self.springs.feeds
        return [trunk_of(self._start(source).y, found) for source, found in feeds.items()]

    @cached_property
    def _lane_of(self) -> Mapping[HandoffId, int]:
        """The number of the lane each handoff is in; of those between lanes the one it leaves."""
        found: dict[HandoffId, int] = {}
        for number, lane in enumerate(self.lanes):
            found.update(dict.fromkeys(lane.places.lane.handoffs, number))
        found.update((name, one.giver.lane) for name, one in self.across.items())
        return found

    @cached_property
    def _spans(self) -> Sequence[tuple[HandoffId, tuple[float, float]]]:
        """From which to which height the ways between lanes run."""
        found = []
        for name, one in self.across.items():
            ends = [self.lanes[end.lane].places for end in (one.giver, one.taker)]
            top = min(place.top for place in ends) - BESIDE
            found.append((name, (top, max(place.top + place.form.height for place in ends) + BESIDE)))
        return found

    @cached_property
    def _feeds(self) -> Mapping[HandoffId, tuple[SourceId, Feed]]:
        """What comes from lead sources, by its handoff."""
        return {feed.handoff: (source, feed) for source, feeds in self.springs.feeds.items() for feed in feeds}

    def _route(self, name: HandoffId) -> Route:
        if name in self.across:
            return self._between(self.across[name])
        if name in self._feeds:
            return self._from_source(*self._feeds[name])
        return self.lanes[self._lane_of[name]].routes[name]

    def _between(self, one: Crossed) -> Route:
        """The way from lane to lane."""
        giving, taking = self.lanes[one.giver.lane].places, self.lanes[one.taker.lane].places
        start = giving.spot(giving.form.doors.leaving[one.giver.number])
        end = taking.spot(taking.form.doors.arriving[one.taker.number])
        return clean(start, *corners(start.y, one.steps, one.net, self.tracks, self.ruler), end)

    def _from_source(self, source: SourceId, feed: Feed) -> Route:
        """The way from a lead source: along its trunk to the pill, and on inside the lane."""
        start, place = self._start(source), self.lanes[feed.lane].places
        trunk = corners(start.y, (Step(0, 0, feed.y),), self.springs.nets[source], self.tracks, self.ruler)
        end = place.spot(place.form.doors.arriving[feed.number])
        return clean(start, *trunk, *place.points(feed.number, feed.y), end)

    def _start(self, source: SourceId) -> Point:
        """Where the trunk of a source begins."""
        return Point(SOURCE_WIDTH, self.springs.tops[source] + SOURCE_HEIGHT / 2)
