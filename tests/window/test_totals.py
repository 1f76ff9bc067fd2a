"""The totals in the status line are counted on from edit to edit, and are what counting anew would give."""

from random import Random

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.window.status_line import Tally, totals
from tests.domain.random_editing import Hand
from tests.layout.charts import random_chart


def test_counting_on_gives_what_counting_anew_gives() -> None:
    tally, hand, chart = Tally(), Hand(Random(5)), random_chart(5, 40)
    for _ in range(60):
        assert tally.follow(chart) == totals(chart)
        try:
            chart = hand.chart_edit(chart).apply(chart)
        except EditRefused:
            continue


def test_another_chart_is_counted_from_nothing() -> None:
    tally = Tally()
    large = random_chart(1, 700)
    assert tally.follow(large) == totals(large)
    assert tally.follow(Chart()) == totals(Chart()) == "0 seats · 0.0 FTE"
