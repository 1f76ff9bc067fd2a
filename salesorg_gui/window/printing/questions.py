"""Everything the print dialog asks, as one table.

A question that does not concern a document is neither shown nor heeded. Whoever gives a document a new choice adds a
row here.
"""

from dataclasses import replace

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.exchange.documents.options import PAPERS, Options
from salesorg_gui.exchange.exporting import DOCUMENTS, Choice, Document, Subject, Wish
from salesorg_gui.i18n import OWN_NAMES, _, ngettext
from salesorg_gui.window.printing.card_questions import CARD_QUESTIONS
from salesorg_gui.window.printing.chart_questions import CHART_QUESTIONS
from salesorg_gui.window.printing.question import YES, Answers, Kind, Matter, Question, Words, answer_to

OF_SEATS = frozenset({Subject.SEATS, Subject.OPEN_SEATS})
LANGUAGES = tuple(OWN_NAMES.items())


def wish_of(what: str, answers: Answers, matter: Matter, ending: str = "pdf") -> Wish:
    """The document that was asked for."""
    document, options = DOCUMENTS[what], Options()
    for question in asked_about(document, answers):
        options = question.taken(options, answer_to(question, answers, matter, document))
    options = replace(options, charts=replace(options.charts, volume=matter.volume))
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


def _language_words(matter: Matter, _document: Document) -> Words:
    """The language of the plan first."""
    return sorted(LANGUAGES, key=lambda word: word[0] != matter.plan.language)


def _second_words(matter: Matter, document: Document) -> Words:
    return [("", _("No other language")), *_language_words(matter, document)]


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
    *CHART_QUESTIONS,
    LANGUAGE,
    Question(
        "second_language",
        lambda: _("And also in"),
        lambda options, answer: replace(options, second_language=answer),
        lambda document, _answers: Choice.SECOND_LANGUAGE in document.choices,
        _second_words,
        is_remembered=False,
    ),
    Question(
        "salaries",
        lambda: _("With salaries"),
        lambda options, answer: replace(options, has_salaries=answer == YES),
        lambda document, _answers: Choice.SALARIES in document.choices,
        kind=Kind.TICK,
        is_remembered=False,
    ),
    Question("paper", lambda: _("Paper"), lambda options, answer: replace(options, paper=answer), words=_paper_words),
    Question(
        "black",
        lambda: _("Patterns instead of colour"),
        lambda options, answer: replace(options, has_colour=answer != YES),
        lambda document, _answers: Choice.COLOUR in document.choices,
        kind=Kind.TICK,
    ),
    *CARD_QUESTIONS,
)
"""In the order of the dialog."""
