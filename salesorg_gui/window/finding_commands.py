"""From finding to finding: show the culprits, light up all involved, look for remedies and do them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.panels.findings.words import still_looking
from salesorg_gui.rules.finding import Finding, Findings
from salesorg_gui.rules.remedies.remedy import Remedy
from salesorg_gui.window.actions import Command
from salesorg_gui.window.main_window import MainWindow

if TYPE_CHECKING:
    from salesorg_gui.canvas.view import ChartView
    from salesorg_gui.panels.findings.panel import FindingsPanel

LEGIBLE = 0.5
"""Nearer than this a card can be told from another; whoever goes to a finding from further away is brought near."""
PAUSE_MS = 120
"""So long somebody stays with a finding before its remedies are looked for."""
AROUND = 120.0
"""So much is seen around what a finding speaks of, in px of the chart."""


class FindingCommands(QObject):
    """Joins the panel of findings to the canvas, to the session and to what reckons remedies in the background."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._ground = window, window.parts.ground
        self._wanted: Finding | None = None
        self._is_behind, self._owed = True, 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._reckon_remedies)
        panel, canvas = window.surface.findings, window.surface.canvas
        panel.picked.connect(self.show_culprits)
        panel.concerned.connect(self._light_up)
        panel.remedies_wanted.connect(self._look_for_remedies)
        panel.previewed.connect(self._preview)
        panel.remedy_taken.connect(self._do)
        panel.left.connect(lambda: canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        panel.shown.connect(lambda is_shown: None if is_shown else self._light_up(None))
        canvas.finding_wanted.connect(self.explain)
        self._ground.session.selection.changed.connect(self._follow_selection)
        self._ground.session.leaving.connect(self._fall_behind)

    def by_action(self) -> dict[str, Command]:
        """The command behind each action."""
        return {"next_finding": lambda: self.step(1), "previous_finding": lambda: self.step(-1)}

    def close(self) -> None:
        """Look for no more remedies."""
        self._pause.stop()

    def step(self, by: int) -> None:
        """Go to the next finding, wherever the keyboard is, as soon as the rules have looked; the panel opens."""
        panel, status = self._open_panel(), self._window.surface.status
        if self._is_behind:
            self._owed = by
            status.say(still_looking())
        elif panel.step(by) is None:
            status.say(panel.none_said)

    def catch_up(self, _found: Findings) -> None:
        """What is listed is about what stands there now: whoever wanted to go to a finding goes there."""
        self._is_behind, owed, self._owed = False, self._owed, 0
        if owed:
            self.step(owed)

    def explain(self, key: Key) -> None:
        """Explain the worst that was found about something, as its badge shows it; it is selected."""
        found = self._window.examiner.findings
        seats = self._ground.chart.members.get(PodId(key.id), ()) if key.kind is Kind.POD else ()
        keys = (key, *(Key(Kind.SEAT, seat.id) for seat in seats))
        about = [one for each in keys for one in found.by_key.get(each, ())]
        worn = [one for one in about if not one.accepted and not one.is_of_many] or about
        if worn and not self._is_behind:
            panel = self._open_panel()
            panel.go_to(min(worn, key=lambda one: one.severity.rank))
            self._ground.session.selection.select([key])
            panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_panel(self) -> "FindingsPanel":
        if not self._window.surface.findings.isVisible():
            self._window.commands.views.toggle_findings()
        return self._window.surface.findings

    def _fall_behind(self) -> None:
        """Another plan or chart comes: what is listed is about the one before until the rules have looked."""
        self._is_behind, self._owed = True, 0

    def show_culprits(self, finding: Finding) -> None:
        """Select what is to be mended and bring all that is concerned into view, at the same zoom where it can be."""
        chart, canvas = self._ground.chart, self._window.surface.canvas
        there = [key for key in finding.keys if chart.record(key) is not None]
        if not there:
            return
        self._ground.session.selection.select([culprit(there)])
        if all(canvas.picture.bounds(key) is None for key in there):
            self._window.commands.views.show_kind(ViewKind.BOARD)
        bring_into_view(canvas, there)

    def _light_up(self, finding: Finding | None) -> None:
        canvas = self._window.surface.canvas
        if finding is None:
            canvas.show_concerned(frozenset())
        else:
            canvas.show_concerned(frozenset(involved(finding, self._ground.chart)), finding.severity)

    def _follow_selection(self) -> None:
        """Whoever selects something else by hand has left the finding."""
        keys, canvas = self._ground.session.selection.keys, self._window.surface.canvas
        if not keys or keys.isdisjoint(canvas.light.concerned):
            canvas.show_concerned(frozenset())

    def _look_for_remedies(self, finding: Finding) -> None:
        """Look for them when the hand rests; whoever has gone on by then needs none."""
        self._wanted = finding
        self._pause.start()

    def _reckon_remedies(self) -> None:
        finding = self._wanted
        if finding is not None:
            show = self._window.surface.findings.show_remedies
            search = self._window.commands.fixes.search
            search.look(finding, lambda ways: show(finding, ways), lambda: finding is self._wanted)

    def _preview(self, remedy: Remedy | None) -> None:
        self._window.surface.canvas.show_preview(remedy.edit if remedy is not None else None, with_note=False)

    def _do(self, remedy: Remedy) -> None:
        self._window.surface.findings.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.commands.fixes.do(remedy)


def culprit(there: list[Key]) -> Key:
    """The one thing whose fields one would look at: the only handoff of a finding, else what it names first."""
    handoffs = [key for key in there if key.kind is Kind.HANDOFF]
    return handoffs[0] if len(handoffs) == 1 else there[0]


def involved(finding: Finding, chart: Chart) -> Iterator[Key]:
    """Everything a finding speaks of that is there, and where it names no lines, those between its seats."""
    yield from (key for key in finding.keys if chart.record(key) is not None)
    if finding.lines or finding.handoffs:
        return
    seats = frozenset(finding.seats)
    for seat in finding.seats:
        for line in chart.lines_up.get(seat, ()):
            if line.manager in seats:
                yield Key(Kind.LINE, line.id)


def bring_into_view(canvas: "ChartView", keys: list[Key]) -> None:
    """Move as little as need be; come nearer only to read, step back only for what is wider than the screen."""
    canvas.reveal(keys[:1])
    canvas.reveal(keys)
    rect = canvas.room_of(keys)
    if rect is None:
        return
    size = canvas.viewport().size()
    fitting = canvas.camera.fitting(rect.grown(AROUND), size.width(), size.height())
    if canvas.zoom < LEGIBLE:
        canvas.look(fitting if fitting.zoom > canvas.zoom else canvas.camera)
    elif fitting.zoom < canvas.zoom and not canvas.camera.seen(size.width(), size.height()).holds(rect):
        canvas.look(fitting) if fitting.zoom >= LEGIBLE else canvas.reveal(keys[:1])
