"""A hiring plan as a calendar: when somebody is searched for, and when the work is done."""

from collections.abc import Mapping

from salesorg_gui.drawing.graphs.calendar import Calendar, CalendarRow, Span
from salesorg_gui.drawing.graphs.months import Month
from salesorg_gui.drawing.shapes import Ink
from salesorg_gui.i18n import _
from salesorg_gui.study.hiring.openings import Opening
from salesorg_gui.study.hiring.phases import Stage, phases
from salesorg_gui.study.hiring.wording import Words

MOST_ROWS = 12
FEWEST_MONTHS, MOST_MONTHS = 6, 24
INKS: Mapping[Stage, Ink] = {Stage.TRIGGER: "warning", Stage.SEARCH: "support", Stage.LEARN: "accent"}


def calendar(words: Words) -> Calendar | None:
    """The first seats of a plan by month; nothing where nobody is to be hired."""
    openings = [one for one in words.plan.openings if one.timing is not None][:MOST_ROWS]
    if not openings:
        return None
    last = max(one.timing.productive for one in openings if one.timing is not None)
    months = min(max(FEWEST_MONTHS, int(last) + 1), MOST_MONTHS)
    rows = tuple(_row(number, one, words) for number, one in enumerate(openings, 1))
    return Calendar(rows, Month.of(words.today), months, words.today)


def _row(number: int, one: Opening, words: Words) -> CalendarRow:
    titles = {Stage.TRIGGER: "", Stage.SEARCH: _("Searching"), Stage.LEARN: _("Learning")}
    spans = tuple(
        Span(phase.start, phase.end, titles[phase.stage], INKS[phase.stage], is_sure=phase.stage is not Stage.TRIGGER)
        for phase in phases(one, words)
    )
    pod = words.pod(one.spot.pod)
    title = f"{number}. {words.title(one)}"
    return CalendarRow(f"{title} · {pod}" if pod else title, spans, key=one.id)
