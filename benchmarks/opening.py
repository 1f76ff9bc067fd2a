"""How long opening takes: from the bytes of a file to a plan and its picture. The yardstick is ``json.loads`` alone."""

import json
import sys
import tempfile
from pathlib import Path

from benchmarks._timing import Case, print_table
from benchmarks.companies import company
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.saving import save
from salesorg_gui.storage.text import dumps, loads

SIZES = (500, 10_000)
ROUNDS = 3


def shown(plan: Plan, view: ViewKind) -> Picture:
    """The first picture of a plan."""
    picture = Picture(load(), view)
    picture.follow(Change(Chart(), plan.first_chart, Plan(), plan))
    return picture


def cases(plan: Plan, folder: Path) -> tuple[Case, ...]:
    """All that happens between a double click and the first picture, and back to the disk."""
    data, path = dumps(plan), folder / "company.salesorg"
    path.write_bytes(data)
    return (
        Case("json.loads of the same bytes (yardstick)", lambda: json.loads(data)),
        Case("bytes to plan, all checked", lambda: loads(data)),
        Case("file to plan", lambda: read(path)),
        Case("plan to the picture of the board", lambda: shown(read(path).plan, ViewKind.BOARD)),
        Case("plan to the picture of the reporting tree", lambda: shown(read(path).plan, ViewKind.REPORTING)),
        Case("plan to bytes", lambda: dumps(plan)),
        Case("save: proved, written, read back, kept", lambda: save(path, plan)),
    )


def main() -> int:
    """Print a table for each size."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            print_table(f"Opening {size} seats", cases(company(size), Path(folder)), ROUNDS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
