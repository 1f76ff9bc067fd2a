"""What the command line says about customer cases."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from salesorg_gui import cli
from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import CaseId, ChartId, SegmentId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Segment
from salesorg_gui.storage.saving import save
from tests.commands import refused
from tests.rules.builders import handoff, seat, segment
from tests.study.cases.charts import AE, line_of

SHOP = Case(CaseId("shop"), "Danish shop", {"geography": "Denmark", "customer_size": 200.0}, order=1.0)
MILL = Case(CaseId("mill"), "", {"geography": "Norway", "customer_size": 1.0, "turnover": 2.5}, order=2.0)
DENMARK, NORWAY = segment("Denmark", "ae"), segment("Norway", "other")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "line.salesorg"


def saved(path: Path, charts: Iterable[Chart], cases: Iterable[Case] = (SHOP, MILL)) -> str:
    save(path, Plan(charts={one.id: one for one in charts}, cases={one.id: one for one in cases}))
    return str(path)


def half() -> Chart:
    """A chart that serves Denmark alone."""
    return replace(line_of(seat("other"), segments=(DENMARK, NORWAY)), title="As is")


def test_people_read_what_passes_and_what_does_not(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["cases", saved(path, [half()])]) == 1
    *first, last = capsys.readouterr().out.splitlines()
    assert first == [
        "As is",
        "  1 of 2 customer cases pass.",
        "  passes  Danish shop",
        "      Website → Ida → Bo → Mia",
        "  FAILS  Norway · 1 employee · turnover 2.5 · inbound",
        "      Website → Ida",
    ]
    assert last.startswith("      Ida hands over to Bo, and nobody there serves Norway. Give one of them")


def test_when_all_pass_the_status_is_0(path: Path) -> None:
    assert cli.main(["cases", saved(path, [line_of()])]) == 0


def test_a_plan_without_cases_says_so(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["cases", saved(path, [line_of()], ())]) == 0
    assert "There are no customer cases." in capsys.readouterr().out


def test_one_chart_is_asked_alone(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(path, [half(), replace(line_of(), id=ChartId("b"), title="Option", order=1.0)])
    assert cli.main(["cases", file, "--chart", "b"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "Option"
    assert "The charts are" in refused(capsys, "cases", file, "--chart", "c")


def test_other_programs_read_every_step(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = saved(path, [half()])
    assert cli.main(["cases", file, "--format", "json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["file"] == file
    (found,) = answer["charts"]
    assert (found["id"], found["complete"]) == ("as-is", True)
    assert found["counts"] == {"passes": 1, "fails": 1, "not-served": 0}
    shop, mill = found["cases"]
    assert (shop["id"], shop["verdict"], shop["came_in"], shop["keepers"]) == ("shop", "passes", "in", ["csm"])
    assert shop["points"] == {"customer_size": 200, "geography": "Denmark"}
    assert shop["entry"] == {"lane": "inbound", "channel": "", "source": None}
    assert shop["stages"][0] == {"stage": "inbound_qualification", "owners": ["sdr"], "how": "one"}
    assert shop["trace"][1] == {
        "from": "sdr", "to": "ae", "stage": "demo_negotiation", "handoffs": ["h sdr > ae: qualified_lead"],
    }  # fmt: skip
    assert mill["stages"][1] == {"stage": "demo_negotiation", "owners": [], "how": "open"}
    (trouble,) = mill["troubles"]
    assert (trouble["kind"], trouble["stages"], trouble["from"], trouble["seats"]) == (
        "not-serving", ["demo_negotiation"], "sdr", ["ae"],
    )  # fmt: skip
    assert trouble["message"].startswith("Ida hands over to Bo")


def how(capsys: pytest.CaptureFixture[str], file: str) -> dict[str, str]:
    cli.main(["cases", file, "--format", "json"])
    (case,) = json.loads(capsys.readouterr().out)["charts"][0]["cases"]
    return {stage["stage"]: stage["how"] for stage in case["stages"]}


def test_programs_can_tell_who_shares_a_stage_from_who_doubles_it(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, end = seat("ae2"), "ae2 > csm: signed_customer"
    double = line_of(
        other, handoffs=[handoff("sdr > ae2: qualified_lead", condition="when sdr > ae: qualified_lead"), end]
    )
    plain = Case(CaseId("c"))
    assert how(capsys, saved(path, [double], [plain]))["demo_negotiation"] == "several"
    shared = line_of(other, handoffs=["sdr > ae2: qualified_lead", end])
    assert how(capsys, saved(path, [shared], [plain]))["closing"] == "divided"
    ready = line_of(handoffs=["in > ae: qualified_lead"])
    first = replace(ready, handoffs={id: one for id, one in ready.handoffs.items() if one.target != "sdr"})
    assert how(capsys, saved(path, [first], [plain]))["inbound_qualification"] == "before"


def test_without_a_source_a_program_reads_null(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["cases", saved(path, [replace(line_of(), sources={})]), "--format", "json"])
    case = json.loads(capsys.readouterr().out)["charts"][0]["cases"][0]
    assert (case["came_in"], case["troubles"][0]["from"]) == (None, None)


def test_pairs_of_values_are_tried_instead_of_the_cases_of_the_plan(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = saved(path, [half()])
    assert cli.main(["cases", file, "--pairwise"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "  1 of 2 customer cases pass."
    assert [line for line in lines if "·" in line] == ["  passes  Denmark · Website", "  FAILS  Norway · Website"]


def test_more_pairs_than_cases_are_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = [Segment(SegmentId(f"g{number}"), value=f"G{number}", owners=(AE.id,)) for number in range(61)]
    assert cli.main(["cases", saved(path, [line_of(segments=many)]), "--pairwise"]) == 0
    assert "There are more pairs of values than cases that were tried." in capsys.readouterr().out


def test_what_is_not_served_on_purpose_is_no_failure(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mars = replace(segment("Denmark"), is_served=False)
    assert cli.main(["cases", saved(path, [line_of(segments=(mars,))], [SHOP])]) == 0
    assert "  not served  Danish shop" in capsys.readouterr().out


def test_people_read_that_there_is_no_way_in(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["cases", saved(path, [replace(line_of(), sources={})], [SHOP])]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:] == [
        "  FAILS  Danish shop",
        "      There is no inbound lead source. Draw one, and hand its leads to a seat.",
    ]
