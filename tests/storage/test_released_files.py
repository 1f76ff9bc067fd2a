"""A file of every released version opens, and one of this version is written back as it was."""

from pathlib import Path

import pytest

from salesorg_gui.storage.reading import read
from salesorg_gui.storage.text import dumps
from salesorg_gui.storage.upgrades import CURRENT
from tests.builders import full_plan

FILES = Path(__file__).resolve().parents[1] / "files"


def files(version: int) -> list[Path]:
    return sorted(FILES.glob(f"v{version}-*.salesorg"))


@pytest.mark.parametrize("version", range(1, CURRENT + 1))
def test_there_is_a_file_of_every_version(version: int) -> None:
    assert files(version)


@pytest.mark.parametrize("path", sorted(FILES.glob("*.salesorg")), ids=lambda path: path.stem)
def test_a_released_file_opens_for_ever(path: Path) -> None:
    opened = read(path)
    assert not opened.is_read_only
    assert opened.plan.charts


@pytest.mark.parametrize("path", files(CURRENT), ids=lambda path: path.stem)
def test_a_file_of_this_version_is_written_back_byte_by_byte(path: Path) -> None:
    assert dumps(read(path).plan) == path.read_bytes()


def test_the_file_with_everything_says_everything() -> None:
    assert read(FILES / "v1-everything.salesorg").plan == full_plan()


def test_the_file_of_troubles_opens_with_all_of_them() -> None:
    chart = read(FILES / "v1-troubles.salesorg").plan.first_chart
    assert [len(lines) for lines in chart.lines_up.values()] == [2, 1, 1, 1]
    assert "ghost" in {line.manager for line in chart.lines.values()}
    assert "no_such_role" in {seat.role for seat in chart.seats.values()}
    assert {seat.pod for seat in chart.seats.values()} >= {"no-such-pod"}
