"""How long it takes from an edit to a new picture, and to a new frame on the screen, in a company of 10 000 seats.

Frames are measured fitted, where all of the company is seen from afar, and in life size with the edited seat in sight,
in every view. A card that is typed on is shown before it is an edit, and a fold is none: both are measured too.
The yardstick is copying the map of seats, which the smallest edit of an immutable chart cannot do without.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks._timing import Case, print_table
from benchmarks.companies import company, member, region_of
from salesorg_gui.canvas.card_field import CardField
from salesorg_gui.canvas.keys.drafts import Drafts
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import AddSeat, Spot
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.lines import DrawHandoff, ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Remove, Revise
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId, PodId, RoleId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Seat
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SEATS, ROUNDS = 10_000, 5
HERE, THERE = 2, 400
WIDTH, HEIGHT = 1600, 1000

MOVED, LEAD, BOSS = SeatId(member(HERE, 4)), SeatId(member(HERE, 0)), SeatId(f"vp-{region_of(HERE)}")
EDITS: dict[str, Callable[[Chart], ChartEdit]] = {
    "a new title": lambda chart: Revise((replace(chart.seats[MOVED], title="Key seller"),), "Rename"),
    "a seat to another pod": lambda _chart: MoveSeats((MOVED,), PodId(f"pod{THERE:05}")),
    "another manager": lambda _chart: ReportTo((MOVED,), SeatId(member(THERE, 0))),
    "a handoff drawn": lambda _chart: DrawHandoff(
        Handoff(HandoffId("drawn"), MOVED, SeatId(member(HERE + 3, 4)), ObjectId("signed_customer"))
    ),
    "a report added": lambda _chart: AddSeat(
        Seat(SeatId("added"), RoleId("inbound_sdr"), pod=PodId(f"pod{HERE:05}")),
        Spot(SeatId(member(HERE, 0)), pod=PodId(f"pod{HERE:05}")),
        (LineId("l-added"),),
        "Add report",
    ),
    "a seat removed": lambda _chart: Remove((Key(Kind.SEAT, MOVED),), "Remove"),
}


def difference(change: Change) -> tuple[object, ...]:
    """Everything a follower asks of a change."""
    return change.seats, change.pods, change.segments, change.sources, change.lines, change.handoffs, change.added


@dataclass(slots=True)
class Following:
    """A picture that shows the company, and goes there and back between two states of it."""

    plan: Plan
    after: Chart
    picture: Picture
    at: Chart = field(init=False)

    def __post_init__(self) -> None:
        self.at = Chart()
        self.go(self.plan.first_chart)

    def go(self, chart: Chart) -> None:
        """Show another state."""
        self.picture.follow(Change(self.at, chart, self.plan, self.plan))
        self.at = chart

    def back(self) -> None:
        """Show the state before the edit again."""
        self.go(self.plan.first_chart)


def tables_of_pictures(plan: Plan, view: ViewKind) -> None:
    """Edit, difference and picture, each alone."""
    chart = plan.first_chart
    cases = [Case("copy the map of seats (yardstick)", lambda: dict(chart.seats))]
    for name, make in EDITS.items():
        edit = make(chart)
        after = edit.apply(chart)
        following = Following(plan, after, Picture(load(), view))
        cases += [
            Case(f"{name}: edit", lambda edit=edit: edit.apply(chart)),  # type: ignore[misc]
            Case(f"{name}: difference", lambda after=after: difference(Change(chart, after, plan, plan))),  # type: ignore[misc]
            Case(f"{name}: picture follows", lambda it=following: it.go(it.after), following.back),  # type: ignore[misc]
        ]
    print_table(f"{SEATS} seats, {view.value}, without a toolkit", cases, ROUNDS)


@dataclass(frozen=True, slots=True)
class Stage:
    """The real view with the company on it, without a screen."""

    plan: Plan
    session: Session
    view: ChartView

    @property
    def field(self) -> CardField:
        """Where one types on a card."""
        found = self.view.findChild(CardField)
        assert isinstance(found, CardField)
        return found

    def perform(self, edit: ChartEdit) -> None:
        """Make an edit and paint what it led to."""
        self.session.perform(edit)
        self.view.viewport().repaint()

    def fold(self) -> None:
        """Fold a large branch and paint."""
        self.view.fold(frozenset({BOSS}))
        self.view.viewport().repaint()

    def open_card(self) -> None:
        """Open a card to type on, as Tab does, and paint."""
        drafts = Drafts(self.session.chart, self.view.picture.layout, self.view.words)
        self.view.type_on(drafts.report_of(Key(Kind.SEAT, LEAD)))
        self.view.viewport().repaint()

    def type(self) -> None:
        """Type a letter on the open card and paint."""
        QTest.keyClicks(self.field, "s")
        self.view.viewport().repaint()

    def take(self) -> None:
        """Keep what was typed, as Enter does, and paint."""
        QTest.keyClick(self.field, Qt.Key.Key_Return)
        self.view.viewport().repaint()

    def undone(self) -> None:
        """As it was at first, painted."""
        self.view.give_up_typing()
        self.view.fold(frozenset())
        while self.session.plan is not self.plan:
            self.session.undo()
        self.session.selection.clear()
        QApplication.processEvents()

    def opened(self) -> None:
        """The same, with a card open to type on."""
        self.undone()
        self.open_card()
        QApplication.processEvents()

    def typed(self) -> None:
        """The same, with a letter on it."""
        self.opened()
        self.type()

    def cases(self, view: ViewKind) -> list[Case]:
        """Everything that is measured in a view, after the yardstick."""
        cases = [Case("copy the map of seats (yardstick)", lambda: dict(self.plan.first_chart.seats))]
        for name, make in EDITS.items():
            edit = make(self.plan.first_chart)
            cases.append(Case(name, lambda edit=edit: self.perform(edit), self.undone))  # type: ignore[misc]
        cases += [
            Case("a card opened to type on", self.open_card, self.undone),
            Case("a letter typed on it", self.type, self.opened),
            Case("the typed card kept", self.take, self.typed),
        ]
        return [*cases, Case("a branch folded", self.fold, self.undone)] if view is ViewKind.REPORTING else cases


def stage_with(plan: Plan) -> Stage:
    """A view of a company."""
    session = Session(plan)
    view = ChartView(session, load(), theme(ThemeName.LIGHT))
    view.set_reduced_motion(True)
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()
    return Stage(plan, session, view)


def tables_of_frames(plan: Plan) -> None:
    """Edit to painted frame."""
    application = QApplication.instance() or QApplication([])
    stage = stage_with(plan)
    view = stage.view
    for kind in ViewKind:
        view.show_view(kind)
        for distance, look in (("fitted", view.fit), ("in life size", view.zoom_reset)):
            look()
            if look == view.zoom_reset:
                view.reveal([Key(Kind.SEAT, MOVED)])
            application.processEvents()
            title = f"To the painted frame: {SEATS} seats, {kind.value}, {distance} at {WIDTH} x {HEIGHT}"
            print_table(title, stage.cases(kind), ROUNDS)
    view.close()


def main() -> int:
    """Print the tables."""
    plan = company(SEATS)
    for view in (ViewKind.BOARD, ViewKind.REPORTING):
        tables_of_pictures(plan, view)
    tables_of_frames(plan)
    return 0


if __name__ == "__main__":
    sys.exit(main())
