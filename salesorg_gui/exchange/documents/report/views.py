"""The charts of a report: every view that has something to show, on a page of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Shape
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.drawn import LEAST, Drawn, Setting, drawn, within
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.charts.legend import legend
from salesorg_gui.exchange.documents.options import MM, PAPERS, Options, Page
from salesorg_gui.exchange.documents.report.cells import titled
from salesorg_gui.exchange.documents.report.paper import Sides
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.typeset import Block, style
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind

LADDER = ("a4", "a3", "a2", "a1", "a0")
BELOW_TITLE, ABOVE_LEGEND = 4 * MM, 4 * MM


@dataclass(frozen=True, slots=True)
class View:
    """A drawing of the whole chart on the page on which it can be read; ``around`` are its title and legend."""

    kind: ViewKind
    title: str
    in_short: str
    setting: Setting
    shapes: tuple[Shape, ...]
    around: tuple[Shape, ...]

    @property
    def name(self) -> str:
        """The spot where it stands."""
        return f"view-{self.kind}"

    @property
    def sides(self) -> Sides:
        """Its paper."""
        return Sides(self.setting.page)


def views(scope: Scope, options: Options) -> Iterator[View]:
    """The board where there are frames, the reporting lines and the handoffs where there are some."""
    chart = scope.chart
    titles = {
        ViewKind.BOARD: (_("Pods and segments"), bool(chart.pods or chart.segments)),
        ViewKind.REPORTING: (_("Reporting lines"), bool(chart.lines)),
        ViewKind.HANDOFFS: (_("Handoffs along the journey"), bool(chart.handoffs)),
    }
    for kind, (title, has_something) in titles.items():
        if has_something:
            subject = Subject(scope.plan, chart, scope.catalogue, options, kind)
            setting, picture = _setting(subject, title)
            yield View(
                kind, title, _in_short(scope, kind), setting, picture.shapes, _around(subject, title, setting.page)
            )


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


def _setting(subject: Subject, title: str) -> tuple[Setting, Drawn]:
    """The smallest paper, lying or upright, on which the smallest type can be read; else one of its own size."""
    paper = subject.options.paper
    start = LADDER.index(paper) if paper in LADDER else 0
    picture = Drawn(Rect(0.0, 0.0, 1.0, 1.0), ())
    for page in (subject.options.page, *(PAPERS[name] for name in LADDER[start + 1 :])):
        pairs = [_fitted(subject, title, sides) for sides in (Sides(page).lying, Sides(page))]
        setting, picture = max(pairs, key=lambda pair: pair[0].scale)
        if setting.scale >= LEAST:
            return setting, picture
    none = Sides(Page(0.0, 0.0))
    taken = none.height - _area(subject, title, none).height
    wide, high = picture.bounds.width * LEAST - none.width, picture.bounds.height * LEAST - none.height + taken
    own = Sides(Page(wide, high))
    return within(picture.bounds, _area(subject, title, own), own.page), picture


def _fitted(subject: Subject, title: str, sides: Sides) -> tuple[Setting, Drawn]:
    area = _area(subject, title, sides)
    picture = drawn(subject, Room(area.width / LEAST, area.height / LEAST))
    return within(picture.bounds, area, sides.page), picture


def _area(subject: Subject, title: str, sides: Sides) -> Rect:
    """Between title and legend."""
    top = _title(title, sides).height
    return Rect(sides.left, sides.top + top, sides.width, sides.height - top - _legend(subject, sides).height)


def _around(subject: Subject, title: str, page: Page) -> tuple[Shape, ...]:
    sides = Sides(page)
    signs = _legend(subject, sides)
    return *_title(title, sides).shapes, *moved(signs.shapes, 0.0, sides.height - signs.height)


def _title(title: str, sides: Sides) -> Block:
    return titled(title, sides.width, BELOW_TITLE)


def _legend(subject: Subject, sides: Sides) -> Block:
    signs = legend(subject, style("small"), sides.width)
    return Block(signs.height + ABOVE_LEGEND, moved(signs.shapes, 0.0, ABOVE_LEGEND))
