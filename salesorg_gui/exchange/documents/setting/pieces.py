"""Pieces of a page: what is drawn, and the fields laid over it. They stack and move as one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Shape
from salesorg_gui.exchange.documents.content import Scale, Tick, Writing
from salesorg_gui.exchange.documents.typeset import Block
from salesorg_gui.layout.geometry import Rect


@dataclass(frozen=True, slots=True)
class Field:
    """What is filled in, and where: one place, or one for each ring of a scale."""

    cell: Writing | Tick | Scale
    places: tuple[Rect, ...]

    def moved(self, dx: float, dy: float) -> "Field":
        """The same elsewhere."""
        return replace(self, places=tuple(place.moved(dx, dy) for place in self.places))


@dataclass(frozen=True, slots=True)
class Piece:
    """Shapes and fields from (0, 0) down to ``height``."""

    height: float
    shapes: tuple[Shape, ...] = ()
    fields: tuple[Field, ...] = ()

    @staticmethod
    def of(block: Block) -> "Piece":
        """A block nobody writes in."""
        return Piece(block.height, block.shapes)

    def moved(self, dx: float, dy: float) -> "Piece":
        """The same elsewhere; its height is that of its shapes, wherever they stand."""
        fields = tuple(field.moved(dx, dy) for field in self.fields)
        return Piece(self.height, moved(self.shapes, dx, dy), fields)


def together(height: float, pieces: Sequence[Piece]) -> Piece:
    """Pieces that already stand where they belong."""
    shapes = tuple(shape for piece in pieces for shape in piece.shapes)
    return Piece(height, shapes, tuple(field for piece in pieces for field in piece.fields))


def below_each_other(pieces: Sequence[Piece]) -> Piece:
    """Pieces one under the other."""
    y, placed = 0.0, list[Piece]()
    for piece in pieces:
        placed.append(piece.moved(0.0, y))
        y += piece.height
    return together(y, placed)


def air(height: float) -> Piece:
    """Nothing, so high."""
    return Piece(height)
