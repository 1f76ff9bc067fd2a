"""Who works on what."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.capacity.phases import CLOSING
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.domain.ids import SeatId

type Seats = tuple[SeatId, ...]


@dataclass(frozen=True)
class Roster:
    """The seats by their work, each time by id; the same as long as nobody works otherwise."""

    works: Mapping[SeatId, Work]

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
    def closers(self) -> Seats:
        """Who closes. Those who only hold demonstrations help them, and take nothing off."""
        works = self.works
        return tuple([id for id in self.workers[Part.CLOSER] if CLOSING in works[id].stages])
