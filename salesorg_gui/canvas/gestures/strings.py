"""The lines of cards in the hand on their way with it: thin, square, to whoever stays where they are."""

from collections.abc import Iterator, Mapping

from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.records import Line
from salesorg_gui.drawing.cards import Shapes
from salesorg_gui.drawing.marks import string
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.routes import Route, clean

MOST = 24
"""Of more lines than this none is shown: they would hide what lies below."""


def strings_of(ground: Ground, home: Mapping[Key, Rect], dx: float, dy: float) -> Shapes:
    """The reporting lines between cards that moved so far and cards that stayed."""
    lines = list(_loose(ground, home))
    if len(lines) > MOST:
        return ()
    shapes: list[Shapes] = []
    for line in lines:
        above, below = (_rect(ground, home, seat, dx, dy) for seat in (line.manager, line.report))
        if above is not None and below is not None:
            shapes.append(string(_way(above, below), line.kind))
    return tuple(shape for found in shapes for shape in found)


def _loose(ground: Ground, home: Mapping[Key, Rect]) -> Iterator[Line]:
    """Lines of which one end is held."""
    chart = ground.chart
    for key in home:
        if key.kind is not Kind.SEAT:
            continue
        seat = SeatId(key.id)
        up = (*chart.lines_up.get(seat, ()), *chart.dotted_up.get(seat, ()))
        yield from (line for line in up if Key(Kind.SEAT, line.manager) not in home)
        yield from (line for line in chart.lines_down.get(seat, ()) if Key(Kind.SEAT, line.report) not in home)


def _rect(ground: Ground, home: Mapping[Key, Rect], seat: SeatId, dx: float, dy: float) -> Rect | None:
    key = Key(Kind.SEAT, seat)
    return home[key].moved(dx, dy) if key in home else ground.layout.cards.get(key)


def _way(above: Rect, below: Rect) -> Route:
    """From under the manager, across half way, onto the report."""
    start, end = Point(above.centre.x, above.bottom), Point(below.centre.x, below.y)
    middle = (start.y + end.y) / 2
    return clean(start, Point(start.x, middle), Point(end.x, middle), end)
