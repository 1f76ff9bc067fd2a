"""Lists of real organisations come out as they were counted by hand."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.exchange.tables.headers import field_of
from salesorg_gui.exchange.tables.importing import Imported, ImportOptions, import_table
from salesorg_gui.exchange.tables.mapping import suggest_mapping
from salesorg_gui.exchange.tables.reading import read_table
from salesorg_gui.exchange.tables.table import TableRefused
from salesorg_gui.rules.organisation import Organisation
from tests.exchange.tables.lists import DATA, kinds, problems, reports
from tests.rules.reporting_facts import ReportingFacts, reporting_facts

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real lists are not here")

TABLES = {
    "sourcegraph_2024": "tables/sourcegraph_2024.csv",
    "oracle_hr": "tables/oracle_hr.csv",
    "adventureworks_oltp": "tables/adventureworks_oltp.csv",
    "northwind": "tables/northwind.csv",
    "chinook": "tables/chinook.csv",
    "manufacturing_as_is": "tables/manufacturing_as_is.csv",
    "uk_nhsengland": "as_published/uk_nhsengland.csv",
    "uk_cabinetoffice": "as_published/uk_cabinetoffice.csv",
    "uk_hmrc": "as_published/uk_hmrc.csv",
    "drawio_orgchart": "as_published/drawio/orgchart.csv",
}
SAME_AS = {
    "as_published/manufacturing_reportsto.csv": "tables/manufacturing_as_is.csv",
    "as_published/oracle_hr_employees.csv": "tables/oracle_hr.csv",
}
VARIANTS = [
    "da_cp1252_semicolon_by_name.csv",
    "de_utf16_tab.txt",
    "en_macroman_cr.csv",
    "en_titlerows_second_sheet_by_name.xlsx",
    "nb_utf8_semicolon_lf.csv",
    "nl_utf8bom_semicolon_by_name.csv",
    "sv_cp1252_semicolon.csv",
    "sv_numeric_ids.xlsx",
    "sv_utf8bom_semicolon.csv",
]


@cache
def result(path: str) -> Imported:
    table = read_table(DATA / path)
    return import_table(table, suggest_mapping(table), ImportOptions(), load())


def answers(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / "answers.json").read_text("utf-8"))[name]
    return found


def facts(found: Imported) -> ReportingFacts:
    chart = found.plan.first_chart
    return reporting_facts(Organisation.of(found.plan, chart, load()).graphs)


def codes(chart: Chart, ids: tuple[str, ...]) -> set[str]:
    return {seat.code for seat in chart.seats.values() if seat.id in ids}


@pytest.mark.parametrize("name", TABLES)
def test_a_real_list_has_the_known_roots_orphans_circles_and_depth(name: str) -> None:
    found, known = result(TABLES[name]), answers(name)
    seen = facts(found)
    assert codes(found.plan.first_chart, seen.roots) == set(known["root_ids"])
    assert codes(found.plan.first_chart, seen.self_managers) == set(known["self_managed_ids"])
    assert (len(seen.orphans), len(seen.circles), len(seen.unreachable)) == (
        known["orphan_rows"],
        known["cycles"],
        known["unreachable_rows"],
    )
    assert seen.depth == known["max_depth"]
    levels = list(seen.levels.values())
    assert {str(level): levels.count(level) for level in set(levels)} == known["nodes_per_level"]


@pytest.mark.parametrize("name", TABLES)
def test_a_real_list_has_the_known_rows_and_repeated_ids(name: str) -> None:
    found, known = result(TABLES[name]), answers(name)
    repeated = [*problems(found, "duplicate-id"), *problems(found, "shared-post")]
    assert (found.report.rows, found.report.seats) == (known["rows"], known["distinct_ids"])
    assert {problem.value for problem in repeated} == set(known["duplicate_ids"])
    assert len(repeated) == known["duplicate_id_extra_rows"]
    assert len(problems(found, "eliminated-post")) == known.get("eliminated_rows", 0)
    assert len(problems(found, "self-manager")) == known["self_managed"]
    assert ("no-root" in kinds(found)) is (known["roots"] == 0)
    assert not kinds(found) & {"missing-manager", "cycle", "several-roots", "wrong-key-space", "leading-zeros"}


@pytest.mark.parametrize("name", TABLES)
def test_a_real_list_has_the_known_spans(name: str) -> None:
    chart, known = result(TABLES[name]).plan.first_chart, answers(name)
    spans = [len([line for line in lines if line.report != line.manager]) for lines in chart.lines_down.values()]
    spans = [span for span in spans if span]
    assert (len(spans), max(spans)) == (known["managers"], known["span_max"])


@pytest.mark.parametrize("path", SAME_AS)
def test_a_list_as_published_gives_the_same_lines(path: str) -> None:
    assert reports(result(path).plan.first_chart) == reports(result(SAME_AS[path]).plan.first_chart)


@pytest.mark.parametrize("name", VARIANTS)
def test_every_spreadsheet_of_one_team_gives_the_same_seats_and_lines(name: str) -> None:
    found, usual = result(f"excel_variants/{name}"), result("excel_variants/en_utf8_comma.csv")
    assert found.plan.first_chart == usual.plan.first_chart
    assert kinds(found) <= {"blank-row"}


def test_every_header_of_the_collection_is_known_but_those_that_hold_nothing_of_ours() -> None:
    fields = {"fte/headcount": {"fte", "headcount"}, "status/vacancy": {"status"}, "quota/commission": {"quota"}}
    unused = {"level/grade", "assistant", "territory/segment", "cost_centre"}
    synonyms = json.loads((DATA / "header_synonyms.json").read_text("utf-8"))["synonyms"]
    wrong = {
        one["header"]
        for one in synonyms
        if one["field"] not in unused
        and ((found := field_of(one["header"])) is None or found[0] not in fields.get(one["field"], {one["field"]}))
    }
    inverse_coded_or_of_units = {"subordinates", "OrganizationNode", "Parent code", "Ovenstående avdeling"}
    remarks = {"name (with lastName)", "slinks / clinks"}
    assert wrong == inverse_coded_or_of_units | remarks | {"COMMISSION_PCT"}


def test_no_pay_is_ever_imported() -> None:
    salaries = {"24000", "17000", "9000"}
    for path in ("tables/oracle_hr.csv", "as_published/oracle_hr_employees.csv"):
        found = result(path)
        assert not {"SALARY", "salary"} & set(found.report.mapping.values())
        seats = found.plan.first_chart.seats.values()
        assert not any(
            text in {seat.title, seat.department, seat.location, seat.note} for seat in seats for text in salaries
        )
        assert all(seat.quota is None for seat in seats)


@pytest.mark.parametrize("path", ["as_published/sourcegraph_team.yml", "as_published/drawio/OrgChart.xml"])
def test_other_formats_are_refused_with_what_to_do(path: str) -> None:
    with pytest.raises(TableRefused, match=r"\.csv or \.xlsx"):
        read_table(DATA / path)


def test_drawings_with_remarks_above_their_table_are_read() -> None:
    found = result("as_published/drawio/example_basic.txt")
    assert (found.report.seats, found.report.mapping["dotted_line"]) == (4, "refs")


@pytest.mark.parametrize("path", sorted((DATA / "tables").glob("*.csv")), ids=lambda path: path.name)
def test_a_second_import_of_a_list_gives_the_same_plan(path: Path) -> None:
    name = str(path.relative_to(DATA))
    table = read_table(path)
    assert import_table(table, suggest_mapping(table), ImportOptions(), load()).plan == result(name).plan
