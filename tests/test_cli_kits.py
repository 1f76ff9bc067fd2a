"""Kits on the command line: one file for each open seat when a folder is named."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from salesorg_gui import cli
from salesorg_gui.commands.kits import free_name
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, RoleId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Seat
from salesorg_gui.storage.saving import save
from tests.commands import EXAMPLE, refused


def test_a_folder_gets_a_kit_for_each_open_seat(tmp_path: Path) -> None:
    assert cli.main(["export", EXAMPLE, "kit", "-o", str(tmp_path), "--beside", "da"]) == 0
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 3
    assert all(name.endswith(".pdf") for name in names)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "NS-22.pdf").pages)
    assert "Outbound SDR" in text


def test_one_file_holds_the_kits_of_all_open_seats(tmp_path: Path) -> None:
    out = tmp_path / "kit.pdf"
    assert cli.main(["export", EXAMPLE, "kit", "-o", str(out), "--pay", "--seat", "out-gbg", "ae-oslo-2"]) == 0
    outline = PdfReader(out).outline
    assert len([entry for entry in outline if not isinstance(entry, list)]) == 2


def test_other_documents_are_not_spread_over_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ".pdf" in refused(capsys, "export", EXAMPLE, "checklists", "-o", str(tmp_path))


def test_a_plan_without_open_seats_needs_no_kit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, folder = tmp_path / "plan.salesorg", tmp_path / "kits"
    folder.mkdir()
    chart = Chart(ChartId("now"), seats={SeatId("boss"): Seat(SeatId("boss"), RoleId("head_of_sales"))})
    save(file, Plan(charts={chart.id: chart}))
    assert "No seat is open" in refused(capsys, "export", str(file), "kit", "-o", str(folder))
    assert not list(folder.iterdir())


def test_files_are_named_so_that_every_system_takes_them() -> None:
    known: set[str] = set()
    names = []
    for code in ("AE/01", "ae-01", "", "../..", "x" * 300):
        names.append(free_name(code, known))
        known.add(names[-1].casefold())
    assert names == ["AE-01", "ae-01-2", "kit", "kit-2", "x" * 60]
