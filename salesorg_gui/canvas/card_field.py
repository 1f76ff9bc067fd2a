"""A line to type on, right on a card: no frame, the card's own letters."""

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from salesorg_gui.canvas.fonts import POINTS_PER_PX, qt_font
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.drawing.theme import Theme, TypeStyle
from salesorg_gui.i18n import _

NUMBERS = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600}
INNER = 2.0
"""Qt begins the text of a line this far from its left end."""
SHIFT = Qt.KeyboardModifier.ShiftModifier
STAYING = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}


class Then(Enum):
    """What comes after a card was taken."""

    STAY = "stay"
    REPORT = "report"
    PEER = "peer"
    ABOVE = "above"


TAKING = {
    (Qt.Key.Key_Return, False): Then.STAY,
    (Qt.Key.Key_Enter, False): Then.STAY,
    (Qt.Key.Key_Return, True): Then.PEER,
    (Qt.Key.Key_Enter, True): Then.PEER,
    (Qt.Key.Key_Tab, False): Then.REPORT,
    (Qt.Key.Key_Backtab, True): Then.ABOVE,
    (Qt.Key.Key_Backtab, False): Then.ABOVE,
    (Qt.Key.Key_Tab, True): Then.ABOVE,
}
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CardField(QLineEdit):
    """``taken`` carries what comes then, ``stepped`` how many rows to go, ``left`` that the keyboard went elsewhere."""

    taken = Signal(Then)
    stepped = Signal(int)
    given_up = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card_field")
        self.setAccessibleName(_("Role or title"))
        self.setFrame(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.hide()

    def wear(self, style: TypeStyle, zoom: float, theme: Theme, *, is_plate: bool) -> None:
        """Letters as on the card at that zoom; on a plate of its own where the card is too small."""
        size = style.size * zoom
        self.setFont(qt_font(style.weight, size, style.tracking))
        ground = f"background: {theme.colour('card')}; border: 2px solid {theme.colour('accent')}; border-radius: 8px;"
        look = (
            f"{ground if is_plate else 'background: transparent; border: 0; border-radius: 0;'}"
            f"padding: 0 {8 if is_plate else 0}px; margin: 0; min-height: 0;"
            f"color: {theme.colour('text_1')}; placeholder-text-color: {theme.colour('text_3')};"
            f"selection-background-color: {theme.colour('accent')}; selection-color: {theme.colour('text_on_accent')};"
            f"font-weight: {NUMBERS[style.weight]}; font-size: {size * POINTS_PER_PX:.3f}pt;"
        )
        self.setStyleSheet(f"QLineEdit, QLineEdit:focus, QLineEdit:hover {{ {look} }}")

    def stand_on(self, baseline: QPointF, width: float, style: TypeStyle, zoom: float) -> None:
        """Begin at that spot, the letters on the line."""
        metrics = QFontMetricsF(qt_font(style.weight, style.size * zoom, style.tracking))
        height = round(metrics.height()) + 2
        top = baseline.y() - metrics.ascent() - 1
        self.setGeometry(QRect(round(baseline.x() - INNER), round(top), round(width + 2 * INNER), height))

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """Tab belongs to the card, not to the order of fields."""
        tabs = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in tabs:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        then = TAKING.get((key, bool(event.modifiers() & SHIFT)))
        if then is not None:
            self.taken.emit(then)
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.left.emit()
