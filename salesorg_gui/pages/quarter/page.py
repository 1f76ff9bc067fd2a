"""Run a quarter: lead by lead, many times, beside the window; what the run before saw stands beside the new one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.capacity.capacity import NoCapacity
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.quarter import words
from salesorg_gui.pages.quarter.form import Form
from salesorg_gui.pages.quarter.results import Results
from salesorg_gui.pages.quarter.runner import Runner
from salesorg_gui.pages.quarter.seen import Prepared, Seen
from salesorg_gui.simulation.quarter import Progress

RUN_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class QuarterPage(Page):
    """What was seen is marked as of the plan before when the chart is another one now."""

    def __init__(self, footing: Footing) -> None:
        super().__init__("run", footing)
        self._ready: Prepared | str | None = None
        self._seen: Seen | None = None
        self._runner = Runner(self)
        self._said = self.said("quarter_said", "heading")
        self._note = self.said("quarter_note", "small", "2")
        self._form = Form(self.ground.look)
        self.column.addWidget(self._form)
        self._results = Results(footing.ground)
        self.column.addWidget(self._results)
        self._connect()
        self.thinks(self._prepared, self._follow)
        self._tell()

    @guarded(None)
    def run(self) -> None:
        """Run the chart on show as it is now."""
        self.commit()
        if isinstance(self._ready, str) or self._form.is_refused:
            return
        session, volume = self.ground.session, self.footing.volume.share
        self._runner.start(self._form.order, partial(prepared, self.footing, session.plan, session.chart, volume))
        self._form.show_running(running=True)

    @guarded(None)
    def stop(self) -> None:
        """Call it off; what was seen before stays."""
        self._runner.stop()
        self._form.show_running(running=False)

    def leave(self) -> None:
        self._runner.close()
        super().leave()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._runner.is_running:
            self.stop()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self._form.wanted.connect(self.run)
        self._form.stopped.connect(self.stop)
        self.footing.volume.changed.connect(self.think_again)
        self.ground.session.changed.connect(self._follow_file)
        self._results.lit.connect(self.lit)
        self._results.picked.connect(self.picked)
        self._runner.went.connect(self._go_on)
        self._runner.ended.connect(self._take)
        for keys in RUN_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.run)

    def _prepared(self, plan: Plan, chart: Chart) -> Prepared | str:
        return prepared(self.footing, plan, chart, self.footing.volume.share)

    def _follow(self, answer: object) -> None:
        """The chart is another one, or the same again."""
        self._ready = answer if isinstance(answer, Prepared | str) else None
        self._form.go.setEnabled(isinstance(self._ready, Prepared))
        self._tell()

    @guarded(None)
    def _follow_file(self, change: Change) -> None:
        """What was seen of one file is not shown beside another: a plan that was opened has nothing to undo."""
        session = self.ground.session
        is_opened = change.plan_before is not change.plan
        if is_opened and session.undo_label is None and session.redo_label is None:
            self.stop()
            self._seen = self._ready = None
            self._results.hide()
            self._tell()

    @guarded(None)
    def _go_on(self, progress: Progress, a_second: float) -> None:
        order = self._runner.order
        if order is not None:
            days = order.wishes.weeks * 5
            self._form.show_progress(progress.share, words.under_way(progress, order.runs, days, a_second))

    @guarded(None)
    def _take(self, answer: object) -> None:
        self._form.show_running(running=False)
        if isinstance(answer, Seen):
            before, self._seen = self._seen, answer
            self._results.show_seen(answer, before)
            self._tell()
        elif isinstance(answer, str):
            self._note.setText(answer)
            self._note.show()

    def _tell(self) -> None:
        """The finding, and whether it is of this chart."""
        seen = self._seen
        if seen is None:
            is_refused = isinstance(self._ready, str)
            self._said.setText(str(self._ready) if is_refused else _("Let a quarter happen here, lead by lead."))
            self._note.setText(_("It tells how long leads wait, which time limits break, and where work piles up."))
            self._note.setVisible(not is_refused)
            return
        self._said.setText(words.finding(seen, self.ground.catalogue))
        self._note.setText(self._past(seen) or words.ran(seen))
        self._note.show()

    def _past(self, seen: Seen) -> str:
        """Why what was seen is not of now; empty when it is."""
        if isinstance(self._ready, str):
            return self._ready
        if self._ready is None or self._ready.mark == seen.prepared.mark:
            return ""
        if self._ready.chart.id != seen.chart.id:
            return _("This was the chart {title}. Run this one with Ctrl+Enter.").format(
                title=seen.chart.title or seen.chart.id
            )
        if self._ready.volume != seen.prepared.volume:
            return _("This was {volume} of the leads of the plan, and now it is {now}. Run it with Ctrl+Enter.").format(
                volume=words.per_cent(seen.prepared.volume), now=words.per_cent(self._ready.volume)
            )
        return _("The plan has changed since. Run it again with Ctrl+Enter.")


def prepared(footing: Footing, plan: Plan, chart: Chart, volume: float) -> Prepared | str:
    """A chart made ready to be run with ``volume`` times its leads, or why it cannot be; any thread may ask."""
    try:
        capacity = footing.reckon(plan, chart)
    except NoCapacity as refusal:
        return str(refusal)
    if capacity.leads <= 0 and capacity.prospects <= 0:
        return _("Nobody has said yet how many leads come. Give a lead source a number a month.")
    return Prepared.of(capacity.at(volume))
