"""The plan for the first 30, 60 and 90 days: learn, do with help, do alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from salesorg_gui.exchange.documents.content import Fact, Paper, Section, Writing
from salesorg_gui.exchange.documents.papers.common import Subject, hiring_paper, managers, signed, step_columns, steps
from salesorg_gui.exchange.documents.partners import Exchange, named
from salesorg_gui.exchange.documents.wording import day, iso_day
from salesorg_gui.i18n import _

ONBOARDING = "onboarding"
DAYS = (30, 60, 90)


def first_days(subject: Subject) -> Paper:
    """What the new one has learned, does and reaches after one, two and three months."""
    sheet = subject.sheet
    facts = (
        Fact(_("Holder"), ", ".join(sheet.people) or (subject.hire.chosen if subject.hire else ""), "days-holder"),
        Fact(_("Manager"), managers(sheet)),
        Fact(_("Start"), iso_day(subject.start, subject.language), "days-start"),
        Fact(_("Pod and segment"), sheet.place or _("None")),
    )
    goals = (_learned(subject), _done_with_help(subject), _done_alone(subject))
    titles = (_("Day 1 to 30: learn"), _("Day 31 to 60: do it with help"), _("Day 61 to 90: do it alone"))
    sections = [
        _month(subject, until, title, list(texts)) for until, title, texts in zip(DAYS, titles, goals, strict=True)
    ]
    paper = hiring_paper(subject, "first_days", _("30, 60 and 90 days"), facts, sections)
    return replace(signed(paper, _("Manager, date"), _("Holder, date")), columns=step_columns(_("Goal")))


def _month(subject: Subject, until: int, title: str, goals: Sequence[str]) -> Section:
    review = _("Reviewed together, and agreed what comes next")
    table = steps(f"day{until}", (*goals, review), _("Goal"))
    own = Writing(f"day{until}-own", _("Goals of your own"), lines=2)
    return Section(title, (table, own), note=_until(subject.start, until, subject.language))


def _until(start: str, days: int, language: str) -> str:
    """The day by which it is reached; empty while nobody has said when the seat is filled."""
    try:
        first = date.fromisoformat(start)
    except ValueError:
        return ""
    return _("By {date}").format(date=day(first + timedelta(days=days), language))


def _learned(subject: Subject) -> Iterator[str]:
    yield from subject.catalogue.hiring_steps[ONBOARDING].items
    yield from subject.sheet.texts.get("development", ())
    for partner in named((*subject.takes, *subject.gives)):
        yield _("Has spent half a day with: {partner}").format(partner=partner)


def _done_with_help(subject: Subject) -> Iterator[str]:
    yield from subject.sheet.texts.get("responsibilities", ())


def _done_alone(subject: Subject) -> Iterator[str]:
    for measure in subject.sheet.measures:
        reached = _("Is followed: {measure}").format(measure=measure.name)
        if measure.target:
            reached = _("On the way to {target}: {measure}").format(target=measure.target, measure=measure.name)
        yield reached
    yield from subject.sheet.texts.get("results", ())
    yield from _kept(subject.takes)


def _kept(takes: Sequence[Exchange]) -> Iterator[str]:
    """The time limits the new one keeps."""
    limits = dict.fromkeys((thing.what, thing.limit) for one in takes for thing in one.things if thing.limit)
    for what, limit in limits:
        yield _("Acts within {limit} on: {what}").format(limit=limit, what=what)
