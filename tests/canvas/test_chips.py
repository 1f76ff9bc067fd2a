"""Chips of folded cards on the canvas, and cards that keep their place on the screen."""

from salesorg_gui.canvas.chips import chip_at, chips_in
from salesorg_gui.canvas.keeping import AT_REST, drift, ways_on_screen
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.shapes import Box, Label
from salesorg_gui.layout.blocks import chip_under
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.tree import arrange_tree
from tests.layout.charts import tree_chart

CHART = tree_chart({"top": ["a", "b"], "a": ["a1", "a2"], "b": ["b1"]})
FOLDED = arrange_tree(CHART, folded=frozenset({SeatId("a")}))
A = Key(Kind.SEAT, "a")
EVERYWHERE = Rect(-5_000, -5_000, 10_000, 10_000)


def test_a_chip_says_how_many_are_hidden() -> None:
    (chip,) = chips_in(FOLDED, EVERYWHERE, Detail.FULL, {})
    assert [shape.text for shape in chip if isinstance(shape, Label)] == ["2"]


def test_chips_out_of_sight_and_from_very_far_are_not_drawn() -> None:
    assert list(chips_in(FOLDED, Rect(5_000, 5_000, 10, 10), Detail.FULL, {})) == []
    assert list(chips_in(FOLDED, EVERYWHERE, Detail.BLOCK, {})) == []


def test_a_chip_glides_with_its_card() -> None:
    (still,) = chips_in(FOLDED, EVERYWHERE, Detail.FULL, {})
    (gliding,) = chips_in(FOLDED, EVERYWHERE, Detail.FULL, {A: Point(10, 5)})
    one, other = still[0], gliding[0]
    assert isinstance(one, Box)
    assert isinstance(other, Box)
    assert other.rect == one.rect.moved(10, 5)


def test_a_chip_is_hit_a_little_around_when_it_is_small() -> None:
    chip = chip_under(FOLDED.cards[A], 2)
    assert chip_at(FOLDED, chip.centre, 1.0) == "a"
    beside = Point(chip.centre.x, chip.bottom + 6)
    assert chip_at(FOLDED, beside, 1.0) is None
    assert chip_at(FOLDED, beside, 0.5) == "a"


def test_the_first_card_that_was_seen_tells_how_far_the_chart_drifted() -> None:
    whole = arrange_tree(CHART)
    b = Key(Kind.SEAT, "b")
    by = drift(whole, FOLDED, [None, Key(Kind.SEAT, "gone"), b], EVERYWHERE)
    assert by == Point(FOLDED.cards[b].x - whole.cards[b].x, 0)
    assert by.x < 0
    assert drift(whole, FOLDED, [b], Rect(9_000, 0, 10, 10)) == AT_REST


def test_cards_that_stay_on_the_chart_go_the_other_way_on_the_screen() -> None:
    one, other = Rect(0, 0, 10, 10), Rect(100, 0, 10, 10)
    a, b = Key(Kind.SEAT, "a"), Key(Kind.SEAT, "b")
    ways = ways_on_screen({a: (one, other)}, Point(100, 0), [(a, other), (b, one)])
    assert ways == {a: (other, other), b: (Rect(100, 0, 10, 10), one)}
