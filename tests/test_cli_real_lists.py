"""Lists of real organisations, imported and checked with the commands alone, give the known answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from salesorg_gui import cli
from salesorg_gui.storage.reading import read

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real lists are not here")

LISTS = {
    "tables/sourcegraph_2024.csv": "sourcegraph_2024",
    "tables/oracle_hr.csv": "oracle_hr",
    "tables/adventureworks_oltp.csv": "adventureworks_oltp",
    "tables/northwind.csv": "northwind",
    "tables/chinook.csv": "chinook",
    "tables/manufacturing_as_is.csv": "manufacturing_as_is",
    "as_published/manufacturing_reportsto.csv": "manufacturing_as_is",
    "as_published/oracle_hr_employees.csv": "oracle_hr",
    "as_published/uk_nhsengland.csv": "uk_nhsengland",
    "as_published/uk_cabinetoffice.csv": "uk_cabinetoffice",
    "as_published/uk_hmrc.csv": "uk_hmrc",
    "as_published/drawio/orgchart.csv": "drawio_orgchart",
}


def run(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    status = cli.main(words)
    said = capsys.readouterr()
    assert (status in {0, 1}, said.err) == (True, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


@pytest.mark.parametrize("path", LISTS)
def test_import_and_check_agree_with_what_is_known(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, path: str
) -> None:
    known: dict[str, Any] = json.loads((DATA / "answers.json").read_text("utf-8"))[LISTS[path]]
    plan = tmp_path / "plan.salesorg"
    report = run(capsys, "import", str(DATA / path), "-o", str(plan), "--format", "json")
    assert (report["rows"], report["seats"]) == (known["rows"], known["distinct_ids"])
    (chart,) = run(capsys, "check", str(plan), "--format", "json")["charts"]
    found = {finding["rule"]: finding for finding in chart["findings"]}
    codes = {seat.id: seat.code for seat in read(plan).plan.first_chart.seats.values()}
    assert ("report-no-root" in found) is (known["roots"] == 0)
    assert ("report-multiple-roots" in found) is (known["roots"] > 1)
    assert ("report-cycle" in found) is (known["cycles"] > 0)
    assert not found.keys() & {"report-orphan-seat", "report-two-solid-managers"}
    selves = found.get("report-self-line", {"seats": []})["seats"]
    assert [codes[seat] for seat in selves] == known["self_managed_ids"]


def test_the_main_job_on_a_real_company(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    plan, cards = tmp_path / "company.salesorg", tmp_path / "cards.pdf"
    report = run(capsys, "import", str(DATA / "tables/sourcegraph_2024.csv"), "-o", str(plan), "--format", "json")
    assert (report["rows"], report["seats"]) == (175, 175)
    run(capsys, "check", str(plan), "--format", "json")
    assert cli.main(["export", str(plan), "cards", "-o", str(cards), "--seat", "S001", "S002"]) == 0
    assert cards.read_bytes().startswith(b"%PDF-")
