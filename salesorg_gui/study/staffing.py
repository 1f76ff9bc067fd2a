"""What the work of a chart takes and who is there for it, month by month; most seats are looked at once for all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import closer_fte, inbound_fte, outbound_fte, qualified_per_lead
from salesorg_gui.capacity.loads import KEEPING, Load, customers_per_fte, time_for
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.study.arrivals import Arrival, presence


@dataclass(frozen=True, slots=True)
class Demand:
    """FTE by part that what comes in takes at the volume of the plan; ``per_customer`` is what each customer takes."""

    coming: Mapping[Part, float]
    per_customer: float

    def need(self, volume: float, base: float) -> dict[Part, float]:
        """FTE at so many times the volume, with so many customers to keep."""
        need = {part: amount * volume for part, amount in self.coming.items()}
        need[Part.CARE] += base * self.per_customer
        return need


def demand_of(usual: Capacity) -> Demand:
    """What the drawn flow asks for; where nobody does a part, what all that comes in would take."""
    figures = usual.situation.figures
    need = {part: usual.need(part) for part in Part}
    need[Part.CARE] = max(0.0, need[Part.CARE] - sum(load.kept for load in usual.loads.values()))
    if not usual.workers[Part.INBOUND]:
        need[Part.INBOUND] = inbound_fte(usual.leads, figures)
    if not usual.workers[Part.OUTBOUND]:
        need[Part.OUTBOUND] = outbound_fte(usual.prospects, figures)
    if not usual.workers[Part.CLOSER]:
        qualified = usual.leads * qualified_per_lead(figures) + usual.prospects * figures.prospect_to_qualified
        need[Part.CLOSER] = closer_fte(qualified, figures)
    return Demand(need, _fte_per_customer(usual))


def _fte_per_customer(usual: Capacity) -> float:
    """FTE that one customer takes, as its keepers are drawn: some keep more than others."""
    figures = usual.situation.figures
    care = (usual.works[seat] for seat in usual.workers[Part.CARE])
    keepers = [work for work in care if not KEEPING.isdisjoint(work.stages)]
    fte = sum(work.fte_for(Part.CARE) for work in keepers)
    customers = sum(work.fte_for(Part.CARE) * customers_per_fte(work, figures) for work in keepers)
    return fte / customers if customers > 0 else 1.0 / figures.customers_per_csm


class Changing(NamedTuple):
    """A seat whose time for a part depends on the month: it is new, or divides its week by what there is to do."""

    seat: Seat
    work: Work
    load: Load


@dataclass(frozen=True, slots=True)
class Staff:
    """FTE by part that stay as they are, and the seats that do not."""

    steady: Mapping[Part, float]
    changing: tuple[Changing, ...]
    late: Mapping[SeatId, tuple[Arrival, ...]]
    ramp: float

    def have(self, volume: float, month: int) -> dict[Part, float]:
        """FTE there is in a month, with those who are not there yet or still learn left out."""
        have = dict(self.steady)
        for seat, work, load in self.changing:
            share = presence(self.late, seat, month, self.ramp) if seat.id in self.late else 1.0
            there, busy = work._replace(fte=work.fte * share), load.scaled(volume)
            for part in work.shares:
                have[part] += max(0.0, time_for(there, busy, part))
        return have


def staff_of(usual: Capacity, arrivals: tuple[Arrival, ...]) -> Staff:
    """Who is there for each part, at the volume of the plan."""
    late: dict[SeatId, tuple[Arrival, ...]] = {}
    for one in arrivals:
        late[one.seat] = (*late.get(one.seat, ()), one)
    steady, changing = dict.fromkeys(Part, 0.0), list[Changing]()
    for id, work in usual.works.items():
        if id in late or (len(work.shares) > 1 and not work.is_told):
            changing.append(Changing(usual.chart.seats[id], work, usual.loads[id]))
            continue
        for part in work.shares:
            steady[part] += usual.time(id, part)
    return Staff(steady, tuple(changing), late, usual.situation.figures.ramp_months)
