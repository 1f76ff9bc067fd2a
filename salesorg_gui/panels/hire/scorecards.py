"""The scorecards of a hire, one on show, and the decision. Nobody is ranked: each is judged against the role."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.domain.dates import is_date
from salesorg_gui.domain.hiring import candidates, unscored, with_card
from salesorg_gui.domain.records import Hire, Scorecard
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, TextField
from salesorg_gui.panels.hire.card_form import CardForm
from salesorg_gui.panels.hire.opening import Opening
from salesorg_gui.panels.inspector.form import Section
from salesorg_gui.panels.text import Paragraph


def title_of(card: Scorecard, number: int) -> str:
    """What a scorecard is called in the list."""
    who = card.candidate or _("Candidate {number}").format(number=number + 1)
    return f"{who} · {card.interviewer}" if card.interviewer else who


class Scorecards(QWidget):
    """A chooser of scorecards, the one chosen, and who was decided on."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._number = 0
        look = opening.ground.look
        self._chooser = Chooser(look, "hire_cards", _("Scorecard"))
        self._row = FieldRow(_("Scorecard"), self._chooser)
        self._empty = Paragraph(
            _("No scorecard yet. It is made from the role: what it looks for, its tasks, its partners, your values."),
            "small",
            "2",
        )
        self._create = TextButton(look, _("Create from the role"), "hire_create_card", icon="clipboard-check")
        self._another = TextButton(look, _("Add a scorecard"), "hire_add_card", "link", "plus")
        self._form = CardForm(opening.ground)
        self._chosen = Chooser(look, "hire_chosen", _("Chosen"), _("Nobody yet"))
        self._decided = TextField("hire_decided", _("Decided on"), placeholder=_("Not set"))
        self._decided_row = FieldRow(_("Decided on"), self._decided)
        self._build()
        self._connect()

    def show_hire(self, hire: Hire, *, is_same: bool) -> None:
        """Show the scorecards of a hire."""
        if not is_same:
            self._number = 0
        cards = hire.scorecards
        before, self._number = self._number, min(self._number, max(len(cards) - 1, 0))
        choices = [Choice(str(n), title_of(card, n)) for n, card in enumerate(cards)]
        self._chooser.show_choices(choices, str(self._number))
        self._chooser.setProperty("boxed", True)
        for widget in (self._row, self._another, self._form, self._decision):
            widget.setVisible(bool(cards))
        self._empty.setVisible(not cards)
        self._create.setVisible(not cards)
        if cards:
            self._form.show_card(cards[self._number], is_same=is_same and before == self._number)
        self._show_decision(hire, is_same=is_same)

    def _show_decision(self, hire: Hire, *, is_same: bool) -> None:
        names = dict.fromkeys((*candidates(hire), *((hire.chosen,) if hire.chosen else ())))
        choices = [Choice("", _("Nobody yet")), *(Choice(name, name) for name in names)]
        self._chosen.show_choices(choices, hire.chosen)
        self._decided.show_value(hire.decided, keep_typing=is_same)
        if not self._decided.is_pending:
            self._decided_row.refuse("")

    def _build(self) -> None:
        top = Section(object_name="hire_cards_top")
        for widget in (self._row, self._empty):
            top.rows.addWidget(widget)
        for button in (self._create, self._another):
            top.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._decision = Section(_("Decision"), "hire_decision")
        self._decision.rows.addWidget(FieldRow(_("Chosen"), self._chosen))
        self._decision.rows.addWidget(self._decided_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._form)
        column.addWidget(self._decision)

    def _connect(self) -> None:
        self._chooser.chosen.connect(self._turn_to)
        self._create.clicked.connect(self._add)
        self._another.clicked.connect(self._add)
        self._form.changed.connect(self._put)
        self._chosen.chosen.connect(self._decide)
        self._decided.committed.connect(self._date)

    def _turn_to(self, number: str) -> None:
        self._number = int(number)
        hire = self._opening.hire
        if hire is not None:
            self._form.show_card(hire.scorecards[self._number], is_same=False)

    def _add(self) -> None:
        hire, seat = self._opening.hire, self._opening.seat
        if hire is None or seat is None:
            return
        cards = hire.scorecards
        card = unscored(cards[self._number]) if cards else self._opening.sources.scorecard(seat)
        self._opening.revise(with_card(hire, len(cards), card), _("Add scorecard"))
        self._turn_to(str(len(cards)))
        self.show_hire(self._opening.hire or hire, is_same=True)

    def _put(self, card: object) -> None:
        hire = self._opening.hire
        if hire is not None and (card is None or isinstance(card, Scorecard)):
            label = _("Remove scorecard") if card is None else _("Change scorecard")
            self._opening.revise(with_card(hire, self._number, card), label)

    def _decide(self, name: str) -> None:
        hire = self._opening.hire
        if hire is not None:
            day = (hire.decided or self._opening.sources.today()) if name else ""
            self._opening.revise(replace(hire, chosen=name, decided=day), _("Decide on a candidate"))

    def _date(self, text: str) -> None:
        if text and not is_date(text):
            self._decided_row.refuse(_("Write a date as 2027-03-01."))
            return
        self._decided_row.refuse(self._opening.change(_("Decide on a candidate"), decided=text))
