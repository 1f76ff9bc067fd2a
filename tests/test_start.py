"""How the program is started: window or command, and what it refuses."""

import os
import subprocess
import sys
from importlib import metadata
from multiprocessing import resource_tracker, spawn
from pathlib import Path

import pytest

from salesorg_gui import __main__ as start
from salesorg_gui import runtime
from salesorg_gui.simulation.apart import Apart
from salesorg_gui.simulation.charted import model_of
from salesorg_gui.simulation.quarter import quarter
from salesorg_gui.simulation.run import Wishes
from tests.capacity.test_capacity import line, reckoned

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("words", [[], ["plan.salesorg"], ["/tmp/with space.salesorg"]])
def test_no_word_or_a_file_opens_the_window(words: list[str]) -> None:
    assert start.wants_a_window(words)


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["check"], ["check", "plan.salesorg"], ["a", "b"]])
def test_anything_else_is_a_command(words: list[str]) -> None:
    assert not start.wants_a_window(words)


def test_without_a_display_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert start.main(["plan.salesorg"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("No display")


def test_a_named_platform_counts_as_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert runtime.screen_complaint() is None


@pytest.mark.parametrize("version", [(3, 12, 0), (3, 13, 1), (4, 0, 0)])
def test_a_suitable_interpreter_is_accepted(version: tuple[int, ...]) -> None:
    assert runtime.interpreter_complaint(version) is None


def test_an_old_interpreter_is_named_in_one_line() -> None:
    complaint = runtime.interpreter_complaint((3, 11, 7))
    assert complaint is not None
    assert "3.11.7" in complaint
    assert "\n" not in complaint


def test_an_old_interpreter_ends_the_start(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(runtime, "interpreter_complaint", lambda: "Too old.")
    with pytest.raises(SystemExit) as leaving:
        runtime.refuse_unsuitable_interpreter()
    assert leaving.value.code == 2
    assert capsys.readouterr().err == "Too old.\n"


@pytest.mark.parametrize(("version", "suits"), [("6.11.3", False), ("6.12.0", True), ("6.12", True), ("7.0.1", True)])
def test_qt_is_judged_by_its_version(version: str, suits: bool) -> None:
    assert (runtime.qt_complaint(version) is None) is suits


def test_a_missing_qt_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "installed_qt", lambda: None)
    assert "there is none" in (runtime.qt_complaint() or "")


def test_a_bundle_is_not_asked_for_its_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(runtime, "installed_qt", lambda: None)
    assert runtime.qt_complaint() is None


def test_the_qt_of_this_environment_suits() -> None:
    assert runtime.qt_complaint() is None


@pytest.mark.parametrize("module", ["salesorg_gui.cli", "salesorg_gui.__main__"])
def test_the_command_line_does_not_load_qt(module: str) -> None:
    code = f"import sys, {module}; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the launcher is a shell script")
def test_a_program_in_one_file_can_run_a_quarter_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = tmp_path / "salesorg"
    launcher.write_text(f'#!/bin/sh\nexec {sys.executable} -m salesorg_gui "$@"\n', "utf-8")
    launcher.chmod(0o755)
    resource_tracker.ensure_running()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(spawn, "_python_exe", os.fsencode(launcher))
    drawn = model_of(reckoned(line(90, 90)))
    assert Apart().quarter(drawn, Wishes(2), 1, 2, lambda _progress: None) == quarter(drawn, Wishes(2), 1, 2)


def test_the_version_of_qt_is_read_from_the_folder_its_installer_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert runtime.installed_qt() == runtime.described_qt() == metadata.version("PySide6-Essentials")
    (tmp_path / "PySide6_Essentials-7.8.9.dist-info").mkdir()
    (tmp_path / "file").touch()
    monkeypatch.setattr(sys, "path", ["", str(tmp_path / "nowhere"), str(tmp_path / "file"), str(tmp_path)])
    assert runtime.installed_qt() == "7.8.9"


def test_a_qt_installed_in_another_way_is_found_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "INSTALLED", "in another way-")
    assert runtime.installed_qt() == metadata.version("PySide6-Essentials")


def test_there_may_be_no_qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert runtime.installed_qt() is None
