"""Wires that lines share are kept from edit to edit, and are found where they run as if all were gathered anew."""

from dataclasses import replace
from random import Random

import pytest

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Place, Pod, Seat, Segment
from salesorg_gui.layout.geometry import Rect
from tests import builders as b
from tests.canvas.test_picture import EVERYWHERE, shown
from tests.domain.random_editing import Hand
from tests.layout.charts import random_chart


def somewhere(picture: Picture, chance: Random) -> Rect:
    x, y, width, height = picture.layout.bounds
    return Rect(x + chance.random() * width, y + chance.random() * height, 240.0, 160.0)


def moved(chart: Chart, chance: Random) -> Chart:
    """A segment, a pod or somebody outside of pods gets another place: the same lines run elsewhere."""
    place = Place(float(chance.randrange(-2000, 2000)), float(chance.randrange(-2000, 2000)))
    outside = [seat for seat in chart.seats.values() if seat.pod not in chart.pods]
    movable: list[Segment | Pod | Seat] = [*chart.segments.values(), *chart.pods.values(), *outside]
    return chart.with_records([replace(chance.choice(movable), place=place)])


@pytest.mark.parametrize("seed", range(12))
def test_wires_are_found_where_they_run_after_any_edit(seed: int) -> None:
    chance, hand = Random(seed), Hand(Random(seed))
    chart = random_chart(seed, 40, free=0.1) if seed % 2 else b.pod_chart()
    picture = shown(chart)
    for _ in range(8):
        picture.wires.within(EVERYWHERE)
        picture.wires.within(somewhere(picture, chance))
        try:
            chart = moved(chart, chance) if chance.random() < 0.5 else hand.chart_edit(chart).apply(chart)
        except EditRefused:
            continue
        picture.follow(Change(picture.chart, chart, Plan(), Plan()))
        fresh = shown(chart)
        for room in [EVERYWHERE, *(somewhere(fresh, chance) for _ in range(30))]:
            assert picture.wires.within(room) == fresh.wires.within(room)
