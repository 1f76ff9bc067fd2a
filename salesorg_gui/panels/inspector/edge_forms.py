"""The forms for lead sources, handoffs and reporting lines."""

from dataclasses import replace

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind, ObjectId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Lane, LineKind, Source
from salesorg_gui.domain.records import Line as ReportingLine
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Option, Segmented
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, Tick
from salesorg_gui.panels.inspector.binding import Line
from salesorg_gui.panels.inspector.choices import named_seat, object_choices, seat_choices
from salesorg_gui.panels.inspector.form import Form, Lines, Section
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.handoff_lists import HandoffList
from salesorg_gui.panels.inspector.relations import common
from salesorg_gui.panels.naming import source_title
from salesorg_gui.panels.numbers import number, number_or_none, percent, shown


class SourceForm(Form):
    """Lane, channel, title, leads a month, and where they go."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._lines = Lines[Source](ground, self.sources, self.hint.emit)
        lanes = [Option(Lane.INBOUND, _("Inbound")), Option(Lane.OUTBOUND, _("Outbound"))]
        self._lane = Segmented(ground.look, lanes, "inspector_lane", _("Lane"))
        self._channel = Chooser(ground.look, "inspector_channel", _("Channel"))
        self._gives = HandoffList(ground, _("Hands over"), "inspector_source_hands_over", "log-out")
        section = Section(object_name="inspector_source_fields")
        section.rows.addWidget(FieldRow(_("Lane"), self._lane))
        section.rows.addWidget(FieldRow(_("Channel"), self._channel))
        for line in source_lines():
            section.rows.addWidget(self._lines.row(line, "inspector_source"))
        self.column.addWidget(section)
        self.column.addWidget(self._gives)
        self.fills(self._lines.fill)
        self.fills(self._fill)
        self._lane.chosen.connect(self._choose_lane)
        self._channel.chosen.connect(self._choose_channel)
        self._gives.picked.connect(lambda name: ground.session.selection.select([Key(Kind.HANDOFF, name)]))

    def sources(self) -> tuple[Source, ...]:
        """The sources on show, as they are now."""
        return tuple(record for record in self.records() if isinstance(record, Source))

    def _fill(self, is_same: bool) -> None:
        sources = self.sources()
        if not sources:
            return
        self._lane.show_value(common([source.lane.value for source in sources]) or "")
        channels = [Choice(channel.id, channel.title) for channel in self.ground.catalogue.channels.values()]
        self._channel.show_choices([Choice("", _("Not said")), *channels], common([one.channel for one in sources]))
        self._gives.setVisible(len(sources) == 1)
        if len(sources) == 1:
            self._gives.show_given(sources[0].id)

    def _choose_lane(self, lane: str) -> None:
        revised = tuple(replace(source, lane=Lane(lane)) for source in self.sources())
        self.ground.attempt(Revise(revised, _("Change lane")))

    def _choose_channel(self, channel: str) -> None:
        revised = tuple(replace(source, channel=channel) for source in self.sources())
        self.ground.attempt(Revise(revised, _("Change channel")))


def source_lines() -> tuple[Line[Source], ...]:
    """What can be typed about a lead source."""
    return (
        Line(
            "title",
            _("Name"),
            lambda source: source.title,
            lambda source, text: replace(source, title=text),
            _("Rename lead source"),
            placeholder=_("As the channel"),
        ),
        Line(
            "per_month",
            _("Leads a month"),
            lambda source: shown(source.per_month),
            lambda source, text: replace(source, per_month=number(text)),
            _("Change leads a month"),
            _("Leads a month: type a number from 0 up."),
        ),
    )


def handoff_lines() -> tuple[Line[Handoff], ...]:
    """What can be typed about a handoff."""
    return (
        Line(
            "condition",
            _("When"),
            lambda handoff: handoff.condition,
            lambda handoff, text: replace(handoff, condition=text),
            _("Change condition"),
            _("When: what must be true before this is handed over."),
            _("Always"),
        ),
        Line(
            "limit",
            _("Time limit, h"),
            lambda handoff: shown(handoff.limit_hours),
            lambda handoff, text: replace(handoff, limit_hours=number_or_none(text)),
            _("Change time limit"),
            _("Time limit: type a number of hours, or nothing."),
            _("None"),
        ),
        Line(
            "probability",
            _("Share"),
            lambda handoff: "" if handoff.probability is None else percent(handoff.probability),
            lambda handoff, text: replace(handoff, probability=_share(text)),
            _("Change share"),
            _("Share: how many of the sender's customers go this way, 0 to 100."),
            _("All"),
        ),
    )


def _share(text: str) -> float | None:
    value = number_or_none(text.replace("%", ""))
    return None if value is None else value / 100


class HandoffForm(Form):
    """What, from whom, to whom, when, how fast."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._lines = Lines[Handoff](ground, self.handoffs, self.hint.emit)
        self._object = Chooser(ground.look, "inspector_object", _("Hands over"))
        self._from = Chooser(ground.look, "inspector_from", _("From"))
        self._to = Chooser(ground.look, "inspector_to", _("To"))
        self._return = Tick(ground.look, _("Goes back"), "inspector_return")
        section = Section(object_name="inspector_handoff_fields")
        for chooser in (self._object, self._from, self._to):
            section.rows.addWidget(FieldRow(chooser.accessibleName(), chooser))
        for line in handoff_lines():
            section.rows.addWidget(self._lines.row(line, "inspector_handoff"))
        section.rows.addWidget(self._return)
        self.column.addWidget(section)
        self.fills(self._lines.fill)
        self.fills(self._fill)
        self._object.chosen.connect(self._choose_object)
        self._from.chosen.connect(self._choose_giver)
        self._to.chosen.connect(self._choose_taker)
        self._return.ticked.connect(self._turn)

    def handoffs(self) -> tuple[Handoff, ...]:
        """The handoffs on show, as they are now."""
        return tuple(record for record in self.records() if isinstance(record, Handoff))

    def _fill(self, is_same: bool) -> None:
        handoffs, chart, catalogue = self.handoffs(), self.ground.chart, self.ground.catalogue
        if not handoffs:
            return
        self._object.show_choices(object_choices(catalogue), common([str(one.object or "") for one in handoffs]))
        self._from.show_offer(self._giver(common([str(one.source) for one in handoffs])), self._givers)
        taker = named_seat(chart, catalogue, common([str(one.target) for one in handoffs]), "")
        self._to.show_offer(taker, lambda: seat_choices(chart, catalogue, "")[1:])
        self._return.setChecked(all(handoff.is_return for handoff in handoffs))

    def _giver(self, name: str | None) -> Choice | None:
        chart, catalogue = self.ground.chart, self.ground.catalogue
        if name is not None and name in chart.sources:
            return Choice(name, source_title(chart.sources[SourceId(name)], catalogue))
        return named_seat(chart, catalogue, name, "")

    def _givers(self) -> list[Choice]:
        chart, catalogue = self.ground.chart, self.ground.catalogue
        sources = [Choice(source.id, source_title(source, catalogue)) for source in chart.sources.values()]
        return [*sources, *seat_choices(chart, catalogue, "")[1:]]

    def _choose_object(self, name: str) -> None:
        wanted = ObjectId(name) if name else None
        self._revise([replace(handoff, object=wanted) for handoff in self.handoffs()], _("Change what is handed over"))

    def _choose_giver(self, name: str) -> None:
        giver = SourceId(name) if name in self.ground.chart.sources else SeatId(name)
        self._redirect([replace(handoff, source=giver) for handoff in self.handoffs()])

    def _choose_taker(self, name: str) -> None:
        self._redirect([replace(handoff, target=SeatId(name)) for handoff in self.handoffs()])

    def _redirect(self, handoffs: list[Handoff]) -> None:
        if any(handoff.source == handoff.target for handoff in handoffs):
            self.ground.session.refused.emit(_("A seat cannot hand over to itself."))
            self._fill(is_same=True)
            return
        self._revise(handoffs, _("Redirect handoff"))

    def _turn(self, is_return: bool) -> None:
        self._revise([replace(one, is_return=is_return) for one in self.handoffs()], _("Change direction"))

    def _revise(self, handoffs: list[Handoff], label: str) -> None:
        self.ground.attempt(Revise(tuple(handoffs), label))


class LineForm(Form):
    """Solid or dotted, and who leads."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        kinds = [Option(LineKind.SOLID, _("Solid")), Option(LineKind.DOTTED, _("Dotted"))]
        self._kind = Segmented(ground.look, kinds, "inspector_line_kind", _("Kind of line"))
        self._report = Chooser(ground.look, "inspector_report", _("Report"))
        self._manager = Chooser(ground.look, "inspector_line_manager", _("Manager"))
        section = Section(object_name="inspector_line_fields")
        section.rows.addWidget(FieldRow(_("Kind"), self._kind))
        section.rows.addWidget(FieldRow(_("Manager"), self._manager))
        section.rows.addWidget(FieldRow(_("Report"), self._report))
        self.column.addWidget(section)
        self.fills(self._fill)
        self._kind.chosen.connect(self._choose_kind)
        self._manager.chosen.connect(self._choose_manager)
        self._report.chosen.connect(self._choose_report)

    def lines(self) -> tuple[ReportingLine, ...]:
        """The lines on show, as they are now."""
        return tuple(record for record in self.records() if isinstance(record, ReportingLine))

    def _fill(self, is_same: bool) -> None:
        lines = self.lines()
        if not lines:
            return
        chart, catalogue = self.ground.chart, self.ground.catalogue
        self._kind.show_value(common([line.kind.value for line in lines]) or "")
        for chooser, ids in (
            (self._manager, [str(line.manager) for line in lines]),
            (self._report, [str(line.report) for line in lines]),
        ):
            shown = named_seat(chart, catalogue, common(ids), "")
            chooser.show_offer(shown, lambda: seat_choices(chart, catalogue, "")[1:])

    def _choose_kind(self, kind: str) -> None:
        self._revise([replace(line, kind=LineKind(kind)) for line in self.lines()], _("Change kind of line"))

    def _choose_manager(self, name: str) -> None:
        self._revise([replace(line, manager=SeatId(name)) for line in self.lines()], _("Change manager"))

    def _choose_report(self, name: str) -> None:
        self._revise([replace(line, report=SeatId(name)) for line in self.lines()], _("Change report"))

    def _revise(self, lines: list[ReportingLine], label: str) -> None:
        chart = self.ground.chart
        closing = [line for line in lines if line.kind is LineKind.SOLID and chart.leads(line.report, line.manager)]
        if closing:
            self.ground.session.refused.emit(_("This would close a circle. A leader cannot report to a report."))
        else:
            self.ground.attempt(Revise(tuple(lines), label))
        self._fill(is_same=True)
