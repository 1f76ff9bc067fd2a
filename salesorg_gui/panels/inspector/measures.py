"""What a seat is measured by, each with a target."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import KpiId
from salesorg_gui.domain.records import Measure, Seat
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.chooser import Chooser
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.inspector.choices import measure_choices
from salesorg_gui.panels.inspector.form import Section, clear
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import OneLine


class Measures(Section):
    """Rows of measure, target and a cross; a chooser for one more."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(_("Measures"), "inspector_measures")
        self._ground = ground
        self._seat: Seat | None = None
        self._listed: tuple[KpiId, ...] | None = None
        self._fields: list[TextField] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
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
        for field, measure in zip(self._fields, seat.measures, strict=True):
            field.show_value(measure.target, keep_typing=is_same)

    def _build(self, names: tuple[KpiId, ...]) -> None:
        self._listed = names
        clear(self._list)
        self._fields = []
        for number, name in enumerate(names):
            self._list.addWidget(self._row(number, name))

    def _row(self, number: int, name: KpiId) -> QWidget:
        kpi = self._ground.catalogue.kpis.get(name)
        title = kpi.short_title if kpi is not None else str(name)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(OneLine(title, "small", "2"), 3)
        spoken = _("Target for {measure}").format(measure=title)
        field = TextField(f"inspector_target_{number}", spoken, placeholder=_("Target"))
        field.committed.connect(lambda text: self._aim(number, text))
        self._fields.append(field)
        row.addWidget(field, 2)
        spoken = _("Remove {measure}").format(measure=title)
        cross = IconButton(self._ground.look, "x", f"inspector_remove_measure_{number}", spoken, "text_3", 14)
        cross.clicked.connect(lambda: self._remove(number))
        row.addWidget(cross)
        return line

    def _append(self, name: str) -> None:
        if name and self._seat is not None:
            self._revise((*self._seat.measures, Measure(KpiId(name))), _("Add measure"))

    def _aim(self, number: int, target: str) -> None:
        if self._seat is not None:
            measures = list(self._seat.measures)
            measures[number] = replace(measures[number], target=target)
            self._revise(tuple(measures), _("Change target"))

    def _remove(self, number: int) -> None:
        if self._seat is not None:
            measures = tuple(measure for n, measure in enumerate(self._seat.measures) if n != number)
            self._revise(measures, _("Remove measure"))

    def _revise(self, measures: tuple[Measure, ...], label: str) -> None:
        if self._seat is not None:
            self._ground.attempt(Revise((replace(self._seat, measures=measures),), label))
