"""What may pass between two, on which condition, and the handoffs that remedies draw."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from salesorg_gui.catalogue.journey import ObjectKind
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.lines import DrawHandoff
from salesorg_gui.domain.ids import HandoffId, Kind, ObjectId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Lane
from salesorg_gui.i18n import _
from salesorg_gui.rules.names import ARROW
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
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


def customers_between(s: Situation, giver: SeatId | SourceId, taker: SeatId) -> tuple[ObjectId, ...]:
    """The leads and customers one may hand on to another, the usual ones first."""
    both = given(s, giver) & s.org.graphs.duties.inputs[taker]
    usual = _usual(s, giver, taker)
    known = [one for name, one in s.catalogue.objects.items() if name in both]
    moving = [one.id for one in known if one.kind is ObjectKind.CUSTOMER and not one.reentry]
    return tuple(sorted(moving, key=lambda name: name not in usual))


def nearest(s: Situation, seat: SeatId | SourceId, others: Iterable[SeatId]) -> list[SeatId]:
    """Other seats, the likeliest partners first.

    Those of the same pod, then shared ones or outside pods, then of the same manager; then who works on fewest stages,
    then who is handed least.
    """
    graphs, chart = s.org.graphs, s.chart
    own = SeatId(seat)
    pod = s.org.pod_of(own) if own in chart.seats else None
    managers = set(graphs.managers.get(own, ()))

    def distance(other: SeatId) -> tuple[bool, bool, bool, bool, int, int, SeatId]:
        theirs = s.org.pod_of(other)
        return (
            s.org.role(other).is_neighbour,
            theirs != pod or pod is None,
            theirs is not None and not chart.seats[other].shared,
            managers.isdisjoint(graphs.managers.get(other, ())),
            len(graphs.duties.stages[other]),
            len(chart.handoffs_to.get(other, ())),
            other,
        )

    return sorted({other for other in others if other != seat}, key=distance)


def hand(s: Situation, giver: SeatId | SourceId, taker: SeatId, name: ObjectId) -> Remedy:
    """Draw one handoff."""
    label = _("Draw {way}: {object}").format(way=way(s, giver, taker), object=s.catalogue.objects[name].short_title)
    return step(label, drawn(s, giver, taker, name))


def way(s: Situation, giver: SeatId | SourceId, taker: SeatId) -> str:
    """The two ends with an arrow."""
    is_seat = giver in s.chart.seats
    first = s.names.seat(SeatId(giver)) if is_seat else s.names.source(SourceId(giver))
    return f"{first}{ARROW}{s.names.seat(taker)}"


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
