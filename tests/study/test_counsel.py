"""Recommended against drawn, in one value and in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from salesorg_gui.catalogue.advice import GrowthStageId
from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId
from salesorg_gui.domain.records import Json
from salesorg_gui.rules.detected import MIXED
from salesorg_gui.storage.reading import read
from salesorg_gui.study.counsel import (
    Counsel,
    Known,
    counsel_of,
    in_one_sentence,
    of_answers,
    of_stages,
    speaks_for,
)
from tests.rules.builders import ENGLISH, chart, plan_of, seat

CASE_B: dict[str, Json] = {
    "budget": "medium",
    "sellers": 6,
    "employees": 45,
    "inbound_leads": 450,
    "qualified_leads": 130,
    "ltv": 9000,
    "segments": 1,
    "relationship": "transactional",
    "symptoms": 1,
    "growth_goal": "scale",
    "industry": "software",
    "frontline": 10,
}
CASE_D: dict[str, Json] = {
    "budget": "small",
    "sellers": 0,
    "employees": 5,
    "inbound_leads": 10,
    "qualified_leads": 4,
    "ltv": 4000,
    "startup": True,
    "frontline": 1,
}
CASE_F: dict[str, Json] = {
    "budget": "large",
    "sellers": 7,
    "employees": 90,
    "inbound_leads": 420,
    "qualified_leads": 140,
    "ltv": 15000,
    "segments": 2,
    "culture": "cooperative",
    "frontline": 14,
}

SHOWN, NOTHING = "The chart shows it already.", "The chart shows no structure yet."


def of(answers: dict[str, Json], drawn: Chart | None = None) -> Counsel:
    plan = plan_of(drawn or Chart(), answers)
    return counsel_of(plan, plan.first_chart, ENGLISH)


def of_template(id: str, answers: dict[str, Json] | None = None) -> Counsel:
    plan = replace(plan_from_template(id, ENGLISH), answers=answers or {})
    return counsel_of(plan, plan.first_chart, ENGLISH)


def test_the_answers_are_weighed_as_the_advisor_does() -> None:
    found = of(CASE_B)
    assert found.advice.scores == {"island": -7, "assembly_line": 11, "pod": 3}
    assert (found.advice.model, found.advice.margin, found.next_best) == ("assembly_line", 8, "pod")
    assert found.stage is GrowthStageId.SPECIALISTS


def test_what_weighs_most_comes_first() -> None:
    def spread(points: dict[str, int]) -> int:
        return max([*points.values(), 0]) - min([*points.values(), 0])

    spreads = [spread({str(model): count for model, count in one.points.items()}) for one in of(CASE_B).weights]
    assert spreads == sorted(spreads, reverse=True)
    assert len(spreads) == len(of(CASE_B).advice.weights)


def test_what_nobody_answered_is_read_from_the_chart() -> None:
    found = of_template("tpl_two_pods", {"budget": "large"})
    assert found.known["budget"] is Known.TOLD
    assert found.known["sellers"] is Known.DRAWN
    assert (found.answers["sellers"], found.answers["frontline"], found.answers["segments"]) == (3.0, 10.0, 2.0)
    assert (found.answers["inbound_leads"], found.known["culture"]) == (240.0, Known.USUAL)
    assert "culture" in found.unknown


def test_a_proposal_does_not_change_what_the_company_is() -> None:
    plan = plan_from_template("tpl_two_pods", ENGLISH)
    seller = chart([seat("ae")])
    proposed = replace(seller, id=ChartId("b"), based_on=plan.first_chart.id)
    circle = replace(seller, id=ChartId("c"), based_on=ChartId("c"))
    plan = plan.with_chart(proposed).with_chart(circle)
    assert counsel_of(plan, proposed, ENGLISH).answers["sellers"] == 3.0
    assert counsel_of(plan, circle, ENGLISH).answers["sellers"] == 1.0


def test_an_answer_comes_before_what_is_drawn() -> None:
    assert of_template("tpl_two_pods", {"sellers": 40}).answers["sellers"] == 40.0


@pytest.mark.parametrize(
    ("answers", "template", "sentences"),
    [
        (CASE_B, "tpl_two_pods", ("The answers speak for {line}, 8 points ahead of Pod.", "The chart shows Pod.")),
        (CASE_B, "tpl_assembly_line", ("The answers speak for {line}, 8 points ahead of Pod.", SHOWN)),
        (CASE_D, "", ("The answers speak for Island; nothing else is on offer.", NOTHING)),
        (CASE_F, "", ("It is close: the answers speak for {line}, only 1 point ahead of Pod.", NOTHING)),
    ],
)
def test_it_is_told_in_one_sentence(answers: dict[str, Json], template: str, sentences: tuple[str, str]) -> None:
    found = of_template(template, answers) if template else of(answers)
    assert in_one_sentence(found, ENGLISH) == " ".join(sentences).format(line="Assembly line (hunter-farmer)")


def test_a_tie_is_called_one() -> None:
    found = of(CASE_F)
    tied = replace(found, advice=replace(found.advice, margin=0))
    assert speaks_for(tied, ENGLISH).startswith("It is a tie: ")


def test_a_chart_that_mixes_structures_says_so() -> None:
    found = replace(of(CASE_B), drawn=MIXED)
    assert in_one_sentence(found, ENGLISH).endswith("The chart mixes several structures.")


def test_growth_stages_are_told_against_each_other() -> None:
    assert of_stages(of(CASE_B), ENGLISH) == "Growth stage by the answers: Specialists."
    assert "by the answers and by the chart" in of_stages(of_template("tpl_assembly_line", CASE_B), ENGLISH)
    assert of_stages(of_template("tpl_two_pods", CASE_B), ENGLISH).endswith("by the chart.")


def test_how_much_rests_on_answers_is_said() -> None:
    whole = read(Path("resources/examples/nordlys.salesorg")).plan
    assert of_answers(counsel_of(whole, whole.first_chart, ENGLISH)).startswith("Nothing is assumed")
    assert of_answers(of(CASE_B)) == "4 of 16 questions have no answer; the usual one counts."
    asked = {**whole.answers}
    del asked["culture"]
    missing = replace(whole, answers=asked)
    assert of_answers(counsel_of(missing, missing.first_chart, ENGLISH)) == (
        "1 of 16 questions has no answer; the usual one counts."
    )


def test_a_single_seller_shows_an_island() -> None:
    found = of({}, chart([seat("rep", "island_rep")]))
    assert found.drawn == "island"
