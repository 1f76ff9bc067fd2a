"""Totals of frames from afar: counted once, those of inner frames included."""

import pytest
from PySide6.QtGui import QImage, QPainter

from salesorg_gui.canvas.far_totals import Totals
from salesorg_gui.canvas.light import Light
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.qt_pen import Palette
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Pod, Seat, Segment
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Rect
from tests.builders import chart_of

CHART = chart_of(
    Segment(SegmentId("world"), value="World"),
    Segment(SegmentId("north"), value="North", parent=SegmentId("world")),
    Pod(PodId("oslo"), "Oslo", (SegmentId("north"),)),
    Pod(PodId("rome"), "Rome", (SegmentId("world"),)),
    Seat(SeatId("a"), RoleId("sdr"), pod=PodId("oslo"), headcount=3),
    Seat(SeatId("b"), RoleId("sdr"), pod=PodId("oslo")),
    Seat(SeatId("c"), RoleId("sdr"), pod=PodId("rome")),
)


@pytest.fixture
def picture() -> Picture:
    found = Picture(load())
    found.follow(Change(Chart(), CHART, Plan(), Plan()))
    return found


def painted(picture: Picture, totals: Totals, zoom: float) -> int:
    """How many px have paint on them."""
    image = QImage(600, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.scale(zoom, zoom)
        bounds = picture.layout.bounds
        painter.translate(-bounds.x + 50, -bounds.y + 50)
        seen = Rect(bounds.x - 50, bounds.y - 50, 600 / zoom, 400 / zoom)
        totals.paint(painter, Palette(Paints(theme(ThemeName.LIGHT))), picture, seen, Light())
    return sum(image.pixel(x, y) != 0 for x in range(image.width()) for y in range(image.height()))


def test_people_are_counted_in_pods_and_in_all_frames_around_them(qapp: object, picture: Picture) -> None:
    totals = Totals()
    painted(picture, totals, 0.15)
    keys = [Key(Kind.POD, "oslo"), Key(Kind.POD, "rome"), Key(Kind.SEGMENT, "north"), Key(Kind.SEGMENT, "world")]
    assert [totals.count(key) for key in keys] == [4, 1, 4, 5]


def test_labels_stand_only_where_there_is_room(qapp: object, picture: Picture) -> None:
    totals = Totals()
    wide, narrow, none = (painted(picture, totals, zoom) for zoom in (0.19, 0.09, 0.02))
    assert wide > narrow > none == 0


def test_another_chart_is_counted_anew(qapp: object, picture: Picture) -> None:
    totals = Totals()
    painted(picture, totals, 0.15)
    after = CHART.without([Key(Kind.SEAT, "a")])
    picture.follow(Change(CHART, after, Plan(), Plan()))
    painted(picture, totals, 0.15)
    assert totals.count(Key(Kind.POD, "oslo")) == 1
