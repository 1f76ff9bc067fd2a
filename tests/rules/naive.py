"""The chart as plain dictionaries, read from the plan alone: the ground of an independent second opinion on the rules.

Nothing here or in ``naive_reporting`` and ``naive_handoffs`` knows how the program's rules are written. It follows the
triggers (``when``) of the catalogue, their notation and the readings of ``docs/rules.md``, as plainly as can be.
"""

import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Seat
from salesorg_gui.resources import resource

FACTS = tomllib.loads(resource("catalogue/facts/rules.toml").read_text("utf-8"))
FIND = {"outbound_prospecting", "inbound_qualification"}
NEXT = {
    "lead_generation": ["outbound_prospecting", "inbound_qualification"],
    "outbound_prospecting": ["demo_negotiation"],
    "inbound_qualification": ["demo_negotiation"],
    "demo_negotiation": ["closing"],
    "closing": ["onboarding"],
    "onboarding": ["retention"],
    "retention": ["growth"],
    "growth": [],
}
ORDER = list(NEXT)

type Found = set[tuple[str, str, tuple[str, ...]]]
"""Rule, severity, and the sorted ids of all it speaks of."""
type End = str
"""A seat by its id, a lead source as ``src:`` and its id."""


@dataclass
class World:
    """Everything the rules look at."""

    plan: Plan
    chart: Chart
    catalogue: Catalogue
    shipped: set[str]
    found: Found = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)
    """Of rules that show one of several equal ways: how long it is."""

    def tell(self, rule: str, *subjects: str, severity: str = "") -> None:
        self.found.add((rule, severity or usual(rule), tuple(sorted(subjects))))

    @property
    def seats(self) -> dict[str, Seat]:
        return {str(id): self.chart.seats[id] for id in sorted(self.chart.seats)}

    def role(self, seat: str) -> Role:
        return self.catalogue.role(self.seats[seat].role)

    def kind(self, seat: str) -> str:
        """The catalogue role a seat comes down to."""
        line = self.lineage(seat)
        return next((kind for kind in line if kind in self.shipped), line[-1])

    def lineage(self, seat: str) -> list[str]:
        line = [str(self.seats[seat].role)]
        while (above := self.catalogue.role(line[-1]).variant_of) is not None:
            line.append(str(above))
        return line

    def stages(self, seat: str) -> list[str]:
        record = self.seats[seat]
        wanted = set(self.role(seat).stages) | set(record.stages_added)
        return [stage for stage in ORDER if stage in wanted - set(record.stages_removed)]

    def covering(self, stage: str) -> list[str]:
        return [seat for seat in self.seats if stage in self.stages(seat)]

    def people(self, seats: "list[str] | set[str]") -> int:
        return sum(self.seats[seat].headcount for seat in seats)

    def is_leader(self, seat: str) -> bool:
        return "lead" in self.role(seat).purposes

    def pod(self, seat: str) -> str | None:
        pod = self.seats[seat].pod
        return str(pod) if pod in self.chart.pods else None

    def lines(self, kind: str) -> list[tuple[str, str, str]]:
        """Manager, report and id of lines between seats that exist."""
        lines = [self.chart.lines[id] for id in sorted(self.chart.lines)]
        return [
            (one.manager, one.report, one.id)
            for one in lines
            if one.kind == kind and one.manager in self.seats and one.report in self.seats
        ]

    def loose(self, seat: str) -> list[str]:
        return [
            one.id
            for one in self.chart.lines.values()
            if one.kind == "solid" and one.report == seat and one.manager not in self.seats
        ]

    def answer(self, question: str, otherwise: object) -> object:
        return self.plan.answers.get(question, otherwise)

    @property
    def inbound_leads(self) -> float:
        brought = sum(one.per_month for one in self.chart.sources.values() if one.lane == "inbound")
        given = self.answer("inbound_leads", 0)
        assert isinstance(given, int | float)
        return brought or given


def world(plan: Plan, catalogue: Catalogue) -> World:
    """The world of the first chart."""
    known = catalogue.with_plan_roles(plan.roles)
    return World(plan, plan.first_chart, known, {str(role) for role in catalogue.roles})


def usual(rule: str) -> str:
    """The severity the catalogue gives a rule."""
    return str(FACTS[rule]["severity"])


def limit(rule: str, name: str) -> float:
    """A limit of the catalogue."""
    return float(FACTS[rule]["params"][name])


def reach[N](starts: "set[N]", ways: dict[N, list[N]]) -> set[N]:
    """All nodes at or behind the starts."""
    found = set(starts)
    while new := {further for node in found for further in ways.get(node, [])} - found:
        found |= new
    return found


def circles[N](nodes: list[N], ways: dict[N, list[N]]) -> list[set[N]]:
    """Groups of nodes that reach each other, a single one only where it leads to itself."""
    behind = {node: reach(set(ways.get(node, [])), ways) for node in nodes}
    groups: dict[frozenset[N], set[N]] = {}
    for node in nodes:
        if node in behind[node]:
            group = {other for other in behind[node] if node in behind[other]}
            groups[frozenset(group)] = group
    return list(groups.values())


def longest[N](nodes: list[N], ways: dict[N, list[N]], weight: dict[tuple[N, N], int]) -> int:
    """The weight of the heaviest way through a graph without circles."""
    heaviest: dict[N, int] = {}

    def weigh(node: N) -> int:
        if node not in heaviest:
            heaviest[node] = max(
                (weigh(further) + weight.get((node, further), 0) for further in ways.get(node, [])), default=0
            )
        return heaviest[node]

    return max(map(weigh, nodes), default=0)


def grouped[K, V](pairs: "list[tuple[K, V]]") -> dict[K, list[V]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def flat[T](lists: "list[list[T]]") -> list[T]:
    return list(chain.from_iterable(lists))
