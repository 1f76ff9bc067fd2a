"""Parts of a chart for pages of the board: some frames with their seats, and the lines between those."""

from collections.abc import Sequence
from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SegmentId
from salesorg_gui.domain.records import Pod, Seat, Segment


def framed_by(chart: Chart, tops: Sequence[Key]) -> Chart:
    """The frames with all that is inside of them, wherever a hand put them."""
    segments, waiting = [], [SegmentId(key.id) for key in tops if key.kind is Kind.SEGMENT]
    while waiting:
        name = waiting.pop(0)
        segments.append(replace(chart.segments[name], place=None))
        waiting += [child.id for child in chart.segments_in.get(name, ())]
    shown = {segment.id for segment in segments}
    named = {key.id for key in tops if key.kind is Kind.POD}
    pods = [replace(pod, place=None) for pod in chart.pods.values() if pod.id in named or chart.frame_of(pod) in shown]
    seats = [seat for pod in pods for seat in chart.members.get(pod.id, ())]
    return restricted(chart, seats, pods, segments)


def restricted(chart: Chart, seats: Sequence[Seat], pods: Sequence[Pod], segments: Sequence[Segment]) -> Chart:
    """The chart of some records, and the lines between them."""
    names = {seat.id for seat in seats}
    up, dotted = chart.lines_up, chart.dotted_up
    ups = [line for seat in names for line in (*up.get(seat, ()), *dotted.get(seat, ()))]
    return Chart(
        seats={seat.id: seat for seat in seats},
        pods={pod.id: pod for pod in pods},
        segments={segment.id: segment for segment in segments},
        lines={line.id: line for line in sorted(ups, key=lambda line: line.id) if line.manager in names},
    )


def with_leads(whole: Chart, part: Chart) -> Chart:
    """With those who lead a pod from elsewhere: they are named, not shown."""
    named = {pod.lead for pod in part.pods.values() if pod.lead is not None}
    leads = {lead: whole.seats[lead] for lead in sorted(named) if lead in whole.seats}
    return replace(part, seats={**part.seats, **leads})
