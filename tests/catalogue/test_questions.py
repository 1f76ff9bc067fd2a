"""What an answer says: exactly what was answered, and nothing where nobody knows."""

import pytest

from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.catalogue.progress import asked, progress, progress_text
from salesorg_gui.catalogue.questions import Fact, finite, told
from salesorg_gui.domain.records import Json


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("en")


def test_every_question_is_asked_in_one_group(catalogue: Catalogue) -> None:
    asked = [name for group in catalogue.question_groups.values() for name in group.questions]
    assert sorted(asked) == sorted(catalogue.questions)


def test_a_question_of_the_advisor_is_not_asked_twice(catalogue: Catalogue) -> None:
    assert len(catalogue.questions) > len(catalogue.advisor.questions)
    assert list(catalogue.questions)[: len(catalogue.advisor.questions)] == list(catalogue.advisor.questions)


def test_only_choices_offer_choices(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        assert question.kind in {"choice", "several", "number", "flag", "text"}
        assert bool(question.choices) == (question.kind in {"choice", "several"}), question.id
        assert question.title


@pytest.mark.parametrize(
    ("question", "answer", "fact"),
    [
        ("crm", True, True),
        ("crm", False, False),
        ("crm", 1, None),
        ("crm", "yes", None),
        ("employees", 12, 12.0),
        ("employees", True, None),
        ("employees", "12", None),
        ("employees", 10**400, None),
        ("culture", "competitive", "competitive"),
        ("culture", "grim", None),
        ("culture", ["competitive"], None),
        ("values", ["support", "compassion", "support", "gold", 3], ("compassion", "support")),
        ("values", [], None),
        ("values", ["gold"], None),
        ("values", "support", None),
        ("value_audience", "  Heads of finance ", "Heads of finance"),
        ("value_audience", "  ", None),
        ("value_audience", 7, None),
        ("value_audience", None, None),
    ],
)
def test_an_answer_says_what_its_question_means(
    catalogue: Catalogue, question: str, answer: Json, fact: Fact | None
) -> None:
    assert told({question: answer}, catalogue.questions).get(question) == fact


def test_what_nobody_answered_is_unknown(catalogue: Catalogue) -> None:
    assert told({}, catalogue.questions) == {}
    assert told({"no such question": 1}, catalogue.questions) == {}


def test_symptoms_that_are_named_are_counted(catalogue: Catalogue) -> None:
    seen: Json = ["weak_leads", "firefighting", "nonsense"]
    facts = told({"symptoms": 4, "symptoms_seen": seen}, catalogue.questions)
    assert (facts["symptoms"], facts["symptoms_seen"]) == (2.0, ("weak_leads", "firefighting"))
    assert told({"symptoms": 3}, catalogue.questions) == {"symptoms": 3.0}


def test_an_endless_number_says_nothing() -> None:
    assert [finite(amount) for amount in (float("inf"), float("nan"), 10**400, 3)] == [None, None, None, 3.0]


def test_the_advisor_reckons_with_what_is_known_and_with_defaults_else(catalogue: Catalogue) -> None:
    facts = told({"employees": 12, "values": ["support"], "culture": "grim"}, catalogue.questions)
    answers = catalogue.advisor.answers(facts)
    assert (answers["employees"], answers["culture"]) == (12.0, "neutral")
    assert answers.keys() == catalogue.advisor.questions.keys()


def test_a_count_is_asked_for_only_where_nobody_named_what_is_counted(catalogue: Catalogue) -> None:
    ways = catalogue.question_groups["ways"]
    told_so: tuple[dict[str, Fact], ...] = ({}, {"symptoms": 2.0}, {"symptoms": 1.0, "symptoms_seen": ("weak_leads",)})
    assert ["symptoms" in asked(ways, facts) for facts in told_so] == [False, True, False]
    assert all("symptoms_seen" in asked(ways, facts) for facts in told_so)
    assert "symptoms" not in asked(catalogue.question_groups["people"], {})


def test_progress_counts_what_is_known() -> None:
    facts: dict[str, Fact] = {"crm": False, "employees": 0.0}
    assert progress(("crm", "employees", "budget"), facts) == (2, 3)
    assert progress_text(("crm", "budget"), facts) == "1 of 2"
