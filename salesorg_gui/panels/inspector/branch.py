"""How a seat and those below it stand in the reporting view; for one seat or several at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.domain.edits.branches import MakeAssistant, StyleBranch
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import FEWEST_COLUMNS, MOST_COLUMNS, BranchStyle, Line, Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, Tick
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.relations import common

AS_FITS = "as_fits"


def style_choices() -> tuple[Choice, ...]:
    """The styles, columns with their number."""
    columns = (
        Choice(f"{BranchStyle.COLUMNS}:{count}", _("{count} columns").format(count=count))
        for count in range(FEWEST_COLUMNS, MOST_COLUMNS + 1)
    )
    return (
        Choice(AS_FITS, _("As fits")),
        Choice(BranchStyle.WIDE, _("Wide")),
        Choice(BranchStyle.COLUMNS, _("Columns")),
        *columns,
        Choice(BranchStyle.HANG_RIGHT, _("Hang right")),
        Choice(BranchStyle.HANG_LEFT, _("Hang left")),
    )


def _value(seat: Seat) -> str:
    if seat.branch is BranchStyle.COLUMNS and seat.columns:
        return f"{BranchStyle.COLUMNS}:{seat.columns}"
    return seat.branch.value or AS_FITS


class Branch(QWidget):
    """A row for those who lead, and a tick for those who have a manager."""

    def __init__(self, ground: Ground, seats: Callable[[], tuple[Seat, ...]]) -> None:
        super().__init__()
        self._ground, self._seats = ground, seats
        self._style = Chooser(ground.look, "inspector_branch", _("Reports stand"))
        self._row = FieldRow(_("Reports stand"), self._style)
        self._assistant = Tick(ground.look, _("Assistant of the manager"), "inspector_assistant")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._row)
        column.addWidget(self._assistant)
        self._style.chosen.connect(self._choose)
        self._assistant.ticked.connect(self._assist)

    def fill(self, seats: tuple[Seat, ...]) -> None:
        """Show how these seats stand."""
        leaders, lines = self._leaders(), self._lines()
        self._row.setVisible(bool(leaders))
        self._assistant.setVisible(bool(lines))
        self._style.show_choices(style_choices(), common([_value(seat) for seat in seats if seat.id in leaders]))
        self._assistant.setChecked(bool(lines) and all(line.is_assistant for line in lines))

    def _leaders(self) -> tuple[SeatId, ...]:
        chart = self._ground.chart
        return tuple(seat.id for seat in self._seats() if chart.reports_of(seat.id))

    def _lines(self) -> list[Line]:
        up = self._ground.chart.lines_up
        return [up[seat.id][0] for seat in self._seats() if seat.id in up]

    def _choose(self, value: str) -> None:
        style, _colon, columns = value.partition(":")
        wanted = BranchStyle("" if style == AS_FITS else style)
        self._ground.attempt(StyleBranch(self._leaders(), wanted, int(columns or 0)))

    def _assist(self, wanted: bool) -> None:
        edits: tuple[ChartEdit, ...] = tuple(MakeAssistant(line.id, wanted) for line in self._lines())
        self._ground.attempt(Together(edits[0].label, edits))
