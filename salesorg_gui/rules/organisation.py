"""One chart as the rules see it: its graphs, the names of its parts, and what the plan answered about the company."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.capacity.capacity import Capacity, NoCapacity, reckoned
from salesorg_gui.capacity.figures import Situation, situation_of
from salesorg_gui.capacity.loads import Load
from salesorg_gui.capacity.reckoner import Reckon
from salesorg_gui.capacity.work import Work
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import Duty
from salesorg_gui.catalogue.questions import told
from salesorg_gui.catalogue.roles import TEXT_FIELDS
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import ByPod
from salesorg_gui.domain.gathering import SeatsBy
from salesorg_gui.domain.ids import KpiId, PodId, RoleId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.detected import Detected
from salesorg_gui.rules.inbound import Inbound
from salesorg_gui.rules.journey import Journey
from salesorg_gui.rules.names import Names
from salesorg_gui.rules.rulebook import Rulebook
from salesorg_gui.rules.staff import Staff
from salesorg_gui.rules.teams import Teams
from salesorg_gui.rules.terms import CLOSING, EXECUTIVE, FOUNDER, POD_LEAD
from salesorg_gui.rules.versions import dated

SELL, AWAY, UNKNOWN = "sell", "away", "unknown"
"""What seats have to do with customers."""
NO_SELLERS = frozenset({EXECUTIVE, FOUNDER})
SEVERAL = 2
"""One seat alone needs no goal in common with others."""
SPEED = "speed"
"""The kind of measures that say how fast somebody is."""


@dataclass(frozen=True)
class Organisation(Staff):
    """Everything a rule may look at.

    ``situation`` is what the capacity is reckoned with, and ``reckon`` who does it; ``rulebook`` what holds for rules.
    ``versions`` are the dated charts of the plan, from the oldest to the newest.
    """

    situation: Situation
    rulebook: Rulebook
    reckon: Reckon = reckoned
    versions: tuple[Chart, ...] = ()

    @staticmethod
    def of(
        plan: Plan, chart: Chart, catalogue: Catalogue, reckon: Reckon = reckoned, laid_over: Catalogue | None = None
    ) -> "Organisation":
        """The organisation of one chart of a plan; ``laid_over`` is the catalogue with its roles, if that is known."""
        facts = told(plan.answers, catalogue.questions)
        answers = catalogue.advisor.answers(facts)
        shipped, situation = frozenset(catalogue.roles), situation_of(plan, catalogue)
        known, book = laid_over or catalogue.with_plan_roles(plan.roles), Rulebook.of(plan, catalogue)
        versions = dated(plan.charts.values())
        return Organisation(chart, answers, facts, known, shipped, situation, book, reckon, versions)

    @cached_property
    def journey(self) -> Journey:
        """X."""
        return Journey(self.graphs)

    @cached_property
    def names(self) -> Names:
        """What things are called."""
        return Names(self.graphs)

    @cached_property
    def capacity(self) -> Capacity | None:
        """Who has how much to do, and what comes of it; nothing where returns feed themselves without end."""
        try:
            return self.reckon(self.graphs.duties, self.situation)
        except NoCapacity:
            return None

    @cached_property
    def has_volume(self) -> bool:
        """Whether there is anything to reckon with."""
        return self.capacity is not None and self.capacity.has_volume

    @cached_property
    def works(self) -> Mapping[SeatId, Work]:
        """What each seat works on that has a part in the journey."""
        return self.capacity.works if self.capacity is not None else {}

    @cached_property
    def loads(self) -> Mapping[SeatId, Load]:
        """How much of it waits for each, and how much time there is."""
        return self.capacity.loads if self.capacity is not None else {}

    @cached_property
    def inbound(self) -> Inbound:
        """What inbound sources bring."""
        return Inbound(self.graphs)

    @cached_property
    def teams(self) -> Teams:
        """Who works together."""
        return Teams(self.graphs)

    @cached_property
    def detected(self) -> Detected:
        """The structure and the growth stage that are drawn."""
        return Detected(self)

    @cached_property
    def unsaid(self) -> Mapping[RoleId, frozenset[str]]:
        """For each role in use the document fields in which it has no sentence."""
        roles = map(self.catalogue.role, self.graphs.duties.by_role)
        return {
            role.id: frozenset(field for field in TEXT_FIELDS if not any(line.strip() for line in role.texts(field)))
            for role in roles
        }

    @cached_property
    def hurried(self) -> frozenset[RoleId]:
        """The roles in use that are measured by speed, or by something nobody here knows."""
        return frozenset(role for role in self.unsaid if self.may_be_fast(self.catalogue.role(role).kpis))

    def may_be_fast(self, kpis: Iterable[KpiId]) -> bool:
        """Whether any of these measures speed, or is one of the plan's own of which nobody knows."""
        known = self.catalogue.kpis
        return any(kpi not in known or known[kpi].kind == SPEED for kpi in kpis)

    @cached_property
    def usual_givers(self) -> Mapping[RoleId, frozenset[RoleId]]:
        """For each role in use the roles in use it usually receives from; variants of a role count as the role."""
        in_use = tuple(self.graphs.duties.by_role)
        bases = {role: self._with_bases((role,)) for role in in_use}
        givers: dict[RoleId, frozenset[RoleId]] = {}
        for taker in in_use:
            usual = self._with_bases(partner.role for partner in self.catalogue.role(taker).receives)
            givers[taker] = frozenset(role for role in in_use if not usual.isdisjoint(bases[role]))
        return givers

    def _with_bases(self, roles: Iterable[RoleId]) -> frozenset[RoleId]:
        return frozenset(base for role in roles for base in self.graphs.duties.lineage(role))

    @ByPod
    def aimless(self, pod: PodId) -> bool | None:
        """The pods without a goal, of their own or of who leads them; one seat alone needs no common one."""
        record, members = self.chart.pods[pod], self.chart.members.get(pod, ())
        if record.goal.strip() or len(members) < SEVERAL or record.lead in self.aiming:
            return None
        leads = (seat.id for seat in members if self.role_ids[seat.id] == POD_LEAD)
        return not any(seat in self.aiming for seat in leads) or None

    @ByPod
    def closing_pods(self, pod: PodId) -> bool | None:
        """The pods in which somebody closes, or somebody of whom nobody knows."""
        stages, known = self.graphs.duties.stages, self.in_the_trade
        crew = self.teams.crew(pod)
        return any(CLOSING in stages[seat] or (not stages[seat] and seat not in known) for seat in crew) or None

    @SeatsBy
    def meeting(self, seat: SeatId) -> Iterator[str]:
        """Who sells, who stands outside the customer journey, and who may meet customers for all anybody knows."""
        if self.covers(seat, CLOSING) and self.role_ids[seat] not in NO_SELLERS:
            yield SELL
        if seat not in self.in_front:
            yield AWAY
        if seat not in self.in_the_trade and not self.graphs.duties.stages[seat]:
            yield UNKNOWN

    @meeting.at_once
    def _meeting(self) -> Mapping[str, Sequence[SeatId]]:
        duties, counted = self.graphs.duties, self._counts_as

        def meets(kind: Duty) -> Iterator[str]:
            stages = duties.stages_of(kind)
            if CLOSING in stages and counted[self._role_of(kind).id] not in NO_SELLERS:
                yield SELL
            if not self._is_in_front(kind):
                yield AWAY
            if not stages and not self._is_known(kind):
                yield UNKNOWN

        return duties.kinds.gathered(meets)

    @cached_property
    def sellers(self) -> tuple[SeatId, ...]:
        """Seats that close, the founder and the company's leadership left out."""
        return self.meeting.get(SELL, ())

    @cached_property
    def seller_count(self) -> int:
        """How many people sell."""
        return self.people(self.sellers)

    @cached_property
    def frontline(self) -> int:
        """How many people stand somewhere in the customer journey, neighbours left out."""
        return self.people_in(self.graphs.duties.roles) - self.people(self.meeting.get(AWAY, ()))
