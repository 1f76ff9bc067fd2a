"""What a seat is measured by, each with a target, its period, and whether it measures the whole team."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import KpiId
from salesorg_gui.domain.records import Measure, Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Chip, IconButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.inspector.choices import measure_choices
from salesorg_gui.panels.inspector.form import Section, clear
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import OneLine, set_tip


def period_choices() -> tuple[Choice, ...]:
    """How often a target is to be met."""
    return (
        Choice("", _("Not said")),
        Choice("day", _("A day")),
        Choice("week", _("A week")),
        Choice("month", _("A month")),
        Choice("quarter", _("A quarter")),
        Choice("year", _("A year")),
    )


class Measures(Section):
    """Rows of measure, target, period and a cross; a chooser for one more."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("Measures"), "inspector_measures")
        self._ground = ground
        self._seat: Seat | None = None
        self._listed: tuple[KpiId, ...] | None = None
        self._parts: list[tuple[TextField, Chooser, Chip]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.rows.addLayout(self._list)
        self._add = Chooser(ground.look, "inspector_add_measure", _("Add a measure"), _("Add a measure"))
        self._add.chosen.connect(self._append)
        self.rows.addWidget(self._add)

    def show_seat(self, seat: Seat, *, is_same: bool) -> None:
        """Show one seat's measures."""
        self._seat = seat
        names = tuple(measure.kpi for measure in seat.measures)
        usual = self._ground.catalogue.role(seat.role).kpis
        self._add.show_choices(measure_choices(self._ground.catalogue, usual, names), "none is shown")
        self.show_aside(str(len(names)) if names else "")
        if names != self._listed or not is_same:
            self._build(names)
        for (target, period, team), measure in zip(self._parts, seat.measures, strict=True):
            target.show_value(measure.target, keep_typing=is_same)
            period.show_choices(self._periods(measure.period), measure.period)
            team.setChecked(measure.is_team)

    @staticmethod
    def _periods(own: str) -> tuple[Choice, ...]:
        """The usual periods, and one of the file's own."""
        usual = period_choices()
        return usual if own in {choice.value for choice in usual} else (*usual, Choice(own, own))

    def _build(self, names: tuple[KpiId, ...]) -> None:
        self._listed = names
        clear(self._list)
        self._parts = []
        for number, name in enumerate(names):
            self._list.addWidget(self._row(number, name))

    def _row(self, number: int, name: KpiId) -> QWidget:
        kpi = self._ground.catalogue.kpis.get(name)
        title = kpi.short_title if kpi is not None else str(name)
        look = self._ground.look
        spoken = _("Target for {measure}").format(measure=title)
        target = TextField(f"inspector_target_{number}", spoken, placeholder=_("Target"))
        spoken = _("Period of {measure}").format(measure=title)
        period = Chooser(look, f"inspector_period_{number}", spoken, _("Not said"))
        team = Chip(_("Team"), f"inspector_team_measure_{number}")
        set_tip(team, _("Measures the team as a whole"))
        spoken = _("Remove {measure}").format(measure=title)
        cross = IconButton(look, "x", f"inspector_remove_measure_{number}", spoken, "text_3", 14)
        for control in (target, period):
            control.setProperty("boxed", True)
        target.committed.connect(lambda text: self._change(number, _("Change target"), target=text))
        period.chosen.connect(lambda value: self._change(number, _("Change period"), period=value))
        team.clicked.connect(lambda on: self._change(number, _("Change measure"), is_team=on))
        cross.clicked.connect(lambda: self._remove(number))
        self._parts.append((target, period, team))
        return _laid_out(OneLine(title, "small", "1"), cross, (target, period, team))

    def _append(self, name: str) -> None:
        if name and self._seat is not None:
            self._revise((*self._seat.measures, Measure(KpiId(name))), _("Add measure"))

    def _change(self, number: int, label: str, **values: str | bool) -> None:
        if self._seat is not None and number < len(self._seat.measures):
            measures = list(self._seat.measures)
            measures[number] = replace(measures[number], **values)  # type: ignore[arg-type]
            self._revise(tuple(measures), label)

    def _remove(self, number: int) -> None:
        if self._seat is not None:
            measures = tuple(measure for n, measure in enumerate(self._seat.measures) if n != number)
            self._revise(measures, _("Remove measure"))

    def _revise(self, measures: tuple[Measure, ...], label: str) -> None:
        if self._seat is not None:
            self._ground.attempt(Revise((replace(self._seat, measures=measures),), label))


def _laid_out(title: OneLine, cross: IconButton, controls: tuple[TextField, Chooser, Chip]) -> QWidget:
    """The name of a measure beside its cross; below them what is said of it."""
    whole = QWidget()
    head, line, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(whole)
    head.addWidget(title, 1)
    head.addWidget(cross)
    target, period, team = controls
    line.addWidget(target, 3)
    line.addWidget(period, 3)
    line.addWidget(team)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for layout in (head, line):
        layout.setSpacing(4)
        column.addLayout(layout)
    return whole
