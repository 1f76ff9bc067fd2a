"""What a question of the print dialog is, and what is answered to it: plain words, which the settings can remember."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Status
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.exporting import Document

type Answers = Mapping[str, str]
type Words = Sequence[tuple[str, str]]
"""What can be answered: what is remembered, and what is read."""

YES = "yes"


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    TICK = "tick"
    NUMBER = "number"
    MILLIMETRES = "millimetres"


@dataclass(frozen=True, slots=True)
class Matter:
    """What there is to print: a plan, one of its charts, the seats selected, and what is on show.

    That is the view, what its cards are coloured by, and how many times the leads of the plan are taken to come in.
    """

    plan: Plan
    chart: Chart
    selected: tuple[SeatId, ...] = ()
    view: str = ""
    by: ColourBy = ColourBy.PURPOSE
    volume: float = 1.0

    @property
    def open_seats(self) -> tuple[SeatId, ...]:
        """The seats nobody holds yet."""
        return tuple(seat.id for seat in self.chart.seats.values() if seat.status is not Status.FILLED)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked: its words, which documents it concerns, what may be answered, and what the answer changes.

    ``refusal`` says why a typed answer cannot be taken.
    """

    id: str
    title: Callable[[], str]
    taken: Callable[[Options, str], Options]
    concerns: Callable[[Document, Answers], bool] = lambda _document, _answers: True
    words: Callable[[Matter, Document], Words] = lambda _matter, _document: ()
    kind: Kind = Kind.CHOICE
    is_remembered: bool = True
    refusal: Callable[[str], str] = lambda _answer: ""


def usual_answer(question: Question, matter: Matter, document: Document) -> str:
    """What is answered while nobody says anything: the first of what may be."""
    words = question.words(matter, document)
    return words[0][0] if words else ""


def answer_to(question: Question, answers: Answers, matter: Matter, document: Document) -> str:
    """The answer given, if it is still one that may be."""
    given = answers.get(question.id, "")
    words = question.words(matter, document)
    if question.refusal(given):
        return ""
    if words and given not in {value for value, _text in words}:
        return usual_answer(question, matter, document)
    return given
