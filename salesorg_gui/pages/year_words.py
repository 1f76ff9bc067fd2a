"""What the page of twelve months says: where it breaks first, what waits by then, how customers and revenue go."""

from collections.abc import Iterator
from datetime import date
from math import floor
from typing import NamedTuple

from salesorg_gui.capacity.work import Part
from salesorg_gui.drawing.graphs.months import month_name, month_of_year
from salesorg_gui.drawing.graphs.scale import figure
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.numbers import percent, shown
from salesorg_gui.study.backward import Ladder, Rung, customers_a_year
from salesorg_gui.study.told import part_titles
from salesorg_gui.study.year import Ahead, Break, YearAhead

ONE = 1.0
"""Less than one of anything is not worth a sentence."""


def month_short(day: date) -> str:
    """A month; the year stands with it where a year begins."""
    return month_of_year(day) if day.month == 1 else month_name(day.month)


def headline(year: YearAhead) -> str:
    """The finding in one sentence."""
    found = year.first_break
    if found is None:
        return _fullest(year.fullest)
    words = {"part": part_titles()[found.part], "need": fte(found.month.need[found.part])}
    have = fte(found.month.have[found.part])
    if found.number == 0:
        return _("{part} has too little time already: {need} FTE of work, {have} FTE there.").format(**words, have=have)
    month = month_of_year(found.month.start)
    sentence = _("{part} breaks first, in {month}: {need} FTE of work, {have} FTE there.")
    return sentence.format(**words, month=month, have=have)


def _fullest(found: Break) -> str:
    need, have = found.month.need[found.part], found.month.have[found.part]
    if have <= 0:
        return _("Everybody has time for what comes in the next twelve months.")
    sentence = _("The next twelve months hold. {part} is fullest, in {month}: {share} of its time.")
    return sentence.format(
        part=part_titles()[found.part], month=month_of_year(found.month.start), share=percent(round(need / have, 2))
    )


def consequences(year: YearAhead) -> Iterator[str]:
    """What comes of it: who waits at the end, and from when on there are enough people again."""
    found, last = year.first_break, year.months[-1]
    if found is not None:
        again = _holds_from(year, found)
        if again is not None:
            yield _("From {month} on there are enough people.").format(month=month_of_year(again.start))
        else:
            yield _remedy(year, found)
    waits = {
        Part.INBOUND: _("{count} leads wait by {month}."),
        Part.CLOSER: _("{count} qualified leads wait for a closer by {month}."),
        Part.CARE: _("{count} signed customers wait for onboarding by {month}."),
    }
    for part, sentence in waits.items():
        if last.waiting[part] >= ONE:
            yield sentence.format(count=figure(last.waiting[part], 0), month=month_of_year(last.start))


def _remedy(year: YearAhead, found: Break) -> str:
    """How many people more would do, and when to look for them so that they are at full work in time."""
    words = {"fte": fte(year.short(found.part)), "part": part_titles()[found.part]}
    number = floor(found.number - year.lead_months)
    if number <= 0:
        return _("{fte} FTE more in {part} would last the year: start the search now.").format(**words)
    month = month_of_year(year.months[number].start)
    sentence = _("{fte} FTE more in {part} would last the year: start the search in {month} at the latest.")
    return sentence.format(**words, month=month)


def _holds_from(year: YearAhead, found: Break) -> Ahead | None:
    """The first month after a break from which on no part is over any more."""
    over = [any(month.is_over(part) for part in year.parts) for month in year.months]
    last = max(number for number, is_over in enumerate(over) if is_over)
    return year.months[last + 1] if found.number <= last < len(over) - 1 else None


def customers_said(year: YearAhead, base: float) -> str:
    """How many customers there will be, and of what."""
    last = year.months[-1]
    left = base + year.won - last.customers
    if base <= 0:
        sentence = _("Nobody has said how many customers there are today. {won} come by {month} and {left} leave.")
    else:
        sentence = _("{base} customers today, {count} by {month}: {won} come and {left} leave.")
    return sentence.format(
        base=figure(base, 0),
        count=figure(last.customers, 0),
        month=month_of_year(last.start),
        won=figure(year.won, 0),
        left=figure(max(0.0, left), 0),
    )


def revenue_said(year: YearAhead) -> str:
    """How recurring revenue goes; empty where nobody said what a contract is worth."""
    first, last = year.months[0].revenue, year.months[-1].revenue
    if first is None or last is None:
        return ""
    sentence = _("Recurring revenue grows from {first} to {last} a month.")
    if last < first:
        sentence = _("Recurring revenue falls from {first} to {last} a month.")
    return sentence.format(first=figure(first, 0), last=figure(last, 0))


def part_said(year: YearAhead, part: Part) -> str:
    """How one part fares over the months."""
    over = [month for month in year.months if month.is_over(part)]
    if not over:
        tight = any(month.missing(part) > 0 for month in year.months)
        return _("Full at times, but within what a plan can tell.") if tight else _("Enough time in every month.")
    worst = max(over, key=lambda month: month.missing(part))
    sentence = ngettext(
        "Too little in {count} month, at worst by {fte} FTE.",
        "Too little in {count} months, at worst by {fte} FTE.",
        len(over),
    )
    return sentence.format(count=len(over), fte=fte(worst.missing(part)))


class Shares(NamedTuple):
    """The shares the steps of a ladder divide by."""

    sign: float
    inbound: float
    outbound: float


def ladder_steps(ladder: Ladder, figures: Shares) -> Iterator[tuple[str, str, str]]:
    """From the target down to prospects: what, how much, and how that is reckoned."""
    out = ladder.outlook
    yield (
        _("New customers a month"),
        figure(out.customers),
        _("{target} a year / {contract} a contract / 12 months").format(
            target=figure(ladder.target), contract=figure(ladder.contract_value)
        ),
    )
    yield (
        _("Qualified leads a month"),
        figure(ladder.qualified_asked),
        _("{customers} / {share} that sign").format(customers=figure(out.customers), share=percent(figures.sign)),
    )
    yield (
        _("Of inbound leads"),
        figure(out.qualified_inbound),
        _("{leads} leads a month × {share} that qualify").format(
            leads=figure(out.leads), share=percent(round(figures.inbound, 6))
        ),
    )
    yield (
        _("Prospects a month"),
        figure(out.prospects),
        _("{missing} still to come / {share} that qualify").format(
            missing=figure(out.qualified_outbound), share=percent(figures.outbound)
        ),
    )


def ladder_said(ladder: Ladder) -> str:
    """What the target asks for, in one sentence."""
    count = figure(customers_a_year(ladder), 0)
    if ladder.gap <= 0:
        return _("The target takes {count} new customers a year. There are people enough for that.").format(count=count)
    sentence = _("The target takes {count} new customers a year, and {fte} FTE more than there are.")
    return sentence.format(count=count, fte=fte(ladder.gap))


def rung_note(rung: Rung) -> str:
    """What is missing of a part."""
    return _("{fte} FTE to hire").format(fte=fte(rung.gap)) if rung.gap > 0 else ""


def prospects_said(ladder: Ladder) -> str:
    """What today's lists bring of the prospects, and what inbound leads would do instead."""
    missing = ladder.outlook.prospects - ladder.prospects_today
    if missing < ONE:
        return ""
    sentence = _("There are {count} prospects a month today. {leads} inbound leads more would do as well.")
    return sentence.format(count=figure(ladder.prospects_today, 0), leads=figure(ladder.missing_leads, 0))


def managers_said(ladder: Ladder) -> str:
    """How many lead so many people; weakly founded, and shown as such (5.10)."""
    if not ladder.managers:
        return ""
    sentence = ngettext(
        "So many people take {count} manager, as a rule of thumb.",
        "So many people take {count} managers, as a rule of thumb.",
        ladder.managers,
    )
    return sentence.format(count=ladder.managers)


def fte(amount: float) -> str:
    """FTE with one decimal."""
    return shown(round(min(amount, 1e9), 1), least_decimals=1)
