"""Every key and every gesture of the mouse, in words, from the one table of actions."""

from collections.abc import Sequence
from dataclasses import dataclass

from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec
from salesorg_gui.window.action_table import menu_titles, table
from salesorg_gui.window.key_names import caps

type Ways = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What is done, and the keys that do it: any of the ways, its caps together."""

    text: str
    ways: Ways


@dataclass(frozen=True, slots=True)
class Part:
    """Keys that belong together."""

    title: str
    rows: tuple[Listed, ...]


def keys_listed() -> tuple[Part, ...]:
    """The menus with their keys, then what the mouse does, then what belongs to no menu."""
    specs = table()
    parts = [Part(title.replace("&", ""), _rows(specs, id)) for id, title in menu_titles().items()]
    return (*(part for part in parts if part.rows), _mouse(), _everywhere())


def _rows(specs: Sequence[ActionSpec], menu: str) -> tuple[Listed, ...]:
    return tuple(
        Listed(spec.text.removesuffix("…"), tuple(dict.fromkeys(map(caps, spec.keys))))
        for spec in specs
        if spec.menu == menu and spec.keys
    )


def _mouse() -> Part:
    drag, pull = _("Drag"), _("Pull")
    rows = (
        (_("Move into a frame"), (drag, _("frame"))),
        (_("Let it report to a card"), (drag, _("centre"))),
        (_("Put it beside a card"), (drag, _("side"))),
        (_("Copy instead of move"), ("Ctrl", drag)),
        (_("Draw a handoff"), (pull, _("right edge"))),
        (_("Draw a reporting line"), (pull, _("top or bottom"))),
        (_("Select several"), (drag, _("ground"))),
        (_("Add to the selection"), ("Shift", _("Click"))),
        (_("Type on a card"), (_("Double click"),)),
        (_("Move the view"), (_("Space"), drag)),
        (_("Zoom at the pointer"), ("Ctrl", _("Wheel"))),
        (_("What can be done here"), (_("Right click"),)),
    )
    return Part(_("Mouse"), tuple(Listed(text, (way,)) for text, way in rows))


def _everywhere() -> Part:
    rows = (
        (_("Cancel what is under way"), (("Esc",),)),
        (_("Open the menu"), (("F10",), ("Alt", "M"))),
        (_("Next and previous found"), ((_("Enter"),), ("Shift", _("Enter")))),
    )
    return Part(_("Everywhere"), tuple(Listed(text, ways) for text, ways in rows))
