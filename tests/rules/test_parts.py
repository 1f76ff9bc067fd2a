"""What is told of all seats in one go is what is told of each by itself."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.domain.derived import ByRecord, patched
from salesorg_gui.rules.glass import INNER, takeable
from salesorg_gui.rules.organisation import Organisation
from tests.rules.builders import ENGLISH
from tests.rules.mutations import shuffled, worked_on
from tests.rules.random_plans import random_plan

PLANS = 60


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


@pytest.mark.parametrize("seed", range(PLANS))
def test_every_part_told_at_once_is_the_one_told_id_by_id(seed: int) -> None:
    org, names = crooked(seed), set()
    for name in INNER:
        one = made_of(org, name)
        for part in takeable(INNER[name]):
            told = getattr(type(one), part, None)
            if isinstance(told, ByRecord):
                each = told.one_by_one(one)
                names.add(part)
                assert list(told.whole(one).items()) == list(each.items()), (name, part)
    assert {"roles", "above", "delivered", "called", "pods", "complete"} <= names


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
