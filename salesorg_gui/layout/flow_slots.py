"""Things in a row that each want a place, and must keep a distance: as near to what they want as that allows."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], distance: float, least: float = float("-inf")) -> list[float]:
    """Places in the order given, none before ``least``, any two neighbours at least ``distance`` apart.

    The sum of the squared ways is as small as it can be; groups that press against each other share what is missing.
    """
    groups: list[tuple[float, int]] = []
    for number, wish in enumerate(wanted):
        total, count = wish - number * distance, 1
        while groups and groups[-1][0] / groups[-1][1] > total / count:
            before = groups.pop()
            total, count = total + before[0], count + before[1]
        groups.append((total, count))
    places: list[float] = []
    for total, count in groups:
        start = max(total / count, least)
        places += [start + (len(places) + n) * distance for n in range(count)]
    return places


def spread_around(
    wanted: Sequence[float], fixed: Sequence[tuple[float, float]], distance: float, least: float
) -> list[float]:
    """The same, keeping clear of what is fixed: pairs of a place and the distance to it."""
    places = spread(wanted, distance, least)
    for _ in range(len(fixed)):
        pushed = [_pushed(place, fixed) for place in places]
        if pushed == places:
            break
        places = spread(pushed, distance, least)
    return _cleared(places, fixed, distance)


def _pushed(place: float, fixed: Sequence[tuple[float, float]]) -> float:
    for other, clear in fixed:
        if abs(place - other) < clear:
            return other + clear if place >= other else other - clear
    return place


def _cleared(places: list[float], fixed: Sequence[tuple[float, float]], distance: float) -> list[float]:
    """What is still in the way of something fixed goes behind it, and all that follows with it."""
    settled: list[float] = []
    for place in places:
        if settled:
            place = max(place, settled[-1] + distance)
        for other, clear in sorted(fixed):
            if abs(place - other) < clear:
                place = other + clear
        settled.append(place)
    return settled
