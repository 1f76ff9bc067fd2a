"""What the project's own files must not hold, and what the lock files must."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = {".py", ".toml", ".md", ".lock", ".json", ".txt", ".salesorg", ".cfg", ".yml", ".yaml", ".sh", ".po", ".csv", ""}
MADE = {
    ".git",
    ".venv",
    "out",
    "dist",
    "build",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
}
# Written in halves, so that this file does not hold what it looks for.
ADDRESSES = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "index" + "-url")))
MACHINE = re.compile("(?<![A-Za-z0-9.])/" + r"(?:root|work|home/(?!user\b|me\b)[a-z][\w-]*)/")


def project_files(folder: Path = ROOT) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in MADE or path.is_symlink():
            continue
        if path.is_dir():
            yield from project_files(path)
        elif path.suffix in TEXT:
            yield path


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in project_files():
        lines = path.read_text("utf-8", errors="replace").splitlines()
        found += [f"{path.relative_to(ROOT)}:{at}" for at, line in enumerate(lines, 1) if pattern.search(line)]
    return found


def locked(name: str) -> dict[str, int]:
    """Return how many hashes each package of a lock file has."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {normal(line.split("==")[0]): line.count("--hash=sha256:") for line in entries}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def bare(requirement: str) -> str:
    return normal(re.split(r"[<>=~!]", requirement)[0])


def declared() -> tuple[set[str], set[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtime, dev = project["dependencies"], project["optional-dependencies"]["dev"]
    return {normal(re.split(r"[<>=~!]", one)[0]) for one in runtime}, {
        normal(re.split(r"[<>=~!]", one)[0]) for one in dev
    }


def test_no_file_names_a_registry() -> None:
    assert lines_with(ADDRESSES) == []


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    assert lines_with(MACHINE) == []


@pytest.mark.parametrize("line", ["see /" + "root/notes", "open('/" + "home/kari/x')", "cd /" + "work/main"])
def test_a_path_of_a_machine_is_seen(line: str) -> None:
    assert MACHINE.search(line)


def test_the_files_are_really_looked_at() -> None:
    names = {path.name for path in project_files()}
    assert {"pyproject.toml", "Makefile", "run", "README.md", "test_project.py", "requirements.lock"} <= names


def test_the_lock_files_hold_every_declared_package_with_hashes() -> None:
    runtime, dev = declared()
    assert runtime <= set(locked("requirements.lock"))
    assert runtime | dev <= set(locked("requirements-dev.lock"))
    assert all(count > 0 for count in {**locked("requirements.lock"), **locked("requirements-dev.lock")}.values())


def test_what_it_runs_on_is_tested_in_the_same_versions() -> None:
    lean, full = ((ROOT / name).read_text("utf-8") for name in ("requirements.lock", "requirements-dev.lock"))
    pins = re.compile(r"^[A-Za-z0-9._-]+==\S+", re.MULTILINE)
    assert set(pins.findall(lean)) <= set(pins.findall(full))
