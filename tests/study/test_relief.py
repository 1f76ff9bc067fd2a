"""Where a chart gets stuck, what would help, and how that is said."""

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.work import Part
from salesorg_gui.capacity.worth import Worth, worths_of
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId, StageId
from salesorg_gui.domain.records import Seat
from salesorg_gui.study.load_told import by_part, by_role, load_told
from salesorg_gui.study.load_words import LoadWords, count, hours
from salesorg_gui.study.relief import MOST_VOLUME, Relief, Spare, with_more
from tests.capacity.test_capacity import LINE, fte, line, reckoned, team
from tests.rules.builders import ENGLISH, handoff, seat

AE, CSM, SDR = SeatId("ae"), SeatId("csm"), SeatId("sdr")


def words(found: Capacity) -> LoadWords:
    return LoadWords(Relief(found), ENGLISH)


def closing_short(extra: tuple[Seat, ...] = (), ways: tuple[str, ...] = ()) -> Chart:
    """400 leads, so 115 qualified, for a closer of 50."""
    return line(400, 0, (*team(2.0, 1.0, 1.0, 3.0), *extra), (*LINE, *ways))


def limited(hours: float | None, leads: float = 300, inbound: float = 1.0) -> Capacity:
    first = replace(handoff(LINE[0]), limit_hours=hours)
    return reckoned(line(leads, 0, team(inbound, 1.0, 4.0, 3.0), (first, *LINE[1:])))


def test_what_is_missing_is_what_the_bottleneck_has_too_little() -> None:
    found = Relief(reckoned(closing_short()))
    assert found.part is Part.CLOSER
    assert found.by_part == pytest.approx({Part.CLOSER: 1.3})
    assert (found.fte, found.held_back) == pytest.approx((1.3, 65.0))


def test_with_what_is_missing_all_get_through() -> None:
    found = Relief(reckoned(closing_short()))
    assert found.staffed.bottleneck.seats == ()
    told = words(reckoned(closing_short()))
    assert told.headline() == "Closing has 1.3 FTE too little: 65 of 115 qualified leads a month do not get through."
    assert list(told.remedies())[:2] == [
        "Hire 1.3 FTE for Closing: Account Executive.",
        "With that all 115 qualified leads get through.",
    ]
    assert told.stuck_at() == "The bottleneck is Account Executive: 50 of 115 qualified leads a month get through."


def test_who_is_stuck_next_is_told() -> None:
    told = list(words(reckoned(line(800, 0, team(2.0, 1.0, 1.0, 0.5)))).remedies())
    assert told[:2] == [
        "Hire 3.6 FTE for Closing: Account Executive.",
        "With that 72.2 of 230 get through, and Customer Success Manager would be stuck next.",
    ]


def test_a_colleague_with_time_could_take_some_of_it() -> None:
    free = (fte(replace(seat("idle"), title="Idle closer"), 1.0),)
    found = Relief(reckoned(closing_short(free)))
    assert found.spare == (Spare(SeatId("idle"), Part.CLOSER, 1.0),)
    assert "Let Idle closer take some of it: 1.0 FTE for Closing are free there." in list(
        words(reckoned(closing_short(free))).remedies()
    )


def test_time_set_aside_and_not_needed_could_move() -> None:
    shares = {StageId("closing"): 0.5, StageId("growth"): 0.5}
    both = replace(
        seat("ae", "closer_outbound", add=("growth",), remove=("outbound_prospecting",)), shares=shares, fte=2
    )
    seats = (*team(2.0, 1.0, 1.0, 3.0)[:2], both, team(2.0, 1.0, 1.0, 3.0)[3])
    drawn = line(400, 0, seats)
    found = Relief(reckoned(drawn))
    assert found.spare[0].from_part is Part.CARE
    assert any(sentence.startswith("Move time of") for sentence in words(reckoned(drawn)).remedies())


def test_as_much_gets_through_as_the_narrowest_takes() -> None:
    found = Relief(reckoned(closing_short()))
    assert found.headroom == pytest.approx(50 / 115, abs=0.002)
    assert "Or let less come in: 43\u00a0% of the plan's volume gets through." in list(
        words(reckoned(closing_short())).remedies()
    )


def test_room_for_more_and_who_would_be_first_are_told() -> None:
    found = reckoned(line(200, 0, team(1.0, 1.0, 2.0, 3.0)))
    assert Relief(found).headroom == pytest.approx(100 / 57.5, abs=0.01)
    assert words(found).headline() == "All 57.5 qualified leads a month get through."
    assert words(found).room() == (
        "Up to 174\u00a0% of the plan's volume gets through; then Account Executive would be stuck first."
    )
    exact = reckoned(line(400, 0, team(1.0, 1.0, 9.0, 9.0)))
    assert words(exact).room() == "There is no room for more: Inbound SDR would be stuck first."
    plenty = reckoned(line(4, 0))
    assert Relief(plenty).headroom == MOST_VOLUME
    assert words(plenty).room() == "There is room for 8 times as much."


def test_headroom_is_that_of_the_plan_whatever_volume_is_asked_for() -> None:
    found = reckoned(line(200, 0, team(1.0, 1.0, 2.0, 3.0)))
    assert Relief(found.at(3.0)).headroom == Relief(found).headroom


def test_where_todays_customers_take_all_time_there_is_no_room() -> None:
    found = reckoned(line(200, 0, team(1, 1, 3, 1.0)), base=80)
    assert Relief(found).headroom < 0.01
    assert words(found).room() == "Not even the customers of today leave time for new ones."
    assert not any("Or let less come in" in sentence for sentence in words(found).remedies())


def test_the_time_limit_asks_for_people() -> None:
    found = limited(1.0)
    relief = Relief(found)
    assert relief.is_slow
    assert relief.fte_for_limit == pytest.approx(1.057367, abs=1e-6)
    told = words(found)
    assert told.headline() == "Everything gets through, but inbound leads wait 1.3 h, and 1 h is agreed."
    assert list(told.remedies()) == ["Add 0.1 FTE for inbound leads, or allow 1.3 h instead of 1 h."]
    assert list(told.waiting()) == [
        "An inbound lead waits 1.3 h on average, in working hours.",
        "1 h is agreed. That takes 1.06 FTE; 1.00 FTE are there.",
    ]


def test_a_wait_without_end_is_told_as_what_is_left_each_month() -> None:
    told = words(limited(1.0, leads=500))
    assert next(told.waiting()) == "More inbound leads come than are taken up: 100 more are left every month."
    assert any("to keep the time limit" in sentence for sentence in told.remedies())


def test_without_a_limit_or_leads_nothing_is_slow() -> None:
    assert list(words(limited(None)).waiting())[1] == "No time limit is agreed for them."
    assert Relief(limited(None)).limit is None
    none = reckoned(line(0, 100))
    assert list(words(none).waiting()) == ["No inbound leads come in, so none wait."]
    assert Relief(none).fte_for_limit is None


def test_somebody_with_too_much_work_is_named_although_all_get_through() -> None:
    seats = (*team(2.0, 1.0, 2.0, 3.0), fte(replace(seat("busy"), title="Busy"), 0.2))
    passed = ("sdr > ae: qualified_lead", "sdr > busy: qualified_lead", "busy > csm: signed_customer")
    drawn = line(300, 0, seats, ("in > sdr: raw_lead", *passed, *LINE[4:]))
    assert words(reckoned(drawn)).headline().startswith("Everything gets through in all, but Busy has work for 431")


def test_work_without_anybody_is_endless_in_words() -> None:
    seats = (*team(2.0, 1.0, 4.0, 3.0), fte(replace(seat("nobody"), title="Nobody"), 0.0))
    ways = (*LINE, "sdr > nobody: qualified_lead", "nobody > csm: signed_customer")
    assert "Nobody has work for ∞" in words(reckoned(line(300, 0, seats, ways))).headline()


def test_customers_alone_need_no_leads() -> None:
    told = words(reckoned(line(0, 0), base=20))
    assert told.headline() == "No leads come in; there is time for the customers of today."
    assert told.room() == ""
    assert told.stuck_at() == "Nobody holds anything back."
    assert list(told.remedies()) == []


def test_many_names_are_cut_short() -> None:
    seats = tuple(replace(seat(f"x{n}"), title=f"Closer {n}") for n in range(6))
    ways = tuple(f"sdr > x{n}: qualified_lead" for n in range(6)) + tuple(
        f"x{n} > csm: signed_customer" for n in range(6)
    )
    ways = (LINE[0], *ways)
    drawn = line(2000, 0, (*team(9.0, 1.0, 1.0, 9.0), *seats), ways)
    assert "Closer 0, Closer 1, Closer 2 and 3 more" in words(reckoned(drawn)).stuck_at()


def test_what_one_more_is_worth_is_told_in_customers_or_in_time() -> None:
    found = reckoned(closing_short())
    told = {one.seat: words(found).worth(one) for one in worths_of(found).seats}
    assert told[AE] == "+10 customers a month"
    assert told[SDR].startswith("leads wait ")
    assert words(found).worth(Worth(AE, 0.0, 0.0)).startswith("leads wait 0 min")


def test_leads_that_find_no_way_on_are_nobodys_fault() -> None:
    found = reckoned(line(240, 0, team(), ("in > csm: raw_lead",)))
    told = words(found)
    assert told.headline() == "69 of 69 qualified leads a month find no way on: handoffs are missing."
    assert told.stuck_at() == "It is nobody's time that holds them back."
    assert list(told.remedies()) == [
        "Draw the handoffs that lead on to those who close, and from them to those who keep customers."
    ]
    assert told.room() == ""
    assert Relief(found).headroom < 0.01


def test_where_the_bottleneck_has_time_as_drawn_no_fte_are_made_up() -> None:
    """Customers signed elsewhere reach nobody, so all that can be kept must go by one closer who has time as drawn."""
    seats = (*team(2.0, 1.0, 1.0, 3.0), seat("lost"))
    drawn = line(300, 0, seats, (*LINE, "sdr > lost: qualified_lead"))
    told = words(reckoned(drawn))
    assert reckoned(drawn).bottleneck.seats == (AE,)
    assert told.headline() == "Closing holds 36.2 of 86.2 qualified leads a month back."
    assert next(iter(told.remedies())).startswith("Or let less come in")


def test_counts_and_times_are_told_as_people_say_them() -> None:
    assert [count(amount) for amount in (3.0, 3.25, 250.4, 12_345.0, inf)] == ["3", "3.2", "250", "12\u202f345", "∞"]
    assert [hours(amount) for amount in (0.5, 1.5)] == ["30 min", "1.5 h"]


def test_all_that_is_told_is_told_at_once() -> None:
    told = load_told(reckoned(closing_short()), ENGLISH)
    assert told.stuck_seats == (AE,)
    assert told.room == ""
    assert next(text for _one, _seat, text in told.worth_texts) == "+10 customers a month"
    assert [(one.title, round(one.need, 2), one.have) for one in by_part(told.capacity)] == [
        ("Inbound", 1.0, 2.0),
        ("Outbound", 0.0, 1.0),
        ("Closing", 2.3, 1.0),
        ("Customer care", 0.8, 3.0),
    ]
    first, *_rest = by_role(told.capacity, ENGLISH)
    assert (first.title, first.seats) == ("Account Executive", (AE,))


@given(st.sampled_from((50.0, 300.0, 900.0)), st.sampled_from((0.5, 1.0, 3.0)), st.sampled_from((0.0, 40.0)))
def test_more_people_are_reckoned_as_if_they_stood_in_the_plan(leads: float, more: float, base: float) -> None:
    found = with_more(reckoned(line(leads, 100), base), {CSM: more})
    anew = reckoned(line(leads, 100, team(care=1.0 + more)), base)
    assert found.bottleneck == anew.bottleneck
    assert found.loads[CSM].need == pytest.approx(anew.loads[CSM].need)
