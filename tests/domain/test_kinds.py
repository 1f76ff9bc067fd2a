"""Seats sorted into kinds: what is told of a kind is told of each of its seats."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.kinds import Kinds

ADA, BO, CLEO, DAG = map(SeatId, ("ada", "bo", "cleo", "dag"))


def kinds_of(kinds: dict[SeatId, str]) -> Kinds[str]:
    return Kinds.of(tuple(kinds), kinds.values(), str)


@pytest.fixture
def kinds() -> Kinds[str]:
    return kinds_of({ADA: "sells", BO: "cares", CLEO: "sells", DAG: "finds"})


def test_every_seat_is_told_what_its_kind_is_told(kinds: Kinds[str]) -> None:
    assert kinds.told(str.upper) == {ADA: "SELLS", BO: "CARES", CLEO: "SELLS", DAG: "FINDS"}


def test_a_kind_is_asked_once(kinds: Kinds[str]) -> None:
    asked: list[str] = []
    kinds.told(asked.append)
    assert sorted(asked) == ["cares", "finds", "sells"]


def test_the_seats_of_some_kinds_stand_in_the_order_of_all(kinds: Kinds[str]) -> None:
    assert list(kinds.where(lambda kind: kind == "sells")) == [ADA, CLEO]
    assert list(kinds.where(lambda kind: kind != "cares")) == [ADA, CLEO, DAG]
    assert list(kinds.where(lambda kind: kind == "leads")) == []


def test_a_kind_may_belong_to_several_groups_and_to_one_twice(kinds: Kinds[str]) -> None:
    def groups(kind: str) -> Iterable[str]:
        return {"sells": ("front", "front"), "cares": ("front", "back")}.get(kind, ())

    assert {group: tuple(seats) for group, seats in kinds.gathered(groups).items()} == {
        "front": (ADA, BO, CLEO),
        "back": (BO,),
    }


@settings(deadline=None)
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.sampled_from("xyz")))
def test_it_is_the_same_as_asking_every_seat(drawn: dict[str, str]) -> None:
    each = {SeatId(id): drawn[id] for id in sorted(drawn)}
    kinds = kinds_of(each)
    assert list(kinds.told(ord).items()) == [(id, ord(kind)) for id, kind in each.items()]
    assert list(kinds.marked("xy".__contains__)) == [id for id, kind in each.items() if kind in "xy"]
    assert {group: list(seats) for group, seats in kinds.gathered(lambda kind: (kind, "all")).items()} == {
        **{kind: [id for id in each if each[id] == kind] for kind in dict.fromkeys(each.values())},
        **({"all": list(each)} if each else {}),
    }
