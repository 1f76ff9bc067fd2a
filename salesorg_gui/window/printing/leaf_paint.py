"""Painting a copied page: the same shapes, by the pen of the screen, on whatever Qt can paint on."""

from PySide6.QtGui import QPainter

from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.drawing.shapes import Label, draw
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.exchange.leaves import Leaf

SPOKEN_SIGNS = 2_000


class LeafPaint:
    """Keeps what pens share between pages."""

    def __init__(self) -> None:
        self._palettes: list[tuple[Theme, Palette]] = []

    def paint(self, leaf: Leaf, painter: QPainter) -> None:
        """Paint a page with its top left corner where the painter is, a point a unit."""
        palette = self._palette(leaf.theme)
        for run in leaf.runs:
            painter.save()
            if run.middle is not None:
                painter.translate(2 * run.middle.x, 2 * run.middle.y)
                painter.rotate(180)
            painter.translate(*run.origin)
            painter.scale(run.scale, run.scale)
            draw(run.shapes, QtPen(painter, palette, least_text=0.0))
            painter.restore()

    def _palette(self, theme: Theme) -> Palette:
        for known, palette in self._palettes:
            if known is theme:
                return palette
        palette = Palette(Paints(theme))
        self._palettes.append((theme, palette))
        return palette


def spoken(leaf: Leaf) -> str:
    """What stands on a page, for those who do not see it."""
    texts: list[str] = []
    for run in leaf.runs:
        texts += [shape.text for shape in run.shapes if isinstance(shape, Label)]
    return " ".join(texts)[:SPOKEN_SIGNS]
