"""A map that shares itself with the one before is the map that was copied whole."""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain import shared_map
from salesorg_gui.domain.derived import patched
from salesorg_gui.domain.shared_map import FEW, LEAF, THIN, SharedMap, differing, flat, ids_with

ODD: Any = ("a",)
NEWS = st.dictionaries(st.text("abcd", max_size=3), st.none() | st.integers(0, 3))


@pytest.fixture(autouse=True, scope="module")
def leaves_of_three() -> Iterator[None]:
    """Small leaves, so that few entries make many."""
    with pytest.MonkeyPatch.context() as small:
        small.setattr(shared_map, "LEAF", 3)
        yield


def plainly(known: Mapping[str, int], news: Mapping[str, int | None]) -> dict[str, int]:
    """The same, copied whole."""
    return {id: value for id, value in sorted({**known, **news}.items()) if value is not None}


def as_told(known: Mapping[str, int]) -> list[object]:
    """All a map says, each way it can be asked."""
    views = [list(known), list(known.keys()), list(known.values()), list(known.items()), list(flat(known).items())]
    return [*views, len(known), bool(known), [known.get(id, -1) for id in "abcd"], ["b" in known, "?" in known]]


@given(st.dictionaries(st.text("abcd", max_size=3), st.integers(0, 3)), st.lists(NEWS, max_size=12))
def test_however_often_it_is_changed_it_says_what_a_copy_says(
    before: dict[str, int], steps: list[dict[str, int | None]]
) -> None:
    known: dict[str, int] = dict(sorted(before.items()))
    after = SharedMap.of(known)
    for news in steps:
        last, was = after, dict(after)
        known, after = plainly(known, news), after.with_others(news)
        assert as_told(after) == as_told(known)
        assert dict(last) == was
        assert after == known
        assert (after == last) == (known == was)
        others = {id for id in {**known, **was} if known.get(id) != was.get(id)}
        assert set(differing(last, after)) == set(differing(after, last)) == others
        assert set(differing(was, after)) == set(differing(last, known)) == others
        assert [list(ids_with(after, value)) for value in range(4)] == [
            list(ids_with(known, value)) for value in range(4)
        ]


def test_what_is_not_there_is_not_found() -> None:
    known = SharedMap.of({"a": 1, "b": 2, "c": 3, "d": 4})
    assert known["d"] == 4
    with pytest.raises(KeyError):
        known["cc"]
    with pytest.raises(TypeError):
        hash(known)
    assert (known.get("cc"), "cc" in known, known.get(ODD, 7), known != {"a": 1}) == (None, False, 7, True)
    assert repr(known) == "SharedMap({'a': 1, 'b': 2, 'c': 3, 'd': 4})"


def test_a_map_in_another_order_is_put_in_that_of_its_ids() -> None:
    assert list(SharedMap.of({"b": 1, "d": 2, "a": 3, "c": 4}).items()) == [("a", 3), ("b", 1), ("c", 4), ("d", 2)]


def test_an_edit_makes_the_leaves_it_touches_and_no_other() -> None:
    known = SharedMap.of({f"{number:03}": number for number in range(300)})
    after = known.with_others({"100": -1, "2": 2})
    ours, theirs = (set(map(id, one.leaves)) for one in (known, after))
    assert len(ours - theirs) == 2
    assert set(differing(known, after)) == {"100", "2"}


@settings(max_examples=10)
@given(st.integers(0, 1_000))
def test_leaves_neither_grow_nor_become_many_however_long_somebody_edits(seed: int) -> None:
    chance = Random(seed)
    known = SharedMap.of({f"{number:03}": number for number in range(300)})
    for step in range(600):
        id = f"{chance.randrange(300):03}{'x' * chance.randrange(2)}"
        known = known.with_others({id: step if chance.random() < 0.3 else None})
        assert all(len(leaf) <= 2 * shared_map.LEAF for leaf in known.leaves)
        assert len(known.leaves) <= THIN * (len(known) // shared_map.LEAF + 1)


def test_leaves_of_which_little_is_left_are_made_anew() -> None:
    with pytest.MonkeyPatch.context() as larger:
        larger.setattr(shared_map, "LEAF", 16)
        known = SharedMap.of({f"{number:04}": number for number in range(1600)})
        kept = known.with_others({id: None for id in known if known[id] % 16})
    assert len(known.leaves) == len(kept) == 100
    assert [next(iter(leaf.values())) for leaf in kept.leaves] == [16 * 16 * number for number in range(7)]


def test_small_maps_are_copied_and_large_ones_shared() -> None:
    small, large = ({f"{number:04}": number for number in range(count)} for count in (FEW, FEW + 1))
    assert type(patched(small, {"x": 1})) is dict
    shared = patched(large, {"x": 1})
    assert isinstance(shared, SharedMap)
    assert isinstance(patched(shared, dict.fromkeys(list(shared)[:-1])), SharedMap)
    assert patched(shared, {}) is shared
    assert LEAF > shared_map.LEAF


def test_a_map_of_which_all_goes_is_empty() -> None:
    gone = SharedMap.of({"a": 1, "b": 2}).with_others({"a": None, "b": None})
    assert as_told(gone) == as_told({})
    assert gone == {} == SharedMap.of({})
    assert dict(gone.with_others({"c": 3})) == {"c": 3}
