"""What looks different lies in the rooms that are painted again."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.canvas.passing import runs
from salesorg_gui.canvas.picture import HALO, Picture
from salesorg_gui.canvas.update import Update
from salesorg_gui.canvas.wires import EDGE_KINDS, SPREAD
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.shapes import Label, Shape
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from tests.canvas.test_picture import EVERYWHERE, shown
from tests.domain.random_editing import Hand
from tests.layout.charts import random_chart


def visible(picture: Picture) -> dict[Key, tuple[Shape, ...]]:
    found = {name: picture.sketch(name).placed for name in picture.keys_in(EVERYWHERE)}
    found[Key(Kind.HIRE, "bench")] = picture.looks.bench().placed
    return found


def rooms_of(picture: Picture, name: Key) -> list[Rect]:
    """Where a record is painted: an edge run by run, since most of the room around it is not its own."""
    if name.kind in EDGE_KINDS:
        return [run.grown(SPREAD) for run in runs(picture.wires.route(name))]
    rect = picture.bounds(name)
    return [rect] if rect is not None else []


def covered(rect: Rect, update: Update) -> bool:
    return any(dirty.united(rect) == dirty for dirty in update.rooms(is_near=False))


def assert_only_heading_differs(
    frame: Rect | None, before: tuple[Shape, ...], now: tuple[Shape, ...], update: Update
) -> None:
    """Of a frame that is not painted again whole, what differs are lines of text in the part that is."""
    if frame is None or frame.grown(HALO) not in update.headed or covered(frame, Update(dirty=update.dirty)):
        return
    for shape in {*before} ^ {*now}:
        assert isinstance(shape, Label)
        line = Rect(frame.x, shape.baseline.y - shape.size, frame.width, 1.4 * shape.size)
        assert any(room.united(line) == room for room in update.rooms(is_near=True)), shape


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 5_000), st.sampled_from(ViewKind))
def test_everything_that_looks_different_lies_in_the_dirty_part(seed: int, view: ViewKind) -> None:
    hand = Hand(Random(seed))
    picture = shown(random_chart(seed, 25, free=0.2), view)
    for _ in range(6):
        before, rooms = visible(picture), {name: picture.bounds(name) for name in picture.keys}
        taken = {name: rooms_of(picture, name) for name in picture.keys}
        try:
            after = hand.chart_edit(picture.chart).apply(picture.chart)
        except EditRefused:
            continue
        update = picture.follow(Change(picture.chart, after, Plan(), Plan()))
        now = visible(picture)
        for name in {*before, *now} - {Key(Kind.HIRE, "bench")}:
            if before.get(name, ()) != now.get(name, ()):
                places = [*(taken[name] if name in before else ()), *(rooms_of(picture, name) if name in now else ())]
                assert all(covered(room, update) for room in places), name
        for name in update.redrawn & before.keys() & now.keys() & picture.layout.frames.keys():
            if rooms[name] == picture.bounds(name):
                assert_only_heading_differs(rooms[name], before[name], now[name], update)
