"""Keeping a card where it is on the screen while the tree around it stands anew."""

from collections.abc import Iterable, Mapping

from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout

AT_REST = Point(0.0, 0.0)

type Ways = dict[Key, tuple[Rect, Rect]]


def drift(before: Layout, after: Layout, keys: Iterable[Key | None], seen: Rect) -> Point:
    """How far the first of these cards that was seen, and still is there, has moved on the chart."""
    for key in keys:
        if key is not None and (old := before.rect(key)) is not None and old.meets(seen):
            new = after.rect(key)
            if new is not None:
                return Point(new.x - old.x, new.y - old.y)
    return AT_REST


def ways_on_screen(ways: Mapping[Key, tuple[Rect, Rect]], by: Point, cards: Iterable[tuple[Key, Rect]]) -> Ways:
    """The ways as they look when the camera went along by ``by``: the others, of ``cards``, go the other way."""
    found = {key: (old.moved(by.x, by.y), new) for key, (old, new) in ways.items()}
    found.update((key, (rect.moved(by.x, by.y), rect)) for key, rect in cards if key not in found)
    return found
