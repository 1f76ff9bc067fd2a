"""Whether everybody has time for all that comes, so that nothing can hold it back: seen at once, without a search.

The flow as drawn is itself a way through the organisation. It shows that all get through when no seat has more work
than time, nobody is lost on the way, and nobody counts for less further on than before. Otherwise nothing is said.
"""

from collections.abc import Mapping

from salesorg_gui.capacity.flow import Flow
from salesorg_gui.capacity.formulas import care_fte
from salesorg_gui.capacity.loads import ONBOARDING, Load, time_for
from salesorg_gui.capacity.phases import HOT_LEAD, Phase
from salesorg_gui.capacity.posts import WIDTH
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId

EPSILON = 1e-9
BEGINNING = frozenset({int(Phase.LEAD), int(Phase.PROSPECT)})


def all_get_through(
    chart: Chart,
    works: Mapping[SeatId, Work],
    flow: Flow,
    loads: Mapping[SeatId, Load],
    figures: CapacityDefaults,
) -> bool:
    """Whether the flow as drawn fits into everybody's time as it is."""
    return (
        _is_onward(flow)
        and not any(left > EPSILON for left in flow.lost.values())
        and not _parts_hot_leads(chart)
        and all(_has_time(work, loads[work.seat], flow, figures) for work in works.values())
    )


def _is_onward(flow: Flow) -> bool:
    """Whether nobody begins anew, and whoever is kept was taken in by the same seat or kept by another."""
    for start, outs in flow.steps.items():
        phase = start % WIDTH
        for to, _share in outs:
            then = to % WIDTH
            if then in BEGINNING and then != phase:
                return False
            if then == Phase.KEPT and (to not in flow.taken or (phase != Phase.KEPT and to != start + 1)):
                return False
    return True


def _parts_hot_leads(chart: Chart) -> bool:
    """Whether a source hands its hot leads on apart, so that the others are worth less."""
    return any(way.object == HOT_LEAD for source in chart.sources for way in chart.handoffs_from.get(source, ()))


def _has_time(work: Work, load: Load, flow: Flow, figures: CapacityDefaults) -> bool:
    """Whether no part of the work is short. Whoever keeps customers is counted as taking them in as well (5.7)."""
    for part, need in load.need.items():
        welcomed = 0.0
        if part is Part.CARE and ONBOARDING not in work.stages:
            welcomed = care_fte(0.0, flow.at(work.seat, Phase.SIGNED), figures)
        needed = need + welcomed - EPSILON
        if needed > work.fte_for(part) and needed > time_for(work, load, part):  # nobody has less than the usual
            return False
    return True
