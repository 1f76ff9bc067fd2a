"""The form when nothing is selected: the plan, the chart, and what the organisation says about itself."""

from salesorg_gui.catalogue.questions import Question
from salesorg_gui.domain.edits.edit import Edit
from salesorg_gui.domain.edits.plan import DescribeChart, RenamePlan, SetAnswer, SetPlanLanguage
from salesorg_gui.domain.ids import ModelId
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, TextArea, TextField, Tick
from salesorg_gui.panels.inspector.form import Form, Section, plain_row
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.numbers import NotANumber, number_or_none, shown
from salesorg_gui.panels.text import Label

LANGUAGE_NAMES = {"en": "English", "sv": "Svenska", "da": "Dansk", "nb": "Norsk bokmål", "nl": "Nederlands"}
FIRST_QUESTIONS = ("relationship", "industry", "employees")


class PlanForm(Form):
    """Titles, structure, growth stage, language of documents, answers."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        look = ground.look
        self._plan_title = TextField("inspector_plan_title", _("Plan"), placeholder=_("Nameless"))
        self._chart_title = TextField("inspector_chart_title", _("Chart"), placeholder=_("Nameless"))
        self._model = Chooser(look, "inspector_model", _("Structure"))
        self._growth = Chooser(look, "inspector_growth_stage", _("Growth stage"))
        self._language = Chooser(look, "inspector_language", _("Documents in"))
        self._note = TextArea("inspector_chart_note", _("Note"), _("Nothing yet"))
        section = Section(object_name="inspector_plan_fields")
        for control in (self._plan_title, self._chart_title, self._model, self._growth, self._language):
            section.rows.addWidget(FieldRow(control.accessibleName(), control))
        section.rows.addWidget(FieldRow(_("Note"), self._note, is_wide=True))
        self.column.addWidget(section)
        self._answers = Answers(ground)
        self.column.addWidget(self._answers)
        self.fills(self._fill)
        self._connect()

    def _connect(self) -> None:
        attempt = self.ground.attempt
        self._plan_title.committed.connect(lambda text: attempt(RenamePlan(text)))
        self._chart_title.committed.connect(lambda text: attempt(DescribeChart(title=text)))
        self._model.chosen.connect(lambda name: attempt(DescribeChart(model=ModelId(name))))
        self._growth.chosen.connect(lambda name: attempt(DescribeChart(growth_stage=name)))
        self._language.chosen.connect(lambda name: attempt(SetPlanLanguage(name)))
        self._note.committed.connect(lambda text: attempt(DescribeChart(note=text)))

    def _fill(self, is_same: bool) -> None:
        plan, chart, catalogue = self.ground.session.plan, self.ground.chart, self.ground.catalogue
        self._plan_title.show_value(plan.title, keep_typing=is_same)
        self._chart_title.show_value(chart.title, keep_typing=is_same)
        nothing = Choice("", _("Not chosen"))
        structures = [Choice(one.id, one.title) for one in catalogue.structures.values()]
        self._model.show_choices([nothing, *structures], chart.model or "")
        stages = [Choice(one.id, one.title) for one in catalogue.growth_stages.values()]
        self._growth.show_choices([nothing, *stages], chart.growth_stage)
        languages = [Choice(name, title) for name, title in LANGUAGE_NAMES.items()]
        self._language.show_choices(languages, plan.language)
        self._note.show_value(chart.note, keep_typing=is_same)
        self._answers.fill(is_same=is_same)


class Answers(Section):
    """The questions about the organisation; the first few, the rest on request."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("The organisation"), "inspector_answers")
        self._ground = ground
        self._questions = ground.catalogue.advisor.questions
        self._rows: dict[str, FieldRow | Tick] = {}
        self._controls: dict[str, TextField | Chooser | Tick] = {}
        self._shows_all = False
        ordered = sorted(self._questions.values(), key=lambda question: question.id not in FIRST_QUESTIONS)
        for question in ordered:
            self.rows.addWidget(self._row(question))
        self._more = IconButton(
            ground.look, "chevron-down", "inspector_more_answers", _("Show all questions"), "text_3"
        )
        self._more.clicked.connect(self._toggle_all)
        self.rows.addWidget(plain_row(Label(_("All questions"), "small", "2"), self._more))
        self._arrange()

    def fill(self, *, is_same: bool) -> None:
        """Show the answers of the plan; what nobody answered shows its default."""
        answers = self._ground.session.plan.answers
        for name, control in self._controls.items():
            question = self._questions[name]
            answer = answers.get(name)
            match control:
                case TextField():
                    text = shown(float(answer)) if isinstance(answer, int | float) else ""
                    control.show_value(text, keep_typing=is_same)
                case Chooser():
                    choices = [Choice(value, title) for value, title in question.choices.items()]
                    control.show_choices(choices, str(question.default if answer is None else answer))
                case Tick():
                    control.setChecked(bool(question.default if answer is None else answer))

    def _row(self, question: Question) -> FieldRow | Tick:
        name = f"inspector_answer_{question.id}"
        match question.kind:
            case "choice":
                chooser = Chooser(self._ground.look, name, question.title)
                chooser.chosen.connect(lambda value: self._perform(SetAnswer(question.id, value)))
                return self._kept(question, chooser, FieldRow(question.title, chooser, is_wide=True))
            case "number":
                field = TextField(name, question.title, placeholder=shown(float(question.default)))
                row = FieldRow(question.title, field, is_wide=True)
                field.committed.connect(lambda text: self._commit_number(question.id, text, row))
                return self._kept(question, field, row)
            case _:
                tick = Tick(self._ground.look, question.title, name)
                tick.ticked.connect(lambda on: self._perform(SetAnswer(question.id, on)))
                return self._kept(question, tick, tick)

    def _kept(self, question: Question, control: TextField | Chooser | Tick, row: FieldRow | Tick) -> FieldRow | Tick:
        self._controls[question.id] = control
        control.setProperty("boxed", True)
        self._rows[question.id] = row
        return row

    def _commit_number(self, name: str, text: str, row: FieldRow) -> None:
        try:
            answer = number_or_none(text)
        except NotANumber:
            row.refuse(_("Type a number, or nothing."))
            return
        exact = int(answer) if answer is not None and answer == int(answer) else answer
        row.refuse(self._ground.attempt(SetAnswer(name, exact)))

    def _perform(self, edit: Edit) -> None:
        self._ground.attempt(edit)

    def _toggle_all(self) -> None:
        self._shows_all = not self._shows_all
        self._more.show_icon("chevron-up" if self._shows_all else "chevron-down")
        self._arrange()

    def _arrange(self) -> None:
        for name, row in self._rows.items():
            row.setVisible(self._shows_all or name in FIRST_QUESTIONS)
