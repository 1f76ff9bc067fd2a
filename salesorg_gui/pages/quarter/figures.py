"""What a run quarter shows: graphs of it, free of any toolkit."""

from math import isfinite

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import HandoffId
from salesorg_gui.drawing.graphs.bars import Bars, Row
from salesorg_gui.drawing.graphs.histogram import Bin, Histogram, Mark
from salesorg_gui.drawing.graphs.over_time import OverTime, Series
from salesorg_gui.drawing.pills import short_limit
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.quarter.seen import RoleBusy, Seen
from salesorg_gui.pages.quarter.words import end_name, figure, handoff_name, lasting, per_cent
from salesorg_gui.panels.numbers import shown
from salesorg_gui.simulation.contact import AT_ONCE
from salesorg_gui.simulation.quarter import HandoffSeen

MOST_LINES = 5
MOST_BARS = 12
QUIET = 0.5
"""Where fewer wait at every week's end there is no queue to speak of."""
FAR = 1.2
"""A limit this much beyond the last bar would leave no room for the bars."""


def speed(seen: Seen) -> Histogram | None:
    """Speed to lead, in hours or, where leads wait long, in days."""
    contact = seen.quarter.contact
    if contact is None:
        return None
    bars = contact.bars
    if not bars:
        return None
    step = bars[0].end - bars[0].start
    is_long = step >= seen.day
    size, unit = (seen.day, _("days")) if is_long else (1.0, _("h"))
    ends = [bar.end if isfinite(bar.end) else bar.start + step for bar in bars]
    bins = tuple(
        [
            Bin(bar.start / size, end / size, bar.share * contact.leads, is_open=not isfinite(bar.end))
            for bar, end in zip(bars, ends, strict=True)
        ]
    )
    told = ((_("half"), contact.median.mean, "text_1"), (_("nine of ten"), contact.ninth.mean, "accent"))
    marks = tuple([Mark(name, round(time / size, 1), ink) for name, time, ink in told if time > AT_ONCE])
    limit = seen.first_limit
    is_near = limit is not None and limit <= ends[-1] * FAR
    return Histogram(
        bins,
        unit,
        _("leads that wait"),
        marks,
        Mark(_("limit"), limit / size, "error") if limit is not None and is_near else None,
    )


def limits(seen: Seen, catalogue: Catalogue) -> Bars | None:
    """How often each time limit is broken; the key of a bar is the id of its handoff."""
    rows = [
        Row(
            handoff_name(seen.chart, id, catalogue),
            one.times.mean,
            shown=_times(one.times.mean, one.broken.mean),
            note=_note(seen, id, one, catalogue),
            ink="heat_3",
            key=id,
        )
        for id, one in seen.broken[:MOST_BARS]
        if one.broken is not None and one.times is not None
    ]
    return Bars(tuple(rows)) if rows else None


def _times(times: float, share: float) -> str:
    count = figure(times) if times < 1 else shown(round(times))
    told = ngettext("{count} time, {share}", "{count} times, {share}", round(times))
    return told.format(count=count, share=per_cent(share))


def _note(seen: Seen, id: HandoffId, one: HandoffSeen, catalogue: Catalogue) -> str:
    handoff = seen.chart.handoffs[id]
    sentence = _("From {giver}. {limit} agreed, {wait} on average")
    return sentence.format(
        giver=end_name(seen.chart, handoff.source, catalogue),
        limit=short_limit(handoff),
        wait=lasting(one.wait.mean, seen.day),
    )


def queues(seen: Seen, catalogue: Catalogue) -> OverTime | None:
    """How many wait for each role at the end of each week, the longest queues; the rest counts as one."""
    told = [(role, queue) for role, queue in seen.queues.items() if max(queue, default=0.0) >= QUIET]
    if not told:
        return None
    shown_roles = told if len(told) <= MOST_LINES else told[: MOST_LINES - 1]
    rest = [queue for _role, queue in told[len(shown_roles) :]]
    series = [Series(catalogue.role(role).title, queue) for role, queue in shown_roles]
    if rest:
        series.append(Series(_("All others"), tuple([sum(week) for week in zip(*rest, strict=True)])))
    weeks = range(1, seen.quarter.wishes.weeks + 1)
    times = tuple([_("Week {number}").format(number=week) for week in weeks])
    return OverTime(times, tuple(series), _("waiting at the end of the week"), in_wholes=True)


def busy(seen: Seen, catalogue: Catalogue) -> Bars | None:
    """How full the time of each role is; the key of a bar is the id of its role."""
    rows = tuple([_busy(one, catalogue) for one in seen.busy[:MOST_BARS]])
    return Bars(rows, "%") if rows else None


def _busy(one: RoleBusy, catalogue: Catalogue) -> Row:
    told = _("{simulated} · reckoned {reckoned}")
    return Row(
        catalogue.role(one.role).title,
        one.simulated * 100,
        100.0,
        shown=told.format(simulated=per_cent(one.simulated), reckoned=per_cent(one.reckoned)),
        key=one.role,
    )
