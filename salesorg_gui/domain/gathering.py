"""Parts derived from a chart that list the seats of which the same is said; an edit moves a few seats between lists."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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
        self._at_once: Callable[[O], Iterable[tuple[SeatId, Iterable[G]]]] | None = None

    def at_once[F: Callable[..., Iterable[tuple[SeatId, Iterable[Any]]]]](self, tell_all: F) -> F:
        """Marks what tells it of all seats in one go, in their order; those that belong nowhere may be left out."""
        self._at_once = tell_all
        return tell_all

    def whole(self, one: O) -> Mapping[G, tuple[SeatId, ...]]:
        return _gathered(self.one_by_one(one) if self._at_once is None else self._at_once(one))

    def one_by_one(self, one: O) -> Iterator[tuple[SeatId, Iterable[G]]]:
        """Where every seat belongs, each told by itself."""
        return ((id, self._tell(one, id)) for id in one.chart.seat_ids)

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


def _gathered[G: str](told: Iterable[tuple[SeatId, Iterable[G]]]) -> Mapping[G, tuple[SeatId, ...]]:
    groups: dict[G, list[SeatId]] = defaultdict(list)
    for id, those in told:
        for group in those:
            groups[group].append(id)
    return {group: tuple(groups[group]) for group in sorted(groups)}


def is_among(members: Sequence[SeatId], id: SeatId) -> bool:
    """Whether a seat is one of some that stand by their ids."""
    place = bisect_left(members, id)
    return place < len(members) and members[place] == id


def _moved(members: Sequence[SeatId], id: SeatId) -> list[SeatId]:
    """The seats of a group to which one comes, or from which it goes."""
    place = bisect_left(members, id)
    return [*members[:place], *(() if is_among(members, id) else (id,)), *members[place + is_among(members, id) :]]
