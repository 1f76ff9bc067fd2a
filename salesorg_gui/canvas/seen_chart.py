"""A chart on a surface: its picture, the colours and marks it wears, and the light that falls on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.layers import Layers
from salesorg_gui.canvas.leisure import Leisure, leftovers
from salesorg_gui.canvas.light import Light
from salesorg_gui.canvas.lower_rooms import lower_rooms
from salesorg_gui.canvas.marked_surface import MarkedSurface
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.showing import Showing
from salesorg_gui.canvas.update import Update
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.cards import Detail, detail_at
from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.drawing.streams import Streams
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import around
from salesorg_gui.session.session import Session

NEAR = frozenset({Detail.FULL, Detail.COMPACT})


class SeenChart(MarkedSurface):
    """``redrawn`` tells that the chart, its marks or the light on it look different."""

    redrawn = Signal()

    def __init__(self, session: Session, picture: Picture, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._picture = session, picture
        self._layers = Layers(picture, theme)
        self._light, self._besides = Light(), frozenset[Key]()
        self._flow = picture.layout.flow
        self._put_on(self._layers)
        self._leisure = Leisure(partial(leftovers, picture), self)
        session.changed.connect(self._leisure.begin)

    @property
    def session(self) -> Session:
        """What it shows."""
        return self._session

    @property
    def picture(self) -> Picture:
        """What stands where."""
        return self._picture

    def set_theme(self, theme: Theme) -> None:
        """Put other colours on."""
        self._layers.use_theme(theme)
        self.repaint_lower()

    def show_findings(self, severities: Mapping[Key, str]) -> None:
        """Mark records with the worst that was found about them: ``error``, ``warning`` or ``hint``."""
        self._layers.severities = dict(severities)
        alarmed = self._layers.alarm(frozenset(self._alarmed(severities)))
        self._show(self._picture.show_findings(severities))
        if alarmed and detail_at(self.zoom) is Detail.BLOCK:
            self.repaint_lower([rect for key in alarmed if (rect := self._picture.bounds(key)) is not None])

    def show_loads(self, loads: Mapping[SeatId, float], streams: Streams | None = None) -> None:
        """Say on cards how full the time of their seat is: work as a share of time; and how much flows between."""
        self._show(self._picture.show_loads(loads, streams))

    def colour_by(self, by: ColourBy) -> None:
        """Let the colours of cards say something else than the purpose."""
        if by is not self._picture.looks.by:
            self._show(self._picture.colour_by(by))
            self._layers.forget_far()

    def show_all_handoffs(self, wanted: bool) -> None:
        """Draw every handoff, or only those of the selection."""
        self._show(self._picture.show_all_handoffs(wanted), are_wires_touched=True)

    @property
    def severities(self) -> Mapping[Key, str]:
        """The worst that was found about each record."""
        return self._layers.severities

    @property
    def light(self) -> Light:
        """What is clear while the rest is dimmed, and what was found."""
        return self._light

    def show_clear(self, keys: frozenset[Key] | None) -> None:
        """Dim everything else, and nothing with ``None``; lines and handoffs among them are drawn in any case."""
        self._shine(replace(self._light, clear=keys))

    def show_lit(self, keys: frozenset[Key]) -> None:
        """Let what was found be seen, also from afar."""
        self._shine(replace(self._light, lit=keys))

    def show_concerned(self, keys: frozenset[Key], severity: str = "") -> None:
        """Let everything a finding speaks of be seen, in the colour of its severity, its lines too."""
        self._shine(replace(self._light, concerned=keys, severity=severity))

    def _alarmed(self, severities: Mapping[Key, str]) -> Iterator[Key]:
        """The pods of seats with an error."""
        for key, severity in severities.items():
            seat = self._picture.chart.seats.get(SeatId(key.id)) if key.kind is Kind.SEAT else None
            if seat is not None and seat.pod is not None and severity == "error":
                yield Key(Kind.POD, seat.pod)

    def _shine(self, light: Light) -> None:
        if light == self._light:
            return
        if light.clear != self._light.clear:
            self._layers.keep_clear(light.clear or frozenset())
        self._light, self._besides = light, light.edges
        self._show(self._show_picked())
        self.redrawn.emit()

    def _show_picked(self) -> Update:
        return self._picture.show_picked(self._session.selection.keys, self._besides)

    def room_of(self, keys: Iterable[Key]) -> Rect | None:
        """Where these stand, as far as they are shown."""
        rects = [rect for key in keys if (rect := self._picture.bounds(key)) is not None]
        return around(rects) if rects else None

    def _show(self, update: Update, *, are_wires_touched: bool = False) -> None:
        if update or are_wires_touched:
            self._layers.forget_far()
            self.repaint_lower(update.rooms(is_near=detail_at(self.zoom) in NEAR))
            self.redrawn.emit()
        if self._picture.layout.flow is not self._flow:
            self._flow = self._picture.layout.flow
            self.repaint_upper()  # heads of columns keep their place on the screen, wherever the chart differs
        self._refresh()

    def _repaint_chart(self, before: Showing, now: Showing) -> None:
        """Paint what of the chart differs. What a landing marks is laid over the chart without it, which is kept."""
        bare = now.unmarked
        is_same_chart = before.unmarked.lower == bare.lower
        was = lower_rooms(bare, before, self._picture) if is_same_chart else lower_rooms(before, bare, self._picture)
        marked = lower_rooms(bare, now, self._picture)
        if was is None or marked is None:
            self.repaint_lower()
            return
        self._layers.showing = bare
        if not (is_same_chart and self._lift_lower(was, marked)):
            self.repaint_lower(was)
        self._lay_lower(marked)
        self._layers.showing = now

    def _refresh(self) -> None:
        """Show what lies over the chart; whoever builds on this knows what that is."""
        self.repaint_upper()
