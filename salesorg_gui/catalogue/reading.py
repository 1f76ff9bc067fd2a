"""Reading the shipped files: facts joined with the texts of a language, English where a text is missing.

One function per kind of value; each parses only the files it needs, once per process.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from salesorg_gui.catalogue.advisor import Advisor, Condition, Exclusion, Factor, Question
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.catalogue.documents import (
    ChecklistForm,
    DocumentField,
    HireOrder,
    HiringStep,
    ScorecardForm,
    ScoreGroup,
    WorkshopStep,
)
from salesorg_gui.catalogue.journey import Channel, HandedObject, Kpi, ObjectKind, Seniority, Stage
from salesorg_gui.catalogue.roles import Family, Orientation, Purpose, Role, RoleHandoff
from salesorg_gui.catalogue.rule_texts import RuleText
from salesorg_gui.catalogue.structures import Axis, GrowthStage, Structure
from salesorg_gui.catalogue.templates import (
    Template,
    TemplateHandoff,
    TemplateLine,
    TemplatePod,
    TemplateSeat,
    TemplateSegment,
    TemplateSource,
)
from salesorg_gui.domain.ids import KpiId, ModelId, ObjectId, RoleId, StageId
from salesorg_gui.resources import resource

type Table = dict[str, Any]

SOURCE_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, "sv", "da", "nb", "nl")


@cache
def table(*parts: str) -> Table:
    """One file below ``resources/catalogue``, parsed; callers must not change it."""
    return tomllib.loads(resource("catalogue", *parts).read_text(encoding="utf-8"))


def texts(language: str, name: str) -> Table:
    """The texts of a language; a file that a language lacks is empty."""
    if not resource("catalogue", "texts", language, f"{name}.toml").exists():
        return {}
    return table("texts", language, f"{name}.toml")


def joined(language: str, name: str, kind: str = "") -> dict[str, Table]:
    """Facts with their texts, field by field: the language's own text before the English one."""
    english, own = texts(SOURCE_LANGUAGE, name), texts(language, name)
    layers = [table("facts", f"{name}.toml"), english, own]
    if kind:
        layers = [layer.get(kind, {}) for layer in layers]
    facts, english, own = layers
    ids = facts or english
    return {id: facts.get(id, {}) | english.get(id, {}) | own.get(id, {}) for id in ids}


def made[I: str, T](wanted: Callable[..., T], entries: Mapping[str, Table], id_type: Callable[[str], I]) -> dict[I, T]:
    """Values of one type by id, straight from their tables."""
    return {id_type(id): wanted(id=id_type(id), **frozen(entry)) for id, entry in entries.items()}


def frozen(entry: Table) -> Table:
    """The entry with its lists as tuples."""
    return {name: _tuples(value) for name, value in entry.items()}


def _tuples(value: object) -> object:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


# ------------------------------------------------------------------------------------------------- roles and journey


def roles(language: str) -> dict[RoleId, Role]:
    """All roles, as a palette lists them."""
    ranks = {id: step.rank for id, step in seniorities(language).items()}
    names = _aliases(language)
    return {
        RoleId(id): _role(RoleId(id), entry, ranks[entry["seniority"]], names.get(id, ()))
        for id, entry in joined(language, "roles").items()
    }


def _role(id: RoleId, entry: Table, rank: int, aliases: tuple[str, ...]) -> Role:
    fields = frozen(entry)
    purposes = tuple(map(Purpose, fields.pop("purposes")))
    fields |= {
        "family": Family(fields["family"]),
        "orientation": Orientation(fields["orientation"]),
        "receives": _partners(entry["receives"], fields.pop("receives_when", ())),
        "hands_over": _partners(entry["hands_over"], fields.pop("hands_over_when", ())),
    }
    others = tuple(name for name in aliases if name != fields["title"])
    return Role(id, purpose=purposes[0], purposes=purposes, rank=rank, aliases=others, **fields)


def _partners(partners: list[Table], conditions: tuple[str, ...]) -> tuple[RoleHandoff, ...]:
    return tuple(
        RoleHandoff(RoleId(partner["role"]), ObjectId(partner["object"]), condition)
        for partner, condition in zip(partners, conditions, strict=True)
    )


def _aliases(language: str) -> dict[str, tuple[str, ...]]:
    """Other names by role id, the language's own first; English ones are understood everywhere."""
    spoken = dict.fromkeys((language, SOURCE_LANGUAGE))
    tables = [texts(one, "aliases").get("aliases", {}) for one in spoken]
    ids = dict.fromkeys(id for names in tables for id in names)
    return {id: tuple(dict.fromkeys(name for names in tables for name in names.get(id, ()))) for id in ids}


def stages(language: str) -> dict[StageId, Stage]:
    """The stages along the journey."""
    entries = joined(language, "journey", "stage")
    return made(Stage, {id: entry | {"phase": Purpose(entry["phase"])} for id, entry in entries.items()}, StageId)


def objects(language: str) -> dict[ObjectId, HandedObject]:
    """What is handed over."""
    entries = joined(language, "journey", "object")
    return made(
        HandedObject, {id: entry | {"kind": ObjectKind(entry["kind"])} for id, entry in entries.items()}, ObjectId
    )


def kpis(language: str) -> dict[KpiId, Kpi]:
    """The measures."""
    return made(Kpi, joined(language, "journey", "kpi"), KpiId)


def purposes(language: str) -> dict[Purpose, str]:
    """The word for each purpose."""
    return {Purpose(id): entry["title"] for id, entry in joined(language, "journey", "purpose").items()}


def seniorities(language: str) -> dict[str, Seniority]:
    """The ladder from junior to executive."""
    return made(Seniority, joined(language, "journey", "seniority"), str)


def channels(language: str) -> dict[str, Channel]:
    """Where leads come from."""
    return made(Channel, joined(language, "journey", "channel"), str)


# --------------------------------------------------------------------------------------------- structures, templates


def structures(language: str) -> dict[ModelId, Structure]:
    """The structures."""
    return made(Structure, joined(language, "structures", "structure"), ModelId)


def growth_stages(language: str) -> dict[str, GrowthStage]:
    """The growth stages in order."""
    return made(GrowthStage, joined(language, "structures", "growth_stage"), str)


def axes(language: str) -> dict[str, Axis]:
    """The segmentation axes."""
    return made(Axis, joined(language, "structures", "axis"), str)


def templates(language: str) -> dict[str, Template]:
    """The ready organisations."""
    return {id: _template(id, entry) for id, entry in joined(language, "templates").items()}


def _template(id: str, entry: Table) -> Template:
    conditions = entry.get("conditions", {})
    notes = entry.get("pod_notes", [""] * len(entry["pods"]))
    return Template(
        id,
        title=entry["title"],
        model=ModelId(entry["model"]),
        growth_stage=entry["growth_stage"],
        description=entry["description"],
        seats=tuple(TemplateSeat(**frozen(seat)) for seat in entry["seats"]),
        lines=tuple(TemplateLine(**line) for line in entry["lines"]),
        handoffs=tuple(
            TemplateHandoff(**handoff, condition=conditions.get(f"{handoff['source']}>{handoff['target']}", ""))
            for handoff in entry["handoffs"]
        ),
        sources=tuple(TemplateSource(**source) for source in entry["sources"]),
        pods=tuple(map(TemplatePod, entry["pods"], entry["pod_titles"] if entry["pods"] else [], notes)),
        segments=tuple(
            TemplateSegment(segment["axis"], value, segment["owner"])
            for segment, value in zip(entry["segments"], entry.get("segment_values", []), strict=True)
        ),
        source=entry["source"],
    )


# ------------------------------------------------------------------------------------------------ documents, hiring


def fields(language: str) -> dict[str, DocumentField]:
    """Fields of the role card and the role description."""
    return made(DocumentField, joined(language, "documents", "field"), str)


def hiring_steps(language: str) -> dict[str, HiringStep]:
    """The hiring steps."""
    return made(HiringStep, joined(language, "documents", "hiring_step"), str)


def checklist(language: str) -> ChecklistForm:
    """The form of the printed checklist."""
    return ChecklistForm(**frozen(_single(language, "checklist")))


def scorecard(language: str) -> ScorecardForm:
    """The form of the interview scorecard."""
    facts = table("facts", "documents.toml")["scorecard"]
    words = frozen(_single(language, "scorecard"))
    titles, anchors = words.pop("groups"), words.pop("anchors")
    groups = tuple(ScoreGroup(group["id"], group["weight"], titles[group["id"]]) for group in facts["groups"])
    scale = {int(score): text for score, text in anchors.items()}
    return ScorecardForm(**facts | {"groups": groups}, **words, anchors=scale)


def hire_order(language: str) -> tuple[HireOrder, ...]:
    """Whom to hire first, and when."""
    conditions = _single(language, "hire_order")
    orders = table("facts", "documents.toml")["hire_order"]
    return tuple(HireOrder(order, RoleId(role), conditions[role]) for role, order in orders.items())


def workshop(language: str) -> dict[str, WorkshopStep]:
    """The workshop steps."""
    return made(WorkshopStep, joined(language, "documents", "workshop_step"), str)


def _single(language: str, kind: str) -> Table:
    """Texts of something there is only one of."""
    words: Table = texts(SOURCE_LANGUAGE, "documents")[kind] | texts(language, "documents").get(kind, {})
    return words


# -------------------------------------------------------------------------------------------- advisor, rules, figures


def advisor(language: str) -> Advisor:
    """Questions, factors and exclusions."""
    decision = joined(language, "advisor")["decision"]
    return Advisor(
        questions={id: _question(id, entry) for id, entry in joined(language, "advisor", "question").items()},
        factors=tuple(_factor(id, entry) for id, entry in joined(language, "advisor", "factor").items()),
        exclusions=tuple(_exclusion(id, entry) for id, entry in joined(language, "advisor", "exclusion").items()),
        **frozen(decision),
    )


def _question(id: str, entry: Table) -> Question:
    choices = entry.get("choices", {})
    return Question(id, entry["kind"], entry["default"], entry["title"], choices, entry.get("unit", ""))


def _factor(id: str, entry: Table) -> Factor:
    conditions = tuple(Condition(**frozen(condition)) for condition in entry["any_of"])
    return Factor(id, conditions, entry["points"], entry["text"], entry.get("per", ""))


def _exclusion(id: str, entry: Table) -> Exclusion:
    text = entry["text"]
    return Exclusion(ModelId(id), Condition(**{name: value for name, value in entry.items() if name != "text"}), text)


def rules(language: str) -> dict[str, RuleText]:
    """What the rules say."""
    without_limits: Table = {"params": {}}
    return {id: RuleText(id, **without_limits | entry) for id, entry in joined(language, "rules").items()}


def capacity() -> CapacityDefaults:
    """Planning figures."""
    return CapacityDefaults(**table("facts", "capacity.toml")["capacity"])


def sources() -> Mapping[str, Table]:
    """Where sentences and figures come from, by kind and id; for the authors of the catalogue."""
    return table("facts", "sources.toml")
