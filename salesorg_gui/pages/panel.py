"""The analysis panel: one page at a time, made when it is first asked for."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedLayout, QToolButton, QVBoxLayout

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.text import caption, name

WIDTH = 440


class Entry(NamedTuple):
    """One page there is: its id, what it is called, and what makes it."""

    id: str
    title: str
    make: Callable[[Footing], Page]


class AnalysisPanel(QFrame):
    """``closed`` asks to be put away, ``turned`` carries the id of the page now on show.

    ``lit``, ``picked``, ``shone``, ``previewed``, ``printed``, ``traced`` and ``asked`` are those of the page on show.
    """

    closed = Signal()
    turned = Signal(str)
    lit = Signal(object)
    picked = Signal(object)
    shone = Signal(object, object)
    previewed = Signal(object)
    printed = Signal(str)
    traced = Signal(object, object)
    asked = Signal(str)

    def __init__(self, footing: Footing, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._footing = footing
        self._entries = {entry.id: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self.setProperty("look", "panel-left")
        self.setFixedWidth(WIDTH)
        name(self, "analysis_panel", _("Analysis"))
        self._turner = self._menu_button()
        self._lay_out()

    @property
    def page(self) -> Page | None:
        """The page on show."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def page_id(self) -> str:
        """Its id; empty before the first."""
        return next((id for id, page in self._pages.items() if page is self.page), "")

    def show_page(self, id: str) -> None:
        """Turn to a page, making it when it is the first time."""
        before = self.page
        page = self._pages.get(id) or self._made(id)
        if before is not None and before is not page:
            before.commit()
            before.rest()
        self._stack.setCurrentWidget(page)
        self.setFixedWidth(page.wide)
        self._turner.setText(caption(self._entries[id].title))
        self._turner.setAccessibleName(self._entries[id].title)
        if before is not page or not self.isVisible():
            page.attend()
        self.turned.emit(id)

    def put_away(self) -> None:
        """Nobody looks any more."""
        if self.page is not None:
            self.page.commit()
            self.page.rest()
        self.hide()

    def commit(self) -> None:
        """Take over what is being typed."""
        if self.page is not None:
            self.page.commit()

    def leave(self) -> None:
        """The window closes."""
        for page in self._pages.values():
            page.leave()

    def focus_first(self) -> None:
        """Let the keyboard go to the page."""
        if self.page is not None:
            self.page.focus_first()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _made(self, id: str) -> Page:
        page = self._pages[id] = self._entries[id].make(self._footing)
        page.setAccessibleName(self._entries[id].title)
        page.lit.connect(self.lit)
        page.picked.connect(self.picked)
        page.shone.connect(self.shone)
        page.previewed.connect(self.previewed)
        page.printed.connect(self.printed)
        page.traced.connect(self.traced)
        page.asked.connect(self.asked)
        self._stack.addWidget(page)
        return page

    def _menu_button(self) -> QToolButton:
        """The name of the page on show, behind which the others stand."""
        button, menu = QToolButton(), QMenu(self)
        button.setProperty("look", "heading")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        name(button, "analysis_page", _("Analysis"))
        name(menu, "analysis_pages", _("Analysis"))
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for entry in self._entries.values():
            action = menu.addAction(caption(entry.title))
            action.setObjectName(f"turn_to_{entry.id}")
            action.triggered.connect(lambda _on=False, id=entry.id: self.show_page(id))
        button.setMenu(menu)
        look = self._footing.ground.look
        button.setIcon(look.icon("chevron-down", "text_3", 14))
        look.changed.connect(lambda: button.setIcon(look.icon("chevron-down", "text_3", 14)))
        return button

    def _lay_out(self) -> None:
        close = IconButton(self._footing.ground.look, "x", "analysis_close", _("Close"), "text_3", 14)
        close.clicked.connect(self.closed)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(8, 8, 8, 4)
        head.addWidget(self._turner)
        head.addStretch(1)
        head.addWidget(close)
        self._stack = QStackedLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
