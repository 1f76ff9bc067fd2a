"""One lane of the Handoffs view as a puzzle of numbers: cards that cover columns, and what passes between them.

Two lanes that are built alike are the same puzzle, and are solved once.
"""

from dataclasses import dataclass
from typing import NamedTuple

from salesorg_gui.layout.flow_stages import Span

ELSEWHERE = -1
"""The end of a passing that is not in this lane."""
UP, LEFTWARD, DOWN = -1, 0, 1
"""Where elsewhere is: in a lane above, at the lead sources, in a lane below."""

LEFT, RIGHT = 0, 1
"""Sides of a card, and of a gutter: the part before its pills and the part behind them."""


class What(NamedTuple):
    """What passes: handoffs of one giver that agree in this share one pill."""

    object: str
    limit: float
    is_return: bool


class Passing(NamedTuple):
    """A handoff as its lane sees it, by the numbers of the cards. ``width`` is that of its pill.

    ``partner`` are the columns of the end that is elsewhere.
    """

    giver: int
    taker: int
    what: What
    width: float
    toward: int = LEFTWARD
    partner: Span = (-1, -1)

    @property
    def from_source(self) -> bool:
        """Whether it comes from the lead sources."""
        return self.giver == ELSEWHERE and self.toward == LEFTWARD

    @property
    def is_inside(self) -> bool:
        """Whether both its ends are in this lane."""
        return ELSEWHERE not in {self.giver, self.taker}


@dataclass(frozen=True, slots=True)
class Team:
    """The cards of a lane in their order, the columns of its gaps, and what passes.

    ``columns`` is how many columns there are in all.
    """

    columns: int
    cards: tuple[Span, ...]
    gaps: tuple[Span, ...]
    passings: tuple[Passing, ...]


class Step(NamedTuple):
    """A part of a way: along to the ``side`` of a gutter, before or behind its pills, then up or down to ``y``."""

    gutter: int
    side: int
    y: float


class Door(NamedTuple):
    """Where a handoff touches a card: the card, its side, the gutter there, and the height in the lane."""

    card: int
    side: int
    gutter: int
    y: float


class Slot(NamedTuple):
    """Where the pill of a net lies: the middle of its height, and how wide it is."""

    net: int
    gutter: int
    y: float
    width: float
