"""How much work each seat has, and how much time for it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from math import inf
from typing import NamedTuple

from salesorg_gui.capacity.basin import Basin
from salesorg_gui.capacity.figures import Situation
from salesorg_gui.capacity.flow import Flow
from salesorg_gui.capacity.formulas import care_fte, closer_fte, inbound_fte, outbound_fte
from salesorg_gui.capacity.phases import CARING, Phase, works_on
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.derived import patched
from salesorg_gui.domain.ids import SeatId, StageId

ONBOARDING = StageId("onboarding")
KEEPING = CARING - {ONBOARDING}
type Need = Mapping[Part, float]
NO_NEED: Need = {}
NOWHERE = Basin(), 0
"""Where nothing comes to a seat."""


class Load(NamedTuple):
    """``need`` is FTE by part of the work, ``have`` the FTE of the seat's people.

    ``kept`` is how much of the need for care comes of the customers of today, however many leads come in.
    """

    seat: SeatId
    need: Mapping[Part, float]
    have: float
    kept: float = 0.0

    @property
    def total(self) -> float:
        """FTE of work in all."""
        return sum(self.need.values())

    @property
    def utilisation(self) -> float:
        """Work as a share of time: 1.0 is full; ``inf`` for work without anybody."""
        if self.have > 0:
            return self.total / self.have
        return inf if self.total > 0 else 0.0

    def scaled(self, factor: float) -> "Load":
        """With so many times as much coming in and as many customers to keep."""
        need = {part: amount * factor for part, amount in self.need.items()}
        if self.kept:
            need[Part.CARE] += self.kept * (1.0 - factor)
        return Load(self.seat, need, self.have, self.kept)


def loads_of(works: Mapping[SeatId, Work], flow: Flow, situation: Situation) -> dict[SeatId, Load]:
    """The load of every seat that works on the journey."""
    kept, needs = kept_of(works, situation), _needs_of(works, flow, situation.figures)
    idle: dict[frozenset[StageId], Need] = {}
    keeping: dict[tuple[int, float], Need] = {}
    loads, make = dict[SeatId, Load](), partial(tuple.__new__, Load)
    for seat, work in works.items():
        need, keeps = needs.get(seat) or idle.get(work.stages), kept.get(seat, 0.0)
        if need is None:  # nothing comes to it; its stages tell the parts
            need = idle[work.stages] = _need(work, {}, 0, 0.0, situation.figures)
        if keeps:
            alike = id(need), keeps
            if alike not in keeping:
                keeping[alike] = {**need, Part.CARE: keeps + need[Part.CARE]}
            need = keeping[alike]
        loads[seat] = make((seat, need, work.fte, keeps))
    return loads


def _needs_of(works: Mapping[SeatId, Work], flow: Flow, figures: CapacityDefaults) -> Mapping[SeatId, Need]:
    """What comes to each seat that is fed and works takes of it; basins drawn alike have a current in common."""
    by_current: dict[int, Sequence[Need]] = {}
    found: dict[SeatId, Need] = {}
    for basin in flow.basins:
        which = id(basin.current)
        if which not in by_current:
            amounts, at_work = basin.current.amounts, [works.get(seat) for seat in basin.seats]
            by_current[which] = [
                _need(work, amounts, place * WIDTH, 0.0, figures) if work is not None else NO_NEED
                for place, work in enumerate(at_work)
            ]
        found.update(zip(basin.seats, by_current[which], strict=True))
    return found


def loads_after(
    before: Mapping[SeatId, Load],
    works: Mapping[SeatId, Work],
    flow: Flow,
    situation: Situation,
    touched: Iterable[SeatId],
) -> Mapping[SeatId, Load]:
    """The same when only ``touched`` seats have other work, another flow, or more of today's customers."""
    kept, figures = kept_of(works, situation), situation.figures
    return patched(
        before,
        {id: _load(works[id], flow, kept.get(id, 0.0), figures) if id in works else None for id in touched},
    )


def kept_of(works: Mapping[SeatId, Work], situation: Situation) -> dict[SeatId, float]:
    """FTE that today's customers take of whoever keeps them."""
    base = base_of(works, situation) if situation.base > 0 else {}
    return {seat: count / customers_per_fte(works[seat], situation.figures) for seat, count in base.items()}


def time_for(work: Work, load: Load, part: Part) -> float:
    """FTE a seat has for a part of its work: what it was told to spend on it.

    Where nobody said how it splits its week, it is an even part, or all that its other work leaves if that is more.
    """
    usual = work.fte_for(part)
    return usual if work.is_told else max(usual, work.fte - load.total + load.need[part])


def base_of(works: Mapping[SeatId, Work], situation: Situation) -> dict[SeatId, float]:
    """Today's customers by who keeps them: as many each as their time and ratio allow for."""
    rooms = {
        seat: work.fte_for(Part.CARE) * customers_per_fte(work, situation.figures)
        for seat, work in works.items()
        if not KEEPING.isdisjoint(work.stages)
    }
    total = sum(rooms.values())
    return {seat: situation.base * room / total for seat, room in rooms.items()} if total > 0 else {}


def customers_per_fte(work: Work, figures: CapacityDefaults) -> float:
    """How many customers one person of this kind keeps (5.4)."""
    return {"am": figures.customers_per_am, "kam": figures.customers_per_kam}.get(work.care, figures.customers_per_csm)


def _load(work: Work, flow: Flow, kept: float, figures: CapacityDefaults) -> Load:
    basin, place = flow.places.get(work.seat, NOWHERE)
    return Load(work.seat, _need(work, basin.current.amounts, place, kept, figures), work.fte, kept)


def _need(
    work: Work, amounts: Mapping[int, float], place: int, kept: float, figures: CapacityDefaults
) -> dict[Part, float]:
    need: dict[Part, float] = {}
    for part in work.shares:
        if part is Part.INBOUND:
            need[part] = inbound_fte(amounts.get(place + Phase.LEAD, 0.0), figures)
        elif part is Part.OUTBOUND:
            need[part] = outbound_fte(amounts.get(place + Phase.PROSPECT, 0.0), figures)
        elif part is Part.CLOSER:
            need[part] = closer_fte(_closed(work, amounts.get(place + Phase.QUALIFIED, 0.0)), figures)
        else:
            welcomed = amounts.get(place + Phase.SIGNED, 0.0) if ONBOARDING in work.stages else 0.0
            need[part] = kept + care_fte(0.0, welcomed, figures)
    return need


def _closed(work: Work, arriving: float) -> float:
    """Qualified leads that come to one who closes; a demo alone takes no time of its own."""
    return arriving if works_on(work, Phase.QUALIFIED) else 0.0
