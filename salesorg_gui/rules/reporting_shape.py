"""Rules about the shape of the reporting lines: one top, no circle, one manager each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import ClassVar

from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules import walks
from salesorg_gui.rules.each import EachSeat
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words


class NoTop:
    """Somebody must be at the top."""

    id: ClassVar[str] = "report-no-root"

    @property
    def title(self) -> str:
        return _("Nobody is at the top")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        graphs = org.graphs
        if graphs.below and len(graphs.above) == len(graphs.below):
            tops = (group for group in graphs.reporting_groups if self._is_topmost(group, graphs.managers))
            yield Sighting(seats=tuple(sorted(seat for group in tops for seat in group)))

    def _is_topmost(self, group: Sequence[SeatId], managers: Mapping[SeatId, Sequence[SeatId]]) -> bool:
        members = frozenset(group)
        return all(manager in members for seat in group for manager in managers[seat])


class SeveralTops:
    """A team has one common top."""

    id: ClassVar[str] = "report-multiple-roots"

    @property
    def title(self) -> str:
        return _("Several leaders at the top")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        roots = org.graphs.leading_roots
        if len(roots) > 1:
            words: Words = {
                "count": len(roots),
                "seats": org.names.seats(roots),
                "others": org.names.seats(roots[1:]),
                "main_root": org.names.seat(roots[0]),
            }
            yield Sighting(words, seats=roots, lines=tuple(line for seat in roots for line in _loose(org, seat)))


class Orphan(EachSeat):
    """Everybody reports to somebody."""

    id: ClassVar[str] = "report-orphan-seat"

    @property
    def title(self) -> str:
        return _("Reports to nobody")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        above = org.graphs.above
        return [seat for seat, reports in org.graphs.below.items() if not reports and seat not in above]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if org.graphs.below.get(seat) == () and seat not in org.graphs.above and org.graphs.are_several:
            words = {"seat": org.names.seat(seat), "suggested_managers": self._suggestion(org, seat)}
            yield Sighting(words, seats=(seat,), lines=_loose(org, seat))

    def _suggestion(self, org: Organisation, seat: SeatId) -> str:
        """Seats that usually lead this role, else the top, else the roles that would."""
        usual = org.role(seat).reports_to
        others = (other for role in usual for other in org.seats_by_role.get(role, ()) if other != seat)
        seats = tuple(islice(others, 3))
        if seats or org.graphs.leading_roots:
            return org.names.seats(seats or org.graphs.leading_roots[:1])
        return org.names.roles(usual) or _("whoever leads the team")


class Circle:
    """Reporting lines never lead back; a seat that reports to itself is a matter of its own."""

    id: ClassVar[str] = "report-cycle"

    @property
    def title(self) -> str:
        return _("Reporting lines form a circle")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        graphs = org.graphs
        for group in graphs.reporting_circles:
            members = frozenset(group)
            way = walks.shortest_circle(group[0], members, graphs.reports)
            seats = tuple(dict.fromkeys((*way, *group)))
            steps = ((seat, report) for seat in seats for report in graphs.reports[seat] if report in members)
            lines = tuple(line for ends in steps for line in graphs.lines_between(*ends))
            yield Sighting({"path": org.names.way(way)}, seats=seats, lines=lines)


class SelfLine(EachSeat):
    """Nobody reports to himself."""

    id: ClassVar[str] = "report-self-line"

    @property
    def title(self) -> str:
        return _("Reports to itself")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        return [seat for seat, managers in org.graphs.above.items() if seat in managers]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if seat in org.graphs.above.get(seat, ()):
            lines = org.graphs.lines_between(seat, seat)
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), lines=lines)


class SeveralManagers(EachSeat):
    """One solid line up from each seat."""

    id: ClassVar[str] = "report-two-solid-managers"

    @property
    def title(self) -> str:
        return _("Several solid managers")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        return [seat for seat, managers in org.graphs.above.items() if len(managers) > 1]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        managers = org.graphs.above.get(seat, ())
        count = len(managers)
        if count > 1:
            words: Words = {"seat": org.names.seat(seat), "count": count, "managers": org.names.seats(managers)}
            drawn = org.graphs.lines_above(seat)
            lines = tuple(line for manager in managers for line in drawn[manager])
            yield Sighting(words, seats=(seat, *(manager for manager in managers if manager != seat)), lines=lines)


class DottedTwin:
    """A dotted line says something a solid one does not."""

    id: ClassVar[str] = "report-dotted-duplicate"

    @property
    def title(self) -> str:
        return _("Dotted beside solid line")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        solid = org.graphs.above
        for b, advisers in org.graphs.advisers.items():
            managers = frozenset(solid.get(b, ()))
            twins = [a for a in advisers if a in managers or b in solid.get(a, ())]
            drawn = org.graphs.dotted_above(b) if twins else {}
            for a in twins:
                words = {"a": org.names.seat(a), "b": org.names.seat(b)}
                yield Sighting(words, seats=(a, b) if a != b else (a,), lines=drawn[a])


class ManyDotted:
    """A seat can listen to only so many further people."""

    id: ClassVar[str] = "report-dotted-too-many"

    @property
    def title(self) -> str:
        return _("Many dotted managers")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        for seat, advisers in org.graphs.advisers.items():
            count = len(advisers)
            if count > limits["dotted_max"]:
                drawn = org.graphs.dotted_above(seat)
                lines = tuple(line for adviser in advisers for line in drawn[adviser])
                yield Sighting({"seat": org.names.seat(seat), "count": count}, seats=(seat,), lines=lines)


def _loose(org: Organisation, seat: SeatId) -> tuple[LineId, ...]:
    """Lines from the seat to managers that are missing."""
    return tuple(line.id for line in org.graphs.loose_lines.get(seat, ()))
