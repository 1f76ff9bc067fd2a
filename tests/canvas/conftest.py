"""A chart view in its own little window, with a mouse."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

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
