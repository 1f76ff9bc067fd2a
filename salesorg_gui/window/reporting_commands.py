"""Folding branches of the reporting view, and letting them stand in another way."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.edits.branches import MakeAssistant, StyleBranch
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.records import FEWEST_COLUMNS, MOST_COLUMNS, BranchStyle, Line
from salesorg_gui.i18n import _
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import caption
from salesorg_gui.window.actions import Actions, Command
from salesorg_gui.window.style_bar import StyleBar
from salesorg_gui.window.surface import Surface
from salesorg_gui.window.view_commands import ViewCommands

STYLES = {
    BranchStyle.AUTO: "branch_auto",
    BranchStyle.WIDE: "branch_wide",
    BranchStyle.COLUMNS: "branch_columns",
    BranchStyle.HANG_RIGHT: "branch_hang_right",
    BranchStyle.HANG_LEFT: "branch_hang_left",
}
USUAL_COLUMNS = 2
FOLDING = ("fold", "fold_below", "unfold_all")


class ReportingCommands(QObject):
    """Acts on the selected seats that lead somebody; keeps its actions in step with them."""

    def __init__(self, surface: Surface, actions: Actions, ground: Ground, views: ViewCommands) -> None:
        super().__init__(surface.canvas)
        self._canvas, self._status = surface.canvas, surface.status
        self._actions, self._session = actions, ground.session
        self.bar = StyleBar(surface.canvas, ground.look)
        self.bar.chosen.connect(lambda value: self.style(BranchStyle(value)))
        self.bar.columns_wanted.connect(self._stand_in)
        self.bar.fold_wanted.connect(self.fold)
        self._canvas.tapped.connect(self.fold)
        ground.session.changed.connect(self._follow)
        ground.session.selection.changed.connect(self._follow)
        views.kind_changed.connect(self._follow)
        self._name_key()
        self._follow()

    def by_action(self) -> dict[str, Command]:
        """The command behind each action of branches."""
        return {
            "fold": self.fold,
            "fold_below": self.fold_below,
            "unfold_all": lambda: self._canvas.fold(frozenset()),
            **{id: self._styling(style) for style, id in STYLES.items()},
            "cycle_branch": self.cycle,
            "more_columns": lambda: self.step_columns(1),
            "fewer_columns": lambda: self.step_columns(-1),
            "assistant": self.make_assistant,
        }

    def fold(self) -> None:
        """Fold the selected branches, or unfold them when all are folded."""
        leaders = frozenset(self._leaders())
        if not leaders or not self._is_reporting:
            return
        folded = self._canvas.folded
        self._canvas.fold(folded - leaders if leaders <= folded else folded | leaders)

    def fold_below(self) -> None:
        """Show no more than the direct reports of the selected seats; without any, of those above all."""
        chart = self._session.chart
        tops = self._leaders() or [seat for seat in chart.seats if chart.manager_of(seat) is None]
        below = {report for top in tops for report in chart.reports_of(top) if chart.reports_of(report)}
        self._canvas.fold((self._canvas.folded - frozenset(tops)) | below)

    def style(self, style: BranchStyle) -> None:
        """Let the reports of the selected seats stand in this style."""
        leaders = self._leaders()
        if leaders:
            self._session.perform(StyleBranch(leaders, style, self._columns()))

    def cycle(self) -> None:
        """The next style, in the order of the menu."""
        leaders = self._leaders()
        if leaders:
            order = list(STYLES)
            at = order.index(self._session.chart.seats[leaders[0]].branch)
            self.style(order[(at + 1) % len(order)])

    def step_columns(self, by: int) -> None:
        """One column more or less."""
        self._stand_in((self._columns() or USUAL_COLUMNS) + by)

    def make_assistant(self) -> None:
        """Stand the selected reports beside their manager, or below again when all stand beside."""
        lines = self._lines_up()
        wanted = not all(line.is_assistant for line in lines)
        edits: list[ChartEdit] = [MakeAssistant(line.id, wanted) for line in lines]
        if edits:
            self._session.perform(Together(edits[0].label, tuple(edits)))
        else:
            self._status.say(_("An assistant has a manager to stand beside."))
        self._follow()

    @property
    def _is_reporting(self) -> bool:
        return self._canvas.picture.view is ViewKind.REPORTING

    def _stand_in(self, columns: int) -> None:
        leaders = self._leaders()
        if leaders:
            columns = min(max(columns, FEWEST_COLUMNS), MOST_COLUMNS)
            self._session.perform(StyleBranch(leaders, BranchStyle.COLUMNS, columns))

    def _columns(self) -> int:
        leaders = self._leaders()
        return self._session.chart.seats[leaders[0]].columns if leaders else 0

    def _styling(self, style: BranchStyle) -> Command:
        return lambda: self.style(style)

    def _seats(self) -> Iterable[SeatId]:
        """The selected seats, the one in focus first."""
        selection = self._session.selection
        keys = sorted(selection.keys, key=lambda key: (key != selection.focus, key))
        return (SeatId(key.id) for key in keys if key.kind is Kind.SEAT)

    def _leaders(self) -> tuple[SeatId, ...]:
        reports_of = self._session.chart.reports_of
        return tuple(seat for seat in self._seats() if reports_of(seat))

    def _lines_up(self) -> list[Line]:
        lines_up = self._session.chart.lines_up
        return [lines_up[seat][0] for seat in self._seats() if seat in lines_up]

    @guarded(None)
    def _follow(self, _what: object = None) -> None:
        """Let the actions and the bar say what is selected."""
        leaders, lines, is_reporting = self._leaders(), self._lines_up(), self._is_reporting
        for id in (*STYLES.values(), "more_columns", "fewer_columns"):
            self._actions[id].setEnabled(bool(leaders))
        self._actions["cycle_branch"].setEnabled(bool(leaders) and is_reporting)
        for id in FOLDING:
            self._actions[id].setEnabled(is_reporting)
        self._actions["assistant"].setEnabled(bool(lines))
        self._actions["assistant"].setChecked(bool(lines) and all(line.is_assistant for line in lines))
        styles = {self._session.chart.seats[leader].branch for leader in leaders}
        for style, id in STYLES.items():
            self._actions[id].setChecked(styles == {style})
        is_one = is_reporting and len(leaders) == 1 and len(self._session.selection.keys) == 1
        if is_one:
            self.bar.show_seat(Key(Kind.SEAT, leaders[0]), self._session.chart.seats[leaders[0]])
        else:
            self.bar.leave()

    def _name_key(self) -> None:
        """The space bar pans while it is held: the canvas itself tells a tap from that, the menu only names the key."""
        action = self._actions["fold"]
        action.setShortcuts([])
        action.setText(f"{caption(_('Fold branch'))}\t{_('Space')}")
