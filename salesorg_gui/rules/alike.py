"""Telling many things of a kind at once: a list of a thousand seats is no reason for a thousand findings."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter, itemgetter

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

    def kind_of(self, org: Organisation, seen: Sighting) -> Hashable:
        """What makes a sighting like others; of the seat it is about, it reads what the look at it reads."""
        return said(seen)

    def together(self, org: Organisation, seen: Iterable[Sighting], limits: Limits) -> Iterator[Sighting]:
        return gathered(org, seen, lambda one: self.kind_of(org, one))


def gathered(org: Organisation, seen: Iterable[Sighting], kind: Callable[[Sighting], Hashable]) -> Iterator[Sighting]:
    """The sightings, those of one kind put together where they are many, in the place of the first.

    The first seat of each is judged.
    """
    kinds: dict[Hashable, list[Sighting]] = defaultdict(list)
    alone: list[tuple[Sighting, list[Sighting]]] = []
    for one in seen:
        alike = kinds[kind(one)]
        alike.append(one)
        if len(alike) <= MOST_NAMES:
            alone.append((one, alike))
    for one, alike in alone:
        if not are_many(alike[0], len(alike)):
            yield one
        elif one is alike[0]:
            yield at_once(org, alike)


def at_once(org: Organisation, alike: Sequence[Sighting]) -> Sighting:
    """One sighting in place of many of a kind."""
    judged, handoffs, sources = (map(attrgetter(name), alike) for name in ("seats", "handoffs", "sources"))
    seats = tuple(dict.fromkeys(map(itemgetter(0), judged)))
    return of_many(org, alike[0], seats)._replace(
        handoffs=tuple(dict.fromkeys(chain.from_iterable(handoffs))),
        sources=tuple(dict.fromkeys(chain.from_iterable(sources))),
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
