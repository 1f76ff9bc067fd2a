"""How long the rules take, from scratch and after one edit.

From scratch is told as a ratio to building the two plain networkx graphs (who reports to whom, who hands over to whom)
and to reading the same plan from its file; after one edit as a share of from scratch. CPU time of this process.

Every rule looks at everything, and the result holds all findings with their severity, the things they are about and
their order. Their sentences are made when they are shown, here as in the window: for the rows of one screen. What it
takes to put all of them into words at once, as a report does, is told beside it.
"""

import statistics
import sys
from collections.abc import Callable
from dataclasses import replace

import networkx as nx

from benchmarks._timing import Case, medians, once
from benchmarks.companies import company, member
from salesorg_gui.capacity.reckoner import Reckoner
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import AddSeat, Spot
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.lines import DrawHandoff, ReportTo
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.edits.plan import SetAnswer
from salesorg_gui.domain.edits.records import Remove, Revise
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId, PodId, RoleId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Person, Seat
from salesorg_gui.rules.examination import Examination
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Findings
from salesorg_gui.storage.text import dumps, loads

SIZES = (1_000, 10_000, 50_000)
ROUNDS = 5
ROWS = 40
"""So many findings a screen shows."""

type Change = Callable[[Plan, int], Plan]


def plain_graphs(chart: Chart) -> "tuple[nx.DiGraph[str], nx.MultiDiGraph[str]]":
    """Who reports to whom and who hands over to whom, without anything else."""
    reporting: nx.DiGraph[str] = nx.DiGraph()
    reporting.add_nodes_from(chart.seats)
    reporting.add_edges_from((line.manager, line.report) for line in chart.lines.values())
    handoffs: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    handoffs.add_nodes_from(chart.seats)
    handoffs.add_edges_from((handoff.source, handoff.target) for handoff in chart.handoffs.values())
    return reporting, handoffs


def shown(found: Findings, rows: int | None = ROWS) -> Findings:
    """Findings, counted by severity, of which the first are put into words, or all of them."""
    assert sum(found.counts.values()) <= len(found)
    for one in found.found[:rows]:
        assert one.message
        assert one.fix
    return found


def unread(chart: Chart) -> Chart:
    """The same chart without anything derived from it yet, as when it is opened."""
    return replace(chart)


def edited(make: Callable[[Chart, int], ChartEdit]) -> Change:
    """A change of the first chart in a pod of its own."""
    return lambda plan, pod: plan.with_chart(make(plan.first_chart, pod).apply(plan.first_chart))


def _seat(chart: Chart, pod: int) -> Seat:
    return chart.seats[SeatId(member(pod, 3))]


def _renamed(chart: Chart, pod: int) -> ChartEdit:
    return Revise((replace(_seat(chart, pod), people=(Person(f"New {pod}"),)),), "Rename")


def _recast(chart: Chart, pod: int) -> ChartEdit:
    return Revise((replace(_seat(chart, pod), role=RoleId("account_manager")),), "Another role")


def _added(_chart: Chart, pod: int) -> ChartEdit:
    spot = Spot(SeatId(member(pod, 0)), None, PodId(f"pod{pod:05}"), None, None, ())
    return AddSeat(Seat(SeatId(f"new{pod}"), RoleId("inbound_sdr")), spot, (LineId(f"new{pod}"),), "Add")


def _handoff(_chart: Chart, pod: int) -> ChartEdit:
    ends = SeatId(member(pod, 3)), SeatId(member(pod, 7))
    return DrawHandoff(Handoff(HandoffId(f"new{pod}"), *ends, ObjectId("signed_customer")))


CHANGES: dict[str, Change] = {
    "rename a seat": edited(_renamed),
    "move a seat": edited(lambda _chart, pod: MoveSeats((SeatId(member(pod, 3)),), PodId(f"pod{pod + 5:05}"), None)),
    "add a seat": edited(_added),
    "delete a seat": edited(lambda _chart, pod: Remove((Key(Kind.SEAT, member(pod, 7)),), "Remove")),
    "another role": edited(_recast),
    "draw a handoff": edited(_handoff),
    "delete a handoff": edited(lambda _chart, pod: Remove((Key(Kind.HANDOFF, f"h{pod:05}-05"),), "Remove")),
    "change a line": edited(
        lambda _chart, pod: ReportTo((SeatId(member(pod, 3)),), SeatId(member(pod + 1, 0)), (LineId(f"to{pod}"),))
    ),
    "change an answer": lambda plan, pod: SetAnswer("employees", float(pod)).revise(plan),
}


def measure(size: int) -> None:
    """Print the figures of one size."""
    plan, catalogue = company(size), load()
    text = dumps(plan)
    examine(plan, unread(plan.first_chart), catalogue)
    cases = [
        Case("graphs", lambda: plain_graphs(plan.first_chart)),
        Case("reading", lambda: loads(text)),
        Case("scratch", lambda: shown(examine(plan, unread(plan.first_chart), catalogue, reckon=Reckoner()))),
        Case("spoken", lambda: shown(examine(plan, unread(plan.first_chart), catalogue, reckon=Reckoner()), rows=None)),
    ]
    graphs, reading, scratch, spoken = medians(cases, ROUNDS)
    print(f"Checking {size} seats and {len(plan.first_chart.handoffs)} handoffs: {scratch:.0f} ms from scratch")
    print(f"  {scratch / graphs:.1f} x building the plain networkx graphs, {scratch / reading:.1f} x reading the file")
    print(f"  {spoken / graphs:.1f} x with the words of every finding, and not only of those on one screen")
    after_edits(plan, scratch)


def after_edits(plan: Plan, scratch: float) -> None:
    """Print how long one edit of each kind takes, as a share of from scratch."""
    examination, catalogue, shares = Examination(), load(), []
    examination(plan, plan.first_chart, catalogue)
    for place, (name, change) in enumerate(CHANGES.items()):
        times = []
        for number in range(ROUNDS):
            plan = change(plan, 10 + place * ROUNDS + number)
            shown = plan
            times.append(once(Case(name, lambda: examination(shown, shown.first_chart, catalogue))))  # noqa: B023
        shares.append(statistics.median(times) / scratch)
        print(f"  after an edit: {name:<24}{statistics.median(times):>9.1f} ms{shares[-1]:>9.3f}")
    print(f"  after an edit: median {statistics.median(shares):.3f}, worst {max(shares):.3f} of from scratch\n")


def main() -> int:
    """Print the figures of every size."""
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        measure(size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
