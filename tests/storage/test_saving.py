"""Saving: whole or not at all, whatever fails on the way."""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from salesorg_gui.domain.ids import SourceId
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.domain.records import Source
from salesorg_gui.storage import saving
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.saving import ChangedOnDisk, SaveRefused, save, sweep, write_whole
from salesorg_gui.storage.text import dumps, fingerprint
from tests.builders import chart_of, full_plan, pod_plan

OLD, NEW = pod_plan(), full_plan()
CALLS = ("open", "write", "fchmod", "fsync", "lseek", "read", "close", "stat", "link", "replace", "unlink")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An earlier plan, saved."""
    path = tmp_path / "Nordic Cloud.salesorg"
    save(path, OLD)
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def previous(path: Path) -> Path:
    return path.with_name(f".{path.name}.prev")


def test_what_was_saved_opens_as_it_was(tmp_path: Path) -> None:
    written = save(tmp_path / "a.salesorg", NEW)
    opened = read(tmp_path / "a.salesorg")
    assert (opened.plan, opened.hash) == (NEW, written.hash)


def test_two_saves_of_one_plan_are_the_same_bytes(tmp_path: Path) -> None:
    save(tmp_path / "a", NEW)
    save(tmp_path / "b", read(tmp_path / "a").plan)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_new_file_is_private_and_alone(tmp_path: Path) -> None:
    save(tmp_path / "a", NEW)
    assert names(tmp_path) == {"a"}
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_file_keeps_the_rights_it_had(path: Path) -> None:
    path.chmod(0o664)
    save(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


def test_the_previous_generation_stays_beside_it(path: Path) -> None:
    save(path, NEW)
    assert previous(path).read_bytes() == dumps(OLD)
    save(path, OLD)
    assert previous(path).read_bytes() == dumps(NEW)
    assert names(path.parent) == {path.name, previous(path).name}


def test_a_link_is_followed_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.salesorg"
    link.symlink_to(path)
    save(link, NEW)
    assert link.is_symlink()
    assert read(path).plan == NEW
    assert names(folder) == {"link.salesorg"}


def test_a_file_changed_by_somebody_else_is_not_replaced(path: Path) -> None:
    opened = read(path)
    path.write_bytes(dumps(empty_plan("Theirs")))
    with pytest.raises(ChangedOnDisk, match=r"Nordic Cloud\.salesorg was changed by somebody else"):
        save(path, NEW, opened.hash)
    assert read(path).plan.title == "Theirs"
    assert names(path.parent) == {path.name}


def test_saving_again_and_again_is_not_a_change_by_somebody_else(path: Path) -> None:
    written = save(path, NEW, read(path).hash)
    assert save(path, OLD, written.hash).hash == fingerprint(dumps(OLD))


def test_a_file_that_is_gone_is_simply_written_again(path: Path) -> None:
    opened = read(path)
    path.unlink()
    save(path, NEW, opened.hash)
    assert read(path).plan == NEW


def test_a_file_that_goes_while_saving_is_simply_written_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected, real = read(path).hash, os.fsync

    def vanish(descriptor: int) -> None:
        monkeypatch.undo()
        path.unlink()
        real(descriptor)

    monkeypatch.setattr(os, "fsync", vanish)
    save(path, NEW, expected)
    assert read(path).plan == NEW
    assert names(path.parent) == {path.name}


def test_a_write_protected_file_is_left_alone(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(SaveRefused, match="it may not be changed there"):
        save(path, NEW)
    assert read(path).plan == OLD


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(SaveRefused, match="something that is not a file"):
        save(tmp_path, NEW)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaveRefused, match=r"a\.salesorg was not saved: its folder is gone"):
        save(tmp_path / "gone" / "a.salesorg", NEW)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_no_system_allows_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(SaveRefused, match="the name cannot be used there"):
        save(tmp_path / name, NEW)
    assert names(tmp_path) == set()


def test_a_name_as_long_as_allowed_is_saved_even_without_room_for_its_previous(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    save(path, OLD)
    save(path, NEW)
    assert read(path).plan == NEW
    assert names(tmp_path) == {path.name}


def test_a_plan_that_would_not_open_again_is_not_written(path: Path) -> None:
    source = Source(SourceId("a"), per_month=float("inf"))
    clash = chart_of(*OLD.first_chart.seats.values(), Source(SourceId("ada")))
    for chart in (chart_of(source), clash):
        with pytest.raises(SaveRefused, match="the plan would not open again"):
            save(path, replace(OLD, charts={chart.id: chart}))
    assert read(path).plan == OLD


def test_a_plan_that_would_come_back_different_is_not_written(path: Path) -> None:
    ada, bo = (replace(seat, pod=None) for seat in list(OLD.first_chart.seats.values())[1:3])
    swapped = replace(chart_of(), seats={ada.id: bo, bo.id: ada})
    with pytest.raises(SaveRefused, match="the plan would not open again"):
        save(path, replace(OLD, charts={swapped.id: swapped}))
    assert read(path).plan == OLD


def test_other_files_are_written_just_as_safely(tmp_path: Path) -> None:
    written = write_whole(tmp_path / "cards.pdf", b"%PDF")
    assert ((tmp_path / "cards.pdf").read_bytes(), written.hash) == (b"%PDF", fingerprint(b"%PDF"))


def test_what_interrupted_saves_left_is_swept_but_not_what_may_be_in_use(path: Path) -> None:
    stale, fresh = path.with_name(".salesorg-0123.tmp"), path.with_name(".salesorg-4567.tmp")
    foreign = path.with_name(".other-0123.tmp")
    for left in (stale, fresh, foreign):
        left.write_bytes(b"half")
    long_ago = time.time() - 2 * 3600
    os.utime(stale, (long_ago, long_ago))
    os.utime(foreign, (long_ago, long_ago))
    save(path, NEW)
    assert names(path.parent) == {path.name, previous(path).name, fresh.name, foreign.name}


def test_a_folder_that_is_gone_has_nothing_to_sweep(tmp_path: Path) -> None:
    sweep(tmp_path / "gone")
    assert names(tmp_path) == set()


# ------------------------------------------------------------------------------------------ every system call may fail


@contextmanager
def failing(call: int, failure: BaseException, seen: list[str]) -> Iterator[None]:
    """Let the n-th system call from now on fail; note the names of all calls."""

    def guarded(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def guard(*arguments: object, **keywords: object) -> object:
            seen.append(name)
            if len(seen) - 1 == call:
                raise failure
            return real(*arguments, **keywords)

        return guard

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, guarded(name, getattr(os, name)))
        yield


def system_calls(path: Path) -> list[str]:
    seen: list[str] = []
    with failing(-1, OSError(), seen):
        save(path, NEW, fingerprint(dumps(OLD)))
    return seen


def test_a_save_makes_the_calls_the_others_let_fail(path: Path) -> None:
    path.chmod(0o640)
    assert set(CALLS) - {"unlink"} <= set(system_calls(path))


FAILURES = [
    OSError(errno.EIO, "Input/output error"),
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EDQUOT, "Quota exceeded"),
    PermissionError(errno.EACCES, "Permission denied"),
    OSError(errno.EROFS, "Read-only file system"),
    KeyboardInterrupt(),
    MemoryError(),
]


@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_whatever_call_fails_the_old_file_or_the_new_one_stands_there_whole(path: Path, failure: BaseException) -> None:
    path.chmod(0o640)
    for call in range(len(system_calls(path))):
        save(path, OLD)
        seen: list[str] = []
        try:
            with failing(call, failure, seen):
                save(path, NEW, fingerprint(dumps(OLD)))
            outcome: tuple[Plan, ...] = (NEW,)
        except SaveRefused:
            outcome = (OLD,)
        except (KeyboardInterrupt, MemoryError):
            outcome = (OLD, NEW)
        assert len(seen) > call
        assert read(path).plan in outcome, (call, seen[call])
        assert names(path.parent) == {path.name, previous(path).name}, (call, seen[call])
        assert read(previous(path)).plan in (OLD, NEW)


@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_whatever_call_fails_a_first_save_leaves_all_or_nothing(tmp_path: Path, failure: BaseException) -> None:
    path = tmp_path / "first.salesorg"
    for call in range(40):
        path.unlink(missing_ok=True)
        seen: list[str] = []
        try:
            with failing(call, failure, seen):
                save(path, NEW)
        except (SaveRefused, KeyboardInterrupt, MemoryError):
            assert names(tmp_path) <= {path.name}
        assert not path.exists() or read(path).plan == NEW
        if len(seen) <= call:
            return
    pytest.fail("a save should need fewer calls than that")


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (errno.ENOSPC, "the disk is full. Free some space, or save it elsewhere."),
        (errno.EDQUOT, "the disk is full. Free some space, or save it elsewhere."),
        (errno.EROFS, "it may not be changed there. Save it in another folder."),
        (errno.EIO, "the disk or network drive does not answer well. Save it elsewhere."),
    ],
)
def test_a_refusal_names_the_file_and_the_remedy(
    path: Path, monkeypatch: pytest.MonkeyPatch, failure: int, words: str
) -> None:
    def fail(*_arguments: object) -> int:
        raise OSError(failure, os.strerror(failure))

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(SaveRefused) as refusal:
        save(path, NEW)
    assert str(refusal.value) == f"{path.name} was not saved: {words}"


def test_a_disk_that_writes_in_small_pieces_is_written_to_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:100]))
    save(path, NEW)
    assert read(path).plan == NEW


def test_a_disk_that_takes_nothing_is_not_asked_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda _descriptor, _data: 0)
    with pytest.raises(SaveRefused):
        save(path, NEW)
    assert read(path).plan == OLD
    assert names(path.parent) == {path.name}


def test_a_disk_that_keeps_something_else_is_found_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write

    def lie(descriptor: int, data: bytes) -> int:
        return real(descriptor, bytes(data)[:-3] + b"???")

    monkeypatch.setattr(os, "write", lie)
    with pytest.raises(SaveRefused, match="does not answer well"):
        save(path, NEW)
    monkeypatch.undo()
    assert read(path).plan == OLD


def test_a_disk_without_links_keeps_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_keywords: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    save(path, NEW)
    assert previous(path).read_bytes() == dumps(OLD)
    assert names(path.parent) == {path.name, previous(path).name}


def test_without_room_for_a_previous_generation_the_new_one_is_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name.endswith(".prev"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    save(path, NEW)
    assert read(path).plan == NEW
    assert names(path.parent) == {path.name}


def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = [PermissionError(13, "held")] * 3
    pauses: list[float] = []
    real = os.replace

    def replace_(source: Path, target: Path) -> None:
        if held and Path(target).name == path.name:
            raise held.pop()
        real(source, target)

    monkeypatch.setattr(saving, "IS_WINDOWS", True)
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(os, "replace", replace_)
    save(path, NEW)
    assert read(path).plan == NEW
    assert pauses == [0.05, 0.1, 0.2]


def test_a_scanner_that_never_lets_go_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hold(_source: Path, _target: Path) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr(saving, "IS_WINDOWS", True)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(os, "replace", hold)
    with pytest.raises(SaveRefused, match="it may not be changed there"):
        save(path, NEW)
    assert read(path).plan == OLD
    assert names(path.parent) == {path.name}


def test_the_disk_is_asked_to_keep_the_content_before_the_name_and_the_name_afterwards(path: Path) -> None:
    calls = system_calls(path)
    first, last = calls.index("fsync"), len(calls) - 1 - calls[::-1].index("fsync")
    renamed = [number for number, name in enumerate(calls) if name == "replace"]
    assert calls.index("write") < first < calls.index("read") < calls.index("link") < renamed[0] < renamed[1] < last
