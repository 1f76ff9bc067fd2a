"""The form when nothing is selected: the plan, the chart, and what the organisation says about itself."""

from PySide6.QtCore import Signal

from salesorg_gui.catalogue.progress import asked, progress_text
from salesorg_gui.catalogue.questions import told
from salesorg_gui.domain.edits.plan import DescribeChart, RenamePlan, SetPlanLanguage
from salesorg_gui.domain.ids import ModelId
from salesorg_gui.i18n import OWN_NAMES, _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, TextArea, TextField
from salesorg_gui.panels.inspector.form import Form, Section
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.picks import Pick, Picks


class PlanForm(Form):
    """Titles, structure, growth stage, date, language of documents. ``company_wanted`` carries a group of questions."""

    company_wanted = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        look = ground.look
        self._plan_title = TextField("inspector_plan_title", _("Plan"), placeholder=_("Nameless"))
        self._chart_title = TextField("inspector_chart_title", _("Chart"), placeholder=_("Nameless"))
        self._model = Chooser(look, "inspector_model", _("Structure"))
        self._growth = Chooser(look, "inspector_growth_stage", _("Growth stage"))
        hint = _("A date such as 2027-03-01. Dated charts are the versions the organisation went through.")
        self._since = TextField("inspector_since", _("Holds from"), hint, _("Not set"))
        self._language = Chooser(look, "inspector_language", _("Documents in"))
        self._note = TextArea("inspector_chart_note", _("Note"), _("Nothing yet"))
        section = Section(object_name="inspector_plan_fields")
        self._since_row = FieldRow(self._since.accessibleName(), self._since)
        for control in (self._plan_title, self._chart_title, self._model, self._growth):
            section.rows.addWidget(FieldRow(control.accessibleName(), control))
        section.rows.addWidget(self._since_row)
        section.rows.addWidget(FieldRow(self._language.accessibleName(), self._language))
        section.rows.addWidget(FieldRow(_("Note"), self._note, is_wide=True))
        self.column.addWidget(section)
        self._company = CompanyGist(ground)
        self._company.picked.connect(self.company_wanted)
        self.column.addWidget(self._company)
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
        self._since.committed.connect(lambda text: self._since_row.refuse(attempt(DescribeChart(since=text))))
        self._since.textEdited.connect(lambda _text: self._since_row.refuse(""))
        self._since.entered.connect(self.hint)

    def _fill(self, is_same: bool) -> None:
        plan, chart, catalogue = self.ground.session.plan, self.ground.chart, self.ground.catalogue
        self._plan_title.show_value(plan.title, keep_typing=is_same)
        self._chart_title.show_value(chart.title, keep_typing=is_same)
        nothing = Choice("", _("Not chosen"))
        structures = [Choice(one.id, one.title) for one in catalogue.structures.values()]
        self._model.show_choices([nothing, *structures], chart.model or "")
        stages = [Choice(one.id, one.title) for one in catalogue.growth_stages.values()]
        self._growth.show_choices([nothing, *stages], chart.growth_stage)
        languages = [Choice(name, title) for name, title in OWN_NAMES.items()]
        self._language.show_choices(languages, plan.language)
        self._note.show_value(chart.note, keep_typing=is_same)
        self._since.show_value(chart.since, keep_typing=is_same)
        if not self._since.is_pending:
            self._since_row.refuse("")
        self._company.fill()


class CompanyGist(Picks):
    """How much is known about the company, group by group; a row leads to its questions."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground.look, _("Company"), "inspector_company")
        self._ground = ground

    def fill(self) -> None:
        """Count the answers of the plan."""
        catalogue = self._ground.catalogue
        facts = told(self._ground.session.plan.answers, catalogue.questions)
        groups = catalogue.question_groups.values()
        self.show_picks([Pick(group.id, group.title, progress_text(asked(group, facts), facts)) for group in groups])
        names = [name for group in groups for name in asked(group, facts)]
        self.show_aside(progress_text(names, facts))
