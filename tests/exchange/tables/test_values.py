"""Cells mean the same whichever country wrote them."""

import pytest

from salesorg_gui.domain.records import Status
from salesorg_gui.exchange.tables.values import date_reader, is_root_marker, is_vacant, is_withheld, number, status_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("300,000.00", 300_000),
        ("300.000,00", 300_000),
        ("300 000,00", 300_000),
        ("300\u202f000", 300_000),
        ("300'000.50", 300_000.5),
        ("300000", 300_000),
        ("300,000", 300_000),
        ("1.234.567", 1_234_567),
        ("0,8", 0.8),
        ("0.375", 0.375),
        ("80 %", 80),
        ("-5", -5),
        ("-0,250", -0.25),
        ("twelve", None),
        ("", None),
        ("12 weeks", None),
        ("1.2,3.4", None),
        ("1.234.5", None),
        ("1.234,5", 1234.5),
        ("1-2", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        (["2011-02-15", "2011/05/04"], ["2011-02-15", "2011-05-04"]),
        (["2/15/2011", "1/4/2011"], ["2011-02-15", "2011-01-04"]),
        (["15/2/2011", "1/4/2011"], ["2011-02-15", "2011-04-01"]),
        (["15.02.2011"], ["2011-02-15"]),
        (["15-02-2011 00:00"], ["2011-02-15"]),
        (["4/4/2011"], ["2011-04-04"]),
        (["1/4/2011"], ["1/4/2011"]),
        (["2/15/2011", "15/2/2011", "1/4/2011"], ["2/15/2011", "15/2/2011", "1/4/2011"]),
        (["Q3", "31.02.2011", "1.2.11"], ["Q3", "31.02.2011", "1.2.11"]),
    ],
)
def test_dates_become_iso_dates_unless_they_are_in_doubt(cells: list[str], dates: list[str]) -> None:
    read = date_reader(cells)
    assert [read(cell) for cell in cells] == dates


@pytest.mark.parametrize(
    "text", ["XX", "xx", "None", "NO_MANAGER", "NULL", "\\N", "-", "n/a", "Board of  Directors", "0"]
)
def test_markers_of_the_top_are_known(text: str) -> None:
    assert is_root_marker(text)


@pytest.mark.parametrize("name", ["Vacant", "VACANT", "Vacant'", "Vakant", "Vacant (2)", "TBD", "New Vacancy", "Ledig"])
def test_vacancies_are_known(name: str) -> None:
    assert is_vacant(name)


@pytest.mark.parametrize("name", ["Åsa Öberg", "Vaca Nton", "Open Kari", ""])
def test_names_are_no_vacancies(name: str) -> None:
    assert not is_vacant(name)


def test_a_name_not_told_is_no_vacancy() -> None:
    assert is_withheld("N/D'")
    assert not is_vacant("N/D")


@pytest.mark.parametrize(
    ("text", "header", "status"),
    [
        ("Vacant", "PositionStatus", Status.OPEN),
        ("Planned", "Status", Status.PLANNED),
        ("Active", "Status", None),
        ("true", "placeholder", Status.OPEN),
        ("false", "placeholder", Status.FILLED),
        ("Y", "Posn Occupied", Status.FILLED),
        ("nej", "Occupied", Status.OPEN),
        ("yes", "Status", None),
    ],
)
def test_states_are_read_by_what_the_column_asks(text: str, header: str, status: Status | None) -> None:
    assert status_of(text, header) is status
