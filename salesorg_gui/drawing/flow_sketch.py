"""The Handoffs view besides its records: lanes in words, gaps, the strip, and the headers of the columns."""

from collections.abc import Iterator, Sequence

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, SegmentId
from salesorg_gui.domain.records import Seat
from salesorg_gui.drawing import words
from salesorg_gui.drawing.cards import Detail, Shapes
from salesorg_gui.drawing.flow_frames import (
    HEAD_HEIGHT,
    HeadFace,
    LaneFace,
    gap_box,
    head,
    lane_frame,
    strip_frame,
)
from salesorg_gui.drawing.frames import PAD
from salesorg_gui.drawing.moving import moved
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.layout.flow_parts import Column, Flow, Gap
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout

ABOVE = HEAD_HEIGHT + 8.0
"""How far above the lanes their headers stand on paper."""
BEFORE_NEXT = 8.0


class FlowSketcher:
    """Draws one chart in the Handoffs view."""

    def __init__(self, chart: Chart, layout: Layout, catalogue: Catalogue) -> None:
        self._chart, self._layout, self._catalogue = chart, layout, catalogue
        self._flow = layout.flow or Flow()

    def lane(self, key: Key, rect: Rect, detail: Detail) -> Shapes:
        """A pod's or segment's lane from its own corner."""
        seats = list(self._seats(key))
        total = words.fte_line(seats)
        return lane_frame(LaneFace(*self._names(key, total)), rect, detail, self._title_room(rect))

    def rest(self, detail: Detail) -> Shapes:
        """What is no record, at its place: the lane of those without a pod, the strip, the gaps."""
        return (
            *self._loose(detail),
            *self._strip(detail),
            *(s for gap in self._flow.gaps for s in self.gap(gap, detail)),
        )

    def gap(self, gap: Gap, detail: Detail) -> Shapes:
        """A gap at its place."""
        missing = ", ".join(self._catalogue.stages[stage].short_title for stage in gap.stages)
        return moved(gap_box(missing, gap.rect, detail), gap.rect.x, gap.rect.y)

    def heads(self, detail: Detail = Detail.FULL) -> Shapes:
        """The headers right above the lanes, as large as the chart: for paper."""
        if detail is not Detail.FULL:
            return ()
        return tuple(shape for face, x, width, room in self.columns() for shape in head(face, x, -ABOVE, width, room))

    def columns(self) -> list[tuple[HeadFace, float, float, float]]:
        """The header of each column: from which x, how wide, and how much room its words have."""
        columns = self._flow.columns
        if len(columns) < 2:
            return []
        nexts = [column.x for column in columns[1:]]
        ends = [*nexts, columns[-1].right + 2 * PAD]
        return [
            (self._head(column), column.x, column.width, end - column.x - BEFORE_NEXT)
            for column, end in zip(columns, ends, strict=True)
        ]

    def _names(self, key: Key, total: str) -> tuple[str, str]:
        """A lane's title, and what stands behind it in a fainter type."""
        if key.kind is Kind.SEGMENT:
            return words.segment_title(self._chart.segments[SegmentId(key.id)], self._catalogue), total
        pod = self._chart.pods[PodId(key.id)]
        segment = self._chart.frame_of(pod)
        if segment is None:
            return words.pod_title(pod), total
        return words.pod_title(pod), f"{words.segment_title(self._chart.segments[segment], self._catalogue)} · {total}"

    def _seats(self, key: Key) -> Iterator[Seat]:
        if key.kind is Kind.POD:
            pods: Sequence[PodId] = (PodId(key.id),)
        else:
            pods = [pod.id for pod in self._chart.pods_in.get(SegmentId(key.id), ())]
        for pod in pods:
            yield from (self._chart.seats[seat] for seat in self._layout.members.get(pod, ()))

    def _title_room(self, rect: Rect) -> float:
        """Up to the end of the first column: behind it, ways may run through the title's row."""
        first = next((column for column in self._flow.columns if column.stages), None)
        return min((first.right if first is not None else rect.right) - rect.x, rect.width) - PAD

    def _loose(self, detail: Detail) -> Shapes:
        rect = self._flow.loose
        if rect is None:
            return ()
        is_pods = bool(self._layout.members)
        title = _("Without pod") if is_pods else _("The organisation")
        return moved(lane_frame(LaneFace(title, ""), rect, detail, self._title_room(rect)), rect.x, rect.y)

    def _strip(self, detail: Detail) -> Shapes:
        rect = self._flow.strip
        return moved(strip_frame(rect, detail), rect.x, rect.y) if rect is not None else ()

    def _head(self, column: Column) -> HeadFace:
        if not column.stages:
            return self._sources_head()
        stages = [self._catalogue.stages[stage] for stage in column.stages]
        counted = [(stage, count) for stage, count in zip(stages, column.covers, strict=True) if count]
        shown = [stage for stage, _count in counted] or stages
        title = shown[0].short_title if len(shown) == 1 else _("Qualification")
        note = ngettext("{count} seat", "{count} seats", column.seats).format(count=column.seats)
        if len(counted) > 1:
            note = ", ".join(f"{count} {stage.short_title.lower()}" for stage, count in reversed(counted))
        elif column.seats and column.seats == column.shared:
            note = _("{seats}, shared").format(seats=note)
        return HeadFace(title, note, f"{shown[0].phase}_solid")

    def _sources_head(self) -> HeadFace:
        sources = self._chart.sources.values()
        first = next(iter(self._catalogue.stages.values()))
        has_seats = any(first.id in column.stages for column in self._flow.columns)
        note = ngettext("{count} source", "{count} sources", len(sources)).format(count=len(sources))
        leads = sum(source.per_month for source in sources)
        if leads:
            total = _("{count} a month").format(count=words.short_amount(leads) if leads > 1e5 else f"{leads:g}")
            note = f"{note} · {total}"
        return HeadFace(_("Lead sources") if has_seats else first.short_title, note, f"{Purpose.FIND}_solid")
