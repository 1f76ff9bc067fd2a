"""What one customer case says: its title, its way in, its point on each axis."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.cases import Case, Spot
from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import SourceId
from salesorg_gui.domain.records import Lane
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, TextField
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.naming import source_title
from salesorg_gui.panels.numbers import NotANumber, number, shown
from salesorg_gui.rules.terms import CUSTOMER_SIZE
from salesorg_gui.study.cases.typed import Reader
from salesorg_gui.study.cases.words import CaseWords

type AxisControl = Chooser | TextField
UNSAID = ""


class CaseForm(QWidget):
    """``revised`` carries the case as a hand changed it."""

    revised = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._case: Case | None = None
        self._chart: Chart | None = None
        self._axes: dict[str, AxisControl] = {}
        self._title = TextField("case_title", _("Title"))
        self._title.committed.connect(self._rename)
        self._entry = Chooser(look, "case_entry", _("Comes in through"))
        self._entry.chosen.connect(self._enter)
        self._note = TextField("case_note", _("Note"))
        self._note.committed.connect(self._annotate)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._points = QVBoxLayout()
        self._points.setSpacing(4)
        self._column.addWidget(FieldRow(_("Title"), self._title))
        self._column.addLayout(self._points)
        self._column.addWidget(FieldRow(_("Comes in"), self._entry))
        self._column.addWidget(FieldRow(_("Note"), self._note))

    def show_case(self, case: Case, chart: Chart, catalogue: Catalogue, reader: Reader) -> None:
        """Show a case as this chart understands it."""
        is_same = self._case is not None and self._case.id == case.id
        self._case, self._chart = case, chart
        told = CaseWords(chart, catalogue).title(replace(case, title=""))
        self._title.setPlaceholderText(told)
        self._title.show_value(case.title, keep_typing=is_same)
        self._note.show_value(case.note, keep_typing=is_same)
        self._entry.show_choices(_entries(chart, catalogue, case), _entry_of(case, chart))
        self._show_axes(case, reader, CaseWords(chart, catalogue), is_same=is_same)

    def _show_axes(self, case: Case, reader: Reader, words: CaseWords, *, is_same: bool) -> None:
        axes = tuple(dict.fromkeys((*reader.territory.axes, *sorted(case.points))))
        numbered = {axis for axis in axes if reader.territory.has_bands(axis)}
        numbered |= {axis for axis, spot in case.points.items() if isinstance(spot, float)}
        wanted = {axis: TextField if axis in numbered else Chooser for axis in axes}
        if {axis: type(control) for axis, control in self._axes.items()} != wanted:
            self._rebuild(axes, numbered, words)
        for axis, control in self._axes.items():
            spot = case.points.get(axis)
            if isinstance(control, TextField):
                is_typing = is_same and control.hasFocus() and _spot(control.text()) != spot
                control.show_value(shown(spot) if isinstance(spot, float) else spot or "", keep_typing=is_typing)
            else:
                names = dict.fromkeys((*reader.values.get(axis, ()), *([str(spot)] if spot is not None else [])))
                choices = [Choice(UNSAID, _("Not said")), *(Choice(value, value) for value in names)]
                control.show_choices(choices, str(spot) if spot is not None else UNSAID)

    def _rebuild(self, axes: tuple[str, ...], numbered: set[str], words: CaseWords) -> None:
        while (item := self._points.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._axes = {}
        before: QWidget = self._title
        for axis in axes:
            title = _("Employees") if axis == CUSTOMER_SIZE and axis in numbered else words.names.axis(axis)
            control = self._number_field(axis, title) if axis in numbered else self._chooser(axis, title)
            self._axes[axis] = control
            self._points.addWidget(FieldRow(title, control))
            QWidget.setTabOrder(before, control)  # what is made later would come last
            before = control

    def _number_field(self, axis: str, title: str) -> TextField:
        field = TextField(f"case_axis_{axis}", title, placeholder=_("Not said"))
        field.committed.connect(lambda text: self._place(axis, _spot(text)))
        return field

    def _chooser(self, axis: str, title: str) -> Chooser:
        chooser = Chooser(self._look, f"case_axis_{axis}", title)
        chooser.chosen.connect(lambda value: self._place(axis, value or None))
        return chooser

    def _place(self, axis: str, spot: Spot | None) -> None:
        if self._case is not None:
            points = {name: old for name, old in self._case.points.items() if name != axis}
            self._hand_over(replace(self._case, points=points if spot is None else {**points, axis: spot}))

    def _hand_over(self, case: Case) -> None:
        """Say what changed; whatever a hand does next goes on from there."""
        self._case = case
        self.revised.emit(case)

    @guarded(None)
    def _rename(self, title: str) -> None:
        if self._case is not None:
            self._hand_over(replace(self._case, title=title))

    @guarded(None)
    def _annotate(self, note: str) -> None:
        if self._case is not None:
            self._hand_over(replace(self._case, note=note))

    @guarded(None)
    def _enter(self, value: str) -> None:
        if self._case is None or self._chart is None:
            return
        source = self._chart.sources.get(SourceId(value))
        if source is not None:
            entered = replace(self._case, lane=source.lane, channel=source.channel, source=source.id)
        else:
            lane, _sign, channel = value.removeprefix(":").partition(":")
            entered = replace(self._case, lane=Lane(lane), channel=channel, source=None)
        self._hand_over(entered)


def _entries(chart: Chart, catalogue: Catalogue, case: Case) -> list[Choice]:
    """The sources of a chart, any of a lane, and the way in of the case where the chart has no such source."""
    found = [Choice(source.id, source_title(source, catalogue)) for source in in_order(chart.sources.values())]
    found += [
        Choice(f":{Lane.INBOUND}:", _("Any inbound source")),
        Choice(f":{Lane.OUTBOUND}:", _("Any outbound source")),
    ]
    own = _entry_of(case, chart)
    if own not in {choice.value for choice in found}:
        found.append(Choice(own, CaseWords(chart, catalogue).entry(case)))
    return found


def _entry_of(case: Case, chart: Chart) -> str:
    return str(case.source) if case.source in chart.sources else f":{case.lane}:{case.channel}"


def _spot(text: str) -> Spot | None:
    """A number where it is one, else a name; nothing for nothing."""
    if not text.strip():
        return None
    try:
        return number(text)
    except NotANumber:
        return text.strip()
