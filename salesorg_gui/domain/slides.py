"""Slides: saved ways of looking at a plan, shown one after another to an audience."""

from dataclasses import field
from typing import NamedTuple

from salesorg_gui.domain.ids import ChartId, Key, SeatId, SlideId
from salesorg_gui.domain.records import Extra
from salesorg_gui.values import dataclass


class Room(NamedTuple):
    """The part of a chart that fills a slide: top left corner and size, px at 100 %."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Slide:
    """One saved view. Whatever it names may be gone by the time it is shown.

    Without a ``chart`` it shows the first one, without a ``room`` the whole of it. ``view`` is a word of the layout
    (board when empty), ``spotlight`` what stays clear while all else is dimmed, ``folded`` the seats whose reports are
    hidden, ``colour`` what cards are coloured by (their purpose when empty).
    """

    id: SlideId
    title: str = ""
    note: str = ""
    chart: ChartId | None = None
    view: str = ""
    room: Room | None = None
    spotlight: tuple[Key, ...] = ()
    folded: tuple[SeatId, ...] = ()
    colour: str = ""
    all_handoffs: bool = False
    extra: Extra = field(default_factory=dict)
