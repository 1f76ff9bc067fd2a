"""The one move that lowers the cost of the seams most: a seat into another pod, under another manager, or both.

Tried are the ends of the costliest seams, each beside the other: in its pod, under its manager. What is told is the
cost of the whole chart before and after. A move that brings an error of the rules is never offered.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import ChartEdit, EditRefused, Together
from salesorg_gui.domain.edits.lines import ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.ids import LineId, PodId, SeatId, fresh_id
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.rules.examination import Examination
from salesorg_gui.rules.finding import Findings, Severity
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.names import Names
from salesorg_gui.study.seams import Seam, Seams, reckoned_seams

MOST_TRIED = 32
"""On a chart of up to ``SEATS_EACH`` seats; on larger ones fewer, as each is reckoned whole."""
SEATS_EACH = 1_000
FEWEST_TRIED = 4
MOST_EXAMINED = 6
LEAST_GAIN = 1e-6
DOUBTED = 0.5
"""A move that brings a warning counts as half as good."""


@dataclass(frozen=True, slots=True)
class Move:
    """A move of ``seat`` and what the seams cost before and after; ``warnings`` are the titles of those it brings."""

    seat: SeatId
    edit: Together
    before: float
    after: float
    warnings: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What it does, in a few words; undo calls it the same."""
        return self.edit.label

    @property
    def gain(self) -> float:
        """What it saves."""
        return self.before - self.after


def best_move(seams: Seams, plan: Plan, catalogue: Catalogue, examination: Examination | None = None) -> Move | None:
    """The move that lowers the cost most without an error more; nothing where none does.

    An ``examination`` that knows the plan need not look at all of it again.
    """
    chart = seams.graphs.chart
    most = max(FEWEST_TRIED, MOST_TRIED * SEATS_EACH // max(SEATS_EACH, len(chart.seats)))
    moves = [move for tried in islice(_thought_up(seams), most) if (move := _reckoned(seams, *tried)) is not None]
    moves.sort(key=lambda move: (move.after, move.label))
    if not moves:
        return None
    examination = examination or Examination()
    before = examination(plan, chart, catalogue)
    allowed: list[Move] = []
    for move in moves[:MOST_EXAMINED]:
        after = move.edit.apply(chart)
        found = examination(plan.with_chart(after), after, catalogue)
        if not _more(before, found, Severity.ERROR):
            warnings = _more(before, found, Severity.WARNING)
            allowed.append(Move(move.seat, move.edit, move.before, move.after, warnings))
    return max(allowed, key=lambda move: move.gain * (DOUBTED if move.warnings else 1.0), default=None)


def _reckoned(seams: Seams, seat: SeatId, edit: Together) -> Move | None:
    """What a move saves; nothing where it is refused or saves nothing."""
    chart, graphs = seams.graphs.chart, seams.graphs
    try:
        after = edit.apply(chart)
    except EditRefused:
        return None
    found = reckoned_seams(Graphs(after, graphs.catalogue), seams.volumes, seams.weights)
    move = Move(seat, edit, seams.cost, found.cost)
    return move if move.gain > LEAST_GAIN * max(1.0, seams.cost) else None


def _thought_up(seams: Seams) -> Iterator[tuple[SeatId, Together]]:
    """Moves of either end of a seam to where the other is, from the costliest seam on; each once."""
    names, known = Names(seams.graphs), set[tuple[SeatId, str]]()
    apart = (one for one in seams.seams if one.cost > 0 and (one.leaves_pod or one.settler is None or one.levels > 1))
    ends = ((seam, *pair) for seam in apart for pair in ((seam.taker, seam.giver), (seam.giver, seam.taker)))
    for seam, seat, other in ends:
        for edit in _beside(seams, seam, seat, other, names):
            if (seat, edit.label) not in known:
                known.add((seat, edit.label))
                yield seat, edit


def _beside(seams: Seams, seam: Seam, seat: SeatId, other: SeatId, names: Names) -> Iterator[Together]:
    chart, roles = seams.graphs.chart, seams.graphs.duties.roles
    if roles[seat].is_neighbour:
        return
    pod, manager = chart.seats[other].pod, seams.ladder.above.get(other)
    words = {"seat": names.seat(seat)}
    to_pod: ChartEdit | None = None
    to_manager: ChartEdit | None = None
    if seam.leaves_pod and pod is not None and pod in chart.pods and _is_free(chart, seat):
        words["pod"], to_pod = names.pod(pod), MoveSeats((seat,), pod)
    if manager is not None and manager not in {seat, seams.ladder.above.get(seat)}:
        words["manager"] = names.seat(manager)
        to_manager = ReportTo((seat,), manager, (LineId(fresh_id("l", chart.lines)),))
    if to_pod is not None and to_manager is not None:
        yield Together(_("Move {seat} to the pod {pod}, under {manager}").format_map(words), (to_pod, to_manager))
    if to_pod is not None:
        yield Together(_("Move {seat} to the pod {pod}").format_map(words), (to_pod,))
    if to_manager is not None:
        yield Together(_("Let {seat} report to {manager}").format_map(words), (to_manager,))


def _is_free(chart: Chart, seat: SeatId) -> bool:
    """Whether a seat may change its pod: it stands in no other beside, serves not all, and leads none."""
    record = chart.seats[seat]
    led: set[PodId] = {pod.id for pod in chart.pods.values() if pod.lead == seat}
    return not record.shared and not record.also_in and not led


def _more(before: Findings, after: Findings, severity: Severity) -> tuple[str, ...]:
    """The titles of the rules that find more of a severity than before."""
    counts = [Counter(one.rule for one in found if one.severity is severity) for found in (before, after)]
    more = counts[1] - counts[0]
    return tuple(dict.fromkeys(one.title for one in after if one.severity is severity and one.rule in more))
