"""Whether an open seat has work waiting for it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import ClassVar

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import are_many, named_here, of_many
from salesorg_gui.rules.capacity_facts import EPSILON, amount
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting


class NotNeeded:
    """Nobody is hired for work that is not there."""

    id: ClassVar[str] = "hire-not-needed"

    @property
    def title(self) -> str:
        return _("Little work for a new seat")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        capacity = org.capacity
        if capacity is not None:
            for role, idle in self._idle(org, capacity, limits["min_fte"]).items():
                seen = (named_here(org, seat, fte=need, role=role) for seat, need in idle.items())
                first = next(seen)
                if are_many(first, len(idle)):
                    yield of_many(org, first, tuple(idle))
                else:
                    yield from (first, *seen)

    def _idle(self, org: Organisation, capacity: Capacity, least: float) -> Mapping[str, Mapping[SeatId, float]]:
        """How much work waits for the seats that have hardly any, by the title of their role."""
        found: dict[str, dict[SeatId, float]] = defaultdict(dict)
        for seat in org.hiring.wanted:
            need = self._need(org, capacity, seat)
            if need is not None and need < least - EPSILON:
                found[org.names.role(org.role(seat).id)][seat] = need
        return found

    def _need(self, org: Organisation, capacity: Capacity, seat: SeatId) -> float | None:
        """FTE that wait for a seat; ``None`` where nothing reaches it yet, or a part of its work is unknown."""
        load = capacity.loads.get(seat)
        if load is None or load.total <= 0:
            return None
        is_known = Part.CARE not in load.need or amount(org, "customers") is not None
        return load.total if is_known and all(load.need[part] > 0 for part in load.need) else None
