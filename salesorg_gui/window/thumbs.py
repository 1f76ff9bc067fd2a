"""Small pictures of slides, painted one at a time when nothing more urgent is to be done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPixmap

from salesorg_gui.canvas.blocks import Coloured, fitted, paint_blocks
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.spotlight import lit_by
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId, SlideId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.slides import Slide
from salesorg_gui.drawing.colouring import colour_by, coloured
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, ViewKind

WIDTH, HEIGHT, PAD = 160, 90, 6
WAIT_MS, NEXT_MS = 400, 0


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a picture was painted from; when any of it is another, so is the picture."""

    slide: Slide
    chart: Chart | None
    paints: Paints
    catalogue: Catalogue

    def is_same(self, other: "_Shown") -> bool:
        """Whether nothing differs that can be seen."""
        return (
            self.slide == other.slide
            and self.chart is other.chart
            and self.paints is other.paints
            and self.catalogue is other.catalogue
        )


class Thumbs(QObject):
    """``painted`` is called with a slide whose picture is new. Pictures that are out of date are shown until then."""

    def __init__(self, theme: Theme, catalogue: Catalogue, painted: Callable[[SlideId], None], parent: QObject) -> None:
        super().__init__(parent)
        self._painted = painted
        self._paints, self._catalogue = Paints(theme), catalogue
        self._plan = Plan()
        self._kept: dict[SlideId, tuple[_Shown, QPixmap]] = {}
        self._layout: tuple[Chart, str, frozenset[SeatId], Layout] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._paint_next)

    def show_plan(self, plan: Plan) -> None:
        """Paint the slides of this plan, in a while."""
        self._plan = plan
        self._kept = {slide.id: kept for slide in plan.slides if (kept := self._kept.get(slide.id)) is not None}
        self._timer.start(WAIT_MS if self._kept else NEXT_MS)

    def wear(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._paints = Paints(theme)
        self._timer.start(NEXT_MS)

    def use_catalogue(self, catalogue: Catalogue) -> None:
        """Know a plan's own roles."""
        self._catalogue = catalogue
        self._timer.start(NEXT_MS)

    def picture(self, slide: SlideId) -> QPixmap | None:
        """The picture of a slide, if there is one yet."""
        kept = self._kept.get(slide)
        return kept[1] if kept is not None else None

    def stop(self) -> None:
        """Paint no more until something is shown again."""
        self._timer.stop()

    @guarded(None)
    def _paint_next(self) -> None:
        for slide in self._plan.slides:
            wanted = _Shown(slide, self._chart_of(slide), self._paints, self._catalogue)
            kept = self._kept.get(slide.id)
            if kept is None or not kept[0].is_same(wanted):
                self._kept[slide.id] = (wanted, self._painting(wanted))
                self._timer.start(NEXT_MS)
                self._painted(slide.id)
                return

    def _chart_of(self, slide: Slide) -> Chart | None:
        return self._plan.first_chart if slide.chart is None else self._plan.charts.get(slide.chart)

    def _painting(self, shown: _Shown) -> QPixmap:
        ratio = 2.0
        picture = QPixmap(round(WIDTH * ratio), round(HEIGHT * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._paints.colour("line"), 1.0))
            painter.setBrush(self._paints.brush("canvas"))
            painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), 6, 6)
            if shown.chart is not None:
                painter.setClipRect(QRectF(1, 1, WIDTH - 2, HEIGHT - 2))
                self._chart(painter, shown.chart, shown.slide)
        return picture

    def _chart(self, painter: QPainter, chart: Chart, slide: Slide) -> None:
        layout = self._laid_out(chart, slide)
        colouring = coloured(colour_by(slide.colour), chart, self._catalogue)
        part = Rect(*slide.room) if slide.room is not None else layout.bounds
        clear = lit_by(chart, slide.spotlight, with_handoffs=False)
        paint_blocks(painter, self._paints, Coloured(layout, colouring), fitted(part, WIDTH, HEIGHT, PAD), clear)

    def _laid_out(self, chart: Chart, slide: Slide) -> Layout:
        """The layout the slide before had, when it shows the same."""
        folded = frozenset(slide.folded)
        kept = self._layout
        if kept is not None and kept[0] is chart and kept[1:3] == (slide.view, folded):
            return kept[3]
        view = ViewKind(slide.view) if slide.view in set(ViewKind) else ViewKind.BOARD
        layout = arranged(view, chart, None, self._catalogue, folded=folded)
        self._layout = (chart, slide.view, folded, layout)
        return layout
