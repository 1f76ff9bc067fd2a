"""The presentation: slides on a whole screen, stepped by keys, live, and over when one leaves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from salesorg_gui.domain.edits.plan import AddChart, RemoveChart
from salesorg_gui.domain.edits.slides import AddSlide, MoveSlide, RemoveSlide, ReviseSlide
from salesorg_gui.domain.ids import ChartId, Key, Kind, SlideId
from salesorg_gui.domain.slides import Slide
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.session import Session
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.presenter import Presenter
from tests.panels.conftest import SDR, SELLER

LEFT = Qt.MouseButton.LeftButton
ONE, TWO, THREE = (
    Slide(SlideId("one"), "First", "It begins"),
    Slide(SlideId("two"), "Second", view="reporting"),
    Slide(SlideId("three"), "Third", spotlight=(Key(Kind.SEAT, SDR),)),
)


@pytest.fixture
def session(window: MainWindow) -> Session:
    """With three slides."""
    session = window.parts.ground.session
    for slide in (ONE, TWO, THREE):
        session.perform(AddSlide(slide))
    return session


@pytest.fixture
def presenter(window: MainWindow, session: Session) -> Presenter:
    """On the first of them."""
    window.actions_table["present"].trigger()
    assert window.slides.presenter is not None
    return window.slides.presenter


def words(presenter: Presenter, name: str) -> str:
    label = presenter.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if not label.isHidden() else ""


def strike(presenter: Presenter, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(presenter, key)


def clear(presenter: Presenter) -> set[str] | None:
    """The seats that are not dimmed; ``None`` while nothing is."""
    found = presenter.stage.light.clear
    return None if found is None else {key.id for key in found if key.kind is Kind.SEAT}


def shows_handoffs(presenter: Presenter) -> bool:
    return presenter.stage.slide is not None and presenter.stage.slide.all_handoffs


def is_blank(presenter: Presenter) -> bool:
    return presenter.is_blank


def button(presenter: Presenter, name: str) -> QToolButton:
    found = presenter.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def test_it_fills_the_screen_with_title_note_and_place(presenter: Presenter) -> None:
    assert presenter.isFullScreen()
    assert words(presenter, "slide_title") == "First"
    assert words(presenter, "slide_note") == "It begins"
    assert words(presenter, "dock_counter") == "1 of 3"


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down])
def test_keys_step_on(presenter: Presenter, key: Qt.Key) -> None:
    strike(presenter, key)
    assert words(presenter, "slide_title") == "Second"
    assert presenter.stage.picture.view is ViewKind.REPORTING


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Backspace])
def test_keys_step_back(presenter: Presenter, key: Qt.Key) -> None:
    strike(presenter, Qt.Key.Key_End, key)
    assert presenter.place == 1


def test_steps_end_at_the_ends(presenter: Presenter) -> None:
    strike(presenter, Qt.Key.Key_Left)
    assert presenter.place == 0
    strike(presenter, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert presenter.place == 2
    strike(presenter, Qt.Key.Key_Home)
    assert presenter.place == 0
    assert not button(presenter, "dock_previous").isEnabled()


def test_digits_and_enter_go_to_a_slide(presenter: Presenter) -> None:
    QTest.keyClicks(presenter, "3")
    assert words(presenter, "dock_counter") == "Go to 3"
    strike(presenter, Qt.Key.Key_Return)
    assert presenter.place == 2
    QTest.keyClicks(presenter, "99")
    strike(presenter, Qt.Key.Key_Enter)
    assert presenter.place == 2
    QTest.keyClicks(presenter, "1")
    strike(presenter, Qt.Key.Key_Left)
    assert presenter.place == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_a_key_leaves_and_the_editor_is_as_it_was(window: MainWindow, presenter: Presenter, key: Qt.Key) -> None:
    strike(presenter, Qt.Key.Key_Right)
    strike(presenter, key)
    assert window.slides.presenter is None
    assert window.surface.canvas.picture.view is ViewKind.BOARD
    assert window.surface.canvas.light.clear is None


def test_b_blanks_the_screen_and_any_key_brings_it_back(presenter: Presenter) -> None:
    strike(presenter, Qt.Key.Key_B)
    assert is_blank(presenter)
    strike(presenter, Qt.Key.Key_Right)
    assert not is_blank(presenter)
    assert presenter.place == 0


def test_the_spotlight_of_a_slide_dims_the_rest(presenter: Presenter) -> None:
    strike(presenter, Qt.Key.Key_End)
    assert clear(presenter) == {SDR}


def test_with_the_spotlight_in_hand_a_press_keeps_a_card_clear(presenter: Presenter) -> None:
    stage = presenter.stage

    def press(seat: str) -> None:
        spot = stage.to_viewport(stage.picture.layout.cards[Key(Kind.SEAT, seat)].centre).toPoint()
        QTest.mouseClick(stage.viewport(), LEFT, pos=spot)

    strike(presenter, Qt.Key.Key_S)
    assert button(presenter, "dock_spotlight").isChecked()
    press(SELLER)
    press(SDR)
    assert clear(presenter) == {SELLER, SDR}
    press(SDR)
    press(SELLER)
    assert clear(presenter) is None
    assert presenter.place == 0


def test_without_it_a_press_goes_on(presenter: Presenter) -> None:
    QTest.mouseClick(presenter.stage.viewport(), LEFT, pos=QPoint(5, 5))
    assert presenter.place == 1


def test_the_dock_does_what_the_keys_do(window: MainWindow, presenter: Presenter) -> None:
    for name in ("next", "next", "previous"):
        QTest.mouseClick(button(presenter, f"dock_{name}"), LEFT)
    assert presenter.place == 1
    zoom = presenter.stage.zoom
    QTest.mouseClick(button(presenter, "dock_zoom"), LEFT)
    assert presenter.stage.zoom > zoom
    QTest.mouseClick(button(presenter, "dock_fit"), LEFT)
    assert presenter.stage.zoom == pytest.approx(zoom)
    QTest.mouseClick(button(presenter, "dock_handoffs"), LEFT)
    assert shows_handoffs(presenter)
    strike(presenter, Qt.Key.Key_H)
    assert not shows_handoffs(presenter)
    strike(presenter, Qt.Key.Key_Plus)
    assert presenter.stage.zoom > zoom
    strike(presenter, Qt.Key.Key_Minus)
    assert presenter.stage.zoom == pytest.approx(zoom)
    QTest.mouseClick(button(presenter, "dock_close"), LEFT)
    assert window.slides.presenter is None


def test_a_key_without_a_meaning_changes_nothing(presenter: Presenter) -> None:
    strike(presenter, Qt.Key.Key_Q, Qt.Key.Key_Return)
    assert presenter.place == 0
    assert presenter.isVisible()


def test_hand_and_dock_go_while_the_hand_rests_and_come_when_it_moves(presenter: Presenter) -> None:
    port = presenter.stage.viewport()
    QTest.mouseMove(port, QPoint(20, 40))
    presenter._rest.start(0)  # noqa: SLF001 -- the three seconds are over
    QTest.qWait(20)
    assert presenter.dock.isHidden()
    assert port.cursor().shape() is Qt.CursorShape.BlankCursor
    QTest.mouseClick(port, LEFT, pos=QPoint(40, 40))
    assert not presenter.dock.isHidden()
    assert port.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_slides_that_change_meanwhile_are_followed(presenter: Presenter, session: Session) -> None:
    strike(presenter, Qt.Key.Key_Right)
    session.perform(ReviseSlide(replace(TWO, title="Anew")))
    QTest.qWait(1)
    assert words(presenter, "slide_title") == "Anew"
    session.perform(MoveSlide(TWO.id, 2))
    QTest.qWait(1)
    assert words(presenter, "dock_counter") == "3 of 3"
    session.perform(RemoveSlide(TWO.id))
    QTest.qWait(1)
    assert words(presenter, "slide_title") == "Third"
    session.undo()


def test_without_slides_the_whole_chart_is_shown_under_the_plans_title(window: MainWindow) -> None:
    window.commands.views.show_kind("reporting")
    window.actions_table["present"].trigger()
    presenter = window.slides.presenter
    assert presenter is not None
    assert words(presenter, "slide_title") == "Nordlys"
    assert words(presenter, "dock_counter") == "1 of 1"
    assert presenter.stage.picture.view is ViewKind.REPORTING


def test_a_slide_whose_chart_is_gone_says_so(presenter: Presenter, session: Session) -> None:
    other = ChartId("other")
    session.perform(AddChart(replace(session.chart, id=other, order=1)))
    session.perform(AddSlide(Slide(SlideId("four"), "Fourth", chart=other)))
    QTest.qWait(1)
    strike(presenter, Qt.Key.Key_End)
    assert words(presenter, "slide_missing") == ""
    assert presenter.stage.picture.chart.id == other
    session.perform(RemoveChart(other))
    assert words(presenter, "slide_missing") == "The chart of this slide is no longer in the plan."
    assert presenter.stage.viewport().isHidden()
    strike(presenter, Qt.Key.Key_Home)
    assert not presenter.stage.viewport().isHidden()


def test_the_presentation_wears_the_theme(window: MainWindow, presenter: Presenter) -> None:
    window.actions_table["theme_dark"].trigger()
    image = presenter.grab().toImage()
    assert image.pixelColor(4, image.height() - 4).name() == theme(ThemeName.DARK).colour("canvas").lower()


def test_closing_the_window_ends_the_presentation(window: MainWindow, presenter: Presenter) -> None:
    window.parts.ground.session.open(window.parts.ground.session.plan)
    window.close()
    assert window.slides.presenter is None
    window.show()
