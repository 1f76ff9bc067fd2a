"""Typing right on a card: what is seen, what each key takes, and that nothing half-made stays."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.choices import HALO, PAD, ROW, Choices
from salesorg_gui.canvas.keys.field_place import field_place
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Remove
from salesorg_gui.domain.ids import Key, Kind, RoleId, SeatId
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.mouse import CONTROL, LEFT, PLAIN, SHIFT, Mouse, pod, seat

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture(autouse=True)
def in_front(view: ChartView) -> None:
    view.activateWindow()
    view.setFocus()
    view.session.selection.select([seat(b.ADA)])


def field(view: ChartView) -> QLineEdit:
    found = view.viewport().findChild(QLineEdit, "card_field")
    assert isinstance(found, QLineEdit)
    return found


def rows(view: ChartView) -> Choices:
    found = view.viewport().findChild(Choices, "card_choices")
    assert isinstance(found, Choices)
    return found


def write(view: ChartView, text: str, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClicks(field(view), text)
    for key in keys:
        QTest.keyClick(field(view), key, held)


def people(view: ChartView) -> list[str]:
    return [one.role for one in view.session.chart.members[b.NORTH]]


def settled(view: ChartView) -> bool:
    """Whether the picture shows the plan, and nothing but the plan."""
    chart = view.session.chart
    return not view.is_typing and view.shown_chart is chart and view.picture.chart is chart


def test_a_new_card_stands_on_the_chart_but_not_in_the_plan(view: ChartView) -> None:
    before = view.session.plan
    view.building.add_peer()
    draft = view.typing.draft
    assert draft is not None
    assert view.picture.layout.rect(draft.key) is not None
    assert view.session.plan is before
    assert view.session.undo_label is None
    assert field(view).hasFocus()
    assert field(view).placeholderText() == "Inbound SDR"


@pytest.mark.parametrize("zoom", [1.0, 0.6])
def test_the_letters_stand_on_the_line_of_the_title(view: ChartView, zoom: float) -> None:
    view.zoom_at(zoom, QPointF(0, 0))
    view.building.retype(seat(b.BO))
    card = view.camera.shown(view.picture.layout.cards[seat(b.BO)])
    place = field_place(view.shown_chart.seats[b.BO], card, Detail.FULL if zoom == 1.0 else Detail.COMPACT)
    metrics = field(view).fontMetrics()
    baseline = field(view).geometry().top() + 1 + metrics.ascent()
    assert abs(baseline - (card.y + place.baseline * zoom)) <= 1.5
    assert abs(field(view).geometry().left() + 2 - (card.x + place.x * zoom)) <= 1
    assert abs(field(view).font().pointSizeF() / 0.75 - place.style.size * zoom) < 0.6


def test_from_afar_a_plate_is_typed_on(view: ChartView) -> None:
    view.zoom_at(0.3, QPointF(0, 0))
    view.building.retype(seat(b.BO))
    assert field(view).width() == 200
    assert "border: 2px" in field(view).styleSheet()


def test_enter_takes_it_and_stays_there(view: ChartView) -> None:
    view.building.add_peer()
    write(view, "csm", ENTER)
    assert people(view) == ["inbound_sdr", "customer_success_manager", "account_executive", "customer_success_manager"]
    assert settled(view)
    assert view.hasFocus()
    focus = view.session.selection.focus
    assert focus is not None
    assert view.session.chart.seats[SeatId(focus.id)].role == "customer_success_manager"
    view.session.undo()
    assert view.session.undo_label is None


def test_tab_goes_on_with_a_report_shift_enter_with_a_colleague_shift_tab_with_a_manager(view: ChartView) -> None:
    view.building.add_peer()
    write(view, "kam", TAB)
    write(view, "ae", ENTER, held=SHIFT)
    write(view, "am", Qt.Key.Key_Backtab, held=SHIFT)
    write(view, "pod lead", ENTER)
    chart = view.session.chart
    names = {one.role: one.id for one in chart.seats.values() if one.role in {"key_account_manager", "account_manager"}}
    boss = chart.manager_of(names[RoleId("account_manager")])
    assert boss is not None
    assert chart.seats[boss].role == "pod_lead"
    assert chart.manager_of(boss) == names[RoleId("key_account_manager")]
    assert settled(view)


def test_escape_takes_the_whole_step_back(view: ChartView) -> None:
    before, keys = view.session.plan, view.picture.keys
    view.building.add_report()
    write(view, "ae", ESCAPE)
    assert (view.session.plan, view.picture.keys) == (before, keys)
    assert view.session.undo_label is None
    assert view.session.redo_label is None
    assert settled(view)
    assert view.session.selection.focus == seat(b.ADA)


def test_escape_keeps_what_could_be_done_again(view: ChartView) -> None:
    view.session.perform(Remove((seat(b.DI),), "Remove"))
    view.session.undo()
    view.session.selection.select([seat(b.ADA)])
    view.building.add_report()
    write(view, "ae", ESCAPE)
    assert view.session.redo_label == "Remove"


def test_the_card_wears_what_is_typed_at_once(view: ChartView) -> None:
    view.building.add_peer()
    draft = view.typing.draft
    assert draft is not None
    write(view, "csm: Tova")
    shown = view.shown_chart.seats[SeatId(draft.key.id)]
    assert (shown.role, shown.holder) == ("customer_success_manager", "Tova")
    assert view.picture.chart is view.shown_chart


def test_the_arrows_choose_among_the_rows_and_round_again(view: ChartView) -> None:
    view.building.add_peer()
    write(view, "account")
    first = view.typing.rows[0]
    write(view, "", Qt.Key.Key_Down)
    assert view.typing.offer == view.typing.rows[1]
    write(view, "", Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert view.typing.offer == view.typing.rows[-1]
    assert first != view.typing.offer


def test_a_row_can_be_pointed_at_and_clicked(view: ChartView) -> None:
    view.building.add_peer()
    write(view, "account")
    wanted = view.typing.rows[1]
    spot = QPoint(60, round(HALO + PAD + ROW * 1.5))
    QTest.mouseMove(rows(view), spot)
    assert view.typing.offer == wanted
    QTest.mouseClick(rows(view), LEFT, PLAIN, spot)
    focus = view.session.selection.focus
    assert focus is not None
    assert view.session.chart.seats[SeatId(focus.id)].role == wanted.value


def test_a_click_beside_the_rows_takes_nothing(view: ChartView) -> None:
    view.building.add_peer()
    QTest.mouseMove(rows(view), QPoint(60, 2))
    QTest.mouseClick(rows(view), LEFT, PLAIN, QPoint(60, 2))
    assert view.is_typing


def test_leaving_a_card_keeps_what_was_typed_and_forgets_an_untouched_one(view: ChartView, mouse: Mouse) -> None:
    view.building.add_peer()
    write(view, "kam")
    mouse.click(mouse.on(seat(b.CY)))
    assert "key_account_manager" in people(view)
    assert view.session.selection.focus == seat(b.CY)
    before = view.session.plan
    view.building.add_peer()
    mouse.click(mouse.on(seat(b.DI)))
    assert view.session.plan is before
    assert settled(view)


def test_a_press_takes_the_card_even_where_the_keyboard_does_not_follow_it(view: ChartView, mouse: Mouse) -> None:
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.building.add_peer()
    write(view, "kam")
    draft = view.typing.draft
    assert draft is not None
    mouse.click(mouse.on(draft.key))
    assert settled(view)
    assert view.session.selection.keys == {draft.key}
    assert "key_account_manager" in people(view)
    view.building.add_peer()
    draft = view.typing.draft
    assert draft is not None
    mouse.click(mouse.on(draft.key))
    assert settled(view)
    assert draft.key not in view.session.selection.keys


def test_another_window_in_front_is_no_reason_to_stop(view: ChartView) -> None:
    view.building.add_peer()
    field(view).clearFocus()
    view.building.add_peer()
    QApplication.sendEvent(field(view), QEvent(QEvent.Type.WindowDeactivate))
    assert view.is_typing


def test_somebody_elses_change_ends_the_typing(view: ChartView) -> None:
    view.building.add_peer()
    write(view, "kam")
    view.session.perform(Remove((seat(b.DI),), "Remove"))
    assert settled(view)
    assert view.picture.layout.rect(seat(b.DI)) is None
    assert "key_account_manager" not in people(view)


def test_typing_on_an_old_card_starts_with_all_of_it_chosen(view: ChartView) -> None:
    view.building.retype(seat(b.BO))
    assert field(view).selectedText() == "Account Executive: Bo"
    assert field(view).cursorPosition() == 0
    write(view, "ae: Bosse", ENTER)
    assert view.session.chart.seats[b.BO].holder == "Bosse"
    view.building.retype(seat(b.BO))
    QTest.keyClick(field(view), ENTER)
    assert view.session.undo_label == "Rename seat"


def test_frames_and_sources_are_named_where_they_stand(view: ChartView) -> None:
    for key, name in (
        (pod(b.NORTH), "Far north"),
        (Key(Kind.SEGMENT, b.BANKS), "Insurance"),
        (Key(Kind.SOURCE, b.WEB), "Fair"),
    ):
        view.building.retype(key)
        QTest.keyClick(field(view), Qt.Key.Key_A, CONTROL)
        write(view, name, Qt.Key.Key_Down, Qt.Key.Key_Up, ENTER)
        assert settled(view)
    chart = view.session.chart
    assert (chart.pods[b.NORTH].title, chart.segments[b.BANKS].value) == ("Far north", "Insurance")
    assert chart.sources[b.WEB].title == "Fair"


def test_the_field_stays_on_its_card_when_one_looks_elsewhere(view: ChartView) -> None:
    view.building.retype(seat(b.BO))
    before = field(view).geometry()
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, -120), none, PLAIN, phase, False)
    QApplication.sendEvent(view.viewport(), turn)
    assert field(view).geometry() != before
    assert field(view).geometry().size() == before.size()


def test_another_theme_another_language_or_view_are_safe_meanwhile(view: ChartView) -> None:
    view.building.retype(seat(b.BO))
    view.set_theme(theme(ThemeName.DARK))
    assert theme(ThemeName.DARK).colour("text_1") in field(view).styleSheet()
    view.show_view(ViewKind.REPORTING)
    QTest.keyClick(field(view), ESCAPE)
    assert settled(view)
    view.building.add_peer()
    write(view, "ae")
    view.finish_typing()
    assert settled(view)


def test_what_the_view_does_not_show_is_not_typed_on(view: ChartView) -> None:
    view.show_view(ViewKind.REPORTING)
    view.building.retype(pod(b.NORTH))
    assert settled(view)
    view.building.retype(Key(Kind.SEAT, "gone"))
    assert settled(view)


def test_a_draft_of_what_is_gone_is_refused_with_a_sentence(view: ChartView, qtbot: QtBot) -> None:
    view.building.retype(seat(b.BO))
    draft = view.typing.draft
    view.give_up_typing()
    view.session.perform(Remove((seat(b.BO),), "Remove"))
    assert draft is not None
    with qtbot.waitSignal(view.session.refused):
        view.type_on(draft)
    assert settled(view)


def test_a_report_of_a_folded_manager_unfolds_it(view: ChartView) -> None:
    view.show_view(ViewKind.REPORTING)
    view.session.selection.select([seat(b.HEAD)])
    view.fold(frozenset([b.HEAD]))
    view.building.add_report()
    assert view.is_typing
    assert view.folded == frozenset()


def test_letters_that_change_no_card_paint_no_card(view: ChartView) -> None:
    view.building.add_peer()
    write(view, "ac")
    before = view.picture.chart
    write(view, "c")
    assert view.picture.chart is before
    write(view, ": Sara")
    assert view.picture.chart is not before
    assert view.picture.chart.lines is before.lines


def test_copies_are_seen_before_they_are_made(view: ChartView) -> None:
    view.building.duplicate_often()
    count = len(view.session.chart.seats)
    write(view, "3")
    assert len(view.shown_chart.seats) == count + 3
    assert len(view.session.chart.seats) == count
    write(view, "", ENTER)
    assert len(view.session.chart.seats) == count + 3
    assert settled(view)


def test_digits_before_the_key_say_how_many_copies(view: ChartView) -> None:
    said: list[str] = []
    view.building.hint.connect(said.append)
    count = len(view.session.chart.seats)
    for key in (Qt.Key.Key_0, Qt.Key.Key_4):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_D, CONTROL)
    assert len(view.session.chart.seats) == count + 4
    assert said == ["4 copies with Ctrl+D"]
    QTest.keyClick(view, Qt.Key.Key_D, CONTROL)
    assert len(view.session.selection.keys) == 4


def test_pods_close_around_the_selected_and_open_again(view: ChartView) -> None:
    view.session.selection.select([seat(b.ADA), seat(b.BO)], seat(b.ADA))
    view.building.enclose()
    write(view, "Front", ENTER)
    (made,) = (one for one in view.session.chart.pods.values() if one.title == "Front")
    assert [one.id for one in view.session.chart.members[made.id]] == [b.ADA, b.BO]
    view.building.dissolve()
    assert made.id not in view.session.chart.pods
    assert view.session.selection.keys == {seat(b.ADA), seat(b.BO)}


def test_a_key_that_can_do_nothing_says_so(view: ChartView) -> None:
    said: list[str] = []
    view.building.hint.connect(said.append)
    view.session.selection.clear()
    for act in (view.building.add_above, view.building.retype, view.building.enclose, view.building.duplicate_often):
        act()
    assert said == [
        "Select the seat that is to get a manager.",
        "Select a card or a frame first.",
        "Select the seats of the new pod first.",
        "Select what is to be copied first.",
    ]
    view.building.dissolve()
    view.building.promote()
    assert view.session.undo_label is None


def test_keys_of_a_card_do_not_reach_the_window(view: ChartView) -> None:
    view.building.add_peer()
    event = QKeyEvent(QEvent.Type.KeyPress, ESCAPE, PLAIN)
    QApplication.sendEvent(field(view), event)
    assert event.isAccepted()
    press = QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(1, 1), QPointF(1, 1), LEFT, LEFT, PLAIN)
    QApplication.sendEvent(rows(view), press)
    assert press.isAccepted()


def test_rows_stand_over_the_card_where_there_is_no_room_below(view: ChartView) -> None:
    view.building.add_peer()
    card = Rect(40, view.viewport().height() - 90, 200, 72)
    shown = rows(view)
    shown.stand_at(_px(card), view.viewport().size())
    assert shown.geometry().bottom() - HALO < card.y
    shown.stand_at(_px(Rect(view.viewport().width() - 60, 40, 200, 72)), view.viewport().size())
    assert shown.geometry().right() - HALO <= view.viewport().width()


def _px(rect: Rect) -> QRect:
    return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))
