"""Finding one's way: go to anything."""

from functools import cached_property

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from salesorg_gui import __version__
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.i18n import _, language
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.panels.key_list import KeyLine, KeyList
from salesorg_gui.window import goals
from salesorg_gui.window.action_table import menu_titles, table
from salesorg_gui.window.actions import Command
from salesorg_gui.window.adding import add
from salesorg_gui.window.finder import Finder
from salesorg_gui.window.go_to import GoTo
from salesorg_gui.window.keys_listed import keys_listed
from salesorg_gui.window.main_window import MainWindow
from salesorg_gui.window.tracer import Tracer


def key_card_document() -> bytes:
    """The key card as a PDF."""
    from salesorg_gui.exchange.documents.key_card import KeyGroup, KeyRow, key_card  # noqa: PLC0415 -- few print it

    groups = [KeyGroup(part.title, tuple(KeyRow(row.text, row.ways) for row in part.rows)) for part in keys_listed()]
    title = _("Keys of Salesorg {version}").format(version=__version__)
    return key_card(title, _("Press F1 for the same list on the screen."), groups, language())


LEGIBLE = 0.75
"""Nearer than this a card can be read; whoever goes to one from further away is brought near."""
AROUND, BESIDE = 360.0, 48.0
"""So much is seen around a card or a frame one went to, in px of the chart."""
FRAMES = frozenset({Kind.POD, Kind.SEGMENT})


class FindCommands(QObject):
    """Works on what the window shows; what it needs for that is built when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._ground = window, window.parts.ground
        window.surface.canvas.installEventFilter(self)

    def by_action(self) -> dict[str, Command]:
        """The command behind each action."""
        return {
            "go_to": self.ask_where,
            "find": self.open_find,
            "find_next": lambda: self.finder.step(1),
            "find_previous": lambda: self.finder.step(-1),
            "select_found": self.select_found,
            "trace": self.trace,
            "key_list": self.show_keys,
            "key_card": self.print_keys,
        }

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape on the canvas, with nothing in the hand, puts away what shines."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not is_escape or event.type() != QEvent.Type.KeyPress or self._window.surface.canvas.is_carrying:
            return False
        built = self.__dict__  # what nobody asked for yet has nothing to put away
        return ("tracer" in built and self.tracer.end()) or ("finder" in built and self.finder.close())

    def ask_where(self) -> None:
        """Open the field of Go to."""
        self.go_to.ask()

    def show_keys(self) -> None:
        """Show all keys over the window, or put them away."""
        groups = [[KeyLine(part.title), *(KeyLine(row.text, row.ways) for row in part.rows)] for part in keys_listed()]
        self.keys.show_groups(groups)

    def print_keys(self) -> None:
        """Print the key card."""
        self._window.commands.prints.write(_("Key card"), key_card_document)

    @cached_property
    def keys(self) -> KeyList:
        """The list of keys over the window."""
        return KeyList(self._window, self._ground.look)

    def trace(self) -> None:
        """Trace from the selection, or go on to the next kind of way."""
        self.tracer.press()

    @cached_property
    def tracer(self) -> Tracer:
        """What dims all but the way."""
        surface = self._window.surface
        return Tracer(self._ground, surface.canvas, surface.status.hint, surface.status.say)

    def open_find(self) -> None:
        """Open the bar of Find."""
        self.finder.open()

    def select_found(self) -> None:
        """Select everything that was found."""
        self.finder.select_all()

    @cached_property
    def go_to(self) -> GoTo:
        """The field in which anything is found."""
        window, ground = self._window, self._ground
        session, settings, files = ground.session, window.parts.settings, window.commands.files
        records = goals.Records(self.show)
        specs = [spec for spec in table() if spec.id != "go_to"]
        return GoTo(
            window.surface.picker,
            (
                lambda: goals.commands(specs, menu_titles(), window.actions_table),
                lambda: goals.charts(session.plan, session.chart.id, window.commands.charts.show),
                lambda: goals.additions(ground.catalogue, lambda entry: add(entry, ground, window.surface)),
                lambda: records.goals(session.chart, ground.catalogue),
                lambda: goals.files(settings.settings.recent, files.open_path),
            ),
        )

    @cached_property
    def finder(self) -> Finder:
        """The bar of Find and what it found."""
        window = self._window
        finder = Finder(self._ground, window.surface.canvas, self.show)
        window.commands.views.kind_changed.connect(lambda _kind: finder.follow_view())
        window.examiner.found.connect(finder.follow_findings)
        finder.follow_findings(window.examiner.findings)
        return finder

    def show(self, key: Key) -> None:
        """Select something and bring it before the eye, in a view that shows it."""
        canvas = self._window.surface.canvas
        if self._ground.chart.record(key) is None:
            return
        self._ground.session.selection.select([key])
        if canvas.picture.bounds(key) is None:
            self._window.commands.views.show_kind(ViewKind.BOARD)
        rect = canvas.picture.bounds(key)
        if rect is not None and (canvas.zoom < LEGIBLE or key.kind in FRAMES):
            canvas.fit_rect(rect.grown(BESIDE if key.kind in FRAMES else AROUND))
        canvas.reveal([key])
