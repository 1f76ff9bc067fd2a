"""A quarter run many times: means with the interval in which the true mean lies with 95 % confidence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from statistics import NormalDist, fmean, stdev

from salesorg_gui.domain.ids import HandoffId, SeatId
from salesorg_gui.simulation.model import Model
from salesorg_gui.simulation.run import Run, Tally, Wishes, run

RUNS = 20
CONFIDENCE = 0.95
WITHIN = (1.0, 8.0, 16.0, 40.0)
"""Working hours up to which first contacts are counted: an hour, a day, two days, a week."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A mean over runs; the true one lies between ``low`` and ``high`` with 95 % confidence."""

    mean: float
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within the interval."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Contact:
    """Speed to lead, in working hours: mean, median, nine of ten; ``within`` hours -> the share reached by then."""

    mean: Measured
    median: float
    ninth: float
    within: Mapping[float, float]


@dataclass(frozen=True, slots=True)
class DeskSeen:
    """A desk over the quarter. ``busy`` is work as a share of the time there is; ``queue`` waits at each week's end."""

    wait: Measured
    busy: Measured
    served: float
    queue: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class HandoffSeen:
    """A handoff over the quarter; ``broken`` is the share that waited longer than agreed, if anything was agreed."""

    count: Measured
    wait: Measured
    broken: Measured | None


@dataclass(frozen=True, slots=True)
class Quarter:
    """What so many runs saw on average; amounts are for all weeks together."""

    wishes: Wishes
    seed: int
    runs: int
    leads: Measured
    customers: Measured
    contact: Contact | None
    desks: Mapping[SeatId, DeskSeen]
    handoffs: Mapping[HandoffId, HandoffSeen]


def _unwatched(_share: float) -> None:
    """Nobody looks on."""


def quarter(
    model: Model, wishes: Wishes, seed: int = 1, runs: int = RUNS, watch: Callable[[float], None] = _unwatched
) -> Quarter:
    """Run the chart ``runs`` times (two at least). The same seed gives the same quarter.

    ``watch`` is told the share that is done, and may raise to call it off.
    """

    def once(number: int) -> Run:
        return run(model, wishes, Random(f"{seed}-{number}"), lambda share: watch((number + share) / runs))  # noqa: S311

    seen = [once(number) for number in range(runs)]
    hours = wishes.weeks * model.hours_per_week
    desks = {seat: _desk(seat, seen, model.desks[seat].people * hours) for seat in sorted(model.desks)}
    agreed = {way.handoff: way.limit for one in model.stations.values() for way in one.exits if way.handoff is not None}
    return Quarter(
        wishes,
        seed,
        runs,
        measured(one.arrived for one in seen),
        measured(one.customers for one in seen),
        _contact(seen),
        {seat: desk for seat, desk in desks.items() if desk.served},
        {id: _handoff(id, seen, agreed[id]) for id in sorted(agreed) if any(id in one.handoffs for one in seen)},
    )


def measured(values: Iterable[float]) -> Measured:
    """Mean and interval of what the runs found, by Student's t."""
    found = list(values)
    mean = fmean(found)
    if len(found) < 2:
        return Measured(mean, mean, mean)
    reach = student(len(found) - 1) * stdev(found, mean) / sqrt(len(found))
    return Measured(mean, mean - reach, mean + reach)


def student(freedom: int, confidence: float = CONFIDENCE) -> float:
    """The two-sided quantile of Student's t, by the expansion of Hill (exact to three digits from 4 degrees on)."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    terms = (
        z,
        (z**3 + z) / (4 * freedom),
        (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2),
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3),
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * freedom**4),
    )
    return sum(terms)


def _contact(seen: Sequence[Run]) -> Contact | None:
    waits = sorted(wait for one in seen for wait in one.first_waits)
    if not waits:
        return None
    means = measured(fmean(one.first_waits) for one in seen if one.first_waits)
    within = {hours: sum(wait <= hours for wait in waits) / len(waits) for hours in WITHIN}
    return Contact(means, _at(waits, 0.5), _at(waits, 0.9), within)


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def _desk(seat: SeatId, seen: Sequence[Run], hours: float) -> DeskSeen:
    tallies = [one.desks[seat] for one in seen if seat in one.desks]
    queues = zip(*(one.queues[seat] for one in seen), strict=True)
    return DeskSeen(
        _mean_wait(tallies),
        measured(one.busy.get(seat, 0.0) / hours for one in seen),
        sum(tally.count for tally in tallies) / len(seen),
        tuple(fmean(week) for week in queues),
    )


def _handoff(id: HandoffId, seen: Sequence[Run], limit: float | None) -> HandoffSeen:
    tallies = [one.handoffs[id] for one in seen if id in one.handoffs]
    counts = measured(one.handoffs[id].count if id in one.handoffs else 0 for one in seen)
    broken = None if limit is None else measured(tally.broken / tally.limited for tally in tallies)
    return HandoffSeen(counts, _mean_wait(tallies), broken)


def _mean_wait(tallies: Sequence[Tally]) -> Measured:
    return measured(tally.waited / tally.count for tally in tallies) if tallies else Measured(0.0, 0.0, 0.0)
