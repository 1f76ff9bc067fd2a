"""Trace: the chain of command or the way through the handoffs stays clear, the rest is dimmed."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QObject

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.tracing import Trace, chain_of_command, handoff_path, path_of_handoff
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId, SourceId
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.naming import seat_title, source_title
from salesorg_gui.panels.numbers import shown

MOST_NAMED = 7
"""A longer way is told by its beginning and its end."""

type Say = Callable[[str], object]


class Stage(IntEnum):
    """What is traced; each press goes on to the next."""

    OFF = 0
    COMMAND = 1
    HANDOFFS = 2


class Tracer(QObject):
    """Follows from what was selected when it began; it looks again after every edit."""

    def __init__(self, ground: Ground, canvas: ChartView, say: Say, refuse: Say) -> None:
        super().__init__(canvas)
        self._ground, self._canvas, self._say, self._refuse = ground, canvas, say, refuse
        self._from: frozenset[Key] = frozenset()
        self.stage = Stage.OFF
        ground.session.changed.connect(lambda _change: self._look())

    def press(self) -> None:
        """Trace from the selection: first the chain of command, then the handoffs, then nothing."""
        selected = self._ground.session.selection.keys
        if self.stage is not Stage.OFF and selected <= self._from:
            self._begin(self._next(), self._from)
        elif not _starts(self._ground.chart, selected):
            self._refuse(_("Select a seat or a handoff first."))
        else:
            self._begin(self._first(selected), selected)

    def end(self) -> bool:
        """Let all be seen again; whether anything was dimmed."""
        if self.stage is Stage.OFF:
            return False
        self.stage, self._from = Stage.OFF, frozenset()
        self._canvas.show_clear(None)
        self._say("")
        return True

    def _begin(self, stage: Stage, keys: frozenset[Key]) -> None:
        if stage is Stage.OFF:
            self.end()
            return
        self.stage, self._from = stage, keys
        self._look()

    @staticmethod
    def _first(keys: frozenset[Key]) -> Stage:
        has_handoff = any(key.kind in {Kind.HANDOFF, Kind.SOURCE} for key in keys)
        return Stage.HANDOFFS if has_handoff else Stage.COMMAND

    def _next(self) -> Stage:
        return Stage.HANDOFFS if self.stage is Stage.COMMAND else Stage.OFF

    def _look(self) -> None:
        """Find the way in the chart as it is now."""
        if self.stage is Stage.OFF:
            return
        chart = self._ground.chart
        if not _starts(chart, self._from):
            self.end()
            return
        trace = traced(chart, self._from, self.stage)
        self._canvas.show_clear(trace.keys | self._from)
        self._say(in_words(trace, self.stage, chart, self._ground.catalogue))


def traced(chart: Chart, keys: frozenset[Key], stage: Stage) -> Trace:
    """What belongs to the way from these things."""
    handoffs = sorted(key.id for key in keys if key.kind is Kind.HANDOFF and key.id in chart.handoffs)
    if stage is Stage.HANDOFFS and handoffs:
        return path_of_handoff(chart, HandoffId(handoffs[0]))
    starts = _starts(chart, keys)
    if stage is Stage.HANDOFFS:
        return handoff_path(chart, starts)
    return chain_of_command(chart, (SeatId(name) for name in starts if name in chart.seats))


def _starts(chart: Chart, keys: frozenset[Key]) -> list[str]:
    """The seats and sources that things stand for: a line for its report, a pod for its members."""
    found: dict[str, None] = {}
    for key in sorted(keys):
        match key.kind:
            case Kind.SEAT if key.id in chart.seats:
                found[key.id] = None
            case Kind.SOURCE if key.id in chart.sources:
                found[SourceId(key.id)] = None
            case Kind.LINE if key.id in chart.lines:
                found[chart.lines[LineId(key.id)].report] = None
            case Kind.POD if key.id in chart.pods:
                found |= dict.fromkeys(seat.id for seat in chart.members.get(PodId(key.id), ()))
            case Kind.HANDOFF if key.id in chart.handoffs:
                found[chart.handoffs[HandoffId(key.id)].target] = None
    return list(found)


def in_words(trace: Trace, stage: Stage, chart: Chart, catalogue: Catalogue) -> str:
    """``Website → Inbound SDR → Account Executive · 2 handoffs, at most 25 h``."""
    names = [_name(key, chart, catalogue) for key in trace.way]
    if len(names) > MOST_NAMED:
        names = [*names[:3], "…", *names[-3:]]
    way = " → ".join(names)
    if stage is Stage.COMMAND:
        above = ngettext("{count} above", "{count} above", trace.before).format(count=trace.before)
        below = ngettext("{count} below", "{count} below", trace.after).format(count=trace.after)
        return f"{way} · {above}, {below}"
    count = len(trace.handoffs)
    if not count:
        return _("{seat} · no handoffs").format(seat=way)
    steps = ngettext("{count} handoff", "{count} handoffs", count).format(count=count)
    if trace.hours is None:
        return f"{way} · {steps}"
    return _("{way} · {steps}, at most {hours} h").format(way=way, steps=steps, hours=shown(trace.hours))


def _name(key: Key, chart: Chart, catalogue: Catalogue) -> str:
    if key.kind is Kind.SOURCE:
        return source_title(chart.sources[SourceId(key.id)], catalogue)
    return seat_title(chart.seats[SeatId(key.id)], catalogue)
