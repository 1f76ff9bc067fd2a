"""A pen that keeps a copy of what it draws, for a screen or a printer that shows the same pages."""

from salesorg_gui.drawing.shapes import Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Pen, Shape, Wire
from salesorg_gui.exchange.leaves import Leaf
from salesorg_gui.layout.geometry import Point


class CopyingPen:
    """A pen that notes down for others whatever it has another one draw."""

    def __init__(self, pen: Pen, leaf: Leaf, origin: Point, scale: float) -> None:
        self._pen, self._leaf, self._origin, self._scale = pen, leaf, origin, scale

    def box(self, box: Box) -> None:
        self._note(box)
        self._pen.box(box)

    def bar(self, bar: Bar) -> None:
        self._note(bar)
        self._pen.bar(bar)

    def label(self, label: Label) -> None:
        self._note(label)
        self._pen.label(label)

    def icon(self, icon: Icon) -> None:
        self._note(icon)
        self._pen.icon(icon)

    def wire(self, wire: Wire) -> None:
        self._note(wire)
        self._pen.wire(wire)

    def hatch(self, hatch: Hatch) -> None:
        self._note(hatch)
        self._pen.hatch(hatch)

    def dot(self, dot: Dot) -> None:
        self._note(dot)
        self._pen.dot(dot)

    def patch(self, patch: Patch) -> None:
        self._note(patch)
        self._pen.patch(patch)

    def begin(self, part: Part) -> None:
        self._pen.begin(part)

    def end(self, part: Part) -> None:
        self._pen.end(part)

    def _note(self, shape: Shape) -> None:
        self._leaf.note(shape, self._origin, self._scale)
