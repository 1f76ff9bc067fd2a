"""How long it takes until the command line and the window can do something.

Each line is the best of several fresh interpreters, with the share that Python itself needs named first.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "resources" / "examples" / "nordlys.salesorg"
RUNS = 5

CASES: dict[str, Sequence[str]] = {
    "Python alone": ("-c", "pass"),
    "salesorg --version": ("-m", "salesorg_gui", "--version"),
    "salesorg check EXAMPLE": ("-m", "salesorg_gui", "check", str(EXAMPLE), "--fail-on", "never"),
    "import the window": ("-c", "import salesorg_gui.app"),
}


def best_of(words: Sequence[str], runs: int = RUNS) -> float:
    """Return the shortest time of a fresh interpreter, in milliseconds."""
    return min(once(words) for _ in range(runs))


def once(words: Sequence[str]) -> float:
    """Return the time of one fresh interpreter, in milliseconds."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], cwd=ROOT, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Print the table."""
    print(f"{'what':<28}{'best of ' + str(RUNS):>12}")
    for what, words in CASES.items():
        print(f"{what:<28}{best_of(words):>9.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
