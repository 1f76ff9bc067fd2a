"""What an answer is given with: two or three words side by side, a list, chips, a number, some lines of text.

Each shows what was answered, or plainly that nothing was, and says with ``given`` what a hand answered.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.catalogue.questions import Fact, Question
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Chip, Option, Segmented
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import TextArea, TextField
from salesorg_gui.panels.flow import Flow
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import NotANumber, number_or_none, shown

type Show = Callable[[Fact | None, bool], None]

MOST_SIDE_BY_SIDE, LONGEST_SIDE_BY_SIDE = 3, 34
NUMBER_WIDTH = 104
YES, NO = "yes", "no"


class Control(QWidget):
    """Holds the widgets of one answer. ``given`` carries it, ``None`` for none; ``refused`` a reason or nothing."""

    given = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._show: Show = _show_nothing

    def show_fact(self, fact: Fact | None, *, keep_typing: bool) -> None:
        """Show an answer, or that there is none; what is being typed stays when ``keep_typing``."""
        self._show(fact, keep_typing)

    def give(self, answer: str) -> None:
        """Say that a hand chose this."""
        self.given.emit(answer)

    def holds(self, show: Show) -> None:
        """Show answers this way."""
        self._show = show


def control(question: Question, look: Look) -> Control:
    """What a question is answered with."""
    match question.kind:
        case "flag":
            return _yes_or_no(question, look)
        case "choice" if _fits_side_by_side(question):
            return _side_by_side(question, look)
        case "choice":
            return _list(question, look)
        case "several":
            return _chips(question)
        case "number":
            return _number(question)
        case _:
            return _words(question)


def name_of(question: Question) -> str:
    """The name tests know the control of a question by."""
    return f"company_{question.id}"


def _show_nothing(_fact: Fact | None, _keep_typing: bool) -> None:
    """What a control does before it holds anything."""


def _fits_side_by_side(question: Question) -> bool:
    texts = question.choices.values()
    return len(texts) <= MOST_SIDE_BY_SIDE and sum(map(len, texts)) <= LONGEST_SIDE_BY_SIDE


def _yes_or_no(question: Question, look: Look) -> Control:
    options = [Option(YES, _("Yes")), Option(NO, _("No"))]
    words = Segmented(look, options, name_of(question), question.title)
    control = _held(words)
    control.holds(lambda fact, _keep: words.show_value("" if fact is None else YES if fact else NO))
    words.chosen.connect(lambda word: control.given.emit(word == YES))
    return control


def _side_by_side(question: Question, look: Look) -> Control:
    options = [Option(value, text) for value, text in question.choices.items()]
    words = Segmented(look, options, name_of(question), question.title)
    control = _held(words)
    control.holds(lambda fact, _keep: words.show_value(str(fact or "")))
    words.chosen.connect(control.give)
    return control


def _list(question: Question, look: Look) -> Control:
    chooser = Chooser(look, name_of(question), question.title, _("Not answered"))
    chooser.setProperty("boxed", True)
    choices = [Choice(value, text) for value, text in question.choices.items()]
    control = _held(chooser)
    control.holds(lambda fact, _keep: chooser.show_choices(choices, str(fact or "")))
    chooser.chosen.connect(control.give)
    return control


def _chips(question: Question) -> Control:
    control = Control()
    control.setObjectName(name_of(question))
    flow = Flow(control)
    chips = {value: Chip(text, f"{name_of(question)}_{value}") for value, text in question.choices.items()}

    def give() -> None:
        control.given.emit([value for value, chip in chips.items() if chip.isChecked()] or None)

    def show(fact: Fact | None, _keep_typing: bool) -> None:
        for value, chip in chips.items():
            chip.setChecked(isinstance(fact, tuple) and value in fact)

    for chip in chips.values():
        chip.clicked.connect(give)
        flow.addWidget(chip)
    control.holds(show)
    return control


def _number(question: Question) -> Control:
    field = TextField(name_of(question), question.title, placeholder=_("Unknown"))
    field.setProperty("boxed", True)
    field.setFixedWidth(NUMBER_WIDTH)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    control = _held(field)

    def give(text: str) -> None:
        try:
            amount = number_or_none(text)
        except NotANumber:
            amount = -1
        if amount is not None and amount < 0:
            control.refused.emit(_("Type a number from 0 up, or nothing."))
            return
        field.show_value(shown(amount))
        control.refused.emit("")
        control.given.emit(int(amount) if amount is not None and amount == int(amount) else amount)

    def show(fact: Fact | None, keep_typing: bool) -> None:
        amount = float(fact) if isinstance(fact, int | float) else None
        field.show_value(shown(amount), keep_typing=keep_typing)
        if not field.is_pending:
            control.refused.emit("")

    field.committed.connect(give)
    field.textEdited.connect(lambda _text: control.refused.emit(""))
    control.holds(show)
    return control


def _words(question: Question) -> Control:
    unanswered = _("Not answered")
    if question.hint:
        unanswered = _("Not answered. Such as: {example}").format(example=question.hint)
    area = TextArea(name_of(question), question.title, unanswered)
    control = _held(area)

    def give(text: str) -> None:
        area.show_value(text.strip())
        control.given.emit(text.strip() or None)

    control.holds(lambda fact, keep: area.show_value(str(fact or ""), keep_typing=keep))
    area.committed.connect(give)
    return control


def _held(widget: QWidget) -> Control:
    """A control with one widget in it."""
    control = Control()
    column = QVBoxLayout(control)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    if isinstance(widget, Segmented):
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch()
        column.addLayout(row)
    else:
        column.addWidget(widget)
    control.setFocusProxy(widget)
    return control
