"""Moving labels apart that want to stand at the same height."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Places at least ``gap`` apart between ``low`` and ``high``, near those wanted, in their order.

    Where there is no room for all of them they stand as far apart as there is.
    """
    if not wanted:
        return ()
    count = len(wanted)
    gap = min(gap, (high - low) / (count - 1)) if count > 1 else gap
    order = sorted(range(count), key=lambda n: wanted[n])
    places = [min(max(wanted[n], low), high) for n in order]
    for n in range(1, count):
        places[n] = max(places[n], places[n - 1] + gap)
    places[-1] = min(places[-1], high)
    for n in range(count - 2, -1, -1):
        places[n] = min(places[n], places[n + 1] - gap)
    found = dict(zip(order, places, strict=True))
    return tuple(found[n] for n in range(count))
