"""What tests of the command line share: input to give, and the one line of a refusal."""

import io
import sys

import pytest

from salesorg_gui import cli
from salesorg_gui.resources import resource

EXAMPLE = str(resource("examples", "nordlys.salesorg"))
LIST = "Id;Namn;Befattning;Närmaste chef\n1;Åsa Öberg;VP of Sales;\n2;Bo;SDR;1\n2;Siv;SDR;1\n3;Per;Poet;99\n"


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line a refused command leaves behind."""
    assert cli.main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("salesorg: ")
    assert said.err.count("\n") == 1
    return said.err


def feed(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Let standard input hold these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8"))
