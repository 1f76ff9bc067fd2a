"""The organisation as a book: contents, a page for every manager, pod or stretch of the journey, and registers.

Every page says where in the organisation it stands; what goes on elsewhere names the page and leads there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.drawing.shapes import Part, draw
from salesorg_gui.exchange.documents.charts.board_pages import BoardPages
from salesorg_gui.exchange.documents.charts.contents import Entry, Placed, contents
from salesorg_gui.exchange.documents.charts.drawn import inks, within
from salesorg_gui.exchange.documents.charts.flow_pages import FlowPages
from salesorg_gui.exchange.documents.charts.folio import Folio, Link
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.charts.in_full import spelled_out
from salesorg_gui.exchange.documents.charts.leaves import Leaf, Numbers
from salesorg_gui.exchange.documents.charts.registers import register_pages, registers
from salesorg_gui.exchange.documents.charts.tree_pages import TreePages
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind


@dataclass(frozen=True, slots=True)
class Chapter:
    """The leaves of one view."""

    title: str
    leaves: tuple[Leaf, ...]


def book(subject: Subject) -> bytes:
    """The book of one view."""
    return _bound(subject, [_part(subject, subject.view)])


def whole_book(subject: Subject) -> bytes:
    """The book of all views that show anything."""
    chart = subject.chart
    views = [
        *([ViewKind.BOARD] if chart.pods or chart.segments else []),
        *([ViewKind.REPORTING] if chart.lines else []),
        *([ViewKind.HANDOFFS] if chart.handoffs else []),
    ]
    return _bound(subject, [_part(subject, view) for view in views or [subject.view]])


def _part(subject: Subject, view: ViewKind) -> Chapter:
    shown, room = replace(subject, view=view), Folio(subject).room
    match view:
        case ViewKind.BOARD:
            return Chapter(_("Board"), tuple(BoardPages(shown, room).leaves()))
        case ViewKind.REPORTING:
            return Chapter(_("Reporting"), tuple(TreePages(shown, room, tuple(subject.chart.seats)).leaves()))
        case ViewKind.HANDOFFS:
            return Chapter(_("Handoffs"), tuple(FlowPages(shown, room).leaves()))


def _bound(subject: Subject, parts: Sequence[Chapter]) -> bytes:
    """Count the pages, then print them."""
    leaves = [leaf for part in parts for leaf in part.leaves]
    tables = registers(subject, _homes(leaves))
    entries = [*_entries(parts), Entry(_("Index")), *(Entry(table.title, 0, table.title) for table in tables)]
    folio = Folio(subject)
    first = len(contents(folio, _("Organisation book"), entries, {}))
    numbers = {name: first + n for n, leaf in enumerate(leaves, 1) for name in (leaf.name, *leaf.others)}
    lengths = [len(register_pages(folio, table, numbers)) for table in tables]
    start = first + len(leaves) + 1
    for table, length in zip(tables, lengths, strict=True):
        numbers[table.title] = start
        start += length
    folio = replace(folio, of=start - 1)
    printer = _Printer(folio, numbers, subject)
    printer.plain(contents(folio, _("Organisation book"), entries, numbers), _("Contents"))
    for part in parts:
        printer.part(part, is_only=len(parts) == 1)
    for table in tables:
        printer.plain(register_pages(folio, table, numbers), table.title)
    return printer.book.finished()


def _entries(parts: Sequence[Chapter]) -> Iterator[Entry]:
    for part in parts:
        yield Entry(part.title)
        for leaf in part.leaves:
            yield Entry(leaf.title, len(leaf.trail), leaf.name)


def _homes(leaves: Sequence[Leaf]) -> dict[str, tuple[str, ...]]:
    """On which leaves each seat stands, and each lead source that has one of its own."""
    found: dict[str, tuple[str, ...]] = {}
    for leaf in leaves:
        for seat in leaf.seats:
            found[seat] = (*found.get(seat, ()), leaf.name)
        for source in leaf.sources:
            found[source] = (*found.get(source, ()), leaf.name)
    return found


class _Printer:
    """Prints pages whose numbers are known."""

    def __init__(self, folio: Folio, numbers: Numbers, subject: Subject) -> None:
        self._folio, self._numbers, self._subject = folio, numbers, subject
        title = subject.plan.title or _("Organisation book")
        self.book = PdfBook(inks(subject.options), title, _("Organisation book"), subject.catalogue.language)
        self.book.expect(folio.of)

    def plain(self, pages: Sequence[Placed], title: str) -> None:
        """Contents and registers."""
        for number, placed in enumerate(pages):
            self._begin("" if number else title, 0)
            if not number:
                self.book.spot(title)
            draw((*placed.shapes, *self._folio.foot(self.book.pages)), self.book.pen())
            self._link(placed.links)

    def part(self, part: Chapter, *, is_only: bool) -> None:
        """The leaves of one view."""
        for number, leaf in enumerate(part.leaves):
            if not is_only and number == 0:
                self._begin(part.title, 0)
            else:
                self._begin(leaf.title, len(leaf.trail) + (0 if is_only else 1))
            for name in (leaf.name, *leaf.others):
                self.book.spot(name)
            self._leaf(leaf)

    def _begin(self, bookmark: str, level: int) -> None:
        page = self._folio.page
        self.book.page(page.width, page.height, bookmark, level=level)

    def _leaf(self, leaf: Leaf) -> None:
        folio = self._folio
        way, links = folio.running([(_("Contents"), _("Contents")), *leaf.trail])
        goals = [(text.format(page=self._numbers[goal]), goal) for text, goal in leaf.onward]
        further, more = folio.onward(goals)
        heading = folio.heading(leaf.title, leaf.note, leaf.family)
        words = (Part("p", tuple(way)), Part("h1", tuple(heading)), Part("p", tuple(further)))
        draw((*words, *folio.foot(self.book.pages)), self.book.pen())
        self._link([*links, *more])
        self._scene(leaf)

    def _scene(self, leaf: Leaf) -> None:
        """The drawing, as large as the page takes it."""
        scenery = leaf.scene.drawn(self._subject, self._numbers)
        setting = within(scenery.bounds, self._folio.area, self._folio.page, scenery.most)
        if scenery.window is not None:  # what goes on beyond its edges begins at the margin
            setting = replace(
                setting, origin=Point(self._folio.area.x - scenery.bounds.x * setting.scale, setting.origin.y)
            )
        paper = self.book.canvas
        paper.saveState()
        if scenery.window is not None:
            room = _on_paper(scenery.window, setting.scale, setting.origin.x, setting.origin.y)
            clip = paper.beginPath()
            clip.rect(room.x, setting.page.height - room.bottom, room.width, room.height)
            paper.clipPath(clip, stroke=0, fill=0)
        shapes = spelled_out(scenery.shapes, setting.scale)
        picture = Part("figure", shapes, f"{leaf.title}: {leaf.note}" if leaf.note else leaf.title)
        draw((picture,), self.book.pen(setting.origin, setting.scale))
        paper.restoreState()
        draw(scenery.above, self.book.pen(setting.origin, setting.scale))
        self._link(
            [(_on_paper(rect, setting.scale, setting.origin.x, setting.origin.y), goal) for rect, goal in scenery.links]
        )

    def _link(self, links: Sequence[Link]) -> None:
        for rect, goal in links:
            self.book.link(rect, goal)


def _on_paper(rect: Rect, scale: float, x: float, y: float) -> Rect:
    """A part of a drawing where it stands on the page."""
    return Rect(x + rect.x * scale, y + rect.y * scale, rect.width * scale, rect.height * scale)
