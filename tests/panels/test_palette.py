"""The palette lists what can be added, finds it by its names, and hands it out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import SetRole
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.domain.records import Seat
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.palette import Palette
from salesorg_gui.panels.palette_entries import EntryKind
from salesorg_gui.panels.palette_list import Entries
from salesorg_gui.session.session import Session
from tests.panels.typing import choose, found, press, type_into


@pytest.fixture
def palette(ground: Ground) -> Iterator[Palette]:
    palette = Palette(ground.session, ground.vocabulary, ground.look)
    palette.resize(232, 900)
    palette.show()
    yield palette
    palette.close()
    palette.deleteLater()


def titles(rows: Entries) -> list[str]:
    return [str(rows.data(rows.index(n))) for n in range(rows.rowCount())]


def search(palette: Palette, text: str) -> None:
    field = found(palette, QLineEdit, "palette_search")
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, text)


def row(palette: Palette, kind: EntryKind, value: str) -> QModelIndex:
    index = palette.list.rows.find(kind, value)
    assert index.isValid()
    palette.list.scrollTo(index)
    return index


def test_all_roles_frames_sources_and_templates_are_there(palette: Palette, ground: Ground) -> None:
    rows = palette.list.rows
    catalogue = ground.catalogue
    shown = set(titles(rows))
    assert {role.title for role in catalogue.roles.values()} <= shown
    assert {template.title for template in catalogue.templates.values()} <= shown
    assert {channel.title for channel in catalogue.channels.values()} <= shown
    assert {"Pod", "Segment"} <= shown


def test_a_role_says_how_many_seats_have_it(palette: Palette, session: Session) -> None:
    rows = palette.list.rows
    before = rows.entry(rows.find(EntryKind.ROLE, "inbound_sdr"))
    session.perform(Add((Seat(SeatId("new"), RoleId("inbound_sdr"), headcount=2),), "Add"))
    after = rows.entry(rows.find(EntryKind.ROLE, "inbound_sdr"))
    assert before is not None
    assert after is not None
    assert after.count == before.count + 1


@pytest.mark.parametrize("sought", ["inb", "sdr inb", "key acc", "KAM"])
def test_search_finds_by_the_beginnings_of_words_and_by_aliases(palette: Palette, sought: str) -> None:
    search(palette, sought)
    assert {"Inbound SDR", "Key Account Manager"} & set(titles(palette.list.rows))
    assert len(titles(palette.list.rows)) < 12


def test_a_search_without_result_says_so(palette: Palette) -> None:
    search(palette, "astronaut")
    assert titles(palette.list.rows) == []


def test_escape_empties_the_search(palette: Palette) -> None:
    search(palette, "kam")
    QTest.keyClick(found(palette, QLineEdit, "palette_search"), Qt.Key.Key_Escape)
    assert len(titles(palette.list.rows)) > 40


def test_down_from_the_search_and_enter_takes_the_first(palette: Palette, qtbot: QtBot) -> None:
    search(palette, "key account m")
    QTest.keyClick(found(palette, QLineEdit, "palette_search"), Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.taken) as taken:
        QTest.keyClick(palette.list, Qt.Key.Key_Return)
    assert taken.args[0].value == "key_account_manager"


def test_a_double_click_takes_a_row(palette: Palette, qtbot: QtBot) -> None:
    index = row(palette, EntryKind.ROLE, "inbound_sdr")
    spot = palette.list.visualRect(index).center()
    with qtbot.waitSignal(palette.taken) as taken:
        QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert taken.args[0].value == "inbound_sdr"


@pytest.mark.parametrize(
    ("kind", "value"),
    [(EntryKind.ROLE, "inbound_sdr"), (EntryKind.FRAME, "pod"), (EntryKind.TEMPLATE, "")],
)
def test_a_drag_carries_the_id(palette: Palette, ground: Ground, kind: EntryKind, value: str) -> None:
    value = value or next(iter(ground.catalogue.templates))
    index = palette.list.rows.find(kind, value)
    carried = palette.list.rows.mimeData([index])
    assert bytes(carried.data(f"application/x-salesorg-{kind}").data()).decode() == value


def test_a_lead_source_is_dragged_with_its_lane(palette: Palette, ground: Ground) -> None:
    channel = next(iter(ground.catalogue.channels.values()))
    index = palette.list.rows.find(EntryKind.SOURCE, f"{channel.lane}:{channel.id}")
    assert index.isValid()


def test_headings_cannot_be_taken(palette: Palette) -> None:
    rows = palette.list.rows
    assert rows.flags(rows.index(0)) == Qt.ItemFlag.NoItemFlags


def test_a_new_role_joins_the_list(palette: Palette, session: Session) -> None:
    press(palette, "palette_new_role")
    type_into(palette, "palette_role_title", "Partner scout", enter=False)
    choose(palette, "palette_role_purpose", "Find")
    press(palette, "palette_add_role")
    assert [(role.title, role.purpose) for role in session.plan.roles.values()] == [("Partner scout", "find")]
    assert "Partner scout" in titles(palette.list.rows)
    session.undo()
    assert "Partner scout" not in titles(palette.list.rows)


def test_an_own_role_is_removed_unless_a_seat_has_it(palette: Palette, session: Session, qtbot: QtBot) -> None:
    session.perform(SetRole(OwnRole(RoleId("scout"), "Scout", purpose="find")))
    session.perform(Add((Seat(SeatId("new"), RoleId("scout")),), "Add"))
    with qtbot.waitSignal(session.refused):
        remove_from_menu(palette, "scout")
    assert "scout" in session.plan.roles
    session.undo()
    remove_from_menu(palette, "scout")
    assert session.plan.roles == {}


def remove_from_menu(palette: Palette, role: str) -> None:
    entry = palette.list.rows.entry(row(palette, EntryKind.ROLE, role))
    palette.list.menu_wanted.emit(palette.mapToGlobal(QPoint(10, 10)), entry)
    menu = palette.findChild(QMenu, "palette_menu")
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()


def test_the_catalogue_s_own_roles_have_no_such_menu(palette: Palette) -> None:
    entry = palette.list.rows.entry(row(palette, EntryKind.ROLE, "inbound_sdr"))
    palette.list.menu_wanted.emit(QPoint(10, 10), entry)
    menu = palette.findChild(QMenu, "palette_menu")
    assert isinstance(menu, QMenu)
    assert not menu.isVisible()


def test_pointing_at_a_role_tells_what_it_is_for(palette: Palette, qtbot: QtBot) -> None:
    index = row(palette, EntryKind.ROLE, "inbound_sdr")
    with qtbot.waitSignal(palette.hint) as hint:
        QTest.mouseMove(palette.list.viewport(), QPoint(5, 5))
        QTest.mouseMove(palette.list.viewport(), palette.list.visualRect(index).center())
    assert hint.args[0].startswith(("Inbound SDR.", ""))
