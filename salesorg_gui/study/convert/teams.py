"""Which pods the new chart has: those of the old one, else one for each part of the market the people can serve."""

from collections.abc import Iterator, Sequence

from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import Kind, PodId
from salesorg_gui.domain.records import Segment
from salesorg_gui.i18n import _
from salesorg_gui.study.convert.crew import Member
from salesorg_gui.study.convert.shape import Shape, Team

FEWEST_TEAMS = 2
PEOPLE_A_TEAM = 3
"""Development, closing and account care: fewer people are no pod."""


def teams_for(chart: Chart, shape: Shape, members: Sequence[Member]) -> tuple[Team, ...]:
    """The pods of the new chart; none where the template has none."""
    if not shape.has_teams:
        return ()
    old = [pod for pod in _pods_in_order(chart) if chart.members.get(pod)]
    taken = {id for kind in Kind for id in chart.records(kind)}
    teams = [_kept(chart, pod) for pod in old]
    wanted = _count(chart, members) - len(teams)
    if not teams:
        return tuple(_new(chart, shape, wanted, taken))
    return (*teams, *_further(teams, max(0, wanted), taken))


def _pods_in_order(chart: Chart) -> Iterator[PodId]:
    """Pods as they stand on the board: segment by segment, then those outside."""
    frames = [segment.id for segment in _outer_first(chart)]
    for frame in (*frames, None):
        yield from (pod.id for pod in chart.pods_in.get(frame, ()))


def _outer_first(chart: Chart) -> Iterator[Segment]:
    """All segments, each before those in it; nested as deep as a plan may nest them."""
    waiting = list(reversed(chart.segments_in.get(None, ())))
    while waiting:
        segment = waiting.pop()
        yield segment
        waiting += reversed(chart.segments_in.get(segment.id, ()))


def _kept(chart: Chart, id: PodId) -> Team:
    pod = chart.pods[id]
    own = [segment.id for segment in in_order(chart.segments.values()) if id in segment.owners]
    segments = tuple(dict.fromkeys((*(one for one in pod.segments if one in chart.segments), *own)))
    return Team(id, pod.title, segments, id, pod.goal, pod.target_account)


def _count(chart: Chart, members: Sequence[Member]) -> int:
    """How many pods the people can fill, and the market has parts for; never fewer than two."""
    people = sum(member.seat.headcount for member in members if member.stages and not member.stands_beside)
    parts = len(parts_of(chart)) or FEWEST_TEAMS
    return max(FEWEST_TEAMS, min(parts, people // PEOPLE_A_TEAM))


def parts_of(chart: Chart) -> tuple[Segment, ...]:
    """The parts of the market on the axis that is cut most: the innermost of them that are served."""
    by_axis: dict[str, list[Segment]] = {}
    for segment in _outer_first(chart):
        if segment.is_served and not any(part.axis == segment.axis for part in chart.segments_in.get(segment.id, ())):
            by_axis.setdefault(segment.axis, []).append(segment)
    most = max(by_axis.values(), key=len, default=[])
    return tuple(most)


def _new(chart: Chart, shape: Shape, count: int, taken: set[str]) -> Iterator[Team]:
    """Pods where there were none: named after the parts of the market, or as the template names them."""
    parts = parts_of(chart)
    drawn = in_order(shape.drawn.pods.values())
    for number, id in enumerate(_names(count, taken)):
        share = parts[number::count] if parts else ()
        usual = drawn[number].title if number < len(drawn) else _("Pod {number}").format(number=number + 1)
        title = ", ".join(part.value for part in share if part.value) or usual
        yield Team(id, title, tuple(part.id for part in share))


def _further(teams: Sequence[Team], count: int, taken: set[str]) -> Iterator[Team]:
    """Pods beside those there are."""
    for number, id in enumerate(_names(count, taken), len(teams) + 1):
        yield Team(id, _("Pod {number}").format(number=number))


def _names(count: int, taken: set[str]) -> Iterator[PodId]:
    number = 0
    for _one in range(count):
        number += 1
        while f"pod-{number}" in taken:
            number += 1
        yield PodId(f"pod-{number}")
