"""The marks of findings over cards, frames and wires: small pictures, made once for each kind and size."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from salesorg_gui.canvas.camera import whole
from salesorg_gui.canvas.picture import HALO, Picture
from salesorg_gui.canvas.qt_pen import Palette, QtPen
from salesorg_gui.canvas.showing import Showing
from salesorg_gui.canvas.wires import EDGE_KINDS
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.drawing.cards import Detail, detail_at
from salesorg_gui.drawing.marks import BADGE, badge, badge_centre
from salesorg_gui.drawing.shapes import Dot, Ink, draw
from salesorg_gui.layout.geometry import Point, Rect

LEAST = 0.65
"""Badges do not become smaller than this share of their size."""
REACH = 16.0
"""How far from its corner the smallest badge may reach, in px of the screen."""
HALF = 14.0
"""Half the side of a badge's picture, with its ring."""
KEPT = 60
LOUD = {Detail.FAR: frozenset({"error", "warning"}), Detail.BLOCK: frozenset({"error"})}
"""What is worth a badge when seen from afar, where wires have none."""

type Spot = tuple[Key, str, Point, Ink]


class Badges:
    """Paints badges in the colours of a palette."""

    def __init__(self, picture: Picture, palette: Palette, alarmed: frozenset[Key]) -> None:
        self._picture, self._palette = picture, palette
        self.alarmed = alarmed
        """Pods with an error inside."""
        self._stamps: dict[tuple[str, Ink, float, float], QPixmap] = {}

    def paint(
        self, painter: QPainter, showing: Showing, severities: Mapping[Key, str], seen: Rect, keys: Sequence[Key]
    ) -> None:
        """Those in the seen part; none while it is asked who may take what the hand holds.

        ``keys`` are what was found ``around_badges``: seen from afar nobody asks for them.
        """
        staging, light = showing.staging, showing.light
        if staging.takers is not None:
            return
        transform, ratio = painter.worldTransform(), painter.device().devicePixelRatio()
        scale = max(transform.m11(), LEAST)
        painter.setWorldMatrixEnabled(False)
        for key, severity, centre, ground in self._spots(severities, seen, transform.m11(), keys):
            if key in staging.carried:
                continue
            shift = showing.shifts.get(key) or staging.landing.parted.get(key) or Point(0.0, 0.0)
            stamp = self._stamp(severity, ground, scale, ratio)
            middle = transform.map(QPointF(centre.x + shift.x, centre.y + shift.y))
            half = stamp.width() / ratio / 2
            corner = QPointF(whole((middle.x() - half) * ratio) / ratio, whole((middle.y() - half) * ratio) / ratio)
            painter.setOpacity(light.opacity(key))
            painter.drawPixmap(corner, stamp)
        painter.setOpacity(1.0)
        painter.setWorldMatrixEnabled(True)

    def key_at(self, severities: Mapping[Key, str], spot: Point, zoom: float) -> Key | None:
        """Whose badge lies at a spot of the chart; where several do, the one on top."""
        reach = BADGE / 2 * max(zoom, LEAST) / zoom
        near = Rect(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach)
        keys = self._picture.keys_in(around_badges(near, zoom)) if detail_at(zoom) not in LOUD else ()
        found = None
        for key, _severity, centre, _ground in self._spots(severities, near, zoom, keys):
            if (centre.x - spot.x) ** 2 + (centre.y - spot.y) ** 2 <= reach**2:
                found = key
        return found

    def _spots(self, severities: Mapping[Key, str], seen: Rect, zoom: float, keys: Sequence[Key]) -> Iterator[Spot]:
        """What wears a badge there, where its middle is, and the ink of the ground it stands on."""
        detail, near = detail_at(zoom), around_badges(seen, zoom)
        loud, layout = LOUD.get(detail), self._picture.layout
        for key, severity in self._shown(severities, detail) if loud is not None else _among(severities, keys):
            if key.kind not in EDGE_KINDS and (loud is None or severity in loud):
                rect = layout.rect(key)
                if rect is not None and rect.meets(near):
                    yield key, severity, badge_centre(rect), self._ground(key)
        if loud is None:
            yield from self._on_wires(severities, keys)

    def _on_wires(self, severities: Mapping[Key, str], keys: Iterable[Key]) -> Iterator[Spot]:
        for key in keys:
            if key.kind in EDGE_KINDS and key in severities:
                ring = next(iter(self._picture.looks.badge(key)), None)
                if isinstance(ring, Dot):
                    yield key, severities[key], ring.centre, "canvas"

    def _shown(self, severities: Mapping[Key, str], detail: Detail) -> Iterable[tuple[Key, str]]:
        """What wears a badge; seen from very far pods do so in place of the seats that make up their blocks."""
        if detail is not Detail.BLOCK:
            return severities.items()
        hidden = self.alarmed | {key for key in severities if self._pod_of(key) is not None}
        own = ((key, severity) for key, severity in severities.items() if key not in hidden)
        return chain(own, ((pod, "error") for pod in sorted(self.alarmed)))

    def _pod_of(self, key: Key) -> PodId | None:
        seat = self._picture.chart.seats.get(SeatId(key.id)) if key.kind is Kind.SEAT else None
        return seat.pod if seat is not None and seat.pod in self._picture.layout.members else None

    def _ground(self, key: Key) -> Ink:
        return "canvas" if self._pod_of(key) is None else "frame_pod"

    def _stamp(self, severity: str, ground: Ink, scale: float, ratio: float) -> QPixmap:
        key = (severity, ground, scale, ratio)
        found = self._stamps.get(key)
        if found is None:
            if len(self._stamps) > KEPT:
                self._stamps.clear()
            found = self._stamps[key] = self._painted(severity, ground, scale * ratio)
            found.setDevicePixelRatio(ratio)
        return found

    def _painted(self, severity: str, ground: Ink, scale: float) -> QPixmap:
        side = round(2 * HALF * scale)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.scale(scale, scale)
            middle = side / scale / 2
            draw(badge(Point(middle, middle), severity, ground), QtPen(painter, self._palette))
        return picture


def around_badges(seen: Rect, zoom: float) -> Rect:
    """The part of the chart in which whatever shows in the seen part, and wears a badge there, touches."""
    return seen.grown(max(HALO, REACH / zoom))


def _among(severities: Mapping[Key, str], keys: Iterable[Key]) -> Iterator[tuple[Key, str]]:
    """Seen from near few of thousands are in sight: whatever wears one there, always in the same order."""
    return ((key, severities[key]) for key in sorted(keys) if key in severities)
