"""A made-up customer walks a chart: who owns each stage, where nobody does, where two do, who keeps the customer."""

from dataclasses import replace

from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.ids import CaseId, Key, PodId, SegmentId, SourceId
from salesorg_gui.domain.ids import Kind as RecordKind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Lane, Segment, Source
from salesorg_gui.study.cases import ways
from salesorg_gui.study.cases.trial import Trial, Verdict, tried
from salesorg_gui.study.cases.walk import MOST_OWNERS, Kind
from salesorg_gui.study.cases.words import CaseWords
from tests.rules.builders import ENGLISH, INBOUND, OUTBOUND, chart, handoff, pod, seat, segment
from tests.study.cases.charts import AE, CSM, LINE, SDR, line_of, owners, pods_of, told, troubles, untold, walked


def test_a_customer_goes_from_hand_to_hand_until_somebody_keeps_it() -> None:
    outcome = walked(line_of())
    assert outcome.verdict is Verdict.PASSES
    assert owners(outcome) == {
        "inbound_qualification": ("sdr",),
        "demo_negotiation": ("ae",),
        "closing": ("ae",),
        "onboarding": ("csm",),
        "retention": ("csm",),
        "growth": ("csm",),
    }
    assert outcome.walk.keepers == ("csm",)
    assert CaseWords(line_of(), ENGLISH).way(outcome.walk) == "Website → Ida → Bo → Mia"
    assert told(outcome, line_of()) == ()


def test_everything_on_the_way_is_lit() -> None:
    keys = walked(line_of()).keys
    assert Key(RecordKind.SOURCE, "in") in keys
    assert {key.id for key in keys if key.kind is RecordKind.SEAT} == {"sdr", "ae", "csm"}
    assert len([key for key in keys if key.kind is RecordKind.HANDOFF]) == 3


def test_an_island_does_everything_itself() -> None:
    drawn = chart([seat("rep", "island_rep", add=["retention"])], (), ["out > rep: target_prospect"], [OUTBOUND])
    outcome = walked(drawn, Lane.OUTBOUND)
    assert outcome.verdict is Verdict.PASSES
    assert set(owners(outcome).values()) == {("rep",)}


def test_without_a_lead_source_there_is_no_way_in() -> None:
    drawn = chart((SDR, AE, CSM), (), LINE[1:])
    assert [one[0] for one in troubles(walked(drawn))] == [Kind.NO_SOURCE]
    assert told(walked(drawn), drawn) == ("There is no inbound lead source. Draw one, and hand its leads to a seat.",)
    assert "outbound" in told(walked(drawn, Lane.OUTBOUND), drawn)[0]


def test_leads_that_reach_nobody_are_told() -> None:
    drawn = chart((SDR, AE, CSM), (), LINE[1:], (INBOUND,))
    assert told(walked(drawn), drawn) == ("Website hands leads to nobody. Draw a handoff from it to a seat.",)


def test_a_stage_nobody_does_is_a_gap() -> None:
    drawn = chart((SDR, AE), (), LINE[:2], (INBOUND,))
    outcome = walked(drawn)
    assert troubles(outcome) == [(Kind.NOBODY, ("onboarding", "retention"), ())]
    assert told(outcome, drawn) == (
        "Behind Bo nobody does Onboarding, Retention, nor does anybody else. Give the stage to a seat.",
    )
    assert outcome.walk.keepers == ()


def test_a_stage_somebody_does_whom_no_handoff_reaches_is_a_gap_with_a_name() -> None:
    drawn = chart((SDR, AE, CSM), (), LINE[:2], (INBOUND,))
    assert troubles(walked(drawn)) == [(Kind.NOT_REACHED, ("onboarding", "retention"), ("csm",))]
    assert told(walked(drawn), drawn) == (
        "Behind Bo nobody does Onboarding, Retention. Mia could: draw a handoff there.",
    )


def test_a_stage_that_is_skipped_on_the_way_is_a_gap() -> None:
    keeper = seat("kam", "key_account_manager", names=["Kim"])
    drawn = chart((SDR, AE, keeper), (), (*LINE[:2], "ae > kam: signed_customer"), (INBOUND,))
    outcome = walked(drawn)
    assert troubles(outcome) == [(Kind.NOBODY, ("onboarding",), ())]
    assert outcome.walk.keepers == ("kam",)


def test_leads_nobody_qualifies_are_a_gap_unless_they_come_qualified() -> None:
    drawn = chart((AE, CSM), (), ("in > ae: raw_lead", LINE[2]), (INBOUND,))
    assert troubles(walked(drawn)) == [(Kind.NOBODY, ("inbound_qualification",), ())]
    ready = chart((AE, CSM), (), ("in > ae: qualified_lead", LINE[2]), (INBOUND,))
    assert walked(ready).verdict is Verdict.PASSES
    assert told(walked(ready), ready) == ("Website delivers leads that are qualified already.",)


def test_two_who_get_the_same_are_two_owners() -> None:
    other = seat("ae2", names=["Cy"])
    alike = (untold("sdr > ae: qualified_lead"), untold("sdr > ae2: qualified_lead"))
    drawn = chart((SDR, AE, other, CSM), (), (LINE[0], *alike, LINE[2], "ae2 > csm: signed_customer"), (INBOUND,))
    outcome = walked(drawn)
    assert troubles(outcome) == [(Kind.SEVERAL, ("demo_negotiation",), ("ae", "ae2"))]
    assert owners(outcome)["closing"] == ("ae", "ae2")
    (sentence,) = told(outcome, drawn)
    assert sentence == (
        "Demo has several owners for such customers: Bo and Cy."
        " Split the segment, or write on the handoffs who takes which customer."
    )


def test_conditions_tell_customers_apart() -> None:
    other = seat("ae2", names=["Cy"])
    more = ("sdr > ae2: qualified_lead", "ae2 > csm: signed_customer")
    outcome = walked(line_of(other, handoffs=more))
    assert outcome.verdict is Verdict.PASSES
    assert outcome.walk.divided == {"demo_negotiation"}
    assert told(outcome, line_of(other, handoffs=more)) == (
        "Bo and Cy share Demo; the segment or the handoffs say who takes whom.",
    )


def test_what_is_handed_over_tells_customers_apart() -> None:
    other = seat("ae2", names=["Cy"])
    ways_on = (untold("sdr > ae: qualified_lead"), untold("sdr > ae2: hot_lead"), "ae2 > csm: signed_customer")
    drawn = chart((SDR, AE, other, CSM), (), (LINE[0], LINE[2], *ways_on), (INBOUND,))
    assert walked(drawn).verdict is Verdict.PASSES


def test_who_goes_on_alone_and_also_hands_over_are_two_owners() -> None:
    drawn = chart((SDR, seat("ae", add=["onboarding"]), CSM), (), LINE, (INBOUND,))
    assert troubles(walked(drawn)) == [(Kind.SEVERAL, ("onboarding",), ("ae", "csm"))]


def test_who_onboards_hands_over_afterwards() -> None:
    closer = seat("ae", add=["onboarding"], names=["Bo"])
    keeper = seat("am", "account_manager", names=["Al"])
    drawn = chart((SDR, closer, keeper), (), (*LINE[:2], "ae > am: signed_customer"), (INBOUND,))
    outcome = walked(drawn)
    assert outcome.verdict is Verdict.PASSES
    assert (owners(outcome)["onboarding"], owners(outcome)["retention"]) == (("ae",), ("am",))


def test_a_key_account_goes_to_its_manager_when_the_customer_is_hers() -> None:
    kam = seat("kam", "key_account_manager", names=["Kim"])
    big = Segment(SegmentId("big"), "customer_size", "Key", lowest=1000.0, owners=(kam.id,), is_key=True)
    small = Segment(SegmentId("small"), "customer_size", "Rest", below=1000.0)
    drawn = line_of(kam, handoffs=["csm > kam: key_customer"], segments=(big, small))
    assert walked(drawn, customer_size=5000.0).walk.keepers == ("kam",)
    assert owners(walked(drawn, customer_size=5000.0))["onboarding"] == ("csm",)
    assert walked(drawn, customer_size=50.0).walk.keepers == ("csm",)


def test_customers_handed_back_go_round_in_circles() -> None:
    drawn = line_of(handoffs=[handoff("ae > sdr: raw_lead", is_return=False)])
    outcome = walked(drawn)
    assert troubles(outcome) == [(Kind.ROUND, ("inbound_qualification",), ("sdr",))]
    assert told(outcome, drawn)[0].startswith("Bo hands the customer back to Ida, who works earlier")
    returned = line_of(handoffs=[handoff("ae > sdr: raw_lead", is_return=True)])
    assert walked(returned).verdict is Verdict.PASSES


def test_a_seat_that_passes_on_to_another_at_the_same_stage_shares_it() -> None:
    second = seat("sdr2", "inbound_sdr", names=["Ivo"])
    drawn = line_of(second, handoffs=["sdr > sdr2: raw_lead", "sdr2 > ae: qualified_lead"])
    assert troubles(walked(drawn)) == [(Kind.SEVERAL, ("inbound_qualification",), ("sdr", "sdr2"))]


def test_who_serves_others_is_not_handed_anything_back() -> None:
    second = seat("sdr2", "inbound_sdr")
    segments = (segment("North", "sdr2"), segment("South"))
    drawn = line_of(second, handoffs=["sdr > sdr2: raw_lead"], segments=segments)
    assert walked(drawn, geography="South").verdict is Verdict.PASSES


def test_a_customer_comes_in_through_the_source_it_names() -> None:
    fair = Source(SourceId("fair"), Lane.INBOUND, "webinars", "Fair")
    drawn = replace(line_of(), sources={INBOUND.id: INBOUND, fair.id: fair})
    assert walked(drawn, source="in").verdict is Verdict.PASSES
    assert walked(drawn, channel="website").verdict is Verdict.PASSES
    assert [one[0] for one in troubles(walked(drawn, source="fair"))] == [Kind.NO_HANDOFF]
    assert [walk.source for walk in walked(drawn).walks] == ["in", "fair"] or walked(drawn).verdict is Verdict.FAILS
    assert walked(drawn).walk.source == "fair"


def test_a_channel_no_source_has_is_tried_on_those_of_its_lane() -> None:
    outcome = walked(line_of(), channel="search")
    assert outcome.verdict is Verdict.PASSES
    assert told(outcome, line_of()) == ("No lead source has the channel Search; the others were tried.",)
    assert "smoke signals" in told(walked(line_of(), channel="smoke_signals"), line_of())[0]


def test_a_combined_team_takes_customers_of_both_lanes() -> None:
    both = seat("sdr", "sdr", names=["Ida"])
    drawn = chart((both, AE, CSM), (), (*LINE, "out > sdr: target_prospect"), (INBOUND, OUTBOUND))
    assert "inbound_qualification" in owners(walked(drawn))
    outbound = walked(drawn, Lane.OUTBOUND)
    assert outbound.verdict is Verdict.PASSES
    assert "outbound_prospecting" in owners(outbound)


def test_a_founder_steps_over_a_demo_somebody_else_would_give() -> None:
    founder = seat("f", "island_rep", remove=["demo_negotiation"], add=["retention"])
    drawn = chart([founder, AE], (), ["in > f: raw_lead", "f > ae: qualified_lead"], [INBOUND])
    outcome = walked(drawn)
    assert owners(outcome)["demo_negotiation"] == ("ae",)
    assert troubles(outcome)[0][0] is Kind.NOT_REACHED


def test_whoever_skips_the_demo_alone_leaves_a_gap() -> None:
    founder = seat("f", "island_rep", remove=["demo_negotiation"], add=["retention"])
    drawn = chart([founder], (), ["in > f: raw_lead"], [INBOUND])
    assert troubles(walked(drawn)) == [(Kind.NOBODY, ("demo_negotiation",), ())]


def test_handoffs_that_move_no_customer_are_no_way() -> None:
    expert = seat("expert", "sales_specialist")
    strays = [
        *("sdr > expert: qualified_lead", "ae > ghost: signed_customer", "ae > csm: nothing_known", "ae > csm"),
        *("ae > ae: signed_customer", "head > csm: signed_customer"),
    ]
    drawn = line_of(expert, seat("head", "head_of_sales"), handoffs=strays)
    assert walked(drawn).verdict is Verdict.PASSES


def test_hundreds_who_could_do_the_same_are_told_by_a_few() -> None:
    crowd = [seat(f"x{number}") for number in range(40)]
    ways_on = [untold(f"sdr > {one.id}: qualified_lead") for one in crowd]
    drawn = chart((SDR, CSM, *crowd), (), (LINE[0], *ways_on), (INBOUND,))
    (first, *_others) = walked(drawn).troubles
    assert first.kind is Kind.SEVERAL
    assert len(first.seats) == MOST_OWNERS


def test_the_cases_of_a_plan_are_tried_in_their_order() -> None:
    drawn = line_of()
    cases = {CaseId(name): Case(CaseId(name), order=order) for name, order in (("b", 1.0), ("a", 2.0))}
    plan = Plan(charts={drawn.id: drawn}, cases=cases)
    assert [one.case.id for one in tried(plan, drawn, ENGLISH)] == ["b", "a"]


def test_what_is_needed_depends_on_the_lane() -> None:
    trial = Trial(line_of(), ENGLISH)
    assert "outbound_prospecting" in trial.needed(Lane.OUTBOUND)
    assert "inbound_qualification" not in trial.needed(Lane.OUTBOUND)
    assert trial.needed(Lane.INBOUND)[-1] == "retention"


def test_pods_somebody_helps_in_count_too() -> None:
    helper = replace(seat("a1", pod="a"), also_in=(PodId("b"),))
    drawn = pods_of(pod("a", segments=["g1"]), pod("b", segments=["g2"]), segments=(segment("g1"), segment("g2")))
    with_helper = replace(drawn, seats={**drawn.seats, helper.id: helper})
    assert troubles(walked(with_helper, geography="g2"))[0][2] == ("a1", "b1")


def test_ways_look_up_a_seat_once() -> None:
    found = ways.Ways(line_of(), ENGLISH, Lane.INBOUND)
    assert found.stages(AE.id) is found.stages(AE.id)
    assert found.from_source(SourceId("in"))[0].handoffs == ("h in > sdr: raw_lead",)


def test_a_key_account_manager_who_owns_nothing_waits_until_a_customer_has_grown() -> None:
    kam = seat("kam", "key_account_manager", names=["Kim"])
    drawn = line_of(kam, handoffs=["csm > kam: key_customer"])
    assert walked(drawn).walk.keepers == ("csm",)
    owned = line_of(kam, handoffs=["csm > kam: key_customer"], segments=(segment("Here", "kam", "csm"),))
    assert walked(owned, geography="Here").walk.keepers == ("csm",)


def test_who_gets_leads_early_and_late_takes_them_early() -> None:
    rep = seat("rep", "island_rep", add=["retention"], names=["Rae"])
    drawn = chart([rep], (), ["in > rep: raw_lead", "in > rep: qualified_lead"], [INBOUND])
    outcome = walked(drawn)
    assert outcome.verdict is Verdict.PASSES
    assert outcome.walk.moves[0].stage == "inbound_qualification"
    assert len(outcome.walk.moves[0].handoffs) == 2


def test_what_is_handed_to_somebody_earlier_who_never_had_it_is_no_circle() -> None:
    second = seat("sdr2", "inbound_sdr")
    assert walked(line_of(second, handoffs=["ae > sdr2: raw_lead"])).verdict is Verdict.PASSES


def test_a_customer_who_is_kept_need_not_grow() -> None:
    keeper = seat("csm", "customer_success_manager", remove=["growth"], names=["Mia"])
    grower = seat("am", "account_manager", remove=["retention"], names=["Al"])
    segments = (segment("Here"), segment("There", "am"))
    ways_on = (*LINE, "csm > am: onboarded_customer")
    drawn = chart((SDR, AE, keeper, grower), (), ways_on, (INBOUND,), (), segments)
    assert owners(walked(drawn, geography="There"))["growth"] == ("am",)
    assert walked(drawn, geography="Here").verdict is Verdict.PASSES
    assert walked(drawn).verdict is Verdict.PASSES
