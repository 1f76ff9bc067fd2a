"""Where the lead sources stand, and the trunk that leads from each to all it feeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Springs:
    """The upper edge of each source, the feeds of each, and the verticals of their trunks by net."""

    tops: Mapping[SourceId, float]
    feeds: Mapping[SourceId, Sequence[Feed]]
    nets: Mapping[SourceId, int]

    @property
    def verticals(self) -> list[Vertical]:
        """The trunks."""
        return [
            Vertical(0, LEFT, self.nets[source], self.tops[source] + SOURCE_HEIGHT / 2, feed.y)
            for source, feeds in self.feeds.items()
            for feed in feeds
        ]


def springs_of(chart: Chart, lanes: Sequence[Lane], forms: Sequence[Form], tops: Sequence[float]) -> Springs:
    """Sources below each other in their order, each as level with those it feeds as the others let it."""
    feeds = _feeds(chart, lanes, forms, tops)
    order = [source.id for source in in_order(chart.sources.values())]
    wishes = [_middle(feeds[source]) for source in order]
    last = LEAST
    for number, wish in enumerate(wishes):
        wishes[number] = last = last if wish is None else wish
    heights = [wish or last for wish in wishes]
    places = spread(heights, PITCH, max(min(heights, default=LEAST), LEAST))
    stood = {source: y - SOURCE_HEIGHT / 2 for source, y in zip(order, places, strict=True)}
    return Springs(stood, feeds, {source: -1 - n for n, source in enumerate(order)})


def _feeds(
    chart: Chart, lanes: Sequence[Lane], forms: Sequence[Form], tops: Sequence[float]
) -> dict[SourceId, list[Feed]]:
    feeds: dict[SourceId, list[Feed]] = {source: [] for source in chart.sources}
    for number, (lane, form) in enumerate(zip(lanes, forms, strict=True)):
        for place, passing in enumerate(lane.team.passings):
            if not passing.from_source:
                continue
            slot = form.slots.get(form.doors.nets[place])
            y = (slot.y if slot is not None else form.doors.arriving[place].y) + tops[number]
            name = lane.handoffs[place]
            feeds[SourceId(chart.handoffs[name].source)].append(
                Feed(name, number, place, y, passing.what, slot is not None)
            )
    return feeds


def _middle(feeds: Sequence[Feed]) -> float | None:
    """Level with the first lane it feeds: there a reader begins."""
    if not feeds:
        return None
    first = feeds[0].lane
    heights = [feed.y for feed in feeds if feed.lane == first]
    return sum(heights) / len(heights)
