"""Roles and work that nobody has."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import SeatId, SegmentId
from salesorg_gui.domain.records import Activity, Json, Seat, Segment
from salesorg_gui.rules.finding import Severity
from tests.rules.builders import chart, found, one, pod, seat

ENABLEMENT = ("enablement_specialist", "enablement_onboarding_manager", "chief_revenue_officer")


def sellers(count: int) -> Seat:
    return seat("a", headcount=count)


@pytest.mark.parametrize(
    ("rule", "fewest"),
    [
        ("role-operations-missing", 10),
        ("role-enablement-missing", 5),
        ("role-training-owner-missing", 5),
        ("role-competence-map-missing", 5),
    ],
)
def test_a_company_of_this_size_needs_it(rule: str, fewest: int) -> None:
    assert not found(rule, chart([sellers(fewest - 1)]))
    finding = one(rule, chart([sellers(fewest)]))
    assert (finding.severity, finding.keys) == (Severity.HINT, ())


def test_it_says_how_many_sellers_do_without_operations() -> None:
    message = one("role-operations-missing", chart([sellers(12)])).message
    assert message == "12 sellers without sales operations: they do its work themselves."
    limits: dict[str, Json] = {"role-operations-missing": {"sellers_min": 1}}
    message = one("role-operations-missing", chart([sellers(1)]), limits=limits).message
    assert message == "1 seller without sales operations: the seller does its work too."


def test_sales_operations_are_there() -> None:
    assert not found("role-operations-missing", chart([sellers(12), seat("o", "sales_operations")]))


@pytest.mark.parametrize("role", ENABLEMENT)
def test_anybody_in_enablement_is_enough(role: str) -> None:
    assert not found("role-enablement-missing", chart([sellers(12), seat("e", role)]))


# --------------------------------------------------------------------------------------- role-training-owner-missing

HEAD = seat("h", "head_of_sales")


def test_two_enablement_people_need_to_know_who_trains() -> None:
    assert not found("role-training-owner-missing", chart([seat("e", "enablement_specialist")]))
    assert found("role-training-owner-missing", chart([seat("e", "enablement_specialist", headcount=2)]))


@pytest.mark.parametrize(
    "trainer",
    [
        seat("t", "enablement_onboarding_manager"),
        replace(HEAD, activities=(Activity("Coaching", "enablement", 0.1),)),
        replace(HEAD, texts={"responsibilities": ("Onboarding and training of sellers",)}),
        replace(HEAD, texts={"responsibilities": ("Utbildar säljare",)}),
    ],
)
def test_training_is_written_on_somebody(trainer: Seat) -> None:
    assert not found("role-training-owner-missing", chart([sellers(9), trainer]))


@pytest.mark.parametrize(
    "other",
    [
        HEAD,
        seat("t", "enablement_specialist"),
        replace(HEAD, activities=(Activity("Coaching", "enablement", 0.0),)),
        replace(HEAD, activities=(Activity("Coaching", "leading", 0.5),)),
        replace(HEAD, texts={"responsibilities": ("Forecasts",)}),
        replace(seat("s"), activities=(Activity("Helps new ones", "enablement", 0.3),)),
    ],
)
def test_a_role_that_trains_by_the_way_is_not_enough(other: Seat) -> None:
    assert found("role-training-owner-missing", chart([sellers(9), other]))


def test_whoever_hands_over_training_trains() -> None:
    drawn = chart([sellers(9), HEAD], handoffs=["h > a: training_programme"])
    assert not found("role-training-owner-missing", drawn)
    drawn = chart([sellers(9), HEAD], handoffs=["a > h: training_programme"])
    assert not found("role-training-owner-missing", drawn)
    drawn = chart([sellers(9), HEAD], handoffs=["h > a: sales_content"])
    assert found("role-training-owner-missing", drawn)


# --------------------------------------------------------------------------------------- role-competence-map-missing


def test_a_roadmap_is_a_text_on_a_card_or_an_answer() -> None:
    drawn = chart([sellers(5)])
    assert found("role-competence-map-missing", drawn, {"competence_map": False})
    assert not found("role-competence-map-missing", drawn, {"competence_map": True})
    written = replace(sellers(5), texts={"development": ("From inbound to closing in two years",)})
    assert not found("role-competence-map-missing", chart([written]))


# ------------------------------------------------------------------------ role-success-missing, role-specialist-missing


@pytest.mark.parametrize(
    ("rule", "question", "answer", "count"),
    [
        ("role-success-missing", "business", "digital", 1),
        ("role-success-missing", "business", "subscription", 1),
        ("role-success-missing", "business", "software", 0),
        ("role-success-missing", "business", None, 0),
        ("role-specialist-missing", "product_complexity", "high", 1),
        ("role-specialist-missing", "product_complexity", "medium", 0),
        ("role-specialist-missing", "product_complexity", None, 0),
    ],
)
def test_what_is_sold_asks_for_a_role(rule: str, question: str, answer: Json, count: int) -> None:
    assert len(found(rule, chart([seat("a")]), {question: answer})) == count


@pytest.mark.parametrize(
    ("rule", "role", "answers"),
    [
        ("role-success-missing", "customer_success_manager", {"business": "digital"}),
        ("role-specialist-missing", "sales_specialist", {"product_complexity": "high"}),
    ],
)
def test_the_role_is_there(rule: str, role: str, answers: dict[str, Json]) -> None:
    assert not found(rule, chart([seat("a", role)]), answers)


# ------------------------------------------------------------------------------------------- role-key-accounts-unowned


def band(*owners: str, parent: str = "") -> Segment:
    """The band of the largest customers."""
    within = SegmentId(parent) if parent else None
    ids = tuple(map(SeatId, owners))
    return Segment(SegmentId("big"), "customer_size", lowest=500, parent=within, owners=ids, is_key=True)


@pytest.mark.parametrize("owner", ["account_executive", "customer_success_manager"])
def test_key_accounts_need_an_account_manager(owner: str) -> None:
    finding = one("role-key-accounts-unowned", chart([seat("x", owner)], segments=[band("x")]))
    assert finding.message == "The largest customers (500 and more) have no account manager."
    assert finding.segments == ("big",)


@pytest.mark.parametrize("owner", ["account_manager", "key_account_manager"])
def test_an_account_manager_has_the_key_accounts(owner: str) -> None:
    manager = seat("x", owner)
    assert not found("role-key-accounts-unowned", chart([manager], segments=[band("x")]))
    around = Segment(SegmentId("all"), "customer_size", owners=(manager.id,))
    assert not found("role-key-accounts-unowned", chart([manager], segments=[around, band(parent="all")]))
    there = seat("x", owner, pod="p")
    assert not found("role-key-accounts-unowned", chart([there], pods=[pod("p")], segments=[band("p")]))
    elsewhere = chart([manager], pods=[pod("p")], segments=[band("p")])
    assert found("role-key-accounts-unowned", elsewhere)


@pytest.mark.parametrize(
    "other", [replace(band(), is_key=False), replace(band(), is_served=False), replace(band(), axis="geography")]
)
def test_other_parts_of_the_market_need_none(other: Segment) -> None:
    assert not found("role-key-accounts-unowned", chart([seat("x")], segments=[other]))
