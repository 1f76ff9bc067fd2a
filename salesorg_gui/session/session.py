"""The open document and its history. ``perform`` is the only door in, ``changed`` the only door out."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import ChartEdit, Edit, EditRefused, InChart, PlanEdit
from salesorg_gui.domain.history import History, Step
from salesorg_gui.domain.ids import ChartId
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.i18n import _
from salesorg_gui.session.selection import Selection


class Session(QObject):
    """One open plan, the chart of it that is on show, undo, redo, and the selection.

    ``changed`` carries a ``Change``, the same for do, undo, redo, open and another chart's tab; whoever listens follows
    and writes nothing back. ``leaving`` comes before another plan or chart does: whoever holds something typed writes
    it now. ``refused`` carries the sentence of a refusal. ``file_changed`` tells that the path, the saved state or the
    right to write differ.
    """

    changed = Signal(object)
    leaving = Signal()
    refused = Signal(str)
    file_changed = Signal()

    def __init__(self, plan: Plan | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan if plan is not None else empty_plan(chart_title=_("As is"))
        self._chart = self._plan.first_chart.id
        self._saved: Plan | None = self._plan
        self._path: Path | None = None
        self._is_read_only = False
        self._history = History()
        self._is_telling = False
        self.selection = Selection(self)

    @property
    def plan(self) -> Plan:
        """The document."""
        return self._plan

    @property
    def chart(self) -> Chart:
        """The chart on show."""
        return self._plan.charts[self._chart]

    @property
    def path(self) -> Path | None:
        """Where the plan was read from or saved to last."""
        return self._path

    @property
    def is_read_only(self) -> bool:
        """Whether the file is from a newer version: it may be looked at and edited, but not overwritten."""
        return self._is_read_only

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save."""
        return self._plan is not self._saved

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would do again."""
        return self._history.redo_label

    @property
    def is_telling(self) -> bool:
        """Whether a change is being told right now, so that nobody may write."""
        return self._is_telling

    def refusal(self, edit: Edit) -> str | None:
        """Why this edit would be refused, or ``None``: the question a drag asks on every move."""
        try:
            self._result(edit)
        except EditRefused as refusal:
            return str(refusal)
        return None

    def perform(self, edit: Edit, gesture: str | None = None) -> bool:
        """Make an edit; ``False`` when it was refused or changed nothing. Edits of one ``gesture`` undo as one."""
        assert not self._is_telling, "whoever follows a change must not write"
        try:
            after = self._result(edit)
        except EditRefused as refusal:
            self.refused.emit(str(refusal))
            return False
        if after is self._plan:
            return False
        self._history.record(Step(edit.label, self._plan, after, self._chart, gesture))
        shown = self._chart if self._chart in after.charts else after.first_chart.id
        self._show(after, shown)
        return True

    def end_gesture(self) -> None:
        """The next edit is a step of its own, whatever its gesture is called."""
        self._history.end_gesture()

    def undo(self) -> None:
        """Take the last step back, on the chart where it was made."""
        if step := self._history.undo():
            self._show(step.before, step.chart if step.chart in step.before.charts else step.before.first_chart.id)

    def redo(self) -> None:
        """Take the last undone step again."""
        if step := self._history.redo():
            self._show(step.after, step.chart if step.chart in step.after.charts else step.after.first_chart.id)

    def show_chart(self, chart: ChartId) -> None:
        """Put another chart of the plan on show; no edit."""
        if chart in self._plan.charts and chart != self._chart:
            self.leaving.emit()
            self._show(self._plan, chart)

    def open(self, plan: Plan, path: Path | None = None, *, is_read_only: bool = False, is_saved: bool = True) -> None:
        """Replace the document. An import or a template has no path and is not saved yet."""
        self.leaving.emit()
        self.selection.clear()
        self._history = History()
        self._path, self._is_read_only = path, is_read_only
        self._saved = plan if is_saved else None
        self._show(plan, plan.first_chart.id)
        self.file_changed.emit()

    def mark_saved(self, plan: Plan, path: Path) -> None:
        """Remember that ``plan`` now lies at ``path``; what was edited since is still to be saved."""
        self._saved, self._path, self._is_read_only = plan, path, False
        self.file_changed.emit()

    def _result(self, edit: Edit) -> Plan:
        match edit:
            case PlanEdit():
                return edit.revise(self._plan)
            case ChartEdit():
                return InChart(self._chart, edit).revise(self._plan)

    def _show(self, plan: Plan, chart: ChartId) -> None:
        before, plan_before = self.chart, self._plan
        self._plan, self._chart = plan, chart
        self.selection.forget_missing(self.chart)
        self._is_telling = True
        try:
            self.changed.emit(Change(before, self.chart, plan_before, plan))
        finally:
            self._is_telling = False
