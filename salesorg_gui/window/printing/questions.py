"""What the print dialog asks, as one table; the answers are plain words, so that the settings can remember them.

A question that does not concern a document is neither shown nor heeded. Whoever gives a document a new choice adds a
row here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Status
from salesorg_gui.exchange.documents.options import PAPERS, Options
from salesorg_gui.exchange.exporting import DOCUMENTS, Choice, Document, Subject, Wish
from salesorg_gui.i18n import _, ngettext

type Answers = Mapping[str, str]
type Words = Sequence[tuple[str, str]]
"""What can be answered: what is remembered, and what is read."""

YES = "yes"
POSTERS = ("a3", "a2", "a1", "a0")
OF_SEATS = frozenset({Subject.SEATS, Subject.OPEN_SEATS})
LANGUAGES = (("en", "English"), ("sv", "Svenska"), ("da", "Dansk"), ("nb", "Norsk bokmål"), ("nl", "Nederlands"))


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    TICK = "tick"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Matter:
    """What there is to print: a plan, one of its charts, the seats selected, and the view on show."""

    plan: Plan
    chart: Chart
    selected: tuple[SeatId, ...] = ()
    view: str = ""

    @property
    def open_seats(self) -> tuple[SeatId, ...]:
        """The seats nobody holds yet."""
        return tuple(seat.id for seat in self.chart.seats.values() if seat.status is not Status.FILLED)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked: its words, what may be answered, and what the answer changes."""

    id: str
    title: Callable[[], str]
    taken: Callable[[Options, str], Options]
    concerns: Callable[[Document, Answers], bool] = lambda _document, _answers: True
    words: Callable[[Matter, Document], Words] = lambda _matter, _document: ()
    kind: Kind = Kind.CHOICE
    is_remembered: bool = True


def usual_answer(question: Question, matter: Matter, document: Document) -> str:
    """What is answered while nobody says anything: the first of what may be."""
    words = question.words(matter, document)
    return words[0][0] if words else ""


def answer_to(question: Question, answers: Answers, matter: Matter, document: Document) -> str:
    """The answer given, if it is still one that may be."""
    given = answers.get(question.id, "")
    words = question.words(matter, document)
    if words and given not in {value for value, _text in words}:
        return usual_answer(question, matter, document)
    return given


def wish_of(what: str, answers: Answers, matter: Matter, ending: str = "pdf") -> Wish:
    """The document that was asked for."""
    document, options = DOCUMENTS[what], Options()
    for question in asked_about(document, answers):
        options = question.taken(options, answer_to(question, answers, matter, document))
    if document.subject in OF_SEATS:
        options = replace(options, seats=_seats(answer_to(SEATS, answers, matter, document), matter, document))
    return Wish(what, ending, answer_to(LANGUAGE, answers, matter, document), options)


def asked_about(document: Document, answers: Answers) -> tuple[Question, ...]:
    """The questions that concern a document, by what is answered already."""
    return tuple(question for question in QUESTIONS if question.concerns(document, answers))


def _seats(answer: str, matter: Matter, document: Document) -> tuple[SeatId, ...]:
    """The seats of an answer; none for those the document takes anyway."""
    match answer:
        case "selected":
            return matter.selected
        case "open":
            return () if document.subject is Subject.OPEN_SEATS else matter.open_seats
        case _:
            return tuple(matter.chart.seats) if document.subject is Subject.OPEN_SEATS else ()


def _kept(options: Options, _answer: str) -> Options:
    """For answers that are heeded elsewhere."""
    return options


def _seat_words(matter: Matter, document: Document) -> Words:
    words: list[tuple[str, str]] = []
    if matter.selected:
        count = len(matter.selected)
        words.append(("selected", ngettext("{count} selected", "{count} selected", count).format(count=count)))
    count = len(matter.chart.seats)
    words.append(("all", ngettext("{count} seat", "All {count} seats", count).format(count=count)))
    if matter.open_seats:
        count = len(matter.open_seats)
        words.append(
            ("open", ngettext("{count} open or planned", "{count} open or planned", count).format(count=count))
        )
    if document.subject is Subject.OPEN_SEATS and not matter.selected:
        words.sort(key=lambda word: word[0] != "open")
    return words


def _is_of_a_chart(document: Document, _answers: Answers) -> bool:
    return Choice.VIEW in document.choices


def _view_words(matter: Matter, _document: Document) -> Words:
    words = [("board", _("Board")), ("reporting", _("Reporting")), ("handoffs", _("Handoffs"))]
    return sorted(words, key=lambda word: word[0] != matter.view)


def _language_words(matter: Matter, _document: Document) -> Words:
    """The language of the plan first."""
    return sorted(LANGUAGES, key=lambda word: word[0] != matter.plan.language)


def _form_words(_matter: Matter, _document: Document) -> Words:
    return [("page", _("One page")), ("poster", _("Poster in tiles"))]


def _poster_words(_matter: Matter, _document: Document) -> Words:
    return [("", _("As large as it needs")), *((name, name.upper()) for name in POSTERS)]


def _paper_words(_matter: Matter, _document: Document) -> Words:
    names = sorted(PAPERS, key=lambda name: name != "a4")
    return [(name, _("Letter") if name == "letter" else name.upper()) for name in names]


SEATS = Question(
    "seats",
    lambda: _("Seats"),
    _kept,
    lambda document, _answers: document.subject in OF_SEATS,
    _seat_words,
    is_remembered=False,
)
LANGUAGE = Question("language", lambda: _("Language"), _kept, words=_language_words, is_remembered=False)
QUESTIONS: tuple[Question, ...] = (
    SEATS,
    Question(
        "view",
        lambda: _("View"),
        lambda options, answer: replace(options, view=answer),
        lambda document, _answers: Choice.VIEW in document.choices,
        _view_words,
        is_remembered=False,
    ),
    LANGUAGE,
    Question("paper", lambda: _("Paper"), lambda options, answer: replace(options, paper=answer), words=_paper_words),
)
"""In the order of the dialog."""
