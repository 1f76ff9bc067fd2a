"""What becomes of a list: seats, lines, roles, and a report by row and column."""

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import LineKind, Status
from salesorg_gui.exchange.tables.importing import ImportOptions, import_table
from salesorg_gui.exchange.tables.mapping import suggest_mapping
from salesorg_gui.exchange.tables.reading import table_from
from salesorg_gui.exchange.tables.relations import circles
from salesorg_gui.exchange.tables.report import as_lines
from salesorg_gui.exchange.tables.table import TableRefused
from tests.exchange.tables.lists import imported, kinds, problems, reports, seat, table, workbook

HEADERS = "Id,Name,Title,Reports to"


# ------------------------------------------------------------------------------------------------------------- seats


def test_every_row_becomes_a_seat_with_its_role_and_person() -> None:
    result = imported(
        "Id,Namn,Befattning,Närmaste chef,Avdelning,Ort,FTE,Budget,Anställningsdatum",
        "7,Åsa Öberg,Account Executive,,Sälj,Malmö,80 %,2 400 000,2024-05-01",
    )
    found = seat(result, "7")
    assert (found.id, found.role, found.title, found.holder) == ("7", "account_executive", "", "Åsa Öberg")
    assert (found.department, found.location, found.fte, found.quota) == ("Sälj", "Malmö", 0.8, 2_400_000)
    assert (found.people[0].start, found.start, found.status) == ("2024-05-01", "", Status.FILLED)
    assert kinds(result) == set()


def test_titles_in_other_words_and_languages_are_matched_and_kept() -> None:
    result = imported(HEADERS, "1,Søren,Salgschef,", "2,Åsa,Innesäljare (SDR),1", "3,Bo,Senior Account Executive,1")
    assert [seat(result, code).role for code in "13"] == ["head_of_sales", "account_executive"]
    assert seat(result, "3").title == "Senior Account Executive"


def test_a_title_nobody_knows_keeps_its_words_under_a_neutral_role() -> None:
    result = imported(HEADERS, "1,Åsa,Glaciologist,")
    assert (seat(result, "1").role, seat(result, "1").title) == ("other", "Glaciologist")
    (problem,) = problems(result, "unknown-role")
    assert (problem.row, problem.column, problem.value) == (2, "Title", "Glaciologist")
    assert "Glaciologist" in problem.message


def test_a_row_without_a_title_is_reported_and_a_list_without_titles_once() -> None:
    some = imported(HEADERS, "1,Åsa,SDR,", "2,Bo,,1")
    assert [problem.row for problem in problems(some, "unknown-role")] == [3]
    none = imported("Id,Reports to", "1,", "2,1")
    assert [(problem.row, problem.column) for problem in problems(none, "unknown-role")] == [(1, "")]


def test_first_and_last_names_are_joined() -> None:
    result = imported("id,First Name,Last Name,Title", "1,Åsa,Öberg,SDR", "2,,Berg,SDR")
    assert [seat(result, code).holder for code in "12"] == ["Åsa Öberg", "Berg"]


def test_vacancies_are_open_and_names_not_told_are_filled() -> None:
    result = imported(
        HEADERS + ",Status,Start date",
        "1,N/D,VP of Sales,,,",
        "2,Vacant,SDR,1,,2027-03-01",
        "3,,SDR,1,,",
        "4,Bo,SDR,1,Planned,",
        "5,,SDR,1,Planned,Q3",
    )
    states = [(seat(result, code).status, seat(result, code).holder) for code in "12345"]
    filled, open_, planned = Status.FILLED, Status.OPEN, Status.PLANNED
    assert states == [(filled, ""), (open_, ""), (open_, ""), (planned, "Bo"), (planned, "")]
    assert [seat(result, code).start for code in "25"] == ["2027-03-01", "Q3"]


def test_seats_without_a_column_of_names_are_filled() -> None:
    assert seat(imported("id,title", "1,SDR"), "1").status is Status.FILLED


def test_eliminated_posts_are_kept_open_and_reported() -> None:
    result = imported(HEADERS, "1,Åsa,VP of Sales,", "2,Eliminated,SDR,1", "3,Bo,SDR,2")
    assert (seat(result, "2").status, seat(result, "2").holder) == (Status.OPEN, "")
    assert "eliminated" in seat(result, "2").note
    (problem,) = problems(result, "eliminated-post")
    assert (problem.row, problem.column, problem.value) == (3, "Name", "2")
    assert reports(result.plan.first_chart) == {("2", "1"), ("3", "2")}


def test_headcount_and_share_of_time_are_read() -> None:
    result = imported("id,title,headcount,FTE", "1,SDR,3,0.5", "2,SDR,0,100", "3,SDR,many,-1")
    found = [(seat(result, code).headcount, seat(result, code).fte) for code in "123"]
    assert found == [(3, 0.005), (1, 1.0), (1, 1.0)]


def test_a_share_beyond_three_makes_the_column_one_of_percents() -> None:
    result = imported("id,title,FTE", "1,SDR,80", "2,SDR,100", "3,SDR,900")
    assert [seat(result, code).fte for code in "123"] == [0.8, 1.0, 1.0]


def test_a_negative_quota_is_left_out() -> None:
    assert seat(imported("id,title,quota", "1,AE,-5"), "1").quota is None


def test_what_looks_like_a_formula_or_markup_stays_text() -> None:
    result = imported(HEADERS, "=1+1,<b>Åsa</b>,=cmd|' /C calc'!A0,")
    assert (seat(result, "=1+1").holder, seat(result, "=1+1").title) == ("<b>Åsa</b>", "=cmd|' /C calc'!A0")


def test_a_name_too_long_for_a_card_is_refused_with_its_place() -> None:
    with pytest.raises(TableRefused, match="Row 2, column Name holds 501"):
        imported(HEADERS, f"1,{'x' * 501},SDR,")


# --------------------------------------------------------------------------------------------------------------- ids


def test_ids_are_the_same_at_every_import() -> None:
    lines = (HEADERS, "S-1,Åsa,VP of Sales,", "ÅÄÖ 7,Bo,SDR,S-1", ",Siv Ærø,SDR,S-1", ",Siv Ærø,SDR,S-1", ",–,SDR,")
    first, second = imported(*lines), imported(*lines)
    assert first.plan == second.plan
    assert list(first.plan.first_chart.seats) == ["S-1", "aao-7", "siv-aero", "siv-aero-2", "sdr"]


def test_an_id_made_up_never_meets_one_of_the_list() -> None:
    result = imported(HEADERS, ",Siv,SDR,", "SIV,Bo,SDR,", "bo.berg/1,Bo,SDR,")
    assert list(result.plan.first_chart.seats) == ["siv-2", "SIV", "bo-berg-1"]


def test_a_row_that_names_nothing_writable_is_called_by_its_number() -> None:
    assert list(imported("id,name", "###,--").plan.first_chart.seats) == ["row-2"]


def test_the_plan_is_called_like_the_file_unless_somebody_says_otherwise() -> None:
    read = table(HEADERS, "1,Åsa,SDR,")
    named = import_table(read, suggest_mapping(read), ImportOptions(title="Nordlys", language="sv"), load())
    assert (named.plan.title, named.plan.language) == ("Nordlys", "sv")
    assert imported(HEADERS, "1,Åsa,SDR,").plan.title == "team"


# ----------------------------------------------------------------------------------------------------- who leads whom


@pytest.mark.parametrize(
    "manager",
    [
        "1",
        "1.0",
        "Åsa Öberg",
        "ÅSA  ÖBERG",
        "Öberg, Åsa",
        "Åsa Öberg (1)",
        "Åsa Öberg [Oslo]",
        "asa@nordlys.example",
        "VP of Sales",
    ],
)
def test_a_manager_is_found_by_id_name_address_or_title(manager: str) -> None:
    result = imported(
        "Id,Name,Title,Reports to,Email",
        "1,Åsa Öberg,VP of Sales,,asa@nordlys.example",
        f'2,Bo Berg,SDR,"{manager}",',
    )
    assert reports(result.plan.first_chart) == {("2", "1")}
    assert kinds(result) == set()


def test_names_written_family_name_first_are_found() -> None:
    result = imported(HEADERS, '1,"Öberg, Åsa",VP of Sales,', "2,Bo,SDR,Åsa Öberg")
    assert reports(result.plan.first_chart) == {("2", "1")}


def test_reports_keep_the_order_of_the_list() -> None:
    chart = imported(HEADERS, "1,Åsa,VP of Sales,", "3,Siv,SDR,1", "2,Bo,SDR,1").plan.first_chart
    assert [chart.seats[line.report].code for line in chart.lines_down[SeatId("1")]] == ["3", "2"]


@pytest.mark.parametrize("marker", ["", "XX", "xx", "none", "NO_MANAGER", "NULL", "-", "n/a", "0"])
def test_a_marker_of_the_top_makes_a_root(marker: str) -> None:
    assert kinds(imported(HEADERS, f"1,Åsa,VP of Sales,{marker}", "2,Bo,SDR,1")) == set()


def test_a_marker_that_is_an_id_means_that_row() -> None:
    assert reports(imported(HEADERS, "0,Åsa,VP of Sales,", "2,Bo,SDR,0").plan.first_chart) == {("2", "0")}


def test_a_missing_manager_is_reported_by_row_and_column() -> None:
    result = imported(HEADERS, "1,Åsa,VP of Sales,", "2,Bo,SDR,1", "3,Siv,SDR,99")
    (problem,) = problems(result, "missing-manager")
    assert (problem.row, problem.column, problem.value) == (4, "Reports to", "99")
    assert "99" in problem.message
    assert kinds(result) == {"missing-manager"}


def test_a_name_several_have_tells_nobody_apart() -> None:
    result = imported(HEADERS, "1,Bo,VP of Sales,", "2,Bo,SDR,1", "3,Siv,SDR,Bo")
    (problem,) = problems(result, "missing-manager")
    assert "several" in problem.message
    assert reports(result.plan.first_chart) == {("2", "1")}


def test_somebody_who_reports_to_the_same_name_means_the_other_one() -> None:
    result = imported(HEADERS, "1,Bo,CEO,", "2,Bo,Interim Head of Sales,Bo")
    assert reports(result.plan.first_chart) == {("2", "1")}


@pytest.mark.parametrize("manager", ["1", "Åsa"])
def test_a_self_manager_is_reported_and_shown(manager: str) -> None:
    result = imported(HEADERS, f"1,Åsa,VP of Sales,{manager}", "2,Bo,SDR,1")
    (problem,) = problems(result, "self-manager")
    assert (problem.row, problem.column, problem.value) == (2, "Reports to", manager)
    assert reports(result.plan.first_chart) == {("1", "1"), ("2", "1")}
    assert kinds(result) == {"self-manager", "no-root"}


def test_every_row_of_a_circle_is_reported_and_its_lines_are_drawn() -> None:
    result = imported(HEADERS, "1,Åsa,VP,", "2,Bo,SDR,4", "3,Siv,SDR,2", "4,Per,SDR,3", "5,Eva,SDR,4")
    found = problems(result, "cycle")
    assert [problem.row for problem in found] == [3, 4, 5]
    assert all("2 → 4 → 3 → 2" in problem.message for problem in found)
    assert ("2", "4") in reports(result.plan.first_chart)
    assert kinds(result) == {"cycle"}


def test_a_long_circle_is_named_in_part() -> None:
    rows = [f"{n},Name {n},SDR,{n % 30 + 1}" for n in range(1, 31)]
    found = problems(imported(HEADERS, *rows), "cycle")
    assert len(found) == 30
    assert found[0].message.endswith("… Correct the manager of one of them.") or "→ …" in found[0].message


def test_circles_are_found_whatever_hangs_on_them() -> None:
    assert circles({1: 2, 2: 1, 3: 1, 4: 4, 5: 3, 6: 7}) == [(1, 2)]
    assert circles({place: place + 1 for place in range(30_000)} | {30_000: 29_999}) == [(29_999, 30_000)]


def test_lost_leading_zeros_are_found_again_and_reported() -> None:
    result = imported(HEADERS, "007,Åsa,VP of Sales,", "012,Bo,SDR,7", "13,Siv,SDR,007")
    (problem,) = problems(result, "leading-zeros")
    assert (problem.row, problem.column, problem.value) == (3, "Reports to", "7")
    assert "007" in problem.message
    assert reports(result.plan.first_chart) == {("012", "007"), ("13", "007")}


def test_ids_that_differ_only_by_zeros_are_told_apart() -> None:
    result = imported(HEADERS, "007,Åsa,VP of Sales,", "7,Bo,SDR,007", "8,Siv,SDR,7")
    assert reports(result.plan.first_chart) == {("7", "007"), ("8", "7")}
    assert kinds(result) == set()


def test_a_list_without_managers_is_reported_once() -> None:
    result = imported("Id,Name,Title", "1,Åsa,VP of Sales", "2,Bo,SDR")
    assert kinds(result) == {"no-manager-column"}
    assert problems(result, "no-manager-column")[0].row == 1


def test_another_numbering_in_the_manager_column_is_reported() -> None:
    result = imported(HEADERS, "1,Åsa,VP,", "2,Bo,SDR,P-10", "3,Siv,SDR,P-11", "4,Per,SDR,P-11")
    (problem,) = problems(result, "wrong-key-space")
    assert (problem.row, problem.column, problem.value) == (1, "Reports to", "P-10")
    assert "3 of 3" in problem.message


def test_a_few_wrong_cells_are_no_other_numbering() -> None:
    rows = [f"{n},Name {n},SDR,{n - 1}" for n in range(2, 8)]
    assert kinds(imported(HEADERS, "1,Åsa,VP,", *rows, "20,Bo,SDR,90", "21,Siv,SDR,91", "22,Per,SDR,92")) == {
        "missing-manager"
    }


def test_several_roots_are_reported_with_their_rows() -> None:
    result = imported(HEADERS, "1,Åsa,VP,", "2,Bo,VP,", "3,Siv,SDR,1")
    (problem,) = problems(result, "several-roots")
    assert (problem.row, problem.column, problem.value) == (3, "Reports to", "1, 2")
    assert "row 2, row 3" in problem.message


def test_many_roots_are_named_in_part() -> None:
    (problem,) = problems(imported(HEADERS, *(f",Name {n},VP," for n in range(7))), "several-roots")
    assert "row 6 …" in problem.message
    assert problem.value.startswith("Name 0, Name 1")


def test_dotted_lines_are_drawn_to_all_who_are_named() -> None:
    result = imported(
        HEADERS + ",Dotted line",
        "1,Åsa,VP,,",
        '2,Bo,SDR,1,"3, Åsa"',
        "3,Siv,SDR,1,9;1",
        "4,Per,SDR,1,4",
        "5,Eva,SDR,1,Bo;Bo",
    )
    dotted = reports(result.plan.first_chart, LineKind.DOTTED)
    assert dotted == {("2", "3"), ("2", "1"), ("3", "1"), ("5", "2")}
    (problem,) = problems(result, "missing-manager")
    assert (problem.row, problem.column, problem.value) == (4, "Dotted line", "9")


# -------------------------------------------------------------------------------------------------- rows that are none


def test_rows_that_name_nobody_are_reported_and_left_out() -> None:
    result = imported(HEADERS + ",Note", "1,Åsa,VP,,", ",,,,", ",,,,see next page", "2,Bo,SDR,1,", "Total:,2,,,")
    assert [(problem.row, problem.value) for problem in problems(result, "blank-row")] == [
        (3, ""),
        (4, "see next page"),
        (6, "Total:"),
    ]
    assert (result.report.rows, result.report.seats) == (2, 2)


def test_a_list_that_says_neither_who_nor_what_is_refused() -> None:
    with pytest.raises(TableRefused, match="Colour, Shape"):
        imported("Colour,Shape", "red,round")
    with pytest.raises(TableRefused, match="headers but no rows"):
        imported(HEADERS)


# ------------------------------------------------------------------------------------------------------------- report


def test_the_report_has_its_fixed_shape() -> None:
    report = imported(HEADERS, "1,Åsa,VP of Sales,9").report.as_json()
    problems_ = report.pop("problems")
    assert report == {
        "rows": 1,
        "seats": 1,
        "mapping": {"id": "Id", "name": "Name", "title": "Title", "manager": "Reports to"},
        "encoding": "utf-8",
        "separator": ",",
    }
    assert isinstance(problems_, list)
    assert [set(problem) for problem in problems_] == [{"row", "column", "kind", "value", "message"}] * 2
    assert [problem["kind"] for problem in problems_] == ["no-root", "missing-manager"]


def test_the_report_for_people_names_the_first_of_many() -> None:
    lines = list(as_lines(imported(HEADERS, "1,Åsa,VP,", *(f"{n},Bo {n},Poet,1" for n in range(2, 20))).report))
    assert lines[0] == "19 rows, 19 seats, utf-8, separated by comma"
    assert sum(line.startswith("unknown-role: No role is called Poet") for line in lines) >= 9
    assert any(line.endswith("more rows") for line in lines)
    assert lines[-1].endswith("problems")


def test_the_report_of_a_workbook_names_its_sheet() -> None:
    read = table_from(workbook({"People": [["Id", "Name", "Title"], [1, "Åsa", "SDR"]]}), "team")
    lines = list(as_lines(import_table(read, suggest_mapping(read), ImportOptions(), load()).report))
    assert lines[0] == "1 row, 1 seat, sheet People"


def test_the_report_of_a_sound_list_is_short() -> None:
    lines = list(as_lines(imported(HEADERS, "1,Åsa,VP of Sales,").report))
    assert lines[-1] == "No problems"
