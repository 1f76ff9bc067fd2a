"""Which rooms of the chart look different between two moments of a hand and of gliding cards. Values, without Qt."""

from collections.abc import Iterable, Iterator, Mapping

from salesorg_gui.canvas.picture import HALO, Picture
from salesorg_gui.canvas.showing import Showing
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.lengths import POD_PAD

MANY = 200
"""Of more things than this nobody looks at each."""


def lower_rooms(before: Showing, now: Showing, picture: Picture) -> list[Rect] | None:
    """The rooms, in coordinates of the chart; ``None`` when everything may look different."""
    was, is_ = before.staging, now.staging
    if before.light != now.light or was.takers != is_.takers:
        return None
    carried = was.carried ^ is_.carried
    moved = [*_moved(before.shifts, now.shifts), *_moved(was.landing.parted, is_.landing.parted)]
    if len(carried) + len(moved) > MANY:
        return None
    edges = picture.wires.touching(key.id for key in carried)
    if len(edges) > MANY:
        return None
    rooms = [*_bounds(picture, carried), *_ways(picture, edges), *_shifted(picture, moved)]
    if _target(before) != _target(now):
        rooms += [*_targets(before, picture), *_targets(now, picture)]
    return [room.grown(HALO) for room in rooms]


def _target(showing: Showing) -> tuple[object, ...]:
    """What of a landing shows in the chart itself."""
    landing = showing.staging.landing
    if landing.target is None:
        return None, landing.on_bench, landing.is_refused
    return landing.target, landing.on_bench, landing.is_refused, landing.slot, landing.parted


def _moved(was: Mapping[Key, Point], now: Mapping[Key, Point]) -> Iterator[tuple[Key, Point]]:
    """What stands aside differently, with how far it did and does."""
    if was == now:
        return
    for one, other in ((was, now), (now, was)):
        yield from ((key, shift) for key, shift in one.items() if other.get(key) != shift)
        yield from ((key, Point(0.0, 0.0)) for key in one if key not in other)


def _bounds(picture: Picture, keys: Iterable[Key]) -> Iterator[Rect]:
    return (rect for key in keys if (rect := picture.bounds(key)) is not None)


def _ways(picture: Picture, edges: Iterable[Key]) -> Iterator[Rect]:
    return (room for key in edges for room in picture.wires.taken(key))


def _shifted(picture: Picture, moved: Iterable[tuple[Key, Point]]) -> Iterator[Rect]:
    return (rect.moved(*shift) for key, shift in moved if (rect := picture.layout.rect(key)) is not None)


def _targets(showing: Showing, picture: Picture) -> Iterator[Rect]:
    """The frame or card that takes what is held, with all that it grows by."""
    landing, layout = showing.staging.landing, picture.layout
    if landing.on_bench and layout.bench is not None:
        yield layout.bench
    rect = layout.rect(landing.target) if landing.target is not None else None
    if rect is None:
        return
    yield rect.grown(POD_PAD)
    if landing.slot is not None:
        yield landing.slot.grown(2 * POD_PAD)
    for key, shift in landing.parted.items():
        card = layout.cards.get(key)
        if card is not None:
            yield card.moved(*shift).grown(2 * POD_PAD)
