"""Which command an action is, and which part of the window tells which other part."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from salesorg_gui import __version__
from salesorg_gui.desk.settings import ThemeChoice
from salesorg_gui.i18n import _
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.window.actions import Command
from salesorg_gui.window.adding import add
from salesorg_gui.window.chart_commands import ChartCommands
from salesorg_gui.window.drawing_commands import DrawingCommands
from salesorg_gui.window.edit_commands import EditCommands
from salesorg_gui.window.file_commands import FileCommands
from salesorg_gui.window.find_commands import FindCommands
from salesorg_gui.window.finding_commands import FindingCommands
from salesorg_gui.window.fix_commands import FixCommands
from salesorg_gui.window.flow_commands import FlowCommands
from salesorg_gui.window.keys_commands import KeysCommands
from salesorg_gui.window.menus import Menus
from salesorg_gui.window.messages import tell
from salesorg_gui.window.print_commands import PrintCommands
from salesorg_gui.window.reporting_commands import ReportingCommands
from salesorg_gui.window.surface import Surface
from salesorg_gui.window.view_commands import ViewCommands


@dataclass(frozen=True, slots=True)
class Commands:
    """What the window can do, by subject."""

    files: FileCommands
    edits: EditCommands
    charts: ChartCommands
    prints: PrintCommands
    views: ViewCommands
    keys: KeysCommands
    finds: FindCommands
    drawn: DrawingCommands
    reporting: ReportingCommands
    flow: FlowCommands
    fixes: FixCommands
    findings: FindingCommands


def by_action(commands: Commands, surface: Surface, ground: Ground, window: QWidget) -> Mapping[str, Command]:
    """The command behind each action."""
    return {
        **_file(commands, window),
        **_edit(commands),
        **_view(commands, surface),
        **_chart(commands, surface, ground),
        **commands.keys.by_action(),
        **commands.finds.by_action(),
        **commands.drawn.by_action(),
        **commands.reporting.by_action(),
        **commands.flow.by_action(),
        **commands.fixes.by_action(),
        **commands.findings.by_action(),
    }


def _file(commands: Commands, window: QWidget) -> dict[str, Command]:
    files, prints = commands.files, commands.prints
    return {
        "new": files.new,
        "open": files.open,
        "save": files.save,
        "save_as": files.save_as,
        "import_table": files.import_table,
        "clear_recent": files.forget_recent,
        "export_cards": lambda: prints.selected("cards"),
        "export_descriptions": lambda: prints.selected("descriptions"),
        "export_checklists": lambda: prints.selected("checklists"),
        "export_kit": lambda: prints.selected("kit"),
        "export_chart": lambda: prints.selected("chart"),
        "export_book": lambda: prints.selected("book"),
        "export_report": lambda: prints.selected("report"),
        "print": prints.selected,
        "quit": window.close,
        "about": lambda: tell(window, _("Salesorg {version}").format(version=__version__), about()),
    }


def about() -> str:
    """Licences of what ships with the program."""
    return _(
        "Design a sales organisation, check it and print it.\n\n"
        "Salesorg: MIT licence. Inter: SIL Open Font License 1.1. Lucide icons: ISC licence. "
        "Qt for Python: LGPL version 3."
    )


def _edit(commands: Commands) -> dict[str, Command]:
    edits, views = commands.edits, commands.views
    return {
        "cut": edits.cut,
        "copy": edits.copy,
        "paste": edits.paste,
        "select_all": edits.select_all,
        "find_role": views.find_role,
        "edit_fields": views.edit_fields,
    }


def _view(commands: Commands, surface: Surface) -> dict[str, Command]:
    views, canvas = commands.views, surface.canvas
    return {
        "board": lambda: views.show_kind("board"),
        "reporting": lambda: views.show_kind("reporting"),
        "handoffs": lambda: views.show_kind("handoffs"),
        "zoom_in": canvas.zoom_in,
        "zoom_out": canvas.zoom_out,
        "zoom_reset": canvas.zoom_reset,
        "fit": canvas.fit,
        "fit_selection": canvas.fit_selection,
        "all_handoffs": views.show_handoffs,
        "show_palette": views.arrange,
        "show_inspector": views.arrange,
        "show_findings": views.arrange,
        "theme_system": lambda: views.wear(ThemeChoice.SYSTEM),
        "theme_light": lambda: views.wear(ThemeChoice.LIGHT),
        "theme_dark": lambda: views.wear(ThemeChoice.DARK),
        "theme_contrast": lambda: views.wear(ThemeChoice.CONTRAST),
        "reduced_motion": views.reduce_motion,
        "touch_sizes": views.size_for_touch,
    }


def _chart(commands: Commands, surface: Surface, ground: Ground) -> dict[str, Command]:
    charts = commands.charts
    return {
        "add_chart": charts.add,
        "rename_chart": lambda: surface.toolbar.tabs.rename(ground.chart.id),
        "remove_chart": charts.remove,
        "next_chart": lambda: charts.step(1),
        "previous_chart": lambda: charts.step(-1),
    }


def connect(commands: Commands, surface: Surface, ground: Ground, menus: Menus) -> None:
    """Let the parts of the window speak to each other."""
    _connect_panels(commands, surface, ground)
    _connect_frame(commands, surface, menus)


def _connect_panels(commands: Commands, surface: Surface, ground: Ground) -> None:
    canvas, status = surface.canvas, surface.status
    surface.palette.taken.connect(lambda entry: add(entry, ground, surface))
    surface.palette.hint.connect(status.hint)
    surface.inspector.hint.connect(status.hint)
    surface.inspector.document_wanted.connect(commands.prints.selected)
    surface.inspector.fix_wanted.connect(commands.fixes.settle)
    surface.findings.hint.connect(status.hint)
    surface.findings.closed.connect(commands.views.toggle_findings)
    canvas.status.connect(status.hint)
    canvas.zoom_changed.connect(status.show_zoom)
    status.show_zoom(canvas.zoom)
    canvas.edit_requested.connect(commands.keys.retype)
    ground.session.refused.connect(status.say)


def _connect_frame(commands: Commands, surface: Surface, menus: Menus) -> None:
    tabs, status, notice = surface.toolbar.tabs, surface.status, surface.notice
    tabs.picked.connect(commands.charts.show)
    tabs.renamed.connect(commands.charts.rename)
    tabs.added.connect(commands.charts.add)
    surface.toolbar.views.chosen.connect(commands.views.show_kind)
    surface.canvas.context_requested.connect(lambda spot, _key: menus.show_context(spot))
    surface.counts.wanted.connect(commands.views.toggle_findings)
    status.zoomed_in.connect(surface.canvas.zoom_in)
    status.zoomed_out.connect(surface.canvas.zoom_out)
    status.zoom_reset.connect(surface.canvas.zoom_reset)
    menus.template_chosen.connect(commands.files.new_from)
    menus.recent_chosen.connect(commands.files.open_path)
    commands.files.leaving.connect(surface.inspector.commit)
    commands.files.opened.connect(surface.canvas.fit)
    commands.files.noted.connect(notice.say)
    commands.prints.said.connect(status.say)
    commands.prints.written.connect(
        lambda path, sentence: notice.say(sentence, _("Show it"), lambda: commands.prints.show(path))
    )
    surface.empty.import_wanted.connect(commands.files.import_table)
