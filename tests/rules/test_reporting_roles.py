"""Ranks, usual managers, pods, enablement."""

import pytest

from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.plan import OwnRole
from tests.rules.builders import chart, found, one, organisation, pod, seat


def pair(report: str, manager: str) -> tuple[list, list[str]]:
    """A report and its manager, by role."""
    return [seat("r", report, names=["Rut"]), seat("m", manager, names=["Max"])], ["r > m"]


@pytest.mark.parametrize(
    ("report", "manager", "seniority"),
    [
        ("account_executive", "sdr", "less"),
        ("account_executive", "key_account_manager", "not more"),
        ("vp_sales", "head_of_sales", "less"),
    ],
)
def test_nobody_reports_to_a_lower_rank_or_to_an_equal_who_does_not_lead(
    report: str, manager: str, seniority: str
) -> None:
    finding = one("report-to-lower-rank", chart(*pair(report, manager)))
    assert finding.message == f"Rut reports to Max, who is {seniority} senior."
    assert finding.title == "Manager is not more senior"
    assert finding.seats == ("r", "m")
    assert finding.lines == ("l r > m",)


@pytest.mark.parametrize(
    ("report", "manager"),
    [
        ("sdr", "account_executive"),
        ("pod_lead", "head_of_sales"),
        ("account_executive", "nobody knows"),
        ("vp_sales", "other"),
        ("other", "sdr"),
    ],
)
def test_a_higher_rank_an_equal_leader_or_an_unknown_role_may_lead(report: str, manager: str) -> None:
    assert not found("report-to-lower-rank", chart(*pair(report, manager)))


def test_an_unusual_manager_is_named_with_the_usual_ones() -> None:
    finding = one("report-atypical-manager", chart(*pair("assistant_sales_manager", "vp_sales")))
    assert finding.message == "Rut usually reports to Head of Sales, here to Max."


def test_a_role_that_usually_reports_to_nobody_says_so() -> None:
    message = one("report-atypical-manager", chart(*pair("founder_hunter", "executive"))).message
    assert message == "Rut usually reports to nobody, here to Max."


@pytest.mark.parametrize(
    ("report", "manager"),
    [("sdr", "head_of_sales"), ("sdr", "field_sales_lead"), ("sdr", "other"), ("other", "sdr")],
)
def test_a_usual_manager_or_a_variant_of_one_is_fine(report: str, manager: str) -> None:
    assert not found("report-atypical-manager", chart(*pair(report, manager)))


def test_a_role_of_the_plan_counts_as_the_one_it_is_based_on() -> None:
    own = OwnRole(RoleId("chef"), "Säljchef", based_on=RoleId("head_of_sales"))
    assert not found("report-atypical-manager", chart(*pair("sdr", "chef")), roles=[own])


CHAIN = (
    OwnRole(RoleId("a last"), based_on=RoleId("mid")),
    OwnRole(RoleId("mid"), based_on=RoleId("z first")),
    OwnRole(RoleId("z first"), based_on=RoleId("field_sales_lead")),
)


@pytest.mark.parametrize("roles", [CHAIN, CHAIN[::-1]])
@pytest.mark.parametrize("manager", ["z first", "mid", "a last"])
def test_roles_of_the_plan_may_be_based_on_one_another(manager: str, roles: tuple[OwnRole, ...]) -> None:
    assert not found("report-atypical-manager", chart(*pair("sdr", manager)), roles=roles)
    seats = [seat("x", manager)]
    assert organisation(chart(seats), roles=roles).role_id(SeatId("x")) == "field_sales_lead"


def test_a_usual_manager_may_be_a_role_of_the_plan_that_others_are_based_on() -> None:
    roles = [*CHAIN, OwnRole(RoleId("scout"), based_on=RoleId("sdr"), reports_to=(RoleId("mid"),))]
    assert not found("report-atypical-manager", chart(*pair("scout", "a last")), roles=roles)
    assert found("report-atypical-manager", chart(*pair("scout", "z first")), roles=roles)


def placed(manager: str, *reports: str) -> tuple[list, list[str]]:
    seats = [seat("boss", manager), seat("asm", "assistant_sales_manager", names=["Asa"])]
    return [*seats, *map(seat, reports)], ["asm > boss", *(f"{report} > asm" for report in reports)]


def test_an_assistant_stands_between_a_sales_leader_and_sellers() -> None:
    assert not found("report-assistant-misplaced", chart(*placed("head_of_sales", "a")))
    assert not found("report-assistant-misplaced", chart(*placed("vp_sales", "a")))
    finding = one("report-assistant-misplaced", chart(*placed("head_of_sales")))
    assert finding.message == "Asa should link the sales manager and the sales force."
    assert found("report-assistant-misplaced", chart(*placed("executive", "a")))
    assert found("report-assistant-misplaced", chart([seat("asm", "assistant_sales_manager")]))


POD_TEAM = (
    seat("l", "pod_lead", pod="p"),
    seat("a", pod="p"),
    seat("b", pod="p"),
    seat("x", "head_of_sales", names=["Xi"]),
    seat("y", "vp_sales", names=["Yu"]),
)


def test_a_pod_has_one_manager() -> None:
    drawn = chart(POD_TEAM, ["a > x", "b > y", "l > y"], pods=[pod("p", "North")])
    finding = one("report-pod-split-managers", drawn)
    assert finding.message == "Pod North is led by 2 managers: Xi, Yu."
    assert (finding.seats, finding.pods) == (("x", "y"), ("p",))


def test_the_lead_of_a_pod_may_report_elsewhere() -> None:
    drawn = chart(POD_TEAM, ["a > l", "b > l", "l > y"], pods=[pod("p")])
    assert not found("report-pod-split-managers", drawn)
    named = chart(POD_TEAM, ["a > x", "b > y"], pods=[pod("p", lead="a")])
    assert not found("report-pod-split-managers", named)


def test_a_neighbour_in_a_pod_has_no_manager_to_count() -> None:
    seats = [*POD_TEAM, seat("m", "marketing", pod="p")]
    assert not found("report-pod-split-managers", chart(seats, ["a > x", "b > x"], pods=[pod("p")]))


@pytest.mark.parametrize(
    ("report", "manager"),
    [
        ("director_sales_enablement", "enablement_program_manager"),
        ("enablement_program_manager", "enablement_onboarding_manager"),
    ],
)
def test_enablement_ranks_go_upwards(report: str, manager: str) -> None:
    finding = one("report-enablement-order", chart(*pair(report, manager)))
    assert finding.message.startswith("Rut reports to Max; the usual order is specialist")


@pytest.mark.parametrize(
    ("report", "manager"),
    [("enablement_specialist", "enablement_program_manager"), ("vp_sales_enablement", "head_of_sales")],
)
def test_upwards_or_out_of_enablement_is_in_order(report: str, manager: str) -> None:
    assert not found("report-enablement-order", chart(*pair(report, manager)))


def test_enablement_without_anybody_at_the_top_has_no_sponsor() -> None:
    seats = [seat("d", "director_sales_enablement"), seat("s", "enablement_specialist"), seat("vp", "vp_sales")]
    assert one("report-enablement-no-sponsor", chart(seats, ["s > d"])).seats == ("d", "s")
    assert not found("report-enablement-no-sponsor", chart(seats, ["s > d", "d > vp"]))
    assert not found("report-enablement-no-sponsor", chart([seat("v", "vp_sales_enablement")]))
    assert not found("report-enablement-no-sponsor", chart([seat("a")]))


def test_one_man_bands_share_a_sales_leader() -> None:
    bands = [seat("a", "island_rep"), seat("b", "island_rep"), seat("vp", "vp_sales"), seat("h", "head_of_sales")]
    assert one("report-one-man-bands-no-vp", chart(bands, ["a > vp", "b > h"])).seats == ("a", "b")
    assert not found("report-one-man-bands-no-vp", chart(bands, ["a > vp", "b > vp"]))
    assert not found("report-one-man-bands-no-vp", chart(bands[:1]))
    assert found("report-one-man-bands-no-vp", chart([seat("a", "island_rep", headcount=2)]))
    assert not found("report-one-man-bands-no-vp", chart([seat("m")]))
