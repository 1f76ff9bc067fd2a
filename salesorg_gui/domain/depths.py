"""How deep everything stands in a forest, told anew after an edit only below what the edit moved."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from salesorg_gui.domain.derived import OfChart, Renewable, patched
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.in_order import InOrder, items_in_any_order, values_in_any_order


class Forest(NamedTuple):
    """The seats by what stands below each, and by what stands above those that have anything above them."""

    below: Mapping[SeatId, Sequence[SeatId]]
    above: Mapping[SeatId, Sequence[SeatId]]

    def is_fork(self, id: SeatId) -> bool:
        """Whether a seat stands below several others, or below itself."""
        above = self.above.get(id, ())
        return len(above) > 1 or id in above

    @property
    def is_forked(self) -> bool:
        """Whether something stands below several others, or below itself."""
        return sum(map(len, values_in_any_order(self.below))) != len(self.above)


class Depths[O: OfChart](Renewable[SeatId, O, int]):
    """How many steps each seat stands below a top; of no seat where one stands below several others or in a circle."""

    def __init__(self, forest: Callable[[O], Forest]) -> None:
        super().__init__(forest.__name__, forest.__doc__)
        self._forest = forest

    def whole(self, one: O) -> Mapping[SeatId, int]:
        forest = self._forest(one)
        if forest.is_forked:
            return {}
        depths: dict[SeatId, int] = {}
        level: Iterable[SeatId] = [id for id, _below in items_in_any_order(forest.below) if id not in forest.above]
        depth = 0
        while level:
            depths.update(dict.fromkeys(level, depth))
            level, depth = [further for id in level for further in forest.below[id]], depth + 1
        return InOrder(depths) if len(depths) == len(forest.below) else {}

    def renewed(self, one: O, before: Mapping[SeatId, int], ids: Collection[SeatId]) -> Mapping[SeatId, int]:
        forest = self._forest(one)
        if not before:
            return self.whole(one)
        if any(forest.is_fork(id) for id in ids):  # nowhere else: it was a forest
            return {}
        news: dict[SeatId, int | None] = {id: None for id in ids if id not in forest.below}
        for id in ids:
            if id in forest.below:
                depth = _steps_up(forest, id)
                if depth is None:
                    return {}
                _go_down(forest, id, depth, before, news)
        return patched(before, {id: depth for id, depth in news.items() if before.get(id) != depth})


def _steps_up(forest: Forest, id: SeatId) -> int | None:
    """The steps from a seat to its top; nothing where there is none, as in a circle."""
    seen, depth = {id}, 0
    while above := forest.above.get(id):
        id, depth = above[0], depth + 1
        if id in seen:
            return None
        seen.add(id)
    return depth


def _go_down(
    forest: Forest, id: SeatId, depth: int, before: Mapping[SeatId, int], news: dict[SeatId, int | None]
) -> None:
    """Note how deep a seat stands, and all below it where that is another depth than before."""
    waiting = [(id, depth)]
    while waiting:
        id, depth = waiting.pop()
        if news.get(id, before.get(id)) != depth:
            news[id] = depth
            waiting += [(further, depth + 1) for further in forest.below[id]]
