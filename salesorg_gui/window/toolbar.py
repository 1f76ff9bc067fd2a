"""The line at the top: menu, title, charts, views, undo and redo, print."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Option, Segmented, TextButton
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.icons import icon_size
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, beside_icon, name, set_tip
from salesorg_gui.window.chart_tabs import ChartTabs
from salesorg_gui.window.key_names import said

if TYPE_CHECKING:
    from salesorg_gui.window.actions import Actions

HEIGHT, TOUCH_HEIGHT = 48, 56
WIDEST_TITLE = 260


class Divider(QFrame):
    """A thin upright line."""

    def __init__(self, height: int = 20) -> None:
        super().__init__()
        self.setProperty("look", "divider")
        self.setFixedSize(1, height)


class KeyedButton(QToolButton):
    """A word beside its icon, and after it the key that does the same."""

    def __init__(self, look: Look, words: str, keys: str) -> None:
        super().__init__()
        self._look, self._keys = look, said(keys)
        self.setProperty("look", "keyed")
        self.setIconSize(icon_size())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(beside_icon(words))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        name(self, "go_to_button", words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        font = self.font()
        font.setPixelSize(11)
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(self._look.colour("text_2"))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(0, 0, -10, 0), flags, self._keys)


class Toolbar(QFrame):
    """Holds the parts; ``tabs`` and ``views`` are for the window to connect.

    What the buttons do is served when the actions are there, which is after the first paint.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("toolbar")
        self.setProperty("look", "toolbar")
        Height(self, look, HEIGHT, TOUCH_HEIGHT)
        self.tabs = ChartTabs(look)
        options = [
            Option("board", _("Board"), "layout-dashboard"),
            Option("reporting", _("Reporting"), "network"),
            Option("handoffs", _("Handoffs"), "waypoints"),
        ]
        self.views = Segmented(look, options, "views", _("View"))
        self._title = Label("", "heading")
        self._title.setObjectName("plan_title")
        self._state = Label("", "body", "3")
        self._state.setObjectName("plan_state")
        self._icons: list[tuple[QToolButton, str]] = []
        self._menu_button = self._menu("menu", "menu_button", _("Menu"))
        self._print_button = self._menu("printer", "print_button", _("Print"), words=_("Print"))
        self._go_to = KeyedButton(look, _("Go to"), "Ctrl+K")
        self._icons.append((self._go_to, "search"))
        self._steps = {id: self._step(id, icon) for id, icon in (("undo", "undo-2"), ("redo", "redo-2"))}
        self._present = TextButton(look, _("Present"), "present_button", "primary", "presentation")
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        left: tuple[QWidget, ...] = (self._menu_button, self._title, self._state, Divider(), self.tabs)
        right: tuple[QWidget, ...] = (*self._steps.values(), Divider(), self._go_to, self._print_button, self._present)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.views)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)

    def serve(self, actions: "Actions", menu: QMenu, print_menu: QMenu) -> None:
        """Let the buttons do something."""
        self._menu_button.setMenu(menu)
        self._print_button.setMenu(print_menu)
        self._present.clicked.connect(actions["present"].trigger)
        set_tip(self._present, actions["present"].statusTip())
        for id, button in self._steps.items():
            button.setDefaultAction(actions[id])
            button.setAccessibleName(actions[id].text())
        self._go_to.clicked.connect(actions["go_to"].trigger)

    def show_title(self, title: str, state: str) -> None:
        """Name the plan and say whether it is saved."""
        shown = self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, WIDEST_TITLE)
        self._title.setText(shown)
        set_tip(self._title, title if shown != title else "")
        self._state.setText(state)

    def open_menu(self) -> None:
        """Open the menu from the keyboard."""
        self._menu_button.showMenu()

    def _step(self, id: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "bar")
        button.setIconSize(icon_size())
        button.setEnabled(False)
        button.setObjectName(f"action_{id}_button")
        self._icons.append((button, icon))
        return button

    def _menu(self, icon: str, object_name: str, spoken: str, words: str = "") -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("look", "words" if words else "bar")
        button.setIconSize(icon_size())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name(button, object_name, spoken)
        if words:
            button.setText(beside_icon(words))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        else:
            set_tip(button, spoken)
        self._icons.append((button, icon))
        return button

    def _dress(self) -> None:
        for button, icon in self._icons:
            button.setIcon(self._look.icon(icon, "text_1" if button.text() else "text_2"))
