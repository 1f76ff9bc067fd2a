"""A hand that does anything anywhere: the picture and the records stay one."""

import random

import pytest
from PySide6.QtCore import Qt

from salesorg_gui.canvas.showing import edges_of, port_spot
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests.mouse import CONTROL, SHIFT, Mouse, PaletteDrag

STEPS = 120
OFFERS = (
    ("role", "account_executive"),
    ("role", "vp_sales"),
    ("frame", "pod"),
    ("frame", "segment"),
    ("source", "inbound:website"),
)


def records(view: ChartView) -> set[Key]:
    chart = view.session.chart
    return {Key(kind, name) for kind in Kind if kind is not Kind.HIRE for name in chart.records(kind)}


def somewhere(view: ChartView, chance: random.Random) -> Point:
    cards = [*view.picture.layout.cards.values(), *view.picture.layout.frames.values()]
    if cards and chance.random() < 0.8:
        rect = chance.choice(cards)
        return Point(rect.x + chance.random() * rect.width, rect.y + chance.random() * rect.height)
    return view.camera.to_chart(chance.uniform(5, 1590), chance.uniform(5, 990))


def drag(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    mouse.drag(somewhere(view, chance), somewhere(view, chance))


def drop(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    PaletteDrag(mouse, *chance.choice(OFFERS)).drop(somewhere(view, chance))


def undo_in_mid_air(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    mouse.carry(somewhere(view, chance), somewhere(view, chance))
    view.session.undo()
    mouse.release(somewhere(view, chance))


def redo(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    view.session.redo()


def click(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    mouse.click(somewhere(view, chance), chance.choice([SHIFT, CONTROL]))


def delete(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    mouse.click(somewhere(view, chance))
    mouse.key(Qt.Key.Key_Delete)


def copy(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    view.duplicate_selection()


def look(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    view.show_view(chance.choice(list(ViewKind)))


def give_up(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    mouse.carry(somewhere(view, chance), somewhere(view, chance))
    mouse.key(Qt.Key.Key_Escape)
    mouse.release(somewhere(view, chance))


def pull(view: ChartView, mouse: Mouse, chance: random.Random) -> None:
    cards = sorted(view.picture.layout.cards)
    if cards:
        card = chance.choice(cards)
        view.reveal([card])
        mouse.move(mouse.on(card))
        mouse.drag(port_spot(mouse.rect(card), chance.choice(edges_of(card))), somewhere(view, chance))


ACTS = (drag, drag, pull, drop, undo_in_mid_air, redo, click, delete, copy, look, give_up)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_a_hand_does_the_picture_shows_exactly_the_records(view: ChartView, mouse: Mouse, seed: int) -> None:
    chance = random.Random(seed)
    for _step in range(STEPS):
        chance.choice(ACTS)(view, mouse, chance)
        assert view.picture.keys == records(view)
        assert mouse.staging().ghosts == ()
        assert view.session.selection.keys <= records(view)
    assert set(view.picture.layout.cards) <= view.picture.keys
    view.viewport().repaint()
    while view.session.undo_label is not None:
        view.session.undo()
    assert view.picture.keys == records(view)
