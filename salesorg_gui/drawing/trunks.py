"""Wires that share a run, each run drawn once: drawn over itself, its soft edges would add up and make it bolder."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from salesorg_gui.drawing.shapes import Shape, Stroke, Wire
from salesorg_gui.layout.geometry import Point

SEAM = 1.0
"""How far a wire begins inside the run it branches off, before it turns."""

FINE = 8.0
"""Places are told apart by the eighth of a px."""

KEPT = 4_000
"""So many ways are remembered as they are compared: what is in sight is painted again and again."""

type Alike = tuple[Stroke, str, float]
"""Runs can only be told apart by where they lie when they are drawn alike and in the same light."""
type Line = tuple[bool, float]
"""Level or upright, and where."""
type Run = tuple[float, float]


class Trunks:
    """One painting of wires: what it has drawn already is left out of what comes later.

    Dashed wires are left alone: cut, their dashes would begin elsewhere.
    """

    def __init__(self) -> None:
        self._runs: dict[Alike, dict[Line, list[Run]]] = {}
        self._names: set[tuple[Shape, float]] = set()

    def once(self, shapes: Iterable[Shape], light: float = 1.0) -> Iterator[Shape]:
        """A wire and its name without what was drawn before, alike and in the same light."""
        is_dashed = False
        for shape in shapes:
            if isinstance(shape, Wire):
                is_dashed = bool(shape.stroke.dash)
                yield from (shape,) if is_dashed else self._rest(shape, light)
            elif is_dashed or (shape, light) not in self._names:
                self._names.add((shape, light))
                yield shape

    def _rest(self, wire: Wire, light: float) -> Iterator[Wire]:
        """What is left of a wire, in pieces. Whether a spot is left depends on nothing that is far from it."""
        way = _way(wire.points)
        if not way.length:
            return
        runs = self._runs.setdefault((wire.stroke, wire.head, light), {})
        if any(line in runs for line, *_rest in way.runs):
            yield from self._pieces(wire, way, runs)
        else:
            yield wire
        for line, low, high, _is_onward in way.runs:
            drawn = runs.get(line)
            runs[line] = [(low, high)] if drawn is None else _merged([*drawn, (low, high)])

    def _pieces(self, wire: Wire, way: "_Way", runs: Mapping[Line, list[Run]]) -> Iterator[Wire]:
        for start, end in _grown(_open(way, runs), SEAM + wire.corner, way.length):
            if start == 0.0 and end == way.length:
                yield wire
            else:
                yield wire._replace(points=_part(way.points, start, end), head=wire.head if end == way.length else "")


class _Way(NamedTuple):
    """A way whose runs can be compared: the line each lies on, from where to where, and whether that is its sense."""

    points: tuple[Point, ...]
    runs: tuple[tuple[Line, float, float, bool], ...]
    length: float


@lru_cache(maxsize=KEPT)
def _way(points: tuple[Point, ...]) -> _Way:
    settled = _settled(points)
    runs = tuple([_run(start, end) for start, end in pairwise(settled)])
    return _Way(settled, runs, sum(high - low for _line, low, high, _is_onward in runs))


def _run(start: Point, end: Point) -> tuple[Line, float, float, bool]:
    is_onward = start.x + start.y < end.x + end.y
    if start.y == end.y:
        return (True, start.y), min(start.x, end.x), max(start.x, end.x), is_onward
    return (False, start.x), min(start.y, end.y), max(start.y, end.y), is_onward


def _open(way: _Way, runs: Mapping[Line, list[Run]]) -> list[Run]:
    """From how far to how far along a way nothing is drawn."""
    found: list[Run] = []
    passed = 0.0
    for line, low, high, is_onward in way.runs:
        free = _between(runs.get(line, ()), low, high)
        if is_onward:
            found += [(passed + one - low, passed + other - low) for one, other in free]
        else:
            found += [(passed + high - other, passed + high - one) for one, other in reversed(free)]
        passed += high - low
    return found


def _settled(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """A way whose runs can be compared: what differs by less than anybody sees is the same, and steps so small gone."""
    kept: list[Point] = [Point(round(points[0].x * FINE) / FINE, round(points[0].y * FINE) / FINE)]
    for start, end in pairwise(points):
        is_level = abs(start.y - end.y) <= abs(start.x - end.x)
        if abs(start.x - end.x) + abs(start.y - end.y) < 1 / FINE:
            continue
        last = kept[-1]
        x, y = round(end.x * FINE) / FINE, round(end.y * FINE) / FINE
        kept.append(Point(x, last.y) if is_level else Point(last.x, y))
    return tuple(kept)


def _length(start: Point, end: Point) -> float:
    return abs(start.x - end.x) + abs(start.y - end.y)


def _between(runs: Iterable[Run], low: float, high: float) -> list[Run]:
    """What of a run lies outside of all others, which are in order."""
    found: list[Run] = []
    for start, end in runs:
        if end > low and start < high:
            if start > low:
                found.append((low, start))
            low = end
    return [*found, (low, high)] if low < high else found


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Runs in order; those that touch are one."""
    found: list[Run] = []
    for low, high in sorted(runs):
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return found


def _grown(runs: Iterable[Run], more: float, length: float) -> list[Run]:
    """Pieces of a way that reach further where they do not reach its ends."""
    pieces = _merged(runs)
    return _merged((max(start - more, 0.0), min(end + more, length)) for start, end in pieces)


def _part(way: tuple[Point, ...], start: float, end: float) -> tuple[Point, ...]:
    """A way from one length to another."""
    found: list[Point] = []
    passed = 0.0
    for one, other in pairwise(way):
        length = _length(one, other)
        if passed < end and passed + length > start:
            spots = (_along(one, other, max(start - passed, 0.0)), _along(one, other, min(end - passed, length)))
            found += spots[1:] if found else spots
        passed += length
    return tuple(found)


def _along(start: Point, end: Point, reach: float) -> Point:
    part = reach / _length(start, end)
    return Point(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
