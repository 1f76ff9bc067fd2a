"""What is asked about a chart on paper: its view, its colours, and whether it comes on one page or as a poster."""

from dataclasses import replace

from salesorg_gui.drawing.colouring import colour_by, colour_titles
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.exporting import Choice, Document
from salesorg_gui.i18n import _
from salesorg_gui.window.printing.question import YES, Answers, Matter, Question, Words

POSTERS = ("a3", "a2", "a1", "a0")


def _is_of_a_chart(document: Document, _answers: Answers) -> bool:
    return Choice.VIEW in document.choices


def _takes_forms(document: Document, _answers: Answers) -> bool:
    return Choice.FORM in document.choices


def _is_of_a_poster(document: Document, answers: Answers) -> bool:
    return _takes_forms(document, answers) and answers.get("form") == "poster"


def _view_words(matter: Matter, _document: Document) -> Words:
    """The view on show first."""
    words = [("board", _("Board")), ("reporting", _("Reporting")), ("handoffs", _("Handoffs"))]
    return sorted(words, key=lambda word: word[0] != matter.view)


def _form_words(_matter: Matter, _document: Document) -> Words:
    return [("page", _("One page")), ("poster", _("Poster in tiles"))]


def _poster_words(_matter: Matter, _document: Document) -> Words:
    return [("", _("As large as it needs")), *((name, name.upper()) for name in POSTERS)]


def _has_colours(document: Document, answers: Answers) -> bool:
    """Without colour nothing is coloured by anything."""
    return Choice.COLOURED_BY in document.choices and answers.get("black") != YES


def _colour_words(matter: Matter, _document: Document) -> Words:
    """What the cards on show are coloured by first."""
    words = [(by.value, title) for by, title in colour_titles().items()]
    return sorted(words, key=lambda word: word[0] != matter.by)


def _coloured(options: Options, answer: str) -> Options:
    return replace(options, charts=replace(options.charts, by=colour_by(answer)))


def _in_form(options: Options, answer: str) -> Options:
    return replace(options, charts=replace(options.charts, form=answer))


def _in_size(options: Options, answer: str) -> Options:
    return replace(options, charts=replace(options.charts, poster=answer))


CHART_QUESTIONS = (
    Question(
        "view",
        lambda: _("View"),
        lambda options, answer: replace(options, view=answer),
        _is_of_a_chart,
        _view_words,
        is_remembered=False,
    ),
    Question("by", lambda: _("Colour by"), _coloured, _has_colours, _colour_words, is_remembered=False),
    Question("form", lambda: _("Printed as"), _in_form, _takes_forms, _form_words),
    Question("poster", lambda: _("Poster"), _in_size, _is_of_a_poster, _poster_words),
)
