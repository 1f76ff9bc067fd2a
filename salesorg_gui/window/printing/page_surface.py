"""The pages of a document painted on the screen, one at a time, up to their true size and beyond."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.exchange.leaves import Leaf
from salesorg_gui.i18n import _
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name
from salesorg_gui.window.printing.leaf_paint import LeafPaint, spoken

AIR = 24
STEPS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
POINTS_PER_INCH = 72.0
LIKELY_DPI = (50.0, 400.0)
"""What a screen can have; one that says something else does not know its size."""


class Fit(StrEnum):
    """Sizes that depend on the room there is."""

    PAGE = "page"
    WIDTH = "width"


class PageSurface(QAbstractScrollArea):
    """``turned`` carries the page on show, from 0; ``sized`` tells that it is shown in another size."""

    turned = Signal(int)
    sized = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._paint = look, LeafPaint()
        self._leaves: tuple[Leaf, ...] = ()
        self._number = 0
        self._wanted: Fit | float = Fit.PAGE
        self._kept: tuple[object, QPixmap] | None = None
        name(self, "print_pages", _("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._forget)

    @property
    def number(self) -> int:
        """The page on show, from 0."""
        return self._number

    @property
    def count(self) -> int:
        """How many pages can be looked at."""
        return len(self._leaves)

    @property
    def size_wanted(self) -> Fit | float:
        """In which size pages are shown: to fit, or as a factor of their true size."""
        return self._wanted

    @property
    def factor(self) -> float:
        """The size on show as a factor of the true one."""
        return self._wanted if isinstance(self._wanted, float) else self._scale() / self._true_scale()

    def show_leaves(self, leaves: Sequence[Leaf]) -> None:
        """Show these pages; the one on show stays as far as there is one."""
        self._leaves = tuple(leaves)
        self._show(min(self._number, max(0, len(self._leaves) - 1)))

    def turn(self, number: int) -> None:
        """Show a page from its top."""
        number = max(0, min(number, len(self._leaves) - 1))
        if self._leaves and number != self._number:
            self._show(number)
            self.verticalScrollBar().setValue(0)

    def zoom_to(self, wanted: Fit | float) -> None:
        """Show pages in another size, the same spot in the middle."""
        middle = self._middle()
        self._wanted = wanted
        self._lay_out()
        self._go_to(middle)
        self.sized.emit()

    def step_zoom(self, by: int) -> None:
        """The next larger or smaller of the usual sizes."""
        now = self.factor
        beyond = [step for step in STEPS if (step > now * 1.01 if by > 0 else step < now * 0.99)]
        if beyond:
            self.zoom_to(beyond[0] if by > 0 else beyond[-1])

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(0, 0, self._picture())
            if self.hasFocus():
                painter.setPen(QPen(self._look.colour("accent"), 2.0))
                painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.sized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _show(self, number: int) -> None:
        is_turned, self._number = number != self._number, number
        self._kept = None
        self._lay_out()
        leaf = self._leaf
        self.setAccessibleDescription(spoken(leaf) if leaf is not None else "")
        if is_turned:
            self.turned.emit(number)
        self.sized.emit()

    def _forget(self) -> None:
        self._kept = None
        self.viewport().update()

    @property
    def _leaf(self) -> Leaf | None:
        return self._leaves[self._number] if self._leaves else None

    def _true_scale(self) -> float:
        """Px for a point, so that a millimetre on paper is one on this screen."""
        screen = self.screen()
        told = (screen.physicalDotsPerInchX() + screen.physicalDotsPerInchY()) / 2
        least, most = LIKELY_DPI
        return (told if least <= told <= most else screen.logicalDotsPerInchX()) / POINTS_PER_INCH

    def _scale(self) -> float:
        """Px for a point."""
        leaf = self._leaf
        if leaf is None or isinstance(self._wanted, float):
            return self._true_scale() * (self._wanted if isinstance(self._wanted, float) else 1.0)
        room = self._room()
        wide = max(1.0, room.width() - 2.0 * AIR) / leaf.width
        high = max(1.0, room.height() - 2.0 * AIR) / leaf.height
        return min(wide, high) if self._wanted is Fit.PAGE else wide

    def _room(self) -> QSize:
        """The room for pages; beside it stands the bar that a page of full width needs."""
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width() if self._wanted is Fit.WIDTH else 0
        return QSize(room.width() - bar, room.height())

    def _lay_out(self) -> None:
        """Let the bars reach as far as the page does."""
        leaf, room = self._leaf, self.maximumViewportSize()
        scale = self._scale()
        size = QSize(round(leaf.width * scale), round(leaf.height * scale)) if leaf is not None else QSize(0, 0)
        air = QSize(2 * AIR, 2 * AIR)
        for bar, page, place in (
            (self.horizontalScrollBar(), size.width() + air.width(), room.width()),
            (self.verticalScrollBar(), size.height() + air.height(), room.height()),
        ):
            bar.setRange(0, max(0, page - place))
            bar.setPageStep(place)
            bar.setSingleStep(40)
        self.viewport().update()

    def _middle(self) -> tuple[float, float]:
        """What part of the page is in the middle."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        across, down = ((bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep()) for bar in bars)
        return across, down

    def _go_to(self, middle: tuple[float, float]) -> None:
        for bar, part in zip((self.horizontalScrollBar(), self.verticalScrollBar()), middle, strict=True):
            bar.setValue(round(part * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _picture(self) -> QPixmap:
        """What is seen, painted once until something of it changes."""
        viewport, ratio = self.viewport(), self.devicePixelRatioF()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        key = (viewport.width(), viewport.height(), ratio, across, down, self._scale(), self._number)
        if self._kept is None or self._kept[0] != key:
            picture = QPixmap(viewport.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._look.colour("canvas"))
            with QPainter(picture) as painter:
                self._paint_page(painter, across, down)
            self._kept = (key, picture)
        return self._kept[1]

    def _paint_page(self, painter: QPainter, across: int, down: int) -> None:
        leaf, scale = self._leaf, self._scale()
        if leaf is None:
            return
        size = (leaf.width * scale, leaf.height * scale)
        room = (self.viewport().width(), self.viewport().height())
        x, y = (
            (place - side) / 2 if side + 2 * AIR <= place else AIR - past
            for side, place, past in zip(size, room, (across, down), strict=True)
        )
        paper = QRectF(round(x), round(y), *size)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.setPen(QPen(self._look.colour("line_strong"), 1.0))
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setClipRect(paper)
        painter.translate(paper.topLeft())
        painter.scale(scale, scale)
        self._paint.paint(leaf, painter)
