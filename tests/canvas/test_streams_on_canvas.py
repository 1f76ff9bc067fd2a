"""While colours tell the load, wires are as wide as their flow, from near and from afar; else nothing differs."""

import pytest
from PySide6.QtGui import QImage, QPainter

from salesorg_gui.canvas.far import FarWires
from salesorg_gui.canvas.far_lines import far_lines
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.drawing.shapes import Stroke, Wire
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.layout import ViewKind
from tests.builders import ADA, BO, WEB, pod_chart, pod_plan
from tests.drawing.test_streams import Told

FED = Key(Kind.HANDOFF, f"{WEB}>{ADA}")
LOADS = {ADA: 1.3, BO: 0.7}


@pytest.fixture
def picture() -> Picture:
    found = Picture(load(), ViewKind.HANDOFFS)
    found.follow(Change(Chart(), pod_chart(), pod_plan(), pod_plan()))
    return found


def told(flow: float = 120.0, heat: float = 1.3) -> Told:
    return Told({FED.id: flow, WEB: flow}, {FED.id: heat})


def wire(picture: Picture) -> Wire:
    return next(shape for shape in picture.sketch(FED).shapes if isinstance(shape, Wire))


def coats(picture: Picture) -> list[Stroke]:
    stream = picture.looks.stream if picture.looks.streams is not None else None
    found = far_lines(picture.wires, picture.layout.bounds, Detail.FAR, with_lists=True, stream=stream)
    return [coat for coat, lines in found.items() if isinstance(coat, Stroke) and lines]


def test_wires_are_plain_until_colours_tell_the_load(picture: Picture) -> None:
    before = wire(picture)
    picture.show_loads(LOADS, told())
    assert wire(picture) == before
    assert coats(picture) == []
    picture.colour_by(ColourBy.LOAD)
    assert wire(picture).stroke == Stroke("load_3_solid", 6.0)
    assert picture.looks.widths is not None
    picture.colour_by(ColourBy.ROLE)
    assert wire(picture) == before


def test_another_volume_repaints_all(picture: Picture) -> None:
    picture.colour_by(ColourBy.LOAD)
    picture.show_loads(LOADS, told(30.0, 0.5))
    thin = wire(picture).stroke
    update = picture.show_loads(LOADS, told(120.0, 1.5))
    (room,) = update.dirty
    assert room.holds(picture.layout.bounds)
    assert wire(picture).stroke.width > thin.width


def test_a_chart_without_volume_keeps_its_wires(picture: Picture) -> None:
    before = wire(picture)
    picture.colour_by(ColourBy.LOAD)
    picture.show_loads({})
    assert wire(picture) == before


def test_from_afar_the_hottest_lie_over_the_others(picture: Picture) -> None:
    picture.colour_by(ColourBy.LOAD)
    picture.show_loads(LOADS, told())
    found = coats(picture)
    assert found[-1].ink == "load_3_solid"
    assert found[0].ink == "text_3"


def test_from_afar_a_wide_stream_covers_more(qapp: object, picture: Picture) -> None:
    def painted(flow: float) -> int:
        picture.colour_by(ColourBy.LOAD)
        picture.show_loads(LOADS, told(flow))
        image = QImage(500, 300, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        with QPainter(image) as painter:
            painter.scale(0.4, 0.4)
            bounds = picture.layout.bounds
            painter.translate(-bounds.x, -bounds.y)
            FarWires().paint(painter, Paints(theme(ThemeName.LIGHT)), picture, Detail.FAR, bounds)
        return sum(image.pixel(x, y) != 0 for x in range(image.width()) for y in range(image.height()))

    assert painted(150.0) > painted(1.0)
