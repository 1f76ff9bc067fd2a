"""Settings last, stay private, and a damaged file costs nothing but themselves."""

import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from salesorg_gui.desk.folders import private, settings_folder, state_folder
from salesorg_gui.desk.settings import RECENT_LIMIT, Settings, SettingsFile, ThemeChoice


@pytest.fixture
def path(tmp_path: Path, qtbot: QtBot) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_everything_is_as_usual(path: Path) -> None:
    assert SettingsFile(path).settings == Settings()
    assert not path.exists()


def test_a_change_is_there_after_a_restart(path: Path) -> None:
    file = SettingsFile(path)
    file.change(replace(file.settings, theme=ThemeChoice.DARK, language="sv"))
    assert SettingsFile(path).settings == Settings(theme=ThemeChoice.DARK, language="sv")


def test_touch_sizes_are_kept(path: Path) -> None:
    file = SettingsFile(path)
    assert not file.settings.touch_sizes
    file.size_for_touch(is_wanted=True)
    assert SettingsFile(path).settings.touch_sizes
    file.size_for_touch(is_wanted=False)
    assert not SettingsFile(path).settings.touch_sizes


def test_who_listens_hears_of_a_change_once(path: Path) -> None:
    file = SettingsFile(path)
    heard: list[Settings] = []
    file.changed.connect(heard.append)
    file.change(replace(file.settings, reduced_motion=True))
    file.change(replace(file.settings, reduced_motion=True))
    assert heard == [Settings(reduced_motion=True)]


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_nobody_else_may_read_it(path: Path) -> None:
    SettingsFile(path).change(Settings(theme=ThemeChoice.LIGHT))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "{", '{"theme": 3}', '{"theme": "pink"}', "\x00\xff"])
def test_a_damaged_file_is_moved_aside(path: Path, text: str) -> None:
    path.write_text(text, encoding="latin-1")
    assert SettingsFile(path).settings == Settings()
    assert path.with_name("settings.json.damaged").read_text(encoding="latin-1") == text


def test_keys_of_a_later_version_do_no_harm(path: Path) -> None:
    path.write_text('{"theme": "dark", "later": 1}', encoding="utf-8")
    assert SettingsFile(path).settings.theme is ThemeChoice.DARK


def test_recent_files_newest_first_without_twins_and_not_too_many(path: Path, tmp_path: Path) -> None:
    file = SettingsFile(path)
    names = [tmp_path / f"{n}.salesorg" for n in range(RECENT_LIMIT + 3)]
    for name in (*names, names[5]):
        file.remember(name)
    recent = file.settings.recent
    assert recent[0] == str(names[5])
    assert len(recent) == len(set(recent)) == RECENT_LIMIT
    file.forget(names[5])
    assert str(names[5]) not in file.settings.recent
    file.forget_all()
    assert SettingsFile(path).settings.recent == ()


def test_a_folder_that_refuses_costs_only_the_memory(tmp_path: Path, qtbot: QtBot) -> None:
    file = SettingsFile(tmp_path / "gone" / "settings.json")
    file.change(Settings(theme=ThemeChoice.DARK))
    assert file.settings.theme is ThemeChoice.DARK


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_folders_are_made_for_the_user_alone(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_STATE_HOME": str(tmp_path / "s")}
    for folder in (settings_folder(environment), state_folder(environment)):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    open_to_all = tmp_path / "open"
    open_to_all.mkdir(mode=0o755)
    assert stat.S_IMODE(private(open_to_all).stat().st_mode) == 0o700
