"""Frames of segments, pods and the bench, drawn from their own top left corner at 0, 0."""

from collections.abc import Sequence

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.records import Pod, Seat, Segment
from salesorg_gui.drawing import words
from salesorg_gui.drawing.cards import Detail, Shapes
from salesorg_gui.drawing.shapes import Align, Box, Icon, Ink, Label, Shape, Stroke, Weight
from salesorg_gui.drawing.text import CARD, HEADING, TINY, label, styled, text_width
from salesorg_gui.drawing.theme import TypeStyle
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.values import dataclass

POD_RADIUS, SEGMENT_RADIUS, BENCH_RADIUS = 12.0, 16.0, 12.0
PAD = 16.0
GAP = 12.0
APART = " · "
AFAR_POD = styled(22.0, Weight.SEMIBOLD, -0.01)
AFAR_SEGMENT = styled(28.0, Weight.SEMIBOLD, -0.01)
FARTHEST = styled(40.0, Weight.SEMIBOLD, -0.015)


@dataclass(frozen=True, slots=True)
class PodFace:
    """What a pod's frame speaks of: the pod, its members in order, and who leads it."""

    pod: Pod
    members: tuple[Seat, ...]
    lead: Seat | None = None


@dataclass(frozen=True, slots=True)
class SegmentFace:
    """What a segment's frame speaks of: the segment and all seats inside it, through pods and nested segments."""

    segment: Segment
    members: tuple[Seat, ...]


def pod_frame(face: PodFace, size: Rect, catalogue: Catalogue, detail: Detail = Detail.FULL) -> Shapes:
    """A pod: name and total, lead, goal and vacancies in its header; from very far only its ground."""
    box = Rect(0.0, 0.0, size.width, size.height)
    ground = Box(box.grown(-0.5), "frame_pod", Stroke("line"), POD_RADIUS)
    title, total = words.pod_title(face.pod), words.fte_line(face.members)
    match detail:
        case Detail.FULL:
            return ground, *_row(title, total, size, 20.0, CARD), *_lead_row(face, size, catalogue)
        case Detail.COMPACT:
            return ground, *_row(title, total, size, 30.0, styled(17.0, Weight.SEMIBOLD, -0.01))
        case Detail.FAR:
            count = str(sum(seat.headcount for seat in face.members))
            return ground, *_row(title, count, size, 33.0, AFAR_POD)
        case Detail.BLOCK:
            return (Box(box, "card", Stroke("line_strong", 2.0), POD_RADIUS),)


def _lead_row(face: PodFace, size: Rect, catalogue: Catalogue) -> list[Label]:
    vacancies = words.vacancies(face.members)
    space = size.width - 2 * PAD
    shapes: list[Label] = []
    if vacancies:
        shapes.append(label(vacancies, Point(size.width - PAD, 36.0), space, TINY, "text_3", Align.RIGHT))
        space -= text_width(vacancies, TINY) + GAP
    if face.lead is not None:
        lead = _("Lead: {name}").format(name=words.person_or_title(face.lead, catalogue))
    else:
        lead = _("No lead yet")
    if face.pod.goal:
        lead = f"{lead} · {face.pod.goal}"
    shapes.append(label(lead, Point(PAD, 36.0), space, TINY, "text_3"))
    return shapes


def segment_frame(face: SegmentFace, size: Rect, catalogue: Catalogue, detail: Detail = Detail.FULL) -> Shapes:
    """A segment: its name, and at the right what it has."""
    ground = Box(
        Rect(0.0, 0.0, size.width, size.height).grown(-0.5), "frame_segment", Stroke("segment_border"), SEGMENT_RADIUS
    )
    title = words.segment_title(face.segment, catalogue)
    if detail in {Detail.FAR, Detail.BLOCK}:
        return ground, label(title, Point(PAD, 34.0), size.width - 2 * PAD, AFAR_SEGMENT, "text_1")
    style = HEADING if detail is Detail.FULL else styled(19.0, Weight.SEMIBOLD, -0.01)
    return ground, *_row(title, _segment_total(face), size, 27.0, style)


def _segment_total(face: SegmentFace) -> str:
    if not face.segment.is_served:
        return _("Not served")
    marks = [_("Key")] if face.segment.is_key else []
    totals = [words.fte_line(face.members), words.vacancies(face.members)] if face.members else []
    return APART.join([*marks, *(total for total in totals if total)])


def _row(left: str, right: str, size: Rect, baseline: float, style: TypeStyle) -> list[Label]:
    """A name at the left that gives way to a figure at the right, but not to what the figure can go without."""
    space = size.width - 2 * PAD
    figures = style if style.size > HEADING.size else TINY
    figures = TypeStyle(figures.size * (0.85 if figures is style else 1.0), figures.line, Weight.MEDIUM, 0.0)
    shapes: list[Label] = []
    parts = right.split(APART)
    while len(parts) > 1 and text_width(left, style) + GAP + text_width(APART.join(parts), figures) > space:
        parts.pop()
    right = APART.join(parts)
    if right:
        shapes.append(label(right, Point(size.width - PAD, baseline), space, figures, "text_2", Align.RIGHT))
        space -= text_width(right, figures) + GAP
    shapes.append(label(left, Point(PAD, baseline), max(space, 0.0), style, "text_1"))
    return shapes


def bench_frame(size: Rect, seats: Sequence[object] = (), *, is_target: bool = False) -> Shapes:
    """The bench: dashed, with a word on what it is for."""
    stroke: Ink = "accent" if is_target else "line_strong"
    fill: Ink | None = "accent_tint" if is_target else None
    box = Rect(0.0, 0.0, size.width, size.height)
    baseline = 22.0 if seats else size.height / 2 + 4.5
    name = label(_("Bench"), Point(36.0, baseline), 120.0, CARD, "text_1")
    word = _("People and seats without a place yet") if seats else _("Drop here to keep it for later")
    x = 36.0 + text_width(name.text, CARD) + 8.0
    shapes: list[Shape] = [
        Box(box.grown(-0.75), fill, Stroke(stroke, 1.0, (4.0, 4.0)), BENCH_RADIUS),
        Icon("armchair", Point(PAD, baseline - 11.0), 14.0, "text_2"),
        name,
        label(word, Point(x, baseline), size.width - x - PAD, TINY, "text_3"),
    ]
    return tuple(shapes)
