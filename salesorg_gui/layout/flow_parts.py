"""What stands in the Handoffs view besides records: columns of stages, lanes, gaps, the strip at the foot."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple, Protocol

from salesorg_gui.domain.ids import HandoffId, Key, SeatId, StageId
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.values import dataclass


class Lanes(StrEnum):
    """What a lane of the Handoffs view holds."""

    PODS = "pods"
    SEGMENTS = "segments"


@dataclass(frozen=True, slots=True)
class Column:
    """Stages side by side in time, or the lead sources when there are no stages.

    ``covers`` counts the seats of each stage, ``seats`` those of all of them, ``shared`` those that serve several pods.
    """

    stages: tuple[StageId, ...]
    x: float
    width: float
    covers: tuple[int, ...] = ()
    seats: int = 0
    shared: int = 0

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Gap:
    """Stages nobody covers in a lane, and where their seats would stand."""

    lane: Key | None
    stages: tuple[StageId, ...]
    rect: Rect


@dataclass(frozen=True, slots=True)
class Bunch:
    """Feeds that look alike and run past a room: ``first`` is the first of them by name."""

    names: Sequence[HandoffId]
    first: HandoffId

    def firsts(self, apart: Collection[HandoffId], look: Callable[[HandoffId], object] | None) -> Iterator[HandoffId]:
        """The first of those that are not looked at on their own: of each look, when a look is more than their sort."""
        if look is None and self.first not in apart:
            yield self.first
            return
        rest = sorted(set(self.names).difference(apart))
        yield from rest[:1] if look is None else {look(name): name for name in reversed(rest)}.values()


class Thinned(NamedTuple):
    """What is to be seen of handoffs near a room: ``names`` on their own, and of each bunch one for all."""

    names: Sequence[HandoffId]
    bunches: Sequence[Bunch]


class Ways(Protocol):
    """Where handoffs run."""

    def near(self, room: Rect) -> Iterable[HandoffId]:
        """Those whose way or name may touch a room."""
        ...

    def thinned(self, room: Rect) -> Thinned:
        """The same, told so that no more of them are asked for than one could see."""
        ...


@dataclass(frozen=True, slots=True)
class Flow:
    """``loose`` is the frame of seats that belong to no lane, ``strip`` that of ``aside``: who has no part in it.

    ``ways`` tells which handoffs run where.
    """

    lanes: Lanes = Lanes.PODS
    columns: tuple[Column, ...] = ()
    gaps: tuple[Gap, ...] = ()
    loose: Rect | None = None
    strip: Rect | None = None
    aside: tuple[SeatId, ...] = ()
    ways: Ways | None = field(default=None, compare=False, repr=False)

    def gap_at(self, spot: Point) -> Gap | None:
        """The gap under a spot."""
        return next((gap for gap in self.gaps if gap.rect.contains(spot)), None)
