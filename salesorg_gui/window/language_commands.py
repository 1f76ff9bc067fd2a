"""Which language the window speaks: kept at once, heard from the next start."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QLocale, QObject

from salesorg_gui import i18n
from salesorg_gui.desk.settings import SettingsFile
from salesorg_gui.i18n import _
from salesorg_gui.window.action_table_language import action_of
from salesorg_gui.window.actions import Actions, Command
from salesorg_gui.window.surface import Surface


class LanguageCommands(QObject):
    """Marks the language chosen, keeps another, and says in that language when it will be heard.

    Every part of the window asks for its words when it is built, so another language needs another window.
    """

    def __init__(self, surface: Surface, actions: Actions, settings: SettingsFile) -> None:
        super().__init__(surface.canvas)
        self._surface, self._settings = surface, settings
        self._choices = ("", *i18n.choices())
        kept = settings.settings.language
        actions[action_of(kept if kept in self._choices else "")].setChecked(True)

    def by_action(self) -> Mapping[str, Command]:
        """What the actions of the menu do."""
        return {action_of(choice): partial(self.speak, choice) for choice in self._choices}

    def speak(self, choice: str) -> None:
        """Keep a language, or with nothing that of the desktop."""
        self._settings.speak(choice)
        language = i18n.offered(choice or QLocale.system().name())
        if language == i18n.language():
            return
        with i18n.speaking(language):
            self._surface.notice.say(_("The window speaks English from the next start."))
