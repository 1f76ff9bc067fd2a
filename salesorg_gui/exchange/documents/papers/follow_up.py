"""Follow-up of the measures: target beside what was reached, month by month, and why it differed."""

from collections.abc import Iterator

from salesorg_gui.exchange.documents.content import Cell, Column, Fact, Paper, Section, Table, Words, Writing
from salesorg_gui.exchange.documents.papers.common import Subject, hiring_paper, managers, signed, steps
from salesorg_gui.exchange.documents.sheet import MeasureLine
from salesorg_gui.exchange.documents.wording import iso_day
from salesorg_gui.i18n import _

FOLLOW_UP = "follow_up"
MONTHS = 6


def follow_up(subject: Subject) -> Paper:
    """A form for half a year of talks about the figures of a seat."""
    sheet = subject.sheet
    facts = (
        Fact(_("Holder"), ", ".join(sheet.people), "follow-holder"),
        Fact(_("Manager"), managers(sheet)),
        Fact(_("Start"), iso_day(subject.start, subject.language), "follow-start"),
        Fact(_("First month"), "", "follow-first"),
    )
    reasons = (("territory", _("Territory")), ("training", _("Training")), ("process", _("Process")))
    why = Table(
        (Column(_("Because of"), mm=24.0), Column(_("What we saw, and what we do"))),
        tuple((Words(title), Writing(f"why-{name}", title)) for name, title in reasons),
    )
    sections = (
        Section(_("Measures"), (_measures(sheet.measures),)),
        Section(_("Where it differs"), (why,)),
        Section(_("Shared with the others"), (Writing("shared", _("Shared with the others"), lines=2),)),
        Section(_("Talks"), (steps("follow", subject.catalogue.hiring_steps[FOLLOW_UP].items, _("Step")),)),
    )
    paper = hiring_paper(subject, "follow_up", _("Follow-up of measures"), facts, sections)
    return signed(paper, _("Manager, date"), _("Holder, date"))


def _measures(lines: tuple[MeasureLine, ...]) -> Table:
    """Each measure with a column a month; an empty one for what else is followed."""
    columns = (Column(_("Measure")), Column(_("Target"), mm=20.0), *_months())
    rows = [_row(n, line) for n, line in enumerate((*lines, None))]
    return Table(columns, tuple(rows))


def _months() -> Iterator[Column]:
    """The first one is named in full; its neighbours are so narrow that their number would stand below the word."""
    for number in range(1, MONTHS + 1):
        yield Column(_("Month {number}").format(number=number) if number == 1 else str(number), mm=11.0)


def _row(number: int, line: MeasureLine | None) -> tuple[Cell, ...]:
    name = f"measure-{number}"
    title = line.name if line else _("A measure of your own")
    first: Cell = Words(line.name, line.counted) if line else Writing(name, title)
    months = (
        Writing(f"{name}-{month}", _("{measure}, month {number}").format(measure=title, number=month))
        for month in range(1, MONTHS + 1)
    )
    target = _("Target: {measure}").format(measure=title)
    return (first, Writing(f"{name}-target", target, line.target if line else ""), *months)
