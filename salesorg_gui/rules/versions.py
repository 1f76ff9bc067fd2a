"""The versions of an organisation: charts that say from which day they hold, and what changed from one to the next."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import LineKind

FEBRUARY_28 = (2, 28)


def day_of(chart: Chart) -> date | None:
    """The day a chart holds from, where it says so."""
    try:
        return date.fromisoformat(chart.since.strip())
    except ValueError:
        return None


def dated(charts: Iterable[Chart]) -> tuple[Chart, ...]:
    """The charts that say from which day they hold, from the oldest to the newest."""
    days = [(day, chart.order, chart.id, chart) for chart in charts if (day := day_of(chart)) is not None]
    return tuple(chart for *_order, chart in sorted(days, key=lambda item: item[:3]))


def reorganised(versions: tuple[Chart, ...]) -> tuple[Chart, ...]:
    """The versions of the last twelve months, counted from the newest, that differ much from the one before."""
    days = [day for version in versions if (day := day_of(version)) is not None]
    first = _a_year_before(max(days, default=date.min))
    return tuple(after for day, after in _changed(versions) if day > first)


def _changed(versions: tuple[Chart, ...]) -> Iterator[tuple[date, Chart]]:
    for before, after in pairwise(versions):
        day = day_of(after)
        if day is not None and (before.model != after.model or _is_redrawn(before, after)):
            yield day, after


def _is_redrawn(before: Chart, after: Chart) -> bool:
    """Whether more than half of the reporting lines differ."""
    old, new = _lines(before), _lines(after)
    return len(old ^ new) > (len(old) + len(new)) / 2


def _lines(chart: Chart) -> set[tuple[SeatId, SeatId]]:
    """The edges of R."""
    seats = chart.seats
    solid = (line for line in chart.lines.values() if line.kind is LineKind.SOLID)
    return {(line.manager, line.report) for line in solid if line.manager in seats and line.report in seats}


def _a_year_before(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    month, number = FEBRUARY_28 if is_leap_day else (day.month, day.day)
    return date(max(day.year - 1, 1), month, number)
