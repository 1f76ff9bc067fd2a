"""Finding one's way: go to anything."""

from functools import cached_property

from PySide6.QtCore import QObject

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.window import goals
from salesorg_gui.window.action_table import menu_titles, table
from salesorg_gui.window.actions import Command
from salesorg_gui.window.adding import add
from salesorg_gui.window.go_to import GoTo
from salesorg_gui.window.main_window import MainWindow

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

    def by_action(self) -> dict[str, Command]:
        """The command behind each action."""
        return {"go_to": self.ask_where}

    def ask_where(self) -> None:
        """Open the field of Go to."""
        self.go_to.ask()

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
