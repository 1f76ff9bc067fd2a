"""Boundary cases of a chart: few made-up customers that hold every pair of values of two axes, ways in included.

Where an axis is cut by numbers, its values are those just at the cuts: 49, 50 and 51 where one segment ends at 50.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from salesorg_gui.domain.cases import Case, Spot
from salesorg_gui.domain.chart import in_order
from salesorg_gui.domain.ids import CaseId, SourceId
from salesorg_gui.domain.records import Lane, Segment
from salesorg_gui.rules.market import folded
from salesorg_gui.study.cases.pairs import covering
from salesorg_gui.study.cases.territory import TARGET_ACCOUNT, Territory

MOST_CASES = 500
"""More nobody reads, and they are tried after every change."""
MOST_VALUES = 60
"""More values on one axis are left out."""
FARTHEST = 1e15
"""Beyond it a number and the next are the same."""


class Entry(NamedTuple):
    """A way in."""

    lane: Lane
    channel: str
    source: SourceId


class Boundary(NamedTuple):
    """The cases; ``is_whole`` when they hold every pair."""

    cases: tuple[Case, ...]
    is_whole: bool


def boundary_cases(territory: Territory, most: int = MOST_CASES) -> Boundary:
    """The boundary cases of a chart, the same whenever it is the same; at most so many."""
    entries = tuple(_entries(territory))
    axes = {axis: tuple(islice(_spots(territory, axis), MOST_VALUES + 1)) for axis in territory.axes}
    axes = {axis: spots for axis, spots in axes.items() if spots}
    if not entries:
        return Boundary((), is_whole=True)
    is_cut = any(len(spots) > MOST_VALUES for spots in (*axes.values(), entries))
    values = [spots[:MOST_VALUES] for spots in axes.values()]
    ways = entries[:MOST_VALUES]
    found = covering([len(ways), *map(len, values)], most)
    cases: list[Case] = []
    for number, (way, *chosen) in enumerate(sorted(found.combinations, key=_reading), start=1):
        points = {axis: spot for axis, spots, place in zip(axes, values, chosen, strict=True) if (spot := spots[place])}
        lane, channel, source = ways[way]
        cases.append(Case(CaseId(f"boundary-{number}"), "", points, lane, channel, source, order=float(number)))
    return Boundary(tuple(cases), found.is_whole and not is_cut)


def _reading(combination: tuple[int, ...]) -> tuple[int, ...]:
    """Cases are read place by place, and in each by the way in."""
    return (*combination[1:], combination[0])


def _entries(territory: Territory) -> Iterator[Entry]:
    for source in in_order(territory.chart.sources.values()):
        yield Entry(source.lane, source.channel, source.id)


def _spots(territory: Territory, axis: str) -> Iterator[Spot]:
    """The values of an axis: names of innermost segments, numbers at the cuts; for accounts also none (empty)."""
    segments = territory.segments_on.get(axis, ())
    bands = [one for one in segments if one.lowest is not None or one.below is not None]
    inner = set(territory.market.axes.get(axis, ()))
    seen: set[str] = set()
    for segment in in_order(segments):
        if segment in bands or territory.market.spots[segment.id].value not in inner:
            continue
        if (name := folded(segment.value)) and name not in seen:
            seen.add(name)
            yield segment.value.strip()
    yield from _at_cuts(bands)
    if axis == TARGET_ACCOUNT:
        accounts = (pod.target_account.strip() for pod in in_order(territory.chart.pods.values()))
        yield from (name for name in dict.fromkeys(accounts) if name and folded(name) not in seen)
        yield ""


def _at_cuts(bands: list[Segment]) -> Iterator[float]:
    """Each number where a segment begins or ends, with its neighbours; beyond the outermost there is nobody."""
    starts = [one.lowest for one in bands if one.lowest is not None]
    ends = [one.below for one in bands if one.below is not None]
    lowest = min(starts) if starts and len(starts) == len(bands) else float("-inf")
    highest = max(ends) if ends and len(ends) == len(bands) else float("inf")
    step = _step([*starts, *ends])
    found = {round(cut + away * step, 6) for cut in (*starts, *ends) if abs(cut) < FARTHEST for away in (-1, 0, 1)}
    yield from sorted(number for number in found if lowest <= number < highest and number >= min(0.0, lowest, *starts))


def _step(cuts: list[float]) -> float:
    """1 among whole numbers, else the unit of the finest of them."""
    decimals = 0
    while decimals < 6 and any(round(cut, decimals) != round(cut, 6) for cut in cuts if abs(cut) < FARTHEST):
        decimals += 1
    return float(10**-decimals)
