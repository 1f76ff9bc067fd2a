"""Actions of the Handoffs view."""

from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """All of them."""
    return (
        ActionSpec(
            "segment_lanes",
            "view",
            _("Lanes by segment"),
            _("In the handoffs, one lane for each segment instead of each pod."),
            ("Ctrl+Shift+3",),
            "rows-3",
            True,
            starts_group=True,
        ),
        ActionSpec(
            "fill_gaps",
            "build",
            _("Add who is missing"),
            _("An open seat for each stage that nobody covers in the selected pods; in all of them when none is."),
            ("Ctrl+Shift+N",),
            "circle-dashed",
        ),
    )
