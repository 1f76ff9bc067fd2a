"""Seats of a hiring plan on the chart: one step, beside their colleagues."""

from dataclasses import replace
from datetime import date

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId
from salesorg_gui.domain.records import Status
from salesorg_gui.study.hiring.adding import NewSeat, planned_seat
from salesorg_gui.study.hiring.openings import Opening, Reason, Spot
from tests.rules.builders import chart, findings, handoff, pod, seat
from tests.study.hiring.companies import LINE, hires, line, sources, status, team

DAY = date(2027, 5, 1)


def closer(drawn: Chart) -> Opening:
    return next(one for one in hires(drawn, 0.0).openings if one.part == "closer" and one.seat is None)


def added(drawn: Chart) -> tuple[Chart, NewSeat]:
    new = planned_seat(drawn, closer(drawn), DAY, "AE")
    return new.edit.apply(drawn), new


def test_it_stands_planned_under_its_manager_with_its_first_day_and_its_hire() -> None:
    after, new = added(line(400))
    one = after.seats[new.seat]
    assert (one.status, one.start, one.role, one.fte) == (Status.PLANNED, "2027-05-01", "account_executive", 0.3)
    assert after.manager_of(new.seat) == "head"
    (hire,) = after.hires.values()
    assert (hire.seat, hire.start) == (new.seat, "2027-05-01")
    assert new.edit.label == "Plan AE"


def test_it_stands_in_the_pod_of_its_colleagues() -> None:
    seats = (seat("head", "head_of_sales"), *(replace(one, pod=pod("a").id) for one in team()[1:]))
    lines = [f"{one.id} > head" for one in team()[1:]]
    after, new = added(chart(seats, lines, LINE, sources(400), [pod("a")]))
    assert after.seats[new.seat].pod == "a"


def test_it_gets_and_hands_over_what_its_colleagues_do() -> None:
    after, new = added(line(400))
    incoming = {(one.source, one.object, one.limit_hours) for one in after.handoffs_to[new.seat]}
    assert incoming == {("sdr", "qualified_lead", 1.0), ("hunter", "qualified_lead", 1.0)}
    assert [(one.target, one.object) for one in after.handoffs_from[new.seat]] == [("csm", "signed_customer")]


def test_shares_that_somebody_gave_stay_as_they_are() -> None:
    told = replace(handoff("sdr > ae: qualified_lead", id="told"), probability=0.5)
    drawn = line(900, handoffs=(LINE[0], told, *LINE[3:]))
    after, new = added(drawn)
    assert {one.source for one in after.handoffs_to[new.seat]} == {"hunter"}
    assert after.handoffs[HandoffId("told")] == told


def test_what_was_added_is_matched_and_asked_for_no_more() -> None:
    drawn = line(400)
    after, new = added(drawn)
    again = [one for one in hires(after, 0.0).openings if one.part == "closer"]
    assert [one.seat for one in again] == [new.seat]
    assert not [one for one in findings(after) if one.rule in {"hire-manager-vacant", "hire-manager-first"}]


def test_a_place_that_is_gone_is_left_out() -> None:
    lost = Opening("x", seat("x").role, Reason.GROWTH, Spot(seat("gone").id, pod("gone").id))
    after = planned_seat(chart(), lost, DAY, "AE").edit.apply(chart())
    (one,) = after.seats.values()
    assert (one.pod, dict(after.lines)) == (None, {})


def test_an_empty_seat_is_a_colleague_where_nobody_sits() -> None:
    drawn = line(400, seats=(*team()[:3], status(seat("ae"), Status.OPEN), team()[4]))
    after, new = added(drawn)
    assert {one.source for one in after.handoffs_to[new.seat]} == {"sdr", "hunter"}
