"""The rest of the window: actions, menus, panels, commands and their wires, a piece at a time after the first paint.

Whoever adds a part to the window builds it here, behind a ``yield`` of its own, unless the first paint shows it.
"""

from itertools import permutations

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from salesorg_gui.drawing.colouring import ColourBy
from salesorg_gui.panels.findings.panel import FindingsPanel
from salesorg_gui.panels.inspector.inspector import Inspector
from salesorg_gui.panels.palette import Palette
from salesorg_gui.panels.picker import Picker
from salesorg_gui.session.afterthought import Afterthought
from salesorg_gui.session.examiner import Examiner
from salesorg_gui.session.volume import Volume
from salesorg_gui.window.actions import Actions
from salesorg_gui.window.analysis_commands import AnalysisCommands
from salesorg_gui.window.chart_commands import ChartCommands
from salesorg_gui.window.company_commands import CompanyCommands
from salesorg_gui.window.drawing_commands import DrawingCommands
from salesorg_gui.window.edit_commands import EditCommands
from salesorg_gui.window.file_commands import FileCommands
from salesorg_gui.window.find_commands import FindCommands
from salesorg_gui.window.finding_commands import FindingCommands
from salesorg_gui.window.finding_counts import FindingCounts
from salesorg_gui.window.fix_commands import FixCommands
from salesorg_gui.window.flow_commands import FlowCommands
from salesorg_gui.window.following import Following
from salesorg_gui.window.hire_commands import HireCommands
from salesorg_gui.window.keys_commands import KeysCommands
from salesorg_gui.window.language_commands import LanguageCommands
from salesorg_gui.window.late import Pieces
from salesorg_gui.window.loading import Loading
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.menus import Menus
from salesorg_gui.window.notice import Notice
from salesorg_gui.window.print_commands import OnShow, PrintCommands
from salesorg_gui.window.reporting_commands import ReportingCommands
from salesorg_gui.window.rules_commands import RulesCommands
from salesorg_gui.window.sights import Sights
from salesorg_gui.window.slide_commands import SlideCommands
from salesorg_gui.window.surface import Surface
from salesorg_gui.window.view_commands import ViewCommands
from salesorg_gui.window.wiring import Commands, by_action, connect

RECKON_PAUSE_MS = 300
"""Loads are looked at less often than findings are: they wait a little longer for the hand to rest."""


def pieces(window: MainWindow) -> Pieces:
    """Build everything the frame has room for, and give it to the window."""
    parts = window.parts
    parts.ground.look.serve_all_displays()
    yield
    window.actions_table = Actions(parts.ground.look, window)
    yield
    window.menus = Menus(window.actions_table, parts.ground.vocabulary.shipped, window)
    window.frame.toolbar.serve(window.actions_table, window.menus.main, window.menus.print)
    yield
    yield from _panels(window)
    window.commands = _commands(window)
    yield
    window.sights = Sights(window)
    yield
    window.slides = SlideCommands(window)
    yield
    window.company = CompanyCommands(window)
    window.hiring = HireCommands(window)
    yield
    window.analysis = AnalysisCommands(window)
    beside: list[CompanyCommands | HireCommands | AnalysisCommands] = [window.company, window.hiring, window.analysis]
    for one, other in permutations(beside, 2):
        one.shown.connect(other.hide)  # more than one beside the canvas would leave it no room
    yield
    window.rules = RulesCommands(window)
    window.languages = LanguageCommands(window.surface, window.actions_table, parts.settings)
    _wire(window)


def _panels(window: MainWindow) -> Pieces:
    frame, ground = window.frame, window.parts.ground
    palette = Palette(ground.session, ground.vocabulary, ground.look)
    yield
    inspector = Inspector(ground)
    yield
    findings = FindingsPanel(ground)
    counts = FindingCounts(ground.look)
    frame.status.take_counts(counts)
    frame.take_panels(palette, inspector, findings)
    notice = Notice(frame.canvas, ground.look)
    picker = Picker(window, ground.look)
    window.surface = Surface(frame, palette, inspector, findings, counts, notice, picker)
    yield


def _commands(window: MainWindow) -> Commands:
    parts, ground = window.parts, window.parts.ground
    edits = EditCommands(window, ground, QGuiApplication.clipboard())
    views = ViewCommands(window.surface, window.actions_table, parts.settings)
    return Commands(
        files=FileCommands(window, ground, parts.document, parts.settings),
        edits=edits,
        charts=ChartCommands(window, ground.session),
        prints=PrintCommands(window, ground, parts.settings, lambda: _on_show(window)),
        views=views,
        keys=KeysCommands(window.surface, edits, views),
        finds=FindCommands(window),
        drawn=DrawingCommands(window.surface, ground),
        reporting=ReportingCommands(window.surface, window.actions_table, ground, views),
        flow=FlowCommands(window.surface, window.actions_table, ground),
        fixes=FixCommands(window),
        findings=FindingCommands(window),
    )


def _on_show(window: MainWindow) -> OnShow:
    picture = window.surface.canvas.picture
    return picture.view, picture.looks.by, window.volume.share


def _commit(window: MainWindow) -> None:
    """Take what is being typed, on a card or in a field, before anything else is done."""
    window.surface.canvas.finish_typing()
    window.surface.inspector.commit()
    window.company.commit()
    window.hiring.commit()
    window.analysis.commit()
    window.rules.commit()


def _wire(window: MainWindow) -> None:
    surface, ground = window.surface, window.parts.ground
    connect(window.commands, surface, ground, window.menus)
    surface.empty.template_wanted.connect(lambda: window.menus.show_templates(surface.empty))
    seeing = {
        **window.sights.by_action(),
        **window.slides.by_action(),
        **window.company.by_action(),
        **window.hiring.by_action(),
        **window.analysis.by_action(),
        **window.rules.by_action(),
        **window.languages.by_action(),
    }
    named = {**by_action(window.commands, surface, ground, window), **seeing}
    window.actions_table.connect_all(named, before=lambda: _commit(window))
    window.actions_table.give_keys_to(surface.canvas)
    following = Following(window, window.parts, surface, window.actions_table, window.menus)
    window.examiner = Examiner(ground.session, window.parts.examine, window)
    window.examiner.found.connect(following.follow_findings)
    window.examiner.found.connect(window.commands.findings.catch_up)
    window.examiner.found.connect(window.rules.follow_findings)
    window.volume = Volume(window)
    window.volume.wanted.connect(lambda: window.sights.colour_by(ColourBy.LOAD))
    window.reckoner = Afterthought(ground.session, window.parts.reckon, "loads", window, RECKON_PAUSE_MS)
    window.loading = Loading(surface.canvas, window.volume, window)
    window.reckoner.answered.connect(window.loading.take)
    for keys in ("F10", "Alt+M"):
        QShortcut(QKeySequence(keys), window, surface.toolbar.open_menu)
