"""Which badges are in sight: found by what stands there, as many findings as there may be."""

from random import Random

import pytest

from salesorg_gui.canvas.badges import LEAST, Badges
from salesorg_gui.canvas.paints import Paints
from salesorg_gui.canvas.qt_pen import Palette
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.marks import BADGE, badge_centre
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests.layout.charts import random_chart

SEVERITIES = ("error", "warning", "hint")


@pytest.mark.parametrize("kind", list(ViewKind))
@pytest.mark.parametrize("seed", range(3))
def test_the_badge_at_a_spot_is_that_of_a_card_or_frame_whose_corner_is_there(
    view: ChartView, seed: int, kind: ViewKind
) -> None:
    chance, chart = Random(f"{seed} {kind}"), random_chart(seed, 60, free=0.2)
    view.session.open(Plan("Random", charts={chart.id: chart}))
    view.show_view(kind)
    layout = view.picture.layout
    rooms = {**layout.frames, **layout.cards}
    marked = {key: chance.choice(SEVERITIES) for key in sorted(rooms) if chance.random() < 0.6}
    badges = Badges(view.picture, Palette(Paints(theme(ThemeName.LIGHT))), frozenset())
    assert marked
    for _ in range(300):
        zoom = chance.choice([0.5, 0.8, 1.0, 2.0])
        centre = badge_centre(rooms[chance.choice(sorted(rooms))])
        spot = Point(centre.x + chance.uniform(-30, 30), centre.y + chance.uniform(-30, 30))
        there = [key for key in marked if _is_near(spot, badge_centre(rooms[key]), zoom)]
        found = badges.key_at(marked, spot, zoom)
        assert found in there or (found is None and not there)
        assert found is None or badges.key_at({found: marked[found]}, spot, zoom) == found


def _is_near(spot: Point, centre: Point, zoom: float) -> bool:
    reach = BADGE / 2 * max(zoom, LEAST) / zoom
    return (centre.x - spot.x) ** 2 + (centre.y - spot.y) ** 2 <= reach**2


def test_nothing_far_from_every_card_wears_a_badge(view: ChartView) -> None:
    badges = Badges(view.picture, Palette(Paints(theme(ThemeName.LIGHT))), frozenset())
    everything = dict.fromkeys(view.picture.layout.cards, "error")
    outside = view.picture.layout.bounds.grown(500.0)
    assert badges.key_at(everything, Point(outside.x, outside.y), 1.0) is None
