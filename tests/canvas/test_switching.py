"""From view to view: the card in focus stays in place, few cards glide, many fade."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.companies import company
from salesorg_gui.canvas import chart_surface
from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.switching import Fade, kept_in_place, ways_between
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind
from tests.builders import ADA, BO
from tests.mouse import seat

SCREEN = Rect(0, 0, 800, 600)
ONE, TWO = (Layout(cards={seat(ADA): Rect(x, 50, 200, 72), seat(BO): Rect(x, 5000, 200, 72)}) for x in (100, 900))


def on_screen(view: ChartView, key: Key) -> Point:
    rect = view.picture.layout.cards[key]
    return view.camera.to_screen(Point(rect.x, rect.y))


def test_a_card_that_could_be_read_stays_on_the_screen() -> None:
    kept = kept_in_place(ONE, TWO, seat(ADA), Camera(0.5, 20, 10), SCREEN)
    assert kept is not None
    assert kept.shown(TWO.cards[seat(ADA)]) == Camera(0.5, 20, 10).shown(ONE.cards[seat(ADA)])


@pytest.mark.parametrize(
    ("key", "camera"),
    [
        (None, Camera()),
        (seat("gone"), Camera()),
        (seat(ADA), Camera(0.2)),
        (seat(BO), Camera()),
    ],
    ids=["no focus", "gone", "too far away", "out of sight"],
)
def test_else_there_is_nothing_to_keep(key: Key | None, camera: Camera) -> None:
    assert kept_in_place(ONE, TWO, key, camera, SCREEN) is None


def test_cards_come_from_where_they_were_on_the_screen() -> None:
    ways = ways_between(ONE, TWO, Camera(1.0, 0, 0), Camera(0.5, 800, 0), SCREEN, TWO.cards)
    assert set(ways) == {seat(ADA)}
    start, end = ways[seat(ADA)]
    assert Camera(0.5, 800, 0).to_screen(Point(start.x, start.y)) == (100, 50)
    assert end == TWO.cards[seat(ADA)]


def test_the_focus_keeps_its_place_and_its_selection_in_all_views(view: ChartView) -> None:
    view.session.selection.select([seat(ADA)])
    before, zoom = on_screen(view, seat(ADA)), view.zoom
    for kind in (ViewKind.REPORTING, ViewKind.HANDOFFS, ViewKind.BOARD):
        view.show_view(kind)
        assert tuple(on_screen(view, seat(ADA))) == pytest.approx(tuple(before), abs=0.5)
        assert view.zoom == zoom
        assert view.session.selection.focus == seat(ADA)


def test_cards_glide_to_their_new_places(view: ChartView, qtbot: QtBot) -> None:
    view.set_reduced_motion(wanted=False)
    view.show_view(ViewKind.REPORTING)
    assert view._layers.showing.shifts  # noqa: SLF001 -- how far cards still are from their places
    qtbot.waitUntil(lambda: not view._layers.showing.shifts)  # noqa: SLF001
    view.set_reduced_motion(wanted=True)
    view.show_view(ViewKind.BOARD)
    assert not view._layers.showing.shifts  # noqa: SLF001


def test_too_many_cards_fade_instead(view: ChartView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart_surface, "MOST", 2)
    view.set_reduced_motion(wanted=False)
    view.show_view(ViewKind.REPORTING)
    assert view.viewport().findChild(Fade) is not None
    view.show_view(ViewKind.BOARD)
    qtbot.waitUntil(lambda: view._fade is None)  # noqa: SLF001 -- the fade is over
    QApplication.processEvents()
    assert not view._layers.showing.shifts  # noqa: SLF001


def test_without_motion_nothing_fades(view: ChartView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart_surface, "MOST", 2)
    view.show_view(ViewKind.REPORTING)
    assert view.viewport().findChild(Fade) is None


def test_of_many_lanes_the_upper_ones_are_seen_first(view: ChartView) -> None:
    plan = company(400)
    view.session.open(plan)
    view.show_view(ViewKind.HANDOFFS)
    whole = view.picture.layout.bounds
    seen = view.camera.seen(view.viewport().width(), view.viewport().height())
    assert view.zoom > 0.3
    assert seen.x <= whole.x
    assert seen.right >= whole.right
    assert seen.y <= whole.y < seen.bottom < whole.bottom
    view.fit()
    assert view.camera.seen(view.viewport().width(), view.viewport().height()).bottom >= whole.bottom
