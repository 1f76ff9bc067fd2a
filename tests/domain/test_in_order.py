"""A map that puts itself in order late is the map that was in order all along."""

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.domain.derived import patched

if TYPE_CHECKING:
    from collections.abc import Mapping

NEWS = st.dictionaries(st.text("abcd", max_size=3), st.none() | st.integers(0, 3))


@given(st.dictionaries(st.text("abcd", max_size=3), st.integers(0, 3)), st.lists(st.tuples(NEWS, st.booleans())))
def test_however_often_it_is_changed_and_looked_through_it_is_in_order(
    before: dict[str, int], steps: list[tuple[dict[str, int | None], bool]]
) -> None:
    known: Mapping[str, int] = dict(sorted(before.items()))
    after = known
    for news, is_looked_through in steps:
        known = {id: value for id, value in sorted(({**known, **news}).items()) if value is not None}
        earlier = dict(after) if is_looked_through else None
        last, after = after, patched(after, news)
        assert earlier is None or dict(last) == earlier
        assert after == known
        assert [after.get(id) for id in "abcd"] == [known.get(id) for id in "abcd"]
        if is_looked_through:
            assert list(after) == list(after.keys()) == list(known)
            assert list(after.values()) == list(known.values())
            assert list(after.items()) == list(known.items())
