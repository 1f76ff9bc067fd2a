"""From solved lanes to the board: cards, gaps, pills and routes in px."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from salesorg_gui.domain.ids import HandoffId, Key, Kind
from salesorg_gui.layout.flow_form import PILL_REACH, Form
from salesorg_gui.layout.flow_gutters import Ruler, wide
from salesorg_gui.layout.flow_stages import Span
from salesorg_gui.layout.flow_team import RIGHT, Door, Step
from salesorg_gui.layout.flow_teams import Lane
from salesorg_gui.layout.flow_tracks import Tracks
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.lengths import CARD_HEIGHT
from salesorg_gui.layout.routes import Route, clean


@dataclass(frozen=True, slots=True)
class Places:
    """One lane on the board: ``top`` is its upper edge."""

    lane: Lane
    form: Form
    top: float
    ruler: Ruler

    def drawn(self, patterns: dict[int, "Drawn"]) -> "Drawn":
        """All of it. Lanes built alike are drawn once, from the height 0, and moved.

        ``patterns`` learns them, by the form they hold on to, for one ruler.
        """
        pattern = patterns.get(id(self.form))
        if pattern is None:
            pattern = patterns[id(self.form)] = replace(self, top=0.0).drawn_directly()
        return pattern.moved_to(self)

    def drawn_directly(self) -> "Drawn":
        """All of it, reckoned at its place."""
        return Drawn(self)

    def cards(self) -> dict[Key, Rect]:
        """Its cards."""
        found: dict[Key, Rect] = {}
        for seat, span, top in zip(self.lane.seats, self.form.team.cards, self.form.tops, strict=True):
            found[Key(Kind.SEAT, seat.id)] = self._rect(span, top, top + CARD_HEIGHT)
        return found

    def gaps(self) -> list[Rect]:
        """Its gaps."""
        return [self._rect(*gap) for gap in self.form.gaps]

    def pills(self) -> dict[HandoffId, Rect]:
        """The pill of each handoff that has its pill here; those that share one have the same."""
        found: dict[HandoffId, Rect] = {}
        rects = {net: self._pill(net) for net in self.form.slots}
        for number, (passing, name) in enumerate(zip(self.form.team.passings, self.lane.handoffs, strict=True)):
            net = self.form.doors.nets[number]
            if net in rects and (number in self.form.doors.leaving or passing.from_source):
                found[name] = rects[net]
        return found

    def routes(self) -> dict[HandoffId, Route]:
        """The ways of handoffs between its own cards."""
        doors = self.form.doors
        return {
            self.lane.handoffs[number]: clean(
                self.spot(doors.leaving[number]),
                *self.points(number, doors.leaving[number].y + self.top),
                self.spot(doors.arriving[number]),
            )
            for number in self.form.ways
            if self.form.team.passings[number].is_inside
        }

    def points(self, number: int, y: float) -> list[Point]:
        """The corners of a passing's way inside the lane, from a height on."""
        net, of = self.form.doors.nets[number], self.form.tracks.of
        found: list[Point] = []
        for step in self.form.ways[number]:
            at = step.y + self.top
            if at != y:
                x = self.ruler.gutters[step.gutter].track(step.side, of.get((step.gutter, step.side, net), 0))
                found += [Point(x, y), Point(x, at)]
            y = at
        return found

    def spot(self, door: Door) -> Point:
        """Where a door is."""
        left, right = wide(self.ruler, self.form.team.cards[door.card])
        return Point(right if door.side == RIGHT else left, door.y + self.top)

    def _rect(self, span: Span, top: float, bottom: float) -> Rect:
        left, right = wide(self.ruler, span)
        return Rect(left, top + self.top, right - left, bottom - top)

    def _pill(self, net: int) -> Rect:
        slot = self.form.slots[net]
        middle = self.ruler.gutters[slot.gutter].middle
        return Rect(middle - slot.width / 2, slot.y - PILL_REACH + self.top, slot.width, 2 * PILL_REACH)


@dataclass(frozen=True, eq=False)
class Drawn:
    """What a lane puts on the board, each part reckoned when it is asked for.

    With a ``pattern`` it is the same as that lane, which is built alike and stands at the height 0, elsewhere and of
    other seats and handoffs.
    """

    places: Places
    pattern: "Drawn | None" = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Drawn) and self._parts == other._parts

    __hash__ = None  # type: ignore[assignment]

    def moved_to(self, place: Places) -> "Drawn":
        """The same for a lane built alike; this one stands at the height 0."""
        return Drawn(place, self)

    @cached_property
    def cards(self) -> Mapping[Key, Rect]:
        """The cards of its seats."""
        if self.pattern is None:
            return self.places.cards()
        make, kind, down = tuple.__new__, Kind.SEAT, self.places.top
        return {
            make(Key, (kind, seat.id)): make(Rect, (x, y + down, width, height))
            for seat, (x, y, width, height) in zip(self.places.lane.seats, self.pattern.cards.values(), strict=True)
        }

    @cached_property
    def routes(self) -> Mapping[HandoffId, Route]:
        """The ways of handoffs between its own cards."""
        if self.pattern is None:
            return self.places.routes()
        make, down, names = tuple.__new__, self.places.top, self._names
        return {
            names[name]: tuple([make(Point, (x, y + down)) for x, y in route])
            for name, route in self.pattern.routes.items()
        }

    @cached_property
    def pills(self) -> Mapping[HandoffId, Rect]:
        """The pill of each handoff that has its pill here; those that share one have the same."""
        if self.pattern is None:
            return self.places.pills()
        make, down, names, pills = tuple.__new__, self.places.top, self._names, self.pattern.pills
        rects = {rect: make(Rect, (rect[0], rect[1] + down, *rect[2:])) for rect in pills.values()}
        return {names[name]: rects[rect] for name, rect in pills.items()}

    @cached_property
    def gaps(self) -> tuple[Rect, ...]:
        """Its gaps."""
        if self.pattern is None:
            return tuple(self.places.gaps())
        return tuple([rect.moved(0.0, self.places.top) for rect in self.pattern.gaps])

    @property
    def _parts(self) -> tuple[object, ...]:
        return self.places, self.cards, self.routes, self.pills, self.gaps

    @property
    def _names(self) -> Mapping[HandoffId, HandoffId]:
        """From the handoffs of the pattern to its own."""
        assert self.pattern is not None
        return dict(zip(self.pattern.places.lane.handoffs, self.places.lane.handoffs, strict=True))


def corners(start: float, steps: Sequence[Step], net: int, tracks: Tracks, ruler: Ruler) -> list[Point]:
    """The corners of a way between lanes, on the tracks behind those that lanes use themselves."""
    found: list[Point] = []
    y = start
    for step in steps:
        if step.y != y:
            number = tracks.of[step.gutter, step.side, net] + ruler.own_tracks[step.gutter][step.side]
            x = ruler.gutters[step.gutter].track(step.side, number)
            found += [Point(x, y), Point(x, step.y)]
        y = step.y
    return found
