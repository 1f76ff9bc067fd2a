"""Remedies for what a handoff says of itself: object, condition, time limit; and for handoffs drawn twice."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Kind, ObjectId, SeatId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.i18n import _
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.remedies.handoff_course import arrow_turned, deleted
from salesorg_gui.rules.remedies.handoff_coverage import give_stage
from salesorg_gui.rules.remedies.handoff_teams import handed_to
from salesorg_gui.rules.remedies.lines import FEW, without
from salesorg_gui.rules.remedies.passing import fitting_objects, given, nearest, usual_condition
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step


def revised(label: str, *handoffs: Handoff) -> Remedy:
    """Put changed handoffs in the place of what they were."""
    return step(label, Revise(handoffs, label))


def named(s: Situation) -> Iterator[Remedy]:
    """Name what fits both ends."""
    (handoff,) = _handoffs(s)
    yield from (_of_object(s, handoff, name) for name in islice(fitting_objects(s, handoff), FEW))


def _of_object(s: Situation, handoff: Handoff, name: ObjectId) -> Remedy:
    """The handoff with another object, and the time limit of that where it had none."""
    known = s.catalogue.objects[name]
    hours = known.limit_hours if handoff.limit_hours is None else handoff.limit_hours
    label = _("Hand over: {object}").format(object=known.short_title)
    return revised(label, replace(handoff, object=name, limit_hours=hours))


def with_condition(s: Situation) -> Iterator[Remedy]:
    """Take the condition the catalogue knows for such a handoff."""
    (handoff,) = _handoffs(s)
    if text := usual_condition(s, handoff):
        yield revised(_("Set the condition: {text}").format(text=text), replace(handoff, condition=text))


def with_limit(s: Situation) -> Iterator[Remedy]:
    """Fill in the usual time limit."""
    (handoff,) = _handoffs(s)
    yield from _limited(s, handoff, 1.0)


def tighter(s: Situation) -> Iterator[Remedy]:
    """Go down to the usual time limit, or to what the plan allows when that is less."""
    (handoff,) = _handoffs(s)
    yield from _limited(s, handoff, min(1.0, s.limits["slack"]))


def _limited(s: Situation, handoff: Handoff, share: float) -> Iterator[Remedy]:
    if handoff.object in s.catalogue.objects and handoff.object is not None:
        hours = s.catalogue.objects[handoff.object].limit_hours * share
        label = _("Set the time limit to {hours} h").format(hours=spoken(hours))
        yield revised(label, replace(handoff, limit_hours=hours))


def merged(s: Situation) -> Iterator[Remedy]:
    """Keep one of the twins, with what only another of them says."""
    twins = _handoffs(s)
    kept = max(twins, key=lambda one: (bool(one.condition.strip()), one.limit_hours is not None))
    label = _("Merge them into one")
    others = without(label, Kind.HANDOFF, (one.id for one in twins if one is not kept))
    condition = next((one.condition for one in (kept, *twins) if one.condition.strip()), "")
    hours = next((one.limit_hours for one in (kept, *twins) if one.limit_hours is not None), None)
    share = next((one.probability for one in (kept, *twins) if one.probability is not None), None)
    full = replace(kept, condition=condition, limit_hours=hours, probability=share)
    yield step(label, others, Revise((full,), label))


def by_rule(s: Situation) -> Iterator[Remedy]:
    """Write on each branch whom it is for, where the catalogue says so for every one of them."""
    branches = _handoffs(s)
    ruled = [replace(one, condition=usual_condition(s, one)) for one in branches]
    if all(one.condition for one in ruled):
        names = s.names.seats(dict.fromkeys(one.target for one in branches))
        label = _("Write down who gets which: {names}").format(names=names)
        yield revised(label, *ruled)


def _handoffs(s: Situation) -> tuple[Handoff, ...]:
    return tuple(s.chart.handoffs[id] for id in s.finding.handoffs)


def fitted(s: Situation) -> Iterator[Remedy]:
    """Hand over what fits both, turn the arrow, let fitting seats do it, or add the stage it needs."""
    (handoff,) = _handoffs(s)
    name = handoff.object
    assert name is not None, "only a known object does not fit"
    duties = s.org.graphs.duties
    if handoff.source in s.chart.seats:
        both = given(s, handoff.source) & duties.inputs[handoff.target]
        yield from (_of_object(s, handoff, one) for one in fitting_objects(s, handoff) if one in both)
        if name in given(s, handoff.target) & duties.inputs[SeatId(handoff.source)]:
            yield from arrow_turned(s, handoff)
    takers = nearest(s, handoff.source, (seat for seat in s.org.seats if name in duties.inputs[seat]))
    yield from (handed_to(s, handoff, taker) for taker in takers[:FEW] if taker != handoff.target)
    yield from _stages_added(s, handoff, name)
    yield deleted(s, handoff)


def _stages_added(s: Situation, handoff: Handoff, name: ObjectId) -> Iterator[Remedy]:
    """Give the stage that has this object to whichever end lacks it."""
    giving = [stage.id for stage in s.catalogue.stages.values() if name in stage.produces]
    taking = [stage.id for stage in s.catalogue.stages.values() if name in stage.consumes]
    if name not in given(s, handoff.source) and handoff.source in s.chart.seats:
        yield from (give_stage(s, stage, SeatId(handoff.source)) for stage in giving[:FEW])
    if name not in s.org.graphs.duties.inputs[handoff.target]:
        yield from (give_stage(s, stage, handoff.target) for stage in taking[:FEW])
