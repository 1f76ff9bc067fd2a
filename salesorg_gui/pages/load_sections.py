"""The sections of the page *Load*: where it gets stuck, work against time, waiting, one more FTE."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.drawing.graphs.bars import Bars, Row
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.panels.buttons import Option, Segmented, TextButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, Paragraph
from salesorg_gui.study.told import fte_unit

if TYPE_CHECKING:
    from salesorg_gui.capacity.capacity import Capacity
    from salesorg_gui.study.load_told import LoadTold, Work

MOST_ROLES = 12
LONGEST = 1e3


class Section(QWidget):
    """A heading and what stands below it. ``chosen`` carries the seats to select."""

    chosen = Signal(object)

    def __init__(self, object_name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 16, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(Label(title, "strong"))

    def said(self, object_name: str, ink: str = "1", kind: str = "body") -> Paragraph:
        """Room for sentences."""
        paragraph = Paragraph("", kind, ink)
        paragraph.setObjectName(object_name)
        self.column.addWidget(paragraph)
        return paragraph


class StuckSection(Section):
    """The bottleneck in words, what would help, and its seats."""

    def __init__(self, look: Look) -> None:
        super().__init__("load_stuck", _("Where it gets stuck"))
        self._said = self.said("load_stuck_said")
        self._remedies = self.said("load_remedies")
        self._button = TextButton(look, "", "load_stuck_select", "secondary", "crosshair", small=True)
        self._button.clicked.connect(lambda: self.chosen.emit(self._seats))
        self.column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._seats: tuple[str, ...] = ()

    def show_told(self, told: "LoadTold") -> None:
        """Tell where it gets stuck."""
        self._seats = told.stuck_seats
        self._said.setText(told.stuck)
        self._remedies.setText("\n".join(f"•\u2002{sentence}" for sentence in told.remedies))
        self._remedies.setVisible(bool(told.remedies))
        self._button.setVisible(bool(self._seats))
        text = ngettext("Select this seat", "Select these {count} seats", len(self._seats))
        self._button.setText(f" {text.format(count=len(self._seats))}")
        self._button.setAccessibleName(text.format(count=len(self._seats)))


class WorkSection(Section):
    """Need against have, by part of the work or by role."""

    def __init__(self, look: Look) -> None:
        super().__init__("load_work", _("Work and time"))
        options = (Option("part", _("By part")), Option("role", _("By role")))
        self._by = Segmented(look, options, "load_work_by", _("Work and time by"))
        self._by.show_value("part")
        self._by.chosen.connect(lambda _value: self._draw())
        self.column.addWidget(self._by, 0, Qt.AlignmentFlag.AlignLeft)
        self._graph = GraphView(look, "load_work_graph", _("Work against time, in FTE"))
        self._graph.picked.connect(self._pick)
        self.column.addWidget(self._graph)
        self._works: tuple[Work, ...] = ()
        self._capacity: Capacity | None = None
        self._catalogue: Catalogue | None = None

    def show_capacity(self, capacity: "Capacity", catalogue: Catalogue) -> None:
        """Draw another chart, or another volume."""
        self._capacity, self._catalogue = capacity, catalogue
        self._draw()

    @guarded(None)
    def _draw(self) -> None:
        from salesorg_gui.study.load_told import by_part, by_role  # noqa: PLC0415 -- loads networkx

        if self._capacity is None or self._catalogue is None:
            return
        is_by_part = self._by.value != "role"
        works = by_part(self._capacity) if is_by_part else by_role(self._capacity, self._catalogue)
        self._works = works[:MOST_ROLES]
        rows = tuple(Row(one.title, one.need, one.have, key=str(n)) for n, one in enumerate(self._works))
        self._graph.show_figure(Bars(rows, fte_unit(), _("Work"), _("Time there is")))

    @guarded(None)
    def _pick(self, key: str) -> None:
        self.chosen.emit(self._works[int(key)].seats)


class WaitSection(Section):
    """How long leads wait, and what the time limit takes."""

    def __init__(self, look: Look) -> None:
        super().__init__("load_wait", _("Waiting"))
        self._said = self.said("load_wait_said")
        self._note = self.said("load_wait_note", "3", "small")
        self._note.setText(_("Reckoned as one queue for all who qualify; measured times would tell more."))

    def show_told(self, told: "LoadTold") -> None:
        """Tell how long leads wait."""
        self._said.setText("\n".join(told.waiting))
        self._note.setVisible(told.capacity.leads > 0)


class WorthSection(Section):
    """What one more FTE is worth, best first."""

    def __init__(self, look: Look) -> None:
        super().__init__("load_worth", _("One more FTE"))
        self._said = self.said("load_worth_said", "2")
        self._graph = GraphView(look, "load_worth_graph", _("What one more FTE at a seat is worth"))
        self._graph.picked.connect(lambda key: self.chosen.emit((key,)))
        self.column.addWidget(self._graph)

    def show_told(self, told: "LoadTold") -> None:
        """Rank the seats."""
        self._said.setText(" ".join(_asides(told)))
        before = min(told.capacity.wait_hours, LONGEST)
        rows = tuple(
            Row(seat, one.flow if one.flow > 0 else before - (one.wait or 0.0), shown=text, ink="accent", key=one.seat)
            for one, seat, text in told.worth_texts
            if (one.flow > 0) == (told.worth_texts[0][0].flow > 0)
        )
        self._graph.show_figure(Bars(rows) if rows else None)
        self._graph.setVisible(bool(rows))


def _asides(told: "LoadTold") -> Iterable[str]:
    worths = told.worths
    if not worths.seats:
        yield _("One more person anywhere would let nothing more through.")
        return
    if worths.seats[0].flow > 0:
        yield _("Where one more full-time person would win most:")
    else:
        yield _("All get through already; one more full-time person only shortens the wait:")
    if worths.asked < worths.possible:
        sentence = _("the {asked} fullest of {possible} seats at the bottleneck were looked at.")
        yield sentence.format(asked=worths.asked, possible=worths.possible)
