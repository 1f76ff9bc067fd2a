"""What leads and customers walk on: the handoffs that carry them, and what every seat makes of them."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from salesorg_gui.capacity.phases import HOT_LEAD, NEXT, Phase, phase_of, works_on, yields
from salesorg_gui.capacity.work import Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, ObjectId, SeatId
from salesorg_gui.domain.records import Handoff

MANY_CATALOGUES = 8


class Kind(NamedTuple):
    """What an object means for the flow; no phase where nobody knows the object."""

    is_return: bool = False
    moves_customer: bool = True
    phase: Phase | None = None


class Way(NamedTuple):
    """A handoff that carries: the phase in which somebody leaves the giver and comes to the taker."""

    id: HandoffId
    giver: SeatId
    taker: SeatId
    leaves: int
    arrives: int
    chance: float | None
    is_hot: bool
    is_return: bool


class Yields(NamedTuple):
    """What becomes of one in each phase, by its number; ``hot_left`` of a lead where hot ones have gone ahead.

    ``hot_share`` is the share of hot leads in what a source brings, ``hot_made`` in what a seat has qualified.
    """

    by_phase: tuple[float, ...]
    hot_left: float
    hot_share: float
    hot_made: float

    @staticmethod
    def of(figures: CapacityDefaults) -> "Yields":
        """As the planning figures have it."""
        usual = (0.0, *(yields(phase, figures) for phase in Phase))
        qualified = usual[Phase.LEAD]
        made = figures.hot_lead_share / qualified if qualified > 0 else 0.0
        return Yields(usual, yields(Phase.LEAD, figures, hot_left=True), figures.hot_lead_share, made)


UNKNOWN = Kind()
_made = partial(tuple.__new__, Way)


@dataclass(frozen=True, slots=True)
class Ground:
    """A chart with the work of its seats."""

    chart: Chart
    kinds: Mapping[ObjectId, Kind]
    works: Mapping[SeatId, Work]
    made: Yields
    sources: AbstractSet[str]

    @staticmethod
    def of(chart: Chart, catalogue: Catalogue, works: Mapping[SeatId, Work], figures: CapacityDefaults) -> "Ground":
        """The ground of a chart."""
        return Ground(chart, kinds_of(catalogue), works, Yields.of(figures), chart.sources.keys())

    def kind(self, handoff: Handoff) -> Kind:
        """What a handoff hands over."""
        return UNKNOWN if handoff.object is None else self.kinds.get(handoff.object, UNKNOWN)

    def way(self, handoff: Handoff) -> Way | None:
        """The way a handoff is for those who come to its giver; none where it carries nobody, or leads nowhere.

        What a lead source hands out is told apart (``Springs``).
        """
        seats, giver, taker, drawn = self.chart.seats, handoff.source, handoff.target, handoff.object
        if taker not in seats or giver not in seats:
            return None
        is_return, moves, phase = UNKNOWN if drawn is None else self.kinds.get(drawn, UNKNOWN)
        giver, chance = SeatId(giver), handoff.probability
        if is_return or handoff.is_return:
            if chance is None:
                return None
            begun = _beginning(self.works.get(taker))
            return Way(handoff.id, giver, taker, Phase.QUALIFIED, begun, chance, drawn == HOT_LEAD, is_return=True)
        if not moves or giver in self.sources:
            return None
        leaves = phase or _last_phase(self.works.get(giver))
        return _made((handoff.id, giver, taker, leaves, leaves, chance, drawn == HOT_LEAD, False))

    def ways(self) -> Mapping[SeatId, Sequence[Way]]:
        """The ways out of every seat that has any, by the ids of the handoffs."""
        way, seats, found = self.way, self.chart.seats, dict[SeatId, Sequence[Way]]()
        for giver, drawn in self.chart.handoffs_from.items():
            if giver in seats and (own := [one for handoff in drawn if (one := way(handoff)) is not None]):
                if len(own) > 1:
                    own.sort()
                found[own[0].giver] = own
        return found

    def ways_from(self, giver: SeatId) -> Sequence[Way]:
        """The ways out of a seat, by the ids of the handoffs."""
        drawn = self.chart.handoffs_from.get(giver, ())
        return sorted([way for one in drawn if (way := self.way(one)) is not None])

    def givers_to(self, taker: SeatId, but: AbstractSet[SeatId]) -> Sequence[SeatId]:
        """The seats from which ways lead to a seat; those asked for no more are left out."""
        drawn = self.chart.handoffs_to.get(taker, ())
        return [SeatId(one.source) for one in drawn if one.source not in but and self.way(one) is not None]


@lru_cache(MANY_CATALOGUES)
def kinds_of(catalogue: Catalogue) -> Mapping[ObjectId, Kind]:
    """What each object means."""
    return {id: _kind(one) for id, one in catalogue.objects.items()}


def _kind(handed: HandedObject) -> Kind:
    moves = handed.kind is ObjectKind.CUSTOMER and not handed.reentry
    return Kind(handed.kind is ObjectKind.RETURN, moves, phase_of(handed))


def _last_phase(work: Work | None) -> Phase:
    """What a seat makes of those who come to it, as far as it goes; of a handoff nobody named the object of."""
    made = [NEXT[phase] for phase in NEXT if works_on(work, phase)]
    return max(made, default=Phase.LEAD)


def _beginning(work: Work | None) -> Phase:
    """What comes back begins anew where the receiver begins."""
    begun = (phase for phase in (Phase.LEAD, Phase.PROSPECT) if works_on(work, phase))
    return next(begun, Phase.QUALIFIED)
