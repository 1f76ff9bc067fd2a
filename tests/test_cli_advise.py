"""What the command line advises from a file of answers."""

import json
from pathlib import Path

import pytest

from salesorg_gui import cli
from tests.catalogue.test_advice import CASES
from tests.commands import feed, refused


def asked(monkeypatch: pytest.MonkeyPatch, answers: object, *words: str) -> int:
    feed(monkeypatch, json.dumps(answers).encode())
    return cli.main(["advise", "-", *words])


@pytest.mark.parametrize("name", CASES)
def test_other_programs_read_the_worked_cases(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = CASES[name]
    assert asked(monkeypatch, dict(case.given), "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["model"], found["margin"], found["stage"]) == (case.model, case.margin, case.stage)
    assert tuple(found["scores"][model] for model in ("island", "assembly_line", "pod")) == case.scores
    assert tuple(found["excluded"]) == case.excluded
    for model, points in found["scores"].items():
        assert sum(factor["points"][model] for factor in found["factors"]) == points
    assert all(factor["id"] and factor["text"] for factor in found["factors"])


def test_no_answer_at_all_counts_as_the_usual_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(monkeypatch, {}, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["model"], found["stage"], found["margin"]) == ("island", "hunter_founder", None)


def test_people_read_the_advice_and_its_reasons(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(monkeypatch, {"sellers": 6, "frontline": 3, "inbound_leads": 450, "symptoms": 2}) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Recommended: Assembly line (hunter-farmer), clear: 10 ahead"
    assert lines[1] == "Growth stage: Specialists"
    assert "  \u22123  Island" in lines
    assert any(line.startswith("      Not offered. ") for line in lines)
    assert "- Enough people for specialists. (Assembly line (hunter-farmer) +2)" in lines
    assert "Time to go further when:" in lines


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"sellers": 0, "frontline": 1}, "the only one on offer"),
        ({"sellers": 7, "frontline": 14, "inbound_leads": 420, "segments": 4, "culture": "cooperative"}, "it is close"),
        ({"sellers": 7, "frontline": 14, "inbound_leads": 90, "culture": "neutral"}, "fairly clear"),
    ],
)
def test_how_clear_the_advice_is_stands_beside_it(
    answers: object, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(monkeypatch, answers) == 0
    assert said in capsys.readouterr().out.splitlines()[0]


def test_an_answer_nobody_asked_for_is_named_and_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(monkeypatch, {"selers": 6, "crm": True}) == 0
    assert capsys.readouterr().err == "salesorg: standard input: selers is not asked; it is left out.\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "This is not JSON."),
        (b"\xff\xfe", "This is not JSON."),
        (b"[" * 100_000, "This is not JSON."),
        (b"[1]", "There must be one JSON object"),
        (b'{"sellers": "six"}', "sellers must be a number from 0."),
        (b'{"sellers": -1}', "sellers must be a number from 0."),
        (b'{"sellers": NaN}', "sellers must be a number from 0."),
        (b'{"sellers": [6]}', "sellers must be a number from 0."),
        (b'{"budget": "huge"}', "budget must be one of small, medium, large."),
        (b'{"startup": 1}', "startup must be true or false."),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_name(
    content: bytes, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, content)
    assert said in refused(capsys, "advise", "-")


def test_answers_that_are_not_there_are_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "none.json" in refused(capsys, "advise", str(tmp_path / "none.json"))
