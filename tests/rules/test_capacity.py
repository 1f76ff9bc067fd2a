"""Who has too much to do, and where it gets stuck."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SourceId, StageId
from salesorg_gui.domain.records import Activity, Lane, Seat, Source
from salesorg_gui.rules.finding import Finding, Severity
from tests.rules.builders import Facts, chart, findings, found, handoff, one, seat
from tests.rules.cases.capacity import TARGET, WAYS, asked_by, booked, line, team, timed

CAPACITY = ("capacity-inbound-short", "capacity-inbound-idle", "capacity-inbound-fulltime", "capacity-slow-response")
SERVICE = seat("service", "service_support", add=["inbound_qualification"])


def limit(rule: str, **limits: float) -> Facts:
    return {rule: dict(limits)}


def capacity_findings(drawn: Chart, answers: Facts | None = None) -> list[Finding]:
    return [one for one in findings(drawn, answers) if one.rule.startswith("capacity-")]


def test_where_nobody_said_how_many_come_nothing_is_said_about_time() -> None:
    assert capacity_findings(line(team(), 0, 0)) == []


def test_where_returns_never_end_nothing_is_said_about_time() -> None:
    busy = line(team(0.1), leads=900, prospects=900)
    assert capacity_findings(busy)
    passing = replace(handoff("hunter > hunter: target_prospect"), probability=1.0)
    assert capacity_findings(busy.with_records([passing])) == []


# ------------------------------------------------------------ inbound


def test_too_little_inbound_says_how_much_is_missing() -> None:
    short = one("capacity-inbound-short", line(team(0.5), leads=400))
    assert short.message == "400 leads a month need 40 hours a week (1 FTE); available 0.5."
    assert short.fix == "Add 0.5 FTE."
    assert short.seats == ("sdr",)


def test_inbound_that_nobody_does_is_short_too() -> None:
    drawn = line(team()[1:], leads=400, ways=("in > ae: raw_lead",))
    assert one("capacity-inbound-short", drawn).message.endswith("available 0.")
    assert one("capacity-inbound-fulltime", drawn).fix == "Add a full-time inbound rep."
    assert not found("capacity-slow-response", drawn)


def test_leads_that_only_the_answers_know_count() -> None:
    assert found("capacity-inbound-short", line(team(0.5)), {"inbound_leads": 400})
    assert not found("capacity-inbound-short", line(team(0.5)), {"inbound_leads": -400})
    assert found("capacity-inbound-idle", line(team(0.5)), {"inbound_leads": 0})


@pytest.mark.parametrize("rule", CAPACITY[:1] + CAPACITY[2:])
def test_a_neighbour_who_takes_up_leads_makes_the_time_unknown(rule: str) -> None:
    assert found(rule, line(team(0.9), leads=460))
    assert not found(rule, line([*team(0.9), SERVICE], leads=460))


def test_the_plan_sets_how_many_leads_one_person_takes() -> None:
    full = line(team(1.0), leads=400)
    assert found("capacity-inbound-short", full, limits=limit("capacity-inbound-short", leads_per_fte=300))
    assert found("capacity-inbound-short", full, limits={"capacity": {"inbound_leads_per_fte": 300}})
    assert not found("capacity-inbound-short", full, limits=limit("capacity-inbound-short", leads_per_fte=0))


def test_who_does_more_than_inbound_fills_the_week_otherwise() -> None:
    reps = timed(seat("rep", "island_rep"), 1, 9)
    assert not found("capacity-inbound-idle", line([reps], leads=40, ways=("in > rep: raw_lead",)))
    told = replace(reps, shares={StageId("inbound_qualification"): 0.5, StageId("closing"): 0.5})
    idle = one("capacity-inbound-idle", line([told], leads=40, ways=("in > rep: raw_lead",)))
    assert idle.message == "Inbound has 4.5 FTE for a need of 0.1."


def test_time_that_nobody_split_goes_where_the_work_is() -> None:
    both, ways = [seat("sdr", "sdr"), *team()[2:]], WAYS[:1] + WAYS[2:]
    assert not found("capacity-inbound-short", line(both, leads=420, ways=ways))
    assert found("capacity-inbound-short", line(both, leads=421, ways=ways))
    halved = {StageId("inbound_qualification"): 0.5, StageId("outbound_prospecting"): 0.5}
    told = [replace(both[0], shares=halved), *both[1:]]
    assert found("capacity-inbound-short", line(told, leads=421, ways=ways))


@pytest.mark.parametrize(
    ("seats", "fix"),
    [
        ([timed(seat("sdr", "inbound_sdr"), 0.5, 3)], "Make the seat full-time."),
        ([timed(seat("sdr", "sdr"), 1)], "Give inbound leads a full-time seat of their own."),
    ],
)
def test_many_leads_are_a_full_time_role(seats: list[Seat], fix: str) -> None:
    assert one("capacity-inbound-fulltime", line([*seats, *team()[2:]], leads=400)).fix == fix
    assert not found("capacity-inbound-fulltime", line(team(), leads=400))


# ------------------------------------------------------------ speed


def test_a_wait_beyond_the_limit_names_the_handoff() -> None:
    slow = one("capacity-slow-response", line(team(1.3), 400))
    assert slow.message == "A lead waits about 1.1 hours before first contact; the limit is 1."
    assert slow.fix == "Plan 1.4 FTE for inbound."
    assert slow.handoffs == ("h in > sdr: raw_lead",)


def test_more_leads_than_can_be_taken_up_wait_without_limit() -> None:
    drawn = line(team(1.0), 400)
    slow = one("capacity-slow-response", drawn)
    assert slow.message.startswith("400 leads a month come in faster than they are taken up")
    unlimited = drawn.with_records([handoff("in > sdr: raw_lead", hours=None)])
    assert one("capacity-slow-response", unlimited).handoffs == ()
    assert not found("capacity-slow-response", line(team(1.1), 400).with_records(unlimited.handoffs.values()))


def test_a_limit_of_no_hours_is_none() -> None:
    at_once = handoff("in > sdr: raw_lead", hours=0)
    assert not found("capacity-slow-response", line(team(2), 400).with_records([at_once]))
    endless = one("capacity-slow-response", line(team(1), 400).with_records([at_once]))
    assert (endless.fix, endless.handoffs) == ("Plan 1.4 FTE for inbound.", ())


def test_handoffs_that_lead_elsewhere_set_no_limit() -> None:
    drawn = line(team(1.3), 400).with_records(
        [
            handoff("in > sdr: raw_lead", hours=2),
            handoff("in > ae: hot_lead", hours=0.1),
            handoff("out > sdr: target_prospect", hours=0.1),
        ]
    )
    assert not found("capacity-slow-response", drawn)


# ------------------------------------------------------------ closing


def test_many_qualified_leads_want_somebody_who_only_closes() -> None:
    both = line([seat("ae", "closer_outbound"), *team()[3:]], ways=())
    full = one("capacity-closer-fulltime", both, {"qualified_leads": 51})
    assert full.message == "51 qualified leads a month: closing is now a full-time role."
    assert full.fix == "Split Closer and outbound rep into outbound SDR and closer."
    assert not found("capacity-closer-fulltime", both, {"qualified_leads": 50})
    assert not found("capacity-closer-fulltime", line(team()[3:], ways=()), {"qualified_leads": 51})


def test_a_seat_that_only_holds_demonstrations_is_no_closer() -> None:
    demo = seat("demo", add=["demo_negotiation"], remove=["closing"])
    both = line([demo, seat("ae", "closer_outbound")], ways=())
    assert found("capacity-closer-fulltime", both, {"qualified_leads": 51})
    assert not found("capacity-closer-short", line([demo], ways=()), {"qualified_leads": 51})


def test_too_little_closing_says_how_much_is_missing() -> None:
    short = one("capacity-closer-short", line(team(), prospects=1500))
    assert short.message == "75 qualified leads for 1 closer FTE (about 50 each)."
    assert short.fix == "Add 0.5 FTE or qualify more strictly."
    other = one(
        "capacity-closer-short", line(team(), prospects=1500), limits={"capacity": {"qualified_per_closer_fte": 40}}
    )
    assert other.message.endswith("(about 40 each).")


def test_closers_without_any_time_are_too_few() -> None:
    assert found("capacity-closer-short", line(team(closer=0), prospects=100))


def test_small_companies_combine_closing_and_outbound() -> None:
    drawn = line(team(), prospects=1000)
    assert one("capacity-closer-combine", drawn, {"employees": 19}).seats == ("ae", "hunter")
    assert not found("capacity-closer-combine", drawn, {"employees": 20})
    assert not found("capacity-closer-combine", drawn)
    assert not found("capacity-closer-combine", line(team()), {"employees": 19})
    assert not found("capacity-closer-combine", line(team()[1:2]), {"employees": 19, "qualified_leads": 5})


# ------------------------------------------------------------ outbound and target


def test_what_outbound_has_to_fetch_for_the_target() -> None:
    short = one("capacity-outbound-short", line(team(), 200), TARGET)
    assert short.message == "27.5 qualified leads a month are missing for the target; outbound delivers 15."
    assert short.fix == "Add 1.9 outbound FTE or an agency."
    for known in TARGET:
        assert not found("capacity-outbound-short", line(team(), 200), {known: TARGET[known]})
    assert not found("capacity-outbound-short", line(team()), TARGET)
    agency = [*team(), seat("agency", "lead_gen_agency")]
    assert not found("capacity-outbound-short", line(agency, 200), TARGET)


def test_few_hours_a_week_do_not_fill_the_pipeline() -> None:
    rhythm = one("capacity-acquisition-rhythm", line(team(outbound=0.15)))
    assert rhythm.message == "Only 6 hours of acquisition a week: the pipeline will not stay filled."
    assert not found("capacity-acquisition-rhythm", line(team()[2:]))
    agency = [*team(outbound=0.15), seat("agency", "lead_gen_agency")]
    assert not found("capacity-acquisition-rhythm", line(agency))


def test_a_target_beyond_what_is_drawn() -> None:
    out = one("capacity-target-unreachable", line(team(), prospects=600), TARGET)
    assert out.message == "The drawn organisation wins about 36 customers a year; the target needs 240."
    assert not found("capacity-target-unreachable", line(team()), TARGET)
    assert not found("capacity-target-unreachable", line(team(), prospects=600), {"revenue_target": 1_000_000})
    low = {**TARGET, "revenue_target": 360_000}
    assert not found("capacity-target-unreachable", line(team(), prospects=600), low)


def test_customers_whom_nobody_takes_over_are_won_all_the_same() -> None:
    drawn = line(team()[:3], prospects=300)
    won = one("capacity-target-unreachable", drawn, TARGET)
    assert won.message.startswith("The drawn organisation wins about 36 customers a year")


# ------------------------------------------------------------ weeks


def test_customers_of_today_and_tomorrow_need_care() -> None:
    short = one("capacity-nurture-short", line(team(), prospects=1000), {"customers": 60})
    assert short.message == "60 customers and 10 new ones a month need 1.55 FTE of care; available 1."
    kept = one("capacity-nurture-short", line(team()), {"customers": 60})
    assert kept.message == "60 customers need 1.2 FTE of care; available 1."
    assert not found("capacity-nurture-short", line(team(), prospects=4000))
    assert not found("capacity-nurture-short", line([*team(), SERVICE]), {"customers": 60})
    assert not found("capacity-nurture-short", line(team()[:3]), {"customers": 60})


def test_the_plan_sets_how_many_customers_one_person_keeps() -> None:
    roomy = limit("capacity-nurture-short", customers_per_csm=60)
    assert not found("capacity-nurture-short", line(team()), {"customers": 60}, roomy)


def test_a_week_is_not_given_away_twice() -> None:
    over = one("capacity-seat-overbooked", booked(0.25))
    assert over.severity is Severity.ERROR
    assert over.message == "Account Executive is booked for 42 of 40 hours a week."
    assert not found("capacity-seat-overbooked", chart([replace(booked(0.25).seats[over.seats[0]], headcount=0)]))
    few = replace(seat("ae"), activities=(Activity("All", "leading", 1.1), Activity("Less", "operations", -1.0)))
    shorter = limit("capacity-seat-overbooked", hours_per_week=30)
    assert one("capacity-seat-overbooked", chart([few]), limits=shorter).message.endswith("33 of 30 hours a week.")


def test_the_narrowest_place_is_named() -> None:
    stuck = one("capacity-bottleneck", line(team(outbound=2), prospects=1200))
    assert stuck.message == "The bottleneck is Outbound SDR: of 60 qualified leads a month only 30 get through."
    assert stuck.seats == ("hunter",)


def test_a_specialist_has_time_for_four_sellers() -> None:
    many = one("capacity-specialist-ratio", asked_by(5))
    assert many.message == "Sales Specialist serves 5 sellers; 4 for one person are enough."
    expert = replace(asked_by(5).seats[many.seats[0]], headcount=2)
    assert not found("capacity-specialist-ratio", asked_by(5).with_records([expert]))
    nobody = replace(expert, headcount=0)
    assert not found("capacity-specialist-ratio", asked_by(5).with_records([nobody]))
    asker = Source(SourceId("web"), Lane.INBOUND)
    drawn = asked_by(4).with_records(
        [asker, seat("sdr", "sdr"), handoff("web > expert: raw_lead"), handoff("sdr > expert")]
    )
    assert not found("capacity-specialist-ratio", drawn)


def test_where_today_s_customers_take_all_time_none_are_won() -> None:
    answers = {**TARGET, "customers": 60}
    drawn = line(team(), prospects=300)
    out = one("capacity-target-unreachable", drawn, answers)
    assert out.message == "Nobody is left with time for new customers; the target needs 240 a year."
    stuck = one("capacity-bottleneck", drawn, answers)
    assert stuck.message.endswith(": no time is left for any of 15 qualified leads a month.")
