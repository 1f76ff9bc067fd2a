"""Remedies for segments: an owner for what nobody serves, bands that meet, twins made one."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Kind, SegmentId
from salesorg_gui.domain.records import Pod, Segment
from salesorg_gui.i18n import _
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.remedies.lines import FEW, without
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.remedies.role_gaps import owned
from salesorg_gui.rules.segment_owners import Serving


def segment_served(s: Situation) -> Iterator[Remedy]:
    """Give it to one of those who could take it."""
    candidates = Serving(s.org).candidates
    for segment in s.finding.segments[:FEW]:
        yield from (owned(s, segment, owner) for owner in candidates)


def bands_met(s: Situation) -> Iterator[Remedy]:
    """Let the lower band end where the upper one begins, or the upper begin where the lower ends."""
    first, second = (s.chart.segments[id] for id in s.finding.segments)
    if second.lowest is not None:
        yield _bounded(s, replace(first, below=second.lowest), second.lowest)
    if first.below is not None:
        yield _bounded(s, replace(second, lowest=first.below), first.below)


def twins_merged(s: Situation) -> Iterator[Remedy]:
    """Keep the first, with the owners, parts and pods of all."""
    kept, *twins = (s.chart.segments[id] for id in s.finding.segments)
    gone = {twin.id for twin in twins}
    label = _("Merge {segment} into one").format(segment=s.names.segment(kept.id))
    owners = tuple(dict.fromkeys(owner for one in (kept, *twins) for owner in one.owners))
    full = replace(
        kept,
        owners=owners,
        is_key=any(one.is_key for one in (kept, *twins)),
        is_served=any(one.is_served for one in (kept, *twins)),
        potential=_first(one.potential for one in (kept, *twins)),
        leads=_first(one.leads for one in (kept, *twins)),
        customers=_first(one.customers for one in (kept, *twins)),
    )
    whole = Revise((full, *_moved(s, gone, kept.id), *_pods(s, gone, kept.id)), label)
    yield step(label, whole, without(label, Kind.SEGMENT, gone))


def _bounded(s: Situation, band: Segment, bound: float) -> Remedy:
    names = {"segment": s.names.segment(band.id), "bound": spoken(bound)}
    label = _("Let {segment} meet the other at {bound}").format_map(names)
    return step(label, Revise((band,), label))


def _first(amounts: Iterator[float | None]) -> float | None:
    return next((amount for amount in amounts if amount is not None), None)


def _moved(s: Situation, gone: set[SegmentId], kept: SegmentId) -> Iterator[Segment]:
    """The segments inside the twins, inside the one that stays."""
    for segment in s.chart.segments.values():
        if segment.parent in gone and segment.id not in {*gone, kept}:
            yield replace(segment, parent=kept)


def _pods(s: Situation, gone: set[SegmentId], kept: SegmentId) -> Iterator[Pod]:
    """The pods of the twins, in the one that stays."""
    for pod in s.chart.pods.values():
        if not gone.isdisjoint(pod.segments):
            named = tuple(dict.fromkeys(kept if one in gone else one for one in pod.segments))
            yield replace(pod, segments=named)
