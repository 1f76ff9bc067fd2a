"""What builds a chart by keyboard. Keys of one letter, Tab and Enter act on the canvas alone, never in a field."""

from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """The menu Build, and the keys that walk."""
    return (*_cards(), *_drawn(), *_frames(), *_order(), *_steps(), *_rings())


def _cards() -> tuple[ActionSpec, ...]:
    return (
        _on_canvas("add_report", _("Add report"), _("A new card under the one in focus; type its role."), "Tab"),
        _on_canvas("add_peer", _("Add colleague"), _("A new card beside the one in focus."), "Return", "Enter"),
        _on_canvas("add_above", _("Add manager above"), _("A new card between a seat and its manager."), "Shift+Tab"),
        _on_canvas("retype", _("Type on the card"), _("Change role, title or person right on the card."), "F2"),
        ActionSpec(
            "duplicate_often",
            "build",
            _("Duplicate often…"),
            _("Say how many copies; or type a digit before Ctrl+D."),
            ("Ctrl+Shift+D",),
        ),
    )


def _drawn() -> tuple[ActionSpec, ...]:
    return (
        _on_canvas(
            "draw_handoff", _("Hand over to…"), _("Draw a handoff to a seat found by typing."), "H", starts_group=True
        ),
        _on_canvas("draw_dotted", _("Dotted line to…"), _("Listen to one more; found by typing."), "M"),
        _on_canvas("reassign", _("Reports to…"), _("Another manager, found by typing."), "R"),
        _on_canvas("add_source", _("Add lead source"), _("A lead source that feeds the seat in focus."), "L"),
    )


def _frames() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "enclose",
            "build",
            _("Make a pod"),
            _("Put the selected seats into a new pod."),
            ("Ctrl+G",),
            "group",
            starts_group=True,
        ),
        ActionSpec(
            "dissolve",
            "build",
            _("Dissolve pod"),
            _("Take the frame away; its seats stay."),
            ("Ctrl+Shift+G",),
            "ungroup",
        ),
    )


def _order() -> tuple[ActionSpec, ...]:
    return (
        _on_canvas(
            "shift_left", _("Move to the left"), _("Earlier in its row, or into the pod there."), "Ctrl+Left",
            starts_group=True,
        ),
        _on_canvas("shift_right", _("Move to the right"), _("Later in its row, or into the pod there."), "Ctrl+Right"),
        _on_canvas("shift_up", _("Move up"), _("Up in its list, or one level up."), "Ctrl+Up"),
        _on_canvas("shift_down", _("Move down"), _("Down in its list, or under the one before it."), "Ctrl+Down"),
        _on_canvas("promote", _("One level up"), _("Report to the manager's manager."), "Alt+Shift+Left"),
        _on_canvas("demote", _("One level down"), _("Report to the colleague before it."), "Alt+Shift+Right"),
    )  # fmt: skip


def _steps() -> tuple[ActionSpec, ...]:
    return (
        _step("go_up", _("Up"), _("The manager, the card above, the name of the pod."), "Up"),
        _step("go_down", _("Down"), _("The report visited last, the card below."), "Down"),
        _step("go_left", _("Left"), _("The card at the left, who hands over."), "Left"),
        _step("go_right", _("Right"), _("The card at the right, who receives."), "Right"),
        _step("go_first", _("First"), _("The first of its row."), "Home"),
        _step("go_last", _("Last"), _("The last of its row."), "End"),
        _step("next_edge", _("Next handoff or line"), _("Pick what is drawn from and to the card."), "."),
        _step("previous_edge", _("Previous handoff or line"), _("The one before."), ","),
    )


def _rings() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "next_panel", "view", _("Next panel"), _("Palette, canvas, fields, findings."), ("F6", "Ctrl+Tab"),
            starts_group=True,
        ),
        ActionSpec(
            "previous_panel", "view", _("Previous panel"), _("The panel before."), ("Shift+F6", "Ctrl+Shift+Tab")
        ),
    )  # fmt: skip


def _on_canvas(id: str, text: str, tip: str, *keys: str, starts_group: bool = False) -> ActionSpec:
    return ActionSpec(id, "build", text, tip, keys, starts_group=starts_group, is_for_canvas=True)


def _step(id: str, text: str, tip: str, *keys: str) -> ActionSpec:
    return ActionSpec(id, "go", text, tip, keys, is_for_canvas=True)
