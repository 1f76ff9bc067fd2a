"""Customer cases: made-up customers, each followed from its way in to whoever keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.cases import Case, cases_in_order
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.cases import AddCases, RemoveCase, ReviseCase
from salesorg_gui.domain.ids import CaseId, fresh_id
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.pages.case_field import CaseField
from salesorg_gui.pages.case_form import CaseForm
from salesorg_gui.pages.case_list import CaseList
from salesorg_gui.pages.case_stages import CaseStages
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.panels.buttons import Option, Segmented, TextButton
from salesorg_gui.study.cases.boundary import boundary_cases
from salesorg_gui.study.cases.story import Story, in_one_sentence, stories
from salesorg_gui.study.cases.trial import Trial, Verdict
from salesorg_gui.study.cases.typed import Reader, Typed
from salesorg_gui.study.cases.words import AND, CaseWords

KEPT, BOUNDARY = "kept", "boundary"
LEFT = Qt.AlignmentFlag.AlignLeft


class Answer(NamedTuple):
    """What became of the cases of the plan, and of the boundary cases once somebody asked for them."""

    chart: Chart
    catalogue: Catalogue
    reader: Reader
    kept: tuple[Story, ...]
    boundary: tuple[Story, ...] = ()
    is_whole: bool = True

    def told(self, set_: str) -> tuple[Story, ...]:
        """The cases of the plan, or those of the boundary."""
        return self.kept if set_ == KEPT else self.boundary


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
        self._stages = CaseStages(look)
        self._form = CaseForm(look)
        self._remove = TextButton(look, _("Remove case"), "case_remove", "quiet", "trash-2")
        self._keep = TextButton(look, _("Keep in the plan"), "case_keep", "secondary", "pin")
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
        self._title = self.heading("")
        self._title.setObjectName("case_heading")
        self._title.setWordWrap(True)
        self.column.addWidget(self._stages)
        self.column.addSpacing(8)
        self.column.addWidget(self._keep, 0, LEFT)
        self.column.addWidget(self._form)
        self.column.addWidget(self._remove, 0, LEFT)
        self.column.addStretch(1)

    def _wire(self) -> None:
        self._field.entered.connect(self._enter)
        self._field.textChanged.connect(self._understand)
        self._add.clicked.connect(self._field.enter)
        self._list.chosen.connect(self._choose)
        self._list.unwanted.connect(self._drop)
        self._form.revised.connect(self._revise)
        self._remove.clicked.connect(lambda: self._drop(self._chosen[KEPT]))
        self._keep.clicked.connect(self._keep_chosen)
        self._keep_failing.clicked.connect(self._keep_all_failing)

    def _try(self, plan: Plan, chart: Chart) -> object:
        """Let every case walk; runs in a worker."""
        catalogue = self.ground.vocabulary.shipped.with_plan_roles(plan.roles)
        trial, words = Trial(chart, catalogue), CaseWords(chart, catalogue)
        kept = stories(trial.outcomes(cases_in_order(plan.cases)), words)
        reader = Reader(trial.territory, catalogue)
        if self._set == KEPT:
            return Answer(chart, catalogue, reader, kept)
        boundary = boundary_cases(trial.territory)
        return Answer(chart, catalogue, reader, kept, stories(trial.outcomes(boundary.cases), words), boundary.is_whole)

    def _tell(self, answer: object) -> None:
        if isinstance(answer, Answer):
            self._answer = answer
            self._field.show_offers(answer.reader.offers)
            self._field.setPlaceholderText(_example(answer))
            self._understand()
            self._refresh()

    def _refresh(self) -> None:
        answer = self._answer
        if answer is None:
            return
        told = answer.told(self._set)
        chosen = self._story(told)
        self._chosen[self._set] = chosen.case.id if chosen is not None else ""
        self._said.setText(_sentence(answer, self._set))
        self._show_set(told, answer)
        self._list.show_stories(told, self._chosen[self._set])
        self._show_case(chosen, answer)

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
        self._made.setText("" if is_kept else _made(told, answer))
        fails = any(story.verdict is Verdict.FAILS for story in told)
        self._keep_failing.setVisible(not is_kept and fails)
        self._list.setVisible(bool(told))

    def _show_case(self, story: Story | None, answer: Answer) -> None:
        is_kept = self._set == KEPT
        for widget, is_on in (
            (self._title, True),
            (self._stages, True),
            (self._keep, not is_kept),
            (self._form, is_kept),
            (self._remove, is_kept),
        ):
            widget.setVisible(is_on and story is not None)
        self._trace(story)
        if story is None:
            return
        self._title.setText(story.title)
        self._stages.show_story(story)
        if is_kept:
            self._form.show_case(story.case, answer.chart, answer.catalogue, answer.reader)

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
            self._understood.setText(_understanding(self._answer.reader.read(text), self._answer))

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
        known = {_said_by(case) for case in plan.cases.values()}
        fresh = tuple(replace(story.case, id=self._fresh()) for story in wanted if _said_by(story.case) not in known)
        if not fresh:
            self._made.setText(_("The plan has this case already.") if wanted else "")
            return
        if not self.ground.attempt(AddCases(fresh)):
            self._chosen[KEPT] = fresh[0].id
            self._sets.show_value(KEPT)
            self._turn(KEPT)

    def _fresh(self) -> CaseId:
        return CaseId(fresh_id("c", self.ground.session.plan.cases))


def _said_by(case: Case) -> tuple[object, ...]:
    """What makes a case: where it lies, and its source, else the lane and channel it comes in through."""
    way = (case.source,) if case.source is not None else (case.lane, case.channel)
    return (tuple(sorted(case.points.items())), *way)


def _sentence(answer: Answer, set_: str) -> str:
    told = answer.told(set_)
    if told:
        return in_one_sentence(told)
    if set_ == KEPT:
        return _("No customer cases yet. Type one, or look at the boundary cases.")
    if not answer.chart.sources:
        return _("There is no lead source yet. Draw one: customers have to come in somewhere.")
    return _("Making boundary cases …")


def _made(told: Sequence[Story], answer: Answer) -> str:
    """How many boundary cases there are, and what they are."""
    if not told:
        return ""
    sentence = ngettext(
        "{count} case made from segments and lead sources: every pair of values once, sizes just at the cuts.",
        "{count} cases made from segments and lead sources: every pair of values once, sizes just at the cuts.",
        len(told),
    ).format(count=len(told))
    return sentence if answer.is_whole else f"{sentence} {_('There are more pairs than that.')}"


def _understanding(typed: Typed, answer: Answer) -> str:
    """``Retail · Denmark · 200 employees · Website``, and the words that name nothing here."""
    words = CaseWords(answer.chart, answer.catalogue)
    case = replace(typed.case(CaseId("typed")), title="")
    told = AND.join((*words.points(case), words.entry(case)))
    if not typed.unknown:
        return told
    unknown = ", ".join(f"“{word}”" for word in typed.unknown)
    note = _("{words} names no segment and no lead source here: it will stand in the title only.")
    return f"{told}\n{note.format(words=unknown)}"


def _example(answer: Answer) -> str:
    """What may be typed, in the words of this chart."""
    names = [values[0] for values in answer.reader.values.values() if values][:2]
    sources = [CaseWords(answer.chart, answer.catalogue).names.source(id) for id in list(answer.chart.sources)[:1]]
    return ", ".join((*names, *sources)) or _("Denmark, 200 employees, inbound")
