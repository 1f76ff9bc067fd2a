"""How keys are written for people: each cap of a shortcut in a word."""

import sys

from salesorg_gui.i18n import _

ON_A_MAC = {"Ctrl": "⌘", "Alt": "⌥", "Shift": "⇧", "Meta": "⌃"}


def caps(keys: str) -> tuple[str, ...]:
    """The caps of a shortcut as the action table writes it: ``Ctrl+Shift+Z`` is Ctrl, Shift and Z."""
    held, plus, _rest = keys.partition("++")
    parts = [*held.split("+"), "+"] if plus else keys.split("+")
    return tuple(_cap(part) for part in parts)


def said(keys: str) -> str:
    """The same in one line: ``Ctrl Shift Z``."""
    return " ".join(caps(keys))


def _cap(part: str) -> str:
    if sys.platform == "darwin" and part in ON_A_MAC:
        return ON_A_MAC[part]
    spoken = {
        "PgDown": _("Page Down"),
        "PgUp": _("Page Up"),
        "Del": _("Del"),
        "Return": _("Enter"),
        "Space": _("Space"),
        "Left": "←",
        "Right": "→",
        "Up": "↑",
        "Down": "↓",
    }
    return spoken.get(part, part)
