"""What the window is built from; the composition root makes it."""

from dataclasses import dataclass

from salesorg_gui.desk.settings import SettingsFile
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.session.document import Document
from salesorg_gui.session.examiner import Examiner
from salesorg_gui.window.theme_switch import ThemeSwitch


@dataclass(frozen=True, slots=True)
class Parts:
    """The open document and what watches over it, the user's settings, the colours."""

    ground: Ground
    document: Document
    examiner: Examiner
    settings: SettingsFile
    switch: ThemeSwitch
