"""Puts the colours and sizes on that the settings ask for, and follows the desktop when they ask for that."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from salesorg_gui.desk.settings import Settings, SettingsFile, ThemeChoice
from salesorg_gui.drawing.theme import Theme, ThemeName, theme
from salesorg_gui.panels.look import Look
from salesorg_gui.window.style import palette, stylesheet

USUAL_DRAG, TOUCH_DRAG = 6, 12
"""How far a row of a list is drawn before it comes along."""


class ThemeSwitch(QObject):
    """``changed`` carries the theme put on."""

    changed = Signal(object)

    def __init__(self, application: QApplication, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application, self._settings = application, settings
        self._theme = theme(self._wanted(settings.settings))
        self._is_for_touch = settings.settings.touch_sizes
        self.look = Look(self._theme.colours, self)
        self.look.wear(self._theme.colours, is_for_touch=self._is_for_touch)
        settings.changed.connect(self._follow)
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self._follow(settings.settings))
        self._put_on()

    @property
    def theme(self) -> Theme:
        """The theme on show."""
        return self._theme

    def _wanted(self, settings: Settings) -> ThemeName:
        match settings.theme:
            case ThemeChoice.LIGHT:
                return ThemeName.LIGHT
            case ThemeChoice.DARK:
                return ThemeName.DARK
            case ThemeChoice.CONTRAST:
                return ThemeName.CONTRAST
            case ThemeChoice.SYSTEM:
                is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
                return ThemeName.DARK if is_dark else ThemeName.LIGHT

    def _follow(self, settings: Settings) -> None:
        wanted = theme(self._wanted(settings))
        if (wanted, settings.touch_sizes) == (self._theme, self._is_for_touch):
            return
        is_other, self._theme, self._is_for_touch = wanted is not self._theme, wanted, settings.touch_sizes
        self._put_on()
        self.look.wear(wanted.colours, is_for_touch=settings.touch_sizes)
        if is_other:
            self.changed.emit(wanted)

    def _put_on(self) -> None:
        self._application.setPalette(palette(self._theme.colours))
        sheet = stylesheet(self._theme.colours, is_for_touch=self._is_for_touch)
        if sheet != self._application.styleSheet():  # or Qt would dress all there is anew
            self._application.setStyleSheet("")  # from sheet to sheet it would dress each again with all above it
            self._application.setStyleSheet(sheet)
        self._application.setStartDragDistance(TOUCH_DRAG if self._is_for_touch else USUAL_DRAG)
