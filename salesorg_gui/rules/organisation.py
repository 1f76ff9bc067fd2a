"""One chart as the rules see it: its graphs, the names of its parts, and what the plan answered about the company."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.capacity.capacity import Capacity, NoCapacity, reckoned
from salesorg_gui.capacity.figures import Situation, situation_of
from salesorg_gui.capacity.reckoner import Reckon
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.questions import told
from salesorg_gui.catalogue.roles import TEXT_FIELDS, Family, Purpose, Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import RoleId, SeatId, StageId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.company import Company
from salesorg_gui.rules.detected import Detected
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.journey import Journey
from salesorg_gui.rules.names import Names
from salesorg_gui.rules.rulebook import Rulebook
from salesorg_gui.rules.teams import Teams
from salesorg_gui.rules.terms import CLOSING, EXECUTIVE, FOUNDER
from salesorg_gui.rules.versions import dated


@dataclass(frozen=True)
class Organisation(Company):
    """Everything a rule may look at. ``shipped`` are the roles of the catalogue without the plan's own.

    ``situation`` is what the capacity is reckoned with, and ``reckon`` who does it; ``rulebook`` what holds for rules.
    ``versions`` are the dated charts of the plan, from the oldest to the newest.
    """

    catalogue: Catalogue
    shipped: frozenset[RoleId]
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
    def graphs(self) -> Graphs:
        """R, D, H, C."""
        return Graphs(self.chart, self.catalogue)

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
    def teams(self) -> Teams:
        """Who works together."""
        return Teams(self.graphs)

    @cached_property
    def detected(self) -> Detected:
        """The structure and the growth stage that are drawn."""
        return Detected(self)

    @property
    def seats(self) -> Iterable[SeatId]:
        """All seats by id."""
        return self.graphs.duties.roles

    def role(self, seat: SeatId) -> Role:
        """The role of a seat."""
        return self.graphs.duties.roles[seat]

    def role_id(self, seat: SeatId) -> RoleId:
        """The catalogue role a seat counts as: its own, or the one that a role of the plan is based on."""
        return self._counts_as[self.role(seat).id]

    @cached_property
    def _counts_as(self) -> Mapping[RoleId, RoleId]:
        """Each role in use, as the catalogue role it comes down to."""
        counted: dict[RoleId, RoleId] = {}
        for role in dict.fromkeys(role.id for role in self.graphs.duties.roles.values()):
            lineage = tuple(self.graphs.duties.lineage(role))
            counted[role] = next((kind for kind in lineage if kind in self.shipped), lineage[-1])
        return counted

    @cached_property
    def in_the_trade(self) -> frozenset[SeatId]:
        """The seats whose rank and usual place are known; of an imported title often nothing is."""
        return frozenset(seat for seat, role in self.graphs.duties.roles.items() if role.family is not Family.OTHER)

    def with_role(self, *roles: RoleId) -> tuple[SeatId, ...]:
        """The seats that count as one of these roles."""
        return tuple(sorted(seat for role in roles for seat in self.seats_by_role.get(role, ())))

    @cached_property
    def seats_by_role(self) -> Mapping[RoleId, tuple[SeatId, ...]]:
        """The seats that count as each role."""
        seats: dict[RoleId, list[SeatId]] = defaultdict(list)
        for seat in self.seats:
            seats[self.role_id(seat)].append(seat)
        return {role: tuple(ids) for role, ids in seats.items()}

    @cached_property
    def unsaid(self) -> Mapping[RoleId, frozenset[str]]:
        """For each role in use the document fields in which it has no sentence."""
        roles = {role.id: role for role in self.graphs.duties.roles.values()}
        return {
            id: frozenset(field for field in TEXT_FIELDS if not any(line.strip() for line in role.texts(field)))
            for id, role in roles.items()
        }

    @cached_property
    def usual_givers(self) -> Mapping[RoleId, frozenset[RoleId]]:
        """For each role in use the roles in use it usually receives from; variants of a role count as the role."""
        in_use = dict.fromkeys(role.id for role in self.graphs.duties.roles.values())
        bases = {role: self._with_bases((role,)) for role in in_use}
        givers: dict[RoleId, frozenset[RoleId]] = {}
        for taker in in_use:
            usual = self._with_bases(partner.role for partner in self.catalogue.role(taker).receives)
            givers[taker] = frozenset(role for role in in_use if not usual.isdisjoint(bases[role]))
        return givers

    def _with_bases(self, roles: Iterable[RoleId]) -> frozenset[RoleId]:
        return frozenset(base for role in roles for base in self.graphs.duties.lineage(role))

    def is_leader(self, seat: SeatId) -> bool:
        """Whether leading is part of the role."""
        return Purpose.LEAD in self.role(seat).purposes

    def covers(self, seat: SeatId, stage: StageId) -> bool:
        """Whether a seat covers a stage."""
        return stage in self.graphs.duties.stages[seat]

    @cached_property
    def sellers(self) -> tuple[SeatId, ...]:
        """Seats that close, the founder and the company's leadership left out."""
        closing = self.graphs.duties.covering.get(CLOSING, ())
        return tuple(seat for seat in closing if self.role_id(seat) not in {EXECUTIVE, FOUNDER})

    @cached_property
    def seller_count(self) -> int:
        """How many people sell."""
        return self.people(self.sellers)

    @cached_property
    def frontline(self) -> int:
        """How many people stand somewhere in the customer journey, neighbours left out."""
        stages = self.graphs.duties.stages
        return self.people(seat for seat in self.seats if stages[seat] and not self.role(seat).is_neighbour)
