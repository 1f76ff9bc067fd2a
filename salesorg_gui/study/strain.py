"""How hard what comes in presses on a chart: on its seats, on each handoff, and how much each lead source brings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import hours_per_month, queue_hours
from salesorg_gui.capacity.phases import Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId
from salesorg_gui.simulation.model import WORKING_DAYS, working_hours

PART_IN: Mapping[int, Part] = {
    Phase.LEAD: Part.INBOUND,
    Phase.PROSPECT: Part.OUTBOUND,
    Phase.QUALIFIED: Part.CLOSER,
    Phase.SIGNED: Part.CARE,
    Phase.KEPT: Part.CARE,
}
"""The part of the work somebody in a phase takes."""

type Way = tuple[int, int, float]
"""Where a handoff begins and ends, by number of the post, and the share that goes along it."""


@dataclass(frozen=True)
class Strain:
    """The strain on one chart at one volume; what is not asked is not reckoned, so a new volume costs next to nothing.

    ``heat`` is a share: 1.0 is full. It is how full the receiver's time for this work is, or how much of the time limit
    of the handoff the mean wait takes, whichever is more.
    """

    whole: Capacity
    volume_share: float
    ways: "Ways" = field(repr=False)

    @staticmethod
    def of(capacity: Capacity) -> "Strain":
        """At the volume of a capacity."""
        whole = capacity.origin or capacity
        return Strain(whole, capacity.situation.volume, Ways.of(whole))

    def at(self, volume: float) -> "Strain":
        """The same at another volume."""
        return Strain(self.whole, volume, self.ways)

    @cached_property
    def capacity(self) -> Capacity:
        """The capacity at this volume."""
        return self.whole.at(self.volume_share)

    @cached_property
    def seats(self) -> Mapping[SeatId, float]:
        """Work as a share of time, by seat; empty where nobody said how much comes in."""
        volume = self.volume_share
        return {
            seat: (kept + grows * volume) / have if have > 0 else inf if kept + grows > 0 else 0.0
            for seat, kept, grows, have in self.ways.loads
        }

    @property
    def largest(self) -> float:
        """The most that goes along any handoff or out of any source a month at the plan's own volume."""
        return self.ways.largest

    def volume(self, source: SourceId) -> float:
        """What a source brings a month."""
        found = self.capacity.chart.sources.get(source)
        return max(0.0, found.per_month) * self.capacity.situation.volume if found is not None else 0.0

    def flow(self, handoff: HandoffId) -> float:
        """How many go along a handoff a month."""
        way = self.ways.by_handoff.get(handoff)
        return self.capacity.flow.amounts[way[0]] * way[2] if way is not None else 0.0

    def heat(self, handoff: HandoffId) -> float | None:
        """How hot a handoff is; nothing where nobody at its end works on what comes, or nothing comes."""
        fullness, wait = self.fullness(handoff), self.wait_share(handoff)
        return max(fullness, wait or 0.0) if fullness is not None else None

    def fullness(self, handoff: HandoffId) -> float | None:
        """How full the receiver's time for the work that comes along a handoff is."""
        found = self._receiver(handoff)
        if found is None:
            return None
        need, have = self.capacity.loads[found[0]].need[found[1]], self.capacity.time(*found)
        return need / have if have > 0 else inf if need > 0 else 0.0

    def wait(self, handoff: HandoffId) -> float | None:
        """Working hours that pass on average before the receiver begins, as if all were one queue (5.5).

        Nothing for prospects: a list waits until somebody takes it up, it does not queue.
        """
        found, way = self._receiver(handoff), self.ways.by_handoff.get(handoff)
        if found is None or way is None or found[1] is Part.OUTBOUND:
            return None
        return queue_hours(self.capacity.flow.amounts[way[1]], self._served(*found), self.capacity.situation.figures)

    def wait_share(self, handoff: HandoffId) -> float | None:
        """The wait as a share of the time limit; nothing where nobody agreed on one."""
        limit, wait = self.capacity.chart.handoffs[handoff].limit_hours, self.wait(handoff)
        if limit is None or wait is None:
            return None
        allowed = working_hours(limit, self.capacity.situation.figures.hours_per_week / WORKING_DAYS)
        return wait / allowed if allowed > 0 else inf if wait > 0 else 0.0

    def _receiver(self, handoff: HandoffId) -> tuple[SeatId, Part] | None:
        """Who works on what comes along a handoff, and which part of the work it is."""
        way = self.ways.by_handoff.get(handoff)
        if way is None or way[1] not in self.capacity.flow.taken or self.flow(handoff) <= 0:
            return None
        seat, part = SeatId(self.capacity.flow.posts.names[way[1] // WIDTH]), PART_IN[way[1] % WIDTH]
        return (seat, part) if part in self.capacity.loads[seat].need else None

    def _served(self, seat: SeatId, part: Part) -> float:
        """How many a month the seat could begin to work on."""
        figures, time = self.capacity.situation.figures, self.capacity.time(seat, part)
        match part:
            case Part.INBOUND:
                return figures.inbound_leads_per_fte * time
            case Part.CLOSER:
                return figures.qualified_per_closer_fte * time
        hours = figures.onboarding_hours_per_customer
        free = max(0.0, time - self.capacity.loads[seat].kept) * hours_per_month(figures)
        return free / hours if hours > 0 else inf


@dataclass(frozen=True, slots=True)
class Ways:
    """The handoffs along which somebody goes as ways between posts, the same at every volume; and the most on any.

    ``loads`` are FTE by seat: those that stay, those that grow with the volume, and those there are.
    """

    by_handoff: Mapping[HandoffId, Way]
    largest: float
    loads: Sequence[tuple[SeatId, float, float, float]]

    @staticmethod
    def of(capacity: Capacity) -> "Ways":
        """Of a capacity at the plan's own volume."""
        amounts, shares = capacity.flow.amounts, capacity.flow.shares
        ways = {id: (start, to, share) for start, outs in shares.items() for id, to, share in outs}
        along = [amounts[start] * share for start, _to, share in ways.values()]
        brought = [source.per_month for source in capacity.chart.sources.values()]
        loads = capacity.loads.values() if capacity.has_volume else ()
        split = [(load.seat, load.kept, load.total - load.kept, load.have) for load in loads]
        return Ways(ways, max([0.0, *along, *brought]), split)
