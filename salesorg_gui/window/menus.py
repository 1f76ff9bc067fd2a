"""The menus behind the button at the top left, made from the action table."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.i18n import _
from salesorg_gui.panels.text import caption, plain_tip
from salesorg_gui.window.action_table import menu_titles
from salesorg_gui.window.actions import Actions

CONTEXT = (
    *("cut", "copy", "paste", "duplicate", "delete", ""),
    *("add_report", "add_peer", "retype", "enclose", ""),
    *("fix", ""),
    *("edit_fields", "fit_selection", "", "export_cards", "export_descriptions", "export_checklists"),
)
PRINTED = (
    *("print", "export_cards", "export_descriptions", "export_checklists", "export_kit"),
    *("export_chart", "export_book", "export_report"),
)


class Menus(QWidget):
    """``template_chosen`` carries a template, ``recent_chosen`` a path. Never shown itself."""

    template_chosen = Signal(str)
    recent_chosen = Signal(object)

    def __init__(self, actions: Actions, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._catalogue = actions, catalogue
        self.hide()
        self.main = self._menu("menu", "")
        self.print = self._menu("print_menu", "")
        self.context = self._menu("context_menu", "")
        self.templates = self._menu("template_menu", _("New from template"))
        self.recent = self._menu("recent_menu", _("Open recent"))
        self.templates.aboutToShow.connect(self._list_templates)
        self._subs = {id: self._menu(f"{id}_menu", title) for id, title in menu_titles().items()}
        for id in ("file", "edit", "build", "view", "analysis", "chart", "slides", "help"):
            self.main.addMenu(self._subs[id])
        for id, menu in self._subs.items():
            actions.fill(menu, id)
        self.rules = self._subs["rules"]
        self._insert_into_file()
        self._subs["build"].addSeparator()
        self.colours = self._subs["colour_by"]
        self._subs["view"].addMenu(self.colours)
        for id in ("branch", "go"):
            self._subs["build"].addMenu(self._subs[id])
        self._subs["view"].addSeparator()
        self._subs["view"].addMenu(self._subs["theme"])
        self._subs["view"].addMenu(self._subs["language"])
        for id in PRINTED:
            self.print.addAction(actions[id])
        for id in CONTEXT:
            if id:
                self.context.addAction(actions[id])
            else:
                self.context.addSeparator()
        self.show_recent(())

    def show_recent(self, paths: Sequence[str]) -> None:
        """List the files opened lately."""
        self.recent.clear()
        for number, text in enumerate(paths):
            path = Path(text)
            action = self.recent.addAction(caption(f"{path.stem}  ·  {path.parent.name}"))
            action.setObjectName(f"recent_{number}")
            action.setToolTip(plain_tip(text))
            action.triggered.connect(lambda _on=False, path=path: self.recent_chosen.emit(path))
        self.recent.setEnabled(bool(paths))
        if paths:
            self.recent.addSeparator()
            self.recent.addAction(self._actions["clear_recent"])

    def show_templates(self, beside: QWidget) -> None:
        """Open the list of templates in the middle of a widget."""
        self._list_templates()
        self.templates.popup(beside.mapToGlobal(beside.rect().center()))

    def show_context(self, spot: QPoint) -> None:
        """Open what can be done to the selection, at a spot of the screen."""
        self.context.popup(spot)

    def _insert_into_file(self) -> None:
        file = self._subs["file"]
        file.insertMenu(self._actions["open"], self.templates)
        file.insertMenu(self._actions["save"], self.recent)
        file.insertSeparator(self._actions["save"])
        file.insertMenu(self._actions["print"], self._subs["export"])
        file.insertMenu(self._actions["print"], self.rules)
        file.insertSeparator(self._actions["quit"])

    def _list_templates(self) -> None:
        """Templates are read when somebody looks at them first."""
        if self.templates.actions():
            return
        for template in self._catalogue.templates.values():
            action = self.templates.addAction(caption(template.title))
            action.setObjectName(f"template_{template.id}")
            action.setStatusTip(template.description)
            action.triggered.connect(lambda _on=False, id=template.id: self.template_chosen.emit(id))

    def _menu(self, object_name: str, title: str) -> QMenu:
        menu = QMenu(title, self)
        menu.setObjectName(object_name)
        menu.setAccessibleName(title.replace("&", "") or _("Menu"))
        return menu
