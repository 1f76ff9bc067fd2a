"""The picture of a chart: the only map from ids to what is shown. It needs no toolkit.

It follows changes and redraws exactly what differs; the first display is a change from an empty chart. Hit-testing,
rubber band, minimap and whatever paints the board ask the picture.
"""

from collections.abc import Container, Iterable, Mapping

from salesorg_gui.canvas.boxes import Boxes
from salesorg_gui.canvas.laying import Laying
from salesorg_gui.canvas.looks import Looks
from salesorg_gui.canvas.touched import Touched
from salesorg_gui.canvas.update import Moves, Update, merged, moves_between, rooms_of
from salesorg_gui.canvas.wires import EDGE_KINDS, Wires
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.drawing.sketch import Sketch
from salesorg_gui.drawing.streams import Streams
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind, around

HIT_REACH = 6.0
HALO = 24.0
"""How far shadows, rings and badges reach beyond a card or frame."""
FAR_HALO = 120.0
"""How far wires reach beyond the cards."""
FEW = 200
"""Up to so many wires and cards, their rooms are told one by one; beyond, everything is painted anew."""

DRAWN = tuple(kind for kind in Kind if kind is not Kind.HIRE)
type Keys = Container[Key]

STILL = Moves()
NOTHING = frozenset[Key]()


class Picture:  # noqa: PLR0904 -- whoever shows, hits or tests anything asks here
    """What is shown of one chart in one view, in the words of one catalogue.

    ``looks`` draws each record, ``wires`` know the ways of lines and handoffs.
    """

    def __init__(self, catalogue: Catalogue, view: ViewKind = ViewKind.BOARD) -> None:
        self._chart = Chart()
        self._laying = Laying()
        self._layout = Layout(view)
        self.boxes = Boxes()
        self.wires = Wires()
        self.catalogue, self.looks = catalogue, Looks(catalogue, self.wires)

    @property
    def chart(self) -> Chart:
        """The chart on show."""
        return self._chart

    @property
    def layout(self) -> Layout:
        """Where everything stands."""
        return self._layout

    @property
    def view(self) -> ViewKind:
        """How the chart is looked at."""
        return self._layout.view

    @property
    def keys(self) -> frozenset[Key]:
        """Every record the picture knows: exactly those of the chart, hires excepted."""
        return frozenset(Key(kind, name) for kind in DRAWN for name in self._chart.records(kind))

    def follow(self, change: Change) -> Update:
        """Show what the change led to."""
        touched = Touched(change)
        if touched.are_many:
            return self._start_over(change)
        dirty = [room for key in touched.cut for room in self.wires.cut(key, touched.edge_before(key))]
        self._chart = change.after
        for key in touched.connected:
            self.wires.connect(key, touched.edge_after(key))
        look = touched.redrawn | self.looks.recolour(change.after)
        self.looks.forget(look | touched.removed)
        look |= touched.connected
        if touched.can_move_in(self.view):
            return self._lay_out(look, dirty)
        self._show()
        return self._update(look, dirty)

    def _start_over(self, change: Change) -> Update:
        """Most of the chart is another: nothing known of the one before is of use."""
        self._chart = change.after
        self._laying.forget()
        self.wires.start_over()
        self.looks.recolour(change.after)
        self.looks.forget_all()
        return self._lay_out(set(), [], is_other=True)

    def show_view(self, view: ViewKind, lanes: Lanes | None = None) -> Update:
        """Look at the same chart in another way; ``lanes`` are what the Handoffs view shows from now on."""
        is_other = lanes not in {None, self._laying.lanes}
        self._laying.lanes = lanes or self._laying.lanes
        if view is self.view and not (is_other and view is ViewKind.HANDOFFS):
            return Update()
        self.looks.forget_all()  # seen from far away, seats in a pod are drawn in one view only
        before = self._layout
        self._layout = self._laying.laid_out(view, self._chart, self.catalogue)
        self._show()
        self.boxes.start_over(self._layout)
        self.wires.forget_ways()
        was, now = ({*layout.cards, *layout.frames} for layout in (before, self._layout))
        return Update(frozenset(now - was), frozenset(was - now), dirty=(_room(before, self._layout),))

    def show_bench(self, wanted: bool) -> Update:
        """Offer an empty bench to drop on while a hand holds a seat."""
        if wanted == self._laying.with_bench:
            return Update()
        self._laying.with_bench = wanted
        return self._lay_out(set(), [])

    def fold(self, seats: frozenset[SeatId]) -> Update:
        """Hide in the reporting view whoever stands below these seats, and show everybody else."""
        if seats == self._laying.folded:
            return Update()
        chips = {Key(Kind.SEAT, seat) for seat in seats ^ self._laying.folded}
        self._laying.folded = seats
        self.looks.forget(chips)
        return self._lay_out(chips, []) if self.view is ViewKind.REPORTING else Update()

    def show_picked(self, keys: Iterable[Key], besides: frozenset[Key] = frozenset()) -> Update:
        """Let the edges of what is selected speak, its reports' lines and its handoffs, and some edges besides."""
        edges = self.wires.pick(frozenset(keys), besides)
        return Update(dirty=tuple(_whole(self._layout))) if edges is None else self._update(edges, [])

    def show_all_handoffs(self, wanted: bool) -> Update:
        """Draw every handoff, or only those of the selection."""
        return Update(dirty=tuple(_whole(self._layout))) if self.wires.want_all_handoffs(wanted) else Update()

    def show_findings(self, severities: Mapping[Key, str]) -> Update:
        """Mark records with the worst that was found about them: ``error``, ``warning`` or ``hint``."""
        return self._update(self.looks.mark(severities), [])

    def show_loads(self, loads: Mapping[SeatId, float], streams: Streams | None = None) -> Update:
        """Say on cards how full the time of their seat is, and how much flows; where colours tell it, on wires too."""
        keys = self.looks.load(loads, streams)
        if self.looks.by is ColourBy.LOAD or len(keys) > FEW:
            return Update(redrawn=_known(self._chart, keys), dirty=tuple(_whole(self._layout)))
        return self._update(keys, [])

    def colour_by(self, by: ColourBy) -> Update:
        """Let the colours of cards say something else than the purpose."""
        self.looks.colour_by(by)
        return self._update(*_everything(self._layout))

    def use_catalogue(self, catalogue: Catalogue) -> Update:
        """Speak another language, or know a plan's own roles."""
        self.catalogue = catalogue
        self._laying.forget()
        self.looks.use_catalogue(catalogue)
        return (self._lay_out if self.view is ViewKind.HANDOFFS else self._update)(*_everything(self._layout))

    def bounds(self, key: Key) -> Rect | None:
        """The room of a record; nothing when this view does not show it."""
        return _extent(self.wires.taken(key)) if key.kind in EDGE_KINDS else self._layout.rect(key)

    def sketch(self, key: Key, detail: Detail = Detail.FULL) -> Sketch:
        """What a record looks like, drawn from its corner; no shapes when this view does not show it."""
        return self.looks.sketch(key, detail)

    def keys_in(self, rect: Rect, hidden: Iterable[Key] = ()) -> tuple[Key, ...]:
        """What can be told apart there, in the order it is painted: outer and inner frames, wires, cards.

        Handoffs of what is ``hidden`` are not to be seen.
        """
        frames, cards = self.boxes.within(rect)
        return (*frames, *self.edges_in(rect, hidden), *cards)

    def cards_in(self, rect: Rect) -> Iterable[Key]:
        """The cards that touch a rectangle, in no order that means anything."""
        return self.boxes.cards_within(rect)

    def edges_in(self, rect: Rect, hidden: Iterable[Key] = ()) -> tuple[Key, ...]:
        """The drawn lines and handoffs that touch a rectangle, picked ones last; of some that look alike, one."""
        stream = self.looks.stream if self.looks.streams is not None else None
        seats = [key.id for key in hidden if key.kind is Kind.SEAT]
        return tuple(self.wires.within(rect, seats, stream))

    def key_at(self, spot: Point, reach: float = HIT_REACH) -> Key | None:
        """What lies at a spot: the uppermost card, else the nearest wire, else the innermost frame."""
        frames, cards = self.boxes.at(spot)
        if cards:
            return cards[-1]
        return self.wires.at(spot, reach) or (frames[-1] if frames else None)

    def _lay_out(self, look: set[Key], dirty: list[Rect], *, is_other: bool = False) -> Update:
        """Find out where everything stands now, and tell what differs; ``is_other`` when little is as before."""
        before = self._layout
        self._layout = self._laying.laid_out(before.view, self._chart, self.catalogue)
        self._show()
        moves = moves_between(before, self._layout)
        self.boxes.show(self._layout, moves)
        self.looks.forget((resized := moves.resized) | moves.gone.keys())
        since = self._layout.told_since(before)
        if since is not None and since.rooms is not None and not is_other:
            self.wires.forget_ways()
            return moves.told_in(self._update((look | resized) - moves.come.keys(), [*dirty, *since.rooms]))
        if is_other or len(moves) > FEW or self.view is ViewKind.HANDOFFS:
            return self._all_elsewhere(before, look | resized, moves)
        edges, along = self.wires.touched_by(before, self._layout, moves.keys)
        if before.bench != self._layout.bench or before.benched != self._layout.benched:
            dirty = dirty + [rect for rect in (before.bench, self._layout.bench) if rect is not None]
        return self._update(look | edges | resized, dirty, moves, along - look)

    def _all_elsewhere(self, before: Layout, look: set[Key], moves: Moves) -> Update:
        """So much differs that all is painted anew; in the Handoffs view any way may go round any card."""
        self.wires.forget_ways()
        redrawn = _known(self._chart, (key for key in look if key not in moves.come))
        room = _room(before, self._layout)
        return Update(moves.come.keys(), frozenset(moves.gone), redrawn, moves.moved, (room,), along=moves.along)

    def _update(self, look: set[Key], dirty: list[Rect], moves: Moves = STILL, along: Keys = NOTHING) -> Update:
        """What there is to paint: ``look`` looks different, ``dirty`` must be painted besides, ``along`` in no room."""
        redrawn = _known(self._chart, look) - moves.come.keys()
        edges = {key for key in look if key.kind in EDGE_KINDS and key not in along}
        if len(edges) > FEW:
            self.wires.forget_ways()
            dirty = [*dirty, self._layout.bounds.grown(FAR_HALO)]
        else:
            dirty = [*dirty, *self.wires.rooms(edges)]
        dirty += moves.rooms()
        whole, headed = rooms_of(redrawn, self._layout)
        rooms, heads = (merged(rect.grown(HALO) for rect in part) for part in ([*dirty, *whole], headed))
        return Update(moves.come.keys(), frozenset(moves.gone), redrawn, moves.moved, rooms, heads)

    def _show(self) -> None:
        self.wires.show(self._chart, self._layout)
        self.looks.show(self._chart, self._layout)


def _extent(rooms: list[Rect]) -> Rect | None:
    return around(rooms) if rooms else None


def _known(chart: Chart, keys: Iterable[Key]) -> frozenset[Key]:
    return frozenset(key for key in keys if chart.record(key) is not None)


def _room(before: Layout, after: Layout) -> Rect:
    """That of everything that was and is."""
    return before.bounds.united(after.bounds).grown(FAR_HALO)


def _whole(layout: Layout) -> list[Rect]:
    """The room of everything: where all is where it was, and much looks different."""
    return [layout.bounds.grown(FAR_HALO)]


def _everything(layout: Layout) -> tuple[set[Key], list[Rect]]:
    """All cards and frames, and their room."""
    return {*layout.cards, *layout.frames}, _whole(layout)
