"""Cards of a board that are stood when asked for stand where they would stand if all were stood at once."""

from contextlib import suppress
from dataclasses import replace
from itertools import islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.companies import company
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import Key, Kind, PodId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.cards import AT_A_TIME, Blocks, Cards, copied
from salesorg_gui.layout.frames import block_of
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout
from tests.builders import full_plan, pod_plan
from tests.domain.random_editing import Hand


def fresh(chart: Chart) -> Layout:
    """The board of a chart nobody has asked anything yet."""
    return arrange_board(replace(chart))


def edited(chart: Chart, chance: Random) -> Chart:
    """A chart after some edits of any kind."""
    hand = Hand(chance)
    for _ in range(15):
        with suppress(EditRefused):
            chart = hand.chart_edit(chart).apply(chart)
    return chart


def all_at_once(layout: Layout) -> dict[Key, Rect]:
    """Every card, found from the frames and members alone."""
    assert layout.apart is not None
    cards = dict(layout.apart)
    for pod, seats in layout.members.items():
        cards |= block_of(layout.frames[Key(Kind.POD, pod)], seats)
    return cards


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.sampled_from([pod_plan(), full_plan()]))
def test_each_card_found_by_itself_stands_where_it_does_among_all(seed: int, plan: Plan) -> None:
    chart = edited(plan.first_chart, Random(seed))
    expected = all_at_once(fresh(chart))
    one_by_one = fresh(chart).cards
    assert isinstance(one_by_one, Cards)
    assert {key: one_by_one[key] for key in expected} == expected
    assert len(one_by_one) == len(expected)
    assert list(fresh(chart).cards) == list(expected)
    assert fresh(chart).cards == expected
    assert {key.id for key in expected if key.kind is Kind.SEAT} == chart.seats.keys()


def test_a_card_found_by_itself_is_the_very_one_that_stands_among_all() -> None:
    layout = fresh(company(100).first_chart)
    alone = {key: layout.cards[key] for key in islice(all_at_once(layout), 0, None, 3)}
    whole = dict(layout.cards.items())
    assert all(whole[key] is rect and layout.cards[key] is rect for key, rect in alone.items())


def test_one_card_stands_one_pod() -> None:
    layout = fresh(company(100).first_chart)
    assert isinstance(layout.blocks, Blocks)
    pod = next(iter(layout.members))
    key = Key(Kind.SEAT, layout.members[pod][0])
    stood = layout.blocks[pod]
    assert layout.cards[key] is stood[key]
    assert layout.blocks[pod] is stood
    assert (pod in layout.blocks, PodId("gone") in layout.blocks) == (True, False)
    assert set(layout.blocks) == set(layout.members)


@pytest.mark.parametrize("is_whole", [False, True])
def test_what_is_no_card_is_not_found(is_whole: bool) -> None:
    layout = fresh(company(100).first_chart)
    if is_whole:
        assert len(layout.cards.keys()) == len(layout.cards)
    pod = next(iter(layout.members))
    for key in (Key(Kind.POD, pod), Key(Kind.SEAT, "nobody"), Key(Kind.LINE, "l")):
        assert key not in layout.cards
        assert layout.cards.get(key) is None
    with pytest.raises(KeyError):
        layout.cards[Key(Kind.SEAT, "nobody")]


def test_all_cards_are_stood_step_by_step() -> None:
    chart = company(20 * AT_A_TIME).first_chart
    layout = fresh(chart)
    assert isinstance(layout.cards, Cards)
    steps = sum(1 for _ in layout.cards.stand_all())
    assert steps == len(layout.members) // AT_A_TIME == 2
    assert layout.cards == all_at_once(layout)
    assert list(layout.cards.stand_all()) == []


def test_a_copy_of_cards_is_a_map_of_its_own() -> None:
    cards = fresh(company(20).first_chart).cards
    assert isinstance(cards, Cards)
    copy = copied(cards)
    assert copy == cards.whole
    assert copy is not cards.whole
    assert list(cards.values()) == list(copy.values())
    again = copied(copy)
    assert again == copy
    assert again is not copy
