"""Cards from afar: as large as they are, however many stages they cover."""

from contextlib import suppress
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.canvas.far_blocks import blocks, blocks_of_all
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.layout.lengths import CARD_WIDTH
from salesorg_gui.resources import resource
from salesorg_gui.storage.reading import read
from tests.builders import full_plan, pod_plan
from tests.domain.random_editing import Hand


def test_every_card_is_as_wide_from_afar_as_it_stands() -> None:
    plan = read(resource("examples", "nordlys.salesorg")).plan
    picture = Picture(load())
    picture.follow(Change(Chart(), plan.first_chart, Plan(), plan))
    picture.show_view(ViewKind.HANDOFFS)
    cards = picture.layout.cards
    expected = sorted(rect for key, rect in cards.items() if key.kind is Kind.SEAT)
    found = sorted(
        Rect(x, y, block.width, block.height)
        for block, corners in blocks(picture, cards.items()).items()
        for x, y in zip(corners[::2], corners[1::2], strict=True)
    )
    assert found == expected
    assert {rect.width for rect in expected} > {CARD_WIDTH}


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.sampled_from([pod_plan(), full_plan()]), st.sampled_from([*ColourBy]))
def test_cards_gathered_from_the_grids_of_their_pods_are_those_gathered_one_by_one(
    seed: int, plan: Plan, by: ColourBy
) -> None:
    hand, chart = Hand(Random(seed)), plan.first_chart
    picture = Picture(load())
    picture.colour_by(by)
    picture.follow(Change(Chart(), chart, Plan(), plan))
    for _ in range(10):
        before = chart
        with suppress(EditRefused):
            chart = hand.chart_edit(chart).apply(chart)
        picture.follow(Change(before, chart, plan, plan))
        expected = blocks(picture, dict(picture.layout.cards.items()).items())
        found = blocks_of_all(picture)
        assert list(found) == list(expected)
        assert {block: spots(corners) for block, corners in found.items()} == {
            block: spots(corners) for block, corners in expected.items()
        }


def spots(corners: list[float]) -> list[tuple[float, float]]:
    """The corners in order."""
    return sorted(zip(corners[::2], corners[1::2], strict=True))
