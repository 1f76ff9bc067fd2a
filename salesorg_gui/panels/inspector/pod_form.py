"""The form for one pod, or for what several pods have in common."""

from dataclasses import replace

from salesorg_gui.domain.edits.places import LeadPod, MovePods
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Key, Kind, SeatId, SegmentId
from salesorg_gui.domain.records import Pod
from salesorg_gui.i18n import _
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import FieldRow
from salesorg_gui.panels.inspector.binding import Line
from salesorg_gui.panels.inspector.choices import named_seat, seat_choices, segment_choices
from salesorg_gui.panels.inspector.form import Form, Lines, Section
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.links import Links
from salesorg_gui.panels.inspector.picks import Pick, Picks
from salesorg_gui.panels.inspector.relations import common
from salesorg_gui.panels.naming import seat_title, segment_title


def pod_lines() -> tuple[Line[Pod], ...]:
    """What can be typed about a pod."""
    return (
        Line(
            "title",
            _("Name"),
            lambda pod: pod.title,
            lambda pod, text: replace(pod, title=text),
            _("Rename pod"),
            placeholder=_("Nameless"),
        ),
        Line(
            "goal",
            _("Goal"),
            lambda pod: pod.goal,
            lambda pod, text: replace(pod, goal=text),
            _("Change goal"),
            placeholder=_("No goal"),
        ),
        Line(
            "target_account",
            _("Target account"),
            lambda pod: pod.target_account,
            lambda pod, text: replace(pod, target_account=text),
            _("Change target account"),
            placeholder=_("None"),
        ),
    )


class PodForm(Form):
    """Name, lead, frame, further segments, goal, members."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._lines = Lines[Pod](ground, self.pods, self.hint.emit)
        self._lead = Chooser(ground.look, "inspector_lead", _("Lead"))
        self._frame = Chooser(ground.look, "inspector_frame", _("Segment"))
        self._also = Links(ground.look, _("Also in"), "inspector_pod_segments", _("Leave {name}"), _("Add a segment"))
        self._members = Picks(ground.look, _("Members"), "inspector_members")
        section = Section(object_name="inspector_pod_fields")
        for line in pod_lines():
            section.rows.addWidget(self._lines.row(line, "inspector_pod"))
        section.rows.addWidget(FieldRow(_("Lead"), self._lead))
        section.rows.addWidget(FieldRow(_("Segment"), self._frame))
        section.rows.addWidget(self._also)
        self.column.addWidget(section)
        self.column.addWidget(self._members)
        self.fills(self._lines.fill)
        self.fills(self._fill)
        self._lead.chosen.connect(self._choose_lead)
        self._frame.chosen.connect(self._choose_frame)
        self._also.picked.connect(self._join)
        self._also.dropped.connect(self._leave)
        self._members.picked.connect(lambda name: ground.session.selection.select([Key(Kind.SEAT, name)]))

    def pods(self) -> tuple[Pod, ...]:
        """The pods on show, as they are now."""
        return tuple(record for record in self.records() if isinstance(record, Pod))

    def _fill(self, is_same: bool) -> None:
        pods, chart = self.pods(), self.ground.chart
        if not pods:
            return
        leads = common([str(pod.lead) if pod.lead in chart.seats else "" for pod in pods])
        catalogue = self.ground.catalogue
        shown = named_seat(chart, catalogue, leads, _("Nobody"))
        self._lead.show_offer(shown, lambda: seat_choices(chart, catalogue, _("Nobody")))
        frames = common([str(chart.frame_of(pod) or "") for pod in pods])
        self._frame.show_choices(segment_choices(chart, _("No segment")), frames)
        for part in (self._also, self._members):
            part.setVisible(len(pods) == 1)
        if len(pods) == 1:
            self._fill_one(pods[0])

    def _fill_one(self, pod: Pod) -> None:
        chart, catalogue = self.ground.chart, self.ground.catalogue
        further = [name for name in pod.segments if name in chart.segments and name != chart.frame_of(pod)]
        named = [Choice(name, segment_title(chart.segments[name])) for name in further]
        self._also.show_links(named, lambda: segment_choices(chart, "", pod.segments))
        self._also.setVisible(bool(chart.segments) and chart.frame_of(pod) is not None)
        members = chart.members.get(pod.id, ())
        self._members.show_picks([Pick(seat.id, seat_title(seat, catalogue), seat.holder) for seat in members])

    def _choose_lead(self, seat: str) -> None:
        lead = SeatId(seat) if seat else None
        for pod in self.pods():
            self.ground.session.perform(LeadPod(pod.id, lead), "inspector lead")
        self.ground.session.end_gesture()

    def _choose_frame(self, segment: str) -> None:
        pods = tuple(pod.id for pod in self.pods())
        self.ground.attempt(MovePods(pods, SegmentId(segment) if segment else None))

    def _join(self, segment: str) -> None:
        pod = self.pods()[0]
        self.ground.attempt(Revise((replace(pod, segments=(*pod.segments, SegmentId(segment))),), _("Join segment")))

    def _leave(self, segment: str) -> None:
        pod = self.pods()[0]
        kept = tuple(name for name in pod.segments if name != segment)
        self.ground.attempt(Revise((replace(pod, segments=kept),), _("Leave segment")))
