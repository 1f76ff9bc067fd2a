"""Actions about the rules: their panel, and rules as a file."""

from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """The panel in the menu View, the rest in the menu Rules."""
    return (
        ActionSpec(
            "show_rules", "view", _("Rules"), _("Show or hide all rules, to change them."), ("Ctrl+Shift+R",), "", True
        ),
        ActionSpec(
            "save_rules", "rules", _("Save rules as…"), _("Keep the rules of this plan as a file."), (), "download"
        ),
        ActionSpec("use_rules", "rules", _("Use rules from…"), _("Go by the rules of a file."), (), "upload"),
        ActionSpec(
            "reset_rules",
            "rules",
            _("All rules back to usual"),
            _("Take back whatever this plan changed about the rules."),
            (),
            "undo-2",
            starts_group=True,
        ),
    )
