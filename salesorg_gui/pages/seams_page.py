"""Seams: where work changes hands, who settles a dispute about it, and the one move that makes it cheaper."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.facts import Facts
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.ranked_list import RankedList, RankedRow
from salesorg_gui.pages.seam_move import MoveOffer
from salesorg_gui.pages.seam_weights import WeightFields
from salesorg_gui.panels.numbers import shown
from salesorg_gui.session.trial import Trials

if TYPE_CHECKING:
    from salesorg_gui.capacity.capacity import Capacity
    from salesorg_gui.rules.examination import Examination
    from salesorg_gui.study.seam_words import SeamWords
    from salesorg_gui.study.seams import Seam, Seams


@dataclass(frozen=True, slots=True)
class Told:
    """What the worker found in a plan, the words for it, the finding in one sentence, and another about customers."""

    plan: Plan
    found: "Seams"
    words: "SeamWords"
    headline: str
    met: str


class SeamsPage(Page):
    """Ranks seams, the costliest first; the one picked is traced on the chart up to whoever settles."""

    def __init__(self, footing: Footing) -> None:
        super().__init__("seams", footing)
        self._told: Told | None = None
        self._shown: HandoffId | None = None
        self._is_lit = False
        self._examination: Examination | None = None
        self._trials = Trials("seam moves", self)
        self._trials.answered.connect(self._offer)
        look = self.ground.look
        self._said = self.said("seams_said", "heading")
        self._met = self.said("seams_faces_said")
        self._move = MoveOffer(look)
        self._move.previewed.connect(self.previewed)
        self._move.taken.connect(self._do)
        self.column.addWidget(self._move)
        self._heading = self.heading(_("Where handing over costs most"))
        self._list = RankedList(look, "seams_list", _("Seams, the costliest first"))
        self._list.chosen.connect(self._choose)
        self.column.addWidget(self._list)
        self._note = self.said("seams_note", "small", "3")
        self._facts = Facts(look, "seams_facts")
        self._facts.picked.connect(self.picked)
        self._faces = Facts(look, "seams_faces")
        self._weights = WeightFields(look)
        self._weights.changed.connect(self.think_again)
        for part in (self._facts, self._faces, self._weights):
            self.column.addSpacing(8)
            self.column.addWidget(part)
        self.thinks(self._reckon, self._tell)

    def rest(self) -> None:
        super().rest()
        self._is_lit = False
        self._trials.forget("move")
        self.previewed.emit(None)

    def leave(self) -> None:
        super().leave()
        self._trials.close()

    def _reckon(self, plan: Plan, chart: Chart) -> object:
        from salesorg_gui.study.seam_words import SeamWords  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.study.seams import SeamWeights, seams_of  # noqa: PLC0415

        def reckoned(_duties: object, _situation: object) -> "Capacity":
            return self.footing.reckon(plan, chart)

        weights = replace(SeamWeights(), **self._weights.values)
        found = seams_of(plan, chart, self.ground.vocabulary.shipped, weights, reckoned)
        words = SeamWords.of(found)
        assert found.faces_by_place is not None, "reckoned here, where it takes nobody's time"
        return Told(plan, found, words, words.headline(), "" if found.is_counted else words.faces(found.faces))

    def _tell(self, answer: object) -> None:
        assert isinstance(answer, Told)
        self._told = answer
        found, words = answer.found, answer.words
        self._said.setText(answer.headline)
        self._met.setText(answer.met)
        self._met.setVisible(bool(self._met.text()))
        handoffs = [seam.handoff for seam in found.seams]
        if not self._is_lit or self._shown not in handoffs:
            self._shown, self._is_lit = (handoffs[0] if handoffs else None), False
        current = handoffs.index(self._shown) if self._shown is not None else -1
        for part in (self._heading, self._list, self._weights):
            part.setVisible(bool(handoffs))
        self._list.show_rows(len(handoffs), self._row, current)
        self._note.setText(_aside(found))
        self._detail()
        tell_faces(self._faces, words)
        self._look_for_a_move()

    def _row(self, place: int) -> RankedRow:
        from salesorg_gui.study.told import capital  # noqa: PLC0415 -- known by now

        assert self._told is not None, "there are no rows before"
        seams, words = self._told.found.seams, self._told.words
        seam, worst = seams[place], seams[0].cost
        figure = shown(round(seam.cost, 1), least_decimals=1) if seam.cost > 0 else "–"
        share = seam.cost / worst if worst > 0 else 0.0
        return RankedRow(words.ends(seam), capital(words.in_short(seam)), figure, share)

    @guarded(None)
    def _choose(self, place: int) -> None:
        """Trace the seam a hand went to, here and on the chart."""
        if self._told is None:
            return
        self._shown, self._is_lit = self._told.found.seams[place].handoff, True
        self.picked.emit(Key(Kind.HANDOFF, self._shown))
        self._detail()

    def _detail(self) -> None:
        """All about the seam at hand, and its way up to whoever settles."""
        told, seam = self._told, self._seam
        self._facts.clear()
        if told is None or seam is None:
            return
        words = told.words
        self._facts.title(words.ends(seam))
        for sentence in words.story(seam):
            self._facts.sentence(sentence)
        self._facts.note(_("Cost: {formula}").format(formula=words.formula(seam)))
        if self._is_lit:
            self.lit.emit(told.found.traced(seam))

    @property
    def _seam(self) -> "Seam | None":
        seams = self._told.found.seams if self._told is not None else ()
        return next((seam for seam in seams if seam.handoff == self._shown), None)

    def _look_for_a_move(self) -> None:
        """Look for the one move in the background: every one that is tried is checked against all rules."""
        told, shipped = self._told, self.ground.vocabulary.shipped
        if told is None or not told.found.seams:
            self._move.show_move(None)
            return
        self._move.wait()

        def look() -> object:
            from salesorg_gui.rules.examination import Examination  # noqa: PLC0415 -- loads networkx
            from salesorg_gui.study.seam_moves import best_move  # noqa: PLC0415

            if self._examination is None:
                self._examination = Examination()
            return told.found, best_move(told.found, told.plan, shipped, self._examination)

        self._trials.ask("move", look)

    @guarded(None)
    def _offer(self, _name: str, answer: object) -> None:
        assert isinstance(answer, tuple)
        found, move = answer
        if self._told is not None and found is self._told.found:
            self._move.show_move(move)

    @guarded(None)
    def _do(self, edit: object) -> None:
        from salesorg_gui.domain.edits.edit import Together  # noqa: PLC0415 -- for the check alone

        assert isinstance(edit, Together)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ground.session.perform(edit)


def tell_faces(facts: Facts, words: "SeamWords") -> None:
    """How many people a customer meets; by lead source and segment as far as that makes a difference."""
    facts.clear()
    groups = (
        (_("On average, by lead source"), words.faces_by_source()),
        (_("On average, by segment"), words.faces_by_place()),
    )
    if not any(by_name for _title, by_name in groups):
        return
    facts.title(_("How many people a customer meets"))
    faces = words.found.faces
    for count in sorted(faces.customers):
        text = ngettext("{count} person", "{count} people", count).format(count=count)
        facts.figure(text, f"{shown(round(100 * faces.share(count)))}\N{NO-BREAK SPACE}%")
    for title, by_name in groups:
        if len({round(one.mean, 1) for one in by_name.values()}) > 1:
            facts.heading(title)
            for name, one in by_name.items():
                facts.figure(name, shown(round(one.mean, 1), least_decimals=1))


def _aside(found: "Seams") -> str:
    """What is counted, and what cannot be told."""
    if found.refusal:
        return found.refusal
    if found.is_counted:
        return _("Nobody has said how many leads come, so every handoff of a customer counts as one.")
    free = sum(1 for seam in found.seams if seam.volume <= 0)
    if not free:
        return ""
    text = ngettext(
        "{count} handoff carries no customers and costs nothing here.",
        "{count} handoffs carry no customers and cost nothing here.",
        free,
    )
    return text.format(count=free)
