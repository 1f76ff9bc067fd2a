"""A hiring plan in words."""

from datetime import date

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Json, Status
from salesorg_gui.study.hiring.counting import count, counted, in_months, rounded_down
from salesorg_gui.study.hiring.openings import Cost, Measure, Opening, Reason, Spot
from salesorg_gui.study.hiring.phases import Stage, phases
from salesorg_gui.study.hiring.wording import Words, cut_short
from tests.rules.builders import ENGLISH, chart, handoff, plan_of, pod, seat
from tests.study.hiring.companies import BIG, TODAY, hires, line, sources, status, team

NBSP = "\N{NO-BREAK SPACE}"


def words(drawn: Chart, growth: float = 0.0, answers: dict[str, Json] | None = None, **figures: Json) -> Words:
    plan = plan_of(drawn, BIG if answers is None else answers, {"capacity": figures})
    return Words.of(hires(drawn, growth, answers, **figures), plan, ENGLISH, TODAY, lambda day: f"{day:%Y-%m}")


def opening(found: Words, reason: Reason) -> Opening:
    return next(one for one in found.plan.openings if one.reason is reason)


def test_the_first_sentence_says_whom_to_open_and_why() -> None:
    assert words(line(400)).sentence() == (
        "Open now: Account Executive (0.3 FTE), under Head of Sales. 115 qualified leads a month come today; "
        "those who are there have time for 100."
    )
    assert words(line(280), 0.02).sentence().startswith("Open in 2027-05: Account Executive, under Head of Sales.")


def test_one_seat_and_several_are_told_apart() -> None:
    assert words(line(400)).outlook() == "1 seat in the next 12 months, at 0 % growth a month."
    assert "2 × Account Executive" in words(line(520), 0.03).sentence()


def test_a_seat_goes_by_its_own_title_and_stands_in_its_pod() -> None:
    own = seat("ae2", title="Closer for the north", pod="a")
    drawn = chart(
        (*team(), status(own, Status.OPEN)),
        ["ae > head"],
        [handoff("in > ae2: qualified_lead")],
        sources(100),
        [pod("a", "North")],
    )
    found = words(drawn)
    one = next(one for one in found.plan.openings if one.seat == "ae2")
    assert (found.title(one), found.place(one)) == ("Closer for the north", "North")
    assert found.trigger(one).startswith("Nobody does this yet:")
    assert found.today_is(one) == ""


def test_a_place_nobody_leads_is_called_that() -> None:
    found = words(chart([seat("boss", "executive")]), answers={"employees": 9})
    sellers = opening(found, Reason.FIRST_SELLERS)
    assert found.trigger(sellers) == "More than 8 employees."
    assert found.why(sellers).startswith("Nobody sells yet.")
    assert found.place(Opening("x", sellers.role, Reason.LEADER, Spot())) == "where nobody leads yet"


def test_what_a_customer_is_worth_is_told_in_euro() -> None:
    found = words(chart([seat("boss", "founder_hunter")]), answers={"ltv": 12_000})
    assert found.trigger(opening(found, Reason.FIRST_SELLERS)) == f"A customer is worth more than 10{NBSP}000 EUR."


def test_a_leader_of_too_many_is_named() -> None:
    found = words(line(100, seats=team(closers=9)))
    one = opening(found, Reason.SPAN)
    assert found.trigger(one) == "Head of Sales leads more than 8 people."
    assert found.why(one) == "Head of Sales leads 12 people today; 8 is the most."
    assert found.today_is(one) == "Today 12: reached."
    grown = words(line(300, seats=team(closers=2, inbound=2, outbound=2, care=2)), 0.03)
    one = opening(grown, Reason.SPAN)
    assert "and more with these hires; 8 is the most." in grown.why(one)
    assert grown.today_is(one).startswith("Today 8; more from 2027-")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason.OPERATIONS, "forecasts"),
        (Reason.ENABLEMENT, "prepares"),
        (Reason.SPECIALIST, "specialist"),
    ],
)
def test_help_for_sellers_says_what_it_is_for(reason: Reason, told: str) -> None:
    found = words(line(100, seats=team(closers=16)), answers={**BIG, "product_complexity": "high"})
    assert told in found.why(opening(found, reason))


def test_a_drawn_seat_without_any_figure_says_so() -> None:
    found = words(line(100, more=(status(seat("boss", "vp_sales"), Status.PLANNED),)))
    (idle,) = found.plan.idle
    assert found.why(idle) == found.trigger(idle) == "No figure says when."
    assert (found.times(idle), found.lateness(idle), found.search(idle), found.today_is(idle)) == ("", "", "", "")
    now = words(line(100, more=(status(seat("boss", "vp_sales"), Status.OPEN),)))
    assert now.why(now.plan.openings[0]) == "It stands open on the chart."
    assert now.reckoning(now.plan.openings[0]) == ""


def test_a_planned_seat_that_is_not_needed_tells_why() -> None:
    found = words(line(100, more=(status(seat("ae2"), Status.PLANNED),)))
    assert found.why(found.plan.idle[0]).endswith("there is time for 100, and that is enough.")


def test_the_reckoning_of_a_number_can_be_followed() -> None:
    found = words(line(280), 0.03)
    assert found.reckoning(found.plan.openings[0]) == (
        "100 is full. 2 months of watching, 3 months to hire and 3 months to learn come before: 78."
    )


def test_times_and_lateness_and_cost() -> None:
    found = words(line(400), 0.02, cost_per_fte_month=6000)
    one = found.plan.openings[0]
    assert found.times(one) == "Search from 2027-01, first day 2027-04, full work 2027-07."
    assert found.lateness(one) == "Late: the work comes 6 months earlier."
    assert found.plan.costs[one.id] == Cost(6000, 18000)
    assert found.cost(one) == f"6{NBSP}000 EUR a month, 18{NBSP}000 EUR until full work."
    assert words(line(400)).cost(one) == "No salary known."


def test_who_has_time_is_named() -> None:
    idle = seat("bench", "inbound_sdr", names=["Freja"])
    seats = (*team()[:1], *team()[2:], seat("s2", "inbound_sdr", pod="a"), idle)
    drawn = chart(seats, ["s2 > head"], [handoff("in > s2: raw_lead")], sources(500), [pod("a")])
    found = words(drawn)
    one = next(one for one in found.plan.openings if one.part == "inbound")
    assert found.free(one) == "Ask first: Freja has time."


def test_nobody_to_hire_and_nothing_known_are_two_things() -> None:
    assert words(line(20)).sentence() == "Nobody has to be hired in the next 12 months."
    assert words(chart([seat("a", "head_of_sales")]), answers={}).sentence().startswith("Nobody has said yet how many")


def test_what_is_cut_short_is_told() -> None:
    assert cut_short(words(line(100)).plan) == ""
    assert cut_short(words(line(900, 900), 1.0).plan).startswith("Such growth would take ")


def test_a_month_begins_with_its_first_day_and_the_last_year_is_the_last() -> None:
    found = words(line(100))
    assert found.day(11.9) == date(2027, 12, 1)
    assert found.day(12) == date(2028, 1, 1)
    assert found.exact_day(0.5) == date(2027, 1, 16)
    assert found.day(1e9).year == date.max.year


def test_a_calendar_shows_the_trigger_only_while_it_is_to_come() -> None:
    late, coming = words(line(400), 0.02), words(line(240), 0.03)
    assert [one.stage for one in phases(late.plan.openings[0], late)] == [Stage.SEARCH, Stage.LEARN]
    assert [one.stage for one in phases(coming.plan.openings[0], coming)] == [Stage.TRIGGER, Stage.SEARCH, Stage.LEARN]
    idle = Opening("x", coming.plan.openings[0].role, Reason.DRAWN, Spot())
    assert phases(idle, coming) == ()


@pytest.mark.parametrize(
    ("amount", "told"), [(0.45, "0.5"), (9.5, "9.5"), (3, "3"), (78.93, "79"), (12_345.6, "12 346")]
)
def test_numbers_are_whole_from_ten_on(amount: float, told: str) -> None:
    assert count(amount).replace("\N{NO-BREAK SPACE}", " ") == told


def test_one_is_one_and_more_are_several() -> None:
    assert counted(Measure.SIGNED, 1) == "1 new customer a month"
    assert counted(Measure.CUSTOMERS, 1.5) == "1.5 customers"
    assert (in_months(1), in_months(2.5)) == ("1 month", "2.5 months")


def test_a_number_to_watch_is_never_rounded_up() -> None:
    assert (rounded_down(78.99), rounded_down(9.99)) == (78, 9.9)
