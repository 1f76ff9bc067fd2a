"""What the command line says about a simulated quarter."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from salesorg_gui import cli
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, HandoffId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff
from salesorg_gui.storage.saving import save
from tests.capacity.test_capacity import LINE, line, sources, team
from tests.commands import refused
from tests.rules.builders import chart, handoff, seat


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "line.salesorg"


def saved(path: Path, *charts: Chart) -> str:
    save(path, Plan(charts={one.id: one for one in charts}))
    return str(path)


def limited(hours: float | None) -> list[Handoff]:
    ways = [replace(handoff(way), limit_hours=hours) for way in LINE]
    return [replace(ways[0], id=HandoffId("h")), *ways[1:]]


def test_other_programs_read_every_figure_with_its_interval(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(path, line(240, 300, team(1, 2, 2, 2), limited(1)))
    assert cli.main(["simulate", file, "--weeks", "4", "--seed", "3", "--away", "0", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["charts"]
    assert (found["id"], found["weeks"], found["seed"], found["away_days"]) == ("as-is", 4, 3, 0)
    for one in (found["leads"], found["customers"], found["first_contact"]["hours"], found["seats"][0]["wait_hours"]):
        assert one["low"] <= one["mean"] <= one["high"]
    assert len(found["seats"][0]["queue"]) == 4
    first = next(one for one in found["handoffs"] if one["id"] == "h")
    assert (first["from"], first["to"], first["limit_hours"]) == ("in", "sdr", 1)
    assert 0 < first["broken"]["mean"] < 1


def test_people_read_sentences(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    busy = replace(line(700, 0, team(1, 1, 5, 5), limited(1)), title="As is")
    calm = replace(line(20, 0, team(2, 1, 5, 5), limited(48)), id=ChartId("b"), order=1.0, title="Calm")
    silent = replace(line(0, 0), id=ChartId("c"), order=2.0, title="Silent")
    assert cli.main(["simulate", saved(path, busy, calm, silent), "--away", "0"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["As is", "  13 weeks, run 20 times from seed 1; everybody is away 0 days."]
    assert any(text.startswith("  First contact after ") for text in lines)
    assert any("wait longer than the 1 h agreed" in text for text in lines)
    assert any("wait at the end; busy" in text for text in lines[: lines.index("Calm")])
    assert "  Every time limit is kept." in lines[lines.index("Calm") :]
    assert lines[-1] == "  Nobody said how many leads there are. Give the lead sources a number a month."


def test_leads_may_come_at_any_time_and_as_often_as_wanted(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(path, line(240, 300, team(1, 2, 2, 2)))
    assert cli.main(["simulate", file, "--weeks", "2", "--runs", "3", "--any-time", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["charts"]
    assert (found["runs"], found["at_any_time"]) == (3, True)
    spoken = found["first_contact"]
    assert spoken["at_once"] + sum(bar["share"] for bar in spoken["bars"]) == pytest.approx(1, abs=2e-3)
    assert found["first_contact"]["bars"][-1]["to"] is None
    assert cli.main(["simulate", file, "--weeks", "2", "--runs", "3", "--any-time"]) == 0
    assert "Leads come at nights and weekends too." in capsys.readouterr().out


def test_it_is_told_how_many_end_with_somebody_who_cannot_go_on(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lost = chart([seat("csm", "customer_success_manager")], handoffs=["in > csm: raw_lead"], sources=sources(40, 0))
    assert cli.main(["simulate", saved(path, lost), "--weeks", "2"]) == 0
    assert "end with somebody who cannot take them further." in capsys.readouterr().out


def test_too_many_leads_are_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "too many leads to follow one by one" in refused(capsys, "simulate", saved(path, line(1e12, 0)))


@pytest.mark.parametrize(
    "words", [("--weeks", "0"), ("--runs", "1"), ("--weeks", "ten"), ("--seed", "-1"), ("--away", "61")]
)
def test_numbers_that_make_no_sense_are_refused(
    path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    assert "is not a whole number from" in refused(capsys, "simulate", saved(path, line(1, 0)), *words)


def test_a_handoff_without_a_limit_breaks_none(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(path, line(240, 300, ways=limited(None)))
    assert cli.main(["simulate", file, "--weeks", "2", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["charts"]
    assert {(one["limit_hours"], one["broken"]) for one in found["handoffs"]} == {(None, None)}


def test_returns_without_end_are_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    round_and_round = [
        handoff("in > one: raw_lead"),
        *(replace(handoff(f"{a} > {b}: raw_lead"), probability=1.0) for a, b in (("one", "two"), ("two", "one"))),
    ]
    desks = [seat(name, "marketing", names=[name.title()]) for name in ("one", "two")]
    file = saved(path, chart(desks, handoffs=round_and_round, sources=sources(10, 0)))
    assert "One, Two hand back comes round without end" in refused(capsys, "simulate", file)


def test_the_order_in_which_python_keeps_sets_makes_no_difference(path: Path) -> None:
    file = saved(path, line(400, 300, team(1, 2, 2, 2), limited(1)))
    words = [sys.executable, "-m", "salesorg_gui", "simulate", file, "--weeks", "2", "--runs", "2", "--format", "json"]
    one, other = (
        subprocess.run(words, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    )
    assert one == other
    assert json.loads(one)["charts"][0]["leads"]["mean"] > 0
