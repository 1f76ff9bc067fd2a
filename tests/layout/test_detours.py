"""Dotted lines, and those that close a circle, in the reporting view: round all cards, moving none."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.domain.records import Line, LineKind
from salesorg_gui.layout.detours import is_clear, round_cards
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout, around
from salesorg_gui.layout.routes import Route
from salesorg_gui.layout.tree import arrange_tree
from salesorg_gui.layout.wiring import Wiring
from tests.layout.charts import seat_key, styled_chart, tree_chart

CATALOGUE = load("en")


def crossed(route: Route, layout: Layout) -> list[str]:
    """The cards a route runs through."""
    rooms = [around([Rect(*a, 0, 0), Rect(*b, 0, 0)]).grown(0.5) for a, b in pairwise(route)]
    inner = {key: rect.grown(-1.0) for key, rect in layout.cards.items()}
    return [key.id for key, rect in inner.items() if any(rect.meets(room) for room in rooms)]


def with_dotted(chart: Chart, count: int, seed: int) -> Chart:
    chance, names = Random(seed), list(chart.seats)
    pairs = [chance.sample(names, 2) for _ in range(count)] if len(names) > 1 else []
    return chart.with_records(
        [Line(LineId(f"dot{n}"), one, other, LineKind.DOTTED) for n, (one, other) in enumerate(pairs)]
    )


def assert_clear(chart: Chart) -> None:
    layout = arrange_tree(chart)
    wiring = Wiring(chart, layout)
    for line in chart.lines.values():
        is_round = line.kind is LineKind.DOTTED or line.report in layout.opened
        if is_round and line.report != line.manager and {line.report, line.manager} <= chart.seats.keys():
            route = wiring.of_line(line)
            assert crossed(route, layout) == [], line
            assert all(a.x == b.x or a.y == b.y for a, b in pairwise(route))
            ends = {line.manager: route[0], line.report: route[-1]}
            for seat, end in ends.items():
                card = layout.cards[seat_key(seat)]
                assert end.x in {card.x, card.right}
                assert card.y < end.y < card.bottom


@settings(deadline=None, max_examples=120)
@given(st.integers(0, 100_000), st.sampled_from([8, 30, 70]))
def test_no_line_goes_through_a_card_on_random_charts(seed: int, size: int) -> None:
    assert_clear(with_dotted(styled_chart(seed, size), 12, seed))


@pytest.mark.parametrize("name", sorted(CATALOGUE.templates))
def test_no_dotted_line_goes_through_a_card_on_templates(name: str) -> None:
    plan = plan_from_template(CATALOGUE.templates[name], CATALOGUE)
    for chart in plan.charts.values():
        assert_clear(chart)
        assert_clear(with_dotted(chart, 20, len(name)))


def test_dotted_lines_move_no_card() -> None:
    chart = styled_chart(3, 60)
    solid_only = chart.without([key_of(line) for line in chart.lines.values() if line.kind is LineKind.DOTTED])
    assert arrange_tree(with_dotted(solid_only, 30, 1)) == arrange_tree(solid_only)


def test_a_line_that_closes_a_circle_goes_back_to_where_it_closes() -> None:
    chart = tree_chart({"a": ["b", "x"], "b": ["c"], "c": ["a"]})
    layout = arrange_tree(chart)
    (opened,) = layout.opened
    line = next(line for line in chart.lines.values() if line.report == opened)
    route = Wiring(chart, layout).of_line(line)
    assert route[0].y > route[-1].y
    assert crossed(route, layout) == []


def test_neighbours_are_joined_straight() -> None:
    one, other = Rect(0, 0, 200, 72), Rect(300, 200, 200, 72)
    route = round_cards(one, other, lambda room: [card for card in (one, other) if card.meets(room)], Rect(0, 0, 1, 1))
    assert len(route) == 4


def test_the_way_back_is_the_way_there() -> None:
    chart = with_dotted(styled_chart(11, 40), 6, 2)
    layout = arrange_tree(chart)
    wiring = Wiring(chart, layout)
    for line in list(chart.lines.values())[-6:]:
        turned = replace(line, report=line.manager, manager=line.report)
        assert wiring.of_line(turned) == wiring.of_line(line)[::-1]


def test_what_is_shut_in_goes_below_everything() -> None:
    wall = [Rect(x, y, 200, 72) for x in (0, 216, 432) for y in (0, 80, 160, 240)]
    cards = {SeatId(str(n)): rect for n, rect in enumerate(wall)}
    blocked = [Rect(0, 400, 632, 72)]
    everything = [*cards.values(), *blocked, Rect(216, 600, 200, 72)]
    route = round_cards(
        wall[5], everything[-1], lambda room: [card for card in everything if card.meets(room)], Rect(0, 0, 632, 672)
    )
    assert is_clear(route, lambda room: [card for card in everything if card.meets(room)])
