"""Slides of a plan: added, changed, moved and removed, whatever has become of them meanwhile."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.edits.slides import AddSlide, MoveSlide, RemoveSlide, ReviseSlide, place_of
from salesorg_gui.domain.ids import SlideId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.slides import Slide

ONE, TWO, THREE = (Slide(SlideId(name), name.title()) for name in ("one", "two", "three"))
PLAN = Plan(slides=(ONE, TWO, THREE))


def names(plan: Plan) -> list[str]:
    return [slide.id for slide in plan.slides]


def test_a_new_slide_comes_last_or_where_it_is_wanted() -> None:
    new = Slide(SlideId("new"))
    assert names(AddSlide(new).revise(PLAN)) == ["one", "two", "three", "new"]
    assert names(AddSlide(new, 1).revise(PLAN)) == ["one", "new", "two", "three"]
    assert names(AddSlide(new, -4).revise(PLAN)) == ["new", "one", "two", "three"]
    assert names(AddSlide(new, 40).revise(PLAN)) == ["one", "two", "three", "new"]


def test_a_slide_is_not_added_twice() -> None:
    with pytest.raises(EditRefused, match="already"):
        AddSlide(TWO).revise(PLAN)


def test_a_changed_slide_takes_the_place_of_the_old_one() -> None:
    after = ReviseSlide(replace(TWO, note="Slowly")).revise(PLAN)
    assert [slide.note for slide in after.slides] == ["", "Slowly", ""]
    assert names(after) == names(PLAN)


@pytest.mark.parametrize("edit", [ReviseSlide(TWO), MoveSlide(TWO.id, 1), RemoveSlide(SlideId("gone"))])
def test_what_changes_nothing_is_no_step(edit: ReviseSlide | MoveSlide | RemoveSlide) -> None:
    assert edit.revise(PLAN) is PLAN


def test_a_slide_is_taken_out() -> None:
    assert names(RemoveSlide(TWO.id).revise(PLAN)) == ["one", "three"]


@pytest.mark.parametrize(
    ("place", "order"),
    [(0, ["three", "one", "two"]), (1, ["one", "three", "two"]), (-1, ["three", "one", "two"])],
)
def test_a_slide_moves_among_the_others(place: int, order: list[str]) -> None:
    assert names(MoveSlide(THREE.id, place).revise(PLAN)) == order


def test_a_slide_moved_beyond_the_end_is_the_last() -> None:
    assert names(MoveSlide(ONE.id, 9).revise(PLAN)) == ["two", "three", "one"]


@pytest.mark.parametrize("edit", [ReviseSlide(ONE), MoveSlide(ONE.id, 0)])
def test_a_slide_that_is_gone_cannot_be_changed(edit: ReviseSlide | MoveSlide) -> None:
    with pytest.raises(EditRefused, match="no longer"):
        edit.revise(Plan())


def test_places_count_from_zero() -> None:
    assert [place_of(PLAN, SlideId(name)) for name in ("one", "three", "gone")] == [0, 2, None]


def test_every_edit_has_a_name_for_undo() -> None:
    edits = AddSlide(ONE), ReviseSlide(ONE), RemoveSlide(ONE.id), MoveSlide(ONE.id, 0)
    assert [edit.label for edit in edits] == ["Add slide", "Change slide", "Remove slide", "Move slide"]
