"""All that is told of the load of a chart at one volume, reckoned at once: for a worker."""

from collections.abc import Iterable
from dataclasses import dataclass

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.work import Part
from salesorg_gui.capacity.worth import Worth, Worths, worths_of
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.study.load_words import LoadWords
from salesorg_gui.study.relief import Relief
from salesorg_gui.study.told import part_titles


@dataclass(frozen=True, slots=True)
class Work:
    """FTE that something takes, and FTE there are for it; ``seats`` do it."""

    title: str
    need: float
    have: float
    seats: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class LoadTold:
    """The sentences and numbers; ``worths`` are the best few with what each is worth in words."""

    capacity: Capacity
    headline: str
    room: str
    stuck: str
    stuck_seats: tuple[SeatId, ...]
    remedies: tuple[str, ...]
    waiting: tuple[str, ...]
    worths: Worths
    worth_texts: tuple[tuple[Worth, str, str], ...]


MOST_WORTHS = 8


def load_told(capacity: Capacity, catalogue: Catalogue) -> LoadTold:
    """Tell of a capacity."""
    words = LoadWords(Relief(capacity), catalogue)
    worths = worths_of(capacity)
    return LoadTold(
        capacity,
        words.headline(),
        words.room() if not capacity.bottleneck.seats else "",
        words.stuck_at(),
        capacity.bottleneck.seats,
        tuple(words.remedies()),
        tuple(words.waiting()),
        worths,
        tuple((one, words.seat(one.seat), words.worth(one)) for one in worths.seats[:MOST_WORTHS]),
    )


def by_part(capacity: Capacity) -> tuple[Work, ...]:
    """Need against have for each part of the work somebody does or that there is."""
    titles, workers = part_titles(), capacity.workers
    found = (Work(titles[part], capacity.need(part), capacity.have(part), workers[part]) for part in Part)
    return tuple(one for one in found if one.seats)


def by_role(capacity: Capacity, catalogue: Catalogue) -> tuple[Work, ...]:
    """Need against have for each role, the fullest first."""
    seats: dict[str, list[SeatId]] = {}
    for seat in capacity.loads:
        seats.setdefault(catalogue.role(capacity.chart.seats[seat].role).title, []).append(seat)
    found = [Work(title, *_total(capacity, ids), tuple(ids)) for title, ids in seats.items()]
    return tuple(sorted(found, key=lambda one: (-(one.need / max(one.have, 1e-9)), one.title)))


def _total(capacity: Capacity, seats: Iterable[SeatId]) -> tuple[float, float]:
    loads = [capacity.loads[seat] for seat in seats]
    return sum(load.total for load in loads), sum(load.have for load in loads)
