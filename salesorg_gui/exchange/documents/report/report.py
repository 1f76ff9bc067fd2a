"""Puts the report together: parts are set first, then numbered, then drawn with contents, index and links."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import draw
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.drawn import inks
from salesorg_gui.exchange.documents.charts.in_full import cut_short
from salesorg_gui.exchange.documents.charts.placing import PlacedScene, print_scene
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.printing import NothingToPrint
from salesorg_gui.exchange.documents.report import (
    advice,
    answers,
    capacity,
    cases,
    empty_chair,
    findings,
    handoffs,
    hires,
    in_full,
    matrix,
    seams,
    seats,
)
from salesorg_gui.exchange.documents.report.contents import Entry, contents
from salesorg_gui.exchange.documents.report.cover import cover
from salesorg_gui.exchange.documents.report.flowing import Flow, Leaf, Piece
from salesorg_gui.exchange.documents.report.paper import Running, Sides
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.report.views import heading, views
from salesorg_gui.exchange.documents.wording import day
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.i18n import _
from salesorg_gui.rules.examine import examine

type Pieces = Callable[[float], Iterator[Piece]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report that is made of pieces; ``is_lying`` takes the paper on its side."""

    name: str
    title: str
    in_short: str
    pieces: Pieces
    is_lying: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be drawn: its paper, and what stands on it. A cover has neither head nor foot."""

    sides: Sides
    leaf: Leaf
    scene: PlacedScene | None = None
    is_cover: bool = False


def report(plan: Plan, chart: Chart, catalogue: Catalogue, options: Options) -> bytes:
    """The whole report of one chart."""
    if not (chart.seats or chart.pods or chart.segments or chart.sources):
        raise NothingToPrint(_("The chart is empty."))
    return Report(Scope(plan, chart, catalogue.with_plan_roles(plan.roles)), options).drawn()


class Report:
    """A report in the making."""

    def __init__(self, scope: Scope, options: Options) -> None:
        self._scope, self._options = scope, options
        self._sides = Sides(options.page)
        self._date = day(options.today, scope.language)
        self._findings = examine(scope.plan, scope.chart, scope.catalogue)
        self._views = tuple(views(scope, options))
        self._chapters = tuple(self._all_chapters())

    def drawn(self) -> bytes:
        """The finished file."""
        plan, chart, kind = self._scope.plan, self._scope.chart, _("Workshop report")
        sheets = self._sheets()
        names = " · ".join(text for text in (plan.title, chart.title) if text) or kind
        running = Running(names, kind, self._date)
        titles = {entry.name: entry.title for entry in self._entries()}
        book = PdfBook(inks(self._options), plan.title or kind, kind, self._scope.language)
        book.expect(len(sheets))
        for number, sheet in enumerate(sheets, 1):
            _draw(book, sheet, titles)
            if not sheet.is_cover:
                draw(running.around(sheet.sides, number, len(sheets)), book.pen())
        return book.finished()

    def _all_chapters(self) -> Iterator[Chapter]:
        """Everything but the index, in its order."""
        scope, found = self._scope, self._findings
        told = findings.in_short(found)
        yield Chapter(findings.NAME, findings.heading(), told, lambda width: findings.pieces(scope, found, width))
        passed = handoffs.in_short(scope)
        yield Chapter(handoffs.NAME, handoffs.heading(), passed, lambda width: handoffs.pieces(scope, width))
        if scope.chart.handoffs:
            yield Chapter(
                matrix.NAME,
                matrix.heading(),
                _("by title, as a table"),
                lambda width: matrix.pieces(scope, width),
                is_lying=True,
            )
        reckoning = capacity.reckoning_of(scope)
        short = capacity.in_short(scope, reckoning)
        yield Chapter(capacity.NAME, capacity.heading(), short, lambda width: capacity.pieces(scope, reckoning, width))
        yield from self._studied()
        if answers.facts(scope):
            said = answers.in_short(scope)
            yield Chapter(answers.NAME, answers.heading(), said, lambda width: answers.pieces(scope, width))
            speaks = advice.found_of(scope)
            model = advice.in_short(scope, speaks)
            yield Chapter(advice.NAME, advice.heading(), model, lambda width: advice.pieces(scope, speaks, width))

    def _studied(self) -> Iterator[Chapter]:
        """What the chart would do."""
        scope = self._scope
        planned = hires.plan_of(scope, self._options.today)
        few = hires.in_short(planned)
        yield Chapter(hires.NAME, hires.heading(), few, lambda width: hires.pieces(scope, planned, width))
        away = empty_chair.words_of(scope)
        chair = empty_chair.in_short(away)
        yield Chapter(
            empty_chair.NAME, empty_chair.heading(), chair, lambda width: empty_chair.pieces(scope, away, width)
        )
        if scope.chart.handoffs:
            found = seams.found_of(scope)
            told = seams.in_short(scope, found)
            yield Chapter(seams.NAME, seams.heading(), told, lambda width: seams.pieces(scope, found, width))
        if scope.plan.cases:
            walked = cases.outcomes_of(scope)
            passing = cases.in_short(walked)
            yield Chapter(cases.NAME, cases.heading(), passing, lambda width: cases.pieces(scope, walked, width))

    def _entries(self) -> list[Entry]:
        """The lines of the contents, without their pages."""
        firsts = {view.subject.view: view for view in reversed(self._views)}
        entries = [Entry(heading(kind), view.in_short, view.name) for kind, view in reversed(firsts.items())]
        entries += [Entry(chapter.title, chapter.in_short, chapter.name) for chapter in self._chapters]
        return [*entries, Entry(seats.heading(), seats.in_short(self._scope), seats.NAME)]

    def _sheets(self) -> list[Sheet]:
        """All pages in order. The contents take as many pages before they know the numbers as after."""
        front = [*self._cover(), *self._contents({})]
        drawings = self._drawings(len(front))
        body = [*drawings, *self._flowed(drawings, len(front))]
        pages = {name: number for number, sheet in enumerate(body, len(front) + 1) for name, _y in sheet.leaf.spots}
        return [*self._cover(), *self._contents(pages), *body]

    def _cover(self) -> list[Sheet]:
        page, findings_left = self._sides.page, len(self._findings.unsettled)
        width, height = self._sides.width, page.height - 2 * self._sides.margin
        shapes = cover(self._scope, findings_left, self._date, Room(width, height), has_colour=self._options.has_colour)
        return [Sheet(self._sides, Leaf(one), is_cover=True) for one in shapes]

    def _contents(self, pages: Mapping[str, int]) -> list[Sheet]:
        entries = [replace(entry, page=pages.get(entry.name, 0)) for entry in self._entries()]
        return [Sheet(self._sides, leaf) for leaf in contents(entries, self._sides.width, self._sides.height)]

    def _drawings(self, before: int) -> list[Sheet]:
        numbers = {name: number for number, view in enumerate(self._views, before + 1) for name in view.names}
        return [Sheet(view.sides, view.words(numbers), view.scenery(numbers)) for view in self._views]

    def _flowed(self, drawings: Sequence[Sheet], before: int) -> list[Sheet]:
        """The parts on their pages; those on paper the same way up follow each other. The index comes last.

        Behind it stands in full what the ``drawings`` had no room for.
        """
        done: list[Sheet] = []
        sides = self._sides
        flow = Flow(sides.height)
        for chapter in self._chapters:
            wanted = self._sides.lying if chapter.is_lying else self._sides
            if wanted != sides:
                done += [Sheet(sides, leaf) for leaf in flow.leaves]
                sides, flow = wanted, Flow(wanted.height)
            flow.add(chapter.pieces(sides.width))
        so_far = [*done, *(Sheet(sides, leaf) for leaf in flow.leaves)]
        flow.add(seats.pieces(self._scope, _mentions([*drawings, *so_far], before), sides.width))
        shapes = [shape for sheet in drawings if sheet.scene for shape in sheet.scene.shapes]
        flow.add(in_full.pieces(self._scope, cut_short(shapes), sides.width))
        return [*done, *(Sheet(sides, leaf) for leaf in flow.leaves)]


def _mentions(sheets: Iterable[Sheet], before: int) -> Mapping[SeatId, Sequence[int]]:
    """The pages that speak of each seat."""
    found: dict[SeatId, list[int]] = defaultdict(list)
    for number, sheet in enumerate(sheets, before + 1):
        for seat in sheet.leaf.about:
            found[seat].append(number)
    return found


def _draw(book: PdfBook, sheet: Sheet, titles: Mapping[str, str]) -> None:
    """One page with its spots and links."""
    sides, leaf = sheet.sides, sheet.leaf
    top = sides.margin if sheet.is_cover else sides.top
    begun = " · ".join(titles[name] for name, _y in leaf.spots if name in titles)
    book.page(sides.page.width, sides.page.height, begun)
    book.spot(seats.page_name(book.pages))
    for name, y in leaf.spots:
        book.spot(name, top + y)
    for link in leaf.links:
        book.link(link.rect.moved(sides.left, top), link.name)
    draw(moved(leaf.shapes, sides.left, top), book.pen())
    if sheet.scene is not None:
        print_scene(book, sheet.scene)
