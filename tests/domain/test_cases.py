"""Customer cases of a plan: added, changed and removed, whatever has become of them meanwhile."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.cases import Case, cases_in_order
from salesorg_gui.domain.edits.cases import AddCases, RemoveCase, ReviseCase
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import CaseId
from salesorg_gui.domain.plan import Plan

ONE, TWO = (Case(CaseId(name), name.title(), order=order) for name, order in (("one", 1.0), ("two", 2.0)))
PLAN = Plan(cases={ONE.id: ONE, TWO.id: TWO})


def names(plan: Plan) -> list[str]:
    return [case.id for case in cases_in_order(plan.cases)]


def test_new_cases_come_last_and_in_the_order_given() -> None:
    after = AddCases((Case(CaseId("z")), Case(CaseId("a")))).revise(PLAN)
    assert names(after) == ["one", "two", "z", "a"]
    assert names(AddCases((Case(CaseId("first")),)).revise(Plan())) == ["first"]


def test_a_case_is_not_added_twice() -> None:
    with pytest.raises(EditRefused, match="already"):
        AddCases((TWO,)).revise(PLAN)
    with pytest.raises(EditRefused, match="already"):
        AddCases((Case(CaseId("new")), Case(CaseId("new")))).revise(PLAN)


def test_adding_no_cases_changes_nothing() -> None:
    assert AddCases(()).revise(PLAN) is PLAN


def test_a_changed_case_takes_the_place_of_the_old_one() -> None:
    after = ReviseCase(replace(TWO, points={"geography": "Denmark"})).revise(PLAN)
    assert after.cases[TWO.id].points == {"geography": "Denmark"}
    assert names(after) == names(PLAN)


def test_a_case_that_is_as_it_was_or_already_gone_is_no_change() -> None:
    assert ReviseCase(replace(ONE)).revise(PLAN) is PLAN
    assert RemoveCase(CaseId("gone")).revise(PLAN) is PLAN


def test_a_case_that_is_gone_cannot_be_changed() -> None:
    with pytest.raises(EditRefused, match="no longer"):
        ReviseCase(Case(CaseId("gone"))).revise(PLAN)


def test_a_removed_case_leaves_the_others() -> None:
    assert names(RemoveCase(ONE.id).revise(PLAN)) == ["two"]


def test_undo_calls_them_by_what_they_do() -> None:
    edits = (AddCases((ONE,)), AddCases((ONE, TWO)), ReviseCase(ONE), RemoveCase(ONE.id))
    assert [edit.label for edit in edits] == [
        "Add customer case", "Add customer cases", "Change customer case", "Remove customer case",
    ]  # fmt: skip
