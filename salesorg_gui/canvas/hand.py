"""The hand on the chart: hovers, presses, and carries one gesture at a time.

It knows spots of the chart and keys, nothing of pixels or events; the view tells it what the mouse did.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from salesorg_gui.canvas.gestures.gesture import AT_REST, Gesture, Staging
from salesorg_gui.canvas.landings.how import PLAIN, How
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.reaches import FINE
from salesorg_gui.canvas.showing import Edge, edges_of, port_spot
from salesorg_gui.canvas.update import Update
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import Key
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.session import Session
from salesorg_gui.values import dataclass

if TYPE_CHECKING:
    from salesorg_gui.canvas.landings.additions import Offer


@dataclass(frozen=True, slots=True)
class Press:
    """Where the button went down: on what, on which port, and whether to add to the selection."""

    spot: Point
    key: Key | None
    port: Edge | None
    is_adding: bool


class Hand:
    """What the pointer is doing. ``staging`` is what to show of it."""

    def __init__(
        self, session: Session, picture: Picture, catalogue: Catalogue, shown: Callable[[Update], None]
    ) -> None:
        self._session, self._picture, self._shown = session, picture, shown
        self.catalogue = catalogue
        self.reaches = FINE
        self.hovered: Key | None = None
        self.port: Edge | None = None
        self._press: Press | None = None
        self._gesture: Gesture | None = None
        self.let_go: dict[Key, Rect] = {}
        """Where the cards just let go of were: from there they glide to their place."""

    @property
    def staging(self) -> Staging:
        """What the gesture shows, if there is one."""
        return self._gesture.staging if self._gesture is not None else AT_REST

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    @property
    def press(self) -> Press | None:
        """The press that is not yet a gesture."""
        return self._press

    def hover(self, spot: Point, zoom: float) -> None:
        """The pointer is here, with no button down. A port reaches beyond its card."""
        reach = self.reaches.on_port / zoom
        port = self._port_at(self.hovered, spot, reach)
        if port is None:
            self.hovered = self._picture.key_at(spot, self.reaches.on_wire / zoom)
            port = self._port_at(self.hovered, spot, reach)
        self.port = port

    def leave(self) -> None:
        """The pointer is elsewhere."""
        self.hovered = self.port = None

    def press_at(self, spot: Point, zoom: float, *, is_adding: bool = False) -> None:
        """The button goes down: what was not selected yet is picked at once, so that it can be carried off."""
        self.hover(spot, zoom)
        self._press = Press(spot, self.hovered, self.port, is_adding)
        selection = self._session.selection
        if self.hovered is None or self.port is not None or is_adding:
            return
        if self.hovered in selection.keys:
            selection.select(selection.keys, self.hovered)
        else:
            selection.select([self.hovered])

    def begin(self) -> None:
        """The pointer went far enough for the press to be a gesture."""
        press, self._press = self._press, None
        if press is None:
            return
        self._gesture = self._begun(press)

    def offer(self, offer: "Offer") -> None:
        """Something new comes in from outside."""
        from salesorg_gui.canvas.gestures.beginning import Beginning  # noqa: PLC0415 -- not before somebody drags

        self.cancel()
        self._show_bench(self._is_board)
        self._gesture = Beginning(self._session, self._picture, self.catalogue).dropping(offer)

    def carry(self, spot: Point, how: How = PLAIN) -> None:
        """The hand with the gesture is over that spot."""
        if self._gesture is not None:
            self._gesture.move(spot, how)

    def release(self) -> None:
        """The button comes up: the gesture ends in its edit, a plain press in a pick."""
        press, self._press = self._press, None
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self._show_bench(wanted=False)
            self.let_go = {ghost.key: ghost.rect for ghost in gesture.staging.ghosts if ghost.key is not None}
            gesture.drop()
            self.let_go = {}
        elif press is not None and press.port is None:
            self._pick(press)

    def cancel(self) -> None:
        """Forget the press and the gesture; nothing has happened."""
        self._press = None
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self._show_bench(wanted=False)
            gesture.cancel()
            self._session.selection.forget_missing(self._session.chart)

    @property
    def _is_board(self) -> bool:
        return self._picture.view is ViewKind.BOARD

    def _show_bench(self, wanted: bool) -> None:
        self._shown(self._picture.show_bench(wanted))

    def _pick(self, press: Press) -> None:
        selection = self._session.selection
        if press.key is None:
            if not press.is_adding:
                selection.clear()
        elif press.is_adding:
            selection.toggle(press.key)
        else:
            selection.select([press.key])

    def _begun(self, press: Press) -> Gesture:
        from salesorg_gui.canvas.gestures.beginning import Beginning  # noqa: PLC0415 -- not before somebody drags

        beginning = Beginning(self._session, self._picture, self.catalogue)
        if press.key is None or not beginning.can_hold(press.key, is_adding=press.is_adding):
            return beginning.band(press.spot, is_adding=press.is_adding)
        if press.port is not None:
            return beginning.pulling(press.key, press.port)
        self._show_bench(self._is_board)
        return beginning.moving(press.key, press.spot)

    def _port_at(self, key: Key | None, spot: Point, reach: float) -> Edge | None:
        rect = self._picture.layout.cards.get(key) if key is not None else None
        if key is None or rect is None:
            return None
        for edge in edges_of(key):
            at = port_spot(rect, edge)
            if (at.x - spot.x) ** 2 + (at.y - spot.y) ** 2 <= reach**2:
                return edge
        return None
