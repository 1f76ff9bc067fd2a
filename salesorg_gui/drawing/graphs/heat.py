"""How full each of several is from month to month: a table of per cents on the colours of heat."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from salesorg_gui.drawing.graphs.graph import LINE, SMALL, TEXT, Graph, Spot, line_of, room_for
from salesorg_gui.drawing.load import load_step
from salesorg_gui.drawing.shapes import Align, Box, Shape, Stroke, Weight
from salesorg_gui.drawing.text import label, styled
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

CELL, GAP = 26.0, 2.0
NAMES = 0.26
MOST = 9.99
BOLD = styled(SMALL.size, Weight.SEMIBOLD)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A name and the load at each time: 1.0 is full, ``inf`` work without anybody, ``None`` nothing to do."""

    name: str
    loads: tuple[float | None, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Heat:
    """Rows under the names of the times; ``unit`` says what the per cents are of."""

    times: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    unit: str = ""

    def drawn(self, width: float) -> Graph:
        """The unit, the times, a row of cells each; numbers are left out where a cell is too narrow for them."""
        names = min(max((room_for(row.name) for row in self.rows), default=0.0) + 8.0, width * NAMES)
        cell = (width - names) / max(1, len(self.times))
        shapes: list[Shape] = []
        top = 0.0
        if self.unit:
            shapes.append(line_of(self.unit, 0.0, 0.0, width, SMALL, "text_2"))
            top = LINE
        shapes += self._heads(names, cell, top)
        top += LINE + 2.0
        spots: list[Spot] = []
        for row in self.rows:
            shapes.append(line_of(row.name, 0.0, top + 3.0, names - 8.0, TEXT))
            for number, load in enumerate(row.loads[: len(self.times)]):
                place = Rect(names + number * cell, top, cell - GAP, CELL - GAP)
                shapes += _cell(place, load)
                spots.append(Spot(place, f"{row.name}, {self.times[number]}\n{_said(load)}", row.key))
            top += CELL
        return Graph(width, top + 2.0, tuple(shapes), self._spoken(), tuple(spots))

    def _heads(self, left: float, cell: float, top: float) -> Iterator[Shape]:
        if not self.times:
            return
        widest = max(room_for(text, SMALL) for text in self.times) + 4.0
        every = max(1, -int(-widest // cell))
        for number in range(0, len(self.times), every):
            space = min(every * cell, cell * (len(self.times) - number))
            yield line_of(self.times[number], left + number * cell, top, space - GAP, SMALL, "text_2")

    def _spoken(self) -> str:
        return " ".join(f"{row.name}: {', '.join(self._told(row))}." for row in self.rows)

    def _told(self, row: HeatRow) -> Iterator[str]:
        for time, load in zip(self.times, row.loads, strict=False):
            yield f"{time} {_said(load)}"


def _cell(place: Rect, load: float | None) -> Iterator[Shape]:
    if load is None:
        yield Box(place, None, Stroke("heat_0"), 3.0)
        return
    step = load_step(load)
    fill = f"heat_{step}_fill" if step else "card"
    stroke = Stroke(f"heat_{step}", 2.0 if step > 2 else 1.0)
    inset = stroke.width / 2
    yield Box(place.grown(-inset), fill, stroke, 3.0)
    text = _number(load)
    styles = (BOLD, SMALL) if step > 1 else (SMALL,)
    style = next((one for one in styles if room_for(text, one) + 1.0 <= place.width), None)
    if style is not None:
        at = Point(place.centre.x, place.y + 16.0)
        yield label(text, at, place.width, style, "text_1", Align.CENTRE)


def _number(load: float) -> str:
    return str(round(min(MOST, load) * 100)) if isfinite(load) else "∞"


def _said(load: float | None) -> str:
    if load is None:
        return _("nothing to do")
    return f"{round(min(MOST, load) * 100)}\u00a0%" if isfinite(load) else _("nobody there")
