"""The reporting lines of one chart: R, the solid ones, and D, the dotted ones.

What a rule asks of them are plain maps by seat, so that after an edit only the seats around it are told anew; as graphs
of networkx they stand there for whoever has a question of graph theory.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

import networkx as nx

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.carried import Carried, Tally
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.depths import Depths, Forest
from salesorg_gui.domain.derived import BySeat, Gathered
from salesorg_gui.domain.ids import LineId, SeatId
from salesorg_gui.domain.in_order import keys_in_any_order, values_in_any_order
from salesorg_gui.domain.records import Line, LineKind
from salesorg_gui.rules import walks

type SeatGraph = nx.DiGraph[SeatId]

BY_ID = attrgetter("id")
REPORT, MANAGER = attrgetter("report"), attrgetter("manager")


@dataclass(frozen=True)
class ReportingLines:
    """R and D. ``catalogue`` has the plan's own roles laid over it already."""

    chart: Chart
    catalogue: Catalogue

    @cached_property
    def duties(self) -> Duties:
        """Roles, stages and objects of the seats."""
        return Duties(self.chart, self.catalogue)

    @cached_property
    def reporting(self) -> SeatGraph:
        """R: solid lines, manager -> report. Neighbours without a line and lines to missing seats are left out."""
        graph: SeatGraph = nx.DiGraph()
        graph.add_nodes_from(self.below)
        graph.add_edges_from((manager, report) for manager, reports in self.below.items() for report in reports)
        return graph

    @cached_property
    def dotted(self) -> SeatGraph:
        """D: dotted lines, adviser -> advised, between seats that exist."""
        graph: SeatGraph = nx.DiGraph()
        graph.add_nodes_from(self.duties.roles)
        graph.add_edges_from((adviser, seat) for seat, advisers in self.advisers.items() for adviser in advisers)
        return graph

    def lines_between(self, manager: SeatId, report: SeatId) -> tuple[LineId, ...]:
        """The solid lines behind an edge of R."""
        return _ids_between(self.chart.lines_up.get(report, ()), manager)

    def lines_above(self, report: SeatId) -> Mapping[SeatId, tuple[LineId, ...]]:
        """The solid lines behind all edges of R that lead to a seat, by manager."""
        return _ids_by_manager(self.chart.lines_up.get(report, ()))

    def dotted_above(self, advised: SeatId) -> Mapping[SeatId, tuple[LineId, ...]]:
        """The dotted lines behind all edges of D that lead to a seat, by adviser."""
        return _ids_by_manager(self.chart.dotted_up.get(advised, ()))

    @BySeat
    def loose(self, seat: SeatId) -> tuple[Line, ...] | None:
        """Solid lines that lead up from a seat to a manager that is missing, by the seat."""
        lines = (line for line in self.chart.lines_up.get(seat, ()) if line.manager not in self.chart.seats)
        return tuple(sorted(lines, key=BY_ID)) or None

    @loose.among
    def _loose(self) -> Iterable[SeatId]:
        missing = {line.manager for line in self.chart.lines.values()} - self.chart.seats.keys()
        return self.chart.seat_ids if missing else ()

    @property
    def loose_lines(self) -> Mapping[SeatId, tuple[Line, ...]]:
        """The same."""
        return self.loose

    @BySeat
    def below(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """Whom each seat of R has a line down to, itself included; the seats that are no part of R are left out."""
        seats = self.chart.seats
        ends = [line.report for line in _in_order(self.chart.lines_down.get(seat, ())) if line.report in seats]
        is_part = ends or seat in self.above or not self.duties.roles[seat].is_neighbour
        return _each_once(ends) if is_part else None

    @below.at_once
    def _below(self) -> Mapping[SeatId, tuple[SeatId, ...]]:
        reports, managers = self._drawn
        down, above = _each_after(managers, reports), self.above
        near = set(self.duties.kinds.where(lambda kind: self.catalogue.role(kind.role).is_neighbour))
        return {
            seat: down.get(seat, ())
            for seat in self.chart.seat_ids
            if seat in down or seat in above or seat not in near
        }

    @BySeat
    def above(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """To whom each seat has a line up that has one, itself included."""
        seats = self.chart.seats
        ends = [line.manager for line in _in_order(self.chart.lines_up.get(seat, ())) if line.manager in seats]
        return _each_once(ends) or None

    @above.at_once
    def _above(self) -> Mapping[SeatId, tuple[SeatId, ...]]:
        up = _each_after(*self._drawn)
        return {seat: up[seat] for seat in self.chart.seat_ids if seat in up}

    @Gathered
    def _drawn(self) -> tuple[Sequence[SeatId], Sequence[SeatId]]:
        """The lower and the upper ends of the solid lines between seats that exist, in the order of the lines' ids."""
        seats, solid = self.chart.seats, LineKind.SOLID
        every = self.chart.lines.values()
        drawn = [line for line in every if line.kind is solid and line.report in seats and line.manager in seats]
        drawn.sort(key=BY_ID)
        return tuple(map(REPORT, drawn)), tuple(map(MANAGER, drawn))

    @BySeat
    def advisers(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """To whom each seat has a dotted line that has one, itself included."""
        seats = self.chart.seats
        ends = [line.manager for line in _in_order(self.chart.dotted_up.get(seat, ())) if line.manager in seats]
        return _each_once(ends) or None

    @advisers.among
    def _advisers(self) -> Iterable[SeatId]:
        return sorted(self.chart.dotted_up.keys() & self.chart.seats.keys())

    @BySeat
    def reports(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """The direct reports of each seat of R, itself left out."""
        below = self.below.get(seat)
        return _without(seat, below) if below and seat in below else below

    @reports.at_once
    def _reports(self) -> Mapping[SeatId, tuple[SeatId, ...]]:
        return {seat: _without(seat, below) if seat in below else below for seat, below in self.below.items()}

    @BySeat
    def managers(self, seat: SeatId) -> tuple[SeatId, ...] | None:
        """The direct managers of each seat of R by their ids, itself left out."""
        if seat not in self.below:
            return None
        return _led_by(seat, self.above.get(seat, ()))

    @managers.at_once
    def _managers(self) -> Mapping[SeatId, tuple[SeatId, ...]]:
        above = self.above
        return {seat: _led_by(seat, above[seat]) if seat in above else () for seat in self.below}

    @cached_property
    def are_several(self) -> bool:
        """Whether more than one seat is a part of R."""
        return len(self.below) > 1

    @Depths
    def depths(self) -> Forest:
        """How many levels each seat of R stands below its top; of no seat where R is no forest."""
        return Forest(self.reports, self.above)

    @Carried
    def _by_depth(self) -> Tally[int, int]:
        return Tally.of(self.depths, int)

    @_by_depth.after
    def _by_depth_now(self, before: Tally[int, int]) -> Tally[int, int]:
        return before.after(self.depths)

    @cached_property
    def deepness(self) -> Mapping[int, int]:
        """How many seats stand how many levels below the top; nothing where R is no forest."""
        return self._by_depth.counts

    @cached_property
    def levels(self) -> tuple[tuple[SeatId, ...], ...]:
        """The seats of R from the top down, level by level; nothing where R is no forest."""
        reports, above = self.reports, self.above
        if sum(map(len, values_in_any_order(reports))) != len(above):
            return ()
        return walks.downwards(reports, sorted([seat for seat in keys_in_any_order(reports) if seat not in above]))

    @cached_property
    def reporting_groups(self) -> tuple[tuple[SeatId, ...], ...]:
        """Strongly connected components of R, reports before managers."""
        if self.levels:
            return tuple([(seat,) for level in reversed(self.levels) for seat in level])
        settled = walks.settled(self.reports)
        alone = tuple((seat,) for seat in settled)
        return alone if len(settled) == len(self.reports) else walks.components(self.reporting)

    @cached_property
    def reporting_circles(self) -> tuple[tuple[SeatId, ...], ...]:
        """Groups of two or more seats that report to each other in a circle."""
        if self.depths:
            return ()
        return tuple(sorted(group for group in self.reporting_groups if len(group) > 1))

    @BySeat
    def _tops(self, seat: SeatId) -> bool | None:
        """The same, by id."""
        return (bool(self.below.get(seat)) and seat not in self.above) or None

    @_tops.at_once
    def _tops_at_once(self) -> Mapping[SeatId, bool]:
        above = self.above
        return {seat: True for seat, reports in self.below.items() if reports and seat not in above}

    @cached_property
    def leading_roots(self) -> tuple[SeatId, ...]:
        """Seats of R that lead somebody and have no manager; first the one with most seats below it."""
        roots = list(self._tops)
        if len(roots) > 1:
            counts = walks.reach_counts(self.reporting_groups, self.reports)
            roots.sort(key=lambda seat: (-counts[seat], seat))
        return tuple(roots)


def _each_after(seats: Sequence[SeatId], others: Sequence[SeatId]) -> Mapping[SeatId, tuple[SeatId, ...]]:
    """What comes after each seat, once each."""
    alone = dict(zip(seats, zip(others, strict=True), strict=True))
    if len(alone) == len(seats):
        return alone
    after: dict[SeatId, list[SeatId]] = defaultdict(list)
    for seat, other in zip(seats, others, strict=True):
        after[seat].append(other)
    return {seat: _each_once(those) for seat, those in after.items()}


def _without(seat: SeatId, others: tuple[SeatId, ...]) -> tuple[SeatId, ...]:
    return tuple([other for other in others if other != seat])


def _led_by(seat: SeatId, above: tuple[SeatId, ...]) -> tuple[SeatId, ...]:
    return tuple(sorted(_without(seat, above))) if len(above) > 1 or seat in above else above


def _in_order(lines: tuple[Line, ...]) -> Sequence[Line]:
    return sorted(lines, key=BY_ID) if len(lines) > 1 else lines


def _each_once(ends: list[SeatId]) -> tuple[SeatId, ...]:
    return tuple(dict.fromkeys(ends)) if len(ends) > 1 else tuple(ends)


def _ids_between(lines: Iterable[Line], manager: SeatId) -> tuple[LineId, ...]:
    return tuple(sorted(line.id for line in lines if line.manager == manager))


def _ids_by_manager(lines: Iterable[Line]) -> Mapping[SeatId, tuple[LineId, ...]]:
    found: dict[SeatId, list[LineId]] = {}
    for line in lines:
        found.setdefault(line.manager, []).append(line.id)
    return {manager: tuple(sorted(ids)) for manager, ids in found.items()}
