"""How long the rules take. The yardstick is building the plain networkx graphs they look at."""

import sys
from dataclasses import replace

import networkx as nx

from benchmarks._timing import Case, print_table
from benchmarks.companies import company, member
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.examine import examine

SIZES = (100, 500, 5_000)
ROUNDS = 3


def plain_graphs(chart: Chart) -> "tuple[nx.DiGraph[str], nx.MultiDiGraph[str]]":
    """Who reports to whom and who hands over to whom, without anything else."""
    reporting: nx.DiGraph[str] = nx.DiGraph()
    reporting.add_nodes_from(chart.seats)
    reporting.add_edges_from((line.manager, line.report) for line in chart.lines.values())
    handoffs: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    handoffs.add_nodes_from(chart.seats)
    handoffs.add_edges_from((handoff.source, handoff.target) for handoff in chart.handoffs.values())
    return reporting, handoffs


def unread(chart: Chart) -> Chart:
    """The same chart without anything derived from it yet, as after an edit."""
    return replace(chart)


def cases(plan: Plan) -> tuple[Case, ...]:
    """The graphs, the whole examination, and one after a small edit."""
    chart, catalogue = plan.first_chart, load()
    seat = chart.seats[SeatId(member(1, 3))]
    edited = Revise((replace(seat, title="Another title"),), "Rename").apply(chart)
    return (
        Case("plain networkx graphs (yardstick)", lambda: plain_graphs(chart)),
        Case("examine: every rule", lambda: examine(plan, unread(chart), catalogue)),
        Case("examine again after an edit", lambda: examine(plan, unread(edited), catalogue)),
    )


def main() -> int:
    """Print a table for each size."""
    for size in SIZES:
        print_table(f"Checking {size} seats", cases(company(size)), ROUNDS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
