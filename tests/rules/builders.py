"""Small charts for the tests of the rules, written so that a test shows only what it is about.

``org(ada="account_executive")`` is a chart with one seat ``ada``; keyword ``lines`` takes pairs ``"report > manager"``
(``"report ~ manager"`` for a dotted line), ``handoffs`` takes ``"giver > taker: object"`` with ``in`` and ``out`` as
the two lead sources.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

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
    Lane,
    Line,
    LineKind,
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


def seat(id: str, role: str = "account_executive", **facts: Any) -> Seat:
    """A seat; ``add`` and ``remove`` change its stages, ``name`` seats somebody."""
    stages = {
        "stages_added": tuple(map(StageId, facts.pop("add", ()))),
        "stages_removed": tuple(map(StageId, facts.pop("remove", ()))),
    }
    people = (Person(facts.pop("name")),) if "name" in facts else ()
    return Seat(SeatId(id), RoleId(role), people=people, **stages, **facts)


def line(text: str) -> Line:
    """``"ada > bo"``: ada reports to bo; with ``~`` a dotted line."""
    sign = "~" if "~" in text else ">"
    report, manager = (SeatId(part.strip()) for part in text.split(sign))
    kind = LineKind.DOTTED if sign == "~" else LineKind.SOLID
    return Line(LineId(f"l {text}"), report, manager, kind)


def handoff(text: str, **facts: Any) -> Handoff:
    """``"ada > bo: qualified_lead"``, with a condition and a time limit unless ``facts`` say otherwise."""
    ends, _colon, name = text.partition(":")
    giver, taker = (SeatId(part.strip()) for part in ends.split(">"))
    handed = ObjectId(name.strip()) if name.strip() else None
    usual: dict[str, Any] = {"condition": f"when {text}", "limit_hours": 1.0, "is_return": handed in RETURNS}
    return Handoff(facts.pop("id", HandoffId(f"h {text}")), giver, taker, handed, **usual | facts)


RETURNS = ("rejected_lead", "market_insight", "answered_question")


def chart(
    seats: Iterable[Seat] = (),
    lines: Iterable[str] = (),
    handoffs: Iterable[str | Handoff] = (),
    sources: Iterable[Source] = (),
    pods: Iterable[Pod] = (),
    **facts: Any,
) -> Chart:
    """A chart of records and of short descriptions of records."""
    drawn = [handoff(one) if isinstance(one, str) else one for one in handoffs]
    segments: Iterable[Segment] = facts.pop("segments", ())
    return Chart(
        seats={one.id: one for one in seats},
        lines={one.id: one for one in map(line, lines)},
        handoffs={one.id: one for one in drawn},
        sources={one.id: one for one in sources},
        pods={one.id: one for one in pods},
        segments={one.id: one for one in segments},
        **facts,
    )


def pod(id: str, **facts: Any) -> Pod:
    """A pod."""
    return Pod(PodId(id), **facts)


def segment(id: str, *owners: str) -> Segment:
    """A segment and its owners."""
    return Segment(SegmentId(id), value=id, owners=tuple(map(SeatId, owners)))


def plan_of(
    drawn: Chart,
    answers: Mapping[str, Any] | None = None,
    parameters: Mapping[str, Any] | None = None,
    roles: Iterable[OwnRole] = (),
) -> Plan:
    """A plan with this chart alone."""
    return Plan(
        answers=answers or {},
        parameters=parameters or {},
        roles={role.id: role for role in roles},
        charts={drawn.id: drawn},
    )


def findings(drawn: Chart, **plan: Any) -> Findings:
    """All findings of a chart."""
    return examine(plan_of(drawn, **plan), drawn, ENGLISH)


def found(rule: str, drawn: Chart, **plan: Any) -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in findings(drawn, **plan) if finding.rule == rule]


def one(rule: str, drawn: Chart, **plan: Any) -> Finding:
    """The only finding of a rule."""
    (finding,) = found(rule, drawn, **plan)
    return finding


def organisation(drawn: Chart, **plan: Any) -> Organisation:
    """The chart as a rule sees it."""
    return Organisation.of(plan_of(drawn, **plan), drawn, ENGLISH)


def accepting(drawn: Chart, rule: str, *subjects: str, reason: str = "We know") -> Chart:
    """The chart with one more acceptance."""
    return replace(drawn, accepted=(*drawn.accepted, Acceptance(rule, subjects, reason)))


ISLAND = ModelId("island")
POD = ModelId("pod")
