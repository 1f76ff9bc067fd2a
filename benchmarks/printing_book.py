"""The book of a thousand seats: how long it takes, how large it becomes, how much memory the process needs.

Each view by itself and all of them bound together, in CPU time of this process; the onlooker is asked at every page, so
the longest pause between two pages is how long a window would wait for its answer.
"""

import resource
import sys
import time
from dataclasses import dataclass
from datetime import date

from benchmarks.companies import company
from salesorg_gui.exchange.documents.options import ChartOptions, Options
from salesorg_gui.exchange.exporting import Wish, export

SEATS = 1_000
TODAY = date(2026, 1, 14)


@dataclass
class Pauses:
    """Looks on, and remembers the longest time between two pages."""

    pages: int = 0
    longest: float = 0.0
    last: float = 0.0

    def page(self, number: int, of: int) -> None:
        """Note a page."""
        now = time.perf_counter()
        self.longest = max(self.longest, now - self.last) if self.pages else self.longest
        self.pages, self.last = number, now

    def rest(self) -> None:
        """Nothing is printed yet."""


def measured(view: str) -> tuple[float, int, int, float]:
    """CPU seconds, pages, bytes, and the longest pause in seconds."""
    plan, pauses = company(SEATS), Pauses()
    options = Options(today=TODAY, view=view, charts=ChartOptions("book"))
    start = time.process_time()
    document = export(plan, plan.first_chart, Wish("book", "pdf", "en", options), pauses)
    return time.process_time() - start, pauses.pages, len(document), pauses.longest


def main() -> int:
    """Measure and print."""
    print(f"{'book of 1 000 seats':<22}{'CPU, s':>8}{'pages':>8}{'KB':>8}{'ms a page':>12}{'longest, ms':>13}")
    for view in ("reporting", "board", "handoffs", ""):
        seconds, pages, size, longest = measured(view)
        each = seconds / pages * 1000
        print(
            f"{view or 'all views':<22}{seconds:>8.1f}{pages:>8}{size // 1000:>8}{each:>12.1f}{longest * 1000:>13.0f}"
        )
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
