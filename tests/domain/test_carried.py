"""What is counted from edit to edit is what is counted whole."""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.domain.carried import Carried, Tally
from salesorg_gui.domain.derived import patched

NEWS = st.dictionaries(st.text("abcd", max_size=2), st.none() | st.integers(0, 9))


@given(st.dictionaries(st.text("abcd", max_size=2), st.integers(0, 9)), st.lists(NEWS, max_size=8))
def test_a_tally_says_how_often_each_thing_is_said(before: dict[str, int], steps: list[dict[str, int | None]]) -> None:
    known = dict(sorted(before.items()))
    tally: Tally[int, int] = Tally.of(known, lambda value: value // 3)
    for news in ({}, *steps):
        known = dict(patched(known, news))
        last, tally = tally, tally.after(known)
        counts = Counter(value // 3 for value in known.values())
        assert tally.counts == counts
        assert tally.often == {said for said, count in counts.items() if count > 1}
        assert (tally.counts is last.counts) == (last.counts == counts)


@dataclass
class Names:
    """Whose number is asked."""

    names: tuple[str, ...]

    @Carried
    def count(self) -> int:
        """How many."""
        return len(self.names)

    @count.after
    def _count_now(self, before: int) -> int:
        return before + 1

    @Carried
    def first(self) -> str:
        """Without a way to go on."""
        return self.names[0]


def test_a_carried_part_is_made_whole_once_and_of_what_it_was_when_asked_to() -> None:
    names = Names(("Ada", "Bo"))
    assert (names.count, names.first) == (2, "Ada")
    count = vars(Names)["count"]
    assert isinstance(count, Carried)
    assert count.carried(Names(("Ada", "Bo", "Cy")), names.count) == 3
    with pytest.raises(AssertionError):
        vars(Names)["first"].carried(names, "Ada")
