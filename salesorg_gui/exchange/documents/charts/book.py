"""The organisation as a book: contents, a page for every manager, pod or stretch of the journey, and registers.

Every page says where in the organisation it stands; what goes on elsewhere names the page and leads there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.drawing.shapes import Part, draw
from salesorg_gui.exchange.documents.charts.board_pages import BoardPages
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.contents import Entry, Placed, contents
from salesorg_gui.exchange.documents.charts.drawn import inks
from salesorg_gui.exchange.documents.charts.flow_pages import FlowPages
from salesorg_gui.exchange.documents.charts.folio import Folio, Link
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.charts.leaves import Leaf, Numbers
from salesorg_gui.exchange.documents.charts.placing import placed, print_scene
from salesorg_gui.exchange.documents.charts.registers import RegisterPage, register_pages, registers
from salesorg_gui.exchange.documents.charts.tree_pages import TreePages
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
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
    shown = replace(subject, view=view)
    titles = {ViewKind.BOARD: _("Board"), ViewKind.REPORTING: _("Reporting"), ViewKind.HANDOFFS: _("Handoffs")}
    return Chapter(titles[view], tuple(leaves_of(shown, Folio(subject).room)))


def leaves_of(subject: Subject, room: Room) -> list[Leaf]:
    """A chart in its view, parted into pages of one size."""
    match subject.view:
        case ViewKind.BOARD:
            return BoardPages(subject, room).leaves()
        case ViewKind.REPORTING:
            return TreePages(subject, room, tuple(subject.chart.seats)).leaves()
        case ViewKind.HANDOFFS:
            return FlowPages(subject, room).leaves()


def _bound(subject: Subject, parts: Sequence[Chapter]) -> bytes:
    """Count the pages, then print them."""
    leaves = [leaf for part in parts for leaf in part.leaves]
    tables = registers(subject, _homes(leaves))
    entries = [*_entries(parts), Entry(_("Index")), *(Entry(table.title, 0, table.title) for table in tables)]
    folio = Folio(subject)
    first = len(contents(folio, _("Organisation book"), entries, {}))
    numbers = {name: first + n for n, leaf in enumerate(leaves, 1) for name in (leaf.name, *leaf.others)}
    index = register_pages(folio, tables, numbers)
    numbers |= {title: number for number, page in enumerate(index, first + len(leaves) + 1) for title, _y in page.begun}
    folio = replace(folio, of=first + len(leaves) + len(index))
    printer = _Printer(folio, numbers, subject)
    printer.plain(contents(folio, _("Organisation book"), entries, numbers), _("Contents"))
    for part in parts:
        printer.part(part, is_only=len(parts) == 1)
    for page in index:
        printer.register(page)
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
        for number, one in enumerate(pages):
            self._begin("" if number else title, 0)
            if not number:
                self.book.spot(title)
            draw((*one.shapes, *self._folio.foot(self.book.pages)), self.book.pen())
            self._link(one.links)

    def register(self, page: RegisterPage) -> None:
        """A page of registers; each that begins there is found by its name."""
        self._begin(" · ".join(title for title, _y in page.begun), 0)
        for title, y in page.begun:
            self.book.spot(title, y)
        draw((*page.placed.shapes, *self._folio.foot(self.book.pages)), self.book.pen())
        self._link(page.placed.links)

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
        scenery = leaf.scene.drawn(self._subject, self._numbers)
        text = f"{leaf.title}: {leaf.note}" if leaf.note else leaf.title
        print_scene(self.book, placed(scenery, folio.area, folio.page, text))

    def _link(self, links: Sequence[Link]) -> None:
        for rect, goal in links:
            self.book.link(rect, goal)
