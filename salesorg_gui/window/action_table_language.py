"""Actions that choose the language of the window: each in its own name, so that everybody finds the one they read."""

from salesorg_gui import i18n
from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec

MENU = "language"


def specs() -> tuple[ActionSpec, ...]:
    """The desktop's language, then every language there are texts in."""
    tip = _("The language of menus and messages, from the next start.")
    return (
        ActionSpec(action_of(""), MENU, _("As the desktop"), tip, (), "", True, MENU),
        *(
            ActionSpec(action_of(language), MENU, i18n.OWN_NAMES[language], tip, (), "", True, MENU)
            for language in i18n.choices()
        ),
    )


def action_of(language: str) -> str:
    """The id of the action that chooses a language; of the desktop's for none."""
    return f"language_{language or 'system'}"
