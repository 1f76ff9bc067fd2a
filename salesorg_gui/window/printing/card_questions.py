"""What is asked about role cards: their size, how the printer turns the sheet, how they are cut, where backs stand."""

from collections.abc import Callable
from dataclasses import replace

from salesorg_gui.exchange.documents.options import CardOptions, Options
from salesorg_gui.exchange.exporting import Choice, Document
from salesorg_gui.i18n import _
from salesorg_gui.window.printing.question import YES, Answers, Kind, Matter, Question, Words

MOST_BLANKS, MOST_OFFSET = 400, 20.0


def _is_of_cards(document: Document, _answers: Answers) -> bool:
    return Choice.CARDS in document.choices


def _has_backs(document: Document, answers: Answers) -> bool:
    is_turned = answers.get("duplex", "long") != "none" and answers.get("folded") != YES
    return _is_of_cards(document, answers) and is_turned


def _format_words(_matter: Matter, _document: Document) -> Words:
    return [
        ("a6", _("A6, 105 × 148 mm")),
        ("a7", _("A7, 74 × 105 mm")),
        ("tent", _("Table tent, A5")),
        ("poker", _("Playing card, 63 × 88 mm")),
        ("business", _("Business card, 85 × 55 mm")),
        ("index", _("Index card, 127 × 76 mm")),
    ]


def _duplex_words(_matter: Matter, _document: Document) -> Words:
    return [
        ("long", _("Turned over the long edge")),
        ("short", _("Turned over the short edge")),
        ("none", _("Fronts only")),
    ]


def number_in(text: str) -> float:
    """What was typed as a number, 0 for nothing; commas are points. Raises ``ValueError`` for what is none."""
    return float(text.replace(",", ".").replace("−", "-").strip() or 0)


def _refusal(least: float, most: float, text: str) -> str:
    try:
        is_fine = least <= number_in(text) <= most
    except ValueError:
        is_fine = False
    return "" if is_fine else _("Write a number from {least} to {most}.").format(least=f"{least:g}", most=f"{most:g}")


def _blanks_refusal(text: str) -> str:
    return _refusal(0, MOST_BLANKS, text)


def _offset_refusal(text: str) -> str:
    return _refusal(-MOST_OFFSET, MOST_OFFSET, text)


def _with(change: Callable[[CardOptions, str], CardOptions]) -> Callable[[Options, str], Options]:
    """A change of the cards alone."""
    return lambda options, answer: replace(options, cards=change(options.cards, answer))


def _tick(id: str, title: Callable[[], str], change: Callable[[CardOptions, str], CardOptions]) -> Question:
    return Question(id, title, _with(change), _is_of_cards, kind=Kind.TICK)


def _offset(id: str, title: Callable[[], str], change: Callable[[CardOptions, str], CardOptions]) -> Question:
    return Question(id, title, _with(change), _has_backs, kind=Kind.MILLIMETRES, refusal=_offset_refusal)


CARD_QUESTIONS = (
    Question(
        "card",
        lambda: _("Size"),
        _with(lambda cards, answer: replace(cards, format=answer)),
        _is_of_cards,
        _format_words,
    ),
    Question(
        "duplex",
        lambda: _("Backs"),
        _with(lambda cards, answer: replace(cards, duplex=answer)),
        _is_of_cards,
        _duplex_words,
    ),
    _tick("folded", lambda: _("Front and back side by side, to fold"), lambda c, a: replace(c, is_folded=a == YES)),
    _tick("single", lambda: _("One card a page, for a print shop"), lambda c, a: replace(c, is_single=a == YES)),
    _tick("stacked", lambda: _("In order once the piles are cut"), lambda c, a: replace(c, is_stacked=a == YES)),
    _tick("bleed", lambda: _("Colour over the cut"), lambda c, a: replace(c, has_bleed=a == YES)),
    _tick("unmarked", lambda: _("No cut marks"), lambda c, a: replace(c, has_marks=a != YES)),
    _tick("saving", lambda: _("Save ink"), lambda c, a: replace(c, is_ink_saving=a == YES)),
    Question(
        "blanks",
        lambda: _("Blank cards"),
        _with(lambda cards, answer: replace(cards, blanks=round(number_in(answer)))),
        _is_of_cards,
        kind=Kind.NUMBER,
        refusal=_blanks_refusal,
    ),
    _offset("right", lambda: _("Backs right"), lambda c, a: replace(c, offset=(number_in(a), c.offset[1]))),
    _offset("down", lambda: _("Backs down"), lambda c, a: replace(c, offset=(c.offset[0], number_in(a)))),
)
