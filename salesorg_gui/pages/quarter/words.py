"""What a run quarter says, in sentences. Hours are working hours, days working days."""

from math import isfinite

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.quarter.seen import Seen
from salesorg_gui.panels.naming import giver_name, object_title
from salesorg_gui.panels.numbers import shown
from salesorg_gui.simulation.contact import AT_ONCE
from salesorg_gui.simulation.measured import Measured
from salesorg_gui.simulation.quarter import Progress

MINUTES = 60
HOURS_UP_TO = 2
"""Working days; what takes longer is told in days."""
WHOLE_FROM = 10
WORTH_TELLING = 0.5
"""Something that happens less often than every other quarter is not told."""


def lasting(hours: float, day: float) -> str:
    """A time as one says it: ``26 min``, ``3.2 h``, ``4.5 days``."""
    minutes = round(hours * MINUTES)
    if minutes < MINUTES:
        return _("{count} min").format(count=minutes).replace(" ", "\u00a0")
    if hours < HOURS_UP_TO * day:
        return _("{count} h").format(count=figure(hours)).replace(" ", "\u00a0")
    days = hours / day
    return ngettext("{count} day", "{count} days", round(days)).format(count=figure(days)).replace(" ", "\u00a0")


def figure(amount: float) -> str:
    """A number with one decimal where it is small."""
    return shown(round(amount, 1 if abs(amount) < WHOLE_FROM else 0))


def per_cent(share: float) -> str:
    """A share of one."""
    return f"{shown(round(share * 100))}\u00a0%"


def handoff_name(chart: Chart, id: HandoffId, catalogue: Catalogue) -> str:
    """What is handed to whom."""
    handoff = chart.handoffs[id]
    receiver = end_name(chart, handoff.target, catalogue)
    return _("{object} to {receiver}").format(object=object_title(handoff, catalogue), receiver=receiver)


def end_name(chart: Chart, end: SeatId | SourceId, catalogue: Catalogue) -> str:
    """Who hands over or receives, as short as it goes: the person, else the seat or source."""
    seat = chart.seats.get(SeatId(end))
    return (seat.holder if seat is not None else "") or giver_name(chart, end, catalogue)


def finding(seen: Seen, catalogue: Catalogue) -> str:
    """The one thing to know: how long leads wait, and which limit does not hold."""
    return " ".join(part for part in (_spoken_to(seen), _kept(seen, catalogue)) if part)


def _spoken_to(seen: Seen) -> str:
    contact = seen.quarter.contact
    if contact is None:
        if seen.prepared.capacity.leads > 0:
            return _("No lead reaches anybody who speaks to it.")
        customers = figure(seen.quarter.customers.mean)
        return _("{count} new customers come of it.").format(count=customers)
    half, ninth = lasting(contact.median.mean, seen.day), lasting(contact.ninth.mean, seen.day)
    if contact.ninth.mean <= AT_ONCE:
        return _("Nine of ten leads are spoken to at once.")
    if contact.median.mean <= AT_ONCE:
        sentence = _("{share} of the leads are spoken to at once, one in ten waits over {ninth}.")
        return sentence.format(share=per_cent(contact.at_once), ninth=ninth)
    if half == ninth:
        return _("Nine of ten leads are spoken to within {time}.").format(time=ninth)
    return _("Half of the leads wait under {half}, one in ten over {ninth}.").format(half=half, ninth=ninth)


def _kept(seen: Seen, catalogue: Catalogue) -> str:
    if not seen.broken:
        return _("No handoff has a time limit.")
    id, worst = seen.broken[0]
    if worst.times is None or worst.times.mean < WORTH_TELLING:
        return _("Every time limit is kept.")
    count = round(worst.times.mean) or 1
    told = ngettext(
        "{handoff} breaks its time limit {count} time.", "{handoff} breaks its time limit {count} times.", count
    )
    return told.format(handoff=handoff_name(seen.chart, id, catalogue), count=shown(count))


def ran(seen: Seen) -> str:
    """What was run."""
    quarter, wishes = seen.quarter, seen.quarter.wishes
    weeks = ngettext("{count} week", "{count} weeks", wishes.weeks).format(count=wishes.weeks)
    told = [_("{weeks}, run {runs} times from seed {seed}.").format(weeks=weeks, runs=quarter.runs, seed=quarter.seed)]
    if seen.prepared.volume != 1.0:
        told.append(_("{share} of the leads of the plan come.").format(share=per_cent(seen.prepared.volume)))
    if wishes.away_days:
        away = ngettext("{count} working day", "{count} working days", round(wishes.away_days))
        told.append(_("Everybody is away {days}.").format(days=away.format(count=shown(wishes.away_days))))
    if wishes.at_any_time:
        told.append(_("Leads come at nights and weekends too."))
    return " ".join(told)


def speed(seen: Seen) -> str:
    """The mean, how sure it is, and how many are spoken to soon."""
    contact = seen.quarter.contact
    if contact is None:
        return _("No inbound lead came to anybody.")
    mean = lasting(contact.mean.mean, seen.day)
    first = _("{mean} on average; {sure}.").format(mean=mean, sure=sure(contact.mean, day=seen.day))
    soon = _("{now} are spoken to at once, {hour} within a working hour, {day} within eight.")
    within = {round(hours): share for hours, share in contact.within.items()}
    shares = {"now": contact.at_once, "hour": within[1], "day": within[8]}
    return f"{first} {soon.format(**{name: per_cent(share) for name, share in shares.items()})}"


def sure(one: Measured, day: float | None = None) -> str:
    """The interval in words; as times where ``day`` says how long a day is."""
    low, high = max(0.0, one.low), max(0.0, one.high)
    if day is not None:
        return _("95 % sure between {low} and {high}").format(low=lasting(low, day), high=lasting(high, day))
    return _("95 % sure between {low} and {high}").format(low=figure(low), high=figure(high))


def outcome(seen: Seen) -> str:
    """How many came, how many customers came of them, and how many were lost on the way."""
    quarter = seen.quarter
    come = _("{count} leads and prospects come.").format(count=figure(quarter.leads.mean))
    signed = quarter.customers
    made = _("{count} customers sign; {sure}.").format(count=figure(signed.mean), sure=sure(signed))
    lost = _("{count} end with somebody who cannot take them further.").format(count=figure(quarter.stranded.mean))
    return " ".join((come, made, *((lost,) if quarter.stranded.mean >= WORTH_TELLING else ())))


def limits(seen: Seen) -> str:
    """How often any limit is broken."""
    if not seen.broken:
        return _("No handoff that was used has a time limit.")
    broken = seen.quarter.broken
    if broken.mean < WORTH_TELLING:
        return _("Every time limit is kept.")
    return _("Broken {count} times in all; {sure}.").format(count=figure(broken.mean), sure=sure(broken))


def what_differs(before: Seen, now: Seen) -> str:
    """What the two runs are of."""
    title, other = before.chart.title or before.chart.id, now.chart.title or now.chart.id
    if before.chart.id != now.chart.id:
        return _("Before: the chart {title}. Now: {other}.").format(title=title, other=other)
    if before.prepared.volume != now.prepared.volume:
        shares = per_cent(before.prepared.volume), per_cent(now.prepared.volume)
        return _("Before: {volume} of the leads of the plan. Now: {now}.").format(volume=shares[0], now=shares[1])
    if before.prepared.mark != now.prepared.mark:
        return _("The plan has changed in between.")
    old, new = before.quarter, now.quarter
    if (old.wishes, old.seed, old.runs) == (new.wishes, new.seed, new.runs):
        return _("The same plan, run the same way: the same result.")
    return _("The same plan, run in another way. Before: {how}").format(how=ran(before))


def waiting(seen: Seen, catalogue: Catalogue) -> str:
    """How many wait at the end, and where."""
    if seen.quarter.left.mean < WORTH_TELLING:
        return _("Nobody waits at the end.")
    role, queue = max(seen.queues.items(), key=lambda one: one[1][-1] if one[1] else 0.0)
    sentence = _("{count} wait at the end, {most} of them for {role}.")
    left, title = figure(seen.quarter.left.mean), catalogue.role(role).title
    return sentence.format(count=left, most=figure(queue[-1]), role=title)


def busy_note() -> str:
    """What the two figures are."""
    return _(
        "Share of the time there is, in the run and as the formulas reckon it. A run begins with empty desks, nobody"
        " works while away, and what is over 100 % waits."
    )


def under_way(progress: Progress, runs: int, days: int, a_second: float) -> str:
    """How far a run is."""
    sentence = _("Run {run} of {runs}, day {day} of {days}. {count} leads a second.")
    return sentence.format(
        run=progress.run, runs=runs, day=progress.day, days=days, count=figure(a_second) if isfinite(a_second) else "0"
    )
