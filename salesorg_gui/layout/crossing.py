"""The lines of a chart that do not stay within one pod: few of all, and those alone shape a board."""

from collections.abc import Mapping

from salesorg_gui.domain.chart import MANAGER, REPORT, Chart
from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.domain.records import Line

type Crossing = tuple[Line, ...]


def crossing(chart: Chart, members: Mapping[PodId, tuple[SeatId, ...]]) -> Crossing:
    """All lines but those within one of the pods, given their members."""
    lines = chart.lines.values()
    pods = {seat: pod for pod, seats in members.items() for seat in seats}
    ends = map(pods.get, map(REPORT, lines)), map(pods.get, map(MANAGER, lines))
    return tuple([line for line, one, other in zip(lines, *ends, strict=True) if one != other or one is None])
