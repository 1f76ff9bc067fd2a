"""Parts the Handoffs view into pages as an atlas does: rows of lanes, and where these are too wide, parts of the way.

A page is cut where no card, name or pill is cut; it says on which pages it goes on to either side. The headers of the
columns stand on every page, and so does the name of a lane that began on another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.domain.ids import Kind, PodId, SeatId, SourceId
from salesorg_gui.drawing import words
from salesorg_gui.drawing.extent import extent
from salesorg_gui.drawing.flow_frames import HEAD_HEIGHT, head
from salesorg_gui.drawing.patterns import without_colour
from salesorg_gui.drawing.pills import pill_width
from salesorg_gui.drawing.shapes import Bar, Icon, Label, Shape
from salesorg_gui.drawing.sketch import Sketcher
from salesorg_gui.drawing.text import CARD, label
from salesorg_gui.drawing.whole import laid_out_chart
from salesorg_gui.exchange.documents.charts.branches import TIGHT, Room
from salesorg_gui.exchange.documents.charts.cutting import Span, filled, halved
from salesorg_gui.exchange.documents.charts.drawn import AIR, LEAST
from salesorg_gui.exchange.documents.charts.furniture import Subject, figures
from salesorg_gui.exchange.documents.charts.leaves import LARGEST, Leaf, Numbers, Scenery
from salesorg_gui.exchange.watch import onlooker
from salesorg_gui.i18n import _
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind

HEADS = HEAD_HEIGHT + 8.0
LANE_TITLE, LANE_PAD = 20.0, 16.0


@dataclass(frozen=True, slots=True)
class FlowScene:
    """A window of the Handoffs view: what is inside of it, with the headers and names that belong to it."""

    window: Rect
    shapes: tuple[Shape, ...]
    above: tuple[Shape, ...]
    scale: float

    def drawn(self, subject: Subject, _numbers: Numbers) -> Scenery:
        """The window; wires go on beyond its edges."""
        shapes = self.shapes if subject.options.has_colour else tuple(without_colour(self.shapes))
        bounds = Rect(self.window.x, self.window.y - HEADS, self.window.width, self.window.height + HEADS)
        return Scenery(bounds, shapes, window=self.window, above=self.above, most=self.scale)


@dataclass(frozen=True)
class FlowPages:
    """The Handoffs view of a chart on pages of one size."""

    subject: Subject
    room: Room

    def leaves(self) -> list[Leaf]:
        """All pages, row by row."""
        bands = [self._columns(row) for row in self._rows()]
        windows = [window for band in bands for window in band]
        room = Room(self.room.width, self.room.height - HEADS)
        scale = min([LARGEST, *(LEAST * room.scale(window) / TIGHT for window in windows)])
        return [
            self._leaf(bands, row, column, scale) for row, columns in enumerate(bands) for column in range(len(columns))
        ]

    @cached_property
    def _layout(self) -> Layout:
        catalogue = self.subject.catalogue
        pill = lambda handoff: pill_width(handoff, catalogue)  # noqa: E731
        return arranged(ViewKind.HANDOFFS, self.subject.chart, None, catalogue, pill=pill)

    @cached_property
    def _sketcher(self) -> Sketcher:
        return Sketcher(self.subject.chart, self._layout, self.subject.catalogue)

    @cached_property
    def _shapes(self) -> list[tuple[Rect, Shape]]:
        """Everything but the headers, which stand on each page anew."""
        subject = self.subject
        _bounds, shapes = laid_out_chart(subject.chart, self._layout, subject.catalogue, colours=subject.colours)
        heads = set(self._sketcher.flow.heads())
        return [(extent(shape), shape) for shape in shapes if shape not in heads]

    @cached_property
    def _lanes(self) -> list[tuple[Rect, str]]:
        """Every frame of the view from the top, and its name."""
        flow, chart = self._layout.flow, self.subject.chart
        found = []
        for key, rect in self._layout.frames.items():
            if key.kind is Kind.POD:
                found.append((rect, words.pod_title(chart.pods[PodId(key.id)])))
        if flow is not None and flow.loose is not None:
            found.append((flow.loose, _("Without pod") if self._layout.members else _("The organisation")))
        if flow is not None and flow.strip is not None:
            found.append((flow.strip, _("Not part of the journey")))
        return sorted(found, key=lambda lane: lane[0].y)

    @cached_property
    def _fixed(self) -> list[Rect]:
        """What no page may cut: cards, pills, gaps."""
        gaps = [gap.rect for gap in self._layout.flow.gaps] if self._layout.flow is not None else []
        return [*self._layout.cards.values(), *self._layout.pills.values(), *gaps]

    def _bounds(self) -> Rect:
        found = self._layout.bounds
        for reach, _shape in self._shapes:
            found = found.united(reach)
        return found

    def _rows(self) -> list[Span]:
        """Rows of whole lanes; a lane higher than a page is cut between its cards."""
        bounds = self._bounds()
        start = min((rect.y for rect, _name in self._lanes), default=0.0)
        start = min(start, *(rect.y for rect in self._fixed)) if self._fixed else start
        most = self.room.height - HEADS - 2 * AIR
        lanes = [(rect.y - AIR, rect.bottom + AIR) for rect, _name in self._lanes if rect.height <= most]
        high = [rect for rect, _name in self._lanes if rect.height > most]
        inner = [(rect.y - AIR, rect.bottom + AIR) for rect in self._fixed if any(lane.holds(rect) for lane in high)]
        titles = [(lane.y, lane.y + 2 * LANE_TITLE) for lane in high]
        return filled([*lanes, *inner, *titles], start - AIR, bounds.bottom + AIR, most)

    def _columns(self, row: Span) -> list[Rect]:
        """The windows of a row, cut between cards."""
        bounds = self._bounds()
        spans = self._everywhere
        if spans is None:
            taken = self._taken([rect for rect in self._fixed if rect.y < row[1] and rect.bottom > row[0]], row)
            spans = halved(taken, bounds.x - AIR, bounds.right + AIR, self.room.width)
        return [Rect(start, row[0], end - start, row[1] - row[0]) for start, end in spans]

    @cached_property
    def _everywhere(self) -> list[Span] | None:
        """Cuts that do for all rows; nothing when they would hurt something."""
        bounds = self._bounds()
        taken = self._taken(self._fixed, (bounds.y, bounds.bottom))
        spans = halved(taken, bounds.x - AIR, bounds.right + AIR, self.room.width)
        is_clean = not any(low < end < high for _start, end in spans[:-1] for low, high in taken)
        return spans if is_clean else None

    def _taken(self, fixed: Iterable[Rect], row: Span) -> list[Span]:
        """From where to where cards and words stand."""
        said = [
            reach
            for reach, shape in self._shapes
            if isinstance(shape, Label) and reach.y >= row[0] and reach.bottom <= row[1]
        ]
        return [(rect.x - AIR / 2, rect.right + AIR / 2) for rect in (*fixed, *said, *self._heads_reach)]

    @cached_property
    def _heads_reach(self) -> list[Rect]:
        return [extent(shape) for shape in self._sketcher.flow.heads() if isinstance(shape, Label)]

    def _leaf(self, bands: Sequence[Sequence[Rect]], row: int, column: int, scale: float) -> Leaf:
        onlooker().rest()
        window = bands[row][column]
        lanes = [name for rect, name in self._lanes if rect.y < window.bottom and rect.bottom > window.y]
        seats = tuple(
            SeatId(key.id)
            for key, rect in self._layout.cards.items()
            if key.kind is Kind.SEAT and window.contains(rect.centre)
        )
        sources = tuple(
            SourceId(key.id)
            for key, rect in self._layout.cards.items()
            if key.kind is Kind.SOURCE and window.contains(rect.centre)
        )
        above = tuple(self._above(window, is_first=column == 0))
        scene = FlowScene(window, tuple(self._inside(window)), above, scale)
        fte = sum(self.subject.chart.seats[seat].total_fte for seat in seats)
        note = figures(len(seats), fte, self.subject.catalogue.language) if seats else ""
        stages = self._stages(window) if len(bands[row]) > 1 else ""
        onward = tuple(_onward(bands, row, column))
        return Leaf(
            _name_of(row, column),
            " · ".join(text for text in (", ".join(lanes), stages) if text),
            note,
            scene,
            (),
            seats,
            sources,
            onward=onward,
        )

    def _stages(self, window: Rect) -> str:
        """From which stage to which a window reaches."""
        titles = [
            face.title for face, x, _width, _room in self._sketcher.flow.columns() if window.x - 1 <= x < window.right
        ]
        return " – ".join(dict.fromkeys([*titles[:1], *titles[-1:]]))

    def _inside(self, window: Rect) -> Iterator[Shape]:
        """What the window shows: all that reaches into it, but words and signs only whole."""
        whole = window.grown(0.5)
        for reach, shape in self._shapes:
            if isinstance(shape, (Label, Icon, Bar)):
                if whole.holds(reach):
                    yield shape
            elif Rect(reach.x, reach.y, max(reach.width, 0.1), max(reach.height, 0.1)).meets(window):
                yield shape

    def _above(self, window: Rect, *, is_first: bool) -> Iterator[Shape]:
        """The headers of the columns in the window, and the names of lanes that began elsewhere."""
        for face, x, width, room in self._sketcher.flow.columns():
            if window.x - 1 <= x < window.right:
                yield from head(face, x, window.y - HEADS, min(width, window.right - x), min(room, window.right - x))
        for rect, name in self._lanes:
            is_here = rect.y < window.bottom and rect.bottom > window.y
            if is_here and (not is_first or rect.y < window.y):
                top = max(rect.y, window.y) + LANE_TITLE
                yield label(name, Point(window.x + LANE_PAD, top), 300.0, CARD, "text_3")


def _onward(bands: Sequence[Sequence[Rect]], row: int, column: int) -> Iterator[tuple[str, str]]:
    """Where the journey and the lanes go on."""
    if column > 0:
        yield _("To the left: page {page}"), _name_of(row, column - 1)
    if column + 1 < len(bands[row]):
        yield _("To the right: page {page}"), _name_of(row, column + 1)
    if row > 0:
        yield _("Above: page {page}"), _name_of(row - 1, min(column, len(bands[row - 1]) - 1))
    if row + 1 < len(bands):
        yield _("Below: page {page}"), _name_of(row + 1, min(column, len(bands[row + 1]) - 1))


def _name_of(row: int, column: int) -> str:
    return f"flow {row + 1}-{column + 1}"
