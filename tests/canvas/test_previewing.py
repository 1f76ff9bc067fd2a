"""An edit is shown on the chart before anybody makes it, and leaves no trace when nobody does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.building import AddSeat, Spot
from salesorg_gui.domain.edits.edit import ChartEdit, Together
from salesorg_gui.domain.edits.lines import DrawHandoff, ReportTo
from salesorg_gui.domain.edits.plan import SetAnswer
from salesorg_gui.domain.edits.records import Remove, Revise
from salesorg_gui.domain.ids import Key, Kind, LineId, RoleId, SeatId
from salesorg_gui.domain.records import Seat, Status
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.session import Session
from tests.builders import ADA, BO, CY, DI, HEAD, NORTH, handoff
from tests.mouse import Mouse

NEW = SeatId("new")
ADD = AddSeat(Seat(NEW, RoleId("pod_lead"), status=Status.OPEN), Spot(HEAD), (LineId("line"),), "Add a pod lead")
TURN = ReportTo((CY,), BO)
DRAW = DrawHandoff(handoff(ADA, CY, "signed_customer"))
DROP = Remove((Key(Kind.HANDOFF, f"{ADA}>{BO}"),), "Delete the handoff")
LEAVE = Remove((Key(Kind.SEAT, DI),), "Remove the seat")


def previewing(view: ChartView) -> bool:
    return view.is_previewing


def shown_seats(view: ChartView) -> set[str]:
    return {key.id for key in view.picture.layout.cards if key.kind is Kind.SEAT}


@pytest.mark.parametrize("kind", ViewKind)
@pytest.mark.parametrize("edit", [ADD, TURN, DRAW, DROP, LEAVE], ids=lambda edit: edit.label)
def test_the_document_is_not_touched_and_the_picture_is_as_before(
    view: ChartView, session: Session, kind: ViewKind, edit: ChartEdit
) -> None:
    view.show_view(kind)
    plan, layout, image = session.plan, view.picture.layout, view.viewport().grab().toImage()
    view.show_preview(edit)
    assert previewing(view)
    assert session.plan is plan
    assert session.undo_label is None
    assert view.viewport().grab().toImage() != image
    view.show_preview(None)
    assert view.picture.layout.cards == layout.cards
    assert view.picture.keys == {Key(kind, id) for kind in Kind for id in session.chart.records(kind)} - {
        Key(Kind.HIRE, "hire")
    }
    assert view.viewport().grab().toImage() == image


def test_what_would_come_is_seen_where_it_would_stand(view: ChartView) -> None:
    view.show_preview(ADD)
    assert NEW in shown_seats(view)
    outlook = view.outlook
    assert outlook is not None
    assert Key(Kind.SEAT, NEW) in outlook.cards
    assert Key(Kind.LINE, "line") in outlook.edges


def test_a_line_that_would_lead_elsewhere_is_struck_where_it_was(view: ChartView) -> None:
    view.show_view(ViewKind.REPORTING)
    view.show_preview(TURN)
    outlook = view.outlook
    assert outlook is not None
    assert [lost.start for lost in outlook.lost] == [HEAD]
    assert outlook.edges == {Key(Kind.LINE, f"{CY}-{HEAD}")}
    assert Key(Kind.SEAT, CY) in outlook.cards


def test_a_wire_others_still_take_is_not_struck(view: ChartView) -> None:
    view.show_preview(Remove((Key(Kind.LINE, f"{ADA}-{HEAD}"),), "Take the line away"))
    outlook = view.outlook
    assert outlook is not None
    assert not outlook.lost


def test_the_note_says_what_would_be_done(view: ChartView) -> None:
    notes: list[str] = []
    view.status.connect(notes.append)
    view.show_preview(TURN)
    view.show_preview(None)
    view.show_preview(TURN, with_note=False)
    assert notes == ["Change manager", ""]


def test_escape_takes_it_away_and_nothing_else(view: ChartView, session: Session) -> None:
    session.selection.select([Key(Kind.SEAT, ADA)])
    view.show_preview(DRAW)
    QTest.keyClick(view, Qt.Key.Key_Control)
    assert previewing(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not previewing(view)
    assert session.selection.keys == {Key(Kind.SEAT, ADA)}


def test_another_key_and_a_press_end_it_and_do_what_they_do(view: ChartView, session: Session, mouse: Mouse) -> None:
    view.show_preview(ADD)
    spot = view.to_viewport(view.picture.layout.cards[Key(Kind.SEAT, NEW)].centre)
    mouse.click(view.to_chart(spot))
    assert not previewing(view)
    assert Key(Kind.SEAT, NEW) not in session.selection.keys
    session.selection.select([Key(Kind.SEAT, ADA)])
    view.show_preview(DRAW)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert ADA not in session.chart.seats


def test_making_the_edit_that_is_shown_moves_nothing(view: ChartView, session: Session) -> None:
    view.show_preview(ADD)
    before = view.picture.layout.cards
    changes: list[bool] = []
    view.preview_changed.connect(changes.append)
    assert session.perform(ADD)
    assert changes == [False]
    assert not previewing(view)
    assert view.picture.layout.cards == before
    session.undo()
    assert NEW not in shown_seats(view)


def test_it_may_end_while_what_is_selected_goes_away(view: ChartView, session: Session) -> None:
    """The selection lets go of what is undone before anybody hears of the change, and a panel may end its preview."""
    session.perform(ADD)
    session.selection.select([Key(Kind.SEAT, NEW)])
    view.show_preview(TURN)
    session.selection.changed.connect(lambda: view.show_preview(None))
    session.undo()
    assert view.picture.chart is session.chart
    assert NEW not in shown_seats(view)
    assert session.perform(Remove((Key(Kind.LINE, f"{CY}-{HEAD}"),), "Take the line away"))
    assert view.picture.chart is session.chart


def test_it_may_begin_while_what_is_selected_goes_away(view: ChartView, session: Session) -> None:
    session.perform(ADD)
    session.selection.select([Key(Kind.SEAT, NEW)])
    session.selection.changed.connect(lambda: view.show_preview(TURN))
    session.undo()
    assert view.picture.chart is session.chart
    assert not previewing(view)
    assert NEW not in shown_seats(view)


def test_another_edit_replaces_it(view: ChartView) -> None:
    view.show_preview(ADD)
    view.show_preview(TURN)
    assert NEW not in shown_seats(view)
    assert previewing(view)


def test_a_refused_edit_and_one_that_draws_nothing_are_not_shown(view: ChartView) -> None:
    for edit in (ReportTo((HEAD,), ADA), SetAnswer("employees", 9), Together("Nothing", ())):
        view.show_preview(edit)
        assert not previewing(view)


def test_another_view_a_fold_and_typing_end_it(view: ChartView) -> None:
    view.show_preview(ADD)
    view.show_view(ViewKind.REPORTING)
    assert not previewing(view)
    view.show_preview(ADD)
    view.fold(frozenset([HEAD]))
    assert not previewing(view)


@pytest.mark.parametrize("zoom", [0.08, 0.2, 0.5, 1.0, 2.0])
def test_it_is_seen_from_near_and_far(view: ChartView, zoom: float) -> None:
    view.zoom_at(zoom, view.to_viewport(view.picture.layout.cards[Key(Kind.SEAT, HEAD)].centre))
    before = view.viewport().grab().toImage()
    view.show_preview(Together("Both", (DRAW, LEAVE, ADD)))
    assert view.viewport().grab().toImage() != before


def test_a_pod_that_would_be_renamed_wears_the_ring(view: ChartView, session: Session) -> None:
    view.show_preview(Revise((replace(session.chart.pods[NORTH], title="West"),), "Rename"))
    outlook = view.outlook
    assert outlook is not None
    assert outlook.cards == {Key(Kind.POD, NORTH)}


def test_a_seat_that_would_go_stays_in_its_place_struck_out(view: ChartView) -> None:
    before = view.picture.layout.cards
    view.show_preview(Remove((Key(Kind.SEAT, ADA),), "Remove the seat"))
    assert view.outlook is not None
    assert view.outlook.gone == {Key(Kind.SEAT, ADA)}
    assert view.picture.layout.cards == before
