"""The programs the canvas is measured against, in a headless browser: installed once, outside the source tree.

GoJS runs unlicensed, for evaluation, with its watermark. The packages are named in ``peers/package-lock.json``.
"""

import hashlib
import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import LineKind
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH

HERE = Path(__file__).resolve().parent / "peers"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PATIENCE_S = 240

type Found = dict[str, float]


class Missing(Exception):
    """The peers cannot run here; the sentence says what is not there."""


@dataclass(frozen=True, slots=True)
class Peers:
    """What it takes to run them."""

    node: str
    browser: str
    modules: Path

    def drawn(self, library: str, seats: Path, frames: int) -> Found:
        """Wall ms of one fresh browser: first picture, pan frame, zoom frame, frame while a card is moved."""
        script = HERE / "run.mjs"
        return _answer([self.node, script, self.modules, library, seats, frames, self.browser])

    def laid_out(self, seats: Path, runs: int) -> Found:
        """CPU ms of a tidy layout by d3-flextree."""
        return _answer([self.node, HERE / "flextree.cjs", self.modules, seats, runs])


def installed() -> Peers:
    """The peers, installed now if they were not yet; ``Missing`` when something they need is not there."""
    node, npm = shutil.which("node"), shutil.which("npm")
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if node is None or npm is None:
        raise Missing("Node.js is not installed, so nothing is measured against GoJS, d3-org-chart and d3-flextree.")
    if browser is None:
        raise Missing("Chromium is not installed, so nothing is measured against GoJS and d3-org-chart.")
    return Peers(node, browser, _modules(npm))


def _modules(npm: str) -> Path:
    """The folder of packages for this very lock file."""
    lock = (HERE / "package-lock.json").read_bytes()
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = home / "salesorg-peers" / hashlib.sha256(lock).hexdigest()[:12]
    modules = folder / "node_modules"
    if modules.is_dir():
        return modules
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        shutil.rmtree(folder, ignore_errors=True)
        raise Missing("The packages of the peers could not be installed, so nothing is measured against them.")
    return modules


def write_seats(chart: Chart, path: Path) -> Path:
    """A chart as the flat list that all peers take: who reports to whom, and three lines of text."""
    managers = {line.report: line.manager for line in chart.lines.values() if line.kind is LineKind.SOLID}
    seats = [
        {
            "id": seat.id,
            "parentId": managers.get(seat.id, ""),
            "title": seat.role.replace("_", " ").capitalize(),
            "name": seat.people[0].name if seat.people else "Open",
            "detail": f"Pod {seat.pod or 'none'}",
            "width": CARD_WIDTH,
            "height": CARD_HEIGHT,
        }
        for seat in chart.seats.values()
    ]
    path.write_text(json.dumps(seats), "utf-8")
    return path


def _answer(words: list[object]) -> Found:
    command = [str(word) for word in words]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE_S)
    if done.returncode != 0:
        raise Missing((done.stderr.strip().splitlines() or ["A peer ended without a word."])[-1])
    answer: Found = json.loads(done.stdout.splitlines()[-1])
    return answer
