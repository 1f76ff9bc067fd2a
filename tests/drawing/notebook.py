"""A pen that writes down what it draws."""

from collections.abc import Iterable

from salesorg_gui.drawing.shapes import Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Shape, Wire


class Notebook:
    """Keeps every shape it was told to draw."""

    def __init__(self) -> None:
        self.drawn: list[Shape] = []

    def box(self, box: Box) -> None:
        self.drawn.append(box)

    def bar(self, bar: Bar) -> None:
        self.drawn.append(bar)

    def label(self, label: Label) -> None:
        self.drawn.append(label)

    def icon(self, icon: Icon) -> None:
        self.drawn.append(icon)

    def wire(self, wire: Wire) -> None:
        self.drawn.append(wire)

    def hatch(self, hatch: Hatch) -> None:
        self.drawn.append(hatch)

    def dot(self, dot: Dot) -> None:
        self.drawn.append(dot)

    def patch(self, patch: Patch) -> None:
        self.drawn.append(patch)

    def begin(self, part: Part) -> None:
        """Parts are drawn as their shapes."""

    def end(self, part: Part) -> None:
        """Parts are drawn as their shapes."""


def texts(shapes: Iterable[Shape]) -> list[str]:
    """What can be read, in the order it is drawn."""
    return [shape.text for shape in shapes if isinstance(shape, Label)]


def icons(shapes: Iterable[Shape]) -> list[str]:
    """The names of the icons."""
    return [shape.name for shape in shapes if isinstance(shape, Icon)]


def labels(shapes: Iterable[Shape]) -> list[Label]:
    """The labels."""
    return [shape for shape in shapes if isinstance(shape, Label)]
