"""The headers of the Handoffs view: over their columns, as large at every zoom, and in sight wherever one looks."""

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.drawing.cards import Shapes
from salesorg_gui.drawing.flow_frames import HEAD_HEIGHT, head
from salesorg_gui.drawing.flow_sketch import FlowSketcher
from salesorg_gui.drawing.shapes import Box, Shape
from salesorg_gui.layout.geometry import Point, Rect

TOP = 10.0
"""How far below the upper edge of the screen they stay."""
ROOM = TOP + HEAD_HEIGHT
"""So much of the upper edge of the screen they take, in px, at every zoom."""
LEAST = 44.0
"""With less room there is no use in words."""


def heads(flow: FlowSketcher, camera: Camera, width: float) -> tuple[Shapes, Shapes]:
    """Right above the lanes, or at the upper edge of the screen when the lanes reach above it.

    Where lanes reach above it, a ground hides them; it comes first, as it does so in any light.
    """
    columns = flow.columns()
    if not columns:
        return (), ()
    above = camera.to_screen(Point(0.0, 0.0)).y - HEAD_HEIGHT
    y = max(above, TOP)
    ground: Shapes = ()
    if above < TOP:
        ground = (
            Box(Rect(0.0, 0.0, width, TOP + HEAD_HEIGHT - 8.0), "canvas"),
            Box(Rect(0.0, TOP + HEAD_HEIGHT - 8.0, width, 1.0), "line"),
        )
    shapes: list[Shape] = []
    for face, left, wide, room in columns:
        x = camera.to_screen(Point(left, 0.0)).x
        drawn = head(face, x, y, wide * camera.zoom, room * camera.zoom)
        shapes += drawn if room * camera.zoom >= LEAST else drawn[:1]
    return ground, tuple(shapes)


def below_heads(camera: Camera, part: Rect, width: float, height: float) -> Camera:
    """The camera that was fitted to this part of the lanes, or one that shows all of it below the headers."""
    if camera.to_screen(Point(0.0, 0.0)).y >= ROOM:
        return camera
    lanes = Rect(part.x, 0.0, part.width, part.bottom)
    return camera.fitting(lanes, width, height - ROOM).panned(0.0, ROOM)
