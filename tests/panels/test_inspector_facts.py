"""What rules ask of seats and segments beside names and lines: typed into the inspector, one step each."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.records import Add, Revise
from salesorg_gui.domain.ids import Key, Kind, KpiId, PodId, SeatId
from salesorg_gui.domain.records import Activity, Measure, Person, Pod, Seat
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.inspector import Inspector
from salesorg_gui.panels.text import Label
from salesorg_gui.session.session import Session
from tests.panels.conftest import NORTH, SELLER
from tests.panels.typing import choose, field, found, opened, press, type_into, write_area

EAST = PodId("east")


@pytest.fixture
def inspector(ground: Ground, session: Session, qtbot: QtBot) -> Iterator[Inspector]:
    session.perform(Add((Pod(EAST, "East"),), "Add"))
    inspector = opened(ground, Key(Kind.SEAT, SELLER))
    yield inspector
    inspector.close()
    inspector.deleteLater()


def seat(session: Session) -> Seat:
    return session.chart.seats[SeatId(SELLER)]


def test_other_work_has_a_kind_and_a_share(inspector: Inspector, session: Session) -> None:
    press(inspector, "inspector_add_activity")
    type_into(inspector, "inspector_activity_0", "Forecast")
    choose(inspector, "inspector_activity_kind_0", "Enablement")
    type_into(inspector, "inspector_activity_share_0", "15 %")
    assert seat(session).activities == (Activity("Forecast", "enablement", 0.15),)
    assert session.undo_label == "Split time"
    press(inspector, "inspector_remove_activity_0")
    assert seat(session).activities == ()
    session.undo()
    assert field(inspector, "inspector_activity_0").text() == "Forecast"


@pytest.mark.parametrize("typed", ["much", "120", "-1"])
def test_a_share_of_no_week_is_refused(inspector: Inspector, session: Session, typed: str) -> None:
    press(inspector, "inspector_add_activity")
    type_into(inspector, "inspector_activity_share_0", typed)
    assert found(inspector, Label, "inspector_activities_reason").text().startswith("A share of time is")
    assert seat(session).activities[0].share == 0


def test_a_week_that_is_given_away_more_than_once_is_marked(inspector: Inspector, session: Session) -> None:
    stage = next(iter(inspector.findChildren(QAbstractButton, "inspector_split_time")))
    assert stage.isVisible()
    press(inspector, "inspector_split_time")
    type_into(inspector, "inspector_share_closing", "80")
    total = found(inspector, Label, "inspector_booked")
    assert (total.text(), total.property("ink")) == ("Week given away: 80\u00a0%", "2")
    press(inspector, "inspector_add_activity")
    type_into(inspector, "inspector_activity_share_0", "20")
    assert total.property("ink") == "2"
    type_into(inspector, "inspector_activity_share_0", "30")
    assert (total.text(), total.property("ink")) == ("Week given away: 110\u00a0%. That is more than a week.", "error")


def test_a_measure_has_target_period_and_team(inspector: Inspector, session: Session) -> None:
    choose(inspector, "inspector_add_measure", "Closing speed")
    type_into(inspector, "inspector_target_0", "34 days")
    choose(inspector, "inspector_period_0", "A month")
    press(inspector, "inspector_team_measure_0")
    (measure,) = seat(session).measures
    assert (measure.target, measure.period, measure.is_team) == ("34 days", "month", True)
    press(inspector, "inspector_team_measure_0")
    assert not seat(session).measures[0].is_team


def test_a_period_of_the_file_is_kept(inspector: Inspector, session: Session) -> None:
    speed = KpiId("closing_speed")
    session.perform(Revise((Seat(SELLER, seat(session).role, measures=(Measure(speed, period="fortnight"),)),), "x"))
    type_into(inspector, "inspector_target_0", "4")
    assert seat(session).measures == (Measure(speed, "4", "fortnight"),)


def test_accounts_are_counted_and_their_stages_ticked(inspector: Inspector, session: Session) -> None:
    type_into(inspector, "inspector_accounts", "1 200")
    press(inspector, "inspector_account_stage_retention")
    press(inspector, "inspector_account_stage_closing")
    assert (seat(session).accounts, seat(session).account_stages) == (1200, ("closing", "retention"))
    press(inspector, "inspector_account_stage_closing")
    assert seat(session).account_stages == ("retention",)
    type_into(inspector, "inspector_accounts", "some")
    assert found(inspector, Label, "inspector_accounts_reason").text() == "Accounts: type a whole number, or nothing."
    type_into(inspector, "inspector_accounts", "")
    assert seat(session).accounts is None


def test_a_seat_belongs_to_further_pods(inspector: Inspector, session: Session) -> None:
    choose(inspector, "inspector_also_in_add", "East")
    assert seat(session).also_in == (EAST,)
    press(inspector, f"inspector_also_in_drop_{EAST}")
    assert seat(session).also_in == ()
    session.undo()
    assert seat(session).also_in == (EAST,)


def test_what_is_known_of_a_person(inspector: Inspector, session: Session) -> None:
    choose(inspector, "inspector_seniority_0", "Junior")
    type_into(inspector, "inspector_industries_0", "Banks, Steel , Banks")
    press(inspector, "inspector_new_hire_0")
    person = seat(session).people[0]
    assert (person.seniority, person.industries, person.new_hire) == ("junior", ("Banks", "Steel"), True)
    choose(inspector, "inspector_seniority_0", "As the role")
    assert seat(session).people[0].seniority == ""


def test_an_empty_seat_says_nothing_of_people(inspector: Inspector, session: Session) -> None:
    session.perform(Revise((Seat(SELLER, seat(session).role),), "x"))
    assert not any(one.isVisible() for one in inspector.findChildren(QAbstractButton, "inspector_new_hire_0"))
    session.perform(Revise((Seat(SELLER, seat(session).role, people=(Person("A"), Person("B"))),), "x"))
    press(inspector, "inspector_new_hire_1")
    assert [person.new_hire for person in seat(session).people] == [False, True]


def test_results_of_the_role_are_the_default_of_the_card(inspector: Inspector, session: Session) -> None:
    press(inspector, "inspector_edit_results")
    write_area(inspector, "inspector_text_results", "Forty customers a year")
    assert seat(session).texts["results"] == ("Forty customers a year",)
    press(inspector, "inspector_reset_results")
    assert "results" not in seat(session).texts


def test_a_segment_has_leads_customers_and_a_rule_to_split_it(
    inspector: Inspector, ground: Ground, session: Session
) -> None:
    ground.session.selection.select([Key(Kind.SEGMENT, NORTH)])
    type_into(inspector, "inspector_segment_leads", "240")
    type_into(inspector, "inspector_segment_customers", "64")
    type_into(inspector, "inspector_segment_split", "By the first letter")
    segment = session.chart.segments[NORTH]
    assert (segment.leads, segment.customers, segment.split) == (240.0, 64.0, "By the first letter")
    assert session.undo_label == "Change split rule"
    type_into(inspector, "inspector_segment_leads", "-4")
    assert found(inspector, Label, "inspector_segment_leads_reason").text() == "Leads a month is a number from 0 up."
    assert session.chart.segments[NORTH].leads == 240
