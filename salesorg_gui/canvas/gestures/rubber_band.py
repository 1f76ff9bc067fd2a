"""Pick everything a rectangle touches."""

from collections.abc import Callable, Iterable

from salesorg_gui.canvas.gestures.gesture import AT_REST, Staging
from salesorg_gui.canvas.landings.how import PLAIN, How
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.session.selection import Selection

type KeysIn = Callable[[Rect], Iterable[Key]]


class RubberBand:
    """Selects while it is drawn; ``kept`` stays selected besides. Cancelled, it gives the old selection back."""

    def __init__(self, selection: Selection, keys_in: KeysIn, start: Point, *, is_adding: bool) -> None:
        self._selection, self._keys_in, self._start = selection, keys_in, start
        self._before = selection.keys
        self._kept = selection.keys if is_adding else frozenset[Key]()
        self._staging = AT_REST

    @property
    def staging(self) -> Staging:
        return self._staging

    def move(self, spot: Point, how: How = PLAIN) -> None:
        band = spanned(self._start, spot)
        self._staging = Staging(band=band)
        self._selection.select(self._kept | frozenset(self._keys_in(band)))

    def drop(self) -> None:
        self._staging = AT_REST

    def cancel(self) -> None:
        self._staging = AT_REST
        self._selection.select(self._before)


def spanned(one: Point, other: Point) -> Rect:
    """The rectangle between two spots."""
    return Rect(min(one.x, other.x), min(one.y, other.y), abs(one.x - other.x), abs(one.y - other.y))
