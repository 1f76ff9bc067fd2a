"""Telling many things of a kind at once: a list of a thousand seats is no reason for a thousand findings."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.rules.each import EachSeat
from salesorg_gui.rules.names import MOST_NAMES
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting

MANY = "many"
"""The texts for many seats: in place of ``{seat}`` they have ``{seats}`` and ``{count}``."""
HERE = "here"
"""The texts that name the seat, where the usual ones speak in general."""
NEUTRAL = "neutral"
"""The texts for seats outside the trade; such seats are put together as soon as there are two."""


class SeatsAlike(EachSeat):
    """Judges each seat by itself. More than six that differ in nothing but their seat are told at once."""

    def together(self, org: Organisation, seen: Iterable[Sighting], limits: Limits) -> Iterator[Sighting]:
        return gathered(org, seen, said)


def gathered(org: Organisation, seen: Iterable[Sighting], kind: Callable[[Sighting], Hashable]) -> Iterator[Sighting]:
    """The sightings with those of one kind put together where they are many; the first seat of each is judged."""
    kinds: dict[Hashable, list[Sighting]] = defaultdict(list)
    for one in seen:
        kinds[kind(one)].append(one)
    for alike in kinds.values():
        if are_many(alike[0], len(alike)):
            yield at_once(org, alike)
        else:
            yield from alike


def at_once(org: Organisation, alike: Sequence[Sighting]) -> Sighting:
    """One sighting in place of many of a kind."""
    judged = tuple(dict.fromkeys(one.seats[0] for one in alike))
    return of_many(org, alike[0], judged)._replace(
        handoffs=tuple(dict.fromkeys(id for one in alike for id in one.handoffs)),
        sources=tuple(dict.fromkeys(id for one in alike for id in one.sources)),
    )


def are_many(first: Sighting, count: int) -> bool:
    """Whether so many of a kind are told at once."""
    return count > (1 if first.variant == NEUTRAL else MOST_NAMES)


def of_many(org: Organisation, first: Sighting, seats: tuple[SeatId, ...]) -> Sighting:
    """What was seen of one seat, told of many."""
    words = {**first.words, "seats": org.names.seats(seats), "count": len(seats)}
    return first._replace(words=words, seats=seats, variant=f"{first.variant}_{MANY}" if first.variant else MANY)


def said(seen: Sighting) -> Hashable:
    """What a sighting says, whoever is concerned."""
    words = seen.words
    return seen.variant, seen.severity, *(words[name] for name in words if name != "seat")


def about_seat(org: Organisation, seat: SeatId, variant: str = "", /, **words: str | float) -> Sighting:
    """A sighting of one seat, which is called ``{seat}``."""
    return Sighting({"seat": org.names.seat(seat), **words}, seats=(seat,), variant=variant)


def named_here(org: Organisation, seat: SeatId, **words: str | float) -> Sighting:
    """A sighting of one seat of a rule whose usual texts do not name it."""
    return about_seat(org, seat, HERE, **words)
