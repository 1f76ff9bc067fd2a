"""Who stands in which lane, and what passes there: made anew for lanes an edit touches, taken over for all others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import HandoffId, Key, PodId, SeatId, StageId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.layout.flow_form import Form, solved
from salesorg_gui.layout.flow_gaps import Gaps, Stages, covered_by, gap_spans
from salesorg_gui.layout.flow_lanes import LOOSE, Crew, aside_of, crew_of, crews_of, pod_lanes
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.flow_sources import Inlet, inlets_of
from salesorg_gui.layout.flow_stages import Journey, Span
from salesorg_gui.layout.flow_teams import SOURCES, Ends, Lane, PillSize, Sorts, Teams, ends_of
from salesorg_gui.layout.flow_touch import Touch, followed, touch_between

type Missing = tuple[tuple[Span, tuple[StageId, ...]], ...]


@dataclass(frozen=True)
class Roster:
    """The lanes from top to bottom, each solved, with what comes into it from lead sources.

    ``own`` are the stages each covers, ``missing`` its gaps, ``between`` the handoffs from lane to lane, ``aside`` who
    has no part in the journey.
    """

    kind: Lanes
    journey: Journey
    of_pod: Mapping[PodId | None, Key | None]
    crews: Sequence[Crew]
    ends: Ends
    own: Sequence[Stages]
    between: frozenset[HandoffId]
    missing: Sequence[Missing]
    aside: tuple[SeatId, ...]
    sorts: Sorts
    lanes: Sequence[Lane] = ()
    forms: Sequence[Form] = ()
    inlets: Sequence[Sequence[Inlet]] = ()

    @property
    def chart(self) -> Chart:
        """What it was made of."""
        return self.journey.chart

    def solved_anew(self, numbers: Iterable[int], pill: PillSize, before: "Roster") -> "Roster":
        """With these lanes made anew, and all others as they were before."""
        teams = Teams(self.journey, self.crews, self.ends, pill, self.sorts)
        lanes, forms, inlets = list(before.lanes), list(before.forms), list(before.inlets)
        for number in numbers:
            lanes[number] = lane = teams.of(number, _spans(self.missing[number]))
            forms[number] = form = solved(lane.team)
            inlets[number] = inlets_of(self.chart, lane, form)
        return replace(self, lanes=lanes, forms=forms, inlets=inlets)


def roster_of(chart: Chart, catalogue: Catalogue, kind: Lanes, pill: PillSize, before: Roster | None = None) -> Roster:
    """The lanes of a chart: what an edit did not touch is taken over from a roster before."""
    if before is not None and before.kind is kind and before.journey.catalogue is catalogue:
        touch = touch_between(before.chart, chart)
        after = _after(before, touch, pill) if touch is not None and _is_as_wide(before.sorts, pill) else None
        if after is not None:
            return after
    return _from_nothing(chart, catalogue, kind, pill)


def _is_as_wide(sorts: Sorts, pill: PillSize) -> bool:
    """Whether names take as much room as they did: not in another language."""
    return all(sort.width == pill(sort.sample) for sort in sorts.values())


def _from_nothing(chart: Chart, catalogue: Catalogue, kind: Lanes, pill: PillSize) -> Roster:
    journey = Journey(chart, catalogue)
    of_pod: dict[PodId | None, Key | None] = dict(pod_lanes(chart, kind))
    crews = crews_of(chart, journey.spans, of_pod)
    ends = ends_of(chart, crews)
    own = [covered_by(journey, crew) for crew in crews]
    between = frozenset(one.id for one in chart.handoffs.values() if _leads_on(ends, one))
    missing = _missing(Gaps(journey, own, ends, between))
    aside = aside_of(chart, journey.spans)
    roster = Roster(kind, journey, of_pod, crews, ends, own, between, missing, aside, {})
    lanes = Teams(journey, crews, ends, pill, roster.sorts).of_all([_spans(gaps) for gaps in missing])
    forms = [solved(lane.team) for lane in lanes]
    inlets = [inlets_of(chart, lane, form) for lane, form in zip(lanes, forms, strict=True)]
    return replace(roster, lanes=lanes, forms=forms, inlets=inlets)


def _after(before: Roster, touch: Touch, pill: PillSize) -> Roster | None:
    """The roster after an edit; nothing when lanes or columns come or go."""
    step = followed(before.journey, touch)
    if step is None:
        return None
    journey, moved = step
    lane_of = {crew.lane: number for number, crew in enumerate(before.crews)}
    homes = {before.of_pod.get(touch.after.seats[name].pod) for name in moved if name in journey.spans}
    if not homes <= lane_of.keys():
        return None
    stirred = {lane_of[home] for home in homes} | {
        before.ends.seats[name][0] for name in moved & before.ends.seats.keys()
    }
    crews = _crews_after(before, journey, stirred)
    if any(crew.lane is LOOSE and not crew.seats for crew in crews):
        return None
    ends = _ends_after(before, crews, stirred)
    own = list(before.own)
    for number in stirred:
        own[number] = covered_by(journey, crews[number])
    beside = [*touch.beside(moved), *touch.both()]
    names = {one.id for one in beside}
    shown = [one for name in names if (one := touch.after.handoffs.get(name)) is not None]
    between = (before.between - names) | {one.id for one in shown if _leads_on(ends, one)}
    missing = _missing(Gaps(journey, own, ends, between))
    aside = _aside_after(before, touch, journey, moved)
    after = Roster(before.kind, journey, before.of_pod, crews, ends, own, between, missing, aside, dict(before.sorts))
    stirred |= {number for number, gaps in enumerate(missing) if gaps != before.missing[number]}
    stirred |= {lane for one in beside for found in (before.ends, ends) for lane in _lanes_of(found, one)}
    return after.solved_anew(sorted(stirred), pill, before)


def _crews_after(before: Roster, journey: Journey, stirred: Iterable[int]) -> list[Crew]:
    crews = list(before.crews)
    for number in stirred:
        lane = crews[number].lane
        pods: list[PodId | None] = [pod for pod, its in before.of_pod.items() if its == lane]
        crews[number] = crew_of(journey.chart, journey.spans, lane, [*pods, None] if lane is LOOSE else pods)
    return crews


def _ends_after(before: Roster, crews: Sequence[Crew], stirred: Iterable[int]) -> Ends:
    seats = dict(before.ends.seats)
    for number in stirred:
        for seat in before.crews[number].seats:
            del seats[seat.id]
    for number in stirred:
        seats.update((seat.id, (number, place)) for place, seat in enumerate(crews[number].seats))
    return Ends(seats, before.ends.sources)


def _aside_after(before: Roster, touch: Touch, journey: Journey, moved: frozenset[SeatId]) -> tuple[SeatId, ...]:
    seats = touch.after.seats
    come = [name for name in moved if name in seats and name not in journey.spans]
    if not come and moved.isdisjoint(before.aside):
        return before.aside
    stayed = [name for name in before.aside if name not in moved]
    return tuple([seat.id for seat in in_order(seats[name] for name in (*stayed, *come))])


def _missing(gaps: Gaps) -> list[Missing]:
    known: dict[tuple[StageId, ...], Missing] = {}
    found = []
    for open_ in gaps.missing():
        if open_ not in known:
            known[open_] = gap_spans(gaps.journey, open_)
        found.append(known[open_])
    return found


def _spans(gaps: Missing) -> tuple[Span, ...]:
    return tuple([span for span, _stages in gaps])


def _leads_on(ends: Ends, handoff: Handoff) -> bool:
    """Whether a handoff leads from one lane to another."""
    found = ends.of(handoff)
    return found is not None and found[0] not in {SOURCES, found[2]}


def _lanes_of(ends: Ends, handoff: Handoff) -> set[int]:
    """The lanes in which a handoff is seen."""
    found = ends.of(handoff)
    return {found[0], found[2]} - {SOURCES} if found is not None else set()
