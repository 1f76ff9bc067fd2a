"""Set the project up and run it: run, test, lint, bench, clean.

Works under any Python 3.8 or newer and needs nothing installed: it finds a suitable interpreter, makes
``.venv``, installs the hash-locked packages and the system libraries of Qt, and says what it did.
What pip and apt are told about mirrors and certificates on this machine stays in force.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Callable, Iterator, Sequence

try:
    import pwd
except ImportError:  # Windows
    pwd = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OUT = ROOT / "out"
LOCK = ROOT / "requirements-dev.lock"
EXAMPLE = Path("resources", "examples", "nordlys.salesorg")
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
# Tested most first; the lock has wheels for these.
VERSIONS = ("3.13", "3.14", "3.12")
# Measured to the last line: the parts that never import Qt, and the command line.
QT_FREE = (
    *("domain", "catalogue", "capacity", "simulation", "rules", "study"),
    *("layout", "drawing", "storage", "exchange", "commands"),
)

# One entry per library; the names differ between releases of Debian.
QT_LIBRARIES = (
    *("libegl1", "libgl1", "libglib2.0-0t64|libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0"),
)
# Loads what a window needs, the plugins for a screen and for none included, without opening one.
QT_PROBE = """
import ctypes, pathlib, sys
import PySide6.QtWidgets
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for plugin in ("libqoffscreen.so", "libqxcb.so") if sys.platform == "linux" else ():
    ctypes.CDLL(str(plugins / plugin))
"""
INTERPRETER_PROBE = """
import ssl, struct, sys, sysconfig, venv
suits = sys.implementation.name == "cpython" and struct.calcsize("P") == 8
print("%d.%d" % sys.version_info[:2] if suits and not sysconfig.get_config_var("Py_GIL_DISABLED") else "")
"""


class Refused(Exception):
    """The set-up cannot go on; the sentence says what to do."""


def say(text: str) -> None:
    """Tell what happens, in order with what the started programs print."""
    print(text, flush=True)


def surroundings() -> dict[str, str]:
    """Return the environment for every started program: UTF-8 whatever the machine says, no questions."""
    env = dict(os.environ, PYTHONUTF8="1", PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1")
    spoken = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if not WINDOWS and "utf" not in spoken.lower():
        env.update(LC_ALL="C.UTF-8")
    return env


def call(command: Sequence[object], **settings: str) -> int:
    """Run a program to its end, without standard input, and return its exit status."""
    words = [str(word) for word in command]
    env = {**surroundings(), **settings}
    return subprocess.run(words, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, check=False).returncode


def captured(words: Sequence[str], timeout: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program and keep what it prints."""
    env = surroundings()
    return subprocess.run(
        words, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=timeout, check=False
    )


def answer(command: Sequence[object], timeout: int = 60) -> str | None:
    """Return what a program prints, or nothing when it is missing, fails or hangs."""
    words = [str(word) for word in command]
    try:
        done = captured(words, timeout)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


# ---------------------------------------------------------------------------------------------------- the interpreter


def version_of(command: Sequence[object]) -> str | None:
    """Return the version of an interpreter that works and suits, such as ``3.13``."""
    found = answer([*command, "-c", INTERPRETER_PROBE])
    return found if found in VERSIONS else None


def homes() -> Iterator[Path]:
    """Yield the places where pyenv may live; HOME may be empty or somebody else's."""
    if os.environ.get("PYENV_ROOT"):
        yield Path(os.environ["PYENV_ROOT"])
    yield Path("~/.pyenv").expanduser()
    if pwd is not None:
        yield from (Path(user.pw_dir, ".pyenv") for user in pwd.getpwall() if user.pw_uid == os.getuid())


def candidates(version: str) -> Iterator[list[str]]:
    """Yield commands that may start an interpreter of this version, most obvious first."""
    yield [f"python{version}"]
    for home in homes():
        for folder in sorted((home / "versions").glob(f"{version}.*"), key=lambda path: len(path.name), reverse=True):
            yield [str(folder / "bin" / "python")]
    if WINDOWS:
        yield ["py", f"-{version}"]
    yield [sys.executable]
    yield ["python3"]


def installed_interpreter() -> list[str] | None:
    """Return the first suitable interpreter that is already on the machine."""
    for version in VERSIONS:
        for command in candidates(version):
            if version_of(command) == version:
                return command
    return None


def interpreter_from_uv(uv: str) -> list[str] | None:
    """Let uv install an interpreter."""
    say(f"Asking {uv} for Python {VERSIONS[0]}")
    if answer([uv, "python", "install", VERSIONS[0]], timeout=300) is None:
        return None
    found = answer([uv, "python", "find", VERSIONS[0]])
    return [found] if found and version_of([found]) else None


def interpreter_from_debian() -> list[str] | None:
    """Install an interpreter with apt, where the release has a suitable one."""
    for version in VERSIONS:
        if can_apt() and in_debian(f"python{version}"):
            apt([f"python{version}", f"python{version}-venv"])
            if version_of([f"python{version}"]):
                return [f"python{version}"]
    return None


def interpreter_from_a_private_uv() -> list[str] | None:
    """As the last resort, fetch uv into a folder of the checkout."""
    folder = OUT / "uv"
    if answer([sys.executable, "-m", "pip", "--version"]) is None and can_apt() and in_debian("python3-pip"):
        apt(["python3-pip"])
    uv = folder / "bin" / ("uv.exe" if WINDOWS else "uv")
    if answer([sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "uv"], timeout=300) is None:
        return None
    return interpreter_from_uv(str(uv))


def interpreter() -> list[str]:
    """Return a suitable interpreter, installing one if need be, and say which it is."""
    uv = shutil.which("uv")
    ways: list[Callable[[], list[str] | None]] = [installed_interpreter]
    ways += [lambda: interpreter_from_uv(uv)] if uv else []
    ways += [interpreter_from_debian, interpreter_from_a_private_uv]
    for way in ways:
        command = way()
        if command:
            say(f"Python {version_of(command)}: {shutil.which(command[0]) or command[0]}")
            return command
    raise Refused("Salesorg needs Python 3.12, 3.13 or 3.14, and none was found or could be installed. Install one.")


# ------------------------------------------------------------------------------------------------------------- Debian


def root_prefix() -> list[str] | None:
    """Return what to put before a command that needs root, or nothing when there is no way without a password."""
    if WINDOWS or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if answer(["sudo", "-n", "true"]) is not None else None


def can_apt() -> bool:
    """Tell whether packages of Debian can be installed without asking anybody."""
    return root_prefix() is not None


def in_debian(package: str) -> bool:
    """Tell whether the release has a package, by the lists as they are or else by fresh ones."""
    if "Candidate: (none)" in (answer(["apt-cache", "policy", package]) or "Candidate: (none)"):
        answer([*(root_prefix() or []), "apt-get", "update", "--quiet"], timeout=600)
    found = answer(["apt-cache", "policy", package]) or ""
    return bool(found) and "Candidate: (none)" not in found


def apt(packages: Sequence[str]) -> bool:
    """Install packages of Debian and say which; what apt tells is shown only when it fails."""
    say("Installing with apt-get: " + " ".join(packages))
    search = os.environ.get("PATH", "") + os.pathsep + "/usr/local/sbin:/usr/sbin:/sbin"
    command = ["env", "DEBIAN_FRONTEND=noninteractive", f"PATH={search}", "apt-get", "install", "--yes", "--quiet"]
    done = captured([*(root_prefix() or []), *command, "--no-install-recommends", *packages])
    if done.returncode != 0:
        say("\n".join((done.stdout + done.stderr).splitlines()[-8:]))
    return done.returncode == 0


def need_qt_libraries() -> None:
    """See that Qt loads; install the system libraries it misses, or say which command does."""
    missing = qt_misses()
    if not missing:
        return
    if can_apt():
        named = [next((name for name in entry.split("|") if in_debian(name)), "") for entry in QT_LIBRARIES]
        apt([name for name in named if name])
        missing = qt_misses()
    if missing:
        names = " ".join(entry.rpartition("|")[2] for entry in QT_LIBRARIES)
        raise Refused(f"Qt does not load: {missing}. On Debian: sudo apt-get install {names}")


def qt_misses() -> str:
    """Return the last line of what goes wrong when Qt is loaded, or nothing."""
    done = captured([str(PYTHON), "-c", QT_PROBE])
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["it ends without a word"])[-1]


# -------------------------------------------------------------------------------------------------- the environment


def fingerprint() -> str:
    """Return what the environment depends on, in short."""
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up() -> None:
    """Make the environment, unless it is as the lock wants it."""
    stamp = VENV / "set-up"
    if stamp.is_file() and stamp.read_text() == fingerprint() and version_of([PYTHON]):
        need_qt_libraries()
        return
    start = time.monotonic()
    pip = make_venv()
    say(f"Installing the packages of {LOCK.name}")
    locked = ["install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    if call([*pip, *locked]) != 0:
        raise Refused(f"The packages of {LOCK.name} could not be installed; the lines above say why.")
    if call([*pip, "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--editable", ROOT]) != 0:
        raise Refused("The project itself could not be installed; the lines above say why.")
    need_qt_libraries()
    stamp.write_text(fingerprint())
    say(f"Set up in {time.monotonic() - start:.0f} s: {VENV.name}")


def make_venv() -> list[object]:
    """Make the environment, or keep a working one, and return the pip that installs into it."""
    if not version_of([PYTHON]):
        shutil.rmtree(VENV, ignore_errors=True)
        python = interpreter()
        whole = answer([*python, "-c", "import ensurepip"]) is not None or get_ensurepip(python)
        if call([*python, "-m", "venv", *([] if whole else ["--without-pip"]), VENV]) != 0:
            raise Refused(f"{VENV.name} could not be made; the lines above say why.")
    if answer([PYTHON, "-m", "pip", "--version"]) is not None:
        return [PYTHON, "-m", "pip"]
    for outer in ([sys.executable], ["python3"]):
        if answer([*outer, "-m", "pip", "--python", PYTHON, "--version"]) is not None:
            return [*outer, "-m", "pip", "--python", PYTHON]
    raise Refused("There is no pip for the new environment. On Debian: sudo apt-get install python3-venv")


def get_ensurepip(python: Sequence[str]) -> bool:
    """Install what Debian splits off from the standard library, unless another pip can do the work."""
    if answer([sys.executable, "-m", "pip", "--python", sys.executable, "--version"]) is not None or not can_apt():
        return False
    package = f"python{version_of(python)}-venv"
    return in_debian(package) and apt([package]) and answer([*python, "-c", "import ensurepip"]) is not None


# ------------------------------------------------------------------------------------------------------- the commands


def run() -> int:
    """Open the example; without a display check it and print its documents."""
    set_up()
    if WINDOWS or sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return call([PYTHON, "main.py", EXAMPLE])
    say(f"There is no display to open a window on; checking {EXAMPLE.name} and writing its documents instead.")
    OUT.mkdir(exist_ok=True)
    status = call([PYTHON, "main.py", "check", EXAMPLE, "--fail-on", "never"])
    for what in ("chart", "report", "cards", "descriptions", "kit"):
        target = OUT / f"nordlys-{what}.pdf"
        status = call([PYTHON, "main.py", "export", EXAMPLE, what, "-o", target]) or status
        if target.is_file():
            say(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1024} KB")
    return status


def lint() -> int:
    """Look at the source: style, order, types."""
    set_up()
    OUT.mkdir(exist_ok=True)
    steps = (["ruff", "check", "--quiet"], ["ruff", "format", "--check", "--quiet"], ["mypy", "--no-error-summary"])
    status = 0
    for step in steps:
        done = captured([str(PYTHON), "-m", *step])
        said = (done.stdout + done.stderr).strip()
        say("\n".join([said] * bool(said) + [f"{' '.join(step[:2])}: {'failed' if done.returncode else 'clean'}"]))
        status = status or int(done.returncode != 0)
    return status


def test() -> int:
    """Look at the source beside running every test; the last line is the one of pytest."""
    set_up()
    with ThreadPoolExecutor(1) as beside:
        source = beside.submit(lint)
        closing, failed = run_tests()
        status = source.result()
    included = ",".join(f"salesorg_gui/{part}/*" for part in QT_FREE)
    say("Coverage of the parts without Qt:")
    thin = call([PYTHON, "-m", "coverage", "report", f"--include={included},salesorg_gui/cli.py"]) != 0
    if status or thin:
        say("Failed: " + " and ".join(["lint"] * bool(status) + ["coverage"] * thin))
    say(closing)
    return status or failed or int(thin)


def run_tests() -> tuple[str, int]:
    """Run pytest under coverage, showing its lines as they come, and return the last one and the exit status."""
    runtime = OUT / "runtime"
    OUT.mkdir(exist_ok=True)
    runtime.mkdir(mode=0o700, exist_ok=True)
    env = dict(surroundings(), QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(runtime))
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # pytest takes half a minute to compile all tests anew
    python = str(PYTHON)
    command = [python, "-m", "coverage", "run", "-m", "pytest", "-q", "--durations=5"]
    command += ["--numprocesses=auto", "--dist=worksteal"]  # neighbours share what they made; nobody ends alone
    closing = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8", errors="replace"
    ) as tests:
        for line in tests.stdout or ():
            say(line.rstrip("\n"))
            closing = line.strip() or closing
    call([python, "-m", "coverage", "combine", "--quiet"])
    return closing, tests.returncode


def bench() -> int:
    """Run every benchmark; each prints a table."""
    set_up()
    status = 0
    for script in sorted((ROOT / "benchmarks").glob("[!_]*.py")):
        say(f"\n{script.stem}")
        status = call([PYTHON, script], QT_QPA_PLATFORM="offscreen") or status
    return status


def clean() -> int:
    """Remove what the other commands made, except the environment."""
    for name in ("out", "dist", "build", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for top in ("salesorg_gui", "tests", "packaging", "benchmarks"):
        for cache in list((ROOT / top).rglob("__pycache__")):
            shutil.rmtree(cache, ignore_errors=True)
    return 0


def main() -> int:
    """Run the command named on the command line."""
    commands = {"run": run, "test": test, "lint": lint, "bench": bench, "clean": clean}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=list(commands))
    try:
        return commands[parser.parse_args().command]()
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
