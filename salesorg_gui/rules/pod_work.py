"""Rules about the work of a pod: it carries its customers from the first contact to the onboarding."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import ClassVar, NamedTuple

from salesorg_gui.capacity.loads import Load
from salesorg_gui.capacity.work import Part, Work
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, StageId
from salesorg_gui.i18n import _
from salesorg_gui.rules import walks
from salesorg_gui.rules.each import EachPod
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import (
    CARE,
    CLOSE,
    CLOSING,
    CUSTOMER_SUCCESS,
    DEMO,
    FIND,
    INBOUND,
    LEAD_GENERATION,
    ONBOARDING,
    OUTBOUND,
    RETENTION,
    SDR,
    SELLER,
)


class Need(NamedTuple):
    """A part of the journey a pod must cover by one of some stages, and the role that usually does."""

    stages: tuple[StageId, ...]
    role: RoleId


NEEDS = (
    Need((OUTBOUND, INBOUND), SDR),
    Need((DEMO, CLOSING), SELLER),
    Need((ONBOARDING, RETENTION), CUSTOMER_SUCCESS),
)


class MissingStage(EachPod):
    """A pod finds, closes and takes on customers, by itself or with shared seats."""

    id: ClassVar[str] = "pod-stage-missing"
    reach: ClassVar[int] = 2

    @property
    def title(self) -> str:
        return _("Pod lacks a stage")

    def worth_a_look(self, org: Organisation, pods: Iterable[PodId], limits: Limits) -> Iterable[PodId]:
        lacking: list[PodId] = []
        for (own, helping), alike in org.teams.pods_alike.items():
            covered = frozenset(chain(*own, *helping))
            if any(covered.isdisjoint(need.stages) for need in NEEDS):
                lacking += alike
        return sorted(lacking)

    def look(self, org: Organisation, pod: PodId, limits: Limits) -> Iterator[Sighting]:
        crew = org.teams.crew(pod)
        covered = org.teams.stages(crew)
        lacking = [need for need in NEEDS if covered.isdisjoint(need.stages)]
        is_open = any(not org.graphs.duties.stages[seat] and seat not in org.in_the_trade for seat in crew)
        if lacking and not is_open:
            words = {
                "pod": org.names.pod(pod),
                "stages": ", ".join(self._either(org, need) for need in lacking),
                "roles": org.names.roles(need.role for need in lacking),
            }
            stages = tuple(stage for need in lacking for stage in need.stages)
            yield Sighting(words, pods=(pod,), stages=stages)

    def _either(self, org: Organisation, need: Need) -> str:
        first, second = (org.catalogue.stages[stage].short_title for stage in need.stages)
        return _("{first} or {second}").format(first=first, second=second)


class NoSpecialists(EachPod):
    """A pod is a team, not one seat with a frame around it."""

    id: ClassVar[str] = "pod-no-specialists"

    @property
    def title(self) -> str:
        return _("Pod of one")

    def worth_a_look(self, org: Organisation, pods: Iterable[PodId], limits: Limits) -> Iterable[PodId]:
        alone: list[PodId] = []
        for (own, _helping), alike in org.teams.pods_alike.items():
            if sum(map(_is_at_work, own)) == 1:
                alone += alike
        return sorted(alone)

    def look(self, org: Organisation, pod: PodId, limits: Limits) -> Iterator[Sighting]:
        stages = org.graphs.duties.stages
        at_work = [seat for seat in org.teams.members(pod) if _is_at_work(stages[seat])]
        if len(at_work) != 1:
            return
        (seat,) = at_work
        does_all = all(not set(need.stages).isdisjoint(stages[seat]) for need in NEEDS)
        words = {"pod": org.names.pod(pod), "seat": org.names.seat(seat)}
        yield Sighting(words, seats=(seat,), pods=(pod,), variant="" if does_all else "partly")


class BrokenFlow(EachPod):
    """Within a pod customers come from who finds to who closes, and from there to who cares."""

    id: ClassVar[str] = "pod-flow-broken"
    reach: ClassVar[int] = 2

    @property
    def title(self) -> str:
        return _("Broken way in a pod")

    def worth_a_look(self, org: Organisation, pods: Iterable[PodId], limits: Limits) -> Iterable[PodId]:
        """Those where nobody who finds hands to one who closes, or nobody who closes to one who cares."""
        passes, crews = org.graphs.passes, org.teams.crews
        found: list[PodId] = []
        for (own, helping), alike in org.teams.pods_alike.items():
            stages = (*own, *helping)
            finders, closers, carers = (
                [place for place, one in enumerate(stages) if not part.isdisjoint(one)] for part in (FIND, CLOSE, CARE)
            )
            for givers, takers in ((finders, closers), (closers, carers)):
                if takers and set(givers).isdisjoint(takers):
                    found += [pod for pod in alike if givers and not _is_handed(crews[pod], givers, takers, passes)]
        return sorted(set(found))

    def look(self, org: Organisation, pod: PodId, limits: Limits) -> Iterator[Sighting]:
        crew = org.teams.crew(pod)
        inside = frozenset(crew)
        ways = {seat: [taker for taker in org.graphs.passes.get(seat, ()) if taker in inside] for seat in crew}
        finders, closers, carers = (self._covering(org, crew, part) for part in (FIND, CLOSE, CARE))
        for givers, takers in ((finders, closers), (closers, carers)):
            if givers and takers and walks.reached(givers, ways).isdisjoint(takers):
                words: Words = {
                    "pod": org.names.pod(pod),
                    "from": org.names.seats(givers),
                    "to": org.names.seats(takers),
                }
                yield Sighting(words, seats=(*givers, *takers), pods=(pod,))

    def _covering(self, org: Organisation, crew: Sequence[SeatId], part: frozenset[StageId]) -> tuple[SeatId, ...]:
        stages = org.graphs.duties.stages
        return tuple(seat for seat in crew if not part.isdisjoint(stages[seat]))


def _is_at_work(stages: Collection[StageId]) -> bool:
    """Whether a seat has a part in the journey beside bringing leads."""
    return len(stages) > (LEAD_GENERATION in stages)


def _is_handed(
    crew: Sequence[SeatId], givers: Iterable[int], takers: Iterable[int], passes: Mapping[SeatId, tuple[SeatId, ...]]
) -> bool:
    """Whether one of some seats hands customers straight to one of others."""
    wanted = {crew[place] for place in takers}
    return any(not wanted.isdisjoint(passes.get(crew[place], ())) for place in givers)


class Mix(EachPod):
    """Who qualifies leads and who closes are busy alike."""

    id: ClassVar[str] = "pod-mix-advice"
    with_loads: ClassVar[bool] = True

    @property
    def title(self) -> str:
        return _("Uneven mix in a pod")

    def worth_a_look(self, org: Organisation, pods: Iterable[PodId], limits: Limits) -> Iterable[PodId]:
        works, loads = org.works, org.loads
        rosters, found = org.teams.rosters, list[PodId]()
        for pod in pods if org.has_volume else ():
            members = [seat for seat in rosters.get(pod, ()) if seat in works]
            inbound, closing = (_utilisation(members, works, loads, part) for part in (Part.INBOUND, Part.CLOSER))
            if inbound is not None and closing is not None and self._advice(inbound, closing, limits):
                found.append(pod)
        return found

    def look(self, org: Organisation, pod: PodId, limits: Limits) -> Iterator[Sighting]:
        if not org.has_volume:
            return
        members = [seat for seat in org.teams.rosters.get(pod, ()) if seat in org.works]
        inbound, closing = (_utilisation(members, org.works, org.loads, part) for part in (Part.INBOUND, Part.CLOSER))
        if inbound is not None and closing is not None and (advice := self._advice(inbound, closing, limits)):
            busy = {"inbound": round(100 * inbound), "closing": round(100 * closing)}
            yield Sighting({"pod": org.names.pod(pod), "advice": advice.format(**busy)}, pods=(pod,))

    def _advice(self, inbound: float, closing: float, limits: Limits) -> str:
        """Whom the pod needs, with gaps for how busy both are in percent."""
        if inbound > limits["high"] and closing < limits["low"]:
            return _("an extra inbound rep: inbound is busy to {inbound} %, closing to {closing} %")
        if closing > limits["high"] and inbound < limits["low"]:
            return _("an extra AE: closing is busy to {closing} %, inbound to {inbound} %")
        return ""


def _utilisation(
    members: Iterable[SeatId], works: Mapping[SeatId, Work], loads: Mapping[SeatId, Load], part: Part
) -> float | None:
    """Work of a part as a share of the time some seats have for it; ``None`` where nobody has any."""
    need = have = 0.0
    for seat in members:
        work = works[seat]
        if part in work.shares:
            need += loads[seat].need[part]
            have += work.fte * work.shares[part]
    return need / have if have > 0 else None
