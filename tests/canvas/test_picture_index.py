"""The grid finds exactly what a patient search would find."""

from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.canvas.index import CELL, Index
from salesorg_gui.canvas.update import Moves, Update, merged, moves_between
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout

NUMBERS = st.integers(-3000, 3000)
RECTS = st.builds(Rect, NUMBERS, NUMBERS, st.integers(0, 2500), st.integers(0, 2500))


def key(n: int) -> Key:
    return Key(Kind.SEAT, str(n))


def touch(one: Rect, other: Rect) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


@given(st.lists(st.lists(RECTS, max_size=3), max_size=12), RECTS, st.sets(st.integers(0, 11)))
def test_what_touches_a_rectangle_is_found(groups: list[list[Rect]], part: Rect, gone: set[int]) -> None:
    index = Index()
    for n, rects in enumerate(groups):
        index.put(key(n), Rect(0, 0, 1, 1))
        index.put(key(n), *rects)
    for n in gone:
        index.drop(key(n))
    kept = {n: rects for n, rects in enumerate(groups) if n not in gone}
    assert set(index.within(part)) == {key(n) for n, rects in kept.items() if any(touch(part, rect) for rect in rects)}
    assert len(index) == len(kept)
    assert all(key(n) in index for n in kept)


def test_lines_without_width_are_found() -> None:
    index = Index()
    index.put(key(1), Rect(100, 0, 0, 5000))
    assert index.at(Point(104, 3000), 6) == [key(1)]
    assert index.at(Point(107, 3000), 6) == []


def test_the_very_large_is_found_and_forgotten_too() -> None:
    index = Index()
    index.put(key(1), Rect(0, 0, CELL * 100, CELL * 100))
    assert index.at(Point(CELL * 50, CELL * 50)) == [key(1)]
    index.drop(key(1))
    assert index.at(Point(CELL * 50, CELL * 50)) == []


def test_few_dirty_rectangles_stay_apart_and_many_become_one() -> None:
    few = [Rect(n * 100, 0, 10, 10) for n in range(5)]
    assert merged([*few, *few]) == tuple(few)
    assert merged(Rect(n * 100, 0, 10, 10) for n in range(260)) == (Rect(0, 0, 25910, 10),)
    assert merged([]) == ()


def test_an_update_of_nothing_is_false() -> None:
    assert not Update()
    assert Update(redrawn=frozenset({key(1)}))


def test_two_layouts_are_told_apart() -> None:
    stays, leaves, comes, shifts, grows = (key(n) for n in range(5))
    box = Rect(0, 0, 10, 10)
    before = Layout(cards={stays: box, leaves: box, shifts: box}, frames={grows: box})
    after = Layout(
        cards={stays: Rect(0, 0, 10, 10), comes: box, shifts: Rect(5, 0, 10, 10)}, frames={grows: Rect(0, 0, 20, 10)}
    )
    moves = moves_between(before, after)
    assert set(moves.moved) == {shifts, grows}
    assert (set(moves.gone), set(moves.come)) == ({leaves}, {comes})
    assert moves.resized == {grows}
    assert moves.keys == {leaves, comes, shifts, grows}
    assert len(list(moves.rooms())) == 6
    assert Moves().keys == frozenset()
