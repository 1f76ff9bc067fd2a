"""Whether an open seat has work waiting for it."""

from collections.abc import Iterator
from typing import ClassVar

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import gathered, named_here
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
            seen = self._each(org, capacity, limits["min_fte"])
            yield from gathered(org, seen, lambda one: one.words["role"])

    def _each(self, org: Organisation, capacity: Capacity, least: float) -> Iterator[Sighting]:
        for seat in org.hiring.wanted:
            need = self._need(org, capacity, seat)
            if need is not None and need < least - EPSILON:
                yield named_here(org, seat, fte=need, role=org.names.role(org.role(seat).id))

    def _need(self, org: Organisation, capacity: Capacity, seat: SeatId) -> float | None:
        """FTE that wait for a seat; ``None`` where nothing reaches it yet, or a part of its work is unknown."""
        load = capacity.loads.get(seat)
        if load is None or load.total <= 0:
            return None
        is_known = Part.CARE not in load.need or amount(org, "customers") is not None
        return load.total if is_known and all(load.need[part] > 0 for part in load.need) else None
