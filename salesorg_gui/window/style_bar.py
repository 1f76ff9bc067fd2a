"""The bar below a selected manager in the reporting view: how its reports stand."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.domain.ids import Key, SeatId
from salesorg_gui.domain.records import FEWEST_COLUMNS, MOST_COLUMNS, BranchStyle, Seat
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.grown import Grown
from salesorg_gui.panels.buttons import IconButton, Option, Segmented
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, name

GAP, RIM = 20, 16


class StyleBar(QFrame):
    """Stands over the canvas, below the branch it speaks of, and goes along with it.

    ``chosen`` carries a style, ``columns_wanted`` a number; ``fold_wanted`` asks for the branch to be folded.
    """

    chosen = Signal(str)
    columns_wanted = Signal(int)
    fold_wanted = Signal()

    def __init__(self, canvas: ChartView, look: Look) -> None:
        super().__init__(canvas.viewport())
        self._canvas, self._columns = canvas, FEWEST_COLUMNS
        self._wanted: Key | None = None
        self._is_folded = False
        self.setProperty("look", "card")
        name(self, "style_bar", _("How the branch stands"))
        options = [
            Option("auto", _("As fits"), "layout-grid"),
            Option(BranchStyle.WIDE.value, _("Wide"), "align-horizontal-distribute-center"),
            Option(BranchStyle.COLUMNS.value, _("Columns"), "columns-3"),
            Option(BranchStyle.HANG_RIGHT.value, _("Hang right"), "list-tree"),
            Option(BranchStyle.HANG_LEFT.value, _("Hang left"), "list-end"),
        ]
        self._styles = Segmented(look, options, "style_bar_styles", _("How the branch stands"))
        self._fewer = IconButton(look, "minus", "style_bar_fewer", _("Fewer columns"))
        self._more = IconButton(look, "plus", "style_bar_more", _("More columns"))
        self._count = Label("", "label")
        self._count.setObjectName("style_bar_count")
        self._fold = IconButton(look, "chevron-up", "style_bar_fold", _("Fold branch"))
        self._lay_out()
        self._styles.chosen.connect(lambda value: self.chosen.emit("" if value == "auto" else value))
        self._fewer.clicked.connect(lambda: self.columns_wanted.emit(self._columns - 1))
        self._more.clicked.connect(lambda: self.columns_wanted.emit(self._columns + 1))
        self._fold.clicked.connect(self.fold_wanted)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._place)
        canvas.viewport().installEventFilter(self)
        self.hide()

    def show_seat(self, key: Key, seat: Seat) -> None:
        """Speak of the branch of this seat."""
        self._wanted = key
        self._styles.show_value(seat.branch.value or "auto")
        is_columned = seat.branch is BranchStyle.COLUMNS
        self._columns = seat.columns or FEWEST_COLUMNS
        self._count.setText(str(seat.columns) if seat.columns else _("auto"))
        for widget in (self._fewer, self._count, self._more):
            widget.setVisible(is_columned)
        self._fewer.setEnabled(self._columns > FEWEST_COLUMNS)
        self._more.setEnabled(self._columns < MOST_COLUMNS)
        self.adjustSize()
        self._place()

    def leave(self) -> None:
        """Speak of nothing."""
        self._wanted = None
        self._timer.stop()
        self.hide()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever moves the chart paints it: then the bar goes along."""
        if event.type() == QEvent.Type.Paint and self._wanted is not None and not self._timer.isActive():
            self._timer.start()
        return False

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(4)
        for widget in (self._styles, self._fewer, self._count, self._more, self._fold):
            row.addWidget(widget)
        for button in self.findChildren(QAbstractButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys stay with the chart, which has them all

    @guarded(None)
    def _place(self) -> None:
        """Below the branch, or at the lower edge of the canvas when that is out of sight; away while a hand holds."""
        room = self._room()
        view = self._canvas.viewport().rect()
        if room is None or self._canvas.is_held or not room.meets(Rect(0, 0, view.width(), view.height())):
            self.hide()
            return
        x = min(max(round(room.x), RIM), max(RIM, view.width() - self.width() - RIM))
        self.move(x, max(RIM, self._top(x, room.bottom + GAP, view.height() - self.height() - RIM)))
        self._say_folded()
        if self.isHidden():
            self.show()
            self.raise_()

    def _say_folded(self) -> None:
        """The arrow points the way the branch would go."""
        is_folded = self._wanted is not None and SeatId(self._wanted.id) in self._canvas.folded
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._fold.show_icon("chevron-down" if is_folded else "chevron-up")

    def _top(self, x: int, top: float, lowest: int) -> int:
        """The first y from ``top`` on where the bar covers no card, no lower than ``lowest``."""
        canvas, picture = self._canvas, self._canvas.picture
        zoom, width, height = canvas.zoom, self.width() / canvas.zoom, self.height() / canvas.zoom
        while top < lowest:
            spot = canvas.to_chart(QPointF(x, top))
            covered = [picture.layout.cards[key] for key in picture.cards_in(Rect(spot.x, spot.y, width, height))]
            if not covered:
                return round(top)
            top += (max(card.bottom for card in covered) - spot.y) * zoom + RIM
        return lowest

    def _room(self) -> Rect | None:
        """The room of the branch on the screen."""
        layout = self._canvas.picture.layout
        card = layout.cards.get(self._wanted) if self._wanted is not None else None
        if card is None or self._wanted is None:
            return None
        bottom = card.bottom
        seat = SeatId(self._wanted.id)
        if isinstance(layout.grown, Grown) and seat in layout.grown.blocks:
            bottom = max(bottom, layout.grown.places.corner(seat)[1] + layout.grown.blocks[seat].reach[5])
        corner = self._canvas.to_viewport(Point(card.x, card.y))
        zoom = self._canvas.zoom
        return Rect(corner.x(), corner.y(), card.width * zoom, (bottom - card.y) * zoom)
