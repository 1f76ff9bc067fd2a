"""What the command line says about whom to hire."""

import json
from pathlib import Path

import pytest

from salesorg_gui import cli
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.plan import SetParameter
from salesorg_gui.domain.plan import Plan
from salesorg_gui.storage.saving import save
from tests.commands import refused
from tests.rules.builders import chart, seat
from tests.study.hiring.companies import line


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "line.salesorg"


def saved(path: Path, drawn: Chart, cost: float = 0) -> str:
    plan = Plan(answers={"employees": 40}, charts={drawn.id: drawn})
    save(path, SetParameter("capacity", "cost_per_fte_month", cost or None).revise(plan))
    return str(path)


def test_people_read_the_seats_in_their_order(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["hires", saved(path, line(280)), "--growth", "3", "--from", "2027-01-15"]) == 0
    told = capsys.readouterr().out
    assert "  Open in 2027-02: Account Executive, under Head of Sales. 80 qualified leads a month come today;" in told
    assert "  1. Account Executive, under Head of Sales\n" in told
    assert "     More than 78 qualified leads a month for 2 months. Today 80: reached.\n" in told
    assert "Search from 2027-02, first day 2027-05, full work 2027-08." in told
    assert "No salary is known, so nothing is said about money." in told


def test_other_programs_read_every_trigger(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(path, line(280), cost=7000)
    assert cli.main(["hires", file, "--growth", "3%", "--from", "2027-01-15", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["charts"]
    assert (found["id"], found["growth"], found["months"]) == ("as-is", 0.03, 12)
    first = found["openings"][0]
    assert (first["seat"], first["role"], first["manager"], first["reason"]) == (
        None,
        "account_executive",
        "head",
        "growth",
    )
    assert first["trigger"]["above"] == pytest.approx(100 / 1.03**8, abs=1e-6)
    assert first["trigger"]["measure"] == "qualified"
    assert first["cost"] == {"month": 7000, "to_productive": 21000}
    assert list(first["months"]) == ["needed", "trigger", "search", "start", "productive"]
    assert "salary" not in found["unknown"]


def test_without_growth_given_the_plan_says_it(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = line(280)
    save(path, Plan(parameters={"capacity": {"growth_per_month": 0.01}}, charts={drawn.id: drawn}))
    assert cli.main(["hires", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["charts"][0]["growth"] == 0.01


def test_enough_people_are_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["hires", saved(path, line(100)), "--growth", "0"]) == 0
    assert "Nobody has to be hired in the next 12 months." in capsys.readouterr().out


def test_what_is_missing_is_told_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["hires", saved(path, chart([seat("a", "head_of_sales")]))]) == 0
    told = capsys.readouterr().out
    assert told.count("Nobody has said yet how many leads come") == 1


def test_nothing_to_plan_with_is_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Nothing is drawn yet" in refused(capsys, "hires", saved(path, chart()))


@pytest.mark.parametrize("words", [("--growth", "120"), ("--growth", "fast"), ("--from", "soon")])
def test_nonsense_is_refused(path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert words[1] in refused(capsys, "hires", saved(path, line(10)), *words)
