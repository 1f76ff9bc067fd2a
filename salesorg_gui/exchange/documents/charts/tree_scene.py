"""A branch of the reporting tree on a page: what goes on elsewhere is told below the card it hangs on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.chips import BASELINE, CHIP_STYLE, ICON, ICON_GAP
from salesorg_gui.drawing.patterns import without_colour
from salesorg_gui.drawing.shapes import Box, Icon, Label, Shape, Stroke
from salesorg_gui.drawing.text import text_width
from salesorg_gui.drawing.whole import laid_out_chart
from salesorg_gui.exchange.documents.charts.drawn import AIR
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.charts.leaves import Numbers, Scenery
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.lengths import CHIP_GAP, CHIP_HEIGHT

CHIP_PAD = 9.0


@dataclass(frozen=True, slots=True)
class Onward:
    """Where the branch of a seat goes on: the name of the leaf, and how many seats are there."""

    leaf: str
    seats: int


@dataclass(frozen=True)
class TreeScene:
    """A branch as it is laid out; ``onward`` holds the seats whose own branch stands on another leaf."""

    chart: Chart
    layout: Layout
    onward: Mapping[SeatId, Onward]

    def drawn(self, subject: Subject, numbers: Numbers) -> Scenery:
        """The branch, with a chip under every card that goes on elsewhere."""
        bounds, shapes = laid_out_chart(self.chart, self.layout, subject.catalogue, colours=subject.colours)
        chips = [(rect, goal, text) for rect, goal, text in self._chips(numbers)]
        shapes = (*shapes, *(shape for rect, _goal, text in chips for shape in _chip(rect, text)))
        room = bounds
        for rect, _goal, _text in chips:
            room = room.united(rect)
        links = tuple((rect, goal) for rect, goal, _text in chips)
        return Scenery(room.grown(AIR), shapes if subject.options.has_colour else tuple(without_colour(shapes)), links)

    def _chips(self, numbers: Numbers) -> Iterator[tuple[Rect, str, str]]:
        for seat, onward in self.onward.items():
            card = self.layout.cards[Key(Kind.SEAT, seat)]
            seats = ngettext("{count} seat", "{count} seats", onward.seats).format(count=onward.seats)
            text = _("{seats}, page {page}").format(seats=seats, page=numbers[onward.leaf])
            width = text_width(text, CHIP_STYLE) + ICON + ICON_GAP + 2 * CHIP_PAD
            yield Rect(card.centre.x - width / 2, card.bottom + CHIP_GAP, width, CHIP_HEIGHT), onward.leaf, text


def _chip(rect: Rect, text: str) -> tuple[Shape, ...]:
    inner = rect.grown(-0.5)
    left = rect.x + CHIP_PAD
    return (
        Box(inner, "card", Stroke("line_strong"), inner.height / 2),
        Icon("chevron-down", Point(left, rect.y + (rect.height - ICON) / 2), ICON, "text_2"),
        Label(text, Point(left + ICON + ICON_GAP, rect.y + BASELINE), CHIP_STYLE.size, "text_1", CHIP_STYLE.weight),
    )
