"""A surface that shows what an edit would do, before anybody makes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.touched_surface import TouchedSurface
from salesorg_gui.canvas.update import Update
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import Edit, EditRefused, InChart, PlanEdit
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.layout import ViewKind

if TYPE_CHECKING:
    from salesorg_gui.canvas.outlook import Outlook

TOUCHING = frozenset(
    {
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin),
        *(QEvent.Type.DragEnter, QEvent.Type.ContextMenu),
    }
)
MODIFIERS = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})


class PreviewedSurface(TouchedSurface):
    """While an edit is shown the picture holds a chart that is not the session's; whoever lays hand on it ends that.

    ``preview_changed`` tells whether one is shown.
    """

    preview_changed = Signal(bool)

    @property
    def is_previewing(self) -> bool:
        """Whether an edit is shown that nobody has made."""
        return self._outlook is not None

    @property
    def outlook(self) -> "Outlook | None":
        """What that edit would do, as far as it is drawn."""
        return self._outlook

    def show_preview(self, edit: Edit | None, *, with_note: bool = True) -> None:
        """Show what an edit would do to the chart, and say it in a note; the document is not touched.

        With ``None``, and while a hand holds something or somebody types, the chart is shown as it is.
        """
        after = self._after(edit) if edit is not None and not (self.is_typing or self.is_carrying) else None
        if after is None or edit is None:
            self._end_preview()
            return
        from salesorg_gui.canvas.outlook import outlook_of, settled  # noqa: PLC0415 -- not before somebody asks

        was_shown = self._outlook is not None
        self._forget_preview()
        outlook = outlook_of(self._picture, after, edit.label if with_note else "")
        self._outlook = outlook
        self._go_to(self._session.chart, outlook.shown)
        self._outlook = settled(outlook, self._picture)
        self._refresh()
        if not was_shown:
            self.preview_changed.emit(True)

    def show_view(self, view: ViewKind, lanes: Lanes | None = None) -> None:
        """Look at the chart in another way."""
        self._end_preview()
        super().show_view(view, lanes)

    def fold(self, seats: frozenset[SeatId]) -> None:
        """Hide in the reporting view whoever stands below these seats, and show everybody else."""
        if seats != self.folded:
            self._end_preview()
        super().fold(seats)

    @guarded(default=False)
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in TOUCHING:
            self._end_preview()
        return super().viewportEvent(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_previewing and Qt.Key(event.key()) not in MODIFIERS:
            self._end_preview()
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return
        super().keyPressEvent(event)

    @guarded(None)
    def _follow(self, change: Change) -> None:
        """Show what the change led to. What somebody might have done is no longer asked."""
        outlook, self._outlook = self._outlook, None
        if outlook is not None:
            self.preview_changed.emit(False)
        super()._follow(change)

    def _show_picked(self) -> Update:
        """What an edit would draw speaks, and nothing else meanwhile."""
        if self._outlook is None:
            return super()._show_picked()
        return self._picture.show_picked(frozenset(), self._outlook.edges)

    def _after(self, edit: Edit) -> Chart | None:
        """The chart after an edit; nothing when it is refused or changes nothing that is drawn."""
        plan, chart = self._session.plan, self._session.chart
        whole = edit if isinstance(edit, PlanEdit) else InChart(chart.id, edit)
        try:
            after = whole.revise(plan).charts.get(chart.id)
        except EditRefused:
            return None
        return None if after is chart else after

    def _end_preview(self) -> None:
        if self._outlook is not None:
            self._forget_preview()
            self._refresh()
            self.preview_changed.emit(False)

    def _forget_preview(self) -> None:
        outlook, self._outlook = self._outlook, None
        if outlook is not None:
            self._go_to(outlook.shown, self._session.chart)

    def _go_to(self, before: Chart, after: Chart) -> None:
        """Let the picture hold another chart."""
        plan = self._session.plan
        super()._follow(Change(before, after, plan, plan))
