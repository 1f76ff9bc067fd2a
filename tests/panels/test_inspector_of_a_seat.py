"""What one types into the fields of a seat is on the chart afterwards, as one step that can be undone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.records import Remove, Revise
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.records import LineKind, Seat, Status
from salesorg_gui.panels.fields import FieldRow
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.inspector import Inspector
from salesorg_gui.panels.text import Label
from salesorg_gui.session.session import Session
from tests.panels.conftest import BOSS, CARER, LEAD, SDR, SELLER
from tests.panels.typing import choose, field, found, opened, press, type_into, write_area


@pytest.fixture
def seller(ground: Ground, qtbot: QtBot) -> Iterator[Inspector]:
    inspector = opened(ground, Key(Kind.SEAT, SELLER))
    qtbot.addWidget(inspector)
    yield inspector
    inspector.close()


def seat(session: Session, name: SeatId = SELLER) -> Seat:
    return session.chart.seats[name]


@pytest.mark.parametrize(
    ("name", "typed", "part", "value"),
    [
        ("inspector_fte", "0,5", "fte", 0.5),
        ("inspector_headcount", "3", "headcount", 3),
        ("inspector_quota", "9 500 000", "quota", 9_500_000.0),
        ("inspector_start", "Q3", "start", "Q3"),
        ("inspector_goal", "32 M SEK", "goal", "32 M SEK"),
        ("inspector_title", "Hunter", "title", "Hunter"),
        ("inspector_code", "AE-02", "code", "AE-02"),
        ("inspector_location", "Lund", "location", "Lund"),
        ("inspector_department", "Sales", "department", "Sales"),
    ],
)
def test_what_is_typed_is_on_the_chart(
    seller: Inspector, session: Session, name: str, typed: str, part: str, value: object
) -> None:
    type_into(seller, name, typed)
    assert getattr(seat(session), part) == value
    session.undo()
    assert getattr(seat(session), part) != value


def test_one_field_is_one_step(seller: Inspector, session: Session) -> None:
    type_into(seller, "inspector_fte", "0.5")
    field(seller, "inspector_headcount").setFocus()
    assert session.undo_label == "Change FTE"
    session.undo()
    assert session.undo_label is None


def test_escape_puts_the_old_value_back(seller: Inspector, session: Session) -> None:
    type_into(seller, "inspector_fte", "2", enter=False)
    QTest.keyClick(field(seller, "inspector_fte"), Qt.Key.Key_Escape)
    assert field(seller, "inspector_fte").text() == "1.0"
    assert session.undo_label is None


@pytest.mark.parametrize(
    ("name", "typed"), [("inspector_fte", "many"), ("inspector_fte", "7"), ("inspector_headcount", "1.5")]
)
def test_what_makes_no_sense_stays_typed_with_the_reason_below(
    seller: Inspector, session: Session, qtbot: QtBot, name: str, typed: str
) -> None:
    with qtbot.waitSignal(session.refused) as refused:
        type_into(seller, name, typed)
    assert field(seller, name).text() == typed
    assert found(seller, Label, f"{name}_reason").text() == refused.args[0]
    assert session.undo_label is None


def test_a_mended_field_loses_its_reason(seller: Inspector, session: Session) -> None:
    type_into(seller, "inspector_fte", "many")
    type_into(seller, "inspector_fte", "0.5")
    assert [row for row in seller.findChildren(Label, "inspector_fte_reason") if row.isVisible()] == []
    assert seat(session).fte == 0.5


def test_what_is_typed_is_kept_when_another_seat_is_selected(seller: Inspector, session: Session) -> None:
    type_into(seller, "inspector_goal", "Close the north", enter=False)
    session.selection.select([Key(Kind.SEAT, SDR)])
    assert seat(session).goal == "Close the north"
    assert seat(session, SDR).goal == ""
    assert field(seller, "inspector_goal").text() == ""


def test_typing_goes_on_while_something_else_changes(seller: Inspector, session: Session) -> None:
    type_into(seller, "inspector_goal", "Clo", enter=False)
    session.perform(Revise((seat(session, SDR),), "nothing"))
    session.perform(Remove((Key(Kind.HANDOFF, LEAD),), "Remove"))
    assert field(seller, "inspector_goal").text() == "Clo"


def test_the_person_is_renamed(seller: Inspector, session: Session) -> None:
    type_into(seller, "inspector_person_0", "Sara Lind")
    assert seat(session).holder == "Sara Lind"


def test_people_come_and_go(seller: Inspector, session: Session) -> None:
    press(seller, "inspector_add_person")
    type_into(seller, "inspector_person_1", "Omar B.")
    assert seat(session).holder == "Sara L., Omar B."
    press(seller, "inspector_remove_person_0")
    assert seat(session).holder == "Omar B."


def test_naming_somebody_fills_an_open_seat(seller: Inspector, session: Session) -> None:
    press(seller, "inspector_status_open")
    assert seat(session).status is Status.OPEN
    press(seller, "inspector_remove_person_0")
    type_into(seller, "inspector_person_0", "Omar B.")
    assert seat(session).status is Status.FILLED


def test_the_role_is_found_by_its_title(seller: Inspector, session: Session) -> None:
    choose(seller, "inspector_role", "Sales Specialist")
    assert seat(session).role == "sales_specialist"


def test_a_role_nobody_knows_is_not_taken(seller: Inspector, session: Session) -> None:
    choose(seller, "inspector_role", "Astronaut")
    assert session.undo_label is None
    assert field(seller, "inspector_role_text").text() == "Account Executive"


def test_another_manager(seller: Inspector, session: Session) -> None:
    choose(seller, "inspector_manager", "Elin W. · Inbound SDR")
    assert session.chart.manager_of(SELLER) == SDR
    choose(seller, "inspector_manager", "Nobody")
    assert session.chart.manager_of(SELLER) is None


def test_a_circle_is_refused_at_the_field(ground: Ground, session: Session, qtbot: QtBot) -> None:
    inspector = opened(ground, Key(Kind.SEAT, BOSS))
    qtbot.addWidget(inspector)
    choose(inspector, "inspector_manager", "Sara L. · Account Executive")
    assert session.chart.manager_of(BOSS) is None
    assert "already leads" in found(inspector, Label, "inspector_manager_reason").text()
    inspector.close()


def test_an_adviser_comes_and_goes(seller: Inspector, session: Session) -> None:
    choose(seller, "inspector_dotted_add", "Elin W. · Inbound SDR")
    dotted = [line for line in session.chart.lines.values() if line.kind is LineKind.DOTTED]
    assert [(line.report, line.manager) for line in dotted] == [(SELLER, SDR)]
    press(seller, f"inspector_dotted_drop_{dotted[0].id}")
    assert not session.chart.dotted_up


def test_out_of_the_pod_and_in_again(seller: Inspector, session: Session) -> None:
    choose(seller, "inspector_pod", "None")
    assert seat(session).pod is None
    choose(seller, "inspector_pod", "West")
    assert seat(session).pod == "west"


def test_a_segment_gets_an_owner(seller: Inspector, session: Session) -> None:
    choose(seller, "inspector_owns_add", "Nordics")
    assert next(iter(session.chart.segments.values())).owners == (SELLER,)
    press(seller, "inspector_owns_drop_north")
    assert next(iter(session.chart.segments.values())).owners == ()


def test_a_seat_is_shared(seller: Inspector, session: Session) -> None:
    press(seller, "inspector_shared")
    assert seat(session).shared


def test_stages_are_noted_as_what_differs_from_the_role(seller: Inspector, session: Session) -> None:
    press(seller, "inspector_stage_onboarding")
    press(seller, "inspector_stage_closing")
    assert seat(session).stages_added == ("onboarding",)
    assert seat(session).stages_removed == ("closing",)
    press(seller, "inspector_stage_closing")
    press(seller, "inspector_stage_onboarding")
    assert (seat(session).stages_added, seat(session).stages_removed) == ((), ())


def test_time_is_split_between_stages(seller: Inspector, session: Session) -> None:
    press(seller, "inspector_split_time")
    type_into(seller, "inspector_share_closing", "60 %")
    assert seat(session).shares == {"closing": 0.6}
    type_into(seller, "inspector_share_closing", "600")
    assert seat(session).shares == {"closing": 0.6}
    type_into(seller, "inspector_share_closing", "much")
    assert seat(session).shares == {"closing": 0.6}


def test_measures_with_targets(seller: Inspector, session: Session) -> None:
    choose(seller, "inspector_add_measure", ground_title(seller, "closing_cycle_time"))
    type_into(seller, "inspector_target_0", "34 days")
    assert [(one.kpi, one.target) for one in seat(session).measures] == [("closing_cycle_time", "34 days")]
    press(seller, "inspector_remove_measure_0")
    assert seat(session).measures == ()


def ground_title(inspector: Inspector, kpi: str) -> str:
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.domain.ids import KpiId

    return load("en").kpis[KpiId(kpi)].short_title


def test_a_seat_says_something_else_than_its_role(seller: Inspector, session: Session) -> None:
    press(seller, "inspector_edit_mission")
    write_area(seller, "inspector_text_mission", "Close the north.")
    assert seat(session).texts == {"mission": ("Close the north.",)}
    press(seller, "inspector_reset_mission")
    assert seat(session).texts == {}


def test_a_text_goes_from_the_seat_to_its_role_in_one_step(seller: Inspector, session: Session) -> None:
    press(seller, "inspector_edit_mission")
    write_area(seller, "inspector_text_mission", "Close the north.")
    press(seller, "inspector_spread_mission")
    assert seat(session).texts == {}
    assert session.plan.roles[seat(session).role].texts == {"mission": ("Close the north.",)}
    session.undo()
    assert seat(session).texts == {"mission": ("Close the north.",)}
    assert session.plan.roles == {}


def test_a_note(seller: Inspector, session: Session) -> None:
    write_area(seller, "inspector_note", "Leaves in May")
    assert seat(session).note == "Leaves in May"


def test_a_handoff_is_selected_by_a_click(seller: Inspector, session: Session) -> None:
    press(seller, f"inspector_handoff_{LEAD}")
    assert session.selection.keys == {Key(Kind.HANDOFF, LEAD)}


def test_a_document_is_asked_for(seller: Inspector, qtbot: QtBot) -> None:
    with qtbot.waitSignal(seller.document_wanted) as wanted:
        press(seller, "inspector_role_card")
    assert wanted.args == ["cards"]


def test_only_seats_to_fill_offer_a_checklist(seller: Inspector, session: Session, qtbot: QtBot) -> None:
    assert [b for b in seller.findChildren(FieldRow, "inspector_checklist") if b.isVisible()] == []
    press(seller, "inspector_status_planned")
    with qtbot.waitSignal(seller.document_wanted) as wanted:
        press(seller, "inspector_checklist")
    assert wanted.args == ["checklists"]


def test_what_several_seats_share_is_shown_and_changed_for_all(ground: Ground, session: Session, qtbot: QtBot) -> None:
    inspector = opened(ground, Key(Kind.SEAT, SELLER), Key(Kind.SEAT, CARER))
    qtbot.addWidget(inspector)
    assert field(inspector, "inspector_fte").text() == "1.0"
    assert field(inspector, "inspector_role_text").placeholderText() == "—"
    type_into(inspector, "inspector_fte", "0.5")
    choose(inspector, "inspector_manager", "Elin W. · Inbound SDR")
    assert (seat(session).fte, seat(session, CARER).fte) == (0.5, 0.5)
    assert {session.chart.manager_of(SELLER), session.chart.manager_of(CARER)} == {SDR}
    inspector.close()
