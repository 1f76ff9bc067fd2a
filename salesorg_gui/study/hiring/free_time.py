"""Who does the same elsewhere and has time: somebody to ask before anybody is hired."""

from dataclasses import replace

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.study.hiring.grounds import Grounds
from salesorg_gui.study.hiring.openings import Opening

HALF_FULL = 0.5
"""Up to here a week has room for another pod."""
MOST = 2


def with_free_time(one: Opening, grounds: Grounds) -> Opening:
    """The opening, with those who could help out: they do nothing else, and stand in another pod or in none."""
    if one.part is None:
        return one
    capacity, org = grounds.capacity, grounds.org
    vacant = frozenset(org.hiring.wanted)

    def is_free(seat: SeatId) -> bool:
        work, load = capacity.works[seat], capacity.loads[seat]
        is_alone = tuple(work.shares) == (one.part,)
        return is_alone and load.have > 0 and load.utilisation <= HALF_FULL and org.pod_of(seat) != one.spot.pod

    free = [seat for seat in capacity.workers[one.part] if seat not in vacant and is_free(seat)]
    free.sort(key=lambda seat: (capacity.loads[seat].utilisation, seat))
    return replace(one, free=tuple(free[:MOST]))
