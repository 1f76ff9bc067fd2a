"""Cards from afar: as large as they are, however many stages they cover."""

from salesorg_gui.canvas.far_blocks import blocks
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.layout.lengths import CARD_WIDTH
from salesorg_gui.resources import resource
from salesorg_gui.storage.reading import read


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
