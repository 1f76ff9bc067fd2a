"""What the documents of a seat have in common: who it is, its facts, the things it passes on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Hire, Status
from salesorg_gui.exchange.documents.content import (
    Cell,
    Column,
    Fact,
    Identity,
    Paper,
    Section,
    Table,
    Tick,
    Words,
    Writing,
)
from salesorg_gui.exchange.documents.partners import Exchange
from salesorg_gui.exchange.documents.sheet import Sheet
from salesorg_gui.i18n import _

WHO, DAY, REMARK, TICK = 18.0, 14.0, 22.0, 5.0
"""Widths of columns in millimetres."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A seat to write documents about, and all they speak of."""

    plan: Plan
    catalogue: Catalogue
    sheet: Sheet
    hire: Hire | None
    chart: str
    printed: str
    gives: tuple[Exchange, ...] = ()
    """To whom it hands what."""
    takes: tuple[Exchange, ...] = ()
    """From whom it receives what."""
    has_salaries: bool = False

    @property
    def identity(self) -> Identity:
        """Whose document it is."""
        sheet = self.sheet
        return Identity(
            sheet.seat.id, self.plan.title, self.chart, sheet.code, sheet.version, self.printed, sheet.holder_in_short
        )

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.catalogue.language

    @property
    def start(self) -> str:
        """The day the new one starts, as it was written; empty when nobody has said."""
        return (self.hire.start if self.hire else "") or self.sheet.seat.start


def hiring_paper(
    subject: Subject, paper: str, kind: str, facts: tuple[Fact, ...], sections: Sequence[Section]
) -> Paper:
    """A document of the filling of a seat: its purpose and status above the title."""
    sheet = subject.sheet
    status = sheet.holder_in_short if sheet.seat.status is Status.FILLED else sheet.status
    return Paper(
        paper,
        kind,
        subject.identity,
        sheet.purpose,
        (sheet.purpose_word, status),
        sheet.title,
        "",
        facts,
        tuple(sections),
        foot=_("Printed {date}").format(date=subject.printed),
        has_short_labels=True,
    )


def managers(sheet: Sheet) -> str:
    """Whom the seat reports to, in words."""
    return "; ".join(sheet.reports_to) or _("Nobody yet")


def owner(subject: Subject) -> Fact:
    """Who answers for the hire, or room to write it."""
    return Fact(_("Owner of the hire"), subject.hire.owner if subject.hire else "", "owner")


def steps(name: str, texts: Sequence[str], title: str) -> Table:
    """Lines to tick, with room for who sees to it, when it was done and a remark."""
    rows: list[tuple[Cell, ...]] = []
    for number, text in enumerate(texts):
        line = f"{name}-{number}"
        rows.append((
            Tick(line, text),
            Words(text),
            Writing(f"{line}-who", _("Who: {text}").format(text=text)),
            Writing(f"{line}-done", _("Done: {text}").format(text=text)),
            Writing(f"{line}-remark", _("Remark: {text}").format(text=text)),
        ))  # fmt: skip
    return Table(step_columns(title), tuple(rows))


def step_columns(title: str) -> tuple[Column, ...]:
    """The columns of lines to tick."""
    return (
        Column("", mm=TICK),
        Column(title),
        Column(_("Who"), mm=WHO),
        Column(_("Done"), mm=DAY),
        Column(_("Remark"), mm=REMARK),
    )


def signed(paper: Paper, *signatures: str) -> Paper:
    """The same with lines to sign on."""
    return replace(paper, signatures=signatures)
