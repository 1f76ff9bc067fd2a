"""A card that is put down with its words from a picture is, px by px, the one whose words are written."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap

from salesorg_gui.canvas import stamps
from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.stamps import Stamps
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.layout.charts import random_chart

SIZE = QSize(1100, 800)


def lower_coat(view: ChartView, camera: Camera, ratio: float = 1.0) -> QImage:
    picture = QPixmap(SIZE * ratio)
    picture.setDevicePixelRatio(ratio)
    with QPainter(picture) as painter:
        view._layers.paint_lower(painter, camera, QRectF(0, 0, SIZE.width(), SIZE.height()))  # noqa: SLF001
    return picture.toImage()


def kept_faces(view: ChartView) -> int:
    faces = view._layers._stamps._faces.values()  # noqa: SLF001 -- whether any are kept is not to be seen
    return sum(face.picture is not None for face in faces)


@pytest.mark.parametrize("name", list(ThemeName))
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [0.5, 0.75, 1.0, 1.25, 1.37])
def test_a_card_painted_again_looks_as_it_did(view: ChartView, name: ThemeName, ratio: float, zoom: float) -> None:
    chart = random_chart(7, 40, free=0.3)
    view.session.open(Plan("Random", charts={chart.id: chart}))
    view.set_theme(theme(name))
    camera = Camera(zoom, 33.0, 12.4)
    first = lower_coat(view, camera, ratio)
    assert kept_faces(view) == 0
    for _ in range(2):
        assert lower_coat(view, camera, ratio) == first
        assert (kept_faces(view) > 0) is ratio.is_integer()


@pytest.mark.parametrize("kind", list(ViewKind))
def test_a_card_that_differs_is_written_anew(view: ChartView, kind: ViewKind) -> None:
    view.show_view(kind)
    camera = Camera(1.0, -40.0, -40.0)
    before = [lower_coat(view, camera) for _ in range(3)][-1]
    view.session.perform(Revise((b.seat(b.ADA, "account_manager", b.NORTH, 1),), "Edit"))
    now = lower_coat(view, camera)
    assert now != before
    view.set_theme(theme(ThemeName.LIGHT))
    assert lower_coat(view, camera) == now


def test_no_more_than_so_many_faces_are_kept(view: ChartView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "KEPT_PX", 30_000)
    camera = Camera(1.0, -40.0, -40.0)
    first = lower_coat(view, camera)
    for _ in range(4):
        assert lower_coat(view, camera) == first
        assert 0 < kept_faces(view) <= 4


def test_dimmed_cards_are_written_as_ever(view: ChartView) -> None:
    view.show_clear(frozenset())
    camera = Camera(1.0, -40.0, -40.0)
    pictures = [lower_coat(view, camera) for _ in range(3)]
    assert pictures[0] == pictures[1] == pictures[2]
    assert kept_faces(view) == 0
    assert isinstance(view._layers._stamps, Stamps)  # noqa: SLF001
