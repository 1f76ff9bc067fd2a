"""Rules about pods as they stand: their size, their market, and who belongs to them."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.each import EachPod, EachSeat
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import POD

MOST_TOLD_APART = 6
"""Of more seats than these outside every pod one sentence tells."""


class Market(EachPod):
    """Where there are several pods, each knows its market."""

    id: ClassVar[str] = "pod-without-segment"

    @property
    def title(self) -> str:
        return _("Pod without a market")

    def among(self, org: Organisation) -> Iterable[PodId]:
        return sorted(org.chart.pods) if len(org.chart.pods) > 1 else ()

    def look(self, org: Organisation, pod: PodId, limits: Limits) -> Iterator[Sighting]:
        if not org.chart.pods[pod].target_account.strip() and pod not in org.market.owned:
            yield Sighting({"pod": org.names.pod(pod)}, pods=(pod,))


class Size(EachPod):
    """A pod is large enough for three specialists and small enough for one leader."""

    id: ClassVar[str] = "pod-size"

    @property
    def title(self) -> str:
        return _("Size of a pod")

    def worth_a_look(self, org: Organisation, pods: Iterable[PodId], limits: Limits) -> Iterable[PodId]:
        least, most, rosters = limits["min_people"], limits["max_people"], org.teams.rosters
        people = ((pod, org.people(rosters.get(pod, ()))) for pod in pods)
        return [pod for pod, count in people if not least <= count <= most]

    def look(self, org: Organisation, pod: PodId, limits: Limits) -> Iterator[Sighting]:
        count = org.people(org.teams.members(pod))
        if not limits["min_people"] <= count <= limits["max_people"]:
            words: Words = {"pod": org.names.pod(pod), "count": count}
            yield Sighting(words, pods=(pod,), variant="" if count else "empty")


class TwoPods(EachSeat):
    """A seat stands in one pod, unless several share it."""

    id: ClassVar[str] = "pod-seat-in-two"

    @property
    def title(self) -> str:
        return _("Seat in several pods")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.teams.in_several

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        pods = org.teams.pods.get(seat, ())
        if len(pods) > 1 and seat not in org.teams.shared:
            words = {"seat": org.names.seat(seat), "pods": org.names.pods(pods)}
            yield Sighting(words, seats=(seat,), pods=pods)


class Outside(EachSeat):
    """Where pods carry the customers, who works with them stands in one."""

    id: ClassVar[str] = "pod-seat-outside"

    @property
    def title(self) -> str:
        return _("Seat outside every pod")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        structure = org.detected.chosen or org.detected.structure
        return org.seats if structure == POD else ()

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        pods = org.teams.pods
        return [seat for seat in seats if seat not in pods]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        is_about_customers = org.role(seat).family in {Family.FRONTLINE, Family.NURTURE}
        if is_about_customers and seat not in org.teams.pods and seat not in org.teams.shared:
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,))

    def together(self, org: Organisation, seen: Iterable[Sighting], limits: Limits) -> Iterator[Sighting]:
        every = tuple(seen)
        seats = tuple(seat for one in every for seat in one.seats)
        if len(seats) <= MOST_TOLD_APART:
            yield from every
        else:
            words: Words = {"count": len(seats), "seats": org.names.seats(seats)}
            yield Sighting(words, seats=seats, variant="several")


class OwnMeasure(EachSeat):
    """In a pod, too, everybody has something to be measured by alone; the result of the team is that of its leaders."""

    id: ClassVar[str] = "pod-no-individual-measure"

    @property
    def title(self) -> str:
        return _("Measured by the team alone")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        records = org.chart.seats
        return [seat for seat in seats if records[seat].measures]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        measures = org.chart.seats[seat].measures
        pods = org.teams.pods.get(seat, ())
        if pods and measures and all(measure.is_team for measure in measures) and not org.is_leader(seat):
            words = {"pod": org.names.pod(pods[0]), "seat": org.names.seat(seat)}
            yield Sighting(words, seats=(seat,), pods=pods[:1])
