"""When whom a seat waits for begins, and how much of the work a beginner does from month to month."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.dates import date_of
from salesorg_gui.domain.hiring import hire_of
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Seat, Status

YEAR = 12
QUARTER = re.compile(r"[QK]([1-4])(?:\D+(\d{4}))?|(\d{4})\D*[QK]([1-4])", re.IGNORECASE)
MONTH = re.compile(r"(\d{4})-(\d{2})")
NEVER = 1e9


class Known(StrEnum):
    """How one knows when somebody starts."""

    DATED = "dated"
    """The plan says the day."""
    QUARTER = "quarter"
    """The plan says a quarter or a month; its first day counts."""
    USUAL = "usual"
    """The plan says nothing; an open seat is filled after the usual time."""
    UNKNOWN = "unknown"
    """The plan says nothing of a planned seat; it stays empty."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who starts, or has started so lately that he is not yet at full work.

    ``at`` counts in months from the first of the first month: 0.5 is its middle; ``NEVER`` where nobody knows.
    """

    seat: SeatId
    fte: float
    at: float
    known: Known
    start: date | None = None


def arrivals_of(chart: Chart, today: date, figures: CapacityDefaults) -> tuple[Arrival, ...]:
    """All who are not at full work when the month of ``today`` begins, by when they start, then by seat.

    Whom a seat still waits for starts today at the earliest, whatever the plan says.
    """
    found = (one for id in sorted(chart.seats) for one in _of_seat(chart, chart.seats[id], today, figures))
    fresh = [one for one in found if one.at > -figures.ramp_months]
    return tuple(sorted(fresh, key=lambda one: (one.at, one.seat)))


def presence(arrivals: Mapping[SeatId, tuple[Arrival, ...]], seat: Seat, month: int, ramp: float) -> float:
    """The share of a seat's full work that is done in a month, on average over it."""
    late = arrivals.get(seat.id, ())
    if not late:
        return 1.0
    whole = sum(one.fte for one in late)
    there = max(0.0, seat.total_fte - whole)
    done = there + sum(one.fte * ramped(month - one.at, ramp) for one in late)
    return done / seat.total_fte if seat.total_fte > 0 else 0.0


@cache
def ramped(since: float, ramp: float) -> float:
    """The mean share of full work in the month that begins ``since`` months after somebody started.

    Work grows evenly from nothing on the first day to all of it after ``ramp`` months.
    """
    return _done(since + 1.0, ramp) - _done(since, ramp)


def month_after(first: date, months: int) -> date:
    """The first of the month so many months later."""
    years, month = divmod(first.month - 1 + months, YEAR)
    return date(first.year + years, month + 1, 1)


def months_from(first: date, day: date) -> float:
    """How many months lie between two days, by the calendar; negative where the day is earlier."""
    begin = date(day.year, day.month, 1)
    length = (month_after(begin, 1) - begin).days if day.year < date.max.year else 31
    return (day.year - first.year) * YEAR + day.month - first.month + (day.day - 1) / length


def start_said(text: str, today: date) -> tuple[date | None, Known]:
    """The day a text such as ``2027-03-01``, ``2027-03``, ``Q3`` or ``Q1 2027`` means, seen from ``today``.

    A quarter without a year is the next one that has not ended.
    """
    day = date_of(text.strip())
    if day is not None:
        return day, Known.DATED
    month = MONTH.fullmatch(text.strip())
    if month is not None and 1 <= int(month[2]) <= YEAR and int(month[1]) >= 1:
        return date(int(month[1]), int(month[2]), 1), Known.QUARTER
    quarter = QUARTER.fullmatch(text.strip())
    if quarter is None:
        return None, Known.UNKNOWN
    begin = 3 * (int(quarter[1] or quarter[4]) - 1) + 1
    year = int(quarter[2] or quarter[3] or today.year + (begin + 2 < today.month))
    return (date(year, begin, 1), Known.QUARTER) if year >= 1 else (None, Known.UNKNOWN)


def _done(months: float, ramp: float) -> float:
    """Months of full work done so many months after the start."""
    if months <= 0:
        return 0.0
    if months >= ramp:
        return months - ramp / 2
    return months * months / (2 * ramp)


def _of_seat(chart: Chart, seat: Seat, today: date, figures: CapacityDefaults) -> Iterator[Arrival]:
    if seat.total_fte <= 0:
        return
    first = date(today.year, today.month, 1)
    now = months_from(first, today)
    if seat.status is Status.FILLED:
        starts = [date_of(person.start) for person in seat.people] or [date_of(seat.start)]
        for start in starts[: max(1, seat.headcount)]:
            if start is not None:
                yield Arrival(seat.id, seat.fte, months_from(first, start), Known.DATED, start)
        return
    hire = hire_of(chart, seat.id)
    start, known = start_said((hire.start if hire is not None else "") or seat.start, today)
    if start is not None:
        start = max(start, today)
        yield Arrival(seat.id, seat.total_fte, months_from(first, start), known, start)
    elif seat.status is Status.OPEN:
        yield Arrival(seat.id, seat.total_fte, now + figures.months_to_hire, Known.USUAL)
    else:
        yield Arrival(seat.id, seat.total_fte, NEVER, Known.UNKNOWN)
