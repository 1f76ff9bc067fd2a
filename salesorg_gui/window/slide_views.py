"""From what the canvas shows to a slide, and back."""

from typing import TYPE_CHECKING

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SlideId, fresh_id
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Pod, Segment
from salesorg_gui.domain.slides import Room, Slide
from salesorg_gui.drawing.colouring import ColourBy, colour_by
from salesorg_gui.drawing.words import pod_title, segment_title
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.window.frame import title_of

if TYPE_CHECKING:
    from salesorg_gui.canvas.view import ChartView
    from salesorg_gui.window.main_window import MainWindow

MARGIN = 24.0
MUCH = 0.4
"""A frame that fills so much of what is seen gives a slide its name."""


def seen(window: "MainWindow") -> Slide:
    """What the canvas shows now, as a new slide."""
    canvas, session = window.frame.canvas, window.parts.ground.session
    view, by = canvas.picture.view, window.sights.by
    room = _room(canvas)
    return Slide(
        SlideId(fresh_id("v", {slide.id for slide in session.plan.slides})),
        title=_named(canvas, room, window.parts.ground.catalogue) or session.chart.title,
        chart=session.chart.id,
        view="" if view is ViewKind.BOARD else view.value,
        room=room,
        spotlight=tuple(sorted(_clear(canvas))),
        folded=tuple(sorted(canvas.folded & session.chart.seats.keys())),
        colour="" if by is ColourBy.PURPOSE else by.value,
        all_handoffs=window.actions_table["all_handoffs"].isChecked(),
    )


def whole(window: "MainWindow") -> Slide:
    """The whole chart as it is looked at, under the plan's title: what is presented without slides."""
    session = window.parts.ground.session
    canvas = window.frame.canvas
    return Slide(
        SlideId("whole"),
        title=title_of(session),
        note=session.chart.title if len(session.plan.charts) > 1 else "",
        chart=session.chart.id,
        view=canvas.picture.view.value,
        folded=tuple(sorted(canvas.folded)),
        colour=window.sights.by.value,
        all_handoffs=window.actions_table["all_handoffs"].isChecked(),
    )


def show(window: "MainWindow", slide: Slide) -> None:
    """Look at the chart as a slide does, as far as what it names is there."""
    canvas, session = window.frame.canvas, window.parts.ground.session
    if slide.chart is not None and slide.chart in session.plan.charts:
        session.show_chart(slide.chart)
    kind = slide.view if slide.view in set(ViewKind) else ViewKind.BOARD.value
    if kind != canvas.picture.view:
        window.commands.views.show_kind(kind)
    window.sights.colour_by(colour_by(slide.colour))
    canvas.fold(frozenset(seat for seat in slide.folded if seat in session.chart.seats))
    if window.actions_table["all_handoffs"].isChecked() != slide.all_handoffs:
        window.actions_table["all_handoffs"].trigger()
    window.sights.shine_on(slide)
    if slide.room is not None:
        canvas.fit_rect(Rect(*slide.room))
    else:
        canvas.fit()


def fits(plan: Plan, slide: Slide) -> bool:
    """Whether the chart of a slide is still there."""
    return slide.chart is None or slide.chart in plan.charts


def _room(canvas: "ChartView") -> Room | None:
    """The part of the chart in sight; nothing when all of it is."""
    port, bounds = canvas.viewport(), canvas.picture.layout.bounds
    part = canvas.camera.seen(port.width(), port.height())
    if part.grown(1.0).holds(bounds):
        return None
    edge = bounds.grown(MARGIN)
    x, y = max(part.x, edge.x), max(part.y, edge.y)
    width, height = min(part.right, edge.right) - x, min(part.bottom, edge.bottom) - y
    return Room(*(float(round(side)) for side in (x, y, width, height))) if width > 0 and height > 0 else None


def _clear(canvas: "ChartView") -> frozenset[Key]:
    """What is not dimmed. Frames are left out: they are clear because of what stands in them."""
    clear = canvas.light.clear or frozenset()
    return frozenset(key for key in clear if key.kind not in {Kind.POD, Kind.SEGMENT})


def _named(canvas: "ChartView", room: Room | None, catalogue: Catalogue) -> str:
    """The name of the frame one looks at, if one fills much of the room."""
    if room is None:
        return ""
    middle, area = Rect(*room).centre, room.width * room.height
    found = [
        (rect.width * rect.height, key)
        for key, rect in canvas.picture.layout.frames.items()
        if rect.contains(middle) and rect.width * rect.height >= MUCH * area
    ]
    if not found:
        return ""
    return frame_title(canvas.picture.chart, min(found)[1], catalogue)


def frame_title(chart: Chart, key: Key, catalogue: Catalogue) -> str:
    """What a pod or segment is called; nothing when it is gone."""
    match chart.record(key):
        case Pod() as pod:
            return pod_title(pod)
        case Segment() as segment:
            return segment_title(segment, catalogue)
        case _:
            return ""
