"""Whether an open seat has work waiting for it."""

from collections.abc import Hashable, Iterable, Iterator
from typing import ClassVar

from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import SeatsAlike, named_here
from salesorg_gui.rules.capacity_facts import EPSILON, amount
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting


class NotNeeded(SeatsAlike):
    """Nobody is hired for work that is not there. Seats of one role are told at once, with the work of the first."""

    id: ClassVar[str] = "hire-not-needed"
    with_loads: ClassVar[bool] = True

    @property
    def title(self) -> str:
        return _("Little work for a new seat")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.hiring.wanted

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        need = self._need(org, seat)
        if need is not None and need < limits["min_fte"] - EPSILON:
            yield named_here(org, seat, fte=need, role=org.names.role(org.role(seat).id))

    def kind_of(self, org: Organisation, seen: Sighting) -> Hashable:
        """Seats of one role are alike, however little waits for each."""
        return seen.words["role"]

    def _need(self, org: Organisation, seat: SeatId) -> float | None:
        """FTE that wait for a seat; ``None`` where nothing reaches it yet, or a part of its work is unknown."""
        load = org.loads.get(seat)
        if load is None or load.total <= 0:
            return None
        is_known = Part.CARE not in load.need or amount(org, "customers") is not None
        return load.total if is_known and all(load.need[part] > 0 for part in load.need) else None
