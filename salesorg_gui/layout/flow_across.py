"""The ways of handoffs between lanes: down or up a gutter that is free all the way."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from salesorg_gui.layout.flow_form import Form, begun
from salesorg_gui.layout.flow_maze import ENDLESS, HEAD, Room
from salesorg_gui.layout.flow_team import Step
from salesorg_gui.layout.flow_teams import End
from salesorg_gui.layout.flow_walk import Traffic

type Costs = Mapping[Room, float]


BELOW = 10.0
"""How far below a lane its ways may run, before the next lane begins."""


class Across:
    """Finds ways between solved lanes whose upper edges are at ``tops``."""

    def __init__(self, forms: Sequence[Form], tops: Sequence[float], columns: int) -> None:
        self._forms, self._tops = forms, tops
        self._traffic: dict[int, Traffic] = {}
        # How many lanes down to each have a card across a gutter: none between two lanes means a free gutter.
        self._blocked = [
            [0, *accumulate(len(form.maze.gutters[gutter]) > 1 for form in forms)] for gutter in range(columns + 1)
        ]

    def way(self, giver: End, taker: End, net: int) -> tuple[Step, ...]:
        """From the giver's door to the receiver's; heights are those of the board.

        Ways of one net share what they can.
        """
        form, other = self._forms[giver.lane], self._forms[taker.lane]
        is_down = taker.lane > giver.lane
        walk = begun(giver.number, form.doors, form.slots)
        walk.steps[:] = [step._replace(y=step.y + self._tops[giver.lane]) for step in walk.steps]
        walk.offset, walk.net = self._tops[giver.lane], net
        door = other.doors.arriving[taker.number]
        start, end = form.maze.room(walk.gutter, walk.y), other.maze.room(door.gutter, door.y)
        gutter = self._free_gutter(
            form.maze.ways_from(start, walk.y)[0], other.maze.ways_from(end, door.y)[0], giver.lane, taker.lane
        )
        edge = form.maze.edge(gutter, is_lower=is_down)
        goal = form.height if is_down else 0.0
        walk.cross(form.maze.path(start, walk.y, edge), self._in(giver.lane), goal)
        rim = HEAD if is_down else other.height
        walk.enter(self._tops[taker.lane], rim)
        entry = other.maze.edge(gutter, is_lower=not is_down)
        walk.cross(other.maze.path(entry, rim, end), self._in(taker.lane), door.y, door)
        walk.arrive(door, self._in(taker.lane))
        return tuple(walk.steps)

    def _free_gutter(self, here: Costs, there: Costs, lane: int, goal: int) -> int:
        """The gutter on the cheapest way that no card of a lane in between lies across."""
        form, other = self._forms[lane], self._forms[goal]
        is_down = goal > lane
        between = sorted((lane, goal))
        best, least = 0, ENDLESS
        for gutter, blocked in enumerate(self._blocked):
            if blocked[between[1]] - blocked[between[0] + 1]:
                continue
            cost = here[form.maze.edge(gutter, is_lower=is_down)]
            cost += there[other.maze.edge(gutter, is_lower=not is_down)]
            if cost < least:
                best, least = gutter, cost
        return best

    def _in(self, lane: int) -> Traffic:
        """What runs in a lane with what came through it: the lane's own is shared with lanes that are built alike."""
        if lane not in self._traffic:
            self._traffic[lane] = self._forms[lane].traffic.above(self._forms[lane].height + BELOW)
        return self._traffic[lane]
