"""Who works on what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.capacity.phases import CLOSING
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.domain.gathering import regrouped
from salesorg_gui.domain.ids import SeatId

type Seats = tuple[SeatId, ...]

CLOSER = Part.CLOSER


@dataclass(frozen=True)
class Roster:
    """The seats by their work, each time by id; the same as long as nobody works otherwise."""

    works: Mapping[SeatId, Work]

    def after(self, works: Mapping[SeatId, Work], touched: Iterable[SeatId]) -> "Roster":
        """That of the next chart, when only ``touched`` seats work otherwise, come or go."""
        news, after = {id: works.get(id) for id in touched}, Roster(works)
        at_work = {id: tuple(work.shares) if work is not None else () for id, work in news.items()}
        alone = {id: parts if len(parts) == 1 else () for id, parts in at_work.items()}
        told = {id for id, work in news.items() if work is not None and work.is_told}
        apart = {id: parts if id in told else alone[id] for id, parts in at_work.items()}
        closing = {id: (CLOSER,) if work is not None and _closes(work) else () for id, work in news.items()}
        after.__dict__["workers"] = {**self.workers, **regrouped(self.workers, at_work)}
        after.__dict__["alone"] = {**self.alone, **regrouped(self.alone, alone)}
        after.__dict__["set_apart"] = {**self.set_apart, **regrouped(self.set_apart, apart)}
        after.__dict__["closers"] = regrouped({CLOSER: self.closers}, closing).get(CLOSER, self.closers)
        return after

    @cached_property
    def workers(self) -> Mapping[Part, Seats]:
        """Who works on each part."""
        seats: dict[Part, list[SeatId]] = {part: [] for part in Part}
        for id, work in self.works.items():
            for part in work.shares:
                seats[part].append(id)
        return {part: tuple(ids) for part, ids in seats.items()}

    @cached_property
    def alone(self) -> Mapping[Part, Seats]:
        """Who works on a part and on no other."""
        works = self.works
        return {part: tuple([id for id in ids if len(works[id].shares) == 1]) for part, ids in self.workers.items()}

    @cached_property
    def set_apart(self) -> Mapping[Part, Seats]:
        """Of whom it is known how much time they have for a part: whoever works on more parts fills its week."""
        works = self.works
        return {
            part: tuple([id for id in ids if len(works[id].shares) == 1 or works[id].is_told])
            for part, ids in self.workers.items()
        }

    @cached_property
    def closers(self) -> Seats:
        """Who closes. Those who only hold demonstrations help them, and take nothing off."""
        works = self.works
        return tuple([id for id in self.workers[CLOSER] if _closes(works[id])])


def _closes(work: Work) -> bool:
    return CLOSER in work.shares and CLOSING in work.stages
