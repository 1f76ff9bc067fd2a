"""What a plan says about its company: what was answered, nothing that was not."""

from dataclasses import replace

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.records import Json
from salesorg_gui.rules.organisation import Organisation
from tests.builders import pod_plan


def organisation(**answers: Json) -> Organisation:
    plan = replace(pod_plan(), answers=answers)
    return Organisation.of(plan, plan.first_chart, load())


def test_an_unanswered_question_is_unknown_to_rules() -> None:
    org = organisation()
    assert org.told("startup") is None
    assert org.told("employees") is None
    assert (org.is_startup, org.answers["employees"]) == (False, 0)


def test_an_answer_is_told_as_it_was_given() -> None:
    org = organisation(startup=False, employees=40, values=["support"], crm=True, symptoms_seen=["weak_leads"])
    facts = ("startup", "employees", "values", "crm", "symptoms")
    assert [org.told(name) for name in facts] == [False, 40.0, ("support",), True, 1.0]
    assert org.answers["symptoms"] == 1.0


def test_an_answer_of_another_kind_is_none() -> None:
    org = organisation(startup="perhaps", employees="many", culture="grim", crm=1)
    assert [org.told(name) for name in ("startup", "employees", "culture", "crm")] == [None] * 4
    assert org.answers["culture"] == "neutral"
