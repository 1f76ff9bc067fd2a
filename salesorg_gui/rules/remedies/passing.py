"""What may pass between two, on which condition, and the handoffs that remedies draw."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.catalogue.journey import ObjectKind
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.lines import DrawHandoff
from salesorg_gui.domain.ids import HandoffId, Kind, ObjectId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Lane
from salesorg_gui.rules.remedies.remedy import Situation
from salesorg_gui.rules.terms import RAW_LEAD, TARGET_PROSPECT


def given(s: Situation, giver: SeatId | SourceId) -> frozenset[ObjectId]:
    """What a seat may hand over; of a lead source, what comes from its lane."""
    if giver in s.chart.seats:
        return s.org.graphs.duties.outputs[SeatId(giver)]
    source = s.chart.sources[SourceId(giver)]
    return frozenset({RAW_LEAD if source.lane is Lane.INBOUND else TARGET_PROSPECT})


def fitting_objects(s: Situation, handoff: Handoff) -> Iterator[ObjectId]:
    """What the giver has and the taker takes, the usual between their roles first; else what one of them knows."""
    out, taken = given(s, handoff.source), s.org.graphs.duties.inputs[handoff.target]
    usual = set(_usual(s, handoff.source, handoff.target))
    for wanted in (out & taken, taken, out):
        if wanted:
            fitting = [name for name in s.catalogue.objects if name in wanted]
            yield from sorted(fitting, key=lambda name: name not in usual)
            return


def usual_condition(s: Situation, handoff: Handoff) -> str:
    """The condition the catalogue knows for such a handoff, else when the work before it is done; may be empty."""
    for name, condition in _usual(s, handoff.source, handoff.target).items():
        if name == handoff.object and condition:
            return condition
    if handoff.object is None or handoff.object not in s.catalogue.objects:
        return ""
    stage = s.catalogue.stages.get(s.catalogue.objects[handoff.object].stage_after)
    return stage.done_when if stage is not None else ""


def drawn(s: Situation, giver: SeatId | SourceId, taker: SeatId, name: ObjectId) -> DrawHandoff:
    """Draw a handoff with the condition and the time limit the catalogue knows for it."""
    known = s.catalogue.objects[name]
    is_return = known.kind is ObjectKind.RETURN
    new = Handoff(
        HandoffId(new_id(s.chart, Kind.HANDOFF)), giver, taker, name, limit_hours=known.limit_hours, is_return=is_return
    )
    return DrawHandoff(replace(new, condition=usual_condition(s, new)))


def _usual(s: Situation, giver: SeatId | SourceId, taker: SeatId) -> dict[ObjectId, str]:
    """The objects that usually pass between the roles of two seats, with their conditions."""
    if giver not in s.chart.seats:
        return {}
    here, there = (_lineage(s, seat) for seat in (SeatId(giver), taker))
    found: dict[ObjectId, str] = {}
    for role in here:
        for usual in s.catalogue.role(role).hands_over:
            if usual.role in there:
                found.setdefault(usual.object, usual.condition)
    for role in there:
        for usual in s.catalogue.role(role).receives:
            if usual.role in here:
                found.setdefault(usual.object, usual.condition)
    return found


def _lineage(s: Situation, seat: SeatId) -> tuple[RoleId, ...]:
    return tuple(s.org.graphs.duties.lineage(s.org.role(seat).id))
