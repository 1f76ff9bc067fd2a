"""Parts derived from a chart that say one thing of each seat or handoff.

Derived whole, such a part is a plain map made on first use. What is told of one seat comes from what lies around that
seat alone: its record, its lines, handoffs, pods and segments, and whether those at the other end exist. So after an
edit only the seats around it need to be told anew, and whoever keeps parts from edit to edit may ask for just these.

Of ten thousand seats a call for each is what takes the time. So a part may name those of whom there may be something to
tell (``among``), or tell all of them in one go (``at_once``): the very same map, in the order of the ids.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, Protocol, Self, overload

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, PodId, SeatId
from salesorg_gui.domain.shared_map import FEW, SharedMap, changed


class OfChart(Protocol):
    """Whatever is derived from one chart."""

    @property
    def chart(self) -> Chart:
        """The chart."""
        ...


class Renewable[K: str, O: OfChart, T](ABC):
    """A map by id that is made on first use, and of which some ids may be told anew."""

    def __init__(self, name: str, doc: str | None) -> None:
        self._name = name
        self.__doc__ = doc

    @overload
    def __get__(self, one: None, kind: type[O]) -> Self: ...

    @overload
    def __get__(self, one: O, kind: type[O] | None = None) -> Mapping[K, T]: ...

    def __get__(self, one: O | None, kind: type[O] | None = None) -> Self | Mapping[K, T]:
        if one is None:
            return self
        found = one.__dict__[self._name] = self.whole(one)
        return found

    @abstractmethod
    def whole(self, one: O) -> Mapping[K, T]:
        """The whole map, in the order of the ids."""

    @abstractmethod
    def renewed(self, one: O, before: Mapping[K, T], ids: Collection[Any]) -> Mapping[K, T]:
        """The map with what is around these ids told anew; the very same as before when it is told the same."""


class ByRecord[K: str, O: OfChart, T](Renewable[K, O, T]):
    """Tells each id by itself; those of which ``tell`` says ``None`` are left out."""

    def __init__(self, tell: Callable[[O, K], T | None]) -> None:
        super().__init__(tell.__name__, tell.__doc__)
        self._tell = tell
        self._among: Callable[[O], Iterable[K]] | None = None
        self._at_once: Callable[[O], Mapping[K, T]] | None = None

    def among[F: Callable[..., Iterable[Any]]](self, ids: F) -> F:
        """Marks what names, in their order, the ids of which there may be something to tell."""
        self._among = ids
        return ids

    def at_once[F: Callable[..., Mapping[Any, Any]]](self, tell_all: F) -> F:
        """Marks what tells all of it in one go."""
        self._at_once = tell_all
        return tell_all

    @abstractmethod
    def records(self, chart: Chart) -> Mapping[K, object]:
        """The records it tells something of."""

    def ids(self, chart: Chart) -> Iterable[K]:
        """Their ids in order."""
        return sorted(self.records(chart))

    def whole(self, one: O) -> Mapping[K, T]:
        if self._at_once is not None:
            return self._at_once(one)
        return self._told(one, self.ids(one.chart) if self._among is None else self._among(one))

    def one_by_one(self, one: O) -> Mapping[K, T]:
        """The whole map, every id told by itself."""
        return self._told(one, self.ids(one.chart))

    def _told(self, one: O, ids: Iterable[K]) -> Mapping[K, T]:
        tell = self._tell
        return {id: told for id in ids if (told := tell(one, id)) is not None}

    def renewed(self, one: O, before: Mapping[K, T], ids: Collection[K]) -> Mapping[K, T]:
        records, news = self.records(one.chart), dict[K, T | None]()
        for id in ids:
            told = self._tell(one, id) if id in records else None
            if told != before.get(id):
                news[id] = told
        return patched(before, news)


class Gathered[T](cached_property[T]):
    """What is told of seats or handoffs, gathered by what makes them alike, so that only one of each is judged.

    Where it differs, it differs around an edit alone, as what it is made of. It is for going through everything, once;
    nothing that is told anew after an edit is made of it.
    """


class BySeat[O: OfChart, T](ByRecord[SeatId, O, T]):
    """Something told of each seat."""

    def records(self, chart: Chart) -> Mapping[SeatId, object]:
        return chart.seats

    def ids(self, chart: Chart) -> Iterable[SeatId]:
        return chart.seat_ids


class ByHandoff[O: OfChart, T](ByRecord[HandoffId, O, T]):
    """Something told of each handoff."""

    def records(self, chart: Chart) -> Mapping[HandoffId, object]:
        return chart.handoffs


class ByPod[O: OfChart, T](ByRecord[PodId, O, T]):
    """Something told of each pod, its members, and those who are bound to them."""

    def records(self, chart: Chart) -> Mapping[PodId, object]:
        return chart.pods


class Joint(Protocol):
    """What several seats have in common."""

    @property
    def seats(self) -> tuple[SeatId, ...]:
        """The seats."""
        ...


class ByJointSeats[O: OfChart, T: Joint](Renewable[SeatId, O, T]):
    """Something that every seat has in common with those it is bound to, step by step.

    ``tell`` gets some seats and all they are bound to in that way, or were before the edit, in the order of their ids;
    what it says of one equals what it says of the others it has it in common with.
    """

    def __init__(self, tell: Callable[[O, Collection[SeatId]], Mapping[SeatId, T]]) -> None:
        super().__init__(tell.__name__, tell.__doc__)
        self._tell = tell

    def whole(self, one: O) -> Mapping[SeatId, T]:
        return self._tell(one, one.chart.seat_ids)

    def renewed(self, one: O, before: Mapping[SeatId, T], ids: Collection[SeatId]) -> Mapping[SeatId, T]:
        touched = chain(ids, *(before[id].seats for id in ids if id in before))
        told = self._tell(one, sorted({id for id in touched if id in one.chart.seats}))
        lost = [id for id in ids if id in before and id not in one.chart.seats]
        changed: dict[SeatId, T | None] = {}
        for id, joint in told.items():
            first = joint.seats[0]
            if first == id and before.get(first) != joint:
                changed.update(dict.fromkeys(joint.seats, joint))
        return patched(before, changed | dict.fromkeys(lost))


class ByFirst[O: OfChart, T: Joint](Renewable[SeatId, O, T]):
    """What a ``ByJointSeats`` tells, once each: under the first of the seats that have it in common.

    After an edit it asks for the seats of which something else is told there.
    """

    def __init__(self, told: Callable[[O], Mapping[SeatId, T]]) -> None:
        super().__init__(told.__name__, told.__doc__)
        self._joint = told

    def whole(self, one: O) -> Mapping[SeatId, T]:
        return {id: joint for id, joint in self._joint(one).items() if joint.seats[0] == id}

    def renewed(self, one: O, before: Mapping[SeatId, T], ids: Collection[SeatId]) -> Mapping[SeatId, T]:
        joints = self._joint(one)
        firsts = {id: joint if (joint := joints.get(id)) is not None and joint.seats[0] == id else None for id in ids}
        return patched(before, {id: joint for id, joint in firsts.items() if joint is not before.get(id)})


def patched[K: str, V](before: Mapping[K, V], news: Mapping[K, V | None]) -> Mapping[K, V]:
    """A map in the order of its ids with other values under some; those that are ``None`` go."""
    if not news:
        return before
    if len(before) > FEW or isinstance(before, SharedMap):
        return SharedMap.of(before).with_others(news)
    return changed(dict(before), news)
