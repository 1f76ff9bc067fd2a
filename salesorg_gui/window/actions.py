"""The one table of everything the window can be told to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import caption, plain_tip

type Command = Callable[[], object]


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: where it stands, what it says, its keys. One of a ``group`` is on at a time."""

    id: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_checkable: bool = False
    group: str = ""
    starts_group: bool = False


def table() -> tuple[ActionSpec, ...]:
    """All actions in the order of the menus."""
    return (*_file(), *_printed(), *_edit(), *_view(), *_panels(), *_colours(), *_chart(), *_help())


def menu_titles() -> Mapping[str, str]:
    """The menus by their ids, in order."""
    return {
        "file": _("&File"),
        "export": _("Export"),
        "edit": _("&Edit"),
        "view": _("&View"),
        "theme": _("Colours"),
        "chart": _("&Chart"),
        "help": _("&Help"),
    }


def _file() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("new", "file", _("New"), _("Start an empty plan."), ("Ctrl+N",), "file-plus"),
        ActionSpec("open", "file", _("Open…"), _("Open a plan from disk."), ("Ctrl+O",), "folder-open"),
        ActionSpec("save", "file", _("Save"), _("Save the plan."), ("Ctrl+S",), "save", starts_group=True),
        ActionSpec("save_as", "file", _("Save as…"), _("Save the plan under another name."), ("Ctrl+Shift+S",)),
        ActionSpec(
            "import_table",
            "file",
            _("Import table…"),
            _("Make a plan from a list of people or positions."),
            ("Ctrl+I",),
            "table",
            starts_group=True,
        ),
        ActionSpec("quit", "file", _("Quit"), _("Close the window."), ("Ctrl+Q",), starts_group=True),
    )


def _printed() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("export_cards", "export", _("Role cards…"), _("A6 role cards as PDF."), (), "square-user"),
        ActionSpec(
            "export_descriptions", "export", _("Role descriptions…"), _("Role descriptions as PDF."), (), "file-text"
        ),
        ActionSpec(
            "export_checklists",
            "export",
            _("Hiring checklists…"),
            _("Checklists for open and planned seats as PDF."),
            (),
            "clipboard-check",
        ),
        ActionSpec(
            "export_chart", "export", _("Chart…"), _("The chart as it stands, as PDF."), ("Ctrl+P",), "layout-dashboard"
        ),
    )


def _edit() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("undo", "edit", _("Undo"), _("Take the last step back."), ("Ctrl+Z",), "undo-2"),
        ActionSpec("redo", "edit", _("Redo"), _("Take the undone step again."), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
        ActionSpec("cut", "edit", _("Cut"), _("Take the selection to the clipboard."), ("Ctrl+X",), starts_group=True),
        ActionSpec("copy", "edit", _("Copy"), _("Copy the selection to the clipboard."), ("Ctrl+C",), "copy"),
        ActionSpec("paste", "edit", _("Paste"), _("Put in what the clipboard holds."), ("Ctrl+V",)),
        ActionSpec("duplicate", "edit", _("Duplicate"), _("Put a copy beside the selection."), ("Ctrl+D",)),
        ActionSpec("delete", "edit", _("Delete"), _("Remove the selection."), ("Del", "Backspace"), "trash-2"),
        ActionSpec("select_all", "edit", _("Select all"), _("Select everything."), ("Ctrl+A",), starts_group=True),
        ActionSpec("find_role", "edit", _("Find a role"), _("Go to the search of the palette."), ("/",), "search"),
        ActionSpec("edit_fields", "edit", _("Edit fields"), _("Go to the fields of the selection."), ("F2",), "pencil"),
    )


def _view() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("board", "view", _("Board"), _("Pods and segments."), ("Ctrl+1",), "layout-dashboard", True, "kind"),
        ActionSpec(
            "reporting", "view", _("Reporting"), _("Who reports to whom."), ("Ctrl+2",), "network", True, "kind"
        ),
        ActionSpec(
            "zoom_in", "view", _("Zoom in"), _("Show it larger."), ("Ctrl++", "Ctrl+="), "zoom-in", starts_group=True
        ),
        ActionSpec("zoom_out", "view", _("Zoom out"), _("Show it smaller."), ("Ctrl+-",), "zoom-out"),
        ActionSpec("zoom_reset", "view", _("Actual size"), _("Show it at 100 %."), ("Ctrl+0",)),
        ActionSpec("fit", "view", _("Show everything"), _("Fit the whole chart."), ("Ctrl+9",), "maximize"),
        ActionSpec("fit_selection", "view", _("Show the selection"), _("Fit what is selected."), ("Ctrl+8",)),
        ActionSpec(
            "all_handoffs",
            "view",
            _("All handoffs"),
            _("Show every handoff, not only those of the selection."),
            ("Ctrl+H",),
            "waypoints",
            True,
            starts_group=True,
        ),
    )


def _panels() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "show_palette", "view", _("Palette"), _("Show or hide the palette."), ("Ctrl+Shift+P",), "", True, "", True
        ),
        ActionSpec(
            "show_inspector", "view", _("Inspector"), _("Show or hide the fields."), ("Ctrl+Shift+I",), "", True
        ),
        ActionSpec("show_findings", "view", _("Findings"), _("Show or hide what the rules found."), ("F8",), "", True),
    )


def _colours() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "theme_system", "theme", _("As the desktop"), _("Light or dark, as the desktop."), (), "", True, "t"
        ),
        ActionSpec("theme_light", "theme", _("Light"), _("Dark on light."), (), "sun", True, "t"),
        ActionSpec("theme_dark", "theme", _("Dark"), _("Light on dark."), (), "moon", True, "t"),
        ActionSpec("theme_contrast", "theme", _("High contrast"), _("Black on white."), (), "contrast", True, "t"),
        ActionSpec(
            "reduced_motion",
            "theme",
            _("Without motion"),
            _("Nothing glides or fades."),
            (),
            "",
            True,
            starts_group=True,
        ),
    )


def _chart() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("add_chart", "chart", _("Add a copy"), _("Copy this chart as a scenario."), ("Ctrl+T",), "plus"),
        ActionSpec("rename_chart", "chart", _("Rename"), _("Rename this chart."), ()),
        ActionSpec("remove_chart", "chart", _("Remove"), _("Remove this chart from the plan."), (), "trash-2"),
        ActionSpec(
            "next_chart", "chart", _("Next chart"), _("Show the next chart."), ("Ctrl+PgDown",), starts_group=True
        ),
        ActionSpec("previous_chart", "chart", _("Previous chart"), _("Show the chart before."), ("Ctrl+PgUp",)),
    )


def _help() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("clear_recent", "recent", _("Clear the list"), _("Forget the files opened lately.")),
        ActionSpec("about", "help", _("About Salesorg"), _("Version and licences.")),
    )


class Actions(QObject):
    """The actions as Qt knows them, by id."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._specs = {spec.id: spec for spec in table()}
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._made(spec, window) for spec in self._specs.values()}
        self._dress()
        look.changed.connect(self._dress)

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def connect_all(self, commands: Mapping[str, Command], before: Command) -> None:
        """Let each action do its command; ``before`` runs first, whatever it is."""
        for id, command in commands.items():
            self._actions[id].triggered.connect(lambda _on=False, command=command: (before(), command()))

    def fill(self, menu: QMenu, id: str) -> None:
        """Put the actions of one menu into it."""
        for spec in self._specs.values():
            if spec.menu == id:
                if spec.starts_group:
                    menu.addSeparator()
                menu.addAction(self._actions[spec.id])

    def explain(self, id: str, text: str, tip: str) -> None:
        """Let an action say what it would do at the moment."""
        action = self._actions[id]
        action.setText(caption(text))
        action.setStatusTip(tip)
        self._tip(action, tip)

    def _made(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(caption(spec.text), window)
        action.setObjectName(f"action_{spec.id}")
        action.setStatusTip(spec.tip)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.is_checkable)
        action.setIconVisibleInMenu(True)
        self._tip(action, spec.tip)
        if spec.group:
            self._group(spec.group).addAction(action)
        window.addAction(action)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    @staticmethod
    def _tip(action: QAction, tip: str) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(plain_tip(f"{tip} {keys}".strip()))

    def _dress(self) -> None:
        for spec in self._specs.values():
            if spec.icon:
                self._actions[spec.id].setIcon(self._look.icon(spec.icon))
