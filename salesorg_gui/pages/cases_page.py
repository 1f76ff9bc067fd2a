"""Customer cases: made-up customers, each followed from its way in to whoever keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.cases import AddCases, RemoveCase, ReviseCase
from salesorg_gui.domain.ids import CaseId, fresh_id
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.pages.case_answer import (
    BOUNDARY,
    KEPT,
    Answer,
    answered,
    example,
    made,
    said_by,
    sentence,
    understanding,
)
from salesorg_gui.pages.case_detail import LEFT, CaseDetail
from salesorg_gui.pages.case_field import CaseField
from salesorg_gui.pages.case_list import CaseList
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.panels.buttons import Option, Segmented, TextButton
from salesorg_gui.study.cases.story import Story
from salesorg_gui.study.cases.trial import Verdict


class CasesPage(Page):
    """The cases of the plan, or boundary cases made from the segments; one of them is traced on the canvas."""

    def __init__(self, footing: Footing) -> None:
        super().__init__("cases", footing)
        look = footing.ground.look
        self._answer: Answer | None = None
        self._set = KEPT
        self._is_traced = False
        self._chosen: dict[str, str] = {KEPT: "", BOUNDARY: ""}
        self._said = self.said("cases_said", "heading")
        options = (Option(KEPT, _("In the plan")), Option(BOUNDARY, _("Boundary cases")))
        self._sets = Segmented(look, options, "case_sets", _("Which cases"))
        self._sets.show_value(KEPT)
        self._sets.chosen.connect(self._turn)
        self._field = CaseField()
        self._add = TextButton(look, _("Add"), "case_add", icon="plus")
        self._list = CaseList(look)
        self._detail = CaseDetail(look)
        self._keep_failing = TextButton(look, _("Keep all that fail"), "case_keep_failing", "secondary", "pin")
        self._lay_out()
        self._wire()
        self.thinks(self._try, self._tell)

    def rest(self) -> None:
        """Nobody looks: trace nothing."""
        super().rest()
        self._is_traced = False
        self.traced.emit(None, frozenset())

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_traced:
            self._is_traced = False
            self.traced.emit(None, frozenset())
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.column.addSpacing(4)
        self.column.addWidget(self._sets)
        self._typing = QWidget()
        row = QHBoxLayout(self._typing)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self._field, 1)
        row.addWidget(self._add)
        self.column.addWidget(self._typing)
        self._understood = self.said("case_understood", "small", "2")
        self._made = self.said("case_made", "small", "2")
        self.column.addWidget(self._keep_failing, 0, LEFT)
        self.column.addWidget(self._list)
        self.column.addWidget(self._detail)
        self.column.addStretch(1)

    def _wire(self) -> None:
        self._field.entered.connect(self._enter)
        self._field.textChanged.connect(self._understand)
        self._add.clicked.connect(self._field.enter)
        self._list.chosen.connect(self._choose)
        self._list.unwanted.connect(self._drop)
        self._detail.revised.connect(self._revise)
        self._detail.unwanted.connect(self._drop)
        self._detail.kept.connect(self._keep_chosen)
        self._keep_failing.clicked.connect(self._keep_all_failing)

    def _try(self, plan: Plan, chart: Chart) -> object:
        """Let every case walk; runs in a worker."""
        catalogue = self.ground.vocabulary.shipped.with_plan_roles(plan.roles)
        return answered(plan, chart, catalogue, with_boundary=self._set == BOUNDARY)

    def _tell(self, answer: object) -> None:
        if isinstance(answer, Answer):
            self._answer = answer
            self._field.show_offers(answer.reader.offers)
            self._field.setPlaceholderText(example(answer))
            self._understand()
            self._refresh()

    def _refresh(self) -> None:
        answer = self._answer
        if answer is None:
            return
        told = answer.told(self._set)
        chosen = self._story(told)
        self._chosen[self._set] = chosen.case.id if chosen is not None else ""
        self._said.setText(sentence(answer, self._set))
        self._show_set(told, answer)
        self._list.show_stories(told, self._chosen[self._set])
        self._detail.show_story(chosen, answer, is_kept=self._set == KEPT)
        self._trace(chosen)

    def _story(self, told: Sequence[Story]) -> Story | None:
        """The case picked before, else the first that fails, else the first."""
        wanted = self._chosen[self._set]
        by_id: Mapping[str, Story] = {story.case.id: story for story in told}
        failing = (story for story in told if story.verdict is Verdict.FAILS)
        return by_id.get(wanted) or next(failing, told[0] if told else None)

    def _show_set(self, told: Sequence[Story], answer: Answer) -> None:
        is_kept = self._set == KEPT
        self._typing.setVisible(is_kept)
        self._understood.setVisible(is_kept)
        self._made.setVisible(not is_kept)
        self._made.setText("" if is_kept else made(told, answer))
        fails = any(story.verdict is Verdict.FAILS for story in told)
        self._keep_failing.setVisible(not is_kept and fails)
        self._list.setVisible(bool(told))

    def _trace(self, story: Story | None) -> None:
        """Let the way of a case that a hand picked be seen on the canvas, and what is wrong along it."""
        if story is None or not self._is_traced:
            self.traced.emit(None, frozenset())
        else:
            self.traced.emit(story.keys | story.troubled or None, story.troubled)

    @guarded(default=None)
    def _turn(self, set_: str) -> None:
        self.commit()
        self._set = set_
        self._is_traced = False
        self._refresh()
        self.think_again()

    @guarded(default=None)
    def _choose(self, id: str) -> None:
        self.commit()
        self._chosen[self._set] = id
        self._is_traced = True
        self._refresh()

    @guarded(default=None)
    def _understand(self, _text: str = "") -> None:
        """Say how what is typed is understood."""
        text = self._field.text()
        self._add.setEnabled(bool(text.strip()))
        if self._answer is None or not text.strip():
            self._understood.setText(_("Say where the customer lies and how it comes in, with commas."))
        else:
            self._understood.setText(understanding(self._answer.reader.read(text), self._answer))

    @guarded(default=None)
    def _enter(self, text: str) -> None:
        if self._answer is None:
            return
        case = self._answer.reader.read(text).case(self._fresh())
        if not self.ground.attempt(AddCases((case,))):
            self._chosen[KEPT] = case.id
            self._is_traced = True
            self._field.clear()

    @guarded(default=None)
    def _revise(self, case: Case) -> None:
        self.ground.attempt(ReviseCase(case))

    @guarded(default=None)
    def _drop(self, id: str) -> None:
        if self._set == KEPT and id:
            self._chosen[KEPT] = self._neighbour(id)
            self.ground.attempt(RemoveCase(CaseId(id)))

    def _neighbour(self, id: str) -> str:
        """The case that stands where one was when it is gone."""
        ids = [story.case.id for story in self._answer.kept] if self._answer is not None else []
        place = ids.index(CaseId(id)) if id in ids else 0
        rest = [*ids[:place], *ids[place + 1 :]]
        return rest[min(place, len(rest) - 1)] if rest else ""

    @guarded(default=None)
    def _keep_chosen(self) -> None:
        told = self._answer.boundary if self._answer is not None else ()
        self._keep_stories([story for story in told if story.case.id == self._chosen[BOUNDARY]])

    @guarded(default=None)
    def _keep_all_failing(self) -> None:
        told = self._answer.boundary if self._answer is not None else ()
        self._keep_stories([story for story in told if story.verdict is Verdict.FAILS])

    def _keep_stories(self, wanted: Sequence[Story]) -> None:
        """Keep boundary cases the plan does not have yet, and turn to them."""
        plan = self.ground.session.plan
        known = {said_by(case) for case in plan.cases.values()}
        fresh = tuple(replace(story.case, id=self._fresh()) for story in wanted if said_by(story.case) not in known)
        if not fresh:
            self._made.setText(_("The plan has this case already.") if wanted else "")
            return
        if not self.ground.attempt(AddCases(fresh)):
            self._chosen[KEPT] = fresh[0].id
            self._sets.show_value(KEPT)
            self._turn(KEPT)

    def _fresh(self) -> CaseId:
        return CaseId(fresh_id("c", self.ground.session.plan.cases))
