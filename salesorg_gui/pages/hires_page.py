"""Hiring plan: which seats to open in which order, and at which number each of them is due."""

from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.graphs.months import month_of_year
from salesorg_gui.i18n import _
from salesorg_gui.pages.figure_rows import FigureRows
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.graph_view import GraphView
from salesorg_gui.pages.hires_calendar import calendar
from salesorg_gui.pages.hires_growth import GrowthBar
from salesorg_gui.pages.hires_rows import OpeningRow
from salesorg_gui.pages.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesorg_gui.study.hiring.adding import NewSeat
    from salesorg_gui.study.hiring.openings import Opening
    from salesorg_gui.study.hiring.wording import Words

KIT = "kit"
FIGURES = ("months_over", "months_to_hire", "ramp_months", "cost_per_fte_month")


class HiresPage(Page):
    """The finding, growth to try out, a calendar, and the seats in their order."""

    def __init__(self, footing: Footing) -> None:
        super().__init__("hires", footing)
        self._words: Words | None = None
        self._tried: float | None = None
        self._open, self._has_added = "", False
        self.rows: list[OpeningRow] = []
        self._said = self.said("hires_said", "heading")
        self._outlook = self.said("hires_outlook", "small", "2")
        self.growth = GrowthBar(footing.ground)
        self.column.addWidget(self.growth)
        self._calendar_head = self.heading(_("Calendar"))
        self._calendar = GraphView(footing.ground.look, "hires_calendar", _("Calendar of the hires"))
        self.column.addWidget(self._calendar)
        self._rows_head = self.heading(_("Seats to open"))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(self._list)
        self._idle_head = self.heading(_("Open on the chart, and not needed yet"))
        self._idle = self.said("hires_idle", "small", "2")
        self._notes_head = self.heading(_("What is not known"))
        self._notes = self.said("hires_notes", "small", "2")
        self.heading(_("What is reckoned with"))
        self.column.addWidget(FigureRows(footing.ground, FIGURES, ["customers"]))
        self.growth.tried.connect(self._try)
        self._calendar.picked.connect(self._turn_to)
        footing.ground.session.changed.connect(lambda _change: self.growth.show_plan())
        self.growth.show_plan()
        self.thinks(self._reckon, self._tell)

    @property
    def opened_seat(self) -> SeatId | None:
        """The seat on the chart whose card is open."""
        openings = self._words.plan.openings if self._words is not None else ()
        return next((one.seat for one in openings if one.id == self._open), None)

    def rest(self) -> None:
        """Nobody looks: show nothing beforehand."""
        self.previewed.emit(None)
        super().rest()

    def commit(self) -> None:
        """Take over what is being typed, and the growth that is being tried."""
        super().commit()
        self.growth.keep()

    def _reckon(self, plan: Plan, chart: Chart) -> object:
        """The hiring plan in words; a sentence where nobody can tell."""
        from salesorg_gui.capacity.capacity import NoCapacity  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.study.hiring.hiring_plan import hiring_plan  # noqa: PLC0415
        from salesorg_gui.study.hiring.pace import NoHiringPlan  # noqa: PLC0415
        from salesorg_gui.study.hiring.wording import Words  # noqa: PLC0415

        catalogue, day = self.ground.vocabulary.shipped, today()
        try:
            capacity = self.footing.reckon(plan, chart)
            found = hiring_plan(plan, chart, catalogue, day, self._tried, capacity)
        except (NoHiringPlan, NoCapacity) as refusal:
            return str(refusal)
        return Words.of(found, plan, catalogue, day, month_of_year)

    def _tell(self, answer: object) -> None:
        words = None if isinstance(answer, str) else cast("Words", answer)
        self._words = words
        self._said.setText(answer if isinstance(answer, str) else words.sentence() if words else "")
        openings = words.plan.openings if words is not None else ()
        self._outlook.setText(words.outlook() if words is not None and openings else "")
        self._outlook.setVisible(bool(openings))
        figure = calendar(words) if words is not None else None
        self._calendar.show_figure(figure)
        for widget in (self._calendar_head, self._calendar):
            widget.setVisible(figure is not None)
        self._fill(openings)
        self._note(words)

    def _fill(self, openings: "Sequence[Opening]") -> None:
        """As many cards as seats; those that stand there are used again, so that the keyboard stays where it is."""
        while len(self.rows) < len(openings):
            self.rows.append(self._made(len(self.rows) + 1))
        while len(self.rows) > len(openings):  # a company that was large once must not be carried along for ever
            self._let_go(self.rows.pop())
        for row, one in zip(self.rows, openings, strict=True):
            if self._words is not None:
                row.show_opening(one, self._words, is_open=one.id == self._open)
        self._rows_head.setVisible(bool(openings))
        added = next((row for row in self.rows if row.id == self._open), None) if self._has_added else None
        if added is not None:  # the button that was pressed is gone; its place is taken by the next step
            self._has_added = False
            added.focus_kit()

    def _note(self, words: "Words | None") -> None:
        from salesorg_gui.study.hiring.wording import cut_short, missing  # noqa: PLC0415 -- with the first plan

        idle = [f"{words.title(one)}: {words.why(one)}" for one in words.plan.idle] if words is not None else []
        notes = [missing(gap) for gap in words.plan.gaps] if words is not None else []
        notes += [cut_short(words.plan)] if words is not None and words.plan.left_out else []
        for head, room, lines in ((self._idle_head, self._idle, idle), (self._notes_head, self._notes, notes)):
            room.setText("\n".join(lines))
            head.setVisible(bool(lines))
            room.setVisible(bool(lines))

    def _made(self, number: int) -> OpeningRow:
        row = OpeningRow(self.ground.look, number)
        row.opened.connect(self._turn_to)
        row.looked_at.connect(self._light)
        row.previewed.connect(self._preview)
        row.wanted.connect(self._add)
        row.kit_wanted.connect(self._print_kit)
        row.shown.connect(lambda one: self.picked.emit(Key(Kind.SEAT, one.seat)))
        self._list.addWidget(row)
        before: QWidget = self.rows[-1].stops[-1] if self.rows else self._calendar
        for stop in row.stops:  # what is made later would come last
            QWidget.setTabOrder(before, stop)
            before = stop
        return row

    def _let_go(self, row: OpeningRow) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()  # later: its own button may be what was pressed

    @guarded(None)
    def _try(self, growth: float | None) -> None:
        self._tried = growth
        self.think_again()

    @guarded(None)
    def _turn_to(self, id: str) -> None:
        """Open the card of a seat, and shut the one that was open."""
        self._open = id
        openings = self._words.plan.openings if self._words is not None else ()
        self._fill(openings)
        for row, one in zip(self.rows, openings, strict=False):
            if one.id == id:
                self._light(one)
                QTimer.singleShot(0, row, lambda row=row: self.ensureWidgetVisible(row))

    @guarded(None)
    def _light(self, one: "Opening | None") -> None:
        """Light up the seat, or where it would stand."""
        if one is None:
            self.lit.emit(frozenset())
        elif one.seat is not None:
            self.lit.emit(frozenset({Key(Kind.SEAT, one.seat)}))
        else:
            near = {Key(Kind.SEAT, one.spot.manager)} if one.spot.manager is not None else set()
            pod = {Key(Kind.POD, one.spot.pod)} if one.spot.pod is not None else set()
            self.lit.emit(frozenset(near | pod))

    @guarded(None)
    def _add(self, one: "Opening") -> None:
        """Put the seat on the chart, planned, and select it."""
        self.previewed.emit(None)
        new = self._new_seat(one)
        if new is not None and not self.ground.attempt(new.edit):
            self._open, self._has_added = f"seat:{new.seat}", True
            self.picked.emit(Key(Kind.SEAT, new.seat))

    @guarded(None)
    def _preview(self, one: "Opening | None") -> None:
        """Show the seat where it would stand."""
        new = self._new_seat(one) if one is not None else None
        self.previewed.emit(new.edit if new is not None else None)

    def _new_seat(self, one: "Opening") -> "NewSeat | None":
        from salesorg_gui.study.hiring.adding import planned_seat  # noqa: PLC0415 -- when somebody asks

        words = self._words
        if words is None or one.timing is None or one.seat is not None:
            return None
        return planned_seat(self.ground.chart, one, words.day(one.timing.start), words.title(one))

    @guarded(None)
    def _print_kit(self, one: "Opening") -> None:
        if one.seat is not None:
            self.picked.emit(Key(Kind.SEAT, one.seat))
            self.printed.emit(KIT)


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()
