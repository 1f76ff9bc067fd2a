"""The arrow keys go where the eye expects."""

from salesorg_gui.canvas.steps import Direction, next_card
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.geometry import Rect


def card(name: str, x: float, y: float) -> tuple[Key, Rect]:
    return Key(Kind.SEAT, name), Rect(x, y, 200, 72)


CARDS = dict([card("head", 300, 0), card("a", 0, 200), card("b", 0, 280), card("c", 300, 200), card("d", 600, 200)])


def seat(name: str) -> Key:
    return Key(Kind.SEAT, name)


def test_down_a_column_and_up_again() -> None:
    assert next_card(CARDS, seat("a"), Direction.DOWN) == seat("b")
    assert next_card(CARDS, seat("b"), Direction.UP) == seat("a")


def test_along_a_row() -> None:
    assert next_card(CARDS, seat("a"), Direction.RIGHT) == seat("c")
    assert next_card(CARDS, seat("d"), Direction.LEFT) == seat("c")


def test_the_end_of_the_way_is_where_one_stands() -> None:
    assert next_card(CARDS, seat("d"), Direction.RIGHT) == seat("d")


def test_from_nowhere_to_the_topmost() -> None:
    assert next_card(CARDS, None, Direction.DOWN) == seat("head")
    assert next_card({}, None, Direction.DOWN) is None
