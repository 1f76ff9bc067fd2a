"""A card that is typed in the Handoffs view stands where its letters put it."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from salesorg_gui.canvas.view import ChartView
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b
from tests.mouse import seat


def test_a_card_that_gets_its_role_in_another_lane_stays_in_sight(view: ChartView) -> None:
    view.show_view(ViewKind.HANDOFFS)
    view.resize(420, 260)
    view.zoom_reset()
    view.reveal([seat(b.ADA)])
    view.session.selection.select([seat(b.ADA)])
    view.building.add_report()
    draft = view.typing.draft
    assert draft is not None
    field = view.viewport().findChild(QLineEdit, "card_field")
    assert isinstance(field, QLineEdit)
    before = view.picture.layout.rect(draft.key)
    QTest.keyClicks(field, "account executive")
    after = view.picture.layout.rect(draft.key)
    assert after is not None
    assert before is not None
    assert abs(after.y - before.y) + abs(after.x - before.x) > 200  # without a role it stood apart
    size = view.viewport().size()
    assert view.camera.seen(size.width(), size.height()).grown(1.0).contains(after.centre)
    assert view.viewport().rect().contains(field.geometry().center())
