"""The way of the keyboard from card to card, and from a card to what is drawn from and to it."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.keys.walk import EDGES, Walk, edges_at, row_of
from salesorg_gui.canvas.steps import Direction
from salesorg_gui.canvas.typed_surface import TypedSurface
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.i18n import _

REMEMBERED = 64


class Walking(QObject):
    """Moves the focus of the selection; changes nothing else. ``hint`` says why a key did nothing."""

    hint = Signal(str)

    def __init__(self, surface: TypedSurface) -> None:
        super().__init__(surface)
        self._surface, self._session = surface, surface.session
        self._walk = Walk()
        self._anchor: Key | None = None
        self._been: deque[Key] = deque(maxlen=REMEMBERED)
        self._session.selection.changed.connect(self._remember)

    @property
    def focus(self) -> Key | None:
        """What the keys act from, as far as it is still there."""
        focus = self._session.selection.focus
        return focus if focus is not None and self._session.chart.record(focus) is not None else None

    def step(self, way: Direction, *, is_adding: bool = False) -> None:
        """Go to the next card that way."""
        chart, layout = self._session.chart, self._surface.picture.layout
        self._go(self._walk.step(chart, layout, self.focus, way), is_adding=is_adding)

    def step_to_end(self, *, is_last: bool, is_adding: bool = False) -> None:
        """Go to the first or last card of the row the focus stands in."""
        focus = self.focus
        row = row_of(self._session.chart, self._surface.picture.layout, focus) if focus is not None else ()
        if row:
            between = row[row.index(focus) :] if is_last and focus in row else row
            self._go(row[-1] if is_last else row[0], is_adding=is_adding, more=between if is_adding else ())

    def step_edge(self, by: int) -> None:
        """Pick the next handoff or line of the card that had the focus."""
        focus = self.focus
        if focus is None:
            return
        if focus.kind not in EDGES:
            self._anchor = focus
        edges = edges_at(self._session.chart, self._anchor) if self._anchor is not None else ()
        if not edges:
            self.hint.emit(_("Nothing is drawn from or to it."))
            return
        at = edges.index(focus) + by if focus in edges else (0 if by > 0 else -1)
        self.select([edges[at % len(edges)]])

    def recover(self) -> None:
        """When what was picked is gone, for example undone, go back to where one was last."""
        chart, picked = self._session.chart, self._session.selection.keys
        last = next((key for key in reversed(self._been) if chart.record(key) is not None), None)
        if not picked and last is not None:
            self._session.selection.select([last])

    def leave_edge(self) -> bool:
        """From an edge back to its card; whether there was one."""
        focus, anchor = self.focus, self._anchor
        if focus is None or focus.kind not in EDGES or anchor is None or self._session.chart.record(anchor) is None:
            return False
        self.select([anchor])
        return True

    def neighbour(self) -> Key | None:
        """Who gets the focus when it goes: the next in its row, the one before, else its manager or its card."""
        focus, chart = self.focus, self._session.chart
        if focus is None:
            return None
        if focus.kind in EDGES:
            return self._anchor
        gone = self._session.selection.keys
        row = row_of(chart, self._surface.picture.layout, focus)
        at = row.index(focus) if focus in row else 0
        manager = chart.manager_of(SeatId(focus.id)) if focus.kind is Kind.SEAT else None
        above = (Key(Kind.SEAT, manager),) if manager is not None else ()
        return next((key for key in (*row[at:], *reversed(row[:at]), *above) if key not in gone), None)

    def select(self, keys: Iterable[Key]) -> None:
        """Pick these, as the keyboard does."""
        keys = tuple(keys)
        self._session.selection.select(keys, keys[0] if keys else None)
        self._surface.show_keyboard()
        self._surface.reveal(keys)

    def _go(self, found: Key | None, *, is_adding: bool, more: tuple[Key, ...] = ()) -> None:
        if found is None:
            return
        selection = self._session.selection
        selection.select({*selection.keys, *more, found} if is_adding else {found}, found)
        self._surface.show_keyboard()
        self._surface.reveal([found])

    @guarded(None)
    def _remember(self) -> None:
        focus = self._session.selection.focus
        if focus is not None and (not self._been or self._been[-1] != focus):
            self._been.append(focus)
