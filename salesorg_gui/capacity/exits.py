"""Which ways lead out of every seat and lead source, sorted by what goes there: onward, or back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from salesorg_gui.capacity.phases import HOT_LEAD, NEXT, Phase, phase_of, works_on
from salesorg_gui.capacity.posts import WIDTH, Posts
from salesorg_gui.capacity.work import Work
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, ObjectId, SeatId

type Way = tuple[HandoffId, int, float | None, bool]
"""A handoff, the post it leads to, its probability, and whether hot leads take it."""


class Kind(NamedTuple):
    """What an object means for the flow; no phase where nobody knows the object."""

    is_return: bool = False
    moves_customer: bool = True
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class Exits:
    """Ways out of every post; returns apart, as far as they have a probability.

    ``without_hot`` are posts that get leads whose hot ones went ahead.
    """

    onward: Mapping[int, Sequence[Way]]
    back: Mapping[int, Sequence[Way]]
    without_hot: frozenset[int]


def exits_of(chart: Chart, catalogue: Catalogue, posts: Posts, works: Mapping[SeatId, Work]) -> Exits:
    """The ways of a chart that lead to seats that exist, by the ids of the handoffs."""
    kinds: dict[ObjectId | None, Kind] = {id: _kind(one) for id, one in catalogue.objects.items()}
    unknown = Kind()
    onward: dict[int, list[Way]] = defaultdict(list)
    back: dict[int, list[Way]] = defaultdict(list)
    starts = {str(id): posts.start(source) for id, source in chart.sources.items()}
    places = posts.seats
    for id, handoff in sorted(chart.handoffs.items()):
        target = places.get(handoff.target)
        if target is None:
            continue
        kind, source = kinds.get(handoff.object, unknown), SeatId(handoff.source)
        chance, is_hot = handoff.probability, handoff.object == HOT_LEAD
        if handoff.is_return or kind.is_return:
            if source in places and chance is not None:
                phase = _beginning(works.get(handoff.target))
                back[places[source] + Phase.QUALIFIED].append((id, target + phase, chance, is_hot))
        elif kind.moves_customer and (source in starts or source in places):
            giver = starts.get(source)
            if giver is None:
                giver = places[source] + (kind.phase or _last_phase(works.get(source)))
            onward[giver].append((id, target + (kind.phase or giver % WIDTH), chance, is_hot))
    return Exits(onward, back, _without_hot(chart, posts))


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


def _without_hot(chart: Chart, posts: Posts) -> frozenset[int]:
    """Those to whom a source hands leads that hands its hot ones to somebody itself."""
    handed = (chart.handoffs_from.get(source, ()) for source in chart.sources)
    takers = {way.target for out in handed if any(way.object == HOT_LEAD for way in out) for way in out}
    return frozenset(posts.seats[seat] + Phase.LEAD for seat in takers if seat in posts.seats)
