"""How deep seats stand is told after an edit as it is told from scratch."""

from dataclasses import dataclass
from random import Random

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.depths import Depths, Forest
from salesorg_gui.domain.ids import SeatId

type Above = dict[SeatId, tuple[SeatId, ...]]


@dataclass(frozen=True)
class Tree:
    """Seats by what stands above each of them."""

    above: Above
    chart: Chart

    @Depths
    def depths(self) -> Forest:
        """How deep each stands."""
        below = {id: [other for other, ids in self.above.items() if id in ids] for id in self.above}
        return Forest(below, {id: ids for id, ids in self.above.items() if ids})


def plainly(above: Above) -> dict[SeatId, int]:
    """The depths, seat by seat."""
    found: dict[SeatId, int] = {}
    for seat in sorted(above):
        way = [seat]
        while above[way[-1]] and len(way) <= len(above):
            if len(above[way[-1]]) > 1:
                return {}
            way.append(above[way[-1]][0])
        if len(way) > len(above):
            return {}
        found[seat] = len(way) - 1
    return found


def edited(above: Above, chance: Random) -> tuple[Above, list[SeatId]]:
    """Another line up, a new seat, a seat that goes, or a line too many; and the seats around."""
    seats, after = sorted(above), dict(above)
    seat, other = chance.choice(seats), chance.choice(seats)
    match chance.randrange(6):
        case 0:
            fresh = SeatId(f"n{chance.randrange(1000)}")
            return after | {fresh: (seat,)}, [fresh, seat]
        case 1 if len(seats) > 3:
            del after[seat]
            left = [id for id, ids in after.items() if seat in ids]
            return after | {id: tuple(one for one in after[id] if one != seat) for id in left}, [seat, *left]
        case 2 if other not in above[seat]:
            return after | {seat: (*above[seat], other)}, [seat, other, *above[seat]]
    return after | {seat: (other,) if seat != other else ()}, [seat, other, *above[seat]]


@pytest.mark.parametrize("seed", range(200))
def test_depths_are_kept_below_what_an_edit_moves(seed: int) -> None:
    chance = Random(seed)
    above: Above = {SeatId(f"s{n}"): (SeatId(f"s{chance.randrange(n)}"),) if n else () for n in range(12)}
    known = Depths.whole(Tree.depths, Tree(above, Chart()))
    for _edit in range(12):
        above, around = edited(above, chance)
        known = Tree.depths.renewed(Tree(above, Chart()), known, around)
        assert list(known.items()) == list(plainly(above).items())
        assert Tree(above, Chart()).depths == known
