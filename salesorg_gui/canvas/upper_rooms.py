"""Which rooms of the screen the upper coat takes, thing by thing: what differs between two moments is painted anew."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.showing import Showing
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing.marks import note_rect
from salesorg_gui.drawing.shapes import Wire
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import around

NOTE_EDGE = 8.0
"""The note keeps this far from the edge of the screen."""
RING = 16.0
"""How far rings, ports and carets reach beyond what they mark, in px of the screen."""
SHADOW = 40.0
"""How far the shadow of something held reaches."""
MANY_RINGS = 64

type Size = tuple[float, float]
type Parts = Mapping[str, tuple[object, tuple[Rect, ...]]]


def upper_rooms(before: Showing, now: Showing, picture: Picture, camera: Camera, size: Size) -> list[Rect] | None:
    """The rooms of the screen that look different; ``None`` when all of it may."""
    if before.outlook is not now.outlook:
        return None
    rooms: list[Rect] = []
    if _rings(before) != _rings(now):
        if len(before.selected | now.selected) > MANY_RINGS or before.shifts or now.shifts:
            return None
        rooms += [room for showing in (before, now) for room in _ring_rooms(showing, picture, camera)]
    was, is_ = _parts(before, picture, camera, size), _parts(now, picture, camera, size)
    for name, (what, taken) in was.items():
        if is_[name][0] != what:
            rooms += [*taken, *is_[name][1]]
    return rooms


def note_room(showing: Showing, camera: Camera, size: Size) -> Rect | None:
    """Where the note stands on the screen, wholly in sight."""
    staging = showing.staging
    text = staging.landing.note
    if not text or staging.note_at is None:
        return None
    at = camera.to_screen(staging.note_at)
    room = note_rect(at, text)
    x = max(NOTE_EDGE, min(at.x, size[0] - room.width - NOTE_EDGE))
    y = max(NOTE_EDGE, min(at.y, size[1] - room.height - NOTE_EDGE))
    return Rect(x, y, room.width, room.height)


def _rings(showing: Showing) -> tuple[object, ...]:
    """What tells who wears a ring, and where."""
    staging = showing.staging
    return showing.selected, showing.focus, showing.is_keyboard, showing.shifts, staging.carried, staging.landing.parted


def _ring_rooms(showing: Showing, picture: Picture, camera: Camera) -> Iterator[Rect]:
    for key in showing.selected:
        rect = picture.layout.rect(key)
        if rect is not None:
            shift = showing.staging.landing.parted.get(key, Point(0.0, 0.0))
            yield camera.shown(rect.moved(*shift)).grown(RING)


def _parts(showing: Showing, picture: Picture, camera: Camera, size: Size) -> Parts:
    """Everything but the rings: what it is, and the room it takes."""
    staging, landing = showing.staging, showing.staging.landing
    hover = None if staging.ghosts or staging.wire else showing.hovered
    note = note_room(showing, camera, size)
    return {
        "hover": ((hover, showing.port, showing.port_width), _card(picture, camera, hover)),
        "target": ((landing.target, landing.is_refused), _card(picture, camera, landing.target)),
        "marks": ((landing.slot, landing.caret, landing.guides), tuple(_mark_rooms(showing, camera))),
        "ghosts": ([ghost.rect for ghost in staging.ghosts], _ghosts(showing, camera)),
        "wires": ((staging.wire, staging.strings), tuple(_wire_rooms(showing, camera))),
        "origin": ((staging.origin, showing.port_width), _spot(camera, staging.origin)),
        "band": (staging.band, (camera.shown(staging.band).grown(2.0),) if staging.band is not None else ()),
        "note": ((landing.note, landing.is_refused, note), (note.grown(RING),) if note is not None else ()),
    }


def _card(picture: Picture, camera: Camera, key: Key | None) -> tuple[Rect, ...]:
    rect = picture.layout.rect(key) if key is not None else None
    return (camera.shown(rect).grown(RING),) if rect is not None else ()


def _mark_rooms(showing: Showing, camera: Camera) -> Iterator[Rect]:
    landing = showing.staging.landing
    if landing.slot is not None:
        yield camera.shown(landing.slot).grown(RING)
    for line in (*((landing.caret,) if landing.caret is not None else ()), *landing.guides):
        yield camera.shown(_spanned(*line)).grown(RING)


def _ghosts(showing: Showing, camera: Camera) -> tuple[Rect, ...]:
    rects = [ghost.rect for ghost in showing.staging.ghosts]
    return (camera.shown(around(rects)).grown(SHADOW * max(1.0, camera.zoom)),) if rects else ()


def _wire_rooms(showing: Showing, camera: Camera) -> Iterator[Rect]:
    """Run by run: a line across the screen does not take the whole screen. Labels lie on their run, or across it."""
    for shape in (*showing.staging.wire, *showing.staging.strings):
        if isinstance(shape, Wire):
            reach = RING + 16.0 * camera.zoom
            yield from (camera.shown(_spanned(*run)).grown(reach) for run in pairwise(shape.points))


def _spot(camera: Camera, spot: Point | None) -> tuple[Rect, ...]:
    if spot is None:
        return ()
    at = camera.to_screen(spot)
    return (Rect(at.x, at.y, 0.0, 0.0).grown(RING),)


def _spanned(one: Point, other: Point) -> Rect:
    return Rect(min(one.x, other.x), min(one.y, other.y), abs(one.x - other.x), abs(one.y - other.y))
