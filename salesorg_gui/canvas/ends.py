"""Which lines and handoffs end where, learned when it is first asked for and kept up from then on."""

from collections.abc import Iterable, Iterator

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Handoff, Line


class Ends:
    """The edges at every seat and source."""

    def __init__(self) -> None:
        self._edges: dict[str, list[Key]] | None = None

    def forget(self) -> None:
        """Another chart: learn all of it anew when asked."""
        self._edges = None

    def at(self, chart: Chart, names: Iterable[str]) -> set[Key]:
        """The edges that end at any of these."""
        if self._edges is None:
            self._edges = _gathered(chart)
        return {key for name in names for key in self._edges.get(name, ())}

    def connect(self, key: Key, record: Line | Handoff) -> None:
        """Learn a new edge."""
        if self._edges is not None:
            for end in ends(record):
                self._edges.setdefault(end, []).append(key)

    def cut(self, key: Key, record: Line | Handoff) -> None:
        """Forget an edge that is gone or has other ends now."""
        if self._edges is not None:
            for end in ends(record):
                self._edges[end].remove(key)


def ends(record: Line | Handoff) -> tuple[str, str]:
    """Who is at both ends of an edge."""
    match record:
        case Line(report=report, manager=manager):
            return report, manager
        case Handoff(source=source, target=target):
            return source, target


def _gathered(chart: Chart) -> dict[str, list[Key]]:
    found: dict[str, list[Key]] = {}
    for key, (one, other) in _pairs(chart):
        found.setdefault(one, []).append(key)
        found.setdefault(other, []).append(key)
    return found


def _pairs(chart: Chart) -> Iterator[tuple[Key, tuple[str, str]]]:
    for line in chart.lines.values():
        yield Key(Kind.LINE, line.id), (line.report, line.manager)
    for handoff in chart.handoffs.values():
        yield Key(Kind.HANDOFF, handoff.id), (handoff.source, handoff.target)
