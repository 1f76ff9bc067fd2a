"""Lines of the reporting view are found under any part of their way."""

import pytest

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.shapes import Wire
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from tests.layout.charts import random_chart


@pytest.mark.parametrize("seed", range(6))
def test_a_line_is_found_wherever_its_way_round_the_cards_leads(seed: int) -> None:
    chart = random_chart(seed, 40, free=0.2)
    picture = Picture(load(), ViewKind.REPORTING)
    picture.follow(Change(Chart(), chart, Plan(), Plan()))
    for key in picture.edges_in(picture.layout.bounds.grown(200.0)):
        wires = [shape for shape in picture.sketch(key).shapes if isinstance(shape, Wire)]
        for spot in (point for wire in wires for point in wire.points):
            assert key in picture.edges_in(Rect(spot.x - 1, spot.y - 1, 2, 2)), key
