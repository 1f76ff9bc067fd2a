"""The rule that compares territories: before one judges people, one looks at what they were given."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import ClassVar, NamedTuple

from salesorg_gui.domain.ids import SeatId, SegmentId
from salesorg_gui.domain.records import Segment
from salesorg_gui.i18n import _
from salesorg_gui.rules.amounts import in_any_order
from salesorg_gui.rules.market import Owner, Value
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words

INTERVAL = "interval"
MEASURES = ("potential", "leads", "customers")


class Share(NamedTuple):
    """How heavy a territory is beside the average, by what is counted."""

    ratio: float
    segment: SegmentId
    measure: str


class Uneven:
    """Territories of one axis carry much the same for each who closes there.

    Sizes are left out: few large customers are no less work than many small ones. A measure counts when every territory
    somebody closes in has it. The heaviest territory of an axis is told, by the measure in which it stands out most.
    """

    id: ClassVar[str] = "segment-uneven"

    @property
    def title(self) -> str:
        return _("Uneven territories")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        for axis in sorted(org.market.axes):
            known = org.catalogue.axes.get(axis)
            is_size = known is not None and known.value_type == INTERVAL
            shares = [] if is_size else list(self._shares(org, axis))
            heaviest = max(shares, key=lambda share: share.ratio, default=None)
            if heaviest is not None and heaviest.ratio > limits["ratio"]:
                words: Words = {"segment": org.names.segment(heaviest.segment), "ratio": round(heaviest.ratio, 1)}
                yield Sighting(words, segments=(heaviest.segment,), variant=heaviest.measure)

    def _shares(self, org: Organisation, axis: str) -> Iterator[Share]:
        """The heaviest territory in each measure that is known of all."""
        records = {value: org.chart.segments[org.market.segments[value][0]] for value in org.market.axes[axis]}
        if all(_amount(record, name) is None for record in records.values() for name in MEASURES):
            return
        closers = _closers(org, axis)
        for name in MEASURES:
            amounts = {records[value].id: (_amount(records[value], name), people) for value, people in closers.items()}
            loads = {id: amount / people for id, (amount, people) in amounts.items() if amount is not None}
            mean = in_any_order(loads.values()) / len(loads) if loads else 0.0
            if len(loads) == len(closers) > 1 and mean > 0:
                heaviest = max(sorted(loads), key=loads.__getitem__)
                yield Share(loads[heaviest] / mean, heaviest, name)


def _closers(org: Organisation, axis: str) -> Mapping[Value, float]:
    """People who close in each served territory of an axis; who works in several counts for a part in each."""
    places: dict[SeatId, set[Value]] = defaultdict(set)
    for owner, values in _working_at(org, axis).items():
        for seat in org.teams.closers(owner):
            places[seat] |= values
    people: dict[Value, float] = defaultdict(float)
    for seat, values in sorted(places.items()):
        for value in values:
            people[value] += org.chart.seats[seat].headcount / len(values)
    segments = org.chart.segments
    served = (value for value in people if segments[org.market.segments[value][0]].is_served)
    return {value: people[value] for value in sorted(served) if people[value] > 0}


def _working_at(org: Organisation, axis: str) -> Mapping[Owner, set[Value]]:
    """The values of an axis by who works there; for seats that leave closing to their pods those pods, each once."""
    places: dict[Owner, set[Value]] = defaultdict(set)
    for owner, ids in org.market.owned.items():
        values = {value for id in ids for value in org.market.box(id).get(axis, ())}
        for one in org.teams.closing_for(owner) if values else ():
            places[one] |= values
    return places


def _amount(segment: Segment, measure: str) -> float | None:
    """How much of something a territory has, where that is known."""
    amounts = {"potential": segment.potential, "leads": segment.leads, "customers": segment.customers}
    return amounts[measure]
