"""What the page of customer cases knows and says: reckoned in a worker, put into words here."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.cases import Case, cases_in_order
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import CaseId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.terms import GEOGRAPHY
from salesorg_gui.study.cases.boundary import boundary_cases
from salesorg_gui.study.cases.story import Story, in_one_sentence, stories
from salesorg_gui.study.cases.trial import Trial
from salesorg_gui.study.cases.typed import Reader, Typed
from salesorg_gui.study.cases.words import AND, CaseWords

KEPT, BOUNDARY = "kept", "boundary"


class Answer(NamedTuple):
    """What became of the cases of the plan, and of the boundary cases once somebody asked for them."""

    chart: Chart
    catalogue: Catalogue
    reader: Reader
    kept: tuple[Story, ...]
    boundary: tuple[Story, ...] = ()
    is_whole: bool = True

    def told(self, set_: str) -> tuple[Story, ...]:
        """The cases of the plan, or those of the boundary."""
        return self.kept if set_ == KEPT else self.boundary


def answered(plan: Plan, chart: Chart, catalogue: Catalogue, *, with_boundary: bool) -> Answer:
    """Let every case walk; ``catalogue`` has the plan's own roles laid over it."""
    trial, words = Trial(chart, catalogue), CaseWords(chart, catalogue)
    kept = stories(trial.outcomes(cases_in_order(plan.cases)), words)
    reader = Reader(trial.territory, catalogue)
    if not with_boundary:
        return Answer(chart, catalogue, reader, kept)
    boundary = boundary_cases(trial.territory)
    return Answer(chart, catalogue, reader, kept, stories(trial.outcomes(boundary.cases), words), boundary.is_whole)


def said_by(case: Case) -> tuple[object, ...]:
    """What makes a case: where it lies, and its source, else the lane and channel it comes in through."""
    way = (case.source,) if case.source is not None else (case.lane, case.channel)
    return (tuple(sorted(case.points.items())), *way)


def sentence(answer: Answer, set_: str) -> str:
    """What to say first."""
    told = answer.told(set_)
    if told:
        return in_one_sentence(told)
    if set_ == KEPT:
        return _("No customer cases yet. Type one, or look at the boundary cases.")
    if not answer.chart.sources:
        return _("There is no lead source yet. Draw one: customers have to come in somewhere.")
    return _("Making boundary cases …")


def made(told: Sequence[Story], answer: Answer) -> str:
    """How many boundary cases there are, and what they are."""
    if not told:
        return ""
    text = ngettext(
        "{count} case made from segments and lead sources: every pair of values once, sizes just at the cuts.",
        "{count} cases made from segments and lead sources: every pair of values once, sizes just at the cuts.",
        len(told),
    ).format(count=len(told))
    return text if answer.is_whole else f"{text} {_('There are more pairs than that.')}"


def understanding(typed: Typed, answer: Answer) -> str:
    """``Retail · Denmark · 200 employees · Website``, and the words that name nothing here."""
    words = CaseWords(answer.chart, answer.catalogue)
    case = replace(typed.case(CaseId("typed")), title="")
    told = AND.join((*words.points(case), words.entry(case)))
    if not typed.unknown:
        return told
    unknown = ", ".join(f"“{word}”" for word in typed.unknown)
    axis = words.names.axis(next(iter(answer.reader.territory.axes), GEOGRAPHY))
    note = _(
        "{words} names no segment and no lead source here and will stand in the title only."
        " To place it on an axis, write {axis}: {first}."
    )
    return f"{told}\n{note.format(words=unknown, axis=axis, first=typed.unknown[0])}"


def example(answer: Answer) -> str:
    """What may be typed, in the words of this chart."""
    names = [values[0] for values in answer.reader.values.values() if values][:2]
    sources = [CaseWords(answer.chart, answer.catalogue).names.source(id) for id in list(answer.chart.sources)[:1]]
    return ", ".join((*names, *sources)) or _("Denmark, 200 employees, inbound")
