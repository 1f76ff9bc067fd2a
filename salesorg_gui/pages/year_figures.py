"""The graphs of the page of twelve months."""

from collections.abc import Mapping
from datetime import date, timedelta

from salesorg_gui.capacity.work import Part
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.graphs.bars import Bars, Row
from salesorg_gui.drawing.graphs.calendar import Calendar, CalendarRow, Span
from salesorg_gui.drawing.graphs.heat import Heat, HeatRow
from salesorg_gui.drawing.graphs.months import Month
from salesorg_gui.drawing.graphs.over_time import OverTime, Series, Style
from salesorg_gui.i18n import _
from salesorg_gui.pages.year_words import fte, month_short, rung_note
from salesorg_gui.study.arrivals import Arrival, Known, months_from
from salesorg_gui.study.backward import Ladder
from salesorg_gui.study.told import fte_unit, part_titles
from salesorg_gui.study.year import YearAhead

INKS: Mapping[Part, str] = {
    Part.INBOUND: "find_solid",
    Part.OUTBOUND: "find_solid",
    Part.CLOSER: "close_solid",
    Part.CARE: "care_solid",
}
LOW = 104.0
DAYS = 365.25 / 12
MOST_ROWS = 15


def heat_figure(year: YearAhead) -> Heat:
    """All parts over all months at a glance."""
    titles = part_titles()
    rows = tuple(HeatRow(titles[part], tuple(month.load(part) for month in year.months)) for part in year.parts)
    return Heat(times(year), rows, _("Work in % of the time there is"))


def part_figure(year: YearAhead, part: Part) -> OverTime:
    """Need as a line, and the time there is as steps."""
    need = Series(_("Need"), tuple(month.need[part] for month in year.months), ink=INKS[part], dash=(), mark="disc")
    have = tuple(month.have[part] for month in year.months)
    there = Series(_("Have"), have, Style.STEP, "text_1", (6.0, 3.0), "ring")
    hot = frozenset(number for number, month in enumerate(year.months) if month.is_over(part))
    return OverTime(times(year), (need, there), fte_unit(), height=LOW, decimals=2, hot=hot)


def customers_figure(year: YearAhead) -> OverTime:
    """Customers at the end of each month."""
    counts = tuple(month.customers for month in year.months)
    series = Series(_("Customers"), counts, Style.COLUMN, "care_solid")
    return OverTime(times(year), (series,), height=LOW, in_wholes=True, decimals=0)


def revenue_figure(year: YearAhead) -> OverTime | None:
    """Recurring revenue a month; nothing where nobody said what a contract is worth."""
    if year.months[0].revenue is None:
        return None
    series = Series(_("Recurring revenue"), tuple(month.revenue for month in year.months), ink="accent")
    return OverTime(times(year), (series,), _("a month"), height=LOW, decimals=0)


def waiting_figure(year: YearAhead) -> OverTime | None:
    """What piles up; nothing where nothing does."""
    names = {Part.INBOUND: _("Waiting leads"), Part.CLOSER: _("Qualified leads"), Part.CARE: _("Signed customers")}
    series = tuple(
        Series(names[part], tuple(month.waiting[part] for month in year.months), Style.AREA, INKS[part])
        for part in names
        if any(month.waiting[part] >= 1 for month in year.months)
    )
    return OverTime(times(year), series, stacked=True, height=LOW, decimals=0) if series else None


def arrivals_figure(year: YearAhead, names: Mapping[SeatId, str], today: date, ramp: float) -> Calendar | None:
    """Who starts when, and how long the ramp-up takes; nothing where nobody does."""
    coming = coming_of(year, today, ramp)[:MOST_ROWS]
    rows = tuple(_arrival(one, names.get(one.seat, ""), year.months[0].start, today, ramp) for one in coming)
    first = Month.of(year.months[0].start)
    return Calendar(rows, first, len(year.months), today) if rows else None


def coming_of(year: YearAhead, today: date, ramp: float) -> list[Arrival]:
    """Who starts, or is not yet at full work."""
    now = months_from(year.months[0].start, today)
    return [one for one in year.arrivals if one.at + ramp > now]


def left_out_said(count: int) -> str:
    """That only the first rows are shown, where there are more."""
    if count <= MOST_ROWS:
        return ""
    return _("The first {count} of {all}.").format(count=MOST_ROWS, all=count)


def rungs_figure(ladder: Ladder) -> Bars:
    """FTE the target takes against those there are."""
    titles = part_titles()
    rows = tuple(
        Row(titles[rung.part], rung.need, rung.have, note=rung_note(rung))
        for rung in ladder.rungs
        if rung.need > 0 or rung.have > 0
    )
    return Bars(rows, fte_unit(), _("Need for the target"), _("Have today"))


def times(year: YearAhead) -> tuple[str, ...]:
    """The names of the months."""
    return tuple(month_short(month.start) for month in year.months)


def _arrival(one: Arrival, name: str, first: date, today: date, ramp: float) -> CalendarRow:
    notes = {
        Known.USUAL: _("No date yet: the usual time to hire is counted."),
        Known.UNKNOWN: _("No date yet: not counted."),
        Known.QUARTER: _("No day yet: the earliest is counted."),
        Known.DATED: "",
    }
    title = _("{name}, {fte} FTE").format(name=name, fte=fte(one.fte))
    if one.known is Known.UNKNOWN:
        return CalendarRow(title, (), notes[one.known], one.seat)
    start = one.start or _day(first, one.at)
    full = _day(start, ramp)
    search = (Span(today, start, _("Hiring"), "warning", is_sure=False),) if today < start else ()
    learning = (Span(start, full, _("Ramp-up"), "accent"),) if start < full else (Span(start, start, _("Starts")),)
    return CalendarRow(title, (*search, *learning), notes[one.known], one.seat)


def _day(start: date, months: float) -> date:
    """So many months later, by the average month; never beyond the calendar."""
    return start + timedelta(min(months * DAYS, (date.max - start).days - 1))
