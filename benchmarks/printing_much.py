"""What printing much takes: a thousand role cards, a hundred descriptions, the book of a thousand seats.

Each is made in a process of its own, so that memory is what making it needs, the company and the program included.
The figures are the CPU time of making the file, its size, and the memory at most.
"""

import json
import resource
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date

from benchmarks.companies import company
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.exporting import Wish, export

WISHES = {"cards": 1_000, "descriptions": 100, "book": 1_000}
NAMES = {"cards": "role cards, A6", "descriptions": "role descriptions", "book": "seats as a book"}
TODAY = date(2026, 1, 14)
LEAST_SEATS = 60


def make(what: str, count: int) -> dict[str, float]:
    """Make one of them here and now."""
    plan = company(max(count, LEAST_SEATS))
    chart, options = plan.first_chart, Options(today=TODAY)
    wish = Wish(what, "pdf", "en", options)
    few = company(LEAST_SEATS)
    export(few, few.first_chart, wish)  # modules and fonts are loaded
    start = time.process_time()
    file = export(plan, chart, replace(wish, options=replace(options, seats=tuple(chart.seats)[:count])))
    spent = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cpu": spent, "bytes": len(file), "memory": memory}


def made(what: str, count: int) -> dict[str, float]:
    """Make one of them in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.printing_much", what, str(count)]
    found: dict[str, float] = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
    return found


def main() -> int:
    """Print a table."""
    print(f"{'printed':<28}{'CPU, s':>8}{'ms each':>9}{'KB':>8}{'MB at most':>12}")
    for what, count in WISHES.items():
        found = made(what, count)
        each = found["cpu"] / count * 1000
        name = f"{count:,} {NAMES[what]}".replace(",", " ")
        print(f"{name:<28}{found['cpu']:>8.2f}{each:>9.1f}{found['bytes'] / 1000:>8.0f}{found['memory']:>12.0f}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(make(sys.argv[1], int(sys.argv[2]))))
    else:
        sys.exit(main())
