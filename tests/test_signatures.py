"""Qt for Python says of its functions all that it says otherwise, but only when it is asked."""

import builtins
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from salesorg_gui import signatures
from salesorg_gui.signatures import LOOKED_AT, PACKAGE, is_looked_at, postponed

ROOT = Path(__file__).resolve().parent.parent
OTHERWISE = "import PySide6.QtCore"
OURS = "from salesorg_gui.runtime import load_qt; load_qt()"
STORY = """
import inspect, sys
{load}
from PySide6 import QtCore, QtGui, QtWidgets
print([name for name in sys.modules if name.endswith(("pyi_generator", "signature.layout"))], file=sys.stderr)
def told(do, *words):
    try:
        return repr(do(*words))
    except Exception as error:
        return f"{{type(error).__name__}}: {{error}}"
calls = {{
    "wrong words": lambda: told(QtCore.QPoint, "a"),
    "a wrong property": lambda: told(QtWidgets.QWidget, 1, 2),
    "a wrong name": lambda: told(lambda: QtCore.QTimer(surprise=1)),
    "help": lambda: [inspect.getdoc(each) for each in (QtWidgets.QPushButton, QtGui.QColor.fromHsv)],
    "a signature": lambda: told(sys.modules["signature_bootstrap"].get_signature, QtCore.QRect.adjusted),
}}
print(calls[{asked!r}](), calls["wrong words"](), calls["help"]())
"""
ASKED = ("wrong words", "a wrong property", "a wrong name", "help", "a signature")


def told(load: str, asked: str) -> tuple[str, str]:
    """What a fresh interpreter says, and what it had loaded before."""
    words = [sys.executable, "-c", STORY.format(load=load, asked=asked)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout, done.stderr.splitlines()[0]


@pytest.mark.parametrize("asked", ASKED)
def test_whatever_is_asked_first_is_answered_as_ever(asked: str) -> None:
    ours, before = told(OURS, asked)
    theirs, otherwise = told(OTHERWISE, asked)
    assert ours == theirs
    assert "PySide6." in ours
    assert (before, otherwise == "[]") == ("[]", False)


def test_nothing_is_left_of_it_in_the_way_of_later_imports() -> None:
    before = builtins.__import__
    with postponed():
        assert builtins.__import__ is not before
        import graphlib

        assert isinstance(graphlib, ModuleType)
    assert builtins.__import__ is getattr(builtins, "__orig_import__", before)


@pytest.mark.parametrize(
    ("version", "answer"),
    [((6, 12, 0, "", ""), True), ((6, 12, 1, "", ""), False), ((6, 13, 0, "", ""), False), ((), False)],
    ids=str,
)
def test_a_version_nobody_has_looked_at_loads_itself(
    version: tuple[object, ...], answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    qt = ModuleType("PySide6")
    qt.__dict__["__version_info__"] = version
    monkeypatch.setitem(sys.modules, "PySide6", qt)
    assert is_looked_at() is answer


def test_the_version_of_today_has_been_looked_at() -> None:
    assert is_looked_at()
    assert LOOKED_AT[-1] >= (6, 12, 0)
    assert set(signatures.ASKED) == {f"{PACKAGE}.mapping", f"{PACKAGE}.loader"}


class Elsewhere:
    """A finder of something else."""

    def find_spec(self, *_words: object) -> None:
        """Nothing is here."""

    def exec_module(self, module: ModuleType) -> None:
        raise AssertionError(module)


@pytest.mark.parametrize("first", [Elsewhere(), object()], ids=["finds nothing", "no finder"])
def test_where_it_is_packed_otherwise_it_loads_itself(first: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", [first, *sys.meta_path])
    monkeypatch.setattr(signatures, "PACKAGE", "xml.etree")
    with postponed():
        assert builtins.__import__("xml.etree", {}, {}, ("loader",), 0).__name__ == "xml.etree"
