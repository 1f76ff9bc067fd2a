"""Who stands on top, how many they lead, how many levels there are."""

from itertools import pairwise

import pytest

from salesorg_gui.domain.ids import RoleId
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.domain.records import Json
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.reporting_leaders import limit_name
from tests.rules.builders import chart, found, one, seat

HEAD = seat("head", "head_of_sales", names=["Hanna"])


def led(count: int, leader: str = "head_of_sales", *, add: tuple[str, ...] = ()) -> tuple[list, list[str]]:
    """A leader with one report of ``count`` people, and a boss above."""
    seats = [seat("boss", "vp_sales"), seat("head", leader, names=["Hanna"], add=add), seat("ae", headcount=count)]
    return seats, ["head > boss", "ae > head"]


def test_a_seller_on_top_is_no_leader() -> None:
    drawn = chart([seat("ada", names=["Ada"]), seat("bo")], ["bo > ada"])
    assert one("report-root-not-leader", drawn).message == "Ada is on top of the chart but is not a leading role."


def test_a_founder_on_top_leads() -> None:
    assert not found("report-root-not-leader", chart([seat("f", "founder_hunter"), seat("bo")], ["bo > f"]))


def test_only_the_main_top_is_asked_for() -> None:
    drawn = chart([HEAD, seat("a"), seat("b"), seat("c"), seat("d")], ["a > head", "b > head", "d > c"])
    assert not found("report-root-not-leader", drawn)


def test_two_sellers_need_a_sales_leader_and_one_does_not() -> None:
    drawn = chart([seat("a", headcount=2)])
    assert one("report-manager-missing", drawn).message == "2 sellers have no sales leader."
    assert not found("report-manager-missing", chart([seat("a")]))
    assert not found("report-manager-missing", chart([seat("a", headcount=2), HEAD]))
    single = one("report-manager-missing", chart([seat("a")]), limits={"report-manager-missing": {"min_sellers": 1}})
    assert single.message == "1 seller has no sales leader."


def test_a_leader_by_another_name_of_the_plan_leads_sellers() -> None:
    own = OwnRole(RoleId("chef"), "Säljchef", based_on=RoleId("head_of_sales"))
    assert not found("report-manager-missing", chart([seat("a", headcount=2), seat("c", "chef")]), roles=[own])


def test_managers_of_the_company_who_close_are_no_sellers() -> None:
    drawn = chart([seat("x", "executive", headcount=3, add=["closing"])])
    assert not found("report-manager-missing", drawn)


@pytest.mark.parametrize(("people", "severity"), [(8, None), (9, "warning"), (12, "warning"), (13, "error")])
def test_a_span_over_8_is_wide_and_over_12_an_error(people: int, severity: str | None) -> None:
    finding = found("report-span-too-wide", chart(*led(people)))
    assert [one.severity.value for one in finding] == ([severity] if severity else [])


def test_a_wide_span_names_its_limit() -> None:
    message = one("report-span-too-wide", chart(*led(9))).message
    assert message == "Hanna leads 9 people directly (limit 8); weekly talks and coaching suffer."


def test_a_self_line_adds_nobody_to_a_span() -> None:
    seats, lines = led(8)
    assert not found("report-span-too-wide", chart(seats, [*lines, "head > head"]))


def test_the_plan_moves_the_limit_of_a_span() -> None:
    drawn = chart(*led(9))
    assert not found("report-span-too-wide", drawn, limits={"report-span-too-wide": {"span_max": 9}})


@pytest.mark.parametrize(
    "nonsense",
    [
        {"span_max": "many"},
        {"span_max": True},
        {"span_max": float("nan")},
        {"span_max": float("inf")},
        {"span_max": 10**400},
        {"span_max": -1},
        {"other": 1},
        "none",
        None,
    ],
)
def test_a_limit_that_is_no_number_changes_nothing(nonsense: Json) -> None:
    assert found("report-span-too-wide", chart(*led(9)), limits={"report-span-too-wide": nonsense})
    assert not found("report-span-too-wide", chart(*led(8)), limits={"report-span-too-wide": nonsense})


def test_a_level_for_one_person_is_narrow() -> None:
    finding = one("report-span-too-narrow", chart(*led(1)))
    assert (finding.seats, finding.message) == (("head", "ae"), "Hanna leads only 1 person.")


def test_a_level_for_two_people_is_not_narrow() -> None:
    assert not found("report-span-too-narrow", chart(*led(2)))
    narrow = one("report-span-too-narrow", chart(*led(2)), limits={"report-span-too-narrow": {"span_min": 3}})
    assert narrow.message.endswith(" leads only 2 people.")


@pytest.mark.parametrize("leader", ["account_executive", "director_sales_enablement"])
def test_only_leaders_outside_enablement_can_be_narrow(leader: str) -> None:
    assert not found("report-span-too-narrow", chart(*led(1, leader)))


def test_a_leader_who_leads_nobody_yet_is_not_narrow() -> None:
    assert not found("report-span-too-narrow", chart([HEAD, seat("boss", "vp_sales")], ["head > boss"]))


def test_the_top_may_lead_one_person() -> None:
    assert not found("report-span-too-narrow", chart([HEAD, seat("ae")], ["ae > head"]))


def tower(height: int, bottom: str = "account_executive", people: int = 1) -> tuple[list, list[str]]:
    """A chain of seats with ``bottom`` at its foot."""
    names = [f"s{number}" for number in range(height)]
    seats = [seat(name, "head_of_sales") for name in names[:-1]] + [seat(names[-1], bottom, headcount=people)]
    return seats, [f"{below} > {above}" for above, below in pairwise(names)]


@pytest.mark.parametrize(("height", "people", "limit"), [(4, 1, 3), (5, 8, 4), (7, 46, 6)])
def test_levels_over_the_limit_for_the_headcount_are_too_many(height: int, people: int, limit: int) -> None:
    finding = one("report-too-many-layers", chart(*tower(height, people=people)))
    assert finding.message == f"{height} levels for {height - 1 + people} people; {limit} are enough."
    assert len(finding.seats) == height
    assert finding.fix.startswith("Remove a level: Head of Sales → Head of Sales")
    assert not found("report-too-many-layers", chart(*tower(height - 1, people=people)))


@pytest.mark.parametrize(
    ("people", "name"),
    [(10, "layers_small"), (11, "layers_medium"), (50, "layers_medium"), (51, "layers_large")],
)
def test_the_limit_of_levels_depends_on_the_size(people: int, name: str) -> None:
    assert limit_name(people) == name


def test_levels_below_which_nobody_meets_customers_do_not_count() -> None:
    assert not found("report-too-many-layers", chart(*tower(6, "enablement_specialist")))
    assert not found("report-too-many-layers", chart(*tower(6, "nobody knows")))


def test_levels_are_not_counted_round_a_circle() -> None:
    seats, lines = tower(5)
    assert not found("report-too-many-layers", chart(seats, [*lines, "s0 > s4"]))
    assert found("report-too-many-layers", chart(seats, [*lines, "s0 > s0"]))


@pytest.mark.parametrize(
    ("role", "severity"),
    [("head_of_sales", Severity.WARNING), ("pod_lead", Severity.WARNING), ("founder_hunter", Severity.HINT)],
)
def test_who_sells_and_leads_five_people_does_too_much(role: str, severity: Severity) -> None:
    finding = one("report-leader-double-role", chart(*led(5, role, add=("closing",))))
    assert finding.severity is severity
    assert "Hanna both sells (" in finding.message
    assert not found("report-leader-double-role", chart(*led(4, role, add=("closing",))))


def test_who_only_leads_may_lead_five() -> None:
    assert not found("report-leader-double-role", chart(*led(5)))
    assert not found("report-leader-double-role", chart(*led(5, "account_executive")))


def test_a_head_of_sales_with_nine_people_is_due_an_assistant() -> None:
    finding = one("report-assistant-needed", chart(*led(9)))
    assert (finding.fix, finding.severity) == ("Add one under Hanna.", Severity.HINT)
    assert not found("report-assistant-needed", chart(*led(8)))
    assert not found("report-assistant-needed", chart(*led(9, "vp_sales")))


@pytest.mark.parametrize("role", ["assistant_sales_manager", "pod_lead"])
def test_an_assistant_or_pod_lead_is_enough(role: str) -> None:
    seats, lines = led(9)
    assert not found("report-assistant-needed", chart([*seats, seat("x", role)], lines))
