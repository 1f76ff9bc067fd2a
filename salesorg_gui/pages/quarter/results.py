"""What a run quarter saw, section by section; beside it what the run before saw."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.ids import HandoffId, Key, Kind, RoleId
from salesorg_gui.i18n import _
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.pages.quarter import figures, words
from salesorg_gui.pages.quarter.compared import compared, verdict_text
from salesorg_gui.pages.quarter.seen import Seen
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label, Paragraph


class Section(QWidget):
    """A heading, a sentence, and a graph if there is something to draw."""

    def __init__(self, title: str, object_name: str, graph: GraphView | None = None) -> None:
        super().__init__()
        self.graph = graph
        self.said = Paragraph("", "body", "2")
        self.said.setObjectName(f"{object_name}_said")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 16, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(Label(title, "strong"))
        self.column.addWidget(self.said)
        if graph is not None:
            self.column.addWidget(graph)


class Results(QWidget):
    """``lit`` carries what a graph points at, ``picked`` the handoff somebody took from it."""

    lit = Signal(object)
    picked = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._seen: Seen | None = None
        self._against = _Against()
        self._speed = self._section(_("Speed to lead"), "quarter_speed")
        self._limits = self._section(_("Broken time limits"), "quarter_limits")
        self._queue = self._section(_("Queue over time"), "quarter_queue")
        self._busy = self._section(_("How full everybody's time is"), "quarter_busy")
        self._outcome = Section(_("What comes of it"), "quarter_outcome")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for section in (self._against, self._speed, self._limits, self._queue, self._busy, self._outcome):
            column.addWidget(section)
        self._connect()
        self.hide()

    def show_seen(self, seen: Seen, before: Seen | None) -> None:
        """Show a run, and what differs from the one before."""
        self._seen = seen
        catalogue = self._ground.catalogue
        self._against.show_lines(before, seen)
        for section, figure, said in (
            (self._speed, figures.speed(seen), words.speed(seen)),
            (self._limits, figures.limits(seen, catalogue), words.limits(seen)),
            (self._queue, figures.queues(seen, catalogue), words.waiting(seen, catalogue)),
            (self._busy, figures.busy(seen, catalogue), words.busy_note()),
            (self._outcome, None, words.outcome(seen)),
        ):
            section.said.setText(said)
            if section.graph is not None:
                section.graph.show_figure(figure)
                section.graph.setVisible(figure is not None)
        self.show()

    def _section(self, title: str, object_name: str) -> Section:
        return Section(title, object_name, GraphView(self._ground.look, object_name, title))

    def _connect(self) -> None:
        limits, busy = self._limits.graph, self._busy.graph
        assert limits is not None
        assert busy is not None
        limits.pointed.connect(self._light_handoff)
        limits.picked.connect(self._pick_handoff)
        busy.pointed.connect(self._light_role)
        busy.picked.connect(self._pick_role)

    @guarded(None)
    def _light_handoff(self, id: str) -> None:
        self.lit.emit(frozenset({Key(Kind.HANDOFF, HandoffId(id))} if id else ()))

    @guarded(None)
    def _pick_handoff(self, id: str) -> None:
        self.picked.emit(Key(Kind.HANDOFF, HandoffId(id)))

    @guarded(None)
    def _light_role(self, id: str) -> None:
        seats = self._seen.by_role.get(RoleId(id), ()) if self._seen is not None else ()
        self.lit.emit(frozenset(Key(Kind.SEAT, seat) for seat in seats))

    @guarded(None)
    def _pick_role(self, id: str) -> None:
        seats = self._seen.by_role.get(RoleId(id), ()) if self._seen is not None else ()
        if seats and self._seen is not None:
            desks = self._seen.quarter.desks
            self.picked.emit(Key(Kind.SEAT, max(seats, key=lambda seat: (desks[seat].busy.mean, seat))))


class _Against(Section):
    """A table of what was before and is now."""

    def __init__(self) -> None:
        super().__init__(_("Against the run before"), "quarter_against")
        self._table = QWidget()
        self._table.setObjectName("quarter_against_table")
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.column.addWidget(self._table)
        self.hide()

    def show_lines(self, before: Seen | None, now: Seen) -> None:
        self.setVisible(before is not None)
        if before is None:
            return
        self.said.setText(words.what_differs(before, now))
        for label in self._table.findChildren(Label):
            label.setParent(None)
            label.deleteLater()
        heads = ("", _("Last run"), _("Now"), "")
        lines = [(one.title, one.before, one.now, verdict_text(one.verdict)) for one in compared(before, now)]
        for row, texts in enumerate((heads, *lines)):
            for at, text in enumerate(texts):
                self._grid.addWidget(_cell(text, row, at), row, at)


def _cell(text: str, row: int, at: int) -> Label:
    is_quiet = row == 0 or at == 3
    label = Label(text, "small" if is_quiet else "body", "2" if is_quiet or at == 1 else "1")
    if at in {1, 2}:
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
