"""What the command line says about capacity."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from salesorg_gui import cli
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.storage.saving import save
from tests.capacity.test_capacity import line, sources, team
from tests.commands import EXAMPLE, refused
from tests.rules.builders import chart, handoff, seat


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "line.salesorg"


def saved(path: Path, *charts: Chart, customers: float = 0.0) -> str:
    save(path, Plan(answers={"customers": customers}, charts={one.id: one for one in charts}))
    return str(path)


def test_other_programs_read_flow_people_and_bottleneck(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(path, line(500, 700, team(1, 2, 1.5, 1)), customers=30)
    assert cli.main(["capacity", file, "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["charts"]
    assert (found["id"], found["leads"], found["prospects"]) == ("as-is", 500, 700)
    assert (found["qualified"], found["customers"]) == (178.75, 35.75)
    assert found["fte"] == {"inbound": 1.25, "outbound": 2.333333, "closer": 3.575, "care": 1.8375}
    assert found["wait_hours"] is None
    assert found["bottleneck"] == {"flow": 57.777778, "cut": ["csm"]}
    assert found["seats"][0] == {"id": "ae", "need": 3.575, "have": 1.5}


def test_people_read_sentences(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = replace(line(500, 700, team(1, 2, 1.5, 1)), title="As is")
    other = replace(line(100, 0, team(1, 1, 1, 2)), id=ChartId("b"), order=1.0, title="Calm")
    silent = replace(line(0, 0), id=ChartId("c"), order=2.0)
    file = saved(path, drawn, other, silent, customers=0)
    assert cli.main(["capacity", file]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "As is"
    assert "  500 leads and 700 prospects a month become 178.8 qualified leads, 35.8 customers." in lines
    assert "  Closing: 3.58 FTE of work, 1.50 FTE there." in lines
    assert "  Account Executive has more work than time: 3.58 FTE for 1.50." in lines
    assert "  The bottleneck is Account Executive: 75 of 178.8 qualified leads a month get through." in lines
    assert "  Everything that comes in gets through." in lines
    assert lines[-1] == "  Nobody said how many leads there are. Give the lead sources a number a month."


def test_a_wait_that_ends_is_a_number(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["capacity", saved(path, line(300, 0)), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["charts"][0]["wait_hours"] == pytest.approx(1.3)


def test_returns_without_end_are_told_in_one_line(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    round_and_round = [
        handoff("in > one: raw_lead"),
        *(replace(handoff(f"{a} > {b}: raw_lead"), probability=1.0) for a, b in (("one", "two"), ("two", "one"))),
    ]
    desks = [seat(name, "marketing", names=[name.title()]) for name in ("one", "two")]
    file = saved(path, chart(desks, handoffs=round_and_round, sources=sources(10, 0)))
    assert "One, Two hand back comes round without end" in refused(capsys, "capacity", file)


def test_the_example_runs_smoothly(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["capacity", str(EXAMPLE)]) == 0
    assert "Everything that comes in gets through." in capsys.readouterr().out
