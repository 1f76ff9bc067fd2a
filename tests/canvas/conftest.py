"""A chart view in its own little window, with a mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.layers import Layers
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.session.session import Session
from tests.at_rest import nothing_left_behind
from tests.builders import pod_plan
from tests.mouse import Mouse

SIZE = (1600, 1000)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load("en")


@pytest.fixture
def session() -> Session:
    return Session(pod_plan())


@pytest.fixture
def view(qtbot: QtBot, session: Session, catalogue: Catalogue) -> Iterator[ChartView]:
    """A view of the whole chart in life size or nearly so; cards do not glide."""
    with nothing_left_behind():
        view = ChartView(session, catalogue, theme(ThemeName.LIGHT))
        view.set_reduced_motion(True)
        view.resize(*SIZE)
        with qtbot.waitExposed(view):
            view.show()
        yield view
        view.close()
        view.deleteLater()


@pytest.fixture
def mouse(view: ChartView) -> Mouse:
    return Mouse(view)


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
