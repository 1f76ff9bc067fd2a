"""A map that puts itself in order late is the map that was in order all along."""

from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.domain.in_order import InOrder, items_in_any_order, keys_in_any_order, values_in_any_order


@given(st.lists(st.tuples(st.text("abcd", max_size=3), st.integers(0, 3)), unique_by=lambda one: one[0]))
def test_whoever_goes_through_it_finds_it_in_order(told: list[tuple[str, int]]) -> None:
    known, late = dict(sorted(told)), InOrder(dict(told))
    assert [late.get(id) for id in "abcd"] == [known.get(id) for id in "abcd"]
    assert list(items_in_any_order(late)) == told
    assert list(keys_in_any_order(late)) == [id for id, _value in told]
    assert list(values_in_any_order(late)) == [value for _id, value in told]
    assert list(late) == list(late.keys()) == list(known)
    assert list(late.values()) == list(known.values())
    assert list(late.items()) == list(known.items())
    assert late == known


def test_any_map_may_be_gone_through_in_any_order() -> None:
    class Told(dict[str, int]):
        """A plain map."""

    for known in ({"b": 1, "a": 2}, Told({"b": 1, "a": 2})):
        assert list(items_in_any_order(known)) == [("b", 1), ("a", 2)]
        assert list(keys_in_any_order(known)) == ["b", "a"]
        assert list(values_in_any_order(known)) == [1, 2]
