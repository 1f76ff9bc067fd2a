"""Work that sits on the wrong seat."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import StageId
from salesorg_gui.domain.records import Activity, Json, Lane
from salesorg_gui.rules.finding import Severity
from tests.rules.builders import INBOUND, OUTBOUND, chart, found, one, seat

INES = seat("i", "inbound_sdr", names=["Ines"])


# ---------------------------------------------------------------------------------------- role-inbound-without-leads


@pytest.mark.parametrize(("leads", "severities"), [(0, ["warning"]), (19, ["warning"]), (20, ["hint"])])
def test_an_inbound_role_needs_leads(leads: float, severities: list[str]) -> None:
    findings = found("role-inbound-without-leads", chart([INES]), {"inbound_leads": leads})
    assert [finding.severity for finding in findings] == severities


def test_it_says_how_few_leads_there_are() -> None:
    drawn = chart([INES], sources=[replace(INBOUND, per_month=12)])
    assert one("role-inbound-without-leads", drawn).message == (
        "An inbound role with only 12 inbound leads a month is not needed."
    )
    drawn = chart([INES], sources=[replace(INBOUND, per_month=1)])
    assert "1 inbound lead a month" in one("role-inbound-without-leads", drawn).message


@pytest.mark.parametrize("answers", [{}, {"inbound_leads": "many"}])
def test_where_nobody_knows_the_leads_nothing_is_said(answers: dict[str, Json]) -> None:
    drawn = chart([INES], sources=[replace(INBOUND, per_month=0), OUTBOUND])
    assert not found("role-inbound-without-leads", drawn, answers)
    assert not found("role-inbound-unowned", replace(drawn, seats={}), answers)


@pytest.mark.parametrize(("fte", "count"), [(0.45, 0), (0.46, 1)])
def test_more_time_than_the_leads_take_is_a_hint(fte: float, count: int) -> None:
    """100 leads take 0.25 FTE; 0.2 more are allowed for."""
    findings = found("role-inbound-without-leads", chart([replace(INES, fte=fte)], sources=[INBOUND]))
    assert len(findings) == count
    for finding in findings:
        assert finding.severity is Severity.HINT
        assert finding.message == "Ines has 0.46 FTE for inbound; 100 inbound leads a month take 0.25."


def test_only_the_time_for_inbound_counts() -> None:
    stages = {StageId("inbound_qualification"): 0.4, StageId("outbound_prospecting"): 0.6}
    both = replace(seat("i", "inbound_sdr", add=["outbound_prospecting"]), shares=stages)
    assert not found("role-inbound-without-leads", chart([both], sources=[INBOUND]))
    halves = replace(both, shares={})
    assert one("role-inbound-without-leads", chart([halves], sources=[INBOUND])).seats == ("i",)


def test_an_inbound_role_that_does_something_else_has_no_time_for_inbound() -> None:
    other = seat("i", "inbound_sdr", add=["growth"], remove=["inbound_qualification"])
    assert not found("role-inbound-without-leads", chart([other], sources=[INBOUND]))


def test_from_400_leads_a_whole_role_is_right() -> None:
    team = replace(INES, headcount=5)
    assert found("role-inbound-without-leads", chart([team]), {"inbound_leads": 399})
    assert not found("role-inbound-without-leads", chart([team]), {"inbound_leads": 400})


# ------------------------------------------------------------------------------------------------ role-inbound-unowned


def test_inbound_leads_need_an_owner() -> None:
    finding = one("role-inbound-unowned", chart([seat("a")], sources=[INBOUND, OUTBOUND]))
    assert finding.message == "100 inbound leads a month and nobody follows them up."
    assert finding.fix == "Give inbound follow-up to a seat (10 hours a week)."
    assert (finding.severity, finding.sources, finding.stages) == ("error", ("in",), ("inbound_qualification",))


def test_whoever_covers_inbound_owns_the_leads() -> None:
    assert not found("role-inbound-unowned", chart([seat("a", add=["inbound_qualification"])], sources=[INBOUND]))
    assert not found("role-inbound-unowned", chart([seat("a")], sources=[OUTBOUND]), {"inbound_leads": 0})


def test_one_lead_is_one_lead() -> None:
    finding = one("role-inbound-unowned", chart([seat("a")]), {"inbound_leads": 1})
    assert finding.message == "1 inbound lead a month and nobody follows it up."
    finding = one("role-inbound-unowned", chart([seat("a")]), {"inbound_leads": 10})
    assert finding.fix == "Give inbound follow-up to a seat (1 hour a week)."


def test_sources_of_both_lanes_are_told_apart() -> None:
    far = replace(INBOUND, id=OUTBOUND.id, lane=Lane.OUTBOUND)
    assert one("role-inbound-unowned", chart([seat("a")], sources=[INBOUND, far])).sources == ("in",)


# ---------------------------------------------------------------------- role-seller-does-operations, -does-enablement


@pytest.mark.parametrize(("kind", "rule"), [("operations", "operations"), ("enablement", "enablement")])
@pytest.mark.parametrize(("shares", "told"), [((0.1,), None), ((0.05, 0.05), None), ((0.05, 0.06), "11 %")])
def test_sellers_leave_other_work_to_others(kind: str, rule: str, shares: tuple[float, ...], told: str | None) -> None:
    ada = replace(seat("a", names=["Ada"]), activities=tuple(Activity("Lists", kind, share) for share in shares))
    findings = found(f"role-seller-does-{rule}", chart([ada]))
    assert [told in finding.message for finding in findings if told] == [True] * (told is not None)
    assert len(findings) == (told is not None)


@pytest.mark.parametrize(
    ("role", "kind", "count"),
    [
        ("customer_success_manager", "operations", 1),
        ("head_of_sales", "operations", 0),
        ("sales_operations", "operations", 0),
        ("service_support", "operations", 0),
        ("account_executive", "selling", 0),
        ("account_executive", "leading", 0),
    ],
)
def test_only_sellers_and_carers_and_only_work_of_that_kind(role: str, kind: str, count: int) -> None:
    busy = replace(seat("a", role), activities=(Activity("Work", kind, 0.5),))
    assert len(found("role-seller-does-operations", chart([busy]))) == count


# ---------------------------------------------------------------------------------------------------- role-am-hunting


@pytest.mark.parametrize(("sellers", "count"), [(5, 0), (6, 1)])
def test_an_account_manager_hunts_in_small_organisations_only(sellers: int, count: int) -> None:
    hunter = seat("m", "account_manager", add=["outbound_prospecting"], names=["Mia"])
    assert len(found("role-am-hunting", chart([hunter, seat("a", headcount=sellers)]))) == count


@pytest.mark.parametrize("role", ["key_account_manager", "account_executive"])
def test_only_account_managers_are_meant(role: str) -> None:
    hunter = seat("m", role, add=["outbound_prospecting"])
    assert not found("role-am-hunting", chart([hunter, seat("a", headcount=9)]))
    assert not found("role-am-hunting", chart([seat("m", "account_manager"), seat("a", headcount=9)]))


# ---------------------------------------------------------------------------------------------------- role-bdm-as-rep

BEN = seat("b", "business_development_manager", names=["Ben"])


def test_a_business_developer_sets_no_appointments() -> None:
    assert one("role-bdm-as-rep", chart([replace(BEN, stages_added=(StageId("outbound_prospecting"),))])).seats == (
        "b",
    )
    finding = one("role-bdm-as-rep", chart([BEN, seat("a")], handoffs=["b > a: qualified_lead"]))
    assert finding.handoffs == ("h b > a: qualified_lead",)


@pytest.mark.parametrize("drawn", ["b > a: market_opportunity", "a > b: qualified_lead", "b > gone: qualified_lead"])
def test_a_business_developer_may_hand_over_anything_else(drawn: str) -> None:
    assert not found("role-bdm-as-rep", chart([BEN, seat("a")], handoffs=[drawn]))
