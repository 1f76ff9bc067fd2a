"""Empty chair: what happens when somebody is away, whom it hits, and who could stand in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.facts import Facts
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.ranked_list import RankedList, RankedRow
from salesorg_gui.panels.buttons import Option, Segmented
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.numbers import NotANumber, number, shown
from salesorg_gui.panels.text import Label

if TYPE_CHECKING:
    from salesorg_gui.capacity.capacity import Capacity
    from salesorg_gui.study.absence import Absence
    from salesorg_gui.study.chair_words import ChairWords
    from salesorg_gui.study.empty_chair import EmptyChairs

LONGEST = 366.0
USUAL = 14.0


@dataclass(frozen=True, slots=True)
class Told:
    """What the worker found, the words for it, and the worst in one sentence."""

    chairs: "EmptyChairs"
    words: "ChairWords"
    headline: str


class EmptyChairPage(Page):
    """Ranks absences, worst first; the one picked is shown on the chart and told in full."""

    def __init__(self, footing: Footing) -> None:
        super().__init__("empty_chair", footing)
        self._days = USUAL
        self._told: Told | None = None
        self._shown: SeatId | None = None
        self._is_lit = False
        self._said = self.said("empty_chair_said", "heading")
        self._away()
        self.heading(_("Whose chair hurts most, worst first"))
        look = self.ground.look
        self._list = RankedList(look, "empty_chair_list", _("Absences, the worst first"))
        self.column.addWidget(self._list)
        self._note = self.said("empty_chair_note", "small", "3")
        self.column.addSpacing(8)
        self._facts = Facts(look, "empty_chair_facts")
        self.column.addWidget(self._facts)
        self._list.chosen.connect(self._choose)
        self._facts.picked.connect(self.picked)
        self.ground.session.selection.changed.connect(self._follow_selection)
        self.thinks(self._reckon, self._tell)

    def rest(self) -> None:
        super().rest()
        self._is_lit = False
        self.shone.emit(frozenset(), frozenset())

    def _away(self) -> None:
        """How long somebody is away: the usual times, and any number of days."""
        look = self.ground.look
        usual = (("14", _("2 weeks")), ("28", _("4 weeks")), ("91", _("3 months")))
        self._usual = Segmented(look, [Option(*one) for one in usual], "empty_chair_away", _("Away for"))
        self._usual.show_value("14")
        self._usual.chosen.connect(lambda days: self._set_days(float(days)))
        self._field = TextField("empty_chair_days", _("Days away"))
        self._field.setFixedWidth(56)
        self._field.show_value(shown(USUAL))
        self._field.committed.connect(self._take_days)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(_("Away for"), "small", "2"))
        row.addWidget(self._usual)
        row.addWidget(self._field)
        row.addWidget(Label(_("days"), "small", "2"))
        row.addStretch(1)
        self.column.addWidget(line)

    @guarded(None)
    def _take_days(self, text: str) -> None:
        """Take a number of days; what is none leaves the days as they are."""
        try:
            days = number(text)
        except NotANumber:
            days = 0.0
        self._set_days(min(LONGEST, days) if days > 0 else self._days)

    def _set_days(self, days: float) -> None:
        self._days = days
        self._field.show_value(shown(days))
        self._usual.show_value(shown(days))
        self.think_again()

    def _reckon(self, plan: Plan, chart: Chart) -> object:
        from salesorg_gui.study.chair_words import ChairWords  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.study.empty_chair import empty_chairs  # noqa: PLC0415

        def reckoned(_duties: object, _situation: object) -> "Capacity":
            return self.footing.reckon(plan, chart)

        chairs = empty_chairs(plan, chart, self.ground.vocabulary.shipped, self._days, reckon=reckoned)
        words = ChairWords.of(chairs)
        return Told(chairs, words, words.headline())  # the headline names people and their stand-ins: told here once

    def _tell(self, answer: object) -> None:
        assert isinstance(answer, Told)
        self._told = answer
        self._said.setText(answer.headline)
        self._note.setText(" ".join(_asides(answer.chairs)))
        self._note.setVisible(bool(self._note.text()))
        seats = [one.seat for one in answer.chairs.absences]
        if not self._is_lit or self._shown not in seats:
            self._shown, self._is_lit = (seats[0] if seats else None), False
        current = seats.index(self._shown) if self._shown is not None else -1
        self._list.setVisible(bool(seats))
        self._list.show_rows(len(seats), self._row, current)
        self._detail()

    def _row(self, place: int) -> RankedRow:
        from salesorg_gui.study.told import capital  # noqa: PLC0415 -- known by now

        assert self._told is not None, "there are no rows before"
        absences, words = self._told.chairs.absences, self._told.words
        one, worst = absences[place], absences[0].score
        share = one.score / worst if worst > 0 else 0.0
        return RankedRow(words.names.seat(one.seat), capital(words.consequence(one)), points(one.score), share)

    @guarded(None)
    def _choose(self, place: int) -> None:
        """Show the absence a hand went to, here and on the chart."""
        if self._told is None:
            return
        self._shown, self._is_lit = self._told.chairs.absences[place].seat, True
        self.picked.emit(Key(Kind.SEAT, self._shown))
        self._detail()

    @guarded(None)
    def _follow_selection(self) -> None:
        """Tell of the seat somebody selects on the chart."""
        keys = self.ground.session.selection.keys
        if self._told is None or not self.isVisible() or len(keys) != 1:
            return
        (key,) = keys
        seats = [one.seat for one in self._told.chairs.absences]
        if key.kind is Kind.SEAT and key.id in seats and key.id != self._shown:
            self._shown, self._is_lit = SeatId(key.id), True
            self._list.show_current(seats.index(self._shown))
            self._detail()

    def _detail(self) -> None:
        """All about the absence at hand, and what it touches on the chart."""
        told, absence = self._told, self._absence
        self._facts.clear()
        if told is None or absence is None:
            self._light(frozenset(), frozenset())
            return
        tell_absence(self._facts, told, absence)
        helping = frozenset(Key(Kind.SEAT, one.seat) for one in told.chairs.stand_ins(absence.seat))
        if self._is_lit:
            self._light(absence.keys - helping, helping - {Key(Kind.SEAT, absence.seat)})

    @property
    def _absence(self) -> "Absence | None":
        absences = self._told.chairs.absences if self._told is not None else ()
        return next((one for one in absences if one.seat == self._shown), None)

    def _light(self, lost: frozenset[Key], helping: frozenset[Key]) -> None:
        self.shone.emit(lost, helping)


def tell_absence(facts: Facts, told: Told, absence: "Absence") -> None:
    """One absence in full: who could stand in, what is lost, and how its score comes about."""
    from salesorg_gui.study.chair_words import factor_title  # noqa: PLC0415 -- known by now

    words = told.words
    facts.title(words.names.seat(absence.seat))
    stand_ins = told.chairs.stand_ins(absence.seat)
    if stand_ins:
        facts.heading(_("Who could stand in"))
    for place, one in enumerate(stand_ins):
        name = words.names.seat(one.seat)
        facts.name(name, words.stand_in(one), Key(Kind.SEAT, one.seat), f"empty_chair_stand_in_{place}")
    losses = list(words.losses(absence))
    if losses:
        facts.heading(_("What is lost"))
    for loss in losses:
        facts.sentence(loss)
    if absence.factors:
        facts.heading(_("How the {score} points come about").format(score=points(absence.score)))
    for factor in absence.factors:
        facts.figure(factor_title(factor), points(factor.points))


def points(value: float) -> str:
    """Points with one decimal, so that they stand in line."""
    return shown(round(value, 1), least_decimals=1)


def _asides(chairs: "EmptyChairs") -> list[str]:
    """What cannot be told, and who is left out."""
    found: list[str] = []
    if chairs.refusal:
        found.append(chairs.refusal)
    elif not chairs.has_volume:
        found.append(_("Nobody has said how many leads come, so loads and waits are left out."))
    vacant = len(chairs.vacant)
    if vacant:
        text = ngettext(
            "{count} seat that nobody holds yet is left out.",
            "{count} seats that nobody holds yet are left out.",
            vacant,
        )
        found.append(text.format(count=vacant))
    return found
