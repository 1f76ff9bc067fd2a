"""Parts derived from a chart that list the seats of which the same is said; an edit moves a few seats between lists."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from salesorg_gui.domain.derived import OfChart, Renewable
from salesorg_gui.domain.ids import SeatId


class SeatsBy[O: OfChart, G: str](Renewable[G, O, tuple[SeatId, ...]]):
    """The seats of each group, each time by id; groups nobody belongs to are left out, the others stand in their order.

    ``tell`` says to which groups a seat belongs, and looks no further than that of a ``BySeat`` does. After an edit
    each group is asked whether it has the seat, which is quick where groups are few.
    """

    def __init__(self, tell: Callable[[O, SeatId], Iterable[G]]) -> None:
        super().__init__(tell.__name__, tell.__doc__)
        self._tell = tell
        self._at_once: Callable[[O], Mapping[G, Sequence[SeatId]]] | None = None

    def at_once[F: Callable[..., Mapping[Any, Sequence[SeatId]]]](self, tell_all: F) -> F:
        """Marks what tells it of all seats in one go, each time by id; the groups may stand in any order."""
        self._at_once = tell_all
        return tell_all

    def whole(self, one: O) -> Mapping[G, tuple[SeatId, ...]]:
        groups = self.one_by_one(one) if self._at_once is None else self._at_once(one)
        return {group: tuple(seats) for group in sorted(groups) if (seats := groups[group])}

    def one_by_one(self, one: O) -> Mapping[G, Sequence[SeatId]]:
        """The seats of each group, each seat told by itself."""
        groups: dict[G, list[SeatId]] = defaultdict(list)
        for id in one.chart.seat_ids:
            for group in self._tell(one, id):
                groups[group].append(id)
        return groups

    def renewed(
        self, one: O, before: Mapping[G, tuple[SeatId, ...]], ids: Collection[SeatId]
    ) -> Mapping[G, tuple[SeatId, ...]]:
        seats = one.chart.seats
        if len(ids) * len(before) > len(seats):
            return self.whole(one)
        changed = regrouped(before, {id: self._tell(one, id) if id in seats else () for id in ids})
        if not changed:
            return before
        after = {**before, **changed}
        return {group: after[group] for group in sorted(after) if after[group]}


def regrouped[G: str](
    before: Mapping[G, tuple[SeatId, ...]], belongs: Mapping[SeatId, Iterable[G]]
) -> Mapping[G, tuple[SeatId, ...]]:
    """The groups that become others when some seats belong elsewhere; those that lose all their seats are empty."""
    changed = dict[G, list[SeatId]]()
    for id, groups in belongs.items():
        wanted = dict.fromkeys(groups)
        for group in {**before, **wanted}:
            known = changed[group] if group in changed else before.get(group, ())
            if is_among(known, id) != (group in wanted):
                changed[group] = _moved(known, id)
    return {group: tuple(members) for group, members in changed.items()}


def is_among(members: Sequence[SeatId], id: SeatId) -> bool:
    """Whether a seat is one of some that stand by their ids."""
    place = bisect_left(members, id)
    return place < len(members) and members[place] == id


def _moved(members: Sequence[SeatId], id: SeatId) -> list[SeatId]:
    """The seats of a group to which one comes, or from which it goes."""
    place = bisect_left(members, id)
    return [*members[:place], *(() if is_among(members, id) else (id,)), *members[place + is_among(members, id) :]]
