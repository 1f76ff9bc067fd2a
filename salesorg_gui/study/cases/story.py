"""A case as it is shown and printed: its title, how it ends, who does each stage, and what is wrong."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.ids import Key, StageId
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.study.cases.trial import Outcome, Verdict
from salesorg_gui.study.cases.walk import Kind, Walk
from salesorg_gui.study.cases.words import CaseWords


class How(StrEnum):
    """Who does a stage: one, several whom people tell apart, several who do not know, nobody, or the source itself.

    ``BEHIND`` is a stage the customer never came to, because of what was wrong before.
    """

    ONE = "one"
    DIVIDED = "divided"
    SEVERAL = "several"
    OPEN = "open"
    BEFORE = "before"
    BEHIND = "behind"


class StageLine(NamedTuple):
    """One stage: its title and purpose, how it is done, and who does it in words."""

    stage: StageId
    title: str
    purpose: Purpose
    how: How
    owners: str


class Story(NamedTuple):
    """One case in words. ``keys`` is everything on its way, ``troubled`` the seats something is wrong with."""

    case: Case
    title: str
    verdict: Verdict
    short: str
    way: str
    stages: tuple[StageLine, ...]
    sentences: tuple[str, ...]
    keys: frozenset[Key]
    troubled: frozenset[Key]


def stories(outcomes: Iterable[Outcome], words: CaseWords) -> tuple[Story, ...]:
    """What became of cases, in words."""
    return tuple(story(outcome, words) for outcome in outcomes)


def story(outcome: Outcome, words: CaseWords) -> Story:
    """What became of one case, in words."""
    return Story(
        outcome.case,
        words.title(outcome.case),
        outcome.verdict,
        words.in_short(outcome),
        words.way(outcome.walk),
        tuple(_lines(outcome, words)),
        words.sentences(outcome),
        outcome.keys,
        outcome.troubled,
    )


def in_one_sentence(told: Iterable[Story]) -> str:
    """What to say first: how many pass, and what the first that fails lacks."""
    every = [one for one in told if one.verdict is not Verdict.NOT_SERVED]
    failing = [one for one in every if one.verdict is Verdict.FAILS]
    if not every:
        return _("There are no customer cases.")
    if not failing:
        sentence = ngettext(
            "The customer case passes: every stage has one owner, and somebody keeps the customer.",
            "All {count} customer cases pass: every stage has one owner, and somebody keeps the customer.",
            len(every),
        )
        return sentence.format(count=len(every))
    passing, first = len(every) - len(failing), failing[0]
    sentence = ngettext(
        "{passing} of {count} customer case passes.", "{passing} of {count} customer cases pass.", len(every)
    )
    trouble = first.short[:1].lower() + first.short[1:]
    lacks = _("{case}: {trouble}.").format(case=first.title, trouble=trouble)
    return f"{sentence.format(passing=passing, count=len(every))} {lacks}"


def _lines(outcome: Outcome, words: CaseWords) -> Iterable[StageLine]:
    walk = outcome.walk
    needed = {stage for trouble in walk.troubles for stage in trouble.stages}
    lane = outcome.case.lane
    for stage in words.catalogue.stages.values():
        is_due = stage.core and stage.lane in {lane, "both"}
        if is_due or stage.id in walk.owners or stage.id in needed:
            how = how_done(stage.id, walk)
            owners = words.owners(walk, stage.id) or _nobody(how)
            yield StageLine(stage.id, stage.short_title, stage.phase, how, owners)


def how_done(stage: StageId, walk: Walk) -> How:
    """Who does a stage on a walk."""
    kinds = {trouble.kind for trouble in walk.troubles if stage in trouble.stages}
    owners = walk.owners.get(stage, ())
    if Kind.SEVERAL in kinds:
        return How.SEVERAL
    if kinds - {Kind.ROUND}:
        return How.OPEN
    if stage in walk.before:
        return How.BEFORE
    if not owners:
        return How.BEHIND
    return How.ONE if len(owners) == 1 else How.DIVIDED


def _nobody(how: How) -> str:
    if how is How.BEFORE:
        return _("done before")
    return _("not reached") if how is How.BEHIND else _("nobody")
