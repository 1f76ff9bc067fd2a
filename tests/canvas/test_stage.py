"""The chart on a stage: as a slide says, whatever has become of what it names; live, and never edited."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.stage import FOOT, LARGE, SIDE, TOP, Stage, staged
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.edits.plan import AddChart, RemoveChart
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import ChartId, Key, Kind, SlideId
from salesorg_gui.domain.slides import Room, Slide
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.audience import Audience
from salesorg_gui.session.session import Session
from tests.at_rest import nothing_left_behind
from tests.builders import ADA, BO, HEAD, NORTH
from tests.mouse import seat

LEFT = Qt.MouseButton.LeftButton
ALL = Slide(SlideId("all"))


@pytest.fixture
def audience(session: Session) -> Audience:
    return Audience(session)


@pytest.fixture
def stage(qtbot: QtBot, audience: Audience, catalogue: Catalogue) -> Iterator[Stage]:
    with nothing_left_behind():
        stage = Stage(audience, catalogue, theme(ThemeName.LIGHT))
        stage.set_reduced_motion(True)
        stage.resize(1600, 900)
        with qtbot.waitExposed(stage):
            stage.show()
        stage.show_slide(ALL)
        yield stage
        stage.close()
        stage.deleteLater()


def worn(stage: Stage) -> tuple[ViewKind, ColourBy]:
    return stage.picture.view, stage.picture.looks.by


def on_screen(stage: Stage, rect: Rect) -> Rect:
    return stage.camera.shown(rect)


def test_the_whole_chart_stands_clear_of_the_sides_and_of_what_floats_at_the_foot(stage: Stage) -> None:
    shown = on_screen(stage, stage.picture.layout.bounds)
    assert shown.x >= SIDE - 1e-6
    assert shown.right <= 1600 - SIDE + 1e-6
    assert shown.y >= TOP - 1e-6
    assert shown.bottom <= 900 - FOOT + 1e-6


def test_a_small_part_is_shown_large_but_no_larger() -> None:
    assert staged(Rect(0, 0, 10, 10), 1600, 900).zoom == LARGE
    assert staged(Rect(0, 0, 10, 10), 3200, 2000).zoom == 2 * LARGE
    assert staged(Rect(0, 0, 10_000, 10), 1600, 900).zoom == pytest.approx((1600 - 2 * SIDE) / 10_000)
    assert staged(Rect(0, 0, 10_000, 10), 1, 1).zoom > 0


def test_a_slide_shows_its_view_its_part_and_its_colours(stage: Stage) -> None:
    stage.show_slide(replace(ALL, view="reporting", room=Room(0, 0, 400, 300), colour="pod"))
    assert worn(stage) == (ViewKind.REPORTING, ColourBy.POD)
    middle = on_screen(stage, Rect(0, 0, 400, 300)).centre
    assert middle.x == pytest.approx(800)
    stage.show_slide(ALL)
    assert worn(stage) == (ViewKind.BOARD, ColourBy.PURPOSE)


def test_a_slide_folds_and_dims(stage: Stage) -> None:
    stage.show_slide(replace(ALL, view="reporting", folded=(HEAD,), spotlight=(seat(HEAD),)))
    assert stage.folded == {HEAD}
    assert seat(ADA) not in stage.picture.layout.cards
    assert stage.light.clear == frozenset([seat(HEAD)])
    stage.show_slide(ALL)
    assert stage.light.clear is None


def test_what_a_slide_names_and_is_gone_is_passed_over(stage: Stage) -> None:
    gone = replace(ALL, chart=ChartId("gone"), view="hologram", colour="mood", folded=(BO,), spotlight=(seat("gone"),))
    stage.show_slide(gone)
    assert stage.picture.view is ViewKind.BOARD
    assert stage.light.clear is None
    assert stage.picture.chart is stage.session.plan.first_chart


def test_the_stage_follows_edits_and_keeps_the_slide_in_place(stage: Stage, session: Session) -> None:
    stage.show_slide(replace(ALL, spotlight=(Key(Kind.POD, NORTH),)))
    assert stage.light.clear is not None
    assert seat(ADA) in stage.light.clear
    session.perform(Remove((seat(ADA),), "Remove"))
    assert seat(ADA) not in stage.picture.layout.cards
    assert stage.light.clear is not None
    assert seat(ADA) not in stage.light.clear
    shown = on_screen(stage, stage.picture.layout.bounds)
    assert shown.bottom <= 900 - FOOT + 1e-6
    session.undo()
    assert seat(ADA) in stage.light.clear


def test_an_edit_does_not_move_what_a_hand_has_moved(stage: Stage, session: Session) -> None:
    port = stage.viewport()
    QTest.mousePress(port, LEFT, pos=QPoint(800, 400))
    QTest.mouseMove(port, QPoint(830, 400))
    QTest.mouseMove(port, QPoint(900, 450))
    QTest.mouseRelease(port, LEFT, pos=QPoint(900, 450))
    camera = stage.camera
    session.perform(Remove((seat(BO),), "Remove"))
    assert stage.camera == camera


def test_an_audience_edits_nothing_and_keeps_its_own_chart_and_selection(session: Session, audience: Audience) -> None:
    session.perform(AddChart(replace(session.chart, id=ChartId("other"), title="Other", order=1)))
    session.show_chart(ChartId("other"))
    assert audience.chart.id != "other"
    audience.selection.select([seat(ADA)])
    assert not session.selection.keys
    assert not audience.perform(Remove((seat(ADA),), "Remove"))
    audience.show_chart(ChartId("other"))
    session.perform(RemoveChart(ChartId("other")))
    assert audience.chart is session.plan.first_chart


def test_who_has_left_follows_no_more(session: Session, audience: Audience) -> None:
    audience.leave()
    session.perform(Remove((seat(ADA),), "Remove"))
    assert ADA in audience.chart.seats


def test_a_press_tells_what_it_was_on(stage: Stage, qtbot: QtBot) -> None:
    spot = stage.to_viewport(stage.picture.layout.cards[seat(ADA)].centre).toPoint()
    with qtbot.waitSignal(stage.clicked) as told:
        QTest.mouseClick(stage.viewport(), LEFT, pos=spot)
    assert told.args == [seat(ADA)]
    with qtbot.waitSignal(stage.clicked) as told:
        QTest.mouseClick(stage.viewport(), LEFT, pos=QPoint(2, 2))
    assert told.args == [None]


def test_handoffs_come_and_go(stage: Stage) -> None:
    handoff = Key(Kind.HANDOFF, next(iter(stage.picture.chart.handoffs)))
    everywhere = stage.picture.layout.bounds.grown(500)
    assert handoff not in stage.picture.edges_in(everywhere)
    stage.show_handoffs(wanted=True)
    assert handoff in stage.picture.edges_in(everywhere)
    stage.show_handoffs(wanted=False)
    assert handoff not in stage.picture.edges_in(everywhere)
