"""The form for one segment, or for what several segments have in common."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.places import MoveSegments
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Segment
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow, Tick
from salesorg_gui.panels.inspector.binding import Line
from salesorg_gui.panels.inspector.choices import pod_choices, seat_choices, segment_choices
from salesorg_gui.panels.inspector.form import Form, Lines, Section
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.links import Links
from salesorg_gui.panels.inspector.picks import Pick, Picks
from salesorg_gui.panels.inspector.relations import common
from salesorg_gui.panels.naming import pod_title, seat_choice
from salesorg_gui.panels.numbers import number_or_none, shown


def segment_lines() -> tuple[Line[Segment], ...]:
    """What can be typed about a segment."""
    return (*_names(), *_figures())


def _names() -> tuple[Line[Segment], ...]:
    return (
        Line(
            "value",
            _("Name"),
            lambda segment: segment.value,
            lambda segment, text: replace(segment, value=text),
            _("Rename segment"),
            placeholder=_("Nameless"),
        ),
        Line(
            "from",
            _("From"),
            lambda segment: shown(segment.lowest),
            lambda segment, text: replace(segment, lowest=number_or_none(text)),
            _("Change interval"),
            _("From: type a number, or nothing."),
            _("No limit"),
        ),
        Line(
            "to",
            _("Up to"),
            lambda segment: shown(segment.below),
            lambda segment, text: replace(segment, below=number_or_none(text)),
            _("Change interval"),
            _("Up to: type a number, or nothing. The number itself is outside."),
            _("No limit"),
        ),
    )


def _figures() -> tuple[Line[Segment], ...]:
    return (
        Line(
            "potential",
            _("Potential"),
            lambda segment: shown(segment.potential),
            lambda segment, text: replace(segment, potential=number_or_none(text)),
            _("Change potential"),
            _("Potential: type a number, or nothing."),
            _("Unknown"),
        ),
        Line(
            "leads",
            _("Leads a month"),
            lambda segment: shown(segment.leads),
            lambda segment, text: replace(segment, leads=number_or_none(text)),
            _("Change leads"),
            _("Leads a month: type a number, or nothing."),
            _("Unknown"),
        ),
        Line(
            "customers",
            _("Customers"),
            lambda segment: shown(segment.customers),
            lambda segment, text: replace(segment, customers=number_or_none(text)),
            _("Change customers"),
            _("Customers: type a number, or nothing."),
            _("Unknown"),
        ),
    )


def split_line() -> Line[Segment]:
    """How several owners know who takes which customer."""
    return Line(
        "split",
        _("Split by"),
        lambda segment: segment.split,
        lambda segment, text: replace(segment, split=text),
        _("Change split rule"),
        _("Split by: the rule by which the owners share it, such as the first letter of the name."),
        _("No rule"),
    )


class SegmentForm(Form):
    """Axis, name, interval, whether key and served, potential, leads, customers, owners, the frame around it."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._lines = Lines[Segment](ground, self.segments, self.hint.emit)
        self._axis = Chooser(ground.look, "inspector_axis", _("Axis"))
        self._parent = Chooser(ground.look, "inspector_parent", _("Inside"))
        self._owners = Links(
            ground.look, _("Owners"), "inspector_owners", _("{name} no longer owns this"), _("Add an owner")
        )
        self._key = Tick(ground.look, _("Key segment"), "inspector_key")
        self._served = Tick(ground.look, _("Served"), "inspector_served")
        self._pods = Picks(ground.look, _("Pods"), "inspector_segment_pods")
        self._build()
        self.fills(self._lines.fill)
        self.fills(self._fill)
        self._axis.chosen.connect(self._choose_axis)
        self._parent.chosen.connect(self._choose_parent)
        self._owners.picked.connect(lambda name: self._own(name, owns=True))
        self._owners.dropped.connect(lambda name: self._own(name, owns=False))
        self._key.ticked.connect(self._mark_key)
        self._served.ticked.connect(self._serve)
        self._pods.picked.connect(lambda name: ground.session.selection.select([Key(Kind.POD, name)]))

    def segments(self) -> tuple[Segment, ...]:
        """The segments on show, as they are now."""
        return tuple(record for record in self.records() if isinstance(record, Segment))

    def _build(self) -> None:
        section = Section(object_name="inspector_segment_fields")
        section.rows.addWidget(FieldRow(_("Axis"), self._axis))
        for line in segment_lines():
            section.rows.addWidget(self._lines.row(line, "inspector_segment"))
        section.rows.addWidget(FieldRow(_("Inside"), self._parent))
        section.rows.addWidget(self._owners)
        section.rows.addWidget(self._lines.row(split_line(), "inspector_segment"))
        section.rows.addWidget(self._key)
        section.rows.addWidget(self._served)
        self.column.addWidget(section)
        self.column.addWidget(self._pods)

    def _fill(self, is_same: bool) -> None:
        segments, chart = self.segments(), self.ground.chart
        if not segments:
            return
        axes = [Choice(axis.id, axis.short_title) for axis in self.ground.catalogue.axes.values()]
        self._axis.show_choices(axes, common([segment.axis for segment in segments]))
        frames = common([str(chart.parent_of(segment) or "") for segment in segments])
        self._parent.show_choices(segment_choices(chart, _("No segment"), (one.id for one in segments)), frames)
        self._key.setChecked(all(segment.is_key for segment in segments))
        self._served.setChecked(all(segment.is_served for segment in segments))
        for part in (self._owners, self._pods):
            part.setVisible(len(segments) == 1)
        if len(segments) == 1:
            segment = segments[0]
            self._owners.show_links(list(self._owning(segment)), lambda: self._others(segment))
            pods = chart.pods_in.get(segment.id, ())
            self._pods.show_picks([Pick(pod.id, pod_title(pod)) for pod in pods])

    def _owning(self, segment: Segment) -> Iterator[Choice]:
        chart = self.ground.chart
        for owner in segment.owners:
            if owner in chart.pods:
                yield Choice(owner, pod_title(chart.pods[PodId(owner)]))
            elif owner in chart.seats:
                yield Choice(owner, seat_choice(chart.seats[SeatId(owner)], self.ground.catalogue))

    def _others(self, segment: Segment) -> list[Choice]:
        chart, owners = self.ground.chart, set(segment.owners)
        pods = [choice for choice in pod_choices(chart, "")[1:] if choice.value not in owners]
        return [Choice("", ""), *pods, *seat_choices(chart, self.ground.catalogue, "", owners)[1:]]

    def _choose_axis(self, axis: str) -> None:
        revised = tuple(replace(segment, axis=axis) for segment in self.segments())
        self.ground.attempt(Revise(revised, _("Change axis")))

    def _choose_parent(self, parent: str) -> None:
        segments = tuple(segment.id for segment in self.segments())
        self.ground.attempt(MoveSegments(segments, SegmentId(parent) if parent else None))
        self._fill(is_same=True)

    def _own(self, name: str, *, owns: bool) -> None:
        segment = self.segments()[0]
        others = tuple(owner for owner in segment.owners if owner != name)
        owners = (*others, SeatId(name)) if owns else others
        self.ground.attempt(Revise((replace(segment, owners=owners),), _("Change owner")))

    def _mark_key(self, is_key: bool) -> None:
        revised = tuple(replace(segment, is_key=is_key) for segment in self.segments())
        self.ground.attempt(Revise(revised, _("Change key segment")))

    def _serve(self, is_served: bool) -> None:
        revised = tuple(replace(segment, is_served=is_served) for segment in self.segments())
        self.ground.attempt(Revise(revised, _("Change whether served")))
