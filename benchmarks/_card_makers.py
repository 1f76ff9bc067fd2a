"""Four hundred role cards made by one maker in a process of its own: ours, platypus, or pycairo.

Usage: python -m benchmarks._card_makers MAKER CARDS OUT.pdf; one line of JSON: CPU seconds, MB of memory, bytes.

All makers draw the same pages from the same words: band, icon, stages, bold leads, notes, date, printed code and
square, four on a sheet, set smaller where there is much to say. Each sets its text itself. A test holds them to the
same words on every sheet. Reading the catalogue and loading modules is not measured.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks._card_words import Task, task
from salesorg_gui.exchange.documents.cards.printing import cards

type Maker = Callable[[Task], bytes]


def ours(work: Task) -> bytes:
    """As the program makes them."""
    return cards(work.plan, work.plan.first_chart, work.catalogue, work.options)


def maker_named(name: str) -> Maker:
    """One of the makers; what it needs is loaded now."""
    if name == "ours":
        return ours
    if name == "cairo":
        from benchmarks._cards_by_cairo import cairo

        return cairo
    from benchmarks._cards_by_platypus import platypus, platypus_with_our_squares

    return {"platypus": platypus, "platypus-bars": platypus_with_our_squares}[name]


def main(name: str, count: str, out: str) -> None:
    """Make them, and say what it took."""
    work, maker = task(int(count)), maker_named(name)
    maker(task(8))  # modules and fonts are loaded
    before = time.process_time()
    made = maker(work)
    spent = time.process_time() - before
    Path(out).write_bytes(made)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": spent, "memory": memory, "bytes": len(made), "pid": os.getpid()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
