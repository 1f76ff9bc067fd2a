"""A part of the board on a page, with the frame of the segment its pods stand in."""

from dataclasses import dataclass

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Seat, Segment
from salesorg_gui.drawing.frames import SegmentFace, segment_frame
from salesorg_gui.drawing.moving import moved
from salesorg_gui.exchange.documents.charts.drawn import AIR, drawn_as
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.charts.leaves import Numbers, Scenery
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout


@dataclass(frozen=True, slots=True)
class FramedPods:
    """A segment around some of its pods: whose seats those are, and how large the frame is."""

    segment: Segment
    seats: tuple[Seat, ...]
    rect: Rect


@dataclass(frozen=True, slots=True)
class BoardScene:
    """Frames and cards as they are laid out."""

    chart: Chart
    layout: Layout
    frame: FramedPods | None = None

    def drawn(self, subject: Subject, _numbers: Numbers) -> Scenery:
        """The board, inside its frame if it has one."""
        picture = drawn_as(subject, self.chart, self.layout)
        if self.frame is None:
            return Scenery(picture.bounds, picture.shapes)
        face, rect = SegmentFace(self.frame.segment, self.frame.seats), self.frame.rect
        ground = moved(segment_frame(face, rect, subject.catalogue), rect.x, rect.y)
        return Scenery(picture.bounds.united(rect.grown(AIR)), (*ground, *picture.shapes))
