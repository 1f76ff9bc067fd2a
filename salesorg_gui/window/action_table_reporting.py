"""What is done to branches of the reporting view: folding them, and how they stand."""

from salesorg_gui.i18n import _
from salesorg_gui.window.action_spec import ActionSpec


def specs() -> tuple[ActionSpec, ...]:
    """Folding in the menu View, the styles in a menu of their own."""
    return (*_folding(), *_styles(), *_columns())


def _folding() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "fold",
            "view",
            _("Fold branch"),
            _("Hide who stands below, or show them again."),
            ("Space",),
            "chevron-down",
            starts_group=True,
            is_for_canvas=True,
        ),
        ActionSpec(
            "fold_below",
            "view",
            _("Fold all below"),
            _("Show the direct reports only; without a selection, those of the roots."),
            ("Shift+Space",),
            is_for_canvas=True,
        ),
        ActionSpec("unfold_all", "view", _("Unfold all"), _("Show everybody."), ("Ctrl+Space",), is_for_canvas=True),
    )


def _styles() -> tuple[ActionSpec, ...]:
    return (
        _style("branch_auto", _("As fits"), _("Let the program choose how the reports stand."), "layout-grid"),
        _style(
            "branch_wide",
            _("Wide"),
            _("Reports stand side by side below their manager."),
            "align-horizontal-distribute-center",
        ),
        _style("branch_columns", _("Columns"), _("Reports hang in columns below their manager."), "columns-3"),
        _style("branch_hang_right", _("Hang right"), _("Reports hang in one list to the right."), "list-tree"),
        _style("branch_hang_left", _("Hang left"), _("Reports hang in one list to the left."), "list-end"),
        ActionSpec(
            "cycle_branch",
            "branch",
            _("Next style"),
            _("Let the reports of the seat stand in another way."),
            ("B",),
            starts_group=True,
            is_for_canvas=True,
        ),
    )


def _columns() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "more_columns", "branch", _("More columns"), _("One column more, up to eight."), ("Alt+Right",),
            starts_group=True, is_for_canvas=True,
        ),
        ActionSpec(
            "fewer_columns", "branch", _("Fewer columns"), _("One column less, down to two."), ("Alt+Left",),
            is_for_canvas=True,
        ),
        ActionSpec(
            "assistant", "branch", _("Assistant"), _("Stand beside the manager instead of below."), ("Shift+B",),
            is_checkable=True, starts_group=True, is_for_canvas=True,
        ),
    )  # fmt: skip


def _style(id: str, text: str, tip: str, icon: str) -> ActionSpec:
    return ActionSpec(id, "branch", text, tip, (), icon, is_checkable=True, group="branch")
