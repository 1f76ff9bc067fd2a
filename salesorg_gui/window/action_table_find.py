"""Actions for finding one's way: go to, find, trace, and the keys."""

from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """All of them."""
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
    )
