"""Undo and redo over immutable plans, without limit."""

from dataclasses import field

from salesorg_gui.domain.ids import ChartId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable step. ``chart`` is where it happened; steps of one ``gesture`` melt into one."""

    label: str
    before: Plan
    after: Plan
    chart: ChartId
    gesture: str | None = None


@dataclass(slots=True)
class History:
    """The steps taken so far, and those taken back."""

    _done: list[Step] = field(default_factory=list)
    _undone: list[Step] = field(default_factory=list)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again."""
        return self._undone[-1].label if self._undone else None

    def record(self, step: Step) -> None:
        """Remember a step; whatever was undone before it can no longer be redone."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is not None and step.gesture is not None and last.gesture == step.gesture:
            self._done.pop()
            step = Step(step.label, last.before, step.after, step.chart, step.gesture)
        self._done.append(step)

    def end_gesture(self) -> None:
        """From now on even a step with the same gesture name is a step of its own."""
        if self._done and self._done[-1].gesture is not None:
            last = self._done.pop()
            self._done.append(Step(last.label, last.before, last.after, last.chart))

    def undo(self) -> Step | None:
        """The step just taken back, or ``None`` when there is nothing to undo."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        self.end_gesture()
        return self._undone[-1]

    def redo(self) -> Step | None:
        """The step just taken again, or ``None`` when there is nothing to redo."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        self.end_gesture()
        return self._done[-1]
