"""Reading what only some commands ask for: structures, templates, documents, the advisor, rules, figures.

Apart from ``reading``, so that the first paint of a window need not load the types of all this.
"""

from collections.abc import Iterable, Mapping

from salesorg_gui.catalogue.advisor import Advisor, Condition, Exclusion, Factor
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
from salesorg_gui.catalogue.profiles import Profiles, Trait
from salesorg_gui.catalogue.questions import Question, QuestionGroup
from salesorg_gui.catalogue.reading import SOURCE_LANGUAGE, Table, frozen, joined, made, table, texts
from salesorg_gui.catalogue.rule_texts import RuleText
from salesorg_gui.catalogue.rule_words import LimitWords, RuleWords, Unit, origin_of
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
from salesorg_gui.domain.ids import ModelId, RoleId

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


def profiles() -> Profiles:
    """What some roles are hired for above all."""
    found: dict[RoleId, tuple[Trait, ...]] = {}
    for one in table("facts", "profiles.toml")["profile"]:
        role = RoleId(one["role"])
        found[role] = (*found.get(role, ()), Trait(one["line"], tuple(one["words"])))
    return found


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


def questions(language: str) -> dict[str, Question]:
    """All questions about a company: the advisor's, then those only rules and capacity need."""
    further = joined(language, "company", "question")
    return {**advisor(language).questions, **{id: _question(id, entry) for id, entry in further.items()}}


def question_groups(language: str) -> dict[str, QuestionGroup]:
    """Which questions are asked together, in the order of the workshop."""
    return made(QuestionGroup, joined(language, "company", "group"), str)


def _question(id: str, entry: Table) -> Question:
    without_choices: Table = {"choices": {}}
    return Question(id, **without_choices | entry)


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


def rule_words(language: str) -> dict[str, RuleWords]:
    """What the page of rules says of each."""
    english, own = texts(SOURCE_LANGUAGE, "rulebook"), texts(language, "rulebook")
    words = {kind: _layered(english[kind], own.get(kind, {})) for kind in english}
    units = {id: Unit(id, entry["one"], entry["other"]) for id, entry in words["unit"].items()}
    measured = table("facts", "rulebook.toml")["rule"]
    made_of: dict[str, RuleWords] = {}
    for id, facts in table("facts", "rules.toml").items():
        entry = words["rule"][id]
        titles = entry.get("limits", {})
        limits = {name: LimitWords(titles[name], units[unit]) for name, unit in _units(measured, id)}
        made_of[id] = RuleWords(id, entry["when"], limits, origin_of(facts["source"], words["source"], words["note"]))
    return made_of


def _layered(english: Table, own: Table) -> Table:
    """The texts of a language over the English ones, entry by entry and field by field."""
    return {
        id: entry | own.get(id, {}) if isinstance(entry, dict) else own.get(id, entry) for id, entry in english.items()
    }


def _units(measured: Table, rule: str) -> Iterable[tuple[str, str]]:
    """The limits of a rule with their units."""
    units: Table = measured.get(rule, {"units": {}})["units"]
    return units.items()


def capacity() -> CapacityDefaults:
    """Planning figures."""
    return CapacityDefaults(**table("facts", "capacity.toml")["capacity"])


def sources() -> Mapping[str, Table]:
    """Where sentences and figures come from, by kind and id; for the authors of the catalogue."""
    return table("facts", "sources.toml")
