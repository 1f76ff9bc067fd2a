"""A quarter run many times, so that what is chance and what is not can be told apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from random import Random
from statistics import fmean

from salesorg_gui.domain.ids import HandoffId, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.simulation.contact import Contact, contact_of
from salesorg_gui.simulation.measured import Measured, measured
from salesorg_gui.simulation.model import Desk, Model
from salesorg_gui.simulation.run import Run, Tally, Wishes, run

RUNS = 20
MOST_ARRIVALS = 20_000_000
"""Leads and prospects of all runs together: some minutes of work. More are refused."""


class TooMany(ValueError):
    """So many cannot be followed one by one; the message says what to do."""


@dataclass(frozen=True, slots=True)
class DeskSeen:
    """A desk over the quarter. ``busy`` is work, that for today's customers too, as a share of the time there is.

    ``came`` counts who began to be worked on or still waits at the end; ``queue`` waits at each week's end, and
    ``most`` in the worst of the runs.
    """

    wait: Measured
    busy: Measured
    came: float
    queue: tuple[float, ...]
    most: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HandoffSeen:
    """A handoff over the quarter; ``broken`` is the share that waited longer than agreed, if anything was agreed.

    ``times`` is how many that are.
    """

    count: Measured
    wait: Measured
    broken: Measured | None
    times: Measured | None


@dataclass(frozen=True, slots=True)
class Quarter:
    """What so many runs saw on average; amounts are for all weeks together.

    ``broken`` is how often any time limit was broken; ``left`` wait at the end, wherever; ``stranded`` ended with
    somebody who cannot take them further.
    """

    wishes: Wishes
    seed: int
    runs: int
    hours_per_day: float
    leads: Measured
    customers: Measured
    broken: Measured
    left: Measured
    stranded: Measured
    contact: Contact | None
    desks: Mapping[SeatId, DeskSeen]
    handoffs: Mapping[HandoffId, HandoffSeen]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: the ``share`` of all that is done, the run under way (from 1), its day, arrivals so far."""

    share: float
    run: int
    day: int
    come: int


type Watch = Callable[[Progress], None]


def _unwatched(_progress: Progress) -> None:
    """Nobody looks on."""


def quarter(model: Model, wishes: Wishes, seed: int = 1, runs: int = RUNS, watch: Watch = _unwatched) -> Quarter:
    """Run the chart ``runs`` times (two at least). The same seed gives the same quarter.

    ``watch`` may raise to call it off. Raises ``TooMany`` where there are more leads than anybody would wait for.
    """
    check(model, wishes, runs)
    days = (wishes.weeks + wishes.warmup) * 5
    come = 0

    def once(number: int) -> Run:
        def look(share: float, here: int) -> None:
            watch(Progress((number + share) / runs, number + 1, min(int(share * days) + 1, days), come + here))

        return run(model, wishes, Random(f"{seed}-{number}"), look)  # noqa: S311 -- chance, no secret

    seen: list[Run] = []
    for number in range(runs):
        seen.append(once(number))
        come += seen[-1].arrived
    return _told(model, wishes, seed, seen)


def check(model: Model, wishes: Wishes, runs: int) -> None:
    """Raise ``TooMany`` where there are more leads than anybody would wait for."""
    expected = model.a_week * (wishes.weeks + wishes.warmup) * runs
    if not (isfinite(expected) and expected <= MOST_ARRIVALS):
        raise TooMany(_("There are too many leads to follow one by one. Run fewer weeks, or fewer times."))


def _told(model: Model, wishes: Wishes, seed: int, seen: Sequence[Run]) -> Quarter:
    hours = wishes.weeks * model.hours_per_week
    desks = (
        (desk.seat, _desk(desk, number, seen, hours))
        for number, desk in enumerate(model.desks)
        if any(one.desks[number].count for one in seen)
    )
    handoffs = (
        (agreed.handoff, _handoff([one.handoffs[number] for one in seen], has_limit=isfinite(agreed.limit)))
        for number, agreed in enumerate(model.handoffs)
        if any(one.handoffs[number].count for one in seen)
    )
    return Quarter(
        wishes,
        seed,
        len(seen),
        model.hours_per_day,
        measured(one.arrived for one in seen),
        measured(one.customers for one in seen),
        measured(sum(tally.broken for tally in one.handoffs) for one in seen),
        measured(sum(one.queues[-1]) for one in seen),
        measured(one.stranded for one in seen),
        contact_of([one.first_waits for one in seen]),
        dict(desks),
        dict(sorted(handoffs)),
    )


def _desk(desk: Desk, number: int, seen: Sequence[Run], hours: float) -> DeskSeen:
    tallies = [one.desks[number] for one in seen]
    free, time = 1 - desk.kept, desk.people * hours
    weeks = [[week[number] for week in one.queues] for one in seen]
    return DeskSeen(
        _mean_wait(tallies),
        measured(desk.kept + free * one.busy[number] / time for one in seen),
        fmean(tally.count for tally in tallies),
        tuple([fmean(week) for week in zip(*weeks, strict=True)]),
        tuple([max(week) for week in zip(*weeks, strict=True)]),
    )


def _handoff(tallies: Sequence[Tally], *, has_limit: bool) -> HandoffSeen:
    return HandoffSeen(
        measured(tally.count for tally in tallies),
        _mean_wait(tallies),
        measured(tally.broken / tally.count for tally in tallies if tally.count) if has_limit else None,
        measured(tally.broken for tally in tallies) if has_limit else None,
    )


def _mean_wait(tallies: Iterable[Tally]) -> Measured:
    return measured(tally.waited / tally.count for tally in tallies if tally.count)
