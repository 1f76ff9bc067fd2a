"""Rules that judge one thing at a time, so that after an edit only what lies around the edit is judged again.

A look may read two kinds of things. First, what lies around the thing it judges: its records, what lines, handoffs,
pods, segments and hires bind it to, and the records at the other end (``reach`` 1; with 2 also what those are bound
to). Second, parts of the organisation that speak of the whole company, such as ``org.answers``, ``org.sellers``,
``org.frontline`` or ``org.seats_by_role``; when one of these differs, everything is judged again.

What a look may not do is wander: follow lines to the top, or go through all seats. That is a rule of the whole
chart, which has an ``examine`` of its own.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.rules.graphs import Delivery
from salesorg_gui.rules.journey import Stretch
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting


@dataclass(frozen=True, slots=True)
class Told[Thing]:
    """Things as a part of the organisation has them by their ids: after an edit nobody lists them all."""

    by_id: Mapping[Any, Thing]

    def __iter__(self) -> Iterator[Thing]:
        return iter(self.by_id.values())


class Each[Thing](ABC):
    """Judges things of one kind, each by itself."""

    id: ClassVar[str]
    reach: ClassVar[int] = 1
    """How many steps from the thing a look goes, counted as in the head of this file."""
    with_loads: ClassVar[bool] = False
    """Whether it looks at ``org.works`` and ``org.loads`` too: of the seat, or of those who stand in the pod."""

    @property
    @abstractmethod
    def title(self) -> str:
        """A few words for lists and badges."""

    @abstractmethod
    def among(self, org: Organisation) -> Iterable[Thing]:
        """The things it looks at, in the order of their ids; those of certain roles only, where that is enough.

        Where it gives a part that is told around an edit (``org.seats``, ``Told``), it gives no other one.
        """

    def worth_a_look(self, org: Organisation, things: Iterable[Thing], limits: Limits, /) -> Iterable[Thing]:
        """Those of many things, in their order, of which a look may see anything: at the least all it does see.

        It may save a rule most of its looks where thousands of things are alike, and need not be exact. It reads
        nothing a look does not read.
        """
        return things

    @abstractmethod
    def look(self, org: Organisation, thing: Thing, limits: Limits, /) -> Iterable[Sighting]:
        """What it sees of one of them."""

    def together(self, org: Organisation, seen: Iterable[Sighting], limits: Limits, /) -> Iterable[Sighting]:
        """What is told in the end of what was seen of each: all of it, unless so many are alike that one sentence does.

        It is asked anew whenever anything seen differs, and takes time in proportion to what was seen.
        """
        return seen

    def examine(self, org: Organisation, limits: Limits) -> Iterable[Sighting]:
        """What it tells of all of them."""
        things = self.worth_a_look(org, self.among(org), limits)
        seen: list[Sighting] = []
        for thing in things:
            seen += self.look(org, thing, limits)
        return self.together(org, seen, limits)


class EachSeat(Each[SeatId]):
    """Judges each seat by itself. Narrow ``among`` to ``org.with_role(...)`` where a rule is about some roles."""

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.seats


class EachDelivery(Each[Delivery]):
    """Judges each handoff by itself."""

    def among(self, org: Organisation) -> Iterable[Delivery]:
        return Told(org.graphs.delivered)


class EachStretch(Each[Stretch]):
    """Judges each stretch of the journey by itself. It looks at what is drawn there, and at no other stretch."""

    def among(self, org: Organisation) -> Iterable[Stretch]:
        return Told(org.journey.by_first)


class EachPod(Each[PodId]):
    """Judges each pod by itself."""

    def among(self, org: Organisation) -> Iterable[PodId]:
        return sorted(org.chart.pods)


class EachSegment(Each[SegmentId]):
    """Judges each segment by itself."""

    def among(self, org: Organisation) -> Iterable[SegmentId]:
        return sorted(org.chart.segments)
