"""Opening a plan from disk."""

import os
from pathlib import Path

import pytest

from salesorg_gui.storage.parsing import BYTES_LIMIT
from salesorg_gui.storage.problems import BrokenFile
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.text import dumps, fingerprint
from tests.builders import full_plan


def refusal(path: Path) -> str:
    with pytest.raises(BrokenFile) as broken:
        read(path)
    return str(broken.value)


def test_a_saved_plan_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.salesorg"
    path.write_bytes(dumps(full_plan()))
    opened = read(path)
    assert (opened.plan, opened.hash) == (full_plan(), fingerprint(dumps(full_plan())))


@pytest.mark.parametrize("place", ["gone.salesorg", "no/such/folder/gone.salesorg"])
def test_a_missing_file_says_so(tmp_path: Path, place: str) -> None:
    assert refusal(tmp_path / place) == "There is no file gone.salesorg. Look whether it was moved or renamed."


def test_a_folder_is_not_a_plan(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path.name} is not a file. Choose a plan."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_pipe_does_not_make_the_program_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "pipe is not a file. Choose a plan."


def test_a_file_nobody_may_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(tmp_path / "a") == "a may not be read. Ask its owner for permission."


def test_a_disk_that_fails_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    assert refusal(tmp_path / "a") == "a cannot be read. Look whether the disk or network drive is there."


def test_a_name_no_system_allows_says_so(tmp_path: Path) -> None:
    assert "cannot be read" in refusal(tmp_path / "a\0b")


def test_a_huge_file_is_read_only_as_far_as_needed(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(BYTES_LIMIT * 1000)
    assert refusal(path) == "The file is larger than 50 MB. No plan is."
