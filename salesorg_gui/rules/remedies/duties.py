"""Moving stages of the journey from seat to seat, with the handoffs that belong to them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import HandoffId, Kind, ObjectId, SeatId, StageId
from salesorg_gui.domain.records import Handoff, Seat
from salesorg_gui.rules.remedies.lines import without
from salesorg_gui.rules.remedies.remedy import Situation


def with_stages(s: Situation, seat: Seat, stages: Collection[StageId]) -> Seat:
    """The seat with these stages added: those of its role taken up again, the others as its own."""
    own = s.catalogue.role(seat.role).stages
    removed = tuple(stage for stage in seat.stages_removed if stage not in stages)
    further = tuple(stage for stage in stages if stage not in own and stage not in seat.stages_added)
    return replace(seat, stages_added=(*seat.stages_added, *further), stages_removed=removed)


def without_stages(s: Situation, seat: Seat, stages: Collection[StageId]) -> Seat:
    """The seat with these stages taken away, and the time it had for them."""
    own = s.catalogue.role(seat.role).stages
    added = tuple(stage for stage in seat.stages_added if stage not in stages)
    further = tuple(stage for stage in stages if stage in own and stage not in seat.stages_removed)
    shares = {stage: share for stage, share in seat.shares.items() if stage not in stages}
    return replace(seat, stages_added=added, stages_removed=(*seat.stages_removed, *further), shares=shares)


def taken_over(s: Situation, seat: SeatId, stages: Collection[StageId], by: Seat, label: str) -> Iterator[ChartEdit]:
    """Another seat takes stages over, and what is handed to and from the first one for them alone.

    ``by`` may be new; then it stands on the chart by the time these edits are made.
    """
    yield Revise((without_stages(s, s.chart.seats[seat], stages), with_stages(s, by, stages)), label)
    yield from passed_on(s, label, _of_stages(s, seat, stages), seat, by.id)


def passed_on(s: Situation, label: str, handoffs: Iterable[Handoff], seat: SeatId, by: SeatId) -> Iterator[ChartEdit]:
    """Another seat stands in for one in some handoffs. What would lead to itself, or be drawn twice, goes."""
    moved = {one.id: _with_end(one, seat, by) for one in handoffs}
    drawn = {_ends(one) for one in s.chart.handoffs.values() if one.id not in moved}
    kept: list[Handoff] = []
    gone: list[HandoffId] = []
    for one in moved.values():
        if one.source == one.target or _ends(one) in drawn:
            gone.append(one.id)
        else:
            drawn.add(_ends(one))
            kept.append(one)
    if kept:
        yield Revise(tuple(kept), label)
    if gone:
        yield without(label, Kind.HANDOFF, gone)


def _of_stages(s: Situation, seat: SeatId, stages: Collection[StageId]) -> Iterator[Handoff]:
    """The handoffs of a seat that only these of its stages need."""
    known = s.catalogue.stages
    kept = [known[stage] for stage in s.org.graphs.duties.stages[seat] if stage not in stages]
    moved = [known[stage] for stage in stages]
    taken = _all(stage.consumes for stage in moved) - _all(stage.consumes for stage in kept)
    given = _all(stage.produces for stage in moved) - _all(stage.produces for stage in kept)
    for delivery in s.org.graphs.deliveries:
        handoff = delivery.handoff
        if (handoff.target == seat and handoff.object in taken) or (delivery.giver == seat and handoff.object in given):
            yield handoff


def _all(names: Iterable[Iterable[ObjectId]]) -> set[ObjectId]:
    return {name for several in names for name in several}


def _with_end(handoff: Handoff, seat: SeatId, by: SeatId) -> Handoff:
    source = by if handoff.source == seat else handoff.source
    return replace(handoff, source=source, target=by if handoff.target == seat else handoff.target)


def _ends(handoff: Handoff) -> tuple[str, str, str | None]:
    return handoff.source, handoff.target, handoff.object
