"""The interview plan: who asks the candidate what. Whoever receives the work interviews whoever hands it over."""

from collections.abc import Callable, Iterator, Sequence

from salesorg_gui.exchange.documents.content import (
    Bullets,
    Cell,
    Column,
    Content,
    Fact,
    Paper,
    Prose,
    Section,
    Table,
    Words,
    Writing,
)
from salesorg_gui.exchange.documents.papers.common import Subject, hiring_paper, managers, owner, signed, steps
from salesorg_gui.exchange.documents.partners import Exchange, Thing
from salesorg_gui.i18n import _

MOST_TASKS = 3
INTERVIEW, FIT, OFFER = "interview", "team_fit", "offer"

type Asking = Callable[[Thing], Iterator[tuple[str, str]]]


def interview_plan(subject: Subject) -> Paper:
    """Questions of the manager, of those who receive from the seat, and those for whoever hands over to it."""
    facts = (
        Fact(_("Candidate (name or number)"), "", "interview-candidate"),
        Fact(_("Date"), "", "interview-date"),
        Fact(_("Manager"), managers(subject.sheet)),
        owner(subject),
    )
    paper = hiring_paper(subject, "interview", _("Interview plan"), facts, list(_sections(subject)))
    return signed(paper, _("Owner of the hire, date"))


def _sections(subject: Subject) -> Iterator[Section]:
    known, texts = subject.catalogue.hiring_steps, subject.sheet.texts
    yield Section(_("Before"), (Bullets(known[INTERVIEW].items),))
    traits, number = texts.get("traits", ()), 1
    if traits:
        asked = [_("When did you last show this at work? What did you do?")] * len(traits)
        yield Section(_("Manager asks"), (_questions("trait", traits, asked),), number)
        number += 1
    tasks = texts.get("responsibilities", ())[:MOST_TASKS]
    if tasks:
        asked = [_("Let the candidate do a piece of it, and watch.")] * len(tasks)
        yield Section(_("Work sample"), (_questions("task", tasks, asked),), number)
        number += 1
    for place, one in enumerate(subject.gives):
        title = _("{partner} asks, who receives").format(partner=one.partner)
        yield Section(title, tuple(_exchange(f"gives-{place}", one, _asked_of_giver)), number)
        number += 1
    for place, one in enumerate(subject.takes):
        title = _("The candidate asks {partner}, who hands over").format(partner=one.partner)
        yield Section(title, tuple(_exchange(f"takes-{place}", one, _asked_by_receiver)), number)
        number += 1
    after = (*known[FIT].items, *known[OFFER].items)
    yield Section(_("After"), (steps("after", after, _("Step")),))


def _exchange(name: str, one: Exchange, asked: Asking) -> Iterator[Content]:
    if one.names:
        yield Prose((_("Interviewer: {names}").format(names=one.names),))
    pairs = [pair for thing in one.things for pair in asked(thing)]
    yield _questions(name, [question for question, _note in pairs], [note for _question, note in pairs])


def _questions(name: str, questions: Sequence[str], notes: Sequence[str]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (Words(question, note), Writing(f"{name}-{n}", question, lines=2))
        for n, (question, note) in enumerate(zip(questions, notes, strict=True))
    ]
    return Table((Column(_("Question"), 1.1), Column(_("Heard or seen"))), tuple(rows))


def _asked_of_giver(thing: Thing) -> Iterator[tuple[str, str]]:
    """What a receiver wants to know of somebody who will hand things over."""
    if thing.is_return:
        question = _("You send back: {what}. How do you say why, so that the next one is better?")
        yield question.format(what=thing.what), thing.condition
        return
    content = _("Listen for: {content}").format(content=", ".join(thing.content)) if thing.content else ""
    yield (
        _("You hand me: {what}. What do I find in it, and how do you know it is true?").format(what=thing.what),
        content,
    )
    if thing.condition:
        yield (
            _("When is it ready to be handed over, and when not yet?"),
            _("Agreed: {text}").format(text=thing.condition),
        )
    if thing.limit:
        question = _("I act on it within {limit}. What do you do so that I can?")
        yield question.format(limit=thing.limit), _("Ask for an example with a date.")


def _asked_by_receiver(thing: Thing) -> Iterator[tuple[str, str]]:
    """What the candidate should ask whoever hands over to the seat."""
    content = _("Comes with: {content}").format(content=", ".join(thing.content)) if thing.content else ""
    if thing.is_return:
        yield _("You send back: {what}. What was missing the last time?").format(what=thing.what), content
        return
    yield _("You hand me: {what}. Which part of it is most often missing?").format(what=thing.what), content
    if thing.limit:
        question = _("I act on it within {limit}. What happens when I am late?")
        yield question.format(limit=thing.limit), thing.condition
