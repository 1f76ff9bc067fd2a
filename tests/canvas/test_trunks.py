"""Feeds of lead sources that run past a room look alike there: one is painted, and nobody can tell."""

from random import Random

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from salesorg_gui.canvas.index import touches_any
from salesorg_gui.canvas.passing import parts_of
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, ObjectId, SeatId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Source
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.drawing.edges import Tone
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind
from tests.drawing.test_streams import Told
from tests.layout.companies import chart_of
from tests.layout.test_flow import team

SOURCES = ("web", "fair", "list")
PODS = 24


def fed_company(chance: Random) -> Chart:
    """Many pods, and lead sources that feed most of them; some feeds are slow, some go back."""
    pods = [team(f"p{n:02}", order=n) for n in range(PODS)]
    sources = [Source(SourceId(name), order=n) for n, name in enumerate(SOURCES)]
    feeds = [
        Handoff(
            HandoffId(f"{chance.randrange(99):02}-{name}-{n}"),
            SeatId(name),
            SeatId(f"p{n:02}{chance.randrange(3)}"),
            ObjectId(chance.choice(["raw_lead", "raw_lead", "hot_lead"])),
            limit_hours=chance.choice([None, 4, 4, 900]),
            is_return=chance.random() < 0.1,
        )
        for n in range(PODS)
        for name in SOURCES
        if chance.random() < 0.8
    ]
    return chart_of(*pods, *sources, *feeds)


@pytest.fixture(params=range(3))
def fed(view: ChartView, request: pytest.FixtureRequest) -> tuple[ChartView, Random]:
    chance = Random(request.param)
    view.show_view(ViewKind.HANDOFFS)
    picture, chart = view.picture, fed_company(chance)
    picture.follow(Change(picture.chart, chart, Plan(), Plan()))
    return view, chance


def pick(view: ChartView, chance: Random) -> None:
    """Let some of it speak: seats, a source, single feeds, or nothing."""
    chart = view.picture.chart
    keys = [Key(kind, name) for kind in (Kind.SEAT, Kind.HANDOFF) for name in sorted(chart.records(kind))]
    picked = chance.sample(keys, chance.randrange(5))
    if chance.random() < 0.3:
        picked.append(Key(Kind.SOURCE, chance.choice(SOURCES)))
    view.picture.show_picked(picked)


def flowing(chart: Chart, chance: Random) -> Told:
    """Some of it flows more, and some is hot."""
    flows = {name: chance.choice([0.0, 3.0, 120.0]) for name in (*chart.handoffs, *chart.sources)}
    return Told(flows, {name: chance.choice([0.5, 1.3]) for name in chart.handoffs})


def somewhere(view: ChartView, chance: Random) -> Rect:
    """A room at life size, the trunks in it."""
    bounds = view.picture.layout.bounds
    return Rect(bounds.x, bounds.y + chance.random() * (bounds.height - 200), 700, 200 + 400 * chance.random())


def all_within(view: ChartView, room: Rect) -> list[Key]:
    """Every handoff that touches a room, whether or not it looks like another there."""
    wires = view.picture.wires
    found = wires.passing.within(room, wires.wiring)
    return [key for key in found if touches_any(room, parts_of(wires.route(key), wires.wiring.layout, key))]


def painted(view: ChartView, room: Rect) -> QImage:
    return view.render_to_image(QSize(round(room.width), round(room.height)), room)


def test_what_is_left_out_of_a_room_is_not_missed(
    fed: tuple[ChartView, Random], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, chance = fed
    passing = view.picture.wires.passing
    is_less = False
    for _ in range(6):
        pick(view, chance)
        view.picture.colour_by(chance.choice([ColourBy.PURPOSE, ColourBy.LOAD]))
        view.picture.show_loads({}, flowing(view.picture.chart, chance))
        room = somewhere(view, chance)
        told = painted(view, room)
        is_less |= len(view.picture.edges_in(room)) < len(all_within(view, room.grown(-8.0)))
        with monkeypatch.context() as patch:
            patch.setattr(passing, "told_apart", lambda rect, wiring, *_rest: passing.within(rect, wiring))
            assert told == painted(view, room)
    assert is_less


def test_the_pointer_finds_the_handoff_it_would_find_among_all(fed: tuple[ChartView, Random]) -> None:
    view, chance = fed
    wires = view.picture.wires
    for _ in range(30):
        pick(view, chance)
        spots = [spot for route in dict(view.picture.layout.routes).values() for spot in route]
        at = chance.choice(spots)
        spot = Point(at.x + chance.uniform(-6, 6), at.y + chance.uniform(-60, 60))
        found = wires.at(spot, 6.0)
        near = all_within(view, Rect(spot.x - 6, spot.y - 6, 12, 12))
        others = [key for key in near if rank(view, key, spot)[1] <= 6.0]
        assert (found is None) == (not others)
        assert found is None or found == min(others, key=lambda key: rank(view, key, spot))


def rank(view: ChartView, key: Key, spot: Point) -> tuple[bool, float, Key]:
    """What speaks first, then what is nearest."""
    wires = view.picture.wires
    away = min(
        (max(x - spot.x, 0, spot.x - x - width) ** 2 + max(y - spot.y, 0, spot.y - y - height) ** 2) ** 0.5
        for x, y, width, height in parts_of(wires.route(key), wires.wiring.layout, key)
    )
    return wires.tone(key) is not Tone.PICKED, away, key
