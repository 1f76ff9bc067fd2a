"""Which columns of the customer journey there are, and from which to which each seat reaches."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import stages_of
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId, StageId
from salesorg_gui.domain.records import Seat

type Span = tuple[int, int]
"""The first and the last column of a seat."""


@dataclass(frozen=True)
class Journey:
    """The journey as one chart uses it.

    Stages taken one or the other, such as inbound and outbound, share a column. Left out are columns nobody covers,
    unless every organisation needs them.
    """

    chart: Chart
    catalogue: Catalogue

    @cached_property
    def stages(self) -> Mapping[SeatId, tuple[StageId, ...]]:
        """The stages of each seat, along the journey."""
        known: dict[tuple[object, ...], tuple[StageId, ...]] = {}
        found: dict[SeatId, tuple[StageId, ...]] = {}
        for seat in self.chart.seats.values():
            alike = (seat.role, seat.stages_added, seat.stages_removed)
            if alike not in known:
                known[alike] = self.stages_of(seat)
            found[seat.id] = known[alike]
        return found

    def stages_of(self, seat: Seat) -> tuple[StageId, ...]:
        """The stages of one seat."""
        return stages_of(seat, self.catalogue.role(seat.role), self.catalogue)

    @cached_property
    def covered(self) -> frozenset[StageId]:
        """Every stage somebody covers."""
        return frozenset(stage for stages, _is_shared in self.alike for stage in stages)

    @cached_property
    def columns(self) -> tuple[tuple[StageId, ...], ...]:
        """The stages of each column, from left to right."""
        if not self.covered and not self.chart.handoffs:
            return ()
        known = self.catalogue.stages
        return tuple(
            group
            for group in side_by_side(self.catalogue)
            if any(stage in self.covered or known[stage].core for stage in group)
        )

    @cached_property
    def column_of(self) -> Mapping[StageId, int]:
        """Where each stage stands."""
        return {stage: number for number, group in enumerate(self.columns) for stage in group}

    @cached_property
    def spans(self) -> Mapping[SeatId, Span]:
        """From which to which column each seat reaches without a break.

        A seat without stages stands with its partners; one without partners has no span.
        """
        known: dict[tuple[StageId, ...], Span] = {}
        found: dict[SeatId, Span] = {}
        for seat, stages in self.stages.items():
            if stages and stages not in known:
                known[stages] = self.span(stages)
            if stages:
                found[seat] = known[stages]
        return found | self._partners(found) if self.columns else {}

    def counts(self, column: int) -> tuple[tuple[int, ...], int, int]:
        """The seats of each stage of a column, all of them, and those that are shared."""
        stages = self.columns[column]
        covering = {alike: count for alike, count in self.alike.items() if not set(stages).isdisjoint(alike[0])}
        covers = tuple(sum(count for (own, _), count in covering.items() if stage in own) for stage in stages)
        shared = sum(count for (_, is_shared), count in covering.items() if is_shared)
        return covers, sum(covering.values()), shared

    @cached_property
    def alike(self) -> Counter[tuple[tuple[StageId, ...], bool]]:
        """How many seats cover the same stages, for one pod or for several."""
        return Counter((self.stages[seat.id], seat.shared) for seat in self.chart.seats.values())

    def span(self, stages: Iterable[StageId]) -> Span:
        """From which column these stages reach to which without a break."""
        columns = {self.column_of[stage] for stage in stages}
        last = first = min(columns)
        while last + 1 in columns:
            last += 1
        return first, last

    def _partners(self, spans: Mapping[SeatId, Span]) -> dict[SeatId, Span]:
        """Seats that hand over or receive without covering a stage: where they may help, else with whom they serve."""
        partners: dict[SeatId, list[int]] = {}
        for handoff in self.chart.handoffs.values():
            for end, other in ((handoff.source, handoff.target), (handoff.target, handoff.source)):
                if end in self.chart.seats and end not in spans:
                    columns = partners.setdefault(SeatId(end), [])
                    columns += spans.get(SeatId(other), ())[:1]
        return {name: self.beside(self.chart.seats[name], columns) for name, columns in partners.items()}

    def beside(self, seat: Seat, partners: Sequence[int]) -> Span:
        """Where one without stages stands who serves with those in these columns."""
        optional = self.catalogue.role(seat.role).stages_optional
        known = (self.column_of[stage] for stage in optional if stage in self.column_of)
        column = next(known, min(partners, default=0))
        return column, column


def side_by_side(catalogue: Catalogue) -> tuple[tuple[StageId, ...], ...]:
    """Stages that are followed by the same ones are taken one or the other: they share a column."""
    groups: list[list[StageId]] = []
    for stage in catalogue.stages.values():
        before = catalogue.stages[groups[-1][-1]] if groups else None
        if before is not None and before.next and before.next == stage.next:
            groups[-1].append(stage.id)
        else:
            groups.append([stage.id])
    return tuple(tuple(group) for group in groups)
