"""The role description: every field of the role, and room to write those nobody has filled yet."""

from collections.abc import Iterator, Sequence

from salesorg_gui.catalogue.roles import OTHER_ROLE
from salesorg_gui.exchange.documents.content import (
    Bullets,
    Column,
    Content,
    Fact,
    Paper,
    Section,
    StageMark,
    Table,
    Words,
    Writing,
)
from salesorg_gui.exchange.documents.papers.common import Subject, managers
from salesorg_gui.exchange.documents.sheet import Passing, Sheet
from salesorg_gui.i18n import _

MOST_TITLES = 6
"""So many of the other names of a role are told."""


def description(subject: Subject) -> Paper:
    """What a seat is there for, what it does and does not do, and how it is measured; to be signed."""
    sheet = subject.sheet
    seniority = sheet.seniority.lower()
    words = (sheet.purpose_word, sheet.orientation, seniority if seniority != sheet.purpose_word.lower() else "")
    return Paper(
        "description",
        _("Role description"),
        subject.identity,
        sheet.purpose,
        words,
        sheet.title,
        sheet.mission,
        _facts(sheet),
        tuple(_sections(subject)),
        stages=tuple(
            StageMark(stage.short_title, stage.id in sheet.stages) for stage in subject.catalogue.stages.values()
        ),
        foot=_("Version {version}, printed {date}").format(version=sheet.version, date=subject.printed),
        signatures=(_("Manager, date"), _("Holder, date")),
    )


def _facts(sheet: Sheet) -> tuple[Fact, ...]:
    return (
        Fact(_("Holder"), sheet.holder_in_short),
        Fact(_("Reports to"), managers(sheet)),
        Fact(_("Pod and segment"), sheet.place or _("None")),
        Fact(_("Workload"), " · ".join(text for text in (sheet.fte, sheet.quota) if text)),
    )


def _sections(subject: Subject) -> Iterator[Section]:
    sheet, texts = subject.sheet, subject.sheet.texts
    if not sheet.mission:
        yield _told(_("Mission"), "mission", ())
    if sheet.is_crowded:
        yield Section(_("Held by"), (Bullets(sheet.people),))
    yield _told(_("Expected results"), "results", texts.get("results", ()))
    yield Section(_("Measures"), (_measures(sheet),) if sheet.measures else (_room("measures", _("Measures")),))
    yield _told(_("Tasks"), "tasks", texts.get("responsibilities", ()))
    yield _told(_("Does not own"), "boundaries", texts.get("boundaries", ()))
    yield Section(_("Receives"), (_passings(sheet.receives, _("From")),))
    yield Section(_("Hands over"), (_passings(sheet.hands_over, _("To, and when")),))
    yield Section(_("Leads"), (Bullets(sheet.leads),))
    yield _told(_("Depends on"), "dependencies", texts.get("dependencies", ()))
    goal = (_("Shared goal: {goal}").format(goal=sheet.pod_goal),) if sheet.pod_goal else ()
    yield _told(_("For the team"), "team", (*texts.get("team_contribution", ()), *goal))
    yield _told(_("Expectations"), "expectations", texts.get("expectations", ()))
    yield _told(_("Volume"), "volume", texts.get("workload", ()))
    yield _told(_("Traits and experience"), "traits", texts.get("traits", ()))
    yield _told(_("Training"), "training", texts.get("development", ()))
    yield _told(_("Typical mistakes"), "mistakes", texts.get("mistakes", ()))
    yield Section(_("Also called"), (Bullets(tuple(_titles(sheet))),))
    if subject.has_salaries:
        yield Section(_("Pay"), _pay())


def _told(title: str, name: str, texts: Sequence[str]) -> Section:
    """A list, or room to write it by hand."""
    said = tuple(text for text in texts if text.strip())
    content: Content = Bullets(said) if said else _room(name, title)
    return Section(title, (content,))


def _room(name: str, title: str) -> Writing:
    return Writing(name, title, lines=2)


def _titles(sheet: Sheet) -> Iterator[str]:
    """The usual title where the seat has its own, and what else people call it; a role of no name has none."""
    if sheet.role.id == OTHER_ROLE:
        return
    own = {sheet.title.casefold()}
    others = [name for name in (sheet.role.title, *sheet.role.aliases) if name.casefold() not in own]
    if others:
        yield ", ".join(list(dict.fromkeys(others))[:MOST_TITLES])


def _measures(sheet: Sheet) -> Table:
    columns = (Column(_("Measure"), 30), Column(_("How it is counted"), 42), Column(_("Target"), 28, is_right=True))
    rows = tuple((Words(line.name), Words(line.counted), Words(line.target)) for line in sheet.measures)
    return Table(columns, rows)


def _passings(passings: Sequence[Passing], partner: str) -> Table:
    columns = (Column(_("What"), 30), Column(partner, 54), Column(_("Within"), 16, is_right=True))
    return Table(
        columns, tuple((Words(one.what), Words(_partner(one), one.condition), Words(one.limit)) for one in passings)
    )


def _partner(passing: Passing) -> str:
    return _("Back to {partner}").format(partner=passing.partner) if passing.is_return else passing.partner


def _pay() -> tuple[Content, ...]:
    lines = (("fixed", _("Fixed pay")), ("variable", _("Variable pay")), ("benefits", _("Benefits")))
    columns = (Column("", 30), Column("", 70))
    return (Table(columns, tuple((Words(title), Writing(f"pay-{name}", title)) for name, title in lines)),)
