"""A case is told in one sentence, stage by stage, and in short."""

from dataclasses import replace

from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import CaseId, SegmentId
from salesorg_gui.domain.records import Lane, Segment
from salesorg_gui.study.cases.story import How, Story, in_one_sentence, stories
from salesorg_gui.study.cases.trial import Trial
from salesorg_gui.study.cases.words import CaseWords
from tests.rules.builders import ENGLISH, handoff, seat, segment
from tests.study.cases.charts import line_of

HERE, THERE = (Case(CaseId(name), name, {"geography": name}) for name in ("Here", "There"))


def told(drawn: Chart, *cases: Case) -> tuple[Story, ...]:
    return stories(Trial(drawn, ENGLISH).outcomes(cases), CaseWords(drawn, ENGLISH))


def half() -> Chart:
    return line_of(segments=(segment("Here", "ae"), segment("There")))


def test_the_first_sentence_says_how_many_pass_and_what_the_first_lacks() -> None:
    assert in_one_sentence(told(half(), HERE, THERE)) == "1 of 2 customer cases pass. There: nobody at Demo."


def test_when_all_pass_that_is_what_it_says() -> None:
    assert in_one_sentence(told(line_of(), HERE, THERE)).startswith("All 2 customer cases pass:")
    assert in_one_sentence(told(line_of(), HERE)).startswith("The customer case passes:")
    assert in_one_sentence([]) == "There are no customer cases."


def test_those_not_served_on_purpose_are_not_counted() -> None:
    drawn = line_of(segments=(segment("Here", "ae"), replace(segment("There"), is_served=False)))
    assert in_one_sentence(told(drawn, HERE, THERE)).startswith("The customer case passes:")


def test_every_stage_is_told_even_those_never_reached() -> None:
    (story,) = told(half(), THERE)
    assert [(line.title, line.how, line.owners) for line in story.stages] == [
        ("Inbound", How.ONE, "Ida"),
        ("Demo", How.OPEN, "nobody"),
        ("Closing", How.BEHIND, "not reached"),
        ("Onboarding", How.BEHIND, "not reached"),
        ("Retention", How.BEHIND, "not reached"),
    ]
    assert (story.short, story.way) == ("Nobody at Demo", "Website → Ida")


def test_several_owners_are_told_apart_from_those_who_share() -> None:
    other = seat("ae2", names=["Cy"])
    shared = line_of(other, handoffs=["sdr > ae2: qualified_lead", "ae2 > csm: signed_customer"])
    (story,) = told(shared, HERE)
    assert (story.stages[1].how, story.stages[1].owners) == (How.DIVIDED, "Bo or Cy")
    assert story.short == "Mia keeps the customer"
    same = handoff("sdr > ae2: qualified_lead", condition="when sdr > ae: qualified_lead")
    (double,) = told(line_of(other, handoffs=[same, "ae2 > csm: signed_customer"]), HERE)
    assert (double.stages[1].how, double.short) == (How.SEVERAL, "2 owners at Demo")


def test_what_the_source_has_done_is_told() -> None:
    ready = line_of(handoffs=["in > ae: qualified_lead"])
    drawn = replace(ready, handoffs={id: one for id, one in ready.handoffs.items() if one.target != "sdr"})
    (story,) = told(drawn, HERE)
    assert (story.stages[0].how, story.stages[0].owners) == (How.BEFORE, "done before")


def test_other_troubles_are_told_in_short() -> None:
    assert told(replace(line_of(), sources={}), HERE)[0].short == "No lead source"
    empty = replace(line_of(), handoffs={})
    assert told(empty, HERE)[0].short == "Leads reach nobody"
    assert told(half(), Case(CaseId("c")))[0].short == "Geography is not said"
    circle = line_of(handoffs=[handoff("ae > sdr: raw_lead", is_return=False)])
    assert told(circle, HERE)[0].short == "Goes round in circles"
    assert told(circle, HERE)[0].stages[0].how is How.ONE


def test_a_case_without_a_title_is_told_by_its_points_and_its_way_in() -> None:
    words = CaseWords(half(), ENGLISH)
    case = Case(CaseId("c"), "", {"customer_size": 200.0, "vertical": "Retail", "geography": " "})
    assert words.title(case) == "without a name · Retail · 200 employees · inbound"
    assert words.title(replace(case, points={}, lane=Lane.OUTBOUND)) == "outbound"
    assert words.title(replace(case, points={}, channel="search")) == "Search"
    assert words.title(replace(case, points={}, channel="smoke_signals")) == "smoke signals"
    assert words.spot("customer_size", 1.0) == "1 employee"
    assert words.spot("turnover", 2.5) == "turnover 2.5"


def test_customers_are_called_by_the_axes_the_chart_is_cut_by() -> None:
    words = CaseWords(half(), ENGLISH)
    assert words.customer(replace(HERE, points={"geography": "Here", "vertical": "Retail"})) == "Here"
    assert words.customer(Case(CaseId("c"))) == "such customers"


def test_many_names_are_cut_short() -> None:
    many = [seat(f"x{number}", names=[f"N{number}"]) for number in range(9)]
    drawn = line_of(*many, segments=(Segment(SegmentId("g"), value="Here"),))
    assert CaseWords(drawn, ENGLISH).seats([one.id for one in many]) == "N0, N1, N2, N3, N4 and 4 more"
