"""Only what differs is painted again, and nobody can tell: the mended picture is the one painted from nothing."""

import secrets
from random import Random

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.layers import Layers
from salesorg_gui.canvas.sheet import apart
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.domain.random_editing import Hand, key_set
from tests.layout.charts import random_chart
from tests.mouse import Mouse, seat
from tests.pictures import same_as_anew, seen

ZOOMS = (0.07, 0.15, 0.22, 0.35, 0.5, 0.8, 1.0, 1.37)
SEVERITIES = ("error", "warning", "hint")
SEEDS = 3


def step(view: ChartView, chance: Random) -> str:
    """Something that happens to a chart: an edit, an undo, a pick, a finding; what it was."""
    session, keys = view.session, sorted(key_set(view.session.chart))
    what = chance.random()
    if what < 0.1:
        session.undo()
        return "undo"
    if what < 0.2 and keys:
        session.selection.select(chance.sample(keys, min(len(keys), chance.randrange(4))))
        return "pick"
    if what < 0.3 and keys:
        found = chance.sample(keys, min(len(keys), 9))
        view.show_findings({key: chance.choice(SEVERITIES) for key in found})
        return "findings"
    edit = Hand(chance).edit(session.plan)
    session.perform(edit)
    return repr(edit)


@pytest.mark.parametrize("kind", list(ViewKind))
@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_mended_picture_is_the_one_painted_from_nothing(
    view: ChartView, seed: int, kind: ViewKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(f"{seed} {kind}")
    monkeypatch.setattr(secrets, "choice", chance.choice)
    chart = random_chart(seed, 40, free=0.2)
    view.session.open(Plan("Random", charts={chart.id: chart}))
    view.show_view(kind)
    for zoom in ZOOMS:
        cards = view.picture.layout.cards or {seat(b.ADA): view.picture.layout.bounds}
        view.fit_rect(chance.choice(list(cards.values())))
        view.zoom_at(zoom, view.viewport().rect().center().toPointF())
        seen(view)
        for _ in range(5):
            happened = step(view, chance)
            assert same_as_anew(view), (zoom, happened)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[QRect]:
    """The areas the lower coat was painted in."""
    areas: list[QRect] = []
    paint_lower = Layers.paint_lower

    def watched(layers: Layers, painter: QPainter, camera: Camera, area: QRectF) -> None:
        areas.append(area.toRect())
        paint_lower(layers, painter, camera, area)

    monkeypatch.setattr(Layers, "paint_lower", watched)
    return areas


def test_a_new_title_is_painted_where_it_stands_and_nowhere_else(view: ChartView, painted: list[QRect]) -> None:
    seen(view)
    painted.clear()
    assert view.session.perform(Revise((b.seat(b.ADA, "account_manager", b.NORTH, 1),), "Edit"))
    seen(view)
    viewport = view.viewport().rect()
    area = sum(rect.width() * rect.height() for rect in painted)
    assert 0 < area < viewport.width() * viewport.height() / 2


def test_what_is_worn_out_of_sight_is_not_painted(view: ChartView, mouse: Mouse, painted: list[QRect]) -> None:
    seen(view)
    painted.clear()
    view.repaint_lower([mouse.rect(Key(Kind.SEAT, b.ADA)).moved(1e6, 0)])
    seen(view)
    assert painted == []


def test_overlapping_rooms_are_painted_as_one_and_small_ones_that_are_near() -> None:
    rooms = [QRect(0, 0, 400, 400), QRect(1000, 0, 400, 400), QRect(300, 0, 800, 40), QRect(2000, 0, 10, 10)]
    assert apart(rooms) == [QRect(0, 0, 1400, 400), QRect(2000, 0, 10, 10)]
    assert apart(rooms[:2]) == rooms[:2]
    assert apart([rooms[1], QRect(1404, 0, 10, 10)]) == [QRect(1000, 0, 414, 400)]
