"""Whose customer is it: segments of seats and pods, nested, crossing, sized, split, not served."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import SeatId, SegmentId
from salesorg_gui.domain.records import Segment
from salesorg_gui.study.cases.trial import Verdict
from salesorg_gui.study.cases.walk import Kind
from salesorg_gui.study.cases.words import CaseWords
from tests.rules.builders import ENGLISH, INBOUND, chart, pod, seat, segment
from tests.study.cases.charts import AE, CSM, LINE, SDR, line_of, owners, pods_of, told, troubles, untold, walked


def test_the_owner_of_the_segment_goes_before_everybody_else() -> None:
    north, south = seat("n", names=["Nia"]), seat("s", names=["Sol"])
    ways_on = [untold(f"sdr > {id}: qualified_lead") for id in ("n", "s")]
    ends = [f"{id} > csm: signed_customer" for id in ("n", "s")]
    drawn = chart(
        (SDR, north, south, CSM), (), (LINE[0], *ways_on, *ends), (INBOUND,), (), (segment("North", "n"), segment("S"))
    )
    assert owners(walked(drawn, geography="north"))["closing"] == ("n",)
    assert owners(walked(drawn, geography="S"))["closing"] == ("s",)


def test_nobody_serves_a_place_that_others_share() -> None:
    segments = (segment("North", "ae"), segment("South", "other"))
    drawn = line_of(seat("other"), segments=segments)
    outcome = walked(drawn, geography="South")
    assert troubles(outcome) == [(Kind.NOT_SERVING, ("demo_negotiation",), ("ae",))]
    (sentence,) = told(outcome, drawn)
    assert sentence == (
        "Ida hands over to Bo, and nobody there serves South."
        " Give one of them that segment, or draw a handoff to somebody who has it."
    )


def test_those_who_serve_others_are_named_where_a_stage_is_missing() -> None:
    drawn = replace(line_of(segments=(segment("North", "csm"), segment("South"))), handoffs=line_of().handoffs)
    without = replace(drawn, handoffs={id: one for id, one in drawn.handoffs.items() if one.target != "csm"})
    outcome = walked(without, geography="South")
    assert troubles(outcome) == [(Kind.OTHERS, ("onboarding", "retention"), ("csm",))]
    assert "Nobody does Onboarding, Retention for South; Mia only for others." in told(outcome, without)[0]


def test_a_case_that_does_not_say_where_it_lies_cannot_be_sent_on() -> None:
    drawn = line_of(segments=(segment("North", "ae"), segment("South")))
    outcome = walked(drawn)
    assert troubles(outcome) == [(Kind.UNSAID, ("demo_negotiation",), ("ae",))]
    assert told(outcome, drawn)[0].startswith("Geography decides who takes this customer (Bo)")


def test_whoever_owns_all_there_is_serves_a_case_that_says_nothing() -> None:
    assert walked(line_of(segments=(segment("North", "ae"),))).verdict is Verdict.PASSES


def test_a_region_covers_its_parts_and_a_part_not_its_region() -> None:
    nordics = segment("Nordics", "ae")
    denmark, norway = (replace(segment(name), parent=SegmentId("Nordics")) for name in ("Denmark", "Norway"))
    drawn = line_of(segments=(nordics, denmark, norway))
    assert walked(drawn, geography="Denmark").verdict is Verdict.PASSES
    owned = line_of(segments=(replace(nordics, owners=()), replace(denmark, owners=(AE.id,)), norway))
    assert [one[0] for one in troubles(walked(owned, geography="Nordics"))] == [Kind.UNSAID]
    assert [one[0] for one in troubles(walked(owned, geography="Norway"))] == [Kind.NOT_SERVING]


@pytest.mark.parametrize(("size", "who"), [(49.0, "small"), (50.0, "large"), (51.0, "large"), (1.0, "small")])
def test_sizes_belong_to_the_band_that_holds_them(size: float, who: str) -> None:
    bands = (
        Segment(SegmentId("b1"), "customer_size", "Small", below=50.0, owners=(SeatId("small"),)),
        Segment(SegmentId("b2"), "customer_size", "Large", lowest=50.0, owners=(SeatId("large"),)),
    )
    ways_on = [untold(f"sdr > {id}: qualified_lead") for id in ("small", "large")]
    ends = [f"{id} > csm: signed_customer" for id in ("small", "large")]
    drawn = chart((SDR, seat("small"), seat("large"), CSM), (), (LINE[0], *ways_on, *ends), (INBOUND,), (), bands)
    assert owners(walked(drawn, customer_size=size))["closing"] == (who,)


def test_seats_serve_the_segments_of_their_pods() -> None:
    drawn = pods_of(pod("a", segments=["g1"]), pod("b", segments=["g2"]), segments=(segment("g1"), segment("g2")))
    assert owners(walked(drawn, geography="g2"))["closing"] == ("b1",)


def test_a_pod_without_segments_serves_those_nobody_owns() -> None:
    drawn = pods_of(pod("a", segments=["g1"]), pod("b"), segments=(segment("g1"), segment("g2")))
    assert owners(walked(drawn, geography="g1"))["closing"] == ("a1",)
    assert owners(walked(drawn, geography="g2"))["closing"] == ("b1",)


def test_a_shared_seat_is_not_bound_to_its_pod() -> None:
    pods, segments = (
        (pod("a", segments=["g1"]), pod("b", segments=["g2"])),
        (segment("g1"), segment("g2"), segment("x")),
    )
    assert owners(walked(pods_of(*pods, segments=segments, shared=True), geography="x"))["closing"] == ("b1",)
    assert walked(pods_of(*pods, segments=segments), geography="x").verdict is Verdict.FAILS


def test_two_pods_of_one_segment_are_two_owners_unless_it_is_split() -> None:
    pods = (pod("a", segments=["g1"]), pod("b", segments=["g1"]))
    both = pods_of(*pods, segments=(segment("g1"),))
    assert troubles(walked(both, geography="g1")) == [(Kind.SEVERAL, ("demo_negotiation",), ("a1", "b1"))]
    split = pods_of(*pods, segments=(replace(segment("g1"), split="Ann takes the west"),))
    outcome = walked(split, geography="g1")
    assert outcome.verdict is Verdict.PASSES
    assert outcome.walk.divided == {"demo_negotiation"}


def test_a_split_of_another_segment_says_nothing() -> None:
    pods = (pod("a", segments=["g1", "g2"]), pod("b", segments=["g1", "g2"]))
    segments = (segment("g1"), replace(segment("g2"), split="By name"))
    assert walked(pods_of(*pods, segments=segments), geography="g1").verdict is Verdict.FAILS


def test_the_team_of_an_account_serves_it_and_nobody_else() -> None:
    account = replace(pod("b"), target_account="Volvo")
    drawn = pods_of(pod("a"), account)
    assert owners(walked(drawn, target_account="volvo"))["closing"] == ("b1",)
    assert owners(walked(drawn))["closing"] == ("a1",)
    within = pods_of(pod("a"), replace(account, segments=(SegmentId("g1"),)), segments=(segment("g1"), segment("g2")))
    assert owners(walked(within, target_account="Volvo", geography="g2"))["closing"] == ("a1",)
    assert owners(walked(within, target_account="Volvo", geography="g1"))["closing"] == ("b1",)


def test_own_segments_narrow_those_of_the_pod() -> None:
    bands = Segment(SegmentId("big"), "customer_size", "Big", lowest=100.0, owners=(SeatId("b1"),))
    pods = (pod("a", segments=["g1"]), pod("b", segments=["g1"]))
    drawn = pods_of(*pods, segments=(segment("g1"), segment("g2"), bands))
    assert owners(walked(drawn, geography="g1", customer_size=200.0))["closing"] == ("b1",)
    assert owners(walked(drawn, geography="g1", customer_size=20.0))["closing"] == ("a1",)
    assert walked(drawn, geography="g2", customer_size=200.0).verdict is Verdict.FAILS


def test_a_segment_within_one_of_another_axis_is_a_cell() -> None:
    north = segment("North")
    cloud = Segment(SegmentId("p"), "product", "Cloud", SegmentId("North"), owners=(SeatId("a1"),))
    south = segment("South", "b1")
    drawn = pods_of(pod("a"), pod("b"), segments=(north, cloud, south))
    assert owners(walked(drawn, geography="North", product="Cloud"))["closing"] == ("a1",)
    assert owners(walked(drawn, geography="South", product="Cloud"))["closing"] == ("b1",)
    both = replace(south, owners=(SeatId("a1"), SeatId("b1")))
    assert troubles(walked(pods_of(pod("a"), pod("b"), segments=(north, cloud, both)), geography="South"))


def test_what_is_marked_as_not_served_need_have_no_owner() -> None:
    drawn = line_of(segments=(replace(segment("Mars"), is_served=False), segment("North", "ae")))
    outcome = walked(drawn, geography="Mars")
    assert outcome.verdict is Verdict.NOT_SERVED
    assert told(outcome, drawn) == ("Mars is marked as not served, so nobody need own this customer.",)
    assert CaseWords(drawn, ENGLISH).in_short(outcome) == "Not served on purpose"
    assert walked(drawn, geography="North").verdict is Verdict.PASSES


def test_axes_a_chart_does_not_know_change_nothing() -> None:
    assert walked(line_of(), vertical="Retail", customer_size=200.0).verdict is Verdict.PASSES
