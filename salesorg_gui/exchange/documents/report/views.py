"""The charts of a report: every view that has something to show, on one page where it can be read so, else on several.

No sheet of a report is larger than the others: whoever prints it has one kind of paper.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.measure import elide
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Part
from salesorg_gui.exchange.documents.charts.book import leaves_of
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.drawn import LARGEST, LEAST, Drawn, drawn, within
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.charts.leaves import Leaf, Numbers, Scene, Scenery, in_parts
from salesorg_gui.exchange.documents.charts.legend import legend
from salesorg_gui.exchange.documents.charts.placing import PlacedScene, placed
from salesorg_gui.exchange.documents.options import MM, Options
from salesorg_gui.exchange.documents.report.cells import titled
from salesorg_gui.exchange.documents.report.flowing import Leaf as Words
from salesorg_gui.exchange.documents.report.flowing import Link
from salesorg_gui.exchange.documents.report.paper import Sides
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.typeset import Block, line_of, style, width_of
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind

BELOW_TITLE, ABOVE_LEGEND, BETWEEN = 4 * MM, 4 * MM, 14.0
OUT = 4 * MM
"""How far a drawing reaches into the margins at its sides; it has air of its own."""


@dataclass(frozen=True, slots=True)
class WholeChart:
    """A chart nothing of which stands elsewhere."""

    picture: Drawn

    def drawn(self, _subject: Subject, _numbers: Numbers) -> Scenery:
        """All of it."""
        return Scenery(self.picture.bounds, self.picture.shapes, most=LARGEST)


NOTHING = WholeChart(Drawn(Rect(0.0, 0.0, 1.0, 1.0), ()))


@dataclass(frozen=True)
class View:
    """A page with a drawing: the whole of a view, or a part of it with where it goes on."""

    subject: Subject
    sides: Sides
    title: str
    in_short: str
    names: tuple[str, ...]
    scene: Scene
    about: str = ""
    onward: tuple[tuple[str, str], ...] = ()
    seats: tuple[SeatId, ...] = ()

    @property
    def name(self) -> str:
        """The spot where it stands."""
        return self.names[0]

    @property
    def area(self) -> Rect:
        """Between what stands above and below."""
        top, foot = self._title.height, self._foot.height
        room = Rect(self.sides.left, self.sides.top + top, self.sides.width, self.sides.height - top - foot)
        return Rect(room.x - OUT, room.y, room.width + 2 * OUT, room.height)

    def scenery(self, numbers: Numbers) -> PlacedScene:
        """The drawing on its page."""
        text = f"{self.title}: {self.about or self.in_short}"
        return placed(self.scene.drawn(self.subject, numbers), self.area, self.sides.page, text)

    def words(self, numbers: Numbers) -> Words:
        """Its title, legend, and where it goes on."""
        foot, small = self._foot, style("small")
        top = self.sides.height - foot.height
        shapes = [*self._title.shapes, *moved(foot.shapes, 0.0, top)]
        links: list[Link] = []
        right = self.sides.width
        for text, goal in reversed([(text.format(page=numbers[goal]), goal) for text, goal in self.onward]):
            wide = width_of(text, small)
            shapes += moved([line_of(text, small, "text_1")], right - wide, top)
            links.append(Link(Rect(right - wide, top, wide, small.line), goal))
            right -= wide + BETWEEN
        return Words(tuple(shapes), tuple((name, 0.0) for name in self.names), tuple(links), frozenset(self.seats))

    @property
    def _title(self) -> Block:
        title = titled(self.title, self.sides.width, 1 * MM if self.about else BELOW_TITLE)
        if not self.about:
            return title
        small = style("small")
        line = elide(self.about, self.sides.width, small.size, small.weight, small.tracking)
        about = Block(small.line, (Part("p", (line_of(line, small, "text_2"),)),))
        shapes = (*title.shapes, *moved(about.shapes, 0.0, title.height))
        return Block(title.height + about.height + BELOW_TITLE, shapes)

    @property
    def _foot(self) -> Block:
        signs = legend(self.subject, style("small"), self.sides.width)
        above = ABOVE_LEGEND + (style("small").line if self.onward else 0.0)
        return Block(signs.height + above, moved(signs.shapes, 0.0, above))


def heading(kind: ViewKind) -> str:
    """What a view is called in a report."""
    match kind:
        case ViewKind.BOARD:
            return _("Pods and segments")
        case ViewKind.REPORTING:
            return _("Reporting lines")
        case ViewKind.HANDOFFS:
            return _("Handoffs along the journey")


def views(scope: Scope, options: Options) -> Iterator[View]:
    """The board where there are frames, the reporting lines and the handoffs where there are some."""
    chart = scope.chart
    shown = {
        ViewKind.BOARD: bool(chart.pods or chart.segments),
        ViewKind.REPORTING: bool(chart.lines),
        ViewKind.HANDOFFS: bool(chart.handoffs),
    }
    for kind, has_something in shown.items():
        if has_something:
            subject = Subject(scope.plan, chart, scope.catalogue, options, kind)
            whole = _whole(subject, heading(kind), _in_short(scope, kind))
            yield from [whole] if whole else _parts(subject, heading(kind), _in_short(scope, kind))


def _in_short(scope: Scope, kind: ViewKind) -> str:
    """How much there is to see."""
    chart = scope.chart
    pods, leaders, sources = len(chart.pods), len(chart.lines_down), len(chart.sources)
    match kind:
        case ViewKind.BOARD:
            return ngettext("{count} pod", "{count} pods", pods).format(count=pods)
        case ViewKind.REPORTING:
            return ngettext("{count} leader", "{count} leaders", leaders).format(count=leaders)
        case _:
            return ngettext("{count} lead source", "{count} lead sources", sources).format(count=sources)


def _whole(subject: Subject, title: str, in_short: str) -> View | None:
    """The view on one sheet, lying or upright, if its smallest words can be read there."""
    found: list[tuple[float, View]] = []
    for sides in (Sides(subject.options.page).lying, Sides(subject.options.page)):
        empty = View(subject, sides, title, in_short, (_name(subject),), NOTHING)
        picture = drawn(subject, Room(empty.area.width / LEAST, empty.area.height / LEAST))
        scale = within(picture.bounds, empty.area, sides.page).scale
        found.append((scale, replace(empty, scene=WholeChart(picture))))
    scale, view = max(found, key=lambda one: one[0])
    return view if scale >= LEAST else None


def _parts(subject: Subject, title: str, in_short: str) -> Iterator[View]:
    """The view in parts as a book has them, on sheets that lie, or stand where that saves some."""
    lying = Sides(subject.options.page).lying
    page, leaves = _parted(View(subject, lying, title, in_short, (_name(subject),), NOTHING, "–", (("", ""),)))
    other = _parted(replace(page, sides=Sides(subject.options.page)))
    page, leaves = min((page, leaves), other, key=lambda one: len(one[1]))
    for number, leaf in enumerate(leaves, 1):
        yield replace(
            page,
            title=in_parts(title, number, len(leaves)),
            names=(_name(subject, number), leaf.name, *leaf.others),
            scene=leaf.scene,
            about=_about(leaf),
            onward=leaf.onward,
            seats=leaf.seats,
        )


def _parted(fullest: View) -> tuple[View, list[Leaf]]:
    """A page with everything around its drawing that there can be, and the parts that have room on it."""
    area = fullest.area
    return fullest, leaves_of(fullest.subject, Room(area.width / LEAST, area.height / LEAST))


def _name(subject: Subject, number: int = 1) -> str:
    """The spot of one of its pages."""
    return f"view-{subject.view}" + (f"-{number}" if number > 1 else "")


def _about(leaf: Leaf) -> str:
    """What stands on the page, and what it is a part of, in one line."""
    way = " › ".join((*(text for text, _goal in leaf.trail), leaf.title))
    return " · ".join(text for text in (way, leaf.note) if text)
