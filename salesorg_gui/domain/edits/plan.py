"""Edits of the document: titles, answers, parameters, charts, and the plan's own roles."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.dates import is_date
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import ChartId, ModelId, RoleId
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.domain.records import Acceptance, Json
from salesorg_gui.i18n import _


@dataclass(frozen=True, slots=True)
class RenamePlan:
    """Give the plan another title."""

    title: str

    @property
    def label(self) -> str:
        """One name."""
        return _("Rename plan")

    def revise(self, plan: Plan) -> Plan:
        """The plan under its new title."""
        return plan if plan.title == self.title else replace(plan, title=self.title)


@dataclass(frozen=True, slots=True)
class SetPlanLanguage:
    """Choose the language of what is printed."""

    language: str

    @property
    def label(self) -> str:
        """One name."""
        return _("Change language of documents")

    def revise(self, plan: Plan) -> Plan:
        """The plan in that language."""
        return plan if plan.language == self.language else replace(plan, language=self.language)


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """Answer a question about the organisation; ``None`` takes the answer back."""

    question: str
    answer: Json

    @property
    def label(self) -> str:
        """One name."""
        return _("Answer")

    def revise(self, plan: Plan) -> Plan:
        """The plan with that answer."""
        answers = _with(plan.answers, self.question, self.answer)
        return plan if answers == plan.answers else replace(plan, answers=answers)


@dataclass(frozen=True, slots=True)
class SetParameter:
    """Set one parameter of a rule or of the capacity model; ``None`` goes back to the default."""

    group: str
    name: str
    value: Json

    @property
    def label(self) -> str:
        """Names what it does to a rule."""
        if self.name == "off":
            return _("Switch rule off") if self.value else _("Switch rule on")
        return _("Change severity") if self.name == "severity" else _("Change parameter")

    def revise(self, plan: Plan) -> Plan:
        """The plan with that parameter."""
        old = plan.parameters.get(self.group)
        group = _with(old if isinstance(old, dict) else {}, self.name, self.value)
        parameters = _with(plan.parameters, self.group, group or None)
        return plan if parameters == plan.parameters else replace(plan, parameters=parameters)


@dataclass(frozen=True, slots=True)
class SetParameters:
    """Set all parameters of several groups as one step; a group that says nothing goes back to the defaults."""

    label: str
    groups: Mapping[str, Mapping[str, Json]]

    def revise(self, plan: Plan) -> Plan:
        """The plan with these groups in the place of the old ones."""
        kept = {name: group for name, group in plan.parameters.items() if name not in self.groups}
        parameters = kept | {name: dict(group) for name, group in self.groups.items() if group}
        return plan if parameters == plan.parameters else replace(plan, parameters=parameters)


def _with(values: Mapping[str, Json], name: str, value: Json) -> dict[str, Json]:
    kept = {key: old for key, old in values.items() if key != name}
    return kept if value is None else {**kept, name: value}


@dataclass(frozen=True, slots=True)
class AddChart:
    """Add a chart, for example a copy of another as a scenario."""

    chart: Chart

    @property
    def label(self) -> str:
        """One name."""
        return _("Add chart")

    def revise(self, plan: Plan) -> Plan:
        """The plan with one chart more."""
        if self.chart.id in plan.charts:
            raise EditRefused(_("This chart is already in the plan."))
        return plan.with_chart(self.chart)


@dataclass(frozen=True, slots=True)
class RemoveChart:
    """Take a chart out of the plan; the last one stays."""

    chart: ChartId

    @property
    def label(self) -> str:
        """One name."""
        return _("Remove chart")

    def revise(self, plan: Plan) -> Plan:
        """The plan with one chart less."""
        if self.chart not in plan.charts:
            return plan
        if len(plan.charts) == 1:
            raise EditRefused(_("A plan keeps at least one chart."))
        gone = plan.charts[self.chart]
        kept = {name: _rebased(chart, gone) for name, chart in plan.charts.items() if name != self.chart}
        return replace(plan, charts=kept)


def _rebased(chart: Chart, gone: Chart) -> Chart:
    """A chart that was based on a removed one is based on what that was based on."""
    return replace(chart, based_on=gone.based_on) if chart.based_on == gone.id else chart


@dataclass(frozen=True, slots=True)
class SetRole:
    """Add a role of the plan's own, or change what a role says in this plan."""

    role: OwnRole

    @property
    def label(self) -> str:
        """One name."""
        return _("Change role")

    def revise(self, plan: Plan) -> Plan:
        """The plan with that role."""
        if not self.role.id:
            raise EditRefused(_("A role needs a title."))
        if plan.roles.get(self.role.id) == self.role:
            return plan
        return replace(plan, roles={**plan.roles, self.role.id: self.role})


@dataclass(frozen=True, slots=True)
class ForgetRole:
    """Take back what the plan says about a role; refused while a seat has a role nobody else knows."""

    role: RoleId

    @property
    def label(self) -> str:
        """One name."""
        return _("Remove role")

    def revise(self, plan: Plan) -> Plan:
        """The plan without it."""
        own = plan.roles.get(self.role)
        if own is None:
            return plan
        is_used = any(seat.role == self.role for chart in plan.charts.values() for seat in chart.seats.values())
        if is_used and own.title:
            raise EditRefused(_("Seats still have this role. Give them another one first."))
        return replace(plan, roles={name: role for name, role in plan.roles.items() if name != self.role})


@dataclass(frozen=True, slots=True)
class DescribeChart:
    """Change a chart's own title, model, growth stage, note or date; ``None`` leaves as it is."""

    title: str | None = None
    model: ModelId | None = None
    growth_stage: str | None = None
    note: str | None = None
    since: str | None = None

    @property
    def label(self) -> str:
        """Names what changes first."""
        labels = (
            (self.title, _("Rename chart")),
            (self.model, _("Change model")),
            (self.growth_stage, _("Change growth stage")),
            (self.note, _("Change note")),
        )
        return next((label for value, label in labels if value is not None), _("Change date of the chart"))

    def apply(self, chart: Chart) -> Chart:
        """The chart so described; an empty model id means none, an empty date says nothing."""
        if self.since and not is_date(self.since):
            raise EditRefused(_("Write a date as 2027-03-01."))
        after = replace(
            chart,
            title=chart.title if self.title is None else self.title,
            model=chart.model if self.model is None else self.model or None,
            growth_stage=chart.growth_stage if self.growth_stage is None else self.growth_stage,
            note=chart.note if self.note is None else self.note,
            since=chart.since if self.since is None else self.since,
        )
        return chart if _described(after) == _described(chart) else after


def _described(chart: Chart) -> tuple[str | None, ...]:
    return (chart.title, chart.model, chart.growth_stage, chart.note, chart.since)


@dataclass(frozen=True, slots=True)
class Accept:
    """Live with a warning or hint as it reads now, for a reason that is printed; an empty reason takes it back."""

    rule: str
    subjects: tuple[str, ...]
    reason: str
    figures: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Names the way it goes."""
        return _("Accept finding") if self.reason else _("Show finding again")

    def apply(self, chart: Chart) -> Chart:
        """The chart with, or without, that acceptance."""
        kept = tuple(old for old in chart.accepted if (old.rule, old.subjects) != (self.rule, self.subjects))
        accepted = Acceptance(self.rule, self.subjects, self.reason, self.figures)
        new = (*kept, accepted) if self.reason.strip() else kept
        new = tuple(sorted(new, key=lambda one: (one.rule, one.subjects)))
        return chart if new == chart.accepted else replace(chart, accepted=new)
