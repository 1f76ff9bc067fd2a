"""Files and functions stay small enough to be read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 40
LINES_OF_A_CLASS = 200
FOLDERS = ("salesorg_gui", "packaging", "benchmarks", "tests")


def python_files() -> list[Path]:
    return sorted([ROOT / "main.py", *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))])


def blocks(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name, the length and the budget of every function and class."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield node.name, length(node), LINES_OF_A_FUNCTION
            case ast.ClassDef():
                yield node.name, length(node), LINES_OF_A_CLASS


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(source: str) -> list[str]:
    lines = len(source.splitlines())
    file = [f"{lines} lines"] if lines > LINES_OF_A_FILE else []
    return file + [f"{name}: {size} lines" for name, size, budget in blocks(source) if size > budget]


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_and_its_functions_keep_to_the_budget(path: Path) -> None:
    assert too_long(path.read_text("utf-8")) == []


def test_every_module_says_what_it_is() -> None:
    silent = [path.name for path in python_files() if ast.get_docstring(ast.parse(path.read_text("utf-8"))) is None]
    assert silent == []


def test_a_long_function_is_seen() -> None:
    body = "    x = 1\n" * LINES_OF_A_FUNCTION
    assert too_long(f"def long():\n{body}") == [f"long: {LINES_OF_A_FUNCTION + 1} lines"]


def test_a_long_file_is_seen() -> None:
    assert too_long("x = 1\n" * (LINES_OF_A_FILE + 1)) == [f"{LINES_OF_A_FILE + 1} lines"]
