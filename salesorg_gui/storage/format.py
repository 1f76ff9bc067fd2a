"""The format of the file, as one table: which keys each record has, in which order, and what they may hold.

``docs/file-format.md`` says the same in words, ``docs/salesorg.schema.json`` for other programs.
"""

from collections.abc import Iterator

from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import OwnRole, Plan, empty_plan
from salesorg_gui.domain.records import (
    Acceptance,
    Activity,
    BranchStyle,
    Check,
    Handoff,
    Hire,
    HireStatus,
    Lane,
    Line,
    LineKind,
    Measure,
    Person,
    Pod,
    Score,
    Scorecard,
    Seat,
    Segment,
    Source,
    Status,
)
from salesorg_gui.domain.slides import Slide
from salesorg_gui.i18n import _
from salesorg_gui.storage.forms import (
    ACCOUNTS,
    COLUMNS,
    COUNT,
    FLAG,
    ID,
    KEYS,
    NUMBER,
    NUMBER_OR_NONE,
    PLACE,
    ROOM,
    TEXT,
    TEXT_OR_NONE,
    TEXT_OR_NUMBER,
    TEXTS,
    UNREAD,
    WHOLE,
    WHOLE_OR_NONE,
    Free,
    ListOf,
    MapOf,
    OneOf,
    Optional,
    Schema,
    Sorted,
)
from salesorg_gui.storage.problems import Spot, named
from salesorg_gui.storage.records import ById, InOrder, RecordForm, form_of, ids_in
from salesorg_gui.storage.upgrades import CURRENT, Plain

FORMAT = "salesorg"

PERSON = form_of(
    Person,
    {"name": TEXT, "seniority": TEXT, "industries": TEXTS, "new_hire": FLAG, "start": TEXT},
)
ACTIVITY = form_of(Activity, {"title": TEXT, "kind": TEXT, "share": NUMBER})
MEASURE = form_of(Measure, {"kpi": TEXT, "target": TEXT, "period": TEXT, "is_team": FLAG}, names={"is_team": "team"})
SEAT = form_of(
    Seat,
    {
        "id": ID,
        "role": TEXT,
        "title": TEXT,
        "headcount": COUNT,
        "fte": NUMBER,
        "status": OneOf(Status),
        "pod": TEXT_OR_NONE,
        "also_in": TEXTS,
        "order": NUMBER,
        "place": PLACE,
        "branch": OneOf(BranchStyle),
        "columns": COLUMNS,
        "shared": FLAG,
        "people": ListOf(PERSON),
        "stages_added": TEXTS,
        "stages_removed": TEXTS,
        "shares": MapOf(NUMBER),
        "activities": ListOf(ACTIVITY),
        "quota": NUMBER_OR_NONE,
        "accounts": ACCOUNTS,
        "account_stages": TEXTS,
        "measures": ListOf(MEASURE),
        "goal": TEXT,
        "start": TEXT,
        "code": TEXT,
        "location": TEXT,
        "department": TEXT,
        "note": TEXT,
        "texts": MapOf(TEXTS),
    },
)
LINE = form_of(
    Line,
    {"id": ID, "report": TEXT, "manager": TEXT, "kind": OneOf(LineKind), "order": NUMBER, "is_assistant": FLAG},
    names={"is_assistant": "assistant"},
)
HANDOFF = form_of(
    Handoff,
    {
        "id": ID,
        "source": TEXT,
        "target": TEXT,
        "object": TEXT_OR_NONE,
        "condition": TEXT,
        "limit_hours": NUMBER_OR_NONE,
        "is_return": FLAG,
        "probability": NUMBER_OR_NONE,
    },
    names={"source": "from", "target": "to"},
)
SOURCE = form_of(
    Source,
    {
        "id": ID,
        "lane": OneOf(Lane),
        "channel": TEXT,
        "title": TEXT,
        "per_month": NUMBER,
        "order": NUMBER,
        "place": PLACE,
    },
    always=frozenset({"lane"}),
)
POD = form_of(
    Pod,
    {
        "id": ID,
        "title": TEXT,
        "segments": TEXTS,
        "lead": TEXT_OR_NONE,
        "goal": TEXT,
        "target_account": TEXT,
        "order": NUMBER,
        "place": PLACE,
    },
)
SEGMENT = form_of(
    Segment,
    {
        "id": ID,
        "axis": TEXT,
        "value": TEXT,
        "lowest": NUMBER_OR_NONE,
        "below": NUMBER_OR_NONE,
        "parent": TEXT_OR_NONE,
        "is_key": FLAG,
        "is_served": FLAG,
        "potential": NUMBER_OR_NONE,
        "leads": NUMBER_OR_NONE,
        "customers": NUMBER_OR_NONE,
        "owners": TEXTS,
        "split": TEXT,
        "order": NUMBER,
        "place": PLACE,
    },
    names={"lowest": "from", "below": "to"},
    always=frozenset({"axis"}),
)
CHECK = form_of(Check, {"step": TEXT, "item": WHOLE, "who": TEXT, "due": TEXT, "done": TEXT, "remark": TEXT})
SCORE = form_of(
    Score,
    {
        "criterion": TEXT,
        "group": TEXT,
        "score": WHOLE_OR_NONE,
        "must": FLAG,
        "evidence": TEXT,
        "anchors": MapOf(TEXT),
    },
)
SCORECARD = form_of(
    Scorecard,
    {"candidate": TEXT, "interviewer": TEXT, "date": TEXT, "scores": ListOf(SCORE), "note": TEXT},
)
HIRE = form_of(
    Hire,
    {
        "id": ID,
        "seat": TEXT,
        "status": OneOf(HireStatus),
        "start": TEXT,
        "owner": TEXT,
        "checklist": ListOf(CHECK),
        "scorecards": ListOf(SCORECARD),
        "chosen": TEXT,
        "decided": TEXT,
    },
)
ACCEPTANCE = form_of(Acceptance, {"rule": TEXT, "subjects": TEXTS, "reason": TEXT, "figures": TEXTS})
OWN_ROLE = form_of(
    OwnRole,
    {
        "id": ID,
        "title": TEXT,
        "based_on": TEXT_OR_NONE,
        "purpose": TEXT_OR_NONE,
        "stages": Optional(TEXTS),
        "inputs": Optional(TEXTS),
        "outputs": Optional(TEXTS),
        "reports_to": Optional(TEXTS),
        "texts": MapOf(TEXTS),
    },
)


def _check_shared_names(chart: Plain, at: Spot) -> None:
    """A handoff may come from a seat or a source, a segment belong to a seat or a pod: these share their names."""
    seats = {name for _number, name in _ids(chart, "seats")}
    for label in ("pods", "sources"):
        for number, name in _ids(chart, label):
            if name in seats:
                at.report(named(f"{label}[{number}]", {"id": name}), _("has the same id as a seat"))


def _ids(chart: Plain, label: str) -> Iterator[tuple[int, str]]:
    records = chart.get(label)
    return ids_in(records if isinstance(records, list) else [])


CHART = form_of(
    Chart,
    {
        "id": ID,
        "title": TEXT,
        "order": NUMBER,
        "based_on": TEXT_OR_NONE,
        "model": TEXT_OR_NONE,
        "growth_stage": TEXT,
        "note": TEXT,
        "since": TEXT,
        "segments": ById(SEGMENT),
        "pods": ById(POD),
        "seats": ById(SEAT),
        "lines": ById(LINE),
        "sources": ById(SOURCE),
        "handoffs": ById(HANDOFF),
        "hires": ById(HIRE),
        "accepted": Sorted(ACCEPTANCE, key=lambda accepted: (accepted.rule, accepted.subjects)),
    },
    always=frozenset({"title"}),
    check=_check_shared_names,
)
SLIDE = form_of(
    Slide,
    {
        "id": ID,
        "title": TEXT,
        "note": TEXT,
        "chart": TEXT_OR_NONE,
        "view": TEXT,
        "room": ROOM,
        "spotlight": KEYS,
        "folded": TEXTS,
        "colour": TEXT,
        "all_handoffs": FLAG,
    },
)
CASE = form_of(
    Case,
    {
        "id": ID,
        "title": TEXT,
        "points": MapOf(TEXT_OR_NUMBER),
        "lane": OneOf(Lane),
        "channel": TEXT,
        "source": TEXT_OR_NONE,
        "note": TEXT,
        "order": NUMBER,
    },
    always=frozenset({"lane"}),
)
PLAN = form_of(
    Plan,
    {
        "title": TEXT,
        "language": TEXT,
        "answers": Free(),
        "parameters": Free(),
        "roles": ById(OWN_ROLE),
        "charts": ById(CHART),
        "slides": InOrder(SLIDE),
        "cases": ById(CASE),
    },
    always=frozenset({"title", "language", "charts"}),
)
DEFINITIONS: tuple[RecordForm, ...] = (
    *(CHART, SEGMENT, POD, SEAT, PERSON, ACTIVITY, MEASURE, LINE, SOURCE, HANDOFF),
    *(HIRE, CHECK, SCORECARD, SCORE, ACCEPTANCE, OWN_ROLE, SLIDE, CASE),
)


def to_json(plan: Plan) -> Plain:
    """The plan as the file has it."""
    extra = {name: value for name, value in PLAN.write(plan).items() if name not in {"format", "version"}}
    return {"format": FORMAT, "version": CURRENT, **extra}


def from_json(content: Plain, at: Spot) -> Plan | None:
    """The plan behind the content of a file of the newest version; ``None`` after noting all that is wrong."""
    known = {name: value for name, value in content.items() if name not in {"format", "version"}}
    plan = PLAN.read(known, at, "")
    if plan is UNREAD or at.problems:
        return None
    read: Plan = plan
    return read if read.charts else _with_a_chart(read)


def _with_a_chart(plan: Plan) -> Plan:
    """A plan always has a chart; one that says nothing of charts has an empty one."""
    return plan.with_chart(empty_plan().first_chart)


def schema() -> Schema:
    """The JSON Schema of the file."""
    plan = PLAN.definition()
    header = {"format": {"const": FORMAT}, "version": {"type": "integer", "minimum": 1}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Salesorg plan",
        "description": "A sales organisation: charts of seats, lines, handoffs, lead sources, pods and segments.",
        "type": "object",
        "properties": {**header, **plan["properties"]},
        "required": ["format", "version"],
        "$defs": {form.type.__name__: form.definition() for form in DEFINITIONS},
    }
