"""The tokens that stand ready say what their author wrote."""

import shutil
import tomllib
from pathlib import Path

import pytest

from salesorg_gui.drawing import tokens as module
from salesorg_gui.drawing.tokens import READY, main, ready_text, tokens
from salesorg_gui.resources import resource


def test_what_stands_ready_is_up_to_date() -> None:
    assert resource(*READY).read_text(encoding="utf-8") == ready_text(), "run: python -m salesorg_gui.drawing.tokens"


def test_the_tokens_are_those_of_the_author() -> None:
    assert tokens() == tomllib.loads(resource("themes", "tokens.toml").read_text(encoding="utf-8"))


def test_they_are_put_ready_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(resource("themes"), tmp_path / "themes")
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    tmp_path.joinpath(*READY).unlink()
    assert main() == 0
    assert tmp_path.joinpath(*READY).read_bytes() == resource(*READY).read_bytes()
