"""A PDF being written page by page: pages and their boxes, bookmarks, links, and forms that can be filled in.

Lengths are points, counted from the top left corner of the page, as drawings count. Fonts are embedded, nothing depends
on the clock or the machine: the same drawing gives the same bytes.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from salesorg_gui.drawing.shapes import Box, Pen, Wire, draw
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.exchange.chosen_pages import SilentPen, chosen_pages
from salesorg_gui.exchange.copying import CopyingPen
from salesorg_gui.exchange.leaves import Leaf, Leaves
from salesorg_gui.exchange.pdf_canvas import Annotations, PdfCanvas
from salesorg_gui.exchange.pdf_forms import Corners, PdfForm
from salesorg_gui.exchange.pdf_pen import CORNER, PdfPen, register_fonts
from salesorg_gui.exchange.watch import onlooker
from salesorg_gui.layout.geometry import Point, Rect


class PdfBook:
    """A file and its pages; everything that is drawn or laid over stands on the page begun last."""

    def __init__(self, theme: Theme, title: str, subject: str = "", language: str = "en") -> None:
        register_fonts()
        self._theme, self._out = theme, BytesIO()
        self.canvas = PdfCanvas(self._out, language)
        self.canvas.setTitle(title)
        self.canvas.setSubject(subject)
        self.canvas.setAuthor("")
        self.canvas.setCreator("Salesorg")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self._form = PdfForm(self.canvas)
        self._width = self._height = 0.0
        self._pages = 0
        self._expected = 0
        self._watch = onlooker()
        self._leaf: Leaf | None = None
        self._level = -1
        self._chosen = chosen_pages()
        self._spots: set[str] = set()
        self._links: list[tuple[Annotations, str, Corners]] = []

    @property
    def pages(self) -> int:
        """How many pages have been begun."""
        return self._pages

    def expect(self, pages: int) -> None:
        """Say how many pages there will be, for whoever looks on."""
        self._expected = pages

    def page(
        self,
        width: float,
        height: float,
        bookmark: str = "",
        *,
        level: int = 0,
        trim: Rect | None = None,
        bleed: Rect | None = None,
    ) -> None:
        """Begin a page; a bookmark makes it findable in the outline, below the last one of a lower level.

        ``trim`` is what remains of the paper after cutting, ``bleed`` what is printed so that cutting may stray.
        """
        if self._pages:
            self._end_page()
        self._pages += 1
        self._watch.page(self._pages, self._expected)
        self._width, self._height = width, height
        if isinstance(self._watch, Leaves):
            self._leaf = self._watch.leaf(width, height, self._theme)
        self.canvas.setPageSize((width, height))
        self.canvas.setTrimBox(trim and self._corners(trim))
        self.canvas.setBleedBox(bleed and self._corners(bleed))
        if bookmark and self._is_written:
            key = f"page {self._pages}"
            self.canvas.bookmarkPage(key)
            self._level = min(level, self._level + 1)
            self.canvas.addOutlineEntry(bookmark, key, self._level)

    @property
    def _is_written(self) -> bool:
        """Whether the page begun last is one of those chosen."""
        return self._chosen is None or self._pages in self._chosen

    def _end_page(self) -> None:
        if self._is_written:
            self.canvas.showPage()
        else:
            self.canvas.forget_page()

    def pen(self, origin: Point = CORNER, scale: float = 1.0) -> Pen:
        """A pen for the page begun last."""
        if not self._is_written:
            return SilentPen()
        pen = PdfPen(self.canvas, self._height, self._theme, scale, origin)
        return pen if self._leaf is None else CopyingPen(pen, self._leaf, origin, scale)

    @contextmanager
    def turned(self, middle: Point) -> Iterator[None]:
        """Draw standing on the head, turned about a spot, until the block ends."""
        self.canvas.saveState()
        self.canvas.translate(2 * middle.x, 2 * (self._height - middle.y))
        self.canvas.rotate(180)
        if self._leaf is not None:
            self._leaf.middle = middle
        try:
            yield
        finally:
            self.canvas.restoreState()
            if self._leaf is not None:
                self._leaf.middle = None

    def filled(self, rects: Sequence[Rect], origin: Point, unit: float, shared: tuple[str, Sequence[Rect]]) -> None:
        """Black rectangles in one stroke of the pen: a pattern for machines, which nobody reads aloud.

        They are counted in whole units of so many points, which are short to write. The ``shared`` ones, by their name,
        are those that all patterns have: they stand in the file once.
        """
        name, common = shared
        if not self._is_written:
            return
        if self._leaf is not None:
            draw([Box(rect, "text_1") for rect in (*common, *rects)], self.pen(origin, unit))
            return
        self.canvas.piece()
        self.canvas.code(f"q {unit:.5g} 0 0 {-unit:.5g} {origin.x:.3f} {self._height - origin.y:.3f} cm 0 g")
        side = max(max(rect.right, rect.bottom) for rect in common)
        self.canvas.stamp(name, side, side, lambda: f"{_bars(common)} f")
        self.canvas.code(f"{_bars(rects)} f Q")

    def repeated(self, name: str, lines: Sequence[Wire]) -> None:
        """Lines that are the same on many pages, such as marks for cutting: they stand in the file once."""

        def draws() -> None:
            draw(lines, self.pen())

        if self._leaf is not None or not self._is_written:
            draws()
        elif lines:
            self.canvas.piece()
            self.canvas.stamp(name, self._width, self._height, lambda: self.canvas.recorded(draws))

    def spot(self, name: str, y: float = 0.0) -> None:
        """Name a height of the page, so that links lead there."""
        if self._is_written:
            self._spots.add(name)
            self.canvas.bookmarkPage(f"spot {name}", fit="XYZ", left=0, top=self._height - y, zoom=0)

    def link(self, rect: Rect, name: str) -> None:
        """Lead from a part of the page to a spot, which may be named later; it must be before the book is finished.

        Where pages are chosen, what leads to a page that is not written leads nowhere.
        """
        if self._chosen is None:
            self.canvas.lead(self.canvas.annotations, f"spot {name}", self._corners(rect))
        elif self._is_written:
            self._links.append((self.canvas.annotations, name, self._corners(rect)))

    def tick_box(self, name: str, spot: Point, size: float, tooltip: str, *, is_ticked: bool) -> None:
        """A box that readers of forms can tick, laid over a drawn one; ``spot`` is its top left corner."""
        if not self._is_written:
            return
        self._form.tick(name, self._corners(Rect(spot.x, spot.y, size, size)), tooltip, is_ticked=is_ticked)
        if self._leaf is not None and is_ticked:
            self._leaf.tick(spot, size)

    def choices(self, name: str, spots: Sequence[Point], size: float, chosen: int, tooltip: str) -> None:
        """Drawn rings of which one can be chosen, by their top left corners; counted from 1, 0 for none yet."""
        if not self._is_written:
            return
        places = [self._corners(Rect(spot.x, spot.y, size, size)) for spot in spots]
        self._form.choose(name, places, chosen, tooltip)
        if self._leaf is not None and chosen:
            self._leaf.choose(spots[chosen - 1], size)

    def text_field(
        self, name: str, rect: Rect, tooltip: str, value: str = "", *, is_multiline: bool = False, size: float = 9.0
    ) -> None:
        """Room to write in, laid over printed lines."""
        if not self._is_written:
            return
        self._form.write(name, self._corners(rect), tooltip, value, size, is_multiline=is_multiline)
        if self._leaf is not None and value:
            self._leaf.write(value, rect, size)

    def finished(self) -> bytes:
        """The whole file."""
        if self._pages:
            self._end_page()
        for annotations, name, corners in self._links:
            if name in self._spots:
                self.canvas.lead(annotations, f"spot {name}", corners)
        self._form.finish()
        self.canvas.save()
        return self._out.getvalue()

    def _corners(self, rect: Rect) -> Corners:
        """A rectangle as PDF counts."""
        return rect.x, self._height - rect.bottom, rect.right, self._height - rect.y


def _bars(rects: Sequence[Rect]) -> str:
    return " ".join(["%d %d %d %d re" % rect for rect in rects])  # noqa: UP031 - twice as fast, of thousands
