"""How long it takes from an edit to a new picture, and to a new frame on the screen, in a company of 10 000 seats.

Frames are measured fitted, where all of the company is seen from afar, and in life size, in every view.
The yardstick is copying the map of seats, which the smallest edit of an immutable chart cannot do without.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from benchmarks._timing import Case, print_table
from benchmarks.companies import company, member
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.lines import DrawHandoff, ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.records import Remove, Revise
from salesorg_gui.domain.ids import HandoffId, Key, Kind, ObjectId, PodId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff
from salesorg_gui.layout.layout import ViewKind

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SEATS, ROUNDS = 10_000, 5
HERE, THERE = 2, 400
WIDTH, HEIGHT = 1600, 1000

MOVED = SeatId(member(HERE, 4))
EDITS: dict[str, Callable[[Chart], ChartEdit]] = {
    "a new title": lambda chart: Revise((replace(chart.seats[MOVED], title="Key seller"),), "Rename"),
    "a seat to another pod": lambda _chart: MoveSeats((MOVED,), PodId(f"pod{THERE:05}")),
    "another manager": lambda _chart: ReportTo((MOVED,), SeatId(member(THERE, 0))),
    "a handoff drawn": lambda _chart: DrawHandoff(
        Handoff(HandoffId("drawn"), MOVED, SeatId(member(HERE + 3, 4)), ObjectId("signed_customer"))
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


def table_of_frames(plan: Plan) -> None:
    """Edit to painted frame, in the real view, without a screen."""
    from PySide6.QtWidgets import QApplication

    from salesorg_gui.canvas.view import ChartView
    from salesorg_gui.drawing.theme import ThemeName, theme
    from salesorg_gui.session.session import Session

    application = QApplication.instance() or QApplication([])
    session = Session(plan)
    view = ChartView(session, load(), theme(ThemeName.LIGHT))
    view.set_reduced_motion(True)
    view.resize(WIDTH, HEIGHT)
    view.show()
    application.processEvents()

    def perform(edit: ChartEdit) -> None:
        session.perform(edit)
        view.viewport().repaint()

    def undone() -> None:
        while session.plan is not plan:
            session.undo()
        application.processEvents()

    cases = [Case("copy the map of seats (yardstick)", lambda: dict(plan.first_chart.seats))]
    for name, make in EDITS.items():
        edit = make(plan.first_chart)
        cases.append(Case(f"{name}: edit to painted frame", lambda edit=edit: perform(edit), undone))  # type: ignore[misc]
    for kind in (ViewKind.BOARD, ViewKind.REPORTING):
        view.show_view(kind)
        for distance, look in (("fitted", view.fit), ("in life size", view.zoom_reset)):
            look()
            application.processEvents()
            print_table(f"{SEATS} seats, {kind.value}, {distance} at {WIDTH} x {HEIGHT}", cases, ROUNDS)
    view.close()


def main() -> int:
    """Print the tables."""
    plan = company(SEATS)
    for view in (ViewKind.BOARD, ViewKind.REPORTING):
        tables_of_pictures(plan, view)
    table_of_frames(plan)
    return 0


if __name__ == "__main__":
    sys.exit(main())
