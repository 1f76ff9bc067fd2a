"""A surface whose branches fold in the reporting view; whoever is to be seen comes out."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.chart_surface import ChartSurface
from salesorg_gui.canvas.chips import chip_at
from salesorg_gui.canvas.folding import unfolding
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import Key, Kind, SeatId
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.session import Session


class FoldingSurface(ChartSurface):
    """What is folded is how one looks, not part of the plan, and not undone."""

    def __init__(self, session: Session, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        self._folded: frozenset[SeatId] = frozenset()
        super().__init__(session, catalogue, theme, parent)

    @property
    def folded(self) -> frozenset[SeatId]:
        """The seats below which nobody is shown in the reporting view."""
        return self._folded

    def fold(self, seats: frozenset[SeatId]) -> None:
        """Hide in the reporting view whoever stands below these seats, and show everybody else."""
        if seats == self._folded:
            return
        turned = seats ^ self._folded
        self._folded = seats
        self._hand.cancel()
        self._hand.leave()
        before = self._picture.layout
        update = self._picture.fold(seats)
        self._show(update, are_wires_touched=True)
        self._settle(update, before, [Key(Kind.SEAT, seat) for seat in sorted(turned)])

    def reveal(self, keys: Iterable[Key]) -> None:
        """Move as little as need be for these to be seen; whoever is folded away comes out."""
        wanted = tuple(keys)
        self._unfold_for(wanted)
        super().reveal(wanted)

    @guarded(None)
    def _follow_selection(self) -> None:
        if self._picture.view is ViewKind.REPORTING:
            self._unfold_for(self._session.selection.keys)
        super()._follow_selection()

    def _unfold_for(self, keys: Iterable[Key]) -> None:
        self.fold(unfolding(self._picture.chart, self._folded, keys))

    def _answers_at(self, spot: Point) -> bool:
        """Unfold what the chip at a spot stands for, or ask about the badge there; whether there is either."""
        return self._unfold_at(spot) or self._ask_about(spot)

    def _ask_about(self, spot: Point) -> bool:
        """Ask what was found about the thing whose badge lies at a spot; whether there is one."""
        key = self._layers.badge_at(spot, self.zoom)
        if key is not None:
            self.finding_wanted.emit(key)
        return key is not None

    def _unfold_at(self, spot: Point) -> bool:
        """Unfold the seat whose chip lies at a spot; whether there is one."""
        seat = chip_at(self._picture.layout, spot, self.zoom)
        if seat is not None:
            self.fold(self._folded - {seat})
        return seat is not None
