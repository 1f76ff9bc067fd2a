"""Nothing is lost from the notes of the trade the catalogue was made from; runs where those notes lie beside it."""

import re
import tomllib
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

import pytest

from salesorg_gui.catalogue import reading, reading_on_demand
from salesorg_gui.catalogue.advisor import Advisor
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.matching import match_title
from salesorg_gui.domain.ids import ModelId, RoleId

NOTES = Path(__file__).resolve().parents[3] / "shared" / "domain"
pytestmark = pytest.mark.skipif(not NOTES.is_dir(), reason="the notes of the trade are not here")

TAG = re.compile(r"\s*\[(?:S[0-4]|\+[^\]]*)\]")
# Titles became one short title and aliases; the rest is for authors and machines.
NOT_TEXT = {"titles", "title", "aliases", "named_in", "source", "sla_reason", "algorithm", "weights_reason", "when"}
SCORING = (
    "score = sum(weight_g * mean(scores in g)) / sum(weights of scored groups); recommend if score >= 3.5 "
    "and no must-have below 3 and team fit >= 3"
)
# Sentences that spoke of the notes themselves.
REWORDED = {
    "Any of the four S3 symptoms is observed.",
    "Symptoms of S3: slow follow-up, weak lead quality, firefighting, irregular acquisition.",
    "S0 asks what the role is for: to find or to care for customers.",
    "S0 asks whether the role is strategic and analytical or about human meetings.",
    "Roles depend on each other for the goal. S3 lists a dependency for each role.",
    "S3 gives time needed for each role.",
    "S3 lists what goes wrong.",
    "Same.",
    SCORING,
    "margin between first and second: 0-1 open, 2-4 fair, 5 or more clear",
    "",
}
# Sentences that asked for an age, which no employer in the European Union may.
AGELESS = {
    "Young, eager and smart people rather than experienced closers for the outbound share.",
    "Young, eager and smart people, or a hired lead-generation agency.",
    "No young, eager people are available for outbound.",
    "Give outbound to young, eager people or to a lead-generation agency.",
}
ROLE_LISTS = ("stages", "stages_optional", "inputs", "outputs", "reports_to", "kpis")


def notes(name: str) -> dict[str, Any]:
    return tomllib.loads((NOTES / f"{name}.toml").read_text("utf-8"))


def without_tags(text: str) -> str:
    return TAG.sub("", text).strip()


def strings(value: object, name: str = "", skipped: Container[str] = NOT_TEXT) -> Iterator[str]:
    if name in skipped:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from strings(each, key, skipped)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each, name, skipped)


def shipped() -> set[str]:
    names = ("roles", "journey", "structures", "templates", "documents", "advisor", "rules")
    tables = [reading.texts("en", name) for name in names]
    tables += [reading.table("facts", f"{name}.toml") for name in names]
    return {text for table in tables for text in (*strings(table, skipped=set()), *table)} | every_id()


def every_id() -> set[str]:
    catalogue = load("en")
    kinds = (catalogue.roles, catalogue.stages, catalogue.objects, catalogue.kpis, catalogue.models, catalogue.axes)
    more = (catalogue.growth_stages, catalogue.templates, catalogue.fields, catalogue.hiring_steps, catalogue.workshop)
    some = (catalogue.seniorities, catalogue.rules, catalogue.purposes)
    return {str(id) for kind in (*kinds, *more, *some) for id in kind} | {"nurture", "strategy"}


@pytest.mark.parametrize("name", ["roles", "models", "rules", "templates"])
def test_every_sentence_is_preserved(name: str) -> None:
    table = {key: value for key, value in notes(name).items() if key not in {"factor", "constraint", "template"}}
    known = shipped()
    missing = {text for each in strings(table) if (text := without_tags(each)) not in known | REWORDED | AGELESS}
    assert missing == set()


def test_every_tag_is_preserved() -> None:
    kept = str(reading_on_demand.sources())
    for name in ("roles", "models", "templates"):
        for text in strings({key: each for key, each in notes(name).items() if key != "factor"}):
            assert "".join(tag.strip() for tag in TAG.findall(text)) in kept


def test_the_facts_of_roles_are_preserved() -> None:
    catalogue = load("en")
    for note in notes("roles")["role"]:
        role = catalogue.roles[RoleId(note["id"])]
        for name in ROLE_LISTS:
            assert list(getattr(role, name)) == note[name], (role.id, name)
        assert (role.family, role.orientation, role.seniority) == (
            note["family"],
            note["orientation"],
            note["seniority"],
        )
        assert (role.variant_of or "") == note["variant_of"]
        for partners, name in ((role.receives, "handoffs_in"), (role.hands_over, "handoffs_out")):
            told = [(each["role"], each["object"], without_tags(each["when"])) for each in note[name]]
            assert [(each.role, each.object, each.condition) for each in partners] == told


def test_titles_of_roles_are_still_understood() -> None:
    remark = re.compile(r"\s*\(S\d machine translation\)")
    prose = {"owner of the whole sales process", "first rep of a small company"}
    half_titles = {"coordinator", "koordinator", "coördinator", "Spesialist", "koordinator for salgsaktivering"}
    # Two roles claimed these; the catalogue says which one keeps them, or that neither does.
    moved = {
        "account or business development representative (ADR/BDR)",
        "konto- eller forretningsutviklingsrepresentant",
        "Chief Enablement / Revenue Officer",
    }
    for note in notes("roles")["role"]:
        names = {*note["aliases"], *(part for title in note["titles"].values() for part in title.split(" / "))}
        for name in (remark.sub("", name) for name in names - prose - moved):
            assert match_title(name) == note["id"] or name in half_titles, name


def test_numbers_and_links_of_the_journey_are_preserved() -> None:
    catalogue, told = load("en"), notes("roles")
    for note in told["stage"]:
        stage = catalogue.stages[note["id"]]
        assert (stage.order, stage.lane, stage.core) == (note["order"], note["lane"], note["core"])
        assert (list(stage.consumes), list(stage.produces)) == (note["consumes"], note["produces"])
    for note in told["object"]:
        handed = catalogue.objects[note["id"]]
        assert (handed.kind, handed.limit_hours, handed.title) == (
            note["kind"],
            note["default_sla_hours"],
            note["title"],
        )
        assert (handed.stage_after, handed.reentry) == (note["stage_after"], note.get("reentry", False))
    for note in told["kpi"]:
        kpi = catalogue.kpis[note["id"]]
        assert (kpi.title, kpi.formula, kpi.unit) == (note["name"], note["formula"], note["unit"])
        assert (kpi.better, kpi.kind, kpi.source) == (note["better"], note["kind"], note["source"])


def test_structures_and_templates_are_preserved() -> None:
    catalogue, told = load("en"), notes("models")
    for note in told["model"]:
        structure = catalogue.structures[ModelId(note["id"])]
        assert [list(group) for group in structure.role_groups] == note["role_groups"]
        assert structure.expected_handoffs == note["expected_handoffs_per_customer"]
        for language, title in note["titles"].items():
            assert load(language).structures[structure.id].title == title
    for note in told["template"]:
        template = catalogue.templates[note["id"]]
        assert [[line.report, line.manager] for line in template.lines] == note["lines"]
        assert [(seat.key, seat.role, seat.headcount, seat.pod) for seat in template.seats] == [
            (seat["key"], seat["role"], seat["headcount"], seat.get("pod")) for seat in note["seats"]
        ]
        handoffs = [[handoff.source, handoff.object, handoff.target] for handoff in template.handoffs]
        assert [handoff for handoff in note["handoffs"] if handoff not in handoffs] == []


def test_figures_are_preserved() -> None:
    told = notes("templates")
    for name, value in told["capacity"].items():
        assert getattr(load("en").capacity, name) == value
    assert {place.role: place.order for place in load("en").hire_order} == {
        note["role"]: note["order"] for note in told["hire_order"]
    }
    assert {group.id: group.weight for group in load("en").scorecard.groups} == {
        note["id"]: note["weight"] for note in told["scorecard"]["groups"]
    }


def test_titles_of_documents_and_templates_are_preserved() -> None:
    catalogue, told = load("en"), notes("templates")
    assert [step.title for step in catalogue.hiring_steps.values()] == [note["title"] for note in told["hiring_step"]]
    assert [step.title for step in catalogue.workshop.values()] == [note["title"] for note in told["workshop_step"]]
    assert [field.title for field in catalogue.fields.values()] == [note["title"] for note in told["field"]]
    templates = notes("models")["template"]
    assert [template.title for template in catalogue.templates.values()] == [note["title"] for note in templates]


def test_rules_are_preserved() -> None:
    for note in notes("rules")["rule"]:
        rule = load("en").rules[note["id"]]
        assert (rule.group, rule.severity, rule.params) == (note["group"], note["severity"], note["params"])
        assert (rule.message, rule.source) == (note["message"], note["source"])
        assert (rule.fix == note["fix"]) == (note["fix"] not in AGELESS)


def answered(advisor: Advisor, name: str, value: str | float | bool) -> dict[str, str | float | bool]:
    return advisor.defaults | {name: value}


def test_factors_hold_exactly_when_told() -> None:
    advisor, told = load("en").advisor, notes("templates")
    factors = {note["id"]: note for note in told["factor"]}
    values: dict[str, list[str | float | bool]] = {
        id: list(question.choices)
        or ([False, True] if question.kind == "flag" else [*range(16), 50, 51, 79, 80, 399, 400])
        for id, question in advisor.questions.items()
    }
    for factor in advisor.factors:
        note = factors[factor.id]
        assert (dict(factor.points), factor.per) == (note["points"], note.get("per", ""))
        assert factor.text == without_tags(note["text"])
        for name, choices in values.items():
            for answers in (answered(advisor, name, value) for value in choices):
                assert factor.holds(answers) == bool(eval(note["when"], {}, dict(answers))), (factor.id, answers)
    for note in told["constraint"]:
        rule = next(rule for rule in advisor.exclusions if rule.model == note["model"])
        assert [rule.condition.holds({"frontline": n}) for n in range(9)] == [
            n < int(note["when"][-1]) for n in range(9)
        ]
        assert rule.text == without_tags(note["text"])
