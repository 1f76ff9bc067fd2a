"""Which lines and handoffs end where, learned when it is first asked for and kept up from then on."""

from collections.abc import Iterable

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Handoff, Line

type Edges = dict[str, list[Key]]


class Ends:
    """The edges at every seat and source, lines apart from handoffs: most of the time only lines are drawn."""

    def __init__(self) -> None:
        self._edges: tuple[Edges, Edges] | None = None

    def forget(self) -> None:
        """Another chart: learn all of it anew when asked."""
        self._edges = None

    def at(self, chart: Chart, names: Iterable[str]) -> set[Key]:
        """The edges that end at any of these."""
        lines, handoffs = self._known(chart)
        return {key for name in names for edges in (lines, handoffs) for key in edges.get(name, ())}

    def lines_at(self, chart: Chart, names: Iterable[str]) -> set[Key]:
        """The lines that end at any of these."""
        lines, _handoffs = self._known(chart)
        return {key for name in names for key in lines.get(name, ())}

    def connect(self, key: Key, record: Line | Handoff) -> None:
        """Learn a new edge."""
        if self._edges is not None:
            for end in ends(record):
                self._edges[key.kind is Kind.HANDOFF].setdefault(end, []).append(key)

    def cut(self, key: Key, record: Line | Handoff) -> None:
        """Forget an edge that is gone or has other ends now."""
        if self._edges is not None:
            for end in ends(record):
                self._edges[key.kind is Kind.HANDOFF][end].remove(key)

    def _known(self, chart: Chart) -> tuple[Edges, Edges]:
        if self._edges is None:
            lines = _gathered((Key(Kind.LINE, line.id), line) for line in chart.lines.values())
            handoffs = _gathered((Key(Kind.HANDOFF, handoff.id), handoff) for handoff in chart.handoffs.values())
            self._edges = lines, handoffs
        return self._edges


def ends(record: Line | Handoff) -> tuple[str, str]:
    """Who is at both ends of an edge."""
    match record:
        case Line(report=report, manager=manager):
            return report, manager
        case Handoff(source=source, target=target):
            return source, target


def _gathered(edges: Iterable[tuple[Key, Line | Handoff]]) -> Edges:
    found: Edges = {}
    for key, record in edges:
        for end in ends(record):
            found.setdefault(end, []).append(key)
    return found
