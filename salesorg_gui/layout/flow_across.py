"""The ways of handoffs between lanes: down or up a gutter that is free all the way."""

from collections.abc import Sequence
from itertools import accumulate

from salesorg_gui.layout.flow_form import Form, begun
from salesorg_gui.layout.flow_maze import ENDLESS
from salesorg_gui.layout.flow_team import Step
from salesorg_gui.layout.flow_teams import End
from salesorg_gui.layout.flow_walk import Traffic


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
        gutter = self._free_gutter(giver, taker, start, end)
        walk.cross(form.maze.path(start, form.maze.edge(gutter, is_lower=is_down)), self._in(giver.lane))
        walk.enter(self._tops[taker.lane])
        entry = other.maze.edge(gutter, is_lower=not is_down)
        walk.cross(other.maze.path(entry, end), self._in(taker.lane), door)
        walk.go(door.y)
        return tuple(walk.steps)

    def _free_gutter(self, giver: End, taker: End, start: tuple[int, int], end: tuple[int, int]) -> int:
        """The gutter on the cheapest way that no card of a lane in between lies across."""
        form, other = self._forms[giver.lane], self._forms[taker.lane]
        is_down = taker.lane > giver.lane
        here, there = form.maze.ways_from(start)[0], other.maze.ways_from(end)[0]
        between = sorted((giver.lane, taker.lane))
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
            self._traffic[lane] = self._forms[lane].traffic.copy()
        return self._traffic[lane]
