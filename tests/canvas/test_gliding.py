"""Cards glide to where they belong."""

from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.places import MoveSeats
from tests import builders as b
from tests.mouse import Mouse, seat


def shifts(view: ChartView) -> dict[object, object]:
    return dict(view._layers.showing.shifts)  # noqa: SLF001


def test_a_moved_card_is_under_way_and_arrives(qtbot: QtBot, view: ChartView) -> None:
    view.set_reduced_motion(False)
    view.session.perform(MoveSeats((b.DI,), b.NORTH))
    assert seat(b.DI) in shifts(view)
    qtbot.waitUntil(lambda: not shifts(view), timeout=3000)


def test_a_card_let_go_of_glides_from_the_hand(view: ChartView, mouse: Mouse) -> None:
    view.set_reduced_motion(False)
    end = mouse.on(seat(b.ADA), dy=10)
    mouse.drag(mouse.on(seat(b.DI)), end)
    landed = mouse.rect(seat(b.DI))
    shift = view._layers.showing.shifts[seat(b.DI)]  # noqa: SLF001
    assert abs(landed.centre.x + shift.x - end.x) < 2
    assert abs(landed.centre.y + shift.y - end.y) < 2
    view.set_reduced_motion(True)
    assert shifts(view) == {}


def test_with_reduced_motion_it_is_there_at_once(view: ChartView) -> None:
    view.session.perform(MoveSeats((b.DI,), b.NORTH))
    assert shifts(view) == {}
