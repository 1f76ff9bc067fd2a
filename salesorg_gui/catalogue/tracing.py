"""What one follows through a chart: the chain of command of seats, and the way customers take through handoffs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, SeatId, SourceId
from salesorg_gui.domain.records import Handoff

type Node = str
type Walked[E] = dict[Node, E | None]
"""Every node that was reached in the order it was, with the edge it was first reached by."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything on the way, and one way to put into words: who stands on it and the handoffs from one to the next.

    ``before`` and ``after`` are how many stand above and below, or come before and after.
    """

    keys: frozenset[Key] = frozenset()
    way: tuple[Key, ...] = ()
    handoffs: tuple[Handoff, ...] = ()
    before: int = 0
    after: int = 0

    @property
    def hours(self) -> float | None:
        """The longest the way may take; nothing when one of its handoffs has no limit."""
        limits = [handoff.limit_hours for handoff in self.handoffs]
        known = [limit for limit in limits if limit is not None]
        return sum(known) if known and len(known) == len(limits) else None


def chain_of_command(chart: Chart, seats: Iterable[SeatId]) -> Trace:
    """All who stand above the seats and all who stand below them, with the solid lines between."""
    starts = [seat for seat in dict.fromkeys(seats) if seat in chart.seats]
    up, down = chart.lines_up, chart.lines_down
    above = _walked(starts, lambda seat: up.get(SeatId(seat), ()), lambda line: line.manager)
    below = _walked(starts, lambda seat: down.get(SeatId(seat), ()), lambda line: line.report)
    lines = [line for seat in above for line in up.get(SeatId(seat), ())]
    lines += [line for seat in below for line in down.get(SeatId(seat), ())]
    keys = {key for seat in (*above, *below) if (key := _key(chart, seat)) is not None}
    keys |= {Key(Kind.LINE, line.id) for line in lines}
    way = tuple(key for seat in _command(chart, starts) if (key := _key(chart, seat)) is not None)
    return Trace(frozenset(keys), way, (), len(above) - len(starts), len(below) - len(starts))


def handoff_path(chart: Chart, starts: Iterable[Node]) -> Trace:
    """Everything customers pass on their way to and from seats and lead sources; what is handed back is no way."""
    there = [node for node in dict.fromkeys(starts) if _key(chart, node) is not None]
    return _through(chart, there, there, ())


def path_of_handoff(chart: Chart, handoff: HandoffId) -> Trace:
    """The same through one handoff, even one that hands back."""
    found = chart.handoffs.get(handoff)
    return _through(chart, [found.source], [found.target], (found,)) if found is not None else Trace()


def _through(chart: Chart, givers: list[Node], takers: list[Node], middle: tuple[Handoff, ...]) -> Trace:
    came = _walked(givers, lambda node: _to(chart, node), lambda handoff: handoff.source)
    goes = _walked(takers, lambda node: _from(chart, node), lambda handoff: handoff.target)
    handed = [*middle, *(one for node in came for one in _to(chart, node))]
    handed += [one for node in goes for one in _from(chart, node)]
    keys = {key for node in (*came, *goes) if (key := _key(chart, node)) is not None}
    keys |= {Key(Kind.HANDOFF, handoff.id) for handoff in handed}
    first = _back(came, _first_end(chart, came), lambda handoff: handoff.target)
    last = _back(goes, next(reversed(goes), ""), lambda handoff: handoff.source)
    handoffs = (*first, *middle, *reversed(last))
    nodes = [*(handoff.source for handoff in handoffs[:1]), *(handoff.target for handoff in handoffs)] or givers[:1]
    way = tuple(key for node in nodes if (key := _key(chart, node)) is not None)
    return Trace(frozenset(keys), way, handoffs, len(came) - len(givers), len(goes) - len(takers))


def _walked[E](starts: Iterable[Node], edges: Callable[[Node], Iterable[E]], end: Callable[[E], Node]) -> Walked[E]:
    """Everything that is reached, the nearest first; safe on circles."""
    found: Walked[E] = dict.fromkeys(starts)
    waiting = list(found)
    for node in waiting:  # grows as it is walked
        for edge in edges(node):
            further = end(edge)
            if further not in found:
                found[further] = edge
                waiting.append(further)
    return found


def _back[E](walked: Walked[E], end: Node, before: Callable[[E], Node]) -> list[E]:
    """The edges by which an end was reached, the last one first."""
    edges: list[E] = []
    edge = walked.get(end)
    while edge is not None:
        edges.append(edge)
        edge = walked.get(before(edge))
    return edges


def _first_end(chart: Chart, came: Walked[Handoff]) -> Node:
    """Where the way begins: the nearest lead source, else whoever is furthest back."""
    sources = (node for node in came if node in chart.sources)
    return next(sources, next(reversed(came), ""))


def _command(chart: Chart, starts: list[SeatId]) -> list[SeatId]:
    """From the top down to the first seat, by its first manager, and his."""
    chain = starts[:1]
    while chain:
        manager = chart.manager_of(chain[-1])
        if manager is None or manager in chain:
            break
        chain.append(manager)
    return chain[::-1]


def _to(chart: Chart, node: Node) -> list[Handoff]:
    return [one for one in chart.handoffs_to.get(SeatId(node), ()) if not one.is_return]


def _from(chart: Chart, node: Node) -> list[Handoff]:
    return [one for one in chart.handoffs_from.get(SeatId(node), ()) if not one.is_return]


def _key(chart: Chart, node: Node) -> Key | None:
    if node in chart.seats:
        return Key(Kind.SEAT, SeatId(node))
    return Key(Kind.SOURCE, SourceId(node)) if node in chart.sources else None
