"""Thousands of selected cards wear their rings, those in sight."""

from PySide6.QtGui import QColor

from salesorg_gui.canvas.many_rings import MANY
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.theme import ThemeName, theme
from tests import builders as b
from tests.pictures import seen


def test_each_of_very_many_selected_cards_has_a_ring(view: ChartView) -> None:
    names = [f"s{number:03}" for number in range(MANY + 50)]
    chart = Chart().with_records([b.seat(name) for name in names])
    view.session.open(Plan("Many", charts={chart.id: chart}))
    view.session.selection.select(Key(Kind.SEAT, name) for name in names)
    accent = QColor(theme(ThemeName.LIGHT).colour("accent")).name()
    card = view.picture.layout.cards[Key(Kind.SEAT, names[7])]
    at = view.to_viewport(card.centre).toPoint()
    left = view.to_viewport(type(card.centre)(card.x, card.y)).toPoint().x()
    image = seen(view)
    assert accent in {image.pixelColor(x, at.y()).name() for x in range(left - 3, left + 4)}
