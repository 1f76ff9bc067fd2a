"""CPU ms of the tidy layout, in a process of its own: ``python -m benchmarks._own_layout SEATS RUNS``.

Once from nothing, with the place of every card worked out as the peer does it: nothing is gathered of the chart before.
And once after an edit that adds a leaf, each time below another leader, with the layout before the edit to hold on to
and the chart as an edit leaves it; then the places of all cards on a screen around the leaf are worked out.
"""

import json
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks._timing import Case, once
from benchmarks.companies import company, member
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, LineId, RoleId, SeatId
from salesorg_gui.domain.records import Line, Seat
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.grown import Grown
from salesorg_gui.layout.layout import Layout, ViewKind

NEW = SeatId("new")
SCREEN = Rect(0.0, 0.0, 1600.0, 1000.0)


def with_a_leaf(chart: Chart, pod: int) -> Chart:
    """The chart with one more seat below the lead of a pod."""
    lead = SeatId(member(pod, 0))
    return chart.with_records([Seat(NEW, RoleId("inbound_sdr")), Line(LineId("l-new"), NEW, lead, order=99)])


def places_of_all(layout: Layout) -> list[tuple[float, float]]:
    """Where every card stands."""
    grown = layout.grown
    assert isinstance(grown, Grown)
    return [(x + dx, y + dy) for block, x, y in grown.places.standing() for dx, dy in block.spots]


def places_on_screen(layout: Layout) -> Sequence[tuple[Key, Rect]]:
    """Which cards stand on a screen that shows the new one, and where."""
    card = layout.cards[Key(Kind.SEAT, NEW)]
    assert layout.seek is not None
    return list(layout.seek(SCREEN.moved(card.x - SCREEN.width / 2, card.y - SCREEN.height / 2)))


def measured(seats: int, runs: int) -> dict[str, float]:
    """The medians, when warm."""
    chart, catalogue = company(seats).first_chart, load()
    before = arranged(ViewKind.REPORTING, chart.gathered(), None, catalogue)
    pods = len(chart.pods)
    wholes = [replace(chart) for _ in range(runs + 1)]
    edited = [with_a_leaf(chart, (2 * run + 1) * pods // (2 * runs + 2)) for run in range(runs + 1)]

    def whole() -> int:
        return len(places_of_all(arranged(ViewKind.REPORTING, wholes.pop(), None, catalogue)))

    def after_an_edit() -> int:
        return len(places_on_screen(arranged(ViewKind.REPORTING, edited.pop(), None, catalogue, before)))

    return {"whole": median(whole, runs), "edited": median(after_an_edit, runs)}


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
