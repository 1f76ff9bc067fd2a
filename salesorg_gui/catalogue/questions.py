"""What is asked about the organisation, and what an answer of a plan says."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from salesorg_gui.domain.records import Json

type Fact = str | float | bool | tuple[str, ...]

SYMPTOMS, SYMPTOMS_SEEN = "symptoms", "symptoms_seen"
"""How many symptoms there are, and which: whoever ticked them need not count them too."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question. ``kind`` is choice, several, number, flag or text; ``choices`` maps each to its label.

    ``default`` is what the advisor reckons with when nobody answered; a rule never does. ``hint`` is an example.
    """

    id: str
    kind: str
    title: str
    choices: Mapping[str, str]
    unit: str = ""
    default: str | float | bool = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions that are asked together."""

    id: str
    title: str
    questions: tuple[str, ...]


def told(answers: Mapping[str, Json], questions: Mapping[str, Question]) -> dict[str, Fact]:
    """What the answers say, by question; what nobody answered, or not as it was asked, is left out."""
    found = {id: understood(answers.get(id), question) for id, question in questions.items()}
    facts = {id: fact for id, fact in found.items() if fact is not None}
    match facts.get(SYMPTOMS_SEEN):
        case tuple(seen):
            facts[SYMPTOMS] = float(len(seen))
    return facts


def understood(answer: Json, question: Question) -> Fact | None:
    """An answer as its question means it, ``None`` when it is of another kind or says nothing."""
    match question.kind, answer:
        case "flag", bool():
            return answer
        case "number", int() | float() if not isinstance(answer, bool):
            return finite(answer)
        case "choice", str() if answer in question.choices:
            return answer
        case "several", list() if chosen := {item for item in answer if isinstance(item, str)}:
            return tuple(choice for choice in question.choices if choice in chosen) or None
        case "text", str():
            return answer.strip() or None
    return None


def finite(amount: float) -> float | None:
    """A number one can reckon with; ``None`` for endless ones and those too large for it."""
    try:
        value = float(amount)
    except OverflowError:
        return None
    return value if isfinite(value) else None
