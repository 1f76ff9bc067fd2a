"""Write requirements.lock and requirements-dev.lock: every package pinned and hashed, for every platform.

Usage: .venv/bin/python packaging/lock.py

pip resolves on this machine, then tells for each platform and interpreter which wheel it would take and its
hash; nothing is downloaded. The files name no registry: pip's own settings say where packages come from.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from packaging.markers import Environment, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.12", "3.13", "3.14")
GLIBC = (39, 34, 31, 28, 17, 12, 5)
MACOS = range(15, 10, -1)


def manylinux(cpu: str) -> tuple[str, ...]:
    """Return the tags of Linux with one of these C libraries, newest first."""
    return (*(f"manylinux_2_{minor}_{cpu}" for minor in GLIBC), f"manylinux2014_{cpu}")


def macos(cpu: str) -> tuple[str, ...]:
    """Return the tags of macOS, newest first."""
    return tuple(f"macosx_{major}_0_{kind}" for major in MACOS for kind in (cpu, "universal2"))


PLATFORMS = {
    "linux-x86_64": manylinux("x86_64"),
    "linux-aarch64": manylinux("aarch64"),
    "win32-AMD64": ("win_amd64",),
    "darwin-arm64": macos("arm64"),
    "darwin-x86_64": macos("x86_64"),
}
HEADER = """\
# {purpose}
# Made by packaging/lock.py from pyproject.toml; CPython {pythons}.
# Install with: pip install --require-hashes -r {name}
"""


@dataclass
class Release:
    """One pinned package: where it is needed, and the wheels that count as it."""

    name: str
    version: str
    requires: list[str] = field(default_factory=list)
    marker: str | None = None
    hashes: dict[str, str] = field(default_factory=dict)

    def lines(self) -> str:
        condition = f" ; {self.marker}" if self.marker else ""
        hashes = [f"--hash=sha256:{digest}" for digest in sorted(set(self.hashes.values()))]
        return " \\\n    ".join([f"{self.name}=={self.version}{condition}", *hashes])


def report(words: Sequence[str]) -> list[dict[str, object]]:
    """Ask pip what it would install; the answer lists one record per package."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
        subprocess.run([*command, "--report", str(answer), *words], check=True, stdin=subprocess.DEVNULL)
        found: list[dict[str, object]] = json.loads(answer.read_text("utf-8"))["install"]
    return found


def resolve(requirements: Iterable[str]) -> dict[str, Release]:
    """Return what the requirements come to on this machine, by canonical name."""
    releases: dict[str, Release] = {}
    for record in report(sorted(requirements)):
        release = read_release(record)
        releases[canonicalize_name(release.name)] = release
    return releases


def read_release(record: dict[str, object]) -> Release:
    """Return the package a record tells of, without hashes."""
    match record:
        case {"metadata": {"name": str(name), "version": str(version), **more}}:
            requires = more.get("requires_dist", [])
            return Release(name, version, list(requires) if isinstance(requires, list) else [])
        case _:
            raise ValueError("pip reported a package without a name")


def read_wheel(record: dict[str, object]) -> tuple[str, str]:
    """Return the file name and the hash of what pip would take."""
    match record:
        case {"download_info": {"url": str(url), "archive_info": {"hashes": {"sha256": str(digest)}}}}:
            return url.rpartition("/")[2], digest
        case _:
            raise ValueError("pip reported a package without a hash")


def environment(platform: str, python: str) -> dict[str, str]:
    """Return the marker values of a platform."""
    system, _, machine = platform.partition("-")
    here: Environment = default_environment()
    values = {key: str(value) for key, value in here.items()}
    return values | {
        "sys_platform": system,
        "platform_system": {"linux": "Linux", "win32": "Windows", "darwin": "Darwin"}[system],
        "os_name": "nt" if system == "win32" else "posix",
        "platform_machine": machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "extra": "",
    }


def needed_elsewhere(releases: dict[str, Release]) -> dict[str, set[str]]:
    """Return the requirements that only other systems have, each with the systems that have it."""
    declared = [Requirement(text) for release in releases.values() for text in release.requires]
    absent = [one for one in declared if one.marker and canonicalize_name(one.name) not in releases]
    wanted: dict[str, set[str]] = defaultdict(set)
    for requirement, platform, python in product(absent, PLATFORMS, PYTHONS):
        if requirement.marker and requirement.marker.evaluate(environment(platform, python)):
            wanted[f"{requirement.name}{requirement.specifier}"].add(platform.partition("-")[0])
    return wanted


def complete(releases: dict[str, Release]) -> None:
    """Add the packages that only other systems need."""
    for requirement, systems in needed_elsewhere(releases).items():
        marker = " or ".join(f'sys_platform == "{system}"' for system in sorted(systems))
        for name, release in resolve([requirement]).items():
            release.marker = marker
            releases.setdefault(name, release)


def collect_hashes(releases: dict[str, Release]) -> None:
    """Note the wheel of every package for every platform and interpreter."""
    for platform, tags in PLATFORMS.items():
        system = platform.partition("-")[0]
        wanted = [one for one in releases.values() if one.marker is None or f'"{system}"' in one.marker]
        for python in PYTHONS:
            print(f"{platform} {python}", file=sys.stderr)
            for record in report([*target_words(tags, python), *(f"{one.name}=={one.version}" for one in wanted)]):
                wheel, digest = read_wheel(record)
                releases[canonicalize_name(read_release(record).name)].hashes[wheel] = digest


def target_words(tags: Sequence[str], python: str) -> list[str]:
    """Return the options that make pip choose for another machine."""
    words = ["--no-deps", "--only-binary", ":all:", "--target", "unused", "--python-version", python]
    return words + [word for tag in tags for word in ("--platform", tag)]


def write(name: str, purpose: str, releases: dict[str, Release]) -> None:
    """Write one lock file in a fixed order."""
    header = HEADER.format(purpose=purpose, pythons=", ".join(PYTHONS), name=name)
    body = "".join(releases[key].lines() + "\n" for key in sorted(releases))
    (ROOT / name).write_text(header + body, "utf-8")


def main() -> int:
    """Resolve both sets together, so that they agree, and write them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtime, dev = project["dependencies"], project["optional-dependencies"]["dev"]
    releases = resolve([*runtime, *dev])
    complete(releases)
    collect_hashes(releases)
    lean = resolve(runtime)
    complete(lean)
    write("requirements.lock", "What Salesorg runs on.", {key: releases[key] for key in lean})
    write("requirements-dev.lock", "What Salesorg runs on and is tested with.", releases)
    print(f"{len(lean)} packages to run, {len(releases)} to test")
    return 0


if __name__ == "__main__":
    sys.exit(main())
