"""The set-up finds what suits and speaks plainly."""

import ast
import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.test_architecture import QT_FREE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The set-up script, loaded from its file as nobody imports it."""
    spec = importlib.util.spec_from_file_location("set_up_script", ROOT / "packaging" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "set_up_script", module)
    spec.loader.exec_module(module)
    return module


def test_it_reads_as_python_3_8() -> None:
    tree = ast.parse((ROOT / "packaging" / "dev.py").read_text("utf-8"), feature_version=(3, 8))
    assert ast.get_docstring(tree)


def test_every_part_without_qt_is_judged_by_its_coverage(dev: ModuleType) -> None:
    assert set(dev.QT_FREE) == set(QT_FREE)


def test_this_interpreter_suits(dev: ModuleType) -> None:
    assert dev.version_of([sys.executable]) == f"{sys.version_info.major}.{sys.version_info.minor}"


def test_a_shim_that_does_not_work_is_passed_over(dev: ModuleType, tmp_path: Path) -> None:
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    assert dev.version_of([shim]) is None
    assert dev.version_of([tmp_path / "nothing"]) is None


def test_an_interpreter_of_another_version_does_not_suit(dev: ModuleType, tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\necho 3.11\n")
    old.chmod(0o755)
    assert dev.version_of([old]) is None


def test_pyenv_is_found_without_a_home(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    python = tmp_path / "versions" / "3.13.7" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    assert [str(python)] in list(dev.candidates("3.13"))


def test_an_empty_environment_still_speaks_utf_8(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    assert dev.surroundings()["LC_ALL"] == "C.UTF-8"
    assert dev.surroundings()["PYTHONUTF8"] == "1"


def test_a_language_that_is_set_stays(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LC_CTYPE", "sv_SE.UTF-8")
    assert "LC_ALL" not in dev.surroundings()


def test_without_root_the_missing_libraries_are_named(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "qt_misses", lambda: "libEGL.so.1: cannot open shared object file")
    monkeypatch.setattr(dev, "root_prefix", lambda: None)
    with pytest.raises(dev.Refused, match=r"libEGL\.so\.1.*sudo apt-get install libegl1"):
        dev.need_qt_libraries()


def test_where_nothing_suits_one_sentence_says_what_to_do(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    for way in ("installed_interpreter", "interpreter_from_debian", "interpreter_from_a_private_uv"):
        monkeypatch.setattr(dev, way, lambda: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(dev.Refused, match=r"needs Python 3\.12, 3\.13 or 3\.14"):
        dev.interpreter()


def test_the_fingerprint_follows_the_lock(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dev.fingerprint()
    changed = tmp_path / "requirements-dev.lock"
    changed.write_bytes(dev.LOCK.read_bytes() + b"more==1\n")
    monkeypatch.setattr(dev, "LOCK", changed)
    assert dev.fingerprint() != before
