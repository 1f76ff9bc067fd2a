"""What letting go would do: the edit, the note that says so, and the marks that show where."""

from collections.abc import Mapping
from dataclasses import field, replace

from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.values import dataclass

GRID = 8.0


@dataclass(frozen=True, slots=True)
class Landing:
    """``target`` is the frame or card that takes what is held, ``on_bench`` that the bench does.

    ``caret`` is the line between two neighbours, ``parted`` how far cards and frames step aside for it, ``slot`` the
    dashed place that will be taken, ``guides`` the lines it is aligned to. ``selects`` is what is selected
    afterwards. A landing without an edit says in its note what would help; a refused one says why.
    """

    note: str = ""
    edit: ChartEdit | None = None
    target: Key | None = None
    on_bench: bool = False
    caret: tuple[Point, Point] | None = None
    parted: Mapping[Key, Point] = field(default_factory=dict)
    slot: Rect | None = None
    guides: tuple[tuple[Point, Point], ...] = ()
    selects: tuple[Key, ...] = ()
    is_refused: bool = False

    def refused(self, reason: str) -> "Landing":
        """The same spot, saying why not."""
        return replace(self, note=reason, edit=None, caret=None, parted={}, slot=None, guides=(), is_refused=True)


NOWHERE = Landing()


def snapped(value: float) -> float:
    """The nearest line of the grid."""
    return round(value / GRID) * GRID
