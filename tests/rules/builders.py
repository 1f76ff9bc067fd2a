"""Small charts for the tests of the rules, written so that a test shows only what it is about.

Lines are ``"report > manager"`` (``"report ~ manager"`` for a dotted one), handoffs ``"giver > taker: object"``;
``in`` and ``out`` are the two lead sources.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import (
    HandoffId,
    LineId,
    ModelId,
    ObjectId,
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
    StageId,
)
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import (
    Acceptance,
    Handoff,
    Json,
    Lane,
    Line,
    LineKind,
    Measure,
    Person,
    Pod,
    Seat,
    Segment,
    Source,
)
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Finding, Findings
from salesorg_gui.rules.organisation import Organisation

ENGLISH = load("en")

INBOUND = Source(SourceId("in"), Lane.INBOUND, "website", per_month=100)
OUTBOUND = Source(SourceId("out"), Lane.OUTBOUND, "list", per_month=100)
RETURNS = ("rejected_lead", "market_insight", "answered_question")

type Facts = Mapping[str, Json]


def seat(
    id: str,
    role: str = "account_executive",
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    names: Iterable[str] = (),
    title: str = "",
    headcount: int = 1,
    pod: str | None = None,
    shared: bool = False,
    goal: str = "",
    measures: tuple[Measure, ...] = (),
    texts: Mapping[str, tuple[str, ...]] | None = None,
) -> Seat:
    """A seat; ``add`` and ``remove`` change its stages."""
    return Seat(
        SeatId(id),
        RoleId(role),
        title=title,
        headcount=headcount,
        people=tuple(map(Person, names)),
        pod=PodId(pod) if pod else None,
        shared=shared,
        stages_added=tuple(map(StageId, add)),
        stages_removed=tuple(map(StageId, remove)),
        goal=goal,
        measures=measures,
        texts=texts or {},
    )


def line(text: str) -> Line:
    """``"ada > bo"``: ada reports to bo; with ``~`` a dotted line."""
    sign = "~" if "~" in text else ">"
    report, manager = (SeatId(part.strip()) for part in text.split(sign))
    kind = LineKind.DOTTED if sign == "~" else LineKind.SOLID
    return Line(LineId(f"l {text}"), report, manager, kind)


def handoff(
    text: str,
    *,
    id: str = "",
    condition: str | None = None,
    hours: float | None = 1.0,
    is_return: bool | None = None,
) -> Handoff:
    """``"ada > bo: qualified_lead"``, with a condition of its own and a short time limit unless said otherwise."""
    ends, _colon, name = text.partition(":")
    giver, taker = (SeatId(part.strip()) for part in ends.split(">"))
    handed = name.strip()
    return Handoff(
        HandoffId(id or f"h {text}"),
        giver,
        taker,
        ObjectId(handed) if handed else None,
        condition=f"when {text}" if condition is None else condition,
        limit_hours=hours,
        is_return=handed in RETURNS if is_return is None else is_return,
    )


def chart(
    seats: Iterable[Seat] = (),
    lines: Iterable[str] = (),
    handoffs: Iterable[str | Handoff] = (),
    sources: Iterable[Source] = (),
    pods: Iterable[Pod] = (),
    segments: Iterable[Segment] = (),
    model: str = "",
    growth_stage: str = "",
) -> Chart:
    """A chart of records and of short descriptions of records."""
    drawn = [handoff(one) if isinstance(one, str) else one for one in handoffs]
    return Chart(
        model=ModelId(model) if model else None,
        growth_stage=growth_stage,
        seats={one.id: one for one in seats},
        lines={one.id: one for one in map(line, lines)},
        handoffs={one.id: one for one in drawn},
        sources={one.id: one for one in sources},
        pods={one.id: one for one in pods},
        segments={one.id: one for one in segments},
    )


def pod(id: str, title: str = "", *, lead: str | None = None, goal: str = "", segments: Iterable[str] = ()) -> Pod:
    """A pod."""
    within = tuple(map(SegmentId, segments))
    return Pod(PodId(id), title, segments=within, lead=SeatId(lead) if lead else None, goal=goal)


def segment(id: str, *owners: str) -> Segment:
    """A segment and its owners."""
    return Segment(SegmentId(id), value=id, owners=tuple(map(SeatId, owners)))


def plan_of(
    drawn: Chart, answers: Facts | None = None, limits: Facts | None = None, roles: Iterable[OwnRole] = ()
) -> Plan:
    """A plan with this chart alone; ``limits`` are its parameters."""
    own = {role.id: role for role in roles}
    return Plan(answers=answers or {}, parameters=limits or {}, roles=own, charts={drawn.id: drawn})


def findings(
    drawn: Chart, answers: Facts | None = None, limits: Facts | None = None, roles: Iterable[OwnRole] = ()
) -> Findings:
    """All findings of a chart."""
    return examine(plan_of(drawn, answers, limits, roles), drawn, ENGLISH)


def found(
    rule: str, drawn: Chart, answers: Facts | None = None, limits: Facts | None = None, roles: Iterable[OwnRole] = ()
) -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in findings(drawn, answers, limits, roles) if finding.rule == rule]


def one(
    rule: str, drawn: Chart, answers: Facts | None = None, limits: Facts | None = None, roles: Iterable[OwnRole] = ()
) -> Finding:
    """The only finding of a rule."""
    (finding,) = found(rule, drawn, answers, limits, roles)
    return finding


def organisation(drawn: Chart, answers: Facts | None = None, roles: Iterable[OwnRole] = ()) -> Organisation:
    """The chart as a rule sees it."""
    return Organisation.of(plan_of(drawn, answers, roles=roles), drawn, ENGLISH)


def accepting(drawn: Chart, rule: str, *subjects: str, reason: str = "We know") -> Chart:
    """The chart with one more acceptance."""
    return replace(drawn, accepted=(*drawn.accepted, Acceptance(rule, subjects, reason)))
