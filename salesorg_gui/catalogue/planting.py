"""Plants a template: a whole plan with seats, lines, handoffs, lead sources, pods and segments to start from.

Ids come from the keys of the template, so the same template always gives the same plan.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.catalogue.journey import ObjectKind
from salesorg_gui.catalogue.templates import Template, TemplateHandoff
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, HandoffId, LineId, PodId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Lane, Line, Pod, Record, Seat, Segment, Source

LEADS_A_POD = "pod_lead"


def plan_from_template(template: Template | str, catalogue: Catalogue, language: str | None = None) -> Plan:
    """A plan of a template, or of the one with this id; ``language`` is that of its texts and documents."""
    spoken = catalogue if language is None or language == catalogue.language else load(language)
    wanted = spoken.templates[template if isinstance(template, str) else template.id]
    title = spoken.structures[wanted.model].title
    chart = Chart(
        ChartId("as-is"), title, model=wanted.model, growth_stage=wanted.growth_stage, note=_note(wanted)
    ).with_records(Planting(wanted, spoken).records())
    return Plan(wanted.title, spoken.language, charts={chart.id: chart})


def _note(template: Template) -> str:
    """What the template says of itself and of its pods."""
    pods = (f"{pod.title}: {pod.note}" for pod in template.pods if pod.note)
    return "\n".join(filter(None, (template.description, *pods)))


@dataclass(frozen=True)
class Planting:
    """One template on its way to records."""

    template: Template
    catalogue: Catalogue

    def records(self) -> Iterator[Record]:
        """All records of the template; nothing has a place of its own, so the layout finds one."""
        yield from self._segments()
        yield from self._pods()
        yield from self._seats()
        yield from self._lines()
        yield from self._sources()
        yield from self._handoffs()

    @cached_property
    def _segment_of(self) -> Mapping[str, SegmentId]:
        """Segment by the key of the seat or pod that owns it."""
        return {segment.owner: SegmentId(f"g{n}") for n, segment in enumerate(self.template.segments, 1)}

    @cached_property
    def _pod_of(self) -> Mapping[str, PodId]:
        return {pod.key: PodId(f"pod-{pod.key.lower()}") for pod in self.template.pods}

    def _segments(self) -> Iterator[Segment]:
        for number, segment in enumerate(self.template.segments, 1):
            owner = self._pod_of.get(segment.owner) or SeatId(segment.owner)
            name = self._segment_of[segment.owner]
            yield Segment(name, segment.axis, segment.value, owners=(owner,), order=float(number))

    def _pods(self) -> Iterator[Pod]:
        for number, pod in enumerate(self.template.pods, 1):
            seats = (seat for seat in self.template.seats if seat.pod == pod.key)
            lead = next((SeatId(seat.key) for seat in seats if seat.role == LEADS_A_POD), None)
            segment = self._segment_of.get(pod.key)
            frames = () if segment is None else (segment,)
            yield Pod(self._pod_of[pod.key], pod.title, frames, lead, order=float(number))

    def _seats(self) -> Iterator[Seat]:
        for number, seat in enumerate(self.template.seats, 1):
            yield Seat(
                SeatId(seat.key),
                seat.role,
                headcount=seat.headcount,
                fte=seat.fte,
                pod=None if seat.pod is None else self._pod_of[seat.pod],
                order=float(number),
                stages_added=seat.stages_added,
                stages_removed=seat.stages_removed,
            )

    def _lines(self) -> Iterator[Line]:
        for number, line in enumerate(self.template.lines, 1):
            name = LineId(f"l-{line.report}")
            yield Line(name, SeatId(line.report), SeatId(line.manager), order=float(number))

    def _sources(self) -> Iterator[Source]:
        for number, source in enumerate(self.template.sources, 1):
            name = SourceId(_planted(source.key))
            lane = Lane(source.lane)
            yield Source(name, lane, source.channel, per_month=source.per_month, order=float(number))

    def _handoffs(self) -> Iterator[Handoff]:
        for number, handoff in enumerate(self.template.handoffs, 1):
            what = self.catalogue.objects[handoff.object]
            yield Handoff(
                HandoffId(f"h{number:02}"),
                SeatId(_planted(handoff.source)),
                SeatId(handoff.target),
                what.id,
                self._condition(handoff, what.content),
                what.limit_hours,
                is_return=what.kind is ObjectKind.RETURN,
            )

    def _condition(self, handoff: TemplateHandoff, content: Iterable[str]) -> str:
        """When it is handed over: as the template says, else once all is known that the receiver must be told."""
        if handoff.condition:
            return handoff.condition
        known = ", ".join(content)
        part = self._part_of_the_market(handoff.target) if handoff.source.startswith("@") else ""
        return f"{part}: {known}" if part else known[:1].upper() + known[1:]

    def _part_of_the_market(self, target: str) -> str:
        """What tells the receivers of one lead source apart: the segment of the seat or of its pod."""
        pods = {seat.key: seat.pod for seat in self.template.seats}
        owners = {segment.owner: segment.value for segment in self.template.segments}
        return owners.get(target) or owners.get(pods[target] or "", "")


def _planted(key: str) -> str:
    """The id of a seat or lead source: the keys of sources begin with a sign that ids do without."""
    return key.removeprefix("@")
