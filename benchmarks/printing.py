"""Four hundred role cards, four on a sheet: ours against the same pages made with platypus and drawn with pycairo.

Every maker sets the same words itself, and that every page says the same is looked at before anything is measured.
Platypus is measured twice: with the square of reportlab, whose reckoning takes long, and with the bars of ours. Only
ours tags its pages.

Each maker runs in a process of its own, in turn; CPU time and memory are those of the process. Pycairo must be there
to be measured against; it is built from source where no wheel is offered.
"""

import importlib.util
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks._card_words import words_of_pages

CARDS, ROUNDS = 400, 3
NAMES = {
    "ours": "ours",
    "platypus": "platypus",
    "platypus-bars": "platypus, our squares",
    "cairo": "pycairo",
}
AIMS = {"platypus": 0.13, "platypus-bars": 0.13, "cairo": 1.6}


def made(maker: str, cards: int) -> tuple[dict[str, float], bytes]:
    """What one process took (CPU seconds, MB, bytes), and the file it made."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cards.pdf"
        words = [sys.executable, "-m", "benchmarks._card_makers", maker, str(cards), str(path)]
        found: dict[str, float] = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
        return found, path.read_bytes()


def say_the_same(makers: list[str], cards: int) -> bool:
    """Whether all files have the same words on the same pages; tells where they have not."""
    said = {maker: words_of_pages(made(maker, cards)[1]) for maker in makers}
    for maker, pages in said.items():
        differ = [number for number, both in enumerate(zip(said["ours"], pages, strict=True), 1) if both[0] != both[1]]
        if differ:
            print(f"{NAMES[maker]} says something else than ours on {len(differ)} pages, such as {differ[:5]}")
            return False
    return True


def main(cards: int = CARDS) -> int:
    """Print a table."""
    makers = [*NAMES]
    if importlib.util.find_spec("cairo") is None:
        print("Pycairo is not installed, so nothing is measured against it.")
        makers.remove("cairo")
    if not say_the_same(makers, cards):
        return 1
    runs: dict[str, list[dict[str, float]]] = {maker: [] for maker in makers}
    for _round in range(ROUNDS):
        for maker in makers:
            runs[maker].append(made(maker, cards)[0])
    median = {
        maker: {key: statistics.median(one[key] for one in found) for key in ("cpu", "memory", "bytes")}
        for maker, found in runs.items()
    }
    print(f"{f'{cards} role cards':<24}   CPU s   memory MB   file kB   ours / this   aim")
    for maker, figures in median.items():
        ratio = median["ours"]["cpu"] / figures["cpu"]
        aim = f"{AIMS[maker]:.2f}" if maker in AIMS else ""
        print(
            f"{NAMES[maker]:<24}{figures['cpu']:>8.2f}{figures['memory']:>12.0f}{figures['bytes'] / 1000:>10.0f}"
            f"{ratio:>14.2f}{aim:>6}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:2])))
