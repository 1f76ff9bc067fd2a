"""The shipped files are found, and are what the pens can use."""

import json
import sys
import tomllib
from pathlib import Path

import pytest

from salesorg_gui import resources
from salesorg_gui.resources import resource

LENGTHS = {"M": 3, "L": 3, "C": 7, "Z": 1}


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resource("fonts", "Inter-Regular.ttf").is_file()


def test_a_bundle_has_them_in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.candidates()[0] == tmp_path / "resources"


def test_a_copy_without_them_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "candidates", lambda: (tmp_path / "nowhere",))
    with pytest.raises(FileNotFoundError, match="Install the program again"):
        resources.resources_folder.__wrapped__()


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold"])
def test_a_font_has_true_type_outlines_that_paper_can_embed(weight: str) -> None:
    assert resource("fonts", f"Inter-{weight}.ttf").read_bytes()[:4] == b"\0\1\0\0"


def test_the_licences_stand_beside_what_they_cover() -> None:
    assert "SIL Open Font License" in resource("fonts", "OFL.txt").read_text("utf-8")
    assert "ISC License" in resource("icons", "LUCIDE-LICENSE.txt").read_text("utf-8")


def test_every_icon_is_moves_lines_and_curves_on_the_grid() -> None:
    table = json.loads(resource("icons", "icons.json").read_text("utf-8"))
    commands = [command for icon in table.values() for subpath in icon for command in subpath]
    assert {(letter, 1 + len(numbers)) for letter, *numbers in commands} <= set(LENGTHS.items())
    assert all(subpath[0][0] == "M" for icon in table.values() for subpath in icon)
    assert all(-1 <= number <= 25 for _, *numbers in commands for number in numbers)


def test_every_icon_the_look_names_is_shipped() -> None:
    tokens = tomllib.loads(resource("themes", "tokens.toml").read_text("utf-8"))
    roles = {name: value for name, value in tokens["icon"].items() if isinstance(value, str)}
    named = {value for name, value in roles.items() if name not in {"family", "licence"}}
    named |= {purpose["icon"] for purpose in tokens["purpose"].values()}
    assert named <= set(json.loads(resource("icons", "icons.json").read_text("utf-8")))


def test_every_theme_has_the_same_colours() -> None:
    themes = tomllib.loads(resource("themes", "tokens.toml").read_text("utf-8"))["colour"]
    assert {frozenset(theme) for theme in themes.values()} == {frozenset(themes["light"])}
