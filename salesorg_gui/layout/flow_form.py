"""Solves a lane: where its cards, gaps and pills stand, and which way its handoffs take, from its own upper edge."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from salesorg_gui.layout.flow_doors import Doors, doors_of, leaving_by, levelled
from salesorg_gui.layout.flow_maze import Box, Maze, Room, maze_of
from salesorg_gui.layout.flow_rows import rows
from salesorg_gui.layout.flow_slots import spread_around
from salesorg_gui.layout.flow_stages import Span
from salesorg_gui.layout.flow_team import ELSEWHERE, LEFT, RIGHT, Door, Slot, Step, Team
from salesorg_gui.layout.flow_tracks import Tracks, Vertical, tracks_of
from salesorg_gui.layout.flow_walk import Traffic, Walk
from salesorg_gui.layout.lengths import CARD_HEIGHT

HEADER, PAD = 48.0, 16.0
ROW_GAP = 32.0
PILL_APART, PILL_REACH = 28.0, 10.0
PILL_HIGH = 44.0
"""The uppermost place of a pill: below the title of its lane."""
KEPT = 4096


@dataclass(frozen=True, slots=True)
class Form:
    """A solved lane. Everything is told by the numbers of its team: cards, gaps, passings; heights from its top.

    ``ways`` are the steps of passings, complete when both ends are inside; a passing from the lead sources begins at
    its pill. ``tracks`` are those of the verticals in ``ways``.
    """

    team: Team
    tops: tuple[float, ...]
    gaps: tuple[tuple[Span, float, float], ...]
    height: float
    doors: Doors
    slots: Mapping[int, Slot]
    ways: Mapping[int, tuple[Step, ...]]
    tracks: Tracks
    maze: Maze
    traffic: Traffic


@lru_cache(maxsize=KEPT)
def solved(team: Team) -> Form:
    """The lane of a team; teams that are built alike share one."""
    tops, gaps = _stand(team)
    boxes = [Box(span, top, top + CARD_HEIGHT) for span, top in zip(team.cards, tops, strict=True)]
    boxes += [Box(span, top, bottom) for span, top, bottom in gaps]
    doors, maze = doors_of(team, tops), maze_of(boxes, team.columns)
    slots = _slots(team, doors, maze)
    doors = levelled(doors, tops, {number: slots[net].y for number, net in enumerate(doors.nets) if net in slots})
    traffic = Traffic()
    for slot in slots.values():
        traffic.pills[slot.gutter].append(slot.y)
    ways = _ways(team, doors, maze, slots, traffic)
    lowest = [box.bottom for box in boxes] + [slot.y + PILL_REACH for slot in slots.values()]
    lowest += [step.y for steps in ways.values() for step in steps]
    height = max([*lowest, HEADER + CARD_HEIGHT]) + PAD
    tracks = tracks_of(_verticals(team, doors, slots, ways))
    return Form(team, tuple(tops), tuple(gaps), height, doors, slots, ways, tracks, maze, traffic)


def _stand(team: Team) -> tuple[list[float], list[tuple[Span, float, float]]]:
    """Cards level with their partners; a gap in a column where nobody stands takes all its height."""
    leaving = leaving_by(team)
    pills = [max(leaving.get((card, LEFT), 0), leaving.get((card, RIGHT), 0)) for card in range(len(team.cards))]
    heights = [max(CARD_HEIGHT, PILL_APART * count - 8.0) for count in pills]
    heights += [CARD_HEIGHT] * len(team.gaps)
    links: list[list[int]] = [[] for _ in heights]
    for passing in team.passings:
        if passing.is_inside and passing.giver != passing.taker:
            links[passing.giver].append(passing.taker)
            links[passing.taker].append(passing.giver)
    found = rows([*team.cards, *team.gaps], heights, links, ROW_GAP)
    tops = [
        HEADER + top + (height - CARD_HEIGHT) / 2
        for top, height in zip(found, heights[: len(team.cards)], strict=False)
    ]
    foot = max([top + CARD_HEIGHT for top in tops], default=HEADER + CARD_HEIGHT)
    gaps = []
    for span, top in zip(team.gaps, found[len(team.cards) :], strict=True):
        is_alone = not any(first <= span[1] and span[0] <= last for first, last in team.cards)
        upper = HEADER if is_alone else HEADER + top
        gaps.append((span, upper, max(foot, upper + CARD_HEIGHT) if is_alone else upper + CARD_HEIGHT))
    return tops, gaps


def _slots(team: Team, doors: Doors, maze: Maze) -> dict[int, Slot]:
    """A place for each pill in the gutter where its handoffs leave, level with their door as far as there is room."""
    wishes: dict[Room, dict[int, tuple[float, float]]] = defaultdict(dict)
    for number, passing in enumerate(team.passings):
        door = doors.leaving.get(number) or (doors.arriving[number] if passing.from_source else None)
        if door is not None and passing.width > 0:
            gutter = door.gutter if passing.giver != ELSEWHERE else 0
            wishes[maze.room(gutter, door.y)][doors.nets[number]] = (door.y, passing.width)
    slots: dict[int, Slot] = {}
    turns = _turns(team, doors, maze)
    for room, nets in wishes.items():
        order = sorted(nets, key=lambda net: (nets[net][0], net))
        fixed = [(y, PILL_APART - PILL_REACH) for y in sorted(turns.get(room, ()))]
        least = max(maze.gutters[room[0]][room[1]][0] + PILL_REACH, PILL_HIGH)
        places = spread_around([nets[net][0] for net in order], fixed, PILL_APART, least)
        for net, y in zip(order, places, strict=True):
            slots[net] = Slot(net, room[0], y, nets[net][1])
    return slots


def _turns(team: Team, doors: Doors, maze: Maze) -> dict[Room, set[float]]:
    """Heights at which a way comes back past the pills of its own gutter."""
    found: dict[Room, set[float]] = defaultdict(set)
    for number in doors.leaving.keys() & doors.arriving.keys():
        out, into = doors.leaving[number], doors.arriving[number]
        if out.side == into.side and team.passings[number].is_inside:
            room = maze.room(into.gutter, into.y)
            if room == maze.room(out.gutter, out.y):
                found[room].add(into.y)
    return found


def _ways(
    team: Team, doors: Doors, maze: Maze, slots: Mapping[int, Slot], traffic: Traffic
) -> dict[int, tuple[Step, ...]]:
    ways: dict[int, tuple[Step, ...]] = {}
    for number, passing in enumerate(team.passings):
        if not (passing.is_inside or passing.from_source):
            continue
        walk = begun(number, doors, slots) if passing.is_inside else from_sources(number, doors, slots)
        finish(walk, doors.arriving[number], maze, traffic)
        ways[number] = tuple(walk.steps)
    return ways


def begun(number: int, doors: Doors, slots: Mapping[int, Slot]) -> Walk:
    """The walk of a passing from its door to behind its pill."""
    door, slot = doors.leaving[number], slots.get(doors.nets[number])
    near, behind = (LEFT, RIGHT) if door.side == RIGHT else (RIGHT, LEFT)
    walk = Walk(door.gutter, near, door.y, doors.nets[number])
    if slot is not None:
        walk.go(slot.y)
        walk.side = behind
    return walk


def from_sources(number: int, doors: Doors, slots: Mapping[int, Slot]) -> Walk:
    """The walk of what comes from lead sources, from its pill on."""
    slot = slots.get(doors.nets[number])
    y = slot.y if slot is not None else doors.arriving[number].y
    return Walk(0, RIGHT, y, doors.nets[number])


def finish(walk: Walk, door: Door, maze: Maze, traffic: Traffic) -> None:
    """From where a walk is to a door of the same lane."""
    start, end = maze.room(walk.gutter, walk.y), maze.room(door.gutter, door.y)
    walk.cross(maze.path(start, walk.y, end), traffic, door.y, door)
    walk.arrive(door, traffic)


def _verticals(
    team: Team, doors: Doors, slots: Mapping[int, Slot], ways: Mapping[int, Sequence[Step]]
) -> list[Vertical]:
    """What runs up and down in the gutters, each by its net."""
    found: list[Vertical] = []
    for number, steps in ways.items():
        net = doors.nets[number]
        inside = team.passings[number].is_inside
        y = doors.leaving[number].y if inside else (slots[net].y if net in slots else doors.arriving[number].y)
        for step in steps:
            found.append(Vertical(step.gutter, step.side, net, y, step.y))
            y = step.y
    return found
