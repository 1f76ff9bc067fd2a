"""The dock of a presentation: large targets that float at the foot of the screen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.icons import icon_size
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, name, set_tip

ICON = 24
COUNTER_WIDTH = 96


class DockButton(QToolButton):
    """One target of 56. Keys are the presenter's own, so a button never takes the focus."""

    def __init__(self, look: Look, icon: str, id: str, spoken: str, keys: str, *, is_checkable: bool = False) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.setProperty("look", "dock")
        self.setIconSize(icon_size(ICON))
        self.setCheckable(is_checkable)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name(self, f"dock_{id}", spoken)
        set_tip(self, f"{spoken} · {keys}")
        self.toggled.connect(lambda _on: self._dress())
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setIcon(self._look.icon(self._icon, "accent_text" if self.isChecked() else "text_1", ICON))


class Dock(QFrame):
    """Says which slide is on, and asks for another one, for handoffs, the spotlight, the zoom, the end."""

    previous = Signal()
    next = Signal()
    handoffs = Signal(bool)
    spotlight = Signal(bool)
    zoomed = Signal()
    fitted = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "dock")
        self.setObjectName("dock")
        self.setAccessibleName(_("Presentation"))
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._previous = DockButton(look, "chevron-left", "previous", _("Previous slide"), "←")
        self._next = DockButton(look, "chevron-right", "next", _("Next slide"), "→")
        self._counter = Label("", "label", "2")
        self._counter.setObjectName("dock_counter")
        self._counter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._counter.setFixedWidth(COUNTER_WIDTH)
        self._handoffs = DockButton(look, "waypoints", "handoffs", _("Handoffs"), "H", is_checkable=True)
        self._spotlight = DockButton(look, "target", "spotlight", _("Spotlight"), "S", is_checkable=True)
        self._zoom = DockButton(look, "zoom-in", "zoom", _("Zoom in"), "+")
        self._fit = DockButton(look, "maximize", "fit", _("Show the whole slide"), "0")
        self._close = DockButton(look, "x", "close", _("End the presentation"), "Esc")
        self._lay_out()
        for button, signal in (
            (self._previous, self.previous),
            (self._next, self.next),
            (self._zoom, self.zoomed),
            (self._fit, self.fitted),
            (self._close, self.left),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit())
        self._handoffs.clicked.connect(self.handoffs)
        self._spotlight.clicked.connect(self.spotlight)

    def show_place(self, place: int, count: int) -> None:
        """Say which slide is on, counted from 0."""
        self._counter.setText(_("{number} of {count}").format(number=place + 1, count=count))
        self._previous.setEnabled(place > 0)
        self._next.setEnabled(place + 1 < count)

    def show_typed(self, digits: str) -> None:
        """Say which slide is being asked for."""
        self._counter.setText(_("Go to {number}").format(number=digits))

    def show_tools(self, *, handoffs: bool, spotlight: bool) -> None:
        """Say which tools are on."""
        self._handoffs.setChecked(handoffs)
        self._spotlight.setChecked(spotlight)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(4)
        parts: tuple[QWidget, ...] = (
            *(self._previous, self._counter, self._next, _divider()),
            *(self._handoffs, self._spotlight, self._zoom, self._fit, _divider(), self._close),
        )
        for part in parts:
            row.addWidget(part)


def _divider() -> QWidget:
    line = QFrame()
    line.setProperty("look", "dock-divider")
    line.setFixedSize(1, 32)
    return line
