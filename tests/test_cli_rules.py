"""Checking a plan by rules from a file, in the place of the plan's own."""

import json
from pathlib import Path

import pytest

from salesorg_gui import cli
from salesorg_gui.domain.records import Json
from salesorg_gui.storage.rules_file import RulesFile, dumps_rules
from salesorg_gui.storage.saving import save
from tests.commands import feed, refused
from tests.rules.builders import chart, plan_of, seat

WIDE = "report-span-too-wide"


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A leader of nine, in a plan that does not mind."""
    drawn = chart([seat("b", "head_of_sales"), seat("m", headcount=9)], ["m > b"])
    path = tmp_path / "plan.salesorg"
    save(path, plan_of(drawn, limits={WIDE: {"span_max": 9}}))
    return str(path)


def rules(folder: Path, **said: dict[str, Json]) -> str:
    path = folder / "ours.salesorg-rules"
    path.write_bytes(dumps_rules(RulesFile("Ours", {name.replace("_", "-"): own for name, own in said.items()})))
    return str(path)


def severities(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    cli.main(["check", *words, "--format", "json"])
    (drawn,) = json.loads(capsys.readouterr().out)["charts"]
    return [finding["severity"] for finding in drawn["findings"] if finding["rule"] == WIDE]


def test_the_rules_of_the_file_count_and_those_of_the_plan_do_not(
    capsys: pytest.CaptureFixture[str], plan: str, tmp_path: Path
) -> None:
    assert severities(capsys, plan) == []
    assert severities(capsys, plan, "--rules", rules(tmp_path)) == ["warning"]
    assert severities(capsys, plan, "--rules", rules(tmp_path, report_span_too_wide={"severity": "error"})) == ["error"]
    assert severities(capsys, plan, "--rules", rules(tmp_path, report_span_too_wide={"off": True})) == []


def test_the_exit_status_goes_by_them_too(plan: str, tmp_path: Path) -> None:
    off: dict[str, Json] = {"off": True}
    assert cli.main(["check", plan]) == 1
    silent = rules(tmp_path, handoff_stage_uncovered=off, handoff_closer_no_owner=off)
    assert cli.main(["check", plan, "--rules", silent]) == 0


def test_another_plan_lends_its_rules(capsys: pytest.CaptureFixture[str], plan: str, tmp_path: Path) -> None:
    lender = tmp_path / "lender.salesorg"
    save(lender, plan_of(chart(), limits={WIDE: {"severity": "hint"}}))
    assert severities(capsys, plan, "--rules", str(lender)) == ["hint"]


def test_rules_may_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, plan: str
) -> None:
    feed(monkeypatch, dumps_rules(RulesFile()))
    assert severities(capsys, plan, "--rules", "-") == ["warning"]


def test_a_fault_is_told_in_one_line_with_file_place_and_remedy(
    capsys: pytest.CaptureFixture[str], plan: str, tmp_path: Path
) -> None:
    said = refused(capsys, "check", plan, "--rules", rules(tmp_path, report_span_too_wide={"span_max": "x", "off": 1}))
    assert said == (
        f"salesorg: {tmp_path / 'ours.salesorg-rules'}: rules · report-span-too-wide · off: expected true or false, "
        "found 1. Correct it, or leave it out. And 1 more problem.\n"
    )
    assert "There is no file gone" in refused(capsys, "check", plan, "--rules", "gone")
    assert "Only one of plan and rules" in refused(capsys, "check", "-", "--rules", "-")


def test_what_means_nothing_is_told_and_passed_over(
    capsys: pytest.CaptureFixture[str], plan: str, tmp_path: Path
) -> None:
    assert cli.main(["check", plan, "--rules", rules(tmp_path, report_span_to_wide={"off": True})]) == 1
    said = capsys.readouterr().err
    assert 'There is no rule "report-span-to-wide": passed over. Is "report-span-too-wide" meant?' in said
