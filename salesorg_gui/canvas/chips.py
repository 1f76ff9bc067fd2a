"""The chips of folded cards on the canvas: which are in sight, and which one lies under the pointer."""

from collections.abc import Iterator, Mapping

from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.cards import Detail, Shapes
from salesorg_gui.drawing.chips import fold_chip
from salesorg_gui.drawing.moving import moved
from salesorg_gui.layout.blocks import chip_under
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout

HIT_LEAST = 20.0
"""A chip takes clicks at least this far around on the screen, however small it is seen."""


def chips_in(layout: Layout, seen: Rect, detail: Detail, shifts: Mapping[Key, Point]) -> Iterator[Shapes]:
    """The chips in sight, each where its card glides at the moment."""
    if detail is Detail.BLOCK:
        return
    for seat, count in layout.folded.items():
        key = Key(Kind.SEAT, seat)
        chip = chip_under(layout.cards[key], count)
        shift = shifts.get(key)
        if shift is not None:
            yield moved(fold_chip(chip, count), shift.x, shift.y)
        elif chip.meets(seen):
            yield fold_chip(chip, count)


def chip_at(layout: Layout, spot: Point, zoom: float) -> SeatId | None:
    """The folded seat whose chip lies there."""
    for seat, count in layout.folded.items():
        chip = chip_under(layout.cards[Key(Kind.SEAT, seat)], count)
        grown = max(0.0, (HIT_LEAST / zoom - chip.height) / 2)
        if chip.grown(grown).contains(spot):
            return seat
    return None
