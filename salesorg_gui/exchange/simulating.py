"""A simulated quarter as lines for a reader and as JSON for a program. Waits are in working hours."""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId
from salesorg_gui.exchange.capacity import seat_name
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.simulation.contact import Bar, Contact
from salesorg_gui.simulation.measured import Measured
from salesorg_gui.simulation.quarter import DeskSeen, HandoffSeen, Quarter

type Simulated = tuple[Chart, Quarter]

DIGITS = 4
WORTH_TELLING = 0.005
"""A limit that breaks less often than this is kept, as far as a reader cares."""
MOST = 5


def as_json(simulated: Sequence[Simulated]) -> dict[str, object]:
    """What ``salesorg simulate --format json`` prints; every figure with the interval of its mean."""
    return {"charts": [_chart(*one) for one in simulated]}


def as_lines(simulated: Sequence[Simulated], catalogue: Catalogue) -> Iterator[str]:
    """How many became customers, how soon leads were spoken to, which limits broke, where work piled up."""
    for chart, quarter in simulated:
        yield chart.title or chart.id
        if not quarter.leads.mean:
            yield "  " + _("Nobody said how many leads there are. Give the lead sources a number a month.")
            continue
        yield "  " + _ran(quarter)
        sentence = _("{leads} leads and prospects, {customers} new customers ({low} to {high}).")
        made = quarter.customers
        yield "  " + sentence.format(
            leads=_count(quarter.leads.mean), customers=_count(made.mean), low=_count(made.low), high=_count(made.high)
        )
        if quarter.stranded.mean >= 1:
            sentence = _("{count} end with somebody who cannot take them further.")
            yield "  " + sentence.format(count=_count(quarter.stranded.mean))
        if quarter.contact is not None:
            yield "  " + _contacted(quarter.contact)
        yield from ("  " + line for line in _limits(chart, quarter, catalogue))
        yield from ("  " + line for line in _queues(chart, quarter, catalogue))


def _ran(quarter: Quarter) -> str:
    wishes = quarter.wishes
    weeks = ngettext("{count} week", "{count} weeks", wishes.weeks).format(count=wishes.weeks)
    sentence = _("{weeks}, run {runs} times from seed {seed}; everybody is away {days} days.")
    told = sentence.format(weeks=weeks, runs=quarter.runs, seed=quarter.seed, days=f"{wishes.away_days:g}")
    return f"{told} {_('Leads come at nights and weekends too.')}" if wishes.at_any_time else told


def _contacted(contact: Contact) -> str:
    sentence = _(
        "First contact after {mean} working hours on average, half within {median}, nine of ten within {ninth}."
    )
    return sentence.format(
        mean=_hours(contact.mean.mean), median=_hours(contact.median.mean), ninth=_hours(contact.ninth.mean)
    )


def _limits(chart: Chart, quarter: Quarter, catalogue: Catalogue) -> Iterator[str]:
    broken = [
        (seen.broken.mean, seen.times.mean, id)
        for id, seen in quarter.handoffs.items()
        if seen.broken and seen.times and seen.broken.mean > WORTH_TELLING
    ]
    for share, times, id in sorted(broken, key=lambda one: (-one[0], one[2]))[:MOST]:
        handoff = chart.handoffs[id]
        known = catalogue.objects.get(handoff.object) if handoff.object else None
        sentence = _("{object} to {receiver}: {percent} % ({count}) wait longer than the {limit} h agreed.")
        yield sentence.format(
            object=known.short_title if known else _("What is handed"),
            receiver=seat_name(chart, handoff.target, catalogue),
            percent=f"{share * 100:.0f}",
            count=_count(times),
            limit=f"{handoff.limit_hours or 0:g}",
        )
    if not broken and any(seen.broken for seen in quarter.handoffs.values()):
        yield _("Every time limit is kept.")


def _queues(chart: Chart, quarter: Quarter, catalogue: Catalogue) -> Iterator[str]:
    left = sorted(((desk.queue[-1], id) for id, desk in quarter.desks.items()), key=lambda one: (-one[0], one[1]))
    for count, id in left[:MOST]:
        if count >= 1:
            sentence = _("{seat}: {count} wait at the end; busy {percent} % of the time.")
            busy = quarter.desks[id].busy.mean
            yield sentence.format(
                seat=seat_name(chart, id, catalogue), count=_count(count), percent=f"{busy * 100:.0f}"
            )


def _count(amount: float) -> str:
    return f"{amount:.0f}"


def _hours(amount: float) -> str:
    return f"{amount:.1f}"


def _chart(chart: Chart, quarter: Quarter) -> Mapping[str, object]:
    wishes = quarter.wishes
    return {
        "id": chart.id,
        "weeks": wishes.weeks,
        "seed": quarter.seed,
        "runs": quarter.runs,
        "away_days": wishes.away_days,
        "at_any_time": wishes.at_any_time,
        "leads": _measured(quarter.leads),
        "customers": _measured(quarter.customers),
        "broken": _measured(quarter.broken),
        "waiting": _measured(quarter.left),
        "stranded": _measured(quarter.stranded),
        "first_contact": _contact(quarter.contact) if quarter.contact else None,
        "seats": [_desk(id, desk) for id, desk in quarter.desks.items()],
        "handoffs": [_handoff(chart, id, seen) for id, seen in quarter.handoffs.items()],
    }


def _contact(contact: Contact) -> Mapping[str, object]:
    return {
        "hours": _measured(contact.mean),
        "median": round(contact.median.mean, DIGITS),
        "ninth_of_ten": round(contact.ninth.mean, DIGITS),
        "within": {f"{hours:g}": round(share, DIGITS) for hours, share in contact.within.items()},
        "at_once": round(contact.at_once, DIGITS),
        "bars": [_bar(one) for one in contact.bars],
    }


def _bar(bar: Bar) -> Mapping[str, object]:
    end = bar.end if isfinite(bar.end) else None
    return {"from": round(bar.start, DIGITS), "to": end, "share": round(bar.share, DIGITS)}


def _desk(id: SeatId, desk: DeskSeen) -> Mapping[str, object]:
    return {
        "id": id,
        "wait_hours": _measured(desk.wait),
        "busy": _measured(desk.busy),
        "queue": [round(count, DIGITS) for count in desk.queue],
    }


def _handoff(chart: Chart, id: HandoffId, seen: HandoffSeen) -> Mapping[str, object]:
    handoff = chart.handoffs[id]
    giver: SeatId | SourceId = handoff.source
    return {
        "id": id,
        "from": giver,
        "to": handoff.target,
        "count": _measured(seen.count),
        "wait_hours": _measured(seen.wait),
        "limit_hours": handoff.limit_hours,
        "broken": _measured(seen.broken) if seen.broken else None,
        "times_broken": _measured(seen.times) if seen.times else None,
    }


def _measured(one: Measured) -> Mapping[str, float]:
    return {"mean": round(one.mean, DIGITS), "low": round(one.low, DIGITS), "high": round(one.high, DIGITS)}
