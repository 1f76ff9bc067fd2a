"""Four hundred role cards, four on a sheet: ours against words by platypus, and the same shapes by pycairo.

The pages of platypus lack much of what ours show (``_card_makers`` says what), so the ratio to it tells little about
the same pages. Pycairo draws the same shapes from our own setting, which is counted on both sides.

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

CARDS, ROUNDS = 400, 3
AIMS = {"platypus": 0.13, "cairo": 1.6}


def made(maker: str, cards: int) -> dict[str, float]:
    """What one process took: CPU seconds, MB, bytes."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "benchmarks._card_makers", maker, str(cards), str(Path(folder) / "cards.pdf")]
        said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(said)
    return found


def main(cards: int = CARDS) -> None:
    """Print a table."""
    makers = ["ours", "platypus"]
    if importlib.util.find_spec("cairo") is None:
        print("Pycairo is not installed, so nothing is measured against it.")
    else:
        makers.append("cairo")
    runs: dict[str, list[dict[str, float]]] = {maker: [] for maker in makers}
    for _round in range(ROUNDS):
        for maker in makers:
            runs[maker].append(made(maker, cards))
    median = {
        maker: {key: statistics.median(one[key] for one in found) for key in ("cpu", "memory", "bytes")}
        for maker, found in runs.items()
    }
    print(f"{cards} role cards      CPU s   memory MB   file kB   ours / this   aim")
    for maker, figures in median.items():
        ratio = median["ours"]["cpu"] / figures["cpu"]
        aim = f"{AIMS[maker]:.2f}" if maker in AIMS else ""
        print(
            f"{maker:<16}{figures['cpu']:>10.2f}{figures['memory']:>12.0f}{figures['bytes'] / 1000:>10.0f}"
            f"{ratio:>14.2f}{aim:>6}"
        )


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
