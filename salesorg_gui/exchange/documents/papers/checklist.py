"""The hiring checklist: ten steps with their lines to tick, by mouse or by pen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from salesorg_gui.catalogue.documents import HiringStep
from salesorg_gui.domain.records import Check
from salesorg_gui.exchange.documents.content import Cell, Column, Fact, Paper, Section, Table, Tick, Words, Writing
from salesorg_gui.exchange.documents.papers.common import Subject, hiring_paper, managers, owner
from salesorg_gui.exchange.documents.sheet import Sheet
from salesorg_gui.exchange.documents.wording import iso_day, short_day
from salesorg_gui.i18n import _

type Checks = Mapping[tuple[str, int], Check]


def checklist(subject: Subject) -> Paper:
    """What is done before, during and after a hire, and by whom."""
    sheet = subject.sheet
    every = sorted(subject.catalogue.hiring_steps.values(), key=lambda step: step.order)
    items = step_items(sheet, every)
    checks = {(check.step, check.item): check for check in (subject.hire.checklist if subject.hire else ())}
    sections = [_section(step, items[step.id], checks, subject.language) for step in every]
    done = sum(1 for step in every for n in range(len(items[step.id])) if is_done(checks.get((step.id, n))))
    start = iso_day(subject.start, subject.language)
    facts = (
        Fact(_("Pod and segment"), sheet.place or _("None")),
        Fact(_("Manager"), managers(sheet)),
        Fact(_("FTE and start"), " · ".join(text for text in (sheet.fte, start) if text)),
        owner(subject),
    )
    count = sum(len(texts) for texts in items.values())
    return replace(
        hiring_paper(subject, "checklist", _("Hiring checklist"), facts, sections),
        foot=_("{done} of {total} done on {date}").format(done=done, total=count, date=subject.printed),
        signatures=(_("Owner of the hire, date"), _("Manager, date")),
        columns=_columns(),
    )


def step_items(sheet: Sheet, steps: Sequence[HiringStep]) -> dict[str, tuple[str, ...]]:
    """The lines of every step; the role adds its own: what to look for, whom to meet, what to follow."""
    own: dict[str, tuple[str, ...]] = {
        "requirements": tuple(_("Looks for: {trait}").format(trait=text) for text in sheet.texts.get("traits", ())),
        "team_fit": tuple(_("Has met: {partner}").format(partner=partner) for partner in partners(sheet)),
        "follow_up": tuple(_("Is followed: {measure}").format(measure=line.name) for line in sheet.measures),
    }
    return {step.id: (*step.items, *own.get(step.id, ())) for step in steps}


def partners(sheet: Sheet) -> list[str]:
    """Whom a seat receives from and hands over to, each once; a lead source is nobody to meet."""
    return list(dict.fromkeys(name for passing in (*sheet.receives, *sheet.hands_over) for name in passing.seats))


def is_done(check: Check | None) -> bool:
    """Whether a line is ticked."""
    return check is not None and bool(check.done)


def _columns() -> tuple[Column, ...]:
    return (
        Column("", mm=5.0),
        Column(_("Step")),
        Column(_("Who"), mm=17.0),
        Column(_("Due"), mm=12.5),
        Column(_("Done"), mm=12.5),
        Column(_("Remark"), mm=22.0),
    )


def _section(step: HiringStep, items: Sequence[str], checks: Checks, language: str) -> Section:
    rows = tuple(_row(step.id, n, text, checks.get((step.id, n)), language) for n, text in enumerate(items))
    return Section(step.short_title, (Table(_columns(), rows),), number=step.order)


def _row(step: str, number: int, text: str, check: Check | None, language: str) -> tuple[Cell, ...]:
    name = f"{step}-{number}"
    said = check or Check(step, number)
    return (
        Tick(name, text, is_done(check)),
        Words(text),
        Writing(f"{name}-who", _("Who: {text}").format(text=text), said.who),
        Writing(f"{name}-due", _("Due: {text}").format(text=text), short_day(said.due, language)),
        Writing(f"{name}-done", _("Done: {text}").format(text=text), short_day(said.done, language)),
        Writing(f"{name}-remark", _("Remark: {text}").format(text=text), said.remark),
    )
