"""What every gesture can do, and what it shows while it lasts."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Protocol

from salesorg_gui.canvas.landings.how import PLAIN, How
from salesorg_gui.canvas.landings.landing import NOWHERE, Landing
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing.shapes import Shape
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.session.session import Session
from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class Ghost:
    """A card or frame in the hand: something of the chart by its key, or shapes drawn from their corner.

    What stands inside another ghost has no shadow and no ring of its own.
    """

    rect: Rect
    key: Key | None = None
    shapes: tuple[Shape, ...] = ()
    is_inner: bool = False


@dataclass(frozen=True, slots=True)
class Staging:
    """What is shown of a gesture: where it would land, what it holds, what it left, what cannot take it.

    ``left`` are the outlines that stay behind, ``carried`` everything that is not painted in its place. ``takers`` are
    the cards that stay clear while all others are dimmed; ``None`` dims nothing. ``note_at`` is where the note's corner
    stands. ``strings`` are the lines of what is held, on their way with it.
    """

    landing: Landing = NOWHERE
    ghosts: tuple[Ghost, ...] = ()
    left: Mapping[Key, Rect] = field(default_factory=dict)
    carried: frozenset[Key] = frozenset()
    takers: frozenset[Key] | None = None
    wire: tuple[Shape, ...] = ()
    strings: tuple[Shape, ...] = ()
    origin: Point | None = None
    band: Rect | None = None
    note_at: Point | None = None


AT_REST = Staging()


class Gesture(Protocol):
    """One drag of a hand, from the moment it counts as one to its release. Ends in at most one edit."""

    @property
    def staging(self) -> Staging:
        """What to show of it now."""
        ...

    def move(self, spot: Point, how: How = PLAIN) -> None:
        """The hand is over that spot of the chart; ``how`` tells which keys are down."""
        ...

    def drop(self) -> None:
        """Let go where the hand was seen last."""
        ...

    def cancel(self) -> None:
        """Forget it; nothing has happened."""
        ...


type Refusal = Callable[[ChartEdit], str | None]


class Verdicts:
    """Asks the session whether it would refuse an edit, once for each edit and not for each move of the hand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._last: tuple[ChartEdit, str | None] | None = None

    def judged(self, landing: Landing) -> Landing:
        """The landing, refused when its edit would be."""
        if landing.edit is None:
            return landing
        if self._last is None or self._last[0] != landing.edit:
            self._last = (landing.edit, self._session.refusal(landing.edit))
        reason = self._last[1]
        return landing if reason is None else landing.refused(reason)


def land(session: Session, landing: Landing) -> None:
    """Do what the landing says, and pick what it made."""
    if landing.edit is None:
        return
    if session.perform(landing.edit) and landing.selects:
        session.selection.select(landing.selects)
