"""Columns are found by their headers in six languages, and a person can say it differently."""

import pytest

from salesorg_gui.exchange.tables.headers import Field, field_of, header_key, is_pay
from salesorg_gui.exchange.tables.mapping import Mapping, changed_mapping, suggest_mapping
from salesorg_gui.exchange.tables.table import TableRefused
from tests.exchange.tables.lists import table

TEAM = table("Employee ID,Full name,Job title,Reports to,Boss,Salary (SEK),Payroll no", "1,Åsa,VP,,Bo,900,7")


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Anställningsnummer", Field.ID),
        ("EMPLOYEE_ID", Field.ID),
        ("Navn", Field.NAME),
        ("Stilling", Field.TITLE),
        ("Nærmeste leder", Field.MANAGER),
        ("närmaste  CHEF", Field.MANAGER),
        ("Vorgesetzte/r", Field.MANAGER),
        ("Leidinggevende", Field.MANAGER),
        ("Afdeling", Field.DEPARTMENT),
        ("Stillingsprosent", Field.FTE),
        ("Number of Posts in FTE", Field.HEADCOUNT),
        ("Datum in dienst", Field.START_DATE),
    ],
)
def test_headers_are_known(header: str, field: Field) -> None:
    found = field_of(header)
    assert found is not None
    assert found[0] is field


def test_unknown_headers_are_left_alone() -> None:
    assert field_of("Favourite colour") is None


def test_a_decomposed_letter_is_the_same_letter() -> None:
    assert header_key("Na\u0308rmaste chef") == header_key("Närmaste chef")


def test_columns_are_suggested() -> None:
    assert suggest_mapping(TEAM).headers == {
        Field.ID: "Employee ID",
        Field.NAME: "Full name",
        Field.TITLE: "Job title",
        Field.MANAGER: "Boss",
    }


def test_of_several_columns_one_that_holds_something_is_suggested() -> None:
    read = table("Id,Department,Unit,Name", "1,,Nordics,Bo")
    assert suggest_mapping(read).headers[Field.DEPARTMENT] == "Unit"


def test_of_several_filled_columns_the_surest_is_suggested() -> None:
    read = table("id,name,ManagerName,ManagerID", "1,Bo,Åsa,2", "2,Åsa,,")
    assert suggest_mapping(read).headers[Field.MANAGER] == "ManagerID"


def test_a_name_beside_a_family_name_is_the_first_name() -> None:
    read = table("id,name,lastName,positionName", "1,Åsa,Öberg,VP")
    headers = suggest_mapping(read).headers
    assert headers[Field.FIRST_NAME] == "name"
    assert Field.NAME not in headers


def test_a_person_chooses_another_column_or_none() -> None:
    mapping = changed_mapping(
        suggest_mapping(TEAM), TEAM, [("manager", "reports_to"), ("TITLE", ""), ("first-name", "Boss")]
    )
    assert mapping.headers == {
        Field.ID: "Employee ID",
        Field.NAME: "Full name",
        Field.FIRST_NAME: "Boss",
        Field.MANAGER: "Reports to",
    }


def test_fields_and_columns_that_do_not_exist_are_refused_by_name() -> None:
    with pytest.raises(TableRefused, match=r"no field boss.*manager"):
        changed_mapping(Mapping(), TEAM, [("boss", "Boss")])
    with pytest.raises(TableRefused, match=r"no column Chef.*Reports to"):
        changed_mapping(Mapping(), TEAM, [("manager", "Chef")])
    with pytest.raises(TableRefused, match="no column"):
        changed_mapping(Mapping(), TEAM, [("manager", "!")])


@pytest.mark.parametrize("header", ["Salary", "ANNUAL_SALARY", "Actual Pay Floor (£)", "Lön", "Månadslön", "payGrade"])
def test_pay_is_known(header: str) -> None:
    assert is_pay(header)


@pytest.mark.parametrize("header", ["Payroll number", "Lønnummer", "Company", "Display name", "Quota", "Lena"])
def test_what_is_no_pay_is_not_taken_for_it(header: str) -> None:
    assert not is_pay(header)


def test_pay_is_never_imported() -> None:
    with pytest.raises(TableRefused, match="never imported"):
        changed_mapping(Mapping(), TEAM, [("quota", "Salary (SEK)")])
    assert changed_mapping(Mapping(), TEAM, [("id", "Payroll no")]).headers == {Field.ID: "Payroll no"}
