"""Which parts of the market a seat has, by itself or as one of a pod."""

from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.domain.records import Segment
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.terms import CLOSING, GROWTH, RETENTION

WORKED_BY = (CLOSING, RETENTION, GROWTH)
"""What the segments of a pod ask for: who covers none of these has no customers of its own there."""


def segments_of(org: Organisation, seat: SeatId) -> tuple[Segment, ...]:
    """The segments of a seat: its own, and those of its pods when it closes or keeps customers there."""
    owners: list[SeatId | PodId] = [seat]
    if any(org.covers(seat, stage) for stage in WORKED_BY):
        record = org.chart.seats[seat]
        owners += [pod for pod in (record.pod, *record.also_in) if pod is not None and pod in org.chart.pods]
    owned = dict.fromkeys(id for owner in owners for id in org.owned.get(owner, ()))
    return tuple(org.chart.segments[id] for id in owned)


def holders(org: Organisation, axis: str, *, is_key: bool = False) -> tuple[SeatId, ...]:
    """The seats that may have a segment of an axis, or a part of it that holds the largest customers."""
    segments = org.chart.segments
    parts = {id for id, one in segments.items() if one.axis == axis and (one.is_key or not is_key)}
    owners: set[str] = {owner for owner, ids in org.owned.items() if not parts.isdisjoint(ids)} if parts else set()
    if not owners:
        return ()
    seats = org.chart.seats
    return tuple(
        seat
        for seat in org.seats
        if seat in owners or seats[seat].pod in owners or not owners.isdisjoint(seats[seat].also_in)
    )
