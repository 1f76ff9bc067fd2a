"""What is told of all seats in one go is what is told of each by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.carried import Carried, Tally
from salesorg_gui.domain.derived import ByRecord, Renewable, patched
from salesorg_gui.domain.gathering import SeatsBy
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.rules.around import Around
from salesorg_gui.rules.glass import INNER, Part, takeable
from salesorg_gui.rules.journey import Stretch
from salesorg_gui.rules.ledger import Ledger
from salesorg_gui.rules.organisation import Organisation
from tests.rules.builders import ENGLISH
from tests.rules.mutations import shuffled, worked_on
from tests.rules.random_plans import random_edit, random_plan

pytestmark = pytest.mark.usefixtures("small_leaves")

PLANS = 60
LONG = 200
"""Edits after which nothing of the first chart is left as it was."""
RENEWABLE = [
    (name, part)
    for name, kind in INNER.items()
    for part in takeable(kind)
    if isinstance(getattr(kind, part, None), Renewable)
]
"""What is told anew around an edit alone."""
CARRIED = [
    (name, part)
    for name, kind in INNER.items()
    for part in takeable(kind)
    if isinstance(getattr(kind, part, None), Carried)
]
"""What is made of what it was."""


def crooked(seed: int) -> Organisation:
    """An organisation with every oddity, its records in any order."""
    chance = Random(seed)
    plan = shuffled(worked_on(random_plan(chance), chance), chance)
    return Organisation.of(plan, plan.first_chart, ENGLISH)


def made_of(org: Organisation, name: str) -> object:
    """What the organisation reaches by this name."""
    match name:
        case "org":
            return org
        case "duties":
            return org.graphs.duties
        case _:
            return getattr(org, name)


def gathered(told: Mapping[str, Iterable[SeatId]]) -> list[tuple[str, tuple[SeatId, ...]]]:
    """The seats of each group, the groups in their order."""
    return [(group, tuple(seats)) for group, seats in sorted(told.items())]


def said(entry: tuple[str, object]) -> tuple[str, object]:
    """What is told under an id; courses are compared by what they are made of."""
    id, told = entry
    return (id, (*told[:-1], told.course.shape)) if isinstance(told, Stretch) else entry


def counted(told: object) -> object:
    """What a carried part says; courses are told by their shapes."""
    if not isinstance(told, Tally):
        return told
    often = {one: one in told.often for one in told.counts}
    return sorted((repr(getattr(one, "shape", one)), told.counts[one], often[one]) for one in often)


@pytest.mark.parametrize("seed", range(PLANS))
def test_every_part_told_at_once_is_the_one_told_id_by_id(seed: int) -> None:
    """And in the order of the ids."""
    org, names = crooked(seed), set()
    for name in INNER:
        one = made_of(org, name)
        for part in takeable(INNER[name]):
            told = getattr(type(one), part, None)
            if isinstance(told, Renewable):
                assert list(told.whole(one)) == sorted(told.whole(one)), (name, part)
            if isinstance(told, ByRecord):
                each = told.one_by_one(one)
                names.add(part)
                assert list(told.whole(one).items()) == list(each.items()), (name, part)
            if isinstance(told, SeatsBy):
                names.add(part)
                assert list(told.whole(one).items()) == gathered(told.one_by_one(one)), (name, part)
    assert {"roles", "above", "delivered", "called", "pods", "complete", "covering", "meeting"} <= names


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 100_000))
def test_every_part_kept_from_edit_to_edit_is_the_one_from_scratch(seed: int) -> None:
    kept_from_edit_to_edit(seed, 8)


@pytest.mark.parametrize("seed", range(3))
def test_parts_kept_over_many_edits_are_those_from_scratch(seed: int) -> None:
    kept_from_edit_to_edit(seed, LONG)


def kept_from_edit_to_edit(seed: int, edits: int) -> None:
    """Every part, after each edit, is what it is from scratch."""
    chance, ledger = Random(seed), Ledger()
    plan = random_plan(chance)
    before, around = plan.first_chart, None
    for _edit in range(edits):
        org = Organisation.of(plan, plan.first_chart, ENGLISH)
        ledger.turn_to(org, around)
        scratch = Organisation.of(plan, replace(plan.first_chart), ENGLISH)
        for name, part in RENEWABLE:
            kept, anew = ledger.value(Part(INNER[name], part)), getattr(made_of(scratch, name), part)
            assert isinstance(kept, Mapping)
            assert list(map(said, kept.items())) == list(map(said, anew.items())), (name, part)
        for name, part in CARRIED:
            kept, anew = ledger.value(Part(INNER[name], part)), getattr(made_of(scratch, name), part)
            assert counted(kept) == counted(anew), (name, part)
        before, plan = plan.first_chart, random_edit(chance, plan)
        around = Around(before, plan.first_chart, around.surroundings if around is not None else None)


@given(
    st.dictionaries(st.text("abc", max_size=3), st.integers(0, 3)),
    st.dictionaries(st.text("abc", max_size=3), st.none() | st.integers(0, 3)),
)
def test_a_map_with_other_values_is_in_the_order_of_its_ids(
    before: dict[str, int], news: dict[str, int | None]
) -> None:
    ordered = dict(sorted(before.items()))
    merged = {id: value for id, value in (ordered | news).items() if value is not None}
    after = patched(ordered, news)
    assert list(after.items()) == sorted(merged.items())
