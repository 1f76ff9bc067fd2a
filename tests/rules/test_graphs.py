"""The graphs of a chart hold what is drawn, and the journey opens seats up into stages."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import RoleId, SeatId, SourceId, StageId
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.domain.records import Json, Lane, Seat, Source
from salesorg_gui.rules.graphs import LeadSource
from salesorg_gui.rules.journey import Node, Post
from tests.rules.builders import INBOUND, OUTBOUND, chart, found, handoff, organisation, seat
from tests.rules.reporting_facts import reporting_facts

HEAD = seat("head", "head_of_sales")


def edges(drawn: Chart, roles: Iterable[OwnRole] = ()) -> list[tuple[Node, Node, int]]:
    """The edges of the journey with their weights."""
    return list(organisation(drawn, roles=roles).journey.graph.edges(data="weight"))


def weights(drawn: Chart, roles: Iterable[OwnRole] = ()) -> list[int]:
    return [weight for _before, _after, weight in edges(drawn, roles)]


def name(node: Node) -> str:
    return f"{node.seat}.{node.stage}" if isinstance(node, Post) else f"@{node.source}"


def journey(seats: Iterable[Seat], handoffs: Iterable[str] = ()) -> set[str]:
    """The edges of the journey as text, such as ``sdr.inbound_qualification > ae.demo_negotiation 1``."""
    drawn = chart(seats, handoffs=handoffs)
    return {f"{name(before)} > {name(after)} {weight}" for before, after, weight in edges(drawn)}


def test_reporting_runs_from_manager_to_report_and_leaves_unlined_neighbours_out() -> None:
    drawn = chart([HEAD, seat("a"), seat("m", "marketing"), seat("ceo", "executive")], ["a > head", "head > ceo"])
    graph = organisation(drawn).graphs.reporting
    assert set(graph.edges) == {("head", "a"), ("ceo", "head")}
    assert set(graph) == {"head", "a", "ceo"}


def test_lines_to_missing_seats_are_kept_aside() -> None:
    graphs = organisation(chart([HEAD], ["head > ghost", "ghost > head"])).graphs
    assert not graphs.reporting.edges
    assert [line.id for line in graphs.loose_lines[SeatId("head")]] == ["l head > ghost"]


def test_handoffs_carry_what_is_said_about_them() -> None:
    drawn = chart(
        [seat("a"), seat("b")], handoffs=["in > a: raw_lead", "a > b", "a > ghost", "ghost > a"], sources=[INBOUND]
    )
    graph = organisation(drawn).graphs.handoffs
    assert graph.number_of_edges() == 2
    said = graph.edges[LeadSource(SourceId("in")), SeatId("a"), "h in > a: raw_lead"]
    assert (said["object"], said["kind"], said["sla_hours"], said["is_return"]) == ("raw_lead", "customer", 1.0, False)
    assert said["condition"] == "when in > a: raw_lead"
    assert said["probability"] is None
    assert graph.edges[SeatId("a"), SeatId("b"), "h a > b"]["object"] is None


def test_the_customer_flow_leaves_out_returns_support_and_new_rounds() -> None:
    others = ["a > b: rejected_lead", "b > a: growth_opportunity", "a > b: sales_content", "b > a", "b > a: fog"]
    marked = handoff("b > a: hot_lead", is_return=True)
    drawn = chart(
        [seat("a"), seat("b")], handoffs=["a > b: hot_lead", "in > a: raw_lead", *others, marked], sources=[INBOUND]
    )
    flow = organisation(drawn).graphs.customers
    assert set(flow.edges) == {("a", "b"), (LeadSource(SourceId("in")), "a")}
    assert flow.edges[SeatId("a"), SeatId("b")]["handoffs"] == ("h a > b: hot_lead",)


def test_stages_follow_each_other_inside_a_seat() -> None:
    assert journey([seat("x", "island_rep", add=["lead_generation", "retention", "growth"])]) == {
        "x.lead_generation > x.outbound_prospecting 0",
        "x.lead_generation > x.inbound_qualification 0",
        "x.outbound_prospecting > x.demo_negotiation 0",
        "x.inbound_qualification > x.demo_negotiation 0",
        "x.demo_negotiation > x.closing 0",
        "x.closing > x.onboarding 0",
        "x.onboarding > x.retention 0",
        "x.retention > x.growth 0",
    }


def test_a_seat_may_skip_the_demo_and_onboarding_but_nothing_else() -> None:
    skipping = ["outbound_prospecting", "closing", "retention"]
    assert journey([seat("x", "head_of_sales", add=skipping)]) == {
        "x.outbound_prospecting > x.closing 0",
        "x.closing > x.retention 0",
    }
    apart = ["lead_generation", "demo_negotiation", "onboarding", "growth"]
    assert journey([seat("x", "head_of_sales", add=apart)]) == set()


def test_a_seat_with_both_lanes_hands_over_from_both() -> None:
    assert journey([seat("s", "sdr"), seat("a", remove=["closing"])], handoffs=["s > a: qualified_lead"]) == {
        "s.outbound_prospecting > a.demo_negotiation 1",
        "s.inbound_qualification > a.demo_negotiation 1",
    }


def test_without_a_producing_stage_a_handoff_leaves_from_the_latest_one_before_or_at_its_origin() -> None:
    team = [seat("m", "marketing", add=["closing"]), seat("b", remove=["closing"])]
    assert journey(team, handoffs=["m > b: hot_lead"]) == {"m.lead_generation > b.demo_negotiation 0"}
    late = [seat("c", "customer_success_manager"), seat("b", remove=["closing"])]
    assert "c.growth > b.demo_negotiation 1" in journey(late, handoffs=["c > b: hot_lead"])


def test_without_a_consuming_stage_a_handoff_enters_past_its_origin_or_first_of_all() -> None:
    team = [seat("s", "inbound_sdr"), seat("c", "customer_success_manager", add=["lead_generation"])]
    assert "s.inbound_qualification > c.onboarding 1" in journey(team, handoffs=["s > c: hot_lead"])
    at_origin = [seat("s", "sdr"), seat("i", "inbound_sdr", add=["onboarding"])]
    assert "s.inbound_qualification > i.onboarding 1" in journey(at_origin, handoffs=["s > i: hot_lead"])
    early = [seat("s", "inbound_sdr"), seat("m", "marketing")]
    assert "s.inbound_qualification > m.lead_generation 1" in journey(early, handoffs=["s > m: hot_lead"])


def test_sources_marketing_and_promotion_weigh_nothing() -> None:
    own = OwnRole(RoleId("ads"), "Ads", based_on=RoleId("marketing"))
    team = [
        seat("ads", "ads"),
        seat("s", "inbound_sdr"),
        seat("am", "account_manager"),
        seat("k", "key_account_manager"),
    ]
    drawn = chart(team, handoffs=["in > s: raw_lead", "ads > s: raw_lead", "am > k: key_customer"], sources=[INBOUND])
    assert set(weights(drawn, roles=[own])) == {0}
    twice = chart(team, handoffs=["am > k: key_customer", "am > k: onboarded_customer"])
    assert set(weights(twice)) == {0, 1}


def test_seats_without_stages_have_no_post() -> None:
    assert journey(
        [HEAD, seat("x", "nobody knows"), seat("a")], handoffs=["head > a: hot_lead", "a > x: hot_lead"]
    ) == {"a.demo_negotiation > a.closing 0"}


def test_stages_stand_in_the_order_of_the_journey_and_unknown_ones_are_passed_over() -> None:
    drawn = chart([seat("a", add=["growth", "dance", "lead_generation"], remove=["closing", "sing"])])
    duties = organisation(drawn).graphs.duties
    assert duties.stages[SeatId("a")] == ("lead_generation", "demo_negotiation", "growth")
    assert duties.covering[StageId("growth")] == ("a",)


def test_what_a_seat_takes_and_gives_grows_with_added_stages() -> None:
    duties = organisation(chart([seat("a", "head_of_sales", add=["closing", "dance"]), HEAD])).graphs.duties
    assert duties.inputs[SeatId("a")] - duties.inputs[SeatId("head")] == {
        "qualified_lead",
        "hot_lead",
        "growth_opportunity",
    }
    assert duties.outputs[SeatId("a")] - duties.outputs[SeatId("head")] == {"signed_customer"}


def test_inbound_leads_come_from_the_sources_else_from_the_answer() -> None:
    more = Source(SourceId("more"), Lane.INBOUND, per_month=50)
    answers = {"inbound_leads": 7}
    assert organisation(chart(sources=[INBOUND, OUTBOUND, more]), answers).inbound_leads == 150
    assert organisation(chart(sources=[OUTBOUND]), answers).inbound_leads == 7
    assert organisation(chart(sources=[OUTBOUND])).inbound_leads == 0


@pytest.mark.parametrize("nonsense", [10**400, -(10**400), float("nan"), float("inf"), -3, True, "many", None])
def test_an_answer_that_is_no_number_counts_as_not_given(nonsense: Json) -> None:
    org = organisation(chart([seat("x", "closer_outbound")]), {"inbound_leads": nonsense, "employees": nonsense})
    assert org.inbound_leads == 0
    assert found("handoff-leadgen-followup-combined", org.chart, {"employees": nonsense})


@pytest.mark.parametrize("nonsense", [10**400, float("nan"), float("inf"), -3])
def test_leads_of_a_source_that_are_no_number_do_not_count(nonsense: float) -> None:
    org = organisation(chart(sources=[replace(INBOUND, per_month=nonsense)]), {"inbound_leads": 7})
    assert org.inbound_leads == 7


def test_facts_tell_roots_orphans_circles_and_depth() -> None:
    seats = [HEAD, *map(seat, "abcdefghi"), seat("m", "marketing")]
    lines = [
        "a > head",
        "b > a",
        "c > c",
        "d > c",
        "e > f",
        "f > e",
        "g > e",
        "h > ghost",
        "i > a",
        "i > b",
        "a ~ head",
    ]
    facts = reporting_facts(organisation(chart(seats, lines)).graphs)
    assert facts.roots == ("head", "m")
    assert facts.orphans == ("h",)
    assert facts.self_managers == ("c",)
    assert facts.missing_managers == ("ghost",)
    assert facts.circles == (("e", "f"),)
    assert facts.with_several_managers == ("i",)
    assert facts.unreachable == ("e", "f", "g")
    assert facts.levels == {"head": 1, "c": 1, "h": 1, "m": 1, "a": 2, "d": 2, "b": 3, "i": 3}
    assert facts.depth == 3


def test_an_empty_chart_has_no_depth() -> None:
    assert reporting_facts(organisation(chart()).graphs).depth == 0
