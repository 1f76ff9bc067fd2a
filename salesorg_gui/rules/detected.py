"""What a drawing amounts to: the structure and the growth stage it shows, whatever was chosen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from salesorg_gui.catalogue.advice import GrowthStageId
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import ByPod
from salesorg_gui.domain.ids import ModelId, PodId, SeatId, StageId
from salesorg_gui.domain.in_order import values_in_any_order
from salesorg_gui.rules import walks
from salesorg_gui.rules.teams import Stages, is_whole
from salesorg_gui.rules.terms import ASSEMBLY_LINE, CARE, CLOSE, CLOSING, FIND, ISLAND, POD, STRUCTURE

if TYPE_CHECKING:
    from salesorg_gui.rules.organisation import Organisation

MIXED = ModelId("mixed")
"""What is drawn when it is none of the structures."""
SEVERAL_TEAMS = 2
DECIDES = "model-declared-differs"
"""The rule whose limit says how many people must work in one way."""


@dataclass(frozen=True)
class Detected:
    """What one organisation shows."""

    org: "Organisation"

    @property
    def chart(self) -> Chart:
        """The chart."""
        return self.org.chart

    @ByPod
    def complete(self, pod: PodId) -> bool | None:
        """The pods that cover find, close and care with at least two seats."""
        return self.org.teams.are_complete(self.org.teams.crew(pod)) or None

    @complete.at_once
    def _complete(self) -> Mapping[PodId, bool]:
        stages, known = self.org.graphs.duties.stages, dict[Stages, bool]()
        whole: list[PodId] = []
        for pod, crew in self.org.teams.crews.items():
            drawn = tuple([stages[seat] for seat in crew])
            if drawn not in known:
                known[drawn] = is_whole(drawn)
            if known[drawn]:
                whole.append(pod)
        return dict.fromkeys(whole, True)

    @property
    def complete_pods(self) -> tuple[PodId, ...]:
        """The same."""
        return tuple(self.complete)

    @cached_property
    def chosen(self) -> ModelId | None:
        """The structure that was chosen; how roles are split, or a team begins, is none."""
        model = self.org.chart.model
        known = self.org.catalogue.structures.get(model) if model is not None else None
        return known.id if known is not None and known.kind == STRUCTURE else None

    @cached_property
    def structure(self) -> ModelId | None:
        """The structure that is drawn; ``None`` while nobody meets customers."""
        people, share = self.people, self._share
        if not people:
            return None
        if len(self.org.chart.pods) >= SEVERAL_TEAMS and self._people_in_pods >= share * people:
            return POD
        if self._people_alone >= share * people and not self._closers_exchange:
            return ISLAND
        return ASSEMBLY_LINE if self._is_line else MIXED

    @cached_property
    def stage(self) -> GrowthStageId | None:
        """The growth stage; ``None`` where nobody meets customers, or nobody knows whether somebody does."""
        org = self.org
        if not org.sellers:
            is_about_selling = bool(self._closing or self.people)
            return GrowthStageId.FOUNDER if is_about_selling and self._is_all_known else None
        if self._has_teams:
            return GrowthStageId.TEAMS
        finds, cares = (tuple(self._without_closing(stages)) for stages in (FIND, CARE))
        is_split = bool(finds and cares) and len({*finds, *cares}) >= SEVERAL_TEAMS
        return GrowthStageId.SPECIALISTS if is_split else GrowthStageId.BANDS

    @property
    def _share(self) -> float:
        """How many of the people must work in one way."""
        return self.org.rulebook[DECIDES].limits["share"]

    @cached_property
    def layers(self) -> int:
        """Reporting lines on the longest way down; a circle counts as one place."""
        if self.org.graphs.depths:
            return max(self.org.graphs.deepness)
        return walks.longest_chain(self.org.graphs.reporting_groups, self.org.graphs.reports)

    @cached_property
    def chain(self) -> int:
        """Handoffs on the longest way through C, those of lead sources included; a circle counts as one place."""
        return max([course.chain for course in self.org.journey.courses], default=0)

    @cached_property
    def people(self) -> int:
        """People who meet customers, neighbours left out."""
        return self.org.frontline

    @ByPod
    def own_people(self, pod: PodId) -> int | None:
        """People in front who stand in a complete pod and in no other, by the pod."""
        if pod not in self.complete:
            return None
        in_front, guests = self.org.in_front, self.org.teams.in_several
        own = [seat for seat in self.org.teams.members(pod) if seat in in_front and seat not in guests]
        return self.org.people(own)

    @cached_property
    def _people_in_pods(self) -> int:
        complete, teams, in_front = self.complete, self.org.teams, self.org.in_front
        several = (seat for seat in teams.in_several if seat in in_front)
        guests = (seat for seat in several if any(pod in complete for pod in teams.pods[seat]))
        return sum(values_in_any_order(self.own_people)) + self.org.people(guests)

    @cached_property
    def _people_alone(self) -> int:
        """People of seats that find and close by themselves."""
        stages = self.org.graphs.duties.stages
        alone = (seat for seat in self._closing if not FIND.isdisjoint(stages[seat]))
        return self.org.people(seat for seat in alone if seat in self.org.in_front)

    @cached_property
    def _closing(self) -> tuple[SeatId, ...]:
        return self.org.graphs.duties.covering.get(CLOSING, ())

    @cached_property
    def _closers_exchange(self) -> bool:
        closers = frozenset(self._closing)
        passes = self.org.graphs.passes
        return any(not closers.isdisjoint(passes.get(seat, ())) for seat in self._closing)

    @cached_property
    def _is_line(self) -> bool:
        """Whether customers go from who finds over others who close to others again who care."""
        stages, passes = self.org.graphs.duties.stages, self.org.graphs.passes
        ways = {
            seat: [taker for taker in passes.get(seat, ()) if not CLOSE.isdisjoint(stages[taker])]
            for seat in self._covering(CLOSE)
        }
        fed = (taker for finder in self._without_closing(FIND) for taker in passes.get(finder, ()) if taker in ways)
        carers = frozenset(self._without_closing(CARE))
        return any(not carers.isdisjoint(passes.get(closer, ())) for closer in walks.reached(fed, ways))

    @cached_property
    def _has_teams(self) -> bool:
        """Whether two pods or segment teams are complete; segment teams that share a closer with another are none."""
        count = len(self.complete_pods)
        if count >= SEVERAL_TEAMS:
            return True
        taken = set(self._closers_of(seat for pod in self.complete_pods for seat in self.org.teams.crew(pod)))
        for team in self._segment_teams():
            closers = self._closers_of(team)
            count += taken.isdisjoint(closers)
            taken |= closers
        return count >= SEVERAL_TEAMS

    def _segment_teams(self) -> Iterator[tuple[SeatId, ...]]:
        """The complete teams of seats and pods that own a segment."""
        org = self.org
        for _segment, owners in sorted(org.market.owners.items()):
            team = org.teams.with_helpers(seat for owner in owners for seat in org.teams.behind(owner))
            if org.teams.are_complete(team):
                yield team

    def _closers_of(self, seats: Iterable[SeatId]) -> set[SeatId]:
        return {seat for seat in seats if self.org.covers(seat, CLOSING)}

    def _covering(self, wanted: frozenset[StageId]) -> Iterator[SeatId]:
        covering = self.org.graphs.duties.covering
        return iter(dict.fromkeys(seat for stage in sorted(wanted) for seat in covering.get(stage, ())))

    def _without_closing(self, wanted: frozenset[StageId]) -> Iterator[SeatId]:
        return (seat for seat in self._covering(wanted) if not self.org.covers(seat, CLOSING))

    @cached_property
    def _is_all_known(self) -> bool:
        stages, known = self.org.graphs.duties.stages, self.org.in_the_trade
        return all(covered or seat in known for seat, covered in stages.items())
