"""The interview scorecard: one candidate, one interviewer, judged against the role and never against anybody else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.documents import ScoreGroup
from salesorg_gui.catalogue.questions import told
from salesorg_gui.catalogue.scoring import group_mean, is_recommended, scorecard_for, told_values, total
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Score, Scorecard
from salesorg_gui.exchange.documents.content import (
    Bullets,
    Cell,
    Column,
    Content,
    Fact,
    Paper,
    Scale,
    Section,
    Table,
    Tick,
    Words,
    Writing,
)
from salesorg_gui.exchange.documents.papers.checklist import partners
from salesorg_gui.exchange.documents.papers.common import Subject, hiring_paper
from salesorg_gui.exchange.documents.sheet import Sheet
from salesorg_gui.exchange.documents.wording import iso_day, number
from salesorg_gui.i18n import _

SPARE = 1
"""Lines in every group for what the interviewer asks beside."""


def scorecards(subject: Subject) -> list[Paper]:
    """One for each candidate and interviewer noted in the plan, each on its own; an empty one while there is none."""
    cards = subject.hire.scorecards if subject.hire else ()
    return [_scorecard(subject, card, n) for n, card in enumerate(cards, 1)] or [blank(subject)]


def blank(subject: Subject) -> Paper:
    """A scorecard to copy, with the criteria of the seat and nobody's name."""
    known = subject.hire.scorecards if subject.hire else ()
    card = known[0] if known else scorecard_of(subject.sheet, subject.plan, subject.catalogue)
    criteria = tuple(replace(one, score=None, evidence="") for one in card.scores)
    return _scorecard(subject, Scorecard(scores=criteria), 0)


def scorecard_of(sheet: Sheet, plan: Plan, catalogue: Catalogue) -> Scorecard:
    """Criteria from what the seat's card says, whom it works with, and what the company values."""
    texts, facts = sheet.texts, told(plan.answers, catalogue.questions)
    values = told_values(facts.get, catalogue.questions)
    return scorecard_for(texts.get("traits", ()), texts.get("responsibilities", ()), partners(sheet), values)


def _scorecard(subject: Subject, card: Scorecard, copy: int) -> Paper:
    def name(text: str) -> str:
        return f"score{copy}-{text}"

    facts = (
        Fact(_("Candidate (name or number)"), card.candidate, name("candidate")),
        Fact(_("Interviewer"), card.interviewer, name("interviewer")),
        Fact(_("Date"), iso_day(card.date, subject.language), name("date")),
        Fact(_("Pod and segment"), subject.sheet.place or _("None")),
    )
    form = subject.catalogue.scorecard
    sections = [
        *(_group(subject, card, group, name) for group in form.groups),
        *_others(card, [group.id for group in form.groups], name),
        Section(_("Score"), _result(subject, card, name), is_whole=True),
        Section(_("Note"), (Writing(name("note"), _("Note"), card.note, lines=2),)),
    ]
    paper = hiring_paper(subject, "scorecard", _("Interview scorecard"), facts, sections)
    scale = " · ".join(f"{score} = {words}" for score, words in form.anchors.items())
    return replace(paper, lead=scale, columns=_columns(), signatures=(_("Interviewer, date"),))


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Criterion"), 1.15),
        Column(_("Must"), mm=8.0),
        Column(_("Score"), mm=27.0),
        Column(_("Heard or seen")),
    )


type Named = Callable[[str], str]


def _group(subject: Subject, card: Scorecard, group: ScoreGroup, name: Named) -> Section:
    scores = [score for score in card.scores if score.group == group.id]
    weight = _("Weight {weight}").format(weight=number(group.weight, subject.language, 0))
    return Section(group.title, (Table(_columns(), tuple(_rows(scores, group.id, name))),), note=weight)


def _others(card: Scorecard, known: Sequence[str], name: Named) -> Iterator[Section]:
    """Criteria of groups that nobody knows any more are still told; they weigh nothing."""
    scores = [score for score in card.scores if score.group not in known]
    if scores:
        note = _("Does not count")
        yield Section(_("Other criteria"), (Table(_columns(), tuple(_rows(scores, "other", name))),), note=note)


def _rows(scores: Sequence[Score], group: str, name: Named) -> Iterator[tuple[Cell, ...]]:
    for n, score in enumerate(scores):
        line = name(f"{group}-{n}")
        yield (
            Words(score.criterion, _anchors(score)),
            Tick(f"{line}-must", _("Must: {text}").format(text=score.criterion), score.must),
            Scale(line, score.criterion, score.score),
            Writing(f"{line}-evidence", _("Heard or seen: {text}").format(text=score.criterion), score.evidence),
        )
    for n in range(len(scores), len(scores) + SPARE):
        line = name(f"{group}-{n}")
        own = _("A criterion of your own")
        yield (
            Writing(f"{line}-criterion", own),
            Tick(f"{line}-must", _("Must: {text}").format(text=own)),
            Scale(line, own),
            Writing(f"{line}-evidence", _("Heard or seen: {text}").format(text=own)),
        )


def _anchors(score: Score) -> str:
    """What 1, 3 and 5 mean for this criterion, where somebody wrote it."""
    said = ((mark, score.anchors.get(mark, "")) for mark in sorted(score.anchors))
    return " · ".join(f"{mark} = {words}" for mark, words in said if words)


def _result(subject: Subject, card: Scorecard, name: Named) -> tuple[Content, ...]:
    """Each group and the whole, worked out where scores are known, and whether the role would be filled well."""
    form, language = subject.catalogue.scorecard, subject.language

    def said(value: float | None) -> str:
        return "" if value is None else number(value, language, 2)

    rows: list[tuple[Cell, ...]] = [
        (
            Words(group.title),
            Words(number(group.weight, language, 0)),
            Writing(name(f"{group.id}-mean"), group.title, said(group_mean(card, group.id))),
        )
        for group in form.groups
    ]
    rows.append((Words(_("Total")), Words(""), Writing(name("total"), _("Total"), said(total(card, form)))))
    verdict = is_recommended(card, form)
    choices = (
        (_("Recommended for the role"), "yes", verdict is True),
        (_("Not recommended for the role"), "no", verdict is False),
    )
    ticks = tuple((Tick(name(f"recommended-{mark}"), words, chosen), Words(words)) for words, mark, chosen in choices)
    columns = (Column(_("Group"), 3.0), Column(_("Weight"), mm=14.0), Column(_("Mean"), mm=27.0))
    rule = Bullets((form.rule, _("This card judges one candidate against the role. It is not laid beside others.")))
    return (Table(columns, tuple(rows)), Table((Column("", mm=5.0), Column("")), ticks), rule)
