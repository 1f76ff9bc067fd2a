"""Parts a board into pages: who leads it, then its segments and pods as large as can be read.

Neighbouring segments and pods share a page while all of them fit; a segment too large for one is parted into its pods,
and a pod too large into parts of its members.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from salesorg_gui.domain.chart import Chart, in_order
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Place, Pod, Segment
from salesorg_gui.drawing import words
from salesorg_gui.exchange.documents.charts.board_parts import framed_by, restricted, with_leads
from salesorg_gui.exchange.documents.charts.board_scene import BoardScene, FramedPods
from salesorg_gui.exchange.documents.charts.branches import Room
from salesorg_gui.exchange.documents.charts.drawn import AIR
from salesorg_gui.exchange.documents.charts.furniture import Subject, figures
from salesorg_gui.exchange.documents.charts.leaves import Grid, Leaf, Trail, evenly, grids, in_parts, together
from salesorg_gui.exchange.documents.charts.tree_pages import TreePages
from salesorg_gui.exchange.documents.charts.tree_scene import Onward
from salesorg_gui.exchange.watch import onlooker
from salesorg_gui.i18n import _
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.frames import pod_size
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.lengths import SEGMENT_GAP, SEGMENT_HEADER, SEGMENT_PAD

type Part = tuple[Pod, tuple[SeatId, ...]]
"""A pod, and those of its members that stand on one page."""


@dataclass(frozen=True)
class BoardPages:
    """The board of a chart on pages of one size."""

    subject: Subject
    room: Room

    def leaves(self) -> list[Leaf]:
        """All pages: those of leaders, of segments and pods, and of what stands beside them."""
        chart = self._chart
        whole = arrange_board(chart)
        if self._fits(whole.bounds):
            name, seats, sources = self.subject.name, tuple(chart.seats), tuple(chart.sources)
            scene = BoardScene(chart, whole)
            return [Leaf("board", name, self._figures(seats), scene, seats=seats, sources=sources)]
        framed = [leaf for group in self._groups() for leaf in self._of_group(group)]
        return [*self._leaders(framed, whole), *framed, *self._beside(whole)]

    @property
    def _chart(self) -> Chart:
        return self.subject.chart

    def _fits(self, bounds: Rect) -> bool:
        return bounds.width + 2 * AIR <= self.room.width and bounds.height + 2 * AIR <= self.room.height

    # ------------------------------------------------------------------------------------------------ who leads it

    def _leaders(self, framed: Sequence[Leaf], whole: Layout) -> list[Leaf]:
        """Whoever stands outside of pods, with the leads of pods who report there."""
        outside = [seat.id for seat in self._chart.members.get(None, ()) if seat.id not in set(whole.benched)]
        if not outside:
            return []
        home = {seat: leaf.name for leaf in reversed(framed) for seat in leaf.seats}
        stops = {
            pod.lead: Onward(home[pod.lead], len(self._members[pod.id]))
            for pod in self._chart.pods.values()
            if pod.lead is not None and pod.lead in home and self._chart.manager_of(pod.lead) in set(outside)
        }
        return TreePages(self.subject, self.room, [*outside, *stops], stops, "board ").leaves()

    def _beside(self, whole: Layout) -> Iterator[Leaf]:
        """The bench, and the lead sources."""
        bench = tuple(Key(Kind.SEAT, seat) for seat in whole.benched)
        sources = tuple(Key(Kind.SOURCE, source.id) for source in in_order(self._chart.sources.values()))
        on_pages = [
            (name, title, grids(self._chart, keys, self.room))
            for name, title, keys in (("bench", _("Bench"), bench), ("sources", _("Lead sources"), sources))
            if keys
        ]
        if (one := together([grid for _name, _title, found in on_pages for grid in found], self.room)) is not None:
            on_pages = [(on_pages[0][0], ", ".join(title for _name, title, _found in on_pages), [one])]
        for name, title, found in on_pages:
            for number, grid in enumerate(found, 1):
                yield self._of_grid(f"{name} {number}", in_parts(title, number, len(found)), grid)

    def _of_grid(self, name: str, title: str, grid: Grid) -> Leaf:
        seats = tuple(SeatId(key.id) for key in grid.keys if key.kind is Kind.SEAT)
        shown = tuple(SourceId(key.id) for key in grid.keys if key.kind is Kind.SOURCE)
        note = self._figures(seats) if seats else ""
        return Leaf(name, title, note, grid, seats=seats, sources=shown)

    # ------------------------------------------------------------------------------------------- segments and pods

    @cached_property
    def _members(self) -> dict[PodId, tuple[SeatId, ...]]:
        return {pod: tuple(seat.id for seat in self._chart.members.get(pod, ())) for pod in self._chart.pods}

    def _tops(self) -> list[Key]:
        segments = [Key(Kind.SEGMENT, segment.id) for segment in self._chart.segments_in.get(None, ())]
        return [*segments, *(Key(Kind.POD, pod.id) for pod in self._chart.pods_in.get(None, ()))]

    def _groups(self) -> list[list[Key]]:
        """Neighbours that fit one page together."""
        groups: list[list[Key]] = []
        for top in self._tops():
            if groups and self._fits(self._together([*groups[-1], top]).layout.bounds):
                groups[-1].append(top)
            else:
                groups.append([top])
        return groups

    def _of_group(self, tops: Sequence[Key]) -> Iterator[Leaf]:
        onlooker().rest()
        scene = self._together(tops)
        if self._fits(scene.layout.bounds):
            yield self._leaf(tops, scene)
        elif tops[0].kind is Kind.SEGMENT:
            yield from self._segment(SegmentId(tops[0].id), ())
        else:
            yield from self._pods([self._chart.pods[PodId(tops[0].id)]], None, ())

    def _leaf(self, tops: Sequence[Key], scene: BoardScene, trail: Trail = ()) -> Leaf:
        seats = tuple(seat for pods in scene.layout.members.values() for seat in pods)
        title = ", ".join(self._title(top) for top in tops)
        return Leaf(_name_of(tops[0]), title, self._figures(seats), scene, trail, seats)

    def _segment(self, name: SegmentId, trail: Trail) -> Iterator[Leaf]:
        """A segment that does not fit as it is: its own pods, then the segments in it."""
        key = Key(Kind.SEGMENT, name)
        scene = self._together([key])
        if self._fits(scene.layout.bounds):
            yield self._leaf([key], scene, trail)
            return
        pods = list(self._chart.pods_in.get(name, ()))
        inner = self._chart.segments_in.get(name, ())
        first = ""
        for leaf in self._pods(pods, self._chart.segments[name], trail):
            first = first or leaf.name
            yield leaf
        for segment in inner:
            name_of_it = words.segment_title(self._chart.segments[name], self.subject.catalogue)
            yield from self._segment(segment.id, (*trail, (name_of_it, first)))

    def _pods(self, pods: Sequence[Pod], segment: Segment | None, trail: Trail) -> Iterator[Leaf]:
        """Pods of one segment, or of none, page by page."""
        pages = self._filled([part for pod in pods for part in self._parted(pod)], framed=segment is not None)
        key = Key(Kind.SEGMENT, segment.id) if segment is not None else Key(Kind.POD, pods[0].id)
        for number, parts in enumerate(pages, 1):
            scene = self._framed(parts, segment)
            seats = tuple(seat for _pod, members in parts for seat in members)
            title = self._title_of(parts, segment, is_all=len(pages) == 1)
            following = ((_("Continued on page {page}"), _name_of(key, number + 1)),) if number < len(pages) else ()
            note = in_parts(self._figures(seats), number, len(pages))
            yield Leaf(_name_of(key, number), title, note, scene, trail, seats, onward=following)

    def _title_of(self, parts: Sequence[Part], segment: Segment | None, *, is_all: bool) -> str:
        """The segment, and from which pod to which when there are more."""
        pods = list(dict.fromkeys(words.pod_title(pod) for pod, _members in (parts[0], parts[-1])))
        if segment is None:
            return pods[0]
        title = words.segment_title(segment, self.subject.catalogue)
        return title if is_all else f"{title} · {' – '.join(pods)}"

    def _parted(self, pod: Pod) -> list[Part]:
        """The members of a pod in parts that fit a page each."""
        members = self._members[pod.id]
        most = len(members)
        while most > 1 and not self._holds([pod_size(most)], framed=True):
            most -= 1
        return [(pod, part) for part in evenly(members, max(most, 1))] if members else [(pod, ())]

    def _filled(self, parts: Sequence[Part], *, framed: bool) -> list[list[Part]]:
        """As many pods to a page as fit, in their order."""
        pages: list[list[Part]] = []
        for part in parts:
            sizes = [pod_size(len(members)) for _pod, members in (*(pages[-1] if pages else ()), part)]
            is_other = not pages or all(pod.id != part[0].id for pod, _members in pages[-1])
            if pages and is_other and self._holds(sizes, framed=framed):
                pages[-1].append(part)
            else:
                pages.append([part])
        return pages

    def _holds(self, sizes: Sequence[tuple[float, float]], *, framed: bool) -> bool:
        return self._fits(_around(self._corners(sizes), sizes, framed=framed))

    def _corners(self, sizes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Pods in rows as wide as the page."""
        corners: list[tuple[float, float]] = []
        limit = self.room.width - 2 * AIR - 2 * SEGMENT_PAD
        x = y = bottom = 0.0
        for width, height in sizes:
            if x and x + width > limit:
                x, y = 0.0, bottom + SEGMENT_GAP
            corners.append((x, y))
            x += width + SEGMENT_GAP
            bottom = max(bottom, y + height)
        return corners

    def _framed(self, parts: Sequence[Part], segment: Segment | None) -> BoardScene:
        """Pods stood in rows, with a frame around them if they stand in a segment."""
        sizes = [pod_size(len(members)) for _pod, members in parts]
        corners = self._corners(sizes)
        pods = [
            replace(pod, segments=(), place=Place(x, y)) for (pod, _members), (x, y) in zip(parts, corners, strict=True)
        ]
        seats = [self._chart.seats[seat] for _pod, members in parts for seat in members]
        chart = restricted(self._chart, seats, pods, [])
        frame = None
        if segment is not None:
            rect = _around(corners, sizes, framed=True)
            frame = FramedPods(segment, tuple(seats), rect)
        return BoardScene(with_leads(self._chart, chart), arrange_board(chart), frame)

    def _together(self, tops: Sequence[Key]) -> BoardScene:
        """Frames as the board stands them by itself."""
        chart = framed_by(self._chart, tops)
        return BoardScene(with_leads(self._chart, chart), arrange_board(chart))

    def _title(self, top: Key) -> str:
        if top.kind is Kind.POD:
            return words.pod_title(self._chart.pods[PodId(top.id)])
        return words.segment_title(self._chart.segments[SegmentId(top.id)], self.subject.catalogue)

    def _figures(self, seats: Sequence[SeatId]) -> str:
        fte = sum(self._chart.seats[seat].total_fte for seat in seats)
        return figures(len(seats), fte, self.subject.catalogue.language)


def _around(corners: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]], *, framed: bool) -> Rect:
    """The frame around pods, or the room they take."""
    right = max(x + width for (x, _y), (width, _height) in zip(corners, sizes, strict=True))
    bottom = max(y + height for (_x, y), (_width, height) in zip(corners, sizes, strict=True))
    if not framed:
        return Rect(0.0, 0.0, right, bottom)
    return Rect(-SEGMENT_PAD, -SEGMENT_HEADER, right + 2 * SEGMENT_PAD, bottom + SEGMENT_HEADER + SEGMENT_PAD)


def _name_of(key: Key, number: int = 1) -> str:
    """The name of the leaf of a segment or pod."""
    return f"{key.kind} {key.id}" if number == 1 else f"{key.kind} {key.id} {number}"
