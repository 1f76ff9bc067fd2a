"""Who settles a dispute between two seats: the lowest manager above both, over solid lines.

Whoever leads the other decides himself. A seat with several solid managers goes by the first of them, and that is told,
also where it leads to nobody. Where the way up runs in a circle, or the two stand under different tops, nobody settles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId


class Doubt(StrEnum):
    """Why it is not clear who settles something."""

    NONE = ""
    SEVERAL = "several"
    """Somebody on the way up has several managers."""
    CIRCLE = "circle"
    NOBODY = "nobody"


class Settlement(NamedTuple):
    """``settler`` stands ``levels`` above the lower of the two, counted from the one further below; 0 for one seat."""

    settler: SeatId | None
    levels: int
    doubt: Doubt = Doubt.NONE


class Rank(NamedTuple):
    """Where a seat stands in its tree: how far below the top, and the first seat of its chain of heaviest branches."""

    depth: int
    chain: SeatId
    is_doubtful: bool


@dataclass(frozen=True)
class Ladder:
    """The ways up of one chart. Its heaviest branches are chains, so a question takes few steps however high it is.

    ``above`` is the first solid manager of each seat that has one.
    """

    seats: tuple[SeatId, ...]
    above: Mapping[SeatId, SeatId]
    several: frozenset[SeatId] = frozenset()

    @staticmethod
    def of(chart: Chart) -> "Ladder":
        """The solid lines of a chart; lines to oneself and to missing seats lead nowhere."""
        managers = {
            seat: tuple(
                dict.fromkeys(line.manager for line in lines if line.manager in chart.seats and line.manager != seat)
            )
            for seat, lines in chart.lines_up.items()
            if seat in chart.seats
        }
        above = {seat: found[0] for seat, found in managers.items() if found}
        return Ladder(chart.seat_ids, above, frozenset(seat for seat, found in managers.items() if len(found) > 1))

    def settlement(self, one: SeatId, other: SeatId) -> Settlement:
        """Who settles a dispute between two seats."""
        ranks = self.ranks
        if one not in ranks or other not in ranks:
            return Settlement(None, 0, Doubt.CIRCLE)
        settler = self._meeting(one, other)
        if settler is None:
            is_doubtful = ranks[one].is_doubtful or ranks[other].is_doubtful
            return Settlement(None, 0, Doubt.SEVERAL if is_doubtful else Doubt.NOBODY)
        levels = max(ranks[one].depth, ranks[other].depth) - ranks[settler].depth
        is_doubtful = self._is_doubtful(one, settler) or self._is_doubtful(other, settler)
        return Settlement(settler, levels, Doubt.SEVERAL if is_doubtful else Doubt.NONE)

    def way_up(self, seat: SeatId, settler: SeatId) -> tuple[SeatId, ...]:
        """The seats from one to whoever settles, both included."""
        way = [seat]
        while way[-1] != settler and way[-1] in self.above and len(way) <= len(self.above):
            way.append(self.above[way[-1]])
        return tuple(way)

    @cached_property
    def ranks(self) -> Mapping[SeatId, Rank]:
        """Where each seat stands; those in a circle, or below one, stand nowhere."""
        order = self._from_the_top
        heavy = self._heaviest(order)
        found: dict[SeatId, Rank] = {}
        for seat in order:
            manager = self.above.get(seat)
            if manager is None:
                found[seat] = Rank(0, seat, False)
                continue
            up = found[manager]
            chain = up.chain if heavy.get(manager) == seat else seat
            found[seat] = Rank(up.depth + 1, chain, seat in self.several or up.is_doubtful)
        return found

    @cached_property
    def below(self) -> Mapping[SeatId, tuple[SeatId, ...]]:
        """Whose first manager each seat is."""
        found: dict[SeatId, list[SeatId]] = {}
        for seat in self.seats:
            if seat in self.above:
                found.setdefault(self.above[seat], []).append(seat)
        return {manager: tuple(reports) for manager, reports in found.items()}

    @cached_property
    def _from_the_top(self) -> list[SeatId]:
        order = [seat for seat in self.seats if seat not in self.above]
        for seat in order:
            order.extend(self.below.get(seat, ()))
        return order

    def _heaviest(self, order: Iterable[SeatId]) -> Mapping[SeatId, SeatId]:
        """The report of each manager with most seats below."""
        weights: dict[SeatId, int] = {}
        for seat in reversed(list(order)):
            weights[seat] = 1 + sum(weights[report] for report in self.below.get(seat, ()))
        return {
            manager: max(reports, key=weights.__getitem__)
            for manager, reports in self.below.items()
            if manager in weights
        }

    def _meeting(self, one: SeatId, other: SeatId) -> SeatId | None:
        ranks = self.ranks
        while (a := ranks[one]).chain != (b := ranks[other]).chain:
            if ranks[a.chain].depth < ranks[b.chain].depth:
                one, other, a = other, one, b
            if a.chain not in self.above:
                return None
            one = self.above[a.chain]
        return one if a.depth <= b.depth else other

    def _is_doubtful(self, seat: SeatId, settler: SeatId) -> bool:
        """Whether somebody from a seat up to below the settler has several managers."""
        if not self.ranks[seat].is_doubtful:
            return False
        if not self.ranks[settler].is_doubtful:
            return True
        return any(one in self.several for one in self.way_up(seat, settler)[:-1])
