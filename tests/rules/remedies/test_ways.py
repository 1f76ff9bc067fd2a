"""Which ways are offered, and which comes first."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import KpiId, LineId, PodId, SeatId, StageId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Activity, LineKind, Measure, Person, Status
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.remedies.all_remedies import REMEDIES
from salesorg_gui.rules.remedies.offering import remedies
from salesorg_gui.rules.remedies.remedy import Remedy, Situation
from tests.rules.builders import ENGLISH, INBOUND, OUTBOUND, Facts, chart, handoff, plan_of, pod, seat, segment
from tests.rules.cases.applying import applied

HEAD = seat("head", "head_of_sales", names=["Hanna"])
VP = seat("vp", "vp_sales", names=["Vera"])
ADA, BO, CAI = (seat(name, names=[name.title()]) for name in ("ada", "bo", "cai"))
INB = seat("inb", "inbound_sdr", names=["Ines"])
CSM = seat("csm", "customer_success_manager", names=["Cleo"])


def ways(rule: str, drawn: Chart, answers: Facts | None = None) -> tuple[Plan, tuple[Remedy, ...]]:
    """The plan, and what is offered for the first finding of a rule."""
    plan = plan_of(drawn, answers)
    finding = next(one for one in examine(plan, drawn, ENGLISH) if one.rule == rule)
    return plan, remedies(plan, drawn, ENGLISH, finding)


def labels(rule: str, drawn: Chart, answers: Facts | None = None) -> list[str]:
    return [way.label for way in ways(rule, drawn, answers)[1]]


def after_first(rule: str, drawn: Chart) -> Chart:
    plan, offered = ways(rule, drawn)
    return applied(plan, offered[0].edit).first_chart


def test_a_finding_that_is_gone_has_no_remedies() -> None:
    drawn = chart([HEAD, ADA, BO], ["ada > head"])
    plan = plan_of(drawn)
    finding = next(one for one in examine(plan, drawn, ENGLISH) if one.rule == "report-orphan-seat")
    mended = chart([HEAD, ADA, BO], ["ada > head", "bo > head"])
    assert not remedies(plan_of(mended), mended, ENGLISH, finding)


def test_of_several_managers_the_usual_one_stays_and_the_others_are_dotted() -> None:
    lines = after_first(
        "report-two-solid-managers", chart([HEAD, ADA, BO], ["ada > head", "ada > bo", "bo > head"])
    ).lines
    assert lines[LineId("l ada > head")].kind is LineKind.SOLID
    assert lines[LineId("l ada > bo")].kind is LineKind.DOTTED


def test_a_line_that_is_dotted_already_or_leads_to_itself_is_not_drawn_twice() -> None:
    drawn = chart([HEAD, ADA, BO], ["ada > head", "ada > bo", "ada ~ bo", "ada > ada", "bo > head"])
    lines = after_first("report-two-solid-managers", drawn).lines
    assert set(lines) == {"l ada > head", "l ada ~ bo", "l bo > head"}


def test_a_circle_with_several_ways_back_loses_them_all() -> None:
    every = ["ada > head", "head > ada", "bo > head", "head > bo", "ada > bo", "bo > ada"]
    first = labels("report-cycle", chart([HEAD, ADA, BO], every))[0]
    assert first == "Take 3 lines out of the circle, Hanna on top"


def test_who_has_nobody_to_report_to_gets_a_leader() -> None:
    assert labels("report-orphan-seat", chart([HEAD, ADA])) == ["Let Ada report to Hanna"]
    assert labels("report-orphan-seat", chart([ADA, BO])) == ["Add Head of Sales above Ada"]
    founder = seat("x", "founder_hunter", names=["Fia"])
    assert labels("report-orphan-seat", chart([founder, HEAD])) == ["Let Hanna report to Fia"]


def test_tops_may_get_a_common_leader() -> None:
    drawn = chart([HEAD, ADA, BO, CAI, seat("dan", names=["Dan"])], ["ada > head", "bo > cai", "dan > cai"])
    assert "Add VP of Sales above Cai, Hanna" in labels("report-multiple-roots", drawn)


def test_a_seller_on_top_gets_a_head_of_sales_where_there_is_none() -> None:
    assert labels("report-root-not-leader", chart([ADA, BO], ["bo > ada"])) == ["Add Head of Sales above Ada, Bo"]


def test_a_leader_with_room_takes_some_of_many_reports() -> None:
    team = [seat(f"s{n}", names=[f"S{n}"]) for n in range(8)]
    lead = seat("lead", "pod_lead", names=["Lea"])
    drawn = chart([VP, HEAD, lead, *team], ["head > vp", "lead > head", *(f"{one.id} > head" for one in team)])
    assert labels("report-span-too-wide", drawn)[0] == "Let S0 report to Lea"


def test_twenty_reports_take_two_new_leaders() -> None:
    team = [seat(f"s{n:02}", names=[f"S{n}"]) for n in range(20)]
    drawn = chart([VP, HEAD, *team], ["head > vp", *(f"{one.id} > head" for one in team)])
    assert "Add 2 × Pod lead under Hanna" in labels("report-span-too-wide", drawn)


def test_a_thin_level_goes_or_grows() -> None:
    drawn = chart(
        [VP, replace(HEAD, status=Status.OPEN, people=()), ADA, BO, CAI],
        ["head > vp", "ada > head", "bo > vp", "cai > vp"],
    )
    assert labels("report-span-too-narrow", drawn) == [
        "Let Ada report to Vera",
        "Let Bo report to Head of Sales",
        "Remove the open seat Head of Sales",
    ]


def test_an_assistant_outside_the_line_is_put_into_it() -> None:
    asm = seat("asm", "assistant_sales_manager", names=["Asa"])
    above = seat("exec", "executive", names=["Eva"])
    drawn = chart([above, HEAD, asm, ADA], ["head > exec", "asm > exec", "ada > asm"])
    assert labels("report-assistant-misplaced", drawn) == ["Let Asa report to Hanna"]


def test_of_equals_the_next_level_up_leads() -> None:
    drawn = chart([HEAD, ADA, BO], ["ada > head", "bo > ada"])
    assert labels("report-to-lower-rank", drawn) == ["Let Bo report to Hanna"]


def test_enablement_without_anybody_above_gets_a_chief() -> None:
    drawn = chart([seat("d", "enablement_program_manager", names=["Dan"])])
    assert labels("report-enablement-no-sponsor", drawn) == ["Add Chief Enablement Officer above Dan"]
    led = chart([seat("d", "enablement_program_manager", names=["Dan"]), HEAD], ["d > head"])
    assert labels("report-enablement-no-sponsor", led) == ["Add VP of Sales above Hanna"]


def test_one_man_bands_without_a_leader_get_one() -> None:
    drawn = chart([seat("a", "island_rep", names=["Al"]), seat("b", "island_rep", names=["Bo"])])
    assert labels("report-one-man-bands-no-vp", drawn) == ["Add VP of Sales above Al, Bo"]


def test_a_handoff_to_oneself_is_deleted() -> None:
    drawn = chart([ADA], handoffs=["ada > ada: qualified_lead"])
    assert labels("handoff-loop", drawn) == ["Delete the handoff Ada → Ada"]


def test_two_circles_through_one_seat_are_opened_at_once() -> None:
    flow = ["ada > bo: qualified_lead", "bo > ada: qualified_lead", "ada > cai: hot_lead", "cai > ada: hot_lead"]
    assert "Mark 2 handoffs as returns" in labels("handoff-loop", chart([ADA, BO, CAI], handoffs=flow))


def test_leads_past_everybody_who_qualifies_are_qualified_by_somebody_new_or_by_the_closer() -> None:
    drawn = chart(
        [HEAD, ADA, CSM], ["ada > head", "csm > head"], ["in > ada: raw_lead", "ada > csm: signed_customer"], [INBOUND]
    )
    assert "Give Inbound to Ada" in labels("handoff-unqualified-to-closer", drawn)


def test_where_nobody_qualifies_inbound_the_inbound_role_learns_it() -> None:
    mute = seat("inb", "inbound_sdr", remove=["inbound_qualification"], names=["Ines"])
    drawn = chart([mute, ADA], handoffs=["in > ada: raw_lead"], sources=[INBOUND])
    assert labels("handoff-inbound-bypass", drawn) == ["Give Inbound to Ada"]


def test_a_source_without_anybody_to_take_its_leads_gets_somebody() -> None:
    drawn = chart([HEAD, ADA], ["ada > head"], sources=[INBOUND])
    assert labels("handoff-source-unconnected", drawn) == ["Add Inbound SDR under Hanna"]


def test_leads_that_end_in_several_places_are_led_on_together() -> None:
    two = seat("two", "inbound_sdr", names=["Tom"])
    drawn = chart([INB, two, ADA], handoffs=["in > inb: raw_lead", "in > two: raw_lead"], sources=[INBOUND])
    assert labels("handoff-source-no-closer", drawn) == ["Lead on from Ines, Tom to Ada"]


def test_a_closer_without_anybody_to_hand_to_keeps_the_customers_or_gets_somebody() -> None:
    drawn = chart([HEAD, ADA], ["ada > head"])
    assert labels("handoff-closer-no-owner", drawn) == [
        "Add Customer Success Manager under Hanna",
        "Give Retention to Ada",
    ]


def test_growth_may_be_given_to_all_who_keep_customers() -> None:
    keepers = [seat(name, "account_manager", remove=["growth"], names=[name.title()]) for name in ("amy", "ann")]
    assert labels("handoff-growth-path-missing", chart(keepers)) == [
        "Give Growth to all 2 owners",
        "Give Growth to Amy",
        "Give Growth to Ann",
    ]


def test_all_sellers_may_ask_the_specialist() -> None:
    spec = seat("spec", "sales_specialist", names=["Sam"])
    assert labels("handoff-specialist-unconnected", chart([ADA, BO, spec]))[0] == "Let 2 sellers ask Sam"


def test_work_goes_to_who_does_it_already() -> None:
    both = seat("x", "closer_outbound", names=["Xi"])
    out = seat("out", "outbound_sdr", names=["Olaf"])
    drawn = chart([HEAD, both, out], ["x > head", "out > head"], ["out > x: qualified_lead"])
    assert labels("handoff-leadgen-followup-combined", drawn, {"employees": 50})[0] == "Leave Outbound to Olaf"


def test_the_goal_of_a_pod_is_on_the_card_of_its_lead() -> None:
    team = [replace(HEAD, goal="all"), seat("lea", "pod_lead", pod="p", names=["Lea"]), seat("a", pod="p")]
    drawn = chart(team, ["lea > head", "a > lea"], pods=[pod("p", "North")])
    assert labels("handoff-no-common-goal", drawn)[0].startswith("Measure Lea by: ")


def test_an_arrow_that_fits_the_other_way_is_turned() -> None:
    drawn = chart([INB, ADA], handoffs=["ada > inb: hot_lead"])
    assert labels("handoff-object-mismatch", drawn)[0] in {"Turn the arrow: Ines → Ada", "Hand over: Rejected lead"}


def test_twins_keep_what_only_one_of_them_says() -> None:
    one = handoff("inb > ada: hot_lead", id="a", condition="", hours=None)
    other = replace(handoff("inb > ada: hot_lead", id="b", condition="Ready", hours=2.0), probability=0.5)
    (kept,) = after_first("handoff-duplicate", chart([INB, ADA], handoffs=[one, other])).handoffs.values()
    assert (kept.condition, kept.limit_hours, kept.probability) == ("Ready", 2.0, 0.5)


def test_measures_for_many_seats_are_those_of_their_work() -> None:
    drawn = chart([seat(f"x{n}", "other", add=["closing"]) for n in range(7)])
    assert labels("role-no-kpi", drawn)[0].startswith("Measure by: ")
    unknown = chart([seat("x", "other")])
    assert not labels("role-no-kpi", unknown)


def test_a_part_time_inbound_seat_is_enough_for_few_leads() -> None:
    drawn = chart([INB, ADA], sources=[replace(INBOUND, per_month=100)])
    assert "Set 0.45 FTE for Ines" in labels("role-inbound-without-leads", drawn)


def test_operations_work_goes_to_operations_with_its_time() -> None:
    busy = replace(ADA, activities=(Activity("Lists", "operations", 0.2),))
    ops = seat("ops", "sales_operations", names=["Otto"])
    done = after_first("role-seller-does-operations", chart([busy, ops]))
    assert not done.seats[ADA.id].activities
    assert done.seats[SeatId("ops")].activities == (Activity("Lists", "operations", 0.2),)


def test_a_week_that_is_too_full_is_cut_alike() -> None:
    busy = replace(ADA, shares={StageId("closing"): 1.0}, activities=(Activity("Lists", "operations", 1.0),))
    done = after_first("capacity-seat-overbooked", chart([busy])).seats[ADA.id]
    assert (done.shares, done.activities[0].share) == ({"closing": 0.5}, 0.5)


def test_acquisition_gets_its_hours_at_the_cost_of_the_rest() -> None:
    both = replace(
        seat("x", "closer_outbound", names=["Xi"]),
        shares={StageId("outbound_prospecting"): 0.1, StageId("closing"): 0.9},
    )
    done = after_first("capacity-acquisition-rhythm", chart([both], sources=[INBOUND])).seats[SeatId("x")]
    assert done.shares[StageId("outbound_prospecting")] == pytest.approx(0.2)
    assert sum(done.shares.values()) <= 1.0 + 1e-6


def test_an_empty_pod_is_dissolved_and_twins_of_segments_keep_everything() -> None:
    assert labels("pod-size", chart([ADA], pods=[pod("p", "North")])) == ["Dissolve pod North"]
    first, second = replace(segment("n", "ada"), value="Norway"), replace(segment("m", "bo"), value="norway")
    inner = replace(segment("o", "ada"), value="Oslo", parent=first.id, axis="vertical")
    drawn = chart([ADA, BO], pods=[pod("p", segments=["n"])], segments=[first, second, inner])
    done = after_first("segment-duplicate", drawn)
    (kept,) = [one for one in done.segments.values() if one.value.casefold() == "norway"]
    assert set(kept.owners) == {"ada", "bo"}
    assert done.pods[PodId("p")].segments == (kept.id,)
    assert done.segments[inner.id].parent == kept.id


def test_several_seats_outside_pods_may_be_shared() -> None:
    drawn = chart([ADA, BO, *(seat(f"s{n}") for n in range(6))], pods=[pod("p", "North")], model="pod")
    assert labels("pod-seat-outside", drawn)[0].startswith("Mark ")


def test_accounts_above_the_limit_go_to_who_cares() -> None:
    rep = replace(seat("rep", "island_rep", names=["Ina"]), accounts=45)
    done = after_first("model-island-many-accounts", chart([rep, CSM]))
    assert (done.seats[SeatId("rep")].accounts, done.seats[CSM.id].accounts) == (40, 5)


def test_an_experienced_seat_is_relieved_and_a_beginner_gives_accounts_away() -> None:
    keeper = replace(seat("kim", "key_account_manager", names=["Kim"]), people=(Person("Kim", "junior"),))
    assert not labels("role-recruit-on-key-accounts", chart([keeper]))
    measured = replace(ADA, measures=(Measure(KpiId("revenue_won")),))
    assert labels("role-no-speed-measure", chart([measured])) == ["Measure by: Closing speed"]


def test_a_step_that_is_refused_hides_no_way_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = REMEDIES["handoff-loop"]

    def refused(situation: Situation) -> Iterator[Remedy]:
        yield from usual(situation)
        raise EditRefused("Too many people.")

    table = {**REMEDIES, "handoff-loop": refused}
    monkeypatch.setattr("salesorg_gui.rules.remedies.offering.REMEDIES", table)
    drawn = chart([ADA], handoffs=["ada > ada: qualified_lead"])
    assert labels("handoff-loop", drawn) == ["Delete the handoff Ada → Ada"]


def test_of_several_usual_managers_the_one_who_leads_the_pod_comes_first() -> None:
    abe, lea = seat("abe", "pod_lead", names=["Abe"]), seat("lea", "pod_lead", names=["Lea"])
    team = [HEAD, abe, lea, seat("x", pod="p", names=["Xi"])]
    drawn = chart(team, ["lea > head", "abe > head"], pods=[pod("p", lead="lea")])
    assert labels("report-orphan-seat", drawn)[0] == "Let Xi report to Lea"
    elsewhere = chart(team, ["lea > head", "abe > head"], pods=[pod("p", lead="abe")])
    assert labels("report-orphan-seat", elsewhere)[0] == "Let Xi report to Abe"


def test_a_journey_that_ends_with_a_closer_goes_on_with_somebody_new_below_the_lead_of_the_pod() -> None:
    lea, xi = seat("lea", "pod_lead", pod="p", names=["Lea"]), seat("x", pod="p", names=["Xi"])
    flow = ["in > inb: raw_lead", "inb > x: qualified_lead"]
    lines = ["x > lea", "lea > head", "inb > head"]
    drawn = chart([HEAD, INB, lea, xi], lines, flow, [INBOUND], pods=[pod("p", lead="lea")])
    assert labels("handoff-dead-end", drawn) == ["Add Customer Success Manager under Lea"]


@pytest.mark.parametrize(
    ("rule", "role", "seniority"),
    [
        ("role-closer-junior", "account_executive", "junior"),
        ("role-senior-on-outbound", "outbound_sdr", "senior"),
        ("role-inbound-without-leads", "inbound_sdr", ""),
    ],
)
def test_what_many_do_is_a_question_of_the_structure_and_no_move_of_one(rule: str, role: str, seniority: str) -> None:
    team = [seat(f"s{n}", role, names=[f"S{n}"]) for n in range(7)]
    marked = [replace(one, people=(replace(one.people[0], seniority=seniority),)) for one in team]
    assert labels(rule, chart(marked), {"inbound_leads": 5}) == []


def test_leads_of_both_lanes_past_everybody_who_qualifies_need_more_than_one_move() -> None:
    flow = ["in > ada: raw_lead", "out > ada: target_prospect", "ada > bo: hot_lead"]
    drawn = chart([ADA, BO], handoffs=flow, sources=[INBOUND, OUTBOUND])
    assert labels("handoff-unqualified-to-closer", drawn) == []


def test_many_scorecards_are_made_at_once_each_for_a_seat_of_its_own() -> None:
    team = [replace(seat(f"s{n}"), status=Status.OPEN, people=()) for n in range(7)]
    drawn = chart(team)
    assert labels("hire-no-scorecard", drawn) == ["Make 7 scorecards from the roles"]
    hires = after_first("hire-no-scorecard", drawn).hires
    assert sorted(hire.seat for hire in hires.values()) == [one.id for one in team]
    assert all(len(hire.scorecards) == 1 for hire in hires.values())


def test_a_card_with_words_of_its_own_keeps_them_and_names_who_is_missing() -> None:
    ada = replace(ADA, texts={"dependencies": ("Marketing",)})
    after = after_first("role-dependency-unstated", chart([ada, INB], handoffs=["inb > ada: qualified_lead"]))
    assert after.seats[ADA.id].texts["dependencies"] == ("Marketing", "Leads and customers from Ines")
