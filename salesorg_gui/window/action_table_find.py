"""Actions for finding one's way: go to, find, trace, and the keys."""

from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Go to and find, in the menu Edit."""
    return (
        ActionSpec(
            "go_to",
            "edit",
            _("Go to…"),
            _("Find a command, a role, a seat or a view by typing."),
            ("Ctrl+K",),
            "search",
            starts_group=True,
        ),
        ActionSpec("find", "edit", _("Find…"), _("Light up what answers, by any field."), ("Ctrl+F",), "search"),
        ActionSpec("find_next", "edit", _("Find next"), _("Go to the next thing found."), ("F3",)),
        ActionSpec("find_previous", "edit", _("Find previous"), _("Go to the thing found before."), ("Shift+F3",)),
        ActionSpec(
            "select_found", "edit", _("Select all found"), _("Select everything found."), ("Alt+Return", "Alt+Enter")
        ),
        ActionSpec(
            "next_finding",
            "edit",
            _("Next finding"),
            _("Go to the next thing the rules found and explain it."),
            ("F8",),
            "triangle-alert",
            starts_group=True,
        ),
        ActionSpec("previous_finding", "edit", _("Previous finding"), _("Go to the finding before."), ("Shift+F8",)),
        ActionSpec(
            "fix",
            "edit",
            _("Fix finding"),
            _("Do what is proposed for the finding of the selection, or choose a way."),
            ("Ctrl+.",),
            "wrench",
        ),
    )


def of_view() -> tuple[ActionSpec, ...]:
    """Trace, in the menu View."""
    return (
        ActionSpec(
            "trace",
            "view",
            _("Trace"),
            _("Only the chain of command stays clear; again: the way through the handoffs."),
            ("T",),
            "spline",
            is_for_canvas=True,
            starts_group=True,
        ),
    )


def of_help() -> tuple[ActionSpec, ...]:
    """The keys, in the menu Help."""
    return (
        ActionSpec("key_list", "help", _("Keys"), _("Show every key and gesture."), ("F1", "?"), "keyboard"),
        ActionSpec("key_card", "help", _("Print key card…"), _("Every key on a sheet of A4, as PDF."), (), "printer"),
    )
