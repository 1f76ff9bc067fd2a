"""CPU ms of the tidy layout, in a process of its own: ``python -m benchmarks._own_layout SEATS RUNS``.

Once from nothing, and once after an edit that adds a leaf, with the layout before the edit to hold on to.
"""

import json
import statistics
import sys
from collections.abc import Callable

from benchmarks._timing import Case, once
from benchmarks.companies import company, member
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, RoleId, SeatId
from salesorg_gui.domain.records import Line, Seat
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.layout import Layout, ViewKind

NEW = SeatId("new")


def with_a_leaf(chart: Chart) -> Chart:
    """The chart with one more seat below a lead in its middle."""
    lead = SeatId(member(len(chart.pods) // 2, 0))
    return chart.with_records([Seat(NEW, RoleId("inbound_sdr")), Line(LineId("l-new"), NEW, lead, order=99)])


def measured(seats: int, runs: int) -> dict[str, float]:
    """The medians, when warm."""
    chart, catalogue = company(seats).first_chart, load()
    after = with_a_leaf(chart)
    before = arranged(ViewKind.REPORTING, chart, None, catalogue)

    def whole() -> Layout:
        return arranged(ViewKind.REPORTING, chart, None, catalogue)

    def edited() -> Layout:
        return arranged(ViewKind.REPORTING, after, None, catalogue, before)

    return {"whole": median(whole, runs), "edited": median(edited, runs)}


def median(run: Callable[[], object], runs: int) -> float:
    """CPU ms, one run going before unmeasured."""
    case = Case("", run)
    return statistics.median([once(case) for _ in range(runs + 1)][1:])


def main(words: list[str]) -> int:
    """Measure and print one line of JSON."""
    print(json.dumps(measured(int(words[0]), int(words[1]))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
