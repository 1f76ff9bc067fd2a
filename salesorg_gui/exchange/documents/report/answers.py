"""What the company says about itself: the questions it answered, in their groups."""

from collections.abc import Iterator

from salesorg_gui.catalogue.questions import SYMPTOMS, SYMPTOMS_SEEN, Fact, Question, told
from salesorg_gui.exchange.documents.report.cells import Cell, columns, headed, row, titled
from salesorg_gui.exchange.documents.report.flowing import Piece
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.wording import amount
from salesorg_gui.i18n import _, ngettext

NAME = "answers"


def heading() -> str:
    """What this part is called."""
    return _("What the company says")


def in_short(scope: Scope) -> str:
    """How many questions have an answer."""
    count = len(facts(scope))
    return ngettext("{count} answer", "{count} answers", count).format(count=count)


def facts(scope: Scope) -> dict[str, Fact]:
    """The answers that say something, by question."""
    found = told(scope.plan.answers, scope.catalogue.questions)
    if SYMPTOMS_SEEN in found:  # how many they are is seen
        found.pop(SYMPTOMS, None)
    return found


def pieces(scope: Scope, width: float) -> Iterator[Piece]:
    """Group by group, question beside answer."""
    yield Piece(titled(heading(), width, below=0.0), leads=True, name=NAME)
    found = facts(scope)
    places = columns(width, 5.0, 6.0)
    for group in scope.catalogue.question_groups.values():
        asked = [name for name in group.questions if name in found]
        if asked:
            yield Piece(headed(group.title, width), leads=True)
        for name in asked:
            question = scope.catalogue.questions[name]
            cells = (Cell(question.title, "text_2"), Cell(in_words(found[name], question, scope.language)))
            yield Piece(row(places, cells))


def in_words(fact: Fact, question: Question, language: str) -> str:
    """An answer as one would say it."""
    match fact:
        case bool():
            return _("Yes") if fact else _("No")
        case float():
            return " ".join(text for text in (amount(fact, language), question.unit) if text)
        case tuple():
            return ", ".join(question.choices[choice] for choice in fact)
        case _:
            return question.choices.get(fact, fact)
