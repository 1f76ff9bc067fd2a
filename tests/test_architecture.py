"""Who may import whom. Read this file first: it is the map of the program."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "salesorg_gui"

# Standard library only, so every part may ask them: texts, the place of the shipped files, how values are made.
EVERYWHERE = frozenset({"i18n", "resources", "values"})

# Part -> the other parts and the third-party packages it may import. Qt-free parts come first.
MAY_IMPORT: dict[str, frozenset[str]] = {
    part: frozenset(names.split())
    for part, names in {
        "domain": "",
        "catalogue": "domain",
        "capacity": "domain catalogue networkx",
        "simulation": "domain catalogue capacity simpy",
        "rules": "domain catalogue capacity networkx",
        "study": "domain catalogue capacity rules simulation networkx",
        "layout": "domain catalogue",
        "drawing": "domain catalogue layout",
        "storage": "domain msgspec",
        "exchange": "domain catalogue rules capacity simulation study layout drawing reportlab python_calamine docx",
        "commands": "domain catalogue rules capacity simulation study layout drawing storage exchange",
        "session": "domain catalogue rules capacity storage PySide6.QtCore",
        "canvas": "domain catalogue layout drawing session PySide6",
        "panels": "domain catalogue rules capacity session PySide6",
        "pages": "domain catalogue rules capacity simulation study layout drawing session canvas panels PySide6",
        "desk": "PySide6 msgspec",
        "window": "domain catalogue rules capacity study layout drawing storage exchange session canvas panels"
        " pages desk PySide6",
    }.items()
}
QT_FREE = (
    *("domain", "catalogue", "capacity", "simulation", "rules", "study"),
    *("layout", "drawing", "storage", "exchange", "commands"),
)

# The files beside the parts.
FILES: dict[str, frozenset[str]] = {
    "__init__": frozenset(),
    "i18n": frozenset(),
    "resources": frozenset(),
    "values": frozenset(),
    "cli": frozenset({"commands"}),
    "runtime": frozenset({"PySide6.QtCore", "enumerations", "signatures"}),
    "enumerations": frozenset(),
    "signatures": frozenset(),
    "__main__": frozenset({"app", "cli", "runtime"}),
    "app": frozenset({*MAY_IMPORT, "PySide6"}),
}

# The program is offline and never runs what a file contains.
FORBIDDEN = frozenset({
    *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"),
    *("socket", "ssl", "urllib.request", "urllib.robotparser", "http", "ftplib", "smtplib", "socketserver", "xmlrpc"),
    *("pickle", "marshal", "shelve", "yaml", "requests", "httpx"),
})  # fmt: skip


def module_name(path: Path, root: Path) -> str:
    """Return the dotted name of a file, the package itself for its ``__init__``."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def imported(path: Path, root: Path) -> Iterator[str]:
    """Yield the dotted name of everything a file imports, wherever in the file and for whatever reason."""
    package = ".".join(path.relative_to(root).parent.parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = absolute(package, module, level)
                yield from (f"{base}.{alias.name}" for alias in names)
            case ast.Call(func=ast.Name("__import__") | ast.Attribute(attr="import_module"), args=[ast.Constant(name)]):
                yield str(name)


def absolute(package: str, module: str | None, level: int) -> str:
    """Return what a relative import means inside a package."""
    if not level:
        return module or ""
    parents = package.split(".")[: len(package.split(".")) - level + 1]
    return ".".join([*parents, *([module] if module else [])])


def within(name: str, allowed: str) -> bool:
    return name == allowed or name.startswith(allowed + ".")


def is_allowed(name: str, allowed: frozenset[str], own: str) -> bool:
    """Tell whether a part called ``own`` may import the dotted name."""
    if any(within(name, banned) for banned in FORBIDDEN):
        return False
    top, _, rest = name.partition(".")
    if top == PACKAGE.name:
        part = rest.partition(".")[0]
        return part in allowed | EVERYWHERE | {own, "__version__"}
    if top in sys.stdlib_module_names:
        return True
    return any(within(name, friend) for friend in allowed)


def strangers(path: Path, root: Path, allowed: frozenset[str], own: str) -> set[str]:
    return {name for name in imported(path, root) if not is_allowed(name, allowed, own)}


def files_of(part: str) -> list[Path]:
    return sorted((PACKAGE / part).rglob("*.py"))


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_a_part_imports_only_what_stands_below_it(part: str) -> None:
    broken = {str(path.relative_to(ROOT)): strangers(path, ROOT, MAY_IMPORT[part], part) for path in files_of(part)}
    assert {path: names for path, names in broken.items() if names} == {}


@pytest.mark.parametrize("name", FILES)
def test_a_file_beside_the_parts_imports_only_what_it_may(name: str) -> None:
    path = PACKAGE / f"{name}.py"
    assert strangers(path, ROOT, FILES[name], name) == set()


def test_every_part_and_file_stands_in_the_table() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/*.py")}
    assert folders <= set(MAY_IMPORT)
    assert {path.stem for path in PACKAGE.glob("*.py")} <= set(FILES)


def test_the_table_has_no_circle() -> None:
    settled: set[str] = set()
    waiting = dict(MAY_IMPORT)
    while ready := [part for part, names in waiting.items() if names & set(MAY_IMPORT) <= settled]:
        settled.update(ready)
        waiting = {part: names for part, names in waiting.items() if part not in settled}
    assert waiting == {}


def test_qt_free_parts_and_the_command_line_do_not_name_qt() -> None:
    paths = [path for part in QT_FREE for path in files_of(part)]
    paths += [PACKAGE / "cli.py", PACKAGE / "i18n.py", PACKAGE / "resources.py"]
    with_qt = [path.name for path in paths if any(within(name, "PySide6") for name in imported(path, ROOT))]
    assert with_qt == []


@pytest.mark.parametrize(
    ("line", "stranger"),
    [
        ("from PySide6.QtCore import QObject", "PySide6.QtCore.QObject"),
        ("import networkx as nx", "networkx"),
        ("from salesorg_gui.rules.findings import Finding", "salesorg_gui.rules.findings.Finding"),
        ("from salesorg_gui import session", "salesorg_gui.session"),
        ("from ..rules import findings", "salesorg_gui.rules.findings"),
        ("from .. import rules", "salesorg_gui.rules"),
        ("def late():\n    import reportlab.pdfgen", "reportlab.pdfgen"),
        ("if TYPE_CHECKING:\n    from salesorg_gui.canvas import view", "salesorg_gui.canvas.view"),
        ("import socket", "socket"),
        ("from urllib import request", "urllib.request"),
        ("import importlib\nimportlib.import_module('PySide6')", "PySide6"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_seen(tmp_path: Path, line: str, stranger: str) -> None:
    module = tmp_path / "salesorg_gui" / "domain" / "broken.py"
    module.parent.mkdir(parents=True)
    module.write_text(line, "utf-8")
    assert strangers(module, tmp_path, MAY_IMPORT["domain"], "domain") == {stranger}


def test_what_is_allowed_is_not_reported(tmp_path: Path) -> None:
    module = tmp_path / "salesorg_gui" / "session" / "sound.py"
    module.parent.mkdir(parents=True)
    lines = (
        "import json",
        "from collections.abc import Iterator",
        "from PySide6.QtCore import Signal",
        "from salesorg_gui.domain.chart import Chart",
        "from salesorg_gui.i18n import _",
        "from salesorg_gui.resources import resource",
        "from .selection import Selection",
        "from . import examiner",
    )
    module.write_text("\n".join(lines), "utf-8")
    assert strangers(module, tmp_path, MAY_IMPORT["session"], "session") == set()


def test_the_session_may_not_draw() -> None:
    assert not is_allowed("PySide6.QtWidgets.QWidget", MAY_IMPORT["session"], "session")
