"""Workshop: a guide through the ten steps, from the sales values to the printed plan, for a room with a projector."""

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.questions import told
from salesorg_gui.domain.edits.plan import DescribeChart, SetAnswer
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.i18n import _
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.workshop.deeds import ADD_SEGMENT, deeds, new_segment, papers
from salesorg_gui.pages.workshop.model_step import ModelStep
from salesorg_gui.pages.workshop.step_view import StepView
from salesorg_gui.pages.workshop.strip import StepStrip
from salesorg_gui.pages.workshop.thinking import Seen, Thinking
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.text import set_tip

if TYPE_CHECKING:
    from salesorg_gui.catalogue.documents import WorkshopStep
    from salesorg_gui.study.workshop import Step

WIDTH = 520
NEXT_KEY, BACK_KEY = "Alt+PgDown", "Alt+PgUp"
MODEL = "model"


class WorkshopPage(Page):
    """One step at a time. What is done is told from the plan, so that a workshop goes on where it stopped."""

    wide: ClassVar[int] = WIDTH

    def __init__(self, footing: Footing) -> None:
        super().__init__("workshop", footing)
        self._seen: Seen | None = None
        self._step = ""
        self._thinking = Thinking(self.ground.vocabulary)
        self._views: dict[str, StepView] = {}
        self._is_known = False
        look = self.ground.look
        self._strip = StepStrip(look, [step.id for step in self._in_order()])
        self._strip.chosen.connect(self.show_step)
        self.column.addWidget(self._strip)
        self.column.addSpacing(8)
        self._title = self.said("workshop_title", "title")
        self._purpose = self.said("workshop_purpose", "heading", "2")
        self._back = TextButton(look, _("Back"), "workshop_back", icon="arrow-left")
        self._next = TextButton(look, _("Next"), "workshop_next", "primary")
        self._model = ModelStep(look)
        self._connect()
        self.column.addSpacing(16)
        self.column.addLayout(self._foot())
        self.thinks(self._thinking.seen, self._tell)
        self.ground.session.leaving.connect(self._leave)
        self.ground.session.changed.connect(lambda _change: self._show_answers())

    @guarded(None)
    def show_step(self, id: str) -> None:
        """Turn to a step."""
        self.commit()
        focused: QWidget | None = QApplication.focusWidget()
        had_keys = focused is not None and self.isAncestorOf(focused)
        self._step = id
        self._thinking.tried = ""
        if self._seen is not None:
            self._show_all()
        if had_keys:
            self._strip.take_focus()  # what had the keyboard is hidden with its step
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Let the keyboard go to the step at hand."""
        self._strip.take_focus()

    def _tell(self, answer: object) -> None:
        from salesorg_gui.study.workshop import next_step  # noqa: PLC0415 -- known by now

        assert isinstance(answer, Seen), "the worker sees a plan"
        self._seen = answer
        self._step = self._step or next_step(answer.steps)
        self._show_all()

    # --------------------------------------------------------------------------------------------------------- showing

    def _show_all(self) -> None:
        """Everything of the step at hand."""
        seen = self._seen
        if seen is None:
            return
        step = next(one for one in seen.steps if one.id == self._step)
        self._strip.show_steps(seen.steps, step.id)
        self._title.setText(_("{number}. {title}").format(number=step.number, title=step.title))
        self._purpose.setText(step.purpose)
        for id, view in self._views.items():
            view.setVisible(id == step.id)
        view = self._views.get(step.id) or self._made(step)
        view.show_step(step)
        self._show_answers()
        if step.id == MODEL:
            self._model.show_seen(seen, self.ground.vocabulary.shipped)
        self._show_ways(seen.steps, step.number)

    def _show_answers(self) -> None:
        """What the plan says now; how far the steps are follows when it has been thought about."""
        view = self._views.get(self._step)
        if view is not None and self.isVisible():
            facts = told(self.ground.session.plan.answers, self.ground.vocabulary.shipped.questions)
            view.show_facts(facts, keep_typing=self._is_known)
            self._is_known = True

    def _show_ways(self, steps: "tuple[Step, ...]", number: int) -> None:
        later = next((step for step in steps if step.number == number + 1), None)
        self._back.setEnabled(number > 1)
        self._next.setVisible(later is not None)
        title = later.title if later is not None else ""
        self._next.setText((_("Next: {title}").format(title=title) if title else _("Next")).replace("&", "&&"))

    def _made(self, step: "Step") -> StepView:
        questions = self.ground.vocabulary.shipped.questions
        view = StepView(step.id, {name: questions[name] for name in step.asked}, self.ground.look)
        if step.id == MODEL:
            view.column.addWidget(self._model)
        view.offers(_("Do"), deeds().get(step.id, ()))
        view.tells(step)
        view.offers(_("Print"), papers().get(step.id, ()))
        view.asked.connect(self._do)
        view.given.connect(self._answer)
        self._views[step.id] = view
        self.column.insertWidget(self.column.count() - 2, view)
        _put_behind(view, self._back, self._next)
        return view

    # ----------------------------------------------------------------------------------------------------------- doing

    @guarded(None)
    def _answer(self, question: str, answer: object) -> None:
        if answer is None or isinstance(answer, str | int | float | list):
            self.ground.attempt(SetAnswer(question, answer))

    @guarded(None)
    def _do(self, action: str) -> None:
        if action == ADD_SEGMENT:
            self._add_segment()
        else:
            self.asked.emit(action)

    def _add_segment(self) -> None:
        segment = new_segment(self.ground.chart)
        self.ground.attempt(Add((segment,), _("Add segment")))
        self.picked.emit(Key(Kind.SEGMENT, segment.id))

    @guarded(None)
    def _choose_recommended(self) -> None:
        if self._seen is not None:
            counsel = self._seen.counsel
            edit = DescribeChart(model=counsel.advice.model, growth_stage=counsel.stage.value)
            self.ground.attempt(edit)

    @guarded(None)
    def _try_out(self, template: str) -> None:
        self._thinking.tried = template
        self.think_again()

    @guarded(None)
    def _take(self) -> None:
        """The second chart, shown at once; the first stands one key away."""
        from salesorg_gui.study.convert.conversion import proposing  # noqa: PLC0415 -- known by now

        tried = self._seen.tried if self._seen is not None else None
        if tried is None or isinstance(tried, str):
            return
        session, conversion = self.ground.session, tried.conversion
        self._thinking.tried = ""
        if session.perform(proposing(conversion)):
            session.show_chart(conversion.chart.id)

    @guarded(None)
    def _show_origin(self) -> None:
        origin = self.ground.chart.based_on
        if origin is not None:
            self.ground.session.show_chart(origin)

    def _move(self, by: int) -> None:
        ids = [step.id for step in self._in_order()]
        at = ids.index(self._step) + by if self._step in ids else 0
        if 0 <= at < len(ids):
            self.show_step(ids[at])

    @guarded(None)
    def _leave(self) -> None:
        """Write what is typed where it belongs; the plan that comes gets none of it."""
        self.commit()
        self._is_known = False
        self._thinking.tried = ""

    def _connect(self) -> None:
        self._model.chosen.connect(self._choose_recommended)
        self._model.tried.connect(self._try_out)
        self._model.taken.connect(self._take)
        self._model.picked.connect(self.picked)
        self._model.origin_wanted.connect(self._show_origin)
        self._back.clicked.connect(lambda: self._move(-1))
        self._next.clicked.connect(lambda: self._move(1))
        for keys, by, button in ((BACK_KEY, -1, self._back), (NEXT_KEY, 1, self._next)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))
            set_tip(button, QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addStretch()
        row.addWidget(self._next)
        return row

    def _in_order(self) -> "list[WorkshopStep]":
        return sorted(self.ground.vocabulary.shipped.workshop.values(), key=lambda step: step.order)


def _put_behind(view: QWidget, *ways: QWidget) -> None:
    """Let the Tab key reach what is on a step, which is made later, before what leads to the next one."""
    stops: list[QWidget] = []
    after: QWidget | None = view.nextInFocusChain()
    while after is not None and view.isAncestorOf(after):
        stops += [after] if after.focusPolicy() != Qt.FocusPolicy.NoFocus else []
        after = after.nextInFocusChain()
    for before, then in pairwise((*stops[-1:], *ways)):
        QWidget.setTabOrder(before, then)
