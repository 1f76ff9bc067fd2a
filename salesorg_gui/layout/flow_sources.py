"""Where the lead sources stand, and the trunk that leads from each to all it feeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import HandoffId, SourceId
from salesorg_gui.layout.flow_form import Form
from salesorg_gui.layout.flow_slots import spread
from salesorg_gui.layout.flow_team import LEFT, What
from salesorg_gui.layout.flow_teams import Lane
from salesorg_gui.layout.flow_tracks import Vertical
from salesorg_gui.layout.lengths import SOURCE_HEIGHT

PITCH = SOURCE_HEIGHT + 24.0
LEAST = SOURCE_HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Feed:
    """What one source feeds: the lane, the number of the passing there, the height at which the trunk leads to it.

    ``is_named`` tells whether its name lies where it leaves the trunk.
    """

    handoff: HandoffId
    lane: int
    number: int
    y: float
    what: What
    is_named: bool


class Inlet(NamedTuple):
    """A feed as its lane sees it: ``y`` is the height in the lane at which the trunk leads to it."""

    source: SourceId
    handoff: HandoffId
    number: int
    y: float
    what: What
    is_named: bool


@dataclass(frozen=True)
class Springs:
    """The upper edge of each source, the net of its trunk, and what each lane takes in, by the upper edge of the lane.

    ``reaches`` are the heights of the uppermost and the lowest feed.
    """

    tops: Mapping[SourceId, float]
    nets: Mapping[SourceId, int]
    reaches: Mapping[SourceId, tuple[float, float]]
    inlets: Sequence[Sequence[Inlet]]
    lanes: Sequence[float]

    @property
    def verticals(self) -> list[Vertical]:
        """The trunks: each as far up and as far down as it feeds."""
        return [
            Vertical(0, LEFT, self.nets[source], self.tops[source] + SOURCE_HEIGHT / 2, end)
            for source, ends in self.reaches.items()
            for end in ends
        ]

    @cached_property
    def feeds(self) -> Mapping[SourceId, Sequence[Feed]]:
        """What each source feeds, from top to bottom lane."""
        found: dict[SourceId, list[Feed]] = {source: [] for source in self.tops}
        for number, (inlets, top) in enumerate(zip(self.inlets, self.lanes, strict=True)):
            for one in inlets:
                found[one.source].append(feed_of(one, number, top))
        return found


def feed_of(inlet: Inlet, lane: int, top: float) -> Feed:
    """The same on the board."""
    return Feed(inlet.handoff, lane, inlet.number, inlet.y + top, inlet.what, inlet.is_named)


def inlets_of(chart: Chart, lane: Lane, form: Form) -> tuple[Inlet, ...]:
    """What comes into a lane from lead sources."""
    found = []
    for place, passing in enumerate(lane.team.passings):
        if passing.from_source:
            slot = form.slots.get(form.doors.nets[place])
            y = slot.y if slot is not None else form.doors.arriving[place].y
            name = lane.handoffs[place]
            source = SourceId(chart.handoffs[name].source)
            found.append(Inlet(source, name, place, y, passing.what, slot is not None))
    return tuple(found)


def springs_of(chart: Chart, inlets: Sequence[Sequence[Inlet]], tops: Sequence[float]) -> Springs:
    """Sources below each other in their order, each as level with those it feeds as the others let it."""
    heights_of: dict[SourceId, list[float]] = {source: [] for source in chart.sources}
    wish_of: dict[SourceId, float] = {}
    for top, ones in zip(tops, inlets, strict=True):
        for one in ones:
            heights_of[one.source].append(one.y + top)
        for source in {one.source for one in ones} - wish_of.keys():
            heights = heights_of[source]
            wish_of[source] = sum(heights) / len(heights)  # level with the first lane it feeds: there a reader begins
    order = [source.id for source in in_order(chart.sources.values())]
    places = _places([wish_of.get(source) for source in order])
    stood = {source: y - SOURCE_HEIGHT / 2 for source, y in zip(order, places, strict=True)}
    nets = {source: -1 - n for n, source in enumerate(order)}
    reaches = {source: (min(heights), max(heights)) for source, heights in heights_of.items() if heights}
    return Springs(stood, nets, reaches, inlets, tops)


def _places(wishes: Sequence[float | None]) -> list[float]:
    """The middle of each source: without a wish it follows the one before."""
    last = LEAST
    heights = []
    for wish in wishes:
        last = last if wish is None else wish
        heights.append(last)
    return spread(heights, PITCH, max(min(heights, default=LEAST), LEAST))
