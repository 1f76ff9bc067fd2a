"""The ten steps of the workshop: what each asks, and how far it is, told from the plan."""

from dataclasses import replace
from pathlib import Path

from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.plan import Accept, DescribeChart
from salesorg_gui.domain.ids import ModelId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.plan import Plan, empty_plan
from salesorg_gui.domain.records import Json, Segment, Source, Status
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Severity
from salesorg_gui.storage.reading import read
from salesorg_gui.study.workshop import ASKED, Step, next_step, steps_of
from tests.rules.builders import ENGLISH, chart, plan_of, seat


def steps(plan: Plan) -> dict[str, Step]:
    findings = examine(plan, plan.first_chart, ENGLISH)
    return {step.id: step for step in steps_of(plan, plan.first_chart, ENGLISH, findings)}


def points(plan: Plan, step: str) -> dict[str, bool]:
    return {point.text: point.is_done for point in steps(plan)[step].points}


def of(drawn: Chart) -> Plan:
    return plan_of(drawn)


def test_there_are_ten_steps_in_the_order_of_the_catalogue() -> None:
    found = steps(empty_plan())
    assert list(found) == list(ENGLISH.workshop)
    assert [step.number for step in found.values()] == list(range(1, 11))
    assert all(step.purpose and step.result and step.questions for step in found.values())


def test_every_step_asks_questions_the_catalogue_knows() -> None:
    assert set(ASKED) <= set(ENGLISH.workshop)
    assert {name for names in ASKED.values() for name in names} <= set(ENGLISH.questions)


def test_nothing_is_done_of_an_empty_plan() -> None:
    found = steps(empty_plan())
    assert [step.id for step in found.values() if step.is_done] == []
    assert next_step(found.values()) == "values"


def test_answers_are_counted_and_the_next_step_is_the_first_not_done() -> None:
    plan = empty_plan()
    answers: dict[str, Json] = {**dict.fromkeys(ASKED["values"][:4], "Yes"), "culture": "neutral"}
    answers["values"] = ["honesty"]
    assert points(replace(plan, answers={"culture": "neutral"}), "values") == {"1 of 6 answered": False}
    whole = replace(plan, answers=answers)
    assert points(whole, "values") == {"6 of 6 answered": True}
    assert next_step(steps(whole).values()) == "scale"


def test_the_last_step_is_the_next_one_when_all_are_done() -> None:
    found = [replace(step, points=()) for step in steps(empty_plan()).values()]
    assert next_step(found) == "print"


def test_a_structure_chosen_for_the_chart_is_told() -> None:
    plan = empty_plan()
    assert points(plan, "model")["No structure chosen for this chart"] is False
    chosen = plan.with_chart(DescribeChart(model=ModelId("pod")).apply(plan.first_chart))
    assert points(chosen, "model")["Chosen for this chart: Pod"] is True


def test_gaps_in_the_market_are_open_points() -> None:
    cut = [Segment(SegmentId("g"), value="North")]
    told = points(of(chart([seat("ae")], segments=cut)), "segment")
    assert (told["1 segment drawn"], told["1 gap in the market"]) == (True, False)
    owned = [replace(cut[0], owners=(SeatId("ae"),))]
    assert points(of(chart([seat("ae")], segments=owned)), "segment")["Every part of the market has an owner"] is True
    assert points(of(chart([seat("ae")])), "segment")["No segment drawn: one market"] is False


def test_seats_leaders_and_cards_are_told() -> None:
    told = points(of(chart([seat("ae"), seat("top", "head_of_sales")])), "roles")
    assert told["2 seats drawn"] is True
    assert any("error" in text and not done for text, done in told.items())
    led = points(of(chart([seat("ae"), seat("top", "head_of_sales")], ["ae > top"])), "roles")
    assert led["Everybody has a leader"] is True
    assert led["0 of 2 role cards say all that is asked"] is False


def test_ways_of_customers_are_told() -> None:
    broken = points(
        of(chart([seat("in", "inbound_sdr"), seat("ae")], handoffs=["in > ae: qualified_lead"])), "handoffs"
    )
    assert broken["1 handoff drawn"] is True
    assert broken["0 lead sources"] is False
    assert any("broken" in text and not done for text, done in broken.items())
    whole = points(plan_from_template("tpl_assembly_line", ENGLISH), "handoffs")
    assert whole["Every customer reaches somebody who keeps them"] is True


def test_accepted_warnings_are_settled() -> None:
    plan = plan_from_template("tpl_hunter_founder", ENGLISH)
    drawn = plan.first_chart
    told = points(plan, "check")
    assert told["No errors"] is True
    warnings = [one for one in examine(plan, drawn, ENGLISH).found if one.severity is Severity.WARNING]
    assert told[f"{len(warnings)} warnings to settle"] is False
    for one in warnings:
        drawn = Accept(one.rule, one.subjects, "Agreed", one.figures).apply(drawn)
    settled = points(plan.with_chart(drawn), "check")
    assert settled["Every warning is settled"] is True
    assert settled[f"{len(warnings)} accepted with a reason"] is True


def test_time_is_judged_once_the_volumes_are_known() -> None:
    def told(leads: float) -> dict[str, bool]:
        web = Source(SourceId("in"), per_month=leads)
        drawn = chart(
            [seat("in-1", "inbound_sdr"), seat("ae"), seat("csm", "customer_success_manager")],
            handoffs=["in > in-1: raw_lead", "in-1 > ae: qualified_lead", "ae > csm: signed_customer"],
            sources=[web],
        )
        return points(of(drawn), "capacity")

    assert told(0)["0 of 1 lead sources say how many come"] is False
    assert told(4_000)["1 of 1 lead sources say how many come"] is True
    assert any("about time" in text and not done for text, done in told(4_000).items())
    assert points(empty_plan(), "capacity")["No lead source drawn"] is False


def test_hires_begun_are_counted_against_open_seats() -> None:
    plan = read(Path("resources/examples/nordlys.salesorg")).plan
    assert points(plan, "hiring")["Hiring begun for 1 of 3 open seats"] is False
    filled = chart([replace(seat("ae"), status=Status.FILLED)])
    assert points(of(filled), "hiring")["No open seat"] is True
