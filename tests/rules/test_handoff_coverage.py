"""Every stage covered, every lead on its way to a closer, every customer owned."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import SourceId
from salesorg_gui.domain.records import Lane, Source
from tests.rules.builders import INBOUND, OUTBOUND, chart, found, handoff, one, seat

INB = seat("inb", "inbound_sdr", names=["Ines"])
OUT = seat("sdr", "outbound_sdr", names=["Otto"])
AE = seat("ae", names=["Ada"])
CSM = seat("csm", "customer_success_manager", names=["Cleo"])
LINE = (INB, OUT, AE, CSM)
FLOW = (
    "in > inb: raw_lead",
    "out > sdr: target_prospect",
    "inb > ae: qualified_lead",
    "sdr > ae: qualified_lead",
    "ae > csm: signed_customer",
)


def uncovered(*seats: object, **answers: float) -> dict[str, str]:
    """Stage -> severity of what nobody covers."""
    drawn = chart([one for one in LINE if one in seats])
    return {finding.stages[0]: finding.severity.value for finding in found("handoff-stage-uncovered", drawn, answers)}


def test_what_nobody_covers_is_an_error_or_milder() -> None:
    assert uncovered(INB) == {
        "lead_generation": "hint",
        "outbound_prospecting": "error",
        "demo_negotiation": "warning",
        "closing": "error",
        "onboarding": "warning",
        "retention": "error",
        "growth": "hint",
    }


def test_outbound_is_needed_without_inbound_leads_and_inbound_with_them() -> None:
    assert set(uncovered(AE, CSM)) == {"lead_generation", "outbound_prospecting"}
    assert set(uncovered(AE, CSM, inbound_leads=1)) == {"lead_generation", "inbound_qualification"}


def test_sources_on_the_chart_tell_which_lane_is_needed() -> None:
    inbound = found("handoff-stage-uncovered", chart([AE, CSM], sources=[INBOUND]))
    assert [finding.stages for finding in inbound] == [("inbound_qualification",), ("lead_generation",)]
    both = found("handoff-stage-uncovered", chart([AE, CSM], sources=[INBOUND, OUTBOUND]))
    assert [finding.stages[0] for finding in both][:2] == ["inbound_qualification", "outbound_prospecting"]


def test_a_covered_line_leaves_only_lead_generation_open() -> None:
    assert uncovered(*LINE) == {"lead_generation": "hint"}


def test_an_uncovered_stage_names_the_roles_for_it() -> None:
    closing = next(f for f in found("handoff-stage-uncovered", chart([CSM])) if f.stages == ("closing",))
    assert closing.message == "Nobody covers the stage Closing."
    assert closing.fix.startswith("Place one of: Account Executive, ")


def test_a_support_structure_needs_no_stage() -> None:
    assert not found("handoff-stage-uncovered", chart([seat("x", "enablement_specialist")], model="enablement_org"))
    assert found("handoff-stage-uncovered", chart([seat("x", "enablement_specialist")], model="island"))


def test_a_source_without_a_handoff_reaches_nobody() -> None:
    drawn = chart(LINE, handoffs=FLOW[1:], sources=[INBOUND, OUTBOUND])
    finding = one("handoff-source-unconnected", drawn)
    assert (finding.sources, finding.message) == (("in",), "Leads from Website reach nobody.")


def test_a_connected_source_reaches_somebody() -> None:
    assert not found("handoff-source-unconnected", chart(LINE, handoffs=FLOW, sources=[INBOUND, OUTBOUND]))


def test_a_handoff_from_a_seat_with_the_name_of_a_source_is_not_the_source() -> None:
    namesake = [seat("in", "inbound_sdr"), AE]
    assert found("handoff-source-unconnected", chart(namesake, handoffs=["in > ae: hot_lead"], sources=[INBOUND]))


def test_leads_that_end_before_a_closer_are_named_with_their_end() -> None:
    finding = one("handoff-source-no-closer", chart(LINE, handoffs=FLOW[:2] + FLOW[3:], sources=[INBOUND, OUTBOUND]))
    assert finding.message == "Leads from Website never reach somebody who closes; they end at Ines."
    assert (finding.seats, finding.sources) == (("inb",), ("in",))


def test_leads_that_end_with_somebody_outside_the_journey_are_named_too() -> None:
    drawn = chart([seat("head", "head_of_sales", names=["Hanna"])], handoffs=["in > head: raw_lead"], sources=[INBOUND])
    assert one("handoff-source-no-closer", drawn).seats == ("head",)


def test_leads_that_go_nowhere_end_at_the_source() -> None:
    message = one("handoff-source-no-closer", chart([AE], sources=[INBOUND])).message
    assert message.endswith("they end at the source itself.")


def test_leads_that_go_round_before_a_closer_are_named_with_the_circle() -> None:
    drawn = chart(
        [INB, seat("two", "inbound_sdr", names=["Tess"])],
        handoffs=["in > inb: raw_lead", "inb > two: qualified_lead", "two > inb: qualified_lead"],
        sources=[INBOUND],
    )
    assert one("handoff-source-no-closer", drawn).seats == ("inb",)


def test_of_many_dead_ends_every_one_is_shown_and_the_message_counts_them() -> None:
    ends = [seat(f"e{number}", "inbound_sdr", names=[f"E{number}"]) for number in range(9)]
    drawn = chart(ends, handoffs=[f"in > {end.id}: raw_lead" for end in ends], sources=[INBOUND])
    finding = one("handoff-source-no-closer", drawn)
    assert finding.seats == tuple(end.id for end in ends)
    assert finding.message.endswith("they end at E0, E1, E2, E3, E4 and 4 more.")


def test_dead_ends_behind_one_another_s_branches_count_once() -> None:
    team = [seat(id, "inbound_sdr") for id in "abcde"]
    flow = [f"{ends}: qualified_lead" for ends in ("a > b", "b > a", "a > c", "b > d", "c > d")]
    drawn = chart(team, handoffs=["in > a: raw_lead", "out > c: raw_lead", *flow], sources=[INBOUND, OUTBOUND])
    ends = {finding.sources: finding.seats for finding in found("handoff-source-no-closer", drawn)}
    assert ends == {("in",): ("d",), ("out",): ("d",)}


def test_leads_that_reach_a_closer_are_fine() -> None:
    assert not found("handoff-source-no-closer", chart(LINE, handoffs=FLOW, sources=[INBOUND, OUTBOUND]))


def test_signed_customers_need_an_owner() -> None:
    finding = one("handoff-closer-no-owner", chart(LINE, handoffs=FLOW[:-1]))
    assert (finding.seats, finding.message) == (("ae",), "Customers signed by Ada get no owner afterwards.")
    assert not found("handoff-closer-no-owner", chart(LINE, handoffs=FLOW))


def test_a_seat_that_closes_and_cares_owns_its_customers() -> None:
    assert not found("handoff-closer-no-owner", chart([seat("x", add=["retention"])]))
    assert found("handoff-closer-no-owner", chart([seat("x", add=["growth"])]))


def test_a_journey_that_stops_early_is_a_dead_end() -> None:
    drawn = chart(LINE, handoffs=FLOW[:-1], sources=[INBOUND, OUTBOUND])
    finding = one("handoff-dead-end", drawn)
    assert finding.message == "The customer journey stops at Ada (last stage Closing)."
    assert (finding.seats, finding.stages) == (("ae",), ("closing",))


def test_where_no_lead_comes_nothing_stops() -> None:
    assert not found("handoff-dead-end", chart(LINE, handoffs=FLOW[:-1]))


def test_a_journey_may_end_with_an_owner() -> None:
    assert not found("handoff-dead-end", chart(LINE, handoffs=FLOW, sources=[INBOUND, OUTBOUND]))


def test_a_seat_no_lead_reaches_is_found() -> None:
    drawn = chart([*LINE, seat("am", "account_manager", names=["Amir"])], handoffs=FLOW, sources=[INBOUND, OUTBOUND])
    finding = one("handoff-unreachable-seat", drawn)
    assert (finding.seats, finding.message) == (("am",), "No lead or customer ever reaches Amir.")


@pytest.mark.parametrize("role", ["outbound_sdr", "marketing", "head_of_sales", "nobody knows"])
def test_a_seat_that_fetches_or_makes_leads_or_has_no_stage_need_not_be_reached(role: str) -> None:
    assert not found("handoff-unreachable-seat", chart([seat("x", role)], sources=[INBOUND]))


def test_leads_made_by_marketing_alone_do_not_reach() -> None:
    drawn = chart([seat("m", "marketing"), INB], handoffs=["m > inb: raw_lead"], sources=[INBOUND])
    assert one("handoff-unreachable-seat", drawn).seats == ("inb",)
    fed = replace(drawn, handoffs={**drawn.handoffs, SEED.id: SEED})
    assert not found("handoff-unreachable-seat", fed)


SEED = handoff("in > m: raw_lead")


def test_growth_belongs_to_somebody() -> None:
    keeper = seat("am", "account_manager", remove=["growth"])
    assert one("handoff-growth-path-missing", chart([keeper, AE])).seats == ("am",)
    assert not found("handoff-growth-path-missing", chart([keeper, CSM]))
    assert not found("handoff-growth-path-missing", chart([keeper, AE], handoffs=["am > ae: growth_opportunity"]))
    assert not found("handoff-growth-path-missing", chart([AE]))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (Source(SourceId("in"), title="Trade fair", channel="website"), "Trade fair"),
        (Source(SourceId("in"), channel="website"), "Website"),
        (Source(SourceId("in"), channel="smoke signals"), "smoke signals"),
        (Source(SourceId("in")), "the inbound source"),
        (Source(SourceId("in"), Lane.OUTBOUND), "the outbound source"),
    ],
)
def test_a_source_is_called_by_title_channel_or_lane(source: Source, name: str) -> None:
    assert one("handoff-source-unconnected", chart(sources=[source])).message == f"Leads from {name} reach nobody."
