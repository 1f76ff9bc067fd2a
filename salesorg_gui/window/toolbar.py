"""The line at the top: menu, title, charts, views, undo and redo, print."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Option, Segmented
from salesorg_gui.panels.icons import icon_size
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, beside_icon, name, set_tip
from salesorg_gui.window.actions import Actions
from salesorg_gui.window.chart_tabs import ChartTabs

HEIGHT = 48
WIDEST_TITLE = 260


class Divider(QFrame):
    """A thin upright line."""

    def __init__(self, height: int = 20) -> None:
        super().__init__()
        self.setProperty("look", "divider")
        self.setFixedSize(1, height)


class Toolbar(QFrame):
    """Holds the parts; ``tabs`` and ``views`` are for the window to connect."""

    def __init__(self, look: Look, actions: Actions, menu: QMenu, print_menu: QMenu) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("toolbar")
        self.setProperty("look", "toolbar")
        self.setFixedHeight(HEIGHT)
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
        self._menus: list[tuple[QToolButton, str]] = []
        self._menu_button = self._menu("menu", "menu_button", _("Menu"), menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for widget in (self._menu_button, self._title, self._state, Divider(), self.tabs):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.views)
        row.addStretch(1)
        for widget in (self._button(actions["undo"]), self._button(actions["redo"]), Divider()):
            row.addWidget(widget)
        row.addWidget(self._menu("printer", "print_button", _("Print"), print_menu, words=_("Print")))
        look.changed.connect(self._dress)
        self._dress()

    def show_title(self, title: str, state: str) -> None:
        """Name the plan and say whether it is saved."""
        shown = self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, WIDEST_TITLE)
        self._title.setText(shown)
        set_tip(self._title, title if shown != title else "")
        self._state.setText(state)

    def open_menu(self) -> None:
        """Open the menu from the keyboard."""
        self._menu_button.showMenu()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setProperty("look", "bar")
        button.setIconSize(QSize(16, 16))
        name(button, f"{action.objectName()}_button", action.text())
        return button

    def _menu(self, icon: str, object_name: str, spoken: str, menu: QMenu, words: str = "") -> QToolButton:
        button = QToolButton()
        button.setMenu(menu)
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
        self._menus.append((button, icon))
        return button

    def _dress(self) -> None:
        for button, icon in self._menus:
            button.setIcon(self._look.icon(icon, "text_1" if button.text() else "text_2"))
