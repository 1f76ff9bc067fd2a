"""Which other records a record names, and which of those are there."""

from collections.abc import Iterator

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Kind
from salesorg_gui.domain.records import Handoff, Hire, Line, Pod, Record, Seat, Segment

type Reference = tuple[str, tuple[Kind, ...]]

SEAT, POD, SEGMENT = (Kind.SEAT,), (Kind.POD,), (Kind.SEGMENT,)
GIVER, OWNER = (Kind.SEAT, Kind.SOURCE), (Kind.SEAT, Kind.POD)


def references(record: Record) -> Iterator[Reference]:
    """The names a record gives, each with the kinds it may mean."""
    match record:
        case Seat():
            pods = record.also_in if record.pod is None else (record.pod, *record.also_in)
            yield from ((pod, POD) for pod in pods)
        case Line():
            yield from ((record.report, SEAT), (record.manager, SEAT))
        case Handoff():
            yield from ((record.source, GIVER), (record.target, SEAT))
        case Hire():
            yield record.seat, SEAT
        case Pod():
            leads = () if record.lead is None else (record.lead,)
            yield from ((lead, SEAT) for lead in leads)
            yield from ((segment, SEGMENT) for segment in record.segments)
        case Segment():
            parents = () if record.parent is None else (record.parent,)
            yield from ((parent, SEGMENT) for parent in parents)
            yield from ((owner, OWNER) for owner in record.owners)


def ghosts(chart: Chart, record: Record) -> set[Reference]:
    """The names a record gives to what is not on the chart."""
    return {
        (name, kinds) for name, kinds in references(record) if not any(name in chart.records(kind) for kind in kinds)
    }
