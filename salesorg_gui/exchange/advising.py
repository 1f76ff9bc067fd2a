"""The advisor's judgement for other programs and for readers, from a file of answers."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from salesorg_gui.catalogue.advice import Advice, Confidence, GrowthStageId, advise, growth_stage
from salesorg_gui.catalogue.advisor import Advisor
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.questions import Fact, Question, understood
from salesorg_gui.domain.ids import ModelId
from salesorg_gui.i18n import _
from salesorg_gui.rules.amounts import signed


class AnswersRefused(Exception):
    """The answers cannot be understood; the message names the answer and what it may be."""


@dataclass(frozen=True, slots=True)
class Given:
    """Answers as far as the advisor asks for them, and the names of those it does not know."""

    answers: Mapping[str, str | float | bool]
    strangers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counsel:
    """Which structure, and how far the organisation should have grown."""

    advice: Advice
    stage: GrowthStageId


def read_answers(data: bytes, catalogue: Catalogue) -> Given:
    """The answers in a file: one JSON object, question id -> answer. Missing ones count as usual."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise AnswersRefused(_('This is not JSON. Write one object, such as {"sellers": 6}.')) from None
    if not isinstance(content, dict):
        raise AnswersRefused(_('There must be one JSON object, such as {"sellers": 6}.'))
    questions = catalogue.advisor.questions
    answers = {name: _answer(name, content[name], questions[name]) for name in content if name in questions}
    strangers = (name for name in content if name not in questions and name not in catalogue.questions)
    return Given(answers, tuple(strangers))


def counsel(advisor: Advisor, answers: Mapping[str, str | float | bool]) -> Counsel:
    """What the answers speak for; every missing one is the usual one."""
    complete = advisor.defaults | dict(answers)
    stage = growth_stage(advisor, complete)
    assert stage is not None, "with an answer to every question there is always a stage"
    return Counsel(advise(advisor, complete), stage)


def _answer(name: str, value: object, question: Question) -> str | float | bool:
    fact: Fact | None = understood(value, question) if isinstance(value, (str, bool, int, float)) else None
    if fact is None or isinstance(fact, tuple) or (question.kind == "number" and float(fact) < 0):
        raise AnswersRefused(_("{name} must be {wanted}.").format(name=name, wanted=_wanted(question)))
    return fact


def _wanted(question: Question) -> str:
    match question.kind:
        case "number":
            return _("a number from 0")
        case "flag":
            return _("true or false")
        case _:
            return _("one of {names}").format(names=", ".join(question.choices))


def as_json(found: Counsel) -> dict[str, object]:
    """The contract of ``salesorg advise --format json``; a margin over nobody is ``null``."""
    advice = found.advice
    return {
        "model": advice.model,
        "scores": dict(advice.scores),
        "excluded": [one.model for one in advice.excluded],
        "margin": advice.margin,
        "stage": found.stage.value,
        "factors": [
            {"id": weight.factor.id, "points": _all_points(weight.points, advice), "text": weight.factor.text}
            for weight in advice.weights
        ],
    }


def as_lines(found: Counsel, catalogue: Catalogue) -> Iterator[str]:
    """The recommendation, how clear it is, the points and where they come from, what is left out, what comes next."""
    advice, models = found.advice, catalogue.models
    chosen, stage = models[advice.model], catalogue.growth_stages[found.stage.value]
    yield _("Recommended: {model}, {confidence}").format(model=chosen.title, confidence=_clearness(advice))
    yield _("Growth stage: {stage}").format(stage=stage.title)
    yield ""
    barred = {one.model: one.text for one in advice.excluded}
    for model in sorted(advice.scores, key=lambda model: (model in barred, -advice.scores[model])):
        yield f"{signed(advice.scores[model]):>4}  {models[model].title}"
        if model in barred:
            yield "      " + _("Not offered. {reason}").format(reason=barred[model])
    yield ""
    for weight in advice.weights:
        points = ", ".join(f"{models[one].title} {signed(count)}" for one, count in weight.points.items() if count)
        yield f"- {weight.factor.text} ({points})"
    if chosen.next_when:
        yield ""
        yield _("Time to go further when:")
        yield from (f"- {line}" for line in chosen.next_when)


def _clearness(advice: Advice) -> str:
    if advice.margin is None:
        return _("the only one on offer")
    words = {
        Confidence.OPEN: _("but it is close: {margin} ahead"),
        Confidence.FAIR: _("fairly clear: {margin} ahead"),
        Confidence.CLEAR: _("clear: {margin} ahead"),
    }
    return words[advice.confidence].format(margin=advice.margin)


def _all_points(points: Mapping[ModelId, int], advice: Advice) -> dict[str, int]:
    return {model: points.get(model, 0) for model in advice.scores}
