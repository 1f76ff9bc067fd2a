"""Rows with one id: one post for several people, or a mistake of the list."""

import pytest

from salesorg_gui.domain.records import Status
from tests.exchange.tables.lists import imported, problems, reports, seat

HEADERS = "Id,Name,Title,Reports to"


def test_rows_that_share_a_post_become_one_seat_for_several() -> None:
    result = imported(HEADERS + ",FTE", "1,Åsa,VP,,1", "2,Bo,SDR,1,0.5", "2,Siv,SDR,1,0.7", "3,Per,SDR,2,1")
    shared = seat(result, "2")
    assert (shared.headcount, shared.holder, shared.fte) == (2, "Bo, Siv", 0.6)
    (problem,) = problems(result, "shared-post")
    assert (problem.row, problem.column, problem.value) == (4, "Id", "2")
    assert result.report.rows == 4
    assert result.report.seats == 3


def test_a_shared_post_is_filled_as_soon_as_one_sits_there() -> None:
    result = imported(HEADERS, "1,Vacant,VP,", "1,Åsa,VP,")
    assert (seat(result, "1").status, seat(result, "1").headcount, seat(result, "1").holder) == (
        Status.FILLED,
        2,
        "Åsa",
    )


def test_of_a_shared_post_the_first_manager_counts() -> None:
    result = imported(HEADERS, "1,Åsa,VP,", "2,Per,VP,1", "0,N/D,Not in post,1", "0,N/D,Not in post,2")
    assert reports(result.plan.first_chart) == {("2", "1"), ("0", "1")}
    (problem,) = problems(result, "shared-post")
    assert "different managers" in problem.message


def test_one_id_for_different_titles_is_a_duplicate() -> None:
    result = imported(HEADERS, "1,Åsa,VP,", "2,Bo,SDR,1", "2,Siv,Account Executive,1")
    (problem,) = problems(result, "duplicate-id")
    assert (problem.row, problem.value) == (4, "2")
    assert "different titles" in problem.message
    assert seat(result, "2").role == "sdr"


def test_one_person_listed_twice_is_one_person() -> None:
    result = imported(HEADERS, "1,Åsa,,", "1,åsa,VP of Sales,")
    assert (seat(result, "1").headcount, seat(result, "1").role) == (1, "vp_sales")
    assert "same name" in problems(result, "duplicate-id")[0].message


@pytest.mark.parametrize(("kept", "name", "left_out"), [("first", "Bo", 4), ("last", "Siv", 3)])
def test_only_the_first_or_last_row_of_an_id_can_count(kept: str, name: str, left_out: int) -> None:
    result = imported(HEADERS, "1,Åsa,VP,", "2,Bo,SDR,1", "2,Siv,SDR,1", duplicates=kept)
    assert (seat(result, "2").holder, seat(result, "2").headcount) == (name, 1)
    assert [problem.row for problem in problems(result, "duplicate-id")] == [left_out]
    assert problems(result, "shared-post") == []
